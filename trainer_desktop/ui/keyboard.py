"""Where the keyboard goes when what had it is gone: to the page that is shown, never to the navigation."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Keyboard(QObject):
    """Qt hands the keyboard on to whatever comes next when a button is hidden by its own act, or a dialog closes over one."""

    def __init__(self, navigation: QWidget, give_back: Callable[[], None]) -> None:
        super().__init__(navigation)
        self._navigation, self._give_back = navigation, give_back
        self._last: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _moved(self, before: QWidget | None, now: QWidget | None) -> None:
        here = self._navigation.window()
        if now is None or now.window() is not here:
            return
        stays = before is not None and isValid(before) and before.isVisible()
        gone = not stays or (before is not None and before.window() is not here)
        astray = now is not self._last and self._navigation.isAncestorOf(now)
        self._last = now
        if gone and astray:
            QTimer.singleShot(0, self, lambda: self._back(now))

    def _back(self, astray: QWidget) -> None:
        if isValid(astray) and QApplication.focusWidget() is astray:
            self._give_back()
