"""The planner finds a series whenever there is one, and none is better: checked against trying everything."""

from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise, product
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from trainer_desktop.rules.planning import (
    Frame,
    Opening,
    best_series,
    cost_of,
    most_possible,
    smallest_relaxations,
)

FIRST = date(2026, 11, 23)  # a Monday
STAFF = [UUID(int=n) for n in (1, 2, 3)]


def opening(ahead, who=0, outside=0, far=0, hour=9):
    starts = datetime.combine(FIRST + timedelta(days=ahead), time(hour))
    return Opening(starts, STAFF[who], None, outside, far)


def cheapest_by_trying_everything(openings, frame):
    days = sorted(
        {o.starts.date() for o in openings if o.starts.date() >= frame.first} - frame.booked
    )
    costs = []
    for chosen in combinations(days, frame.count):
        weeks = [day.isocalendar()[:2] for day in chosen]
        there = [day.isocalendar()[:2] for day in frame.booked]
        if any(weeks.count(week) + there.count(week) > frame.per_week for week in weeks):
            continue
        there = [[o for o in openings if o.starts.date() == day] for day in chosen]
        costs += [cost_of(series, frame, openings) for series in product(*there)]
    return min(costs, default=None)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 16), st.integers(0, 2), st.integers(0, 2), st.integers(0, 3)),
        max_size=14,
    ),
    st.integers(1, 3),
    st.integers(1, 3),
    st.sampled_from([None, *STAFF]),
    st.frozensets(st.integers(0, 16), max_size=3),
)
def test_no_series_is_better_and_one_is_found_whenever_there_is_one(
    rows, count, weekly, wished, booked
):
    openings = [opening(*row) for row in rows]
    there = frozenset(FIRST + timedelta(days=n) for n in booked)
    frame = Frame(count, weekly, FIRST, wished, there)

    found = best_series(openings, frame)

    best = cheapest_by_trying_everything(openings, frame)
    assert (found is None) == (best is None)
    if found:
        assert cost_of(found, frame, openings) == best
        assert [o.starts for o in found] == sorted(o.starts for o in found)


def test_a_far_gap_over_christmas_does_not_stop_the_search():
    openings = [opening(0), opening(3), opening(42), opening(45)]

    found = best_series(openings, Frame(4, 2, FIRST))

    assert [o.starts.date() for o in found] == [o.starts.date() for o in openings]


def test_two_a_week_are_spread_and_not_on_days_in_a_row():
    openings = [opening(7 * week + day) for week in range(4) for day in range(5)]

    found = best_series(openings, Frame(8, 2, FIRST))

    days = [o.starts.date() for o in found]
    gaps = {(b - a).days for a, b in pairwise(days)}
    assert gaps == {3, 4}


def test_a_change_of_therapist_costs_more_than_an_uneven_week_and_less_than_leaving_the_wishes():
    same = [opening(0, 0), opening(1, 0)]
    other = [opening(3, 1), opening(4, 0, outside=1)]

    keeps = best_series([*same, *other], Frame(2, 2, FIRST, STAFF[0]))
    forced = best_series([opening(0, 0), *other], Frame(2, 2, FIRST, STAFF[0]))

    assert {o.therapist for o in keeps} == {STAFF[0]}
    assert [o.outside for o in forced] == [0, 0]


def test_how_many_are_possible_counts_days_and_weeks():
    days = [FIRST + timedelta(days=n) for n in (0, 1, 2, 7)]

    assert most_possible(days, 2) == 3
    assert most_possible(days, 1) == 2


def test_the_smallest_set_of_wishes_to_give_up_is_named():
    reach = {frozenset(): 3, frozenset("a"): 5, frozenset("b"): 12, frozenset("c"): 12}

    ways = smallest_relaxations("abc", lambda some: reach.get(some, 20), 12)

    assert ways == [(("b",), 12), (("c",), 12)]


def test_when_nothing_helps_the_most_that_can_be_had_is_told():
    assert smallest_relaxations("ab", lambda some: len(some), 12) == [(("a", "b"), 2)]
