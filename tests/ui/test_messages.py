"""The end status in the window, by a clumsy hand: too long, empty, twice, a file that is none, a folder that is gone."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import select

from tests.journeys.test_end_status import begin, click, course, files_of, outbox, write
from tests.services.test_messages import receipt
from trainer_desktop.medcom.values import Ids
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.services.messages import consents, overview, signing
from trainer_desktop.services.messages.contents import LIMITS
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.places import CALENDAR

__all__ = ["course", "outbox"]
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENT = 30_000


@pytest.fixture
def status(window, context, course):
    page = begin(window, context, course)
    click(page.consent.form.group.buttons()[0])
    click(page.consent.yes)
    return page


def test_a_part_that_is_too_long_is_told_as_one_types_and_is_not_signed(status, context, course):
    field = status.fields["conclusion"]
    field.setPlainText("x" * (LIMITS["conclusion"] + 1))
    assert status._wrong.text()
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert not context.ask(signing.statuses, course[0])
    field.setPlainText("x" * LIMITS["conclusion"])
    status.sign_it()
    assert context.ask(signing.statuses, course[0])


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_without_a_conclusion_nothing_is_signed(status, context, course, text):
    status.fields["conclusion"].setPlainText(text)
    QTest.keyClick(status.fields["conclusion"], Qt.Key.Key_Return, CONTROL)
    assert not context.ask(signing.statuses, course[0])
    assert "mangler" in status._wrong.text()
    assert status.fields["conclusion"].hasFocus()


def test_what_is_signed_is_not_undone_by_taking_its_consent_away(status, context, course):
    write(status)
    status.sign_it()
    context.undo_stack.undo()
    assert context.ask(consents.consent, course[0]).standing is Standing.HOLDS
    window = status.window()
    assert window.notices.card is not None  # it says why not
    window.notices.card.dismiss()


def test_each_answer_is_given_in_its_own_way(status, context):
    assert status.consent.form.active < 0
    context.undo_stack.undo()
    QApplication.processEvents()
    click(status.consent.yes)
    assert status.consent._wrong.text()


def test_the_page_of_a_signed_one_is_the_one_that_was_signed(qtbot, status, context, course):
    write(status)
    status.sign_it()
    key = context.ask(signing.statuses, course[0])[0].id
    shown = []
    status.view.show_pdf = shown.append
    click(status.consent.form.group.buttons()[0])
    click(status.consent.back)
    qtbot.waitUntil(lambda: bool(shown), timeout=PATIENT)
    assert shown[-1] == context.ask(signing.copy, key)


def test_signed_twice_is_signed_once_and_a_correction_names_it(status, context, course):
    write(status)
    for _ in range(3):
        status.sign_it()
    [first] = context.ask(signing.statuses, course[0])
    assert status.fields["conclusion"].isReadOnly()
    status._correct()
    status.fields["conclusion"].setPlainText("Målet er nået. Egen læge følger blodtrykket.")
    status.sign_it()
    newest, _first = context.ask(signing.statuses, course[0])
    assert newest.corrects == first.id


def test_how_it_will_look_is_drawn_beside_it(qtbot, status):
    write(status)
    qtbot.waitUntil(lambda: status.view.count >= 1, timeout=PATIENT)
    assert "A4" in status._pages.text()


def test_what_is_typed_is_there_when_one_comes_back(qtbot, window, status, context, course):
    write(status)
    status.closed.emit()
    window.show_place(CALENDAR)
    qtbot.waitUntil(lambda: not status._keeper._writing, timeout=PATIENT)
    again = begin(window, context, course)
    assert "Målet er nået" in again.fields["conclusion"].toPlainText()


@pytest.mark.parametrize("words", ["findes ikke", ""])
def test_a_clinic_that_is_none_leaves_the_one_that_was(status, context, course, words):
    def clinic(work):
        return work.get_one(Citizen, course[1]).gp_clinic_id

    before = context.ask(clinic)
    status.clinic.setText(words)
    status.clinic.editingFinished.emit()
    assert context.ask(clinic) == before
    assert status._clinic_note.text()


def test_a_clinic_is_chosen_by_part_of_its_number(status, context, course):
    def others(work):
        now = work.get_one(Citizen, course[1]).gp_clinic_id
        return work.scalars(select(GpClinic).where(GpClinic.id != now)).first()

    other = context.ask(others)
    status.clinic.setText(other.ydernummer)
    status.clinic.editingFinished.emit()
    assert context.ask(lambda w: w.get_one(Citizen, course[1]).gp_clinic_id) == other.id
    assert not status.ready.isEnabled()  # the consent was for another clinic


def test_made_ready_twice_is_a_resend_and_nothing_is_half_written(status, outbox, context):
    write(status)
    status.sign_it()
    status.make_ready()
    assert not status.ready.hasFocus()  # a second Enter makes no second letter
    status.make_ready()
    assert len(context.ask(overview.messages)) == 1
    status.make_ready()
    names = [file.name for file in files_of(outbox)]
    assert not [name for name in names if name.endswith(".part")]
    assert len(names) == len(set(names))
    assert len(context.ask(overview.messages)) == 2


def test_an_outbox_that_is_a_file_is_told(window, status, outbox, context, monkeypatch):
    write(status)
    status.sign_it()
    place = outbox / "optaget"
    place.write_text("her er noget andet", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(place))
    status.make_ready()
    said = " ".join(child.text() for child in window.notices.card.findChildren(Text))
    assert "optaget" in said
    assert not context.ask(overview.messages)
    assert place.read_text(encoding="utf-8") == "her er noget andet"


def test_a_file_that_is_checked_says_what_is_wrong_with_it(
    qtbot, window, context, tmp_path, monkeypatch
):
    window.open_messages()
    page = window.messages
    for name, content in (("tom.json", b""), ("billede.xml", b"\x89PNG\r\n"), ("løs.xml", b"<a>")):
        file = Path(tmp_path / name)
        file.write_bytes(content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, f=file, **_k: (str(f), ""))
        page._said.setText("")
        click(page._check)
        qtbot.waitUntil(lambda: bool(page._said.text()), timeout=PATIENT)
        assert name in page._said.text()
        assert "fejl" in page._said.text()


def test_an_inbox_with_nothing_and_with_strangers_is_told(
    qtbot, window, context, tmp_path, monkeypatch
):
    folder = tmp_path / "indbakke"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(folder))
    window.open_messages()
    page = window.messages
    QTest.keyClick(page.table, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(page._said.text()), timeout=PATIENT)
    (folder / "ukendt.xml").write_bytes(b"<hej/>")
    page.look()
    qtbot.waitUntil(lambda: "ukendt.xml" in page._said.text(), timeout=PATIENT)
    assert (folder / "ukendt.xml").exists()


def test_ones_words_never_become_anothers_draft(qtbot, window, context, course):
    def other(work):
        found = select(Course).where(Course.ended.is_(None), Course.id != course[0]).limit(1)
        row = work.scalars(found).one()
        return row.id, row.citizen_id

    second = context.ask(other)
    page = begin(window, context, course)
    click(page.consent.form.group.buttons()[0])
    click(page.consent.yes)
    page.fields["conclusion"].setPlainText("HEMMELIGT OM DEN ENE")
    page.sign_it()
    begin(window, context, second)
    begin(window, context, course)  # signed: its words are shown
    window.status._keeper.look()
    again = begin(window, context, second)
    qtbot.waitUntil(lambda: not again._keeper._writing, timeout=PATIENT)
    assert "HEMMELIGT" not in begin(window, context, second).fields["conclusion"].toPlainText()


def test_a_correction_that_was_begun_is_there_again(qtbot, window, status, context, course):
    write(status)
    status.sign_it()
    status._correct()
    status.fields["conclusion"].setPlainText("Egen læge følger blodtrykket.")
    status.closed.emit()
    qtbot.waitUntil(lambda: not status._keeper._writing, timeout=PATIENT)
    again = begin(window, context, course)
    assert "Målet er nået" in again.fields["conclusion"].toPlainText()
    again._correct()
    assert again.fields["conclusion"].toPlainText() == "Egen læge følger blodtrykket."


def test_the_day_the_asker_and_the_words_of_a_consent_can_be_others(window, context, course):
    page = begin(window, context, course)
    strip = page.consent
    click(strip.more)
    strip.day.setText("i går")
    strip.taken_by.setText("Sekretær Ane")
    strip.what.setText("kun målingerne")
    click(strip.form.group.buttons()[1])
    click(strip.yes)
    found = context.ask(consents.consent, course[0])
    assert (found.day, found.taken_by) == (context.now().date() - timedelta(days=1), "Sekretær Ane")
    assert (found.what, found.form) == ("kun målingerne", "skriftligt")


def test_a_day_that_cannot_be_read_notes_no_consent(window, context, course):
    strip = begin(window, context, course).consent
    click(strip.more)
    strip.day.setText("hvornår?")
    click(strip.form.group.buttons()[0])
    click(strip.yes)
    assert context.ask(consents.consent, course[0]).standing is Standing.NOT_ASKED


def test_from_a_citizens_page_the_list_stands_on_nobody_else(qtbot, window, context, course):
    context.open_citizen.emit(course[1])
    window.open_messages()
    page = window.messages
    qtbot.waitUntil(lambda: page.table.cells().rowCount() > 0, timeout=PATIENT)
    chosen = page._thing()
    assert chosen is None or chosen.citizen_id == course[1]


def test_what_belongs_to_no_message_can_be_seen_and_put_away(
    qtbot, window, context, tmp_path, monkeypatch
):
    (tmp_path / "a.json").write_bytes(receipt(Ids.new(), "fatal-error", "Ukendt modtager"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(tmp_path))
    window.open_messages()
    page = window.messages
    page.look()
    qtbot.waitUntil(lambda: len(page._strays) == 1, timeout=PATIENT)
    click(page.parts.group.buttons()[1])
    page.table.selectRow(1)
    assert "Ukendt modtager" in " ".join(one.text() for one in page.findChildren(Text))
    [seen] = [b for b in page.findChildren(Button) if b.text() == "Set"]
    click(seen)
    qtbot.waitUntil(lambda: not page._strays, timeout=PATIENT)


@pytest.mark.parametrize("typed", ["zzz", ""])
def test_a_clinic_that_is_typed_and_is_none_signs_nothing(status, context, course, typed):
    write(status)
    status.clinic.setText(typed)
    QTest.keyClick(status.fields["conclusion"], Qt.Key.Key_Return, CONTROL)
    assert not context.ask(signing.statuses, course[0])
    assert status.clinic.hasFocus()
