"""What a store holds already of what an export brings, and what an import counts."""

import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.journal import ImportedRow
from trainer_desktop.models.work import CHUNK, Work
from trainer_desktop.services.importing.row_facts import (
    Fact,
)

SORTS = ("rooms", "staff", "teams", "citizens", "courses", "bookings")
BOOKINGS = "bookings"
PART = 4000  # rows that are read, written and journalled together
KEY_CELLS = {  # the file and the column that name a row, by normal names
    "staff": ("medarbejdere", "initialer"),
    "citizens": ("borgere", "cpr"),
    "courses": ("forloeb", "forloebsnr"),
    "bookings": ("aftaler", "aftalenr"),
}


def in_parts(facts: Iterator[Fact]) -> Iterator[list[Fact]]:
    """So many at a time that memory does not grow with the file."""
    while part := list(islice(facts, PART)):
        yield part


class Stopped(Exception):
    """Somebody stopped the import; nothing has been written."""


Progress = Callable[[str, int, int], bool]


@dataclass
class Counts:
    """How many rows of each sort; `gone` were in an earlier export and are not in this one."""

    taken: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))
    updated: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))
    unchanged: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))
    conflicts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))
    gone: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))


@dataclass
class Known:
    """What earlier imports brought: the fields as last read, and the row they became.

    Of the bookings, which are many, only the keys; `learn` reads some of them.
    """

    fields: dict[tuple[str, str], dict[str, Any]]
    rows: dict[tuple[str, str], uuid.UUID]
    bookings: frozenset[str] = frozenset()

    def keys(self, sort: str) -> frozenset[str]:
        """The keys of one sort."""
        if sort == BOOKINGS:
            return self.bookings
        return frozenset(key for one, key in self.rows if one == sort)

    def learn(self, work: Work, keys: Iterable[str]) -> None:
        """Read the bookings with these keys, and forget those that were read before."""
        for where in (self.fields, self.rows):
            for one in [one for one in where if one[0] == BOOKINGS]:
                del where[one]
        wanted = [key for key in keys if key in self.bookings]
        i = ImportedRow
        for start in range(0, len(wanted), CHUNK):
            some = wanted[start : start + CHUNK]
            query = select(i.key, i.fields, i.row_id).where(i.source == BOOKINGS, i.key.in_(some))
            for row in work.execute(query):
                self.fields[BOOKINGS, row.key] = row.fields
                self.rows[BOOKINGS, row.key] = row.row_id


def known_rows(work: Work) -> Known:
    """Read what earlier imports brought."""
    i = ImportedRow
    some = select(i.source, i.key, i.fields, i.row_id).where(i.source != BOOKINGS)
    found = work.execute(some).all()
    return Known(
        {(r.source, r.key): r.fields for r in found},
        {(r.source, r.key): r.row_id for r in found},
        frozenset(work.scalars(select(i.key).where(i.source == BOOKINGS))),
    )
