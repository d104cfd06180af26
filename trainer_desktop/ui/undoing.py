"""Undo and redo in the window: which of them a key means, and saying what was taken back."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.notices import Notices
from trainer_desktop.ui.parts.undo_keys import UndoKeys

translate = QCoreApplication.translate


class Undoing(QObject):
    """Undoes the typing in a field while somebody types there; else the last act, and says so."""

    def __init__(self, app: AppContext, notices: Notices) -> None:
        super().__init__(notices)
        self._app, self._notices = app, notices
        self._typed_in: QLineEdit | QPlainTextEdit | None = None
        self._keys = UndoKeys(self, lambda: self._typed_in is not None)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        app.undo_stack.indexChanged.connect(self._steps_changed)
        app.done.connect(self.tell)

    @Slot()
    def undo(self) -> None:
        """Undo the typing in a field that somebody has typed in since they came to it; else the last thing done."""
        if self._typed_in is None:
            self.take_back()
        else:
            self._typed_in.undo()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Nothing has been typed yet in the field one comes to; what the program fills in does not count."""
        self._typed_in = None
        if isinstance(now, (QAbstractSpinBox, QLineEdit, QPlainTextEdit)):
            self._keys.watch(now)
        field = now.lineEdit() if isinstance(now, QAbstractSpinBox) else now
        if isinstance(field, QLineEdit) and not field.property("watched"):
            field.setProperty("watched", True)
            field.textEdited.connect(partial(self._typing, field))
        elif isinstance(field, QPlainTextEdit):
            self._typed_in = field if field.document().isUndoAvailable() else None

    def _typing(self, field: QLineEdit, _text: str) -> None:
        self._typed_in = field

    @Slot()
    def take_back(self) -> None:
        """Undo the last thing done, and say so, for it may be out of sight."""
        stack, what = self._app.undo_stack, self._app.undo_stack.undoText()
        if not stack.canUndo():
            said = translate("MainWindow", "Nothing done since the start is left to undo")
            self._notices.done(said)
            return
        stack.undo()
        if stack.canRedo() and stack.redoText() == what:
            said = translate("MainWindow", "Undone: {what}").format(what=what)
            self._notices.done(said, translate("MainWindow", "Redo  Ctrl+Y"), self.redo)

    @Slot()
    def redo(self) -> None:
        """Do again what was undone, or type again what was."""
        if self._typed_in is not None:
            self._typed_in.redo()
            return
        stack, what = self._app.undo_stack, self._app.undo_stack.redoText()
        if not stack.canRedo():
            self._notices.done(translate("MainWindow", "Nothing that was undone is left to redo"))
            return
        stack.redo()
        if stack.canUndo() and stack.undoText() == what:
            self.tell(what)

    @Slot(int)
    def _steps_changed(self, step: int) -> None:
        """Take the toast away when what it tells of is undone."""
        stack = self._app.undo_stack
        if isValid(stack) and step < stack.count():
            self._notices.forget_done()

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say what was done, with the way back; from now on the undo key means this, not what was typed before it."""
        self._typed_in = None
        self._notices.done(text, translate("MainWindow", "Undo  Ctrl+Z"), self.take_back)
