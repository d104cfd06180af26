"""Gives every imported training its place: what it takes is worked out anew, and who gives way is listed."""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import delete, insert, select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.occupancy import Occupancy
from trainer_desktop.models.occupy import session_uses
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import CHUNK, Work
from trainer_desktop.rules.course import State
from trainer_desktop.services.importing.clashes import FROM_OLD_SYSTEM, Clash, Seat, find_clashes


def take_seats(work: Work, order: dict[str, int], touched: set[uuid.UUID]) -> list[Clash]:
    """Work the uses of `touched` trainings out; where two clash the later line gives way, and both are listed.

    `order` is the line of each booking number in the export. What this import has not touched keeps what
    it takes, and never gives way.
    """
    connection = work.connection()
    for some in chunks(sorted(touched)):
        connection.execute(delete(Occupancy).where(Occupancy.session_id.in_(some)))
    names, capacities = _names(work), _capacities(work)
    clashes: list[Clash] = []
    for month in _months(work, touched):  # a training never lasts over midnight
        seats = _seats(work, order, month, names)
        found, gives_way = find_clashes(seats, capacities, touched)
        clashes += found
        _sit(work, [seat for seat in seats if seat.session_id in touched], gives_way)
        work.cut()
    return sorted(clashes, key=lambda c: c.lines)


def _months(work: Work, touched: set[uuid.UUID]) -> list[tuple[datetime, datetime]]:
    """The months in which these trainings lie, from and to."""
    s, firsts = TrainingSession, set[datetime]()
    for some in chunks(sorted(touched)):
        for starts in work.scalars(select(s.starts).where(s.id.in_(some))):
            firsts.add(datetime.combine(starts.date().replace(day=1), time()))
    return [(one, (one + timedelta(days=32)).replace(day=1)) for one in sorted(firsts)]


def _sit(work: Work, seats: list[Seat], gives_way: set[uuid.UUID]) -> None:
    """Write down what these trainings take."""
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
        for use in seat.uses
    ]
    rows.sort(key=lambda r: not r["blocking"])
    for start in range(0, len(rows), CHUNK):
        work.connection().execute(insert(Occupancy), rows[start : start + CHUNK])
    _state(work, seats, gives_way)


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


def _seats(
    work: Work,
    order: dict[str, int],
    month: tuple[datetime, datetime],
    names: dict[uuid.UUID, str],
) -> list[Seat]:
    people: dict[uuid.UUID, list[tuple[State, uuid.UUID]]] = defaultdict(list)
    lines: dict[uuid.UUID, list[int]] = defaultdict(list)
    p, s = Participant, TrainingSession
    within = (s.starts >= month[0], s.starts < month[1])
    query = (
        select(p.session_id, p.state, p.number, Course.citizen_id)
        .join(Course, Course.id == p.course_id)
        .join(s, s.id == p.session_id)
        .where(*within)
    )
    for session, state, number, citizen in work.execute(query):
        people[session].append((state, citizen))
        if number in order:
            lines[session].append(order[number])
    sessions = select(
        s.id, s.therapist_id, s.room_id, s.starts, s.ends, s.team_id, s.override
    ).where(*within)
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
