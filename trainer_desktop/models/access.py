"""The access log: who saw what of whom, where and when, each line chained to the one before it."""

import hashlib
import json
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import Connection, bindparam, insert, select

from trainer_desktop.models.base import Key, UtcDateTime
from trainer_desktop.models.user import Access


class Writes(Protocol):
    """The store, as far as the log goes."""

    place: str

    def work(self, action: str = "", actor: str | None = None) -> AbstractContextManager[Any]:
        """A unit of work."""


SAME = timedelta(minutes=15)  # a look by the same at the same within this is the same look
_a = Access.__table__
_LAST = select(_a.c.seq, _a.c.hash).order_by(_a.c.seq.desc()).limit(1)
_LATELY = (
    select(_a.c.seq)
    .where(
        _a.c.citizen_id == bindparam("citizen", type_=Key()),
        _a.c.at > bindparam("since", type_=UtcDateTime()),
        _a.c.actor == bindparam("actor"),
        _a.c.what == bindparam("what"),
        _a.c.place == bindparam("place"),
    )
    .limit(1)
)
_IN_ORDER = select(_a).order_by(_a.c.seq)


@dataclass(frozen=True, slots=True)
class Looks:
    """What was seen in one reading: of whom, and what."""

    at: datetime
    actor: str
    seen: tuple[tuple[uuid.UUID, str], ...]


def write_looks(store: Writes, looks: Looks) -> None:
    """Write them down, but for what the same actor has just looked at. Raises as `Store.work` does."""
    with store.work(actor=looks.actor) as work:
        connection = work.connection()
        row = connection.execute(_LAST).first()
        seq, prev = (row.seq, row.hash) if row else (0, "")
        for citizen, what in looks.seen:
            asked = {"citizen": citizen, "since": looks.at - SAME, "actor": looks.actor}
            if connection.execute(_LATELY, {**asked, "what": what, "place": store.place}).first():
                continue
            seq += 1
            line = (looks.at.astimezone(UTC), looks.actor, store.place, citizen, what)
            chained = digest(prev, seq, *line)
            values = dict(zip(("at", "actor", "place", "citizen_id", "what"), line, strict=True))
            connection.execute(
                insert(Access), {**values, "seq": seq, "prev": prev, "hash": chained}
            )
            prev = chained


def digest(
    prev: str, seq: int, at: datetime, actor: str, place: str, citizen: uuid.UUID, what: str
) -> str:
    """The hash that chains a line to the one before it."""
    said = [prev, seq, at.isoformat(), actor, place, str(citizen), what]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def broken(connection: Connection) -> Iterator[int]:
    """The number of the first line that does not follow from the one before it; nothing when all do."""
    prev = ""
    rows = connection.execute(_IN_ORDER.execution_options(yield_per=1000))
    for seq, row in enumerate(rows, 1):
        at = row.at.astimezone(UTC)
        chained = digest(row.prev, row.seq, at, row.actor, row.place, row.citizen_id, row.what)
        if (row.seq, row.prev, row.hash) != (seq, prev, chained):
            yield row.seq
            return
        prev = row.hash
