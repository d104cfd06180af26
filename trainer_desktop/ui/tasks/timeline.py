"""A course as a line of days: what was held above, what fell away below, what is booked after today."""

from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_desktop.rules.course import State, Training
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, hline, rounded, vline
from trainer_desktop.ui.theme import CENTRE, LEFT, RIGHT, theme

MARKS = {  # state -> tone, icon
    State.ATTENDED: ("good", "came"),
    State.CANCELLED: ("done", "cancelled"),
    State.MISSED: ("bad", "stayed-away"),
    State.TURNED_AWAY: ("warn", "late"),
    State.CENTRE_CANCELLED: ("done", "centre-cancelled"),
    State.STAFF_MISSED: ("done", "centre-cancelled"),
}


@guarded
class Timeline(QWidget):
    """Painted; read aloud as one sentence, which the caller has."""

    def __init__(self, trainings: tuple[Training, ...], now: datetime, spoken: str) -> None:
        super().__init__()
        self._trainings, self._now = trainings, now
        self.setAccessibleName(spoken)
        self.setMinimumHeight(theme.px(92))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(92))

    def _ends(self) -> tuple[date, date]:
        days = [t.starts.date() for t in self._trainings] + [self._now.date()]
        return min(days), max(days)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, today, and a mark for each training."""
        p, px = QPainter(self), theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self._ends()
        span = max(1, (last - first).days)
        left, wide, middle = px(14), self.width() - px(28), px(42)
        hline(p, left, left + wide, middle, "line-strong")

        def x_of(day: date) -> float:
            return left + wide * (day - first).days / span

        now = x_of(self._now.date())
        vline(p, now, px(6), middle + px(28), "now")
        for one in self._trainings:
            at = x_of(one.starts.date())
            below = one.state not in (State.ATTENDED, State.PLANNED)
            box = QRectF(at - px(8), middle + px(6) if below else middle - px(22), px(16), px(16))
            tone, icon = MARKS.get(one.state, ("accent", ""))
            if icon:
                rounded(p, box, 4, f"{tone}-tint", f"{tone}-text" if below else None)
                draw_icon(p, icon, box.left() + px(2), box.top() + px(2), px(12), f"{tone}-text")
            else:
                rounded(p, box, 4, "accent-tint", "accent-line")
        foot = QRectF(left - px(6), middle + px(32), wide + px(12), px(16))
        draw_text(p, foot, dates.short_date(first), "small", "text-3", LEFT)
        if last > self._now.date():
            draw_text(p, foot, dates.short_date(last), "small", "text-3", RIGHT)
        near = px(60) < now < self.width() - px(60)
        if near:
            today = QRectF(now - px(50), foot.top(), px(100), foot.height())
            draw_text(p, today, self.tr("today"), "small", "text-3", CENTRE)
