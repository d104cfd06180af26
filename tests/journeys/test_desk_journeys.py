"""Journeys 1, 4 and 5 of the desk, each by keyboard alone and by mouse, in the real window."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from sqlalchemy import select

from trainer_desktop.models.centre import StaffAbsence
from trainer_desktop.rules.course import Form
from trainer_desktop.services.absence import desk
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.booking import booking
from trainer_desktop.services.centre import roster
from trainer_desktop.services.citizens import page as citizens
from trainer_desktop.services.courses import facts
from trainer_desktop.services.waiting import waiting_list
from trainer_desktop.ui.palette import Palette
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.places import MY_DAY
from trainer_desktop.ui.printing.preview_dialog import PreviewDialog

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier

PATIENT = 30_000  # milliseconds: a machine with other work answers late


def keys(qtbot, window, *what):
    """Press keys on whatever has the keyboard at that moment."""
    for one in what:
        target = QApplication.focusWidget() or window
        if isinstance(one, str):
            qtbot.keyClicks(target, one)
        elif isinstance(one, tuple):
            qtbot.keyClick(target, *one)
        else:
            qtbot.keyClick(target, one)


def settle(context, qtbot):
    qtbot.wait(1)
    context._background.wait()
    for _ in range(5):
        QApplication.processEvents()


def look_of(window, name):
    return next(b for b in window.calendar.view.blocks() if b.title == name).look


def pressed(window, words):
    """The visible button whose words (or spoken name) begin so."""
    QApplication.processEvents()  # what was just laid out is shown
    return next(
        b
        for b in window.findChildren(Button)
        if b.isVisible()
        and (b.text().replace("&", "").startswith(words) or b.accessibleName().startswith(words))
    )


# ---- 1: the telephone


def test_phone_with_the_keyboard_alone(qtbot, window, context):
    """Late sick call, undone; then a second cancellation: no mouse, and nothing but what is on the screen."""
    window.activateWindow()
    window.calendar.view.setFocus()

    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    keys(qtbot, window, "thea ba", Qt.Key.Key_Return)
    assert (
        window.calendar.view.current().title == "Thea Bach"
    )  # the next training is already chosen
    keys(qtbot, window, Qt.Key.Key_A)
    card = window.calendar.marking.card
    said = [label.text() for label in card.findChildren(QLabel)]
    assert any("efter fristen" in words for words in said)
    assert any("på ventelisten" in words for words in said)
    keys(qtbot, window, Qt.Key.Key_Return)
    assert look_of(window, "Thea Bach") is Look.LATE_CANCEL

    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert look_of(window, "Thea Bach") is Look.PLANNED


def test_phone_by_mouse_tells_who_fits_the_empty_time(qtbot, window, context):
    choice = next(c for c in context.ask(citizens.course_choices, "mik", 20) if (c.free or 0) >= 2)
    context.do("wait", waiting_list.add, choice.course_id, Form.INDIVIDUAL, 30)
    view = window.calendar.view
    block = next(b for b in view.blocks() if b.title == "Thea Bach")
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.box_of(block.id).center())

    qtbot.mouseClick(pressed(window, "Afbud"), LEFT)
    card = window.calendar.marking.card
    words = [w.text() for w in card.findChildren(QLabel)]
    assert any(choice.name in text for text in words)
    qtbot.mouseClick(card._save, LEFT)
    assert look_of(window, "Thea Bach") is Look.LATE_CANCEL

    qtbot.mouseClick(pressed(window, "Tiden er ledig"), LEFT)
    assert window._stack.currentWidget() is window.waiting
    qtbot.mouseClick(pressed(window, f"{choice.name}: Ja"), LEFT)
    assert context.ask(facts.one, choice.course_id).ledger.free == choice.free - 1


# ---- 4: the morning


@pytest.fixture
def morning(window):
    window.app._store.clock.wall = datetime(2026, 11, 18, 15, 30)
    window.show_place(MY_DAY)
    window.my_day.refresh()
    return window.my_day


def unmarked(page):
    return [r for r in page._items._rows if r.card and r.card.look is Look.NEEDS_MARK]


def test_a_morning_is_marked_with_one_key_a_person(qtbot, window, morning):
    keys_pressed = 0
    assert len(unmarked(morning)) >= 2
    while unmarked(morning) and keys_pressed < 20:
        keys(qtbot, window, Qt.Key.Key_M)
        keys_pressed += 1

    assert unmarked(morning) == []
    assert keys_pressed <= 9


def test_a_morning_is_marked_with_the_mouse(qtbot, window, morning):
    for _ in range(12):
        if not unmarked(morning):
            break
        row = morning._items.find(unmarked(morning)[0].card.id)
        box = morning.list.visualRect(morning._items.index(row))
        qtbot.mouseClick(morning.list.viewport(), LEFT, pos=box.topLeft() + QPoint(120, 20))
        qtbot.mouseClick(pressed(window, "Mødt"), LEFT)

    assert unmarked(morning) == []


# ---- 5: the ill therapist


@pytest.fixture
def two_days(window, context):
    """Fourteen trainings of one therapist on Thursday and Friday, three of which nobody else can take."""
    osm = next(s for s in context.ask(roster.therapists) if s.short == "OSM")
    choices = [
        one
        for letters in ("mik", "jen", "han", "lau", "sør", "niel", "peder", "mad", "ander")
        for one in context.ask(citizens.course_choices, letters, 20)
        if (one.free or 0) >= 1
    ]
    seen, picked = set(), []
    for one in choices:
        if one.citizen_id not in seen:
            seen.add(one.citizen_id)
            picked.append(one)
    friday = date(2026, 11, 20)
    made = 0
    for one in picked:
        if made == 8:
            break
        for hour in (8, 9, 10, 11, 12):
            starts = datetime.combine(friday, time(hour, 0))
            wish = booking.Wish(one.course_id, osm.id, None, starts, 45)
            if not context.ask(booking.obstacles, wish) or all(
                o.level.value != "refuse" for o in context.ask(booking.obstacles, wish)
            ):
                assert context.do("book", booking.book, wish)
                made += 1
                break
    context.undo_stack.clear()
    return osm


def carried(window, context, osm, page):
    """What must hold whichever way it was done."""
    hits = page.hits
    placed = [key for key, place in page.places.items() if place]
    left = [key for key, place in page.places.items() if place is None]
    assert len(hits) >= 6
    assert context.ask(desk.hits, page.outage()) == []
    with context._store.read() as work:
        assert work.scalars(select(StaffAbsence)).all()
    return placed, left


def test_an_ill_therapist_with_the_keyboard(qtbot, window, context, two_days):
    accounts = {}
    window.open_palette()
    keys(qtbot, window, "oskar mort")
    palette = window.findChildren(Palette)[-1]
    for _ in range(12):
        if "syg" in palette.hits[palette._list.currentIndex().row()].title:
            break
        keys(qtbot, window, Qt.Key.Key_Down)
    keys(qtbot, window, Qt.Key.Key_Return)
    page = window.absence
    assert window._stack.currentWidget() is page
    page._from_day._keep(date(2026, 11, 19))
    page._to_day._keep(date(2026, 11, 20))
    qtbot.waitUntil(lambda: len(page.hits) >= 6, timeout=PATIENT)
    settle(context, qtbot)
    for hit in page.hits:
        for one in hit.people:
            accounts[one.course_id] = context.ask(facts.one, one.course_id).ledger.used
    chosen = page.hits[0]
    page._choose(chosen, None)  # one cannot come at any of the times: the call list

    keys(qtbot, window, (Qt.Key.Key_Return, CONTROL))

    placed, left = carried(window, context, two_days, page)
    assert chosen.session_id in left
    assert len(placed) >= 5
    assert {c: context.ask(facts.one, c).ledger.used for c in accounts} == accounts
    count = len(page.hits)
    context.undo_stack.undo()
    qtbot.waitUntil(lambda: len(page.hits) == count, timeout=PATIENT)  # it is a proposal again
    assert len(context.ask(desk.hits, page.outage())) == count


def test_an_ill_therapist_with_the_mouse_and_a_printed_call_list(qtbot, window, context, two_days):
    window.open_absence(two_days.id)
    page = window.absence
    page._to_day._keep(date(2026, 11, 20))
    qtbot.waitUntil(lambda: len(page.hits) >= 6, timeout=PATIENT)
    settle(context, qtbot)

    qtbot.mouseClick(page._go, LEFT)
    carried(window, context, two_days, page)
    qtbot.mouseClick(page._print, LEFT)

    [dialog] = window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.pdf.startswith(b"%PDF"), timeout=PATIENT)
    dialog.reject()
