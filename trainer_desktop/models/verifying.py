"""Whether a database is whole: its pages, its journal's chain, what it acknowledged, its guards and its occupancy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, String, cast, func, select
from sqlalchemy.exc import DBAPIError

from trainer_desktop.models import access, guards, seen
from trainer_desktop.models.journal import ChangeSet, Me, digest
from trainer_desktop.models.occupancy import Occupancy
from trainer_desktop.models.occupy import uses
from trainer_desktop.models.store import Store
from trainer_desktop.models.training import TrainingSession
from trainer_desktop.models.work import Work

QUICK = 20  # change sets whose chain is followed at every start
LARGE = 1 << 18  # bytes of a change set that is left to `verify`
CHUNK = 400
_HERE = ChangeSet.site == select(Me.site).scalar_subquery()  # its key begins with the site


class Damage(Enum):
    """What is wrong with a database."""

    GONE = "gone"
    EMPTY = "empty"
    PAGES = "pages"
    KEYS = "keys"
    CHAIN = "chain"
    LOST = "lost"
    WITNESS = "witness"  # the note beside it is gone: whether something is lost cannot be said
    GUARDS = "guards"
    OCCUPANCY = "occupancy"
    ACCESS = "access"


class Damaged(Exception):
    """A database that must not be worked on as it is."""

    def __init__(self, damage: Damage, where: str) -> None:
        super().__init__(f"{damage.value}: {where}")
        self.damage = damage
        self.where = where


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, and where: ids and numbers only."""

    damage: Damage
    where: str


def quick(engine: Engine, file: Path) -> None:
    """Look at the newest changes only, at every start; raises Damaged.

    It stops at a large one, such as an import: that is for `verify`, which takes its time.
    """
    known = seen.newest(file)  # before anything is read: what is committed meanwhile is no loss
    with engine.connect() as connection:
        size = func.octet_length(cast(ChangeSet.ops, String))  # without reading them
        newest = select(ChangeSet.seq, size).where(_HERE).order_by(ChangeSet.seq.desc())
        some = takewhile(lambda row: row[1] < LARGE, connection.execute(newest.limit(QUICK)).all())
        first = min((row.seq for row in some), default=None)
        chain = select(ChangeSet).where(_HERE, ChangeSet.seq >= (first or 0))
        rows = list(connection.execute(chain.order_by(ChangeSet.seq))) if first else []
        for finding in (*_chain(rows, rows[0].prev if rows else ""), *_head(connection, known)):
            raise Damaged(finding.damage, finding.where)


def verify(store: Store) -> list[Finding]:
    """Look at everything; what is found is in the order in which it matters."""
    found = list(_pages(store.engine)) if store.file else []
    if found:
        return found  # nothing that is read from it can be trusted
    known = seen.newest(store.file) if store.file else None
    with store.read() as work:
        connection = work.connection()
        in_order = select(ChangeSet).order_by(ChangeSet.seq).execution_options(yield_per=500)
        found += _chain(connection.execute(in_order), "")
        found += _head(connection, known)
        if store.file and known is None and connection.scalar(select(Me.seq)):
            found.append(Finding(Damage.WITNESS, seen.seen_file(store.file).name))
        found += [Finding(Damage.ACCESS, str(seq)) for seq in access.broken(connection)]
        found += [Finding(Damage.GUARDS, name) for name in sorted(guards.missing(connection))]
        found += _occupancy(work)
    return found


def accept(store: Store) -> int:
    """Let what is there hold from now on, after a person has decided so; answers its number."""
    assert store.file
    with store.read() as work:
        [(seq, chained)] = work.connection().execute(select(Me.seq, Me.hash))
    seen.begin(store.file, seq, chained)
    return int(seq)


def _pages(engine: Engine) -> Iterator[Finding]:
    try:
        with engine.connect() as connection:
            for pragma in ("cipher_integrity_check", "quick_check(5)"):
                for row in connection.exec_driver_sql(f"pragma {pragma}"):
                    if row[0] != "ok":
                        yield Finding(Damage.PAGES, _places(str(row[0])))
            for row in connection.exec_driver_sql("pragma foreign_key_check"):
                yield Finding(Damage.KEYS, f"{row[0]} {row[1]} → {row[2]}")
    except DBAPIError as trouble:
        yield Finding(Damage.PAGES, _places(str(trouble.orig)))


def _places(said: str) -> str:
    """The pages and rows that the database names; its sentences are English."""
    return ", ".join(dict.fromkeys(re.findall(r"(?i:page|row|rowid) #?(\d+)", said)))


def _chain(rows: Any, prev: str) -> Iterator[Finding]:
    """The first change set that does not follow from the one before it; what comes after tells nothing new."""
    expected = None
    for s in rows:
        chained = digest(
            s.prev, s.site, s.seq, s.stamp, s.actor, s.action, s.schema, s.ops, s.place
        )
        if s.prev != prev or s.hash != chained or expected not in (None, s.seq):
            yield Finding(Damage.CHAIN, str(s.seq))
            return
        prev, expected = s.hash, s.seq + 1


def _head(connection: Connection, known: tuple[int, str] | None) -> Iterator[Finding]:
    """Whether the newest change set is the one that the store knows of, and `known`, the note beside it."""
    me = connection.execute(select(Me.seq, Me.hash)).one()
    last = connection.execute(
        select(ChangeSet.seq, ChangeSet.hash).where(_HERE).order_by(ChangeSet.seq.desc()).limit(1)
    ).first()
    if (me.seq, me.hash) != ((last.seq, last.hash) if last else (0, "")):
        yield Finding(Damage.CHAIN, str(me.seq))
    if known is None or known[0] == 0:
        return
    if known[0] > me.seq:
        yield Finding(Damage.LOST, f"{me.seq + 1}-{known[0]}")
        return
    there = connection.scalar(select(ChangeSet.hash).where(_HERE, ChangeSet.seq == known[0]))
    if there != known[1]:
        yield Finding(Damage.CHAIN, str(known[0]))


def _occupancy(work: Work) -> Iterator[Finding]:
    """Trainings whose taken time is not what their rows say."""
    ids = list(work.scalars(select(TrainingSession.id)))
    count = 0
    for start in range(0, len(ids), CHUNK):
        some = ids[start : start + CHUNK]
        wanted = {(u.session_id, u.kind, u.resource_id, u.starts, u.ends) for u in uses(work, some)}
        rows = work.execute(select(Occupancy).where(Occupancy.session_id.in_(some))).scalars()
        there = {(o.session_id, o.kind, o.resource_id, o.starts, o.ends) for o in rows}
        for key in sorted({row[0] for row in wanted ^ there}):
            yield Finding(Damage.OCCUPANCY, str(key))
        count += len(there)
    left = work.scalar(select(func.count()).select_from(Occupancy)) or 0
    if left != count:
        yield Finding(Damage.OCCUPANCY, f"{left - count}")
