"""An ill therapist, a closed room, a closed day: found, laid elsewhere, called; nobody charged, one undo."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from tests.conftest import at
from trainer_desktop.models.centre import ClosingDay, RoomClosure, Staff, StaffAbsence
from trainer_desktop.models.training import Team, TeamSeries, TrainingSession
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import absence_desk, attendance, booking, courses, history, team_work
from trainer_desktop.services.absence_desk import Cause, Outage
from trainer_desktop.services.attendance import Mark

THURSDAY = date(2026, 11, 19)


def look(store, query, *args):
    with store.read() as work:
        return query(work, *args)


def ill(small, first=THURSDAY, last=THURSDAY):
    midnight = datetime.combine(last + timedelta(days=1), time())
    return Outage(Cause.STAFF, small.dos, datetime.combine(first, time()), midnight, note="Syg")


def carry_out(store, outage, hits):
    with store.work("ill") as work:
        absence_desk.carry_out(work, outage, {hit.session_id: hit.place for hit in hits})
    return work.change


def test_a_colleague_at_the_same_time_is_the_first_choice(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)

    [hit] = look(store, absence_desk.hits, ill(small))

    assert (hit.place.therapist, hit.place.starts, hit.place.room) == (
        "OSM",
        at(10, day=THURSDAY),
        "Boks A",
    )


def test_what_is_over_or_cancelled_is_left_alone(store, small, book, clock):
    held = book(at(9))
    gone = book(at(12))
    book(at(13))
    with store.work("marks") as work:
        attendance.note(work, held, Mark(State.ATTENDED))
        attendance.note(work, gone, Mark(State.CANCELLED, Why.OTHER, at(9)))

    hits = look(store, absence_desk.hits, ill(small, at(9).date(), at(9).date()))

    assert [hit.before.starts for hit in hits] == [at(13)]


def test_two_who_want_the_same_colleague_get_two_times(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    with store.work("override") as work:
        booking.book(
            work,
            booking.Wish(
                small.other_course,
                small.dos,
                None,
                at(10, day=THURSDAY),
                45,
                override="to på én gang",
            ),
        )

    hits = look(store, absence_desk.hits, ill(small))

    assert len({(hit.place.therapist, hit.place.starts) for hit in hits}) == 2


def test_the_rest_is_cancelled_for_the_centre_and_costs_nobody(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    book(at(11, day=THURSDAY), course=small.other_course)
    outage = ill(small)
    first, second = look(store, absence_desk.hits, outage)
    before = {
        c: look(store, courses.one, c).ledger.left for c in (small.course, small.other_course)
    }

    with store.work("ill") as work:
        places = {first.session_id: first.place, second.session_id: None}
        absence_desk.carry_out(work, outage, places)

    for course, left in before.items():
        account = look(store, courses.one, course).ledger
        assert (account.left, account.used) == (left, 0)
    assert look(store, courses.one, small.course).ledger.booked == 1
    assert look(store, courses.one, small.other_course).ledger.booked == 0
    assert look(store, absence_desk.hits, outage) == []


def test_one_undo_takes_all_of_it_back(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    outage = ill(small)
    change = carry_out(store, outage, look(store, absence_desk.hits, outage))

    with store.work("undo") as work:
        history.revert(work, change)

    with store.read() as work:
        assert work.scalars(select(StaffAbsence)).all() == []
        [row] = work.scalars(select(TrainingSession))
        assert (row.therapist_id, row.starts) == (small.dos, at(10, day=THURSDAY))


def test_what_was_taken_meanwhile_is_told_and_nothing_is_done(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    outage = ill(small)
    hits = look(store, absence_desk.hits, outage)
    book(at(10, day=THURSDAY), course=small.other_course, therapist=small.osm)

    with pytest.raises(Refused) as no:
        carry_out(store, outage, hits)

    assert (no.value.reason, no.value.facts["what"]) == (Reason.THERAPIST_BUSY, "OSM")
    with store.read() as work:
        assert work.scalars(select(StaffAbsence)).all() == []


def test_a_team_is_covered_at_its_own_time(store, small):
    with store.work("team") as work:
        team = work.get_one(Team, small.team)
        team.therapist_id = small.dos
        work.add(
            TeamSeries(
                team_id=small.team, weekday=3, starts=time(13), minutes=60, valid_from=THURSDAY
            )
        )
        work.flush()
        team_work.hold_meetings(work, small.team, THURSDAY)
        team_work.join(work, small.team, small.course, THURSDAY)

    [hit] = look(store, absence_desk.hits, ill(small))

    assert hit.team
    assert (hit.place.therapist, hit.place.starts) == ("OSM", at(13, day=THURSDAY))
    assert [one.name for one in hit.people] == ["Ingelise Jeppesen"]


def test_a_closed_room_keeps_therapist_and_time_where_another_is_free(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    with store.work("second box") as work:
        from trainer_desktop.models.centre import Room, RoomKind

        work.add(Room(centre_id=small.centre, name="Boks B", capacity=1, kind=RoomKind.BOX))
    outage = Outage(
        Cause.ROOM, small.box, at(8, day=THURSDAY), at(16, day=THURSDAY), note="Vandskade"
    )

    hits = look(store, absence_desk.hits, outage)
    carry_out(store, outage, hits)

    assert (hits[0].place.therapist, hits[0].place.room) == ("DOS", "Boks B")
    with store.read() as work:
        assert [c.note for c in work.scalars(select(RoomClosure))] == ["Vandskade"]
        wish = booking.Wish(small.other_course, small.osm, small.box, at(11, day=THURSDAY), 45)
        found = [o.reason for o in booking.obstacles(work, wish)]
    assert Reason.ROOM_CLOSED in found


def test_a_closed_day_moves_to_another_day_within_what_is_allowed(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    outage = Outage(
        Cause.DAY, None, at(0, day=THURSDAY), at(23, 59, day=THURSDAY), note="Personaledag"
    )

    hits = look(store, absence_desk.hits, outage)
    carry_out(store, outage, hits)

    assert hits[0].place.starts.date() != THURSDAY
    assert hits[0].place.therapist == "DOS"
    with store.read() as work:
        assert [c.name for c in work.scalars(select(ClosingDay))] == ["Personaledag"]


def test_nobody_is_asked_to_train_twice_on_a_day(store, small, book):
    book(at(10, day=THURSDAY), room=small.box)
    with store.work("no colleague") as work:
        work.get_one(Staff, small.osm).withdrawn = True
    book(at(10, day=date(2026, 11, 20)))

    [hit] = look(store, absence_desk.hits, ill(small))

    assert hit.place.starts.date() not in (THURSDAY, date(2026, 11, 20))
