"""A made-up centre to measure on: 24 therapists, 24 boxes, citizens with names from the demo, and their courses."""

import csv
import random
import sqlite3
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from trainer_desktop import paths
from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.store import Store
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.store import opening

MONDAY = date(2026, 11, 16)
WEDNESDAY = datetime(2026, 11, 18, 10, 10, tzinfo=UTC)  # 11.10 at the centre
PEOPLE, DAYS, TIMES = 24, 5, 10
MINUTES = 45
FULL_WEEK = 960
BASIS = "SEL86.1"
STANDARD = demo_centre.DEMO_STANDARDS[BASIS]


@dataclass(frozen=True, slots=True)
class Made:
    """An open store and the keys of what is in it."""

    store: Store
    file: Path
    centre: uuid.UUID
    staff: list[uuid.UUID]
    rooms: list[uuid.UUID]
    courses: list[uuid.UUID]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a week that nobody else has: therapist and room by number, wall time."""

    person: int
    starts: datetime


def wednesday() -> datetime:
    """The clock of every measurement."""
    return WEDNESDAY


def spot(number: int, monday: date) -> Spot:
    """The spots of a week, 1,200 of them, spread over days and therapists before they fill a day."""
    turn, person = divmod(number, PEOPLE)
    at, day = divmod(turn, DAYS)
    begins = datetime.combine(monday + timedelta(days=day), time(8))
    return Spot(person, begins + timedelta(minutes=MINUTES * at))


def make(folder: Path, citizens: int, courses: int) -> Made:
    """Make the centre in a file of its own."""
    file = folder / "bench.db"
    store = opening.open_store(file, wednesday, actor="T00", make=True)
    chance = random.Random(86)
    with store.work("made for measuring") as work:
        centre, staff, rooms = _places(work)
        keys = _citizens(work, citizens, chance)
        made = _courses(work, centre, staff, keys[:courses])
    return Made(store, file, centre, staff, rooms, made)


def _places(work: Work) -> tuple[uuid.UUID, list[uuid.UUID], list[uuid.UUID]]:
    centre = Centre(id=new_key(), name="Målecentret", standards=demo_centre.DEMO_STANDARDS)
    work.add(centre)
    work.flush()
    staff = [new_key() for _ in range(PEOPLE)]
    rooms = [new_key() for _ in range(PEOPLE)]
    work.insert_rows(
        Staff,
        [
            {"id": k, "centre_id": centre.id, "initials": f"T{n:02}"}
            | {"name": f"Terapeut {n}", "title": "Fysioterapeut"}
            for n, k in enumerate(staff)
        ],
    )
    boxes = {"centre_id": centre.id, "capacity": 1, "kind": RoomKind.BOX}
    work.insert_rows(
        Room, [{"id": k, "name": f"Boks {n}", **boxes} for n, k in enumerate(rooms, 1)]
    )
    hours = {"starts": time(8), "ends": time(16)}
    days = [{"staff_id": k, "weekday": day, **hours} for k in staff for day in range(DAYS)]
    work.insert_rows(WorkingHours, days)
    return centre.id, staff, rooms


def _citizens(work: Work, count: int, chance: random.Random) -> list[uuid.UUID]:
    with (paths.resources() / "demo/borgere.csv").open(encoding="cp1252", newline="") as file:
        known = list(csv.DictReader(file, delimiter=";"))
    families = sorted({r["Efternavn"] for r in known if r["Efternavn"]})
    given = sorted({r["Fornavn"] for r in known if r["Fornavn"]})
    rows = [
        {
            "id": new_key(),
            "number": f"{chance.randint(1, 28):02}{chance.randint(1, 12):02}"
            f"{chance.randint(30, 60)}{9000 + n % 1000}",
            "family_name": chance.choice(families),
            "given_name": chance.choice(given),
            "town": "Åsø",
            "mobile": f"{chance.randint(20_000_000, 99_999_999)}",
        }
        for n in range(count)
    ]
    work.insert_rows(Citizen, rows)
    return [row["id"] for row in rows if isinstance(row["id"], uuid.UUID)]


def _courses(
    work: Work, centre: uuid.UUID, staff: list[uuid.UUID], citizens: list[uuid.UUID]
) -> list[uuid.UUID]:
    common = {"centre_id": centre, "basis": BASIS, "standard": STANDARD, "version": "2021-03"}
    common |= {"package_trainings": 12, "package_minutes": 12 * MINUTES}
    rows = [
        {"id": new_key(), "citizen_id": key, "responsible_id": staff[n % PEOPLE], **common}
        for n, key in enumerate(citizens)
    ]
    work.insert_rows(Course, rows)
    keys = [row["id"] for row in rows if isinstance(row["id"], uuid.UUID)]
    events = {
        "application_received": date(2026, 10, 20),
        "grant": date(2026, 10, 26),
        "course_start": date(2026, 11, 2),
    }
    noted = [{"course_id": k, "event": e, "day": d} for k in keys for e, d in events.items()]
    work.insert_rows(CourseEvent, noted)
    return keys


def fill_week(made: Made) -> None:
    """960 trainings in the week of the clock; what is over is marked as a centre's week is."""
    chance = random.Random(140)
    sessions, people = [], []
    for number in range(FULL_WEEK):
        place = spot(number, MONDAY)
        ends = place.starts + timedelta(minutes=MINUTES)
        key = new_key()
        sessions.append(
            {
                "id": key,
                "centre_id": made.centre,
                "therapist_id": made.staff[place.person],
                "room_id": made.rooms[place.person],
                "starts": place.starts,
                "ends": ends,
                "form": Form.INDIVIDUAL,
            }
        )
        person = {"session_id": key, "course_id": made.courses[number % len(made.courses)]}
        people.append(person | _how_it_went(place.starts, chance))
    with made.store.work("a full week") as work:
        work.insert_rows(TrainingSession, sessions)
        work.insert_rows(Participant, people)


def _how_it_went(starts: datetime, chance: random.Random) -> dict[str, object]:
    if starts >= datetime.combine(MONDAY + timedelta(days=2), time(11)):
        return {"state": State.PLANNED}
    said = {"noted_by": "T00", "noted_at": WEDNESDAY}
    dice = chance.random()
    if dice < 0.8:
        return {"state": State.ATTENDED, "late_minutes": 10 if dice < 0.05 else 0, **said}
    if dice < 0.92:
        told = starts - timedelta(hours=chance.choice([2, 30]))
        return {"state": State.CANCELLED, "why": Why.OTHER, "told": told, **said}
    return {"state": State.MISSED if dice < 0.97 else State.CENTRE_CANCELLED, **said}


def plain_copy(made: Made, file: Path) -> sqlite3.Connection:
    """The same tables, rows and indexes in a file that is not encrypted, opened by Python's own sqlite3."""
    return plain_copy_of(made.store, file)


def plain_copy_of(store: Store, file: Path) -> sqlite3.Connection:
    """As `plain_copy`, of any store."""
    with store.engine.connect() as connection:
        connection.detach()
        connection.exec_driver_sql("commit")
        connection.exec_driver_sql(f"attach database '{file}' as plain key ''")
        connection.exec_driver_sql("select sqlcipher_export('plain')")
        connection.exec_driver_sql("detach database plain")
        connection.exec_driver_sql("begin")
    return open_plain(file)


def open_plain(file: Path) -> sqlite3.Connection:
    """Python's own sqlite3 with our pragmas, and no transaction but those we begin."""
    from trainer_desktop.models.engine import PRAGMAS

    plain = sqlite3.connect(file, isolation_level=None)
    for pragma in PRAGMAS:
        plain.execute(f"pragma {pragma}")
    return plain
