"""One of several that stand together, of which one holds."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_text, rounded
from trainer_desktop.ui.parts.button import Face, pressed_by
from trainer_desktop.ui.theme import CENTRE, theme, width


@guarded
class OneOf(QRadioButton):
    """One of several, all of it to be pressed, with Enter as with the space bar; who inherits it paints it."""

    def hitButton(self, at: QPoint) -> bool:
        """All of it answers the mouse, not only its dot."""
        return self.rect().contains(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)


@guarded
class Pick(OneOf):
    """One of several that stand together, looking as a button does."""

    def __init__(
        self,
        text: str,
        kind: str = "plain",
        *,
        icon: str = "",
        small: bool = False,
        wide: bool = False,
    ) -> None:
        super().__init__(text)
        self.setAutoExclusive(False)  # who made it checks one: an arrow key only walks
        self.face = Face(kind, icon, small=small, wide=wide)
        self.face.dress(self)

    def sizeHint(self) -> QSize:
        return self.face.size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        self.face.paint_contents(p, self, self.face.paint_ground(p, self))


@guarded
class _Segment(OneOf):
    walked = Signal(int)  # steps

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            **{Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1},
            **{Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1},
        }
        if event.key() in steps:
            self.walked.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFixedHeight(theme.size("button") - theme.px(4))

    def sizeHint(self) -> QSize:
        return QSize(
            int(width(self.text().replace("&", ""), "label", weight=600)) + theme.px(24),
            self.height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            fill = "line-strong" if theme.mode == "dark" else "surface"
            rounded(p, box, 5, fill, "line-strong")
        if self.hasFocus():
            rounded(p, box, 5, None, "mark", 2)
        on = self.isChecked()
        words = self.text().replace("&", "")
        draw_text(
            p, box, words, "label", "text" if on else "text-2", CENTRE, weight=600 if on else 500
        )


@guarded
class Segments(QWidget):
    """A choice among a few, side by side."""

    def __init__(self, words: list[str], spoken: str, active: int = 0) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.setAccessibleName(spoken)
        box = QHBoxLayout(self)
        box.setContentsMargins(*(theme.px(2),) * 4)
        box.setSpacing(0)
        for number, word in enumerate(words):
            button = _Segment(word)
            button.setChecked(number == active)  # below 0: nothing is chosen yet
            self.group.addButton(button, number)
            button.walked.connect(partial(self._walk, number))
            box.addWidget(button)
        self.group.idToggled.connect(self._stand)
        self._stand()
        self.setFixedHeight(theme.size("button"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _walk(self, number: int, by: int) -> None:
        """The arrow keys choose, as in every choice of one."""
        there = self.group.button((number + by) % len(self.group.buttons()))
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        there.click()

    @Slot()
    def _stand(self) -> None:
        """Tab comes to the one that is chosen."""
        for number, button in enumerate(self.group.buttons()):
            chosen = number == self.active or (self.active < 0 and number == 0)
            tab = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(tab)

    def choose(self, number: int) -> None:
        """Check one."""
        self.group.button(number).setChecked(True)

    def clear(self) -> None:
        """Choose none of them again."""
        self.group.setExclusive(False)
        for button in self.group.buttons():
            button.setChecked(False)
        self.group.setExclusive(True)

    @property
    def active(self) -> int:
        """Which is checked."""
        return self.group.checkedId()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, "hover")
