"""The allowance ledger: every training is an entry with its day, cost and reason; used and left follow from it.

A cancellation by the centre never costs the citizen a training (rows 41-43 and 46-47).
"""

from collections.abc import Callable
from datetime import date, datetime

from trainer_desktop.rules.absences import (
    citizen_was_first,
    first_repeated,
    is_no_show,
    is_own_cancellation,
    is_repeated,
    late_counts_as,
    no_show_rule,
    verdict_of,
)
from trainer_desktop.rules.course import Course, State, Training
from trainer_desktop.rules.entries import Entry, EntryKind, Ground, Ledger, NewTime
from trainer_desktop.rules.notice import NoticeVerdict, Timely
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_absences import OwedTime
from trainer_desktop.rules.standard_base import Rule


def ledger(course: Course, book: Rulebook) -> Ledger:
    """Work the ledger out from what happened; the order in which events are handed over does not matter."""
    trainings = sorted(course.trainings, key=lambda t: (t.starts, t.key))
    lines = [_judge(t, trainings[:n], book) for n, t in enumerate(trainings)]
    for extra in course.extras:
        lines.append(
            Entry(
                extra.day,
                EntryKind.EXTRA,
                Ground.GRANT,
                gives=extra.trainings,
                gives_minutes=extra.minutes,
                note=extra.reason,
            )
        )
    grant = course.grant
    if grant and (grant.trainings is not None or grant.minutes is not None):
        first = grant.day or (trainings[0].starts.date() if trainings else date.min)
        lines.append(
            Entry(
                first,
                EntryKind.GRANTED,
                Ground.GRANT,
                gives=grant.trainings or 0,
                gives_minutes=grant.minutes or 0,
            )
        )
    lines.sort(key=_order)
    edition = book.on(grant.day or course.started or first_day(trainings)) if grant else None
    frame = edition.package.frame if edition else None
    return Ledger(
        tuple(lines),
        grant.trainings if grant else None,
        grant.minutes if grant else None,
        frame.limit if frame else "",
        course.held,
    )


def first_day(trainings: list[Training]) -> date:
    """The day of the first training; today's rules hold for a course without any."""
    return trainings[0].starts.date() if trainings else date.max


def _order(entry: Entry) -> tuple[int, datetime, str, int, str]:
    rank = 0 if entry.kind is EntryKind.GRANTED else 1
    at = entry.starts or datetime.combine(entry.day, datetime.min.time())
    return rank, at, entry.key, entry.gives, entry.note


def _judge(training: Training, before: list[Training], book: Rulebook) -> Entry:
    edition = book.on(training.starts.date())
    if training.centre_failed and not citizen_was_first(training, edition):
        rule = edition.absence.centre_cancels if edition else None
        return _centre_failed(training, EntryKind.CENTRE_CANCELLED, edition, rule, book)
    match training.state:
        case State.PLANNED:
            return _line(training, EntryKind.BOOKED, Ground.TO_COME)
        case State.ATTENDED:
            return _line(training, EntryKind.ATTENDED, Ground.HELD, used=True)
        case State.CENTRE_CANCELLED:
            rule = edition.absence.centre_cancels if edition else None
            return _centre_failed(training, EntryKind.CENTRE_CANCELLED, edition, rule, book)
        case State.STAFF_MISSED:
            rule = edition.absence.staff_stays_away if edition else None
            return _centre_failed(training, EntryKind.STAFF_MISSED, edition, rule, book)
        case State.MISSED:
            return _missed(training, before, edition, book)
        case State.CANCELLED:
            return _cancelled(training, before, edition, book)
        case State.TURNED_AWAY:
            return _turned_away(training, before, edition, book)


def _turned_away(
    training: Training, before: list[Training], edition: Standard | None, book: Rulebook
) -> Entry:
    """Called off because the citizen came too late: what it counts as is the standard's to say."""
    rule = edition.lateness.citizen if edition else None
    counts_as = rule.counts_as if rule else ""
    if training.excused:
        return _line(training, EntryKind.TURNED_AWAY, Ground.EXCUSED, restored=True)
    if counts_as == "no_show":
        return _missed(training, before, edition, book, EntryKind.TURNED_AWAY)
    if counts_as == "late_cancellation":
        late = NoticeVerdict(Timely.LATE, None, _ref(book, edition, rule))
        return _cancelled(training, before, edition, book, late, EntryKind.TURNED_AWAY)
    return _line(
        training,
        EntryKind.TURNED_AWAY,
        Ground.SILENT,
        restored=True,
        new_time=NewTime.SILENT,
        rule=_ref(book, edition, rule),
    )


def _line(
    training: Training,
    kind: EntryKind,
    ground: Ground,
    *,
    used: bool = False,
    restored: bool = False,
    new_time: NewTime | None = None,
    verdict: NoticeVerdict | None = None,
    rule: RuleRef | None = None,
    number: int = 0,
) -> Entry:
    return Entry(
        training.starts.date(),
        kind,
        ground,
        cost=int(used),
        minutes=training.minutes if used else 0,
        restored=int(restored),
        key=training.key,
        starts=training.starts,
        new_time=new_time,
        verdict=verdict,
        rule=rule,
        number=number,
        note=training.excused or training.note,
        length=training.minutes,
    )


def _ref(book: Rulebook, edition: Standard | None, rule: Rule | None) -> RuleRef | None:
    return book.ref(edition, rule) if edition and rule else None


def _centre_failed(
    training: Training,
    kind: EntryKind,
    edition: Standard | None,
    rule: OwedTime | None,
    book: Rulebook,
) -> Entry:
    promised = {"owed": NewTime.OWED, "agreed": NewTime.AGREED}
    return _line(
        training,
        kind,
        Ground.CENTRE_NEVER_CHARGES,
        restored=True,
        new_time=promised[rule.new_time] if rule else NewTime.SILENT,
        rule=_ref(book, edition, rule),
    )


def _missed(
    training: Training,
    before: list[Training],
    edition: Standard | None,
    book: Rulebook,
    kind: EntryKind = EntryKind.MISSED,
    verdict: NoticeVerdict | None = None,
) -> Entry:
    number = 1 + sum(is_no_show(t, before[:n], book) for n, t in enumerate(before))
    if training.excused:
        return _line(training, kind, Ground.EXCUSED, restored=True, number=number, verdict=verdict)
    rule = no_show_rule(book, edition)
    ref = _ref(book, edition, rule)
    if rule is None or rule.replaced == "unset":
        return _line(
            training,
            kind,
            Ground.SILENT,
            restored=True,
            new_time=NewTime.SILENT,
            verdict=verdict,
            rule=ref,
            number=number,
        )
    ground = Ground.REPLACED if rule.replaced else Ground.NOT_REPLACED
    if kind is not EntryKind.MISSED and not rule.replaced:
        ground = Ground.COUNTS_AS_NO_SHOW
    return _line(
        training,
        kind,
        ground,
        used=not rule.replaced,
        restored=bool(rule.replaced),
        new_time=NewTime.YES if rule.replaced else NewTime.NO,
        verdict=verdict,
        rule=ref,
        number=number,
    )


_KIND = {
    Timely.IN_TIME: EntryKind.CANCELLED_IN_TIME,
    Timely.LATE: EntryKind.CANCELLED_LATE,
    Timely.NOT_NOTED: EntryKind.CANCELLED,
    Timely.NOT_SAID: EntryKind.CANCELLED,
    Timely.SILENT: EntryKind.CANCELLED,
}


def _cancelled(
    training: Training,
    before: list[Training],
    edition: Standard | None,
    book: Rulebook,
    verdict: NoticeVerdict | None = None,
    kind: EntryKind | None = None,
) -> Entry:
    verdict = verdict or verdict_of(training, before, book)
    kind = kind or _KIND[verdict.timely]
    number = 1 + sum(is_own_cancellation(t, book) for t in before)
    rule = edition.absence.cancelled if edition else None
    ref = _ref(book, edition, rule) or verdict.rule
    late = verdict.timely is Timely.LATE

    def line(ground: Ground, *, used: bool, new_time: NewTime) -> Entry:
        return _line(
            training,
            kind,
            ground,
            used=used,
            restored=not used,
            new_time=new_time,
            verdict=verdict,
            rule=ref,
            number=number,
        )

    if training.excused:
        return line(Ground.EXCUSED, used=False, new_time=NewTime.YES)
    late_as = late_counts_as(book, edition)
    if late and late_as == "no_show" and no_show_rule(book, edition):
        return _missed(training, before, edition, book, kind, verdict)
    if late and late_as == "used":
        return line(Ground.LATE_USED, used=True, new_time=NewTime.NO)
    if late and late_as == "excused":
        return line(Ground.EXCUSED_KIND, used=False, new_time=NewTime.YES)
    replaced = rule.replaced if rule else "unset"
    if rule and training.form.value in rule.not_for:
        replaced = "no"
    if replaced == "until_repeated":
        if is_repeated(training, before, edition, book):
            return line(Ground.REPEATED, used=True, new_time=NewTime.NO)
        said = first_repeated(edition)
        promised = said is not None and isinstance(said.threshold, int)
        new_time = NewTime.YES if promised else NewTime.SILENT
        return line(Ground.NOT_YET_REPEATED, used=False, new_time=new_time)
    return _replaced(replaced, verdict, rule is not None and number <= (rule.first or 0), line)


def _replaced(
    replaced: str, verdict: NoticeVerdict, among_the_first: bool, line: Callable[..., Entry]
) -> Entry:
    """Whether a cancelled training is made good, where each is judged by itself."""
    if replaced == "no":
        return line(Ground.NOT_REPLACED, used=True, new_time=NewTime.NO)
    if replaced == "yes":
        return line(Ground.REPLACED, used=False, new_time=NewTime.YES)
    if replaced == "in_time":
        if verdict.timely is Timely.LATE:
            return line(Ground.LATE_NOT_REPLACED, used=True, new_time=NewTime.NO)
        timely = verdict.timely is Timely.IN_TIME
        ground = Ground.IN_TIME_REPLACED if timely else Ground.REPLACED
        return line(ground, used=False, new_time=NewTime.YES)
    if replaced == "first":
        if among_the_first:
            return line(Ground.REPLACED, used=False, new_time=NewTime.YES)
        return line(Ground.FIRST_ARE_USED, used=True, new_time=NewTime.NO)
    return line(Ground.SILENT, used=False, new_time=NewTime.SILENT)
