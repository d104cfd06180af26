"""What the dialogs on one course share: a title, fields, and one act that one undo takes back."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import all_read
from trainer_desktop.ui.theme import theme


@guarded
class CourseDialog(QDialog):
    """Who inherits it builds with `lay_out` and writes in `write`."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.app, self.course, self.name = app, course, name
        self._seen = app.saw()
        self.save = Button(self.tr("Save"), "primary", key="↵")
        self.save.setDefault(True)
        self.save.clicked.connect(self._run)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save.click)
        self.cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        self.cancel.clicked.connect(self.reject)

    def lay_out(self, title: str, *items: QWidget | QLayout) -> None:
        """Title, fields, buttons."""
        self.setWindowTitle(title)
        col(
            Text(title, "heading", wrap=True),
            Text(self.name, "body", "text-2"),
            *items,
            row(None, self.cancel, self.save),
            gap=12,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(440))

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """The words of the act and the act; None when something is missing, which has been said."""
        raise NotImplementedError

    @Slot()
    def _run(self) -> None:
        if not all_read(self):
            return
        found = self.act()
        if found and self.app.do_as_seen(self._seen, *found):
            self.accept()
