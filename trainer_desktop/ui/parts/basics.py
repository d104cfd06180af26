"""Small widgets in the look: text, icon, pill, avatar, meter, panel, rule, and how to lay them out."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import (
    draw_avatar,
    draw_icon,
    draw_meter,
    draw_pill,
    hline,
    pill_width,
)
from trainer_desktop.ui.theme import font, line_height, theme

Item = QWidget | QLayout | int | None | tuple[QWidget, int]


class Text(QLabel):
    """A label in a type style and a colour role."""

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        role: str = "text",
        *,
        wrap: bool = False,
        figures: bool = False,
        weight: int = 0,
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(style, figures, weight))
        self.set_role(role)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        else:
            self.setMinimumHeight(line_height(style))

    def set_role(self, role: str) -> None:
        """Change the colour."""
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, theme[role])
        self.setPalette(colours)


@guarded
class Icon(QWidget):
    """A tinted icon."""

    def __init__(self, name: str, role: str = "text-2", size: int = 16) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, theme.px(size)
        self.setFixedSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_icon(QPainter(self), self._name, 0, 0, self._size, self._role)


@guarded
class Pill(QWidget):
    """A state as icon and word on a tint; read aloud as its word."""

    def __init__(self, text: str, tone: str = "done", mark: str = "") -> None:
        super().__init__()
        self._text, self._tone, self._mark = text, tone, mark
        self.setAccessibleName(text)
        self.setFixedSize(int(pill_width(text, mark) + 0.99), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_pill(QPainter(self), 0, 0, self._text, self._tone, self._mark)


@guarded
class Avatar(QWidget):
    """Initials in a circle."""

    def __init__(self, letters: str, size: int = 40) -> None:
        super().__init__()
        self._letters = letters
        self.setFixedSize(theme.px(size), theme.px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_avatar(QPainter(self), QRectF(self.rect()), self._letters)


@guarded
class Meter(QWidget):
    """A package as one cell for each training."""

    def __init__(self, cells: str, spoken: str, height: int = 10) -> None:
        super().__init__()
        self._cells = cells
        self.setAccessibleName(spoken)
        self.setFixedHeight(theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_meter(QPainter(self), QRectF(self.rect()), self._cells, theme.px(3))


@guarded
class Panel(QWidget):
    """An area with a fill and hairlines on some sides: any of the letters t, b, l, r."""

    def __init__(self, fill: str = "surface", lines: str = "", line: str = "line") -> None:
        super().__init__()
        self._fill, self._lines, self._line = fill, lines, line

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), theme[self._fill])
        right, bottom = self.width() - 1, self.height() - 1
        edges = {
            "t": QRectF(0, 0, self.width(), 1),
            "b": QRectF(0, bottom, self.width(), 1),
            "l": QRectF(0, 0, 1, self.height()),
            "r": QRectF(right, 0, 1, self.height()),
        }
        for letter in self._lines:
            p.fillRect(edges[letter], theme[self._line])


@guarded
class Rule(QWidget):
    """A hairline between sections, or between rows."""

    def __init__(self, role: str = "line") -> None:
        super().__init__()
        self._role = role
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        hline(QPainter(self), 0, self.width(), 0, self._role)


@guarded
class Card(QWidget):
    """A surface with a hairline and rounded corners; never a shadow."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        from trainer_desktop.ui.paint import rounded

        rounded(QPainter(self), QRectF(self.rect()), theme.radius("card"), "surface", "line")


@guarded
class Painted(QWidget):
    """A widget whose picture is one function of painter and rectangle."""

    def __init__(
        self, paint: Callable[[QPainter, QRectF], None], wide: int = 0, high: int = 0
    ) -> None:
        super().__init__()
        self._paint = paint
        if wide:
            self.setFixedWidth(theme.px(wide))
        if high:
            self.setFixedHeight(theme.px(high))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(p, QRectF(self.rect()))


def col(
    *items: Item,
    gap: int = 0,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    on: QWidget | None = None,
) -> QVBoxLayout:
    """A column of widgets; None stretches, a number is space, (widget, n) takes n shares."""
    box = QVBoxLayout(on) if on else QVBoxLayout()
    _fill(box, items, gap, margins)
    return box


def row(
    *items: Item,
    gap: int = 8,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    on: QWidget | None = None,
) -> QHBoxLayout:
    """A row of widgets."""
    box = QHBoxLayout(on) if on else QHBoxLayout()
    _fill(box, items, gap, margins)
    return box


def _fill(
    box: QBoxLayout, items: tuple[Item, ...], gap: int, margins: tuple[int, int, int, int]
) -> None:
    box.setContentsMargins(*(theme.px(m) for m in margins))
    box.setSpacing(theme.px(gap))
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(theme.px(item))
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif isinstance(item, tuple):
            box.addWidget(item[0], item[1])
        else:
            box.addWidget(item)


def scrolling(inner: QWidget) -> QScrollArea:
    """Let a widget scroll up and down, on the ground of what it lies in."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner:
            clear(inner)
