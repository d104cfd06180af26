"""Checks before a grant: they warn or ask, and never decide. Rows 4-9 of the standards."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import Check, Standard


class Finding(Enum):
    """What a check has to say."""

    FINE = "fine"
    REFUSAL_MAY_BE_PROPOSED = "refusal_may_be_proposed"
    WARNING = "warning"
    WEIGH = "weigh"
    ASK = "ask"  # a person must answer; the program cannot know


@dataclass(frozen=True, slots=True)
class Applicant:
    """What is known of a person who asks for training."""

    asked: date
    age: int | None = None
    running: frozenset[str] = frozenset()
    same_condition: bool | None = None
    last_course_ended: date | None = None
    answers: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check's finding; `from_day` is the first day on which it would be fine, `met` the courses it speaks of."""

    id: str
    finding: Finding
    from_day: date | None = None
    rule: RuleRef | None = None
    met: tuple[str, ...] = ()
    asks_always: bool = False  # a person's impression, which no fact settles


_EFFECT = {
    "refuse": Finding.REFUSAL_MAY_BE_PROPOSED,
    "warn": Finding.WARNING,
    "weigh": Finding.WEIGH,
}


def check_eligibility(applicant: Applicant, book: Rulebook) -> list[CheckResult]:
    """Run the standard's checks; what it is silent on is not checked, unless the centre wants a warning."""
    edition = book.on(applicant.asked)
    if edition is None:
        return []
    found = [_check(c, applicant, book, edition) for c in edition.eligibility]
    found += _centre_wants(applicant, book, edition)
    return found


def _check(check: Check, applicant: Applicant, book: Rulebook, edition: Standard) -> CheckResult:
    ref = book.ref(edition, check)
    finding, from_day = Finding.FINE, None
    match check.check:
        case "parallel" | "other_offer":
            finding = _parallel(check, applicant)
        case "age":
            if applicant.age is None:
                finding = Finding.ASK
            elif check.minimum is not None and applicant.age < check.minimum:
                finding = _EFFECT[check.effect]
        case "waiting_period":
            if applicant.last_course_ended and check.within:
                from_day = Span.parse(check.within).after(applicant.last_course_ended, book.work)
                finding = Finding.FINE if applicant.asked >= from_day else _EFFECT[check.effect]
        case "checklist":
            finding = _checklist(check, applicant, book)
        case "motivation":
            finding = Finding.ASK
    parallel = check.check in ("parallel", "other_offer")
    met = tuple(sorted(applicant.running & set(check.with_))) if parallel else ()
    return CheckResult(check.id, finding, from_day, ref, met, check.check == "motivation")


def _parallel(check: Check, applicant: Applicant) -> Finding:
    if not applicant.running & set(check.with_):
        return Finding.FINE
    if not check.only_same or applicant.same_condition:
        return _EFFECT[check.effect]
    return Finding.ASK if applicant.same_condition is None else Finding.FINE


def _checklist(check: Check, applicant: Applicant, book: Rulebook) -> Finding:
    how = check.all_or_any if check.all_or_any != "unset" else book.settings.checklist
    if how == "person" or len(applicant.answers) < len(check.points):
        return Finding.ASK
    met = all(applicant.answers) if how == "all" else any(applicant.answers)
    return Finding.FINE if met else _EFFECT[check.effect]


def _centre_wants(applicant: Applicant, book: Rulebook, edition: Standard) -> list[CheckResult]:
    named = {b for c in edition.eligibility if c.check == "parallel" for b in c.with_}
    found = []
    for basis, wish in (
        ("SUL140", book.settings.parallel_140),
        ("SUL140a", book.settings.parallel_140a),
    ):
        if wish == "warn" and basis not in named:
            finding = Finding.WARNING if basis in applicant.running else Finding.FINE
            found.append(CheckResult(f"own_parallel_{basis}", finding, met=(basis,)))
    limit = book.settings.ask_elder_law_from_age
    if book.basis in ("SEL86.1", "SEL86.2") and limit and (applicant.age or 0) >= limit:
        found.append(CheckResult("elder_law", Finding.ASK))
    return found
