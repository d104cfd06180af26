"""The one door to the database: units of work, each one transaction, one moment and one change set."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, event, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.orm.unitofwork import UOWTransaction

from trainer_desktop.models import search
from trainer_desktop.models.base import Synced, new_key, registers
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.journal import SCHEMA, ChangeSet, Me, Op, digest
from trainer_desktop.models.occupy import occupy
from trainer_desktop.models.plain import to_plain
from trainer_desktop.rules.refusal import Reason, Refused

CHUNK = 2000


class BypassesJournal(RuntimeError):
    """A bulk change or a deletion that the journal would not see."""


@dataclass(frozen=True, slots=True)
class Change:
    """A committed change set and the rows it touched."""

    site: str
    seq: int
    rows: frozenset[tuple[str, uuid.UUID]]

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables was touched."""
        return any(table in tables for table, _row in self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)


class Work(Session):
    """A unit of work: one transaction, one moment (`now`, aware), one change set by `actor`."""

    def __init__(self, engine: Engine, now: datetime, actor: str, action: str) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.now = now
        self.actor = actor
        self.action = action
        self.ops: list[Op] = []
        self.touched: set[tuple[str, uuid.UUID]] = set()
        self.change = Change("", 0, frozenset())
        self.occupies_itself = False
        self._head: tuple[str, int, str, str] | None = None

    @property
    def head(self) -> tuple[str, int, str, str]:
        """The change set's site, number and stamp, and the hash before it; taken at the first change."""
        if self._head is None:
            me = Me.__table__
            row = self.execute(select(Me.site, Me.seq, Me.clock, Me.hash).with_for_update()).one()
            clock = max(int(self.now.timestamp() * 1000) << 16, row.clock + 1)
            connection = self.connection()
            connection.execute(update(me).values(clock=clock, seq=row.seq + 1))  # type: ignore[arg-type]
            self._head = (row.site, row.seq + 1, f"{clock:016x}{row.site}", row.hash)
        return self._head

    def insert_rows(self, model: type[Synced], rows: list[dict[str, Any]]) -> None:
        """Insert many new rows at once, journalled like any other change."""
        if not rows:
            return
        stamp = self.head[2]
        table = model.__table__  # type: ignore[attr-defined]
        groups = registers(model)
        defaults = {c.name: c.default.arg for c in table.c if c.default and c.default.is_scalar}
        for row in rows:
            row.setdefault("id", new_key())
            row["created"] = stamp
            for name, value in defaults.items():
                row.setdefault(name, value)
            for column in table.c:
                row.setdefault(
                    column.name, {} if column.name in ("standards", "settings") else None
                )
            if model is Citizen:
                search.fill_derived(row)
            new = {
                name: [[to_plain(row[c.name]) for c in columns], [], None]
                for name, columns in groups.items()
            }
            self.ops.append([table.name, str(row["id"]), "i", new])
            self.touched.add((table.name, row["id"]))
        connection = self.connection()
        for start in range(0, len(rows), CHUNK):
            connection.execute(insert(table), rows[start : start + CHUNK])

    def forget(self) -> None:
        """Drop what was noted, after a rollback."""
        self.ops, self._head, self.touched = [], None, set()


class Store:
    """Hands out units of work on one database."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime], actor: str = "") -> None:
        self.engine = engine
        self.clock = clock
        self.actor = actor
        self._readers = engine.execution_options(immediate=False)

    @contextmanager
    def work(self, action: str = "", actor: str | None = None) -> Iterator[Work]:
        """Open a unit of work: committed at the end, rolled back on any error.

        Raises Refused when a guard in the database says that something is taken already.
        """
        who = self.actor if actor is None else actor
        with Work(self.engine, self.clock(), who, action) as work:
            try:
                with work.begin():
                    yield work
            except IntegrityError as trouble:
                raise _refused(trouble) from trouble

    @contextmanager
    def read(self) -> Iterator[Work]:
        """Open a unit of work that only reads and holds nobody up."""
        with Work(self._readers, self.clock(), self.actor, "") as work, work.begin():
            yield work

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _refused(trouble: IntegrityError) -> Exception:
    said = str(trouble.orig)
    if "room_full" in said:
        return Refused(Reason.ROOM_FULL)
    if "no_double_booking" in said:
        return Refused(Reason.THERAPIST_BUSY)
    if "wall_time" in said or "ends_after_start" in said:
        return Refused(Reason.BAD_TIME)
    return trouble


def merge_heads(
    heads: dict[str, Any] | None,
    register: str,
    created: str,
    old: list[Any],
    stamp: str,
    new: list[Any],
) -> tuple[dict[str, Any], list[str]]:
    """Put a version on a register: it replaces those whose value the writer saw. Also answers their stamps."""
    known = (heads or {}).get(register) or [[created, old]]
    seen = [head[0] for head in known if head[1] == old]
    kept = [head for head in known if head[0] not in seen and head[0] != stamp]
    merged = {**(heads or {}), register: sorted([*kept, [stamp, new]])}
    return merged, [s for s in seen if s != stamp]


@event.listens_for(Work, "before_flush")
def _write_down(work: Session, _context: UOWTransaction, _instances: object) -> None:
    assert isinstance(work, Work)
    if any(isinstance(row, Synced) for row in work.deleted):
        raise BypassesJournal("rows are withdrawn, never deleted")
    changed = [r for r in work.dirty if isinstance(r, Synced) and work.is_modified(r)]
    for row in [r for r in work.new if isinstance(r, Synced)]:
        _note_new(work, row)
    for row in changed:
        _note_changed(work, row)


def _note_new(work: Work, row: Synced) -> None:
    row.id = row.id or new_key()
    row.created = work.head[2]
    table = type(row).__table__  # type: ignore[attr-defined]
    for column in table.c:
        if getattr(row, column.key) is None and column.default is not None:
            arg = column.default.arg
            setattr(row, column.key, arg(None) if column.default.is_callable else arg)
    _derive(row)
    new = {
        name: [[to_plain(getattr(row, c.key)) for c in columns], [], None]
        for name, columns in registers(type(row)).items()
    }
    work.ops.append([table.name, str(row.id), "i", new])
    work.touched.add((table.name, row.id))


def _note_changed(work: Work, row: Synced) -> None:
    noted: dict[str, list[Any]] = {}
    _derive(row)
    state = inspect(row)
    for name, columns in registers(type(row)).items():
        histories = [state.attrs[c.key].history for c in columns]
        if not any(h.has_changes() for h in histories):
            continue
        new = [to_plain(getattr(row, c.key)) for c in columns]
        old = [
            to_plain(h.deleted[0]) if h.deleted else to_plain(getattr(row, c.key))
            for h, c in zip(histories, columns, strict=True)
        ]
        if new == old:
            continue
        row.heads, seen = merge_heads(row.heads, name, row.created, old, work.head[2], new)
        noted[name] = [new, seen, old]
    if noted:
        table = type(row).__table__.name  # type: ignore[attr-defined]
        work.ops.append([table, str(row.id), "u", noted])
        work.touched.add((table, row.id))


def _derive(row: Synced) -> None:
    if isinstance(row, Citizen):
        names = ("given_name", "family_name", "number", "phone", "mobile")
        values: dict[str, Any] = {name: getattr(row, name) for name in names}
        search.fill_derived(values)
        row.search, row.sort_key = values["search"], values["sort_key"]


@event.listens_for(Work, "before_commit")
def _close_change_set(work: Session) -> None:
    assert isinstance(work, Work)
    work.flush()
    if not work.ops:
        return
    if not work.occupies_itself:
        occupy(work, work.touched)
    site, seq, stamp, prev = work.head
    chained = digest(prev, site, seq, stamp, work.actor, work.action, SCHEMA, work.ops)
    values = {"site": site, "seq": seq, "stamp": stamp, "actor": work.actor}
    values |= {"action": work.action, "schema": SCHEMA, "prev": prev, "hash": chained}
    connection = work.connection()
    connection.execute(insert(ChangeSet.__table__).values(**values, ops=work.ops))  # type: ignore[arg-type]
    connection.execute(update(Me.__table__).values(hash=chained))  # type: ignore[arg-type]
    work.change = Change(site, seq, frozenset(work.touched))


@event.listens_for(Work, "after_soft_rollback")
def _forget(work: Session, _previous: object) -> None:
    assert isinstance(work, Work)
    work.forget()


@event.listens_for(Work, "do_orm_execute")
def _keep_to_the_journal(state: ORMExecuteState) -> None:
    mapper = state.bind_mapper
    if (state.is_update or state.is_delete or state.is_insert) and mapper:
        if issubclass(mapper.class_, Synced):
            raise BypassesJournal("a bulk change would bypass the journal")
        return
    if state.is_select and not state.execution_options.get("with_withdrawn"):
        state.statement = state.statement.options(_ONLY_STANDING)


def _standing(model: Any) -> Any:
    return model.withdrawn.is_(False)


_ONLY_STANDING = with_loader_criteria(Synced, _standing, include_aliases=True)
