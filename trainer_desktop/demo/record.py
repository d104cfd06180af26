"""A record for the demo centre: tests, goals, notes and examinations on the courses that one looks at first; all made up."""

import uuid
from datetime import date, datetime, timedelta

from sqlalchemy import func, select

from trainer_desktop.models.course import Course, Goal
from trainer_desktop.models.record import CourseText, Measurement, Note
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State

COURSES = 24  # with a record of their own
STEPS = (  # tests with their results, in thousandths: at the start, and then
    ("rss30", (6000, 8000, 11000)),
    ("tug", (18400, 14900, 12600)),
    ("6mwt", (245000, 268000, 312000)),
    ("bbs", (41000, 43000)),
)
NOTES = (
    "Bor alene, stueplan. Fald i september, siden da rollator. Tre mål sat sammen med borgeren.",
    "Øm i venstre knæ efter en lang gåtur. Styrke uden belastning, afsluttet roligt.",
    "Rejser sig uden arme, let usikker i vendinger. Ingen smerter. Vil gerne prøve turen til butikken i næste uge.",
)
GOALS = ("Gå til butikken og hjem uden pause", "Komme op fra gulvet uden hjælp")


def add_record(work: Work, here: datetime) -> None:
    """Write it on the running courses that have been trained on most, up to today."""
    p, s = Participant, TrainingSession
    came = (
        select(Course.id, Course.citizen_id, func.count(p.id).label("times"))
        .join(p, p.course_id == Course.id)
        .join(s, s.id == p.session_id)
        .where(p.state == State.ATTENDED, Course.ended.is_(None))
        .group_by(Course.id, Course.citizen_id)
        .order_by(func.count(p.id).desc(), Course.id)
        .limit(COURSES)
    )
    seen: set[uuid.UUID] = set()
    for number, row in enumerate(work.execute(came).all()):
        if row.citizen_id in seen:
            continue
        seen.add(row.citizen_id)
        days = _days(work, row.id)
        if len(days) >= len(STEPS[0][1]):
            _course(work, row.id, row.citizen_id, days, number, here)


def _days(work: Work, course_id: uuid.UUID) -> list[date]:
    p, s = Participant, TrainingSession
    rows = work.scalars(
        select(s.starts)
        .join(p, p.session_id == s.id)
        .where(p.course_id == course_id, p.state == State.ATTENDED)
        .order_by(s.starts)
    )
    return [starts.date() for starts in rows]


def _course(
    work: Work,
    course_id: uuid.UUID,
    citizen_id: uuid.UUID,
    days: list[date],
    number: int,
    here: datetime,
) -> None:
    staff = "OSM"
    for key, values in STEPS[: 2 + number % 3]:
        for at, value in enumerate(values):
            day = days[at * (len(days) - 1) // (len(values) - 1)]
            work.add(
                Measurement(
                    course_id=course_id,
                    key=key,
                    day=day,
                    value=value + number % 5 * 1000,
                    point="start" if at == 0 else "",
                    tested_by=staff,
                    noted_at=work.now,
                )
            )
    for text in GOALS[: 1 + number % 2]:
        work.add(Goal(course_id=course_id, text=text, set_on=days[0]))
    for at, text in enumerate(NOTES):
        back = timedelta(days=(len(NOTES) - at) * 9)
        work.add(
            Note(
                citizen_id=citizen_id,
                course_id=course_id,
                text=text,
                written_by=staff,
                written_at=work.now - back,
            )
        )
    work.add(
        CourseText(
            course_id=course_id,
            kind="first_talk",
            day=min(days[0], here.date()),
            text=NOTES[0],
            function=2,
            written_by=staff,
            written_at=work.now,
        )
    )
