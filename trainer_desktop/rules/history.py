"""The history lines of a worked example, read into a course. `docs/standards.md` teaches them.

`2026-03-03 10:00 booked [45 min] [team]`, `… attended [12 min late]`, `… stayed away [, excused: reason]`,
`… cancelled by citizen, illness, told 2026-03-03 09:00 [, excused: reason]`, `… cancelled by centre[, reason]`,
`… staff stayed away`, `… turned away 20 min late`, `2026-03-20 extra 3 trainings[, reason]`.
"""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from trainer_desktop.rules.course import Extra, Form, Grant, State, Training, Why
from trainer_desktop.rules.notice import parse_time


class BadHistory(ValueError):
    """A line that cannot be read; the text is the line."""


class BadPackage(ValueError):
    """A package that cannot be read."""


FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_MINUTES = 1440
LATEST_TOLD = timedelta(days=60)
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
    if found := re.fullmatch(r"([1-9][0-9]{0,3}) ?[x×] ?([1-9][0-9]{0,3}) min", text):
        count, minutes = int(found[1]), int(found[2])
        return Grant(count, count * minutes)
    if found := re.fullmatch(r"([1-9][0-9]{0,3}) trainings?", text):
        return Grant(int(found[1]))
    if found := re.fullmatch(r"([1-9][0-9]{0,5}) min", text):
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
        try:
            day, what = date.fromisoformat(found["day"]), found["what"]
        except ValueError as wrong:
            raise BadHistory(line) from wrong
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise BadHistory(line)
        if what.startswith("extra "):
            if found["clock"]:
                raise BadHistory(line)
            extras.append(_extra(day, what, line))
            continue
        try:
            clock = parse_time(found["clock"] or "")
        except ValueError as wrong:
            raise BadHistory(line) from wrong
        _happened(trainings, datetime.combine(day, clock), what, line, minutes)
    flat = tuple(t for many in trainings.values() for t in many)
    return flat, tuple(extras)


def _extra(day: date, what: str, line: str) -> Extra:
    found = re.fullmatch(r"extra (\d+)(?: x (\d+) min)?(?: trainings?)?(?:, (.+))?", what)
    if not found:
        raise BadHistory(line)
    count = int(found[1])
    if count < 1:
        raise BadHistory(line)
    return Extra(day, count, count * int(found[2] or 0), found[3] or "")


def _happened(
    trainings: dict[datetime, list[Training]], starts: datetime, what: str, line: str, minutes: int
) -> None:
    known = trainings.setdefault(starts, [])
    if what.split()[0].rstrip(",") == "booked":
        known.append(_booked(starts, what, line, minutes, len(known)))
        return
    if not known:
        known.append(Training(f"{starts:%Y-%m-%dT%H:%M}", starts, minutes))
    before, after = known[-1], _outcome(known[-1], what, line)
    both = {before.state, after.state} <= {State.CANCELLED, State.CENTRE_CANCELLED}
    if before.state is not State.PLANNED and not (both and after.centre_failed):
        raise BadHistory(line)  # it went two ways
    if after.told and after.told > starts + LATEST_TOLD:
        raise BadHistory(line)
    known[-1] = after


def _booked(starts: datetime, what: str, line: str, minutes: int, before: int) -> Training:
    form, said = Form.INDIVIDUAL, list[str]()
    for part in what.removeprefix("booked").replace(",", " ").split():
        if part.isdecimal() and 0 < int(part) <= MOST_MINUTES:
            minutes = int(part)
            said.append("minutes")
        elif part in _FORMS:
            form = _FORMS[part]
            said.append("form")
        elif part != "min":
            raise BadHistory(line)
    if len(set(said)) != len(said):
        raise BadHistory(line)
    again = f"#{before + 1}" if before else ""
    return Training(f"{starts:%Y-%m-%dT%H:%M}{again}", starts, minutes, form=form)


def _outcome(training: Training, what: str, line: str) -> Training:
    head, *rest = (part.strip() for part in what.split(","))
    if found := re.fullmatch(r"attended, staff (\d+) min late", what):
        return replace(training, state=State.ATTENDED, staff_late_minutes=int(found[1]))
    takes_excuse = head == "stayed away" or head.startswith(("cancelled by", "turned away"))
    if rest and not takes_excuse:
        raise BadHistory(line)
    if head == "stayed away" and any(not p.startswith("excused") for p in rest):
        raise BadHistory(line)
    said = [p for p in rest if re.fullmatch(r"excused(:.*)?", p)]
    excused = next((p.partition(":")[2].strip() or p for p in said), "")
    minutes = re.search(r"(\d+) min late", what)
    if minutes and int(minutes[1]) > MOST_MINUTES:
        raise BadHistory(line)
    if found := re.fullmatch(r"attended(?: (\d+) min late)?", head):
        return replace(training, state=State.ATTENDED, late_minutes=int(found[1] or 0))
    if head == "stayed away":
        return replace(training, state=State.MISSED, excused=excused)
    if head == "staff stayed away":
        return replace(training, state=State.STAFF_MISSED)
    if head == "cancelled by centre":
        return _by_centre(training, rest, line)
    if found := re.fullmatch(r"turned away(?: (\d+) min late)?", head):
        late = int(found[1] or 0)
        return replace(training, state=State.TURNED_AWAY, late_minutes=late, excused=excused)
    if head == "cancelled by citizen":
        return _cancelled(training, rest, excused, line)
    raise BadHistory(line)


def _by_centre(training: Training, rest: list[str], line: str) -> Training:
    """The centre's half: what the citizen did stands beside it."""
    told = next((p.removeprefix("told ") for p in rest if p.startswith("told ")), "")
    at = _moment(told, training.starts.date(), line) if told else training.starts
    note = ", ".join(p for p in rest if not p.startswith("told "))
    state = training.state if training.state is State.CANCELLED else State.CENTRE_CANCELLED
    return replace(training, state=state, note=note, centre=at)


def _cancelled(training: Training, rest: list[str], excused: str, line: str) -> Training:
    why, told = Why.OTHER, None
    reasons = [part for part in rest if part in _WHY]
    if len(reasons) > 1:
        raise BadHistory(line)
    for part in rest:
        if part in _WHY:
            why = _WHY[part]
        elif part.startswith("told "):
            told = _moment(part.removeprefix("told "), training.starts.date(), line)
        elif not re.fullmatch(r"excused(:.*)?", part):
            raise BadHistory(line)
    return replace(training, state=State.CANCELLED, why=why, told=told, excused=excused)


def _moment(text: str, day: date, line: str) -> datetime:
    try:
        first, _, clock = text.partition(" ")
        if clock:
            return datetime.combine(date.fromisoformat(first), parse_time(clock))
        return datetime.combine(day, parse_time(first))  # a day alone says no hour
    except ValueError as wrong:
        raise BadHistory(line) from wrong
