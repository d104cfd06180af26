"""Buttons in the look, each with its key on it: real push buttons, so that keyboard and screen reader know them."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
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

    @property
    def active(self) -> int:
        """Which is checked."""
        return self.group.checkedId()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, "hover")
