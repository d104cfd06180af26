"""Moving a training with the keyboard: day, time, therapist."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.rules.checks import Level
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.centre import roster
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, DateField, TimeField, all_read, labelled
from trainer_desktop.ui.refusals import tr_obstacle
from trainer_desktop.ui.theme import theme


class MoveDialog(QDialog):
    """Asks where to; what stands in the way is told by the page."""

    wished = Signal(object, object)  # datetime, therapist id

    def __init__(self, app: AppContext, block: BlockCard, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._staff = app.ask(roster.therapists)
        self.setWindowTitle(self.tr("Move the training"))
        self._day = DateField(block.starts.date())
        self._time = TimeField(block.starts.time())
        self._who = Choice()
        self._who.addItems([f"{s.short} · {s.name}" for s in self._staff])
        self._who.setCurrentIndex([s.id for s in self._staff].index(block.therapist_id))
        move = Button(self.tr("Move"), "primary", key="↵")
        move.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        parts: list[QWidget] = [Text(block.title, "heading")]
        for word, field in (
            (self.tr("&Day"), self._day),
            (self.tr("&Time"), self._time),
            (self.tr("T&herapist"), self._who),
        ):
            parts += labelled(word, field)
        self._app, self._block = app, block
        self._said = Text("", "small", "text-2", wrap=True)
        self._nearest = col(gap=4)
        parts.append(self._said)
        buttons = row(None, cancel, move)
        col(*parts, self._nearest, 8, buttons, gap=4, margins=(20, 20, 20, 16), on=self)
        self.setMinimumWidth(theme.px(340))
        move.clicked.connect(self._move)
        cancel.clicked.connect(self.reject)
        self._day.dateChanged.connect(self._check)
        self._time.timeChanged.connect(self._check)
        self._who.currentIndexChanged.connect(self._check)
        self._check()

    @Slot()
    def _check(self) -> None:
        """Say what stands in the way there, and the nearest times that are free."""
        wish = Wish(
            None,
            self._staff[self._who.currentIndex()].id,
            self._block.room_id,
            datetime.combine(self._day.day(), self._time.at()),
            self._block.minutes,
            self._block.form,
        )
        clear(self._nearest)
        found = self._app.ask(booking.obstacles, wish, self._block.id)
        refusing = [o for o in found if o.level is Level.REFUSE]
        said = [tr_obstacle(o.reason, dict(o.facts)) for o in refusing or found]
        words = [note or title for title, note in said]
        self._said.setText("  ".join(words) if words else self.tr("Free"))
        self._said.set_role("bad-text" if refusing else "text-2")
        if not refusing:
            return
        for free in self._app.ask(free_times.nearest, wish, self._block.id)[:3]:
            when = f"{dates.short_day(free.starts.date())} {dates.at_clock(free.starts)}"
            button = Button(when[:1].upper() + when[1:], small=True, wide=True)
            button.clicked.connect(lambda _=False, at=free.starts: self._take(at))
            self._nearest.addWidget(button)

    def _take(self, starts: datetime) -> None:
        self._day.show_day(starts.date())
        self._time.show_time(starts.time())
        self._check()

    @Slot()
    def _move(self) -> None:
        if not all_read(self):
            return
        starts = datetime.combine(self._day.day(), self._time.at())
        self.wished.emit(starts, self._staff[self._who.currentIndex()].id)
