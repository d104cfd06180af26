"""The journal: one hash-chained change set for each commit. Undo, audit and sync all read this.

A change set's `ops` are [table, row, "i" or "u", {register: [new, [stamps the writer saw], old]}], where
new and old are the lists of the register's column values, in the order of the table.
"""

import hashlib
import json
import uuid
from typing import Any

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base

SCHEMA = 8  # the ordinal of the newest migration; change sets carry it
Op = list[Any]


class ChangeSet(Base):
    """What one commit changed: append only."""

    __tablename__ = "change_set"
    __table_args__ = (Index("ix_change_set_stamp", "stamp"),)
    site: Mapped[str] = mapped_column(String(32), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    stamp: Mapped[str] = mapped_column(String(48))
    actor: Mapped[str]
    action: Mapped[str]
    schema: Mapped[int]
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    ops: Mapped[list[Any]]
    place: Mapped[str] = mapped_column(
        String(100), default="", server_default=""
    )  # the workstation


class Me(Base):
    """The store's own name, last number, clock (milliseconds << 16 | counter) and last hash."""

    __tablename__ = "me"
    one: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    site: Mapped[str] = mapped_column(String(32))
    seq: Mapped[int]
    clock: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(String(64))


class ImportedRow(Base):
    """A row of a legacy export as it was last read, so that the next import sees what has changed."""

    __tablename__ = "imported_row"
    source: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fields: Mapped[dict[str, Any]]
    row_id: Mapped[uuid.UUID]


def digest(
    prev: str,
    site: str,
    seq: int,
    stamp: str,
    actor: str,
    action: str,
    schema: int,
    ops: list[Op],
    place: str = "",
) -> str:
    """The hash that chains a change set to the one before it; without a place it is as it was before there were places."""
    said = [prev, site, seq, stamp, actor, action, schema, ops, *([place] if place else [])]
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
