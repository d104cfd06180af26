"""The desk's pages and panels in a real window: views, pinboard, planner, teams, waiting list, absences, news."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.daybits import QUARTERS, starts_in
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.centre import roster
from trainer_desktop.services.citizens import page as citizens
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.teams import cards
from trainer_desktop.services.waiting import waiting_list
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.dragging import Hold
from trainer_desktop.ui.calendar.grid.emphasis import Emphasis
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.moving.many_dialog import ManyDialog
from trainer_desktop.ui.calendar.moving.move_dialog import MoveDialog
from trainer_desktop.ui.calendar.moving.series_dialog import SeriesDialog
from trainer_desktop.ui.calendar.shown import Across, View
from trainer_desktop.ui.calendar.side.pinboard import PinChip
from trainer_desktop.ui.calendar.side.waiting_drawer import WaitingRow
from trainer_desktop.ui.equipment_dialog import EquipmentDialog
from trainer_desktop.ui.palette import Palette
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.parts.float_card import SourceStrip
from trainer_desktop.ui.parts.refusal_card import RefusalPanel
from trainer_desktop.ui.places import TEAMS, WAITING
from trainer_desktop.ui.teams.team_dialog import TeamDialog

DAY = date(2026, 11, 18)
PATIENT = 30_000  # milliseconds: a machine with other work answers late
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window):
    return window.calendar


def block_of(page, name):
    return next(b for b in page.view.blocks() if b.title == name)


def with_room_left(context, least=4, centre=None):
    """A running course, at some centre, whose package holds some more."""

    def at_centre(work, course):
        return centre in (None, work.get_one(Course, course).centre_id)

    for letters in ("mik", "jen", "han", "lau", "sør"):
        for one in context.ask(citizens.course_choices, letters, 20):
            if (one.free or 0) >= least and context.ask(at_centre, one.course_id):
                return one
    raise AssertionError("the demo has none")


def settle(context, qtbot):
    qtbot.wait(1)
    context._background.wait()
    for _ in range(5):
        QApplication.processEvents()


def mouse(view, kind, at, modifiers=NONE):
    port = view.viewport()
    where = QPointF(at), QPointF(port.mapToGlobal(at))
    QApplication.sendEvent(port, QMouseEvent(kind, *where, LEFT, LEFT, modifiers))


def carry(view, start, end, modifiers=NONE):
    mouse(view, QEvent.Type.MouseButtonPress, start)
    mouse(view, QEvent.Type.MouseMove, start + QPoint(14, 14), modifiers)
    mouse(view, QEvent.Type.MouseMove, end, modifiers)


# ---- views


def test_the_month_opens_the_day_on_enter(qtbot, page, context):
    page.choose_view(View.MONTH.value)
    settle(context, qtbot)
    month = page.month_view
    assert month.day() == DAY
    spoken = month.items().data(month.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Onsdag 18. november")

    qtbot.keyClick(month, Qt.Key.Key_Down)
    qtbot.keyClick(month, Qt.Key.Key_Return)

    assert (page.shown.view, page.shown.day) == (View.DAY, date(2026, 11, 25))


def test_the_list_narrows_sorts_and_marks(qtbot, page):
    page.choose_view(View.LIST.value)
    listing = page.list_view
    whole = len([x for x in listing._items.lines if x.thing])
    listing._words.setText("boks a")
    shown = [x.thing for x in listing._items.lines if x.thing]
    assert 0 < len(shown) < whole
    assert {one.room for one in shown} == {"Boks A"}

    listing._choose_group(None)
    listing._sort_by(1)
    names = [x.thing.sort_key for x in listing._items.lines]
    assert names == sorted(names)

    listing._words.clear()
    waiting = next(
        x.thing
        for x in listing._items.lines
        if x.thing.look is Look.NEEDS_MARK
        or (x.thing.look is Look.PLANNED and x.thing.starts <= page.app.now())
    )
    listing.select(waiting.participant_id)
    qtbot.keyClick(listing.table, Qt.Key.Key_M)
    assert listing.current().look is Look.CAME


def test_teams_stand_side_by_side_on_their_day(page):
    page.look_at(page.shown.with_across(Across.TEAMS))

    card = page.view.calendar()
    assert "Balancehold 2" in [column.title for column in card.columns]
    assert {b.title for b in page.view.blocks()} == {"Balancehold 2"}


def test_the_grid_zooms_and_is_kept(page):
    before = page.view.box_of(block_of(page, "Thea Bach").id).height()

    page.zoom(5)

    assert page.view.box_of(block_of(page, "Thea Bach").id).height() > 2 * before
    assert page.app.settings.grid == 5


def test_cancelled_trainings_can_be_hidden(page):
    gone = [
        b for b in page.view.blocks() if b.look in (Look.IN_TIME, Look.LATE_CANCEL, Look.CENTRE)
    ]
    assert gone

    page.show_cancelled(False)

    assert not {b.id for b in gone} & {b.id for b in page.view.blocks()}


def test_a_work_week_of_four_days_shows_four(page):
    page.choose_view(View.WEEK.value)

    page.set_work_week((0, 1, 2, 3))

    assert len(page.view.calendar().days) == 4


def test_one_key_brings_out_a_therapist_and_the_same_key_ends_it(qtbot, page):
    block = block_of(page, "Thea Bach")
    page.view.select_session(block.id)
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_3)
    bright = page.view._bright
    assert page.doing._emphasis is Emphasis.THERAPIST
    assert {b.therapist for b in page.view.blocks() if bright(b)} == {"DOS"}
    qtbot.keyClick(page.view, Qt.Key.Key_3)

    assert page.view._bright is None


def test_the_context_menu_key_opens_what_can_be_done(qtbot, page):
    page.view.select_session(block_of(page, "Thea Bach").id)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())

    QApplication.sendEvent(page.view.viewport(), event)

    menu = next(m for m in page.findChildren(QMenu) if m.accessibleName() == "Thea Bach")
    words = [action.text().replace("&", "") for action in menu.actions()]
    assert any("Flyt" in word for word in words)
    menu.close()


# ---- drag, copy, pinboard, waiting list


def test_control_and_drag_copies(qtbot, page):
    choice = with_room_left(page.app)
    therapist = block_of(page, "Thea Bach").therapist_id
    early = datetime(2026, 11, 18, 7)
    wish = booking.Wish(choice.course_id, therapist, None, early, 30, override="prøve")
    assert page.app.do("book", booking.book, wish)
    block = block_of(page, choice.name)
    page.view.verticalScrollBar().setValue(0)
    box = page.view.box_of(block.id)
    quarter = page.view.plan._y(15) - page.view.plan._y(0)
    start = QPoint(box.center().x(), box.top() + 12)

    end = start + QPoint(0, int(17 * quarter))  # 11.15

    carry(page.view, start, end, CONTROL)
    assert page.view.in_hand.hold is Hold.COPY
    mouse(page.view, QEvent.Type.MouseButtonRelease, end, CONTROL)

    there = [b.starts for b in page.view.blocks() if b.title == choice.name]
    assert there == [early, datetime(2026, 11, 18, 11, 15)]


def test_while_dragging_it_is_seen_where_it_may_land(page):
    block, taken = block_of(page, "Thea Bach"), block_of(page, "Sonja Mikkelsen")
    box = page.view.box_of(block.id)

    carry(page.view, box.topLeft() + QPoint(20, 12), box.topLeft() + QPoint(20, 12))
    carried = page.view.in_hand
    carried.slot = Place(block.column, block.starts)
    own = carried.may_land()
    carried.slot = Place(taken.column, taken.starts)

    assert own
    assert carried.may_land() is False
    page.view.drop_nothing()


def test_a_training_is_cut_and_laid_down_weeks_away(qtbot, page):
    block = block_of(page, "Thea Bach")
    page.view.select_session(block.id)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_X, CONTROL)
    assert page.pinboard.isVisible()
    assert block_of(page, "Thea Bach").starts == block.starts  # nothing is changed yet

    page.view.select_session(None)
    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    wish = booking.Wish(None, block.therapist_id, block.room_id, block.starts, block.minutes)
    places = [(block.therapist_id, None, date(2026, 12, 2))]
    [bits] = page.app.ask(free_times.landings, wish, places, block.id)
    free = datetime(2026, 12, 2) + timedelta(minutes=next(starts_in(bits & QUARTERS)))
    page.view.stand_on(Place(block.column, free))
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)

    moved = block_of(page, "Thea Bach")
    assert moved.starts == free
    assert not page.pinboard.isVisible()
    page.app.undo_stack.undo()


def test_a_pin_is_dragged_back_into_the_calendar(page, context):
    block = block_of(page, "Thea Bach")
    page.pinboard.pin(block)
    [chip] = page.pinboard.findChildren(PinChip)
    box = page.view.box_of(block.id)
    goal = page.view.viewport().mapToGlobal(QPoint(box.center().x(), box.top() - 20))
    seen = []
    page.view.dropped.connect(seen.append)

    for kind, at in (
        (QEvent.Type.MouseButtonPress, chip.mapToGlobal(QPoint(5, 5))),
        (QEvent.Type.MouseMove, chip.mapToGlobal(QPoint(40, 30))),
        (QEvent.Type.MouseMove, goal),
        (QEvent.Type.MouseButtonRelease, goal),
    ):
        event = QMouseEvent(kind, QPointF(chip.mapFromGlobal(at)), QPointF(at), LEFT, LEFT, NONE)
        QApplication.sendEvent(chip, event)

    assert [c.block.id for c in seen] == [block.id]
    assert page.pinboard.sessions == frozenset()


def test_somebody_is_dragged_from_the_waiting_list(page, context):
    choice = with_room_left(context)
    context.do("wait", waiting_list.add, choice.course_id, Form.INDIVIDUAL, 30)
    page.show_waiting()
    [row] = page._drawer.findChildren(WaitingRow)
    card = page.view.calendar()
    column = next(n for n, c in enumerate(card.columns) if c.title == "DOS")
    spot = page.view.plan.slot_box(Place(column, datetime(2026, 11, 18, 11, 15)), 15)
    goal = page.view.viewport().mapToGlobal(
        (spot.topLeft() - page.view._scroll()).toPoint() + QPoint(24, 14)
    )

    for kind, at in (
        (QEvent.Type.MouseButtonPress, row.mapToGlobal(QPoint(5, 5))),
        (QEvent.Type.MouseMove, row.mapToGlobal(QPoint(-40, 30))),
        (QEvent.Type.MouseMove, goal),
        (QEvent.Type.MouseButtonRelease, goal),
    ):
        event = QMouseEvent(kind, QPointF(row.mapFromGlobal(at)), QPointF(at), LEFT, LEFT, NONE)
        QApplication.sendEvent(row, event)

    booked = [b for b in page.view.blocks() if b.title == choice.name]
    assert [b.therapist for b in booked] == ["DOS"]
    assert context.ask(waiting_list.entries) == []


def test_an_undo_is_named_in_the_menu(window, page):
    page.moving.to(block_of(page, "Thea Bach"), datetime(2026, 11, 18, 14, 15), None)

    assert "Thea Bach" in window._undo_action.text()
    page.app.undo_stack.undo()
    assert "Thea Bach" in window._redo_action.text()


# ---- planner


def test_a_course_is_planned_changed_and_booked(qtbot, window, context):
    choice = with_room_left(context)
    window.plan(choice.course_id)
    planner = window.planner
    qtbot.waitUntil(lambda: len(planner.cards) == choice.free, timeout=PATIENT)
    before = [card.wish.starts for card in planner.cards]

    planner._choose(1)
    qtbot.keyClick(planner._list, Qt.Key.Key_Right)
    assert planner.cards[0].wish.starts != before[0]
    qtbot.keyClick(planner, Qt.Key.Key_Return, CONTROL)

    facts = context.ask(courses.one, choice.course_id)
    assert facts.ledger.free == 0
    assert "mødeplan" in planner._book.text().lower()
    context.undo_stack.undo()
    assert context.ask(courses.one, choice.course_id).ledger.free == choice.free


def test_the_planner_says_which_wish_stands_in_the_way_and_gives_it_up(qtbot, window, context):
    choice = with_room_left(context)
    window.plan(choice.course_id)
    planner = window.planner
    qtbot.waitUntil(lambda: bool(planner.cards), timeout=PATIENT)
    panel = planner.wishes
    panel._until.setChecked(True)
    panel._last_day._keep(context.now().date() + timedelta(days=3))
    panel._count.setValue(10)
    qtbot.waitUntil(lambda: not planner.cards, timeout=PATIENT)
    assert planner._plan.ways

    panel.give_up(planner._plan.ways[0][0])

    qtbot.waitUntil(lambda: len(planner.cards) == 10, timeout=PATIENT)


def test_a_date_is_dragged_to_another_day_of_the_small_calendar(qtbot, window, context):
    choice = with_room_left(context)
    window.plan(choice.course_id)
    planner = window.planner
    qtbot.waitUntil(lambda: bool(planner.cards), timeout=PATIENT)
    settle(context, qtbot)
    mini = planner._mini
    first = planner.cards[0].wish.starts.date()
    other = next(
        day
        for day in (first + timedelta(days=n) for n in range(1, 5))
        if day.weekday() < 5 and day not in [c.wish.starts.date() for c in planner.cards]
    )

    qtbot.mousePress(mini, LEFT, pos=mini._cell(first).center().toPoint())
    qtbot.mouseMove(mini, mini._cell(other).center().toPoint())
    qtbot.mouseRelease(mini, LEFT, pos=mini._cell(other).center().toPoint())

    assert other in [card.wish.starts.date() for card in planner.cards]


def test_in_the_list_the_keys_are_for_the_line_that_is_chosen(qtbot, page):
    page.view.select_session(block_of(page, "Thea Bach").id)
    page.choose_view(View.LIST.value)
    line = next(
        one.thing for one in page.list_view._items.lines if one.thing and not one.thing.team
    )
    page.list_view.select(line.participant_id)

    page.moving.by_keys()

    dialog = page.findChildren(MoveDialog)[-1] if page.findChildren(MoveDialog) else None
    dialog = dialog or page.window().findChildren(MoveDialog)[-1]
    assert line.name in [text.text() for text in dialog.findChildren(Text)]
    dialog.reject()


def test_a_pin_on_a_taken_place_stays_and_is_told_where_it_could_go(page, window):
    thea, taken = block_of(page, "Thea Bach"), block_of(page, "Ella Jespersen")
    page.view.select_session(thea.id)
    page.doing.cut()
    page.view.stand_on(Place(taken.column, taken.starts))

    page.doing.paste()

    panel = window.findChildren(RefusalPanel)[-1]
    assert any("kl." in button.text() for button in panel.findChildren(QAbstractButton))
    assert page.pinboard.first().id == thea.id


def test_a_series_is_moved_in_its_dialog(qtbot, page, context):
    page.view.select_session(block_of(page, "Thea Bach").id)
    page.doing.series()
    [dialog] = page.window().findChildren(SeriesDialog)
    assert len(dialog._steps) == 1  # only this one until somebody says otherwise
    dialog._scope.choose(1)
    assert len(dialog._steps) > 1
    dialog._minutes.setValue(30)
    assert dialog._save.isEnabled()

    dialog._change()

    assert block_of(page, "Thea Bach").minutes == 30
    context.undo_stack.undo()
    assert block_of(page, "Thea Bach").minutes == 45


def test_many_are_called_off_only_after_their_reason_and_what_it_leads_to(qtbot, page, context):
    page.view.select_session(block_of(page, "Thea Bach").id)
    page.doing.series()
    [dialog] = page.window().findChildren(SeriesDialog)
    dialog._scope.choose(1)
    before = context.undo_stack.count()
    qtbot.mouseClick(dialog._gone, LEFT)
    [asked] = dialog.findChildren(ManyDialog)

    assert context.undo_stack.count() == before
    assert not asked._save.isEnabled()
    asked._reasons.choose(0)
    assert str(len(dialog._steps)) in asked._heading.text()
    assert asked._note.text()
    qtbot.mouseClick(asked._save, LEFT)

    assert context.undo_stack.count() == before + 1
    context.undo_stack.undo()
    assert block_of(page, "Thea Bach").look is Look.PLANNED


# ---- teams, waiting list, absences


def test_a_roster_is_filled_with_a_key_a_name_and_the_rest_came(qtbot, window, context):
    window.app._store.clock.wall = datetime(2026, 11, 19, 14, 30)
    team = next(t for t in context.ask(cards.teams) if t.name == "Varmtvandshold")
    meeting = next(
        m for m in context.ask(cards.meetings, team.id) if m.starts.date() == date(2026, 11, 19)
    )
    window.open_roster(meeting.session_id)
    page = window.teams
    waiting = len(page._card.unmarked)
    assert waiting >= 3

    page._next_unmarked(page._card.seats[-1].participant_id)
    qtbot.keyClick(page.names, Qt.Key.Key_M)
    assert len(page._card.unmarked) == waiting - 1
    qtbot.keyClick(page.names, Qt.Key.Key_R)

    assert page._card.unmarked == ()
    context.undo_stack.undo()
    assert len(page._card.unmarked) == waiting - 1


def test_somebody_drops_in_and_leaves(qtbot, window, context):
    choice = with_room_left(context)
    team = next(t for t in context.ask(cards.teams) if t.name == "Varmtvandshold")
    window.show_place(TEAMS)
    page = window.teams
    page._team, page._meeting = team.id, None
    page.refresh()
    taken = page._card.meeting.taken
    page._find.choose(choice.course_id)

    qtbot.mouseClick(page._drop_in, LEFT)

    assert page._card.meeting.taken == taken + 1
    assert choice.name in [seat.name for seat in page._card.seats]


def test_a_freed_time_is_called_about_and_booked(qtbot, window, context):
    block = block_of(window.calendar, "Thea Bach")
    centre = context.ask(lambda work: work.get_one(TrainingSession, block.id).centre_id)
    choice = with_room_left(context, centre=centre)
    context.do("wait", waiting_list.add, choice.course_id, Form.INDIVIDUAL, 30)
    mark = Mark(State.CANCELLED, Why.ILLNESS, datetime(2026, 11, 18, 8))
    context.do("cancel", marking.note, block.people[0].id, mark)
    window.open_slot(block.id)
    page = window.waiting
    assert page._slot().session_id == block.id
    names = [b.accessibleName() for b in page.findChildren(type(page.put)) if b.accessibleName()]
    assert any(choice.name in name for name in names)

    yes = next(
        b
        for b in page.findChildren(type(page.put))
        if b.accessibleName().startswith(f"{choice.name}: Ja")
    )
    qtbot.mouseClick(yes, LEFT)

    assert context.ask(courses.one, choice.course_id).ledger.free == choice.free - 1
    assert context.ask(waiting_list.entries) == []


def test_the_waiting_list_takes_somebody_on_and_off(qtbot, window, context):
    choice = with_room_left(context)
    window.show_place(WAITING)
    page = window.waiting
    page.show_list()
    page.finder.choose(choice.course_id)
    page._days[1].setChecked(True)

    qtbot.mouseClick(page.put, LEFT)
    [entry] = context.ask(waiting_list.entries)
    assert (entry.citizen, entry.weekdays) == (choice.name, (1,))
    qtbot.mouseClick(page._off, LEFT)

    assert context.ask(waiting_list.entries) == []


# ---- others


def test_what_a_colleague_books_appears_without_losing_choice_form_or_scroll(
    qtbot, window, context, demo
):
    page = window.calendar
    block = block_of(page, "Thea Bach")
    page.view.select_session(block.id)
    page.view.verticalScrollBar().setValue(20)
    page.booking_way.begin(datetime(2026, 11, 18, 15), block.therapist_id, None)
    page.booking_panel._words.setText("tim j")
    choice = with_room_left(context)
    other = AppContext(demo, Settings())
    wish = booking.Wish(
        choice.course_id, block.therapist_id, None, datetime(2026, 11, 18, 11, 15), 30
    )
    assert other.do("a colleague books", booking.book, wish)

    context.look_for_news()
    settle(context, qtbot)

    assert [b for b in page.view.blocks() if b.title == choice.name]
    assert page.view.current().id == block.id
    assert page.view.verticalScrollBar().value() == 20
    assert page.booking_panel._words.text() == "tim j"


def test_every_control_of_the_new_pages_has_a_spoken_name(window, context, qtbot):
    from tests.ui.test_window import nameless

    QAccessible.setActive(True)
    window.show_place(TEAMS)
    assert nameless(window.teams) == []
    window.show_place(WAITING)
    assert nameless(window.waiting) == []
    window.waiting.show_list()
    assert nameless(window.waiting) == []
    window.plan(with_room_left(context).course_id)
    settle(context, qtbot)
    assert nameless(window.planner) == []
    window.open_absence()
    settle(context, qtbot)
    assert nameless(window.absence) == []
    for view in (View.MONTH, View.LIST):
        window.show_place(0)
        window.calendar.choose_view(view.value)
        settle(context, qtbot)
        assert nameless(window.calendar) == []


def test_nothing_is_booked_from_a_proposal_for_somebody_else(qtbot, window, context):
    first, second = two_with_room_left(context)
    window.plan(first)
    planner = window.planner
    qtbot.waitUntil(lambda: bool(planner.cards), timeout=PATIENT)
    before = context.undo_stack.count()

    window.plan(second)
    qtbot.keyClick(planner, Qt.Key.Key_Return, CONTROL)  # before the search has answered

    assert context.undo_stack.count() == before
    qtbot.waitUntil(lambda: bool(planner.cards), timeout=PATIENT)
    assert {card.wish.course_id for card in planner.cards} == {second}


def two_with_room_left(context):
    found = []
    for letters in ("mik", "jen", "han", "lau", "sør"):
        for one in context.ask(citizens.course_choices, letters, 20):
            if (one.free or 0) >= 4:
                found.append(one.course_id)
    return found[0], found[-1]


def test_nobody_is_moved_for_the_absence_of_another(qtbot, window, context):
    window.open_absence()
    page = window.absence
    assert page._who.currentIndex() < 0  # nobody is ill until somebody says so
    assert not page._go.isEnabled()
    page._who.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(page.hits), timeout=PATIENT)
    before = context.undo_stack.count()

    page._who.setCurrentIndex(page._who.currentIndex() + 2)
    qtbot.keyClick(page, Qt.Key.Key_Return, CONTROL)

    assert context.undo_stack.count() == before
    assert page.hits == []


def test_an_undo_in_the_planner_makes_it_a_proposal_again(qtbot, window, context):
    window.plan(with_room_left(context).course_id)
    planner = window.planner
    qtbot.waitUntil(lambda: bool(planner.cards), timeout=PATIENT)
    planner._do_book()
    assert planner._done

    context.undo_stack.undo()

    assert not planner._done
    assert planner._book.isEnabled()


def test_a_mark_is_not_written_over_without_asking(qtbot, window, context):
    window.app._store.clock.wall = datetime(2026, 11, 18, 15)
    page = window.my_day
    window.show_place(1)
    person = page._chosen()
    context.do("no-show", marking.note, person, Mark(State.MISSED))
    page._restore(person)

    qtbot.keyClick(page.list, Qt.Key.Key_M)

    assert page.marking.card is not None
    assert context.ask(marking.standing_mark, person) is State.MISSED
    qtbot.keyClick(page.marking.card, Qt.Key.Key_Return)
    assert context.ask(marking.standing_mark, person) is State.ATTENDED


def test_late_minutes_are_typed_at_once(qtbot, window, context):
    window.app._store.clock.wall = datetime(2026, 11, 18, 15)
    window.show_place(1)
    page = window.my_day
    person = page._chosen()
    qtbot.keyClick(page.list, Qt.Key.Key_F)

    qtbot.keyClicks(page.marking.card._late, "20")
    qtbot.keyClick(page.marking.card._late, Qt.Key.Key_Return)

    late = context.ask(lambda work: work.get_one(Participant, person).late_minutes)
    assert late == 20


def test_a_card_with_a_rule_opens_no_window_of_its_own(qtbot, window):
    before = {w for w in QApplication.topLevelWidgets() if w.isVisible()}
    shown = []

    class Spy(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and watched.isWidgetType() and watched.isWindow():
                shown.append(watched)
            return False

    spy = Spy()
    QApplication.instance().installEventFilter(spy)
    strip = SourceStrip("Reglen", "række 50", "Vis stedet")
    QApplication.instance().removeEventFilter(spy)
    strip.deleteLater()

    assert [w for w in shown if w not in before] == []


def test_at_large_text_the_pages_fit_the_screen(window):
    room = window.screen().availableGeometry()
    for page in (window.teams, window.waiting, window.absence, window.planner):
        assert page.minimumSizeHint().height() <= room.height()


def test_the_planner_finds_rooms_by_what_is_in_them(qtbot, window, context):
    window.open_palette()
    palette = window.findChildren(Palette)[-1]
    qtbot.keyClicks(palette.words, "boks b")
    place = next(n for n, hit in enumerate(palette.hits) if "Udstyr" in hit.title)
    palette._take(palette._items.index(place))
    dialog = window.findChildren(EquipmentDialog)[-1]
    qtbot.keyClicks(dialog.words, "Barre, briks")
    dialog._save()

    room = next(one for one in context.ask(roster.room_cards) if one.name == "Boks B")
    window.plan(with_room_left(context, centre=room.centre_id).course_id)
    planner = window.planner
    planner.wishes._gear.setCurrentIndex(1)

    assert planner.wishes.wishes().equipment == frozenset({"barre"})
    qtbot.waitUntil(lambda: bool(planner.cards) and not planner._looking, timeout=PATIENT)
    assert {card.room for card in planner.cards} == {"Boks B"}


def test_a_team_is_made_with_its_meetings_and_taken_back(qtbot, window, context):
    window.show_place(TEAMS)
    page = window.teams
    page._new.click()
    dialog = window.findChildren(TeamDialog)[-1]
    assert not dialog._save.isEnabled()
    qtbot.keyClicks(dialog.name, "Fredagshold")
    place = [r.name for r in dialog._rooms].index("Sal 2")
    dialog.where.setCurrentIndex(place)
    dialog.who.setCurrentIndex([s.short for s in dialog._staff].index("KAA"))
    dialog.weekday.setCurrentIndex(4)
    dialog.at.show_time(time(9, 0))
    dialog._make()

    mine = next(t for t in context.ask(cards.teams) if t.name == "Fredagshold")
    assert page._team == mine.id
    meetings = context.ask(cards.meetings, mine.id)
    assert meetings
    assert {m.starts.weekday() for m in meetings} == {4}
    assert "møder er lagt" in page._held.text()
    context.undo_stack.undo()
    assert "Fredagshold" not in [t.name for t in context.ask(cards.teams)]
    assert page._team is not None


def test_the_meeting_that_needs_marking_opens_not_next_weeks(qtbot, window, context):
    team = next(t for t in context.ask(cards.teams) if t.name == "Varmtvandshold")
    [meeting] = [
        m for m in context.ask(cards.meetings, team.id) if m.starts.date() == date(2026, 11, 19)
    ]
    window.app._store.clock.wall = meeting.ends + timedelta(minutes=5)
    page = window.teams
    page._team, page._meeting = team.id, None
    window.show_place(4)
    page.refresh()

    assert page._meeting == meeting.session_id


def test_an_old_meeting_can_be_gone_to(qtbot, window, context):
    team = next(t for t in context.ask(cards.teams) if t.name == "Varmtvandshold")
    now = context.now()
    window.app._store.clock.wall = now + timedelta(weeks=6)
    with context._store.read() as work:
        query = select(TrainingSession.id).where(
            TrainingSession.team_id == team.id, TrainingSession.starts < now - timedelta(weeks=4)
        )
        old = work.scalars(query.limit(1)).first()
    window.open_roster(old)

    assert window.teams._meeting == old
    window.teams.refresh()
    assert window.teams._meeting == old


def test_the_undo_of_a_mark_says_no_number_that_it_makes_untrue(qtbot, page, context):
    told = []
    context.done.connect(told.append)
    page.app._store.clock.wall = page.app.now().replace(hour=15)
    block = next(
        b
        for b in page.view.blocks()
        if b.look in (Look.PLANNED, Look.NEEDS_MARK)
        and not b.capacity
        and b.starts < page.app.now()
    )
    page.marking.mark(block.people[0].id, State.ATTENDED)

    assert any("brugt" in one for one in told)
    assert "brugt" not in context.undo_stack.undoText()
