"""Complaints and their clocks: over the decision, over the professional content, or over a ride (§ 117, which has no appeal)."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.models.record import Complaint
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.deadlines import Deadline, complaint_clocks
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import facts as courses
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
    """Note a complaint; one over the service level has a clock that begins with its day. Raises Refused."""
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
    return row.id


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


def complaints(work: Work, course_id: uuid.UUID) -> list[ComplaintCard]:
    """A course's complaints, the latest first."""
    facts = courses.one(work, course_id)
    clocks = complaint_clocks(facts.course, facts.book, today(work))
    due = {one.id.rpartition(":")[2]: one for one in clocks}
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
            due.get(str(row.id)),
            to[row.kind],
        )
        for row in work.scalars(query)
    ]
