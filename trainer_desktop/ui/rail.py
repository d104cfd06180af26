"""The rail: where one is, as icon and word, with a count where something waits."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded
from trainer_desktop.ui.parts.basics import Panel, col
from trainer_desktop.ui.theme import CENTRE, theme


@guarded
class RailButton(QAbstractButton):
    """One place to go."""

    def __init__(self, icon: str, word: str, key: str) -> None:
        super().__init__()
        self._icon = icon
        self._count = 0
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(f"{word}  {key}")
        self.setCheckable(True)
        self.bare = theme.scale >= 1.75
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        wide = theme.px(44) if self.bare else theme.size("rail")
        return QSize(wide - 1, theme.px(40 if self.bare else 60))

    def show_count(self, count: int) -> None:
        """Show how many things wait."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, px = QPainter(self), theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, wide = self.isChecked(), self.width()
        side = px(4 if self.bare else 6)
        box = QRectF(side, 0, wide - 2 * side, px(36 if self.bare else 52))
        if on:
            rounded(p, box, 8, "accent-tint-2")
        elif self.underMouse():
            rounded(p, box, 8, "hover")
        if self.hasFocus():
            rounded(p, box, 8, None, "mark", 2)
        size = theme.size("icon-rail")
        ink = "accent-text" if on else "text-2"
        name = f"{self._icon}-fill" if on and self._icon == "calendar" else self._icon
        draw_icon(p, name, (wide - size) / 2, px(7), size, ink)
        if not self.bare:
            words = QRectF(0, px(31), wide, px(16))
            draw_text(
                p, words, self.text(), "micro", ink, CENTRE, weight=600 if on else 500, elide=False
            )
        if self._count:
            said = str(min(self._count, 99))
            badge = QRectF(wide / 2 + px(5), px(3), px(17 if len(said) < 2 else 22), px(16))
            ring = badge.adjusted(-2, -2, 2, 2)
            rounded(p, ring, px(10), "accent-tint-2" if on else "chrome")
            rounded(p, badge, px(8), "accent")
            draw_text(p, badge, said, "micro", "on-accent", CENTRE, weight=600, elide=False)


class Rail(Panel):
    """The pages there are."""

    chosen = Signal(int)

    def __init__(self, places: list[tuple[str, str, str]], menu: tuple[str, str, str]) -> None:
        super().__init__("chrome", "r")
        self._group = QButtonGroup(self)
        self.buttons = [RailButton(*place) for place in places]
        for number, button in enumerate(self.buttons):
            self._group.addButton(button, number)
        self._group.idClicked.connect(self.chosen)
        parts: list[QWidget] = list(self.buttons)
        self.menu = RailButton(*menu)
        self.menu.setCheckable(False)
        col(8, *parts, None, self.menu, on=self)
        self.setFixedWidth(self.buttons[0].width() + 1)

    @property
    def place(self) -> int:
        """Where one is."""
        return max(0, self._group.checkedId())

    def show_place(self, number: int) -> None:
        """Mark where one is."""
        self.buttons[number].setChecked(True)
