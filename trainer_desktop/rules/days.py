"""Which days are hverdage, and counting in them. No standard defines hverdag; see LocalSettings for the choices."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from trainer_desktop.rules.holidays import after_easter, holiday_name

SATURDAY = 5
ONE_DAY = timedelta(days=1)
USUAL_CLOSING = frozenset({(6, 5), (12, 24), (12, 31)})  # forældelsesloven § 27(2)


LEAST, MOST = date(1800, 1, 1), date(2100, 1, 1)  # whose holidays are known
SUMS_KEPT = 20_000
WITHOUT_END = 3660  # days: no standard counts in ten years of hverdage


class TooFar(ValueError):
    """A day that cannot be reckoned: beyond all sense, or no day is a hverdag."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The centre's hverdage: Monday to Friday less holidays and closing days.

    `yearly` holds (month, day) closed every year, `closed` single dates, `opened`
    single dates that are open although `yearly` names them.
    """

    saturday_is_hverdag: bool = False
    yearly: frozenset[tuple[int, int]] = USUAL_CLOSING
    closed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    moving: frozenset[int] = frozenset()  # days from Easter
    _sums: dict[tuple[date, int], date] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def is_hverdag(self, day: date) -> bool:
        """Whether a deadline in hverdage counts this day."""
        last = SATURDAY if self.saturday_is_hverdag else SATURDAY - 1
        return day.weekday() <= last and holiday_name(day) is None and not self.is_closed(day)

    def is_closed(self, day: date) -> bool:
        """Whether the centre itself has closed this day."""
        if day in self.opened:
            return False
        if day in self.closed or (day.month, day.day) in self.yearly:
            return True
        if not self.moving:
            return False
        return after_easter(day, min(self.moving), max(self.moving)) in self.moving

    def add(self, day: date, count: int) -> date:
        """The day `count` hverdage after `day` (before it, when negative); `day` itself is day 0. Raises TooFar."""
        known = self._sums.get((day, count))  # a thousand courses count from the same few days
        if known is None:
            known = self._counted(day, count)
            if len(self._sums) < SUMS_KEPT:
                self._sums[day, count] = known
        return known

    def _counted(self, day: date, count: int) -> date:
        step = ONE_DAY if count > 0 else -ONE_DAY
        left, begun = abs(count), day
        while left:
            if abs((day - begun).days) > WITHOUT_END or not LEAST < day < MOST:
                raise TooFar(begun.isoformat())
            day += step
            left -= self.is_hverdag(day)
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself, or the first hverdag after it; raises TooFar."""
        return day if self.is_hverdag(day) else self.add(day, 1)

    def between(self, start: date, end: date) -> int:
        """How many hverdage lie after `start` up to and with `end`; negative when `end` is earlier."""
        if end < start:
            return -self.between(end, start)
        days = (end - start).days
        return sum(self.is_hverdag(start + timedelta(days=n + 1)) for n in range(days))


@dataclass(frozen=True, slots=True)
class EditionDays(WorkCalendar):
    """Hverdage where editions differ: each day is judged by the calendar in force that day."""

    parts: tuple[tuple[date, WorkCalendar], ...] = ()

    def is_hverdag(self, day: date) -> bool:
        """Whether a deadline in hverdage counts this day."""
        return self._then(day).is_hverdag(day)

    def is_closed(self, day: date) -> bool:
        """Whether the centre itself has closed this day."""
        return self._then(day).is_closed(day)

    def _then(self, day: date) -> WorkCalendar:
        return next((c for since, c in reversed(self.parts) if since <= day), self.parts[0][1])
