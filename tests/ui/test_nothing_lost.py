"""What nobody said is not preset, what somebody began stays, and each key goes where the eye expects it."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from sqlalchemy import select

from trainer_desktop import app as program
from trainer_desktop.models.course import Course
from trainer_desktop.rules.course import Form
from trainer_desktop.services.booking.free_times import FreeCard
from trainer_desktop.services.calendar import days
from trainer_desktop.services.citizens import finding, page
from trainer_desktop.settings import Settings
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.palette_ways import PaletteWays
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.places import TASKS, TEAMS

PATIENT = 30_000


@pytest.fixture
def panel(window):
    return window.calendar.booking_panel


@pytest.fixture
def course(context):
    """A running course with trainings left, so that one could be booked or the rest of it planned."""
    with context._store.read() as work:
        query = select(Course).where(Course.ended.is_(None), Course.responsible_id.is_not(None))
        for row in work.scalars(query):
            choice = page.course_choice(work, row.id)
            if choice and (choice.free or 0) >= 4:
                return row
    raise AssertionError("the demo has none")


def taken_place(window):
    """Where a single training of a therapist stands that is still to come."""
    view = window.calendar.view
    return next(
        b
        for b in view.blocks()
        if b.therapist_id and not b.capacity and b.starts > window.calendar.app.now()
    )


def test_no_room_is_closed_and_no_colleague_covers_before_somebody_says_so(qtbot, window):
    window.open_absence()
    absence = window.absence
    absence._causes.choose(1)
    QApplication.processEvents()

    assert absence._room.currentIndex() < 0
    assert absence._room.currentText() == ""
    assert not absence._go.isEnabled()

    window.show_place(TEAMS)
    teams = window._stack.currentWidget()
    qtbot.waitUntil(lambda: teams._card is not None, timeout=PATIENT)

    assert teams._colleague.currentIndex() < 0
    assert not teams._cover.isEnabled()


def test_a_booking_half_filled_in_stays_after_a_change_of_look(
    qtbot, window, context, panel, course
):
    window.calendar.book_for(course.id)
    panel._minutes.setValue(30)
    panel._day.show_day(panel._day.day() + timedelta(days=9))
    panel._time.show_time(time(15, 45))
    panel._check()
    panel._reason.setText("Aftalt i telefonen")
    written, draft = panel.wish(), window.calendar.booking_way.draft()

    window.hide()
    program.dress(QApplication.instance(), Settings(mode="dark", scale=1.25))
    other = MainWindow(context, demo=True)
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    other.calendar.booking_way.take_up(draft)

    again = other.calendar.booking_panel
    assert again.isVisibleTo(other)
    assert again.wish() == written
    assert again._reason.text() == "Aftalt i telefonen"
    program.dress(QApplication.instance(), Settings())


def test_tab_goes_through_the_fields_of_a_booking_and_then_to_what_is_done(
    qtbot, window, panel, course
):
    window.calendar.book_for(course.id)
    window.activateWindow()
    panel._words.setFocus()
    walked = [panel._words]
    for _ in range(40):
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here in walked or not panel.isAncestorOf(here):
            break
        walked.append(here)

    fields = [panel._words, panel._day, panel._time, panel._minutes]
    fields += [panel._room, panel._form, panel._therapist]
    assert [w for w in walked if w in fields] == fields
    link = walked.index(panel._whole)
    assert all(walked.index(field) < link for field in fields)
    assert link < walked.index(panel._book)


def test_enter_takes_the_time_that_is_offered(qtbot, window, panel, course):
    taken = taken_place(window)
    window.calendar.booking_way.begin(taken.starts, taken.therapist_id, None)
    panel.choose_course(course.id)
    panel._choose_therapist(taken.therapist_id)
    panel._check()
    QApplication.processEvents()
    offered = panel._nearest
    assert offered
    button = next(
        b
        for b in panel.findChildren(Button)
        if b.isVisibleTo(panel) and f"kl. {offered[-1].starts:%-H.%M}" in b.text()
    )
    button.setFocus()

    QTest.keyClick(button, Qt.Key.Key_Return)

    day, at = offered[-1].starts.date(), offered[-1].starts.time()
    assert panel.wish().starts == datetime.combine(day, at)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_task_is_wider_than_its_panel(qtbot, dressed, context, scale):
    program.dress(QApplication.instance(), Settings(scale=scale))
    window = MainWindow(context, demo=True)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.show_place(TASKS)
    tasks = window.tasks
    qtbot.waitUntil(lambda: tasks.table.cells().rowCount() > 0, timeout=PATIENT)
    kinds = {}
    for task in tasks._found:
        deadline = task.deadline.rule.key if task.deadline else ""
        kinds.setdefault((type(task.reevaluation), task.ending is None, deadline), task)
    scroll = tasks.panel.findChild(QScrollArea)

    for task in kinds.values():
        tasks.panel.show_task(task)
        QApplication.processEvents()
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width(), task
    program.dress(QApplication.instance(), Settings())


def in_a_team(context):
    """Somebody whose next training is a team's, and who is not the first of it."""
    with context._store.read() as work:
        query = select(Course).where(Course.ended.is_(None))
        keys = [row.citizen_id for row in work.scalars(query)]
        for one in finding.again(work, keys).values():
            if not one.next_session:
                continue
            block = days.day_by_therapist(work, one.next_time.date())
            people = next(b.people for b in block.blocks if b.id == one.next_session)
            if len(people) > 3 and people[0].citizen_id != one.card.id:
                return one
    raise AssertionError("the demo has none")


@pytest.mark.parametrize("way", ["ctrl+k", "the citizen's page"])
def test_whom_one_looked_for_is_chosen_also_in_a_team(qtbot, window, context, way):
    one = in_a_team(context)

    if way == "ctrl+k":
        PaletteWays(window).open_citizen(one)
    else:
        context.open_citizen.emit(one.card.id)
        window.citizens._page._to_calendar()

    block = window.calendar.view.current()
    person = next(p for p in block.people if p.citizen_id == one.card.id)
    assert window.calendar._inspector.card.participant_id == person.id


def test_an_absence_is_carried_out_only_for_what_was_seen_and_undone_from_its_field(
    qtbot, window, context
):
    window.open_absence()
    page = window.absence
    page._who.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(page.hits), timeout=PATIENT)
    stack = context.undo_stack
    before = stack.count()
    field = page._to_day
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "i morgen")

    page._carry_out()  # what is typed asks for other proposals first

    assert stack.count() == before
    qtbot.waitUntil(lambda: page._found_for is not None, timeout=PATIENT)
    page._carry_out()
    assert stack.count() == before + 1
    window._undoing.undo()
    assert stack.index() == before


def test_a_training_at_home_takes_no_room(window, panel, course):
    window.calendar.book_for(course.id)
    panel._room.setCurrentIndex(1)

    panel._form.setCurrentIndex(panel.forms.index(Form.HOME))

    assert panel.wish().room_id is None
    panel._take(FreeCard(panel.wish().starts, panel._rooms[0].id, panel._rooms[0].short))
    assert panel.wish().room_id is None
    window.calendar.book_for(course.id)  # the next booking is another
    assert panel.wish().form is Form.INDIVIDUAL


def test_undo_says_when_nothing_is_left(window, context):
    assert not context.undo_stack.canUndo()
    window.calendar.view.setFocus()

    QTest.keyClick(window.calendar.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "fortryde" in window.notices.toast.accessibleName()
    QTest.keyClick(window.calendar.view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "gøre igen" in window.notices.toast.accessibleName()
