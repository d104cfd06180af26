"""Rows of other registers by the name that people use: a centre's, a room's, a colleague's initials, a clinic's number."""

import uuid
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import GpClinic
from trainer_desktop.models.work import Work
from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.refusal import Reason, Refused

TABLES: dict[Kind, tuple[type[Any], tuple[str, ...]]] = {
    Kind.CENTRE: (Centre, ("name",)),
    Kind.STAFF: (Staff, ("initials", "name")),
    Kind.ROOM: (Room, ("name",)),
    Kind.CLINIC: (GpClinic, ("ydernummer", "name")),
}


def named(work: Work, field: Field, text: str) -> uuid.UUID | None:
    """The row that a text names, by key or name; None for nothing. Raises Refused UNREADABLE."""
    if not text:
        return None
    model, names = TABLES[field.kind]
    try:
        key = uuid.UUID(text)
    except ValueError:
        plain = text.casefold()
        rows = work.execute(select(model.id, *(getattr(model, name) for name in names))).all()
        for place in range(1, len(names) + 1):
            found = [row[0] for row in rows if str(row[place]).casefold() == plain]
            if len(found) == 1:
                return uuid.UUID(str(found[0]))
        raise Refused(Reason.UNREADABLE, field=field.name, text=text[:40]) from None
    return key if work.get(model, key) else None


def name_of(work: Work, kind: Kind, key: uuid.UUID) -> str:
    """What a row is called."""
    model, names = TABLES[kind]
    row = work.get(model, key)
    return str(getattr(row, names[0])) if row else ""


def choices(work: Work, kind: Kind) -> list[tuple[str, str]]:
    """Every row that can be named: the text that names it, and what it is shown as."""
    model, names = TABLES[kind]
    columns = [getattr(model, name) for name in names]
    rows = work.execute(select(*columns).order_by(*columns)).all()
    return [(str(row[0]), " · ".join(str(part) for part in row if part)) for row in rows]


def main_centre(work: Work) -> uuid.UUID:
    """The centre that the others are satellites of; raises Refused NO_CENTRE."""
    found = work.scalar(select(Centre.id).where(Centre.parent_id.is_(None)).limit(1))
    if found is None:
        raise Refused(Reason.NO_CENTRE)
    return found
