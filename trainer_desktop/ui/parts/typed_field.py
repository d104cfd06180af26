"""A field in which one types freely, whatever it holds."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip

from trainer_desktop.ui.guarded import guarded


@guarded
class TypedField(QLineEdit):
    """A field in which one types freely. What cannot be read stays, is told, and stops what rests on it."""

    readChanged = Signal(bool)  # noqa: N815 - as Qt's own fields name theirs

    def __init__(self) -> None:
        super().__init__()
        self._unread = False
        self.editingFinished.connect(self._settle)
        self.textEdited.connect(self._doubt)

    @property
    def unread(self) -> bool:
        """Whether what stands here could not be read, so that the field means nothing now."""
        self._settle()
        return self._unread

    def complain(self) -> None:
        """Go to the field, and say that it cannot be read."""
        self.setFocus()
        self.selectAll()
        self._tell()

    def _read(self, text: str) -> object | None:
        raise NotImplementedError

    def _shown(self) -> str:
        raise NotImplementedError

    def _doubt(self) -> None:
        if self._unread:
            self._mark(unread=False)

    def _settle(self) -> None:
        typed = self.text()
        if typed == self._shown():
            self._mark(unread=False)
            return
        found = self._read(typed)
        if found is None:
            self._mark(unread=True)
            QTimer.singleShot(100, self, self._tell)  # a change of focus takes every tool tip away
        else:
            self._mark(unread=False)
            self._keep(found)

    def _mark(self, *, unread: bool) -> None:
        if unread == self._unread:
            return
        self._unread = unread
        if not unread and QToolTip.isVisible():
            QToolTip.hideText()  # what it said is true no more
        self.setProperty("unread", unread)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleDescription(self._complaint() if unread else "")
        self.setToolTip(self._complaint() if unread else "")
        self.readChanged.emit(not unread)

    def _complaint(self) -> str:
        if not self.text().strip():
            return QCoreApplication.translate("Field", "Nothing is written here.")
        said = QCoreApplication.translate("Field", "«{text}» cannot be read.")
        return said.format(text=self.text())

    def _tell(self) -> None:
        if self._unread and self.isVisible():
            below = self.mapToGlobal(QPoint(0, self.height()))
            QToolTip.showText(below, self._complaint(), self)

    def _keep(self, value: object) -> None:
        raise NotImplementedError

    def _step(self, by: int) -> None:
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)  # what is typed replaces what stands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown():
            self.setText(self._shown())
            self._mark(unread=False)
            return
        super().keyPressEvent(event)
