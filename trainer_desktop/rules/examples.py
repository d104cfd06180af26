"""Runs the worked examples at the end of a standard's file: what was expected, what the rules say, and by which rule."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from trainer_desktop.rules.choice import choice
from trainer_desktop.rules.complaint import Post, complaint_dates
from trainer_desktop.rules.course import Course, Grant, State
from trainer_desktop.rules.deadlines import deadlines, national_choice
from trainer_desktop.rules.eligibility import Applicant, Finding, check_eligibility
from trainer_desktop.rules.extra import extra_trainings, may_end_early
from trainer_desktop.rules.gp_status import Consent, status_may_be_sent
from trainer_desktop.rules.history import package_minutes, parse_history, parse_package
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number
from trainer_desktop.rules.lateness import citizen_late, staff_late
from trainer_desktop.rules.ledger import Entry, Ledger, counted_absences, ledger
from trainer_desktop.rules.local_settings import read_settings
from trainer_desktop.rules.reevaluation import Reevaluation, longest_until, reevaluations
from trainer_desktop.rules.rulebook import Rulebook, work_calendar
from trainer_desktop.rules.standard import Example, Standard
from trainer_desktop.rules.transport import Journey, reimbursement, ride_lapses, ride_time


class BadExample(ValueError):
    """An example asks for something that it gives no facts for, or has a key or value that cannot be read."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One expectation that did not hold."""

    key: str
    expected: object
    got: object
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """An example made ready: the rulebook, the course and the day it is seen from."""

    example: Example
    book: Rulebook
    course: Course
    today: date

    @property
    def ledger(self) -> Ledger:
        """The course's ledger."""
        return ledger(self.course, self.book)


def run_example(example: Example, editions: tuple[Standard, ...]) -> list[Failure]:
    """What does not hold; empty when all does. Raises BadExample or ValueError for what cannot be read."""
    case = prepare(example, editions)
    failures = []
    for key, expected in example.expect.items():
        if key not in ANSWERS:
            raise BadExample(f"expect.{key}")
        try:
            got, rules = ANSWERS[key](case, expected)
        except KeyError as missing:
            raise BadExample(f"expect.{key}: {missing.args[0]}") from missing
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
    book = Rulebook(editions, basis, settings, work_calendar(newest, settings))
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
    )
    days = [*events.values(), *(t.starts.date() for t in trainings)]
    today = example.today or max(days, default=newest.standard.valid_from or date(2026, 1, 1))
    return Case(example, book, course, today)


FACTS = {  # the keys that each table of facts may have
    "applicant": {"asked", "age", "running", "same_condition", "last_course_ended", "answers"},
    "discharge": {"on", "area", "situations"},
    "journey": {"on", "pensioner", "cost", "km", "can_use_public", "can_transport_self"},
    "decision": {"sent", "by"},
    "late": {"citizen", "staff"},
    "extra": {"by", "trainings", "on"},
    "closing": {"consent"},
}


def _refuse_slips(example: Example, standard: Standard) -> None:
    """Raise BadExample for what would make an example hold by accident."""
    if not example.expect:
        raise BadExample("expect: er tom")
    if example.basis and example.basis not in standard.standard.bases:
        raise BadExample(f"basis: {example.basis} er ikke blandt standardens bases")
    for table, keys in FACTS.items():
        odd = set(getattr(example, table)) - keys
        if odd:
            raise BadExample(
                f"{table}: {sorted(odd)[0]} kendes ikke; der kan stå {', '.join(sorted(keys))}"
            )


def _known_ids(case: Case, table: str, expected: Any) -> None:
    """Refuse a misspelt id; expecting that the standard is silent about one is fair."""
    if not isinstance(expected, dict):
        raise BadExample(f"{table}: et svar for hvert id ventes, ikke «{expected}»")
    asked = {k for k, v in expected.items() if v not in SILENT}
    known = {getattr(r, "id", "") for e in case.book.editions for r in getattr(e, table)}
    odd = sorted(asked - known - OWN_CHECKS)
    if odd:
        raise BadExample(f"{table}: «{odd[0]}» er ikke et id i filen")


SILENT = ("silent", "none")
OWN_CHECKS = {"elder_law", "own_parallel_SUL140", "own_parallel_SUL140a"}


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


Answer = tuple[object, list[str]]


def _rules(entries: list[Any]) -> list[str]:
    refs = [e.rule for e in entries if getattr(e, "rule", None)]
    return list(dict.fromkeys(f"{r.key} ({r.place}): {r.text}" for r in refs))


def _sum(name: str) -> Callable[[Case, Any], Answer]:
    def answer(case: Case, _expected: Any) -> Answer:
        account = case.ledger
        return getattr(account, name), _rules(list(account.entries))

    return answer


def _absences(case: Case) -> list[Entry]:
    return [e for e in case.ledger.entries if e.new_time is not None]


def _notice(case: Case, _expected: Any) -> Answer:
    told = [e for e in case.ledger.entries if e.verdict]
    verdicts = [e.verdict for e in told if e.verdict]
    return [v.timely.value for v in verdicts], _rules(verdicts)


def _replacement(case: Case, _expected: Any) -> Answer:
    entries = _absences(case)
    return [e.new_time.value for e in entries if e.new_time], _rules(entries)


def _costs(case: Case, _expected: Any) -> Answer:
    entries = [e for e in case.ledger.entries if e.key]
    return [e.cost for e in entries], _rules(entries)


def _why(case: Case, _expected: Any) -> Answer:
    entries = [e for e in case.ledger.entries if e.key]
    return [e.ground.value for e in entries], _rules(entries)


def _counted(case: Case, _expected: Any) -> Answer:
    trainings = sorted(case.course.trainings, key=lambda t: (t.starts, t.key))
    counts = [0]
    for place, training in enumerate(trainings):
        edition = case.book.on(training.starts.date())
        if training.state in (State.MISSED, State.CANCELLED):
            counts.append(len(counted_absences(training, trainings[:place], edition, case.book)))
    return counts[-1], []


def _reevaluations(case: Case, expected: Any) -> Answer:
    found = reevaluations(case.course, case.ledger, case.book, case.today)
    asked = [set(one) for one in expected] if isinstance(expected, list) else []
    return [
        _shown(r, asked[n] if n < len(asked) else {"why", "from"}) for n, r in enumerate(found)
    ], _rules(found)


def _shown(item: Reevaluation, keys: set[str]) -> dict[str, object]:
    every: dict[str, object] = {
        "why": item.why.value,
        "from": item.since,
        "by": item.by,
        "who": item.asks,
        "effect": item.effect.value,
        "number": item.number,
    }
    return {key: every[key] for key in every if key in keys}


def _due(case: Case, expected: Any) -> Answer:
    _known_ids(case, "deadline", expected)
    found = {d.id: d for d in deadlines(case.course, case.book, case.today)}
    return {k: found[k].due if k in found else None for k in expected}, _rules(list(found.values()))


def _standing(case: Case, expected: Any) -> Answer:
    _known_ids(case, "deadline", expected)
    found = {d.id: d for d in deadlines(case.course, case.book, case.today)}
    got = {k: found[k].standing.value if k in found else None for k in expected}
    return got, _rules(list(found.values()))


def _kind(case: Case, expected: Any) -> Answer:
    _known_ids(case, "deadline", expected)
    found = {d.id: d for d in deadlines(case.course, case.book, case.today)}
    return {k: found[k].kind if k in found else None for k in expected}, []


def _longest(case: Case, _expected: Any) -> Answer:
    return longest_until(case.course, case.book), []


def _applicant(case: Case) -> Applicant:
    given = case.example.applicant
    return Applicant(
        given["asked"],
        given.get("age"),
        frozenset(given.get("running", [])),
        given.get("same_condition"),
        given.get("last_course_ended"),
        tuple(given.get("answers", [])),
    )


def _eligibility(case: Case, expected: Any) -> Answer:
    found = {c.id: c for c in check_eligibility(_applicant(case), case.book)}
    _known_ids(case, "eligibility", expected)
    if expected == {}:
        return {
            k: c.finding.value for k, c in found.items() if c.finding is not Finding.FINE
        }, _rules(list(found.values()))
    got = {k: found[k].finding.value if k in found else "silent" for k in expected}
    return got, _rules(list(found.values()))


def _grant_from(case: Case, _expected: Any) -> Answer:
    checks = check_eligibility(_applicant(case), case.book)
    days = [c.from_day for c in checks if c.from_day]
    return max(days, default=None), _rules(checks)


def _choice(case: Case, expected: Any) -> Answer:
    given = case.example.discharge
    edition = case.book.on(given["on"])
    rule = edition.choice if edition else None
    origin = case.course.events.get(rule.from_, given["on"]) if rule else given["on"]
    offer = choice(case.book, origin, given.get("area", ""), frozenset(given.get("situations", [])))
    every: dict[str, object] = {
        "offered": offer.offered if offer.offered is not None else "silent",
        "by": offer.by,
        "default": offer.default,
        "may_switch": offer.may_switch,
    }
    return {k: every[k] for k in expected}, _rules([offer])


def _national(case: Case, _expected: Any) -> Answer:
    return national_choice(case.course, case.book, case.today), []


def _reimbursed(case: Case, _expected: Any) -> Answer:
    given = case.example.journey
    found = reimbursement(
        case.book,
        Journey(
            given["on"],
            given["pensioner"],
            Decimal(str(given["cost"])),
            Decimal(str(given.get("km", 0))),
            given.get("can_use_public", True),
        ),
    )
    return found.answer.value, _rules([found])


def _lapses(case: Case, _expected: Any) -> Answer:
    given = case.example.journey
    answer = ride_lapses(
        case.book,
        given["on"],
        alone=given.get("can_transport_self", False),
        by_public=given.get("can_use_public", False),
    )
    return answer.value, []


def _complaint(case: Case, expected: Any) -> Answer:
    given = case.example.decision
    dates = complaint_dates(case.book, given["sent"], Post(given["by"]))
    every: dict[str, object] = {"received": dates.received, "by": dates.by}
    return {k: every[k] for k in expected}, _rules([dates])


def _late(case: Case, expected: Any) -> Answer:
    edition = case.book.on(case.today)
    got: dict[str, object] = {}
    for who in expected:
        judge = citizen_late if who == "citizen" else staff_late
        got[who] = judge(edition, case.example.late[who]).value
    return got, []


def _ride(case: Case, _expected: Any) -> Answer:
    minutes = case.example.ride_minutes
    if minutes is None:
        raise BadExample("ride_minutes")
    return ride_time(case.book, case.today, minutes).value, []


def _extra(case: Case, _expected: Any) -> Answer:
    given = case.example.extra
    verdict = extra_trainings(
        case.book,
        given.get("on", case.today),
        by_responsible=given.get("by", "responsible") == "responsible",
        potential=case.example.potential,
        goal_met=case.example.goal_met,
        trainings=given.get("trainings", 1),
        given_before=sum(e.trainings for e in case.course.extras),
    )
    return verdict.answer.value, _rules([verdict])


def _may_end(case: Case, _expected: Any) -> Answer:
    ref = may_end_early(case.book, case.today)
    return ref is not None, [f"{ref.key} ({ref.place}): {ref.text}"] if ref else []


def _gp_status(case: Case, _expected: Any) -> Answer:
    answer = case.example.closing.get("consent", "")
    answers = [(case.today, Consent(answer))] if answer else []
    return "produced" if status_may_be_sent(answers) else "not_produced", []


def _identifier(case: Case, expected: Any) -> Answer:
    try:
        number = parse_personal_number(case.example.identifier)
    except BadNumber:
        return {"kind": "refused"}, []
    every: dict[str, object] = {
        "kind": number.kind.value,
        "born": number.born,
        "sex": number.sex.value,
        "modulus_11": number.modulus_11,
    }
    return {k: every[k] for k in expected}, []


def _hverdage(case: Case, expected: Any) -> Answer:
    """Which of the days are hverdage, for the centre's own calendar."""
    return {k: case.book.work.is_hverdag(date.fromisoformat(k)) for k in expected}, []


def _limit(case: Case, _expected: Any) -> Answer:
    verdicts = [e.verdict for e in case.ledger.entries if e.verdict]
    return [v.limit.isoformat(" ", "minutes") if v.limit else None for v in verdicts], _rules(
        verdicts
    )


def _version(case: Case, expected: Any) -> Answer:
    """The version in force on each day named."""
    found = {day: case.book.on(date.fromisoformat(day)) for day in expected}
    return {d: e.standard.version if e else None for d, e in found.items()}, []


ANSWERS: dict[str, Callable[[Case, Any], Answer]] = {
    "granted": _sum("granted"),
    "used": _sum("used"),
    "left": _sum("left"),
    "booked": _sum("booked"),
    "restored": _sum("restored"),
    "used_minutes": _sum("used_minutes"),
    "left_minutes": _sum("left_minutes"),
    "notice": _notice,
    "told_at_latest": _limit,
    "replacement": _replacement,
    "costs": _costs,
    "because": _why,
    "counted": _counted,
    "reevaluations": _reevaluations,
    "due": _due,
    "standing": _standing,
    "kind": _kind,
    "longest_until": _longest,
    "eligibility": _eligibility,
    "grant_from": _grant_from,
    "choice": _choice,
    "national_choice": _national,
    "reimbursed": _reimbursed,
    "ride_lapses": _lapses,
    "complaint": _complaint,
    "late": _late,
    "ride": _ride,
    "extra": _extra,
    "may_end_early": _may_end,
    "gp_status": _gp_status,
    "identifier": _identifier,
    "hverdag": _hverdage,
    "version": _version,
}
