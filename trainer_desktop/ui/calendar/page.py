"""The calendar: a day with therapists, rooms or teams side by side, the week of one or of the centre, a month, a list."""

import uuid
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from trainer_desktop.rules.rights import Right
from trainer_desktop.services.calendar import days as calendar
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.actions import CalendarActions
from trainer_desktop.ui.calendar.booking_way import BookingWay
from trainer_desktop.ui.calendar.calendar_bar import CalendarBar
from trainer_desktop.ui.calendar.doing import Doing
from trainer_desktop.ui.calendar.grid.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.legend import Legend
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.grid.plan import cell_words
from trainer_desktop.ui.calendar.grid.strip_plan import StripPlan
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.calendar.list_view import ListView
from trainer_desktop.ui.calendar.month_view import MonthView
from trainer_desktop.ui.calendar.moving.moving import Moving, Target
from trainer_desktop.ui.calendar.reading import Reading
from trainer_desktop.ui.calendar.shown import Shown, View
from trainer_desktop.ui.calendar.side.pinboard import Pinboard
from trainer_desktop.ui.calendar.side.side_panel import SidePanel
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.marking.marking import Marking
from trainer_desktop.ui.parts.basics import col, row
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.theme import theme


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
        self.person: uuid.UUID | None = None
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
        self._bar.views.choose(shown.view.value)
        self._bar.few.say(self._bar.names[shown.view.value])
        if another:
            self.view.use_plan(StripPlan() if shown.strips else ColumnPlan(shown.grid))
        self._legend.setVisible(shown.strips)
        whole = {View.MONTH: self.month_view, View.LIST: self.list_view}
        self._stack.setCurrentWidget(whole.get(shown.view, self._grid))
        self._read()
        self._fit_side()

    def show_day(self, day: date, session_id: uuid.UUID | None = None) -> None:
        """Go to a day, and to one of its trainings, wherever it is held; a booking not yet begun gives way to it."""
        if session_id and self._side.books and not self.booking_panel.in_use:
            self.booking_way.end()
        shown = self._shown.on(day)
        if shown.view in (View.MONTH, View.LIST):
            shown = shown.as_view(View.DAY)
        self.view.select_session(session_id)
        self.look_at(shown)
        if session_id is None:
            return
        if all(block.id != session_id for block in self.view.blocks()):
            self.look_at(Shown(day, grid=shown.grid, weekdays=shown.weekdays))
        self.view.select_session(session_id)

    def show_week(self, day: date, therapist: NamedKey) -> None:
        """Go to a therapist's week."""
        self.look_at(self._shown.on(day).of_therapist(therapist).as_view(View.WEEK))

    def show_room(self, room: NamedKey) -> None:
        """Go to a room's day."""
        self.look_at(self._shown.of_room(room).as_view(View.DAY))

    def keyboard(self) -> QWidget:
        """What takes the keyboard."""
        return {View.MONTH: self.month_view, View.LIST: self.list_view.table}.get(
            self._shown.view, self.view
        )

    def read_registers(self) -> None:
        """Rooms or colleagues are others now."""
        self._bar.read_registers()
        self.refresh()

    def refresh(self) -> None:
        """Read again what is shown."""
        self.reading.forget()
        self._read()

    def _read(self) -> None:
        self.reading.read()
        if self._drawer.isVisible():
            self._drawer.refresh()

    @Slot()
    def _minute(self) -> None:
        """Let the line of now move on, and trainings that have ended ask for their marks."""
        if self.isVisible():
            self.refresh()

    @Slot(object, object)
    def _new_day(self, before: date, today: date) -> None:
        """Go over midnight with the clock, unless somebody looks at another day or is in the middle of a booking."""
        if self._shown.day == before and not self._side.books:
            self.look_at(self._shown.on(self.app.ask(calendar.day_to_show, today)))
        else:
            self.refresh()

    # ---- building

    def _build(self) -> None:
        self._items = CalendarItemModel(self)
        self.view = CalendarView(self._items, ColumnPlan(self._shown.grid))
        self.view.setAccessibleName(self.tr("Calendar"))
        self.month_view, self.list_view = MonthView(), ListView()
        self._bar = CalendarBar(self.app, self._centres)
        if not self.app.may(Right.BOOK):
            self._bar.new.hide()
        self._side = SidePanel(self.app)
        self._inspector = self._side.inspector
        views = (self.view, self.month_view, self.list_view)
        self.reading = Reading(self.app, self, self._bar, views, self._items)
        self.booking_panel, self._drawer = self._side.booking, self._side.drawer
        self._legend, self.pinboard = Legend(), Pinboard()
        self._legend.hide()
        self.marking = Marking(self.app, self.view)
        self.marking.place_at(self.beside_selected)
        self.moving = Moving(
            self.app, self.view, self.target, self.beside_selected, self.chosen_block
        )
        self._grid = col_widget(self.view, self._legend, self.pinboard)
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(theme.px(200))
        for widget in (self._grid, self.month_view, self.list_view):
            self._stack.addWidget(widget)
        middle = col(self._bar, row((self._stack, 1), gap=0), gap=0)
        middle.setStretch(1, 1)
        whole = row(middle, self._side, gap=0, on=self)
        whole.setStretch(0, 1)
        self.doing = Doing(
            self.app, self, self.view, self._side, self.marking, self.moving, self.pinboard
        )
        self.booking_way = BookingWay(self.app, self, self.view, self._side)
        self.actions_of_calendar = CalendarActions(
            self, self.doing, self, [self.view, self.list_view.table]
        )
        self.training_actions = self.actions_of_calendar.training
        self.view_actions = self.actions_of_calendar.view

    def _connect(self) -> None:
        self._bar.back.clicked.connect(lambda: self.step(-1))
        self._bar.on.clicked.connect(lambda: self.step(1))
        self._bar.today.clicked.connect(self.today)
        self._bar.views.group.idClicked.connect(self.choose_view)
        self._bar.print.clicked.connect(self.print_page)
        self._bar.new.clicked.connect(self.book_here)
        self._bar.changed.connect(lambda change: self.look_at(change(self._shown)))
        self._bar.view_wished.connect(lambda view: self.choose_view(view.value))
        self._bar.several_wished.connect(self._choose_several)
        view = self.view
        view.selectionModel().currentChanged.connect(self._selected)
        view.place_wished.connect(self.booking_way.at)
        view.opened.connect(self._open)
        view.stepped.connect(self._step_weeks)
        view.today_wished.connect(self.today)
        view.menu_wished.connect(self._open_menu)
        view.cell_changed.connect(lambda _slot: self.show_selected())
        self.month_view.day_wished.connect(self.show_day)
        self.month_view.stepped.connect(self.step)
        self.month_view.today_wished.connect(self.today)
        self.month_view.menu_wished.connect(self._open_menu)
        self.list_view.chosen.connect(self.show_line)
        self.list_view.opened.connect(
            lambda line: self.show_day(line.starts.date(), line.session_id)
        )
        self.pinboard.pulled.connect(view.carry_in)
        self.pinboard.let_go.connect(view.lay_down)
        self.pinboard.changed.connect(lambda: view.show_pinned(self.pinboard.sessions))
        self._drawer.pulled.connect(view.carry_in)
        self._drawer.let_go.connect(view.lay_down)
        side = self._inspector
        side.letter_wished.connect(partial(print_letter, self, self.app))
        side.citizen_wished.connect(self.app.open_citizen)
        side.person_chosen.connect(self.choose_person)
        side.rule_wished.connect(partial(show_rule, self))
        side.roster_wished.connect(self.roster_wished)
        side.slot_wished.connect(self.slot_wished)
        side.closed.connect(lambda: view.select_session(None))

    # ---- reading

    @Slot()
    def _choose_several(self) -> None:
        from trainer_desktop.ui.calendar.several_dialog import SeveralDialog

        dialog = SeveralDialog(self.app.ask(roster.therapists), self._shown.several, self)
        dialog.accepted.connect(lambda: self.look_at(self._shown.of_several(dialog.chosen)))
        dialog.open()

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
        day = self.month_view.day() if self._shown.view is View.MONTH else None
        shown = self._shown.on(day) if day else self._shown
        self.look_at(shown.as_view(View(kind)))
        self.keyboard().setFocus()

    # ---- what is chosen

    @Slot()
    def _selected(self) -> None:
        self.person = None
        self.show_selected()

    def show_selected(self) -> None:
        """Show what is chosen beside the calendar."""
        block, cell = self.view.current(), self.view.cell
        if self._shown.view in (View.MONTH, View.LIST):
            return
        card = self.view.calendar()
        if block is None and cell and card and cell.column < len(card.columns):
            self._inspector.show_cell(cell_words(card, cell), team=self._shown.columns_are_teams)
        else:
            self._inspector.show_block(block, self.person)
        self.doing.stay_out()
        self._fit_side()

    @Slot()
    def show_line(self) -> None:
        """Show the line that is chosen in the list."""
        line = self.list_view.current()
        block = self.app.ask(calendar.block, line.session_id) if line else None
        self._inspector.show_block(block, line.participant_id if line else None)
        self._fit_side()

    def _fit_side(self) -> None:
        """Where there is little room, the side is there only for what is chosen or booked."""
        shown = self._shown
        wide = not shown.strips and self.width() >= theme.px(1180)
        busy = self._side.busy
        chosen = self.view.current() is not None
        if shown.view is View.MONTH:
            wide = chosen = False
        elif shown.view is View.LIST:
            chosen = self.list_view.current() is not None
            wide = wide and chosen
        self._side.setVisible(wide or busy or chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the side stand beside or above the grid, as there is room."""
        super().resizeEvent(event)
        self._fit_side()

    def choose_person(self, participant_id: uuid.UUID) -> None:
        """Choose one of a team's people."""
        self.person = participant_id
        self.show_selected()

    def chosen_block(self) -> BlockCard | None:
        """The chosen training."""
        if self._shown.view is View.LIST:
            line = self.list_view.current()
            return self.app.ask(calendar.block, line.session_id) if line else None
        return self.view.current()

    @Slot(object)
    def _open_menu(self, spot: QPoint) -> None:
        menu: QMenu = self.actions_of_calendar.menu(self.chosen_block())
        menu.popup(spot)

    # ---- what the keys do

    @Slot(object)
    def _open(self, block: object) -> None:
        card = self._inspector.card
        if isinstance(block, BlockCard) and block.capacity:
            self.roster_wished.emit(block.id)
        elif card and block:
            self.app.open_citizen.emit(card.citizen_id)

    def show_cancelled(self, shown: bool) -> None:
        """Show or hide what was cancelled."""
        self.look_at(self._shown.with_cancelled(shown))

    def zoom(self, grid: int) -> None:
        """Set the grid in minutes, and keep it."""
        self.app.settings.grid = grid
        self.view.start_afresh()
        self.look_at(self._shown.zoomed(grid))

    def set_work_week(self, weekdays: tuple[int, ...]) -> None:
        """Choose which days a week has, and keep it."""
        self.app.settings.work_week = "".join(str(one) for one in weekdays)
        self.look_at(self._shown.on_weekdays(weekdays))

    # ---- booking

    @Slot()
    def book_here(self) -> None:
        """Begin a booking after what is chosen, or on the keyboard's cell."""
        self._show_columns()
        self.booking_way.here()

    def book_anew(self) -> None:
        """Begin a booking that nothing is known of yet, at the next quarter."""
        self._show_columns()
        self.booking_way.anew()

    def book_for(self, course_id: uuid.UUID) -> None:
        """Begin a booking for a course, at its own therapist's next free time."""
        self._show_columns()
        self.booking_way.for_course(course_id)

    def show_waiting(self) -> None:
        """Open the waiting list beside the calendar, to drag from."""
        self._show_columns()
        self._side.open_waiting()

    def _show_columns(self) -> None:
        """Leave the month and the list, which have no columns to lie in."""
        if self._shown.view in (View.MONTH, View.LIST):
            self.look_at(self._shown.as_view(View.DAY))

    def read_anew(self, shown: Shown) -> None:
        """Show another day in the same way."""
        self._shown = shown
        self.refresh()

    def target(self, place: Place) -> Target:
        """The therapist and the room that a column stands for."""
        card = self.view.calendar()
        key = card.columns[place.column].key if card else None
        if not isinstance(key, uuid.UUID) or self._shown.columns_are_teams:
            return None, None
        return (None, key) if self._shown.columns_are_rooms else (key, None)

    # ---- papers

    @Slot()
    def print_page(self) -> None:
        """Preview the paper that belongs to what is shown."""
        from trainer_desktop.ui.calendar.papers import paper_for
        from trainer_desktop.ui.printing.preview_dialog import preview

        card = self.view.calendar()
        paper = paper_for(self._shown, card, self.view.current()) if card else None
        if paper:
            preview(self, paper.title, self.app, paper.make, *paper.of)

    def beside_selected(self) -> QPoint:
        """A point on the window beside the selected training, for a card that must not hide it."""
        block = self.view.current()
        window = self.window()
        if block is None or self._shown.view is View.LIST:
            return window.rect().center() - QPoint(220, 200)
        box = self.view.box_of(block.id)
        corner = self.view.viewport().mapTo(window, box.topLeft())
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


def print_letter(over: QWidget, app: AppContext, citizen_id: uuid.UUID) -> None:
    """Preview the citizen's schedule."""
    from trainer_desktop.ui.printing.letter import preview_letter

    preview_letter(over, app, citizen_id)
