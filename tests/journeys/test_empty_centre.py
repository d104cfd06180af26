"""From an empty store to the first training booked and attended, with the window alone; a new citizen by phone."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import Clock
from trainer_desktop.rules.course import State
from trainer_desktop.services.calendar import days
from trainer_desktop.services.citizens import search
from trainer_desktop.services.courses import facts
from trainer_desktop.services.registers.every import REGISTERS, missing
from trainer_desktop.services.store import opening
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


class Hands:
    """Types on whatever has the keyboard, and counts the keys that are no data."""

    def __init__(self, window):
        self.window, self.keys = window, 0

    def type(self, text):
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
        QApplication.processEvents()  # nobody types before a form is shown
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)


@pytest.fixture
def clock():
    return Clock(datetime(2026, 11, 18, 8, 10))


@pytest.fixture
def empty(qtbot, dressed, tmp_path, clock):
    store = opening.open_store(tmp_path / "own.db", clock, actor="LIK", make=True)
    context = AppContext(store, Settings())
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    context._background.wait()
    store.close()


def set_up(window, hands):
    """A centre, a room, a colleague with the ordinary week, a standard and a package, by keys."""
    setup = window.setup
    setup.show_part("centres")  # its first field has the keyboard: there is nothing else to do
    hands.type("Træningscenter Åsø")
    hands.press(ENTER)
    setup.show_part("rooms")
    setup.begin_new()
    hands.type("Boks A")
    hands.press(ENTER, CONTROL)
    setup.show_part("staff")
    setup.begin_new()
    hands.type("Dorthe Sørensen")
    hands.press(Qt.Key.Key_Tab)
    hands.type("dos")
    hands.press(ENTER, CONTROL)
    assert QApplication.focusWidget() is setup.hours.week.editor
    setup.hours.save.setFocus()
    hands.press(ENTER)
    setup.show_part("packages")
    setup.begin_new()
    hands.type("Hofte")
    setup.form.fields["trainings"].setFocus()
    hands.type("12")
    hands.press(ENTER, CONTROL)


def test_an_empty_centre_begins_where_it_says_what_to_do_and_can_book_in_the_end(empty, qtbot):
    window, hands = empty, Hands(empty)
    assert window._stack.currentWidget() is window.setup
    assert [one for one in window.app.ask(missing) if one.needed]

    set_up(window, hands)

    assert not [one for one in window.app.ask(missing) if one.needed]
    rooms = window.app.ask(REGISTERS["rooms"].rows)
    assert [(row.title, row.texts["centre_id"]) for row in rooms] == [
        ("Boks A", "Træningscenter Åsø")
    ]


def test_from_the_call_of_a_new_citizen_to_the_first_training_attended(empty, qtbot, clock):
    window, hands = empty, Hands(empty)
    set_up(window, hands)
    window.show_place(0)
    hands.keys = 0

    hands.press(Qt.Key.Key_N, CONTROL | SHIFT)  # the telephone rings
    hands.type("Kirsten")
    hands.press(Qt.Key.Key_Tab)
    hands.type("Olesen")
    hands.press(Qt.Key.Key_Tab)
    hands.type("721257-1840")
    hands.press(ENTER, CONTROL | SHIFT)
    intake = window.intake
    assert window._stack.currentWidget() is intake
    assert intake.kind.isAncestorOf(QApplication.focusWidget())  # why comes first, as one asks
    intake.bases.group.buttons()[0].setFocus()
    hands.press(Qt.Key.Key_Space)  # SEL § 86(1): a person chooses it
    intake.package.setFocus()
    hands.type("Hofte")
    intake.who.setFocus()
    hands.type("DOS")
    hands.press(ENTER, CONTROL)
    planner = window.planner
    qtbot.waitUntil(lambda: window._stack.currentWidget() is planner, timeout=5000)
    qtbot.waitUntil(lambda: planner._book.isEnabled(), timeout=30_000)
    hands.press(ENTER, CONTROL)

    [person] = window.app.ask(search.find, "Olesen")
    one = window.app.ask(facts.one, person.course_id)
    assert (one.ledger.granted, one.ledger.booked) == (12, 12)
    assert hands.keys <= 60  # beyond the data itself

    first = min(t.starts for t in one.course.trainings)
    clock.wall = first.replace(minute=first.minute)
    window.app.tick()
    my_day = window.my_day
    window.show_place(1)
    staff = my_day._staff[0]
    my_day.show_person(staff)
    my_day.show_day(first.date())
    my_day.list.setFocus()
    my_day.list.setCurrentIndex(my_day.list.model().index(0, 0))
    hands.press(Qt.Key.Key_M)

    card = window.app.ask(days.day_by_therapist, first.date())
    assert [p.look.value for block in card.blocks for p in block.people] == ["came"]
    assert window.app.ask(facts.one, person.course_id).ledger.used == 1
    assert State.ATTENDED in {
        t.state for t in window.app.ask(facts.one, person.course_id).course.trainings
    }


def test_a_form_says_what_is_wrong_beside_its_field_and_keeps_what_was_typed(empty):
    window, hands = empty, Hands(empty)
    set_up(window, hands)
    setup = window.setup
    setup.show_part("rooms")
    setup.begin_new()
    hands.press(ENTER, CONTROL)
    assert setup.form.fields["name"].said
    hands.type("Boks B")
    setup.form.fields["capacity"].setFocus()
    hands.type("0")
    assert setup.form.fields["capacity"].said
    hands.press(ENTER, CONTROL)
    assert setup.form.texts()["name"] == "Boks B"
    assert len(window.app.ask(REGISTERS["rooms"].rows)) == 1
    setup.form.fields["capacity"].setFocus()
    hands.type("2")
    hands.press(ENTER, CONTROL)
    assert len(window.app.ask(REGISTERS["rooms"].rows)) == 2
    window.app.undo_stack.undo()
    assert len(window.app.ask(REGISTERS["rooms"].rows)) == 1


def test_what_is_half_filled_stays_when_somebody_looks_elsewhere(empty):
    window, hands = empty, Hands(empty)
    set_up(window, hands)
    window.new_citizen("kirsten")
    hands.type("Olesen")
    window.show_place(0)
    window.new_citizen()
    texts = window.citizen_form.fields.texts()
    assert (texts["given_name"], texts["family_name"]) == ("Kirsten", "Olesen")
    assert not window.close()  # it is shown what would be lost
    assert window._stack.currentWidget() is window.citizen_form
    assert window.close()


def test_the_calendar_offers_a_colleague_as_soon_as_she_is_entered(empty):
    window, hands = empty, Hands(empty)
    set_up(window, hands)
    window.show_place(0)
    words = [action.text() for action in window.calendar._bar.whose.menu().actions()]
    assert any("DOS" in word for word in words)


def test_a_list_is_narrowed_and_what_is_typed_in_a_form_stays(empty):
    window, hands = empty, Hands(empty)
    set_up(window, hands)
    setup = window.setup
    setup.show_part("rooms")
    setup.begin_new()
    hands.type("Sal 1")
    hands.press(ENTER)
    setup.words.setFocus()
    hands.type("sal")
    assert [row.title for row in setup._rows] == ["Sal 1"]
    hands.press(Qt.Key.Key_Backspace, times=3)
    assert [row.title for row in setup._rows] == ["Boks A", "Sal 1"]


def test_what_is_taken_is_said_beside_its_field_before_anybody_saves(empty, qtbot):
    window, hands = empty, Hands(empty)
    set_up(window, hands)
    setup = window.setup
    setup.show_part("rooms")
    setup.begin_new()
    hands.type("boks a")
    qtbot.waitUntil(lambda: bool(setup.form.fields["name"].said), timeout=3000)
    hands.press(ENTER)
    assert len(window.app.ask(REGISTERS["rooms"].rows)) == 1
    assert not window.notices.card  # nothing jumps up: it stands beside the field
    window.new_citizen("kirsten")
    fields = window.citizen_form.fields.fields
    fields["number"].editor.setText("721257-1840")
    window.citizen_form.save(course=False)
    window.new_citizen("kirsten")
    fields["number"].editor.setText("721257-1840")
    window.citizen_form.save(course=False)
    assert fields["number"].said


def test_a_page_that_has_nothing_says_what_to_do_first(empty, qtbot):
    window, hands = empty, Hands(empty)
    for number in (0, 1, 3, 4, 5):
        window.show_place(number)
        assert window._stack.currentWidget() is window.nobody_yet
        assert QApplication.focusWidget() is window.nobody_yet.go
    hands.press(ENTER)
    assert window._stack.currentWidget() is window.setup
    set_up(window, hands)
    window.show_place(0)
    assert window._stack.currentWidget() is window.calendar
