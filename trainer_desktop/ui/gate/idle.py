"""How long no hand has been on the program: after a while it is to be locked."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from trainer_desktop.ui.guarded import guarded

HANDS = (
    *(QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove),
    *(QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.InputMethod),
)


@guarded
class Idle(QObject):
    """Says `idle` when nothing has been touched for so many minutes; `stop` while there is nothing to lock."""

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self._watching = False

    def start(self, minutes: int) -> None:
        """Begin to count."""
        self._timer.start(minutes * 60_000)
        app = QApplication.instance()
        if app and not self._watching:
            app.installEventFilter(self)
            self._watching = True

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        app = QApplication.instance()
        if app and self._watching:
            app.removeEventFilter(self)
            self._watching = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Each touch begins the count anew."""
        if event.type() in HANDS:
            self._timer.start()
        return super().eventFilter(watched, event)
