"""Fields in the look: a choice with its caret, and times and numbers without spin buttons."""

from datetime import date, time

from PySide6.QtCore import QDate, QRectF, QTime
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from trainer_desktop.ui import dates
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.theme import theme


class Check(QCheckBox):
    """Yes or no; Fusion's own box can hardly be seen in the dark."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = QPainter(self)
        side, on = theme.px(16), self.isChecked()
        box = QRectF(2, (self.height() - side) / 2, side, side)
        rounded(p, box, 4, "accent" if on else "surface", "accent" if on else "control-line")
        if on:
            at = theme.px(12)
            draw_icon(
                p, "check", box.center().x() - at / 2, box.center().y() - at / 2, at, "on-accent"
            )
        if self.hasFocus():
            rounded(p, box.adjusted(-2, -2, 2, 2), 6, None, "mark", 2)
        words = QRectF(box.right() + theme.px(7), 0, self.width(), self.height())
        draw_text(p, words, self.text().replace("&", ""), "body", "text", elide=False)


class Choice(QComboBox):
    """One of several."""

    def __init__(self, spoken: str = "") -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if spoken:
            self.setAccessibleName(spoken)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = theme.px(14)
        at = self.width() - theme.px(24), (self.height() - size) / 2
        draw_icon(QPainter(self), "down", *at, size, "text-3")


def _indented(field: QAbstractSpinBox) -> None:
    """Start the text where other fields do: a style sheet's padding does not reach into a spin box."""
    edge = theme.px(9)
    field.lineEdit().setTextMargins(edge, 0, edge, 0)


class TimeField(QTimeEdit):
    """A wall time, written as the language does."""

    def __init__(self, at: time = time(8)) -> None:
        super().__init__(QTime(at.hour, at.minute))
        self.setDisplayFormat("H.mm" if dates.clock(time(9)) == "9.00" else "H:mm")
        _indented(self)

    def at(self) -> time:
        """The time."""
        return time(self.time().hour(), self.time().minute())

    def show_time(self, at: time) -> None:
        """Change it."""
        self.setTime(QTime(at.hour, at.minute))


class DateField(QDateEdit):
    """A day, up to the latest that there can be; it changes when it is whole, not digit by digit."""

    def __init__(self, day: date, latest: date | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        if latest:
            self.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.setDisplayFormat("d. MMM yyyy")
        self.setKeyboardTracking(False)
        _indented(self)

    def show_day(self, day: date) -> None:
        """Change it."""
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """The day."""
        at = self.date()
        return date(at.year(), at.month(), at.day())


class NumberField(QSpinBox):
    """A whole number with its unit; the arrow keys step it."""

    def __init__(self, least: int, most: int, value: int, unit: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setValue(value)
        self.setSuffix(f" {unit}" if unit else "")
        _indented(self)


def labelled(word: str, field: QWidget) -> tuple[Text, QWidget]:
    """A field with its label above it: the label's letter jumps to the field, and its words are spoken."""
    label = Text(word, "label", "text-2")
    label.setBuddy(field)
    field.setAccessibleName(word.replace("&", ""))
    return label, field
