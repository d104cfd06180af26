"""When a course must be looked at again, who is asked, by when, and on what evidence. Nothing ends by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from trainer_desktop.rules.absences import (
    counted_absences,
    is_no_show,
    no_show_rule,
    repeated_threshold,
)
from trainer_desktop.rules.course import Course, State, Training
from trainer_desktop.rules.entries import Ledger
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import Extension, Frame, Periodic, Standard
from trainer_desktop.rules.standard_absences import Asks, Repeated


class Trigger(Enum):
    """What opens a re-evaluation."""

    NO_SHOW = "no_show"
    REPEATED = "repeated"
    PERIODIC = "periodic"
    LONGEST = "longest"
    PACKAGE_USED = "package_used"
    SILENCE = "silence"


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

    `opened_by` names what opened it, so that an answer belongs to this one and no other; `since`
    is the day it arose. `by` is the last day, None where neither standard nor centre sets one.
    `number` is which absence or period it was. `evidence` lists the trainings it rests on.
    """

    why: Trigger
    since: date
    by: date | None
    effect: Effect
    rule: RuleRef
    number: int = 0
    evidence: tuple[Training, ...] = ()
    asks: str = "responsible"
    opened_by: str = ""


def reevaluations(
    course: Course, account: Ledger, book: Rulebook, today: date
) -> list[Reevaluation]:
    """Every re-evaluation that has arisen up to `today`, or whose date is the next to come, answered or not."""
    trainings = sorted(course.trainings, key=lambda t: (t.starts, t.key))
    found = [*_no_shows(trainings, book), *_repeated(trainings, course, book)]
    found += _silences(trainings, course, book, today)
    found += _periodic(course, book, today)
    found += _longest(course, book)
    found += _package_used(course, account, book)
    return sorted(found, key=lambda r: (r.by or r.since, r.since, r.why.value, r.opened_by))


def open_ones(found: list[Reevaluation], course: Course) -> list[Reevaluation]:
    """Those that nobody has answered.

    Of repeated absence the newest stands for all that it counts; it is as old as the first that nobody has answered,
    so that staying away once more gives nobody more time.
    """
    answered = {answer.opened_by for answer in course.answers}
    covered = {key for answer in course.answers for key in answer.covers}
    left = [
        r
        for r in found
        if not answered & {r.opened_by, f"{r.why.value}@{r.since}"} and not _is_covered(r, covered)
    ]
    repeated = sorted((r for r in left if r.why is Trigger.REPEATED), key=_age)
    newest = {r.rule.key: r.opened_by for r in repeated}
    first = {r.rule.key: r for r in reversed(repeated)}
    stands: list[Reevaluation] = []
    for one in left:
        if one.why is not Trigger.REPEATED:
            stands.append(one)
        elif newest[one.rule.key] == one.opened_by:
            oldest = first[one.rule.key]
            stands.append(replace(one, since=oldest.since, by=oldest.by))
    return stands


def _age(one: Reevaluation) -> tuple[date, int]:
    return one.since, one.number


def _is_covered(one: Reevaluation, covered: set[str]) -> bool:
    """Whether somebody has looked at all that it rests on: what was typed later is looked at anew."""
    keys = {f"{one.rule.key}/{t.key}" for t in one.evidence}
    return one.why is Trigger.REPEATED and keys <= covered


def covers(one: Reevaluation) -> list[str]:
    """What an answer to it has looked at: each training by the rule's key and its own."""
    return [f"{one.rule.key}/{t.key}" for t in one.evidence]


def _own_limit(rule: Asks | Frame, since: date, book: Rulebook) -> date | None:
    own = (rule.answer_within if isinstance(rule, Asks) else "") or book.settings.reevaluate_within
    return Span.parse(own).after(since, book.work) if own else None


def _asked(rule: Asks | Frame) -> str:
    return rule.answered_by if isinstance(rule, Asks) else "responsible"


def _no_shows(trainings: list[Training], book: Rulebook) -> Iterator[Reevaluation]:
    no_shows: list[Training] = []
    for place, training in enumerate(trainings):
        if not is_no_show(training, trainings[:place], book):
            continue
        no_shows.append(training)
        day = training.starts.date()
        edition = book.on(day)
        rule = no_show_rule(book, edition)
        first = rule.reevaluate_from if rule else "unset"
        if edition and rule and isinstance(first, int) and len(no_shows) >= first:
            yield Reevaluation(
                Trigger.NO_SHOW,
                day,
                _own_limit(rule, day, book),
                Effect.REEVALUATE,
                book.ref(edition, rule),
                len(no_shows),
                tuple(no_shows),
                _asked(rule),
                f"no_show:{training.key}",
            )


def _repeated(trainings: list[Training], course: Course, book: Rulebook) -> Iterator[Reevaluation]:
    for place, training in enumerate(trainings):
        edition = book.on(training.starts.date())
        for rule in edition.absence.repeated if edition else ():
            assert edition is not None
            one = _repetition(rule, training, trainings[:place], edition, course, book)
            if one:
                yield one


def _repetition(
    rule: Repeated,
    training: Training,
    before: list[Training],
    edition: Standard,
    course: Course,
    book: Rulebook,
) -> Reevaluation | None:
    threshold = repeated_threshold(book, rule)
    counted = counted_absences(training, before, rule, book)
    needs = rule.also_requires_declined and book.settings.repeated_needs_declined
    if threshold is None or training not in counted or len(counted) < threshold:
        return None
    if needs and not course.declined:
        return None
    day = training.starts.date()
    return Reevaluation(
        Trigger.REPEATED,
        day,
        _own_limit(rule, day, book),
        Effect(rule.effect),
        book.ref(edition, rule),
        len(counted),
        tuple(counted),
        _asked(rule),
        f"repeated{rule.id and '.'}{rule.id}:{training.key}",
    )


def _silences(
    trainings: list[Training], course: Course, book: Rulebook, today: date
) -> Iterator[Reevaluation]:
    """Nothing heard of the citizen for so long after a no-show, where the standard sets a length."""
    for place, training in enumerate(trainings):
        day = training.starts.date()
        edition = book.on(day)
        rule = no_show_rule(book, edition)
        if edition is None or rule is None or not rule.silence:
            continue
        if not is_no_show(training, trainings[:place], book):
            continue
        since = Span.parse(rule.silence).after(day, book.work)
        if since <= today and not _heard_from(course, training, since):
            yield Reevaluation(
                Trigger.SILENCE,
                since,
                _own_limit(rule, since, book),
                Effect(rule.silence_effect),
                book.ref(edition, rule),
                evidence=(training,),
                asks=_asked(rule),
                opened_by=f"silence:{training.key}",
            )


def _heard_from(course: Course, missed: Training, until: date) -> bool:
    """Whether the citizen came, called or was spoken to after a no-show, up to a day."""
    noted = course.events.get("heard_from")
    if noted and missed.starts.date() <= noted <= until:
        return True
    return any(
        (t.state is State.ATTENDED and missed.starts < t.starts and t.starts.date() <= until)
        or (t.told is not None and missed.starts < t.told and t.told.date() <= until)
        for t in course.trainings
    )


def _periodic(course: Course, book: Rulebook, today: date) -> list[Reevaluation]:
    found: list[Reevaluation] = []
    seen: set[str] = set()
    for edition in book.editions:
        for rule in edition.reevaluation:
            origin = course.events.get(rule.from_)
            if origin is None or rule.id in seen or book.on(origin) is not edition:
                continue
            seen.add(rule.id)
            ref = book.ref(edition, rule)
            step = _from_the_last if rule.counts_from == "last" else _from_the_start
            found += step(rule, origin, ref, course, book, today)
    return found


def _from_the_start(
    rule: Periodic, origin: date, ref: RuleRef, course: Course, book: Rulebook, today: date
) -> Iterator[Reevaluation]:
    """One for each period begun by today, in steps from the origin; each stands until it is answered.

    A period is begun on the day after the last one's end. A course that ended before one did has none for it.
    """
    span = Span.parse(rule.at_latest)
    since, number = origin, 1
    while (since < today or number == 1) and (rule.repeats or number == 1):
        by = Span(span.count * number, span.unit).after(origin, book.work)
        if course.ended and by > course.ended:
            return
        yield _period(rule, ref, since, by, number)
        since, number = by, number + 1


def _from_the_last(
    rule: Periodic, origin: date, ref: RuleRef, course: Course, book: Rulebook, _today: date
) -> Iterator[Reevaluation]:
    """One at a time: the next counts from the day on which the one before it was answered."""
    span = Span.parse(rule.at_latest)
    answered = {answer.opened_by: answer.day for answer in course.answers}
    since, number = origin, 1
    while True:
        by = span.after(since, book.work)
        if course.ended and by > course.ended:
            return
        one = _period(rule, ref, since, by, number)
        yield one
        day = answered.get(one.opened_by)
        if day is None or not rule.repeats:
            return
        since, number = day, number + 1


def _period(rule: Periodic, ref: RuleRef, since: date, by: date, number: int) -> Reevaluation:
    return Reevaluation(
        Trigger.PERIODIC,
        since,
        by,
        Effect.REEVALUATE,
        ref,
        number,
        asks=_asked(rule),
        opened_by=f"{rule.id}:{number}",
    )


def _longest(course: Course, book: Rulebook) -> list[Reevaluation]:
    start = course.started
    edition = book.on(start) if start else None
    rule = edition.duration.longest if edition else None
    if start is None or edition is None or rule is None:
        return []
    by = _with_extensions(Span.parse(rule.at_most), edition.duration.extension, start, course, book)
    if course.ended and course.ended < by:
        return []
    kind = Trigger.PERIODIC if book.settings.three_months == "reevaluate" else Trigger.LONGEST
    return [
        Reevaluation(
            kind,
            start,
            by,
            Effect.REEVALUATE,
            book.ref(edition, rule),
            asks=_asked(rule),
            opened_by=f"longest:{by.isoformat()}",
        )
    ]


def _with_extensions(
    longest: Span, extension: Extension | None, start: date, course: Course, book: Rulebook
) -> date:
    """The last day, with the extensions that were given; lengths in one unit are added before they are counted."""
    given = len(course.extended)
    usual = longest.after(start, book.work)
    if extension and not extension.length and course.extended_to:
        return max(usual, course.extended_to)
    if extension is None or not extension.length or not given:
        return longest.after(start, book.work)
    each = Span.parse(extension.length)
    times = given if extension.times is None else min(given, extension.times)
    if each.unit is longest.unit:
        whole = Span(longest.count + each.count * times, longest.unit)
        return whole.after(start, book.work)
    day = longest.after(start, book.work)
    for _time in range(times):
        day = each.after(day, book.work)
    return day


class Extending(Enum):
    """Whether the longest duration may be exceeded once more."""

    YES = "yes"
    USED = "used"
    SILENT = "silent"


def may_extend(course: Course, book: Rulebook) -> Extending:
    """Whether a person may extend the course (again), by the edition in force when it began."""
    edition = book.on(course.started) if course.started else None
    rule = edition.duration.extension if edition else None
    if rule is None:
        return Extending.SILENT
    used = rule.times is not None and len(course.extended) >= rule.times
    return Extending.USED if used else Extending.YES


def longest_until(course: Course, book: Rulebook) -> date | None:
    """The last day of the longest duration, where the standard sets one."""
    running = {event: day for event, day in course.events.items() if event != "course_end"}
    found = _longest(replace(course, events=running), book)
    return found[0].by if found else None


def _package_used(course: Course, account: Ledger, book: Rulebook) -> list[Reevaluation]:
    if not account.used_up or course.goal_met or account.used <= 0:
        return []
    last = max(
        (e for e in account.entries if e.cost and e.starts),
        key=lambda e: (e.starts, e.key),
        default=None,
    )
    edition = book.on(last.day) if last else None
    if last is None or edition is None:
        return []
    rule = edition.package.extra or (
        edition.package.frame if book.settings.package_used_asks else None
    )
    if rule is None:
        return []
    return [
        Reevaluation(
            Trigger.PACKAGE_USED,
            last.day,
            _own_limit(rule, last.day, book),
            Effect.REEVALUATE,
            book.ref(edition, rule),
            account.used,
            asks=_asked(rule),
            opened_by=f"package_used:{last.key}",
        )
    ]
