"""A full centre for the desk's measurements: so many therapists, each with sixteen half-hours booked on five days a week."""

import random
import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from made_centre import MONDAY, WEDNESDAY, wednesday

from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.store import Store
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.store import opening

A_DAY, MINUTES = 16, 30
UNBOOKED = 12  # the last citizens, who have no training yet
GIVEN = ("Asta", "Bent", "Carla", "Dagny", "Ebbe", "Freja", "Gerda", "Hans", "Inger", "Jens")
FAMILY = ("Holm", "Jensen", "Mikkelsen", "Nørgaard", "Sørensen", "Thomsen", "Winther", "Ågård")


@dataclass(frozen=True, slots=True)
class Desk:
    """The open store, and who and what is in it."""

    store: Store
    centre: uuid.UUID
    staff: list[uuid.UUID]
    courses: list[uuid.UUID]


def make_desk(
    folder: Path, therapists: int, citizens: int, weeks: int = 1, full: float = 1.0
) -> Desk:
    """Make it in a file of its own; `full` is the share of half-hours that is booked."""
    store = opening.open_store(
        folder / f"desk{therapists}-{weeks}.db", wednesday, actor="T00", make=True
    )
    chance = random.Random(therapists)
    with store.work("made for measuring") as work:
        desk = _people(work, store, therapists, citizens)
        rooms = [row for (row,) in work.execute(Room.__table__.select().with_only_columns(Room.id))]
    for week in range(weeks):
        _fill(desk, rooms, MONDAY + timedelta(weeks=week), full, chance)
    return desk


def _people(work: Work, store: Store, therapists: int, citizens: int) -> Desk:
    centre = Centre(id=new_key(), name="Målecentret", standards=demo_centre.DEMO_STANDARDS)
    work.add(centre)
    work.flush()
    staff = [new_key() for _ in range(therapists)]
    names = [
        {"id": key, "centre_id": centre.id, "initials": f"T{n:02}", "title": "Fysioterapeut"}
        | {"name": f"{GIVEN[n % 10]} {FAMILY[n % 8]}"}
        for n, key in enumerate(staff)
    ]
    work.insert_rows(Staff, names)
    boxes = {"centre_id": centre.id, "capacity": 1, "kind": RoomKind.BOX}
    work.insert_rows(Room, [{"name": f"Boks {n}", **boxes} for n in range(1, therapists + 1)])
    hours = {"starts": time(8), "ends": time(16)}
    work.insert_rows(
        WorkingHours, [{"staff_id": k, "weekday": day, **hours} for k in staff for day in range(5)]
    )
    people = [
        {"id": new_key(), "number": f"{n % 28 + 1:02}0{n % 9 + 1}{30 + n % 30}{9000 + n % 1000}"}
        | {"given_name": GIVEN[n % 10], "family_name": FAMILY[n // 10 % 8], "mobile": f"2{n:07}"}
        for n in range(citizens)
    ]
    work.insert_rows(Citizen, people)
    basis = "SEL86.1"
    common = {"centre_id": centre.id, "basis": basis, "standard": demo_centre.DEMO_STANDARDS[basis]}
    common |= {"version": "2021-03", "package_trainings": 40, "package_minutes": 40 * MINUTES}
    courses = [
        {
            "id": new_key(),
            "citizen_id": one["id"],
            "responsible_id": staff[n % therapists],
            **common,
        }
        for n, one in enumerate(people)
    ]
    work.insert_rows(Course, courses)
    events = {"grant": date(2026, 10, 26), "course_start": date(2026, 11, 2)}
    noted = [
        {"course_id": c["id"], "event": event, "day": day}
        for c in courses
        for event, day in events.items()
    ]
    work.insert_rows(CourseEvent, noted)
    return Desk(
        store, centre.id, staff, [c["id"] for c in courses if isinstance(c["id"], uuid.UUID)]
    )


def _fill(
    desk: Desk, rooms: list[uuid.UUID], monday: date, full: float, chance: random.Random
) -> None:
    """A week: nobody trains twice at the same time, for the citizens are taken in turn."""
    sessions, people, number = [], [], chance.randrange(len(desk.courses) - UNBOOKED)
    for day in range(5):
        for half in range(A_DAY):
            starts = datetime.combine(monday + timedelta(days=day), time(8)) + timedelta(
                minutes=30 * half
            )
            for place, staff in enumerate(desk.staff):
                if chance.random() >= full:
                    continue
                number += 1
                key = new_key()
                session = {"id": key, "centre_id": desk.centre, "therapist_id": staff}
                session |= {"room_id": rooms[place], "starts": starts, "form": Form.INDIVIDUAL}
                sessions.append(session | {"ends": starts + timedelta(minutes=MINUTES)})
                over = starts < datetime(2026, 11, 18, 11)
                person = {
                    "session_id": key,
                    "course_id": desk.courses[number % (len(desk.courses) - UNBOOKED)],
                }
                said = {"state": State.ATTENDED, "noted_by": "T00", "noted_at": WEDNESDAY}
                people.append(person | (said if over else {"state": State.PLANNED}))
    with desk.store.work("a week") as work:
        work.insert_rows(TrainingSession, sessions)
        work.insert_rows(Participant, people)
