"""The calendar: a day with therapists, rooms or teams side by side, the week of one or of the centre, a month, a list."""

import uuid
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from trainer_desktop.rules.course import State
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services.attendance.look import TO_MARK
from trainer_desktop.services.booking import booking
from trainer_desktop.services.calendar import days as calendar
from trainer_desktop.services.calendar import month, session_list
from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard, PersonCard
from trainer_desktop.services.calendar.session_list import ListLine
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.store.moments import monday_of
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.actions import CalendarActions
from trainer_desktop.ui.calendar.ahead import Ahead
from trainer_desktop.ui.calendar.grid.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.grid.emphasis import Emphasis, brought_out
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.legend import Legend
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.grid.plan import cell_words
from trainer_desktop.ui.calendar.grid.strip_plan import StripPlan
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.calendar.list_view import ListView
from trainer_desktop.ui.calendar.month_view import MonthView
from trainer_desktop.ui.calendar.moving.moving import Moving, Target
from trainer_desktop.ui.calendar.shown import Across, Shown, View
from trainer_desktop.ui.calendar.side.booking_panel import BookingPanel
from trainer_desktop.ui.calendar.side.inspector import Inspector
from trainer_desktop.ui.calendar.side.pinboard import Pinboard
from trainer_desktop.ui.calendar.side.waiting_drawer import WaitingDrawer
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.marking.marking import Marking
from trainer_desktop.ui.parts.basics import col, row
from trainer_desktop.ui.parts.button import Button, Drop, Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.refusal_card import RefusalPanel
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.parts.top_bar import TopBar, menu_for
from trainer_desktop.ui.theme import theme

Change = Callable[[Shown], Shown]


@guarded
class CalendarPage(Page):
    """Kalender."""

    plan_wished = Signal(object)  # course id
    roster_wished = Signal(object)  # session id
    slot_wished = Signal(object)  # session id

    shows = (
        *("training_session", "participant", "course", "citizen", "reevaluation", "correction"),
        *("staff", "room", "working_hours", "staff_absence", "closing_day", "team"),
        *("room_closure", "waiting_entry"),
    )

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._centres = app.ask(roster.centres)
        day = app.ask(calendar.day_to_show, app.now().date())
        self._shown = Shown(
            day,
            centre=self._centres[0] if self._centres else None,
            grid=app.settings.grid,
            weekdays=tuple(int(one) for one in app.settings.work_week),
        )
        self._person: uuid.UUID | None = None
        self._emphasis: Emphasis | None = None
        self._before_booking: tuple[Shown, uuid.UUID | None] | None = None
        self._ahead = Ahead(app, self)
        self._reading = QTimer(self, interval=120, singleShot=True)
        self._reading.timeout.connect(self._read_ahead)
        self._build()
        self._connect()
        app.minute.connect(self._minute)
        app.day_changed.connect(self._new_day)

    # ---- what others call

    @property
    def shown(self) -> Shown:
        """What is shown; ask it for something else, and hand that to `look_at`."""
        return self._shown

    def look_at(self, shown: Shown) -> None:
        """Show something else."""
        another = (shown.view, shown.strips, shown.grid) != (
            self._shown.view,
            self._shown.strips,
            self._shown.grid,
        )
        self._shown = shown
        self._views.choose(shown.view.value)
        self._few.say(self._view_names[shown.view.value])
        if another:
            self._view.use_plan(StripPlan() if shown.strips else ColumnPlan(shown.grid))
        self._legend.setVisible(shown.strips)
        whole = {View.MONTH: self._month, View.LIST: self._list}
        self._stack.setCurrentWidget(whole.get(shown.view, self._grid))
        self._read()
        self._fit_side()

    def show_day(self, day: date, session_id: uuid.UUID | None = None) -> None:
        """Go to a day, and to one of its trainings, wherever it is held; a booking not yet begun gives way to it."""
        if session_id and self._side.currentWidget() is self._booking and not self._booking.in_use:
            self._end_booking()
        shown = self._shown.on(day)
        if shown.view in (View.MONTH, View.LIST):
            shown = shown.as_view(View.DAY)
        self._view.select_session(session_id)
        self.look_at(shown)
        if session_id is None:
            return
        if all(block.id != session_id for block in self._view.blocks()):
            self.look_at(Shown(day, grid=shown.grid, weekdays=shown.weekdays))
        self._view.select_session(session_id)

    def show_week(self, day: date, therapist: NamedKey) -> None:
        """Go to a therapist's week."""
        self.look_at(self._shown.on(day).of_therapist(therapist).as_view(View.WEEK))

    def show_room(self, room: NamedKey) -> None:
        """Go to a room's day."""
        self.look_at(self._shown.of_room(room).as_view(View.DAY))

    def keyboard(self) -> QWidget:
        """What takes the keyboard."""
        return {View.MONTH: self._month, View.LIST: self._list.table}.get(
            self._shown.view, self._view
        )

    def refresh(self) -> None:
        self._ahead.forget()
        self._read()

    @Slot()
    def _minute(self) -> None:
        """Let the line of now move on, and trainings that have ended ask for their marks."""
        if self.isVisible():
            self.refresh()

    @Slot(object, object)
    def _new_day(self, before: date, today: date) -> None:
        """Go over midnight with the clock, unless somebody looks at another day or is in the middle of a booking."""
        if self._shown.day == before and self._side.currentWidget() is not self._booking:
            self.look_at(self._shown.on(self.app.ask(calendar.day_to_show, today)))
        else:
            self.refresh()

    def _read(self) -> None:
        match self._shown.view:
            case View.MONTH:
                self._read_month()
            case View.LIST:
                self._read_list()
            case _:
                self._read_grid()
        if self._drawer.isVisible():
            self._drawer.refresh()

    @property
    def view(self) -> CalendarView:
        """The day or the week itself."""
        return self._view

    @property
    def month_view(self) -> MonthView:
        """The month."""
        return self._month

    @property
    def list_view(self) -> ListView:
        """The list."""
        return self._list

    @property
    def pinboard(self) -> Pinboard:
        """What has been taken out."""
        return self._pinboard

    @property
    def marking(self) -> Marking:
        """What notes attendance."""
        return self._marking

    @property
    def moving(self) -> Moving:
        """What moves trainings."""
        return self._moving

    @property
    def booking_panel(self) -> BookingPanel:
        """The form of a booking."""
        return self._booking

    # ---- building

    def _build(self) -> None:
        self._items = CalendarItemModel(self)
        self._view = CalendarView(self._items, ColumnPlan(self._shown.grid))
        self._view.setAccessibleName(self.tr("Calendar"))
        self._month, self._list = MonthView(), ListView()
        words = [self.tr("Day"), self.tr("Week"), self.tr("Month"), self.tr("List")]
        self._views = Segments(words, self.tr("View"))
        self._view_names = words
        self._few = Drop(words[0], self.tr("View"))
        narrow = theme.scale >= 1.75  # at large text the views are one choice
        (self._views if narrow else self._few).hide()
        self._whose = Drop("", self.tr("Centre and therapists"))
        self._rooms = Drop("", self.tr("Rooms"))
        self._print = Button("", "quiet", icon="print", spoken=self.tr("Print"))
        self._new = Button(self.tr("New training"), "primary", icon="plus")
        steps = (self.tr("Back"), self.tr("Today"), self.tr("On"))
        right = [
            self._few if narrow else self._views,
            self._whose,
            self._rooms,
            self._print,
            self._new,
        ]
        self._bar = TopBar(right, steps=steps, folds=[self._print, self._rooms, self._whose])
        self._inspector = Inspector(self.app)
        self._booking = BookingPanel(self.app)
        self._drawer = WaitingDrawer(self.app)
        self._side = QStackedWidget()
        for panel in (self._inspector, self._booking, self._drawer):
            self._side.addWidget(panel)
        self._side.setFixedWidth(self._inspector.width())
        self._legend, self._pinboard = Legend(), Pinboard()
        self._legend.hide()
        self._marking = Marking(self.app, self._view)
        self._marking.place_at(self._beside_selected)
        self._moving = Moving(
            self.app, self._view, self._target, self._beside_selected, self.chosen_block
        )
        self._grid = col_widget(self._view, self._legend, self._pinboard)
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(theme.px(200))
        for widget in (self._grid, self._month, self._list):
            self._stack.addWidget(widget)
        middle = col(self._bar, row((self._stack, 1), gap=0), gap=0)
        middle.setStretch(1, 1)
        whole = row(middle, self._side, gap=0, on=self)
        whole.setStretch(0, 1)
        self._make_menus()
        self._actions = CalendarActions(self, self, [self._view, self._list.table])
        self.training_actions = self._actions.training
        self.view_actions = self._actions.view

    def fill_view_menu(self, menu: QMenu) -> None:
        """Add the zoom and the work week to the window's menu."""
        self._actions.fill_view_menu(menu)

    def _make_menus(self) -> None:
        """Each choice is a function from what is shown to what shall be."""
        places: list[tuple[str, Change]] = [
            (c.name, partial(Shown.of_centre, centre=c)) for c in self._centres
        ]
        places.append((self.tr("All centres"), partial(Shown.of_centre, centre=None)))
        across: list[tuple[str, Change]] = [
            (
                self.tr("Therapists side by side"),
                partial(Shown.with_across, across=Across.THERAPISTS),
            ),
            (self.tr("Teams side by side"), partial(Shown.with_across, across=Across.TEAMS)),
        ]
        people: list[tuple[str, Change]] = [
            (f"{t.short} · {t.name}", partial(Shown.of_therapist, therapist=t))
            for t in self.app.ask(roster.therapists)
        ]
        menu_for(self._whose, [places, across, people], self._change)
        some = self._whose.menu().addAction(self.tr("Several therapists …"))
        some.triggered.connect(self._choose_several)
        ways: list[tuple[str, Change]] = [
            (self.tr("All rooms"), Shown.with_any_room),
            (self.tr("Rooms side by side"), Shown.with_rooms_across),
        ]
        rooms: list[tuple[str, Change]] = [
            (
                r.short if len(self._centres) < 2 else f"{r.short} · {r.centre}",
                partial(Shown.of_room, room=r),
            )
            for r in self.app.ask(roster.rooms)
        ]
        menu_for(self._rooms, [ways, rooms], self._change)
        menu_for(self._few, [list(zip(self._view_names, View, strict=True))], self._choose_other)

    def _choose_other(self, view: View) -> None:
        self.choose_view(view.value)

    def _change(self, change: Change) -> None:
        self.look_at(change(self._shown))

    def _connect(self) -> None:
        self._bar.back.clicked.connect(lambda: self.step(-1))
        self._bar.on.clicked.connect(lambda: self.step(1))
        self._bar.today.clicked.connect(self.today)
        self._views.group.idClicked.connect(self.choose_view)
        self._print.clicked.connect(self.print_page)
        self._new.clicked.connect(self.book_here)
        view = self._view
        view.selectionModel().currentChanged.connect(self._selected)
        view.place_wished.connect(self._book_at)
        view.opened.connect(self._open)
        view.stepped.connect(self._step_weeks)
        view.today_wished.connect(self.today)
        view.menu_wished.connect(self._open_menu)
        view.cell_changed.connect(lambda _slot: self._show_selected())
        self._month.day_wished.connect(self.show_day)
        self._month.stepped.connect(self.step)
        self._month.today_wished.connect(self.today)
        self._month.menu_wished.connect(self._open_menu)
        self._list.which_changed.connect(self._read_list)
        self._list.chosen.connect(self._chosen_in_list)
        self._list.opened.connect(self._open_line)
        self._pinboard.pulled.connect(view.carry_in)
        self._pinboard.let_go.connect(view.lay_down)
        self._pinboard.lay_wished.connect(self._lay_pinned)
        self._moving.moved.connect(self._moved)
        self._pinboard.changed.connect(lambda: view.show_pinned(self._pinboard.sessions))
        self._drawer.pulled.connect(view.carry_in)
        self._drawer.let_go.connect(view.lay_down)
        self._drawer.closed.connect(self._end_booking)
        side = self._inspector
        side.mark_wished.connect(self._marking.mark)
        side.late_wished.connect(self._marking.late)
        side.unmark_wished.connect(self._marking.unmark)
        side.staff_late_wished.connect(self._marking.staff_late)
        side.door_wished.connect(self._marking.door)
        side.move_wished.connect(self._moving.by_keys)
        side.letter_wished.connect(self._print_letter)
        side.citizen_wished.connect(self.app.open_citizen)
        side.person_chosen.connect(self._choose_person)
        side.rule_wished.connect(self._show_rule)
        side.roster_wished.connect(self.roster_wished)
        side.slot_wished.connect(self.slot_wished)
        side.closed.connect(lambda: view.select_session(None))
        self._booking.closed.connect(self._give_up_booking)
        self._booking.booked.connect(self._booked)
        self._booking.place_changed.connect(self._hold)
        self._booking.plan_wished.connect(self._plan)

    # ---- reading

    def _read_grid(self) -> None:
        chosen, cell = self._view.current(), self._view.cell
        card = self._ahead.take(self._shown) or self.app.ask(self._shown.read)
        with QSignalBlocker(self._view.selectionModel()):
            self._items.show_calendar(card)
            self._view.select_session(chosen.id if chosen else None)
            if chosen is None and cell and self._fits(cell, card):
                self._view.stand_on(Place(cell.column, self._same_time(cell, card)))
        self._say_title(card.days[0], card.days[-1])
        self._say_choices(card)
        self._show_selected()
        self._reading.start()

    def _read_ahead(self) -> None:
        self._ahead.read_beside(self._shown)

    def _fits(self, cell: Place, card: CalendarCard) -> bool:
        return cell.column < len(card.columns) and self._view.hasFocus()

    def _same_time(self, cell: Place, card: CalendarCard) -> datetime:
        return datetime.combine(card.columns[cell.column].day, cell.starts.time())

    def _read_month(self) -> None:
        shown, today = self._shown, self.app.now().date()
        centre = shown.centre.id if shown.centre else None
        self._bar.say(dates.month_year(shown.day), "")
        self.app.ask_later(self, self._show_month, month.month, shown.day, centre)
        self._say_choices(None)
        self._month.setProperty("today", today)

    def _show_month(self, days: list[month.MonthDayCard]) -> None:
        if not days or self._shown.view is not View.MONTH:
            return
        self._month.show_days(days, self._shown.day, self.app.now().date())
        weeks = f"{dates.week_number(days[0].day)}–{dates.week_number(days[-1].day)}"
        note = self.tr("week {n}").format(n=weeks)
        self._bar.say(dates.month_year(self._shown.day), note)

    @Slot()
    def _read_list(self) -> None:
        shown = self._shown
        monday = monday_of(shown.day)
        lines = self.app.ask(
            session_list.lines,
            monday,
            monday + timedelta(days=6),
            self._list.which,
            centre=shown.centre.id if shown.centre and not shown.therapist else None,
            therapist=shown.therapist.id if shown.therapist else None,
            room=shown.room.id if shown.room else None,
        )
        self._list.show_lines(lines)
        self._say_title(monday, monday + timedelta(days=6))
        self._say_choices(None)
        self._chosen_in_list()

    def _say_title(self, first: date, last: date) -> None:
        week = self.tr("Week {n}").format(n=dates.week_number(first))
        hidden = "" if self._shown.cancelled else self.tr(" · cancelled hidden")
        if self._shown.view is View.DAY:
            short = dates.short_day(first)
            this_year = first.year == self.app.now().year
            long = dates.long_day(first) if this_year else dates.long_day_year(first)
            self._bar.say(long, week + hidden, short[:1].upper() + short[1:])
            return
        same = first.month == last.month
        start = dates.day_number(first) if same else dates.day_month(first)
        self._bar.say(week, f"{start}–{dates.day_month(last)} {last.year}{hidden}")

    @Slot()
    def _choose_several(self) -> None:
        from trainer_desktop.ui.calendar.several_dialog import SeveralDialog

        dialog = SeveralDialog(self.app.ask(roster.therapists), self._shown.several, self)
        dialog.accepted.connect(lambda: self.look_at(self._shown.of_several(dialog.chosen)))
        dialog.open()

    def _say_choices(self, card: CalendarCard | None) -> None:
        """What is chosen, in the words of the two choices: who, and where."""
        shown = self._shown
        keys = {c.key for c in card.columns if isinstance(c.key, uuid.UUID)} if card else set()
        centre = shown.centre.name if shown.centre else self.tr("All centres")
        if shown.therapist:
            whose = f"{shown.therapist.short} · {shown.therapist.name}"
        elif shown.several and len(shown.several) <= 3:
            whose = ", ".join(one.short for one in shown.several)
        elif shown.room:
            whose = shown.room.centre
        elif shown.rooms_across or card is None:
            whose = centre
        elif shown.columns_are_teams:
            whose = self.tr("%n team(s)", "", len(keys))
        else:
            whose = self.tr("%n therapist(s)", "", len(keys))
        where = shown.room.short if shown.room else self.tr("All rooms")
        if shown.rooms_across:
            where = self.tr("%n room(s)", "", len(keys))
        self._whose.say(whose)
        self._rooms.say(where)

    # ---- steps

    @Slot()
    def today(self) -> None:
        """Go to today."""
        self.look_at(self._shown.on(self.app.now().date()))

    @Slot(int)
    def step(self, by: int) -> None:
        """One on or back: a day, a week or a month, as is shown."""
        self.look_at(self._shown.stepped(by))

    def step_days(self, by: int) -> None:
        """Days on or back, whatever is shown."""
        self.look_at(self._shown.on(self._shown.day + timedelta(days=by)))

    @Slot(int)
    def _step_weeks(self, by: int) -> None:
        self.look_at(self._shown.on(self._shown.day + timedelta(weeks=by)))

    @Slot(int)
    def choose_view(self, kind: int) -> None:
        """Day, week, month or list."""
        day = self._month.day() if self._shown.view is View.MONTH else None
        shown = self._shown.on(day) if day else self._shown
        self.look_at(shown.as_view(View(kind)))
        self.keyboard().setFocus()

    # ---- what is chosen

    @Slot()
    def _selected(self) -> None:
        self._person = None
        self._show_selected()

    def _show_selected(self) -> None:
        block, cell = self._view.current(), self._view.cell
        if self._shown.view in (View.MONTH, View.LIST):
            return
        card = self._view.calendar()
        if block is None and cell and card and cell.column < len(card.columns):
            self._inspector.show_cell(cell_words(card, cell), team=self._shown.columns_are_teams)
        else:
            self._inspector.show_block(block, self._person)
        self._bring_out(self._emphasis, keep=True)
        self._fit_side()

    @Slot()
    def _chosen_in_list(self) -> None:
        line = self._list.current()
        block = self.app.ask(calendar.block, line.session_id) if line else None
        self._inspector.show_block(block, line.participant_id if line else None)
        self._fit_side()

    def _fit_side(self) -> None:
        """Where there is little room, the side is there only for what is chosen or booked."""
        shown = self._shown
        wide = not shown.strips and self.width() >= theme.px(1180)
        busy = self._side.currentWidget() is not self._inspector
        chosen = self._view.current() is not None
        if shown.view is View.MONTH:
            wide = chosen = False
        elif shown.view is View.LIST:
            chosen = self._list.current() is not None
            wide = wide and chosen
        self._side.setVisible(wide or busy or chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    def _choose_person(self, participant_id: uuid.UUID) -> None:
        self._person = participant_id
        self._show_selected()

    def chosen_block(self) -> BlockCard | None:
        """The chosen training."""
        if self._shown.view is View.LIST:
            line = self._list.current()
            return self.app.ask(calendar.block, line.session_id) if line else None
        return self._view.current()

    @Slot(object)
    def _open_menu(self, spot: QPoint) -> None:
        menu: QMenu = self._actions.menu(self.chosen_block())
        menu.popup(spot)

    # ---- what the keys do

    def mark(self, state: State) -> None:
        """Note how the chosen training went."""
        card = self._inspector.card
        if card:
            self._marking.mark(card.participant_id, state)

    def mark_citizen(self, citizen_id: uuid.UUID, state: State) -> None:
        """Note how the chosen training went for one citizen, who may be one of a team."""
        block = self._view.current()
        people = block.people if block else ()
        person = next((one for one in people if one.citizen_id == citizen_id), None)
        if person:
            self._choose_person(person.id)
            self._marking.mark(person.id, state)

    def late(self) -> None:
        """Note that the citizen came late."""
        card = self._inspector.card
        if card and card.look in TO_MARK:
            self._marking.late(card.participant_id)

    def unmark(self) -> None:
        """Take the mark away."""
        card = self._inspector.card
        if card and card.look not in TO_MARK:
            self._marking.unmark(card.participant_id)

    @Slot(object)
    def _open(self, block: object) -> None:
        card = self._inspector.card
        if isinstance(block, BlockCard) and block.capacity:
            self.roster_wished.emit(block.id)
        elif card and block:
            self.app.open_citizen.emit(card.citizen_id)

    @Slot(object)
    def _open_line(self, line: ListLine) -> None:
        self.show_day(line.starts.date(), line.session_id)

    def remove(self) -> None:
        """Take back a booking made by mistake."""
        block = self.chosen_block()
        if not block or block.look not in TO_MARK or block.capacity:
            return
        when = f"{dates.short_day(block.starts.date())} {dates.clock(block.starts)}"
        title = self.tr("Remove {who}, {when}?").format(who=block.title, when=when)
        said = self.tr("It leaves the calendar and the package, as if it had never been booked.")
        seen = self.app.saw()

        def go() -> None:
            text = self.tr("Removed: {who}").format(who=block.title)
            self.app.do_as_seen(seen, text, booking.remove, block.id)

        way = ("undo", self.tr("Remove it"), self.tr("It was booked by mistake"), go)
        panel = RefusalPanel(self.window(), title, [said], [way])
        panel.place(self._beside_selected())

    def series(self) -> None:
        """Change or cancel this one, this and the following, or all."""
        from trainer_desktop.ui.calendar.moving.series_dialog import SeriesDialog

        block = self.chosen_block()
        if block:
            SeriesDialog(self.app, block, self).open()

    def cut(self) -> None:
        """Take the chosen training out onto the pinboard."""
        block = self.chosen_block()
        if block and block.look in TO_MARK:
            self._moving.pinned_at[block.id] = self.app.saw()
            self._pinboard.pin(block)

    def paste(self) -> None:
        """Lay what was pinned first on the keyboard's cell."""
        block = self._pinboard.first()
        if block:
            self._lay_pinned(block)

    @Slot(object)
    def _lay_pinned(self, block: BlockCard) -> None:
        cell = self._view.cell
        if cell is None:
            return
        seen = self._moving.pinned_at.get(block.id)
        self._moving.to(block, cell.starts, *self._target(cell), seen=seen)

    @Slot(object)
    def _moved(self, session_id: uuid.UUID) -> None:
        self._pinboard.unpin(session_id)
        self._moving.pinned_at.pop(session_id, None)
        self._view.select_session(session_id)

    def bring_out(self, kind: Emphasis | None) -> None:
        """Bring some trainings out; the same key again shows all alike."""
        self._bring_out(None if kind is self._emphasis else kind)

    def _bring_out(self, kind: Emphasis | None, *, keep: bool = False) -> None:
        found = brought_out(kind, self._view.current()) if kind else None
        if keep and kind and found is None:
            return
        self._emphasis = kind if found else None
        self._view.bring_out(found[0] if found else None)

    def show_cancelled(self, shown: bool) -> None:
        """Show or hide what was cancelled."""
        self.look_at(self._shown.with_cancelled(shown))

    def zoom(self, grid: int) -> None:
        """Set the grid in minutes, and keep it."""
        self.app.settings.grid = grid
        self._view.start_afresh()
        self.look_at(self._shown.zoomed(grid))

    def set_work_week(self, weekdays: tuple[int, ...]) -> None:
        """Choose which days a week has, and keep it."""
        self.app.settings.work_week = "".join(str(one) for one in weekdays)
        self.look_at(self._shown.on_weekdays(weekdays))

    def show_waiting(self) -> None:
        """Open the waiting list beside the calendar, to drag from."""
        if self._shown.view in (View.MONTH, View.LIST):
            self.look_at(self._shown.as_view(View.DAY))
        self._drawer.refresh()
        self._side.setCurrentWidget(self._drawer)
        self._side.setVisible(True)
        self._drawer.setFocus()

    # ---- booking

    @Slot()
    def book_here(self) -> None:
        """Begin a booking after what is chosen, or on the keyboard's cell."""
        if self._shown.view in (View.MONTH, View.LIST):
            self.look_at(self._shown.as_view(View.DAY))
        block, shown, cell = self._view.current(), self._shown, self._view.cell
        if block is None and cell and not shown.columns_are_teams:
            self._book_at(cell)
            return
        person = self._chosen_person(block)
        if block and person:  # the next one for whoever is chosen, from now on
            self._begin_booking(self._next_quarter(), None, None, placed=False)
            self._booking.choose_course(person.course_id)
            return
        starts = block.ends if block else self._next_quarter()
        mine = shown.therapist.id if shown.therapist else None
        room = shown.room.id if shown.room else None
        whose = block.therapist_id if block else mine
        self._begin_booking(starts, whose, room, placed=bool(whose or room))

    def book_anew(self) -> None:
        """Begin a booking that nothing is known of yet, at the next quarter."""
        if self._shown.view in (View.MONTH, View.LIST):
            self.look_at(self._shown.as_view(View.DAY))
        self._booking.forget()
        self._begin_booking(self._next_quarter(), None, None, placed=False)

    def book_for(self, course_id: uuid.UUID) -> None:
        """Begin a booking for a course, at its own therapist's next free time."""
        if self._shown.view in (View.MONTH, View.LIST):
            self.look_at(self._shown.as_view(View.DAY))
        self._booking.forget()
        self._begin_booking(self._next_quarter(), None, None, placed=False)
        self._booking.choose_course(course_id)

    def _chosen_person(self, block: BlockCard | None) -> PersonCard | None:
        """Whom a chosen training is for: its one citizen, or the one chosen on a team."""
        people = block.people if block else ()
        chosen = next((one for one in people if one.id == self._person), None)
        return chosen or (people[0] if len(people) == 1 and block and not block.capacity else None)

    def _next_quarter(self) -> datetime:
        """The next quarter-hour of the day that is open; on another day, or after closing, when it opens."""
        card, day = self._view.calendar(), self._shown.day
        hours = [c.hours for c in card.columns if c.hours] if card else []
        opens = datetime.combine(day, min((h[0] for h in hours), default=time(8)))
        closes = datetime.combine(day, max((h[1] for h in hours), default=time(16)))
        now = self.app.now().replace(second=0, microsecond=0)
        at = now + timedelta(minutes=-now.minute % 15)
        return at if opens <= at < closes else opens

    @Slot(object)
    def _book_at(self, place: Place) -> None:
        shown = self._shown
        if shown.columns_are_teams:
            return  # a team's column is no place for one citizen
        therapist, room = self._target(place)
        mine = shown.therapist.id if shown.therapist else None
        there = shown.room.id if shown.room else None
        self._begin_booking(place.starts, therapist or mine, room or there)

    def _begin_booking(
        self,
        starts: datetime,
        therapist: uuid.UUID | None,
        room: uuid.UUID | None,
        *,
        placed: bool = True,
    ) -> None:
        if self._side.currentWidget() is self._booking and self._booking.in_use:
            self._booking.move_to(starts, therapist, room)  # the proposal goes along with the click
            return
        block = self._view.current()
        self._before_booking = (self._shown, block.id if block else None)
        self._side.setCurrentWidget(self._booking)
        self._side.setVisible(True)
        self._booking.begin(starts, therapist, room, placed=placed)

    @Slot()
    def _give_up_booking(self) -> None:
        """Go back to where the booking began."""
        before, self._before_booking = self._before_booking, None
        self._end_booking()
        if before and before[0] != self._shown:
            self.look_at(before[0])
            self._view.select_session(before[1])

    @Slot(object)
    def _booked(self, session_id: uuid.UUID) -> None:
        """Go on from what was booked."""
        self._end_booking()
        self._view.select_session(session_id)

    @Slot()
    def _end_booking(self) -> None:
        self._view.hold(None)
        self._side.setCurrentWidget(self._inspector)
        self._show_selected()
        self._view.setFocus()

    @Slot(object)
    def _plan(self, course_id: uuid.UUID) -> None:
        self._end_booking()
        self.plan_wished.emit(course_id)

    @Slot(object, int)
    def _hold(self, starts: datetime, minutes: int) -> None:
        """Draw the place that is being booked, on the day or in the week where it is."""
        day, shown = starts.date(), self._shown
        far = monday_of(day) != monday_of(shown.day) if shown.week else day != shown.day
        if far:
            self._shown = shown.on(day)
            self.refresh()
        card, wish = self._view.calendar(), self._booking.wish()
        if card is None or wish is None:
            return
        for number, column in enumerate(card.columns):
            mine = column.key in (wish.therapist_id, wish.room_id, column.day)
            if mine and column.day == day:
                self._view.hold(Place(number, starts), minutes)
                return
        self._view.hold(None)

    def _target(self, place: Place) -> Target:
        """The therapist and the room that a column stands for."""
        card = self._view.calendar()
        key = card.columns[place.column].key if card else None
        if not isinstance(key, uuid.UUID) or self._shown.columns_are_teams:
            return None, None
        return (None, key) if self._shown.columns_are_rooms else (key, None)

    # ---- papers

    @Slot()
    def print_page(self) -> None:
        """Preview the paper that belongs to what is shown."""
        from trainer_desktop.services.papers import sheets  # a start needs no papers
        from trainer_desktop.ui.printing.preview_dialog import preview

        card = self._view.calendar()
        if card is None:
            return
        block, shown = self._view.current(), self._shown
        if block and block.team_id:
            title = self.tr("Attendance list")
            preview(self, title, self.app, sheets.roster_sheet, block.id)
            return
        keys = [c.key for c in card.columns if isinstance(c.key, uuid.UUID)]
        first = keys[0] if keys else None
        if shown.room or shown.columns_are_rooms:
            here = shown.room.id if shown.room else None
            room = here or (block.room_id if block else None) or first
            monday = monday_of(shown.day)
            if room:
                title = self.tr("The room's week")
                preview(self, title, self.app, sheets.room_week, room, monday)
            return
        mine = shown.therapist.id if shown.therapist else None
        staff = mine or (block.therapist_id if block else None) or first
        if staff:
            day = block.starts.date() if block and shown.week else shown.day
            preview(self, self.tr("Day sheet"), self.app, sheets.day_sheet, staff, day)

    @Slot(object)
    def _print_letter(self, citizen_id: uuid.UUID) -> None:
        from trainer_desktop.ui.printing.letter import preview_letter

        preview_letter(self, self.app, citizen_id)

    @Slot(object)
    def _show_rule(self, rule: RuleRef) -> None:
        show_rule(self, rule)

    def _beside_selected(self) -> QPoint:
        """A point on the window beside the selected training, for a card that must not hide it."""
        block = self._view.current()
        window = self.window()
        if block is None or self._shown.view is View.LIST:
            return window.rect().center() - QPoint(220, 200)
        box = self._view.box_of(block.id)
        corner = self._view.viewport().mapTo(window, box.topLeft())
        left = corner.x() - theme.px(452) - 12
        if left >= theme.size("rail"):  # the inspector stays in sight
            return QPoint(left, corner.y() - 60)
        return QPoint(corner.x() + box.width() + 12, corner.y() - 60)


def col_widget(*parts: QWidget) -> QWidget:
    """Widgets above each other, as one; the first takes the room."""
    whole = QWidget()
    column = col(*parts, on=whole)
    column.setStretch(0, 1)
    return whole
