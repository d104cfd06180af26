"""First talk, start and end examination, plan for own training: dated texts of a course, the latest of a kind holds."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.course import Course, Goal
from trainer_desktop.models.record import CourseText
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.store.moments import today

KINDS = ("first_talk", "start_examination", "end_examination", "own_plan")
LEVELS = (0, 1, 2, 3, 4, 9)  # functioning, Fælles Sprog III; 9: not relevant
OUTCOMES = ("", "reached", "partly", "not")


@dataclass(frozen=True, slots=True)
class TextCard:
    """One text, and the level of functioning that was found."""

    id: uuid.UUID
    kind: str
    day: date
    text: str
    function: int | None
    written_by: str


def write(
    work: Work,
    course_id: uuid.UUID,
    kind: str,
    text: str,
    *,
    function: int | None = None,
    day: date | None = None,
) -> uuid.UUID:
    """Write one; an earlier one of its kind stays readable. Raises Refused."""
    if kind not in KINDS:
        raise Refused(Reason.UNREADABLE, field="kind", text=kind[:40])
    if function is not None and function not in LEVELS:
        raise Refused(Reason.NOT_SO, field="function", value=function, least=0, most=4)
    plain = limits.plain_text(text.strip(), 20_000)
    if not plain and function is None:
        raise Refused(Reason.NOTHING_WRITTEN, field="text")
    row = CourseText(
        course_id=work.get_one(Course, course_id).id,
        kind=kind,
        day=limits.happened(day, today(work)),
        text=plain,
        function=function,
        written_by=work.actor,
        written_at=work.now,
    )
    work.add(row)
    work.flush()
    return row.id


def texts(work: Work, course_id: uuid.UUID) -> list[TextCard]:
    """Every text of a course, the latest first. Raises Refused NOT_ALLOWED."""
    work.ask(Right.READ_CLINICAL)
    t = CourseText
    query = select(t).where(t.course_id == course_id).order_by(t.day.desc(), t.id.desc())
    return [
        TextCard(r.id, r.kind, r.day, r.text, r.function, r.written_by) for r in work.scalars(query)
    ]


def latest(work: Work, course_id: uuid.UUID, kind: str) -> TextCard | None:
    """The one that holds."""
    return next((one for one in texts(work, course_id) if one.kind == kind), None)


def judge_goal(
    work: Work, goal_id: uuid.UUID, outcome: str, *, note: str = "", own_words: str | None = None
) -> None:
    """Say with the citizen what became of a goal, and how the citizen says it. Raises Refused UNREADABLE."""
    if outcome not in OUTCOMES:
        raise Refused(Reason.UNREADABLE, field="outcome", text=outcome[:40])
    goal = work.get_one(Goal, goal_id)
    work.rely_on(goal)
    goal.outcome = outcome
    goal.outcome_note = limits.plain_text(note.strip(), 2000)
    if own_words is not None:
        goal.own_words = limits.plain_text(own_words.strip(), 1000)
    if outcome == "reached" and goal.steps < 4:
        goal.steps, goal.reached_on = 4, today(work)
    elif outcome in ("partly", "not") and goal.reached_on:
        goal.steps, goal.reached_on = 2 if outcome == "partly" else 0, None
