"""What is lent to the citizen: what, since when, and when it came back."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.models.record import Loan
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.store.moments import today


@dataclass(frozen=True, slots=True)
class LoanCard:
    """One thing; `back` None while the citizen has it."""

    id: uuid.UUID
    what: str
    lent: date
    back: date | None


def lend(work: Work, course_id: uuid.UUID, what: str, day: date | None = None) -> uuid.UUID:
    """Note that something was lent; raises Refused NOTHING_WRITTEN, TOO_FAR or NOT_COME."""
    plain = limits.plain_text(" ".join(what.split()), 200)
    if not plain:
        raise Refused(Reason.NOTHING_WRITTEN, field="what")
    since = limits.happened(day, today(work))
    row = Loan(course_id=work.get_one(Course, course_id).id, what=plain, lent=since)
    work.add(row)
    work.flush()
    return row.id


def bring_back(work: Work, loan_id: uuid.UUID, day: date | None = None) -> None:
    """Note that it came back; raises Refused CROSSED for a day before it was lent, TAKEN when it is back."""
    row = work.get_one(Loan, loan_id)
    work.rely_on(row)
    if row.back:
        raise Refused(Reason.TAKEN, field="what", text=row.what)
    back = limits.happened(day, today(work))
    limits.in_order(row.lent, back)
    row.back = back


def loans(work: Work, course_id: uuid.UUID) -> list[LoanCard]:
    """What was lent on a course, what is still out first."""
    rows = work.scalars(
        select(Loan).where(Loan.course_id == course_id).order_by(Loan.lent, Loan.id)
    )
    cards = [LoanCard(row.id, row.what, row.lent, row.back) for row in rows]
    return sorted(cards, key=lambda one: one.back is not None)
