"""Days that deadlines count from or are met by, noted where they happen: a first booking, a first attendance.

What somebody has noted by hand stands; nothing is noted for a course that has begun before.
"""

import uuid
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.course import CourseEvent
from trainer_desktop.models.training import Participant
from trainer_desktop.models.work import Work
from trainer_desktop.services.store.moments import today

FROM_BOOKING = ("start_offered", "appointment_told")
FROM_ATTENDANCE = ("first_visit", "course_start")


def booked(work: Work, course_id: uuid.UUID, day: date) -> None:
    """The first training of a course is booked: the citizen is told of a time today, and offered to start on its day."""
    if _noted(work, course_id) & {*FROM_BOOKING, *FROM_ATTENDANCE}:
        return
    there = select(Participant.id).where(Participant.course_id == course_id).limit(2)
    if len(work.scalars(there).all()) > 1:
        return
    _note(work, course_id, {"start_offered": day, "appointment_told": today(work)})


def attended(work: Work, course_id: uuid.UUID, day: date) -> None:
    """Somebody came for the first time: the first visit, and the start of the course."""
    noted = _noted(work, course_id)
    if "course_start" in noted:
        return
    _note(work, course_id, {name: day for name in FROM_ATTENDANCE if name not in noted})


def _noted(work: Work, course_id: uuid.UUID) -> set[str]:
    return set(work.scalars(select(CourseEvent.event).where(CourseEvent.course_id == course_id)))


def _note(work: Work, course_id: uuid.UUID, days: dict[str, date]) -> None:
    query = select(CourseEvent).where(
        CourseEvent.course_id == course_id, CourseEvent.event.in_(list(days))
    )
    rows = work.scalars(query, execution_options={"with_withdrawn": True}).all()
    there = {row.event: row for row in rows}
    for event, day in days.items():
        if row := there.get(event):  # one that was taken away comes back; a day bears an event once
            row.withdrawn, row.day = False, day
        else:
            work.add(CourseEvent(course_id=course_id, event=event, day=day))
