"""The words on paper, from resources/letters, and dates as they are written in the reader's language."""

import tomllib
from datetime import date, time
from functools import lru_cache
from typing import Any

from trainer_desktop import paths
from trainer_desktop.rules.standard_absences import By

MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
DAYS = {
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


@lru_cache(maxsize=4)
def words(language: str) -> dict[str, Any]:
    """The words of a language."""
    file = paths.resources() / "letters" / language / "words.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def counted(forms: list[str], count: int) -> str:
    """The form for none, one or many."""
    return forms[min(count, 2)].format(count=count)


def weekday(day: date, language: str) -> str:
    """The day's name, as it begins a line."""
    name = DAYS[language].split()[day.weekday()]
    return name[0].upper() + name[1:]


def month_day(day: date, language: str) -> str:
    """18. november, or 18 November."""
    month = MONTHS[language].split()[day.month - 1]
    return f"{day.day}. {month}" if language == "da" else f"{day.day} {month}"


def long_date(day: date, language: str) -> str:
    """18. november 2026."""
    return f"{month_day(day, language)} {day.year}"


def clock(at: time, language: str) -> str:
    """9.14 in Danish, 9:14 in English."""
    return f"{at.hour}{'.' if language == 'da' else ':'}{at.minute:02}"


def notice_words(reason: str, by: By, language: str) -> str:
    """What a standard asks of one who cancels, from the rule itself: by when, and for which reason."""
    say = words(language)["notice"]
    hour, minute = (int(part) for part in (by.same_day or by.day_before or by.at).split(":"))
    at = clock(time(hour % 24, minute), language)
    before = say["before" if by.before else "by"]
    if by.as_soon_as_possible:
        when = say["soon"]
    elif by.same_day:
        when = say["same_day"].format(when=before.format(time=at))
    else:
        days = by.days_before or 1
        counted_in = say["working_days" if by.counts == "hverdag" else "days"]
        when = counted(list(counted_in), days)
        if hour < 24:
            when = f"{when}, {before.format(time=at)}"
    return str(say["rule"].format(reason=say["reasons"][reason], when=when))
