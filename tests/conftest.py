"""Real stores, a clock that is a value, and a small centre; the demo centre is imported once a run."""

import gc
import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.training import Team
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.store import opening

DENMARK = ZoneInfo("Europe/Copenhagen")
WHOLE = 25  # tests between two looks through everything


def pytest_sessionstart():
    """As in the program: garbage is collected between tests and on this thread only.

    A widget that is collected while it handles an event, or by another thread (the workers' own, too), ends the run.
    """
    gc.disable()


def pytest_runtest_logfinish():
    """Collect what a test has left, all of it now and then."""
    finished[0] += 1
    gc.collect(2 if finished[0] % WHOLE == 0 else 1)


finished = [0]
WEDNESDAY = date(2026, 11, 18)
STANDARDS = demo_centre.DEMO_STANDARDS


class Clock:
    """A clock that tests turn; wall time at the centre."""

    def __init__(self, wall=datetime(2026, 11, 18, 11, 10)):
        self.wall = wall

    def __call__(self):
        return self.wall.replace(tzinfo=DENMARK).astimezone(UTC)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    opened = opening.open_store(tmp_path / "centre.db", clock, actor="DOS", make=True)
    yield opened
    opened.close()


@dataclass
class Small:
    """The keys of a small centre."""

    centre: uuid.UUID
    dos: uuid.UUID
    osm: uuid.UUID
    box: uuid.UUID
    gym: uuid.UUID
    citizen: uuid.UUID
    other: uuid.UUID
    course: uuid.UUID
    other_course: uuid.UUID
    team: uuid.UUID


def add_citizen(work, number, family, given, clinic=None):
    citizen = Citizen(number=number, family_name=family, given_name=given, gp_clinic_id=clinic)
    work.add(citizen)
    work.flush()
    return citizen.id


def add_course(work, small_ids, citizen, trainings=10, minutes=45, basis="SEL86.1", started=True):
    centre, responsible = small_ids
    course = Course(
        citizen_id=citizen,
        centre_id=centre,
        responsible_id=responsible,
        basis=basis,
        standard=STANDARDS[basis],
        version="2021-03",
        package_trainings=trainings,
        package_minutes=trainings * minutes if trainings else None,
    )
    work.add(course)
    work.flush()
    events = {"application_received": date(2026, 10, 20), "grant": date(2026, 10, 26)}
    if started:
        events["course_start"] = date(2026, 11, 2)
    for event, day in events.items():
        work.add(CourseEvent(course_id=course.id, event=event, day=day))
    return course.id


@pytest.fixture
def small(store):
    return make_small(store)


def make_small(store, trainings=10):
    """A small centre in a store: two colleagues, two rooms, two citizens, each with a course."""
    with store.work("set up") as work:
        centre = Centre(id=new_key(), name="Prøvecentret", standards=STANDARDS, phone="74000000")
        work.add(centre)
        work.flush()
        staff = {}
        for initials, name in (("DOS", "Dorthe Sørensen"), ("OSM", "Oskar Mortensen")):
            person = Staff(centre_id=centre.id, initials=initials, name=name, title="Ergoterapeut")
            work.add(person)
            work.flush()
            staff[initials] = person.id
            for day in range(5):
                work.add(
                    WorkingHours(staff_id=person.id, weekday=day, starts=time(8), ends=time(16))
                )
        box = Room(centre_id=centre.id, name="Boks A", capacity=1, kind=RoomKind.BOX)
        gym = Room(centre_id=centre.id, name="Sal 1", capacity=3, kind=RoomKind.GYM)
        clinic = GpClinic(ydernummer="017226", name="Lægerne Prøvevej")
        work.add_all([box, gym, clinic])
        work.flush()
        team = Team(centre_id=centre.id, name="Prøvehold", capacity=2, room_id=gym.id)
        work.add(team)
        citizen = add_citizen(work, "0201609995", "Jeppesen", "Ingelise", clinic.id)
        other = add_citizen(work, "0201609996", "Ågård", "Søren")
        ids = (centre.id, staff["DOS"])
        course = add_course(work, ids, citizen, trainings)
        other_course = add_course(work, ids, other, trainings)
        return Small(
            centre.id,
            staff["DOS"],
            staff["OSM"],
            box.id,
            gym.id,
            citizen,
            other,
            course,
            other_course,
            team.id,
        )


@pytest.fixture
def book(store, small, clock):
    """Book a training and answer the participant's key; days before now may be booked, too."""

    def make(
        starts, course=None, therapist=None, room=None, minutes=45, form=Form.INDIVIDUAL, **more
    ):
        from sqlalchemy import select

        from trainer_desktop.models.training import Participant, TrainingSession

        wish = Wish(
            course or small.course, therapist or small.dos, room, starts, minutes, form, **more
        )
        before = clock.wall
        clock.wall = min(before, datetime.combine(starts.date(), time(7)))
        try:
            with store.work("book") as work:
                booking.book(work, wish)
        finally:
            clock.wall = before
        with store.read() as work:
            return work.scalar(
                select(Participant.id)
                .join(TrainingSession, TrainingSession.id == Participant.session_id)
                .where(Participant.course_id == wish.course_id, TrainingSession.starts == starts)
            )

    return make


def at(hour, minute=0, day=WEDNESDAY):
    return datetime.combine(day, time(hour, minute))


def days(count):
    return timedelta(days=count)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory):
    """The demo centre on its Wednesday, imported once."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    demo_centre.open_demo(file, Clock()).close()
    return file


@pytest.fixture
def demo(demo_file, tmp_path):
    """A demo centre of one's own to change."""
    folder = tmp_path / "own"
    folder.mkdir()
    for part in demo_file.parent.iterdir():
        shutil.copy(part, folder / part.name)
    opened = opening.open_store(folder / demo_file.name, Clock(), actor="DOS")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def demo_seen(demo_file):
    """The demo centre for tests that only look."""
    opened = opening.open_store(demo_file, Clock(), actor="DOS")
    yield opened
    opened.close()


EXPORT = {
    "lokaler.csv": """Lokale;Center;Kapacitet;Type
Boks A;Prøve;1;boks
Sal 1;Prøve;12;sal
""",
    "medarbejdere.csv": """Initialer;Navn;Stilling;Center;Arbejdstid
DOS;Dorthe Sørensen;Ergoterapeut;Prøve;man-fre 8-15.30
""",
    "hold.csv": """Hold;Center;Lokale;Terapeut;Ugedag;Kl;Minutter;Kapacitet;Fra;Til
Balance;Prøve;Sal 1;DOS;onsdag;10.00;60;12;01-09-2026;
""",
    "borgere.csv": '''CPR;Efternavn;Fornavn;Adresse;Postnr;By;Telefon;Mobil;E-mail;Fritaget digital post;Ydernummer;Lægehus;Pårørende;Pårørende telefon;Kørsel;Bemærkning
020160-9995;Jeppesen;Ingelise;Åvej 1;9000;Åsø;6252 7601;+45 91 27 47 63;;nej;017226;Lægerne Åvej;Bo Jeppesen;61403729;ja;"kalder sig ""Musse"""
0201609996;Ågård;Søren;;;;;;;ja;;;;;nej;
''',
    "forløb.csv": """Forløbsnr;CPR;Lovgrundlag;Modtaget;Udskrevet;Bevilget;Pakke antal;Minutter;Ansvarlig;Center;Start;Slut;Status
1;020160-9995;SEL § 86 stk. 1;01-10-2026;;10-10-2026;10;45;DOS;Prøve;20-10-2026;;I gang
2;0201609996;SUL § 140;3/10-26;02.10.2026;2026-10-04;6;45;DOS;Prøve;;;I gang
""",
    "aftaler.csv": """Aftalenr;Forløbsnr;Hold;Dato;Kl;Minutter;Terapeut;Lokale;Center;Status;Afbud meldt;Årsag
11;1;;03-11-2026;8.30;45;DOS;Boks A;Prøve;Mødt;;
12;1;Balance;4/11-26;kl. 10;60;DOS;Sal 1;Prøve;Afbud;04-11-2026 08:30;syg
13;2;Balance;2026-11-04;10:00;60;DOS;Sal 1;Prøve;Mødt;;
""",
}


def write_export(folder, encoding="cp1252", **changed):
    """Write a small made-up export; `changed` replaces whole files."""
    folder.mkdir(exist_ok=True)
    for name, text in EXPORT.items():
        body = changed.get(name.removesuffix(".csv").replace("ø", "oe"), text)
        (folder / name).write_bytes(body.replace("\n", "\r\n").encode(encoding))
    return folder


@pytest.fixture
def small_export(tmp_path):
    return write_export(tmp_path / "export")
