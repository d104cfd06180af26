"""The whole centre's week: a row for each therapist and a strip of time for each day, so that gaps show as white."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from trainer_desktop.rules.daybits import minute_of
from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard
from trainer_desktop.services.calendar.lanes import in_lanes
from trainer_desktop.services.centre.cards import ColumnCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.block_paint import How
from trainer_desktop.ui.calendar.grid.plan import Slot, at_minutes, away_words, on_grid
from trainer_desktop.ui.calendar.grid.small_block import small_picture
from trainer_desktop.ui.paint import (
    draw_pill,
    draw_text,
    fitting,
    hatch,
    hline,
    initials,
    names,
    rounded,
    vline,
)
from trainer_desktop.ui.theme import CENTRE, RIGHT, theme, width

FROM, TO = 7 * 60 + 30, 16 * 60 + 15
FULL_WEEK = 34 * 60  # minutes: the bar is full
HEAVY = 31 * 60


class StripPlan:
    """Rows of therapists grouped by centre; columns are (therapist, day) in the card's order."""

    across = True
    grid = step = 15

    def __init__(self) -> None:
        self.columns: tuple[ColumnCard, ...] = ()
        self._blocks: Sequence[BlockCard] = ()
        self._boxes: list[QRectF] = []
        self._content = QSize()
        self._pictures: list[QPixmap | None] = []
        self._kept_for: tuple[str, float, float] = ("", 0, 0)
        self._days: tuple[date, ...] = ()
        self._people: list[ColumnCard] = []
        self._centres: list[str] = []
        self._tops: list[float] = []
        self._row_tops: list[int] = []
        self._day_lefts: list[float] = []
        self._now = datetime(1, 1, 1)  # noqa: DTZ001 - wall time; before any card
        self._from, self._to = FROM, TO
        self._day_w: float = theme.px(150)
        self._row_h: float = theme.px(44)
        self._high, self._scale = 0, 1.0
        self.head, self.side, self._total, self._group = 0, 0, 0, 0

    def measure(self, card: CalendarCard, blocks: Sequence[BlockCard], size: QSize) -> None:
        px = theme.px
        self.columns, self._blocks, self._days = card.columns, blocks, card.days
        self._now = card.now
        self.head, self.side, self._total, self._group = px(48), px(136), px(76), px(26)
        per = max(1, len(self._days))
        self._people = [self.columns[n] for n in range(0, len(self.columns), per)]
        self._centres = list(dict.fromkeys(c.centre for c in self._people))
        self._from = min([FROM, *(minute_of(b.starts) for b in blocks)])
        self._to = max([TO, *(minute_of(b.ends) for b in blocks)])
        self._day_w = max(px(150), (size.width() - self.side - self._total) / per)
        room = size.height() - self.head - self._group * len(self._centres)
        self._row_h = max(px(44), room / max(1, len(self._people)))
        self._tops = []
        y, centre = float(self.head), ""
        for person in self._people:
            if person.centre != centre:
                centre = person.centre
                y += self._group
            self._tops.append(y)
            y += self._row_h
        wide = round(self.side + self._day_w * per + self._total)
        self._content = QSize(wide, max(round(y), size.height()))
        self._pictures = [None] * len(blocks)
        self._boxes = [QRectF()] * len(blocks)
        self._measure_rows()
        place = {b.id: n for n, b in enumerate(blocks)}
        span = self._span
        for block, lane, lanes in in_lanes(list(blocks)):
            starts, ends = block.starts, block.ends
            self._boxes[place[block.id]] = span(
                block.column,
                minute_of(starts),
                minute_of(ends),
                lane,
                lanes,
            )

    def _measure_rows(self) -> None:
        """What every box of a person or a day has in common, reckoned once."""
        pad, low = theme.px(8), theme.px(17)
        self._row_tops = [round(top) + pad for top in self._tops]
        self._high = round(self._row_h) - low
        self._scale = (self._day_w - 6) / (self._to - self._from)
        self._day_lefts = [self.side + n * self._day_w + 3 for n in range(len(self._days))]

    @property
    def content(self) -> QSize:
        return self._content

    @property
    def fixed(self) -> QPointF:
        return QPointF(self.side, self.head)

    def first_top(self) -> float:
        return 0

    @property
    def hours(self) -> tuple[int, int]:
        return self._from, self._to

    def day_of(self, column: int) -> date:
        return self._days[self._where(column)[1]]

    def neighbour(self, slot: Slot, across: int, down: int) -> Slot | None:
        person, day = self._where(slot.column)
        person += down
        minute = minute_of(slot.starts) + across * self.grid
        if not self._from <= minute < self._to:
            day += across
            minute = self._from if across > 0 else self._to - self.grid
            minute -= minute % self.grid
        if not (0 <= person < len(self._people) and 0 <= day < len(self._days)):
            return None
        column = person * len(self._days) + day
        return Slot(column, at_minutes(self._days[day], minute))

    def inside(self, slot: Slot) -> Slot | None:
        if self._from <= minute_of(slot.starts) < self._to:
            return slot
        return self.neighbour(slot, 1 if minute_of(slot.starts) >= self._to else -1, 0)

    def on_grid(self, slot: Slot, *, forward: bool) -> Slot:
        return on_grid(slot, self.grid, forward=forward)

    def _x(self, day: int, minute: float) -> float:
        share = (minute - self._from) / (self._to - self._from)
        return self.side + day * self._day_w + 3 + share * (self._day_w - 6)

    def _where(self, column: int) -> tuple[int, int]:
        return divmod(column, max(1, len(self._days)))

    def _span(self, column: int, starts: int, ends: int, lane: int = 0, lanes: int = 1) -> QRectF:
        person, day = self._where(column)
        if not (0 <= person < len(self._row_tops) and day < len(self._day_lefts)):
            return QRectF()  # a place of a card that has gone
        base = self._day_lefts[day]
        left = round(base + (starts - self._from) * self._scale)
        right = round(base + (ends - self._from) * self._scale) - 1
        top, wide = self._row_tops[person], max(3, right - left)
        if lanes == 1:
            return QRectF(left, top, wide, self._high)
        each = max(4, (self._high - 2 * (lanes - 1)) // lanes)
        return QRectF(left, top + lane * (each + 2), wide, each)

    def box(self, row: int) -> QRectF:
        return self._boxes[row] if 0 <= row < len(self._boxes) else QRectF()

    def slot(self, at: QPointF) -> Slot | None:
        if at.x() < self.side or at.y() < self.head:
            return None
        day = int((at.x() - self.side) / self._day_w)
        if day >= len(self._days):
            return None
        for person, top in enumerate(self._tops):
            if top <= at.y() < top + self._row_h:
                inside = (at.x() - self.side - day * self._day_w - 3) / (self._day_w - 6)
                minute = self._from + inside * (self._to - self._from)
                quarter = int(max(4 * 60, minute) // 15 * 15)
                column = person * len(self._days) + day
                return Slot(column, at_minutes(self._days[day], quarter))
        return None

    def slot_box(self, slot: Slot, minutes: int) -> QRectF:
        starts = minute_of(slot.starts)
        return self._span(slot.column, starts, starts + minutes)

    # ---- layers

    def paint_back(self, p: QPainter, scroll: QPointF, size: QSize) -> None:
        kept_for = (theme.mode, theme.scale, p.device().devicePixelRatioF())
        if kept_for != self._kept_for:
            self._kept_for, self._pictures = kept_for, [None] * len(self._blocks)
        p.fillRect(QRectF(QPointF(0, 0), self._content), theme["surface"])
        if self._now.date() in self._days:
            tint = QColor(theme["accent-tint"])
            tint.setAlpha(90)
            day = self._days.index(self._now.date())
            x = self.side + day * self._day_w
            p.fillRect(QRectF(x, self.head, self._day_w, self._content.height()), tint)
        for day in range(len(self._days)):
            for hour in range(8, 17, 2):
                x = round(self._x(day, hour * 60))
                vline(p, x, self.head, self._content.height(), "line-soft")
        for number, column in enumerate(self.columns):
            self._hours(p, number, column)
        self._lines(p)

    def _hours(self, p: QPainter, number: int, column: ColumnCard) -> None:
        person, day = self._where(number)
        left, top = self.side + day * self._day_w + 1, self._tops[person]
        box = QRectF(left, top, self._day_w - 1, self._row_h - 1)
        word = column.closed or " · ".join(dict.fromkeys(away_words(a) for a in column.away))
        whole = column.closed or column.hours is None
        if column.hours is None and not word:
            off = QCoreApplication.translate("Calendar", "Off {day}")
            word = off.format(day=dates.weekday_inside(column.day))
        if whole:
            self._hatched(p, box, word)
            return
        assert column.hours is not None
        opens, closes = (self._x(day, minute_of(t)) for t in column.hours)
        shade = theme["shade"]
        if opens > left:
            p.fillRect(QRectF(left, top, opens - left, box.height()), shade)
        if closes < box.right():
            p.fillRect(QRectF(closes, top, box.right() - closes, box.height()), shade)
        for first, last in column.breaks:
            x1, x2 = self._x(day, minute_of(first)), self._x(day, minute_of(last))
            p.fillRect(QRectF(x1, top, x2 - x1, box.height()), shade)
        for away in column.away:
            x1 = max(left, self._x(day, minute_of(away.starts)))
            x2 = min(box.right(), self._x(day, minute_of(away.ends)))
            self._hatched(p, QRectF(x1, top, x2 - x1, box.height()), away_words(away))

    def _hatched(self, p: QPainter, box: QRectF, word: str) -> None:
        px = theme.px
        p.fillRect(box, theme["shade"])
        hatch(p, box, "hatch", 8, 1)
        wide = width(word, "small") + px(14)
        if word and wide <= box.width():
            chip = QRectF(box.center().x() - wide / 2, box.center().y() - px(10), wide, px(20))
            rounded(p, chip, 4, "surface", "line")
            draw_text(p, chip, word, "small", "text-2", CENTRE)

    def _lines(self, p: QPainter) -> None:
        days = len(self._days)
        for day in range(days + 1):
            strong = "line-strong" if day in (0, days) else "line"
            x = round(self.side + day * self._day_w)
            vline(p, x, self.head, self._content.height(), strong)
        for top in self._tops:
            hline(p, 0, self._content.width(), round(top + self._row_h) - 1, "line")

    def paint_block(self, p: QPainter, row: int, how: How) -> None:
        box = self._boxes[row]
        picture = self._pictures[row]
        if picture is None:
            block, ratio = self._blocks[row], self._kept_for[2]
            picture = self._pictures[row] = small_picture(
                block.look,
                block.form,
                initials(block.title),
                team=bool(block.capacity),
                size=box.size().toSize(),
                ratio=ratio,
            )
        p.drawPixmap(box.topLeft(), picture)
        if how.selected:
            rounded(p, box.adjusted(-1, -1, 1, 1), 4, None, "mark", 2)
        elif how.related:
            rounded(p, box, 3, None, "accent-line", 1.5)

    def warm(self, _until: float) -> bool:
        return False  # small blocks are painted by kind, and most kinds are known

    def paint_front(self, p: QPainter, scroll: QPointF, size: QSize) -> None:
        if self._now.date() in self._days:
            x = self._x(self._days.index(self._now.date()), minute_of(self._now))
            p.fillRect(QRectF(x, self.head, 1, self._content.height()), theme["now"])
        p.save()
        p.translate(scroll.x(), 0)
        self._names(p)
        p.restore()
        p.save()
        p.translate(0, scroll.y())
        self._heads(p)
        p.restore()

    def _names(self, p: QPainter) -> None:
        px = theme.px
        centre = ""
        for number, person in enumerate(self._people):
            top = self._tops[number]
            if person.centre != centre:
                centre = person.centre
                count = sum(c.centre == centre for c in self._people)
                self._group_head(p, top - self._group, centre, count)
            p.fillRect(QRectF(0, top, self.side - 1, self._row_h - 1), theme["surface"])
            middle = top + self._row_h / 2
            name = fitting(names(person.subtitle), self.side - px(24), "small")
            draw_text(
                p, QRectF(px(16), middle - px(17), px(80), px(18)), person.title, "strong", "text"
            )
            box = QRectF(px(16), middle, self.side - px(20), px(16))
            draw_text(p, box, name, "small", "text-3")
            self._load(p, number, middle)

    def _group_head(self, p: QPainter, y: float, centre: str, count: int) -> None:
        px = theme.px
        p.fillRect(QRectF(0, y, self._content.width(), self._group), theme["sunken"])
        used = draw_text(
            p, QRectF(px(16), y, px(300), self._group), centre, "label", "text-2", weight=600
        )
        said = QCoreApplication.translate("Calendar", "{n} therapists").format(n=count)
        if count == 1:
            said = QCoreApplication.translate("Calendar", "1 therapist")
        draw_text(p, QRectF(px(24) + used, y, px(160), self._group), said, "small", "text-3")
        hline(p, 0, self._content.width(), y + self._group - 1)

    def _load(self, p: QPainter, number: int, middle: float) -> None:
        px, per = theme.px, len(self._days)
        minutes = sum(c.booked_minutes for c in self.columns[number * per : (number + 1) * per])
        said = QCoreApplication.translate("Calendar", "{hours} h").format(
            hours=dates.hours(minutes)
        )
        x = self.side + per * self._day_w + px(12)
        wide = self._total - px(24)
        draw_text(
            p,
            QRectF(x, middle - px(18), wide, px(18)),
            said,
            "body",
            "text",
            RIGHT,
            figures=True,
            weight=500,
        )
        bar = QRectF(x, middle + px(4), wide, px(4))
        rounded(p, bar, 2, "line-soft")
        share = min(1.0, minutes / FULL_WEEK)
        if share:
            filled = QRectF(bar.left(), bar.top(), max(4.0, bar.width() * share), bar.height())
            rounded(p, filled, 2, "mark" if minutes < HEAVY else "warn")

    def _heads(self, p: QPainter) -> None:
        px = theme.px
        p.fillRect(QRectF(0, 0, self._content.width(), self.head), theme["surface"])
        for number, day in enumerate(self._days):
            x = self.side + number * self._day_w
            today = day == self._now.date()
            word = f"{dates.weekday(day)} {dates.day_number(day)}"
            ink = "accent-text" if today else "text"
            draw_text(p, QRectF(x + 8, px(6), self._day_w, px(18)), word, "strong", ink)
            if today:
                said = QCoreApplication.translate("Calendar", "Today")
                draw_pill(p, x + 16 + width(word, "strong"), px(5), said, "accent")
            for hour in range(8, 17, 2):
                at = min(self._x(number, hour * 60) - 14, x + self._day_w - 24)
                box = QRectF(at, px(27), 28, px(16))
                draw_text(p, box, str(hour), "micro", "text-3", CENTRE, figures=True)
            vline(p, round(x), 0, self.head, "line")
        right = self.side + len(self._days) * self._day_w
        vline(p, round(right), 0, self.head, "line-strong")
        said = QCoreApplication.translate("Calendar", "Booked")
        box = QRectF(right, px(6), self._total - px(12), px(18))
        draw_text(p, box, said, "label", "text-2", RIGHT)
        hline(p, 0, self._content.width(), self.head - 1, "line-strong")
        if self._now.date() in self._days:
            x = self._x(self._days.index(self._now.date()), minute_of(self._now))
            rounded(p, QRectF(x - 3.5, self.head - 5, 8, 8), 4, "now")
