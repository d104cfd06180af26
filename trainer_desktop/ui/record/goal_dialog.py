"""A goal judged with the citizen: what became of it, and how the citizen says it."""

import uuid
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.services.record import texts
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.theme import theme

OUTCOMES = ("reached", "partly", "not")


@guarded
class GoalDialog(QDialog):
    """Nothing is chosen beforehand."""

    def __init__(self, app: AppContext, goal: uuid.UUID, text: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._app, self._goal = app, goal
        self._seen = app.saw()
        self.setWindowTitle(self.tr("Judge the goal"))
        words = [self.tr("Reached"), self.tr("In part"), self.tr("Not reached")]
        self.outcome = Segments(words, self.tr("What became of it"), -1)
        self.own, self.note = QLineEdit(), QLineEdit()
        self._wrong = Text("", "small", "bad-text", wrap=True)
        save = Button(self.tr("Save"), "primary", key="↵")
        save.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        col(
            Text(self.tr("Judge the goal"), "heading"),
            Text(text, "body", "text-2", wrap=True),
            row(self.outcome, None),
            *labelled(self.tr("In the citizen's &own words"), self.own),
            *labelled(self.tr("&Note"), self.note),
            self._wrong,
            row(None, cancel, save),
            gap=10,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(440))
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self.save)

    @Slot()
    def save(self) -> None:
        """Keep what became of it."""
        if self.outcome.active < 0:
            self._wrong.setText(self.tr("What became of it?"))
            self.outcome.group.buttons()[0].setFocus()
            return
        act = partial(
            texts.judge_goal,
            goal_id=self._goal,
            outcome=OUTCOMES[self.outcome.active],
            note=self.note.text(),
            own_words=self.own.text() or None,
        )
        if self._app.do_as_seen(self._seen, self.tr("Goal judged"), act):
            self.accept()
