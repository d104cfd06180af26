import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_desktop.rules.days import WorkCalendar
from trainer_desktop.rules.holidays import holiday_name, holidays
from trainer_desktop.rules.span import Span, Unit, add_months

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
SPANS = st.builds(Span, st.integers(1, 60), st.sampled_from(Unit))


def easter(year):
    """Easter Sunday by Meeus, Jones and Butcher's arithmetic, which the program does not use."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    moon = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * moon + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", [*range(1990, 2061), 1818, 2099])
def test_the_holidays_of_the_law_and_no_other(year):
    law = {"Nytårsdag": date(year, 1, 1), "1. juledag": date(year, 12, 25)}
    law["2. juledag"] = date(year, 12, 26)
    moving = {"Skærtorsdag": -3, "Langfredag": -2, "Påskedag": 0, "2. påskedag": 1}
    moving |= {"Kristi himmelfartsdag": 39, "Pinsedag": 49, "2. pinsedag": 50}
    if year < 2024:
        moving["Store bededag"] = 26
    law |= {name: easter(year) + timedelta(days=after) for name, after in moving.items()}

    assert {name: day for day, name in holidays(year).items()} == law
    found = {d for n in range(366) if holiday_name(d := date(year, 1, 1) + timedelta(days=n))}
    assert {d for d in found if d.year == year} == set(law.values())


def test_no_holiday_is_looked_up_where_none_can_be():
    """The library is large, and the start waits for nothing that it does not need."""
    code = (
        "import sys; from datetime import date, timedelta as t;"
        "from trainer_desktop.rules.days import WorkCalendar as W;"
        "w = W(moving=frozenset([40])); [w.is_hverdag(date(2026, 6, 15) + t(n)) for n in range(190)];"
        "assert 'holidays' not in sys.modules; w.is_hverdag(date(2026, 4, 3));"
        "assert 'holidays.countries.denmark' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


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
