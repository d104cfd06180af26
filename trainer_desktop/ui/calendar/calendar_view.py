"""The calendar: one list view that paints itself, so that mouse, keyboard and screen reader all know its trainings."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from trainer_desktop.services.cards import BlockCard, CalendarCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.block_paint import How, paint_block
from trainer_desktop.ui.calendar.calendar_item_model import CalendarItemModel
from trainer_desktop.ui.calendar.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.plan import Plan, Slot
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded, shadow
from trainer_desktop.ui.theme import line_height, theme, width

Index = QModelIndex | QPersistentModelIndex
EDGE = 6  # pixels at a block's foot that stretch it
QUARTER = timedelta(minutes=15)
PLAIN, RELATED = How(), How(related=True)
FAR = 24  # pixels beyond the viewport that are still painted


@dataclass
class _Drag:
    """A block in the hand: where it was taken, where it would go, and whether that may be."""

    block: BlockCard
    row: int
    taken_at: QPointF
    stretch: bool
    slot: Slot | None = None
    minutes: int = 0
    moved: bool = False
    refused: tuple[str, ...] = ()
    ground: QPixmap | None = None


class CalendarView(QListView):
    """Trainings in columns or strips; drag moves, the lower edge stretches, an empty place books."""

    place_wished = Signal(object)  # Slot
    move_wished = Signal(object, object)  # session id, Slot
    stretch_wished = Signal(object, int)  # session id, minutes
    hovering = Signal(object, object)  # session id, Slot: may it go there?
    opened = Signal(object)  # BlockCard: Enter or double click

    def __init__(self, model: CalendarItemModel, plan: Plan | None = None) -> None:
        super().__init__()
        self._plan: Plan = plan or ColumnPlan()
        self._drag: _Drag | None = None
        self._held: Slot | None = None
        self._held_minutes = 45
        self._fresh = True
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        model.modelReset.connect(self._lay_out)

    # ---- what others call

    def use_plan(self, plan: Plan) -> None:
        """Draw the calendar another way from the next card on."""
        self._plan = plan
        self._fresh = True

    def calendar(self) -> CalendarCard | None:
        """The card that is shown."""
        return self._items().calendar

    def blocks(self) -> Sequence[BlockCard]:
        """Every training that is shown."""
        return self._items().blocks

    def block_at(self, index: Index) -> BlockCard | None:
        """The training behind an index."""
        return self._items().block(index) if index.isValid() else None

    def current(self) -> BlockCard | None:
        """The selected training."""
        return self.block_at(self.currentIndex())

    def select_session(self, session_id: uuid.UUID | None) -> None:
        """Select a training by its key, and bring it into sight."""
        for row, block in enumerate(self._items().blocks):
            if block.id == session_id:
                self.setCurrentIndex(self._items().index(row))
                return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def hold(self, slot: Slot | None, minutes: int = 45) -> None:
        """Show a place held open while somebody fills in a booking."""
        self._held, self._held_minutes = slot, minutes
        self.viewport().update()

    def refuse_drag(self, reasons: tuple[str, ...]) -> None:
        """Say why the block in the hand cannot be laid here; empty when it can."""
        if self._drag and self._drag.refused != reasons:
            self._drag.refused = reasons
            self.viewport().update()

    def box_of(self, session_id: uuid.UUID) -> QRect:
        """Where a training is on the viewport."""
        for row, block in enumerate(self._items().blocks):
            if block.id == session_id:
                return self.visualRect(self._items().index(row))
        return QRect()

    # ---- geometry

    def _items(self) -> CalendarItemModel:
        model = self.model()
        assert isinstance(model, CalendarItemModel)
        return model

    def _scroll(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _lay_out(self) -> None:
        card = self.calendar()
        if card is None:
            return
        size = self.viewport().size()
        self._plan.measure(card, self._items().blocks, size)
        content = self._plan.content
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, content.width() - size.width()))
        across.setPageStep(size.width())
        down.setRange(0, max(0, content.height() - size.height()))
        down.setPageStep(size.height())
        across.setSingleStep(theme.px(40))
        down.setSingleStep(theme.size("quarter-hour"))
        if self._fresh:
            down.setValue(int(self._plan.first_top()))
            self._fresh = False
        self.viewport().update()

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)  # QListView would ask for every row's size

    def updateGeometries(self) -> None:
        pass  # the scroll bars are ours

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or self.calendar() is None:
            return QRect()
        return self._plan.box(index.row()).translated(-self._scroll()).toRect()

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies there: a list's own geometry knows nothing of ours."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(index, command)

    def indexAt(self, point: QPoint) -> QModelIndex:
        fixed = self._plan.fixed if self.calendar() else QPointF()
        if point.x() < fixed.x() or point.y() < fixed.y():
            return QModelIndex()
        at = QPointF(point) + self._scroll()
        for row in range(len(self._items().blocks)):
            if self._plan.box(row).contains(at):
                return self._items().index(row)
        return QModelIndex()

    def scrollTo(
        self,
        index: Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        box, fixed, size = self._plan.box(index.row()), self._plan.fixed, self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.left() - across.value() < fixed.x():
            across.setValue(int(box.left() - fixed.x() - 8))
        elif box.right() - across.value() > size.width():
            across.setValue(int(box.right() - size.width() + 8))
        if box.top() - down.value() < fixed.y():
            down.setValue(int(box.top() - fixed.y() - 8))
        elif box.bottom() - down.value() > size.height():
            down.setValue(int(min(box.bottom() - size.height() + 8, box.top() - fixed.y() - 8)))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    # ---- keyboard

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        blocks = self._items().blocks
        if not blocks:
            return QModelIndex()
        row = self.currentIndex().row()
        if row < 0:
            return self._items().index(self._nearest_to_now())
        act = QAbstractItemView.CursorAction
        here = blocks[row]
        same = [n for n, b in enumerate(blocks) if b.column == here.column]
        match action:
            case act.MoveUp | act.MovePrevious:
                row = max([n for n in same if n < row], default=row)
            case act.MoveDown | act.MoveNext:
                row = min([n for n in same if n > row], default=row)
            case act.MoveHome | act.MovePageUp:
                row = same[0]
            case act.MoveEnd | act.MovePageDown:
                row = same[-1]
            case act.MoveLeft | act.MoveRight:
                row = self._beside(row, -1 if action is act.MoveLeft else 1)
            case _:
                pass
        return self._items().index(row)

    def _nearest_to_now(self) -> int:
        blocks, card = self._items().blocks, self.calendar()
        now = card.now if card else blocks[0].starts
        ahead = [n for n, b in enumerate(blocks) if b.ends > now]
        return min(ahead, key=lambda n: blocks[n].starts, default=0)

    def _beside(self, row: int, step: int) -> int:
        blocks = self._items().blocks
        here = blocks[row]
        columns = sorted({b.column for b in blocks})
        place = columns.index(here.column) + step
        if not 0 <= place < len(columns):
            return row
        others = [n for n, b in enumerate(blocks) if b.column == columns[place]]
        minute = here.starts.hour * 60 + here.starts.minute
        return min(
            others, key=lambda n: abs(blocks[n].starts.hour * 60 + blocks[n].starts.minute - minute)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        block = self.current()
        if self._drag and event.key() == Qt.Key.Key_Escape:
            self.drop_nothing()
            return
        if block and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(block)
            return
        if event.text().isalpha() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters are the page's keys for attendance, not a search
            return
        super().keyPressEvent(event)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)
            block = self._items().block(index)
            at = event.position() + self._scroll()
            foot = self._plan.box(index.row()).bottom()
            stretch = isinstance(self._plan, ColumnPlan) and foot - at.y() <= EDGE
            self._drag = _Drag(block, index.row(), at, stretch, minutes=block.minutes)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position() + self._scroll()
        if self._drag is None:
            self._shape_pointer(event.position().toPoint(), at)
            return
        drag = self._drag
        if not drag.moved:
            far = (at - drag.taken_at).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            drag.moved = True
            drag.ground = self._picture(without=drag.row)
        before = (drag.slot, drag.minutes)
        self._carry(drag, at)
        if (drag.slot, drag.minutes) != before:
            drag.refused = ()
            wish = drag.slot or Slot(drag.block.column, drag.block.starts)
            self.hovering.emit(drag.block.id, (wish, drag.minutes))
            self.viewport().update()

    def _carry(self, drag: _Drag, at: QPointF) -> None:
        if drag.stretch:
            slot = self._plan.slot(QPointF(self._plan.box(drag.row).center().x(), at.y()))
            if slot:
                span = slot.starts + QUARTER - drag.block.starts
                drag.minutes = max(15, int(span.total_seconds()) // 60)
            return
        offset = drag.taken_at - self._plan.box(drag.row).topLeft()
        corner = QPointF(at.x(), at.y() - offset.y() + 4)
        if not isinstance(self._plan, ColumnPlan):
            corner = QPointF(at.x() - offset.x() + 2, at.y())
        drag.slot = self._plan.slot(corner) or drag.slot

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None or not drag.moved:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        if drag.refused:
            return
        if drag.stretch and drag.minutes != drag.block.minutes:
            self.stretch_wished.emit(drag.block.id, drag.minutes)
        elif drag.slot and drag.slot != Slot(drag.block.column, drag.block.starts):
            self.move_wished.emit(drag.block.id, drag.slot)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self._items().block(index))
            return
        slot = self._plan.slot(event.position() + self._scroll())
        if slot:
            self.place_wished.emit(slot)

    def drop_nothing(self) -> None:
        """Let go of what is dragged; it stays where it was."""
        self._drag = None
        self.viewport().update()

    def _shape_pointer(self, point: QPoint, at: QPointF) -> None:
        index = self.indexAt(point)
        on_edge = (
            index.isValid()
            and isinstance(self._plan, ColumnPlan)
            and self._plan.box(index.row()).bottom() - at.y() <= EDGE
        )
        shape = Qt.CursorShape.SizeVerCursor if on_edge else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        if self.calendar() is None:
            p.fillRect(self.viewport().rect(), theme["surface"])
            return
        if self._drag and self._drag.moved and self._drag.ground:
            p.drawPixmap(0, 0, self._drag.ground)
            self._paint_drag(p, self._drag)
            return
        self._paint_all(p, QRectF(event.rect()))

    def _picture(self, without: int) -> QPixmap:
        """The whole viewport but for one block, kept while that one is dragged."""
        ratio = self.viewport().devicePixelRatioF()
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        p = QPainter(picture)
        self._paint_all(p, QRectF(self.viewport().rect()), without)
        p.end()
        return picture

    def _paint_all(self, p: QPainter, dirty: QRectF, without: int = -1) -> None:
        scroll, size = self._scroll(), self.viewport().size()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.translate(-scroll)
        seen = dirty.translated(scroll).adjusted(-FAR, -FAR, FAR, FAR)
        self._plan.paint_back(p, scroll, size)
        selected = self.currentIndex().row() if self.selectedIndexes() else -1
        citizens = self._citizens(selected)
        last: tuple[int, How] | None = None
        for row, block in enumerate(self._items().blocks):
            box = self._plan.box(row)
            if row == without:
                rounded(p, box, 4, "surface", "mark", 1.2, [3, 3])
                self._say_time(p, box, block.starts)
                continue
            if not box.intersects(seen):
                continue
            if row == selected:
                last = (row, How(selected=True))
                continue
            related = bool(citizens) and any(c.citizen_id in citizens for c in block.people)
            self._plan.paint_block(p, row, RELATED if related else PLAIN)
        if last:
            self._plan.paint_block(p, *last)
        if self._held:
            self._paint_held(p, self._held)
        self._plan.paint_front(p, scroll, size)
        p.translate(scroll)

    def _citizens(self, row: int) -> set[uuid.UUID]:
        if row < 0:
            return set()
        block = self._items().blocks[row]
        return {c.citizen_id for c in block.people} if not block.capacity else set()

    def _paint_held(self, p: QPainter, slot: Slot) -> None:
        box = self._plan.slot_box(slot, self._held_minutes)
        rounded(p, box, 4, "accent-tint")
        rounded(p, box, 4, None, "mark", 1.5, [3, 2.5])
        self._say_time(p, box, slot.starts)

    def _say_time(self, p: QPainter, box: QRectF, starts: datetime) -> None:
        inner = box.adjusted(9, 2, -4, -2)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        said = dates.clock(starts)
        draw_text(p, inner, said, "block-meta", "accent-text", top, figures=True, weight=500)

    def _paint_drag(self, p: QPainter, drag: _Drag) -> None:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        slot = drag.slot or Slot(drag.block.column, drag.block.starts)
        box = self._plan.slot_box(slot, drag.minutes).translated(-self._scroll())
        ends = slot.starts + timedelta(minutes=drag.minutes)
        moved = replace(drag.block, starts=slot.starts, ends=ends)
        p.setOpacity(0.96)
        paint_block(p, box, moved, How(dragged=True, refused=bool(drag.refused)))
        p.setOpacity(1)
        if drag.refused:
            self._paint_reason(p, box, drag.refused)

    def _paint_reason(self, p: QPainter, box: QRectF, reasons: tuple[str, ...]) -> None:
        px = theme.px
        title, *rest = reasons
        size = self.viewport().size()
        longest = max((width(line, "small") for line in rest), default=0)
        wide = min(max(px(284), longest + px(60)), size.width() - px(16))
        high = px(44) + len(rest) * (line_height("small") + 2)
        left = min(max(8.0, box.left() - px(20)), size.width() - wide - 8)
        top = box.bottom() + 8
        if top + high > size.height() - 8:
            top = max(8.0, box.top() - high - 8)
        tip = QRectF(left, top, wide, high)
        shadow(p, tip, 8, 16, 3)
        rounded(p, tip, 8, "raised", "line-strong")
        x, y = tip.left() + px(14), tip.top() + px(12)
        draw_icon(p, "refused", x, y + 2, px(16), "bad")
        draw_text(p, QRectF(x + px(22), y, wide - px(50), px(20)), title, "strong", "text")
        y += px(24)
        for line in rest:
            draw_text(
                p,
                QRectF(x + px(22), y, wide - px(46), line_height("small")),
                line,
                "small",
                "text-2",
            )
            y += line_height("small") + 2

    def sizeHint(self) -> QSize:
        return QSize(900, 600)
