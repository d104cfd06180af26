"""A part of the main window that keeps itself up to date."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from trainer_desktop.services import Change
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded


@guarded
class Page(QWidget):
    """Reads again when a table it shows has changed: now if visible, else when shown."""

    shows: ClassVar[tuple[str, ...]] = ()

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.app = app
        self._stale = True
        app.changed.connect(self._hear_of)

    def refresh(self) -> None:
        """Read what is shown again."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while it was hidden."""
        super().showEvent(event)
        self._catch_up()

    @Slot(object)
    def _hear_of(self, change: Change | None) -> None:
        if change is None or change.touches(*self.shows):
            self._stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()
