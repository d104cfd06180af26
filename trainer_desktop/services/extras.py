"""Giving trainings beyond the package, by the rule of the course's standard."""

import uuid

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.course import Course, ExtraTrainings
from trainer_desktop.models.store import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.extra import ExtraAnswer, ExtraVerdict, extra_trainings
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import courses
from trainer_desktop.services.moments import wall_now


def verdict(work: Work, course_id: uuid.UUID, trainings: int) -> ExtraVerdict:
    """Whether whoever works here may give so many now."""
    facts = courses.one(work, course_id)
    responsible = work.scalar(select(Staff.initials).where(Staff.id == facts.responsible_id))
    return extra_trainings(
        facts.book,
        wall_now(work).date(),
        by_responsible=responsible == work.actor,
        potential=facts.course.potential,
        goal_met=facts.course.goal_met,
        trainings=trainings,
        given_before=facts.ledger.extra,
    )


def give(work: Work, course_id: uuid.UUID, trainings: int, reason: str) -> None:
    """Give them, with who and why; raises Refused NOT_RESPONSIBLE or NEEDS_REASON."""
    reason = limits.reason_given(reason)
    limits.within("trainings", trainings, 1, 50)
    given = select(ExtraTrainings).where(ExtraTrainings.course_id == course_id)
    work.rely_on(*work.scalars(given))  # somebody else may have given some just now
    if verdict(work, course_id, trainings).answer not in (ExtraAnswer.MAY, ExtraAnswer.SILENT):
        raise Refused(Reason.NOT_RESPONSIBLE)
    row = work.get_one(Course, course_id)
    each = 0
    if row.package_trainings and row.package_minutes:
        each = row.package_minutes // row.package_trainings
    work.add(
        ExtraTrainings(
            course_id=course_id,
            day=wall_now(work).date(),
            trainings=trainings,
            minutes=trainings * each,
            reason=reason,
            given_by=work.actor,
        )
    )
