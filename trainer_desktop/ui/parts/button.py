"""Buttons in the look, each with its key on it: real push buttons, so that keyboard and screen reader know them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QSizePolicy,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import chip_width, draw_chip, draw_icon, draw_text, rounded
from trainer_desktop.ui.theme import theme, width

KINDS = {  # fill, line, ink
    "primary": ("accent", None, "on-accent"),
    "plain": ("surface", "line-strong", "text"),
    "quiet": (None, None, "text-2"),
    "link": (None, None, "accent-text"),
    "source": (None, None, "text-3"),  # the place of a rule: there for whoever looks for it
}


def pressed_by(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button with Enter, as with the space bar: Qt does so in dialogs only, and elsewhere hands the key on."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not button.isEnabled():
        return False
    event.accept()
    button.click()
    return True


class Face:
    """How a button looks, whatever Qt sort it is: `key` is the key cap drawn on it."""

    def __init__(
        self, kind: str, icon: str = "", key: str = "", *, small: bool, wide: bool
    ) -> None:
        self.kind, self.icon, self.key, self.wide = kind, icon, key, wide
        self.bare = False
        self.high = theme.size("button-small" if small else "button")
        self.style = "small" if kind == "source" else "label" if small else "strong"

    def dress(self, button: QAbstractButton, spoken: str = "") -> None:
        """Give a button the height and the manners of its face."""
        button.setFixedHeight(self.high)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setSizePolicy(
            QSizePolicy.Policy.Expanding if self.wide else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Fixed,
        )
        if spoken:
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)

    def words(self, button: QAbstractButton) -> str:
        """What is written on it."""
        return "" if self.bare else button.text().replace("&", "")

    def _pad(self, words: str) -> int:
        if self.kind in ("link", "source"):
            return theme.px(4 if self.kind == "link" else 0)
        return theme.px(12 if words else 6)

    def _weight(self) -> int:
        if self.kind == "source":
            return 400
        return 600 if self.kind == "primary" else 500

    def size(self, button: QAbstractButton) -> QSize:
        """How large it is, with everything on it."""
        words = self.words(button)
        wide = 2 * self._pad(words)
        if words:
            wide += int(width(words, self.style, weight=self._weight()) + 0.99)
        if self.icon:
            wide += theme.px(16) + (theme.px(6) if words else 0)
        if self.key:
            wide += int(chip_width(self.key)) + theme.px(4)
        return QSize(wide, self.high)

    def paint_ground(self, p: QPainter, button: QAbstractButton) -> str:
        """Paint fill, line and focus ring; answers the ink for what stands on it."""
        fill, line, ink = KINDS[self.kind]
        if not button.isEnabled():
            fill, line, ink = (
                ("surface" if line or fill else None),
                ("line" if line or fill else None),
                "text-3",
            )
        elif button.isDown():
            fill = "accent-hover" if self.kind == "primary" else "pressed"
        elif button.isChecked():
            fill, ink = "accent-tint-2", "accent-text"
        elif button.underMouse():
            fill = "accent-hover" if self.kind == "primary" else "hover"
        box = QRectF(button.rect())
        radius = theme.radius("control")
        if button.hasFocus():
            rounded(p, box, radius + 1, None, "mark", 2)
            box = box.adjusted(3, 3, -3, -3)
            radius -= 2
        rounded(p, box, radius, fill, line)
        return ink

    def paint_contents(self, p: QPainter, button: QAbstractButton, ink: str) -> None:
        """Paint icon, words and key cap."""
        words = self.words(button)
        pad = self._pad(words)
        x, right = float(pad), float(button.width() - pad)
        if self.key:
            wide = chip_width(self.key)
            high = theme.px(18)
            cap = QRectF(right - wide + theme.px(4), (button.height() - high) / 2, wide, high)
            primary = self.kind == "primary" and button.isEnabled()
            draw_chip(p, cap, self.key, on_accent=primary)
            right -= wide + theme.px(4)
        content = width(words, self.style, weight=self._weight())
        content += theme.px(22) if self.icon and words else 0
        if self.wide and not self.key:
            x = max(x, (button.width() - content) / 2)
        if self.icon:
            size = theme.px(16)
            draw_icon(p, self.icon, x, (button.height() - size) / 2, size, ink)
            x += theme.px(22)
        room = QRectF(x, 0, right - x + 2, button.height())
        draw_text(p, room, words, self.style, ink, weight=self._weight())


@guarded
class Button(QPushButton):
    """A button; `key` is the key cap drawn on it, `spoken` its name when it has only an icon."""

    def __init__(
        self,
        text: str = "",
        kind: str = "plain",
        *,
        icon: str = "",
        key: str = "",
        spoken: str = "",
        small: bool = False,
        wide: bool = False,
    ) -> None:
        super().__init__(text)
        self.face = Face(kind, icon, key, small=small, wide=wide)
        self.face.dress(self, spoken)

    @property
    def kind(self) -> str:
        """What sort it is: primary, plain, quiet, link or source."""
        return self.face.kind

    def show_words(self, shown: bool) -> None:
        """Show the icon alone where there is no room; the name is spoken all the same."""
        self.face.bare = not shown and bool(self.face.icon)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self.face.size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        self._contents(p, self.face.paint_ground(p, self))

    def _contents(self, p: QPainter, ink: str) -> None:
        self.face.paint_contents(p, self, ink)
