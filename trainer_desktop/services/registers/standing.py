"""What still stands in the calendar after the last day of a centre, a room, a colleague or a team."""

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, or_, select

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.services.registers.register import Standing

COLUMNS: dict[type[Any], Any] = {
    Centre: TrainingSession.centre_id,
    Room: TrainingSession.room_id,
    Staff: TrainingSession.therapist_id,
    Team: TrainingSession.team_id,
}


def standing(work: Work, row: Any, day: date) -> Standing:
    """The planned trainings of it after a day."""
    return _count(work, day, COLUMNS[type(row)] == row.id, until=None)


def on_day(work: Work, day: date, centre: Any) -> Standing:
    """The planned trainings of one day, at one centre or (None) at all."""
    where = [TrainingSession.centre_id == centre] if centre else []
    return _count(work, day - timedelta(days=1), *where, until=day)


def between(work: Work, staff_id: uuid.UUID, first: date, last: date) -> Standing:
    """A colleague's planned trainings on some days, both included."""
    where = TrainingSession.therapist_id == staff_id
    return _count(work, first - timedelta(days=1), where, until=last)


def at_time(work: Work, where: Any, starts: datetime, ends: datetime) -> Standing:
    """What stands at a time, in part or whole."""
    return _first(work, where, TrainingSession.starts < ends, TrainingSession.ends > starts)


def _count(work: Work, day: date, *where: Any, until: date | None) -> Standing:
    later = [TrainingSession.starts >= _after(day), *where]
    if until:
        later.append(TrainingSession.starts < _after(until))
    return _first(work, *later)


def _first(work: Work, *where: Any) -> Standing:
    """Trainings that somebody is to come to, and the meetings of teams that nobody is on yet."""
    s, p = TrainingSession, Participant
    query = (
        select(func.count(s.id.distinct()), func.min(s.starts), func.max(s.starts))
        .outerjoin(p, (p.session_id == s.id) & p.withdrawn.is_(False))
        .where(or_(p.state == State.PLANNED, p.id.is_(None) & s.team_id.is_not(None)), *where)
    )
    number, first, last = work.execute(query).one()
    return Standing(number, first.date() if first else None, last.date() if last else None)


def _after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time())
