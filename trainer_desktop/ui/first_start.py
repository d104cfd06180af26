"""What is seen before there is a centre: the choice of the first start, the demo's making, and what keeps it from starting."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFileDialog,
    QProgressBar,
    QWidget,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded
from trainer_desktop.ui.parts.basics import Icon, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.one_of import OneOf
from trainer_desktop.ui.theme import theme, width


class Start(Enum):
    """What a start opens."""

    DEMO = auto()
    DEMO_ANEW = auto()  # the one that is there thrown away
    OWN = auto()
    MOVE_IN = auto()
    FILE = auto()


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


@guarded
class StartChoice(OneOf):
    """One of the ways to begin, as a row: its name, what it means, and how long it takes."""

    def __init__(self, start: Start, icon: str, title: str, note: str, more: str) -> None:
        super().__init__(title)
        self.start, self._icon, self._note, self._more = start, icon, note, more
        self.setAccessibleDescription(note)
        self.setFixedHeight(theme.px(72))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(72))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses it and begins, as the button says; the window hears of it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, px, on = QPainter(self), theme.px, self.isChecked()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        rounded(p, box, 8, "accent-tint" if on else "surface", "mark" if on else "control-line")
        if self.hasFocus():
            rounded(p, box, 8, None, "mark", 2)
        dot = QRectF(px(20), self.height() / 2 - px(8), px(16), px(16))
        p.setBrush(theme["mark"] if on else theme["surface"])
        p.setPen(theme["mark" if on else "control-line"])
        p.drawEllipse(dot)
        if on:
            inner = dot.adjusted(px(5), px(5), -px(5), -px(5))
            p.setBrush(theme["surface"])
            p.drawEllipse(inner)
        draw_icon(p, self._icon, px(54), self.height() / 2 - px(11), px(22), "accent-text")
        wide = self.width() - px(98) - width(self._more, "small") - px(40)
        draw_text(p, QRectF(px(98), px(14), wide, px(22)), self.text(), "heading", "text")
        draw_text(p, QRectF(px(98), px(38), wide, px(20)), self._note, "small", "text-2")
        where = QRectF(self.width() - px(180), px(0), px(164), self.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(p, where, self._more, "small", "text-2", flags)


@guarded
class FirstStart(QWidget):
    """The first window where there is no centre of one's own: what to begin with."""

    chosen = Signal(object, object)  # Start, Path or None
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Trainer Desktop")
        self._group = QButtonGroup(self)
        choices = (
            (
                Start.DEMO,
                "day",
                self.tr("Try the demo centre"),
                self.tr("Made-up citizens, teams and a whole week in the calendar."),
                self.tr("Ready now"),
            ),
            (
                Start.OWN,
                "setup",
                self.tr("Begin our own centre"),
                self.tr("Short steps; each is saved, and you can come back another day."),
                self.tr("About 20 minutes"),
            ),
            (
                Start.MOVE_IN,
                "swap",
                self.tr("Move in from an old system"),
                self.tr("Fetch your lists from CSV files. All is shown before anything is saved."),
                self.tr("A morning"),
            ),
            (
                Start.FILE,
                "list",
                self.tr("Open a database that you have"),
                self.tr("On this computer, on a network drive or from a copy."),
                self.tr("Choose the file"),
            ),
        )
        rows = [StartChoice(*choice) for choice in choices]
        for one in rows:
            self._group.addButton(one)
        rows[0].setChecked(True)
        begin = Button(self.tr("Begin"), "primary", key="↵")
        begin.setDefault(True)
        begin.clicked.connect(self._begin)
        inside = col(
            Text(self.tr("Welcome. What will you begin with?"), "display", wrap=True),
            Text(
                self.tr("You can choose again. The demo and your own centre are never mixed."),
                "body",
                "text-2",
                wrap=True,
            ),
            12,
            *rows,
            8,
            row(None, begin),
            gap=8,
        )
        middle = QWidget()
        middle.setLayout(inside)
        middle.setMaximumWidth(theme.px(760))
        outer = row(None, (middle, 1), None, margins=(32, 32, 32, 32))
        col(None, outer, None, on=self)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(1000), room.width()), min(theme.px(680), room.height()))
        rows[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins with what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _begin(self) -> None:
        choice = self._group.checkedButton()
        assert isinstance(choice, StartChoice)
        if choice.start is not Start.FILE:
            self.chosen.emit(choice.start, None)
            return
        title, kinds = self.tr("Open a database"), self.tr("Databases (*.db)")
        name, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.chosen.emit(choice.start, Path(name))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nobody chose."""
        super().closeEvent(event)
        self.closed.emit()


@guarded
class StartTrouble(QWidget):
    """Why the program cannot start, in words, with what can be done: try again, or choose another centre."""

    closed = Signal()

    def __init__(
        self,
        title: str,
        note: str,
        again: Callable[[], object],
        other: Callable[[], object],
        back: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Trainer Desktop")
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        retry = Button(self.tr("Try again"), "primary", key="↵")
        retry.setDefault(True)
        retry.clicked.connect(again)
        another = Button(self.tr("Open something else …"), "plain")
        another.clicked.connect(other)
        leave = Button(self.tr("Close"), "plain")
        leave.clicked.connect(self.close)
        copy = Button(self.tr("Put a copy back …"), "plain")
        if back is None:
            copy.hide()
        if back:
            copy.clicked.connect(back)
        said = col(
            Text(title, "heading", wrap=True), Text(note, "body", "text-2", wrap=True), gap=4
        )
        top = row(col(2, Icon("refused", "bad", 22), None), said, gap=14)
        top.setStretch(1, 1)
        col(
            top,
            16,
            row(copy, None, leave, another, retry, gap=8),
            margins=(28, 26, 28, 22),
            on=self,
        )
        self.setFixedWidth(theme.px(560))
        retry.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nobody went on."""
        super().closeEvent(event)
        self.closed.emit()
