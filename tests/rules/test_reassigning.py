"""New places for many at once: nobody twice in one place, as many as can be, and near to the old place."""

from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from trainer_desktop.rules.daybits import lanes, room_for, span, starts_in
from trainer_desktop.rules.reassigning import Candidate, reassign


def place(resource, starts, minutes=30, cost=0):
    return Candidate(cost, ((resource, span(starts, starts + minutes)),), (resource, starts))


def meet(one, other):
    return any(a == b and x & y for a, x in one.uses for b, y in other.uses)


def best_by_trying_everything(choices):
    found = []
    for picked in product(*[[None, *some] for some in choices]):
        there = [c for c in picked if c]
        if not any(meet(a, b) for n, a in enumerate(there) for b in there[n + 1 :]):
            found.append((-len(there), sum(c.cost for c in there)))
    return min(found)


candidates = st.lists(
    st.builds(
        place, st.sampled_from("AB"), st.sampled_from([480, 495, 510, 540]), cost=st.integers(0, 9)
    ),
    max_size=4,
)


one_out_for_two_in = [
    [place("A", 480)],
    [place("A", 480), place("B", 480)],
    [place("A", 480), place("B", 510)],
    [place("B", 495)],
]


@settings(max_examples=200, deadline=None)
@example(one_out_for_two_in)
@given(st.lists(candidates, max_size=4))
def test_no_two_meet_and_none_more_could_be_placed(choices):
    found = reassign(choices)

    there = [c for c in found if c]
    assert not any(meet(a, b) for n, a in enumerate(there) for b in there[n + 1 :])
    assert all(c is None or c in some for c, some in zip(found, choices, strict=True))
    most, cost = best_by_trying_everything(choices)
    assert -len(there) == most
    if len(there) == len(choices):  # so few are laid together, the best way there is
        assert sum(c.cost for c in there) == cost


def test_the_one_who_can_only_be_there_gets_the_place():
    flexible = [place("A", 480, cost=0), place("B", 480, cost=5)]
    fixed = [place("A", 480, cost=0)]

    found = reassign([flexible, fixed])

    assert [c.what[0] for c in found] == ["B", "A"]


def test_bits_of_a_day():
    free = span(480, 540)

    assert list(starts_in(room_for(free, 45))) == [480, 485, 490, 495]
    assert room_for(free, 65) == 0
    assert span(483, 487) == span(480, 490)  # a part of five minutes is taken whole


def test_a_hall_is_so_many_places():
    places = lanes([(480, 540, 2), (510, 570, 1)], 3)

    assert not any(free & span(510, 540) for free in places)
    assert places[0] & span(540, 570) == span(540, 570)
    assert sum(bool(free & span(480, 485)) for free in places) == 1
