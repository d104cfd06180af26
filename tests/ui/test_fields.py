"""Fields show what they hold."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolTip

from trainer_desktop.ui.parts.fields import Choice, DateField, NumberField, TimeField
from trainer_desktop.ui.parts.one_of import Segments
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


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("20/11", None),  # the day after tomorrow, not last year's
        ("5/1", None),  # January to come is nearer than the one before
        ("17/11", date(2026, 11, 17)),
        ("10/6", date(2026, 6, 10)),
        ("5/1/2026", date(2026, 1, 5)),  # the year was said
        ("i går", date(2026, 11, 17)),
    ],
)
def test_what_was_told_these_days_is_not_last_year_by_a_day_ahead(typed, day):
    today = date(2026, 11, 18)
    assert read_day(typed, today, today, just=True) == day


def test_half_a_mistake_is_no_time(dressed, qtbot):
    field = TimeField(time(11, 10))
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2599")
    assert field.at() == time(11, 10)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "11.10"


def test_too_large_a_number_stays_and_stops_what_rests_on_it(dressed, qtbot):
    field = NumberField(1, 60, 12)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "99")
    assert field.lineEdit().text() == "99"
    assert field.unread
    field.clearFocus()
    field.interpretText()
    assert field.value() == 12


def test_the_arrows_choose_and_tab_comes_to_what_is_chosen(dressed, qtbot):
    some = Segments(["a", "b", "c"], "Some", 1)
    qtbot.addWidget(some)
    some.show()
    buttons = some.group.buttons()
    tabs = [b.focusPolicy() & Qt.FocusPolicy.TabFocus for b in buttons]
    assert [bool(t) for t in tabs] == [False, True, False]
    buttons[1].setFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Right)
    assert some.active == 2
    qtbot.keyClick(buttons[2], Qt.Key.Key_Down)
    assert some.active == 0


def test_a_choice_is_typed_with_its_blanks(dressed, qtbot):
    choice = Choice()
    qtbot.addWidget(choice)
    choice.addItems(["Sal 1", "Boks A", "Boks B", "Boks C", "OSM · Oskar"])
    choice.show()
    choice.setFocus()
    qtbot.keyClicks(choice, "boks c")
    assert choice.currentText() == "Boks C"
    assert not choice.view().isVisible()
    choice._typed_at = 0.0
    qtbot.keyClicks(choice, "oskar")
    assert choice.currentText() == "OSM · Oskar"
    choice._typed_at = 0.0
    choice.setCurrentIndex(0)
    qtbot.keyClicks(choice, "bb")
    assert choice.currentText() == "Boks B"
