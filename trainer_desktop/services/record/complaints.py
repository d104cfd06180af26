"""Complaints and their clocks: over the decision, over the professional content, or over a ride (§ 117, which has no appeal)."""

import uuid
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.models.record import Complaint
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.deadlines import Deadline, deadlines
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.store.moments import today

SERVICE_LEVEL, PROFESSIONAL, RIDE = "service_level", "professional", "ride_117"
KINDS = (SERVICE_LEVEL, PROFESSIONAL, RIDE)
OUTCOMES = ("upheld", "changed", "forwarded")
APPEALED = "forwarded"


@dataclass(frozen=True, slots=True)
class ComplaintCard:
    """One complaint; `due` is the deadline of the standard's for answering it, where it has one."""

    id: uuid.UUID
    kind: str
    received: date
    text: str
    outcome: str
    answered: date | None
    due: Deadline | None
    goes_to: str


def receive(
    work: Work, course_id: uuid.UUID, kind: str, text: str, day: date | None = None
) -> uuid.UUID:
    """Note a complaint; the clock of one over the service level begins with its day. Raises Refused."""
    if kind not in KINDS:
        raise Refused(Reason.UNREADABLE, field="kind", text=kind[:40])
    plain = limits.plain_text(text.strip(), 20_000)
    if not plain:
        raise Refused(Reason.NOTHING_WRITTEN, field="text")
    received = limits.happened(day, today(work))
    row = Complaint(
        course_id=work.get_one(Course, course_id).id,
        kind=kind,
        received=received,
        text=plain,
        noted_by=work.actor,
    )
    work.add(row)
    work.flush()
    if kind == SERVICE_LEVEL:
        _set_clock(work, course_id)
    return row.id


def _set_clock(work: Work, course_id: uuid.UUID) -> None:
    """The course's clock is that of the oldest complaint that waits; when none does, of the last that was answered."""
    c = Complaint
    query = select(c).where(c.course_id == course_id, c.kind == SERVICE_LEVEL)
    rows = sorted(work.scalars(query), key=lambda row: (row.received, row.id))
    waiting = [row for row in rows if not row.outcome]
    shown = waiting[0] if waiting else max(rows, key=lambda row: (row.answered or date.min, row.id))
    set_event(work, course_id, "complaint_answered", None)
    set_event(work, course_id, "complaint_received", shown.received)
    if shown.answered:
        set_event(work, course_id, "complaint_answered", shown.answered)


def answer(work: Work, complaint_id: uuid.UUID, outcome: str, day: date | None = None) -> None:
    """Note what came of it; a complaint over a ride after § 117 cannot be sent on: nobody hears appeals of it."""
    row = work.get_one(Complaint, complaint_id)
    work.rely_on(row)
    if outcome not in OUTCOMES or (row.kind == RIDE and outcome == APPEALED):
        raise Refused(Reason.UNREADABLE, field="outcome", text=outcome[:40])
    if row.outcome:
        raise Refused(Reason.TAKEN, field="outcome", text=row.outcome)
    answered = limits.happened(day, today(work))
    limits.in_order(row.received, answered)
    row.outcome, row.answered = outcome, answered
    work.flush()
    if row.kind == SERVICE_LEVEL:
        _set_clock(work, row.course_id)


def complaints(work: Work, course_id: uuid.UUID) -> list[ComplaintCard]:
    """A course's complaints, the latest first."""
    facts = courses.one(work, course_id)
    c = Complaint
    query = select(c).where(c.course_id == course_id).order_by(c.received.desc(), c.id.desc())
    to = {
        SERVICE_LEVEL: "Ankestyrelsen" if facts.book.basis.startswith("SEL") else "",
        PROFESSIONAL: facts.book.settings.professional_complaints_to,
        RIDE: "",
    }
    return [
        ComplaintCard(
            row.id,
            row.kind,
            row.received,
            row.text,
            row.outcome,
            row.answered,
            _due(facts, row, today(work)) if row.kind == SERVICE_LEVEL else None,
            to[row.kind],
        )
        for row in work.scalars(query)
    ]


def _due(facts: Facts, row: Complaint, day: date) -> Deadline | None:
    """The clock of one complaint, whatever others the course has."""
    events = {**facts.course.events, "complaint_received": row.received}
    events.pop("complaint_answered", None)
    if row.answered:
        events["complaint_answered"] = row.answered
    clocks = deadlines(replace(facts.course, events=events), facts.book, day)
    return next((one for one in clocks if one.met_by == "complaint_answered"), None)
