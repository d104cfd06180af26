"""Days and times as people type them."""

import re
from datetime import date, time

from PySide6.QtCore import QLocale

from trainer_desktop.ui import dates


def read_day(text: str, like: date) -> date | None:
    """Read 18. nov. 2026, 18-11-2026, 18.11.26, 18/11, 2026-11-18 or 18; what is not said is as in `like`."""
    said = text.strip().casefold().rstrip(".")
    year, month = str(like.year), str(like.month)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", said):
        year, month, day = found.groups()
    elif found := re.fullmatch(r"(\d{1,2})[-./ ]+(\d{1,2})(?:[-./ ]+(\d{4}|\d{2}))?", said):
        day, month = found[1], found[2]
        year = found[3] or year
    elif found := re.fullmatch(r"(\d{1,2})\.?\s*([^\W\d]{3,})\.?(?:\s+(\d{4}))?", said):
        day, month, year = found[1], str(_month(found[2])), found[3] or year
    elif found := re.fullmatch(r"(\d{1,2})", said):
        day = found[1]
    else:
        return None
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        made = date(whole, int(month), int(day))
    except ValueError:
        return None
    return made if 1900 <= whole <= 2200 else None


def read_time(text: str) -> time | None:
    """Read 8.30, 8:30, 830, 0830, 8 or kl. 8.30."""
    said = re.sub(r"^kl\.?\s*", "", text.strip().casefold())
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})", said) or re.fullmatch(r"(\d{1,2})(\d{2})?", said)
    if not found:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def _month(word: str) -> int:
    """A month's number by the first letters of its name in the user's language; 0 for none."""
    kind = QLocale.FormatType.LongFormat
    names = [dates.locale().standaloneMonthName(n, kind).casefold() for n in range(1, 13)]
    return next((n for n, name in enumerate(names, 1) if name.startswith(word)), 0)
