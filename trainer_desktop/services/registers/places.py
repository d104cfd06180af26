"""The registers of centres and satellites, and of rooms."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import or_, select

from trainer_desktop.models.centre import Centre, Room, RoomClosure, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.rules.limits import PLACES
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.naming import in_use, main_centre
from trainer_desktop.services.registers.register import Columns, Register
from trainer_desktop.services.registers.standing import standing

FOR_GOOD = datetime(2200, 1, 1)  # noqa: DTZ001  # wall time
OUT_OF_USE = "taget ud af brug"
MANY = 8  # things that a refusal names


def _same_name(work: Work, model: type[Any], columns: Columns, row: Any, *also: Any) -> None:
    wanted = str(columns["name"]).casefold()
    rows = work.execute(select(model.id, model.name).where(in_use(model, work), *also))
    if any(r.name.casefold() == wanted and (row is None or r.id != row.id) for r in rows):
        raise Refused(Reason.TAKEN, field="name", text=columns["name"])


def _refuse_centre(work: Work, columns: Columns, row: Any) -> None:
    _same_name(work, Centre, columns, row)
    main = work.scalar(select(Centre.id).where(Centre.parent_id.is_(None)).limit(1))
    if row is not None and row.id == main:
        if columns.get("parent_id"):
            raise Refused(Reason.UNREADABLE, field="parent_id", text=row.name)
    elif columns.get("parent_id") not in (None, main):
        text = work.get_one(Centre, columns["parent_id"]).name
        raise Refused(Reason.UNREADABLE, field="parent_id", text=text)
    else:
        columns["parent_id"] = main  # there is one main centre; the others are its satellites


def _refuse_room(work: Work, columns: Columns, row: Any) -> None:
    columns["centre_id"] = columns.get("centre_id") or main_centre(work)
    _same_name(work, Room, columns, row, Room.centre_id == columns["centre_id"])


def _close_for_good(work: Work, row: Any, _before: date | None) -> None:
    """A room that is taken out of use is closed from the next day on, so that every check knows it."""
    query = select(RoomClosure).where(RoomClosure.room_id == row.id, RoomClosure.ends == FOR_GOOD)
    old = work.scalar(query)
    if row.ended is None:
        if old:
            old.withdrawn = True
        return
    starts = datetime.combine(row.ended + timedelta(days=1), time())
    if old:
        old.starts = starts
    else:
        work.add(RoomClosure(room_id=row.id, starts=starts, ends=FOR_GOOD, note=OUT_OF_USE))


def _refuse_held(work: Work, row: Any, before: date | None) -> None:
    """No centre goes out of use while colleagues, rooms, satellites or running courses are still there."""
    if row.ended is None or before == row.ended:
        return
    held: list[str] = []
    for model in (Staff, Room):
        names = model.initials if model is Staff else model.name
        query = select(names).where(model.centre_id == row.id)
        held += work.scalars(query.where(or_(model.ended.is_(None), model.ended > row.ended)))
    query = select(Centre.name).where(Centre.parent_id == row.id, Centre.ended.is_(None))
    held += work.scalars(query)
    query = select(Course.number).where(Course.centre_id == row.id, Course.ended.is_(None))
    held += [f"forløb {number}" for number in work.scalars(query.limit(MANY))]
    if held:
        more = " …" if len(held) > MANY else ""
        raise Refused(Reason.STILL_HOLDS, what=", ".join(held[:MANY]) + more)


def _of_centre(_work: Work, row: Any) -> str:
    parts = (row.municipality, row.address, row.phone)
    return " · ".join(part for part in parts if part)


def _of_room(work: Work, row: Any) -> str:
    centre = work.get(Centre, row.centre_id)
    return f"{centre.name if centre else ''} · {row.capacity}"


CENTRES = Register(
    "centres",
    Centre,
    (
        Field("name", Kind.NAME, required=True),
        Field("municipality", Kind.NAME),
        Field("parent_id", Kind.CENTRE),
        Field("address"),
        Field("phone", Kind.PHONE),
        Field("opening"),
        Field("sor", Kind.SOR),
        Field("gln", Kind.GLN),
    ),
    title=lambda row: str(row.name),
    second=_of_centre,
    refuse=_refuse_centre,
    standing=standing,
    after_end=_refuse_held,
)
ROOMS = Register(
    "rooms",
    Room,
    (
        Field("name", Kind.NAME, required=True),
        Field(
            "kind",
            Kind.CHOICE,
            required=True,
            choices=tuple(k.value for k in RoomKind),
            default="box",
        ),
        Field("capacity", Kind.COUNT, required=True, least=PLACES[0], most=PLACES[1], default="1"),
        Field("equipment", Kind.LIST),
        Field("centre_id", Kind.CENTRE),
    ),
    title=lambda row: str(row.name),
    second=_of_room,
    enums={"kind": RoomKind},
    refuse=_refuse_room,
    standing=standing,
    after_end=_close_for_good,
)
