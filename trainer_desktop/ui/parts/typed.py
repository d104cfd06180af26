"""Days and times as people type them in a field."""

import re
from datetime import date, time

from trainer_desktop.rules.span import add_months
from trainer_desktop.ui.parts.day_words import day_meant

YEARS = (1900, 2200)


def read_day(
    text: str, today: date, latest: date | None = None, *, just: bool = False
) -> date | None:
    """Read 18. nov. 2026, 18-11-2026, 18/11, 2026-11-18, 18, «i morgen», «næste fredag» or «uge 49».

    What is not said is the nearest to come; with `latest` the nearest up to that day, and with `just` only
    when that is nearer than the next one to come: it is about what was said these days. None when it cannot
    be read, or lies after `latest`.
    """
    said = text.strip().casefold()
    found = _bare_day(said, today, latest) or day_meant(said, today)
    if found is None or not YEARS[0] <= found.year <= YEARS[1]:
        return None
    if latest is None or found <= latest:
        return found
    if re.search(r"\d{4}|[./-]\d{1,2}[./-]\d{2}$", said):
        return None  # the year was said
    try:
        earlier = found.replace(year=found.year - 1)
    except ValueError:
        return None
    if just and latest - earlier > found - latest:
        return None  # «20/11» on the 18th is the day after tomorrow
    return earlier if re.search(r"\d", said) and earlier <= latest else None


def _bare_day(said: str, today: date, latest: date | None) -> date | None:
    """«18»: the next 18th, or the last one up to `latest`."""
    if not (found := re.fullmatch(r"(?:d(?:en)?\.?\s+)?(\d{1,2})\.?", said)):
        return None
    start = latest or today
    for step in range(13):
        first = add_months(start.replace(day=1), -step if latest else step)
        try:
            day = first.replace(day=int(found[1]))
        except ValueError:
            continue
        if (day <= latest) if latest else (day >= today):
            return day
    return None


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
