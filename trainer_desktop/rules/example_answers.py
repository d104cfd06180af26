"""What the program answers where a worked example asks: one function for each key of `expect`."""

import uuid
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from trainer_desktop.rules.absences import counted_absences, first_repeated
from trainer_desktop.rules.choice import choice, in_time
from trainer_desktop.rules.complaint import Post, complaint_dates
from trainer_desktop.rules.course import State
from trainer_desktop.rules.deadlines import deadlines, national_choice, owed_times
from trainer_desktop.rules.eligibility import Applicant, Finding, check_eligibility
from trainer_desktop.rules.entries import Entry
from trainer_desktop.rules.example_case import BadExample, Case
from trainer_desktop.rules.extra import Giver, extra_trainings, may_end_early
from trainer_desktop.rules.gp_status import Answered, Consent, Standing, standing
from trainer_desktop.rules.identifiers import BadNumber, parse_personal_number
from trainer_desktop.rules.lateness import citizen_late, staff_late
from trainer_desktop.rules.reevaluation import (
    Reevaluation,
    longest_until,
    may_extend,
    open_ones,
    reevaluations,
)
from trainer_desktop.rules.transport import Journey, paid_on, reimbursement, ride_lapses, ride_time

T = TypeVar("T")
CLINIC = uuid.UUID(int=1)  # the one of an example


def _given(facts: T | None, table: str) -> T:
    """The facts of a table that an answer needs; raises BadExample when the example has none."""
    if facts is None:
        raise BadExample(f"{table} mangler")
    return facts


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
        if training.state in (State.MISSED, State.CANCELLED, State.TURNED_AWAY):
            rule = first_repeated(edition)
            counts.append(len(counted_absences(training, trainings[:place], rule, case.book)))
    return counts[-1], []


def _reevaluations(case: Case, expected: Any) -> Answer:
    every = reevaluations(case.course, case.ledger, case.book, case.today)
    found = open_ones(every, case.course)
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
        "opened_by": item.opened_by,
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
    given = _given(case.example.applicant, "applicant")
    return Applicant(
        given.asked,
        given.age,
        frozenset(given.running),
        given.same_condition,
        given.last_course_ended,
        tuple(given.answers),
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
    given = _given(case.example.discharge, "discharge")
    events = {"discharge": given.on, **case.course.events}
    offer = choice(case.book, events, given.area, frozenset(given.situations), given.switched)
    every: dict[str, object] = {
        "offered": offer.offered if offer.offered is not None else "silent",
        "by": offer.by,
        "default": offer.default,
        "may_switch": offer.may_switch,
        "waits_for": offer.waits_for,
        "switches_left": offer.switches_left,
        "in_time": in_time(offer.by, events.get("choice_made"), case.today).value,
    }
    return _asked_for(every, expected, "choice"), _rules([offer])


def _asked_for(every: dict[str, object], expected: Any, table: str) -> dict[str, object]:
    """The answers that the example waits for; raises BadExample for a key that there is none of."""
    if not isinstance(expected, dict) or not expected:
        raise BadExample(f"expect.{table}: skriv {{ {', '.join(every)} }}, det du vil vente")
    odd = sorted(set(expected) - set(every))
    if odd:
        raise BadExample(
            f"expect.{table}: «{odd[0]}» kendes ikke; der kan ventes {', '.join(every)}"
        )
    return {k: every[k] for k in expected}


def _national(case: Case, _expected: Any) -> Answer:
    late = national_choice(case.course, case.book, case.today)
    return late is not None, _rules([late] if late else [])


def _reimbursed(case: Case, _expected: Any) -> Answer:
    given = _given(case.example.journey, "journey")
    public = given.can_use_public if given.can_use_public is not None else True
    cost, km = Decimal(str(given.cost)), Decimal(str(given.km))
    found = reimbursement(case.book, Journey(given.on, given.pensioner, cost, km, public))
    return found.answer.value, _rules([found])


def _paid_on(case: Case, _expected: Any) -> Answer:
    given = _given(case.example.journey, "journey")
    return paid_on(case.book, given.on, case.course.ended), []


def _lapses(case: Case, _expected: Any) -> Answer:
    given = _given(case.example.journey, "journey")
    answer = ride_lapses(
        case.book,
        given.on,
        alone=given.can_transport_self,
        by_public=bool(given.can_use_public),
    )
    return answer.value, []


def _complaint(case: Case, expected: Any) -> Answer:
    given = _given(case.example.decision, "decision")
    events = case.course.events
    dates = complaint_dates(
        case.book, given.sent, Post(given.by), events.get("decision_received"), given.subject
    )
    came = events.get("complaint_received")
    every: dict[str, object] = {
        "received": dates.received,
        "by": dates.by,
        "in_time": in_time(dates.by, came, case.today).value,
    }
    return _asked_for(every, expected, "complaint"), _rules([dates])


def _late(case: Case, expected: Any) -> Answer:
    edition = case.book.on(case.today)
    given = case.example.late
    every: dict[str, object] = {}
    if given.citizen is not None:
        every["citizen"] = citizen_late(edition, given.citizen).value
    if given.staff is not None:
        every["staff"] = staff_late(edition, given.staff).value
    return _asked_for(every, expected, "late"), []


def _ride(case: Case, _expected: Any) -> Answer:
    minutes = _given(case.example.ride_minutes, "ride_minutes")
    return ride_time(case.book, case.today, minutes).value, []


def _extra(case: Case, _expected: Any) -> Answer:
    given = case.example.extra
    verdict = extra_trainings(
        case.book,
        given.on or case.today,
        giver=Giver(given.by),
        potential=case.example.potential,
        goal_met=case.example.goal_met,
        trainings=given.trainings,
        minutes=given.minutes,
        before=case.course.extras,
    )
    return verdict.answer.value, _rules([verdict])


def _extension(case: Case, _expected: Any) -> Answer:
    return may_extend(case.course, case.book).value, []


def _owed(case: Case, _expected: Any) -> Answer:
    found = owed_times(case.course, case.book, case.today)
    return [d.due for d in found], _rules(found)


def _owed_standing(case: Case, _expected: Any) -> Answer:
    found = owed_times(case.course, case.book, case.today)
    return [d.standing.value for d in found], _rules(found)


def _may_end(case: Case, _expected: Any) -> Answer:
    ref = may_end_early(case.book, case.today)
    return ref is not None, [f"{ref.key} ({ref.place}): {ref.text}"] if ref else []


def _gp_status(case: Case, _expected: Any) -> Answer:
    answer = case.example.closing.consent
    answers = [Answered(Consent(answer), CLINIC)] if answer else []
    holds = standing(answers, CLINIC) is Standing.HOLDS
    return "produced" if holds else "not_produced", []


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
    return _asked_for(every, expected, "identifier"), []


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
    "extension": _extension,
    "free": _sum("free"),
    "free_minutes": _sum("free_minutes"),
    "used_up": _sum("used_up"),
    "owed": _owed,
    "owed_standing": _owed_standing,
    "paid_on": _paid_on,
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
