"""What follows when somebody has proposed that a course should end: which step is next; `record/closing.py` takes it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sqlalchemy import func, select

from trainer_desktop.models.course import CourseEvent, ReevaluationOutcome, StatusRecord
from trainer_desktop.models.work import Work
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.services.store.moments import wall_time

HEARD, TOLD = "hearing_sent", "end_told"


class Step(Enum):
    """What is to be done next."""

    HEARING = "hearing"
    DECISION = "decision"
    LETTER = "letter"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class EndingCard:
    """A course that is on its way to its end: the next step, since when, and why it should end."""

    step: Step
    since: date
    reason: str
    heard: date | None
    ended: date | None


def endings(
    work: Work, course_ids: Iterable[uuid.UUID] | None = None
) -> dict[uuid.UUID, EndingCard]:
    """The courses for which somebody has proposed the end and not all has been done."""
    o = ReevaluationOutcome
    query = select(o.course_id, o.decided_at, o.reason).where(o.outcome == Outcome.END)
    if course_ids is not None:
        query = query.where(o.course_id.in_(list(course_ids)))
    proposed = {row.course_id: row for row in work.execute(query.order_by(o.decided_at))}
    if not proposed:
        return {}
    keys = list(proposed)
    e, s = CourseEvent, StatusRecord
    noted = select(e.course_id, e.event, e.day).where(
        e.course_id.in_(keys), e.event.in_((HEARD, TOLD, "course_end"))
    )
    days = {(row.course_id, row.event): row.day for row in work.execute(noted)}
    made = (
        select(s.course_id, func.max(s.made_at)).where(s.course_id.in_(keys)).group_by(s.course_id)
    )
    status: dict[uuid.UUID, object] = {row[0]: row[1] for row in work.execute(made)}
    found = {}
    for key, row in proposed.items():
        at = wall_time(row.decided_at)
        assert at is not None
        since = at.date()
        heard, told, ended = (days.get((key, event)) for event in (HEARD, TOLD, "course_end"))
        step = _step(since, heard, told, ended, has_status=key in status)
        if step:
            found[key] = EndingCard(step, since, row.reason, heard, ended)
    return found


def _step(
    since: date, heard: date | None, told: date | None, ended: date | None, *, has_status: bool
) -> Step | None:
    if ended is None:
        return Step.DECISION if heard and heard >= since else Step.HEARING
    if told is None or told < since:
        return Step.LETTER
    return None if has_status else Step.STATUS
