"""Which absences count, and from which on they are repeated."""

from trainer_desktop.rules.course import State, Training, Why
from trainer_desktop.rules.notice import NoticeVerdict, Timely, judge_notice
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_absences import NoShow, Repeated


def no_show_rule(book: Rulebook, edition: Standard | None) -> NoShow | None:
    """The edition's rule on staying away, when it is for this basis."""
    return edition.absence.no_show if edition else None


def late_counts_as(book: Rulebook, edition: Standard | None) -> str:
    """What a late cancellation counts as: the centre's choice where the standard makes none."""
    rule = edition.absence.cancelled if edition else None
    said = rule.late_counts_as if rule else "unset"
    return said if said != "unset" else book.settings.late_counts_as or "cancellation"


def is_own_cancellation(training: Training, book: Rulebook) -> bool:
    """Whether the citizen cancelled, and nobody has excused it."""
    if training.state is not State.CANCELLED or training.excused:
        return False
    edition = book.on(training.starts.date())
    return not training.centre_failed or citizen_was_first(training, edition)


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


def is_repeated(
    training: Training, before: list[Training], edition: Standard | None, book: Rulebook
) -> bool:
    """Whether an absence is one of those that the edition calls repeated."""
    rule = first_repeated(edition)
    threshold = repeated_threshold(book, rule)
    if threshold is None:
        return False
    return len(counted_absences(training, before, rule, book)) >= threshold


def _absence_kind(training: Training, before: list[Training], book: Rulebook) -> set[str]:
    edition = book.on(training.starts.date())
    if training.excused:
        return set()
    if training.centre_failed and not citizen_was_first(training, edition):
        return set()
    if training.state is State.MISSED:
        return {"no_show"}
    if training.state is State.TURNED_AWAY:
        rule = edition.lateness.citizen if edition else None
        return {rule.counts_as} if rule and rule.counts_as else set()
    if training.state is not State.CANCELLED:
        return set()
    if verdict_of(training, before, book).timely is not Timely.LATE:
        return {"cancellation"}
    return {
        "no_show": {"no_show", "late_cancellation"},
        "excused": set[str](),
        "used": {"late_cancellation"},
    }.get(late_counts_as(book, edition), {"cancellation", "late_cancellation"})


def is_no_show(training: Training, before: list[Training], book: Rulebook) -> bool:
    """Whether a training counts as a no-show, a late cancellation that counts as one included."""
    return "no_show" in _absence_kind(training, before, book)


def citizen_was_first(training: Training, edition: Standard | None) -> bool:
    """Whether the citizen's cancellation counts though the centre called it off, too: only where the standard says so."""
    rule = edition.absence.centre_cancels if edition else None
    if rule is None or not rule.first_counts or training.state is not State.CANCELLED:
        return False
    return training.told is not None and (
        training.centre is None or training.told < training.centre
    )


def verdict_of(training: Training, before: list[Training], book: Rulebook) -> NoticeVerdict:
    """Whether a cancellation was in time; what the centre called off is nobody's first appointment."""
    first = all(t.centre_failed for t in before)
    why = training.why or Why.OTHER
    return judge_notice(book, why, training.starts, training.told, first=first)
