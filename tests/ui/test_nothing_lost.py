"""What nobody said is not preset, what somebody began stays, and each key goes where the eye expects it."""

from datetime import datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from sqlalchemy import select

from trainer_desktop import app as program
from trainer_desktop.models.course import Course
from trainer_desktop.services.citizens import page
from trainer_desktop.settings import Settings
from trainer_desktop.ui.main_window import MainWindow
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
