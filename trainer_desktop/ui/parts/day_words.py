"""A day in words, as somebody types it: «i morgen», «næste tirsdag», «om 2 uger», «uge 3», «3. dec», «påskedag»."""

import re
from datetime import date, timedelta

from trainer_desktop.rules.holidays import holiday_name
from trainer_desktop.rules.span import add_months
from trainer_desktop.services.moments import monday_of

MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
ENGLISH = {"may": "maj", "oct": "okt"}
WEEKDAYS = (
    *("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
NEAR = {
    **{"i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1},
    **{"i overmorgen": 2, "i går": -1, "igår": -1, "yesterday": -1, "i forgårs": -2},
}
COUNTS = {
    **{"en": 1, "et": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8},
    **{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4},
}


def day_meant(text: str, today: date) -> date | None:
    """The day that somebody typed; of several, the next. None when it is no day."""
    plain = " ".join(text.casefold().strip().rstrip("?.").split())
    if plain in NEAR:
        return today + timedelta(days=NEAR[plain])
    for read in (_week, _weekday, _distance, _numbers, _month_name, _holiday):
        found = read(plain, today)
        if found:
            return found
    return None


def _week(plain: str, today: date) -> date | None:
    if plain in ("næste uge", "next week"):
        return monday_of(today) + timedelta(weeks=1)
    if plain in ("sidste uge", "forrige uge", "last week"):
        return monday_of(today) - timedelta(weeks=1)
    found = re.fullmatch(r"(?:uge|week|u)\s*(\d{1,2})(?:[ ,/-]+(\d{4}))?", plain)
    if not found:
        return None
    own = today.isocalendar().year
    for year in [int(found[2])] if found[2] else [own, own + 1]:
        try:
            monday = date.fromisocalendar(year, int(found[1]), 1)
        except ValueError:
            continue
        if found[2] or monday >= monday_of(today) - timedelta(weeks=20):
            return monday
    return None


def _weekday(plain: str, today: date) -> date | None:
    found = re.fullmatch(
        r"(på|kommende|næste|sidste|forrige|next|last|on)?\s*([a-zæøå]{3,})(?:\s+i\s+uge\s+(\d{1,2}))?",
        plain,
    )
    if not found:
        return None
    fits = [n % 7 for n, name in enumerate(WEEKDAYS) if name.startswith(found[2])]
    if not fits or len(set(fits)) > 1:
        return None
    if found[3]:
        monday = _week(f"uge {found[3]}", today)
        return monday + timedelta(days=fits[0]) if monday else None
    ahead = (fits[0] - today.weekday()) % 7
    if found[1] in ("sidste", "forrige", "last"):
        return today - timedelta(days=(today.weekday() - fits[0]) % 7 or 7)
    if found[1] in ("næste", "next"):  # the one in the week after this
        return monday_of(today) + timedelta(days=7 + fits[0])
    return today + timedelta(days=ahead)


def _distance(plain: str, today: date) -> date | None:
    found = re.fullmatch(
        r"(?:(om|in)\s+)?(?:(for)\s+)?(\d{1,3}|[a-zæøå]+)\s+(dage?|days?|uger?|weeks?|måned(?:er)?|months?)(\s+(?:siden|ago))?",
        plain,
    )
    if not found or not (found[1] or found[5]):
        return None
    count = int(found[3]) if found[3].isdigit() else COUNTS.get(found[3], 0)
    if not count:
        return None
    count = -count if found[5] else count
    if found[4].startswith("d"):
        return today + timedelta(days=count)
    if found[4].startswith(("u", "w")):
        return today + timedelta(weeks=count)
    return add_months(today, count)


def _numbers(plain: str, today: date) -> date | None:
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", plain):
        return _next_day(int(found[3]), int(found[2]), found[1], today)
    if found := re.fullmatch(
        r"(?:den\s+)?(\d{1,2})[./-]\s?(\d{1,2})(?:[./-]\s?(\d{4}|\d{2}))?", plain
    ):
        return _next_day(int(found[1]), int(found[2]), found[3], today)
    found = re.fullmatch(
        r"(?:d(?:en)?\.?\s+)?(\d{1,2})\.?\s*([a-zæøå]{3,})\.?(?:\s+(\d{4}))?", plain
    )
    if found:
        month = ENGLISH.get(found[2][:3], found[2][:3])
        if month in MONTHS:
            return _next_day(int(found[1]), MONTHS.index(month) + 1, found[3], today)
    if found := re.fullmatch(r"den\s+(\d{1,2})", plain):
        for months in range(13):
            first = add_months(today.replace(day=1), months)
            try:
                day = first.replace(day=int(found[1]))
            except ValueError:
                continue
            if day >= today:
                return day
    return None


def _month_name(plain: str, today: date) -> date | None:
    found = re.fullmatch(r"(?:i\s+|in\s+)?([a-zæøå]{3,})(?:\s+(\d{4}))?", plain)
    if not found:
        return None
    month = ENGLISH.get(found[1][:3], found[1][:3])
    full = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september")
    names = (*full, "oktober", "november", "december")
    if month not in MONTHS or not names[MONTHS.index(month)].startswith(found[1]):
        return None
    return _next_day(1, MONTHS.index(month) + 1, found[2], today)


def _holiday(plain: str, today: date) -> date | None:
    if len(plain) < 3:
        return None
    for ahead in range(400):
        day = today + timedelta(days=ahead)
        name = holiday_name(day)
        if name and name.casefold().startswith(plain):
            return day
    return None


def _next_day(day: int, month: int, year: str | None, today: date) -> date | None:
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year + 1]
    for one in years:
        try:
            meant = date(one, month, day)
        except ValueError:
            continue
        if year or meant >= today - timedelta(days=120):
            return meant
    return None
