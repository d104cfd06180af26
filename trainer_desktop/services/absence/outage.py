"""Somebody away, a room or a centre closed: what it is, and the trainings that it hits."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.daybits import span
from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.services.attendance.look import with_people
from trainer_desktop.services.booking import booking
from trainer_desktop.services.store.moments import wall_now


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

    def bits(self, day: date) -> int:
        """The part of a day that it takes, as bits (`rules.daybits`)."""
        midnight = datetime.combine(day, time())
        starts = max(self.starts, midnight)
        ends = min(self.ends, midnight + timedelta(days=1))
        if starts >= ends:
            return 0
        from_, to = (int((at - midnight).total_seconds()) // 60 for at in (starts, ends))
        return span(from_, to)

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
    centre_id: uuid.UUID
    before: PlaceCard
    people: tuple[PersonToCall, ...]
    place: PlaceCard | None
    others: tuple[PlaceCard, ...]


def affected(work: Work, outage: Outage) -> list[HitCard]:
    """The trainings that it hits, in the order of time, no new place chosen yet; what is over or noted is not."""
    s, now = TrainingSession, wall_now(work)
    since = datetime.combine(max(outage.starts, now).date(), time())  # none crosses midnight
    query = (
        select(
            s.id,
            s.starts,
            s.ends,
            s.form,
            s.centre_id,
            s.therapist_id,
            Staff.initials,
            s.room_id,
            Room.name,
            Team.name,
        )
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
        .where(s.starts >= since, s.starts < outage.ends, s.ends > outage.starts, s.ends > now)
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
    for key, starts, ends, form, centre, therapist, initials, room, place, team in rows:
        there = people.get(key, ())
        if key in over or (not there and not team):
            continue
        minutes = int((ends - starts).total_seconds()) // 60
        before = PlaceCard(starts, minutes, therapist, initials, room, place or "")
        title = team or ", ".join(one.name for one in there)
        found.append(HitCard(key, title, bool(team), form, centre, before, there, None, ()))
    return found


def _people(work: Work, ids: list[uuid.UUID]) -> dict[uuid.UUID, tuple[PersonToCall, ...]]:
    found: dict[uuid.UUID, tuple[PersonToCall, ...]] = {}
    rows = work.execute(
        with_people(
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
        .where(Participant.session_id.in_(ids), Participant.state == State.PLANNED)
        .order_by(Citizen.sort_key)
    )
    for session, participant, citizen, course, given, family, phone, mobile, ride in rows:
        name = f"{given} {family}".strip()
        person = PersonToCall(participant, citizen, course, name, phone, mobile, ride)
        found[session] = (*found.get(session, ()), person)
    return found
