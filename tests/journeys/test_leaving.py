"""A colleague who leaves: what stands with her is moved first, by keys, and then she is out of use."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.test_desk_journeys import settle
from trainer_desktop.services.absence.outage import Cause
from trainer_desktop.services.centre import roster
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.ui.places import SETUP

PATIENT = 30_000


def test_a_colleague_leaves_and_nothing_is_left_broken(qtbot, window, context):
    osm = next(s for s in context.ask(roster.therapists) if s.short == "OSM")
    today = context.now().date()
    window.show_place(SETUP)
    setup = window.setup

    def stop():
        setup.show_part("staff")
        rows = [row.id for row in setup._rows]
        setup.rows.selectRow(rows.index(osm.id))
        setup.form._last.take_day(today)
        QApplication.processEvents()
        setup.form._end(again=False)
        QApplication.processEvents()

    stop()
    [card] = [r for r in context.ask(REGISTERS["staff"].rows) if r.id == osm.id]
    assert card.ended is None  # first what stands is shown, with the way to move it
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page = window.absence
    assert window._stack.currentWidget() is page
    assert page._from_day.day() == today + timedelta(days=1)
    qtbot.waitUntil(lambda: bool(page.hits), timeout=PATIENT)
    settle(context, qtbot)
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert page._carried_out
    assert not context.ask(REGISTERS["staff"].left, osm.id, today).trainings

    window.show_place(SETUP)
    stop()

    assert "OSM" not in [
        s.short for s in context.ask(roster.therapists, None, today + timedelta(days=1))
    ]
    context.undo_stack.undo()
    assert "OSM" in [
        s.short for s in context.ask(roster.therapists, None, today + timedelta(days=1))
    ]


def test_a_room_that_closes_leads_to_where_its_trainings_are_moved(qtbot, window, context):
    room = context.ask(roster.rooms)[0]
    today = context.now().date()
    window.show_place(SETUP)
    setup = window.setup
    setup.show_part("rooms")
    setup.rows.selectRow([row.id for row in setup._rows].index(room.id))
    setup.form._last.take_day(today)
    setup.form._end(again=False)
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    page = window.absence
    qtbot.waitUntil(lambda: bool(page.hits), timeout=PATIENT)
    assert page.outage().cause is Cause.ROOM
    assert page.outage().key == room.id
    assert page._from_day.day() == today + timedelta(days=1)


def test_a_closing_day_with_trainings_is_closed_where_they_are_moved(qtbot, window, context):
    day = context.now().date() + timedelta(days=1)
    window.show_place(SETUP)
    setup = window.setup
    setup.show_part("closing")
    setup.begin_new()
    form = setup.form
    form.fields["day"].show_text(day.isoformat())
    form.fields["name"].show_text("Personaledag")
    form.save()
    QApplication.processEvents()
    assert form.fields["day"].said
    form._move.click()

    page = window.absence
    qtbot.waitUntil(lambda: bool(page.hits), timeout=PATIENT)
    assert page.outage().cause is Cause.DAY
    assert page._from_day.day() == page._to_day.day() == day
