"""Gives every imported training its place: what it takes is worked out anew, and who gives way is listed."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import delete, insert, select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.occupancy import Occupancy
from trainer_desktop.models.occupy import session_uses
from trainer_desktop.models.store import CHUNK, Work
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import State
from trainer_desktop.services.importing.clashes import FROM_OLD_SYSTEM, Clash, Seat, find_clashes


def take_seats(work: Work, order: dict[str, int], touched: set[uuid.UUID]) -> list[Clash]:
    """Work the uses of `touched` trainings out; where two clash the later line gives way, and both are listed.

    `order` is the line of each booking number in the export. What this import has not touched keeps what
    it takes, and never gives way.
    """
    if not touched:
        return []
    seats = _seats(work, order)
    clashes, gives_way = find_clashes(seats, _capacities(work), touched)
    connection = work.connection()
    for some in chunks(sorted(touched)):
        connection.execute(delete(Occupancy).where(Occupancy.session_id.in_(some)))
    rows = [
        {
            "session_id": use.session_id,
            "kind": use.kind,
            "resource_id": use.resource_id,
            "starts": use.starts,
            "ends": use.ends,
            "places": use.places,
            "blocking": seat.override in ("", FROM_OLD_SYSTEM) and seat.session_id not in gives_way,
        }
        for seat in seats
        if seat.session_id in touched
        for use in seat.uses
    ]
    rows.sort(key=lambda r: not r["blocking"])
    for start in range(0, len(rows), CHUNK):
        connection.execute(insert(Occupancy), rows[start : start + CHUNK])
    _state(work, [seat for seat in seats if seat.session_id in touched], gives_way)
    work.flush()
    return clashes


def chunks(keys: Sequence[uuid.UUID]) -> Iterator[Sequence[uuid.UUID]]:
    """Some at a time, as many as a statement may hold."""
    for start in range(0, len(keys), CHUNK):
        yield keys[start : start + CHUNK]


def _state(work: Work, seats: list[Seat], gives_way: set[uuid.UUID]) -> None:
    """Write the reason on those that give way, and take it off those that no longer do."""
    marked = {seat.session_id for seat in seats if seat.override == FROM_OLD_SYSTEM}
    for session in gives_way ^ marked:
        entity = work.get_one(TrainingSession, session)
        if session not in gives_way:
            entity.override = ""
        elif not entity.override:
            entity.override = FROM_OLD_SYSTEM


def _seats(work: Work, order: dict[str, int]) -> list[Seat]:
    people: dict[uuid.UUID, list[tuple[State, uuid.UUID]]] = defaultdict(list)
    lines: dict[uuid.UUID, list[int]] = defaultdict(list)
    p, s = Participant, TrainingSession
    query = select(p.session_id, p.state, p.number, Course.citizen_id)
    for session, state, number, citizen in work.execute(
        query.join(Course, Course.id == p.course_id)
    ):
        people[session].append((state, citizen))
        if number in order:
            lines[session].append(order[number])
    names = _names(work)
    sessions = select(s.id, s.therapist_id, s.room_id, s.starts, s.ends, s.team_id, s.override)
    return [
        Seat(
            row.id,
            tuple(session_uses(row, people.get(row.id, []))),
            tuple(sorted(lines.get(row.id, []))),
            names,
            row.override,
        )
        for row in work.execute(sessions)
    ]


def _capacities(work: Work) -> dict[uuid.UUID, int]:
    return {r.id: r.capacity for r in work.execute(select(Room.id, Room.capacity))}


def _names(work: Work) -> dict[uuid.UUID, str]:
    found = {r.id: r.initials for r in work.execute(select(Staff.id, Staff.initials))}
    found |= {r.id: r.name for r in work.execute(select(Room.id, Room.name))}
    return found
