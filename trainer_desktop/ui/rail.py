"""The rail: where one is, as icon and word, with a count where something waits."""

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded
from trainer_desktop.ui.parts.basics import Panel, col
from trainer_desktop.ui.parts.menu_button import MenuButton
from trainer_desktop.ui.parts.one_of import OneOf
from trainer_desktop.ui.theme import CENTRE, theme


class RailFace:
    """How a place on the rail looks: icon, word, and a count where something waits."""

    def __init__(self, icon: str) -> None:
        self.icon = icon
        self.count = 0
        self.bare = theme.scale >= 1.75

    def dress(self, button: QAbstractButton, word: str, key: str) -> None:
        """Name a button, and give it its size."""
        button.setText(word)
        button.setAccessibleName(word)
        button.setToolTip(f"{word}  {key}")
        button.setFixedSize(self.size())

    def size(self) -> QSize:
        """Narrower without words."""
        wide = theme.px(44) if self.bare else theme.size("rail")
        return QSize(wide - 1, theme.px(40 if self.bare else 60))

    def paint(self, button: QAbstractButton) -> None:
        """Paint it as the button stands."""
        p, px = QPainter(button), theme.px
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, wide = button.isChecked(), button.width()
        side = px(4 if self.bare else 6)
        box = QRectF(side, 0, wide - 2 * side, px(36 if self.bare else 52))
        if on:
            rounded(p, box, 8, "accent-tint-2")
        elif button.underMouse():
            rounded(p, box, 8, "hover")
        if button.hasFocus():
            rounded(p, box, 8, None, "mark", 2)
        size = theme.size("icon-rail")
        ink = "accent-text" if on else "text-2"
        name = f"{self.icon}-fill" if on and self.icon == "calendar" else self.icon
        draw_icon(p, name, (wide - size) / 2, px(7), size, ink)
        if not self.bare:
            words = QRectF(0, px(31), wide, px(16))
            weight = 600 if on else 500
            draw_text(p, words, button.text(), "micro", ink, CENTRE, weight=weight, elide=False)
        if self.count:
            said = str(min(self.count, 99))
            badge = QRectF(wide / 2 + px(5), px(3), px(17 if len(said) < 2 else 22), px(16))
            ring = badge.adjusted(-2, -2, 2, 2)
            rounded(p, ring, px(10), "accent-tint-2" if on else "chrome")
            rounded(p, badge, px(8), "accent")
            draw_text(p, badge, said, "micro", "on-accent", CENTRE, weight=600, elide=False)


@guarded
class RailButton(OneOf):
    """One place to go: one is there at a time."""

    def __init__(self, icon: str, word: str, key: str) -> None:
        super().__init__()
        self.face = RailFace(icon)
        self.face.dress(self, word, key)

    def show_count(self, count: int) -> None:
        """Show how many things wait."""
        self.face.count = count
        waits = QCoreApplication.translate("Rail", "{page}, {n} waiting")
        self.setAccessibleName(waits.format(page=self.text(), n=count) if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return self.face.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint(self)


@guarded
class RailMenu(MenuButton):
    """The last of them opens the menu."""

    def __init__(self, icon: str, word: str, key: str) -> None:
        super().__init__()
        self.face = RailFace(icon)
        self.face.dress(self, word, key)

    def open_menu(self) -> None:
        """Open it beside the rail, its foot at the button's."""
        menu = self.menu()
        if menu:
            spot = self.mapToGlobal(self.rect().bottomRight())
            menu.popup(QPoint(spot.x(), spot.y() - menu.sizeHint().height()))

    def sizeHint(self) -> QSize:
        return self.face.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint(self)


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
        self.menu = RailMenu(*menu)
        col(8, *parts, None, self.menu, on=self)
        self.setFixedWidth(self.buttons[0].width() + 1)

    @property
    def place(self) -> int:
        """Where one is."""
        return max(0, self._group.checkedId())

    def show_place(self, number: int) -> None:
        """Mark where one is."""
        self.buttons[number].setChecked(True)
