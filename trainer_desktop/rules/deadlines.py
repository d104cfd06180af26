"""When something must have happened, whether it did, and by which rule. Rows 14-20 of the standards."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from trainer_desktop.rules.course import Course, State
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import DeadlineRule

# In the order in which they come: a later one shows that an earlier one must have happened.
CHAIN = (
    "application",
    "application_received",
    "decision",
    "grant",
    "grant_received",
    "information_sent",
    "choice_made",
    "appointment_told",
    "start_offered",
    "first_visit",
    "course_start",
    "course_end",
)
STANDS_FOR = {  # an event that was not noted apart from another on the same day
    "application": "application_received",
    "application_received": "application",
    "grant_received": "grant",
    "decision": "grant",
}


RECEIVED, ANSWERED = "complaint_received", "complaint_answered"
FOUR_WEEKS = timedelta(weeks=4)
BY_LAW_ANSWERED = RuleRef(
    "retssikkerhedsloven",
    "",
    "complaint_answer",
    "Kommunen vurderer afgørelsen igen og sender klagen videre inden fire uger, fra den er modtaget.",
    "§ 66; BEK om retssikkerhed og administration",
)


class Standing(Enum):
    """How a deadline stands."""

    MET = "met"
    MET_LATE = "met_late"
    WAITING = "waiting"
    OVER = "over"
    NOT_NOTED = "not_noted"  # it must have happened, but nobody wrote down when


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline of one course. `due` is its last day."""

    id: str
    due: date
    counted_from: date
    event: str
    met_by: str
    kind: str
    standing: Standing
    met_on: date | None
    rule: RuleRef
    late_gives: str = ""


def deadlines(
    course: Course, book: Rulebook, today: date, *, digital_post: bool = True
) -> list[Deadline]:
    """The course's deadlines, each by the edition in force on the day of the event it counts from."""
    found = complaint_clocks(course, book, today)
    seen: set[str] = set()
    for edition in book.editions:
        for rule in edition.deadline:
            if course.complaints and rule.met_by == ANSWERED:
                continue
            origin = counts_from(rule, course)
            if origin is None or rule.id in seen or not _concerns(rule, course, book):
                continue
            if book.on(origin) is not edition:
                continue
            seen.add(rule.id)
            due = due_date(rule, origin, book)
            standing, met_on = _standing(rule, due, course, today, book)
            softened = not digital_post and book.settings.longer_without_digital_post
            kind = "target" if softened and rule.id == "decision" else rule.kind
            ref = book.ref(edition, rule)
            found.append(
                Deadline(
                    rule.id,
                    due,
                    origin,
                    _origin_event(rule, course, origin),
                    rule.met_by,
                    kind,
                    standing,
                    met_on,
                    ref,
                    rule.late_gives,
                )
            )
    return sorted(found, key=lambda d: (d.due, d.id))


def complaint_clocks(course: Course, book: Rulebook, today: date) -> list[Deadline]:
    """Until when each complaint must be answered: by the standard in force when it came, else by serviceloven's four weeks."""
    found = []
    for one in course.complaints:
        events = {k: v for k, v in course.events.items() if k != ANSWERED}
        events |= {RECEIVED: one.received}
        if one.answered:
            events[ANSWERED] = one.answered
        alone = replace(course, events=events, complaints=())
        own = [d for d in deadlines(alone, book, today) if d.met_by == ANSWERED]
        if not own and book.basis.startswith("SEL"):
            due = one.received + FOUR_WEEKS
            standing = Standing.OVER if today > due else Standing.WAITING
            if one.answered:
                standing = Standing.MET if one.answered <= due else Standing.MET_LATE
            ids = "complaint_answer", due, one.received, RECEIVED, ANSWERED, "right"
            own = [Deadline(*ids, standing, one.answered, BY_LAW_ANSWERED)]
        found += [replace(d, id=f"{d.id}:{one.key}") for d in own]
    return found


def counts_from(rule: DeadlineRule, course: Course) -> date | None:
    """The day a deadline counts from: its event's, or the later of two."""
    origin = _event(course, rule.from_)
    later = course.events.get(rule.later_of) if rule.later_of else None
    if later and (origin is None or later > origin):
        return later
    return origin


def _origin_event(rule: DeadlineRule, course: Course, origin: date) -> str:
    """The event whose day it is: the later of two where that one rules."""
    later = rule.later_of
    if later and course.events.get(later) == origin and _event(course, rule.from_) != origin:
        return later
    return rule.from_


def due_date(rule: DeadlineRule, origin: date, book: Rulebook) -> date:
    """The last day; weeks, months and kalenderdage are moved off days off only where the rule says so."""
    due = Span.parse(rule.within).after(origin, book.work)
    return book.work.on_or_after(due) if rule.moved_from_days_off else due


def _event(course: Course, event: str) -> date | None:
    return course.events.get(event) or course.events.get(STANDS_FOR.get(event, ""))


def _concerns(rule: DeadlineRule, course: Course, book: Rulebook) -> bool:
    if rule.only_if and rule.only_if not in course.events:
        return False
    return not rule.supplier or rule.supplier == course.supplier


def meeting_event(rule: DeadlineRule, book: Rulebook) -> str:
    """The event that meets a start deadline: the file's, unless the centre reads «start» otherwise."""
    means = book.settings.start_means
    if rule.met_by in ("start_offered", "course_start") and means != "as_written":
        return "start_offered" if means == "offered" else "course_start"
    return rule.met_by


def _standing(
    rule: DeadlineRule, due: date, course: Course, today: date, book: Rulebook
) -> tuple[Standing, date | None]:
    event = meeting_event(rule, book)
    met = course.events.get(event)
    if met is None and event == "decision":
        met = course.events.get("grant")
    if met is None and event == "start_offered":
        began = course.events.get("course_start")
        met = began if began and began <= due else None  # begun in time was offered in time
    if met:
        return (Standing.MET if met <= due else Standing.MET_LATE), met
    later = CHAIN[CHAIN.index(event) + 1 :] if event in CHAIN else ()
    happened = [day for e in later if (day := course.events.get(e))]
    if happened:
        return Standing.NOT_NOTED, None
    return (Standing.OVER if today > due else Standing.WAITING), None


def national_choice(course: Course, book: Rulebook, today: date) -> Deadline | None:
    """The deadline whose passing gives the citizen the national free choice (SUL § 140(4)).

    None: no such right, or nobody has noted when the start was offered.
    """
    for deadline in deadlines(course, book, today):
        if deadline.late_gives != "national_choice":
            continue
        offered = course.events.get(deadline.met_by)
        if offered is None and (course.started or deadline.standing is Standing.NOT_NOTED):
            continue
        if (offered or today) > deadline.due:
            return deadline
    return None


def owed_times(course: Course, book: Rulebook, today: date) -> list[Deadline]:
    """Until when a new time is owed for each training that the centre failed, where the standard sets a length.

    It counts from the day the centre called it off; the next training on a later day meets it, each one once.
    """
    trainings = sorted(course.trainings, key=lambda t: (t.starts, t.key))
    taken: set[str] = set()
    found = []
    for training in trainings:
        edition = book.on(training.starts.date())
        absence = edition.absence if edition else None
        staff = training.state is State.STAFF_MISSED
        rule = (absence.staff_stays_away if staff else absence.centre_cancels) if absence else None
        if edition is None or rule is None or not rule.given_within:
            continue
        if not (staff or training.centre_failed):
            continue
        since = training.centre.date() if training.centre else training.starts.date()
        due = Span.parse(rule.given_within).after(since, book.work)
        later = (t for t in trainings if t.starts > training.starts and not t.centre_failed)
        met = next((t for t in later if t.key not in taken and t.state in _HELD), None)
        if met:
            taken.add(met.key)
        found.append(
            Deadline(
                f"owed_time:{training.key}",
                due,
                since,
                "centre_cancelled",
                "new_time",
                "right",
                _kept(met.starts.date() if met else None, due, today),
                met.starts.date() if met else None,
                book.ref(edition, rule),
            )
        )
    return found


_HELD = (State.PLANNED, State.ATTENDED)


def _kept(met: date | None, due: date, today: date) -> Standing:
    if met:
        return Standing.MET if met <= due else Standing.MET_LATE
    return Standing.OVER if today > due else Standing.WAITING
