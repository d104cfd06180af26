"""What calls about a time came to."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.models.waiting import Call
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.rules.refusal import Reason, Refused

HOW = ("phone", "sms", "letter", "visit")


@dataclass(frozen=True, slots=True)
class CallCard:
    """What a call about a time came to."""

    outcome: CallOutcome
    at: datetime
    by: str
    note: str


def note_call(
    work: Work,
    citizen_id: uuid.UUID,
    outcome: CallOutcome,
    session_id: uuid.UUID | None = None,
    starts: datetime | None = None,
    note: str = "",
    how: str = "phone",
    whom: str = "",
    course_id: uuid.UUID | None = None,
) -> None:
    """Write down what a call came to, or another way that somebody was tried. Raises Refused UNREADABLE for no way there is."""
    if how not in HOW:
        raise Refused(Reason.UNREADABLE, field="how", text=how[:40])
    work.add(
        Call(
            citizen_id=citizen_id,
            session_id=session_id,
            starts=starts,
            outcome=outcome,
            note=limits.plain_text(note.strip(), 2000),
            how=how,
            whom=limits.plain_text(whom.strip(), 200),
            course_id=course_id,
            called_by=work.actor,
            called_at=work.now,
        )
    )


def note_contact(
    work: Work,
    course_id: uuid.UUID,
    outcome: CallOutcome,
    note: str = "",
    how: str = "phone",
    whom: str = "",
) -> None:
    """Write down that somebody tried to reach the citizen of a course."""
    citizen = work.get_one(Course, course_id).citizen_id
    note_call(work, citizen, outcome, note=note, how=how, whom=whom, course_id=course_id)


def calls_about(work: Work, session_ids: list[uuid.UUID]) -> dict[uuid.UUID, list[CallCard]]:
    """The calls about some trainings, the oldest first."""
    found: dict[uuid.UUID, list[CallCard]] = {}
    query = select(Call).where(Call.session_id.in_(session_ids)).order_by(Call.called_at)
    for call in work.scalars(query):
        if call.session_id:
            found.setdefault(call.session_id, []).append(call_card(call))
    return found


def call_card(call: Call) -> CallCard:
    """A call as it is shown."""
    return CallCard(call.outcome, call.called_at, call.called_by, call.note)
