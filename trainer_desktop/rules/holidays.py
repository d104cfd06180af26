"""The Danish holidays of a year. Source: lov om helligdage; store bededag none from 2024 (LOV 214 of 6/3/2023)."""

from datetime import date, timedelta
from functools import lru_cache

LAST_YEAR_OF_STORE_BEDEDAG = 2023
FROM_EASTER = {  # days
    "Skærtorsdag": -3,
    "Langfredag": -2,
    "Påskedag": 0,
    "2. påskedag": 1,
    "Kristi himmelfartsdag": 39,
    "Pinsedag": 49,
    "2. pinsedag": 50,
}


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's arithmetic)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, odd = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    moon = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * moon + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def holidays(year: int) -> dict[date, str]:
    """Each holiday of the year with its Danish name, in order."""
    sunday = easter(year)
    moving = {after: name for name, after in FROM_EASTER.items()}
    if year <= LAST_YEAR_OF_STORE_BEDEDAG:
        moving[26] = "Store bededag"
    found = {sunday + timedelta(days=after): name for after, name in moving.items()}
    found |= {
        date(year, 1, 1): "Nytårsdag",
        date(year, 12, 25): "1. juledag",
        date(year, 12, 26): "2. juledag",
    }
    return dict(sorted(found.items()))


def holiday_name(day: date) -> str | None:
    """The name of the holiday on a day, if it is one."""
    return holidays(day.year).get(day)
