"""What is seen while the demo centre is being made, the first time only."""

from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from trainer_desktop.ui.parts.basics import Text, col
from trainer_desktop.ui.theme import theme


class Waiting(QWidget):
    """A small window with a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Trainer Desktop")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.px(6))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, 8)
        title = Text("Trainer Desktop", "display")
        note = Text(
            self.tr("The demo centre is being made ready; only this first time."), "body", "text-2"
        )
        col(title, note, 12, self._bar, gap=6, margins=(32, 28, 32, 28), on=self)
        self.setFixedWidth(theme.px(460))

    def step(self, _what: str, done: int, of: int) -> bool:
        """Show how far it is; never stops."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        QApplication.processEvents()
        return True
