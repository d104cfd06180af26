"""The calendar's trainings as a list view that lays them out and paints them itself."""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime
from time import perf_counter

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.block_paint import How
from trainer_desktop.ui.calendar.grid.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.grid.dragging import (
    Carried,
    Hold,
    paint_carried,
    paint_landing,
)
from trainer_desktop.ui.calendar.grid.held import Held, paint_held
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.plan import Plan, Slot
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_text, rounded
from trainer_desktop.ui.parts.index import Index
from trainer_desktop.ui.parts.off_page import is_off_page
from trainer_desktop.ui.theme import theme

PLAIN, RELATED = How(), How(related=True)
FAR = 24  # pixels beyond the viewport that are still painted
DIMMED = 0.32
IDLE = 0.004  # seconds of painting ahead between two events


@guarded
class CalendarCanvas(QListView):
    """Trainings in columns or strips, for the eye and for a screen reader; what is done with them is above."""

    def __init__(self, model: CalendarItemModel, plan: Plan | None = None) -> None:
        super().__init__()
        self._plan: Plan = plan or ColumnPlan()
        self._next_plan: Plan | None = None
        self._carried: Carried | None = None
        self._held: Held | None = None
        self._cell: Slot | None = None
        self._bright: Callable[[BlockCard], bool] | None = None
        self._pinned: frozenset[uuid.UUID] = frozenset()
        self._fresh = True
        self._cold = True
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._warm)
        model.modelReset.connect(self._take_card)

    def use_plan(self, plan: Plan) -> None:
        """Draw the calendar another way from the next card on: a plan lies with the rows it has measured."""
        self._next_plan = plan

    def start_afresh(self) -> None:
        """Scroll to where the day begins when the next card comes."""
        self._fresh = True

    @property
    def plan(self) -> Plan:
        """How it is laid out."""
        return self._plan

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

    @property
    def cell(self) -> Slot | None:
        """Where the keyboard stands: a column and a time."""
        return self._cell

    @property
    def in_hand(self) -> Carried | None:
        """What is being dragged."""
        return self._carried

    def hold(self, held: Held | None) -> None:
        """Show a place held open while somebody fills in a booking."""
        self._held = held
        self.viewport().update()

    def bring_out(self, bright: Callable[[BlockCard], bool] | None) -> None:
        """Dim every training but some; None shows all alike."""
        self._bright = bright
        self.viewport().update()

    def show_pinned(self, sessions: frozenset[uuid.UUID]) -> None:
        """Show trainings that are out on the pinboard as taken out."""
        self._pinned = sessions
        self.viewport().update()

    def box_of(self, session_id: uuid.UUID) -> QRect:
        """Where a training is on the viewport."""
        for row, block in enumerate(self._items().blocks):
            if block.id == session_id:
                return self.visualRect(self._items().index(row))
        return QRect()

    def cell_box(self) -> QRect:
        """Where the keyboard's cell is on the viewport."""
        if self._cell is None or self.calendar() is None:
            return QRect()
        box = self._plan.slot_box(self._cell, self._plan.grid)
        return box.translated(-self._scroll()).toRect()

    def _items(self) -> CalendarItemModel:
        model = self.model()
        assert isinstance(model, CalendarItemModel)
        return model

    def _scroll(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _take_card(self) -> None:
        plan, self._next_plan = self._next_plan, None
        if plan:
            if type(plan) is not type(self._plan):
                self._fresh = True
                self._cell = None
            self._plan = plan
        self._lay_out()

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
        self._cold = True
        self.viewport().update()

    def _warm(self) -> None:
        """Paint what is out of sight while nobody does anything, a little at a time."""
        if not self._plan.warm(perf_counter() + IDLE):
            self._idle.stop()

    def doItemsLayout(self) -> None:
        """Lay out without QListView's asking for every row's size."""
        QAbstractItemView.doItemsLayout(self)  # QListView would ask for every row's size

    def updateGeometries(self) -> None:
        """Nothing: the scroll bars are ours."""
        pass  # the scroll bars are ours

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the blocks out for the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def _box(self, row: int) -> QRectF:
        if row < len(self._items().blocks):
            return self._plan.box(row)
        return self._plan.slot_box(self._cell, self._plan.grid) if self._cell else QRectF()

    def visualRect(self, index: Index) -> QRect:
        """Where a block is seen; nothing for a stale index or off the page."""
        if not index.isValid() or self.calendar() is None or is_off_page(self):
            return QRect()
        return self._box(index.row()).translated(-self._scroll()).toRect()

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        """The whole viewport: a choice repaints more than its block."""
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies there: a list's own geometry knows nothing of ours."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(index, command)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The block under a point; none under the fixed edges."""
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
        """Bring a block out from under the fixed edges."""
        if not index.isValid():
            return
        box, fixed, size = self._box(index.row()), self._plan.fixed, self.viewport().size()
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
        """Paint anew; what is carried gets a new ground."""
        if self._carried:
            self._carried.ground = self._picture()
        self.viewport().update()

    def horizontalOffset(self) -> int:
        """In pixels."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """In pixels."""
        return self.verticalScrollBar().value()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plan's back, its blocks, its front, and what is carried above all."""
        p = QPainter(self.viewport())
        if self.calendar() is None:
            p.fillRect(self.viewport().rect(), theme["surface"])
            return
        carried = self._carried
        if carried and carried.moved and carried.ground:
            p.drawPixmap(0, 0, carried.ground)
            if carried.slot or carried.hold is Hold.STRETCH:
                paint_carried(p, self._plan, carried, self._scroll(), self.viewport().size())
            return
        self._paint_all(p, QRectF(event.rect()))
        if self._cold:
            self._cold = False
            self._idle.start()

    def _picture(self) -> QPixmap:
        """The whole viewport but for the block in the hand, with the places where it may land."""
        ratio = self.viewport().devicePixelRatioF()
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        with QPainter(picture) as p:
            self._paint_all(p, QRectF(self.viewport().rect()))
        return picture

    def _paint_all(self, p: QPainter, dirty: QRectF) -> None:
        scroll, size = self._scroll(), self.viewport().size()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.translate(-scroll)
        seen = dirty.translated(scroll).adjusted(-FAR, -FAR, FAR, FAR)
        self._plan.paint_back(p, scroll, size)
        self._paint_blocks(p, seen)
        if self._held:
            box = self._plan.slot_box(self._held.slot, self._held.minutes)
            paint_held(p, box, self._held)
        if self._carried and self._carried.moved:
            card = self.calendar()
            paint_landing(p, self._plan, self._carried, len(card.columns) if card else 0)
        if self.currentIndex().row() >= len(self._items().blocks) and self._cell:
            rounded(p, self._plan.slot_box(self._cell, self._plan.grid), 4, None, "mark", 2)
        self._plan.paint_front(p, scroll, size)
        p.translate(scroll)

    def _paint_blocks(self, p: QPainter, seen: QRectF) -> None:
        selected = self.currentIndex().row() if self.selectedIndexes() else -1
        citizens = self._citizens(selected)
        carried = self._carried
        taken = carried.row if carried and carried.moved and carried.hold is Hold.MOVE else -1
        last: tuple[int, How] | None = None
        paint, where = self._plan.paint_block, self._plan.box
        for row, block in enumerate(self._items().blocks):
            box = where(row)
            if row == taken or (self._pinned and block.id in self._pinned):
                rounded(p, box, 4, "surface", "mark", 1.2, [3, 3])
                self._say_time(p, box, block.starts)
                continue
            if not box.intersects(seen):
                continue
            if row == selected:
                last = (row, How(selected=True))
                continue
            related = bool(citizens) and any(c.citizen_id in citizens for c in block.people)
            dimmed = self._bright is not None and not self._bright(block)
            if dimmed:
                rounded(p, box, 4, "surface")  # no line of the grid shows through what is faded
                p.setOpacity(DIMMED if theme.mode != "contrast" else 1)
            paint(p, row, RELATED if related else PLAIN)
            if dimmed:
                p.setOpacity(1)
        if last:
            self._plan.paint_block(p, *last)

    def _citizens(self, row: int) -> set[uuid.UUID]:
        if not 0 <= row < len(self._items().blocks):
            return set()
        block = self._items().blocks[row]
        return {c.citizen_id for c in block.people} if not block.capacity else set()

    def _say_time(self, p: QPainter, box: QRectF, starts: datetime) -> None:
        inner = box.adjusted(9, 2, -4, -2)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        said = dates.clock(starts)
        draw_text(p, inner, said, "block-meta", "accent-text", top, figures=True, weight=500)

    def sizeHint(self) -> QSize:
        return QSize(900, 600)
