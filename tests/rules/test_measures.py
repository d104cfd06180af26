"""Tests of progress: what is read, asked about, and said of a change; figures from the domain notes, section 8."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_desktop.rules import measures
from trainer_desktop.rules.measures import Asked, Direction
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.record.measuring import tests as every_test

KNOWN = every_test()
D = Decimal


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("tug", "13,8 13,1;13,4", "13.1"),  # the best of three is the shortest
        ("grip_l", "21,5; 23; 22", "23"),  # and the strongest
        ("10mwt", "8,2", "1.22"),  # metres a second, from the seconds
        ("psfs", "2 3 7", "4.0"),
        ("demmi", "15", "62"),  # a raw score on the test's own scale
        ("gas", "0 0 0", "50.0"),
        ("gas", "1 1", "62.4"),  # 50 + 10·2/√(0.7·2 + 0.3·4)
        ("eq5d", "-0,757", "-0.757"),
        ("bbs", "41", "41"),
    ],
)
def test_what_was_typed_becomes_a_result(key, text, value):
    test = KNOWN[key]
    assert measures.value_of(test, measures.read_tries(test, text)) == D(value)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("tug", ""),
        ("tug", "snart"),
        ("tug", "1 2 3 4"),
        ("demmi", "20"),
        ("demmi", "7,5"),
        ("10mwt", "0"),
        ("gas", "3 0"),
        ("bbs", "41 42"),
        ("rss30", "1e3"),
    ],
)
def test_what_no_result_can_come_of_is_refused(key, text):
    test = KNOWN[key]
    with pytest.raises(Refused) as no:
        measures.value_of(test, measures.read_tries(test, text))
    assert no.value.reason in (Reason.UNREADABLE, Reason.NOTHING_WRITTEN)


@pytest.mark.parametrize(
    ("key", "value", "last", "asked"),
    [
        ("6mwt", "3200", None, Asked.UNUSUAL),
        ("bbs", "57", None, Asked.OFF_THE_SCALE),
        ("tug", "1", None, Asked.UNUSUAL),
        ("6mwt", "32", "310", Asked.FAR_FROM_LAST),
        ("6mwt", "300", "310", None),
        ("nrs", "9", "1", None),  # pain may come and go: the scale has both ends
    ],
)
def test_a_value_that_can_hardly_be_is_asked_about(key, value, last, asked):
    found = measures.asked(KNOWN[key], D(value), D(last) if last else None)
    assert found is asked


@pytest.mark.parametrize(
    ("key", "first", "last", "direction", "reached"),
    [
        ("rss30", "6", "9", Direction.UNSURE, 0),  # more than 3
        ("rss30", "6", "10", Direction.BETTER, 1),
        ("tug", "18", "13", Direction.BETTER, 2),  # 1.1 s, and over 26.5 %
        ("tug", "18", "16", Direction.BETTER, 1),  # 1.1 s only
        ("tug", "18", "20", Direction.WORSE, 1),
        ("bbs", "41", "45", Direction.UNSURE, 0),  # from 35-44 it takes 5
        ("bbs", "46", "50", Direction.BETTER, 1),  # from 45-56 it takes 4
        ("bbs", "30", "36", Direction.UNSURE, 0),  # from 25-34 it takes 7
        ("nrs", "6", "5", Direction.BETTER, 1),
        ("nrs", "6", "4", Direction.BETTER, 2),
        ("6mwt", "300", "330", Direction.BETTER, 1),
        ("6mwt", "300", "350", Direction.BETTER, 2),
        ("whodas", "40", "20", Direction.UNKNOWN, 0),  # nobody has found what counts
        ("tandem", "8", "8", Direction.SAME, 0),
    ],
)
def test_what_is_said_of_a_change(key, first, last, direction, reached):
    found = measures.changed(KNOWN[key], D(first), D(last))
    assert (found.direction, len(found.reached)) == (direction, reached)


@pytest.mark.parametrize(
    ("key", "text"), [("psfs", "30 0 0"), ("copm_p", "19 0 1"), ("rss30", "8,5"), ("bbs", "44,5")]
)
def test_a_try_off_the_scale_and_half_of_what_is_counted_are_asked_about(key, text):
    test = KNOWN[key]
    tries = measures.read_tries(test, text)
    assert measures.asked(test, measures.value_of(test, tries), None, tries) is Asked.OFF_THE_SCALE


def test_what_a_value_is_taken_for_ends_where_its_source_does():
    said = [mark.da for mark in KNOWN["tug"].mark if mark.reads(D(60))]
    assert said == []
    assert [m.da for m in KNOWN["10mwt"].mark if m.reads(D("0.80"))] == ["langsom gang"]


def test_norms_are_by_age_and_sex_and_only_where_they_are_known():
    rss = KNOWN["rss30"]
    assert measures.norm(rss, 77, man=False) == 10
    assert measures.norm(rss, 90, man=True) == 7
    assert measures.norm(rss, 59, man=True) is None
    assert measures.norm(rss, 77, man=None) is None
    assert measures.mean(KNOWN["tug"], 72) == D("9.2")
    assert measures.mean(KNOWN["tug"], 40) is None


@given(st.sampled_from(sorted(KNOWN)), st.text(max_size=30))
def test_whatever_is_typed_is_a_result_or_refused(key, text):
    test = KNOWN[key]
    value, refused = None, None
    try:
        value = measures.value_of(test, measures.read_tries(test, text))
    except Refused as no:
        refused = no.reason
    assert refused in (None, Reason.UNREADABLE, Reason.NOTHING_WRITTEN)
    if value is not None:
        assert value.is_finite()
        measures.asked(test, value, value)
