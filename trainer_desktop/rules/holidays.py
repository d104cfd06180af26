"""The Danish holidays of a year, from the library `holidays` (lov om helligdage; no store bededag from 2024: LOV 214 of 6/3/2023).

The library is loaded when a day may be one: Easter lies between 22 March and 25 April, so that from the middle of
June to Christmas no day is. It knows the years 1771 to 2100.
"""

from datetime import date, timedelta
from functools import lru_cache

SPOKEN = {  # as people here say them
    "Anden påskedag": "2. påskedag",
    "Anden pinsedag": "2. pinsedag",
    "Juledag": "1. juledag",
    "Anden juledag": "2. juledag",
}
EASTER = "Påskedag"
SOONEST, LATEST = (3, 22), (4, 25)  # Easter Sunday
BEFORE, AFTER = 3, 50  # days from Easter: skærtorsdag and 2. pinsedag
SOME_YEAR = 2026


@lru_cache(maxsize=256)
def holidays(year: int) -> dict[date, str]:
    """Each holiday of the year with its Danish name, in order."""
    from holidays.countries.denmark import Denmark

    found = sorted(Denmark(years=year, language="da").items())  # type: ignore[no-untyped-call]
    return {day: SPOKEN.get(name, name) for day, name in found}


def holiday_name(day: date) -> str | None:
    """The name of the holiday on a day, if it is one."""
    return holidays(day.year).get(day) if _may_be(day) else None


def after_easter(day: date, least: int, most: int) -> int | None:
    """How many days after Easter a day lies, when that is between the least and the most."""
    if not _near_easter(day, least, most):
        return None
    sunday = next((one for one, name in holidays(day.year).items() if name == EASTER), None)
    return (day - sunday).days if sunday else None


@lru_cache(maxsize=1)
def from_easter() -> dict[str, int]:
    """The holidays that move with Easter, and by how many days they lie after it."""
    there = holidays(SOME_YEAR)
    sunday = next(day for day, name in there.items() if name == EASTER)
    near = {name: (day - sunday).days for day, name in there.items()}
    return {name: days for name, days in near.items() if -BEFORE <= days <= AFTER}


def _may_be(day: date) -> bool:
    fixed = (day.month, day.day) in ((1, 1), (12, 25), (12, 26))
    return fixed or _near_easter(day, -BEFORE, AFTER)


def _near_easter(day: date, least: int, most: int) -> bool:
    soonest = date(day.year, *SOONEST) + timedelta(days=least)
    return soonest <= day <= date(day.year, *LATEST) + timedelta(days=most)
