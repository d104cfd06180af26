"""The calendar: one list view, so that mouse, keyboard and screen reader all know its trainings."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QPoint,
    QPointF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
)

from trainer_desktop.ui.calendar.grid.dragging import (
    Carried,
    Hold,
    near_edge,
)
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.plan import Plan
from trainer_desktop.ui.calendar.grid.walking import WalkedCanvas
from trainer_desktop.ui.guarded import guarded

EDGE = 6  # pixels at a block's foot that stretch it


@guarded
class CalendarView(WalkedCanvas):
    """Drag moves, Ctrl+drag copies, the lower edge stretches, an empty place books."""

    dropped = Signal(object)  # Carried
    carried = Signal(object)  # Carried: it has just been taken, or is held over another place

    def __init__(self, model: CalendarItemModel, plan: Plan | None = None) -> None:
        super().__init__(model, plan)
        self._scrolling = QTimer(self, interval=40)
        self._scrolling.timeout.connect(self._scroll_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops what is carried; all else walks."""
        if self._carried and event.key() == Qt.Key.Key_Escape:
            self.drop_nothing()
        else:
            super().keyPressEvent(event)

    def refuse_drag(self, reasons: tuple[str, ...]) -> None:
        """Say why the block in the hand cannot be laid here; empty when it can."""
        if self._carried and self._carried.refused != reasons:
            self._carried.refused = reasons
            self.viewport().update()

    def show_landing(self, landing: Sequence[int] | None) -> None:
        """Show where the block in the hand may land: bits of starts for each column."""
        if self._carried:
            self._carried.landing = landing
            self._carried.ground = self._picture()
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a block or its edge, or choose a cell."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position() + self._scroll()
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            slot = self._plan.slot(at)
            if slot:
                self.stand_on(slot)  # outlined and spoken, as with the keyboard
            else:
                self.select_session(None)
            return
        block = self._items().blocks[index.row()]
        self.select_session(block.id)
        box = self._plan.box(index.row())
        hold = Hold.STRETCH if self._on_edge(index.row(), at) else Hold.MOVE
        self._carried = Carried(
            block, hold, at, at - box.topLeft(), index.row(), minutes=block.minutes
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what is held; else shape the pointer after what could be taken hold of."""
        point = event.position().toPoint()
        if self._carried is None:
            self._shape_pointer(point, event.position() + self._scroll())
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._follow(point, copy=control)

    def _follow(self, point: QPoint, *, copy: bool = False) -> None:
        carried = self._carried
        if carried is None:
            return
        at = QPointF(point) + self._scroll()
        if not carried.moved:
            if not carried.far_enough(at):
                return
            carried.moved = True
            self._take_up(carried)
        if carried.row >= 0 and carried.hold in (Hold.MOVE, Hold.COPY):
            carried.hold = Hold.COPY if copy else Hold.MOVE
        if carried.carry(self._plan, at, 4):
            carried.refused = ()
            self.carried.emit(carried)
            self.viewport().update()
        beside = near_edge(point, self.viewport().size(), self._plan.fixed)
        if beside.isNull():
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()

    def _take_up(self, carried: Carried) -> None:
        self.setFocus()
        carried.ground = self._picture()
        self.carried.emit(carried)

    def _scroll_on(self) -> None:
        """Keep scrolling while something is held near an edge."""
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        by = near_edge(point, self.viewport().size(), self._plan.fixed)
        if self._carried is None or not self._carried.moved or by.isNull():
            self._scrolling.stop()
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
        self._follow(point, copy=self._carried.hold is Hold.COPY)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was carried; a mere click chooses."""
        if self._carried is None or not self._carried.moved:
            self._carried = None
            super().mouseReleaseEvent(event)
            return
        self._let_go()

    def _let_go(self) -> None:
        carried, self._carried = self._carried, None
        self._scrolling.stop()
        self.viewport().update()
        if carried and carried.changed:
            self.dropped.emit(carried)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a training, or begin a booking on empty ground."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self._items().block(index))
            return
        slot = self._plan.slot(event.position() + self._scroll())
        if slot:
            self.place_wished.emit(slot)

    def drop_nothing(self) -> None:
        """Let go of what is dragged; it stays where it was."""
        self._carried = None
        self._scrolling.stop()
        self.viewport().update()

    def carry_in(self, carried: Carried, spot: QPoint) -> None:
        """Bring something in from a list beside the calendar; `spot` is the pointer, global."""
        if self._carried is None:
            carried.moved = True
            self._carried = carried
            self._take_up(carried)
        point = self.viewport().mapFromGlobal(spot)
        if self.viewport().rect().contains(point):
            self._follow(point)
        else:
            carried.slot = None
            self.viewport().update()

    def lay_down(self) -> None:
        """Let go of what was brought in."""
        self._let_go()

    def _on_edge(self, row: int, at: QPointF) -> bool:
        return not self._plan.across and self._plan.box(row).bottom() - at.y() <= EDGE

    def _shape_pointer(self, point: QPoint, at: QPointF) -> None:
        index = self.indexAt(point)
        on_edge = index.isValid() and self._on_edge(index.row(), at)
        shape = Qt.CursorShape.SizeVerCursor if on_edge else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
