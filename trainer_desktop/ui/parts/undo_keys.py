"""Which undo a key means: a field's own only while somebody types in it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from trainer_desktop.ui.guarded import guarded

BACK_AND_FORTH = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


@guarded
class UndoKeys(QObject):
    """Lets the window have Ctrl+Z and Ctrl+Y from a field in which nothing was typed: Qt's fields take them always."""

    def __init__(self, parent: QObject, typing: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._typing = typing

    def watch(self, field: QWidget) -> None:
        """Look after a field from now on; to be told twice does no harm."""
        field.removeEventFilter(self)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the window have the undo keys where nobody is typing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            meant = any(event.matches(key) for key in BACK_AND_FORTH)
            if meant and not self._typing():
                event.ignore()
                return True
        return super().eventFilter(watched, event)
