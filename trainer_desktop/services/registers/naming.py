"""Rows of other registers by the name that people use: a centre's, a room's, a colleague's initials, a clinic's number."""

import uuid
from typing import Any

from sqlalchemy import func, or_, select, true

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import GpClinic
from trainer_desktop.models.work import Work
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.store.moments import today

TABLES: dict[Kind, tuple[type[Any], tuple[str, ...]]] = {
    Kind.CENTRE: (Centre, ("name",)),
    Kind.STAFF: (Staff, ("initials", "name")),
    Kind.ROOM: (Room, ("name",)),
    Kind.CLINIC: (GpClinic, ("ydernummer", "name")),
}


def in_use(model: type[Any], work: Work) -> Any:
    """The condition that a row is in use today or still to be: it has no last day, or one to come."""
    return or_(model.ended.is_(None), model.ended >= today(work))


def named(work: Work, field: Field, text: str) -> uuid.UUID | None:
    """The row that a text names, by key or name, those in use first; None for nothing. Raises Refused UNREADABLE."""
    if not text:
        return None
    model, names = TABLES[field.kind]
    columns = [getattr(model, name) for name in names]
    try:
        key = uuid.UUID(text)
    except ValueError:
        plain = text.casefold()
        ended = true()
        for where in (in_use(model, work), ended):
            rows = work.execute(select(model.id, *columns).where(where)).all()
            for place in range(1, len(names) + 1):
                found: list[uuid.UUID] = [r[0] for r in rows if str(r[place]).casefold() == plain]
                if len(found) == 1 and where is ended:
                    raise Refused(Reason.NOT_IN_USE, field=field.name, text=text[:40]) from None
                if len(found) == 1:
                    return found[0]
        raise Refused(Reason.UNREADABLE, field=field.name, text=text[:40]) from None
    if work.get(model, key) is None:
        raise Refused(Reason.UNREADABLE, field=field.name, text=text[:40])
    return key


def name_of(work: Work, kind: Kind, key: uuid.UUID) -> str:
    """What a row is called; where two are called so, its key."""
    model, names = TABLES[kind]
    row = work.get(model, key)
    if row is None:
        return ""
    name = str(getattr(row, names[0]))
    return name if _only_one(work, model, names[0], name) else str(key)


def _only_one(work: Work, model: type[Any], column: str, name: str) -> bool:
    query = select(func.count()).select_from(model).where(getattr(model, column) == name)
    return (work.scalar(query.where(in_use(model, work))) or 0) < 2


def choices(work: Work, kind: Kind) -> list[tuple[str, str]]:
    """Every row in use that can be named: the text that names it, and what it is shown as."""
    model, names = TABLES[kind]
    columns = [getattr(model, name) for name in names]
    query = select(model.id, *columns).where(in_use(model, work)).order_by(*columns)
    return [
        (
            name_of(work, kind, row[0]),
            " · ".join(part for part in (*row[1:], _centre(work, model, row[0])) if part),
        )
        for row in work.execute(query).all()
    ]


def _centre(work: Work, model: type[Any], key: uuid.UUID) -> str:
    """Where a room is, so that two of one name can be told apart."""
    room = work.get(Room, key) if model is Room else None
    centre = work.get(Centre, room.centre_id) if room else None
    return centre.name if centre else ""


def main_centre(work: Work) -> uuid.UUID:
    """The centre that the others are satellites of; raises Refused NO_CENTRE."""
    found = work.scalar(select(Centre.id).where(Centre.parent_id.is_(None)).limit(1))
    if found is None:
        raise Refused(Reason.NO_CENTRE)
    return found
