"""One outcome of a re-evaluation, as a large choice."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_text, rounded
from trainer_desktop.ui.parts.one_of import OneOf
from trainer_desktop.ui.theme import theme


@guarded
class Choice(OneOf):
    """One outcome, with what it means."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__(title)
        self._note = note
        self.setAccessibleDescription(note)
        self.setFixedHeight(theme.px(56))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As any choice; before one is made, what to choose."""
        p, px, on = QPainter(self), theme.px, self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 3, -1, -3)
        line = "mark" if on or self.hasFocus() else "line-strong"
        stroke = 2 if self.hasFocus() else 1.5 if on else 1
        rounded(p, box, 8, "accent-tint" if on else "surface", line, stroke)
        dot = QRectF(px(14), self.height() / 2 - px(8), px(16), px(16))
        rounded(p, dot, px(8), "accent" if on else "surface", None if on else "control-line")
        if on:
            rounded(p, dot.adjusted(5, 5, -5, -5), px(3), "on-accent")
        wide = self.width() - px(52)
        draw_text(p, QRectF(px(42), px(9), wide, px(18)), self.text(), "strong", "text")
        draw_text(p, QRectF(px(42), px(27), wide, px(16)), self._note, "small", "text-2")
