"""The register of closing days; the holidays come by themselves."""

import uuid
from datetime import date
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, ClosingDay
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.holidays import holiday_name
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.register import Columns, Register, RowCard
from trainer_desktop.services.registers.standing import on_day
from trainer_desktop.services.store.moments import today


def _refuse(work: Work, columns: Columns, row: Any) -> None:
    day, centre = columns["day"], columns.get("centre_id")
    limits.day_within(day, today(work))
    if name := holiday_name(day):
        raise Refused(Reason.TAKEN, field="day", text=name)
    for one in work.scalars(select(ClosingDay).where(ClosingDay.day == day)):
        if (row is None or one.id != row.id) and one.centre_id in (None, centre):
            raise Refused(Reason.TAKEN, field="day", text=f"{day:%d-%m-%Y} {one.name}")
    if row is None or row.day != day or row.centre_id != centre:
        there = on_day(work, day, centre)
        if there.trainings:
            raise Refused(Reason.STILL_STANDS, field="day", n=there.trainings, first=day, day=day)


def _second(work: Work, row: Any) -> str:
    centre = work.get(Centre, row.centre_id) if row.centre_id else None
    return centre.name if centre else ""


class Closing(Register):
    """A closing day has no last day: it is taken away."""

    def end(self, work: Work, key: uuid.UUID, day: date | None) -> None:
        """Open the day again; `day` says nothing here."""
        row = work.get_one(ClosingDay, key)
        work.rely_on(row)
        row.withdrawn = True

    def rows(self, work: Work, *, every: bool = False) -> list[RowCard]:
        """Those to come; `every`: those that were, too."""
        query = select(ClosingDay).order_by(ClosingDay.day)
        if not every:
            query = query.where(ClosingDay.day >= today(work))
        return [self.card(work, row) for row in work.scalars(query)]


CLOSING = Closing(
    "closing",
    ClosingDay,
    (
        Field("day", Kind.DAY, required=True),
        Field("name", Kind.NAME, required=True),
        Field("centre_id", Kind.CENTRE),
    ),
    title=lambda row: f"{row.day:%d-%m-%Y} {row.name}",
    second=_second,
    order=("day",),
    refuse=_refuse,
)
