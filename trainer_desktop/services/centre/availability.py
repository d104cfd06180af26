"""Who and what is free over many days, read once: for planning a series, for an ill therapist, for the month."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import bindparam, select

from trainer_desktop.models.centre import RoomClosure
from trainer_desktop.models.occupancy import Kind, Occupancy
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.work import Work
from trainer_desktop.rules.daybits import WHOLE_DAY, lanes, minute_of, span
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.centre.roster import RoomCard, absences, closed_name, homes, hours
from trainer_desktop.services.standards.rulebooks import rulebooks

NONE: frozenset[uuid.UUID] = frozenset()
_TAKEN = select(Occupancy.resource_id, Occupancy.starts, Occupancy.ends, Occupancy.places).where(
    Occupancy.kind == bindparam("kind"),
    Occupancy.resource_id.in_(key_param("ids", many=True)),
    Occupancy.starts >= bindparam("first"),
    Occupancy.starts < bindparam("last"),
)
_TAKEN_BY = _TAKEN.add_columns(Occupancy.session_id)
_CLOSED_ROOMS = standing(
    select(RoomClosure.room_id, RoomClosure.starts, RoomClosure.ends, RoomClosure.note).where(
        RoomClosure.starts < bindparam("last"), RoomClosure.ends > bindparam("first")
    )
)
Taken = dict[tuple[uuid.UUID, date], list[tuple[int, int, int]]]


class Availability:
    """Free time as bits of a day (`rules.daybits`). Trainings in `without` are looked past.

    `closed` are the days on which everything is closed, with `centre` also that centre's own.
    """

    def __init__(
        self,
        work: Work,
        days: list[date],
        staff: Iterable[NamedKey] = (),
        rooms: Iterable[RoomCard] = (),
        citizens: Iterable[uuid.UUID] = (),
        without: frozenset[uuid.UUID] = NONE,
        centre: uuid.UUID | None = None,
    ) -> None:
        self.days = days
        self.capacity = {room.id: room.capacity for room in rooms}
        people, guests = [s.id for s in staff], list(citizens)
        books = rulebooks(work)
        self.closed = {day: name for day in days if (name := closed_name(books, day, centre))}
        self._own_closed = books.closing_at
        self._home = homes(work)
        self._hours = hours(work, days, people[0] if len(people) == 1 else None)
        self._away = absences(work, days)
        self._shut = _shut(work, days)
        self._open: dict[
            tuple[uuid.UUID, date], int
        ] = {}  # what was asked once is not worked out again
        self._lanes: dict[tuple[uuid.UUID, date], list[int]] = {}
        self._busy = {
            Kind.THERAPIST: _taken(work, Kind.THERAPIST, people, days, without),
            Kind.ROOM: _taken(work, Kind.ROOM, list(self.capacity), days, without),
            Kind.CITIZEN: _taken(work, Kind.CITIZEN, guests, days, without),
        }

    def at_work(self, staff: uuid.UUID, day: date) -> int:
        """When a therapist is at work and not away, trainings or not; nothing on a closed day."""
        there = self._hours.get((staff, day))
        if there is None or self._is_closed(staff, day):
            return 0
        free = 0
        for starts, ends in there:
            free |= span(minute_of(starts), minute_of(ends))
        for away in self._away.get((staff, day), ()):
            free &= ~span(minute_of(away.starts), minute_of(away.ends))
        return free

    def therapist(self, staff: uuid.UUID, day: date) -> int:
        """When a therapist is at work and has no training."""
        key = (staff, day)
        if key not in self._open:
            free = self.at_work(staff, day)
            self._open[key] = free & ~_bits(self._busy[Kind.THERAPIST].get(key, ())) if free else 0
        return self._open[key]

    def citizen(self, citizen: uuid.UUID, day: date) -> int:
        """When a citizen has no other training."""
        return WHOLE_DAY & ~_bits(self._busy[Kind.CITIZEN].get((citizen, day), ()))

    def places(self, room: uuid.UUID, day: date) -> list[int]:
        """When each place of a room is free: one for each of its capacity."""
        if (room, day) in self._lanes:
            return self._lanes[room, day]
        self._lanes[room, day] = found = self._places_of(room, day)
        return found

    def _places_of(self, room: uuid.UUID, day: date) -> list[int]:
        shut = WHOLE_DAY if self._is_closed(room, day) else self._shut.get((room, day), 0)
        taken = self._busy[Kind.ROOM].get((room, day), [])
        if not taken:
            return [WHOLE_DAY & ~shut] * self.capacity[room]
        return [free & ~shut for free in lanes(taken, self.capacity[room])]

    def _is_closed(self, whose: uuid.UUID, day: date) -> bool:
        home = self._home.get(whose)
        return day in self.closed or (home is not None and (home, day) in self._own_closed)

    def room(self, room: uuid.UUID, day: date, people: int = 1) -> int:
        """When a room has so many places left."""
        free = self.places(room, day)
        return free[people - 1] if people <= len(free) else 0


def closed_rooms(work: Work, days: list[date]) -> list[Any]:
    """Rooms that are closed in a stretch of days: room_id, starts, ends, note."""
    first = datetime.combine(days[0], time())
    last = datetime.combine(days[-1] + timedelta(days=1), time())
    return list(work.rows(_CLOSED_ROOMS, first=first, last=last))


def _shut(work: Work, days: list[date]) -> dict[tuple[uuid.UUID, date], int]:
    found: dict[tuple[uuid.UUID, date], int] = defaultdict(int)
    for row in closed_rooms(work, days):
        for day in days:
            midnight = datetime.combine(day, time())
            starts, ends = max(row.starts, midnight), min(row.ends, midnight + timedelta(days=1))
            if starts < ends:
                from_, to = (int((at - midnight).total_seconds()) // 60 for at in (starts, ends))
                found[row.room_id, day] |= span(from_, to)
    return found


def _taken(
    work: Work, kind: Kind, ids: list[uuid.UUID], days: list[date], without: frozenset[uuid.UUID]
) -> Taken:
    found: Taken = defaultdict(list)
    if not ids or not days:
        return found
    last = datetime.combine(days[-1] + timedelta(days=1), time())
    first = datetime.combine(days[0], time())
    taken = _TAKEN_BY if without else _TAKEN
    for row in work.rows(taken, kind=kind.value, ids=ids, first=first, last=last):
        resource, starts, ends, places = row[:4]
        if not without or row.session_id not in without:
            found[resource, starts.date()].append((minute_of(starts), minute_of(ends), places))
    return found


def _bits(taken: Iterable[tuple[int, int, int]]) -> int:
    bits = 0
    for starts, ends, _places in taken:
        bits |= span(starts, ends)
    return bits
