"""Lengths of time as a standard writes them: «10 hverdage», «7 kalenderdage», «1 uge», «3 måneder»."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache

from trainer_desktop.rules.days import WorkCalendar


class Unit(Enum):
    """What a length is counted in."""

    HVERDAG = "hverdag"
    KALENDERDAG = "kalenderdag"
    UGE = "uge"
    MAANED = "måned"


_WORDS = {
    "hverdag": Unit.HVERDAG,
    "hverdage": Unit.HVERDAG,
    "kalenderdag": Unit.KALENDERDAG,
    "kalenderdage": Unit.KALENDERDAG,
    "uge": Unit.UGE,
    "uger": Unit.UGE,
    "måned": Unit.MAANED,
    "måneder": Unit.MAANED,
}


@dataclass(frozen=True, slots=True)
class Span:
    """A whole number of one unit."""

    count: int
    unit: Unit

    @classmethod
    @lru_cache(maxsize=256)  # a standard names a few dozen lengths, and they are asked for often
    def parse(cls, text: str) -> "Span":
        """Read «10 hverdage»; raises ValueError for anything else, a bare «14 dage» included."""
        found = re.fullmatch(r"\s*(\d{1,3})\s+(\w+)\s*", text)
        if not found or found[2].lower() not in _WORDS:
            raise ValueError(text)
        return cls(int(found[1]), _WORDS[found[2].lower()])

    def after(self, day: date, work: WorkCalendar) -> date:
        """The last day of the span; the day it counts from is day 0, and only hverdage skip days off."""
        match self.unit:
            case Unit.HVERDAG:
                return work.add(day, self.count)
            case Unit.KALENDERDAG:
                return day + timedelta(days=self.count)
            case Unit.UGE:
                return day + timedelta(weeks=self.count)
            case Unit.MAANED:
                return add_months(day, self.count)

    def __str__(self) -> str:
        plural = "er" if self.unit in (Unit.UGE, Unit.MAANED) else "e"
        word = self.unit.value if self.count == 1 else self.unit.value.removesuffix("e") + plural
        return f"{self.count} {word}"


def add_months(day: date, months: int) -> date:
    """The same date `months` later; a month that is too short gives its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
