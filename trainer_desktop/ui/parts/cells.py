"""What stands in a table: cells, lines and columns as plain values, and their item model."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.theme import LEFT, RIGHT, font


class CellKind(Enum):
    """How a cell is painted."""

    PLAIN = auto()
    STRONG = auto()
    SOFT = auto()
    TWO_LINES = auto()
    STATE = auto()
    PILL = auto()
    GROUP = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, a second line, and for states and pills a tone and an icon."""

    text: str = ""
    kind: CellKind = CellKind.PLAIN
    second: str = ""
    tone: str = "done"
    icon: str = ""

    @property
    def spoken(self) -> str:
        """The cell for a screen reader."""
        return f"{self.text}, {self.second}" if self.second else self.text


@dataclass(frozen=True, slots=True)
class Line:
    """A row of cells and what it stands for; a group heading has one cell and nothing."""

    cells: tuple[Cell, ...]
    thing: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: heading, width in pixels at 100 % (0 shares what is left), side."""

    title: str
    width: int = 0
    right: bool = False


@guarded
class CellItemModel(QAbstractTableModel):
    """Shows lines of cells."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.lines: list[Line] = []
        self.sorted_by, self.arrow = -1, ""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def show_sort(self, column: int, *, down: bool) -> None:
        """Say in its head which column the rows are sorted by; who sorts is the caller's affair."""
        self.sorted_by, self.arrow = column, "↓" if down else "↑"
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def thing(self, index: Index) -> Any:
        """What a row stands for."""
        return self.lines[index.row()].thing if self._is_there(index) else None

    def _is_there(self, index: Index) -> bool:
        """False for an index of what was shown before, or of another model."""
        return index.isValid() and 0 <= index.row() < len(self.lines)

    def cell(self, index: Index) -> Cell:
        """The cell at an index; an empty one where nothing is shown any more."""
        if not self._is_there(index):
            return Cell()
        cells = self.lines[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else Cell()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, ink and sentence; nothing for a stale index."""
        if not self._is_there(index):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.cell(index).spoken
            return said or f"{self.columns[index.column()].title}: –"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A column's title."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            title = self.columns[section].title
            return f"{title} {self.arrow}" if section == self.sorted_by else title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(RIGHT if self.columns[section].right else LEFT)
        if role == Qt.ItemDataRole.FontRole:
            return font("micro")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be read and not chosen."""
        if self._is_there(index) and self.lines[index.row()].thing is None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)
