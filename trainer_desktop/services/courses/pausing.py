"""Pauses: days on which a course rests (a stay in hospital, a holiday). No standard says that a pause moves a deadline."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.course import Course, CoursePause
from trainer_desktop.models.training import Participant
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses.reevaluations import later, release_later
from trainer_desktop.services.store.moments import today


@dataclass(frozen=True, slots=True)
class PauseCard:
    """A pause, and how many planned trainings lie in it."""

    id: uuid.UUID
    first: date
    last: date
    reason: str
    trainings: int


def pauses(work: Work, course_id: uuid.UUID) -> list[PauseCard]:
    """A course's pauses, the latest first."""
    query = select(CoursePause).where(CoursePause.course_id == course_id)
    rows = work.scalars(query.order_by(CoursePause.first.desc()))
    return [
        PauseCard(r.id, r.first, r.last, r.reason, len(between(work, course_id, r.first, r.last)))
        for r in rows
    ]


def between(work: Work, course_id: uuid.UUID, first: date, last: date) -> list[Participant]:
    """The planned trainings to come of a course on some days, both included."""
    return later(work, course_id, first, last)


def pause(work: Work, course_id: uuid.UUID, first: date, last: date, reason: str) -> uuid.UUID:
    """Let a course rest; its trainings in between are only proposed for release.

    Raises Refused: NEEDS_REASON, CROSSED, TOO_FAR, ALREADY_ENDED or ALREADY_PAUSED.
    """
    reason = limits.reason_given(reason)
    limits.in_order(first, last)
    for day in (first, last):
        limits.day_within(day, today(work))
    course = work.get_one(Course, course_id)
    work.rely_on(course)
    if course.ended and course.ended < first:
        raise Refused(Reason.ALREADY_ENDED, day=course.ended)
    for one in work.scalars(select(CoursePause).where(CoursePause.course_id == course_id)):
        if one.first <= last and first <= one.last:
            raise Refused(Reason.ALREADY_PAUSED, first=one.first, last=one.last)
    row = CoursePause(course_id=course_id, first=first, last=last, reason=reason)
    work.add(row)
    work.flush()
    return row.id


def release(work: Work, course_id: uuid.UUID, first: date, last: date) -> int:
    """Take the planned trainings of some days out of the calendar; answers how many. They cost nothing."""
    return release_later(work, course_id, first, last)


def take_back(work: Work, pause_id: uuid.UUID) -> None:
    """The course did not rest after all."""
    row = work.get_one(CoursePause, pause_id)
    work.rely_on(row)
    row.withdrawn = True
