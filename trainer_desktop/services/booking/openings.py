"""What is wished of a series, and the times that could be used for it."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum

from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import TAKES_A_PLACE, Form
from trainer_desktop.rules.daybits import QUARTERS, STEP, minute_of, room_for, starts_in
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.rules.planning import (
    Opening,
)
from trainer_desktop.services.booking import booking
from trainer_desktop.services.centre.availability import Availability
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.centre.roster import RoomCard, room_cards, therapists
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.store.moments import wall_now

WITHOUT_ROOM = (Form.HOME, Form.OWN)


HORIZON = 26  # weeks ahead, where nothing else ends the series


OTHER_ROOM = 2  # quarter-hours that another room than the wished one is worth


class Wished(Enum):
    """What somebody can wish of a series."""

    DAYS = "days"
    HOURS = "hours"
    THERAPIST = "therapist"
    ROOM = "room"
    EQUIPMENT = "equipment"
    LAST_DAY = "last_day"
    SKIPPED = "skipped"
    PER_WEEK = "per_week"


ALWAYS = frozenset({Wished.EQUIPMENT, Wished.LAST_DAY, Wished.SKIPPED, Wished.PER_WEEK})


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of a series; wall times. What is in `strict` must hold, the rest is wished.

    `weekdays` (Monday is 0) empty: any. `skip` are days that are not used.
    """

    course_id: uuid.UUID
    count: int
    minutes: int
    first: date
    form: Form = Form.INDIVIDUAL
    per_week: int = 2
    weekdays: frozenset[int] = frozenset()
    earliest: time | None = None
    latest: time | None = None
    at: time | None = None
    therapist_id: uuid.UUID | None = None
    room_id: uuid.UUID | None = None
    equipment: frozenset[str] = frozenset()
    last: date | None = None
    skip: frozenset[date] = frozenset()
    strict: frozenset[Wished] = ALWAYS

    def given(self) -> list[Wished]:
        """The wishes that were made and must hold."""
        made = {
            Wished.DAYS: bool(self.weekdays),
            Wished.HOURS: bool(self.earliest or self.latest),
            Wished.THERAPIST: self.therapist_id is not None,
            Wished.ROOM: self.room_id is not None,
            Wished.EQUIPMENT: bool(self.equipment),
            Wished.LAST_DAY: self.last is not None,
            Wished.SKIPPED: bool(self.skip),
            Wished.PER_WEEK: True,
        }
        return [wish for wish in Wished if made[wish] and wish in self.strict]


@dataclass
class Ground:
    """Everything a search needs, read once."""

    wishes: Wishes
    citizen: uuid.UUID
    staff: list[NamedKey]
    rooms: list[RoomCard]
    days: list[date]
    free: Availability
    now: datetime
    names: dict[uuid.UUID, str] = field(default_factory=dict)
    booked: frozenset[date] = frozenset()  # the days on which the course has a training already


def read(work: Work, wishes: Wishes) -> Ground:
    """Read everything that a search for these wishes needs."""
    facts = courses.account(work, wishes.course_id)
    now = wall_now(work)
    course = work.get_one(Course, wishes.course_id)
    centre = course.centre_id
    if wishes.therapist_id:
        centre = booking.centre_of(work, wishes.therapist_id)
    staff, rooms = therapists(work, centre), room_cards(work, centre)
    first = max(wishes.first, now.date())
    last = first + timedelta(weeks=max(HORIZON, -(-wishes.count // max(1, wishes.per_week)) * 2))
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    free = Availability(work, days, staff, rooms, [facts.citizen_id], centre=centre)
    names = {s.id: s.short for s in staff} | {r.id: r.name for r in rooms}
    booked = frozenset(t.starts.date() for t in facts.course.trainings if t.state in TAKES_A_PLACE)
    return Ground(wishes, facts.citizen_id, staff, rooms, days, free, now, names, booked)


def find_openings(
    ground: Ground, wishes: Wishes, at: time | None, without: frozenset[Wished] = frozenset()
) -> Iterator[Opening]:
    """Every time that can be used, with the wishes it breaks; `without` are wishes that are given up."""
    must = wishes.strict - without
    rooms = _rooms(ground, wishes, must)
    for day, off_day in _days(ground, wishes, must):
        yield from _of_day(ground, wishes, must, day, rooms, at, off_day)


def _days(ground: Ground, wishes: Wishes, must: frozenset[Wished]) -> Iterator[tuple[date, int]]:
    """The days that may be used, and whether each is another than was wished (1) or not (0)."""
    for day in ground.days:
        if day < wishes.first or day in ground.free.closed or day in ground.booked:
            continue
        if Wished.LAST_DAY in must and wishes.last and day > wishes.last:
            break
        if Wished.SKIPPED in must and day in wishes.skip:
            continue
        off_day = bool(wishes.weekdays) and day.weekday() not in wishes.weekdays
        if off_day and Wished.DAYS in must:
            continue
        yield day, int(off_day)


def _of_day(
    ground: Ground,
    wishes: Wishes,
    must: frozenset[Wished],
    day: date,
    rooms: list[RoomCard],
    at: time | None,
    off_day: int,
) -> Iterator[Opening]:
    citizen = ground.free.citizen(ground.citizen, day)
    halls = [(room.id, room_for(ground.free.room(room.id, day), wishes.minutes)) for room in rooms]
    usable = _usable(wishes, must, [bits for _room, bits in halls])
    wished_at = minute_of(at) if at else None
    spots: dict[int, tuple[datetime, uuid.UUID | None, int, int]] = {}  # whoever it is

    def spot(minute: int) -> tuple[datetime, uuid.UUID | None, int, int]:
        room = next((key for key, free in halls if free >> (minute // STEP) & 1), None)
        far = abs(minute - wished_at) // 15 if wished_at is not None else 0
        if wishes.room_id and room != wishes.room_id:
            far += OTHER_ROOM
        starts = datetime.combine(day, time(minute // 60, minute % 60))
        return starts, room, off_day + int(not within(wishes, minute)), far

    for person in ground.staff:
        strange = wishes.therapist_id not in (None, person.id)
        if strange and Wished.THERAPIST in must:
            continue
        bits = room_for(ground.free.therapist(person.id, day) & citizen, wishes.minutes) & usable
        for minute in starts_in(bits):
            if minute not in spots:
                spots[minute] = spot(minute)
            starts, room, outside, far = spots[minute]
            if starts > ground.now:
                yield Opening(starts, person.id, room, outside, far)


def _usable(wishes: Wishes, must: frozenset[Wished], halls: list[int]) -> int:
    """The quarters at which a training may begin: within the wished hours where these must hold, with a room free."""
    usable = QUARTERS
    if Wished.HOURS in must:
        usable = sum(1 << m // STEP for m in starts_in(QUARTERS) if within(wishes, m))
    if wishes.form not in WITHOUT_ROOM:
        anywhere = 0
        for bits in halls:
            anywhere |= bits
        usable &= anywhere
    return usable


def within(wishes: Wishes, minute: int) -> bool:
    """Whether a training that begins then lies within the wished hours."""
    if wishes.earliest and minute < minute_of(wishes.earliest):
        return False
    latest = wishes.latest
    return not latest or minute + wishes.minutes <= minute_of(latest)


def _rooms(ground: Ground, wishes: Wishes, must: frozenset[Wished]) -> list[RoomCard]:
    """The rooms that may be used, the wished one first; none for what needs no room, or where wishes shut out all."""
    if wishes.form in WITHOUT_ROOM:
        return []
    equipped = Wished.EQUIPMENT in must and bool(wishes.equipment)
    able = [
        r
        for r in ground.rooms
        if (r.kind is RoomKind.POOL or wishes.form is not Form.POOL)
        and (not equipped or wishes.equipment <= set(r.equipment))
    ]
    first = [r for r in able if r.id == wishes.room_id]
    if Wished.ROOM in must and wishes.room_id:
        return first
    if not equipped and wishes.form is not Form.POOL:
        able = [r for r in able if r.capacity == 1] or able
    return first + [r for r in able if r.id != wishes.room_id]


def common_time(ground: Ground) -> time | None:
    """The time of day at which the most wished days are free, the earliest of several."""
    wishes = ground.wishes
    must = wishes.strict | {Wished.DAYS, Wished.HOURS}
    rooms, free = _rooms(ground, wishes, must), ground.free
    mine = [s.id for s in ground.staff if wishes.therapist_id in (None, s.id)]
    counted: Counter[int] = Counter()
    for day, _off_day in _days(ground, wishes, must):
        halls = [room_for(free.room(room.id, day), wishes.minutes) for room in rooms]
        own, anybody = free.citizen(ground.citizen, day), 0
        for whom in mine:
            anybody |= room_for(free.therapist(whom, day) & own, wishes.minutes)
        bits = anybody & _usable(wishes, must, halls)
        past = minute_of(ground.now) if day == ground.now.date() else -1
        counted.update(minute for minute in starts_in(bits) if minute > past)
    if not counted:
        return None
    best = min(counted, key=lambda minute: (-counted[minute], minute))
    return time(best // 60, best % 60)


def days_of(openings: Iterable[Opening]) -> set[date]:
    """The days that have a time."""
    return {one.starts.date() for one in openings}
