"""The course planner on a real store: holidays, absences, rooms, the citizen's other trainings; all or nothing."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from tests.conftest import at
from trainer_desktop.models.centre import Room, RoomClosure, StaffAbsence
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.kinds import AbsenceKind, RoomKind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import planning
from trainer_desktop.services.booking import undo as history
from trainer_desktop.services.booking.openings import ALWAYS, Wished, Wishes
from trainer_desktop.services.courses import facts

DECEMBER = date(2026, 12, 14)


def look(store, query, *args, **kwargs):
    with store.read() as work:
        return query(work, *args, **kwargs)


def wishes(small, count=4, **more):
    made = Wishes(small.course, count, 45, DECEMBER, Form.INDIVIDUAL, 2, therapist_id=small.dos)
    return replace(made, **more)


def days(plan):
    return [card.wish.starts.date() for card in plan.dates]


def test_christmas_is_gone_round_and_named(store, small):
    plan = look(store, planning.propose, wishes(small, 6))

    assert not {date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 31)} & set(days(plan))
    assert any("Juleaften" in name for _first, _last, name in plan.closed)
    assert len(plan.dates) == 6


def test_the_same_therapist_and_time_when_both_are_free(store, small):
    plan = look(store, planning.propose, wishes(small, 8))

    assert {card.wish.therapist_id for card in plan.dates} == {small.dos}
    assert len({card.wish.starts.time() for card in plan.dates}) == 1
    assert plan.changes == 0


def test_wished_days_are_kept_and_a_day_off_them_says_why(store, small):
    with store.work("course") as work:
        work.add(
            StaffAbsence(
                staff_id=small.dos,
                starts=datetime(2026, 12, 15),
                ends=datetime(2026, 12, 16),
                kind=AbsenceKind.COURSE,
            )
        )
    tuesdays = wishes(small, 2, per_week=1, weekdays=frozenset({1}), last=date(2026, 12, 22))

    plan = look(store, planning.propose, replace(tuesdays, strict=ALWAYS | {Wished.THERAPIST}))

    first, second = plan.dates
    assert Wished.DAYS in first.broken
    assert [o.reason for o in first.why] == [Reason.THERAPIST_ABSENT]
    assert second.wish.starts.date() == date(2026, 12, 22)
    assert not second.broken


def test_the_citizens_other_trainings_are_left_alone(store, small, book):
    for day in (14, 15, 16, 17, 18):
        book(datetime(2026, 12, day, 8), minutes=480)  # all day, each day of that week

    plan = look(store, planning.propose, wishes(small, 2, per_week=1))

    assert min(days(plan)) >= date(2026, 12, 21)


def test_a_closed_room_is_not_used(store, small):
    with store.work("room") as work:
        work.add(
            RoomClosure(
                room_id=small.box, starts=datetime(2026, 12, 14), ends=datetime(2026, 12, 19)
            )
        )

    plan = look(store, planning.propose, wishes(small, 2, per_week=1, room_id=small.box))

    assert min(days(plan)) >= date(2026, 12, 21)


def test_what_stands_in_the_way_is_named(store, small):
    narrow = wishes(
        small,
        6,
        weekdays=frozenset({0}),
        last=date(2026, 12, 31),
        strict=ALWAYS | {Wished.DAYS},
    )

    plan = look(store, planning.propose, narrow)

    assert plan.dates == ()
    assert plan.possible == 3
    assert ((Wished.LAST_DAY,), 23) in plan.ways or any(
        Wished.LAST_DAY in some for some, _n in plan.ways
    )


def test_a_whole_series_is_booked_with_one_undo(store, small):
    plan = look(store, planning.propose, wishes(small, 4))
    with store.work("book") as work:
        planning.book(work, [card.wish for card in plan.dates])
    assert look(store, facts.one, small.course).ledger.booked == 4

    with store.work("undo") as undo:
        history.revert(undo, work.change)

    assert look(store, facts.one, small.course).ledger.booked == 0


def test_a_clash_in_the_middle_books_nothing(store, small, book):
    plan = look(store, planning.propose, wishes(small, 4))
    taken = plan.dates[2].wish
    book(taken.starts, course=small.other_course)

    clashes = look(store, planning.checks, [card.wish for card in plan.dates])
    with pytest.raises(Refused) as no, store.work("book") as work:
        planning.book(work, [card.wish for card in plan.dates])

    assert [bool(some) for some in clashes] == [False, False, True, False]
    assert no.value.reason in (Reason.THERAPIST_BUSY, Reason.ROOM_FULL)
    assert look(store, facts.one, small.course).ledger.booked == 0


def test_more_than_the_package_holds_is_refused_whole(store, small):
    plan = look(store, planning.propose, wishes(small, 12))

    with pytest.raises(Refused) as no, store.work("book") as work:
        planning.book(work, [card.wish for card in plan.dates])

    assert no.value.reason is Reason.PACKAGE_USED
    assert look(store, facts.one, small.course).ledger.booked == 0


def test_a_weekly_nine_is_nine_on_both_sides_of_the_clock_change(store, small, clock):
    clock.wall = datetime(2027, 3, 1, 8)
    spring = wishes(
        small, 6, first=date(2027, 3, 8), per_week=1, at=time(9), weekdays=frozenset({2})
    )

    plan = look(store, planning.propose, spring)

    assert {card.wish.starts.time() for card in plan.dates} == {time(9)}
    assert min(days(plan)) < date(2027, 3, 28) < max(days(plan))


def test_the_planner_begins_with_what_the_package_holds(store, small, book):
    book(at(9, day=date(2026, 11, 19)), minutes=45, room=small.box)

    start = look(store, planning.start, small.course)

    assert (start.count, start.whole, start.minutes) == (9, 10, 45)
    assert (start.therapist_id, start.room_id) == (small.dos, small.box)
    assert start.first == date(2026, 11, 19)


def test_a_day_with_a_training_of_the_course_is_not_used_and_counts_in_its_week(store, small, book):
    book(at(10, day=date(2026, 11, 24)))  # a Tuesday
    with store.read() as work:
        wishes = Wishes(small.course, 4, 45, date(2026, 11, 23), per_week=2)
        days = [d.wish.starts.date() for d in planning.propose(work, wishes).dates]

    assert date(2026, 11, 24) not in days
    assert sum(day < date(2026, 11, 30) for day in days) == 1


def test_what_needs_a_pool_or_bars_is_not_laid_in_the_usual_box(store, small):
    with store.work("rooms") as work:
        barred = Room(
            centre_id=small.centre,
            name="Boks B",
            capacity=1,
            kind=RoomKind.BOX,
            equipment=["barre"],
        )
        work.add(barred)
    first = date(2026, 11, 23)
    wishes = Wishes(small.course, 2, 45, first, room_id=small.box, equipment=frozenset({"barre"}))

    with store.read() as work:
        dates = planning.propose(work, wishes).dates
        none = planning.propose(work, Wishes(small.course, 2, 45, first, Form.POOL))

    assert {d.room for d in dates} == {"Boks B"}
    assert none.dates == ()
