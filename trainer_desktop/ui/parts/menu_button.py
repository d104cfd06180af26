"""Buttons that open a list or the search."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QToolButton,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text
from trainer_desktop.ui.parts.button import Button, Face, pressed_by
from trainer_desktop.ui.theme import RIGHT, theme, width


@guarded
class MenuButton(QToolButton):
    """Opens a menu that a screen reader finds in it, open or not: Qt tells of a split button's menu only."""

    def __init__(self) -> None:
        super().__init__()
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.open_menu)

    def use_menu(self, menu: QMenu) -> None:
        """Open this menu from now on."""
        before = self.menu()
        if before is menu:
            return
        self.setMenu(menu)
        if not menu.accessibleName():
            menu.setAccessibleName(self.accessibleName())
        if before:
            before.deleteLater()

    def open_menu(self) -> None:
        """Open it below the button."""
        if self.menu():
            self.menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Either half opens the menu."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_menu()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as the space bar does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)


@guarded
class Drop(MenuButton):
    """A quiet choice: a word and a caret; opens a menu."""

    def __init__(self, text: str, spoken: str) -> None:
        super().__init__()
        self.face = Face("quiet", small=False, wide=False)
        self.face.dress(self)
        self._what = spoken
        self.say(text)

    def say(self, chosen: str) -> None:
        """Show what is chosen; a screen reader hears what the choice is about as well."""
        self.setText(chosen)
        self.setAccessibleName(f"{self._what}: {chosen}" if chosen else self._what)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(int(width(self.face.words(self), "label")) + theme.px(38), self.face.high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        self.face.paint_ground(p, self)
        box = QRectF(theme.px(10), 0, self.width() - theme.px(30), self.height())
        draw_text(p, box, self.face.words(self), "label", "text-2")
        size = theme.px(14)
        draw_icon(
            p, "down", self.width() - theme.px(24), (self.height() - size) / 2, size, "text-3"
        )


class FindButton(Button):
    """Looks like a field, opens the palette: what can be typed there, and the key."""

    def __init__(self, text: str, key: str) -> None:
        super().__init__(text, key=key, small=True)
        self.setFixedSize(theme.px(200), theme.px(20))

    def _contents(self, p: QPainter, ink: str) -> None:
        px, high = theme.px, self.height()
        draw_icon(p, "search", px(8), (high - px(13)) / 2, px(13), "text-3")
        draw_text(p, QRectF(px(27), 0, px(120), high), self.face.words(self), "small", "text-2")
        room = QRectF(0, 0, self.width() - px(8), high)
        draw_text(p, room, self.face.key, "micro", "text-2", RIGHT)
