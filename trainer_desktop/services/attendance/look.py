"""How a training stands, as it is drawn and listed; and whose it is, asked in one way."""

from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import Select, select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.notice import Timely, judge_notice
from trainer_desktop.services.standards.rulebooks import Rulebooks


class Look(Enum):
    """How a training stands, as it is drawn."""

    PLANNED = "planned"
    NEEDS_MARK = "needs-mark"
    CAME = "came"
    LATE = "late"
    IN_TIME = "in-time"
    LATE_CANCEL = "late-cancel"
    CANCELLED = "cancelled"  # the standard names no last minute
    TURNED_AWAY = "turned_away"
    STAYED_AWAY = "stayed-away"
    CENTRE = "centre"


GONE = (
    Look.IN_TIME,
    Look.LATE_CANCEL,
    Look.CANCELLED,
    Look.CENTRE,
    Look.TURNED_AWAY,
)  # no place is taken
TO_MARK = (Look.PLANNED, Look.NEEDS_MARK)


def with_people(*columns: Any) -> Select[Any]:
    """Select from places in trainings, each with its training, its course and its citizen."""
    return (
        select(*columns)
        .select_from(Participant)
        .join(TrainingSession, TrainingSession.id == Participant.session_id)
        .join(Course, Course.id == Participant.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
    )


def look_of(row: Any, books: Rulebooks, now: datetime) -> Look:
    """How a participant's training stands; `row` has state, why, told, late_minutes, starts, ends, basis, standard."""
    if row.centre_cancelled_at:
        return Look.CENTRE
    match row.state:
        case State.PLANNED:
            return Look.NEEDS_MARK if row.ends <= now else Look.PLANNED
        case State.ATTENDED:
            return Look.LATE if row.late_minutes else Look.CAME
        case State.MISSED:
            return Look.STAYED_AWAY
        case State.CANCELLED:
            book = books.for_course(row.basis, row.standard)
            verdict = judge_notice(book, row.why or Why.OTHER, row.starts, row.told)
            said = {Timely.LATE: Look.LATE_CANCEL, Timely.IN_TIME: Look.IN_TIME}
            return said.get(verdict.timely, Look.CANCELLED)
        case State.TURNED_AWAY:
            return Look.TURNED_AWAY
        case _:
            return Look.CENTRE
