"""What a course's standard gives the citizen today: choice, extension, an early end, complaint. It decides nothing."""

import uuid
from datetime import date
from typing import get_args

from sqlalchemy import func, select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course as CourseRow
from trainer_desktop.models.record import Decision, Letter
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.choice import choice, choice_edition, in_time
from trainer_desktop.rules.complaint import Post, complaint_dates
from trainer_desktop.rules.deadlines import Standing, deadlines, national_choice
from trainer_desktop.rules.extra import may_end_early
from trainer_desktop.rules.reevaluation import Extending, longest_until, may_extend
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_base import Event, Rule
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.correcting import CORRECTED
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.courses.rights_cards import Right, RightLine, RightsCard, Said
from trainer_desktop.services.store.moments import wall_now

COMPLAINED_OVER = ("grant", "change", "refusal", "end")
ENDED = "course_end"  # a course ends by a decision, and not by a day that somebody writes


def rights(
    work: Work,
    course_id: uuid.UUID,
    area: str | None = None,
    situations: frozenset[str] = frozenset(),
) -> RightsCard:
    """Everything; `area` is where the citizen was discharged from, None while nobody has said."""
    facts = courses.one(work, course_id)
    today = wall_now(work).date()
    edition = facts.book.on(facts.course.started or _granted(facts) or today)
    found = [
        _choice(facts, today, area, situations),
        _national(facts, today),
        _longest(facts),
        _extension(work, facts),
        _early_end(facts, today),
        _complaint(work, facts, today),
    ]
    lines = [line for line in found if line] + _transport(facts, edition)
    asked = _asked(edition) | set(facts.course.events)
    days = {e: facts.course.events.get(e) for e in get_args(Event) if e in asked and e != ENDED}
    person = work.get_one(Citizen, facts.citizen_id)
    due = deadlines(facts.course, facts.book, today, digital_post=person.digital_post)
    named = {d.supplier for d in edition.deadline if d.supplier} if edition else set[str]()
    supplier = facts.course.supplier
    return RightsCard(days, tuple(lines), tuple(due), supplier, tuple(sorted(named)))


def set_events(
    work: Work,
    course_id: uuid.UUID,
    days: dict[str, date | None],
    supplier: str | None = None,
    reason: str = "",
) -> None:
    """Note several days at once, and who delivers; None takes a day away, or leaves the supplier.

    A day that was noted before is corrected with a reason, which stands in the journal with the old one.
    Raises Refused as `set_event` does.
    """
    if reason.strip():
        work.action = f"{CORRECTED} {limits.reason_given(reason)}"
    for event, day in days.items():
        set_event(work, course_id, event, day)
    if supplier is not None:
        work.get_one(CourseRow, course_id).supplier = limits.plain_text(supplier)


def extend(work: Work, course_id: uuid.UUID, reason: str, until: date | None = None) -> None:
    """A person extends a course beyond its longest duration; until when, where the standard gives no length.

    Raises Refused: NEEDS_REASON, ALREADY_ENDED, NO_EXTENSION when the standard has no (more) extensions, NOTHING_WRITTEN
    without the day that it needs, CROSSED for a day before the present end, or TOO_FAR.
    """
    why = limits.reason_given(reason)
    facts = courses.one(work, course_id)
    if facts.course.ended:
        raise Refused(Reason.ALREADY_ENDED, day=facts.course.ended)
    row = work.get_one(CourseRow, course_id)
    work.rely_on(row)
    if may_extend(facts.course, facts.book) is not Extending.YES:
        raise Refused(Reason.NO_EXTENSION, given=len(facts.course.extended))
    day = wall_now(work).date()
    row.extended = [*(row.extended or []), f"{day} {work.actor}{_until(facts, day, until)}: {why}"]


def _until(facts: Facts, day: date, until: date | None) -> str:
    """« til 2026-10-30», where the standard leaves the length to a person."""
    edition = facts.book.on(facts.course.started) if facts.course.started else None
    rule = edition.duration.extension if edition else None
    if rule is None or rule.length:
        return ""
    if until is None:
        raise Refused(Reason.NOTHING_WRITTEN, field="until")
    limits.day_within(until, day)
    present = longest_until(facts.course, facts.book)
    if present:
        limits.in_order(present, until)
    return f" til {until}"


def _granted(facts: Facts) -> date | None:
    events = facts.course.events
    return events.get("grant") or events.get("application_received")


def _asked(edition: Standard | None) -> set[str]:
    """The events that some rule counts from or is met by."""
    asked = {"application_received", "grant", "decision", "decision_received", "course_start"}
    if edition is None:
        return asked
    for deadline in edition.deadline:
        asked |= {deadline.from_, deadline.met_by, deadline.later_of or "", deadline.only_if or ""}
    asked |= {periodic.from_ for periodic in edition.reevaluation}
    if edition.choice and edition.choice.offered:
        asked |= {edition.choice.from_, "choice_made"}
    if edition.complaint:
        asked |= {"complaint_received", "complaint_answered"}
    if edition.absence.no_show and edition.absence.no_show.silence:
        asked.add("heard_from")
    return asked


def _choice(
    facts: Facts, today: date, area: str | None, situations: frozenset[str]
) -> RightLine | None:
    events = facts.course.events
    seen = events if choice_edition(facts.book, events) else {**events, "grant": today}
    edition = choice_edition(facts.book, seen)
    offer = choice(facts.book, seen, area, situations)
    if offer.rule is None:
        return None
    rule = edition.choice if edition else None
    exceptions = tuple((e.situation, e.text) for e in rule.exception) if rule else ()
    said = Said.ASK if offer.offered is None else Said.YES if offer.offered else Said.NO
    came = in_time(offer.by, events.get("choice_made"), today)
    return RightLine(
        Right.CHOICE,
        said,
        offer.rule,
        offer.by,
        came,
        "choice_made" in events,
        offer.default,
        offer.may_switch,
        offer.waits_for,
        tuple(rule.areas) if rule else (),
        exceptions,
    )


def _national(facts: Facts, today: date) -> RightLine | None:
    late = national_choice(facts.course, facts.book, today)
    if late:
        return RightLine(Right.NATIONAL_CHOICE, Said.YES, late.rule, late.due)
    edition = facts.book.on(facts.course.started or today)
    rules = edition.deadline if edition else []
    rule = next((d for d in rules if d.late_gives == "national_choice"), None)
    if edition is None or rule is None:
        return None
    ref = facts.book.ref(edition, rule)
    there = deadlines(facts.course, facts.book, today)
    found = next((d for d in there if d.late_gives == "national_choice"), None)
    if found is None:  # what it counts from is not noted, so nothing follows
        return RightLine(Right.NATIONAL_CHOICE, Said.ASK, ref, waits_for=rule.from_)
    offered = facts.course.events.get(found.met_by)
    if offered is None and (facts.course.started or found.standing is Standing.NOT_NOTED):
        return RightLine(Right.NATIONAL_CHOICE, Said.ASK, ref, found.due, waits_for=found.met_by)
    return RightLine(Right.NATIONAL_CHOICE, Said.NO, ref, found.due)


def _longest(facts: Facts) -> RightLine | None:
    edition = facts.book.on(facts.course.started) if facts.course.started else None
    rule = edition.duration.longest if edition else None
    if edition is None or rule is None:
        return None
    until = longest_until(facts.course, facts.book)
    return RightLine(Right.LONGEST, Said.READ, facts.book.ref(edition, rule), until)


def _extension(work: Work, facts: Facts) -> RightLine | None:
    edition = facts.book.on(facts.course.started) if facts.course.started else None
    rule = edition.duration.extension if edition else None
    answer = may_extend(facts.course, facts.book)
    if edition is None or rule is None or answer is Extending.SILENT:
        return None
    said = Said.YES if answer is Extending.YES else Said.NO
    ref = facts.book.ref(edition, rule)
    given = work.get_one(CourseRow, facts.id).extended or ()
    extended = tuple(_extension_words(one) for one in given)
    return RightLine(Right.EXTENSION, said, ref, weighs=tuple(rule.weighs), extended=extended)


def _extension_words(kept: str) -> tuple[date, str]:
    """The day of an extension, and who gave it and why."""
    day, _, why = kept.partition(" ")
    return date.fromisoformat(day), why


def _early_end(facts: Facts, today: date) -> RightLine | None:
    rule = may_end_early(facts.book, today)
    return RightLine(Right.EARLY_END, Said.YES, rule) if rule else None


def _complaint(work: Work, facts: Facts, today: date) -> RightLine | None:
    events = facts.course.events
    told = _told(work, facts)
    if told is None:
        return None
    sent, post = told
    dates = complaint_dates(facts.book, sent, post, events.get("decision_received"))
    if dates.rule is None:
        return None
    said = Said.YES if dates.by else Said.NO
    after = [one.received for one in facts.course.complaints if one.received >= sent]
    complained = min(after, default=None) or events.get("complaint_received")
    came = in_time(dates.by, complained, today)
    edition = facts.book.on(sent)
    rule = edition.complaint if edition else None
    return RightLine(
        Right.COMPLAINT,
        said,
        dates.rule,
        dates.by,
        came,
        complained is not None,
        waits_for="" if events.get("decision") else "grant",
        forms=tuple(rule.forms) if rule else (),
        suspensive=rule.suspensive if rule else None,
        professional=facts.book.settings.professional_complaints_to,
    )


def _told(work: Work, facts: Facts) -> tuple[date, Post] | None:
    """When the newest decision was told, and how: by the letter that was sent, else by what is noted on the course."""
    q, d, events = Letter, Decision, facts.course.events
    person = work.get_one(Citizen, facts.citizen_id)
    usual = Post.DIGITAL if person.digital_post else Post.LETTER
    decided = work.scalar(
        select(func.max(d.day)).where(d.course_id == facts.id, d.kind.in_(COMPLAINED_OVER))
    )
    noted = events.get("decision") or events.get("grant")
    days = [day for day in (decided, noted) if day]
    query = select(q.sent_on, q.sent_how).where(
        q.course_id == facts.id, q.kind.in_(COMPLAINED_OVER), q.sent_on.is_not(None)
    )
    row = work.execute(query.order_by(q.sent_on.desc(), q.id.desc()).limit(1)).first()
    if row and row.sent_on and row.sent_on >= max(days, default=row.sent_on):
        return row.sent_on, Post.LETTER if row.sent_how == "letter" else Post.DIGITAL
    return (max(days), usual) if days else None


def _transport(facts: Facts, edition: Standard | None) -> list[RightLine]:
    """What stands on getting there; it is read, for nobody has asked what would answer it."""
    if edition is None:
        return []
    said = edition.transport
    found: list[RightLine] = []
    if said.ride:
        ride = RightLine(
            Right.RIDE,
            Said.READ,
            facts.book.ref(edition, said.ride),
            copayment=said.ride.copayment,
            price=facts.book.settings.ride_price,
        )
        found.append(ride)
    rules: list[tuple[Right, Rule | None]] = [
        (Right.RIDE_LAPSES, said.lapse),
        (Right.RIDE_TIME, said.travel_time),
        (Right.REIMBURSEMENT, said.reimbursement),
    ]
    return found + [
        RightLine(right, Said.READ, facts.book.ref(edition, rule)) for right, rule in rules if rule
    ]
