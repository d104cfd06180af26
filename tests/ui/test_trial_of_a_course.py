"""What a day at the front desk found in the life of a course: dialogs that lie, keys that do too much."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.services.calls import evidence
from trainer_desktop.services.citizens import page
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.services.record import measuring
from trainer_desktop.services.record.closing import WHY
from trainer_desktop.ui.places import TASKS
from trainer_desktop.ui.record.closing_dialog import ClosingDialog
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.record.result_dialog import ResultDialog

ENTER = Qt.Key.Key_Return


@pytest.fixture
def card(context):
    return context.ask(page.page, context.ask(measuring.someone_measured))


@pytest.fixture
def course(card):
    return next(one for one in card.courses if not one.ended)


@pytest.fixture
def whole(qtbot, window):
    """The page of a re-evaluation that has absences, and the tasks it was opened from."""
    window.show_place(TASKS)
    qtbot.waitUntil(lambda: window.tasks.table.cells().rowCount() > 0)
    lines = [line.thing for line in window.tasks.table.cells().lines]
    every = [t for t in lines if isinstance(t, TaskCard) and t.reevaluation]
    window.open_reevaluation(every, next(t for t in every if t.reevaluation.evidence))
    return window.reevaluation


def answer(whole):
    box = whole.panel.box
    at = next(n for n, one in enumerate(Outcome) if not box.group.button(n).isHidden())
    box.group.button(at).setChecked(True)
    box.letter.setChecked(False)
    box.reason.setText("Aftalt")
    box.decide()
    QApplication.processEvents()


def test_what_stays_booked_offers_no_release(whole):
    box = whole.panel.box
    box._ahead = 3
    for number, outcome in enumerate(Outcome):
        box.group.button(number).setChecked(True)
        assert box.release.isHidden() is (outcome is Outcome.CONTINUE)


def test_an_answer_that_is_undone_is_shown_again(window, context, whole):
    first, count = whole.shown, len(whole._keys)
    answer(whole)
    assert first not in whole._keys
    context.undo_stack.undo()
    QApplication.processEvents()
    assert whole.shown == first
    assert len(whole._keys) == count


def test_back_in_the_list_one_stands_where_one_was(window, whole):
    whole._step(1)
    course, opened_by = whole.shown
    whole.closed.emit()
    QApplication.processEvents()
    task = window.tasks.panel.task
    assert (task.course_id, task.reevaluation.opened_by) == (course, opened_by)


def test_the_same_key_twice_in_a_minute_is_one_attempt(context, whole):
    course, citizen = whole._sheet.card.course_id, whole.panel.task.citizen_id

    def attempts():
        return len(context.ask(evidence.contacts, course, citizen))

    before = attempts()
    for _ in range(3):
        whole.contact.buttons[1].click()
        QApplication.processEvents()
    assert attempts() == before + 1
    assert "allerede" in whole.contact._said.text()
    whole.contact.note.setText("datteren siger, at han er på ferie")
    whole.contact.buttons[1].click()
    assert attempts() == before + 2
    table = whole.contact._lines.itemAt(0).widget()
    assert table.cells().lines[0].cells[1].text == ""  # nobody answered: nobody is named


def test_enter_in_a_letter_never_shuts_it(window, course):
    dialog = LetterDialog(window.app, course.id, "hearing", window)
    dialog.show()
    QApplication.processEvents()
    assert course.number in " ".join(
        child.text() for child in dialog.findChildren(type(dialog._draft))
    )
    dialog.intended.setFocus()
    QTest.keyClicks(dialog.intended, "afslutte din træning")
    QTest.keyClick(dialog.intended, ENTER)
    assert dialog.isVisible()
    assert dialog._wrong.text()
    dialog.close()


def test_a_corrected_result_is_not_taken_away_by_the_next_tab(window, context, course):
    series = context.ask(measuring.series, course.id)[0]
    dialog = ResultDialog(context, series, series.results[-1], window)
    dialog.show()
    QApplication.processEvents()
    assert dialog.why.nextInFocusChain() is dialog.save
    dialog.value.setText("7")
    dialog.why.setText("tastet forkert")
    dialog.gone.click()
    assert dialog.isVisible()  # a new value stands there: asked about once
    assert series.results[-1].id in [
        r.id for one in context.ask(measuring.series, course.id) for r in one.results
    ]
    dialog.close()


def test_the_closing_dialog_keeps_its_buttons_on_the_screen(window, course, card):
    dialog = ClosingDialog(window.app, course, card.name, window)
    dialog.show()
    dialog.why.setCurrentIndex(WHY.index("no_need_professional"))
    dialog.wish.against.choose(1)
    for _ in range(3):
        QApplication.processEvents()
    room = dialog.screen().availableGeometry().height()
    assert dialog.height() <= room
    for button in (dialog.save, dialog.cancel):
        below = button.mapTo(dialog, button.rect().bottomLeft()).y()
        assert below < dialog.height()
    assert dialog.minimumSizeHint().height() <= 800  # of a laptop's 900
    dialog.close()
