"""Fields show what they hold."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolTip

from trainer_desktop.ui.parts.fields import DateField, NumberField, TimeField
from trainer_desktop.ui.parts.typed import read_day, read_time


@pytest.mark.parametrize(
    "make",
    [
        lambda: TimeField(time(9, 15)),
        lambda: DateField(date(2026, 11, 18)),
        lambda: NumberField(5, 600, 45, "min."),
    ],
    ids=["time", "date", "number"],
)
def test_the_whole_text_has_room(dressed, qtbot, make):
    field = make()
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    field.show()

    line = field if isinstance(field, QLineEdit) else field.lineEdit()
    edges = line.textMargins()
    assert line.text()
    room = line.width() - edges.left() - edges.right()
    assert room >= line.fontMetrics().horizontalAdvance(line.text())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("26-11-2026", date(2026, 11, 26)),
        ("26.11.26", date(2026, 11, 26)),
        ("3/12", date(2026, 12, 3)),
        ("26", date(2026, 11, 26)),
        ("2027-01-04", date(2027, 1, 4)),
        ("4. jan 2027", date(2027, 1, 4)),
        ("18. nov. 2026", date(2026, 11, 18)),
        ("31-11-2026", None),
        ("i morgen", date(2026, 11, 19)),
        ("om lidt", None),
        ("", None),
    ],
)
def test_a_day_as_it_is_typed(dressed, typed, day):
    assert read_day(typed, date(2026, 11, 18)) == day


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("8.30", time(8, 30)),
        ("8:30", time(8, 30)),
        ("830", time(8, 30)),
        ("0830", time(8, 30)),
        ("kl. 9", time(9)),
        ("25", None),
        ("8.3", None),
        ("", None),
    ],
)
def test_a_time_as_it_is_typed(typed, at):
    assert read_time(typed) == at


def test_what_cannot_be_read_is_not_kept(dressed, qtbot):
    field = DateField(date(2026, 11, 18), latest=date(2026, 11, 18))
    qtbot.addWidget(field)
    changes = []
    field.dateChanged.connect(lambda: changes.append(field.day()))
    for typed in ("i morgen", "19-11-2026", "17-11-2026"):
        field.selectAll()
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert changes == [date(2026, 11, 17)]
    assert field.text() == "17. nov. 2026"


def test_what_cannot_be_read_is_told(dressed, qtbot):
    field = DateField(date(2026, 11, 18))
    qtbot.addWidget(field)
    field.show()
    field.setText("99-99-9999")

    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "99-99-9999" in QToolTip.text())
    QToolTip.hideText()
