"""The register of absences to come; whom one hits is moved on the absence page first."""

import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Staff, StaffAbsence
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.fields import Field, Kind, complete, read_all
from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.naming import name_of, named
from trainer_desktop.services.registers.register import Columns, Register, RowCard, Texts
from trainer_desktop.services.registers.standing import between
from trainer_desktop.services.store.moments import today


class Absences(Register):
    """Whole days; hours of a day are noted on the absence page."""

    def rows(self, work: Work, *, every: bool = False) -> list[RowCard]:
        """Those that last until today or longer; `every`: those that were, too."""
        query = select(StaffAbsence).order_by(StaffAbsence.starts)
        if not every:
            query = query.where(StaffAbsence.ends >= datetime.combine(today(work), time()))
        return [self.card(work, row) for row in work.scalars(query)]

    def card(self, work: Work, row: Any) -> RowCard:
        """One absence, with its first and last day."""
        last = _last(row)
        texts = {
            "staff_id": name_of(work, Kind.STAFF, row.staff_id),
            "first": row.starts.date().isoformat(),
            "last": last.isoformat(),
            "kind": row.kind.value,
            "note": row.note,
        }
        span = f"{row.starts:%d-%m-%Y} – {last:%d-%m-%Y}"
        return RowCard(row.id, texts["staff_id"], span, None, texts)

    def refusal(self, work: Work, texts: Texts, key: uuid.UUID | None = None) -> Refused | None:
        """Why these texts could not be saved; nothing is written."""
        try:
            _columns(work, texts, work.get(StaffAbsence, key) if key else None)
        except Refused as no:
            return no
        return None

    def add(self, work: Work, texts: Texts) -> uuid.UUID:
        """A new absence; raises Refused, among others STILL_STANDS for trainings that it would hit."""
        row = StaffAbsence(**_columns(work, complete(self.fields, texts), None))
        work.add(row)
        work.flush()
        return row.id

    def change(self, work: Work, key: uuid.UUID, texts: Texts) -> None:
        """Other days, kind or note; raises Refused as `add`."""
        row = work.get_one(StaffAbsence, key)
        work.rely_on(row)
        for name, value in _columns(work, {**self.card(work, row).texts, **texts}, row).items():
            if getattr(row, name) != value:
                setattr(row, name, value)

    def end(self, work: Work, key: uuid.UUID, day: date | None) -> None:
        """Take the absence away; `day` says nothing here."""
        row = work.get_one(StaffAbsence, key)
        work.rely_on(row)
        row.withdrawn = True


def _last(row: StaffAbsence) -> date:
    return (row.ends - timedelta(minutes=1)).date()


def _columns(work: Work, texts: Texts, row: StaffAbsence | None) -> Columns:
    values = read_all(FIELDS, texts)
    staff = named(work, FIELDS[0], values["staff_id"])
    if staff is None:
        raise Refused(Reason.NOTHING_WRITTEN, field="staff_id")
    first, last = values["first"], values["last"] or values["first"]
    for name, day in (("first", first), ("last", last)):
        try:
            limits.day_within(day, today(work))
        except Refused as no:
            raise Refused(no.reason, field=name, **no.facts) from None
    if last < first:
        raise Refused(Reason.CROSSED, field="last", first=first, last=last)
    there = (row.staff_id, row.starts.date(), _last(row)) if row else None
    whole = there == (staff, first, last)
    starts = row.starts if row and whole else datetime.combine(first, time())
    ends = row.ends if row and whole else datetime.combine(last + timedelta(days=1), time())
    if not whole:
        _refuse_twice(work, row, staff, starts, ends)
        hit = between(work, staff, first, last)
        if hit.trainings:
            raise Refused(
                Reason.STILL_STANDS, field="first", n=hit.trainings, first=hit.first, day=first
            )
    return {
        "staff_id": work.get_one(Staff, staff).id,
        "starts": starts,
        "ends": ends,
        "kind": AbsenceKind(values["kind"]),
        "note": values["note"],
    }


def _refuse_twice(
    work: Work, row: StaffAbsence | None, staff: uuid.UUID, starts: datetime, ends: datetime
) -> None:
    a = StaffAbsence
    query = select(a).where(a.staff_id == staff, a.starts < ends, a.ends > starts)
    for one in work.scalars(query):
        if row is None or one.id != row.id:
            raise Refused(Reason.ALREADY_AWAY, field="first", day=one.starts.date())


FIELDS = (
    Field("staff_id", Kind.STAFF, required=True),
    Field("first", Kind.DAY, required=True),
    Field("last", Kind.DAY),
    Field(
        "kind",
        Kind.CHOICE,
        required=True,
        choices=tuple(k.value for k in AbsenceKind),
        default="holiday",
    ),
    Field("note"),
)
ABSENCES = Absences(
    "absences", StaffAbsence, FIELDS, title=lambda row: str(row.id), second=lambda _work, _row: ""
)
