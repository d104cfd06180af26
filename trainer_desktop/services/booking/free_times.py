"""Where a training could lie instead: free rooms, colleagues the same day, and the days to come."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from trainer_desktop.models.centre import Room
from trainer_desktop.models.course import Course
from trainer_desktop.models.occupancy import Kind
from trainer_desktop.models.occupy import Use, clashes, too_full, uses_of
from trainer_desktop.models.work import Work
from trainer_desktop.rules.daybits import (
    QUARTERS,
    STEP,
    WHOLE_DAY,
    minute_of,
    room_for,
    starts_in,
)
from trainer_desktop.services.booking.booking import NOBODY, active_people, centre_of, citizens_on
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.centre.availability import Availability
from trainer_desktop.services.centre.cards import ColumnCard, NamedKey
from trainer_desktop.services.centre.roster import column_of, room_cards, staff_columns, therapists
from trainer_desktop.services.store.moments import wall_now

QUARTER = timedelta(minutes=15)
DAYS_AHEAD = 21


@dataclass(frozen=True, slots=True)
class FreeCard:
    """A free time, with the room; wall time."""

    starts: datetime
    room_id: uuid.UUID | None
    room: str


def free_room(work: Work, wish: Wish) -> uuid.UUID | None:
    """The first room for one at the therapist's centre that is free at the time; None when all are taken."""
    rooms = [key for key, _name, _capacity in _single_rooms(work, wish)]
    uses = [Use(NOBODY, Kind.ROOM.value, r, wish.starts, wish.ends, 1, True) for r in rooms]
    taken = {use.resource_id for use, _other in clashes(work, uses)}
    return next((room for room in rooms if room not in taken), None)


def proposed_therapist(work: Work, wish: Wish, first: uuid.UUID | None) -> uuid.UUID | None:
    """Who could take a training then: the one named if free, else the first of the centre who is; None: nobody."""
    centre = None
    if wish.room_id:
        centre = work.get_one(Room, wish.room_id).centre_id
    elif first:
        centre = centre_of(work, first)
    staff, day = therapists(work, centre), wish.starts.date()
    free = Availability(work, [day], staff)
    bit = (minute_of(wish.starts)) // STEP
    able = [s.id for s in staff if room_for(free.therapist(s.id, day), wish.minutes) >> bit & 1]
    return first if first in able else next(iter(able), None)


def soonest(work: Work, wish: Wish) -> FreeCard | None:
    """The therapist's first free time from the wished one on, on a day when the citizen has nothing else.

    With a room for one, where the centre has any; None when there is no time within three weeks.
    """
    centre = centre_of(work, wish.therapist_id)
    citizens = _whose(work, wish, NOBODY)
    first = max(wish.starts, wall_now(work))
    days = [first.date() + timedelta(days=n) for n in range(DAYS_AHEAD)]
    rooms = [room for room in room_cards(work, centre) if room.capacity == 1]
    who = [NamedKey(wish.therapist_id, "", "", "")]
    free = Availability(work, days, who, rooms, citizens, centre=centre)
    for day in days:
        bits = free.therapist(wish.therapist_id, day) if day not in free.closed else 0
        if not bits or _all_free(free, citizens, day) != WHOLE_DAY:
            continue
        for minute in starts_in(room_for(bits, wish.minutes) & QUARTERS):
            at = datetime.combine(day, time(minute // 60, minute % 60))
            if at < first:
                continue
            if not rooms:
                return FreeCard(at, None, "")
            bit = minute // STEP
            able = (r for r in rooms if room_for(free.room(r.id, day), wish.minutes) >> bit & 1)
            if room := next(able, None):
                return FreeCard(at, room.id, room.name)
    return None


def colleagues(
    work: Work, wish: Wish, session_id: uuid.UUID = NOBODY, most: int = 2
) -> list[tuple[str, datetime]]:
    """The nearest times the same day at which somebody of the centre could take it in the same room.

    Answers initials and start.
    """
    day = wish.starts.date()
    staff = therapists(work, centre_of(work, wish.therapist_id))
    columns = staff_columns(work, staff, [day])
    people = [s.id for s in staff]
    places = 1 if session_id == NOBODY else max(1, active_people(work, session_id))
    citizens = _whose(work, wish, session_id)
    rooms = _rooms(work, wish)[:1]
    busy = _busy(work, [*people, *citizens, *(room[0] for room in rooms)], day, session_id)
    found: list[tuple[timedelta, str, datetime]] = []
    for person, column in zip(staff, columns, strict=True):
        taken = [use for key in (person.id, *citizens) for use in busy[key]]
        times = _times(work, wish, column, taken)
        free = (at for at in times if _with_room(at, wish, rooms, busy, places))
        best = min(free, key=lambda at: abs(at - wish.starts), default=None)
        if best:
            found.append((abs(best - wish.starts), person.short, best))
    return [(who, when) for _far, who, when in sorted(found)[:most]]


def nearest(
    work: Work, wish: Wish, session_id: uuid.UUID = NOBODY, most: int = 3
) -> list[FreeCard]:
    """The therapist's next free times, one a day, as near the wished hour as can be, with a room for them.

    A training that is there already (`session_id`) does not stand in its own way.
    """
    rooms = _rooms(work, wish)
    citizens = _whose(work, wish, session_id)
    found: list[FreeCard] = []
    for ahead in range(DAYS_AHEAD):
        day = wish.starts.date() + timedelta(days=ahead)
        column = column_of(work, wish.therapist_id, day)
        if column is None:
            return []
        ids = [wish.therapist_id, *citizens, *(key for key, _name, _capacity in rooms)]
        busy = _busy(work, ids, day, session_id)
        taken = [use for key in (wish.therapist_id, *citizens) for use in busy[key]]
        wished = datetime.combine(day, wish.starts.time())
        times = sorted(_times(work, wish, column, taken), key=lambda at: abs(at - wished))
        free = (_with_room(at, wish, rooms, busy) for at in times)
        best = next((card for card in free if card), None)
        if best:
            found.append(best)
        if len(found) == most:
            break
    return found


def landings(
    work: Work,
    wish: Wish,
    columns: Sequence[tuple[uuid.UUID | None, uuid.UUID | None, date]],
    session_id: uuid.UUID = NOBODY,
) -> list[int]:
    """Where a training could begin in each column (therapist, room, day; None: the wish's own), as bits of its day."""
    citizens = _whose(work, wish, session_id)
    people = 1 if session_id == NOBODY else max(1, active_people(work, session_id))
    days = sorted({day for _staff, _room, day in columns})
    staff = {therapist or wish.therapist_id for therapist, _room, _day in columns}
    wanted = {room or wish.room_id for _staff, room, _day in columns}
    rooms = [room for room in room_cards(work) if room.id in wanted]
    persons = [NamedKey(key, "", "", "") for key in staff]
    free = Availability(work, days, persons, rooms, citizens, frozenset([session_id]))
    own = {day: _all_free(free, citizens, day) for day in days}
    found = []
    for therapist, room, day in columns:
        bits = free.therapist(therapist or wish.therapist_id, day) & own[day]
        hall = room or wish.room_id
        if bits and hall:
            bits &= free.room(hall, day, people)
        found.append(room_for(bits, wish.minutes) if bits else 0)
    return found


def _all_free(free: Availability, citizens: list[uuid.UUID], day: date) -> int:
    bits = WHOLE_DAY
    for citizen in citizens:
        bits &= free.citizen(citizen, day)
    return bits


def _with_room(
    at: datetime,
    wish: Wish,
    rooms: list[tuple[uuid.UUID, str, int]],
    busy: dict[uuid.UUID, list[Use]],
    people: int = 1,
) -> FreeCard | None:
    if not rooms:
        return FreeCard(at, None, "")
    ends = at + timedelta(minutes=wish.minutes)
    for key, name, capacity in rooms:
        use = Use(NOBODY, Kind.ROOM.value, key, at, ends, people, True)
        there = [other for other in busy[key] if other.starts < ends and other.ends > at]
        if too_full(use, there, capacity) is None:
            return FreeCard(at, key, name)
    return None


def _rooms(work: Work, wish: Wish) -> list[tuple[uuid.UUID, str, int]]:
    """The wished room first, then the single rooms of the centre; none when no room is wished."""
    if wish.room_id is None:
        return []
    rows = work.execute(
        select(Room.id, Room.name, Room.capacity).where(Room.id == wish.room_id)
    ).all()
    others = [room for room in _single_rooms(work, wish) if room[0] != wish.room_id]
    return [(row.id, row.name, row.capacity) for row in rows] + others


def _single_rooms(work: Work, wish: Wish) -> list[tuple[uuid.UUID, str, int]]:
    centre = centre_of(work, wish.therapist_id)
    query = select(Room.id, Room.name, Room.capacity)
    rows = work.execute(
        query.where(Room.centre_id == centre, Room.capacity == 1).order_by(Room.name)
    )
    return [(row.id, row.name, row.capacity) for row in rows]


def _whose(work: Work, wish: Wish, session_id: uuid.UUID) -> list[uuid.UUID]:
    if wish.course_id:
        return list(work.scalars(select(Course.citizen_id).where(Course.id == wish.course_id)))
    return citizens_on(work, session_id)


def _busy(
    work: Work, ids: list[uuid.UUID], day: date, session_id: uuid.UUID
) -> dict[uuid.UUID, list[Use]]:
    midnight = datetime.combine(day, time())
    found: dict[uuid.UUID, list[Use]] = defaultdict(list)
    for use in uses_of(work, ids, midnight, midnight + timedelta(days=1)):
        if use.session_id != session_id:
            found[use.resource_id].append(use)
    return found


def _times(work: Work, wish: Wish, column: ColumnCard, taken: list[Use]) -> Iterator[datetime]:
    """The quarter-hours from now on at which the therapist is at work and nobody is taken."""
    if column.hours is None or column.closed:
        return
    now, length = wall_now(work), timedelta(minutes=wish.minutes)
    at = datetime.combine(column.day, column.hours[0])
    last = datetime.combine(column.day, column.hours[1]) - length
    while at <= last:
        ends = at + length
        away = any(a.starts < ends.time() and a.ends > at.time() for a in column.away)
        there = column.open_at(at.time(), ends.time())
        if (
            at >= now
            and there
            and not away
            and not any(u.starts < ends and u.ends > at for u in taken)
        ):
            yield at
        at += QUARTER
