"""Fields in the look: a choice with its caret, times and days as people write them, and numbers without spin buttons."""

from collections.abc import Callable
from datetime import date, time, timedelta
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
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
from trainer_desktop.ui.parts.typed_field import TypedField
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
        rounded(p, box, 4, "accent" if on else "surface", "mark" if on else "control-line")
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
        self._typed, self._typed_at = "", 0.0
        if spoken:
            self.setAccessibleName(spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters choose what begins so, blanks among them; the same letter again goes on to the next."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        )
        now, text = perf_counter(), event.text().casefold()
        typed = (
            self._typed
            if now - self._typed_at < QApplication.keyboardInputInterval() / 1000
            else ""
        )
        if (plain and text.isprintable() and text.strip()) or (text == " " and typed):
            self._typed, self._typed_at = typed + text, now
            self._go_to(self._typed)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the page and changes nothing, whatever lies under the pointer."""
        event.ignore()

    def _go_to(self, typed: str) -> None:
        names = [self.itemText(n).casefold() for n in range(self.count())]
        rows = [n for n, name in enumerate(names) if name.startswith(typed)]
        if not rows and len(set(typed)) == 1:  # one letter again and again
            rows = [n for n, name in enumerate(names) if name.startswith(typed[0])]
            rows = [n for n in rows if n > self.currentIndex()] or rows
        if not rows:
            rows = [n for n, name in enumerate(names) if f" {typed}" in name]
        if rows:
            self.setCurrentIndex(rows[0])

    def leave_open(self) -> None:
        """Choose nothing yet: nobody is to answer by looking away."""
        self.setPlaceholderText(self.tr("Choose …"))
        self.setCurrentIndex(-1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As any choice; before one is made, what to choose."""
        p, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
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


_Clock = Callable[[], date]
_clock: list[_Clock] = [date.today]  # the one that says which day «i morgen» is counted from


def use_clock(today: _Clock) -> None:
    """Let days be counted from the centre's own clock."""
    _clock[0] = today


def unread_field(within: QWidget) -> "TypedField | NumberField | None":
    """The first field in sight that could not be read: nothing that rests on it is done."""
    typed: list[TypedField | NumberField] = [*within.findChildren(TypedField)]
    typed += within.findChildren(NumberField)
    fields = (f for f in typed if f.isVisible() and f.isEnabled())
    return next((field for field in fields if field.unread), None)


def all_read(within: QWidget) -> bool:
    """Whether every field in sight could be read; goes to the first that could not, and says so."""
    field = unread_field(within)
    if field is None:
        return True
    field.complain()
    return False


@guarded
class TimeField(TypedField):
    """A wall time: 8.30, 8:30, 830 or 8; the arrow keys step a quarter-hour."""

    timeChanged = Signal()  # noqa: N815 - as Qt's own field calls it

    def __init__(self, at: time = time(8)) -> None:
        super().__init__()
        self._at = self._first = at
        self.show_time(at)
        self.textEdited.connect(self._edited)

    def at(self) -> time:
        """The time."""
        return self._at

    def show_time(self, at: time) -> None:
        """Change it."""
        self._at = at
        self.setText(dates.clock(at))
        self._mark(unread=False)

    def _shown(self) -> str:
        return dates.clock(self._at)

    def _read(self, text: str) -> time | None:
        return read_time(text)

    def _edited(self, text: str) -> None:
        """Follow along once the minutes are there."""
        found = read_time(text)
        if found is None:
            found = self._first  # half a mistake is no time: what stood when one came here holds
        elif sum(c.isdigit() for c in text) <= 2:
            return
        if found != self._at:
            self._at = found
            self.timeChanged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep what stood there: it holds again when what is typed cannot be read."""
        self._first = self._at
        super().focusInEvent(event)

    def _keep(self, value: object) -> None:
        before = self._at
        assert isinstance(value, time)
        self.show_time(value)
        if self._at != before:
            self.timeChanged.emit()

    def _step(self, by: int) -> None:
        minutes = (minute_of(self._at) + 15 * by) % (24 * 60)
        self._keep(time(minutes // 60, minutes % 60))


class DateField(TypedField):
    """A day: 18. nov. 2026, 18/11, 18, «i morgen», «uge 49»; the arrow keys step a day.

    With `latest` it is about what has happened, so the nearest day up to it is meant; else the nearest to come.
    """

    dateChanged = Signal()  # noqa: N815 - as Qt's own field calls it

    def __init__(self, day: date, latest: date | None = None, *, just: bool = False) -> None:
        """`just`: it is about what was said these days, so that no day of last year is meant by a day ahead."""
        super().__init__()
        self._latest, self._just = latest, just
        self._day = day
        self.show_day(day)

    def day(self) -> date:
        """The day."""
        return self._day

    def show_day(self, day: date) -> None:
        """Change it."""
        self._day = day
        self.setText(dates.date_year(day))
        self._mark(unread=False)

    def _shown(self) -> str:
        return dates.date_year(self._day)

    def _read(self, text: str) -> date | None:
        return read_day(text, _clock[0](), self._latest, just=self._just)

    def _complaint(self) -> str:
        if self.text().strip() and self._latest and read_day(self.text(), _clock[0]()):
            return QCoreApplication.translate("Field", "That day has not come yet.")
        return super()._complaint()

    def _keep(self, value: object) -> None:
        before = self._day
        assert isinstance(value, date)
        self.show_day(value)
        if self._day != before:
            self.dateChanged.emit()

    def _step(self, by: int) -> None:
        day = self._day + timedelta(days=by)
        if self._latest is None or day <= self._latest:
            self._keep(day)


@guarded
class OptionalDateField(DateField):
    """A day that may be missing; emptied, it is none."""

    def __init__(self, day: date | None, latest: date | None = None) -> None:
        self._empty = day is None
        super().__init__(day or _clock[0](), latest)
        self._first = day
        self._show_chosen()

    def chosen(self) -> date | None:
        """The day; None when there is none."""
        return None if self._empty else self.day()

    def clear_day(self) -> None:
        """Let there be none."""
        self._empty = True
        self.setText("")
        self._mark(unread=False)

    def take_day(self, day: date) -> None:
        """Let it be this day."""
        self._empty = False
        self.show_day(day)

    def changed(self) -> bool:
        """Whether it is another than at first."""
        return self.chosen() != self._first

    def _show_chosen(self) -> None:
        self.setText(self._shown())

    def _shown(self) -> str:
        return "" if self._empty else super()._shown()

    def show_day(self, day: date) -> None:
        """Change it."""
        super().show_day(day)
        self._show_chosen()

    def _settle(self) -> None:
        if not self.text().strip() and not self._empty:
            self._empty = True
            self.setText("")
            self._mark(unread=False)
            self.dateChanged.emit()
            return
        super()._settle()

    def _keep(self, value: object) -> None:
        was_empty, self._empty, before = self._empty, False, self.day()
        super()._keep(value)
        if was_empty and self.day() == before:
            self.dateChanged.emit()


@guarded
class NumberField(QSpinBox):
    """A whole number with its unit; the arrow keys step it."""

    def __init__(self, least: int, most: int, value: int, unit: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setValue(value)
        self._first = value  # when one came here
        self.setSuffix(f" {unit}" if unit else "")
        _indented(self)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let too large a number be typed: it is told, not cut to another one."""
        digits = text.removesuffix(self.suffix()).strip()
        if digits.isdecimal() and int(digits[:9]) > self.maximum():
            return QValidator.State.Intermediate, text, place
        return super().validate(text, place)

    def fixup(self, _text: str) -> str:
        """The number that stood comes back, and why is said."""
        QTimer.singleShot(100, self, self.complain)  # a change of focus takes every tool tip away
        return f"{self._first}{self.suffix()}"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep what stood there: it holds again when what is typed cannot be read."""
        self._first = self.value()
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel scrolls the page and changes nothing, whatever lies under the pointer."""
        event.ignore()

    @property
    def unread(self) -> bool:
        """Whether what stands here cannot be, so that the field means nothing now."""
        return not self.hasAcceptableInput()

    def complain(self) -> None:
        """Say what can be written."""
        said = QCoreApplication.translate("Field", "It is a number from {least} to {most}.")
        said = said.format(least=self.minimum(), most=self.maximum())
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), said, self)


def labelled(word: str, field: QWidget) -> tuple[Text, QWidget]:
    """A field with its label above it: the label's letter jumps to the field, and its words are spoken."""
    label = Text(word, "label", "text-2")
    label.setBuddy(field)
    field.setAccessibleName(word.replace("&", ""))
    return label, field
