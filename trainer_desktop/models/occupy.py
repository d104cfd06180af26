"""Keeps the occupancy table in step with the trainings, and names the clash when something is taken."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.journal import Op
from trainer_desktop.models.occupancy import Kind, Occupancy
from trainer_desktop.models.prepared import PreparedSession, key_param, standing
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import TAKES_A_PLACE, State
from trainer_desktop.rules.refusal import Reason, Refused

CHUNK = 400
REASONS = {
    Kind.THERAPIST.value: Reason.THERAPIST_BUSY,
    Kind.ROOM.value: Reason.ROOM_FULL,
    Kind.CITIZEN.value: Reason.CITIZEN_BUSY,
}


@dataclass(frozen=True, slots=True)
class Use:
    """One resource that a training takes."""

    session_id: uuid.UUID
    kind: str
    resource_id: uuid.UUID
    starts: datetime
    ends: datetime
    places: int
    blocking: bool


_IDS = key_param("ids", many=True)
_OF_COURSE = select(
    Participant.session_id
)  # a course that another record takes over takes its trainings along
_SESSIONS_OF = select(Participant.session_id).where(Participant.id.in_(_IDS))
_SESSIONS = standing(
    select(
        TrainingSession.id,
        TrainingSession.therapist_id,
        TrainingSession.room_id,
        TrainingSession.starts,
        TrainingSession.ends,
        TrainingSession.team_id,
        TrainingSession.override,
    ).where(TrainingSession.id.in_(_IDS))
)
_PEOPLE = standing(
    select(
        Participant.session_id,
        Participant.state,
        Course.citizen_id,
        Participant.centre_cancelled_at,
    )
    .join(Course, Course.id == Participant.course_id)
    .where(Participant.session_id.in_(_IDS))
)
_USES = select(
    Occupancy.session_id,
    Occupancy.kind,
    Occupancy.resource_id,
    Occupancy.starts,
    Occupancy.ends,
    Occupancy.places,
    Occupancy.blocking,
)
_OF_SESSIONS = _USES.where(Occupancy.session_id.in_(_IDS))
_OF_RESOURCES = _USES.where(
    Occupancy.kind.in_([kind.value for kind in Kind]),
    Occupancy.resource_id.in_(_IDS),
    Occupancy.starts >= bindparam("day"),
    Occupancy.starts < bindparam("before"),
    Occupancy.ends > bindparam("after"),
)
_ROOM = select(Room.name, Room.capacity).where(Room.id == key_param("room"))
_LET_GO = delete(Occupancy).where(
    Occupancy.session_id == key_param("session"),
    Occupancy.kind == bindparam("what"),
    Occupancy.resource_id == key_param("resource"),
)
_TAKE = insert(Occupancy)


def occupy(work: PreparedSession, ops: list[Op]) -> None:
    """Bring the occupancy of the trainings that these changes touch up to date.

    Raises Refused, naming what is taken.
    """
    ids: set[uuid.UUID] = set()
    new: set[uuid.UUID] = set()
    people: set[uuid.UUID] = set()
    for table, row, kind, registers in ops:
        if table == TrainingSession.__tablename__:
            (new if kind == "i" else ids).add(uuid.UUID(row))
        elif table == Participant.__tablename__ and kind == "i":
            ids.add(uuid.UUID(registers["session_id"][0][0]))
        elif table == Participant.__tablename__:
            people.add(uuid.UUID(row))
        elif table == Course.__tablename__ and kind != "i" and "citizen_id" in registers:
            ids |= set(work.scalars(_OF_COURSE.where(Participant.course_id == uuid.UUID(row))))
    for some in _chunks(people):
        ids |= {row.session_id for row in work.rows(_SESSIONS_OF, ids=some)}
    gone: list[dict[str, Any]] = []
    pending: list[Use] = []
    for some in _chunks(sorted(ids - new)):
        there = {(r[0], r[1], r[2]): Use(*r) for r in work.rows(_OF_SESSIONS, ids=some)}
        wanted = {(u.session_id, u.kind, u.resource_id): u for u in uses(work, some)}
        gone += [
            {"session": session_id, "what": kind, "resource": resource}
            for (session_id, kind, resource), use in there.items()
            if wanted.get((session_id, kind, resource)) != use
        ]
        pending += [use for key, use in wanted.items() if there.get(key) != use]
    for some in _chunks(sorted(new)):
        pending += uses(work, some)
    if gone:
        work.connection().execute(_LET_GO, gone)
    if pending:
        pending.sort(key=lambda u: (u.starts, u.kind != Kind.THERAPIST.value))
        for no in refusals(work, pending):
            raise no
        work.connection().execute(_TAKE, [_values(use) for use in pending])


def _values(use: Use) -> dict[str, Any]:
    return {name: getattr(use, name) for name in Use.__slots__}


def _chunks(keys: Iterable[uuid.UUID]) -> Iterable[list[uuid.UUID]]:
    every = list(keys)
    return (every[n : n + CHUNK] for n in range(0, len(every), CHUNK))


def uses(work: PreparedSession, session_ids: list[uuid.UUID]) -> list[Use]:
    """What these trainings take: nothing once withdrawn, cancelled by the centre, or left by everyone."""
    people: dict[uuid.UUID, list[tuple[State, uuid.UUID]]] = defaultdict(list)
    for session_id, state, citizen, failed in work.rows(_PEOPLE, ids=session_ids):
        people[session_id].append((State.CENTRE_CANCELLED if failed else state, citizen))
    rows = work.rows(_SESSIONS, ids=session_ids)
    return [use for row in rows for use in session_uses(row, people[row.id])]


def session_uses(row: Any, people: list[tuple[State, uuid.UUID]]) -> list[Use]:
    """One training's uses; `row` has id, therapist_id, room_id, starts, ends, team_id and override."""
    active = [citizen for state, citizen in people if state in TAKES_A_PLACE]
    failed = any(state in (State.CENTRE_CANCELLED, State.STAFF_MISSED) for state, _ in people)
    if not active and (row.team_id is None or failed):  # a team meets, unless the centre cancelled
        return []
    blocking = not row.override
    base = (row.starts, row.ends)
    found = [Use(row.id, Kind.THERAPIST.value, row.therapist_id, *base, 1, blocking)]
    if row.room_id:
        places = max(1, len(active))
        found.append(Use(row.id, Kind.ROOM.value, row.room_id, *base, places, blocking))
    found += [Use(row.id, Kind.CITIZEN.value, c, *base, 1, blocking) for c in dict.fromkeys(active)]
    return found


def refusals(
    work: PreparedSession, uses: Sequence[Use], ignoring: frozenset[uuid.UUID] = frozenset()
) -> Iterator[Refused]:
    """A refusal, naming the clash, for each blocking use that meets what is there or a use before it.

    What is there stands in the way whether it blocks or not; trainings in `ignoring` are about to move.
    """
    for use, other in clashes(work, uses, ignoring):
        if other is use:
            [(name, capacity)] = work.rows(_ROOM, room=use.resource_id)
            yield Refused(Reason.ROOM_TOO_SMALL, what=name, capacity=capacity, people=use.places)
        else:
            yield Refused(REASONS[use.kind], **_named(work, use, other))


def uses_of(
    work: PreparedSession, ids: list[uuid.UUID], after: datetime, before: datetime
) -> list[Use]:
    """What some resources are taken by between two moments of one day, whether it blocks or not."""
    day = datetime.combine(after.date(), time())
    rows = work.rows(_OF_RESOURCES, ids=ids, day=day, before=before, after=after)
    return [Use(*row) for row in rows]


def clashes(
    work: PreparedSession, uses: Sequence[Use], ignoring: frozenset[uuid.UUID] = frozenset()
) -> Iterator[tuple[Use, Use]]:
    """Each blocking use that cannot be, with the use that stands in its way; itself, when a room is too small.

    No training crosses midnight, so a day's uses meet nothing of another day.
    """
    for _day, some in groupby(
        sorted(uses, key=lambda u: u.starts.date()), lambda u: u.starts.date()
    ):
        wanted = list(some)
        there: dict[tuple[str, uuid.UUID], list[Use]] = defaultdict(list)
        ids = [use.resource_id for use in wanted]
        first, last = min(u.starts for u in wanted), max(u.ends for u in wanted)
        for use in uses_of(work, ids, first, last):
            if use.session_id not in ignoring:
                there[use.kind, use.resource_id].append(use)
        for use in wanted:
            around = there[use.kind, use.resource_id]
            if use.blocking and (other := _in_the_way(work, use, around)):
                yield use, other
            around.append(use)


def _in_the_way(work: PreparedSession, use: Use, around: list[Use]) -> Use | None:
    others = [
        o
        for o in around
        if o.session_id != use.session_id and o.starts < use.ends and o.ends > use.starts
    ]
    if use.kind != Kind.ROOM.value:
        return others[0] if others else None
    if not others and use.places == 1:
        return None
    [(_name, capacity)] = work.rows(_ROOM, room=use.resource_id)
    return too_full(use, others, capacity)


def too_full(use: Use, others: list[Use], capacity: int) -> Use | None:
    """What fills a room together with a use at its fullest moment; the use itself, when nothing else is there."""
    for moment in [use.starts, *(o.starts for o in others if o.starts > use.starts)]:
        then = [o for o in others if o.starts <= moment < o.ends]
        if use.places + sum(o.places for o in then) > capacity:
            return next(iter(then), use)
    return None


def _named(work: PreparedSession, use: Use, other: Use) -> dict[str, object]:
    match Kind(use.kind):
        case Kind.THERAPIST:
            query = select(Staff.initials).where(Staff.id == use.resource_id)
        case Kind.ROOM:
            query = select(Room.name).where(Room.id == use.resource_id)
        case Kind.CITIZEN:
            query = select(func.concat(Citizen.given_name, " ", Citizen.family_name)).where(
                Citizen.id == use.resource_id
            )
    names = work.scalars(
        select(func.concat(Citizen.given_name, " ", Citizen.family_name))
        .join(Course, Course.citizen_id == Citizen.id)
        .join(Participant, Participant.course_id == Course.id)
        .where(Participant.session_id == other.session_id)
    ).all()
    return {
        "what": work.scalar(query) or "",
        "starts": other.starts,
        "ends": other.ends,
        "other": ", ".join(names[:3]),
        "session": other.session_id,
    }
