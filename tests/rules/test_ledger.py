"""What always holds of the ledger, whatever happens in a course."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_desktop.rules.course import Course, Extra, Form, Grant, State, Training, Why
from trainer_desktop.rules.entries import EntryKind
from trainer_desktop.rules.ledger import ledger
from trainer_desktop.rules.local_settings import LocalSettings
from trainer_desktop.rules.rulebook import Rulebook, work_calendar
from trainer_desktop.services.standards.files import load_all

STANDARDS = load_all()
START = datetime(2026, 3, 2, 8)


def book(standard, **settings_):
    editions = STANDARDS[standard]
    local = LocalSettings(**settings_)
    basis = editions[0].standard.bases[0]
    return Rulebook(editions, basis, local, work_calendar(editions[-1], local))


@st.composite
def trainings(draw, most=14):
    slots = draw(st.lists(st.integers(0, 200), unique=True, max_size=most))
    made = []
    for number, slot in enumerate(slots):
        starts = START + timedelta(hours=24 * (slot // 3) + slot % 3)
        told = draw(st.none() | st.integers(-72, 4).map(lambda h, s=starts: s + timedelta(hours=h)))
        made.append(
            Training(
                f"t{number}",
                starts,
                draw(st.sampled_from([30, 45, 60])),
                draw(st.sampled_from(State)),
                draw(st.sampled_from(Form)),
                draw(st.sampled_from(Why)),
                told,
                excused=draw(st.sampled_from(["", "", "indlagt"])),
            )
        )
    return tuple(made)


EXTRAS = st.lists(
    st.builds(Extra, st.dates(START.date(), START.date() + timedelta(90)), st.integers(1, 5)),
    max_size=3,
).map(tuple)
BOOKS = st.builds(
    book,
    st.sampled_from(sorted(STANDARDS)),
    repeated_from=st.none() | st.integers(1, 4),
    late_counts_as=st.sampled_from(["", "no_show", "excused"]),
)


@given(trainings(), EXTRAS, st.integers(1, 20), BOOKS)
def test_used_and_left_make_granted_and_extra(happened, extras, granted, rulebook):
    account = ledger(Course(Grant(granted), happened, extras), rulebook)

    assert account.used + account.left == granted + sum(e.trainings for e in extras)


@given(trainings(), EXTRAS, BOOKS, st.data())
def test_the_same_events_in_any_order_give_the_same_ledger(happened, extras, rulebook, data):
    course = Course(Grant(10), happened, extras)
    other = Course(
        Grant(10),
        tuple(data.draw(st.permutations(happened))),
        tuple(data.draw(st.permutations(extras))),
    )

    assert ledger(course, rulebook) == ledger(other, rulebook)


@given(trainings(), st.integers(0, 13), BOOKS)
def test_a_cancellation_by_the_centre_never_lowers_what_is_left(happened, which, rulebook):
    course = Course(Grant(10), happened)
    if not happened:
        return
    chosen = happened[which % len(happened)]
    instead = tuple(
        replace(t, state=State.CENTRE_CANCELLED) if t is chosen else t for t in happened
    )
    more = Training("new", START + timedelta(days=400), 45, State.CENTRE_CANCELLED)
    before = ledger(course, rulebook).left

    assert ledger(Course(Grant(10), instead), rulebook).left >= before
    assert ledger(Course(Grant(10), (*happened, more)), rulebook).left == before


@given(trainings(), BOOKS)
def test_every_training_has_one_line_and_a_ground(happened, rulebook):
    account = ledger(Course(Grant(10), happened), rulebook)

    keys = [e.key for e in account.entries if e.key]
    assert sorted(keys) == sorted(t.key for t in happened)
    assert all(e.cost in (0, 1) and e.restored in (0, 1) for e in account.entries)
    assert not any(e.cost and e.restored for e in account.entries)
    failed = (EntryKind.CENTRE_CANCELLED, EntryKind.STAFF_MISSED)
    assert all(e.cost == 0 for e in account.entries if e.kind in failed)


@given(trainings(most=8))
@settings(max_examples=40)
def test_without_a_standard_nothing_but_attendance_counts(happened):
    silent = Rulebook((), "SEL86.1")

    account = ledger(Course(Grant(10), happened), silent)

    assert account.used == sum(t.state is State.ATTENDED for t in happened)


def test_minutes_are_counted_beside_trainings():
    held = Training("a", START, 60, State.ATTENDED)

    account = ledger(Course(Grant(None, 600), (held,)), book("ishoj-vallensbaek-86-1"))

    assert account.left is None
    assert account.left_minutes == 540


@pytest.mark.parametrize(("number", "cost"), [(1, 0), (2, 1), (3, 1)])
def test_the_centres_number_makes_absence_repeated(number, cost):
    happened = tuple(
        Training(
            str(n), START + timedelta(days=n), 45, State.CANCELLED, why=Why.ILLNESS, told=START
        )
        for n in range(1, number + 1)
    )

    account = ledger(Course(Grant(10), happened), book("ishoj-vallensbaek-86-1", repeated_from=2))

    assert account.entries[-1].cost == cost
