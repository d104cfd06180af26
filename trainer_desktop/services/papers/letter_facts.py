"""Facts that a letter may state, each as «day<tab>what»: absences with when they were told, attempts to call, tests."""

import uuid
from datetime import datetime, time

from sqlalchemy import select

from trainer_desktop.documents.wording import clock, long_date, words
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.rules.measures import as_written
from trainer_desktop.services.calls import evidence
from trainer_desktop.services.record import measuring

ABSENT = (State.CANCELLED, State.MISSED, State.TURNED_AWAY, State.CENTRE_CANCELLED)


def about(work: Work, course_id: uuid.UUID) -> str:
    """Whom a letter is to, and on which course: «Kirsten Olesen · 2601»."""
    course = work.get_one(Course, course_id)
    citizen = work.get_one(Citizen, course.citizen_id)
    return f"{citizen.given_name} {citizen.family_name} · {course.number}"


def facts(work: Work, course_id: uuid.UUID, language: str = "da") -> list[str]:
    """Every fact, the oldest first; a person chooses which of them stand in the letter."""
    p, s = Participant, TrainingSession
    rows = work.execute(
        select(s.starts, p.state, p.told)
        .join(s, s.id == p.session_id)
        .where(p.course_id == course_id, p.state.in_(ABSENT))
        .order_by(s.starts)
    )
    absences = [_absence(*row, language) for row in rows]
    return absences + _tried(work, course_id, language) + _tests(work, course_id, language)


def _tried(work: Work, course_id: uuid.UUID, language: str) -> list[str]:
    """Every attempt to reach the citizen since the course began; what was said stays inside the house."""
    say = words(language)["evidence"]
    citizen = work.get_one(Course, course_id).citizen_id
    found = []
    for one in reversed(evidence.contacts(work, course_id, citizen)):
        if one.outcome is None:
            what = f"{say['sent']}: {one.note}"
        else:
            what = f"{say['outcomes'][one.outcome.value]} ({say['how'].get(one.how, one.how)})"
        day = f"{long_date(one.at.date(), language)} {clock(one.at.time(), language)}"
        found.append(f"{day}\t{what}")
    return found


def _absence(starts: datetime, state: State, told: datetime | None, language: str) -> str:
    say = words(language)["letter"]
    what = say["states"][state.value]
    if told:
        same = told.date() == starts.date()
        at, told_on = clock(told.time(), language), long_date(told.date(), language)
        when = at if same else f"{told_on} {at}"
        if told.time() == time():  # a day without an hour, as old registers have it
            when = told_on
        what = f"{what}, {say['told'].format(when=when)}"
    day = f"{long_date(starts.date(), language)} {clock(starts.time(), language)}"
    return f"{day}\t{what}"


def _tests(work: Work, course_id: uuid.UUID, language: str) -> list[str]:
    found = []
    for one in measuring.series(work, course_id):
        values = " → ".join(
            as_written(one.test, r.value, danish=language == "da") for r in one.results
        )
        found.append(f"{one.test.name(language)}\t{values} {one.test.in_unit(language)}")
    return found
