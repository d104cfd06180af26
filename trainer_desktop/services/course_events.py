"""What people note on a course: the days that deadlines count from, goals, and consent."""

import uuid
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.citizen import Consent
from trainer_desktop.models.course import CourseEvent, Goal
from trainer_desktop.models.store import Work
from trainer_desktop.rules.gp_status import Consent as Answer
from trainer_desktop.services.moments import wall_now


def note_consent(work: Work, course_id: uuid.UUID, answer: Answer, form: str) -> None:
    """Record a citizen's answer, with who noted it and when."""
    day = wall_now(work).date()
    work.add(
        Consent(
            course_id=course_id,
            answer=answer,
            day=day,
            form=form,
            noted_by=work.actor,
            noted_at=work.now,
        )
    )


def set_goal(work: Work, course_id: uuid.UUID, text: str) -> None:
    """Write down a goal set with the citizen."""
    work.add(Goal(course_id=course_id, text=text.strip(), set_on=wall_now(work).date()))


def reach(work: Work, goal_id: uuid.UUID, steps: int) -> None:
    """Say how far a goal is, in quarters; four is reached."""
    goal = work.get_one(Goal, goal_id)
    goal.steps = steps
    goal.reached_on = wall_now(work).date() if steps >= 4 else None


def set_event(work: Work, course_id: uuid.UUID, event: str, day: date | None) -> None:
    """Note the day of something a deadline counts from; None takes it away."""
    query = select(CourseEvent).where(
        CourseEvent.course_id == course_id, CourseEvent.event == event
    )
    row = work.scalar(query, execution_options={"with_withdrawn": True})
    if row is None and day:
        work.add(CourseEvent(course_id=course_id, event=event, day=day))
    elif row is not None:
        row.withdrawn = day is None
        row.day = day or row.day
