"""Moving a training with the keyboard: day, time, therapist."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.services import roster
from trainer_desktop.services.cards import BlockCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, DateField, TimeField, labelled
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
        buttons = row(None, cancel, move)
        col(*parts, 8, buttons, gap=4, margins=(20, 20, 20, 16), on=self)
        self.setMinimumWidth(theme.px(340))
        move.clicked.connect(self._move)
        cancel.clicked.connect(self.reject)

    @Slot()
    def _move(self) -> None:
        starts = datetime.combine(self._day.day(), self._time.at())
        self.accept()
        self.wished.emit(starts, self._staff[self._who.currentIndex()].id)
