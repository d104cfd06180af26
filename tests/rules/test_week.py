"""A week of working hours as people write it, and the fields of a register."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_desktop.rules.fields import Field, Kind, problems, read, read_day
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.week import EVEN, ODD, BadWeek, Shift, read_week, say_week


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ma-fr 8-15.30", "ma-fr 8-15.30"),
        ("mandag-torsdag 8-15, fredag 8-12", None),
        ("ma-to 8-15; fr 8-12", "ma-to 8-15; fr 8-12"),
        ("ma-fr 8-12, 12.30-15.30", "ma-fr 8-12, 12.30-15.30"),
        ("ma-fr 8-15; on 9-15", "ma-ti 8-15; on 9-15; to-fr 8-15"),
        ("ma-fr 8-15; fr fri", "ma-to 8-15"),
        ("ma-fr 8-15; fr fri (lige uger)", "ma-to 8-15; fr 8-15 (ulige uger)"),
        ("ma 8-12 (ulige uger); ma 10-14 (lige uger)", None),
        ("mo, we 8:00-12:15", "ma 8-12.15; on 8-12.15"),
        ("", ""),
    ],
)
def test_a_week_is_read_and_said_again(text, said):
    if said is None:
        try:
            said = say_week(read_week(text))
        except BadWeek:
            return
    assert say_week(read_week(text)) == said
    assert read_week(say_week(read_week(text))) == read_week(text)


def test_an_exception_in_odd_weeks_leaves_the_usual_hours_to_the_even_ones():
    shifts = read_week("ma 8-15; ma 9-12 (ulige uger)")
    assert shifts == (
        Shift(0, time(8), time(15), EVEN),
        Shift(0, time(9), time(12), ODD),
    )


@pytest.mark.parametrize(
    "text", ["xx 8-9", "ma", "ma 9-8", "ma 25-26", "fr-ma 8-9", "8-15", "ma 8.03-9"]
)
def test_what_is_no_week_is_told(text):
    with pytest.raises(BadWeek):
        read_week(text)


def test_hours_that_overlap_are_told():
    with pytest.raises(BadWeek) as bad:
        read_week("ma 8-12, 11-13")
    assert bad.value.overlap


@given(st.text(max_size=60))
def test_no_text_does_more_than_be_refused(text):
    try:
        shifts = read_week(text)
    except BadWeek:
        return
    assert read_week(say_week(shifts)) == shifts


@given(st.sampled_from(list(Kind)), st.text(max_size=400), st.booleans())
def test_no_field_does_more_than_refuse(kind, text, required):
    field = Field("felt", kind, required, choices=("a", "b"), least=1, most=9)
    try:
        read(field, text)
    except Refused:
        return


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        (Field("name", Kind.NAME, required=True), "   ", Reason.NOTHING_WRITTEN),
        (Field("name", Kind.NAME), "x" * 300, Reason.TOO_LONG),
        (Field("gln", Kind.GLN), "5798000362056", Reason.CHECK_DIGIT),
        (Field("phone", Kind.PHONE), "20 00 41 3", Reason.UNREADABLE),
        (Field("capacity", Kind.COUNT, least=1, most=200), "0", Reason.NOT_SO),
        (Field("day", Kind.DAY), "31-02-2026", Reason.UNREADABLE),
        (Field("kind", Kind.CHOICE, choices=("box",)), "kasse", Reason.UNREADABLE),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(field, text, reason):
    assert problems([field], {field.name: text})[field.name].reason is reason


def test_pasted_line_breaks_become_blanks_in_a_line_and_stay_in_a_note():
    assert read(Field("name", Kind.NAME), "Anna\nMarie\t Berg ") == "Anna Marie Berg"
    assert read(Field("note", Kind.LINES), "a\nb") == "a\nb"


@pytest.mark.parametrize("text", ["2026-11-20", "20-11-2026", "20.11.2026", "20/11/2026"])
def test_a_day_is_read_as_people_write_it(text):
    assert read_day(text) == date(2026, 11, 20)
