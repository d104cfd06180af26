"""Where a training could lie instead."""

from datetime import date, datetime

from tests.conftest import at
from trainer_desktop.models.centre import ClosingDay, Room, StaffAbsence
from trainer_desktop.rules.kinds import AbsenceKind, RoomKind
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.booking.wish import Wish

THURSDAY = date(2026, 11, 19)


def nearest(store, wish, most=3):
    with store.read() as work:
        return free_times.nearest(work, wish, most=most)


def test_one_time_a_day_as_near_the_wished_hour_as_can_be(store, small, book):
    book(at(14), room=small.box)
    found = nearest(store, Wish(small.other_course, small.dos, small.box, at(14), 45))

    assert [(f.starts, f.room) for f in found] == [
        (at(13, 15), "Boks A"),
        (at(14, day=THURSDAY), "Boks A"),
        (at(14, day=date(2026, 11, 20)), "Boks A"),
    ]


def test_nothing_in_the_past_nor_when_therapist_citizen_or_room_is_taken(store, small, book):
    """It is 11.10; until noon the citizen is elsewhere, then the only room is taken until 15.15."""
    book(at(11), course=small.other_course, therapist=small.osm, minutes=60)
    book(at(12), therapist=small.osm, room=small.box, minutes=195)
    [first] = nearest(store, Wish(small.other_course, small.dos, small.box, at(9), 45), 1)

    assert first.starts == at(15, 15)


def test_closing_days_and_absences_are_left_out(store, small):
    with store.work("close") as work:
        work.add(ClosingDay(day=THURSDAY, name="Kursusdag"))
        work.add(
            StaffAbsence(
                staff_id=small.dos,
                starts=datetime(2026, 11, 20),
                ends=datetime(2026, 11, 21),
                kind=AbsenceKind.COURSE,
            )
        )
    found = nearest(store, Wish(small.course, small.dos, None, at(9, day=THURSDAY), 45), 1)

    assert [f.starts for f in found] == [datetime(2026, 11, 23, 9)]


def test_what_is_offered_can_be_booked(store, small, book):
    book(at(12), room=small.box)
    wish = Wish(small.other_course, small.dos, small.box, at(12), 45)
    offers = nearest(store, wish)
    assert len(offers) == 3
    for free in offers:
        offered = Wish(wish.course_id, small.dos, free.room_id, free.starts, 45)
        with store.read() as work:
            assert booking.obstacles(work, offered) == []


def test_another_single_room_is_offered_when_the_wished_one_is_taken(store, small, book):
    with store.work("a second box") as work:
        work.add(Room(centre_id=small.centre, name="Boks B", capacity=1, kind=RoomKind.BOX))
    book(at(13), room=small.box, therapist=small.osm)

    [first] = nearest(store, Wish(small.other_course, small.dos, small.box, at(13), 45), 1)

    assert (first.starts, first.room) == (at(13), "Boks B")


def test_a_colleague_is_offered_only_when_the_room_is_free_too(store, small, book):
    book(at(13), room=small.box, therapist=small.osm, minutes=60)
    wish = Wish(small.other_course, small.dos, small.box, at(13), 45)

    with store.read() as work:
        offered = free_times.colleagues(work, wish)

    assert offered == [("DOS", at(12, 15)), ("OSM", at(12, 15))]


def soonest(store, wish):
    with store.read() as work:
        return free_times.soonest(work, wish)


def test_the_soonest_time_is_the_therapists_first_with_a_room_on_a_day_with_nothing_else(
    store, small, book
):
    """It is 11.10 on a Wednesday; the citizen trains in the afternoon, so it is Thursday."""
    book(at(14), therapist=small.osm)
    book(at(8, day=THURSDAY), course=small.other_course)
    found = soonest(store, Wish(small.course, small.dos, None, at(11, 15), 45))

    assert (found.starts, found.room) == (at(8, 45, day=THURSDAY), "Boks A")
    other = soonest(store, Wish(small.other_course, small.osm, None, at(9), 45))
    assert other.starts == at(11, 15)  # nothing in the past


def test_there_is_no_soonest_time_with_somebody_who_is_away_for_weeks(store, small):
    with store.work("away") as work:
        work.add(
            StaffAbsence(
                staff_id=small.dos,
                starts=datetime(2026, 11, 1),
                ends=datetime(2027, 2, 1),
                kind=AbsenceKind.ILL,
            )
        )
    assert soonest(store, Wish(small.course, small.dos, None, at(9), 45)) is None
