"""Fields in the look: a choice with its caret, times and days as people write them, and numbers without spin buttons."""

from datetime import date, time, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from trainer_desktop.rules.daybits import minute_of
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import draw_icon, draw_text, rounded
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.parts.typed import read_day, read_time
from trainer_desktop.ui.theme import theme, width


@guarded
class Check(QCheckBox):
    """Yes or no; Fusion's own box can hardly be seen in the dark."""

    def sizeHint(self) -> QSize:
        words = width(self.text().replace("&", ""), "body")
        return QSize(round(words) + theme.px(16 + 7) + 6, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

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


@guarded
class Choice(QComboBox):
    """One of several."""

    def __init__(self, spoken: str = "") -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if spoken:
            self.setAccessibleName(spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        p.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        end = Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(
            option.currentText,
            end,
            room.width() - theme.px(6),
        )
        p.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        size = theme.px(14)
        at = self.width() - theme.px(24), (self.height() - size) / 2
        draw_icon(p, "down", *at, size, "text-3")


def _indented(field: QAbstractSpinBox) -> None:
    """Start the text where other fields do: a style sheet's padding does not reach into a spin box."""
    edge = theme.px(9)
    field.lineEdit().setTextMargins(edge, 0, edge, 0)


@guarded
class _Typed(QLineEdit):
    """A field in which one types freely; what cannot be read is told, and the field shows what holds."""

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self._settle)

    def _read(self, text: str) -> object | None:
        raise NotImplementedError

    def _settle(self) -> None:
        typed = self.text()
        found = self._read(typed)
        self._keep(found)
        if found is None:  # told a moment later: a change of focus takes every tool tip away
            QTimer.singleShot(100, self, partial(self._tell, typed))

    def _tell(self, typed: str) -> None:
        said = QCoreApplication.translate("Field", "«{text}» cannot be read.").format(text=typed)
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), said, self)

    def _keep(self, value: object | None) -> None:
        raise NotImplementedError

    def _step(self, by: int) -> None:
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class TimeField(_Typed):
    """A wall time: 8.30, 8:30, 830 or 8; the arrow keys step a quarter-hour."""

    timeChanged = Signal()  # noqa: N815 - as Qt's own field calls it

    def __init__(self, at: time = time(8)) -> None:
        super().__init__()
        self.show_time(at)
        self.textEdited.connect(self._edited)

    def at(self) -> time:
        """The time."""
        return self._at

    def show_time(self, at: time) -> None:
        """Change it."""
        self._at = at
        self.setText(dates.clock(at))

    def _read(self, text: str) -> time | None:
        return read_time(text)

    def _edited(self, text: str) -> None:
        """Follow along once the minutes are there."""
        found = read_time(text)
        if found and sum(c.isdigit() for c in text) > 2 and found != self._at:
            self._at = found
            self.timeChanged.emit()

    def _keep(self, value: object | None) -> None:
        before = self._at
        self.show_time(value if isinstance(value, time) else before)
        if self._at != before:
            self.timeChanged.emit()

    def _step(self, by: int) -> None:
        minutes = (minute_of(self._at) + 15 * by) % (24 * 60)
        self._keep(time(minutes // 60, minutes % 60))


class DateField(_Typed):
    """A day: 18. nov. 2026, 18-11-2026, 18/11 or 18; the arrow keys step a day. None is later than `latest`."""

    dateChanged = Signal()  # noqa: N815 - as Qt's own field calls it

    def __init__(self, day: date, latest: date | None = None) -> None:
        super().__init__()
        self._latest = latest
        self.show_day(day)

    def day(self) -> date:
        """The day."""
        return self._day

    def show_day(self, day: date) -> None:
        """Change it."""
        self._day = day
        self.setText(dates.date_year(day))

    def _read(self, text: str) -> date | None:
        found = read_day(text, self._day)
        return None if found and self._latest and found > self._latest else found

    def _keep(self, value: object | None) -> None:
        before = self._day
        self.show_day(value if isinstance(value, date) else before)
        if self._day != before:
            self.dateChanged.emit()

    def _step(self, by: int) -> None:
        day = self._day + timedelta(days=by)
        self._keep(day if self._latest is None or day <= self._latest else None)


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
