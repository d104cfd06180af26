"""(o) Pages over 600,000 trainings and 20,000 citizens. The store is made once, in a few minutes, and kept beside .venv's tools."""

import shutil
import sqlite3
import sys
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from made_centre import WEDNESDAY, plain_copy_of, wednesday
from sqlalchemy import select
from timing import ONCE, Line, few, in_turn

from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.store import Store
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.upgrade import NEWEST
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.booking import planning
from trainer_desktop.services.booking.openings import Wishes
from trainer_desktop.services.calendar import days as calendar
from trainer_desktop.services.calendar import month
from trainer_desktop.services.citizens import search
from trainer_desktop.services.courses import tasks
from trainer_desktop.services.store import opening

MONDAY = date(2026, 11, 16)
STAFF, A_DAY, MINUTES = few(25, 5), 16, 30
WEEKS, AHEAD = few(290), few(10)
A_WEEK = STAFF * A_DAY * 5  # 2,000 trainings
BEGIN, LAST = 67, 15  # courses that begin each week, and how many weeks one lasts: 20,000 in all
VERSION = 2  # of what is made here
TURNS = few(5)
BASIS = "SEL86.1"
STANDARD = demo_centre.DEMO_STANDARDS[BASIS]
GIVEN = ("Anne", "Bo", "Else", "Finn", "Gerda", "Hans", "Inger", "Jens", "Karen", "Leif")
FAMILY = ("Holm", "Lund", "Kjær", "Bak", "Dahl", "Friis", "Krogh", "Vang", "Toft")
DAY_OF = "select count(*) from training_session where starts >= ? and starts < ?"


def measure(folder: Path, _wanted: set[str]) -> list[Line]:
    """Each page against counting, in a plain file, the trainings that it shows."""
    with_years = _kept(folder)
    store = opening.open_store(with_years, wednesday, actor="T00")
    plain = plain_copy_of(store, folder / "plain.db")
    try:
        return list(_lines(store, plain))
    finally:
        plain.close()
        store.close()


def _kept(folder: Path) -> Path:
    """The store that was made before, or one made now; --once makes a small one each time."""
    if ONCE:
        _make(folder / "years.db")
        return folder / "years.db"
    kept = Path(sys.prefix) / "years" / f"{NEWEST}-{VERSION}"
    if not (kept / "whole").exists():
        shutil.rmtree(kept.parent, ignore_errors=True)
        kept.mkdir(parents=True)
        _make(kept / "years.db")
        (kept / "whole").touch()
    return kept / "years.db"


def _make(file: Path) -> None:
    store = opening.open_store(file, wednesday, actor="T00", make=True)
    with store.work("made for measuring") as work:
        centre, staff, rooms = _places(work)
    courses: list[tuple[uuid.UUID, date]] = []
    for week in range(-WEEKS, AHEAD):
        monday = MONDAY + timedelta(weeks=week)
        with store.work("a week") as work:
            courses += _begin(work, centre, staff, monday, len(courses))
            running = [key for key, began in courses if began > monday - timedelta(weeks=LAST)]
            _fill(work, centre, staff, rooms, monday, running)
    with store.work("ended") as work:
        over = MONDAY - timedelta(weeks=LAST)
        ends = [
            {"course_id": key, "event": "course_end", "day": began + timedelta(weeks=LAST)}
            for key, began in courses
            if began <= over
        ]
        work.insert_rows(CourseEvent, ends)
    store.close()


def _places(work: Work) -> tuple[uuid.UUID, list[uuid.UUID], list[uuid.UUID]]:
    centre = Centre(id=new_key(), name="Målecentret", standards=demo_centre.DEMO_STANDARDS)
    work.add(centre)
    work.flush()
    staff, rooms = [new_key() for _ in range(STAFF)], [new_key() for _ in range(STAFF)]
    title = {"title": "Fysioterapeut", "centre_id": centre.id}
    work.insert_rows(
        Staff,
        [
            {"id": k, "initials": f"T{n:02}", "name": f"Terapeut {n}", **title}
            for n, k in enumerate(staff)
        ],
    )
    box = {"capacity": 1, "kind": RoomKind.BOX, "centre_id": centre.id}
    work.insert_rows(Room, [{"id": k, "name": f"Boks {n}", **box} for n, k in enumerate(rooms)])
    hours = {"starts": time(8), "ends": time(16)}
    work.insert_rows(
        WorkingHours, [{"staff_id": k, "weekday": d, **hours} for k in staff for d in range(5)]
    )
    return centre.id, staff, rooms


def _begin(
    work: Work, centre: uuid.UUID, staff: list[uuid.UUID], monday: date, number: int
) -> list[tuple[uuid.UUID, date]]:
    """The citizens whose courses begin in a week."""
    people = [
        {"id": new_key(), "number": f"{n % 28 + 61:02}{n % 9 + 1:02}{30 + n % 60}{n % 10_000:04}"}
        | {"given_name": GIVEN[n % 10], "family_name": FAMILY[n // 10 % 9], "mobile": f"2{n:07}"}
        for n in range(number, number + BEGIN)
    ]
    work.insert_rows(Citizen, people)
    common = {"centre_id": centre, "basis": BASIS, "standard": STANDARD, "version": "2021-03"}
    common |= {"package_trainings": 36, "package_minutes": 36 * MINUTES}
    rows = [
        {"id": new_key(), "citizen_id": one["id"], "responsible_id": staff[n % STAFF], **common}
        for n, one in enumerate(people)
    ]
    work.insert_rows(Course, rows)
    events = {"application_received": -21, "grant": -14, "course_start": 0}
    noted = [
        {"course_id": row["id"], "event": event, "day": monday + timedelta(days=days)}
        for row in rows
        for event, days in events.items()
    ]
    work.insert_rows(CourseEvent, noted)
    return [(row["id"], monday) for row in rows if isinstance(row["id"], uuid.UUID)]


def _fill(
    work: Work,
    centre: uuid.UUID,
    staff: list[uuid.UUID],
    rooms: list[uuid.UUID],
    monday: date,
    running: list[uuid.UUID],
) -> None:
    """A full week: those in a course train in turn, so that nobody trains twice at once."""
    sessions, people = [], []
    now = datetime.combine(WEDNESDAY.date(), time(11))
    for number in range(A_WEEK):
        spot, place = divmod(number, STAFF)
        day, half = divmod(spot, A_DAY)
        starts = datetime.combine(monday + timedelta(days=day), time(8))
        starts += timedelta(minutes=MINUTES * half)
        key = new_key()
        one = {
            "id": key,
            "centre_id": centre,
            "therapist_id": staff[place],
            "form": Form.INDIVIDUAL,
        }
        one |= {"room_id": rooms[place], "starts": starts}
        sessions.append(one | {"ends": starts + timedelta(minutes=MINUTES)})
        who = {"session_id": key, "course_id": running[number % len(running)]}
        state = State.MISSED if number % 80 == 1 else State.ATTENDED
        noted = {"state": state, "noted_by": "T00", "noted_at": WEDNESDAY}
        people.append(who | (noted if starts < now else {"state": State.PLANNED}))
    work.insert_rows(TrainingSession, sessions)
    work.insert_rows(Participant, people)


def _lines(store: Store, plain: sqlite3.Connection) -> Iterator[Line]:
    [(count,)] = plain.execute("select count(*) from training_session").fetchall()
    with store.read() as work:
        course = work.scalars(select(Course.id).where(Course.ended.is_(None))).first()
    assert course
    wishes = Wishes(course, 6, 30, MONDAY + timedelta(days=7))
    pages: tuple[tuple[str, int, int, Callable[[Work], object]], ...] = (
        ("the day", 1, 100, lambda w: calendar.day_by_therapist(w, WEDNESDAY.date())),
        ("the centre's week", 7, 100, lambda w: calendar.week_of_centre(w, MONDAY)),
        ("the month", 30, 100, lambda w: month.month(w, WEDNESDAY.date())),
        ("the tasks", 7, 150, lambda w: tasks.open_tasks(w)),
        ("a plan of six", 7, 500, lambda w: planning.propose(w, wishes)),
        ("find by part of the name", 1, 15, lambda w: search.find(w, "riis")),
    )
    for what, days, aim, page in pages:
        first = datetime.combine(MONDAY, time())
        span = (str(first), str(first + timedelta(days=days)))

        def ours(page: Callable[[Work], object] = page) -> None:
            with store.read() as work:
                page(work)

        def floor(span: tuple[str, str] = span) -> None:
            plain.execute(DAY_OF, span).fetchall()

        pairs = in_turn(floor, ours, TURNS)
        yield Line(
            "o",
            f"{what}, {count:,} trainings",
            f"{pairs.ours_ms:.0f} ms, {pairs.ratio:.0f}×",
            f"≤ {aim} ms",
            pairs.ours_ms <= aim,
            f"ours {pairs.ours_ms:.1f} ms; floor, counting what is shown: {pairs.floor_ms:.2f} ms",
        )
