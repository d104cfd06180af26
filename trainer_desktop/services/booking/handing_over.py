"""Handing a course over to somebody else, with its trainings or without."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking.booking import obstacles
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.courses.checks import KnownCourses
from trainer_desktop.services.store.moments import today, wall_now

HERS = (  # what may stand in the way of another therapist at the same time and place
    *(Reason.THERAPIST_BUSY, Reason.THERAPIST_ABSENT, Reason.OUTSIDE_HOURS, Reason.CLOSED),
    Reason.NOT_IN_USE,
)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a handing over did: how many trainings went along, and which day the first that could not is on."""

    along: int
    left: int


def hand_over(
    work: Work,
    course_id: uuid.UUID,
    staff_id: uuid.UUID,
    centre_id: uuid.UUID | None = None,
    *,
    trainings: bool = False,
) -> HandedOver:
    """Give a course to another responsible therapist, and another centre, with its own trainings to come or without.

    Raises Refused: NOT_IN_USE, ALREADY_ENDED, or why she cannot at one of the times (busy, absent, not at work, closed);
    nothing is done then.
    """
    course, staff = work.get_one(Course, course_id), work.get_one(Staff, staff_id)
    work.rely_on(course)
    if course.ended:
        raise Refused(Reason.ALREADY_ENDED, day=course.ended)
    if staff.ended and staff.ended < today(work):
        raise Refused(Reason.NOT_IN_USE, text=staff.name)
    centre = work.get_one(Centre, centre_id) if centre_id else None
    coming = _own(work, course.id)
    if trainings:
        _refuse_impossible(work, coming, staff.id)
    course.responsible_id = staff.id
    if centre:
        course.centre_id = centre.id
    if not trainings:
        return HandedOver(0, len(coming))
    for session in coming:
        session.therapist_id = staff.id
    return HandedOver(len(coming), 0)


def _refuse_impossible(work: Work, coming: list[TrainingSession], staff_id: uuid.UUID) -> None:
    """Raise Refused with the first thing that keeps a colleague from one of the trainings."""
    moving = frozenset(session.id for session in coming)
    known = KnownCourses(work)
    for session in coming:
        minutes = int((session.ends - session.starts).total_seconds()) // 60
        wish = Wish(
            None,
            staff_id,
            session.room_id,
            session.starts,
            minutes,
            session.form,
            override=session.override,
        )
        for obstacle in obstacles(work, wish, session.id, ignoring=moving, known=known):
            if obstacle.level is Level.REFUSE and obstacle.reason in HERS:
                raise Refused(obstacle.reason, **dict(obstacle.facts))


def _own(work: Work, course_id: uuid.UUID) -> list[TrainingSession]:
    """The course's planned trainings to come that are no team's."""
    s = TrainingSession
    midnight = datetime.combine(wall_now(work).date(), time())
    return list(
        work.scalars(
            select(s)
            .join(Participant, Participant.session_id == s.id)
            .where(
                Participant.course_id == course_id,
                Participant.state == State.PLANNED,
                s.team_id.is_(None),
                s.starts >= midnight,
            )
            .order_by(s.starts)
        )
    )
