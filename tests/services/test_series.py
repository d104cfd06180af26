"""A series: this one, this and the following, all; what is held is never touched, and the ledger's sum is unchanged."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import attendance, booking, courses, history, series
from trainer_desktop.services.attendance import Mark
from trainer_desktop.services.booking import Wish
from trainer_desktop.services.series import Change, Scope

DAYS = [date(2026, 11, 12), date(2026, 11, 19), date(2026, 11, 26), date(2026, 12, 3)]


@pytest.fixture
def weekly(store, small):
    """Four Thursdays at nine; the first is over and attended."""
    key = new_key()
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
    with store.work("came") as work:
        person = work.scalars(
            select(Participant).join(TrainingSession).order_by(TrainingSession.starts)
        ).first()
        attendance.note(work, person.id, Mark(State.ATTENDED))
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
            account = courses.one(work, small.course).ledger
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
        assert courses.one(work, small.course).ledger.booked == 4
    assert datetime(2026, 11, 19, 9) in times(store)
