"""The register of colleagues; their hours are kept beside, from a day on."""

import uuid
from datetime import date
from typing import Any

from sqlalchemy import func, select

from trainer_desktop.models.centre import Centre, Staff, WorkingHours
from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.naming import in_use, main_centre
from trainer_desktop.services.registers.register import Columns, Register
from trainer_desktop.services.registers.standing import standing


def _refuse(work: Work, columns: Columns, row: Any) -> None:
    columns["centre_id"] = columns.get("centre_id") or main_centre(work)
    columns["initials"] = str(columns["initials"]).upper()
    same = select(Staff.id, Staff.initials).where(in_use(Staff, work))
    for key, initials in work.execute(same):
        if initials.upper() == columns["initials"] and (row is None or key != row.id):
            raise Refused(Reason.TAKEN, field="initials", text=columns["initials"])


def _end_hours(work: Work, row: Any, before: date | None) -> None:
    """Nobody works after the last day; hours that ended with an earlier one go along with it."""
    for one in work.scalars(select(WorkingHours).where(WorkingHours.staff_id == row.id)):
        if before and one.valid_to == before:
            one.valid_to = row.ended
        if row.ended is None:
            continue
        if one.valid_from and one.valid_from > row.ended:
            one.withdrawn = True
        elif one.valid_to is None or one.valid_to > row.ended:
            one.valid_to = row.ended


def responsible_for(work: Work, staff_id: uuid.UUID) -> int:
    """How many running courses somebody is responsible for: they are handed over one by one, by a person."""
    c = Course
    query = select(func.count(c.id)).where(c.responsible_id == staff_id, c.ended.is_(None))
    return work.scalar(query) or 0


def _second(work: Work, row: Any) -> str:
    centre = work.get(Centre, row.centre_id)
    return " · ".join(
        part for part in (row.initials, row.title, centre.name if centre else "") if part
    )


STAFF = Register(
    "staff",
    Staff,
    (
        Field("name", Kind.NAME, required=True),
        Field("initials", Kind.NAME, required=True),
        Field("title", Kind.NAME, default="Fysioterapeut"),
        Field("centre_id", Kind.CENTRE),
    ),
    title=lambda row: str(row.name),
    second=_second,
    refuse=_refuse,
    standing=standing,
    after_end=_end_hours,
)
