"""Journey 6: the end. The last test, the consent, one page and both messages ready; without a consent nothing leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlalchemy import select

from trainer_desktop.medcom.checking import check
from trainer_desktop.models.centre import Centre
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course, StatusRecord
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.services.citizens import page
from trainer_desktop.services.messages import consents, overview, signing
from trainer_desktop.services.record import measuring
from trainer_desktop.services.record.measuring import Measured
from trainer_desktop.ui.parts.basics import Text

CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENT = 30_000


@pytest.fixture
def outbox(tmp_path, monkeypatch):
    made = tmp_path / "udbakke"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(made))
    return made


@pytest.fixture
def course(context):
    """A citizen with an open course, a clinic with its numbers, and a test at both ends."""

    def fill(work):
        centres = work.scalars(select(Centre)).all()
        for centre in centres:
            centre.gln, centre.sor = "5790001382445", "123456789012345"
            centre.municipality = "Prøve Kommune"
        citizen, found = work.execute(
            select(Citizen, Course)
            .join(Course, Course.citizen_id == Citizen.id)
            .where(Course.ended.is_(None))
            .limit(1)
        ).one()
        clinic = work.scalars(select(GpClinic).limit(1)).one()
        clinic.gln, clinic.sor, clinic.takes_fhir = "5790000121526", "543210987654321", True
        citizen.gp_clinic_id, citizen.number = clinic.id, "2512489996"
        measuring.add(work, found.id, Measured("rss30", "6"))
        measuring.add(work, found.id, Measured("rss30", "11"))
        return found.id, citizen.id

    with context._store.work("fill") as work:
        made = fill(work)
    context.look_for_news()
    return made


def begin(window, context, course):
    """Open the status as a person does: from the citizen's page."""
    key, citizen = course
    context.open_citizen.emit(citizen)
    QApplication.processEvents()
    card = next(c for c in context.ask(page.page, citizen).courses if c.id == key)
    window.citizens._page._status(context.ask(page.page, citizen), card)
    QApplication.processEvents()
    assert window._stack.currentWidget() is window.status
    return window.status


def write(status):
    status.fields["conclusion"].setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Målet er nået. Ingen opfølgning hos lægen.")


def files_of(folder):
    return sorted(file for file in folder.rglob("*") if file.is_file())


def told(status):
    return " ".join(one.text() for one in status._history.findChildren(Text))


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def tab_to(widget, within=60):
    """Walk with Tab until a widget has the keyboard."""
    for _ in range(within):
        if widget.hasFocus():
            return
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {widget}")


@pytest.mark.parametrize("hand", ["keyboard", "mouse"])
def test_with_consent_the_page_and_both_messages_lie_ready(
    qtbot, window, context, course, outbox, hand
):
    status = begin(window, context, course)
    strip = status.consent
    if hand == "mouse":
        click(strip.form.group.buttons()[0])
        click(strip.yes)
        write(status)
        click(status.sign)
        click(status.ready)
    else:
        tab_to(strip.form.group.buttons()[0])
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        tab_to(strip.yes)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        tab_to(status.fields["conclusion"])
        write(status)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
        QApplication.processEvents()
        tab_to(status.ready)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QApplication.processEvents()

    assert context.ask(consents.consent, course[0]).standing is Standing.HOLDS
    assert len(context.ask(signing.statuses, course[0])) == 1
    files = files_of(outbox)
    assert sorted(file.suffix for file in files) == [".json", ".pdf", ".xml", ".xml"]
    for file in files:
        if file.suffix != ".pdf":
            assert not check(file.read_bytes()).findings, file.name
    assert "Klar til afsendelse" in told(status)
    window.open_messages()
    messages = window.messages
    messages.parts.choose(1)
    qtbot.waitUntil(lambda: bool(messages._messages), timeout=PATIENT)
    [shown] = messages._messages
    assert shown.course_id == course[0]


@pytest.mark.parametrize("answer", ["nobody asked", "refused"])
def test_without_consent_nothing_leaves_and_the_try_is_recorded(
    window, context, course, outbox, answer
):
    status = begin(window, context, course)
    if answer == "refused":
        click(status.consent.form.group.buttons()[0])
        click(status.consent.no)
    write(status)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    QApplication.processEvents()

    assert not context.ask(signing.statuses, course[0])
    assert status._wrong.text()
    assert not files_of(outbox)
    tried = context.ask(
        lambda work: work.scalars(
            select(StatusRecord).where(StatusRecord.course_id == course[0])
        ).all()
    )
    assert [one.made for one in tried] == [False]
    # what was typed is still there, and the next one who opens it finds it
    assert "Målet er nået" in status.fields["conclusion"].toPlainText()


def test_withdrawn_after_it_was_signed_nothing_leaves(window, context, course, outbox):
    status = begin(window, context, course)
    click(status.consent.form.group.buttons()[1])
    click(status.consent.yes)
    write(status)
    click(status.sign)
    assert status.ready.isEnabled()

    click(status.consent.back)  # how, is asked anew
    assert status.consent._wrong.text()
    click(status.consent.form.group.buttons()[0])
    click(status.consent.back)

    assert context.ask(consents.consent, course[0]).standing is Standing.WITHDRAWN
    assert not status.ready.isEnabled()
    status.make_ready()  # another desk's window that still shows the button
    assert "samtykke" in status._wrong.text()
    assert not files_of(outbox)
    assert not context.ask(overview.messages)


def test_a_folder_that_is_gone_is_told_and_asked_for_anew(window, context, course, outbox):
    status = begin(window, context, course)
    click(status.consent.form.group.buttons()[0])
    click(status.consent.yes)
    write(status)
    click(status.sign)
    context.settings.outbox = str(outbox / "væk")
    click(status.ready)  # asks, and gets the one that is there
    assert len(files_of(outbox)) == 4
    assert context.settings.outbox == str(outbox)
