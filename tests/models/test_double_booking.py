"""Double booking is impossible in the database, not only in the form."""

import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from tests.conftest import add_citizen, add_course, at
from trainer_desktop.models.base import new_key
from trainer_desktop.models.occupancy import Occupancy
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.booking.wish import Wish


def occupied(store):
    with store.read() as work:
        return work.execute(select(Occupancy.kind, Occupancy.starts, Occupancy.blocking)).all()


def test_a_therapist_is_refused_with_the_name_of_the_clash(store, small, book):
    book(at(9))

    with pytest.raises(Refused) as no:
        book(at(9, 30), course=small.other_course)

    assert no.value.reason is Reason.THERAPIST_BUSY
    assert no.value.facts["what"] == "DOS"
    assert no.value.facts["other"] == "Ingelise Jeppesen"


def test_a_citizen_is_not_in_two_places(store, small, book):
    book(at(9))

    with pytest.raises(Refused) as no:
        book(at(9), therapist=small.osm)

    assert no.value.reason is Reason.CITIZEN_BUSY


def test_a_room_holds_what_it_holds(store, small, book):
    book(at(9), room=small.box)

    with pytest.raises(Refused) as no:
        book(at(9), course=small.other_course, therapist=small.osm, room=small.box)

    assert no.value.reason is Reason.ROOM_FULL
    book(at(9), course=small.other_course, therapist=small.osm, room=small.gym)


def test_end_to_end_is_no_clash(store, small, book):
    book(at(9), room=small.box)
    book(at(9, 45), course=small.other_course, room=small.box)

    assert len(occupied(store)) == 6


def test_a_stated_reason_books_all_the_same(store, small, book):
    book(at(9))
    wish = Wish(small.other_course, small.dos, None, at(9), 45, override="Fælles test")

    with store.work("book") as work:
        booking.book(work, wish)

    assert [b for k, _s, b in occupied(store) if k == "T"] == [True, False]


def test_what_was_booked_over_still_stands_in_the_way(store, small, book):
    """A booked over B; when A is moved away, B's time is not free."""
    first = book(at(9))
    with store.work("book") as work:
        booking.book(work, Wish(small.other_course, small.dos, None, at(9), 45, override="fælles"))
    with store.read() as work:
        session = work.get_one(Participant, first).session_id
    with store.work("move") as work:
        booking.move(work, session, starts=at(11))

    with store.work("set up") as work:
        third = add_citizen(work, "0201919990", "Bach", "Thea")
        course = add_course(work, (small.centre, small.dos), third)
    with pytest.raises(Refused):
        book(at(9), course=course)


def raw_uses(small, session, kind="T", resource=None, places=1, starts=at(9)):
    return {
        "session_id": session,
        "kind": kind,
        "resource_id": resource or small.dos,
        "starts": starts,
        "ends": starts + timedelta(minutes=45),
        "places": places,
        "blocking": True,
    }


def raw_session(small, starts=at(9)):
    return {
        "id": new_key(),
        "centre_id": small.centre,
        "team_id": None,
        "therapist_id": small.dos,
        "room_id": None,
        "starts": starts,
        "ends": starts + timedelta(minutes=45),
        "form": Form.INDIVIDUAL,
        "override": "",
        "created": "0",
        "withdrawn": False,
    }


def test_the_database_refuses_what_goes_past_the_program(store, small, book):
    book(at(9))
    row = raw_session(small)

    with pytest.raises(IntegrityError, match="no_double_booking"), store.engine.begin() as c:
        c.execute(insert(TrainingSession.__table__).values(**row))
        c.execute(insert(Occupancy.__table__).values(**raw_uses(small, row["id"])))


def test_the_database_refuses_a_fourth_in_a_room_for_three(store, small):
    rows = [raw_session(small) for _ in range(4)]

    with pytest.raises(IntegrityError, match="room_full"), store.engine.begin() as c:
        for row in rows:
            c.execute(insert(TrainingSession.__table__).values(**row))
            c.execute(
                insert(Occupancy.__table__).values(**raw_uses(small, row["id"], "R", small.gym))
            )


def test_the_database_refuses_to_move_into_another(store, small, book):
    book(at(9))
    book(at(11), course=small.other_course)

    table = Occupancy.__table__
    with pytest.raises(IntegrityError, match="no_double_booking"), store.engine.begin() as c:
        c.execute(
            update(table)
            .where(table.c.starts == at(11), table.c.kind == "T")
            .values(starts=at(9), ends=at(9, 45))
        )


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (datetime(2026, 11, 18, 3), datetime(2026, 11, 18, 3, 45)),
        (datetime(2026, 11, 18, 23, 30), datetime(2026, 11, 19, 0, 15)),
        (datetime(2026, 11, 18, 9), datetime(2026, 11, 18, 9)),
    ],
)
def test_the_database_knows_possible_wall_times(store, small, starts, ends):
    row = raw_session(small) | {"starts": starts, "ends": ends}

    with pytest.raises(IntegrityError), store.engine.begin() as c:
        c.execute(insert(TrainingSession.__table__).values(**row))


def team_wish(small, starts):
    return Wish(None, small.dos, small.gym, starts, 30, Form.TEAM, small.team)


def test_two_who_press_at_once_get_one_booking(store, small):
    """Eight threads, one slot each round: one gets it, seven are told."""
    outcomes: list[str] = []
    gate = threading.Barrier(8)

    def press(minute):
        gate.wait()
        try:
            with store.work("book") as work:
                booking.book(work, team_wish(small, at(12, minute)))
            outcomes.append("booked")
        except Refused:
            outcomes.append("refused")

    threads = [threading.Thread(target=press, args=(n * 3,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["booked"] + ["refused"] * 7


def test_a_weekly_nine_oclock_is_nine_oclock_over_both_clock_changes(store, small, book):
    for day in (datetime(2026, 10, 19, 9), datetime(2026, 10, 26, 9), datetime(2027, 3, 22, 9)):
        book(day)
    later = datetime(2027, 3, 29, 9)
    with pytest.raises(Refused) as no:
        book(later)
    assert no.value.reason is Reason.CLOSED  # 2. påskedag

    with store.read() as work:
        hours = {s.hour for s in work.scalars(select(TrainingSession.starts))}
    assert hours == {9}


def test_occupancy_follows_the_trainings(store, small, book):
    person = book(at(9), room=small.box)
    with store.work("remove") as work:
        booking.remove(work, work.get_one(Participant, person).session_id)

    with store.read() as work:
        assert work.execute(text("select count(*) from occupancy")).scalar() == 0


def test_a_room_too_small_says_how_small(store, small):
    wish = Wish(None, small.dos, small.box, at(9), 45, team_id=small.team)

    with store.read() as work:
        [obstacle] = booking.obstacles(work, wish, people=4)

    assert obstacle.reason is Reason.ROOM_TOO_SMALL
    assert dict(obstacle.facts) == {"what": "Boks A", "capacity": 1, "people": 4}


def test_everything_in_the_way_is_named(store, small, book):
    book(at(9), room=small.box)
    book(at(9), course=small.other_course, therapist=small.osm)
    wish = Wish(small.other_course, small.dos, small.box, at(9, 15), 45)

    with store.read() as work:
        found = booking.obstacles(work, wish)

    assert [o.reason for o in found] == [
        Reason.THERAPIST_BUSY,
        Reason.ROOM_FULL,
        Reason.CITIZEN_BUSY,
        Reason.SAME_DAY,
    ]


def test_trainings_that_swap_places_in_one_go_do_not_clash(store, small, book):
    first, second = book(at(9)), book(at(10), course=small.other_course)
    with store.work("swap") as work:
        early, late = (
            work.get_one(TrainingSession, work.get_one(Participant, key).session_id)
            for key in (first, second)
        )
        early.starts, late.starts = late.starts, early.starts
        early.ends, late.ends = late.ends, early.ends

    assert sorted(starts for kind, starts, _ in occupied(store) if kind == "T") == [at(9), at(10)]


def test_two_trainings_of_one_go_clash_with_each_other(store, small):
    with pytest.raises(Refused) as no, store.work("both") as work:
        for course in (small.course, small.other_course):
            booking.book(work, Wish(course, small.dos, None, at(9), 45))

    assert no.value.reason is Reason.THERAPIST_BUSY
    assert occupied(store) == []


def test_only_those_who_come_fill_a_room(store, small):
    """A team of two in which one has cancelled may be laid in a room for one."""
    with store.work("team") as work:
        session = booking.book(work, team_wish(small, at(12)))
        for course in (small.course, small.other_course):
            booking.join_team(work, session, course)
    with store.work("cancel") as work:
        person = work.scalars(select(Participant).where(Participant.session_id == session)).first()
        person.state = State.CANCELLED
    wish = Wish(None, small.dos, small.box, at(14), 45, team_id=small.team)

    with store.read() as work:
        assert booking.obstacles(work, wish, session) == []
        assert free_times.colleagues(work, wish, session)[0] == ("DOS", at(14))
