"""Every refusal, raced by eight processes on both engines: what is in the database afterwards is what counts."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from tests.conftest import Clock, add_citizen, add_course, at
from tests.races import TODAY, TOMORROW
from trainer_desktop.models.centre import ClosingDay, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import (
    Participant,
    Team,
    TeamMember,
    TeamSeries,
    TrainingSession,
)
from trainer_desktop.models.user import AppUser
from trainer_desktop.models.waiting import WaitingEntry
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services.attendance.marking import Mark, note
from trainer_desktop.services.booking import booking, undo
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.papers import writing
from trainer_desktop.services.record import loans
from trainer_desktop.services.store import opening, users
from trainer_desktop.services.waiting import waiting_list

RACERS = 8


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    if request.param == "sqlite":
        return str(tmp_path / "centre.db")
    return request.getfixturevalue("server").empty_centre()


@pytest.fixture
def store(where, tmp_path):
    opened = (
        opening.open_server(where, Clock(), "DOS")
        if where.startswith("postgres")
        else opening.open_store(tmp_path / "centre.db", Clock(), "DOS", make=True)
    )
    yield opened
    opened.close()


@pytest.fixture
def keys(store, small):
    """Eight citizens and eight therapists; a team's meeting tomorrow; a package of one for the first."""
    made, staff = [], []
    with store.work("more") as work:
        for n in range(RACERS):
            person = Staff(
                centre_id=small.centre, initials=f"T{n}", name=f"T {n}", title="Ergoterapeut"
            )
            work.add(person)
            work.flush()
            staff.append(person.id)
            for day in range(5):
                hours = {"weekday": day, "starts": at(7).time(), "ends": at(17).time()}
                work.add(WorkingHours(staff_id=person.id, **hours))
            citizen = add_citizen(work, f"62016{n}000{n}", f"Efternavn{n}", "Prøve")
            made.append(
                add_course(work, (small.centre, small.dos), citizen, trainings=1 if n == 0 else 10)
            )
        team = work.get_one(Team, small.team)
        team.therapist_id = small.osm
        work.add(
            TeamSeries(
                team_id=small.team,
                weekday=3,
                starts=at(13).time(),
                minutes=60,
                valid_from=TOMORROW,
            )
        )
        meeting = booking.book(
            work,
            Wish(None, small.osm, small.gym, at(13, day=TOMORROW), 60, Form.TEAM, small.team),
        )
        entry = waiting_list.add(work, made[1], Form.INDIVIDUAL, 45)
    return {
        "courses": ",".join(map(str, made)),
        "staff": ",".join(map(str, staff)),
        "meeting": str(meeting),
        "team": str(small.team),
        "box": str(small.box),
        "entry": str(entry),
        "citizen": str(small.citizen),
    }


def race(where, name, keys, tmp_path):
    """Let eight processes do an act at once; answers how many said what."""
    start, said, wrong = tmp_path / "go", tmp_path / "said", tmp_path / "wrong"
    pairs = [f"{k}={v}" for k, v in keys.items()]
    command = [sys.executable, "-m", "tests.races", where, name, str(RACERS), str(start), str(said)]
    with wrong.open("w") as trouble:
        racers = subprocess.Popen([*command, *pairs], stderr=trouble, start_new_session=True)
    try:
        until = time.monotonic() + 60
        while sum((tmp_path / f"go.{n}").exists() for n in range(RACERS)) < RACERS:
            assert time.monotonic() < until, wrong.read_text()
            time.sleep(0.01)
        start.touch()
        racers.wait(timeout=60)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(racers.pid, signal.SIGKILL)
        racers.wait()
    outs = [tmp_path / f"said.{n}" for n in range(RACERS)]
    assert all(out.exists() for out in outs), wrong.read_text()
    return Counter(out.read_text() for out in outs)


def count(store, model, *where):
    with store.read() as work:
        return work.scalar(select(func.count()).select_from(model).where(*where))


def test_one_training_is_left_and_one_gets_it(where, store, keys, tmp_path):
    said = race(where, "package", keys, tmp_path)

    assert said == {"done": 1, "PACKAGE_USED": RACERS - 1}
    assert count(store, Participant) == 1


def test_a_team_has_two_places(where, store, keys, tmp_path):
    said = race(where, "team", keys, tmp_path)

    assert said == {"done": 2, "TEAM_FULL": RACERS - 2}
    assert count(store, Participant) == 2


def test_a_citizen_joins_a_meeting_once(where, store, keys, tmp_path):
    said = race(where, "same meeting", keys, tmp_path)

    assert said == {"done": 1, "ALREADY_ON_TEAM": RACERS - 1}
    assert count(store, Participant) == 1


def test_a_room_for_one_holds_one(where, store, keys, tmp_path):
    said = race(where, "room", keys, tmp_path)

    assert said == {"done": 1, "ROOM_FULL": RACERS - 1}


def test_nobody_is_booked_onto_a_therapist_just_marked_absent(where, store, keys, tmp_path):
    race(where, "absence", keys, tmp_path)

    with store.read() as work:
        away = work.scalar(text("select count(*) from staff_absence"))
        booked = work.scalar(
            text(
                "select count(*) from occupancy o join staff s on s.id = o.resource_id "
                "where s.initials = 'T0'"
            )
        )
    assert not (away and booked)


def test_a_day_is_closed_once(where, store, keys, tmp_path):
    said = race(where, "closing day", keys, tmp_path)

    assert said["done"] == 1
    assert count(store, ClosingDay) == 1


def test_nobody_waits_twice_for_the_same(where, store, keys, tmp_path):
    said = race(where, "waiting list", keys, tmp_path)

    assert said == {"done": 1, "ALREADY_WAITING": RACERS - 1}
    assert count(store, WaitingEntry) == 2


def test_one_who_waits_is_booked_once(where, store, keys, tmp_path):
    keys = {**keys, "courses": keys["courses"].split(",")[1]}
    said = race(where, "waiting entry", keys, tmp_path)

    assert said == {"done": 1, "NO_LONGER_WAITING": RACERS - 1}
    assert count(store, Participant) == 1


def test_a_citizen_is_put_on_a_team_once(where, store, keys, tmp_path):
    race(where, "team member", keys, tmp_path)

    assert count(store, TeamMember) == 1


def test_nobody_is_booked_onto_a_colleague_who_has_left(where, store, keys, tmp_path):
    race(where, "last day", keys, tmp_path)

    with store.read() as work:
        left = work.scalar(text("select count(*) from staff where ended is not null"))
        booked = work.scalar(
            text(
                "select count(*) from occupancy o join staff s on s.id = o.resource_id "
                "where s.initials = 'T0'"
            )
        )
    assert not (left and booked)


def test_what_is_entered_once_is_entered_once(where, store, keys, tmp_path):
    acts = ("same number", "same initials", "new course", "pause")
    said = race(where, "+".join(acts), keys, tmp_path)

    came = [Counter() for _ in acts]
    for words, many in said.items():
        for counter, word in zip(came, words.split("+"), strict=True):
            counter[word] += many
    number, initials, courses, pause = came
    assert number == {"done": 1, "SAME_PERSON": RACERS - 1}
    assert initials == {"done": 1, "TAKEN": RACERS - 1}
    assert courses == {"done": RACERS}
    assert pause == {"done": 1, "ALREADY_PAUSED": RACERS - 1}
    assert count(store, Citizen, Citizen.number == "7212571840") == 1
    with store.read() as work:
        numbers = work.scalars(select(Course.number).where(Course.number != "")).all()
    assert len(set(numbers)) == len(numbers) == RACERS


def test_what_is_decided_once_is_decided_once(where, store, keys, tmp_path):
    course = uuid.UUID(keys["courses"].split(",")[0])
    with store.work("before") as work:
        letter, _pdf = writing.make(work, course, "own_plan")
        loan = loans.lend(work, course, "Gangbarre")
        set_event(work, uuid.UUID(keys["courses"].split(",")[1]), "course_start", TODAY)
    more = {"letter": str(letter), "loan": str(loan)}
    acts = ("ride", "fare", "letter sent", "loan back", "closed")
    said = race(where, "+".join(acts), keys | more, tmp_path)

    came = [Counter() for _ in acts]
    for words, many in said.items():
        for counter, word in zip(came, words.split("+"), strict=True):
            counter[word] += many
    ride, fare, sent, back, closed = came
    assert ride == {"done": 1, "TAKEN": RACERS - 1}
    assert fare == {"done": 1, "TAKEN": RACERS - 1}
    assert sent == {"done": 1, "ALREADY_SENT": RACERS - 1}
    assert back == {"done": 1, "TAKEN": RACERS - 1}
    assert closed == {"done": 1, "ALREADY_ENDED": RACERS - 1}


def test_undo_does_not_overfill_a_team(where, store, keys, small, tmp_path):
    courses = keys["courses"].split(",")
    meeting = select(TrainingSession.id).where(TrainingSession.team_id == small.team)
    with store.work("two join") as work:
        session = work.scalar(meeting)
        for course in work.scalars(select(Course).where(Course.id.in_(_keys(courses[:2])))):
            booking.join_team(work, session, course.id)
            work.flush()
    with store.read() as work:
        person = work.scalars(select(Participant.id)).first()
    with store.work("cancel") as work:
        note(work, person, Mark(State.CANCELLED, Why.OTHER, at(9)))
    cancelled = work.change
    with store.work("another joins") as work:
        booking.join_team(work, session, _keys(courses)[2])

    with pytest.raises(Refused) as no, store.work("undo") as work:
        undo.revert(work, cancelled)

    assert no.value.reason is Reason.TEAM_FULL


def _keys(texts):
    return [uuid.UUID(t) for t in texts]


def test_a_writer_that_holds_on_is_not_waited_for_without_end(where, store, keys):
    other = (
        opening.open_server(where, Clock(), "OSM")
        if where.startswith("postgres")
        else opening.open_store(store.file, Clock(), "OSM")
    )
    with store.work("holds on"):
        begun = time.monotonic()
        with pytest.raises(Refused) as no, other.work("waits", patience=0.2):
            pass
        waited = time.monotonic() - begun
        with other.read() as work:
            assert work.scalar(select(func.count()).select_from(Staff)) > RACERS
    other.close()

    assert no.value.reason is Reason.BUSY
    assert timedelta(seconds=waited) < timedelta(seconds=3)


def test_initials_are_given_once(where, store, keys, tmp_path):
    said = race(where, "login", keys, tmp_path)

    # the first makes users of a store that had none, and is none itself: the others may nothing any more
    assert said["done"] == 1
    assert count(store, AppUser) == 1


def test_one_administrator_is_left_whoever_gives_it_up(where, store, keys, tmp_path):
    with store.work("first", actor="A0") as work:
        made = [users.add(work, "A0", "A 0", UserRole.ADMINISTRATOR)]
    with store.work("more", actor="A0") as work:
        made += [
            users.add(work, f"A{n}", f"A {n}", UserRole.ADMINISTRATOR) for n in range(1, RACERS)
        ]
    keys["admins"] = ",".join(map(str, made))

    said = race(where, "administrator", keys, tmp_path)

    assert said == {"done": RACERS - 1, "LAST_ADMINISTRATOR": 1}
    assert count(store, AppUser, AppUser.role == UserRole.ADMINISTRATOR) == 1
