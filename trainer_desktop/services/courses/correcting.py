"""Correcting a course later, with a reason; what stood before stays readable. Handing it over to somebody else."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import State
from trainer_desktop.rules.fields import Field, Kind, read_all
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses.intake import BASES, SOURCES
from trainer_desktop.services.registers.register import Texts
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import today, wall_now

FIELDS = (
    Field("basis", Kind.CHOICE, choices=BASES),
    Field("source", Kind.CHOICE, choices=SOURCES),
    Field("trainings", Kind.COUNT, least=limits.COUNT[0], most=limits.COUNT[1]),
    Field("minutes", Kind.COUNT, least=limits.MINUTES[0], most=limits.MINUTES[1]),
    Field("supplier", Kind.NAME),
    Field("area", Kind.NAME),
    Field("level", Kind.NAME),
    Field("diagnosis", Kind.LINES),
)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What a handing over did: how many trainings went along, and which day the first that could not is on."""

    along: int
    left: int


def correct(work: Work, course_id: uuid.UUID, texts: Texts, reason: str) -> None:
    """Write other figures or words for a course; ledger and deadlines follow.

    The reason is part of the act in the journal, where the old values stay. Raises Refused.
    """
    limits.reason_given(reason)
    row = work.get_one(Course, course_id)
    work.rely_on(row)
    values: dict[str, Any] = read_all(FIELDS, texts)
    trainings = values.pop("trainings", row.package_trainings)
    minutes = values.pop("minutes", _each(row))
    basis = values.get("basis")
    if basis is not None and basis not in BASES:
        raise Refused(Reason.NO_BASIS)
    if basis and basis != row.basis:
        values["standard"] = rulebooks(work).standards.get(basis, "")
        book = rulebooks(work).for_course(basis, values["standard"])
        edition = book.on(today(work))
        values["version"] = edition.standard.version if edition else ""
    values["package_trainings"] = trainings
    values["package_minutes"] = trainings * minutes if trainings and minutes else None
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _each(row: Course) -> int | None:
    if row.package_trainings and row.package_minutes:
        return row.package_minutes // row.package_trainings
    return None


def hand_over(
    work: Work,
    course_id: uuid.UUID,
    staff_id: uuid.UUID,
    centre_id: uuid.UUID | None = None,
    *,
    trainings: bool = False,
) -> HandedOver:
    """Give a course to another responsible therapist, and another centre, with its own trainings to come or without.

    Raises Refused: NOT_IN_USE, ALREADY_ENDED, or THERAPIST_BUSY when she has another training then; nothing is done then.
    """
    course, staff = work.get_one(Course, course_id), work.get_one(Staff, staff_id)
    work.rely_on(course)
    if course.ended:
        raise Refused(Reason.ALREADY_ENDED, day=course.ended)
    if staff.ended and staff.ended < today(work):
        raise Refused(Reason.NOT_IN_USE, text=staff.name)
    course.responsible_id = staff.id
    if centre_id:
        course.centre_id = work.get_one(Centre, centre_id).id
    coming = _own(work, course.id)
    if not trainings:
        return HandedOver(0, len(coming))
    for session in coming:
        session.therapist_id = staff.id
    return HandedOver(len(coming), 0)


def _own(work: Work, course_id: uuid.UUID) -> list[TrainingSession]:
    """The course's planned trainings to come that are no team's."""
    s = TrainingSession
    midnight = datetime.combine(wall_now(work).date(), time())
    return list(
        work.scalars(
            select(s)
            .join(Participant, Participant.session_id == s.id)
            .where(
                Participant.course_id == course_id,
                Participant.state == State.PLANNED,
                s.team_id.is_(None),
                s.starts >= midnight,
            )
            .order_by(s.starts)
        )
    )
