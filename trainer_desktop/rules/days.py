"""Which days are hverdage, and counting in them. No standard defines hverdag; see LocalSettings for the choices."""

from dataclasses import dataclass
from datetime import date, timedelta

from trainer_desktop.rules.holidays import holiday_name

SATURDAY = 5
ONE_DAY = timedelta(days=1)
USUAL_CLOSING = frozenset({(6, 5), (12, 24), (12, 31)})  # forældelsesloven § 27(2)


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

    def is_hverdag(self, day: date) -> bool:
        """Whether a deadline in hverdage counts this day."""
        last = SATURDAY if self.saturday_is_hverdag else SATURDAY - 1
        return day.weekday() <= last and holiday_name(day) is None and not self.is_closed(day)

    def is_closed(self, day: date) -> bool:
        """Whether the centre itself has closed this day."""
        if day in self.opened:
            return False
        return day in self.closed or (day.month, day.day) in self.yearly

    def add(self, day: date, count: int) -> date:
        """The day `count` hverdage after `day` (before it, when negative); `day` itself is day 0."""
        step = ONE_DAY if count > 0 else -ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_hverdag(day)
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself, or the first hverdag after it."""
        while not self.is_hverdag(day):
            day += ONE_DAY
        return day

    def between(self, start: date, end: date) -> int:
        """How many hverdage lie after `start` up to and with `end`; negative when `end` is earlier."""
        if end < start:
            return -self.between(end, start)
        days = (end - start).days
        return sum(self.is_hverdag(start + timedelta(days=n + 1)) for n in range(days))
