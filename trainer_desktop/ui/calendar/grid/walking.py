"""The calendar by keys: the cell one stands on, and what each key wishes."""

import uuid
from datetime import timedelta

from PySide6.QtCore import (
    QModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QKeyEvent,
)

from trainer_desktop.rules.daybits import minute_of
from trainer_desktop.ui.calendar.grid.canvas import CalendarCanvas
from trainer_desktop.ui.calendar.grid.plan import Slot, at_minutes, cell_words
from trainer_desktop.ui.guarded import guarded

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@guarded
class WalkedCanvas(CalendarCanvas):
    """The arrow keys go from training to training and over free time; with Ctrl they move what is chosen."""

    place_wished = Signal(object)  # Slot
    nudged = Signal(object, int, int)  # BlockCard, steps across, steps down
    stretched = Signal(object, int)  # BlockCard, steps
    opened = Signal(object)  # BlockCard: Enter or double click
    menu_wished = Signal(object)  # QPoint, global
    stepped = Signal(int)  # weeks
    today_wished = Signal()
    cell_changed = Signal(object)  # Slot or None

    def select_session(self, session_id: uuid.UUID | None) -> None:
        """Select a training by its key, and bring it into sight."""
        self._items().drop_cell()
        for row, block in enumerate(self._items().blocks):
            if block.id == session_id:
                self._cell = Slot(block.column, block.starts)
                self.setCurrentIndex(self._items().index(row))
                return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def stand_on(self, slot: Slot) -> None:
        """Put the keyboard on a cell: on the training that lies there, or on the free cell itself."""
        self._cell = slot
        there = self._lying_on(slot)
        if there:
            self._items().drop_cell()
            self.setCurrentIndex(self._items().index(there[0]))
        else:
            card = self.calendar()
            assert card is not None
            index = self._items().show_cell(cell_words(card, slot))
            self.setCurrentIndex(index)
            self.scrollTo(index)
            event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
            event.setChild(index.row())
            QAccessible.updateAccessibility(event)
        self.cell_changed.emit(slot)
        self.viewport().update()

    def _lying_on(self, slot: Slot) -> list[int]:
        """The rows of the trainings that lie on a cell, lane by lane."""
        ends = slot.starts + timedelta(minutes=self._plan.grid)
        found = [
            row
            for row, b in enumerate(self._items().blocks)
            if b.column == slot.column and b.starts < ends and b.ends > slot.starts
        ]
        exact = [row for row in found if self._items().blocks[row].starts >= slot.starts]
        return exact + [row for row in found if row not in exact]

    def _walk(self, across: int, down: int) -> None:
        """Step the keyboard's cell: past the training it stands on, through lanes, to the next column."""
        here = self._cell or self._beginning()
        if here is None:
            return
        if self._cell is None:
            self.stand_on(here)
            return
        block = self.current()
        along = across if self._plan.across else down
        if block and along:
            step = timedelta(minutes=self._plan.grid)
            edge = block.ends if along > 0 else block.starts - step
            if edge.date() == block.starts.date():
                self._stand_near(self._plan.on_grid(Slot(block.column, edge), forward=along > 0))
            return
        sideways = down if self._plan.across else across
        if block and sideways:
            lanes = self._lying_on(here)
            row = self.currentIndex().row()
            place = lanes.index(row) + sideways if row in lanes else -1
            if 0 <= place < len(lanes) and len(lanes) > 1:
                self.setCurrentIndex(self._items().index(lanes[place]))
                return
        there = self._plan.neighbour(here, across, down)
        if there:
            self._stand_near(there)

    def _stand_near(self, slot: Slot) -> None:
        inside = self._plan.inside(slot)
        if inside:
            self.stand_on(inside)

    def _beginning(self) -> Slot | None:
        """Where the keyboard begins: on what is selected, else near now."""
        card, block = self.calendar(), self.current()
        if block:
            return Slot(block.column, block.starts)
        if card is None or not card.columns:
            return None
        today = next((n for n, c in enumerate(card.columns) if c.day == card.now.date()), 0)
        first, last = self._plan.hours
        minute = minute_of(card.now)
        day = card.columns[today].day
        at = min(max(minute, first), last - 60) if day == card.now.date() else max(first, 8 * 60)
        at -= at % self._plan.grid
        return Slot(today, at_minutes(day, at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk blocks and cells, or do what a letter stands for."""
        key, block = Qt.Key(event.key()), self.current()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in ARROWS and control:
            if block and shift and ARROWS[key][1]:
                self.stretched.emit(block, ARROWS[key][1])
            elif block:
                self.nudged.emit(block, *ARROWS[key])
        elif key in ARROWS:
            self._walk(*ARROWS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            weeks = 4 if shift else 1
            self.stepped.emit(-weeks if key == Qt.Key.Key_PageUp else weeks)
        elif key == Qt.Key.Key_Home:
            self.today_wished.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if block:
                self.opened.emit(block)
            elif self._cell:
                self.place_wished.emit(self._cell)
        elif event.text().isalnum() and not control:
            event.ignore()  # letters and figures are the page's keys, not a search
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer or, by key, of what is chosen."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            block = self.current()
            box = self.box_of(block.id) if block else self.cell_box()
            self.menu_wished.emit(self.viewport().mapToGlobal(box.center()))
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.select_session(self._items().blocks[index.row()].id)
        else:
            slot = self._plan.slot(QPointF(event.pos()) + self._scroll())
            if slot:
                self.stand_on(slot)
        self.menu_wished.emit(event.globalPos())
