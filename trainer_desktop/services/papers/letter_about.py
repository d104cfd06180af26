"""The course that a letter is about, and what a person writes in it."""

import uuid
from dataclasses import dataclass
from datetime import date

from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts


@dataclass(frozen=True, slots=True)
class Written:
    """What a person writes in a letter. `rule` is the rule it rests on, `answer_by` until when the citizen may answer."""

    reasons: str = ""
    facts: tuple[str, ...] = ()
    intended: str = ""
    other: str = ""
    outcome: str = ""
    rule: RuleRef | None = None
    answer_by: date | None = None
    fully_met: bool = False
    sent_digital: bool | None = None
    subject: str = ""  # the law of a ride: SEL117 or SUL172


@dataclass(frozen=True, slots=True)
class About:
    """The rows a letter is about."""

    course: Course
    citizen: Citizen
    centre: Centre
    responsible: Staff | None
    facts: Facts


def about_course(work: Work, course_id: uuid.UUID) -> About:
    """Read them."""
    course = work.get_one(Course, course_id)
    staff = work.get(Staff, course.responsible_id) if course.responsible_id else None
    return About(
        course,
        work.get_one(Citizen, course.citizen_id),
        work.get_one(Centre, course.centre_id),
        staff,
        courses.one(work, course_id),
    )
