"""A therapist's day as rows: each citizen's training, and the free time between."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from trainer_desktop.services.attendance.look import GONE, Look
from trainer_desktop.services.calendar import days
from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard, PersonCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.words import tr_look

Numbers = dict[uuid.UUID, tuple[int, int]]
FREE_FROM = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class DayRow:
    """A training of one citizen, or free time when `card` is None. `share` is where now lies in free time."""

    starts: datetime
    ends: datetime
    words: str
    card: PersonCard | None = None
    block: BlockCard | None = None
    state: str = ""
    pill: str = ""
    pill_icon: str = ""
    now: str = ""
    share: float = 0
    begun: bool = False
    keys: tuple[tuple[str, str], ...] = ()


@guarded
class DayItemModel(QAbstractListModel):
    """Shows a day; it knows nothing of where it comes from."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DayRow] = []
        self._tests: dict[uuid.UUID, str] = {}

    def show_day(
        self, card: CalendarCard, numbers: Numbers, tests: dict[uuid.UUID, str] | None = None
    ) -> None:
        """Replace what is shown; `numbers` say which training of how many each one is, `tests` which are due on a course."""
        self._tests = tests or {}
        self.beginResetModel()
        self._rows = self._made(card, numbers)
        self.endResetModel()

    def row(self, index: Index) -> DayRow:
        """The row at an index."""
        return self._rows[index.row()]

    def find(self, participant_id: uuid.UUID | None) -> int:
        """The row of a participant, or -1."""
        for number, line in enumerate(self._rows):
            if line.card and line.card.id == participant_id:
                return number
        return -1

    def next_to_mark(self) -> int:
        """The first row that waits for a mark, else the first to come, else the first."""
        for look in (Look.NEEDS_MARK, Look.PLANNED):
            for number, line in enumerate(self._rows):
                if line.card and line.card.look is look:
                    return number
        return next((n for n, line in enumerate(self._rows) if line.card), -1)

    def after(self, participant_id: uuid.UUID) -> uuid.UUID | None:
        """The next participant who waits for a mark."""
        start = self.find(participant_id)
        for line in self._rows[start + 1 :]:
            if line.card and line.card.look in (Look.NEEDS_MARK, Look.PLANNED):
                return line.card.id
        return None

    def summary(self) -> str:
        """How many trainings, and how many wait for a mark."""
        held = [
            r
            for r in self._rows
            if r.card and (r.card.look not in GONE or r.card.look is Look.LATE_CANCEL)
        ]
        missing = sum(r.card.look is Look.NEEDS_MARK for r in held if r.card)
        said = self.tr("%n training(s)", "", len(held))
        without = self.tr("%n missing", "", missing)
        return f"{said}, {without}" if missing else said

    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys, the likeliest first."""
        return (
            ("M", self.tr("Came")),
            ("A", self.tr("Cancelled")),
            ("U", self.tr("Stayed away")),
            ("F", self.tr("Late")),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A line's name and sentence; nothing of a day that was shown before."""
        if not 0 <= index.row() < len(self._rows):
            return None  # of a day that was shown before
        line = self.row(index)
        name = line.card.name if line.card else line.words
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = tr_look(line.card.look) if line.card else ""
            parts = (dates.clock_range(line.starts, line.ends), name, line.words, line.pill, state)
            return ", ".join(dict.fromkeys(part for part in parts if part))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if 0 <= index.row() < len(self._rows) and self.row(index).card is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def _made(self, card: CalendarCard, numbers: Numbers) -> list[DayRow]:
        rows = [
            self._training(block, person, card.now, numbers.get(person.id))
            for block in card.blocks
            for person in block.people
        ]
        if rows:
            free = days.free_stretches(card, FREE_FROM)
            rows += [self._free(starts, ends, card.now) for starts, ends in free]
        return sorted(rows, key=lambda row: row.starts)

    def _free(self, starts: datetime, ends: datetime, now: datetime) -> DayRow:
        words = self.tr("Free {time}").format(time=dates.clock_range(starts, ends))
        inside = starts <= now < ends
        share = (now - starts) / (ends - starts) if inside else 0
        return DayRow(
            starts, ends, words, now=dates.clock(now) if inside else "", share=0.15 + 0.7 * share
        )

    def _training(
        self, block: BlockCard, person: PersonCard, now: datetime, number: tuple[int, int] | None
    ) -> DayRow:
        package = ""
        if number:
            package = self.tr("{n} of {whole}").format(n=number[0], whole=number[1])
        team = block.title if block.capacity else ""
        words = " · ".join(p for p in (team, block.place, package) if p)
        due = self._tests.get(person.course_id, "")
        asked = any(m.value == "reeval" for m in person.marks)
        return DayRow(
            block.starts,
            block.ends,
            words,
            person,
            block,
            self._state(block, person, now),
            self.tr("Re-evaluation") if asked else due,
            "reeval" if asked else "target",
            begun=block.starts <= now,
            keys=self.keys(),
        )

    def _state(self, block: BlockCard, person: PersonCard, now: datetime) -> str:
        if person.look is not Look.PLANNED:
            if person.look is Look.LATE:
                return self.tr("{n} min. late").format(n=person.late_minutes)
            return tr_look(person.look)
        wait = int((block.starts - now).total_seconds()) // 60
        if wait <= 0:
            return self.tr("now")
        if wait >= 12 * 60:
            return self.tr("at {time}").format(time=dates.clock(block.starts))
        if wait >= 60:
            return self.tr("in {h} h {m} min.").format(h=wait // 60, m=wait % 60)
        return self.tr("in {m} min.").format(m=wait)
