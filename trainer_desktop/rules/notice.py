"""Whether a cancellation was given in time. Sources: rows 39 and 40 of the standards."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from trainer_desktop.rules.course import Why
from trainer_desktop.rules.days import ONE_DAY
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_absences import By, Notice

MINUTE = timedelta(minutes=1)


class Timely(Enum):
    """What the rule on notice says of a cancellation."""

    IN_TIME = "in time"
    LATE = "late"
    NOT_NOTED = "not noted"  # nobody wrote down when it was told
    NOT_SAID = "not said"  # the rule names no last minute: as soon as possible
    SILENT = "silent"  # the standard has no rule for it


@dataclass(frozen=True, slots=True)
class NoticeVerdict:
    """The verdict, the last minute that was in time (wall time), and the rule."""

    timely: Timely
    limit: datetime | None = None
    rule: RuleRef | None = None


def judge_notice(
    book: Rulebook, why: Why, starts: datetime, told: datetime | None, *, first: bool = False
) -> NoticeVerdict:
    """Judge a cancellation by the edition in force on the training's day; to the minute, the limit included.

    `first`: it is the course's first appointment, for which a standard may want longer notice.
    """
    edition = book.on(starts.date())
    rule = notice_rule(book, edition, why)
    if edition is None or rule is None:
        return NoticeVerdict(Timely.SILENT)
    limit = last_minute(rule.first if first and rule.first else rule.by, starts, book)
    ref = book.ref(edition, rule)
    if limit is None:
        return NoticeVerdict(Timely.NOT_SAID, None, ref)
    if told is None:
        return NoticeVerdict(Timely.NOT_NOTED, limit, ref)
    in_time = told.replace(second=0, microsecond=0) <= limit
    return NoticeVerdict(Timely.IN_TIME if in_time else Timely.LATE, limit, ref)


def notice_rule(book: Rulebook, edition: Standard | None, why: Why) -> Notice | None:
    """The rule for a reason: its own, else that for other reasons (illness aside), else the one for any."""
    if edition is None:
        return None
    rules = edition.absence.notice
    own = rules.get(why.value)
    if own is None and why is not Why.ILLNESS:
        own = rules.get("other")
    return own or rules.get("any")


def last_minute(by: By, starts: datetime, book: Rulebook) -> datetime | None:
    """The last wall-clock minute at which a cancellation is in time; None: the standard names none."""
    limit = _limit(by, starts, book)
    return limit - MINUTE if limit and by.before else limit


def _limit(by: By, starts: datetime, book: Rulebook) -> datetime | None:
    day = starts.date()
    if by.same_day:
        limit = datetime.combine(day, parse_time(by.same_day))
        return min(limit, starts) if book.settings.early_training == "before_start" else limit
    if by.day_before:
        counts = by.counts or book.settings.day_before_counts
        before = book.work.add(day, -1) if counts == "hverdag" else day - ONE_DAY
        return _at(datetime.combine(before, time()), by.day_before)
    if by.days_before:
        counts = by.counts or "hverdag"
        hverdage = counts == "hverdag"
        before = (
            book.work.add(day, -by.days_before)
            if hverdage
            else day - timedelta(days=by.days_before)
        )
        return _at(datetime.combine(before, time()), by.at)
    return None


def _at(midnight: datetime, clock: str) -> datetime:
    if clock == "24:00":
        return midnight + ONE_DAY - MINUTE
    return datetime.combine(midnight.date(), parse_time(clock))


def parse_time(text: str) -> time:
    """Read «09:00» or «9.00»; raises ValueError."""
    hour, _, minute = text.replace(".", ":").partition(":")
    return time(int(hour), int(minute or 0))
