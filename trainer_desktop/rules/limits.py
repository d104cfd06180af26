"""What a number, a day, an interval or a text may be at all: the same limits for every form, command and use case.

These are no rules of a standard: they keep out slips of the hand, such as the year 2199 or minus 45 minutes.
"""

from datetime import date, datetime, timedelta

from trainer_desktop.rules.refusal import Reason, Refused

MINUTES = (5, 600)  # of a training
COUNT = (1, 200)  # trainings planned or given at once
PER_WEEK = (1, 14)
PLACES = (1, 200)
OUTAGE = timedelta(days=400)
BACK, AHEAD = timedelta(days=5 * 366), timedelta(days=3 * 366)
LONGEST_TEXT = 20_000  # letters in any one field
FIRST_HOUR = 4


def within(field: str, value: int, least: int, most: int) -> int:
    """A number within its bounds; raises Refused NOT_SO."""
    if not least <= value <= most:
        raise Refused(Reason.NOT_SO, field=field, value=value, least=least, most=most)
    return value


def day_within(day: date, today: date) -> date:
    """A day that work at a centre can be about: five years back to three ahead; raises Refused TOO_FAR."""
    if not today - BACK <= day <= today + AHEAD:
        raise Refused(Reason.TOO_FAR, day=day)
    return day


def happened(day: date | None, today: date) -> date:
    """The day of something that has happened (None: today); raises Refused TOO_FAR, or NOT_COME for one to come."""
    if day is None:
        return today
    if day_within(day, today) > today:
        raise Refused(Reason.NOT_COME, day=day)
    return day


def in_order(first: date | datetime, last: date | datetime) -> None:
    """An interval that does not end before it begins; raises Refused CROSSED."""
    if last < first:
        raise Refused(Reason.CROSSED, first=first, last=last)


def training_time(starts: datetime, minutes: int) -> None:
    """A training's wall time: whole minutes, within one day, after four o'clock; raises Refused BAD_TIME."""
    whole = starts.tzinfo is None and not starts.second and not starts.microsecond
    if not whole or not MINUTES[0] <= minutes <= MINUTES[1] or starts.hour < FIRST_HOUR:
        raise Refused(Reason.BAD_TIME)
    if (starts + timedelta(minutes=minutes)).date() != starts.date():
        raise Refused(Reason.BAD_TIME)


def plain_text(text: str, most: int = LONGEST_TEXT) -> str:
    """A text that can be stored and printed; raises Refused BAD_TEXT for what no keyboard types, or is too long."""
    if "\0" in text or len(text) > most:
        raise Refused(Reason.BAD_TEXT)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(Reason.BAD_TEXT) from None
    return text


def reason_given(text: str) -> str:
    """A stated reason without blanks around it; raises Refused NEEDS_REASON when there is none."""
    if not text.strip():
        raise Refused(Reason.NEEDS_REASON)
    return plain_text(text.strip())
