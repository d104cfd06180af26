"""What floats above the window: a raised card with its shadow, the strip with a rule's source, the toast."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import rounded, soft_shadow
from trainer_desktop.ui.parts.basics import Icon, Panel, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.theme import theme, tokens, width

REACH = 28


@guarded
class FloatCard(QWidget):
    """A raised card inside the window; its shadow lies in the widget's own margins. Esc closes it."""

    closed = Signal()

    def __init__(self, over: QWidget, wide: int, radius: int = 10, fill: str = "raised") -> None:
        super().__init__(over)
        self._over = over
        self._radius, self._fill = radius, fill
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(REACH, REACH, REACH, REACH)
        self.box.setSpacing(0)
        self._wide = wide
        self._at, self._fitting = QPoint(), False
        self._back: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with its soft shadow."""
        p = QPainter(self)
        box = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH)
        soft_shadow(p, box, self._radius, 24, 5)
        rounded(p, box, self._radius, self._fill, "line-strong" if self._fill == "raised" else None)

    @property
    def wide(self) -> int:
        """How wide the card is, in pixels."""
        return theme.px(self._wide)

    def place(self, at: QPoint) -> None:
        """Put the card itself (not its shadow) at a point, kept inside the window."""
        over = self._over
        self._at, self._fitting = at, True
        wide = min(self.wide, over.width() - 32) + 2 * REACH
        self.setFixedWidth(wide)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        wraps = layout.hasHeightForWidth()
        high = layout.totalHeightForWidth(wide) if wraps else self.sizeHint().height()
        high = min(high, over.height() - 8 + 2 * REACH)
        x = min(max(8 - REACH, at.x() - REACH), over.width() - wide + REACH - 8)
        y = min(max(8 - REACH, at.y() - REACH), over.height() - high + REACH - 8)
        self.setGeometry(x, y, wide, high)
        if not self.isVisible():
            self._back = QApplication.focusWidget()
        self.show()
        self.raise_()
        self._fitting = False

    def event(self, event: QEvent) -> bool:
        """Fit again when what is inside has changed: Qt shows new widgets only a moment later."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible() and not self._fitting:
            layout = self.layout()
            assert layout is not None
            wraps = layout.hasHeightForWidth()
            need = layout.totalHeightForWidth(self.width()) if wraps else self.sizeHint().height()
            if need != self.height():
                FloatCard.place(self, self._at)
        return done

    def focusNextPrevChild(self, on: bool) -> bool:
        """Keep Tab inside the card while it is open."""
        inside = [w for w in self.findChildren(QWidget) if _takes_tab(w)]
        here = QApplication.focusWidget()
        if not inside or here is None or not self.isAncestorOf(here):
            return super().focusNextPrevChild(on)
        ring: list[QWidget] = []
        step = self.nextInFocusChain()
        while step and step is not self:
            if step in inside:
                ring.append(step)
            step = step.nextInFocusChain()
        place = ring.index(here) if here in ring else 0
        ring[(place + (1 if on else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def leave_when_left(self) -> None:
        """Close as soon as the keyboard goes to something else in the window: this only tells something."""
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        elsewhere = now is not None and now.window() is self._over.window()
        inside = now is not None and self.isAncestorOf(now)
        if self.isVisible() and elsewhere and not inside and not self.holds_words():
            self.dismiss()

    def holds_words(self) -> bool:
        """Whether something is typed in the card, which must not go by a click beside it."""
        return False

    def dismiss(self) -> None:
        """Go away, and give the keyboard back to where it was."""
        had = self.isAncestorOf(QApplication.focusWidget() or self._over)
        self.hide()
        if had:
            there = self._back is not None and isValid(self._back) and self._back.isVisible()
            if there and self._back:
                self._back.setFocus()
            else:
                give_back_focus(self._over)
        self.closed.emit()
        self.deleteLater()


def dismiss_cards(over: QWidget) -> bool:
    """Take away every card over a window; what was done stays told. False: there was none."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    cards = [c for c in over.findChildren(FloatCard, options=direct) if not isinstance(c, Toast)]
    shown = [c for c in cards if c.isVisible()]
    for card in shown:
        card.dismiss()
    return bool(shown)


def give_back_focus(window: QWidget) -> None:
    """Hand the keyboard to the page that is shown, when where it was has gone; never to nowhere."""
    give = getattr(window, "give_focus", None)
    if callable(give):
        give()
    else:
        window.setFocus()


def _takes_tab(widget: QWidget) -> bool:
    tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabs) and widget.isVisible() and widget.isEnabled()


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say something that nobody has to go to."""
    event = QAccessibleAnnouncementEvent(widget, text)
    QAccessible.updateAccessibility(event)


def padded(layout: QLayout, x: int = 20, top: int = 16, bottom: int = 16) -> QLayout:
    """Margins inside a card."""
    layout.setContentsMargins(theme.px(x), theme.px(top), theme.px(x), theme.px(bottom))
    return layout


@guarded
class Scrim(QWidget):
    """Darkens the window behind a card that wants all attention; a click on it closes the card."""

    def __init__(self, over: QWidget, card: FloatCard) -> None:
        super().__init__(over)
        self.setGeometry(over.rect())
        self._card = card
        card.closed.connect(self._go)
        self.show()
        card.raise_()

    def _go(self) -> None:
        self.hide()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme["scrim"])

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click beside the card puts it away."""
        self._card.dismiss()


class SourceStrip(Panel):
    """The rule and its place: always the same quiet strip; the link tells more."""

    def __init__(self, text: str, place: str, link: str) -> None:
        super().__init__("sunken", "tb")
        self.link = Button(link, "link", small=True)
        if not link:  # showing it before it has a parent would open a window
            self.link.hide()
        col(
            Text(text, "small", "text-2", wrap=True),
            row((Text(place, "small", "text-3", wrap=True), 1), self.link, gap=8),
            gap=1,
            margins=(20, 8, 16, 6),
            on=self,
        )


class Toast(FloatCard):
    """What was done, and how to undo it; one at a time, and read aloud."""

    undo_wished = Signal()

    def __init__(self, over: QWidget, text: str, undo: str) -> None:
        dark = theme.mode == "dark"
        wide = min(760, max(560, round(width(text, "body") / theme.scale) + 200))
        super().__init__(over, wide, 8, "raised" if dark else "text")
        ink = "text" if dark else "surface"
        self.undo = Button(undo, "link", small=True)
        # The keyboard has Ctrl+Z; a button that only passes by must never get the next Enter.
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text)
        message = Text(text, "body", ink, wrap=True)
        back = _OnToast(self.undo)
        if not undo:
            back.hide()
        self.box.addLayout(padded(row(Icon("came", ink, 14), (message, 1), back, gap=10), 16, 7, 7))
        self.undo.clicked.connect(self.undo_wished)
        announce(self, text)
        QTimer.singleShot(tokens()["motion"]["toast"], self, self._time_out)

    def _time_out(self) -> None:
        if self.underMouse():
            QTimer.singleShot(1000, self, self._time_out)
        else:
            self.dismiss()


@guarded
class _OnToast(QWidget):
    """Undo on the toast's inverted ground keeps its contrast on a plate of its own."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        col(button, on=self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rounded(QPainter(self), QRectF(self.rect()), 6, "accent-tint")
