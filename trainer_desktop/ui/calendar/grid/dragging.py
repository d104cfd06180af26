"""A training in the hand: taken in the calendar, from the pinboard or from a list; where it may land, and why not there."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from trainer_desktop.rules.daybits import STEP, minute_of
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.ui.calendar.grid.block_paint import How, paint_block
from trainer_desktop.ui.calendar.grid.plan import Plan, Slot, at_minutes
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded, shadow
from trainer_desktop.ui.theme import line_height, theme, width


class Hold(Enum):
    """What letting go does."""

    MOVE = "move"
    COPY = "copy"
    STRETCH = "stretch"
    BOOK = "book"  # somebody from the waiting list


@dataclass
class Carried:
    """What is in the hand. `landing` are the starts at which it may lie, as bits of each column's day (None: not known yet).

    `thing` is whatever the list it came from knows it by.
    """

    block: BlockCard
    hold: Hold
    taken_at: QPointF
    offset: QPointF = field(default_factory=QPointF)
    row: int = -1
    slot: Slot | None = None
    minutes: int = 0
    moved: bool = False
    refused: tuple[str, ...] = ()
    landing: Sequence[int] | None = None
    ground: QPixmap | None = None
    thing: Any = None

    @property
    def changed(self) -> bool:
        """Whether letting go here would change anything."""
        if self.hold is Hold.STRETCH:
            return self.minutes != self.block.minutes
        if self.slot is None:
            return False
        here = Slot(self.block.column, self.block.starts)
        return self.hold is not Hold.MOVE or self.row < 0 or self.slot != here

    def may_land(self) -> bool | None:
        """Whether it may lie where it is held; None while that is not known."""
        if self.landing is None or self.slot is None or self.hold is Hold.STRETCH:
            return None
        return bool(self.landing[self.slot.column] >> (minute_of(self.slot.starts) // STEP) & 1)

    def far_enough(self, at: QPointF) -> bool:
        """Whether the pointer has left the place where it was taken."""
        return (at - self.taken_at).manhattanLength() >= QApplication.startDragDistance()

    def carry(self, plan: Plan, at: QPointF, edge: float) -> bool:
        """Follow the pointer; answers whether another place is meant now."""
        before = (self.slot, self.minutes)
        if self.hold is Hold.STRETCH:
            slot = plan.slot(QPointF(plan.box(self.row).center().x(), at.y()))
            if slot:
                span = slot.starts + timedelta(minutes=plan.step) - self.block.starts
                self.minutes = max(15, int(span.total_seconds()) // 60)
        else:
            corner = QPointF(at.x(), at.y() - self.offset.y() + edge)
            if plan.across:
                corner = QPointF(at.x() - self.offset.x() + edge / 2, at.y())
            self.slot = plan.slot(corner) or self.slot
        return (self.slot, self.minutes) != before


def paint_landing(p: QPainter, plan: Plan, carried: Carried, columns: int) -> None:
    """Veil every place where the training in the hand cannot lie."""
    if carried.landing is None:
        return
    veil = QColor(theme["chrome"])
    veil.setAlpha(165)
    first, last = plan.hours
    for column in range(columns):
        for starts, ends in _shut(carried.landing[column], carried.block.minutes, first, last):
            day = plan.day_of(column)
            box = plan.slot_box(Slot(column, at_minutes(day, starts)), ends - starts)
            p.fillRect(box.adjusted(-3, -1, 3, 1), veil)


def _shut(starts: int, minutes: int, first: int, last: int) -> list[tuple[int, int]]:
    """The stretches between two minutes that no landing training would cover."""
    covered = 0
    for step in range(-(-minutes // STEP)):
        covered |= starts << step
    found: list[tuple[int, int]] = []
    minute = first
    while minute < last:
        open_ = covered >> (minute // STEP) & 1
        end = minute
        while end < last and (covered >> (end // STEP) & 1) == open_:
            end += STEP
        if not open_:
            found.append((minute, end))
        minute = end
    return found


def paint_carried(p: QPainter, plan: Plan, carried: Carried, scroll: QPointF, size: QSize) -> None:
    """The block in the hand, and below it why it cannot be laid here."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    slot = carried.slot or Slot(carried.block.column, carried.block.starts)
    box = plan.slot_box(slot, carried.minutes).translated(-scroll)
    ends = slot.starts + timedelta(minutes=carried.minutes)
    moved = replace(carried.block, starts=slot.starts, ends=ends)
    refused = bool(carried.refused) or carried.may_land() is False
    p.setOpacity(0.96)
    paint_block(p, box, moved, How(dragged=True, refused=refused))
    p.setOpacity(1)
    if carried.hold is Hold.COPY:
        badge = QRectF(
            box.right() - theme.px(10), box.top() - theme.px(8), theme.px(20), theme.px(20)
        )
        rounded(p, badge, theme.px(10), "accent")
        draw_icon(
            p,
            "plus",
            badge.left() + theme.px(4),
            badge.top() + theme.px(4),
            theme.px(12),
            "on-accent",
        )
    if carried.refused:
        _paint_reasons(p, box, carried.refused, size)


def _paint_reasons(p: QPainter, box: QRectF, reasons: tuple[str, ...], size: QSize) -> None:
    px = theme.px
    title, *rest = reasons
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
        room = QRectF(x + px(22), y, wide - px(46), line_height("small"))
        draw_text(p, room, line, "small", "text-2")
        y += line_height("small") + 2


def near_edge(point: QPoint, size: QSize, fixed: QPointF) -> QPoint:
    """How far to scroll while something is held near an edge of the calendar."""
    reach, step = theme.px(28), theme.px(24)
    x = -step if point.x() < fixed.x() + reach else step if point.x() > size.width() - reach else 0
    y = -step if point.y() < fixed.y() + reach else step if point.y() > size.height() - reach else 0
    return QPoint(x, y)
