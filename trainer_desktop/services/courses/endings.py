"""What follows when somebody has proposed that a course should end: which step is next; `record/closing.py` takes it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sqlalchemy import Select, func, select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent, ReevaluationOutcome, StatusRecord
from trainer_desktop.models.record import Decision, Letter
from trainer_desktop.models.work import Work
from trainer_desktop.rules.kinds import DECEASED, Outcome
from trainer_desktop.services.store.moments import wall_time

HEARD, TOLD = "hearing_sent", "end_told"
NEED_ONE = ("refusal", "end")  # decisions that a hearing comes before


class Step(Enum):
    """What is to be done next."""

    HEARING = "hearing"
    DECISION = "decision"
    LETTER = "letter"
    STATUS = "status"


LETTERS = {Step.HEARING: "hearing", Step.LETTER: "end"}  # the letter that takes a step


@dataclass(frozen=True, slots=True)
class EndingCard:
    """A course that is on its way to its end: the next step, since when, and why it should end."""

    step: Step
    since: date
    reason: str
    heard: date | None
    ended: date | None
    letter: uuid.UUID | None = None  # the step's own letter, made and not yet sent


def heard(work: Work, course_id: uuid.UUID) -> bool:
    """Whether the citizen has been heard about what is to be decided now: a hearing was sent after the last decision that needed one.

    A letter that was sent counts by its own moment, so that one of the same day as an earlier decision is its own.
    """
    d, q = Decision, Letter
    last = work.scalars(
        select(d.id).where(d.course_id == course_id, d.kind.in_(NEED_ONE)).order_by(d.id.desc())
    ).first()
    letters = work.scalars(
        select(q.id).where(q.course_id == course_id, q.kind == "hearing", q.sent_on.is_not(None))
    )
    if any(last is None or key > last for key in letters):
        return True
    e = CourseEvent
    noted = work.scalar(select(e.day).where(e.course_id == course_id, e.event == HEARD))
    before = work.scalar(select(d.day).where(d.id == last)) if last else None
    return noted is not None and (before is None or noted > before)


def endings(
    work: Work, course_ids: Iterable[uuid.UUID] | None = None
) -> dict[uuid.UUID, EndingCard]:
    """The courses for which somebody has proposed the end and not all has been done."""
    o = ReevaluationOutcome
    query = select(o.course_id, o.decided_at, o.reason).where(o.outcome == Outcome.END)
    if course_ids is not None:
        query = query.where(o.course_id.in_(list(course_ids)))
    proposed = {row.course_id: row for row in work.execute(query.order_by(o.decided_at))}
    decided = _untold(work, course_ids)
    keys = list(proposed.keys() | decided.keys())
    if not keys:
        return {}
    e, s = CourseEvent, StatusRecord
    noted = select(e.course_id, e.event, e.day).where(
        e.course_id.in_(keys), e.event.in_((HEARD, TOLD, "course_end"))
    )
    days = {(row.course_id, row.event): row.day for row in work.execute(noted)}
    made = (
        select(s.course_id, func.max(s.made_at)).where(s.course_id.in_(keys)).group_by(s.course_id)
    )
    status: dict[uuid.UUID, object] = {row[0]: row[1] for row in work.execute(made)}
    letters = _unsent(work, keys)
    found = {}
    for key, one in decided.items():
        ended = days.get((key, "course_end"))
        if ended and key not in proposed:
            letter = letters.get((key, "end"))
            found[key] = EndingCard(Step.LETTER, one.day, one.reason, None, ended, letter)
    for key, row in proposed.items():
        at = wall_time(row.decided_at)
        assert at is not None
        since = at.date()
        sent, told, ended = (days.get((key, event)) for event in (HEARD, TOLD, "course_end"))
        was_heard = ended is None and heard(work, key)
        step = _step(since, told, ended, heard=was_heard, has_status=key in status)
        if step:
            when = sent if was_heard else None
            letter = letters.get((key, LETTERS.get(step, "")))
            found[key] = EndingCard(step, since, row.reason, when, ended, letter)
    return found


def untold() -> Select[uuid.UUID]:
    """The courses that a decision ended, of which the citizen has had no letter yet; the dead get none."""
    d, e = Decision, CourseEvent
    told = select(e.id).where(e.course_id == d.course_id, e.event == TOLD).exists()
    return (
        select(d.course_id)
        .join(Course, Course.id == d.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .where(d.kind == "end", ~told, Citizen.standing != DECEASED)
    )


def _untold(work: Work, course_ids: Iterable[uuid.UUID] | None) -> dict[uuid.UUID, Decision]:
    d = Decision
    query = select(d).where(d.kind == "end", d.course_id.in_(untold())).order_by(d.id)
    if course_ids is not None:
        query = query.where(d.course_id.in_(list(course_ids)))
    return {row.course_id: row for row in work.scalars(query)}


def _unsent(work: Work, keys: list[uuid.UUID]) -> dict[tuple[uuid.UUID, str], uuid.UUID]:
    q = Letter
    query = select(q.course_id, q.kind, q.id).where(
        q.course_id.in_(keys), q.kind.in_(LETTERS.values()), q.sent_on.is_(None)
    )
    return {(row.course_id, row.kind): row.id for row in work.execute(query.order_by(q.id))}


def _step(
    since: date, told: date | None, ended: date | None, *, heard: bool, has_status: bool
) -> Step | None:
    if ended is None:
        return Step.DECISION if heard else Step.HEARING
    if told is None or told < since:
        return Step.LETTER
    return None if has_status else Step.STATUS
