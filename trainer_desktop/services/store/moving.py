"""A whole store moved to another: an embedded one to a server, and back. All of it or nothing, and then held against each other."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from trainer_desktop.models import schema, seen
from trainer_desktop.models.base import Base
from trainer_desktop.models.centre import Centre
from trainer_desktop.models.journal import ChangeSet, Me
from trainer_desktop.models.store import Store
from trainer_desktop.rules.rights import Right

CHUNK = 2_000
PATIENCE = 60.0  # seconds for the writers of the old store to finish
Progress = Callable[[str, int, int], bool]

assert schema.TABLES  # every table is known to the metadata


class NotEmpty(Exception):
    """The place to move to holds something already."""


class NotTheSame(Exception):
    """What arrived is not what was sent; nothing was kept. The text is the table."""


@dataclass(frozen=True, slots=True)
class Moved:
    """How many rows of each table arrived, and the journal's last hash, which is the same at both."""

    rows: dict[str, int]
    journal: str

    @property
    def whole(self) -> int:
        """All rows together."""
        return sum(self.rows.values())


def move(source: Store, target: Store, progress: Progress | None = None) -> Moved:
    """Copy every row in one transaction, hold each table against its source, and keep it only when all are the same.

    The source stays as it is, and nobody writes in it meanwhile; broken off, nothing is at the target, and it is begun anew.
    Raises NotEmpty, NotTheSame, Refused BUSY or NOT_ALLOWED, DBAPIError.
    """
    with source.read() as work:
        work.ask(Right.BACKUP)
    tables = list(Base.metadata.sorted_tables)
    # The target's rows come with their journal: they are written beside the unit of work that would journal them anew.
    with source.work("Flyttes", patience=PATIENCE) as there, target.engine.begin() as new:
        old = there.connection()
        _refuse_full(new)
        new.execute(delete(Me.__table__))  # type: ignore[arg-type]
        rows: dict[str, int] = {}
        for number, table in enumerate(tables):
            if progress and not progress(table.name, number, len(tables)):
                raise InterruptedError(table.name)
            rows[table.name] = _copy(old, new, table)
        for table in tables:
            if _digest(old, table) != _digest(new, table):
                raise NotTheSame(table.name)
        me = new.execute(select(Me.seq, Me.hash)).one()
    if target.file:
        seen.begin(target.file, me.seq, me.hash)
    return Moved(rows, me.hash)


def _refuse_full(connection: Connection) -> None:
    for table in (Centre, ChangeSet):
        if connection.execute(select(func.count()).select_from(table)).scalar():
            raise NotEmpty(table.__tablename__)


def _copy(old: Connection, new: Connection, table: Table) -> int:
    count = 0
    for some in _chunks(old, table):
        new.execute(insert(table), [dict(row._mapping) for row in some])
        count += len(some)
    return count


def _chunks(connection: Connection, table: Table) -> Iterator[list[Any]]:
    query = select(table).order_by(*table.primary_key.columns)
    rows = connection.execute(query.execution_options(yield_per=CHUNK))
    yield from (list(some) for some in rows.partitions())


def _digest(connection: Connection, table: Table) -> str:
    """A hash of every row in the order of its key, the same on both engines."""
    found = hashlib.sha256()
    lines: list[str] = []
    for some in _chunks(connection, table):
        lines += [json.dumps([_plain(v) for v in row], sort_keys=True) for row in some]
    for line in sorted(lines):  # the engines sort text differently
        found.update(line.encode())
    return found.hexdigest()


def _plain(value: Any) -> Any:
    match value:
        case datetime() | date() | time() | uuid.UUID():
            return str(value)
        case bytes() | memoryview():
            return bytes(value).hex()
        case None | str() | bool() | int() | float() | list() | dict():
            return value
        case _:
            return str(getattr(value, "value", value))
