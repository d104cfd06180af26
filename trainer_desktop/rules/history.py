"""The history lines of a worked example, read into a course. `docs/standards.md` teaches them.

`2026-03-03 10:00 booked [45 min] [team]`, `… attended [12 min late]`, `… stayed away [, excused: reason]`,
`… cancelled by citizen, illness, told 2026-03-03 09:00 [, excused: reason]`, `… cancelled by centre[, reason]`,
`… staff stayed away`, `2026-03-20 extra 3 trainings[, reason]`.
"""

import re
from dataclasses import replace
from datetime import date, datetime, time

from trainer_desktop.rules.course import Extra, Form, Grant, State, Training, Why
from trainer_desktop.rules.notice import parse_time


class BadHistory(ValueError):
    """A line that cannot be read; the text is the line."""


class BadPackage(ValueError):
    """A package that cannot be read."""


_LINE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?: (?P<clock>\d{1,2}[:.]\d\d))? (?P<what>.+)")
_WHY = {
    "illness": Why.ILLNESS,
    "other": Why.OTHER,
    "holiday": Why.HOLIDAY,
    "hospital": Why.HOSPITAL,
}
_FORMS = {form.value: form for form in Form}


def parse_package(text: str) -> Grant:
    """Read «10 x 45 min», «12 trainings» or «600 min»; raises BadPackage."""
    if found := re.fullmatch(r"(\d+) ?[x×] ?(\d+) min", text):
        count, minutes = int(found[1]), int(found[2])
        return Grant(count, count * minutes)
    if found := re.fullmatch(r"(\d+) trainings?", text):
        return Grant(int(found[1]))
    if found := re.fullmatch(r"(\d+) min", text):
        return Grant(None, int(found[1]))
    raise BadPackage(text)


def package_minutes(text: str) -> int:
    """The minutes of each training in a package text, 0 when it names none."""
    found = re.search(r"[x×] ?(\d+) min", text)
    return int(found[1]) if found else 0


def parse_history(
    lines: list[str], minutes: int = 0
) -> tuple[tuple[Training, ...], tuple[Extra, ...]]:
    """Read the lines in their order; `minutes` is the length of a training that names none."""
    trainings: dict[datetime, list[Training]] = {}
    extras: list[Extra] = []
    for line in lines:
        found = _LINE.fullmatch(line.strip())
        if not found:
            raise BadHistory(line)
        day, what = date.fromisoformat(found["day"]), found["what"]
        if what.startswith("extra "):
            extras.append(_extra(day, what, line))
            continue
        clock = parse_time(found["clock"]) if found["clock"] else None
        if clock is None:
            raise BadHistory(line)
        _happened(trainings, datetime.combine(day, clock), what, line, minutes)
    flat = tuple(t for many in trainings.values() for t in many)
    return flat, tuple(extras)


def _extra(day: date, what: str, line: str) -> Extra:
    found = re.fullmatch(r"extra (\d+)(?: x (\d+) min)?(?: trainings?)?(?:, (.+))?", what)
    if not found:
        raise BadHistory(line)
    count = int(found[1])
    return Extra(day, count, count * int(found[2] or 0), found[3] or "")


def _happened(
    trainings: dict[datetime, list[Training]], starts: datetime, what: str, line: str, minutes: int
) -> None:
    known = trainings.setdefault(starts, [])
    if what.startswith("booked"):
        known.append(_booked(starts, what, line, minutes, len(known)))
        return
    if not known:
        known.append(Training(f"{starts:%Y-%m-%dT%H:%M}", starts, minutes))
    known[-1] = _outcome(known[-1], what, line)


def _booked(starts: datetime, what: str, line: str, minutes: int, before: int) -> Training:
    form = Form.INDIVIDUAL
    for part in what.removeprefix("booked").replace(",", " ").split():
        if part.isdigit():
            minutes = int(part)
        elif part in _FORMS:
            form = _FORMS[part]
        elif part != "min":
            raise BadHistory(line)
    again = f"#{before + 1}" if before else ""
    return Training(f"{starts:%Y-%m-%dT%H:%M}{again}", starts, minutes, form=form)


def _outcome(training: Training, what: str, line: str) -> Training:
    head, *rest = (part.strip() for part in what.split(","))
    excused = next((p.partition(":")[2].strip() or p for p in rest if p.startswith("excused")), "")
    if found := re.fullmatch(r"attended(?: (\d+) min late)?", head):
        return replace(training, state=State.ATTENDED, late_minutes=int(found[1] or 0))
    if found := re.fullmatch(r"attended, staff (\d+) min late", what):
        return replace(training, state=State.ATTENDED, staff_late_minutes=int(found[1]))
    if head == "stayed away":
        return replace(training, state=State.MISSED, excused=excused)
    if head == "staff stayed away":
        return replace(training, state=State.STAFF_MISSED)
    if head == "cancelled by centre":
        return replace(training, state=State.CENTRE_CANCELLED, note=", ".join(rest))
    if head == "cancelled by citizen":
        return _cancelled(training, rest, excused, line)
    raise BadHistory(line)


def _cancelled(training: Training, rest: list[str], excused: str, line: str) -> Training:
    why, told = Why.OTHER, None
    for part in rest:
        if part in _WHY:
            why = _WHY[part]
        elif part.startswith("told "):
            told = _moment(part.removeprefix("told "), training.starts.date(), line)
        elif not part.startswith("excused"):
            raise BadHistory(line)
    return replace(training, state=State.CANCELLED, why=why, told=told, excused=excused)


def _moment(text: str, day: date, line: str) -> datetime:
    try:
        first, _, clock = text.partition(" ")
        if clock:
            return datetime.combine(date.fromisoformat(first), parse_time(clock))
        if ":" in first:
            return datetime.combine(day, parse_time(first))
        return datetime.combine(date.fromisoformat(first), time())
    except ValueError as wrong:
        raise BadHistory(line) from wrong
