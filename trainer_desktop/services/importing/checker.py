"""Checks one row of an export: what cannot be is set aside with its reasons, what is doubtful is told."""

import difflib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from trainer_desktop.services.importing import values
from trainer_desktop.services.importing.reading import Row
from trainer_desktop.services.importing.row_facts import (
    Doubt,
    Export,
)
from trainer_desktop.services.importing.values import BadCell

PAST, AHEAD = 50, 3  # years within which a day of an export lies
ALIKE = 0.8


@dataclass
class Checker:
    """Reads rows against what the store and the export's other files know."""

    export: Export
    now: datetime
    bases: set[str]
    known: dict[str, set[str]]
    centres: dict[str, str] = field(default_factory=dict)
    stored: bool = False  # the store has centres
    practices: dict[str, str] = field(default_factory=dict)
    meetings: dict[tuple[str, str, datetime], tuple[int, str]] = field(default_factory=dict)
    no_standard: Counter[str] = field(default_factory=Counter)
    odd_reasons: dict[str, list[int]] = field(default_factory=dict)

    def has(self, sort: str, key: str) -> bool:
        """Whether a row can be named."""
        return key in self.known[sort]

    def doubt(self, row: Row, what: str) -> None:
        """Take a row, but let a person look at it."""
        self.export.doubts.append(Doubt(row.line, what, row.file))

    def centre(self, row: Row, *, rooms: bool = False, staff: bool = False) -> str:
        """A row's centre. Rooms say what centres there are, and staff where nothing is nearly so called.

        A new one is told. Other files name one that is known, unless nothing says which there are.
        """
        name = values.a_name(row.word("center"), row.cell("center"))
        folded = name.casefold()
        if folded in self.centres:
            return self.centres[folded]
        like = difflib.get_close_matches(folded, self.centres, 1, ALIKE)
        said_elsewhere = bool(self.export.rooms or self.export.staff or self.stored)
        if not rooms and (like or (said_elsewhere and not staff)):
            close = f"; ligner «{self.centres[like[0]]}»" if like else ""
            raise BadCell(f"{row.word('center')}: «{name}» kendes ikke{close}")
        if self.centres:
            self.export.said.append(f"Nyt center: «{name}» ({row.file} linje {row.line})")
        self.centres[folded] = name
        return name

    def days(self) -> values.Span:
        """The days that an export may speak of."""
        return values.Span.around(self.now.date(), PAST, AHEAD)
