"""Tests, notes, letters, decisions and the board, by hand: the keyboard, what is asked, and what is kept."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog

from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.services.calls import evidence
from trainer_desktop.services.citizens import page, search
from trainer_desktop.services.courses import deadline_board
from trainer_desktop.services.courses.deadline_board import When
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.services.papers import letter_texts, reevaluations, writing
from trainer_desktop.services.record import closing, decisions, measuring, notes, points, rides
from trainer_desktop.services.record.closing import WHY
from trainer_desktop.services.record.measuring import Measured
from trainer_desktop.services.store import drafts
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.places import MY_DAY, SETUP, TASKS
from trainer_desktop.ui.record.closing_dialog import ClosingDialog
from trainer_desktop.ui.record.decision_dialog import DecisionDialog
from trainer_desktop.ui.record.fare_dialog import FareDialog
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.record.record_dialog import RecordDialog
from trainer_desktop.ui.record.result_dialog import ResultDialog
from trainer_desktop.ui.setup.setup_page import PARTS

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
    dialog.wish.against.choose(1)
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
    context.do("heard", set_event, course.id, "heard_from", context.now().date())

    again = DecisionDialog(context, course, card.name, window)
    again.open()
    again.kinds.choose(5)
    again.wish.against.choose(1)
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
    dialog.why.setCurrentIndex(WHY.index("no_need_professional"))
    dialog.save.click()
    assert dialog.isVisible()  # nobody has said whether the citizen agrees
    dialog.wish.against.choose(1)
    assert not dialog.save.isEnabled()  # the hearing comes first
    assert not dialog.wish.write.isHidden()
    dialog.why.setCurrentIndex(WHY.index("no_need_citizen"))
    assert dialog.wish.isHidden()
    dialog.reason.setText("Målet er nået")
    dialog.letter.setChecked(False)
    dialog.save.click()
    assert not dialog.isVisible()
    [decision] = context.ask(decisions.decisions, course.id)
    assert (decision.why, decision.facts) == ("no_need_citizen", ("Borgeren er enig",))
    assert (decision.kind, decision.reason) == ("end", "Målet er nået")
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


def test_a_new_course_begins_with_nothing_of_the_one_before(window, context, card):
    window.new_course(card.id)
    intake = window.intake
    intake.kind.choose(1)
    intake.bases.choose(2)
    intake.diagnosis.setText("Noget, der kun er den førstes")
    intake.trainings.setValue(9)
    intake._keeper.look()
    context._background.wait()
    other = next(one for one in context.ask(search.find, "jensen", 20) if one.id != card.id)
    window.new_course(other.id)

    assert intake.diagnosis.text() == ""
    assert (intake.bases.active, intake.kind.active, intake.trainings.value()) == (-1, 0, 0)
    assert intake.days["grant"].chosen() is None  # nobody has decided anything

    window.new_course(card.id)
    assert intake.diagnosis.text() == "Noget, der kun er den førstes"  # her own draft


def test_a_signed_note_leaves_nothing_to_sign_again(window, context, card):
    panel = show(window, card, 3)
    panel.text.setPlainText("Halvt")
    panel._keeper.look()
    context._background.wait()
    panel.text.setPlainText("Helt")
    panel.write()
    assert panel.text.toPlainText() == ""
    panel.write()
    context._background.wait()
    assert [one.text for one in context.ask(notes.notes, card.id)][:1] == ["Helt"]
    assert context.ask(drafts.kept, "note", str(card.id)) is None


def test_enter_in_the_tests_of_min_dag_is_pressed_once(qtbot, window, context, card, course):
    dialog = RecordDialog(context, card.id, course.id, card.name, "tests", window)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    panel = dialog.panel
    panel.test.setCurrentIndex(panel._keys.index("tug"))
    panel.value.setFocus()
    before = context.ask(measuring.series, course.id)
    QTest.keyClicks(panel.value, "500")
    QTest.keyClick(panel.value, ENTER)
    assert panel._said.isVisible()
    assert context.ask(measuring.series, course.id) == before


def test_nothing_becomes_a_window_before_it_has_its_place(qtbot, window, context, card):
    before = set(QApplication.topLevelWidgets())
    for part in range(5):
        window.app.open_citizen.emit(card.id)
        window.citizens._page._tabs.setCurrentIndex(part)
        QApplication.processEvents()
    window.show_place(SETUP)
    for part in PARTS:
        window.setup.show_part(part)
        QApplication.processEvents()
    shown = [one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible()]
    assert shown == []


def test_a_letter_made_by_mistake_is_taken_away_until_it_is_sent(window, context, card, course):
    panel = show(window, card, 4)
    made = context.make("letter", writing.make, panel._course, "own_plan")
    panel.refresh()
    [one] = [x for x in context.ask(writing.letters, panel._course) if x.id == made[0]]
    panel._take_away(one)
    assert not [x for x in context.ask(writing.letters, panel._course) if x.id == made[0]]
    context.undo_stack.undo()
    context.do("sent", writing.mark_sent, made[0], "handed_over")
    told = []
    context.refused.connect(told.append)
    panel._take_away(one)
    assert told[0].reason.name == "ALREADY_SENT"


def test_a_result_is_corrected_or_taken_away_with_a_reason(window, context, card, course):
    context.do("measured", measuring.add, course.id, Measured("rss30", "9"))
    context.do("measured", measuring.add, course.id, Measured("rss30", "31"), sure=True)
    [series] = [s for s in context.ask(measuring.series, course.id) if s.test.key == "rss30"]
    dialog = ResultDialog(context, series, series.results[-1], window)
    dialog.open()
    dialog.value.setText("13")
    dialog.save.click()
    assert dialog.isVisible()  # no reason is given
    dialog.why.setText("Tastefejl")
    dialog.save.click()
    assert not dialog.isVisible()
    [series] = [s for s in context.ask(measuring.series, course.id) if s.test.key == "rss30"]
    assert [int(r.value) for r in series.results][-2:] == [9, 13]
    before = len(series.results)
    gone = ResultDialog(context, series, series.results[-1], window)
    gone.open()
    gone.why.setText("En anden borgers")
    gone.gone.click()
    [series] = [s for s in context.ask(measuring.series, course.id) if s.test.key == "rss30"]
    assert len(series.results) == before - 1
    context.undo_stack.undo()
    [series] = [s for s in context.ask(measuring.series, course.id) if s.test.key == "rss30"]
    assert len(series.results) == before


def test_fares_are_noted_one_after_the_other_and_a_wrong_one_is_taken_away(
    window, context, card, course, monkeypatch
):
    dialog = FareDialog(context, course, card.name, window)
    dialog.open()
    for text in ("", "meget", "-4", "1e9"):
        dialog.amount.setText(text)
        dialog.save.click()
        assert context.ask(rides.fares, course.id) == []
    today = context.now().date()
    for days, text in ((3, "48,50"), (2, "48.50"), (2, "50")):
        dialog.day.show_day(today - timedelta(days=days))
        dialog.amount.setText(text)
        dialog.save.click()
        assert dialog.isVisible()
    found = context.ask(rides.fares, course.id)
    assert [str(one.amount) for one in found] == ["48.5", "48.5"]  # one a day
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("Tastefejl", True))
    [first, *_] = [b for b in dialog.findChildren(Button) if b.text().startswith("Tag væk")]
    first.click()
    assert len(context.ask(rides.fares, course.id)) == 1


def test_tests_that_are_due_stand_in_min_dag(window, context, card, course):
    context.do("points", points.set_point, "end", ("rss30", "tug"))
    context.do("points", points.set_point, "start", ("rss30",))
    window.show_place(MY_DAY)
    page = window.my_day
    page.refresh()
    rows = [r for r in page._items._rows if r.card]
    started = [
        r for r in rows if context.ask(points.due, r.card.course_id) and "reeval" not in r.pill_icon
    ]
    assert started
    assert all(r.pill for r in started)
    assert not [
        r
        for r in rows
        if r.pill and not context.ask(points.due, r.card.course_id) and r.pill_icon == "target"
    ]


def test_a_re_evaluation_is_answered_on_its_own_page_and_the_next_one_comes(qtbot, window, context):
    window.show_place(TASKS)
    qtbot.waitUntil(lambda: window.tasks.table.cells().rowCount() > 0)
    lines = [line.thing for line in window.tasks.table.cells().lines]
    every = [t for t in lines if isinstance(t, TaskCard) and t.reevaluation]
    chosen = next(t for t in every if t.reevaluation.evidence)
    window.open_reevaluation(every, chosen)
    page = window.reevaluation
    assert page._sheet.absences
    assert page._sheet.citizen == chosen.citizen

    page.contact.whom.setText("Datter, Mette")
    page.contact.note.setText("indlagt")
    page.contact.buttons[0].click()
    [contact] = [c for c in page._sheet.contacts if c.whom]
    assert (contact.whom, contact.how, contact.outcome) == (
        "Datter, Mette",
        "phone",
        CallOutcome.REACHED,
    )
    assert page.contact.note.text() == ""
    paper = PdfReader(io.BytesIO(context.ask(reevaluations.evidence_sheet, *page._keys[page._at])))
    said = "".join(sheet.extract_text() for sheet in paper.pages)
    assert "Datter, Mette: indlagt" in " ".join(said.split())
    assert chosen.citizen in said

    before = len(page._keys)
    box = page.panel.box
    box.group.buttons()[0].setChecked(True)
    box.reason.setText("Indlagt")
    box.button.click()
    assert len(page._keys) == before - 1
    assert (chosen.course_id, chosen.reevaluation.opened_by) not in page._keys
    assert context.ask(evidence.sheet, chosen.course_id, chosen.reevaluation.opened_by) is None
