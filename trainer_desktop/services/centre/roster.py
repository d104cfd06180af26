"""Who works where and when, what is closed, and the rooms there are."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import bindparam, or_, select

from trainer_desktop.models.centre import Centre, Room, Staff, StaffAbsence, WorkingHours
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.work import Work
from trainer_desktop.rules.holidays import holiday_name
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.centre.cards import AwayCard, ColumnCard, NamedKey
from trainer_desktop.services.standards.rulebooks import Rulebooks, rulebooks
from trainer_desktop.services.store.moments import today

Spans = tuple[tuple[time, time], ...]
CLOSED_BY_HABIT = {(6, 5): "Grundlovsdag", (12, 24): "Juleaften", (12, 31): "Nytårsaften"}
_PERSON = standing(
    select(Staff.id, Staff.initials, Staff.name, Centre.name)
    .join(Centre, Centre.id == Staff.centre_id)
    .where(Staff.id == key_param("staff"))
)
_H = (
    WorkingHours.staff_id,
    WorkingHours.weekday,
    WorkingHours.starts,
    WorkingHours.ends,
    WorkingHours.valid_from,
    WorkingHours.valid_to,
    WorkingHours.weeks,
)
_ALL_HOURS = standing(select(*_H))
_HOURS = standing(select(*_H).where(WorkingHours.staff_id == key_param("staff")))
_HOMES = (standing(select(Staff.id, Staff.centre_id)), standing(select(Room.id, Room.centre_id)))
_AWAY = standing(
    select(
        StaffAbsence.staff_id,
        StaffAbsence.starts,
        StaffAbsence.ends,
        StaffAbsence.kind,
        StaffAbsence.note,
    ).where(StaffAbsence.starts < bindparam("last"), StaffAbsence.ends > bindparam("first"))
)


def column_of(work: Work, staff_id: uuid.UUID, day: date) -> ColumnCard | None:
    """One therapist's hours and absences on a day, without the trainings; None for somebody unknown."""
    staff = [NamedKey(*row) for row in work.rows(_PERSON, staff=staff_id)]
    return next(iter(staff_columns(work, staff, [day])), None)


def therapists(
    work: Work, centre: uuid.UUID | None = None, day: date | None = None
) -> list[NamedKey]:
    """Everyone who trains on a day (None: today), the main centre first, in the order of the list they came in."""
    query = (
        select(Staff.id, Staff.initials, Staff.name, Centre.name)
        .join(Centre, Centre.id == Staff.centre_id)
        .where(_in_use(Staff, day or today(work)))
        .order_by(Centre.parent_id.is_not(None), Centre.name.desc(), Staff.id)
    )
    if centre:
        query = query.where(Staff.centre_id == centre)
    return [NamedKey(*row) for row in work.execute(query).all()]


def _in_use(model: Any, day: date) -> Any:
    return or_(model.ended.is_(None), model.ended >= day)


def rooms(work: Work, centre: uuid.UUID | None = None, day: date | None = None) -> list[NamedKey]:
    """Every room in use on a day (None: today), the main centre's first."""
    query = (
        select(Room.id, Room.name, Room.capacity, Centre.name)
        .join(Centre, Centre.id == Room.centre_id)
        .where(_in_use(Room, day or today(work)))
        .order_by(Centre.parent_id.is_not(None), Centre.name.desc(), Room.id)
    )
    if centre:
        query = query.where(Room.centre_id == centre)
    return [NamedKey(r[0], r[1], str(r[2]), r[3]) for r in work.execute(query).all()]


@dataclass(frozen=True, slots=True)
class RoomCard:
    """A room and what it is good for."""

    id: uuid.UUID
    name: str
    capacity: int
    kind: RoomKind
    centre_id: uuid.UUID
    equipment: tuple[str, ...]


def room_cards(work: Work, centre: uuid.UUID | None = None) -> list[RoomCard]:
    """The rooms of a centre (or of all), by name."""
    query = select(
        Room.id, Room.name, Room.capacity, Room.kind, Room.centre_id, Room.equipment
    ).where(_in_use(Room, today(work)))
    if centre:
        query = query.where(Room.centre_id == centre)
    rows = work.execute(query.order_by(Room.name)).all()
    return [
        RoomCard(r.id, r.name, r.capacity, r.kind, r.centre_id, tuple(r.equipment or ()))
        for r in rows
    ]


def centres(work: Work) -> list[NamedKey]:
    """The main centre first."""
    rows = work.execute(
        select(Centre.id, Centre.name)
        .where(_in_use(Centre, today(work)))
        .order_by(Centre.parent_id.is_not(None), Centre.name.desc())
    ).all()
    return [NamedKey(r.id, r.name, r.name, r.name) for r in rows]


def closed_name(books: Rulebooks, day: date, centre: uuid.UUID | None = None) -> str:
    """The name of the holiday or closing day, with a centre also of its own; empty on an ordinary day."""
    name = holiday_name(day) or books.closing.get(day)
    if not name and centre:
        name = books.closing_at.get((centre, day))
    if name:
        return name
    if books.work_days.is_closed(day):
        return CLOSED_BY_HABIT.get((day.month, day.day), "Lukkedag")
    return ""


def staff_columns(work: Work, staff: list[NamedKey], days: list[date]) -> list[ColumnCard]:
    """A column for each therapist and day, therapist by therapist; minutes are not counted yet."""
    only = staff[0].id if len(staff) == 1 else None
    at_work, away, books = hours(work, days, only), absences(work, days), rulebooks(work)
    home = homes(work)
    return [
        ColumnCard(
            s.id,
            s.short,
            s.name,
            day,
            whole_of(at_work.get((s.id, day))),
            tuple(away.get((s.id, day), ())),
            centre=s.centre,
            closed=closed_name(books, day, home.get(s.id)),
            breaks=breaks_of(at_work.get((s.id, day))),
        )
        for s in staff
        for day in days
    ]


def homes(work: Work) -> dict[uuid.UUID, uuid.UUID]:
    """The centre of everyone and of every room, while some centre has closing days of its own; else empty, as nobody needs it."""
    if not rulebooks(work).closing_at:
        return {}
    return {row.id: row.centre_id for home in _HOMES for row in work.rows(home)}


def hours(
    work: Work, days: list[date], only: uuid.UUID | None
) -> dict[tuple[uuid.UUID, date], Spans]:
    """When everyone (or only one) is at work on each day, in order and apart; who is not there is not at work."""
    found: dict[tuple[uuid.UUID, date], list[tuple[time, time]]] = defaultdict(list)
    by_weekday: dict[int, list[date]] = defaultdict(list)
    for day in days:
        by_weekday[day.weekday()].append(day)
    for row in work.rows(_HOURS, staff=only) if only else work.rows(_ALL_HOURS):
        first, last = row.valid_from or date.min, row.valid_to or date.max
        for day in by_weekday.get(row.weekday, ()):
            if first <= day <= last and row.weeks in (0, weeks_of(day)):
                found[row.staff_id, day].append((row.starts, row.ends))
    return {key: _apart(spans) for key, spans in found.items()}


def weeks_of(day: date) -> int:
    """1 in an odd week of the year, 2 in an even one."""
    return 1 if day.isocalendar().week % 2 else 2


def _apart(spans: list[tuple[time, time]]) -> Spans:
    """Stretches of a day in order, those that meet or overlap made one."""
    kept: list[tuple[time, time]] = []
    for starts, ends in sorted(spans):
        if kept and starts <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(ends, kept[-1][1]))
        else:
            kept.append((starts, ends))
    return tuple(kept)


def whole_of(spans: Spans | None) -> tuple[time, time] | None:
    """The first start and the last end of a day's hours."""
    return (spans[0][0], spans[-1][1]) if spans else None


def breaks_of(spans: Spans | None) -> Spans:
    """What lies between a day's hours."""
    return tuple((a[1], b[0]) for a, b in pairwise(spans or ()))


def absences(work: Work, days: list[date]) -> dict[tuple[uuid.UUID, date], list[AwayCard]]:
    """Everyone's absences, cut to each day."""
    first = datetime.combine(days[0], time())
    last = datetime.combine(days[-1] + timedelta(days=1), time())
    found: dict[tuple[uuid.UUID, date], list[AwayCard]] = defaultdict(list)
    for row in work.rows(_AWAY, first=first, last=last):
        for day in days:
            midnight = datetime.combine(day, time())
            starts = max(row.starts, midnight)
            ends = min(row.ends, datetime.combine(day, time(23, 59)))
            if starts < ends:
                found[row.staff_id, day].append(
                    AwayCard(starts.time(), ends.time(), row.kind, row.note)
                )
    return found
