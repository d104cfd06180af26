"""Correcting a course later, with a reason; what stood before stays readable."""

import uuid
from typing import Any

from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.fields import Field, Kind, read_all
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses.intake import SOURCES
from trainer_desktop.services.registers.choices import BASES
from trainer_desktop.services.registers.register import Texts
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import today

CORRECTED = "correct:"  # how the journal names a correction; its reason follows
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


def correct(work: Work, course_id: uuid.UUID, texts: Texts, reason: str) -> None:
    """Write other figures or words for a course; ledger and deadlines follow.

    The reason is part of the act in the journal, where the old values stay. Raises Refused.
    """
    work.action = f"{CORRECTED} {limits.reason_given(reason)}"
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
