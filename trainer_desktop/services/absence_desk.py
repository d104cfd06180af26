"""An ill therapist, a closed room or a closed day: everyone it hits, new times for as many as possible, one step to undo."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from sqlalchemy import select

from trainer_desktop.models.centre import (
    AbsenceKind,
    ClosingDay,
    Room,
    RoomClosure,
    Staff,
    StaffAbsence,
)
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.daybits import QUARTERS, room_for, span, starts_in
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
LEAD = timedelta(minutes=60)  # somebody must be able to come
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
    """Somebody away, a room or a whole centre closed, from and to in wall time; `key` None with DAY: every centre."""

    cause: Cause
    key: uuid.UUID | None
    starts: datetime
    ends: datetime
    kind: AbsenceKind = AbsenceKind.ILL
    note: str = ""


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

    All or nothing; costs nobody a training. Raises Refused, naming what was taken meanwhile.
    """
    _note(work, outage)
    moving = frozenset(key for key, place in places.items() if place)
    for session_id, place in places.items():
        if place is None:
            attendance.cancel_by_centre(work, session_id, outage.note or outage.kind.value)
            continue
        session = work.get_one(TrainingSession, session_id)
        if booking.settled(work, [session_id]):
            raise Refused(Reason.ALREADY_NOTED)
        wish = Wish(
            None,
            place.therapist_id,
            place.room_id,
            place.starts,
            place.minutes,
            session.form,
            session.team_id,
        )
        for obstacle in booking.obstacles(work, wish, session_id, ignoring=moving):
            if obstacle.level is Level.REFUSE:
                raise Refused(obstacle.reason, **dict(obstacle.facts))
        session.starts, session.ends = wish.starts, wish.ends
        session.therapist_id, session.room_id = place.therapist_id, place.room_id


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
            day = outage.starts.date()
            while day <= outage.ends.date():
                work.add(ClosingDay(centre_id=outage.key, day=day, name=outage.note or "Lukkedag"))
                day += timedelta(days=1)
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
            if day in self.free.closed or self._closed(day):
                continue
            citizens = self._citizens(hit, day)
            if citizens is None:
                continue
            for person in self.staff[self.centres[hit.session_id]]:
                yield from self._with(hit, day, person, citizens)

    def _days_for(self, hit: HitCard) -> list[date]:
        old = hit.before.starts.date()
        if hit.team:
            return [old]
        last = self.work_days.add(old, AHEAD)
        limits = [until for one in hit.people if (until := self.until.get(one.course_id))]
        last = min([last, *(u for u in limits if u >= old)])
        first = max(self.now.date(), self.outage.starts.date() - timedelta(days=1), self.days[0])
        return [day for day in self.days if first <= day <= last]

    def _closed(self, day: date) -> bool:
        return self.outage.cause is Cause.DAY and (
            self.outage.starts.date() <= day <= self.outage.ends.date()
        )

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
            bits &= ~span(0, soonest)
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
        places: list[tuple[RoomCard, int, int]],
    ) -> Iterator[Candidate]:
        old, wished = hit.before, hit.before.starts.hour * 60 + hit.before.starts.minute
        starts = datetime.combine(day, time(minute // 60, minute % 60))
        uses = [((person.id, day), span(minute, minute + old.minutes))]
        uses += [((one.citizen_id, day), (1 << 288) - 1) for one in hit.people]
        cost = abs((day - old.starts.date()).days) * A_DAY + abs(minute - wished) // 30
        cost += COLLEAGUE if person.id != old.therapist_id else 0
        if old.room_id is None:
            place = PlaceCard(starts, old.minutes, person.id, person.short, None, "")
            yield Candidate(cost, tuple(uses), place)
            return
        tried: set[uuid.UUID] = set()
        for room, lane, free in places:
            if room.id in tried or not free >> (minute // 5) & 1:
                continue
            tried.add(room.id)
            there = PlaceCard(starts, old.minutes, person.id, person.short, room.id, room.name)
            taken = ((room.id, lane, day), span(minute, minute + old.minutes))
            extra = ANOTHER_ROOM if room.id != old.room_id else 0
            yield Candidate(cost + extra, (*uses, taken), there)
            if len(tried) == 3:
                return

    def _places(self, hit: HitCard, day: date) -> list[tuple[RoomCard, int, int]]:
        """The rooms for it, its own first, place by place: (room, place, bits at which it can begin)."""
        old, people = hit.before, max(1, len(hit.people))
        shut = _outage_bits(self.outage, day) if self.outage.cause is Cause.ROOM else 0
        found = []
        rooms = self.rooms[self.centres[hit.session_id]]
        for room in sorted(rooms, key=lambda r: (r.id != old.room_id, r.capacity, r.name)):
            fits = room.capacity >= people if hit.team else room.capacity == 1
            if room.id != old.room_id and not fits:
                continue
            for lane, free in enumerate(self.free.places(room.id, day)):
                if hit.team and lane != people - 1:
                    continue
                bits = free & ~shut if room.id == self.outage.key else free
                found.append((room, lane, room_for(bits, old.minutes)))
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
