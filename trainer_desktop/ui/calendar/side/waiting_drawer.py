"""The waiting list beside the calendar: somebody is dragged from it onto a free time."""

import uuid
from datetime import datetime

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.calendar.cards import BlockCard, PersonCard
from trainer_desktop.services.centre import roster
from trainer_desktop.services.waiting import waiting_list
from trainer_desktop.services.waiting.waiting_list import WaitingCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.dragging import Carried, Hold
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_pill, draw_text, hline, rounded
from trainer_desktop.ui.parts.basics import Panel, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_form


def waiting_words(card: WaitingCard) -> str:
    """What somebody waits for: form, length, days and hours."""
    parts = [card.team or tr_form(card.form), f"{card.minutes} min."]
    if card.weekdays:
        parts.append(", ".join(dates.weekday_letters(day) for day in card.weekdays))
    if card.earliest or card.latest:
        first = dates.clock(card.earliest) if card.earliest else ""
        last = dates.clock(card.latest) if card.latest else ""
        parts.append(f"{first}–{last}")
    if card.therapist:
        parts.append(card.therapist)
    return " · ".join(parts)


@guarded
class WaitingRow(QAbstractButton):
    """One who waits: drag onto the calendar."""

    pulled = Signal(object, object)  # Carried, QPoint global
    let_go = Signal()

    def __init__(self, card: WaitingCard, therapist: uuid.UUID, initials: str) -> None:
        super().__init__()
        self._card = card
        self._therapist, self._initials = therapist, initials
        self._down: QPoint | None = None
        self._carried: Carried | None = None
        self.setText(card.citizen)
        self._note = waiting_words(card)
        self.setAccessibleName(f"{card.citizen}, {self._note}")
        self.setFixedHeight(theme.px(62))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(280), theme.px(62))

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, px, card = QPainter(self), theme.px, self._card
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.hasFocus():
            rounded(p, box, 6, None, "mark", 2)
        elif self.underMouse():
            p.fillRect(box, theme["hover"])
        wide = box.width() - px(32)
        draw_text(p, QRectF(px(16), px(8), wide, px(18)), card.citizen, "strong", "text")
        draw_text(p, QRectF(px(16), px(26), wide, px(16)), self._note, "small", "text-2")
        since = self.tr("since {day}").format(day=dates.short_date(card.since))
        draw_text(p, QRectF(px(16), px(42), wide, px(16)), since, "small", "text-3")
        if card.deadline:
            said = self.tr("by {day}").format(day=dates.short_date(card.deadline))
            draw_pill(p, box.right() - px(110), px(8), said, "warn", "late")
        hline(p, px(16), box.right() - px(16), box.bottom() - 1, "line-soft")

    def _block(self) -> BlockCard:
        """The training that it would become."""
        card = self._card
        begins = datetime.combine(card.since, datetime.min.time())
        ends = begins.replace(hour=card.minutes // 60, minute=card.minutes % 60)
        person = PersonCard(card.id, card.course_id, card.citizen_id, card.citizen, Look.PLANNED)
        return BlockCard(
            card.id,
            0,
            begins,
            ends,
            card.citizen,
            card.form,
            Look.PLANNED,
            "",
            self._initials,
            card.therapist_id or self._therapist,
            None,
            (person,),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of whoever waits."""
        self._down = event.position().toPoint()
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry whoever waits to a cell."""
        if self._down is None:
            return
        if self._carried is None:
            far = (event.position().toPoint() - self._down).manhattanLength()
            if far < QApplication.startDragDistance():
                return
            self._carried = Carried(
                self._block(),
                Hold.BOOK,
                QPointF(),
                QPointF(20, 10),
                minutes=self._card.minutes,
                thing=self._card.id,
            )
        self.pulled.emit(self._carried, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Lay down where the pointer is."""
        carried, self._carried, self._down = self._carried, None, None
        if carried:
            self.let_go.emit()


@guarded
class WaitingDrawer(Panel):
    """Those who wait for a training, nearest deadline first; teams' waiting places are on the teams' page."""

    pulled = Signal(object, object)
    let_go = Signal()
    closed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "l")
        self.app = app
        self.setAccessibleName(self.tr("Waiting list"))
        close = Button(
            "", "quiet", icon="close", spoken=self.tr("Close the waiting list"), small=True
        )
        close.clicked.connect(self.closed)
        self._note = Text("", "small", "text-2", wrap=True)
        inner = QWidget()
        self._rows = col(on=inner)
        scroll = scrolling(inner)
        head = col(
            row(Text(self.tr("Waiting list"), "heading"), None, close),
            self._note,
            gap=2,
            margins=(16, 12, 10, 10),
        )
        whole = col(head, (scroll, 1), on=self)
        whole.setContentsMargins(1, 0, 0, 0)

    def refresh(self) -> None:
        """Read the list again."""
        clear(self._rows)
        waiting = [one for one in self.app.ask(waiting_list.entries) if one.team_id is None]
        staff = self.app.ask(roster.therapists)
        me = next((s for s in staff if s.short == self.app.user), staff[0] if staff else None)
        self._note.setText(
            self.tr("Drag somebody onto a free time.")
            if waiting
            else self.tr("Nobody waits for a training.")
        )
        for card in waiting:
            if me:
                line = WaitingRow(card, me.id, me.short)
                line.pulled.connect(self.pulled)
                line.let_go.connect(self.let_go)
                self._rows.addWidget(line)
        self._rows.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
