"""The calendar by mouse, keyboard and screen reader."""

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from trainer_desktop.rules.course import State
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.calendar import days
from trainer_desktop.services.centre import roster
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.grid.strip_plan import StripPlan
from trainer_desktop.ui.calendar.grid.view import CalendarView

DAY = date(2026, 11, 18)


@pytest.fixture
def page(window):
    return window.calendar


def blocks(page):
    return page.view._items().blocks


def block_of(page, name):
    return next(b for b in blocks(page) if b.title == name)


def planned(page):
    """A single planned training with free time around it."""
    return next(
        b
        for b in blocks(page)
        if b.look is Look.PLANNED and not b.capacity and b.starts > page.app.now()
    )


def test_the_item_model_is_sound(qtmodeltester, dressed, demo_seen):
    model = CalendarItemModel()
    with demo_seen.read() as work:
        model.show_calendar(days.day_by_therapist(work, DAY))

    qtmodeltester.check(model)


def test_every_training_is_an_item_with_a_spoken_name(page):
    QAccessible.setActive(True)
    view = QAccessible.queryAccessibleInterface(page.view)

    assert view.role() == QAccessible.Role.List
    assert view.text(QAccessible.Text.Name) == "Kalender"
    assert view.childCount() == len(blocks(page))
    first = blocks(page)[0]
    spoken = view.child(0).text(QAccessible.Text.Name)
    for words in (first.title, "Onsdag 18. november", dates.clock(first.starts), first.therapist):
        assert words in spoken


def stand(page, column, hour, minute=0):
    """Put the keyboard on a cell."""
    page.view.setFocus()
    page.view.stand_on(Place(column, datetime(2026, 11, 18, hour, minute)))


def test_arrows_walk_cells_and_a_free_one_is_read_aloud(qtbot, page):
    QAccessible.setActive(True)
    stand(page, 1, 7)

    qtbot.keyClick(page.view, Qt.Key.Key_Up)

    cell = page.view.cell
    assert (cell.column, cell.starts) == (1, datetime(2026, 11, 18, 7))  # the first hour shown
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.view.cell.column == 2
    spoken = QAccessible.queryAccessibleInterface(page.view).child(len(blocks(page)))
    assert (
        spoken.text(QAccessible.Text.Name) == "onsdag 18. november, 7.00, BOP, uden for arbejdstid"
    )


def test_arrows_step_over_a_training_and_speak_it(qtbot, page):
    here = block_of(page, "Thea Bach")
    page.view.select_session(here.id)
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_Down)

    after = page.view.cell
    assert (after.column, after.starts) == (here.column, here.ends)
    qtbot.keyClick(page.view, Qt.Key.Key_Up)
    assert page.view.current().id == here.id


def test_enter_on_a_free_cell_books_there(qtbot, page):
    card = page.view.calendar()
    dos = next(n for n, c in enumerate(card.columns) if c.title == "DOS")
    stand(page, dos, 7, 15)

    qtbot.keyClick(page.view, Qt.Key.Key_Return)

    wish = page.booking_panel.wish()
    assert (wish.starts, wish.therapist_id) == (
        datetime(2026, 11, 18, 7, 15),
        card.columns[dos].key,
    )


def test_control_and_an_arrow_moves_a_training(qtbot, page):
    block = block_of(page, "Thea Bach")
    page.view.select_session(block.id)
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)

    assert block_of(page, "Thea Bach").starts == block.starts - timedelta(minutes=15)
    assert page.view.current().id == block.id
    page.app.undo_stack.undo()


def test_page_keys_step_weeks_and_home_is_today(qtbot, page):
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page.shown.day == DAY + timedelta(days=7)
    qtbot.keyClick(page.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ShiftModifier)
    assert page.shown.day == DAY - timedelta(days=21)
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.shown.day == DAY


def drag(qtbot, view, start, end):
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    middle = QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2)
    for spot in (middle, end):
        qtbot.mouseMove(port, spot)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_dragging_moves_and_undo_brings_it_back(qtbot, page):
    block = block_of(page, "Thea Bach")
    box = page.view.box_of(block.id)
    quarter = page.view._plan._y(15) - page.view._plan._y(0)

    drag(
        qtbot,
        page.view,
        QPoint(box.center().x(), box.top() + 12),
        QPoint(box.center().x(), box.top() + 12 - int(2 * quarter)),
    )

    assert block_of(page, "Thea Bach").starts == block.starts - timedelta(minutes=30)
    page.app.undo_stack.undo()
    assert block_of(page, "Thea Bach").starts == block.starts
    page.app.undo_stack.redo()
    assert block_of(page, "Thea Bach").starts == block.starts - timedelta(minutes=30)


def test_the_foot_stretches(qtbot, page):
    block = block_of(page, "Thea Bach")
    box = page.view.box_of(block.id)
    foot = QPoint(box.center().x(), box.bottom() - 2)

    drag(qtbot, page.view, foot, QPoint(foot.x(), foot.y() + 20))

    assert block_of(page, "Thea Bach").minutes == 60


def test_an_impossible_place_says_why_and_nothing_moves(qtbot, page):
    block, other = block_of(page, "Thea Bach"), block_of(page, "Sonja Mikkelsen")
    box, taken = page.view.box_of(block.id), page.view.box_of(other.id)
    port = page.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(box.center().x(), box.top() + 12))
    qtbot.mouseMove(port, QPoint(box.center().x(), box.top() - 40))
    qtbot.mouseMove(port, QPoint(taken.center().x(), taken.top() + 20))

    qtbot.waitUntil(lambda: bool(page.view.in_hand.refused))
    reasons = page.view.in_hand.refused
    assert page.view.in_hand.may_land() is False
    qtbot.mouseRelease(
        port, Qt.MouseButton.LeftButton, pos=QPoint(taken.center().x(), taken.top() + 20)
    )

    assert any("DOS" in line for line in reasons)
    assert block_of(page, "Thea Bach").starts == block.starts


def test_an_empty_place_books(qtbot, page):
    block = block_of(page, "Thea Bach")
    box = page.view.box_of(block.id)
    spot = QPoint(box.center().x(), box.bottom() + 15)

    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert page._side.currentWidget() is page.booking_panel
    assert page.booking_panel._wish.starts.date() == DAY


def test_a_taken_time_offers_the_nearest_and_books_it(qtbot, page):
    taken = block_of(page, "Thea Bach")
    panel = page.booking_panel
    page.booking_way.begin(taken.starts, taken.therapist_id, None)
    panel._words.setText("tim j")
    assert panel._wish.course_id
    assert "busy" in panel._verdict.text().lower() or "optaget" in panel._verdict.text()
    offered = panel._nearest[0]

    qtbot.mouseClick(panel._book, Qt.MouseButton.LeftButton)  # takes the time
    assert panel._wish.starts == offered.starts
    assert not panel._blocked
    qtbot.mouseClick(panel._book, Qt.MouseButton.LeftButton)  # and books it

    page.show_day(offered.starts.date())
    there = [b for b in blocks(page) if b.starts == offered.starts]
    assert any(b.therapist_id == taken.therapist_id for b in there)
    page.app.undo_stack.undo()


def test_one_room_can_be_seen_for_a_day_and_a_week(page):
    room = next(r for r in page.app.ask(roster.rooms) if r.short == "Boks A")
    page.look_at(page.shown.of_room(room))

    assert {b.place for b in blocks(page)} == {"Boks A"}
    assert page._bar.rooms.text() == "Boks A"
    page.choose_view(1)
    assert {b.place for b in blocks(page)} == {"Boks A"}
    assert len({b.starts.date() for b in blocks(page)}) > 1
    page.choose_view(0)
    page.look_at(page.shown.with_any_room())
    assert len({b.place for b in blocks(page)}) > 1


def test_one_key_marks_attendance(qtbot, page):
    begun = next(b for b in blocks(page) if b.look is Look.PLANNED and b.starts <= page.app.now())
    page.view.select_session(begun.id)
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_M)

    assert next(b for b in blocks(page) if b.id == begun.id).look is Look.CAME
    page.app.undo_stack.undo()
    assert next(b for b in blocks(page) if b.id == begun.id).look is Look.PLANNED


def test_a_cancellation_shows_its_consequence_first(qtbot, page):
    block = planned(page)
    page.view.select_session(block.id)
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_A)
    card = page.marking.card
    assert card is not None
    assert next(b for b in blocks(page) if b.id == block.id).look is Look.PLANNED
    qtbot.keyClick(card, Qt.Key.Key_Return)

    look = next(b for b in blocks(page) if b.id == block.id).look
    assert look in (Look.IN_TIME, Look.LATE_CANCEL, Look.CANCELLED)


def test_escape_leaves_everything_as_it_was(qtbot, page):
    block = planned(page)
    page.view.select_session(block.id)
    page.marking.mark(block.people[0].id, State.CANCELLED)

    qtbot.keyClick(page.marking.card, Qt.Key.Key_Escape)

    assert page.marking.card is None
    assert next(b for b in blocks(page) if b.id == block.id).look is Look.PLANNED


def test_blocks_of_a_column_never_hide_each_other(page):
    for day in (DAY, date(2026, 11, 9), date(2026, 2, 26)):
        page.show_day(day)
        boxes = [(b.column, page.view._plan.box(n)) for n, b in enumerate(blocks(page))]
        for n, (column, box) in enumerate(boxes):
            for other_column, other in boxes[n + 1 :]:
                if column == other_column:
                    overlap = box.intersected(other)
                    assert overlap.width() * overlap.height() < 4


@pytest.mark.parametrize("plan", [ColumnPlan, StripPlan])
def test_a_place_and_its_box_agree(dressed, demo_seen, plan):
    with demo_seen.read() as work:
        strips = plan is StripPlan
        card = (
            days.week_of_centre(work, date(2026, 11, 16))
            if strips
            else days.day_by_therapist(work, DAY)
        )
    model = CalendarItemModel()
    view = CalendarView(model, plan())
    view.resize(1200, 800)
    model.show_calendar(card)

    for row, block in enumerate(model.blocks[:60]):
        box = view._plan.box(row)
        slot = view._plan.slot(box.topLeft() + (QPoint(2, 4) if not strips else QPoint(1, 4)))
        assert slot.column == block.column
        assert abs((slot.starts - block.starts).total_seconds()) < 15 * 60


def test_weeks_show_closing_days_by_name(page):
    therapist = next(t for t in page.app.ask(roster.therapists) if t.short == "DOS")
    page.show_week(date(2026, 12, 21), therapist)

    closed = [c.closed for c in page.view.calendar().columns]
    assert closed == ["", "", "", "Juleaften", "1. juledag"]


def test_a_day_without_trainings_is_calm(page):
    page.show_day(date(2028, 5, 2))

    assert blocks(page) == ()
    assert page.view.current() is None


def test_moving_with_the_keyboard_refuses_with_ways_out(qtbot, page):
    block, other = block_of(page, "Thea Bach"), block_of(page, "Sonja Mikkelsen")

    page.view.select_session(block.id)
    page.moving.to(block, other.starts, other.therapist_id)

    from trainer_desktop.ui.parts.refusal_card import RefusalPanel

    [panel] = page.window().findChildren(RefusalPanel)
    panel._reason.setText("Fælles test")
    qtbot.keyClick(panel._reason, Qt.Key.Key_Return)
    assert block_of(page, "Thea Bach").starts == datetime(2026, 11, 18, 12, 15)
    assert block_of(page, "Thea Bach").override == "Fælles test"


def test_the_form_of_a_booking_stays_in_the_week_of_the_centre(page):
    page.choose_view(1)
    page.view.select_session(None)
    page.booking_way.at(Place(3, datetime(2026, 11, 19, 15, 30)))

    page.booking_panel._day._keep(date(2026, 11, 25))
    page.app.tick()

    assert page.booking_panel.isVisible()
    assert page.shown.day == date(2026, 11, 25)


def test_giving_up_a_booking_goes_back_to_where_it_began(page):
    block = block_of(page, "Thea Bach")
    page.view.select_session(block.id)
    page.book_here()
    page.booking_panel._day._keep(date(2026, 11, 25))

    page.booking_panel.closed.emit()

    assert page.shown.day == DAY
    assert page.view.current().id == block.id


def test_a_day_can_be_typed(qtbot, page):
    page.book_here()
    field = page.booking_panel._day
    field.show_day(date(2026, 12, 9))
    field.setFocus()
    field.selectAll()

    qtbot.keyClicks(field, "15-12-2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert field.day() == date(2026, 12, 15)


def test_a_reason_is_not_carried_to_the_next_booking(qtbot, page):
    taken = block_of(page, "Thea Bach")
    panel = page.booking_panel
    page.booking_way.begin(taken.starts, taken.therapist_id, None)
    panel._reason.setText("fælles test")
    panel.closed.emit()

    page.booking_way.begin(taken.starts, taken.therapist_id, None)
    panel._words.setText("tim j")
    before = page.app.undo_stack.count()
    qtbot.keyClick(panel._words, Qt.Key.Key_Return)

    assert panel._reason.text() == ""
    assert page.app.undo_stack.count() == before


def test_rooms_side_by_side_are_a_days_and_leave_the_week_to_the_therapists(page):
    page.look_at(page.shown.with_rooms_across())
    page.choose_view(1)
    card = page.view.calendar()

    page.booking_way.at(Place(5, datetime(2026, 11, 16, 15, 30)))

    assert page.booking_panel.wish().therapist_id == card.columns[5].key


def test_a_training_is_found_whatever_is_shown(page):
    sought = block_of(page, "Thea Bach")
    room = next(r for r in page.app.ask(roster.rooms) if r.short not in ("", sought.place))
    page.look_at(page.shown.of_room(room))

    page.show_day(DAY, sought.id)

    assert page.view.current().id == sought.id


def test_a_new_training_is_booked_in_the_room_that_is_shown(page):
    room = next(r for r in page.app.ask(roster.rooms) if r.short == "Boks C")
    page.look_at(page.shown.of_room(room))
    page.view.select_session(None)

    page.book_here()

    assert page.booking_panel.wish().room_id == room.id


def test_the_arrow_keys_take_the_ring_along(qtbot, page):
    page.view.select_session(block_of(page, "Thea Bach").id)
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_Up)

    assert page.view.selectedIndexes() == [page.view.currentIndex()]
    assert page.view.current() is None or page.view.current().title != "Thea Bach"


def test_the_keyboard_goes_back_to_the_calendar_when_a_card_closes(qtbot, page):
    begun = next(b for b in blocks(page) if b.look is Look.PLANNED and b.starts <= page.app.now())
    page.view.select_session(begun.id)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_U)
    card = page.marking.card
    for _ in range(12):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        assert card.isAncestorOf(page.window().focusWidget())

    card.dismiss()

    assert page.window().focusWidget() is page.view
