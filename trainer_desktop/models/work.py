"""A unit of work: what is changed in it is written down in the journal, or it is not changed."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Insert,
    Table,
    UpdateBase,
    bindparam,
    event,
    insert,
    inspect,
    select,
    update,
)
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.orm.unitofwork import UOWTransaction
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from trainer_desktop.models import permits, search
from trainer_desktop.models.base import Key, Synced, UtcDateTime, new_key, registers, table_of
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.ended import keep_ended
from trainer_desktop.models.journal import SCHEMA, ChangeSet, Me, Op, digest
from trainer_desktop.models.message import EndStatus, Message
from trainer_desktop.models.occupy import occupy
from trainer_desktop.models.places import refuse_overfull
from trainer_desktop.models.plain import to_plain
from trainer_desktop.models.prepared import PreparedSession
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.limits import LONGEST_TEXT, plain_text
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import Right

CHUNK = 2000


_ME = select(Me.site, Me.seq, Me.clock, Me.hash).with_for_update()


_MOVE_ON = update(Me).values(seq=bindparam("to"), clock=bindparam("at"), hash=bindparam("chained"))


_CHANGE_SET = insert(ChangeSet)


_SINCE = (
    select(ChangeSet.actor, ChangeSet.action, ChangeSet.ops)
    .where(ChangeSet.seq > bindparam("seq"), ChangeSet.site == select(Me.site).scalar_subquery())
    .order_by(ChangeSet.seq)
)
_OVERRIDE = frozenset({"override"})
_IN_SESSION = select(Participant.course_id).where(
    Participant.session_id == bindparam("key", type_=Key()), Participant.withdrawn.is_(False)
)
_NOTED = "noted"  # on a connection: what is executed now is in the journal, or follows from it


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


@dataclass(slots=True)
class Others:
    """What somebody else has changed of a row since the actor looked."""

    registers: set[str]
    actor: str
    action: str


class Work(PreparedSession):
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
        self.clock = 0
        self.chained = ""
        self.place = ""  # the workstation
        self.trusted = (
            False  # set by what a right of its own was asked for as a whole, such as an import
        )
        self.looks: list[tuple[uuid.UUID, str]] = []
        self._head: tuple[str, int, str, str] | None = None
        self._others: dict[tuple[str, str], Others] = {}

    def take_turn(self, patience: float) -> None:
        """Take the lock that makes writers follow each other; an SQLite file took it when it began."""
        connection = self.connection()
        connection.info.pop(_NOTED, None)  # of a flush that failed before
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(f"set local lock_timeout = {max(1, int(patience * 1000))}")
            connection.execute(_ME).one()

    def may(self, right: Right, course_id: uuid.UUID | None = None) -> bool:
        """Whether the actor may."""
        return permits.allowed(self, right, partial(_same, course_id))

    def ask(self, right: Right, course_id: uuid.UUID | None = None) -> None:
        """Raise Refused NOT_ALLOWED when the actor may not."""
        permits.ask(self, right, partial(_same, course_id))

    def looked(self, citizen_id: uuid.UUID, what: str) -> None:
        """Note that the actor sees something of a citizen; the store writes it down when the reading is over."""
        self.looks.append((citizen_id, what))

    def rely_on(self, *rows: Synced) -> None:
        """Say that an act rests on these rows being as the actor saw them; raises Refused CHANGED_SINCE."""
        for row in rows:
            table = table_of(type(row)).name
            there = self._others.get((table, str(row.id)))
            if there is not None:
                raise Refused(Reason.CHANGED_SINCE, who=there.actor, did=there.action)

    def remember_others(self, saw: int) -> None:
        """Read what has been changed since the actor looked (`saw`: a change set's number)."""
        for row in self.connection().execute(_SINCE, {"seq": saw}):
            for table, key, kind, noted in row.ops:
                there = self._others.setdefault((table, key), Others(set(), row.actor, row.action))
                there.registers |= set(noted) if kind == "u" else {"withdrawn"}

    def refuse_overtaken(self, table: str, row: Synced, names: set[str]) -> None:
        """Raise Refused CHANGED_SINCE when somebody has changed what is about to be written over.

        Withdrawing a row overtakes every change of it, and a withdrawn row overtakes every change.
        """
        there = self._others.get((table, str(row.id)))
        if there is None:
            return
        if names & there.registers or "withdrawn" in names | there.registers:
            raise Refused(Reason.CHANGED_SINCE, who=there.actor, did=there.action)

    @property
    def head(self) -> tuple[str, int, str, str]:
        """The change set's site, number and stamp, and the hash before it; taken at the first change."""
        if self._head is None:
            site, seq, clock, last = self.connection().execute(_ME).one()
            self.clock = max(int(self.now.timestamp() * 1000) << 16, clock + 1)
            self._head = (site, seq + 1, f"{self.clock:016x}{site}", last)
        return self._head

    def insert_rows(self, model: type[Synced], rows: list[dict[str, Any]]) -> None:
        """Insert many new rows at once, journalled like any other change."""
        if not rows:
            return
        table_name = table_of(model).name
        for of in {row.get("course_id") for row in rows}:
            permits.ask_change(self, table_name, partial(_same, of), new=True)
        if any(row.get("override") for row in rows):
            permits.ask_change(self, table_name, partial(_same, None), new=False, fields=_OVERRIDE)
        stamp = self.head[2]
        statement, blank = _blank(table_of(model))
        groups = registers(model)
        table = statement.table.name
        whole: list[dict[str, Any]] = []
        for given in rows:
            row = {**blank, "id": new_key(), **given, "created": stamp}
            if model is Citizen:
                search.fill_derived(row)
            new = {
                name: [[to_plain(row[c.name]) for c in columns], [], None]
                for name, columns in groups.items()
            }
            self.ops.append([table, str(row["id"]), "i", new])
            self.touched.add((table, row["id"]))
            whole.append(row)
        with _noted(self) as connection:
            for start in range(0, len(whole), CHUNK):
                connection.execute(statement, whole[start : start + CHUNK])

    def cut(self) -> None:
        """Write down what has been changed so far as a change set of its own; the transaction goes on.

        For what is too much for one: an import. `change` names the last part only.
        """
        self.flush()
        _write_change_set(self)
        self.forget()

    def forget(self) -> None:
        """Drop what was noted: it is written down, or rolled back."""
        self.ops, self._head, self.touched = [], None, set()


@cache
def _blank(table: Table) -> tuple[Insert, dict[str, Any]]:
    """The statement that inserts rows, and a row with nothing but defaults."""
    blank: dict[str, Any] = dict.fromkeys(table.c.keys())
    blank |= {c.name: {} for c in table.c if c.name in ("standards", "settings")}
    blank |= {
        c.name: []
        for c in table.c
        if c.name in ("equipment", "weekdays", "extended", "covers", "people")
    }
    blank |= {
        c.name: c.default.arg for c in table.c if isinstance(c.default, ScalarElementColumnDefault)
    }
    return insert(table), blank


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
    _refuse_unwritable(row)
    permits.ask_change(work, table_of(type(row)).name, partial(_course_of, work, row), new=True)
    if getattr(row, "override", ""):
        _ask_of(work, row, _OVERRIDE)
    row.id = row.id or new_key()
    row.created = work.head[2]
    table = table_of(type(row))
    for column in table.c:
        if getattr(row, column.key) is None and column.default is not None:
            default: Any = column.default
            value = default.arg(None) if default.is_callable else default.arg
            setattr(row, column.key, value)
    _derive(row)
    new = {
        name: [[to_plain(getattr(row, c.key)) for c in columns], [], None]
        for name, columns in registers(type(row)).items()
    }
    work.ops.append([table.name, str(row.id), "i", new])
    work.touched.add((table.name, row.id))


def _note_changed(work: Work, row: Synced) -> None:
    noted: dict[str, list[Any]] = {}
    _refuse_unwritable(row)
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
        table = table_of(type(row)).name
        _ask_of(work, row, frozenset(noted))
        work.refuse_overtaken(table, row, set(noted))
        work.ops.append([table, str(row.id), "u", noted])
        work.touched.add((table, row.id))


def _ask_of(work: Work, row: Synced, fields: frozenset[str]) -> None:
    table = table_of(type(row)).name
    permits.ask_change(work, table, partial(_course_of, work, row), new=False, fields=fields)


def _same(key: uuid.UUID | None) -> uuid.UUID | None:
    return key


def _course_of(work: Work, row: Synced) -> uuid.UUID | None:
    """Whose course a row belongs to, for rights in one's own courses; None where it is nobody's alone."""
    if isinstance(row, Course):
        return row.id
    if isinstance(row, Message):
        status = work.get(EndStatus, row.end_status_id) if row.end_status_id else None
        return status.course_id if status else None
    own: uuid.UUID | None = getattr(row, "course_id", None)
    if own or not isinstance(row, TrainingSession):
        return own
    new = {p.course_id for p in work.new if isinstance(p, Participant) and p.session_id == row.id}
    there = work.connection().execute(_IN_SESSION, {"key": row.id}).scalars()
    every = new | set(there)
    return next(iter(every)) if len(every) == 1 else None


def _refuse_unwritable(row: Synced) -> None:
    """The net under every form: no text that cannot be written, and no aware or broken wall time."""
    for column in table_of(type(row)).c:
        value = getattr(row, column.key)
        if isinstance(value, str):
            plain_text(value, column.info.get("longest", LONGEST_TEXT))
        wall = isinstance(value, datetime) and not isinstance(column.type, UtcDateTime)
        if wall and (value.tzinfo is not None or value.microsecond):
            raise Refused(Reason.BAD_TIME)


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
    _write_change_set(work)


def _write_change_set(work: Work) -> None:
    """Chain what a unit of work has changed to the journal, and move occupancy along."""
    if not work.ops:
        return
    with _noted(work):  # what it keeps follows from what is noted
        keep_ended(work, work.ops)
    if not work.occupies_itself:
        occupy(work, work.ops)
        refuse_overfull(work, work.ops)
    site, seq, stamp, prev = work.head
    chained = digest(prev, site, seq, stamp, work.actor, work.action, SCHEMA, work.ops, work.place)
    values = {"site": site, "seq": seq, "stamp": stamp, "actor": work.actor}
    values |= {"action": work.action, "schema": SCHEMA, "prev": prev, "hash": chained}
    values["place"] = work.place
    connection = work.connection()
    connection.execute(_CHANGE_SET, values | {"ops": work.ops})
    connection.execute(_MOVE_ON, {"to": seq, "at": work.clock, "chained": chained})
    work.chained = chained
    work.change = Change(site, seq, frozenset(work.touched))


@event.listens_for(Work, "after_soft_rollback")
def _forget(work: Session, _previous: object) -> None:
    assert isinstance(work, Work)
    work.forget()


@contextmanager
def _noted(work: Work) -> Iterator[Connection]:
    """Execute statements on registers that the journal has."""
    connection = work.connection()
    connection.info[_NOTED] = True
    try:
        yield connection
    finally:
        connection.info.pop(_NOTED, None)


@event.listens_for(Work, "before_flush")
def _begin_flush(work: Session, _context: UOWTransaction, _instances: object) -> None:
    work.connection().info[_NOTED] = True


@event.listens_for(Work, "after_flush")
def _end_flush(work: Session, _context: UOWTransaction) -> None:
    work.connection().info.pop(_NOTED, None)


@event.listens_for(Engine, "before_execute")
def _keep_statements_to_the_journal(
    connection: Connection, statement: object, _many: object, _one: object, _options: object
) -> None:
    """A statement that a unit of work executes on a register itself would go past the journal."""
    if not isinstance(statement, UpdateBase) or "heads" not in statement.table.c:
        return  # it changes nothing, or no register
    ours = connection.get_execution_options().get("patience") is not None  # `Store.work` set it
    if ours and not connection.info.get(_NOTED):
        raise BypassesJournal(f"a statement on {statement.table} would bypass the journal")


@event.listens_for(Work, "do_orm_execute")
def _keep_to_the_journal(state: ORMExecuteState) -> None:
    mapper = state.bind_mapper
    if (state.is_update or state.is_delete or state.is_insert) and mapper:
        if issubclass(mapper.class_, Synced):
            raise BypassesJournal("a bulk change would bypass the journal")
        return
    if not state.is_select:
        return
    if not state.execution_options.get("with_withdrawn"):
        state.statement = state.statement.options(_ONLY_STANDING)
    work = state.session
    if isinstance(work, Work) and not work.may(Right.SEE_CITIZENS):
        state.statement = state.statement.options(_NOBODY)  # whatever asks, finds no citizen


def _standing(model: Any) -> Any:
    return model.withdrawn.is_(False)


_NOBODY = with_loader_criteria(Citizen, Citizen.id.is_(None), include_aliases=True)
_ONLY_STANDING = with_loader_criteria(Synced, _standing, include_aliases=True)


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
