"""Whom and what one can choose, and a column with its hours and what is away from them, as values."""

import uuid
from dataclasses import dataclass
from datetime import date, time

from trainer_desktop.rules.kinds import AbsenceKind


@dataclass(frozen=True, slots=True)
class NamedKey:
    """Something to choose from a list."""

    id: uuid.UUID
    short: str
    name: str
    centre: str


@dataclass(frozen=True, slots=True)
class AwayCard:
    """A stretch of time that cannot be used, and why: an absence kind, or a day's name."""

    starts: time
    ends: time
    kind: AbsenceKind | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ColumnCard:
    """A therapist, a room or a day, with its hours. `hours` None: not at work; `breaks` lie between them."""

    key: uuid.UUID | date
    title: str
    subtitle: str
    day: date
    hours: tuple[time, time] | None
    away: tuple[AwayCard, ...] = ()
    booked_minutes: int = 0
    centre: str = ""
    closed: str = ""
    breaks: tuple[tuple[time, time], ...] = ()

    def open_at(self, starts: time, ends: time) -> bool:
        """Whether a stretch of the day lies within the hours, and in none of the breaks."""
        if self.hours is None or starts < self.hours[0] or ends > self.hours[1]:
            return False
        return not any(first < ends and last > starts for first, last in self.breaks)
