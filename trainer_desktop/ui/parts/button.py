"""Buttons in the look, each with its key on it: real push buttons, so that keyboard and screen reader know them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import chip_width, draw_chip, draw_icon, draw_text, rounded
from trainer_desktop.ui.theme import CENTRE, RIGHT, theme, width

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
        self.kind, self._icon, self._key, self._wide = kind, icon, key, wide
        self._bare = False
        self._high = theme.size("button-small" if small else "button")
        self._style = "small" if kind == "source" else "label" if small else "strong"
        self.setFixedHeight(self._high)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Fixed,
        )
        if spoken:
            self.setAccessibleName(spoken)
            self.setToolTip(spoken)

    def show_words(self, shown: bool) -> None:
        """Show the icon alone where there is no room; the name is spoken all the same."""
        self._bare = not shown and bool(self._icon)
        self.updateGeometry()
        self.update()

    @property
    def _words(self) -> str:
        return "" if self._bare else self.text().replace("&", "")

    def _pad(self) -> int:
        if self.kind in ("link", "source"):
            return theme.px(4 if self.kind == "link" else 0)
        return theme.px(12 if self._words else 6)

    def _weight(self) -> int:
        if self.kind == "source":
            return 400
        return 600 if self.kind == "primary" else 500

    def sizeHint(self) -> QSize:
        wide = 2 * self._pad()
        if self._words:
            wide += int(width(self._words, self._style, weight=self._weight()) + 0.99)
        if self._icon:
            wide += theme.px(16) + (theme.px(6) if self._words else 0)
        if self._key:
            wide += int(chip_width(self._key)) + theme.px(4)
        return QSize(wide, self._high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        fill, line, ink = KINDS[self.kind]
        if not self.isEnabled():
            fill, line, ink = (
                ("surface" if line or fill else None),
                ("line" if line or fill else None),
                "text-3",
            )
        elif self.isDown():
            fill = "accent-hover" if self.kind == "primary" else "pressed"
        elif self.isChecked():
            fill, ink = "accent-tint-2", "accent-text"
        elif self.underMouse():
            fill = "accent-hover" if self.kind == "primary" else "hover"
        box = QRectF(self.rect())
        radius = theme.radius("control")
        if self.hasFocus():
            rounded(p, box, radius + 1, None, "mark", 2)
            box = box.adjusted(3, 3, -3, -3)
            radius -= 2
        rounded(p, box, radius, fill, line)
        self._contents(p, ink)

    def _contents(self, p: QPainter, ink: str) -> None:
        pad = self._pad()
        x, right = float(pad), float(self.width() - pad)
        if self._key:
            wide = chip_width(self._key)
            high = theme.px(18)
            cap = QRectF(right - wide + theme.px(4), (self.height() - high) / 2, wide, high)
            primary = self.kind == "primary" and self.isEnabled()
            draw_chip(p, cap, self._key, on_accent=primary)
            right -= wide + theme.px(4)
        content = width(self._words, self._style, weight=self._weight())
        content += theme.px(22) if self._icon and self._words else 0
        if self._wide and not self._key:
            x = max(x, (self.width() - content) / 2)
        if self._icon:
            size = theme.px(16)
            draw_icon(p, self._icon, x, (self.height() - size) / 2, size, ink)
            x += theme.px(22)
        room = QRectF(x, 0, right - x + 2, self.height())
        draw_text(p, room, self._words, self._style, ink, weight=self._weight())


@guarded
class Drop(Button):
    """A quiet choice: a word and a caret; opens a menu."""

    def __init__(self, text: str, spoken: str) -> None:
        super().__init__(text, "quiet")
        self._what = spoken
        self._menu: QMenu | None = None
        self.clicked.connect(self._open)
        self.say(text)

    def use_menu(self, menu: QMenu) -> None:
        """Open this menu from now on."""
        if self._menu:
            self._menu.deleteLater()
        self._menu = menu

    def _open(self) -> None:
        if self._menu:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def say(self, chosen: str) -> None:
        """Show what is chosen; a screen reader hears what the choice is about as well."""
        self.setText(chosen)
        self.setAccessibleName(f"{self._what}: {chosen}" if chosen else self._what)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(int(width(self._words, "label")) + theme.px(38), self._high)

    def _contents(self, p: QPainter, ink: str) -> None:
        box = QRectF(theme.px(10), 0, self.width() - theme.px(30), self.height())
        draw_text(p, box, self._words, "label", "text-2")
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
        draw_text(p, QRectF(px(27), 0, px(120), high), self._words, "small", "text-2")
        room = QRectF(0, 0, self.width() - px(8), high)
        draw_text(p, room, self._key, "micro", "text-2", RIGHT)


@guarded
class _Segment(QPushButton):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setFixedHeight(theme.size("button") - theme.px(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

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
            box.addWidget(button)
        self.setFixedHeight(theme.size("button"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def choose(self, number: int) -> None:
        """Check one."""
        self.group.button(number).setChecked(True)

    @property
    def active(self) -> int:
        """Which is checked."""
        return self.group.checkedId()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, "hover")
