"""Putting trainings in the calendar: refused with the name of what stands in the way, possible with a stated reason."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.occupancy import Kind
from trainer_desktop.models.occupy import Use, clash, refuse_if_taken
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import courses
from trainer_desktop.services.calendar import column_of, day_by_therapist
from trainer_desktop.services.moments import wall_now

QUARTER = timedelta(minutes=15)
NOBODY = uuid.UUID(int=0)


@dataclass(frozen=True, slots=True)
class Wish:
    """A training that somebody wants in the calendar; wall time."""

    course_id: uuid.UUID | None
    therapist_id: uuid.UUID
    room_id: uuid.UUID | None
    starts: datetime
    minutes: int
    form: Form = Form.INDIVIDUAL
    team_id: uuid.UUID | None = None
    override: str = ""

    @property
    def ends(self) -> datetime:
        """When it ends."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class ObstacleCard:
    """One thing that stands in the way, with its facts."""

    reason: Reason
    facts: tuple[tuple[str, object], ...]


def obstacles(
    work: Work, wish: Wish, session_id: uuid.UUID = NOBODY, people: int = 1
) -> list[ObstacleCard]:
    """Everything in the way of a wish; empty when it can be booked."""
    found: list[ObstacleCard] = []
    for check in (_time, _hours, _package, _taken):
        try:
            check(work, wish, session_id, people)
        except Refused as no:
            found.append(ObstacleCard(no.reason, tuple(no.facts.items())))
    return found


def book(work: Work, wish: Wish) -> uuid.UUID:
    """Book a training and answer its id; raises Refused with the first obstacle, unless an override states why."""
    refuse_unless_stated(work, wish)
    therapist = work.get_one(Staff, wish.therapist_id)
    room = work.get_one(Room, wish.room_id) if wish.room_id else None
    session = TrainingSession(
        centre_id=room.centre_id if room else therapist.centre_id,
        team_id=wish.team_id,
        therapist_id=wish.therapist_id,
        room_id=wish.room_id,
        starts=wish.starts,
        ends=wish.ends,
        form=wish.form,
        override=wish.override,
    )
    work.add(session)
    work.flush()
    if wish.course_id:
        work.add(Participant(session_id=session.id, course_id=wish.course_id))
    return session.id


def refuse_unless_stated(
    work: Work, wish: Wish, session_id: uuid.UUID = NOBODY, people: int = 1
) -> None:
    """Raise Refused with the first obstacle that a stated reason does not lift."""
    never = (Reason.BAD_TIME, Reason.COURSE_ENDED)
    for obstacle in obstacles(work, wish, session_id, people):
        if obstacle.reason in never or not wish.override:
            raise Refused(obstacle.reason, **dict(obstacle.facts))


def move(
    work: Work,
    session_id: uuid.UUID,
    *,
    starts: datetime | None = None,
    minutes: int | None = None,
    therapist_id: uuid.UUID | None = None,
    room_id: uuid.UUID | None = None,
    override: str = "",
) -> None:
    """Move or stretch a training; what is not named stays."""
    session = work.get_one(TrainingSession, session_id)
    before = int((session.ends - session.starts).total_seconds()) // 60
    people = active_people(work, session_id)
    wish = Wish(
        None,
        therapist_id or session.therapist_id,
        room_id or session.room_id,
        starts or session.starts,
        minutes or before,
        session.form,
        session.team_id,
        override,
    )
    refuse_unless_stated(work, wish, session_id, max(1, people))
    session.starts, session.ends = wish.starts, wish.ends
    session.therapist_id, session.room_id = wish.therapist_id, wish.room_id
    session.override = override
    room = work.get_one(Room, wish.room_id) if wish.room_id else None
    if room:
        session.centre_id = room.centre_id


def join_team(work: Work, session_id: uuid.UUID, course_id: uuid.UUID) -> None:
    """Put a citizen on a team's training; raises Refused when it is full or the citizen is on it."""
    session = work.get_one(TrainingSession, session_id)
    there = work.scalars(select(Participant).where(Participant.session_id == session_id)).all()
    if any(p.course_id == course_id and p.state is State.PLANNED for p in there):
        raise Refused(Reason.ALREADY_ON_TEAM)
    if session.team_id:
        team = work.get_one(Team, session.team_id)
        if active_people(work, session_id) >= team.capacity:
            raise Refused(Reason.TEAM_FULL, what=team.name, capacity=team.capacity)
    work.add(Participant(session_id=session_id, course_id=course_id))


def remove(work: Work, session_id: uuid.UUID) -> None:
    """Take back a training that was booked by mistake; it leaves the calendar and the ledger."""
    session = work.get_one(TrainingSession, session_id)
    for person in work.scalars(select(Participant).where(Participant.session_id == session_id)):
        person.withdrawn = True
    session.withdrawn = True


def active_people(work: Work, session_id: uuid.UUID) -> int:
    """How many take a place in a training."""
    states = (State.PLANNED, State.ATTENDED, State.MISSED)
    return (
        work.scalar(
            select(func.count()).where(
                Participant.session_id == session_id, Participant.state.in_(states)
            )
        )
        or 0
    )


def _time(_work: Work, wish: Wish, _session: uuid.UUID, _people: int) -> None:
    if wish.minutes < 5 or wish.ends.date() != wish.starts.date() or wish.starts.hour < 4:
        raise Refused(Reason.BAD_TIME)


def _hours(work: Work, wish: Wish, _session: uuid.UUID, _people: int) -> None:
    day = wish.starts.date()
    column = column_of(work, wish.therapist_id, day)
    if column is None:
        return
    if column.closed:
        raise Refused(Reason.CLOSED, what=column.closed)
    starts, ends = wish.starts.time(), wish.ends.time()
    for away in column.away:
        if away.starts < ends and away.ends > starts:
            raise Refused(
                Reason.THERAPIST_ABSENT,
                what=column.title,
                starts=away.starts,
                ends=away.ends,
                kind=away.kind,
            )
    if column.hours is None or starts < column.hours[0] or ends > column.hours[1]:
        hours = column.hours
        raise Refused(
            Reason.OUTSIDE_HOURS,
            what=column.title,
            starts=hours[0] if hours else None,
            ends=hours[1] if hours else None,
        )


def _package(work: Work, wish: Wish, _session: uuid.UUID, _people: int) -> None:
    if wish.course_id is None:
        return
    facts = courses.one(work, wish.course_id)
    if facts.course.ended and facts.course.ended < wish.starts.date():
        raise Refused(Reason.COURSE_ENDED, day=facts.course.ended)
    account = facts.ledger
    if account.free is not None and account.free <= 0:
        whole = (account.granted or 0) + account.extra
        raise Refused(Reason.PACKAGE_USED, used=account.used, booked=account.booked, whole=whole)


def _taken(work: Work, wish: Wish, session_id: uuid.UUID, people: int) -> None:
    citizens: list[uuid.UUID] = []
    if wish.course_id:
        citizens.append(work.get_one(Course, wish.course_id).citizen_id)
    elif session_id != NOBODY:
        active = (State.PLANNED, State.ATTENDED)
        citizens += work.scalars(
            select(Course.citizen_id)
            .join(Participant, Participant.course_id == Course.id)
            .where(Participant.session_id == session_id, Participant.state.in_(active))
        ).all()
    base = (wish.starts, wish.ends)
    uses = [Use(session_id, Kind.THERAPIST.value, wish.therapist_id, *base, 1, True)]
    if wish.room_id:
        uses.append(Use(session_id, Kind.ROOM.value, wish.room_id, *base, people, True))
    uses += [Use(session_id, Kind.CITIZEN.value, c, *base, 1, True) for c in citizens]
    for use in uses:
        refuse_if_taken(work, use)


def free_room(work: Work, wish: Wish) -> uuid.UUID | None:
    """The first room for one at the therapist's centre that is free at the time; None when all are taken."""
    centre = work.get_one(Staff, wish.therapist_id).centre_id
    rooms = work.scalars(
        select(Room.id).where(Room.centre_id == centre, Room.capacity == 1).order_by(Room.name)
    )
    for room in rooms:
        use = Use(NOBODY, Kind.ROOM.value, room, wish.starts, wish.ends, 1, True)
        if clash(work, use) is None:
            return room
    return None


def free_times(
    work: Work, wish: Wish, session_id: uuid.UUID = NOBODY, most: int = 2
) -> list[tuple[str, datetime]]:
    """The nearest times the same day at which somebody could take the training: initials and start."""
    day = wish.starts.date()
    now = wall_now(work)
    found: list[tuple[int, str, datetime]] = []
    card = day_by_therapist(work, day)
    for column in card.columns:
        if column.hours is None or column.closed:
            continue
        starts = datetime.combine(day, column.hours[0])
        last = datetime.combine(day, column.hours[1]) - timedelta(minutes=wish.minutes)
        best: tuple[int, str, datetime] | None = None
        while starts <= last:
            ends = starts + timedelta(minutes=wish.minutes)
            busy = any(
                b.therapist == column.title
                and b.starts < ends
                and b.ends > starts
                and b.id != session_id
                for b in card.blocks
            )
            away = any(a.starts < ends.time() and a.ends > starts.time() for a in column.away)
            if not busy and not away and starts >= now:
                far = abs(int((starts - wish.starts).total_seconds()))
                if best is None or far < best[0]:
                    best = (far, column.title, starts)
            starts += QUARTER
        if best:
            found.append(best)
    return [(who, when) for _far, who, when in sorted(found)[:most]]
