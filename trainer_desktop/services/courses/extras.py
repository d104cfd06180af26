"""Giving trainings beyond the package, by the rule of the course's standard."""

import uuid

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.course import Course, ExtraTrainings
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.checks import Role
from trainer_desktop.rules.extra import ExtraAnswer, ExtraVerdict, Giver, extra_trainings
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.store.roles import role

USUAL_MINUTES = 45
NO = {
    ExtraAnswer.NOT_RESPONSIBLE: Reason.NOT_RESPONSIBLE,
    ExtraAnswer.NOT_A_THERAPIST: Reason.NOT_A_THERAPIST,
    ExtraAnswer.NOT_AUTHORITY: Reason.NOT_AUTHORITY,
    ExtraAnswer.GOAL_IS_MET: Reason.GOAL_IS_MET,
    ExtraAnswer.NO_POTENTIAL: Reason.NO_POTENTIAL,
    ExtraAnswer.OVER_CAP: Reason.EXTRA_CAP,
    ExtraAnswer.OVER_MINUTES: Reason.EXTRA_CAP,
    ExtraAnswer.GIVEN_ALREADY: Reason.GIVEN_ALREADY,
}


def verdict(work: Work, course_id: uuid.UUID, trainings: int, authority: str = "") -> ExtraVerdict:
    """Whether whoever works here may give so many now; `authority` is who at the authority has decided it."""
    facts = courses.one(work, course_id)
    return extra_trainings(
        facts.book,
        wall_now(work).date(),
        giver=_giver(work, facts, authority),
        potential=facts.course.potential,
        goal_met=facts.course.goal_met,
        trainings=trainings,
        minutes=trainings * _each(work.get_one(Course, course_id)),
        before=facts.course.extras,
    )


def _giver(work: Work, facts: courses.Facts, authority: str) -> Giver:
    if authority.strip():
        return Giver.AUTHORITY
    responsible = work.scalar(select(Staff.initials).where(Staff.id == facts.responsible_id))
    if work.actor and responsible == work.actor:
        return Giver.RESPONSIBLE
    return Giver.THERAPIST if role(work) is Role.THERAPIST else Giver.OTHER


def _each(row: Course) -> int:
    """The minutes of one training of the package; the usual 45 where it has minutes alone."""
    if row.package_trainings and row.package_minutes:
        return row.package_minutes // row.package_trainings
    return USUAL_MINUTES if row.package_minutes else 0


def give(
    work: Work, course_id: uuid.UUID, trainings: int, reason: str, authority: str = ""
) -> None:
    """Give them, with who and why; raises Refused NEEDS_REASON, or why the standard does not let this person."""
    reason = limits.reason_given(reason)
    limits.within("trainings", trainings, 1, 50)
    given = select(ExtraTrainings).where(ExtraTrainings.course_id == course_id)
    work.rely_on(*work.scalars(given))  # somebody else may have given some just now
    found = verdict(work, course_id, trainings, authority)
    if found.answer in NO:
        rule = found.rule
        place = rule.place if rule else ""
        raise Refused(NO[found.answer], what=rule.text if rule else "", place=place)
    each = _each(work.get_one(Course, course_id))
    work.add(
        ExtraTrainings(
            course_id=course_id,
            day=wall_now(work).date(),
            trainings=trainings,
            minutes=trainings * each,
            reason=reason,
            given_by=authority.strip() or work.actor,
        )
    )
