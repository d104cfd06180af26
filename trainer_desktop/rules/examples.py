"""Runs the worked examples at the end of a standard's file: what was expected, what the rules say, and by which rule."""

import re
from dataclasses import dataclass
from datetime import date

from trainer_desktop.rules.course import Answer as Given
from trainer_desktop.rules.course import Course, Grant
from trainer_desktop.rules.example_answers import ANSWERS
from trainer_desktop.rules.example_case import BadExample, Case
from trainer_desktop.rules.history import package_minutes, parse_history, parse_package
from trainer_desktop.rules.local_settings import read_settings
from trainer_desktop.rules.rulebook import Rulebook, work_days
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_facts import Example


@dataclass(frozen=True, slots=True)
class Failure:
    """One expectation that did not hold."""

    key: str
    expected: object
    got: object
    rules: tuple[str, ...] = ()


def run_example(example: Example, editions: tuple[Standard, ...]) -> list[Failure]:
    """What does not hold; empty when all does. Raises BadExample or ValueError for what cannot be read."""
    case = prepare(example, editions)
    failures = []
    for key, expected in example.expect.items():
        if key not in ANSWERS:
            raise BadExample(f"expect.{key}")
        if isinstance(expected, bool) is not (key in YES_OR_NO):
            raise BadExample(f"expect.{key}: passer ikke til det, der ventes")
        got, rules = ANSWERS[key](case, expected)
        if _plain(got) != _plain(expected):
            failures.append(Failure(key, _plain(expected), _plain(got), tuple(rules)))
    return failures


def prepare(example: Example, editions: tuple[Standard, ...]) -> Case:
    """Read an example's facts."""
    first = editions[0]
    settings = read_settings(example.settings)
    _refuse_slips(example, first)
    basis = example.basis or first.standard.bases[0]
    newest = max(editions, key=lambda e: e.standard.valid_from or date.min)
    book = Rulebook(editions, basis, settings, work_days(editions, settings))
    minutes = package_minutes(example.package)
    trainings, extras = parse_history(example.history, minutes)
    events: dict[str, date] = {str(k): day for k, day in example.events.items()}
    if example.started:
        events["course_start"] = example.started
    grant: Grant | None = parse_package(example.package) if example.package else None
    course = Course(
        grant,
        trainings,
        extras,
        events,
        example.supplier,
        example.goal_met,
        example.potential,
        example.declined,
        tuple(_answered(line) for line in example.answers),
        tuple(example.extended),
    )
    days = [*events.values(), *(t.starts.date() for t in trainings)]
    today = example.today or max(days, default=newest.standard.valid_from or date(2026, 1, 1))
    return Case(example, book, course, today)


YES_OR_NO = {"national_choice", "may_end_early", "used_up"}


def _refuse_slips(example: Example, standard: Standard) -> None:
    """Raise BadExample for what would make an example hold by accident."""
    if example.basis and example.basis not in standard.standard.bases:
        raise BadExample(f"basis: {example.basis} er ikke blandt standardens bases")


def _plain(value: object) -> object:
    if value is None:
        return "none"  # TOML has no word for nothing
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


_ANSWER = re.compile(r"(\d{4}-\d\d-\d\d) (\S+)")


def _answered(line: str) -> Given:
    """Read «2026-05-20 three_months:1»: the day, and what had opened it; raises BadExample."""
    found = _ANSWER.fullmatch(line.strip())
    if not found:
        raise BadExample(f"answers: «{line}» kan ikke læses; skriv «2026-05-20 three_months:1»")
    return Given(date.fromisoformat(found[1]), found[2])
