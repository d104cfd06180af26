"""The trainings on the screen, one row each, and the cell where the keyboard stands, for the view and a screen reader."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    Qt,
)

from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.block_paint import word_of
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.words import tr_form, tr_look, tr_mark

BlockRole = Qt.ItemDataRole.UserRole + 1


@guarded
class CalendarItemModel(QAbstractListModel):
    """Shows block cards; it knows nothing of where they come from.

    While the keyboard stands on a free cell, that cell is a last row of its own, so that it is read aloud.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.calendar: CalendarCard | None = None
        self._blocks: tuple[BlockCard, ...] = ()
        self._cell = ""

    def show_calendar(self, card: CalendarCard) -> None:
        """Replace what is shown; blocks come in the order in which the keyboard walks them."""
        self.beginResetModel()
        self.calendar = card
        self._cell = ""
        self._blocks = tuple(sorted(card.blocks, key=lambda b: (b.column, b.starts, b.id.int)))
        self.endResetModel()

    def show_cell(self, spoken: str) -> QModelIndex:
        """Put the keyboard's cell in as a row, with the words that are read aloud."""
        row = len(self._blocks)
        if self._cell:
            self._cell = spoken
            self.dataChanged.emit(self.index(row), self.index(row))
        else:
            self.beginInsertRows(QModelIndex(), row, row)
            self._cell = spoken
            self.endInsertRows()
        return self.index(row)

    def drop_cell(self) -> None:
        """Take the cell's row away."""
        if self._cell:
            row = len(self._blocks)
            self.beginRemoveRows(QModelIndex(), row, row)
            self._cell = ""
            self.endRemoveRows()

    def block(self, index: Index) -> BlockCard | None:
        """The training behind a row; None for the cell."""
        return self._blocks[index.row()] if index.row() < len(self._blocks) else None

    @property
    def blocks(self) -> tuple[BlockCard, ...]:
        """All of them, in row order."""
        return self._blocks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The blocks, and the keyboard's cell."""
        return 0 if parent.isValid() else len(self._blocks) + bool(self._cell)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A block's words and sentence; the keyboard's cell is the last row."""
        if not index.isValid():
            return None
        block = self.block(index)
        if block is None:
            said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._cell if role in said else None
        if role == Qt.ItemDataRole.DisplayRole:
            return block.title
        if role == BlockRole:
            return block
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(tr_mark(m) for m in block.marks)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(block)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(block)
        return None

    def _spoken(self, block: BlockCard) -> str:
        day, times = (
            dates.long_day(block.starts.date()),
            dates.clock_range(block.starts, block.ends),
        )
        parts = [block.title, day, times, block.therapist, block.place]
        parts.append(word_of(block) or tr_look(block.look))
        have, of = block.places
        if of:
            said = QCoreApplication.translate("Block", "{have} of {of} places taken")
            parts.append(said.format(have=have, of=of))
        return ", ".join(part for part in parts if part)

    def _described(self, block: BlockCard) -> str:
        return ", ".join([tr_form(block.form), *(tr_mark(m) for m in block.marks)])
