from datetime import date, timedelta

import holidays as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_desktop.rules.days import WorkCalendar
from trainer_desktop.rules.holidays import holidays
from trainer_desktop.rules.span import Span, Unit, add_months

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
SPANS = st.builds(Span, st.integers(1, 60), st.sampled_from(Unit))


@pytest.mark.parametrize("year", range(1990, 2061))
def test_holidays_agree_with_a_library(year):
    theirs = library.country_holidays("DK", years=year)

    assert set(holidays(year)) == set(theirs)


def test_store_bededag_is_gone_from_2024():
    assert date(2023, 5, 5) in holidays(2023)
    assert date(2024, 4, 26) not in holidays(2024)


def test_closing_days_are_no_hverdage_unless_opened():
    work = WorkCalendar(closed=frozenset([date(2026, 5, 15)]), opened=frozenset([date(2026, 6, 5)]))

    assert not work.is_hverdag(date(2026, 5, 15))
    assert work.is_hverdag(date(2026, 6, 5))
    assert not work.is_hverdag(date(2026, 12, 24))


def test_months_clamp_to_the_last_day():
    assert add_months(date(2026, 9, 30), 5) == date(2027, 2, 28)
    assert add_months(date(2027, 11, 30), 3) == date(2028, 2, 29)


@given(DAYS, st.integers(1, 40), st.booleans())
def test_a_deadline_in_hverdage_never_falls_on_a_day_off(day, count, saturday):
    work = WorkCalendar(saturday_is_hverdag=saturday)

    due = Span(count, Unit.HVERDAG).after(day, work)

    assert work.is_hverdag(due)
    assert work.between(day, due) == count


@given(DAYS, SPANS)
def test_a_longer_deadline_is_never_earlier(day, span):
    work = WorkCalendar()

    longer = Span(span.count + 1, span.unit)

    assert longer.after(day, work) >= span.after(day, work) > day


@given(DAYS, st.integers(0, 30))
def test_counting_back_undoes_counting_on(day, count):
    work = WorkCalendar()
    first = work.on_or_after(day)

    assert work.add(work.add(first, count), -count) == first
    assert work.between(first, first + timedelta(days=count)) <= count


@pytest.mark.parametrize("text", ["14 dage", "ti hverdage", "", "3", "-1 uge", "3 hverdage efter"])
def test_a_length_must_say_what_it_counts(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the text is the message
        Span.parse(text)


@pytest.mark.parametrize(
    "text", ["10 hverdage", "1 uge", "3 måneder", "7 kalenderdage", "1 hverdag"]
)
def test_a_length_reads_back_as_written(text):
    assert str(Span.parse(text)) == text
