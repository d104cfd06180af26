"""Ending a course from the citizen's page: what the standard says of it, what it takes with it, and why."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.services.courses import reevaluations, rights
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.courses.rights_cards import Right
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.theme import theme


class EndDialog(QDialog):
    """A person decides, with a reason; nothing is preset."""

    def __init__(self, app: AppContext, course: CourseCard, who: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.app, self._course, self._who = app, course, who
        self._seen = app.saw()
        self.setWindowTitle(self.tr("End the course"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why, in a few words"))
        self._end = Button(self.tr("End the course today"), "primary", key="↵")
        self._end.setDefault(True)
        self._end.setEnabled(False)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        parts: list[QWidget] = [Text(self.tr("End the course"), "heading")]
        parts += [Text(said, "body", "text-2", wrap=True) for said in self._facts()]
        parts += labelled(self.tr("&Reason"), self.reason)
        col(*parts, 8, row(None, cancel, self._end), gap=6, margins=(20, 20, 20, 16), on=self)
        self.setMinimumWidth(theme.px(460))
        self.reason.textChanged.connect(self._typed)
        cancel.clicked.connect(self.reject)
        self._end.clicked.connect(self._save)
        self.reason.setFocus()

    def _facts(self) -> list[str]:
        found = [
            self.tr(
                "It is a decision. Has the citizen not asked for it, hear the citizen first; a re-evaluation under Tasks takes you through it."
            )
        ]
        lines = self.app.ask(rights.rights, self._course.id).lines
        rule = next((line.rule for line in lines if line.right is Right.EARLY_END), None)
        pack = self._course.package
        if rule:
            found.append(rule.text)
        elif pack.left:
            found.append(self.tr("The standard says nothing of ending with trainings left."))
        later = self.app.ask(reevaluations.count_later, self._course.id)
        if later:
            found.append(self.tr("%n later training(s) leave(s) the calendar.", "", later))
        return found

    @Slot()
    def _typed(self) -> None:
        self._end.setEnabled(bool(self.reason.text().strip()))

    @Slot()
    def _save(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            return
        text = self.tr("The course has ended: {who}").format(who=self._who)
        if self.app.do_as_seen(self._seen, text, reevaluations.end_course, self._course.id, reason):
            self.accept()
