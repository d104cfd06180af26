"""The window as a whole: names for a screen reader, keys, words, and what floats."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from tests.conftest import write_export
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.messages import signing
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.import_dialog import ImportDialog
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.parts.day_words import day_meant
from trainer_desktop.ui.places import CALENDAR, CITIZENS, MY_DAY, TASKS
from trainer_desktop.ui.printing.preview_dialog import PreviewDialog
from trainer_desktop.ui.refusals import tr_obstacle

PAGES = (CALENDAR, MY_DAY, CITIZENS, TASKS)


def nameless(root):
    QAccessible.setActive(True)
    found = []
    for widget in root.findChildren(QWidget):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if not takes_keys or not widget.isVisibleTo(root) or widget.objectName().startswith("qt_"):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        if spoken is None or not spoken.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("place", PAGES)
def test_everything_that_takes_the_keyboard_has_a_spoken_name(qtbot, window, place):
    window.show_place(place)
    if place == TASKS:
        qtbot.waitUntil(lambda: window.tasks.table.cells().rowCount() > 0)
    if place == CALENDAR:
        block = next(b for b in window.calendar.view._items().blocks if b.people)
        window.calendar.view.select_session(block.id)

    assert nameless(window) == []


def test_floating_cards_and_dialogs_have_spoken_names(qtbot, window):
    block = next(b for b in window.calendar.view._items().blocks if b.look.value == "planned")
    window.calendar.view.select_session(block.id)
    from trainer_desktop.rules.course import State

    window.calendar.marking.mark(block.people[0].id, State.CANCELLED)
    assert nameless(window.calendar.marking.card) == []
    window.calendar.book_here()
    assert nameless(window.calendar.booking_panel) == []
    assert nameless(window.open_palette()) == []


def test_no_two_actions_share_a_key(window):
    keys = {}
    for action in {id(a): a for a in window._every_action()}.values():
        for key in action.shortcuts():
            text = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert text not in keys, (text, action.text(), keys.get(text))
            keys[text] = action.text()


def test_every_page_is_a_key_away(qtbot, window):
    for number in PAGES:
        qtbot.keyClick(
            window, getattr(Qt.Key, f"Key_{number + 1}"), Qt.KeyboardModifier.AltModifier
        )
        assert window._stack.currentWidget() is window._page(number)[0]


def test_the_palette_finds_a_citizen_and_goes_to_the_next_training(qtbot, window):
    found = window.open_palette()
    qtbot.keyClicks(found.words, "jepp")

    assert any("Jeppesen" in hit.title for hit in found._items.hits)
    qtbot.keyClick(found.words, Qt.Key.Key_Return)
    assert window._stack.currentWidget() is window.calendar
    assert window.calendar.view.current().title.endswith("Jeppesen")


def test_whom_one_had_open_comes_first_and_is_kept_as_somebody_not_as_an_action(qtbot, window):
    first = window.open_palette()
    qtbot.keyClicks(first.words, "sen")
    people = [hit.found.card for hit in first.hits if hit.found]
    last = people[-1]
    assert people[0] != last
    at = next(n for n, hit in enumerate(first.hits) if hit.found and hit.found.card == last)
    first._list.setCurrentIndex(first._items.index(at))
    qtbot.keyClick(first.words, Qt.Key.Key_Tab)
    page = next(n for n, hit in enumerate(first.hits) if hit.icon == "user")
    first._take(first._items.index(page))

    second = window.open_palette()
    assert [hit.found.card.id for hit in second.hits if hit.found] == [last.id]
    qtbot.keyClicks(second.words, "sen")
    assert next(hit.found.card for hit in second.hits if hit.found).id == last.id


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("uge 3", date(2027, 1, 18)),
        ("3. dec", date(2026, 12, 3)),
        ("3/12", date(2026, 12, 3)),
        ("3-12-2026", date(2026, 12, 3)),
        ("2. jan", date(2027, 1, 2)),
        ("i morgen", date(2026, 11, 19)),
        ("uge 54", None),
        ("31/2", None),
        ("jensen", None),
    ],
)
def test_days_are_understood_as_typed(text, day):
    assert day_meant(text, date(2026, 11, 18)) == day


def test_a_refusal_is_a_card_with_words_and_goes_away(qtbot, window):
    window.app.refused.emit(Refused(Reason.CLOSED, what="Juleaften"))

    from trainer_desktop.ui.parts.refusal_card import RefusalPanel

    [panel] = window.findChildren(RefusalPanel)
    texts = [w.text() for w in panel.findChildren(QWidget) if hasattr(w, "text")]
    assert any("Juleaften" in t for t in texts if isinstance(t, str))
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


@pytest.mark.parametrize(
    "leave",
    [
        lambda w, q: q.mouseClick(
            w.calendar.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300)
        ),
        lambda w, q: (w.calendar.view.setFocus(), q.keyClick(w.calendar.view, Qt.Key.Key_Escape)),
        lambda w, q: w.calendar.book_here(),
        lambda w, q: w.show_place(3),
        lambda w, q: w.open_absence(),
        lambda w, q: w.show_place(4),
    ],
    ids=["a click", "Esc", "booking", "tasks", "absence", "teams"],
)
def test_no_card_outlives_its_moment(qtbot, window, leave):
    from trainer_desktop.ui.parts.refusal_card import RefusalPanel

    panel = RefusalPanel(window, "No", ["because"], [("repeat", "Another", "note", lambda: None)])
    panel.place(QPoint(600, 300))
    assert panel.isAncestorOf(QApplication.focusWidget())
    leave(window, qtbot)
    QApplication.processEvents()
    assert not [c for c in window.findChildren(RefusalPanel) if c.isVisible()]


@pytest.mark.parametrize("place", PAGES)
def test_a_booking_begins_from_every_page_with_the_keyboard_in_its_first_field(
    qtbot, window, place
):
    window.show_place(place)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    panel = window.calendar.booking_panel
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClicks(QApplication.focusWidget(), "tim")
    assert QApplication.focusWidget().text() == "tim"


@pytest.mark.parametrize(("typed", "shown"), [("", False), ("tim", True)])
def test_a_booking_that_nobody_has_begun_gives_way_to_who_is_found(qtbot, window, typed, shown):
    window.book_new()
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    found = window.open_palette()
    qtbot.keyClicks(found.words, "jepp")
    qtbot.keyClick(found.words, Qt.Key.Key_Return)
    assert window.calendar.booking_panel.isVisible() is shown
    assert window.calendar.view.current().title.endswith("Jeppesen")


def test_stepping_steps_what_one_looks_at(qtbot, window):
    window.activateWindow()
    day, alt = window.calendar.shown.day, Qt.KeyboardModifier.AltModifier
    window.show_place(4)
    teams = window.teams
    before = teams._meeting
    qtbot.keyClick(teams.names, Qt.Key.Key_Right, alt)
    assert teams._meeting != before
    qtbot.keyClick(teams.names, Qt.Key.Key_Left, alt)
    assert teams._meeting == before
    window.show_place(MY_DAY)
    mine = window.my_day.day
    qtbot.keyClick(window.my_day.list, Qt.Key.Key_Right, alt)
    assert window.my_day.day > mine
    assert window.calendar.shown.day == day
    window.show_place(CALENDAR)
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_Right, alt)
    assert window.calendar.shown.day > day


def test_a_typed_reason_stays_when_something_else_is_looked_at(qtbot, window):
    from trainer_desktop.ui.parts.refusal_card import RefusalPanel

    panel = RefusalPanel(window, "No", [], [], lambda _why: None)
    panel.place(QPoint(600, 300))
    [reason] = panel.findChildren(QLineEdit)
    reason.setText("agreed with the manager")
    window.calendar.view.setFocus()
    assert panel.isVisible()
    assert reason.text() == "agreed with the manager"
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_every_reason_has_its_sentence(dressed):
    for reason in Reason:
        title, _note = tr_obstacle(reason, {})
        assert title


def test_undo_stands_in_the_toast(qtbot, window):
    block = next(
        b
        for b in window.calendar.view._items().blocks
        if b.look.value == "planned" and b.starts <= window.app.now()
    )
    from trainer_desktop.rules.course import State

    window.calendar.marking.mark(block.people[0].id, State.ATTENDED)
    assert window.notices.toast is not None
    qtbot.mouseClick(window.notices.toast.undo, Qt.MouseButton.LeftButton)

    shown = next(b for b in window.calendar.view._items().blocks if b.id == block.id)
    assert shown.look.value == "planned"
    assert window.notices.toast.undo.text() == window.tr("Redo  Ctrl+Y")


def test_what_is_undone_is_told_and_can_be_done_again(qtbot, window):
    planned = (b for b in window.calendar.view.blocks() if b.look.value == "planned")
    block = next(b for b in planned if b.starts <= window.app.now())
    from trainer_desktop.rules.course import State

    window.calendar.marking.mark(block.people[0].id, State.ATTENDED)
    assert window.notices.toast is not None
    window.calendar.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.notices.toast.accessibleName().startswith(
        window.tr("Undone: {what}").split("{")[0]
    )

    qtbot.mouseClick(window.notices.toast.undo, Qt.MouseButton.LeftButton)
    shown = next(b for b in window.calendar.view.blocks() if b.id == block.id)
    assert shown.look.value == "came"
    window.app.undo_stack.undo()


def test_undo_in_a_field_leaves_the_calendar_alone(qtbot, window):
    planned = (b for b in window.calendar.view.blocks() if b.look.value == "planned")
    block = next(b for b in planned if b.starts <= window.app.now())
    from trainer_desktop.rules.course import State

    window.calendar.marking.mark(block.people[0].id, State.ATTENDED)
    window.calendar.book_here()
    words = window.calendar.booking_panel._words
    words.setFocus()
    qtbot.keyClicks(words, "je")
    for _ in range(3):
        window._undoing.undo()

    assert window.app.undo_stack.canUndo()
    window.app.undo_stack.undo()


def test_the_undo_key_means_the_last_act_until_something_is_typed(qtbot, window):
    planned = (b for b in window.calendar.view.blocks() if b.look.value == "planned")
    block = next(b for b in planned if b.starts <= window.app.now())
    from trainer_desktop.rules.course import State

    window.activateWindow()
    stack, control = window.app.undo_stack, Qt.KeyboardModifier.ControlModifier
    before = stack.index()
    window.calendar.marking.mark(block.people[0].id, State.ATTENDED)
    window.calendar.book_here()
    panel = window.calendar.booking_panel
    for each in (f for f in panel.findChildren(QLineEdit) if f.isVisible() and f.isEnabled()):
        each.setFocus()
        field = QApplication.focusWidget()  # a number's field hands it to its box
        qtbot.keyClick(field, Qt.Key.Key_Z, control)
        assert stack.index() == before, field.accessibleName()
        qtbot.keyClick(field, Qt.Key.Key_Y, control)
        assert stack.index() == before + 1, field.accessibleName()
        qtbot.keyClicks(field, "1")
        qtbot.keyClick(field, Qt.Key.Key_Z, control)
        assert stack.index() == before + 1, field.accessibleName()
        window.calendar.view.setFocus()
    stack.undo()


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_mode_and_size_paints(qtbot, dressed, demo, mode, scale):
    from trainer_desktop import app as program

    settings = Settings(mode=mode, scale=scale)
    program.dress(dressed, settings)
    context = AppContext(demo, settings)
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    for place in PAGES:
        window.show_place(place)
        picture = window.grab()
        assert not picture.isNull()
    context._background.wait()
    program.dress(dressed, Settings())


def test_english_is_complete_and_danish_too(qtbot, dressed, demo):
    from trainer_desktop import app as program

    program.dress(dressed, Settings(language="en"))
    context = AppContext(demo, Settings(language="en"))
    window = MainWindow(context)
    qtbot.addWidget(window)
    words = {b.text() for b in window.findChildren(QAbstractButton) if b.text()}
    assert {"Calendar", "My day", "Citizens", "Tasks", "New training"} <= words
    context._background.wait()
    program.dress(dressed, Settings())


def test_the_paper_is_previewed_as_it_will_print(qtbot, window):
    window.calendar.print_page()

    [dialog] = window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: bool(dialog.pdf), timeout=10_000)
    assert dialog.pdf.startswith(b"%PDF")
    assert dialog._pages.count() >= 1
    dialog.reject()


def citizen_page(window):
    block = next(b for b in window.calendar.view._items().blocks if b.people)
    window.app.open_citizen.emit(block.people[0].citizen_id)
    return window.citizens._page


def test_the_status_asks_for_consent_first(qtbot, window):
    page = citizen_page(window)
    card = page._card
    page._status(card, card.courses[0])
    status = window.status
    status.fields["conclusion"].setPlainText("Nået.")
    status.sign.click()
    assert window.app.ask(signing.statuses, status.course) == []  # nobody has asked
    status.consent.no.click()
    assert window.app.ask(course_card, status.course).consent is None  # orally or in writing?
    status.consent.form.choose(0)
    qtbot.mouseClick(status.consent.no, Qt.MouseButton.LeftButton)

    assert window.app.ask(course_card, status.course).consent.answer.value == "refused"
    status.sign.click()
    assert window.app.ask(signing.statuses, status.course) == []


def test_the_last_four_digits_show_only_when_asked_for(qtbot, window):
    page = citizen_page(window)

    def texts():
        return [w.text() for w in page.findChildren(QWidget) if hasattr(w, "text")]

    assert page._card.full_number not in texts()
    page._bare_number()
    assert page._card.full_number in texts()


def test_an_import_is_previewed_and_then_done(qtbot, window, tmp_path):
    folder = write_export(tmp_path / "export")
    dialog = ImportDialog(window.app, window)
    qtbot.addWidget(dialog)
    dialog.choose(folder)
    qtbot.waitUntil(lambda: dialog._do.isEnabled(), timeout=20_000)
    before = window.app.ask(roster.centres)

    qtbot.mouseClick(dialog._do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.app.ask(roster.centres)) > len(before), timeout=20_000)

    assert "Prøve" in [c.name for c in window.app.ask(roster.centres)]


def test_what_has_no_room_above_a_page_is_in_one_fold_out(qtbot, window):
    page = window.calendar
    window.resize(1024, 700)
    block = next(b for b in page.view._items().blocks if b.people)
    page.view.select_session(block.id)
    QApplication.processEvents()
    assert page._bar.rooms.isHidden()
    assert page._bar.more.isVisible()

    page._bar.more.click()
    menu = QApplication.activePopupWidget()
    lines = {action.text(): action for action in menu.actions()}
    room = next(
        a
        for a in lines[page._bar.rooms.accessibleName()].menu().actions()
        if a.text().startswith("Boks B")
    )
    room.trigger()
    menu.close()
    assert page.shown.room.short == "Boks B"
    page.view.select_session(None)
    window.resize(1440, 900)
    QApplication.processEvents()
    assert page._bar.rooms.isVisible()
    assert not page._bar.more.isVisible()


def test_an_answer_that_comes_after_the_program_closed_is_dropped(dressed):
    from PySide6.QtCore import QObject
    from shiboken6 import delete

    from trainer_desktop.ui.background import Background

    owner = QObject()
    background = Background(owner)
    delete(background)

    background._work(owner, pytest.fail, lambda: "late")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_large_text_stays_within_the_screen(qtbot, dressed, demo, scale):
    from trainer_desktop import app as program

    program.dress(dressed, Settings(scale=scale))
    context = AppContext(demo, Settings(scale=scale))
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    block = next(b for b in window.calendar.view.blocks() if b.people)
    window.calendar.view.select_session(block.id)
    for _ in range(5):
        dressed.processEvents()

    assert window.width() == 1440
    bar = window.calendar._bar
    assert bar.layout().minimumSize().width() <= bar.width() or scale == 2.0  # there it is 6 over
    context._background.wait()
    program.dress(dressed, Settings())


def test_whom_and_what_is_by_name_the_same_twice_and_lists_everybody_so_called(qtbot, window):
    window.show_place(CALENDAR)
    found = window.open_palette()
    qtbot.keyClicks(found.words, "jeppesen afbud")
    first = [h for h in found.hits if h.icon == "cancelled"]
    people = {h.about.card.id for h in first}
    assert len(first) == len(people) >= 1
    assert all(h.about.card.name in h.title for h in first)
    assert next(h for h in found.hits if h.act) == first[0]
    found.dismiss()

    planned = (b for b in window.calendar.view.blocks() if b.look.value == "planned")
    block = next(b for b in planned if len(b.people) == 1 and not b.capacity)
    from trainer_desktop.rules.course import State, Why

    mark = Mark(State.CANCELLED, Why.ILLNESS, told=window.app.now())
    window.calendar.marking.save(block.people[0].id, mark, "")
    again = window.open_palette()
    qtbot.keyClicks(again.words, f"{block.title.split()[-1]} afbud")
    chosen = next(h for h in again.hits if h.act)
    assert not chosen.title.startswith("Fortryd")
    again.dismiss()
    window.app.undo_stack.undo()


def test_a_word_that_is_an_action_is_not_taken_for_a_name_with_a_mistake(qtbot, window):
    found = window.open_palette()
    qtbot.keyClicks(found.words, "mørk")
    assert next(h for h in found.hits if h.act).title.startswith("Mørk")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("oskar syg", "OSM er syg"),
        ("thea bach afbud", "fbud"),
        ("thea bach syg", "fbud: Thea Bach"),
    ],
)
def test_a_name_and_what_is_to_be_done_are_found_together(qtbot, window, typed, said):
    found = window.open_palette()
    qtbot.keyClicks(found.words, typed)

    assert any(hit.act and said in hit.title for hit in found.hits), [h.title for h in found.hits]
