"""Reads the cells of an export: dates, times, hours and words as people in a centre write them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number, parse_ydernummer
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.rules.phone import normal_phone

CLOCK = ZoneInfo("Europe/Copenhagen")
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
DAYS = {
    word: number
    for number, name in enumerate(WEEKDAYS)
    for word in (name, f"{name}e", name.removesuffix("dag"), name[:3], name[:2])
}
BASES = {
    "sel861": "SEL86.1",
    "sel86stk1": "SEL86.1",
    "serviceloven86stk1": "SEL86.1",
    "sel862": "SEL86.2",
    "sel86stk2": "SEL86.2",
    "serviceloven86stk2": "SEL86.2",
    "sul140": "SUL140",
    "sundhedsloven140": "SUL140",
    "ael": "AEL",
    "æl": "AEL",
    "æl9": "AEL",
    "æl10": "AEL",
    "ældreloven": "AEL",
    "aeldreloven": "AEL",
}
STATES = {
    "mødt": State.ATTENDED,
    "fremmødt": State.ATTENDED,
    "gennemført": State.ATTENDED,
    "planlagt": State.PLANNED,
    "booket": State.PLANNED,
    "afbud": State.CANCELLED,
    "udeblevet": State.MISSED,
    "udeblivelse": State.MISSED,
    "aflyst": State.CENTRE_CANCELLED,
}
REASONS = {
    "syg": Why.ILLNESS,
    "sygdom": Why.ILLNESS,
    "andet": Why.OTHER,
    "ferie": Why.HOLIDAY,
    "indlagt": Why.HOSPITAL,
    "indlæggelse": Why.HOSPITAL,
}
ROOMS = {
    "sal": RoomKind.GYM,
    "boks": RoomKind.BOX,
    "bassin": RoomKind.POOL,
    "adl": RoomKind.KITCHEN,
    "køkken": RoomKind.KITCHEN,
}


class BadCell(ValueError):
    """A cell that cannot be read; the text is the reason, naming column and value."""


def _bad(column: str, value: str, hint: str) -> BadCell:
    if not value.strip():
        return BadCell(f"{column}: er tom")
    return BadCell(f"{column}: «{value}» {hint}")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day that a date may lie on."""

    first: date
    last: date

    @classmethod
    def around(cls, today: date, before: int, after: int) -> "Span":
        """So many years before and after a day."""
        return cls(
            today - timedelta(days=round(before * 365.25)),
            today + timedelta(days=round(after * 365.25)),
        )


ANY = Span(date(1900, 1, 1), date(2200, 12, 31))


def a_date(column: str, value: str, span: Span = ANY) -> date:
    """Read 03-11-2026, 3/11-26, 03.11.2026 or 2026-11-03; two digits are the year of this century."""
    text = value.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = map(int, found.groups())
    elif found := re.fullmatch(r"(\d{1,2})[-./ ]\s?(\d{1,2})[-./ ]\s?(\d{4}|\d{2})", text):
        day, month, year = map(int, found.groups())
        year += 2000 if year < 100 else 0
    else:
        raise _bad(column, value, "er ikke en dato")
    try:
        found_day = date(year, month, day)
        if not span.first <= found_day <= span.last:
            raise BadCell(
                f"{column}: «{value}» giver {found_day:%d-%m-}{year}, som ligger for langt væk"
            )
        return found_day
    except BadCell:
        raise
    except ValueError:
        raise _bad(column, value, "findes ikke i kalenderen") from None


def maybe_date(column: str, value: str, span: Span = ANY) -> date | None:
    """A date, or nothing in an empty cell."""
    return a_date(column, value, span) if value.strip() else None


def a_time(column: str, value: str) -> time:
    """Read 8.30, 8:30, 0830, kl. 9."""
    text = re.sub(r"^kl\.?\s*", "", value.strip().casefold())
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{2})(?:[.:](\d{2}))?)?", text) or re.fullmatch(
        r"(\d{2})(\d{2})", text
    )
    if not found:
        raise _bad(column, value, "er ikke et klokkeslæt")
    if found.re.groups == 3 and int(found[3] or 0):
        raise _bad(column, value, "har sekunder")
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise _bad(column, value, "findes ikke på uret") from None


def maybe_moment(column: str, value: str, span: Span = ANY) -> tuple[date | None, datetime | None]:
    """A date with a time after it: the day, and the moment where a time is said.

    Whole seconds are left out. A moment that the clocks sprang over is refused.
    """
    text = value.strip()
    if not text:
        return None, None
    day, _, clock = text.replace("T", " ").partition(" ")
    read = a_date(column, day, span)
    if not clock:
        return read, None
    if seconds := re.fullmatch(r"(\d{1,2}[.:]\d{2})[.:]([0-5]\d)", clock.strip()):
        clock = seconds[1]
    moment = datetime.combine(read, a_time(column, clock))
    there = moment.replace(tzinfo=CLOCK).astimezone(UTC).astimezone(CLOCK)
    if there.replace(tzinfo=None) != moment:
        raise _bad(column, value, "fandtes ikke på uret (sommertid)")
    return read, moment


def not_of_a_spreadsheet(column: str, value: str) -> str:
    """A name made of digits; one that a spreadsheet has made a number of is refused."""
    text = value.strip()
    if re.fullmatch(r"\d+[.,]0+|\d([.,]\d+)?[eE][+-]?\d+", text):
        raise _bad(column, value, "er et tal fra et regneark; gem kolonnen som tekst")
    return text


def a_number(column: str, value: str, least: int, most: int) -> int:
    """A whole number within bounds."""
    if not re.fullmatch(r"-?\d{1,9}", value.strip()):
        raise _bad(column, value[:40], "er ikke et helt tal")
    number = int(value)
    if not least <= number <= most:
        raise _bad(column, value, f"skal være mellem {least} og {most}")
    return number


def a_name(column: str, value: str) -> str:
    """Some text; an empty cell is refused."""
    if not value.strip():
        raise _bad(column, value, "skal udfyldes")
    return value.strip()


def yes(column: str, value: str, empty: bool = False) -> bool:
    """Read ja and nej, j and n, x."""
    text = value.strip().casefold()
    if not text:
        return empty
    if text in ("ja", "j", "x", "1", "sand", "true"):
        return True
    if text in ("nej", "n", "0", "falsk", "false"):
        return False
    raise _bad(column, value, "er hverken ja eller nej")


def a_person(column: str, value: str) -> str:
    """A CPR or replacement number, digits only."""
    try:
        return parse_personal_number(value).digits
    except BadNumber:
        raise _bad(column, value, "er ikke et CPR-nummer") from None


def a_practice(column: str, value: str) -> str:
    """An ydernummer with its leading zeros, or nothing."""
    try:
        return parse_ydernummer(value) if value.strip() else ""
    except BadNumber:
        raise _bad(column, value, "er ikke et ydernummer") from None


def a_phone(value: str) -> tuple[str, bool]:
    """A telephone number and whether it could be read; what could not is kept as it stands."""
    try:
        not_of_a_spreadsheet("", value)
        return (normal_phone(value) if value.strip() else ""), True
    except ValueError:
        return value.strip(), False


def a_state(column: str, value: str) -> State:
    """How a training went."""
    found = STATES.get(value.strip().casefold())
    if found is None:
        raise _bad(column, value, "er ikke en status, der kendes")
    return found


def a_reason(value: str) -> Why | None:
    """Why a citizen cancelled; None for words that are not known."""
    return REASONS.get(value.strip().casefold())


def a_room_kind(value: str) -> RoomKind | None:
    """What sort of room; None for a word that is not known."""
    if not value.strip():
        return RoomKind.OTHER
    return ROOMS.get(value.strip().casefold())


def a_basis(column: str, value: str) -> str:
    """The legal basis."""
    plain = "".join(c for c in value.casefold() if c.isalnum())
    if plain not in BASES:
        raise _bad(column, value, "er ikke et lovgrundlag, der kendes")
    return BASES[plain]


def a_weekday(column: str, value: str) -> int:
    """Monday is 0."""
    found = DAYS.get(value.strip().casefold().removesuffix("."))
    if found is None:
        raise _bad(column, value, "er ikke en ugedag")
    return found


def working_hours(column: str, value: str) -> list[tuple[int, time, time]]:
    """Read «man-ons 8-16, fre 8-13», also «man, tir og tor 8-15»: weekday (Monday is 0), from, to."""
    plain = re.sub(r"[–—]", "-", value.strip().casefold())
    plain = re.sub(r"\s+og\s+", ", ", plain).replace(":", ".")
    found: list[tuple[int, time, time]] = []
    days: list[int] = []
    for part in filter(None, re.split(r"[,;]\s*", plain)):
        match = re.fullmatch(
            r"([a-zæøå]+)\.?(?:\s*-\s*([a-zæøå]+)\.?)?\.?(?:\s+(?:kl\.?\s*)?([\d.]+)\s*-\s*([\d.]+))?",
            part.strip(),
        )
        if not match:
            raise _bad(column, value, "er ikke en arbejdstid som «man-ons 8-16, fre 8-13»")
        first = a_weekday(column, match[1])
        last = a_weekday(column, match[2]) if match[2] else first
        if last < first:
            raise _bad(column, value, "slutter, før den begynder")
        days += range(first, last + 1)
        if not match[3]:
            continue
        starts, ends = a_time(column, match[3]), a_time(column, match[4])
        if ends <= starts:
            raise _bad(column, value, "slutter, før den begynder")
        if any(d in days and s < ends and starts < e for d, s, e in found):
            raise _bad(column, value, "har den samme tid to gange")
        found += [(day, starts, ends) for day in days]
        days = []
    if days:
        raise _bad(column, value, "mangler klokkeslæt")
    return found
