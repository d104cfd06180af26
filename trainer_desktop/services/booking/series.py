"""A series of trainings: this one, this and the following, or all; what has been attended or is over is never touched."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import Enum

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.checks import NEVER_LIFTED, Level
from trainer_desktop.rules.course import State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import consequence as consequences
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import ObstacleCard, Wish
from trainer_desktop.services.courses.checks import KnownCourses
from trainer_desktop.services.store.moments import wall_now


class Scope(Enum):
    """How much of a series."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Change:
    """What shall be different; None: as it is. `by` moves the wall time, so that 9 o'clock stays 9 o'clock."""

    by: timedelta | None = None
    minutes: int | None = None
    therapist_id: uuid.UUID | None = None
    room_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class StepCard:
    """One training of a series, as it would be after a change, with what stands in the way."""

    session_id: uuid.UUID
    before: datetime
    starts: datetime
    ends: datetime
    therapist: str
    room: str
    obstacles: tuple[ObstacleCard, ...]

    @property
    def refused(self) -> bool:
        """Whether something refuses it."""
        return any(o.level is Level.REFUSE for o in self.obstacles)


def size(work: Work, session_id: uuid.UUID) -> dict[Scope, int]:
    """How many trainings each scope would touch."""
    return {scope: len(members(work, session_id, scope)) for scope in Scope}


def members(work: Work, session_id: uuid.UUID, scope: Scope) -> list[TrainingSession]:
    """The trainings of a scope that can still be changed, in order: planned, and not begun.

    A single one that has begun, and that nobody has noted, may still be changed: it was held at another time.
    """
    one = work.get_one(TrainingSession, session_id)
    if scope is Scope.THIS:
        return [] if booking.settled(work, [one.id]) else [one]
    query = select(TrainingSession).where(TrainingSession.starts > wall_now(work))
    if one.team_id:
        query = query.where(TrainingSession.team_id == one.team_id)
    elif one.series_id:
        query = query.where(TrainingSession.series_id == one.series_id)
    else:  # booked one by one: the course's own trainings are the series
        course = select(Participant.course_id).where(Participant.session_id == one.id)
        mine = select(Participant.session_id).where(Participant.course_id.in_(course))
        query = query.where(
            TrainingSession.id.in_(mine),
            TrainingSession.team_id.is_(None),
            TrainingSession.series_id.is_(None),
        )
    if scope is Scope.FOLLOWING:
        query = query.where(TrainingSession.starts >= one.starts)
    rows = list(work.scalars(query.order_by(TrainingSession.starts)))
    if one.team_id:  # a team may meet at several times: the series is one of them
        rows = [r for r in rows if _rhythm(r) == _rhythm(one)]
    over = booking.settled(work, [r.id for r in rows])
    return [r for r in rows if r.id not in over]


def preview(work: Work, session_id: uuid.UUID, scope: Scope, change: Change) -> list[StepCard]:
    """Every training of the scope as it would be; nothing is changed."""
    rows = members(work, session_id, scope)
    moving = _moving(work, rows, change)
    known = KnownCourses(work)
    known.read(frozenset(row.id for row in rows))
    staff = {r.id: r.initials for r in work.execute(select(Staff.id, Staff.initials))}
    rooms = {r.id: r.name for r in work.execute(select(Room.id, Room.name))}
    found = []
    for row in rows:
        wish = _wish(row, change)
        stands = booking.obstacles(work, wish, row.id, ignoring=moving, known=known)
        found.append(
            StepCard(
                row.id,
                row.starts,
                wish.starts,
                wish.ends,
                staff.get(wish.therapist_id, ""),
                rooms.get(wish.room_id, "") if wish.room_id else "",
                tuple(stands),
            )
        )
    return found


def _moving(work: Work, rows: list[TrainingSession], change: Change) -> frozenset[uuid.UUID]:
    """Those that can be moved when the others stay: none may land on one that is left where it is."""
    known = KnownCourses(work)
    known.read(frozenset(row.id for row in rows))
    moving = frozenset(row.id for row in rows)
    while True:
        stay = {
            row.id
            for row in rows
            if row.id in moving
            and any(
                o.level is Level.REFUSE
                for o in booking.obstacles(
                    work, _wish(row, change), row.id, ignoring=moving, known=known
                )
            )
        }
        if not stay:
            return moving
        moving -= stay


def change(
    work: Work,
    session_id: uuid.UUID,
    scope: Scope,
    wanted: Change,
    override: str = "",
    skip: frozenset[uuid.UUID] = frozenset(),
) -> int:
    """Change them all but those in `skip`, or none; raises Refused with the first obstacle, its date among the facts."""
    rows = [row for row in members(work, session_id, scope) if row.id not in skip]
    moving = frozenset(row.id for row in rows)
    known = KnownCourses(work)
    known.read(moving)
    over: set[uuid.UUID] = set()  # those that a stated reason is for
    for row in rows:
        wish = replace(_wish(row, wanted), override=override)
        for obstacle in booking.obstacles(work, wish, row.id, ignoring=moving, known=known):
            if obstacle.level is not Level.REFUSE:
                continue
            if obstacle.reason in NEVER_LIFTED or not override:
                raise Refused(obstacle.reason, day=wish.starts.date(), **_facts(obstacle))
            over.add(row.id)
    for row in rows:
        wish = _wish(row, wanted)
        row.starts, row.ends = wish.starts, wish.ends
        row.therapist_id, row.room_id = wish.therapist_id, wish.room_id
        row.override = override if row.id in over else ""
        if wish.room_id:
            row.centre_id = booking.centre_of(work, wish.therapist_id, wish.room_id)
    return len(rows)


@dataclass(frozen=True, slots=True)
class ManyCard:
    """What calling off a scope leads to: how many, from when to when, and how many the package pays for."""

    count: int
    first: datetime | None
    last: datetime | None
    lost: int


def consequence(work: Work, session_id: uuid.UUID, scope: Scope, mark: Mark) -> ManyCard:
    """What `cancel` would do; each is judged by itself, as it would be alone."""
    rows = members(work, session_id, scope)
    query = select(Participant.id).where(
        Participant.session_id.in_([row.id for row in rows]), Participant.state == State.PLANNED
    )
    people = list(work.scalars(query))
    lost = sum(bool(consequences.consequence(work, one, mark).entry.cost) for one in people)
    starts = [row.starts for row in rows]
    return ManyCard(len(people), min(starts, default=None), max(starts, default=None), lost)


def cancel(work: Work, session_id: uuid.UUID, scope: Scope, mark: Mark) -> int:
    """Note the same mark (a cancellation by citizen or centre) on all that are planned in the scope.

    Raises Refused NOT_FOR_A_TEAM when a team's citizens would all be said to have cancelled.
    """
    if mark.state is State.CANCELLED and work.get_one(TrainingSession, session_id).team_id:
        raise Refused(Reason.NOT_FOR_A_TEAM)
    ids = [row.id for row in members(work, session_id, scope)]
    people = work.scalars(
        select(Participant.id).where(
            Participant.session_id.in_(ids), Participant.state == State.PLANNED
        )
    ).all()
    for person in people:
        marking.note(work, person, mark)
    return len(people)


def copy(
    work: Work, session_id: uuid.UUID, starts: datetime, therapist_id: uuid.UUID | None = None
) -> uuid.UUID:
    """Book the same once more at another time; a single citizen's training only."""
    row = work.get_one(TrainingSession, session_id)
    course = work.scalar(select(Participant.course_id).where(Participant.session_id == session_id))
    if row.team_id:
        raise Refused(Reason.NOT_FOR_A_TEAM)
    minutes = int((row.ends - row.starts).total_seconds()) // 60
    who = therapist_id or row.therapist_id
    return booking.book(work, Wish(course, who, row.room_id, starts, minutes, row.form))


def _wish(row: TrainingSession, change: Change) -> Wish:
    minutes = change.minutes or int((row.ends - row.starts).total_seconds()) // 60
    return Wish(
        None,
        change.therapist_id or row.therapist_id,
        change.room_id or row.room_id,
        row.starts + (change.by or timedelta()),
        minutes,
        row.form,
        row.team_id,
    )


def _facts(obstacle: ObstacleCard) -> dict[str, object]:
    return {name: value for name, value in obstacle.facts if name != "day"}


def _rhythm(row: TrainingSession) -> tuple[int, time]:
    return row.starts.weekday(), row.starts.time()
