"""Tests, notes, letters, decisions and the board, by hand: the keyboard, what is asked, and what is kept."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from trainer_desktop.services.citizens import page
from trainer_desktop.services.courses import deadline_board
from trainer_desktop.services.courses.deadline_board import When
from trainer_desktop.services.papers import letter_texts, writing
from trainer_desktop.services.record import closing, decisions, measuring, notes
from trainer_desktop.ui.places import SETUP
from trainer_desktop.ui.record.closing_dialog import ClosingDialog
from trainer_desktop.ui.record.decision_dialog import DecisionDialog
from trainer_desktop.ui.record.letter_dialog import LetterDialog

ENTER = Qt.Key.Key_Return


@pytest.fixture
def card(context):
    return context.ask(page.page, context.ask(measuring.someone_measured))


@pytest.fixture
def course(card):
    return next(one for one in card.courses if not one.ended)


def show(window, card, part):
    window.app.open_citizen.emit(card.id)
    shown = window.citizens._page
    shown._tabs.setCurrentIndex(part)
    QApplication.processEvents()
    return shown.record.panel


def test_a_test_is_noted_by_keys_and_an_unusual_one_is_asked_about_once(
    window, context, card, course
):
    panel = show(window, card, 2)
    panel.test.setCurrentIndex(panel._keys.index("6mwt"))
    panel.value.setFocus()
    QTest.keyClicks(panel.value, "3200")
    QTest.keyClick(panel.value, ENTER)
    assert panel._said.isVisible()
    before = len(context.ask(measuring.series, panel.course))
    QTest.keyClicks(
        panel.value, "320"
    )  # it was a slip: all of it is chosen, so that typing replaces it
    QTest.keyClick(panel.value, ENTER)
    found = {one.test.key: one for one in context.ask(measuring.series, panel.course)}
    assert found["6mwt"].results[-1].value == 320
    assert len(found) >= before
    assert panel.value.text() == ""

    QTest.keyClicks(panel.value, "3200")
    QTest.keyClick(panel.value, ENTER)
    QTest.keyClick(panel.value, ENTER)  # meant so
    found = {one.test.key: one for one in context.ask(measuring.series, panel.course)}
    assert found["6mwt"].results[-1].value == 3200


@pytest.mark.parametrize("text", ["", "snart", "12; 13; 14; 15", "9" * 40, "1e5", "−", "½"])
def test_what_is_no_result_is_told_and_stays(window, context, card, text):
    panel = show(window, card, 2)
    panel.test.setCurrentIndex(panel._keys.index("tug"))
    panel.value.setText(text)
    before = context.ask(measuring.series, panel.course)
    panel.add()
    assert panel._said.isVisible()
    assert panel.value.text() == text
    assert context.ask(measuring.series, panel.course) == before


def test_a_note_is_signed_corrected_by_a_new_one_and_found(window, context, card):
    panel = show(window, card, 3)
    panel.text.setPlainText("Øm i venstre knæ\nefter turen")
    panel.write()
    [first, *_] = context.ask(notes.notes, card.id)
    panel._correct(first)
    panel.text.setPlainText("Det var højre knæ")
    panel.write()

    found = context.ask(notes.notes, card.id)
    assert (found[0].corrects, found[0].quote) == (first.id, "Øm i venstre knæ\nefter turen")
    assert found[1].corrected_at
    panel.words.setText("højre KNÆ")
    assert [one.text for one in context.ask(notes.notes, card.id, "højre KNÆ")] == [
        "Det var højre knæ"
    ]
    assert panel.text.toPlainText() == ""


def test_a_note_that_is_being_written_stays_when_something_else_changes(window, context, card):
    panel = show(window, card, 3)
    panel.text.setPlainText("Halvt skre")
    context.do("note", notes.write, card.id, "En anden skrev")
    QApplication.processEvents()
    assert window.citizens._page.record.panel is panel
    assert panel.text.toPlainText() == "Halvt skre"


def test_an_end_against_the_wish_waits_for_the_hearing_that_is_sent(
    qtbot, window, context, card, course
):
    dialog = DecisionDialog(context, course, card.name, window)
    dialog.open()
    dialog.kinds.choose(5)
    dialog.against.choose(1)
    dialog.reasons.setPlainText("Ingen fremgang")
    assert not dialog.save.isEnabled()
    dialog.reject()

    letter = LetterDialog(context, course.id, "hearing", window)
    letter.open()
    letter.write()
    assert letter.isVisible()  # what is intended is missing
    letter.intended.setText("afslutte din træning")
    letter.answer_by.take_day(context.now().date() + timedelta(days=14))
    letter.reasons.setPlainText("Ingen fremgang")
    letter.write()
    [made] = context.ask(writing.letters, course.id)
    context.do("sent", writing.mark_sent, made.id, "digital")

    again = DecisionDialog(context, course, card.name, window)
    again.open()
    again.kinds.choose(5)
    again.against.choose(1)
    again.letter.setChecked(False)
    again.reasons.setPlainText("Ingen fremgang")
    assert again.save.isEnabled()
    again.save.click()
    assert not again.isVisible()
    assert context.ask(decisions.decisions, course.id)[0].kind == "end"


def test_closing_wants_to_know_why_and_can_be_undone(window, context, card, course):
    dialog = ClosingDialog(context, course, card.name, window)
    dialog.open()
    dialog.save.click()
    assert dialog.isVisible()
    dialog.why.setCurrentIndex(1)
    dialog.reason.setText("Målet er nået")
    dialog.save.click()
    assert not dialog.isVisible()
    ended = context.ask(page.page, card.id)
    assert next(c for c in ended.courses if c.id == course.id).ended
    context.undo_stack.undo()
    back = context.ask(page.page, card.id)
    assert not next(c for c in back.courses if c.id == course.id).ended
    assert context.ask(closing.checklist, course.id)


def test_a_field_that_does_not_exist_is_told_at_once_and_cannot_be_used(window, context):
    window.show_place(SETUP)
    window.setup.show_part("letters")
    panel = window.setup._letters
    panel.text.setPlainText("# Hej {fornvan}")
    panel._check()
    assert "fornavn" in panel._said.text()
    assert not panel.save.isEnabled()
    panel.text.setPlainText("# Hej {fornavn}")
    panel._check()
    panel.save.click()
    assert context.ask(letter_texts.text, "grant", "da") == "# Hej {fornavn}"
    panel._ours.click()
    assert "Du er bevilget" in context.ask(letter_texts.text, "grant", "da")


def test_the_board_tells_why_a_deadline_was_missed(qtbot, window, context):
    window.open_deadlines()
    board = window.deadlines
    qtbot.waitUntil(lambda: bool(board._board.lines), timeout=20_000)
    late = [line for line in board._board.lines if line.when in (When.OVER, When.MISSED)]
    assert late
    board.parts.choose(list(When).index(late[0].when))
    QApplication.processEvents()
    line = board._line()
    board.cause.setCurrentIndex(deadline_board.CODES.index("no_time"))
    board.save_why()
    found = context.ask(deadline_board.board)
    same = [
        x for x in found.lines if (x.course_id, x.deadline.id) == (line.course_id, line.deadline.id)
    ]
    assert same[0].cause == "no_time"
