"""When a course must be looked at again, who is asked, by when, and on what evidence. Nothing ends by itself."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from trainer_desktop.rules.course import Course, State, Training
from trainer_desktop.rules.ledger import (
    Ledger,
    counted_absences,
    is_no_show,
    no_show_rule,
    repeated_threshold,
)
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import Periodic


class Trigger(Enum):
    """What opens a re-evaluation."""

    NO_SHOW = "no_show"
    REPEATED = "repeated"
    PERIODIC = "periodic"
    LONGEST = "longest"
    PACKAGE_USED = "package_used"


class Effect(Enum):
    """What the rule has in mind; a person decides."""

    REEVALUATE = "reevaluate"
    PROPOSE_END = "propose_end"
    NOTE = "note"
    CALL = "call"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Reevaluation:
    """One re-evaluation that the rules ask for.

    `since` is the day it arose; an outcome decided on or after it answers it. `by`
    is the last day, None where neither standard nor centre sets one. `number` is
    which absence it was. `evidence` lists the trainings it rests on.
    """

    why: Trigger
    since: date
    by: date | None
    effect: Effect
    rule: RuleRef
    number: int = 0
    evidence: tuple[Training, ...] = ()
    asks: str = "responsible"


def reevaluations(
    course: Course, account: Ledger, book: Rulebook, today: date
) -> list[Reevaluation]:
    """Every re-evaluation that has arisen up to `today`, or whose date is the next to come."""
    trainings = sorted(course.trainings, key=lambda t: (t.starts, t.key))
    found = _absences(trainings, course, book)
    found += _periodic(course, book, today)
    found += _longest(course, book)
    found += _package_used(course, account, book)
    return sorted(found, key=lambda r: (r.by or r.since, r.since, r.why.value))


def _own_limit(since: date, book: Rulebook) -> date | None:
    own = book.settings.reevaluate_within
    return Span.parse(own).after(since, book.work) if own else None


def _absences(trainings: list[Training], course: Course, book: Rulebook) -> list[Reevaluation]:
    found: list[Reevaluation] = []
    no_shows: list[Training] = []
    for place, training in enumerate(trainings):
        if training.state not in (State.MISSED, State.CANCELLED) or training.excused:
            continue
        edition = book.on(training.starts.date())
        if edition is None:
            continue
        day = training.starts.date()
        rule = no_show_rule(book, edition)
        if is_no_show(training, book):
            no_shows.append(training)
            first = rule.reevaluate_from if rule else "unset"
            if rule and isinstance(first, int) and len(no_shows) >= first:
                found.append(
                    Reevaluation(
                        Trigger.NO_SHOW,
                        day,
                        _own_limit(day, book),
                        Effect.REEVALUATE,
                        book.ref(edition, rule),
                        len(no_shows),
                        tuple(no_shows),
                    )
                )
        repeated = edition.absence.repeated
        threshold = repeated_threshold(book, edition)
        counted = counted_absences(training, trainings[:place], edition, book)
        if repeated is None or threshold is None or training not in counted:
            continue
        needs = repeated.also_requires_declined and book.settings.repeated_needs_declined
        if len(counted) >= threshold and (course.declined or not needs):
            found.append(
                Reevaluation(
                    Trigger.REPEATED,
                    day,
                    _own_limit(day, book),
                    Effect(repeated.effect),
                    book.ref(edition, repeated),
                    len(counted),
                    tuple(counted),
                )
            )
    return found


def _periodic(course: Course, book: Rulebook, today: date) -> list[Reevaluation]:
    start = course.started
    edition = book.on(start) if start else None
    if edition is None:
        return []
    found: list[Reevaluation] = []
    for rule in edition.reevaluation:
        origin = course.events.get(rule.from_)
        if origin and book.applies(rule):
            ref = book.ref(edition, rule)
            found += _periods(rule, origin, ref, course.ended, book, today)
    return found


def _periods(
    rule: Periodic,
    origin: date,
    ref: RuleRef,
    ended: date | None,
    book: Rulebook,
    today: date,
) -> list[Reevaluation]:
    """One for each period begun by today; a course that ended before a period did has none for it."""
    span = Span.parse(rule.at_latest)
    found: list[Reevaluation] = []
    since = origin
    while since <= today and (rule.repeats or not found):
        number = len(found) + 1
        by = Span(span.count * number, span.unit).after(origin, book.work)
        if ended and by > ended:
            break
        found.append(Reevaluation(Trigger.PERIODIC, since, by, Effect.REEVALUATE, ref, number))
        since = by
    return found


def _longest(course: Course, book: Rulebook) -> list[Reevaluation]:
    start = course.started
    edition = book.on(start) if start else None
    rule = edition.duration.longest if edition else None
    if start is None or edition is None or rule is None or not book.applies(rule):
        return []
    by = Span.parse(rule.at_most).after(start, book.work)
    if course.ended and course.ended < by:
        return []
    kind = Trigger.PERIODIC if book.settings.three_months == "reevaluate" else Trigger.LONGEST
    return [Reevaluation(kind, start, by, Effect.REEVALUATE, book.ref(edition, rule))]


def longest_until(course: Course, book: Rulebook) -> date | None:
    """The last day of the longest duration, where the standard sets one."""
    running = {event: day for event, day in course.events.items() if event != "course_end"}
    found = _longest(replace(course, events=running), book)
    return found[0].by if found else None


def _package_used(course: Course, account: Ledger, book: Rulebook) -> list[Reevaluation]:
    left = account.left_minutes if account.left is None else account.left
    used_up = left is not None and left <= 0 and account.used > 0
    if not used_up or course.goal_met:
        return []
    last = max((e.starts for e in account.entries if e.cost and e.starts), default=None)
    edition = book.on(last.date()) if last else None
    if last is None or edition is None:
        return []
    rule = edition.package.extra or (
        edition.package.frame if book.settings.package_used_asks else None
    )
    if rule is None or not book.applies(rule):
        return []
    day = last.date()
    return [
        Reevaluation(
            Trigger.PACKAGE_USED,
            day,
            _own_limit(day, book),
            Effect.REEVALUATE,
            book.ref(edition, rule),
            account.used,
        )
    ]
