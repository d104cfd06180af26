"""The freed-slot board: who fits by rule, in the order in which to call; nobody is booked by itself."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from tests.conftest import add_citizen, add_course, at
from trainer_desktop.models.centre import StaffAbsence
from trainer_desktop.models.course import CourseEvent
from trainer_desktop.models.training import Participant, Team
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.kinds import AbsenceKind, CallOutcome
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking import undo as history
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calls import outcomes
from trainer_desktop.services.courses import facts
from trainer_desktop.services.waiting import fitting, freed_times, waiting_list
from trainer_desktop.services.waiting.fitting import Misfit


def look(store, query, *args):
    with store.read() as work:
        return query(work, *args)


@pytest.fixture
def freed(store, small, book):
    """Thursday at ten became free."""
    person = book(at(10, day=date(2026, 11, 19)), room=small.box)
    with store.work("cancel") as work:
        marking.note(work, person, Mark(State.CANCELLED, Why.OTHER, at(9)))
    [slot] = look(store, freed_times.freed)
    return slot


def wait(store, course, minutes=45, **more):
    with store.work("wait") as work:
        return waiting_list.add(work, course, Form.INDIVIDUAL, minutes, **more)


def names(store, slot):
    return [fit.waiting.citizen for fit in look(store, fitting.fits, slot)]


def test_a_cancellation_leaves_a_time_until_somebody_takes_it(store, small, freed, book):
    assert (freed.therapist, freed.room, freed.minutes) == ("DOS", "Boks A", 45)

    book(freed.starts, course=small.other_course)

    assert look(store, freed_times.freed) == []


def test_the_centres_own_cancellation_is_no_free_time(store, small, book):
    person = book(at(10, day=date(2026, 11, 19)))
    with store.work("cancel") as work:
        marking.note(work, person, Mark(State.CENTRE_CANCELLED))

    assert look(store, freed_times.freed) == []


def test_the_nearest_deadline_comes_first_then_the_longest_wait(store, small, freed, clock):
    with store.work("more") as work:
        ids = (small.centre, small.dos)
        third = add_citizen(work, "0201919990", "Øster", "Ane")
        due = add_course(work, ids, third, basis="SUL140", started=False)
        work.add(CourseEvent(course_id=due, event="discharge", day=date(2026, 11, 16)))
    clock.wall = datetime(2026, 11, 10, 8)
    wait(store, small.other_course)
    clock.wall = datetime(2026, 11, 17, 8)
    wait(store, due)
    clock.wall = datetime(2026, 11, 18, 11, 10)

    assert names(store, freed) == ["Ane Øster", "Søren Ågård"]


@pytest.mark.parametrize(
    "wish",
    [
        {"minutes": 60},
        {"weekdays": (0, 1)},
        {"earliest": time(11)},
        {"latest": time(10, 30)},
    ],
)
def test_who_cannot_use_the_time_is_not_offered(store, small, freed, wish):
    wait(store, small.other_course, **wish)

    assert names(store, freed) == []


def test_another_therapist_than_wished_does_not_fit(store, small, freed):
    wait(store, small.other_course, therapist_id=small.osm)

    assert names(store, freed) == []


def test_who_trains_at_that_time_is_not_offered(store, small, freed, book):
    book(at(10, 30, day=date(2026, 11, 19)), course=small.other_course, therapist=small.osm)
    wait(store, small.other_course)

    assert names(store, freed) == []


def test_an_empty_package_is_not_offered(store, small, freed):
    from trainer_desktop.models.course import Course

    with store.work("empty") as work:
        work.get_one(Course, small.other_course).package_trainings = 0
    wait(store, small.other_course)

    assert names(store, freed) == []


def test_calls_are_kept_beside_the_name_and_book_nothing(store, small, freed):
    wait(store, small.other_course)
    [fit] = look(store, fitting.fits, freed)
    with store.work("call") as work:
        outcomes.note_call(
            work, fit.waiting.citizen_id, CallOutcome.NO_ANSWER, freed.session_id, freed.starts
        )

    [fit] = look(store, fitting.fits, freed)
    assert [(c.outcome, c.by) for c in fit.calls] == [(CallOutcome.NO_ANSWER, "DOS")]
    assert look(store, facts.one, small.other_course).ledger.booked == 0


def test_a_yes_books_and_ends_the_wait_in_one_step(store, small, freed):
    entry = wait(store, small.other_course)
    with store.work("yes") as work:
        freed_times.take(work, entry, freed)

    assert look(store, facts.one, small.other_course).ledger.booked == 1
    assert look(store, waiting_list.entries) == []

    with store.work("undo") as undo:
        history.revert(undo, work.change)
    assert look(store, facts.one, small.other_course).ledger.booked == 0
    assert len(look(store, waiting_list.entries)) == 1


def test_two_at_once_get_one_place(store, small, freed, book):
    entry = wait(store, small.other_course)
    book(freed.starts, course=small.other_course, therapist=small.osm, room=small.gym)

    with pytest.raises(Refused), store.work("yes") as work:
        freed_times.take(work, entry, freed)

    assert len(look(store, waiting_list.entries)) == 1


def test_what_is_waited_for_must_be_of_the_same_form(store, small, freed):
    with store.work("wait") as work:
        waiting_list.add(work, small.other_course, Form.POOL, 45)

    assert names(store, freed) == []


def test_a_time_whose_room_was_given_away_is_not_offered(store, small, freed, book):
    book(freed.starts, course=small.other_course, therapist=small.osm, room=small.box)

    assert look(store, freed_times.freed) == []


def test_one_time_of_a_team_fills_the_place_but_the_wait_goes_on(store, small):
    thursday = date(2026, 11, 19)
    with store.work("meeting") as work:
        work.get_one(Team, small.team).capacity = 1
        wish = Wish(None, small.dos, small.gym, at(13, day=thursday), 60, Form.TEAM, small.team)
        session = booking.book(work, wish)
        work.flush()
        booking.join_team(work, session, small.course)
        work.flush()
        person = work.scalar(select(Participant.id))
        marking.note(work, person, Mark(State.CANCELLED, Why.OTHER, at(9)))
        entry = waiting_list.add(work, small.other_course, Form.TEAM, 60, team_id=small.team)
    [slot] = look(store, freed_times.freed)

    with store.work("take") as work:
        freed_times.take(work, entry, slot)

    assert look(store, freed_times.freed) == []
    assert [one.id for one in look(store, waiting_list.entries)] == [entry]


def test_why_nobody_fits_is_said_for_each_who_waits(store, small, freed):
    """Thursday at ten: one needs longer, one can on Mondays only."""
    wait(store, small.course, 60)
    wait(store, small.other_course, weekdays=(0,))

    assert names(store, freed) == []
    assert set(look(store, fitting.misfits, freed)) == {(Misfit.DAY, 1), (Misfit.LENGTH, 1)}


def test_somebody_who_trains_elsewhere_then_is_counted_as_that(store, small, freed, book):
    wait(store, small.other_course)
    assert len(names(store, freed)) == 1
    book(freed.starts, course=small.other_course, therapist=small.osm)

    assert names(store, freed) == []
    assert look(store, fitting.misfits, freed) == [(Misfit.ELSEWHERE, 1)]


def test_a_time_of_somebody_who_is_away_does_not_become_free(store, small, book):
    person = book(at(14))
    with store.read() as work:
        assert fitting.opens_up(work, person)
    with store.work("ill") as work:
        work.add(
            StaffAbsence(
                staff_id=small.dos,
                starts=datetime(2026, 11, 18),
                ends=datetime(2026, 11, 19),
                kind=AbsenceKind.ILL,
            )
        )
    with store.read() as work:
        assert not fitting.opens_up(work, person)
