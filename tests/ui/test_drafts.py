"""What is half typed outlives the window: it is kept in the store, comes back, and goes when it is saved or given up."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Form
from trainer_desktop.services.citizens import search, standing
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.services.store import drafts
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.places import SETUP


def settle(context):
    context._background.wait()


@pytest.fixture
def second(qtbot, context, demo):
    """Another window on the same store, as after a crash."""
    made = []

    def open_again():
        other = AppContext(demo, Settings())
        window = MainWindow(other, demo=True)
        qtbot.addWidget(window)
        made.append(other)
        return window

    yield open_again
    for other in made:
        other._background.wait()


def type_name(form, given, family):
    for name, text in (("given_name", given), ("family_name", family)):
        form.fields.fields[name].editor.setText(text)
        form.fields.fields[name].editor.textEdited.emit(text)


def test_a_new_citizen_half_typed_comes_back_after_a_crash(window, context, second):
    window.new_citizen()
    form = window.citizen_form
    type_name(form, "Ærø", "Østergård-Þórsdóttir")
    form._keeper.look()
    settle(context)

    again = second()
    again.new_citizen()

    fields = again.citizen_form.fields.fields
    assert fields["given_name"].text() == "Ærø"
    assert fields["family_name"].text() == "Østergård-Þórsdóttir"
    assert "kladde" in again.citizen_form._bar.note.text()
    assert again.half_filled()


def test_what_is_saved_or_given_up_leaves_no_draft(window, context):
    window.new_citizen()
    form = window.citizen_form
    type_name(form, "Runa", "Lind")
    form._keeper.look()
    settle(context)
    assert context.ask(drafts.kept, "citizen", "new").texts["given_name"] == "Runa"
    form.save(course=False)
    settle(context)
    assert context.ask(drafts.kept, "citizen", "new") is None

    window.new_citizen()
    type_name(form, "Aldrig", "Gemt")
    form._keeper.look()
    settle(context)
    form.give_up()
    settle(context)
    assert context.ask(drafts.kept, "citizen", "new") is None
    assert not window.half_filled()


def test_a_draft_holds_only_what_was_typed(window, context):
    found = context.ask(search.find, "jeppesen")[0]
    window.change_citizen(found.id)
    form = window.citizen_form
    form.fields.fields["town"].editor.setText("Ukendtby")
    form._keeper.look()
    settle(context)

    assert context.ask(drafts.kept, "citizen", str(found.id)).texts == {"town": "Ukendtby"}


def test_a_course_half_typed_comes_back(window, context, second):
    citizen = context.ask(search.find, "jeppesen")[0].id
    window.new_course(citizen)
    intake = window.intake
    intake.bases.choose(1)
    intake.trainings.setValue(17)
    intake._keeper.look()
    settle(context)

    again = second()
    again.new_course(citizen)

    assert again.intake.trainings.value() == 17
    assert again.intake.bases.active == 1


def test_a_row_of_a_register_half_typed_comes_back(window, context, second):
    window.show_place(SETUP)
    window.setup.show_part("rooms")
    window.setup.begin_new()
    window.setup.form.fields["name"].editor.setText("Sal med udsigt")
    window.setup.form._keeper.look()
    settle(context)

    again = second()
    again.show_place(SETUP)
    again.setup.show_part("rooms")
    again.setup.begin_new()

    assert again.setup.form.fields["name"].text() == "Sal med udsigt"


def test_whoever_else_works_here_sees_no_draft_of_mine(demo):
    with demo.work("draft", actor="OSM") as work:
        drafts.keep(work, "note", {"text": "half"}, "1")
    with demo.work("draft", actor="STS") as work:
        assert drafts.kept(work, "note", "1") is None
    with demo.work("draft", actor="OSM") as work:
        assert drafts.kept(work, "note", "1").texts == {"text": "half"}
        drafts.keep(work, "note", {}, "1")
        assert drafts.kept(work, "note", "1") is None


def test_another_part_and_back_finds_what_was_begun(window, context):
    window.show_place(SETUP)
    setup = window.setup
    setup.show_part("rooms")
    setup.begin_new()
    setup.form.fields["name"].editor.setText("Boks Æ")
    setup.form._keeper.look()
    settle(context)
    setup.show_part("staff")
    setup.show_part("rooms")

    assert setup.form.card is None
    assert setup.form.fields["name"].text() == "Boks Æ"


def test_another_look_keeps_the_place_and_what_is_typed(window, context, second):
    window.show_place(SETUP)
    window.setup.show_part("staff")
    window.setup.begin_new()
    window.setup.form.fields["name"].editor.setText("Dorthe Sørensen")
    window.keep_drafts()
    settle(context)

    again = second()
    again.go_to(window.whereabouts())

    assert again.setup.part == "staff"
    assert again.setup.form.fields["name"].text() == "Dorthe Sørensen"


def test_the_wheel_changes_no_choice_and_no_number(qtbot, dressed):
    from trainer_desktop.ui.parts.fields import Choice, NumberField

    for field in (Choice(), NumberField(0, 9, 5)):
        qtbot.addWidget(field)
        if isinstance(field, Choice):
            field.addItems(["a", "b", "c"])
            field.setCurrentIndex(1)
        field.show()
        event = QWheelEvent(
            *(QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120)),
            *(Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier),
            *(Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(field, event)
        assert not event.isAccepted()
        assert (field.currentIndex() == 1) if isinstance(field, Choice) else (field.value() == 5)


def test_hours_that_were_saved_and_undone_are_not_shown_any_more(window, context):
    window.show_place(SETUP)
    setup = window.setup
    setup.show_part("staff")
    before = [text.text() for text in setup.hours.findChildren(Text)]
    setup.hours._take("ma-ti 9-12")
    setup.hours.week._touched = True
    setup.hours.use()
    context.undo_stack.undo()
    QApplication.processEvents()

    assert [text.text() for text in setup.hours.findChildren(Text)] == before


def test_what_cannot_be_undone_now_lets_no_older_act_go_in_its_place(qtbot, window, context):
    with context._store.read() as work:
        citizen = search.find(work, "olsen")[0].id
    context.do("older", standing.protect, citizen, on=True)
    day = context.now().date() + timedelta(days=400)
    context.do("closed", REGISTERS["closing"].add, {"day": str(day), "name": "Personaledag"})
    [closing] = [
        row for row in context.ask(REGISTERS["closing"].rows) if "Personaledag" in row.title
    ]
    context.do("open again", REGISTERS["closing"].end, closing.id, None)
    with context._store.work("booked by another") as work:
        there = work.scalars(select(TrainingSession).limit(1)).one()
        starts = datetime.combine(day, time(10))
        session = TrainingSession(
            centre_id=there.centre_id,
            therapist_id=there.therapist_id,
            starts=starts,
            ends=starts + timedelta(minutes=45),
            form=Form.INDIVIDUAL,
        )
        work.add(session)
        work.flush()
        course = work.scalars(select(Course.id).where(Course.ended.is_(None)).limit(1)).one()
        work.add(Participant(session_id=session.id, course_id=course))
    told = []
    context.refused.connect(told.append)
    context.undo_stack.undo()
    qtbot.waitUntil(lambda: context.undo_stack.undoText() == "open again")
    context.undo_stack.undo()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert context.ask(standing.card, citizen).protected
