"""Putting trainings in the calendar: refused with the name of what stands in the way, possible with a stated reason."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import func, select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.occupancy import Kind
from trainer_desktop.models.occupy import Use, refusals
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import courses
from trainer_desktop.services.courses import Facts
from trainer_desktop.services.roster import column_of

NOBODY = uuid.UUID(int=0)
_OF_ROOM = standing(select(Room.centre_id).where(Room.id == key_param("room")))
_OF_STAFF = standing(select(Staff.centre_id).where(Staff.id == key_param("staff")))
_CITIZENS = standing(
    select(Course.citizen_id)
    .join(Participant, Participant.course_id == Course.id)
    .where(
        Participant.session_id == key_param("session"),
        Participant.state.in_((State.PLANNED, State.ATTENDED)),
    )
)


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


@dataclass(frozen=True, slots=True)
class CheckCard:
    """A wish as it is checked: `number` of `whole` is its place in the package; `whole` None: no package."""

    obstacles: tuple[ObstacleCard, ...]
    hours: tuple[time, time] | None
    therapist: str
    number: int
    whole: int | None


def obstacles(
    work: Work, wish: Wish, session_id: uuid.UUID = NOBODY, people: int = 1
) -> list[ObstacleCard]:
    """Everything in the way of a wish; empty when it can be booked.

    A training that is there already (`session_id`) brings those who still take a place in it.
    """
    if session_id != NOBODY:
        people = max(1, active_people(work, session_id))
    found: list[ObstacleCard] = []
    facts = courses.account(work, wish.course_id) if wish.course_id else None
    citizens = [facts.citizen_id] if facts else citizens_on(work, session_id)
    checks: tuple[Callable[[], None], ...] = (
        lambda: _time(wish),
        lambda: _hours(work, wish),
        lambda: _package(wish, facts),
    )
    for check in checks:
        try:
            check()
        except Refused as no:
            found.append(_card(no))
    uses = _uses(wish, session_id, people, citizens)
    return found + [_card(no) for no in refusals(work, uses)]


def _card(no: Refused) -> ObstacleCard:
    return ObstacleCard(no.reason, tuple(no.facts.items()))


def check(work: Work, wish: Wish) -> CheckCard:
    """Everything in the way of a wish, and what holds."""
    column = column_of(work, wish.therapist_id, wish.starts.date())
    facts = courses.account(work, wish.course_id) if wish.course_id else None
    account = facts.ledger if facts else None
    return CheckCard(
        tuple(obstacles(work, wish)),
        column.hours if column else None,
        column.subtitle if column else "",
        account.used + account.booked + 1 if account else 0,
        (account.granted or 0) + account.extra if account and account.granted is not None else None,
    )


def book(work: Work, wish: Wish) -> uuid.UUID:
    """Book a training and answer its id; raises Refused with the first obstacle, unless an override states why."""
    refuse_unless_stated(work, wish)
    session_id = new_key()
    session = {
        "id": session_id,
        "centre_id": centre_of(work, wish.therapist_id, wish.room_id),
        "team_id": wish.team_id,
        "therapist_id": wish.therapist_id,
        "room_id": wish.room_id,
        "starts": wish.starts,
        "ends": wish.ends,
        "form": wish.form,
        "override": wish.override,
    }
    work.insert_rows(TrainingSession, [session])
    if wish.course_id:
        place = {"session_id": session_id, "course_id": wish.course_id}
        work.insert_rows(Participant, [place])
    return session_id


def refuse_unless_stated(work: Work, wish: Wish, session_id: uuid.UUID = NOBODY) -> None:
    """Raise Refused with the first obstacle that a stated reason does not lift."""
    never = (Reason.BAD_TIME, Reason.COURSE_ENDED)
    for obstacle in obstacles(work, wish, session_id):
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
    refuse_unless_stated(work, wish, session_id)
    session.starts, session.ends = wish.starts, wish.ends
    session.therapist_id, session.room_id = wish.therapist_id, wish.room_id
    session.override = override
    if wish.room_id:
        session.centre_id = centre_of(work, wish.therapist_id, wish.room_id)


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


def centre_of(work: Work, therapist: uuid.UUID, room: uuid.UUID | None = None) -> uuid.UUID:
    """Where a training is held: the room's centre, or the therapist's own."""
    rows = work.rows(_OF_ROOM, room=room) if room else work.rows(_OF_STAFF, staff=therapist)
    [(centre,)] = rows
    return centre


def _time(wish: Wish) -> None:
    if wish.minutes < 5 or wish.ends.date() != wish.starts.date() or wish.starts.hour < 4:
        raise Refused(Reason.BAD_TIME)


def _hours(work: Work, wish: Wish) -> None:
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


def _package(wish: Wish, facts: Facts | None) -> None:
    if facts is None:
        return
    if facts.course.ended and facts.course.ended < wish.starts.date():
        raise Refused(Reason.COURSE_ENDED, day=facts.course.ended)
    account = facts.ledger
    if account.free is not None and account.free <= 0:
        whole = (account.granted or 0) + account.extra
        raise Refused(Reason.PACKAGE_USED, used=account.used, booked=account.booked, whole=whole)


def citizens_on(work: Work, session_id: uuid.UUID) -> list[uuid.UUID]:
    """Who is on a training that is there already."""
    if session_id == NOBODY:
        return []
    return [row.citizen_id for row in work.rows(_CITIZENS, session=session_id)]


def _uses(wish: Wish, session_id: uuid.UUID, people: int, citizens: list[uuid.UUID]) -> list[Use]:
    span = (wish.starts, wish.ends)
    found = [Use(session_id, Kind.THERAPIST.value, wish.therapist_id, *span, 1, True)]
    if wish.room_id:
        found.append(Use(session_id, Kind.ROOM.value, wish.room_id, *span, people, True))
    return found + [Use(session_id, Kind.CITIZEN.value, c, *span, 1, True) for c in citizens]
