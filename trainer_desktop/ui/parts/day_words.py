"""A day in words, as somebody types it: «i morgen», «næste tirsdag», «om 2 uger», «uge 3», «3. dec», «påskedag»."""

import re
from datetime import date, timedelta

from trainer_desktop.rules.holidays import holiday_name
from trainer_desktop.rules.span import add_months
from trainer_desktop.services.store.moments import monday_of

NAMES = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september"),
    *("oktober", "november", "december"),
)
ENGLISH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
CLOSED = {
    "grundlovsdag": (6, 5),
    "juleaften": (12, 24),
    "juleaftensdag": (12, 24),
    "nytårsaften": (12, 31),
}
WEEKDAYS = (
    *("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
)
NEAR = {
    **{"i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1},
    **{
        "i overmorgen": 2,
        "overmorgen": 2,
        "i går": -1,
        "igår": -1,
        "yesterday": -1,
        "i forgårs": -2,
    },
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
    for read in (_week, _holiday, _weekday, _distance, _numbers, _month_name):
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
    near: list[date] = []
    for year in [int(found[2])] if found[2] else [own - 1, own, own + 1]:
        try:
            near.append(date.fromisocalendar(year, int(found[1]), 1))
        except ValueError:
            continue
    here = monday_of(today)
    if not found[2]:
        near = [day for day in near if day >= here - timedelta(weeks=20)]
    return min(near, key=lambda day: abs((day - here).days), default=None)


def _weekday(plain: str, today: date) -> date | None:
    found = re.fullmatch(
        r"(?:(på|kommende|næste|sidste|forrige|next|last|on)\s+)?([a-zæøå]{3,})"
        r"(?:\s+(?:i\s+)?(?:uge|u|week)\s+(\d{1,2}))?",
        plain,
    )
    if not found:
        return _weekday_and_date(plain, today)
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


def _weekday_and_date(plain: str, today: date) -> date | None:
    """«fredag d. 20», «mandag 23. nov»: a day only when both say the same."""
    found = re.fullmatch(r"([a-zæøå]{3,})\.?\s+((?:d(?:en)?\.?\s+)?\d.*)", plain)
    if not found:
        return None
    fits = {n % 7 for n, name in enumerate(WEEKDAYS) if name.startswith(found[1])}
    day = _numbers(found[2], today) or _numbers(f"den {found[2].rstrip('.')}", today)
    return day if day and fits == {day.weekday()} else None


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
        r"(?:den\s+)?(\d{1,2})[./-]\s?(\d{1,2})(?:(?:[./-]\s?|\s+)(\d{4}|\d{2}))?", plain
    ):
        return _next_day(int(found[1]), int(found[2]), found[3], today)
    found = re.fullmatch(
        r"(?:d(?:en)?\.?\s+)?(\d{1,2})\.?\s*([a-zæøå]{3,})\.?(?:\s+(\d{4}))?", plain
    )
    if found:
        number = _month_number(found[2])
        if number:
            return _next_day(int(found[1]), number, found[3], today)
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
    number = _month_number(found[1])
    return _next_day(1, number, found[2], today) if number else None


def _month_number(word: str) -> int:
    """A month by three letters or more of its Danish or English name; 0 for none."""
    for names in (NAMES, ENGLISH_NAMES):
        fits = [n for n, name in enumerate(names, 1) if name.startswith(word)]
        if len(fits) == 1:
            return fits[0]
    return 0


def _holiday(plain: str, today: date) -> date | None:
    if len(plain) < 3:
        return None
    if plain in CLOSED:
        month, number = CLOSED[plain]
        return _next_day(number, month, None, today)
    for ahead in range(400):
        day = today + timedelta(days=ahead)
        name = holiday_name(day)
        if name and name.casefold().startswith(plain):
            return day
    return None


def _next_day(day: int, month: int, year: str | None, today: date) -> date | None:
    whole = int(year) + (2000 if len(year) == 2 else 0) if year else 0
    years = [whole] if year else [today.year - 1, today.year, today.year + 1]
    near: list[date] = []
    for one in years:
        try:
            meant = date(one, month, day)
        except ValueError:
            continue
        if year:
            return meant
        near.append(meant)
    ahead = [day for day in near if day >= today - timedelta(days=120)]
    return min(ahead, key=lambda one: abs((one - today).days), default=None)
