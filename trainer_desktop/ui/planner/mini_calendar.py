"""The proposal as weeks: each training a numbered cell, closed days hatched; cells, and rows of the list, are dragged to a day."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from trainer_desktop.services.store.moments import monday_of
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_text, hatch, rounded
from trainer_desktop.ui.planner.plan_item_model import number_of
from trainer_desktop.ui.theme import CENTRE, RIGHT, theme


@guarded
class MiniCalendar(QWidget):
    """Monday to Friday (Saturday and Sunday when something lies there), a row a week."""

    chosen = Signal(int)  # number of the training, from 1
    moved = Signal(int, object)  # number, day

    def __init__(self) -> None:
        super().__init__()
        self._days: list[date] = []
        self._closed: set[date] = set()
        self._chosen = 0
        self._dragged = 0
        self._over: date | None = None
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def show_days(self, days: list[date], closed: set[date], chosen: int) -> None:
        """Show where the trainings lie; `chosen` is the number of the chosen one."""
        self._days, self._closed, self._chosen = days, closed, chosen
        self.setAccessibleName(self.tr("%n training(s) in the calendar", "", len(days)))
        self.updateGeometry()
        self.setMinimumHeight(self.sizeHint().height())
        self.update()

    def choose(self, number: int) -> None:
        """Show another one as chosen."""
        self._chosen = number
        self.update()

    @property
    def _mondays(self) -> list[date]:
        if not self._days:
            return []
        first, last = monday_of(min(self._days)), monday_of(max(self._days))
        return [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]

    @property
    def _across(self) -> int:
        return max([5, *(day.weekday() + 1 for day in self._days)])

    def sizeHint(self) -> QSize:
        return QSize(theme.px(264), theme.px(24) + len(self._mondays) * theme.px(41))

    def _cell(self, day: date) -> QRectF:
        px = theme.px
        wide = (self.width() - px(34)) / self._across
        row = (monday_of(day) - self._mondays[0]).days // 7
        size = min(wide - px(6), px(36))
        return QRectF(px(34) + day.weekday() * wide, px(24) + row * px(41), size, px(35))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The months, with each planned day by its number."""
        p, px = QPainter(self), theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._days:
            return
        number = {day: n for n, day in enumerate(self._days, 1)}
        for weekday in range(self._across):
            head = self._cell(self._mondays[0] + timedelta(days=weekday))
            box = QRectF(head.left(), 0, head.width(), px(18))
            draw_text(p, box, dates.weekday_letters(weekday)[:1], "small", "text-3", CENTRE)
        for monday in self._mondays:
            box = self._cell(monday)
            label = QRectF(0, box.top(), px(24), box.height())
            draw_text(
                p, label, str(dates.week_number(monday)), "small", "text-3", RIGHT, figures=True
            )
            for weekday in range(self._across):
                day = monday + timedelta(days=weekday)
                self._paint_cell(p, day, number.get(day, 0))

    def _paint_cell(self, p: QPainter, day: date, number: int) -> None:
        box = self._cell(day)
        if day in self._closed:
            rounded(p, box, 4, "shade")
            hatch(p, box, "hatch", 7, 1.2)
        elif number and number == self._chosen:
            rounded(p, box, 4, "accent")
            draw_text(p, box, str(number), "strong", "on-accent", CENTRE, figures=True)
        elif number:
            rounded(p, box, 4, "accent-tint-2")
            draw_text(p, box, str(number), "strong", "accent-text", CENTRE, figures=True)
        else:
            rounded(p, box, 4, "surface", "line")
        if day == self._over and self._dragged:
            rounded(p, box, 4, None, "bad" if day in self._closed else "mark", 2)

    def _day_at(self, at: QPointF) -> date | None:
        for monday in self._mondays:
            for weekday in range(self._across):
                day = monday + timedelta(days=weekday)
                if self._cell(day).contains(at):
                    return day
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a planned day and take hold of it."""
        day = self._day_at(event.position())
        if day in self._days:
            self._dragged = self._days.index(day) + 1
            self.chosen.emit(self._dragged)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would land."""
        self._over = self._day_at(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move what was held to the day under the pointer."""
        self._let_go(event.position())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a date from the list."""
        number = number_of(event.mimeData())
        if number:
            self._dragged = number
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land."""
        self._over = self._day_at(event.position())
        self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Forget what was dragged in."""
        self._dragged, self._over = 0, None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move it to the day under the pointer."""
        event.acceptProposedAction()
        self._let_go(event.position())

    def _let_go(self, at: QPointF) -> None:
        day, dragged = self._day_at(at), self._dragged
        self._dragged, self._over = 0, None
        self.update()
        if dragged and day and day not in self._days and day not in self._closed:
            self.moved.emit(dragged, day)
