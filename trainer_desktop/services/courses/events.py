"""What people note on a course: the days that deadlines count from, goals, and consent."""

import uuid
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen, Consent
from trainer_desktop.models.course import Course, CourseEvent, Goal
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.gp_status import Consent as Answer
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.store.moments import wall_now

MAY_COME = {
    "plan_start",
    "discharge",
    "first_visit",
    "start_offered",
    "course_start",
}  # planned ahead


def note_consent(
    work: Work,
    course_id: uuid.UUID,
    answer: Answer,
    form: str,
    *,
    day: date | None = None,
    taken_by: str = "",
    what: str = "",
) -> None:
    """Record a citizen's answer for the clinic that the citizen has now, how it was given and who asked.

    Raises Refused: NEEDS_REASON without how it was given, NOT_COME or TOO_FAR for a day that cannot be.
    """
    form = limits.reason_given(form)
    day = limits.happened(day, wall_now(work).date())
    citizen = work.get_one(Citizen, work.get_one(Course, course_id).citizen_id)
    work.rely_on(citizen)  # it is asked for the clinic that was seen
    work.add(
        Consent(
            course_id=course_id,
            answer=answer,
            day=day,
            form=form,
            noted_by=work.actor,
            noted_at=work.now,
            clinic_id=citizen.gp_clinic_id,
            taken_by=limits.plain_text(taken_by.strip(), 100) or work.actor,
            what=limits.plain_text(what.strip(), 500),
        )
    )


def set_goal(work: Work, course_id: uuid.UUID, text: str) -> None:
    """Write down a goal set with the citizen."""
    text = limits.reason_given(text)
    work.add(Goal(course_id=course_id, text=text, set_on=wall_now(work).date()))


def reach(work: Work, goal_id: uuid.UUID, steps: int) -> None:
    """Say how far a goal is, in quarters; four is reached."""
    limits.within("steps", steps, 0, 4)
    goal = work.get_one(Goal, goal_id)
    goal.steps = steps
    goal.reached_on = wall_now(work).date() if steps >= 4 else None


def set_event(work: Work, course_id: uuid.UUID, event: str, day: date | None) -> None:
    """Note the day of something a deadline counts from; None takes it away.

    Raises Refused: CROSSED, TOO_FAR, or NOT_COME for something that has happened on a day to come.
    """
    today = wall_now(work).date()
    if day:
        limits.day_within(day, today)
        if day > today and event not in MAY_COME:
            raise Refused(Reason.NOT_COME, day=day)
    _refuse_crossed(work, course_id, event, day)
    query = select(CourseEvent).where(
        CourseEvent.course_id == course_id, CourseEvent.event == event
    )
    row = work.scalar(query, execution_options={"with_withdrawn": True})
    if row is None and day:
        work.add(CourseEvent(course_id=course_id, event=event, day=day))
    elif row is not None:
        row.withdrawn = day is None
        row.day = day or row.day


def _refuse_crossed(work: Work, course_id: uuid.UUID, event: str, day: date | None) -> None:
    """No course ends before it starts."""
    other = {"course_end": "course_start", "course_start": "course_end"}.get(event)
    if day is None or other is None:
        return
    query = select(CourseEvent.day).where(
        CourseEvent.course_id == course_id, CourseEvent.event == other
    )
    there = work.scalar(query)
    if there:
        limits.in_order(*((there, day) if event == "course_end" else (day, there)))
