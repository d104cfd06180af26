"""The pinboard: trainings taken out of the calendar in the hand, to be laid down weeks away. Nothing is changed until then."""

import uuid
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget

from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.dragging import Carried, Hold
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, hline, rounded
from trainer_desktop.ui.parts.basics import Icon, Text, clear, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.theme import theme, width


@dataclass(frozen=True, slots=True)
class Pin:
    """A training on the board, as it was when it was taken out."""

    block: BlockCard


@guarded
class PinChip(QAbstractButton):
    """One pinned training: drag it into the calendar, Enter lays it on the keyboard's cell, Delete puts it back."""

    pulled = Signal(object, object)  # Carried, QPoint global
    let_go = Signal()
    put_back = Signal()

    def __init__(self, block: BlockCard) -> None:
        super().__init__()
        self._block = block
        self._down: QPoint | None = None
        self._carried: Carried | None = None
        when = f"{dates.short_day(block.starts.date())} {dates.clock(block.starts)}"
        self._note = f"{when} · {block.minutes} min."
        self.setText(block.title)
        self.setAccessibleName(f"{block.title}, {self._note}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        wide = max(width(self.text(), "block", weight=600), width(self._note, "block-meta", True))
        return QSize(int(wide) + theme.px(36), theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, px = QPainter(self), theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        rounded(p, box, 4, "accent-tint", "accent-line")
        p.fillRect(QRectF(box.left(), box.top() + 2, 3, box.height() - 4), theme["mark"])
        if self.hasFocus():
            rounded(p, QRectF(self.rect()), 5, None, "mark", 2)
        upper = QRectF(px(11), px(3), box.width() - px(28), px(17))
        draw_text(p, upper, self.text(), "block", "text", weight=600)
        lower = QRectF(px(11), px(20), box.width() - px(16), px(15))
        draw_text(p, lower, self._note, "block-meta", "text-2", figures=True)
        draw_icon(p, "pin", self.width() - px(18), px(5), px(12), "accent-text")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._down = event.position().toPoint()
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it once it is far enough from where it was taken."""
        if self._down is None:
            return
        spot = event.globalPosition().toPoint()
        if self._carried is None:
            far = (event.position().toPoint() - self._down).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            self._carried = Carried(
                self._block, Hold.MOVE, QPointF(), QPointF(20, 10), minutes=self._block.minutes
            )
        self.pulled.emit(self._carried, spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lay it down where it is, or choose it."""
        carried, self._carried, self._down = self._carried, None, None
        if carried:
            self.let_go.emit()
        elif self.rect().contains(event.position().toPoint()):
            self.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses it, Delete puts it back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.put_back.emit()
        else:
            super().keyPressEvent(event)


@guarded
class Pinboard(QWidget):
    """A strip below the calendar, there only while something is on it."""

    pulled = Signal(object, object)  # Carried, QPoint global
    let_go = Signal()
    lay_wished = Signal(object)  # BlockCard
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pins: dict[uuid.UUID, Pin] = {}
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.px(8))
        self.setAccessibleName(self.tr("Pinboard"))
        empty = Button(self.tr("Put all back"), "quiet", small=True)
        empty.clicked.connect(self.clear)
        hint = self.tr("Drag into the calendar, or Ctrl+V on a free cell")
        whole = row(
            Icon("pin", "text-2", 16),
            Text(self.tr("Pinboard"), "label", "text-2"),
            margins=(16, 7, 12, 7),
            on=self,
        )
        whole.addLayout(self._chips)
        if theme.scale < 1.5:
            whole.addWidget(Text(hint, "small", "text-3"))
        whole.addStretch(1)
        whole.addWidget(empty)
        self.setFixedHeight(theme.px(54))
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), theme["sunken"])
        hline(p, 0, self.width(), 0)

    @property
    def sessions(self) -> frozenset[uuid.UUID]:
        """The trainings on the board."""
        return frozenset(self._pins)

    def pin(self, block: BlockCard) -> None:
        """Take a training out."""
        self._pins[block.id] = Pin(block)
        self._rebuild()

    def unpin(self, session_id: uuid.UUID) -> None:
        """It has been laid down, or is put back."""
        if self._pins.pop(session_id, None):
            self._rebuild()

    def clear(self) -> None:
        """Put everything back where it was."""
        self._pins.clear()
        self._rebuild()

    def first(self) -> BlockCard | None:
        """What was pinned first."""
        return next((pin.block for pin in self._pins.values()), None)

    def _rebuild(self) -> None:
        clear(self._chips)
        for key, pin in self._pins.items():
            chip = PinChip(pin.block)
            chip.pulled.connect(self.pulled)
            chip.let_go.connect(self.let_go)
            chip.clicked.connect(lambda _=False, block=pin.block: self.lay_wished.emit(block))
            chip.put_back.connect(lambda key=key: self.unpin(key))
            self._chips.addWidget(chip)
        self.setVisible(bool(self._pins))
        self.changed.emit()
