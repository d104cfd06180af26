"""What each role does all day is not refused, with everything that follows from it; what is another's is."""

from datetime import timedelta

import pytest

from tests.conftest import WEDNESDAY, at
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services.absence import desk
from trainer_desktop.services.absence.outage import Cause, Outage
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking import undo as history
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.citizens import taking_in
from trainer_desktop.services.courses import events, intake
from trainer_desktop.services.record import decisions, measuring, notes
from trainer_desktop.services.record.decisions import END, Decided
from trainer_desktop.services.record.measuring import Measured
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.services.store import users
from trainer_desktop.services.waiting import waiting_list

TOMORROW = WEDNESDAY + timedelta(days=1)


@pytest.fixture
def cast(store, small):
    with store.work("first", actor="ITD") as work:
        users.add(work, "ITD", "It-drift", UserRole.ADMINISTRATOR)
    with store.work("cast", actor="ITD") as work:
        users.add(work, "JEM", "Jesper Madsen", UserRole.FRONT_DESK)
        users.add(work, "OSM", "Oskar Mortensen", UserRole.THERAPIST)
        users.add(work, "DOS", "Dorthe Sørensen", UserRole.RESPONSIBLE)
        users.add(work, "LEH", "Lene Hald", UserRole.MANAGER)
        users.add(work, "VK1", "Vikar", UserRole.READER)
    return store


def acts(small):
    """Each act by its name; it makes what it needs."""

    def book(work):
        return booking.book(work, Wish(small.course, small.dos, small.box, at(9, day=TOMORROW), 45))

    def missed(work):
        work.flush()
        person = work.query(Participant).first()
        marking.note(work, person.id, Mark(State.MISSED))

    def ill(work):
        away = Outage(Cause.STAFF, small.osm, at(8, day=TOMORROW), at(16, day=TOMORROW))
        desk.carry_out(work, away, {})

    return {
        "book": book,
        "missed": missed,
        "ill": ill,
        "citizen": lambda w: taking_in.add(w, {"given_name": "Prøve", "number": "721257-1840"}),
        "course": lambda w: intake.add(w, intake.Draft(small.other, "SEL86.2", trainings=5)),
        "waiting": lambda w: waiting_list.add(w, small.course, Form.INDIVIDUAL, 45),
        "note": lambda w: notes.write(w, small.citizen, "Går bedre", course_id=small.course),
        "test": lambda w: measuring.add(w, small.course, Measured("tug", "12,4")),
        "goal": lambda w: events.set_goal(w, small.course, "Gå til butikken"),
        "end": lambda w: decisions.decide(w, small.course, Decided(END, "Rask", against=False)),
        "room": lambda w: REGISTERS["rooms"].add(w, {"name": "Køkken", "capacity": "2"}),
        "user": lambda w: users.add(w, "NYE", "Ny", UserRole.READER),
    }


DESK = {"book", "missed", "ill", "citizen", "course", "waiting"}
CLINICAL = {"note", "test", "goal"}
MAY = {
    "JEM": DESK,
    "OSM": DESK | CLINICAL,
    "DOS": DESK | CLINICAL | {"end"},  # her own course
    "LEH": DESK | {"end", "room"},
    "ITD": {"room", "user"},
    "VK1": set(),
}


@pytest.mark.parametrize("login", MAY)
def test_the_work_of_each_role(cast, small, book, login):
    cast.actor = "LEH"
    book(at(9), course=small.course, room=small.box)
    cast.actor = login
    refused, done = set(), set()
    for name, act in acts(small).items():
        try:
            with cast.work(name) as work:
                act(work)
            done.add(name)
        except Refused as no:
            refused.add((name, no.reason))
    assert done == MAY[login]
    assert {name for name, _why in refused} == set(acts(small)) - MAY[login]
    # GONE: who may not see citizens finds none to do it with
    assert {why for _name, why in refused} <= {Reason.NOT_ALLOWED, Reason.GONE}


def test_a_responsible_therapist_ends_her_own_course_and_no_other(cast, small):
    cast.actor = "DOS"
    with cast.work("hers") as work:
        decisions.decide(work, small.course, Decided(END, "Rask", against=False))
    with cast.work("now another's", actor="LEH") as work:
        work.get_one(Course, small.other_course).responsible_id = small.osm
    with pytest.raises(Refused) as no, cast.work("not hers") as work:
        decisions.decide(work, small.other_course, Decided(END, "Rask", against=False))
    assert no.value.reason is Reason.NOT_ALLOWED


def test_nobody_undoes_what_they_may_not_do(cast, small):
    cast.actor = "LEH"
    with cast.work("end") as work:
        decisions.decide(work, small.course, Decided(END, "Rask", against=False))
    change = work.change
    cast.actor = "JEM"
    with pytest.raises(Refused), cast.work("undo") as work:
        history.revert(work, change)
