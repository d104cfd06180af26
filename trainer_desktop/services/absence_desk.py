"""An ill therapist, a closed room or a closed day: everyone it hits, new times for as many as possible, one step to undo."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

from sqlalchemy import select

from trainer_desktop.models.centre import (
    AbsenceKind,
    ClosingDay,
    Room,
    RoomClosure,
    RoomKind,
    Staff,
    StaffAbsence,
)
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.daybits import QUARTERS, WHOLE_DAY, room_for, span, starts_in
from trainer_desktop.rules.reassigning import Candidate, reassign
from trainer_desktop.rules.reevaluation import longest_until
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import attendance, booking, courses
from trainer_desktop.services.availability import Availability
from trainer_desktop.services.booking import Wish
from trainer_desktop.services.cards import NamedKey
from trainer_desktop.services.courses import Facts
from trainer_desktop.services.moments import wall_now
from trainer_desktop.services.roster import RoomCard, room_cards, therapists
from trainer_desktop.services.rulebooks import rulebooks

AHEAD = 10  # hverdage after the old day in which a new time is looked for
NEAREST = 5  # times a day and therapist that are weighed
LEAD = timedelta(minutes=60)  # somebody who is to come at another time must be able to
ROOMS, LANES = 3, 4  # rooms, and places of each, that are weighed for one time
TRAINED_IN = frozenset({RoomKind.BOX, RoomKind.GYM})  # one serves as well as the other
TOLD = {  # what stands on record with a training that the centre cancels
    "staff": "Terapeuten er fraværende",
    "room": "Lokalet er lukket",
    "day": "Centret er lukket",
}
A_DAY, COLLEAGUE, ANOTHER_ROOM = (
    8,
    6,
    1,
)  # what a new place costs, beside half of the quarter-hours it is off


class Cause(Enum):
    """What cannot be used."""

    STAFF = "staff"
    ROOM = "room"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Outage:
    """Somebody away, a room or a whole centre closed, from and to in wall time; `key` None with DAY: every centre.

    A centre is closed for whole days: those that it touches.
    """

    cause: Cause
    key: uuid.UUID | None
    starts: datetime
    ends: datetime
    kind: AbsenceKind = AbsenceKind.ILL
    note: str = ""

    @property
    def days(self) -> list[date]:
        """The days that it touches; one that ends at midnight does not touch the next day."""
        first, last = self.starts.date(), (self.ends - timedelta(microseconds=1)).date()
        return [first + timedelta(days=n) for n in range((last - first).days + 1)]

    def whole(self) -> "Outage":
        """As it is treated: a closed centre from midnight to midnight."""
        if self.cause is not Cause.DAY:
            return self
        days = self.days
        after = datetime.combine(days[-1] + timedelta(days=1), time())
        return replace(self, starts=datetime.combine(days[0], time()), ends=after)


@dataclass(frozen=True, slots=True)
class PersonToCall:
    """Somebody who must be told."""

    participant_id: uuid.UUID
    citizen_id: uuid.UUID
    course_id: uuid.UUID
    name: str
    phone: str
    mobile: str
    ride: bool


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A place that a training could have."""

    starts: datetime
    minutes: int
    therapist_id: uuid.UUID
    therapist: str
    room_id: uuid.UUID | None
    room: str


@dataclass(frozen=True, slots=True)
class HitCard:
    """A training that the outage hits, with the place proposed (None: the call list) and the others there are."""

    session_id: uuid.UUID
    title: str
    team: bool
    form: Form
    before: PlaceCard
    people: tuple[PersonToCall, ...]
    place: PlaceCard | None
    others: tuple[PlaceCard, ...]


def hits(work: Work, outage: Outage) -> list[HitCard]:
    """Everyone whom it hits, with a proposal for all at once: as many as possible, then as near as can be."""
    outage = outage.whole()
    found = _affected(work, outage)
    if not found:
        return []
    ground = _Ground(work, outage, found)
    choices = [list(ground.candidates(hit)) for hit in found]
    chosen = reassign(choices)
    return [
        HitCard(
            hit.session_id,
            hit.title,
            hit.team,
            hit.form,
            hit.before,
            hit.people,
            pick.what if pick else None,
            tuple(c.what for c in sorted(some, key=lambda c: c.cost)[:8]),
        )
        for hit, pick, some in zip(found, chosen, choices, strict=True)
    ]


def carry_out(work: Work, outage: Outage, places: Mapping[uuid.UUID, PlaceCard | None]) -> None:
    """Note the outage, lay what has a place elsewhere, cancel the rest for the centre's sake.

    All or nothing; costs nobody a training. Raises Refused, naming what was taken meanwhile, and
    OTHERS_HIT when a training has come to be hit that nobody has decided on.
    """
    outage = outage.whole()
    now_hit = {hit.session_id: hit for hit in _affected(work, outage)}
    fresh = [hit for key, hit in now_hit.items() if key not in places]
    if fresh:
        raise Refused(Reason.OTHERS_HIT, what=fresh[0].title, starts=fresh[0].before.starts)
    _note(work, outage)
    for session_id, place in places.items():
        if session_id not in now_hit:
            raise Refused(Reason.ALREADY_NOTED)
        if place is None:
            _call_off(work, now_hit[session_id], outage)
            continue
        session = work.get_one(TrainingSession, session_id)
        wish = Wish(
            None,
            place.therapist_id,
            place.room_id,
            place.starts,
            place.minutes,
            session.form,
            session.team_id,
        )
        for obstacle in booking.obstacles(work, wish, session_id, ignoring=frozenset(places)):
            if obstacle.level is Level.REFUSE:
                raise Refused(obstacle.reason, **dict(obstacle.facts))
        session.starts, session.ends = wish.starts, wish.ends
        session.therapist_id, session.room_id = place.therapist_id, place.room_id
        session.override = ""  # a reason for the old place says nothing about the new one


def _call_off(work: Work, hit: HitCard, outage: Outage) -> None:
    """Cancel for the centre's sake; a meeting that nobody is on is taken out of the calendar."""
    if hit.people:
        attendance.cancel_by_centre(work, hit.session_id, TOLD[outage.cause.value])
    else:
        booking.remove(work, hit.session_id)


def _note(work: Work, outage: Outage) -> None:
    match outage.cause:
        case Cause.STAFF:
            assert outage.key is not None
            work.add(
                StaffAbsence(
                    staff_id=outage.key,
                    starts=outage.starts,
                    ends=outage.ends,
                    kind=outage.kind,
                    note=outage.note,
                )
            )
        case Cause.ROOM:
            assert outage.key is not None
            work.add(
                RoomClosure(
                    room_id=outage.key,
                    starts=outage.starts,
                    ends=outage.ends,
                    note=outage.note,
                )
            )
        case Cause.DAY:
            name = outage.note or "Lukkedag"
            for day in outage.days:
                work.add(ClosingDay(centre_id=outage.key, day=day, name=name))
    work.flush()
    work.info.pop("rulebooks", None)  # a closing day is among what they read


def _affected(work: Work, outage: Outage) -> list[HitCard]:
    s = TrainingSession
    query = (
        select(
            s.id,
            s.starts,
            s.ends,
            s.form,
            s.therapist_id,
            Staff.initials,
            s.room_id,
            Room.name,
            Team.name,
        )
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
        .where(s.starts < outage.ends, s.ends > outage.starts, s.ends > wall_now(work))
        .order_by(s.starts, s.id)
    )
    match outage.cause:
        case Cause.STAFF:
            query = query.where(s.therapist_id == outage.key)
        case Cause.ROOM:
            query = query.where(s.room_id == outage.key)
        case Cause.DAY if outage.key:
            query = query.where(s.centre_id == outage.key)
        case _:
            pass
    rows = work.execute(query).all()
    people = _people(work, [row[0] for row in rows])
    over = booking.settled(work, [row[0] for row in rows])
    found = []
    for key, starts, ends, form, therapist, initials, room, place, team in rows:
        there = people.get(key, ())
        if key in over or (not there and not team):
            continue
        minutes = int((ends - starts).total_seconds()) // 60
        before = PlaceCard(starts, minutes, therapist, initials, room, place or "")
        title = team or ", ".join(one.name for one in there)
        found.append(HitCard(key, title, bool(team), form, before, there, None, ()))
    return found


def _people(work: Work, ids: list[uuid.UUID]) -> dict[uuid.UUID, tuple[PersonToCall, ...]]:
    found: dict[uuid.UUID, tuple[PersonToCall, ...]] = {}
    rows = work.execute(
        select(
            Participant.session_id,
            Participant.id,
            Citizen.id,
            Course.id,
            Citizen.given_name,
            Citizen.family_name,
            Citizen.phone,
            Citizen.mobile,
            Citizen.ride,
        )
        .join(Course, Course.id == Participant.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .where(Participant.session_id.in_(ids), Participant.state == State.PLANNED)
        .order_by(Citizen.sort_key)
    )
    for session, participant, citizen, course, given, family, phone, mobile, ride in rows:
        name = f"{given} {family}".strip()
        person = PersonToCall(participant, citizen, course, name, phone, mobile, ride)
        found[session] = (*found.get(session, ()), person)
    return found


class _Ground:
    """What is free around an outage, and the candidates of each training it hits."""

    def __init__(self, work: Work, outage: Outage, found: list[HitCard]) -> None:
        self.outage, self.now = outage, wall_now(work)
        self.centres = {hit.session_id: _centre(work, hit) for hit in found}
        several = set(self.centres.values())
        self.staff = {centre: therapists(work, centre) for centre in several}
        self.rooms = {centre: room_cards(work, centre) for centre in several}
        self.work_days = rulebooks(work).work_days
        first = min(min(hit.before.starts.date() for hit in found), outage.starts.date())
        first = max(first, self.now.date())
        last = self.work_days.add(max(hit.before.starts.date() for hit in found), AHEAD)
        self.days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        people = [one for hit in found for one in hit.people]
        self.free = Availability(
            work,
            self.days,
            [s for some in self.staff.values() for s in some],
            [r for some in self.rooms.values() for r in some],
            {one.citizen_id for one in people},
            without=frozenset(hit.session_id for hit in found),
        )
        facts = courses.facts(work, {one.course_id for one in people})
        self.until = {key: _last_day(one) for key, one in facts.items()}

    def candidates(self, hit: HitCard) -> Iterator[Candidate]:
        """Where a training could lie instead: a team stays at its time, with a colleague or in another room."""
        days = self._days_for(hit)
        for day in days:
            centre = self.centres[hit.session_id]
            if day in self.free.closed or self._closed(centre, day):
                continue
            citizens = self._citizens(hit, day)
            if citizens is None:
                continue
            for person in self.staff[centre]:
                yield from self._with(hit, day, person, citizens)

    def _days_for(self, hit: HitCard) -> list[date]:
        old = hit.before.starts.date()
        if hit.team:
            return [old]
        last = self.work_days.add(old, AHEAD)
        limits = [until for one in hit.people if (until := self.until.get(one.course_id))]
        last = min([last, *(max(until, old) for until in limits)])
        first = max(self.now.date(), self.outage.starts.date() - timedelta(days=1), self.days[0])
        return [day for day in self.days if first <= day <= last]

    def _closed(self, centre: uuid.UUID, day: date) -> bool:
        outage = self.outage
        closes = outage.cause is Cause.DAY and outage.key in (None, centre)
        return closes and day in outage.days

    def _citizens(self, hit: HitCard, day: date) -> int | None:
        """When all its citizens are free; None on a day on which one of them trains already."""
        bits = -1
        for one in hit.people:
            free = self.free.citizen(one.citizen_id, day)
            if not hit.team and free != self.free.citizen(uuid.UUID(int=0), day):
                return None
            bits &= free
        return bits

    def _with(
        self, hit: HitCard, day: date, person: NamedKey, citizens: int
    ) -> Iterator[Candidate]:
        old = hit.before
        free = self.free.therapist(person.id, day) & citizens
        if self.outage.cause is Cause.STAFF and person.id == self.outage.key:
            free &= ~_outage_bits(self.outage, day)
        bits = room_for(free, old.minutes)
        wished = old.starts.hour * 60 + old.starts.minute
        bits &= 1 << (wished // 5) if hit.team else QUARTERS | 1 << (wished // 5)
        if day == self.now.date():
            lead = self.now + LEAD
            soonest = lead.hour * 60 + lead.minute if lead.date() == day else 24 * 60
            same = bits & 1 << (wished // 5) if old.starts >= self.now else 0
            bits = bits & ~span(0, soonest) | (same if day == old.starts.date() else 0)
        if not bits:
            return
        places = self._places(hit, day)
        nearest = sorted(starts_in(bits), key=lambda minute: (abs(minute - wished), minute))
        for minute in nearest[:NEAREST]:
            yield from self._in_rooms(hit, day, person, minute, places)

    def _in_rooms(
        self,
        hit: HitCard,
        day: date,
        person: NamedKey,
        minute: int,
        places: list[tuple[RoomCard, range, int]],
    ) -> Iterator[Candidate]:
        old, wished = hit.before, hit.before.starts.hour * 60 + hit.before.starts.minute
        starts = datetime.combine(day, time(minute // 60, minute % 60))
        there = span(minute, minute + old.minutes)
        uses = [((person.id, day), there)]
        alone = there if hit.team else WHOLE_DAY  # one of one's own is the only one of its day
        uses += [((one.citizen_id, day), alone) for one in hit.people]
        cost = abs((day - old.starts.date()).days) * A_DAY + abs(minute - wished) // 30
        cost += COLLEAGUE if person.id != old.therapist_id else 0
        if old.room_id is None:
            place = PlaceCard(starts, old.minutes, person.id, person.short, None, "")
            yield Candidate(cost, tuple(uses), place)
            return
        tried: set[uuid.UUID] = set()
        for room, taken, free in places:
            if not free >> (minute // 5) & 1 or (room.id not in tried and len(tried) == ROOMS):
                continue
            tried.add(room.id)
            place = PlaceCard(starts, old.minutes, person.id, person.short, room.id, room.name)
            extra = ANOTHER_ROOM if room.id != old.room_id else 0
            seats = [((room.id, lane, day), there) for lane in taken]
            yield Candidate(cost + extra, (*uses, *seats), place)

    def _places(self, hit: HitCard, day: date) -> list[tuple[RoomCard, range, int]]:
        """The rooms for it, its own first: (room, the places it takes there, bits at which it can begin).

        Place n of a room is free when more than n are (`Availability.places`), so the last place
        of those taken tells for all.
        """
        old, people = hit.before, max(1, len(hit.people))
        shut = _outage_bits(self.outage, day) if self.outage.cause is Cause.ROOM else 0
        found = []
        for room in self._like(hit, people):
            free = self.free.places(room.id, day)
            for first in range(min(LANES, len(free) - people + 1)):
                bits = free[first + people - 1]
                bits = bits & ~shut if room.id == self.outage.key else bits
                found.append((room, range(first, first + people), room_for(bits, old.minutes)))
        return found

    def _like(self, hit: HitCard, people: int) -> list[RoomCard]:
        """The rooms in which it could be: of the same kind, with what its own has, large enough; its own first."""
        rooms = self.rooms[self.centres[hit.session_id]]
        own = next((room for room in rooms if room.id == hit.before.room_id), None)
        if own is None:
            return []
        kinds = {own.kind} if hit.team or own.kind not in TRAINED_IN else TRAINED_IN
        found = [own]
        for room in sorted(rooms, key=lambda r: (r.capacity, r.name)):
            big = room.capacity >= people if hit.team else room.capacity == 1
            able = room.kind in kinds and set(own.equipment) <= set(room.equipment)
            if room.id != own.id and able and (big or own.kind not in TRAINED_IN):
                found.append(room)
        return found


def _centre(work: Work, hit: HitCard) -> uuid.UUID:
    return work.get_one(TrainingSession, hit.session_id).centre_id


def _last_day(facts: Facts) -> date | None:
    return longest_until(facts.course, facts.book)


def _outage_bits(outage: Outage, day: date) -> int:
    midnight = datetime.combine(day, time())
    starts = max(outage.starts, midnight)
    ends = min(outage.ends, midnight + timedelta(days=1))
    if starts >= ends:
        return 0
    return span(
        int((starts - midnight).total_seconds()) // 60,
        int((ends - midnight).total_seconds()) // 60,
    )
