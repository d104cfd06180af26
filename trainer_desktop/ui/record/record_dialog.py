"""A citizen's tests or notes in a window of their own, from wherever one works."""

import uuid

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.record.notes_panel import NotesPanel
from trainer_desktop.ui.record.tests_panel import TestsPanel
from trainer_desktop.ui.theme import theme


@guarded
class RecordDialog(QDialog):
    """Esc closes, and a note that was begun stays as a draft."""

    def __init__(
        self,
        app: AppContext,
        citizen: uuid.UUID,
        course: uuid.UUID,
        name: str,
        part: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent.window())
        word = self.tr("Tests") if part == "tests" else self.tr("Notes")
        self.setWindowTitle(f"{word}: {name}")
        self.panel: TestsPanel | NotesPanel
        if part == "tests":
            self.panel = TestsPanel(app, course, ended=False)
        else:
            self.panel = NotesPanel(app, citizen, course)
        close = Button(self.tr("Close"), "plain", key="Esc")
        close.clicked.connect(self.reject)
        whole = col(
            row(Text(name, "title"), Text(word, "body", "text-2"), None, close),
            (scrolling(self.panel), 1),
            gap=12,
            margins=(20, 16, 20, 16),
            on=self,
        )
        whole.setStretch(1, 1)
        self.resize(min(theme.px(1080), parent.window().width() - 40), theme.px(680))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is the field's own here, and pressed once
        first = self.panel.value if isinstance(self.panel, TestsPanel) else self.panel.text
        first.setFocus()
