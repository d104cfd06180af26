"""The day with therapists or rooms side by side, or one therapist's week: columns on a quarter-hour grid."""

from collections.abc import Sequence
from datetime import date
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from trainer_desktop.rules.daybits import minute_of
from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard
from trainer_desktop.services.calendar.lanes import in_lanes
from trainer_desktop.services.centre.cards import AwayCard, ColumnCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.block_paint import How, paint_block
from trainer_desktop.ui.calendar.grid.plan import Slot, at_minutes, away_words, on_grid
from trainer_desktop.ui.paint import (
    draw_icon,
    draw_pill,
    draw_text,
    fitting,
    hatch,
    hline,
    names,
    pill_width,
    rounded,
    vline,
)
from trainer_desktop.ui.theme import CENTRE, RIGHT, theme, width
from trainer_desktop.ui.words import tr_absence

NARROWEST = 104
PLAIN = How()
OPENS, CLOSES = 7 * 60, 17 * 60
FIRST_SHOWN = 7 * 60 + 45
ABSENCE_ICON = {AbsenceKind.COURSE: "coffee", AbsenceKind.MEETING: "citizens"}


GRIDS = {5: 66, 10: 33, 15: 22, 30: 16, 60: 11}  # minutes of the grid -> pixels of a quarter-hour


class ColumnPlan:
    """Columns of blocks; each column's own hours, absences and closing. `grid` zooms: 5, 10, 15, 30 or 60 minutes."""

    across = False

    def __init__(self, grid: int = 15) -> None:
        self.grid, self.step = grid, min(grid, 15)
        self.columns: tuple[ColumnCard, ...] = ()
        self._blocks: Sequence[BlockCard] = ()
        self._one_room = False
        self._boxes: list[QRectF] = []
        self._now: int | None = None
        self._now_column: int | None = None
        self.starts, self.ends = OPENS, CLOSES
        self._content = QSize()
        self._pictures: list[
            QPixmap | None
        ] = []  # each block as it looks when nothing is special about it
        self._back: QPixmap | None = None
        self._top: QPixmap | None = None
        self._kept_for: tuple[str, float, float] = ("", 0, 0)
        self.head, self.gutter = theme.size("column-head"), theme.size("gutter")
        self._wide: float = theme.px(NARROWEST)

    # ---- geometry

    def measure(self, card: CalendarCard, blocks: Sequence[BlockCard], size: QSize) -> None:
        self.columns, self._blocks = card.columns, blocks
        self._one_room = len(blocks) > 1 and len({b.room_id for b in blocks}) == 1
        self.head, self.gutter = theme.size("column-head"), theme.size("gutter")
        self._wide = max(
            theme.px(NARROWEST), (size.width() - self.gutter) / max(1, len(self.columns))
        )
        times = [(minute_of(b.starts), minute_of(b.ends)) for b in blocks]
        self.starts = min([OPENS, *(s - s % 60 for s, _ in times)])
        self.ends = max([CLOSES, *(e for _, e in times)])
        shown = [n for n, c in enumerate(self.columns) if c.day == card.now.date()]
        self._now = minute_of(card.now) if shown else None
        self._now_column = shown[0] if len(shown) == 1 and len(self.columns) > 1 else None
        wide = round(self.gutter + self._wide * len(self.columns))
        high = round(self._y(self.ends) + theme.px(8))
        self._content = QSize(wide, max(high, size.height()))
        self._pictures, self._back, self._top = [None] * len(blocks), None, None
        self._boxes = [QRectF()] * len(blocks)
        place = {b.id: n for n, b in enumerate(blocks)}
        for block, lane, lanes in in_lanes(list(blocks)):
            self._boxes[place[block.id]] = self._box(
                block.column, minute_of(block.starts), minute_of(block.ends), lane, lanes
            )

    @property
    def content(self) -> QSize:
        return self._content

    @property
    def fixed(self) -> QPointF:
        return QPointF(self.gutter, self.head)

    def first_top(self) -> float:
        if self._now is not None and not FIRST_SHOWN <= self._now <= FIRST_SHOWN + 8 * 60:
            return self._y(max(self.starts, self._now - 60)) - self.head
        return self._y(FIRST_SHOWN) - self.head

    @property
    def hours(self) -> tuple[int, int]:
        return self.starts, self.ends

    def day_of(self, column: int) -> date:
        return self.columns[column].day

    def neighbour(self, slot: Slot, across: int, down: int) -> Slot | None:
        column = slot.column + across
        if not 0 <= column < len(self.columns):
            return None
        minute = minute_of(slot.starts) + down * self.grid
        if not self.starts <= minute < self.ends:
            return None
        return Slot(column, at_minutes(self.day_of(column), minute))

    def inside(self, slot: Slot) -> Slot | None:
        return slot if self.starts <= minute_of(slot.starts) < self.ends else None

    def on_grid(self, slot: Slot, *, forward: bool) -> Slot:
        return on_grid(slot, self.grid, forward=forward)

    @property
    def _quarter(self) -> int:
        return theme.px(GRIDS[self.grid])

    def _y(self, minute: float) -> float:
        return round(self.head + (minute - self.starts) * self._quarter / 15)

    def _left(self, column: int) -> float:
        return round(self.gutter + column * self._wide)

    def _box(self, column: int, starts: int, ends: int, lane: int = 0, lanes: int = 1) -> QRectF:
        left = self._left(column) + 4
        wide = self._left(column + 1) - self._left(column) - 8
        each = (wide - 2 * (lanes - 1)) / lanes
        top = self._y(starts) + 1
        x, right = round(left + lane * (each + 2)), round(left + lane * (each + 2) + each)
        return QRectF(x, top, right - x, self._y(ends) - top - 1)

    def box(self, row: int) -> QRectF:
        return self._boxes[row] if 0 <= row < len(self._boxes) else QRectF()

    def slot(self, at: QPointF) -> Slot | None:
        if at.x() < self.gutter or at.y() < self.head:
            return None
        column = int((at.x() - self.gutter) / self._wide)
        if column >= len(self.columns):
            return None
        minute = self.starts + (at.y() - self.head) / self._quarter * 15
        quarter = int(minute // self.step * self.step)
        if not 4 * 60 <= quarter < 24 * 60:
            return None
        return Slot(column, at_minutes(self.columns[column].day, quarter))

    def slot_box(self, slot: Slot, minutes: int) -> QRectF:
        starts = minute_of(slot.starts)
        return self._box(slot.column, starts, starts + minutes)

    # ---- layers

    def paint_back(self, p: QPainter, scroll: QPointF, size: QSize) -> None:
        ratio = p.device().devicePixelRatioF()
        kept_for = (theme.mode, theme.scale, ratio)
        if kept_for != self._kept_for:
            self._kept_for, self._back, self._top = kept_for, None, None
            self._pictures = [None] * len(self._blocks)
        if self._back is None:
            self._back = _picture(self._content, ratio)
            back = QPainter(self._back)
            back.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_back(back)
            back.end()
        seen = QRectF(scroll, size).intersected(QRectF(QPointF(), self._content))
        p.fillRect(QRectF(scroll, size), theme["surface"])
        p.drawPixmap(seen, self._back, QRectF(seen.topLeft() * ratio, seen.size() * ratio))

    def _paint_back(self, p: QPainter) -> None:
        p.fillRect(QRectF(QPointF(0, 0), self._content), theme["surface"])
        seen = QRectF(QPointF(), self._content)
        for number, column in enumerate(self.columns):
            x, wide = self._left(number), self._left(number + 1) - self._left(number)
            if x > seen.right() or x + wide < seen.left():
                continue
            if column.closed:
                continue
            opens, closes = column.hours or (None, None)
            top, bottom = self.head, self._content.height()
            if opens is None or closes is None:
                p.fillRect(QRectF(x, top, wide, bottom - top), theme["shade"])
                continue
            p.fillRect(QRectF(x, top, wide, self._y(minute_of(opens)) - top), theme["shade"])
            low = self._y(minute_of(closes))
            p.fillRect(QRectF(x, low, wide, bottom - low), theme["shade"])
            for first, last in column.breaks:
                y, end = self._y(minute_of(first)), self._y(minute_of(last))
                p.fillRect(QRectF(x, y, wide, end - y), theme["shade"])
        self._grid(p, seen)
        for number, column in enumerate(self.columns):
            self._away(p, number, column)

    def _grid(self, p: QPainter, seen: QRectF) -> None:
        right = self._content.width()
        dotted = QPen(theme["line"], 1, Qt.PenStyle.CustomDashLine)
        dotted.setDashPattern([1, 5])
        minute = self.starts
        while minute <= self.ends + 60:
            y = self._y(minute)
            if seen.top() - 2 <= y <= seen.bottom() + 2:
                if minute % 60 == 0:
                    hline(p, self.gutter - 6, right, y, "line")
                elif minute % 30 == 0:
                    hline(p, self.gutter, right, y, "line-soft")
                else:
                    p.setPen(dotted)
                    p.drawLine(QPointF(self.gutter, y + 0.5), QPointF(right, y + 0.5))
            minute += self.grid
        for number in range(len(self.columns) + 1):
            vline(p, self._left(number), self.head, self._content.height(), "line")

    def _away(self, p: QPainter, number: int, column: ColumnCard) -> None:
        if column.closed:
            high = self._content.height()
            self._hatched(p, number, self.head, high, column.closed, "lock")
            return
        for away in column.away:
            top = self._y(max(self.starts, minute_of(away.starts)))
            bottom = min(self._y(minute_of(away.ends)), float(self._content.height()))
            self._hatched(p, number, top, bottom, away_words(away), _away_icon(away))

    def _hatched(
        self, p: QPainter, number: int, top: float, bottom: float, words: str, mark: str
    ) -> None:
        px = theme.px
        x, wide = self._left(number) + 1, self._left(number + 1) - self._left(number) - 1
        box = QRectF(x, top, wide, bottom - top)
        p.fillRect(box, theme["shade"])
        hatch(p, box, "hatch", 8, 1.2)
        room = min(wide - 8, width(words, "block-meta", weight=600) + px(32))
        tag = QRectF(x + 4, top + 4, room, px(20))
        rounded(p, tag, 4, "surface", "line")
        draw_icon(p, mark, tag.left() + 6, tag.top() + px(4), px(12), "text-2")
        draw_text(p, tag.adjusted(px(23), 0, -4, 0), words, "block-meta", "text-2", weight=600)

    def paint_block(self, p: QPainter, row: int, how: How) -> None:
        if how == PLAIN:
            picture = self._pictures[row] or self._keep(row)
            p.drawPixmap(self._boxes[row].topLeft() - QPointF(1, 1), picture)
        else:
            self._paint_block(p, row, self._boxes[row], how)

    def _keep(self, row: int) -> QPixmap:
        """Paint a block once: scrolling and selecting only copies it."""
        box = self._boxes[row]
        size = QSize(int(box.width()) + 3, int(box.height()) + 3)
        picture = _picture(size, self._kept_for[2])
        p = QPainter(picture)
        self._paint_block(p, row, box.translated(QPointF(1, 1) - box.topLeft()), PLAIN)
        p.end()
        self._pictures[row] = picture
        return picture

    def warm(self, until: float) -> bool:
        """Paint blocks that nobody has seen yet, until a moment of `perf_counter`; answers whether some are left."""
        if self._back is None:
            return False  # nothing has been painted at all
        for row, picture in enumerate(self._pictures):
            if picture is None:
                if perf_counter() >= until:
                    return True
                self._keep(row)
        return False

    def _paint_block(self, p: QPainter, row: int, box: QRectF, how: How) -> None:
        block = self._blocks[row]
        there = block.therapist if self._one_room or self._is_room(block) else block.place
        paint_block(p, box, block, how, there)

    def _is_room(self, block: BlockCard) -> bool:
        return self.columns[block.column].key == block.room_id

    def paint_front(self, p: QPainter, scroll: QPointF, size: QSize) -> None:
        self._line_of_now(p)
        p.save()
        p.translate(scroll.x(), 0)
        p.fillRect(QRectF(0, scroll.y(), self.gutter - 5, size.height()), theme["surface"])
        quarter = self.starts - self.starts % 60
        near = self._y(self._now) if self._now is not None else -1000
        while quarter <= self.ends + 60:
            y = self._y(quarter)
            if abs(y - near) > theme.px(17):
                box = QRectF(0, y - 8, self.gutter - 12, 16)
                text = (
                    dates.clock(at_minutes(self.columns[0].day, quarter % 1440))
                    if self.columns
                    else ""
                )
                draw_text(p, box, text, "micro", "text-3", RIGHT, figures=True)
            quarter += 60
        self._tag_of_now(p)
        p.restore()
        p.save()
        p.translate(0, scroll.y())
        self._paint_heads(p, scroll)
        p.restore()

    def _paint_heads(self, p: QPainter, scroll: QPointF) -> None:
        """The heads, painted once; only the corner stays where it is."""
        if self._top is None:
            self._top = _picture(QSize(self._content.width(), self.head), self._kept_for[2])
            top = QPainter(self._top)
            top.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._heads(top)
            top.end()
        p.drawPixmap(QPointF(0, 0), self._top)
        corner = QRectF(scroll.x(), 0, self.gutter, self.head)
        p.fillRect(corner, theme["surface"])
        hline(p, corner.left(), corner.right(), self.head - 1, "line-strong")

    def _line_of_now(self, p: QPainter) -> None:
        if self._now is None or not self.starts <= self._now <= self.ends:
            return
        faint = QColor(theme["now"])
        faint.setAlphaF(0.55)
        left, right = self.gutter, self._content.width()
        if self._now_column is not None:
            left = int(self._left(self._now_column))
            right = int(self._left(self._now_column + 1))
        p.fillRect(QRectF(left, self._y(self._now), right - left, 1), faint)

    def _tag_of_now(self, p: QPainter) -> None:
        if self._now is None or not self.columns or not self.starts <= self._now <= self.ends:
            return
        y = self._y(self._now)
        text = dates.clock(at_minutes(self.columns[0].day, self._now))
        wide = width(text, "micro", True, 600) + theme.px(10)
        tag = QRectF(self.gutter - wide - 4, y - theme.px(9) + 0.5, wide, theme.px(18))
        rounded(p, tag, 4, "now")
        ink = "#3A0B08" if theme.mode == "dark" else "#FFFFFF"
        draw_text(p, tag, text, "micro", ink, CENTRE, figures=True, weight=600)

    def _heads(self, p: QPainter) -> None:
        p.fillRect(QRectF(0, 0, self._content.width(), self.head), theme["surface"])
        for number, column in enumerate(self.columns):
            x, wide = self._left(number), self._left(number + 1) - self._left(number)
            vline(p, x, 8, self.head, "line")
            self._head(
                p, QRectF(x + theme.px(10), theme.px(6), wide - theme.px(18), theme.px(18)), column
            )
        hline(p, 0, self._content.width(), self.head - 1, "line-strong")

    def _head(self, p: QPainter, box: QRectF, column: ColumnCard) -> None:
        by_day = column.key == column.day
        title = dates.weekday(column.day) if by_day else column.title
        below = dates.day_month(column.day) if by_day else column.subtitle
        if below.isdigit():  # a room's capacity
            several = QCoreApplication.translate("Calendar", "{n} places").format(n=below)
            one = QCoreApplication.translate("Calendar", "1 place")
            below = one if below == "1" else several
        used = width(title, "strong")
        tag = _head_tag(column)
        room = box.width()
        if tag and used + pill_width(*tag[:1], tag[2]) + theme.px(8) <= room:
            draw_pill(p, box.left() + used + theme.px(8), box.top() - 1, tag[0], tag[1], tag[2])
        elif column.booked_minutes:
            load = QCoreApplication.translate("Calendar", "{hours} h").format(
                hours=dates.hours(column.booked_minutes)
            )
            if used + width(load, "small", True) + theme.px(6) <= room:
                draw_text(p, box, load, "small", "text-3", RIGHT, figures=True)
        draw_text(p, box, title, "strong", "text")
        lower = box.translated(0, theme.px(17))
        draw_text(p, lower, fitting(names(below), room, "small"), "small", "text-3")


def _picture(size: QSize, ratio: float) -> QPixmap:
    """An empty picture in logical pixels."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _away_icon(away: AwayCard) -> str:
    return ABSENCE_ICON.get(away.kind, "user") if away.kind else "lock"


def _head_tag(column: ColumnCard) -> tuple[str, str, str] | None:
    if column.closed:
        word = QCoreApplication.translate("Calendar", "Closed")
        return (word, "done", "lock")
    if any(a.kind is AbsenceKind.ILL for a in column.away):
        return (tr_absence(AbsenceKind.ILL), "warn", "warning")
    return None
