"""A week of working hours as people write it: «ma-fr 8-15.30; on 9-15; fr 8-12, 12.30-14 (ulige uger)».

Days are parted by semicolons; a later part takes the place of an earlier one for its days, so that the exception
stands after the rule. «lige uger» and «ulige uger» hold for their part alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

DAYS = ("ma", "ti", "on", "to", "fr", "lø", "sø")
ENGLISH = ("mo", "tu", "we", "th", "fr", "sa", "su")
EVERY, ODD, EVEN = 0, 1, 2  # weeks of the year
_WEEKS = (
    (re.compile(r"\(?\b(ulige( uger?)?|odd( weeks?)?)\b\)?"), ODD),
    (re.compile(r"\(?\b(lige( uger?)?|even( weeks?)?)\b\)?"), EVEN),
)
_SPAN = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[.:](\d{2}))?")
_OFF = ("fri", "off")


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One stretch of work: weekday (Monday is 0), wall time, and in which weeks."""

    weekday: int
    starts: time
    ends: time
    weeks: int = EVERY


class BadWeek(ValueError):
    """The text is no week; `part` is what cannot be read, `overlap` whether two stretches meet."""

    def __init__(self, part: str, *, overlap: bool = False) -> None:
        super().__init__(part)
        self.part, self.overlap = part, overlap


def read_week(text: str) -> tuple[Shift, ...]:
    """The stretches in order; raises BadWeek."""
    found: dict[tuple[int, int], list[Shift]] = {}
    for part in re.split(r"[;\n]", text.casefold()):
        if not part.strip():
            continue
        weeks, rest = _weeks(part.strip())
        days, spans = _days(rest)
        for day in days:
            for key in [key for key in found if key[0] == day and weeks in (EVERY, key[1])]:
                del found[key]
            usual = found.pop((day, EVERY), None) if weeks else None
            if usual:  # an odd or even week's hours leave the usual ones to the others
                other = ODD + EVEN - weeks
                found[day, other] = [Shift(day, s.starts, s.ends, other) for s in usual]
            found[day, weeks] = [Shift(day, a, b, weeks) for a, b in spans]
    shifts = tuple(sorted(shift for some in found.values() for shift in some))
    _refuse_overlap(shifts)
    return shifts


def _weeks(part: str) -> tuple[int, str]:
    for pattern, weeks in _WEEKS:
        if pattern.search(part):
            return weeks, pattern.sub(" ", part).strip()
    return EVERY, part


def _days(part: str) -> tuple[list[int], list[tuple[time, time]]]:
    head = re.match(r"[a-zæøå][a-zæøå ,\-–.]*", part)
    if head is None:
        raise BadWeek(part)
    rest = part[head.end() :].strip()
    words = head[0].strip(" ,.")
    off = next((word for word in _OFF if words.endswith(f" {word}")), "")
    days = _named(words.removesuffix(off).strip(" ,:"), part)
    if off and not rest:
        return days, []
    spans = [_span(one, part) for one in re.split(r"\s*(?:,|\+|og|and)\s*", rest) if one]
    if not spans:
        raise BadWeek(part)
    return days, spans


def _named(words: str, part: str) -> list[int]:
    days: list[int] = []
    for one in re.split(r"\s*,\s*|\s+", words):
        ends = re.split(r"[-–]", one)
        numbers = [_day(name.strip(), part) for name in ends]
        if len(numbers) > 2 or numbers[0] > numbers[-1]:
            raise BadWeek(part)
        days += range(numbers[0], numbers[-1] + 1)
    return days


def _day(name: str, part: str) -> int:
    for names in (DAYS, ENGLISH):
        if len(name) >= 2 and name[:2] in names:
            return names.index(name[:2])
    raise BadWeek(part)


def _span(text: str, part: str) -> tuple[time, time]:
    found = _SPAN.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError
        a, b, c, d = (int(group or 0) for group in found.groups())
        starts, ends = time(a, b), time(c, d)
    except ValueError:
        raise BadWeek(part) from None
    if starts >= ends or starts.minute % 5 or ends.minute % 5:
        raise BadWeek(part)
    return starts, ends


def _refuse_overlap(shifts: tuple[Shift, ...]) -> None:
    for number, one in enumerate(shifts):
        for other in shifts[number + 1 :]:
            meet = one.weekday == other.weekday and other.starts < one.ends
            if meet and EVERY in (one.weeks, other.weeks, one.weeks ^ other.weeks):
                raise BadWeek(say_week([one, other]), overlap=True)


def say_week(shifts: Iterable[Shift]) -> str:
    """The week as it is written: days with the same hours together."""
    by_day: dict[tuple[int, int], list[Shift]] = {}
    for shift in sorted(shifts):
        by_day.setdefault((shift.weeks, shift.weekday), []).append(shift)
    parts: list[tuple[list[int], str, int]] = []
    for (weeks, day), some in sorted(by_day.items()):
        said = ", ".join(f"{_clock(one.starts)}-{_clock(one.ends)}" for one in some)
        if parts and parts[-1][1:] == (said, weeks) and parts[-1][0][-1] == day - 1:
            parts[-1][0].append(day)
        else:
            parts.append(([day], said, weeks))
    return "; ".join(f"{_span_of(days)} {said}{_in_weeks(weeks)}" for days, said, weeks in parts)


def _span_of(days: list[int]) -> str:
    return DAYS[days[0]] if len(days) == 1 else f"{DAYS[days[0]]}-{DAYS[days[-1]]}"


def _in_weeks(weeks: int) -> str:
    return {EVERY: "", ODD: " (ulige uger)", EVEN: " (lige uger)"}[weeks]


def _clock(at: time) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)
