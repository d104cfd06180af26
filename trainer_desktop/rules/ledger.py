"""The allowance ledger: every training is an entry with its day, cost and reason; used and left follow from it.

A cancellation by the centre never costs the citizen a training (rows 41-43 and 46-47).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from trainer_desktop.rules.course import Course, Held, State, Training, Why
from trainer_desktop.rules.notice import NoticeVerdict, Timely, judge_notice
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import NoShow, OwedTime, Repeated, Rule, Standard

NOTHING = Held()


class EntryKind(Enum):
    """What an entry records."""

    GRANTED = "granted"
    EXTRA = "extra"
    BOOKED = "booked"
    ATTENDED = "attended"
    CANCELLED_IN_TIME = "cancelled_in_time"
    CANCELLED_LATE = "cancelled_late"
    CANCELLED = "cancelled"  # the standard has no rule on notice, or the time was not noted
    MISSED = "missed"
    CENTRE_CANCELLED = "centre_cancelled"
    STAFF_MISSED = "staff_missed"
    TURNED_AWAY = "turned_away"


class Ground(Enum):
    """Why an entry counts or does not."""

    GRANT = "grant"
    HELD = "held"
    TO_COME = "to_come"
    CENTRE_NEVER_CHARGES = "centre_never_charges"
    EXCUSED = "excused"
    EXCUSED_KIND = "excused_kind"
    REPLACED = "replaced"
    NOT_REPLACED = "not_replaced"
    IN_TIME_REPLACED = "in_time_replaced"
    LATE_NOT_REPLACED = "late_not_replaced"
    NOT_YET_REPEATED = "not_yet_repeated"
    REPEATED = "repeated"
    COUNTS_AS_NO_SHOW = "counts_as_no_show"
    LATE_USED = "late_used"
    FIRST_ARE_USED = "first_are_used"
    SILENT = "silent"


class NewTime(Enum):
    """What the citizen may expect after a training that was lost."""

    OWED = "owed"  # the centre failed: a new time is owed
    AGREED = "agreed"  # the centre failed: a new time is agreed with the citizen
    YES = "yes"  # the training was given back, so it can be booked again
    NO = "no"  # used: no replacement
    SILENT = "silent"  # the standard says nothing; the centre may offer one


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. `cost` and `minutes` are what it uses; a grant has `gives`."""

    day: date
    kind: EntryKind
    ground: Ground
    cost: int = 0
    minutes: int = 0
    gives: int = 0
    gives_minutes: int = 0
    restored: int = 0
    key: str = ""
    starts: datetime | None = None
    new_time: NewTime | None = None
    verdict: NoticeVerdict | None = None
    rule: RuleRef | None = None
    number: int = 0  # which absence of its sort in the course this is, from 1
    note: str = ""
    length: int = 0  # the training's minutes, used or not


@dataclass(frozen=True)
class Ledger:
    """The entries in order, and the sums. `granted` is None when there is no package; minutes likewise.

    `limit` says what uses the package up: its trainings, its minutes, or what comes first.
    """

    entries: tuple[Entry, ...]
    granted: int | None
    granted_minutes: int | None
    limit: str = ""
    held: Held = NOTHING

    @property
    def extra(self) -> int:
        """Trainings given beyond the package."""
        return sum(e.gives for e in self.entries if e.kind is EntryKind.EXTRA)

    @property
    def extra_minutes(self) -> int:
        """Minutes given beyond the package."""
        return sum(e.gives_minutes for e in self.entries if e.kind is EntryKind.EXTRA)

    @property
    def used(self) -> int:
        """Trainings used."""
        return self.held.attended + sum(e.cost for e in self.entries)

    @property
    def used_minutes(self) -> int:
        """Minutes used."""
        return self.held.minutes + sum(e.minutes for e in self.entries)

    @property
    def restored(self) -> int:
        """Booked trainings that came back unused."""
        return sum(e.restored for e in self.entries)

    @property
    def booked(self) -> int:
        """Trainings still to come."""
        return self.held.planned + sum(e.kind is EntryKind.BOOKED for e in self.entries)

    @property
    def left(self) -> int | None:
        """Granted and extra, less used; below zero when more was used than given."""
        return None if self.granted is None else self.granted + self.extra - self.used

    @property
    def left_minutes(self) -> int | None:
        """Minutes granted and extra, less used."""
        if self.granted_minutes is None:
            return None
        return self.granted_minutes + self.extra_minutes - self.used_minutes

    @property
    def free(self) -> int | None:
        """Left and not yet booked."""
        return None if self.left is None else self.left - self.booked

    @property
    def free_minutes(self) -> int | None:
        """Minutes left and not yet booked."""
        if self.left_minutes is None:
            return None
        booked = self.held.planned_minutes
        booked += sum(e.length for e in self.entries if e.kind is EntryKind.BOOKED)
        return self.left_minutes - booked

    @property
    def counts_minutes(self) -> bool:
        """Whether minutes use the package up: it has nothing else, or the standard says so."""
        return self.limit in ("minutes", "first") or self.granted is None

    @property
    def counts_trainings(self) -> bool:
        """Whether trainings use the package up."""
        return self.limit != "minutes"

    @property
    def used_up(self) -> bool:
        """Whether nothing is left of the package, by what it is counted in."""
        by_trainings = self.counts_trainings and self.left is not None and self.left <= 0
        minutes = self.left_minutes
        return by_trainings or (self.counts_minutes and minutes is not None and minutes <= 0)

    def has_room(self, minutes: int, trainings: int = 1) -> bool:
        """Whether so many more trainings of these minutes each can be booked."""
        if self.counts_trainings and self.free is not None and self.free < trainings:
            return False
        free = self.free_minutes
        return not self.counts_minutes or free is None or free >= minutes * trainings

    def entry(self, key: str) -> Entry | None:
        """The line of one training."""
        return next((e for e in self.entries if e.key == key), None)


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
    if training.centre_failed and not _citizen_was_first(training, edition):
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


def _citizen_was_first(training: Training, edition: Standard | None) -> bool:
    """Whether the citizen's cancellation counts though the centre called it off, too: only where the standard says so."""
    rule = edition.absence.centre_cancels if edition else None
    if rule is None or not rule.first_counts or training.state is not State.CANCELLED:
        return False
    return training.told is not None and (
        training.centre is None or training.told < training.centre
    )


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


def no_show_rule(book: Rulebook, edition: Standard | None) -> NoShow | None:
    """The edition's rule on staying away, when it is for this basis."""
    return edition.absence.no_show if edition else None


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
    verdict = verdict or _verdict(training, before, book)
    kind = kind or _KIND[verdict.timely]
    number = 1 + sum(_is_own_cancellation(t, book) for t in before)
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
    if replaced == "no":
        return line(Ground.NOT_REPLACED, used=True, new_time=NewTime.NO)
    if replaced == "yes":
        return line(Ground.REPLACED, used=False, new_time=NewTime.YES)
    if replaced == "in_time":
        if late:
            return line(Ground.LATE_NOT_REPLACED, used=True, new_time=NewTime.NO)
        timely = verdict.timely is Timely.IN_TIME
        ground = Ground.IN_TIME_REPLACED if timely else Ground.REPLACED
        return line(ground, used=False, new_time=NewTime.YES)
    if replaced == "first" and rule:
        if number <= (rule.first or 0):
            return line(Ground.REPLACED, used=False, new_time=NewTime.YES)
        return line(Ground.FIRST_ARE_USED, used=True, new_time=NewTime.NO)
    if replaced == "until_repeated":
        if _is_repeated(training, before, edition, book):
            return line(Ground.REPEATED, used=True, new_time=NewTime.NO)
        said = first_repeated(edition)
        promised = said is not None and isinstance(said.threshold, int)
        new_time = NewTime.YES if promised else NewTime.SILENT
        return line(Ground.NOT_YET_REPEATED, used=False, new_time=new_time)
    return line(Ground.SILENT, used=False, new_time=NewTime.SILENT)


def late_counts_as(book: Rulebook, edition: Standard | None) -> str:
    """What a late cancellation counts as: the centre's choice where the standard makes none."""
    rule = edition.absence.cancelled if edition else None
    said = rule.late_counts_as if rule else "unset"
    return said if said != "unset" else book.settings.late_counts_as or "cancellation"


def _verdict(training: Training, before: list[Training], book: Rulebook) -> NoticeVerdict:
    """Whether a cancellation was in time; what the centre called off is nobody's first appointment."""
    first = all(t.centre_failed for t in before)
    why = training.why or Why.OTHER
    return judge_notice(book, why, training.starts, training.told, first=first)


def _is_own_cancellation(training: Training, book: Rulebook) -> bool:
    if training.state is not State.CANCELLED or training.excused:
        return False
    edition = book.on(training.starts.date())
    return not training.centre_failed or _citizen_was_first(training, edition)


def first_repeated(edition: Standard | None) -> Repeated | None:
    """The rule that «repeated» means where nothing else is said: the file's first."""
    return next(iter(edition.absence.repeated), None) if edition else None


def repeated_threshold(book: Rulebook, rule: Repeated | None) -> int | None:
    """The number at which absence is «repeated»: the file's; the centre's where the file says «unset». None: never."""
    if rule is None:
        return None
    return rule.threshold if isinstance(rule.threshold, int) else book.settings.repeated_from


def counted_absences(
    training: Training, before: list[Training], rule: Repeated | None, book: Rulebook
) -> list[Training]:
    """The absences that count towards repetition up to and with this one, within the rule's window."""
    if rule is None:
        return []
    within = book.settings.repeated_within or rule.within
    every = [*before, training]
    found = [
        t
        for n, t in enumerate(every)
        if _absence_kind(t, every[:n], book) & _counted_on(t, rule, book)
    ]
    if within == "course":
        return found
    span = Span.parse(within)
    day = training.starts.date()
    return [t for t in found if span.after(t.starts.date(), book.work) >= day]


def _counted_on(training: Training, rule: Repeated, book: Rulebook) -> set[str]:
    """The absences that counted by the same rule in the edition in force on the training's own day."""
    edition = book.on(training.starts.date())
    rules = edition.absence.repeated if edition else []
    then = next((r for r in rules if r.id == rule.id), None)
    if then is None or (training.why and training.why.value in then.not_reasons):
        return set()
    return set(then.counts)


def _is_repeated(
    training: Training, before: list[Training], edition: Standard | None, book: Rulebook
) -> bool:
    rule = first_repeated(edition)
    threshold = repeated_threshold(book, rule)
    if threshold is None:
        return False
    return len(counted_absences(training, before, rule, book)) >= threshold


def _absence_kind(training: Training, before: list[Training], book: Rulebook) -> set[str]:
    edition = book.on(training.starts.date())
    if training.excused:
        return set()
    if training.centre_failed and not _citizen_was_first(training, edition):
        return set()
    if training.state is State.MISSED:
        return {"no_show"}
    if training.state is State.TURNED_AWAY:
        rule = edition.lateness.citizen if edition else None
        return {rule.counts_as} if rule and rule.counts_as else set()
    if training.state is not State.CANCELLED:
        return set()
    if _verdict(training, before, book).timely is not Timely.LATE:
        return {"cancellation"}
    return {
        "no_show": {"no_show", "late_cancellation"},
        "excused": set[str](),
        "used": {"late_cancellation"},
    }.get(late_counts_as(book, edition), {"cancellation", "late_cancellation"})


def is_no_show(training: Training, before: list[Training], book: Rulebook) -> bool:
    """Whether a training counts as a no-show, a late cancellation that counts as one included."""
    return "no_show" in _absence_kind(training, before, book)
