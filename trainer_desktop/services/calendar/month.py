"""The month: how full each day is, what is free, and what is special about it."""

import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import exists, func, select

from trainer_desktop.models.centre import Room
from trainer_desktop.models.occupancy import Kind, Occupancy
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import TAKES_A_PLACE
from trainer_desktop.rules.daybits import STEP, minute_of, span
from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.services.centre.availability import Availability, closed_rooms
from trainer_desktop.services.centre.roster import absences, therapists
from trainer_desktop.services.store.moments import monday_of, wall_now

USUAL = 45  # minutes: how long a free time has to be


@dataclass(frozen=True, slots=True)
class TeamDay:
    """A team on a day: places taken and places there are."""

    name: str
    taken: int
    capacity: int


@dataclass(frozen=True, slots=True)
class MonthDayCard:
    """One day. `load` is booked time of time at work, in percent (None: nobody works); `free` are free times of 45 minutes."""

    day: date
    inside: bool
    load: int | None
    free: int
    trainings: int
    teams: tuple[TeamDay, ...]
    away: tuple[tuple[AbsenceKind, int], ...]
    rooms: tuple[tuple[str, datetime, datetime], ...]
    closed: str
    past: bool = False


def month(work: Work, day: date, centre: uuid.UUID | None = None) -> list[MonthDayCard]:
    """The whole weeks that a day's month lies in, Monday first."""
    first = day.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    monday, sunday = monday_of(first), monday_of(last) + timedelta(days=6)
    days = [monday + timedelta(days=n) for n in range((sunday - monday).days + 1)]
    staff, now = therapists(work, centre), wall_now(work)
    free = Availability(work, days, staff, centre=centre)
    teams, counts = _teams(work, days, centre), _trainings(work, days, centre)
    away, shut = absences(work, days), closed_rooms(work, days)
    names = {
        row.id: row.name
        for row in work.execute(select(Room.id, Room.name).where(Room.ended.is_(None)))
    }
    found = []
    for one in days:
        at_work = [free.at_work(s.id, one) for s in staff]
        whole = sum(bits.bit_count() for bits in at_work)
        open_ = [free.therapist(s.id, one) for s in staff]
        left = sum(bits.bit_count() for bits in open_)
        kinds = Counter(a.kind for s in staff for a in away.get((s.id, one), ()) if a.kind)
        found.append(
            MonthDayCard(
                one,
                one.month == day.month,
                round(100 * (whole - left) / whole) if whole else None,
                sum(_times(_from_now(bits, one, now)) for bits in open_),
                counts[one],
                tuple(teams[one]),
                tuple(kinds.most_common()),
                tuple(
                    (names.get(r.room_id, ""), r.starts, r.ends)
                    for r in shut
                    if r.starts.date() <= one <= (r.ends - timedelta(microseconds=1)).date()
                ),
                free.closed.get(one, ""),
                one < now.date(),
            )
        )
    return found


def _from_now(bits: int, day: date, now: datetime) -> int:
    """What is left of a day; nothing of a day that is over."""
    if day < now.date():
        return 0
    return bits & ~span(0, minute_of(now)) if day == now.date() else bits


def _times(bits: int) -> int:
    """How many usual trainings fit in the free stretches, one after the other."""
    wanted, count = USUAL // STEP, 0
    while bits:
        bits >>= (bits & -bits).bit_length() - 1
        run = (~bits & (bits + 1)).bit_length() - 1
        count += run // wanted
        bits >>= run
    return count


def _teams(work: Work, days: list[date], centre: uuid.UUID | None) -> dict[date, list[TeamDay]]:
    s, p = TrainingSession, Participant
    taken = (
        select(func.count())
        .where(p.session_id == s.id, p.state.in_(TAKES_A_PLACE), p.withdrawn.is_(False))
        .correlate(s)
        .scalar_subquery()
    )
    query = (
        select(s.starts, Team.name, Team.capacity, taken)
        .join(Team, Team.id == s.team_id)
        .where(*_within(days))
        .order_by(s.starts)
    )
    if centre:
        query = query.where(s.centre_id == centre)
    found: dict[date, list[TeamDay]] = defaultdict(list)
    for starts, name, capacity, count in work.execute(query):
        found[starts.date()].append(TeamDay(name, count, capacity))
    return found


def _trainings(work: Work, days: list[date], centre: uuid.UUID | None) -> dict[date, int]:
    """Those that take their therapist's time: what is cancelled does not."""
    s, o = TrainingSession, Occupancy
    held = exists().where(o.session_id == s.id, o.kind == Kind.THERAPIST.value)
    day = func.date(s.starts)
    query = select(day, func.count()).where(*_within(days), held).group_by(day)
    if centre:
        query = query.where(s.centre_id == centre)
    counts = {date.fromisoformat(str(one)): count for one, count in work.execute(query)}
    return {one: counts.get(one, 0) for one in days}


def _within(days: list[date]) -> tuple[Any, ...]:
    s = TrainingSession
    return (
        s.starts >= datetime.combine(days[0], time()),
        s.starts < datetime.combine(days[-1] + timedelta(days=1), time()),
    )
