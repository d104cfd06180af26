"""A series: this one, this and the following, all; what is held is never touched, and the ledger's sum is unchanged."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from tests.conftest import at
from trainer_desktop.models.base import new_key
from trainer_desktop.models.course import CourseEvent
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, planning, series
from trainer_desktop.services.booking import undo as history
from trainer_desktop.services.booking.series import Change, Scope
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.courses import facts

THURSDAY = date(2026, 11, 19)
DAYS = [date(2026, 11, 12), date(2026, 11, 19), date(2026, 11, 26), date(2026, 12, 3)]


@pytest.fixture
def weekly(store, small, clock):
    """Four Thursdays at nine; the first is over and attended."""
    key, now = new_key(), clock.wall
    clock.wall = datetime(2026, 11, 12, 8)
    with store.work("series") as work:
        for day in DAYS:
            wish = Wish(
                small.course,
                small.dos,
                small.box,
                datetime.combine(day, time(9)),
                45,
                series_id=key,
            )
            booking.book(work, wish)
    clock.wall = now
    with store.work("came") as work:
        person = work.scalars(
            select(Participant).join(TrainingSession).order_by(TrainingSession.starts)
        ).first()
        marking.note(work, person.id, Mark(State.ATTENDED))
    with store.read() as work:
        query = select(TrainingSession.id).order_by(TrainingSession.starts)
        return list(work.scalars(query))


def times(store):
    with store.read() as work:
        query = select(TrainingSession.starts).order_by(TrainingSession.starts)
        return list(work.scalars(query))


def test_scopes_leave_out_what_is_held(store, small, weekly):
    with store.read() as work:
        assert series.size(work, weekly[1]) == {
            Scope.THIS: 1,
            Scope.FOLLOWING: 3,
            Scope.ALL: 3,
        }
        assert series.size(work, weekly[2])[Scope.FOLLOWING] == 2
        assert series.size(work, weekly[0])[Scope.THIS] == 0


def test_a_week_later_goes_past_its_own_old_places(store, small, weekly):
    with store.work("move") as work:
        changed = series.change(work, weekly[1], Scope.ALL, Change(by=timedelta(days=7)))

    assert changed == 3
    assert [at.date() for at in times(store)] == [
        date(2026, 11, 12),
        *(day + timedelta(days=7) for day in DAYS[1:]),
    ]


def test_the_ledger_is_the_same_after_moving_and_after_undo(store, small, weekly):
    def sums():
        with store.read() as work:
            account = facts.one(work, small.course).ledger
            return account.used, account.booked, account.left

    before = sums()
    with store.work("move") as work:
        series.change(work, weekly[1], Scope.FOLLOWING, Change(by=timedelta(hours=2)))
    assert sums() == before

    with store.work("undo") as undo:
        history.revert(undo, work.change)
    assert sums() == before
    assert {at.time() for at in times(store)} == {time(9)}


def test_one_that_clashes_leaves_all_where_they_are(store, small, weekly, book):
    book(datetime(2026, 12, 3, 11), course=small.other_course)

    with store.read() as work:
        steps = series.preview(work, weekly[1], Scope.ALL, Change(by=timedelta(hours=2)))
    with pytest.raises(Refused) as no, store.work("move") as work:
        series.change(work, weekly[1], Scope.ALL, Change(by=timedelta(hours=2)))

    assert [step.refused for step in steps] == [False, False, True]
    assert no.value.reason is Reason.THERAPIST_BUSY
    assert datetime(2026, 11, 19, 9) in times(store)


def test_another_therapist_takes_the_following(store, small, weekly):
    with store.work("cover") as work:
        series.change(work, weekly[2], Scope.FOLLOWING, Change(therapist_id=small.osm))

    with store.read() as work:
        query = select(TrainingSession.therapist_id).order_by(TrainingSession.starts)
        assert list(work.scalars(query)) == [small.dos, small.dos, small.osm, small.osm]


def test_cancelling_the_following_touches_no_other(store, small, weekly):
    told = datetime(2026, 11, 18, 11)

    with store.work("cancel") as work:
        count = series.cancel(
            work, weekly[2], Scope.FOLLOWING, Mark(State.CANCELLED, Why.HOLIDAY, told)
        )

    assert count == 2
    with store.read() as work:
        states = work.scalars(
            select(Participant.state).join(TrainingSession).order_by(TrainingSession.starts)
        ).all()
    assert [s.value for s in states] == ["attended", "planned", "cancelled", "cancelled"]


def test_a_held_training_is_not_moved_even_alone(store, small, weekly):
    with pytest.raises(Refused) as no, store.work("move") as work:
        booking.move(work, weekly[0], starts=datetime(2026, 11, 13, 9))

    assert no.value.reason is Reason.ALREADY_NOTED


def test_a_copy_is_a_new_training_of_the_same_course(store, small, weekly):
    with store.work("copy") as work:
        series.copy(work, weekly[1], datetime(2026, 11, 20, 9))

    with store.read() as work:
        assert facts.one(work, small.course).ledger.booked == 4
    assert datetime(2026, 11, 19, 9) in times(store)


def test_a_change_that_was_undone_does_not_stand_in_the_way_of_the_next_undo(store, small):
    with store.work("book") as work:
        wishes = [
            Wish(small.course, small.dos, small.box, at(10, day=THURSDAY + timedelta(weeks=n)), 45)
            for n in range(2)
        ]
        planning.book(work, wishes)
    booked = work.change
    with store.read() as work:
        first = work.scalars(select(TrainingSession.id).order_by(TrainingSession.starts)).first()
    with store.work("change") as work:
        series.change(work, first, Scope.ALL, Change(by=timedelta(hours=1)))
    changed = work.change

    for change in (changed, booked):
        with store.work("undo") as work:
            history.revert(work, change)

    with store.read() as work:
        assert work.scalars(select(TrainingSession)).all() == []


def test_a_course_that_ends_keeps_its_trainings_before_its_end(store, small, book):
    book(at(10, day=THURSDAY))
    with store.work("end") as work:
        end = THURSDAY + timedelta(days=6)
        work.add(CourseEvent(course_id=small.course, event="course_end", day=end))
    with store.read() as work:
        session = work.scalar(select(TrainingSession.id))

    with store.work("move") as work, pytest.raises(Refused) as no:
        booking.move(work, session, starts=at(10, day=THURSDAY + timedelta(weeks=2)))
    with store.work("change") as work, pytest.raises(Refused) as far:
        series.change(work, session, Scope.THIS, Change(by=timedelta(weeks=1)), "aftalt")

    assert (no.value.reason, far.value.reason) == (Reason.COURSE_ENDED, Reason.COURSE_ENDED)


def test_a_reason_stands_only_with_the_date_that_it_is_for(store, small, book):
    for week in range(3):
        book(at(10, day=THURSDAY + timedelta(weeks=week)))
    book(at(12, day=THURSDAY + timedelta(weeks=1)), course=small.other_course)
    with store.read() as work:
        first = work.scalars(select(TrainingSession.id).order_by(TrainingSession.starts)).first()

    with store.work("change") as work:
        series.change(work, first, Scope.ALL, Change(by=timedelta(hours=2)), "aftalt")

    with store.read() as work:
        query = select(TrainingSession.override).order_by(TrainingSession.starts)
        assert sorted(work.scalars(query)) == ["", "", "", "aftalt"]


def test_a_team_does_not_cancel_as_one_citizen(store, small):
    with store.work("meeting") as work:
        wish = Wish(None, small.dos, small.gym, at(13, day=THURSDAY), 60, Form.TEAM, small.team)
        session = booking.book(work, wish)

    with store.work("cancel") as work, pytest.raises(Refused) as no:
        series.cancel(work, session, Scope.ALL, Mark(State.CANCELLED, Why.OTHER, at(9)))

    assert no.value.reason is Reason.NOT_FOR_A_TEAM


def test_one_that_clashes_may_be_skipped_and_none_lands_on_it(store, small, weekly, book):
    book(datetime(2026, 12, 3, 11), course=small.other_course)
    wanted = Change(by=timedelta(hours=2))

    with store.read() as work:
        steps = series.preview(work, weekly[1], Scope.ALL, wanted)
    skip = frozenset(step.session_id for step in steps if step.refused)
    with store.work("move") as work:
        count = series.change(work, weekly[1], Scope.ALL, wanted, "", skip)

    assert count == len(steps) - 1
    assert sorted({at.hour for at in times(store)}) == [9, 11]


def test_one_that_stays_is_in_the_way_of_the_one_that_would_take_its_place(
    store, small, weekly, book
):
    """All a week later: the last has no room, so the one before it cannot have its place, and so on."""
    with store.read() as work:
        last = max(times(store))
    book(last + timedelta(weeks=1), course=small.other_course)

    with store.read() as work:
        steps = series.preview(work, weekly[0], Scope.ALL, Change(by=timedelta(weeks=1)))

    assert all(step.refused for step in steps)
