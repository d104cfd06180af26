"""A no, in plain words: what stands in the way, and what can be done instead; never only «OK»."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QPushButton, QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded
from trainer_desktop.ui.parts.basics import Icon, Rule, Text, col, row
from trainer_desktop.ui.parts.button import Button, pressed_by
from trainer_desktop.ui.parts.float_card import FloatCard, padded
from trainer_desktop.ui.theme import theme


@guarded
class Way(QPushButton):
    """Something that can be done instead, as a row one can press."""

    def __init__(self, icon: str, title: str, note: str) -> None:
        super().__init__(title)
        self._icon, self._note = icon, note
        self.setAccessibleDescription(note)
        self.setFixedHeight(theme.px(46))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(46))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, px = QPainter(self), theme.px
        if self.hasFocus():
            rounded(p, QRectF(self.rect()), 6, None, "mark", 2)
        elif self.underMouse():
            rounded(p, QRectF(self.rect()), 6, "hover")
        middle = (self.height() - px(18)) / 2
        draw_icon(p, self._icon, px(6), middle, px(18), "text-2")
        wide = self.width() - px(66)
        draw_text(p, QRectF(px(36), px(5), wide, px(18)), self.text(), "strong", "text", weight=500)
        draw_text(p, QRectF(px(36), px(22), wide, px(16)), self._note, "small", "text-3")
        size = px(12)
        draw_icon(p, "right", self.width() - px(20), (self.height() - size) / 2, size, "text-3")


class RefusalPanel(FloatCard):
    """The refusal with its ways; `override` asks for a reason and does it all the same."""

    def __init__(
        self,
        over: QWidget,
        title: str,
        lines: list[str],
        ways: list[tuple[str, str, str, Callable[[], object]]],
        override: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(over, 452)
        self._override = override
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(lines))
        head = col(Text(title, "heading", wrap=True), gap=2)
        for line in lines:
            head.addWidget(Text(line, "body", "text-2", wrap=True))
        top = row(col(1, Icon("refused", "bad", 20), None), head, gap=12)
        top.setStretch(1, 1)
        self.box.addLayout(padded(top, 20, 18, 14))
        if ways or override:
            self.box.addWidget(Rule())
            self.box.addLayout(padded(self._ways(ways), 14, 12, 4))
        self.close_button = Button(self.tr("Close"), "plain", key="Esc")
        self.close_button.clicked.connect(self.dismiss)
        self.box.addLayout(padded(row(None, self.close_button, gap=8), 20, 6, 16))

    def place(self, at: QPoint) -> None:
        """Put it at a point, with the keyboard on what is pressed most."""
        super().place(at)
        self.close_button.setFocus()
        self.leave_when_left()

    def holds_words(self) -> bool:
        """Whether a reason is typed already."""
        return self._override is not None and bool(self._reason.text().strip())

    def _ways(self, ways: list[tuple[str, str, str, Callable[[], object]]]) -> QLayout:
        box = col(
            row(Text(self.tr("This can be done"), "label", "text-2"), margins=(6, 0, 0, 0)),
            4,
            gap=2,
        )
        for icon, title, note, act in ways:
            way = Way(icon, title, note)
            way.clicked.connect(lambda _=False, act=act: self._take(act))
            box.addWidget(way)
        if self._override:
            self._reason = QLineEdit()
            self._reason.setPlaceholderText(self.tr("Why it is booked all the same"))
            self._reason.setAccessibleName(self.tr("Why it is booked all the same"))
            self._all_the_same = Button(self.tr("Book with the reason"), "plain", small=True)
            self._all_the_same.setEnabled(False)
            self._reason.textChanged.connect(
                lambda text: self._all_the_same.setEnabled(bool(text.strip()))
            )
            self._reason.returnPressed.connect(self._insist)
            self._all_the_same.clicked.connect(self._insist)
            box.addLayout(row((self._reason, 1), self._all_the_same, margins=(6, 6, 6, 6)))
        return box

    def _take(self, act: Callable[[], object]) -> None:
        self.dismiss()
        act()

    def _insist(self) -> None:
        reason = self._reason.text().strip()
        if self._override and reason:
            self.dismiss()
            self._override(reason)
