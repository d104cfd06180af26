"""Keeps the occupancy table in step with the trainings, and names the clash when something is taken."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.occupancy import Kind, Occupancy
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import State
from trainer_desktop.rules.refusal import Reason, Refused

TAKES_A_PLACE = (State.PLANNED, State.ATTENDED, State.MISSED)
CHUNK = 400
REASONS = {
    Kind.THERAPIST.value: Reason.THERAPIST_BUSY,
    Kind.ROOM.value: Reason.ROOM_FULL,
    Kind.CITIZEN.value: Reason.CITIZEN_BUSY,
}
Taken = tuple[str, uuid.UUID]


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


def occupy(work: Session, touched: set[tuple[str, uuid.UUID]]) -> None:
    """Bring the occupancy of the touched trainings up to date; raises Refused, naming what is taken."""
    ids = {row for table, row in touched if table == TrainingSession.__tablename__}
    people = [row for table, row in touched if table == Participant.__tablename__]
    for some in _chunks(people):
        query = select(Participant.session_id).where(Participant.id.in_(some))
        ids |= set(work.scalars(query.execution_options(with_withdrawn=True)))
    pending: list[Use] = []
    for some in _chunks(sorted(ids)):
        wanted = {(u.session_id, u.kind, u.resource_id): u for u in uses(work, some)}
        table = Occupancy.__table__
        rows = work.execute(select(table).where(Occupancy.session_id.in_(some))).all()
        there = {(r.session_id, r.kind, r.resource_id): Use(*r) for r in rows}
        gone = [key for key, use in there.items() if wanted.get(key) != use]
        for session_id, kind, resource in gone:
            work.execute(
                delete(table).where(  # type: ignore[arg-type]  # a Core table
                    Occupancy.session_id == session_id,
                    Occupancy.kind == kind,
                    Occupancy.resource_id == resource,
                )
            )
        pending += [use for key, use in wanted.items() if there.get(key) != use]
    for use in sorted(pending, key=lambda u: (u.starts, u.kind != Kind.THERAPIST.value)):
        if use.blocking:
            refuse_if_taken(work, use)
        work.execute(insert(Occupancy.__table__).values(**_values(use)))  # type: ignore[arg-type]


def _values(use: Use) -> dict[str, Any]:
    return {name: getattr(use, name) for name in Use.__slots__}


def _chunks(keys: Iterable[uuid.UUID]) -> Iterable[list[uuid.UUID]]:
    every = list(keys)
    return (every[n : n + CHUNK] for n in range(0, len(every), CHUNK))


def uses(work: Session, session_ids: list[uuid.UUID]) -> list[Use]:
    """What these trainings take: nothing once withdrawn, cancelled by the centre, or left by everyone."""
    s, p = TrainingSession, Participant
    rows = work.execute(
        select(s.id, s.therapist_id, s.room_id, s.starts, s.ends, s.team_id, s.override).where(
            s.id.in_(session_ids)
        )
    ).all()
    people: dict[uuid.UUID, list[tuple[State, uuid.UUID]]] = {}
    query = select(p.session_id, p.state, Course.citizen_id).join(Course, Course.id == p.course_id)
    for session_id, state, citizen in work.execute(query.where(p.session_id.in_(session_ids))):
        people.setdefault(session_id, []).append((state, citizen))
    found: list[Use] = []
    for row in rows:
        mine = people.get(row.id, [])
        found += session_uses(row, mine)
    return found


def session_uses(row: Any, people: list[tuple[State, uuid.UUID]]) -> list[Use]:
    """One training's uses; `row` has id, therapist_id, room_id, starts, ends, team_id and override."""
    active = [citizen for state, citizen in people if state in TAKES_A_PLACE]
    failed = (State.CENTRE_CANCELLED, State.STAFF_MISSED)
    team_meets = row.team_id is not None and not (people and all(s in failed for s, _ in people))
    if not active and not team_meets:
        return []
    blocking = not row.override
    base = (row.starts, row.ends)
    found = [Use(row.id, Kind.THERAPIST.value, row.therapist_id, *base, 1, blocking)]
    if row.room_id:
        places = max(1, len(active))
        found.append(Use(row.id, Kind.ROOM.value, row.room_id, *base, places, blocking))
    found += [Use(row.id, Kind.CITIZEN.value, c, *base, 1, blocking) for c in dict.fromkeys(active)]
    return found


def refuse_if_taken(work: Session, use: Use) -> None:
    """Raise Refused with the name of the clash, if the resource is taken, by a blocking training or not."""
    other = clash(work, use)
    if other is not None:
        raise Refused(REASONS[use.kind], **_named(work, use, other))


def clash(work: Session, use: Use) -> uuid.UUID | None:
    """The training that stands in the way, if one does."""
    o = Occupancy
    rows: list[Any] = list(
        work.execute(
            select(o.session_id, o.starts, o.ends, o.places).where(
                o.kind == use.kind,
                o.resource_id == use.resource_id,
                o.session_id != use.session_id,
                o.starts < use.ends,
                o.ends > use.starts,
            )
        )
    )
    if not rows:
        return None
    if use.kind != Kind.ROOM.value:
        first: uuid.UUID = rows[0].session_id
        return first
    capacity = work.scalar(select(Room.capacity).where(Room.id == use.resource_id)) or 0
    for moment in [use.starts, *(r.starts for r in rows if r.starts > use.starts)]:
        there = [r for r in rows if r.starts <= moment < r.ends]
        if use.places + sum(r.places for r in there) > capacity:
            full: uuid.UUID = (there or rows)[0].session_id
            return full
    return None


def _named(work: Session, use: Use, other: uuid.UUID) -> dict[str, object]:
    match Kind(use.kind):
        case Kind.THERAPIST:
            query = select(Staff.initials).where(Staff.id == use.resource_id)
        case Kind.ROOM:
            query = select(Room.name).where(Room.id == use.resource_id)
        case Kind.CITIZEN:
            query = select(func.concat(Citizen.given_name, " ", Citizen.family_name)).where(
                Citizen.id == use.resource_id
            )
    their = work.execute(
        select(TrainingSession.starts, TrainingSession.ends).where(TrainingSession.id == other)
    ).one()
    names = work.scalars(
        select(func.concat(Citizen.given_name, " ", Citizen.family_name))
        .join(Course, Course.citizen_id == Citizen.id)
        .join(Participant, Participant.course_id == Course.id)
        .where(Participant.session_id == other)
    ).all()
    return {
        "what": work.scalar(query) or "",
        "starts": their.starts,
        "ends": their.ends,
        "other": ", ".join(names[:3]),
        "session": other,
    }
