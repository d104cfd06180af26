"""The calendar: a day with therapists or rooms side by side, the week of one, and the week of the whole centre."""

import uuid
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_desktop.rules.course import State
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services import booking, calendar, printing, roster
from trainer_desktop.services.cards import CalendarCard, Look, NamedKey
from trainer_desktop.services.moments import monday_of
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.booking_panel import BookingPanel
from trainer_desktop.ui.calendar.calendar_item_model import CalendarItemModel
from trainer_desktop.ui.calendar.calendar_view import CalendarView
from trainer_desktop.ui.calendar.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.inspector import Inspector
from trainer_desktop.ui.calendar.legend import Legend
from trainer_desktop.ui.calendar.marking import Marking
from trainer_desktop.ui.calendar.moving import Moving, Target
from trainer_desktop.ui.calendar.plan import Slot as Place
from trainer_desktop.ui.calendar.shown import Shown
from trainer_desktop.ui.calendar.strip_plan import StripPlan
from trainer_desktop.ui.parts.basics import col, row
from trainer_desktop.ui.parts.button import Button, Drop, Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.parts.top_bar import TopBar, menu_for
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.theme import theme

DAY, WEEK = 0, 1
Change = Callable[[Shown], Shown]


class CalendarPage(Page):
    """Kalender."""

    shows = (
        *("training_session", "participant", "course", "citizen", "reevaluation"),
        *("staff", "room", "working_hours", "staff_absence", "closing_day", "team"),
    )

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._centres = app.ask(roster.centres)
        day = app.ask(calendar.day_to_show, app.now().date())
        self._shown = Shown(day, centre=self._centres[0] if self._centres else None)
        self._person: uuid.UUID | None = None
        self._before_booking: tuple[Shown, uuid.UUID | None] | None = None
        self._build()
        self._connect()
        self._clock = QTimer(self, interval=30_000)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    # ---- what others call

    @property
    def shown(self) -> Shown:
        """What is shown; ask it for something else, and hand that to `look_at`."""
        return self._shown

    def look_at(self, shown: Shown) -> None:
        """Show something else."""
        self._shown = shown
        self._views.choose(WEEK if shown.week else DAY)
        self._view.use_plan(StripPlan() if shown.strips else ColumnPlan())
        self._legend.setVisible(shown.strips)
        self.refresh()
        self._fit_side()

    def show_day(self, day: date, session_id: uuid.UUID | None = None) -> None:
        """Go to a day, and to one of its trainings, wherever it is held."""
        self._shown = self._shown.on(day)
        self._view.select_session(session_id)
        self.refresh()
        if session_id is None:
            return
        if all(block.id != session_id for block in self._view.blocks()):
            self.look_at(Shown(day))
        self._view.select_session(session_id)

    def show_week(self, day: date, therapist: NamedKey) -> None:
        """Go to a therapist's week."""
        self.look_at(self._shown.on(day).of_therapist(therapist).as_week(True))

    def refresh(self) -> None:
        chosen = self._view.current()
        card = self._shown.read(self.app)
        with QSignalBlocker(self._view.selectionModel()):
            self._items.show_calendar(card)
            self._view.select_session(chosen.id if chosen else None)
        self._say_title(card)
        self._say_choices(card)
        self._show_selected()

    @property
    def view(self) -> CalendarView:
        """The calendar itself."""
        return self._view

    @property
    def marking(self) -> Marking:
        """What notes attendance."""
        return self._marking

    @property
    def moving(self) -> Moving:
        """What moves trainings."""
        return self._moving

    # ---- building

    def _build(self) -> None:
        self._items = CalendarItemModel(self)
        self._view = CalendarView(self._items)
        self._view.setAccessibleName(self.tr("Calendar"))
        self._views = Segments([self.tr("Day"), self.tr("Week")], self.tr("View"))
        self._whose = Drop("", self.tr("Centre and therapists"))
        self._rooms = Drop("", self.tr("Rooms"))
        self._print = Button("", "quiet", icon="print", spoken=self.tr("Print"))
        self._new = Button(self.tr("New training"), "primary", icon="plus")
        steps = (self.tr("Back"), self.tr("Today"), self.tr("On"))
        right = [self._views, self._whose, self._rooms, self._print, self._new]
        self._bar = TopBar(right, steps=steps, folds=[self._print, self._rooms, self._whose])
        self._inspector = Inspector(self.app)
        self._booking = BookingPanel(self.app)
        self._side = QStackedWidget()
        self._side.addWidget(self._inspector)
        self._side.addWidget(self._booking)
        self._side.setFixedWidth(self._inspector.width())
        self._legend = Legend()
        self._legend.hide()
        self._marking = Marking(self.app, self._view)
        self._marking.place_at(self._beside_selected)
        self._moving = Moving(self.app, self._view, self._target, self._beside_selected)
        middle = col(self._bar, row((col_widget(self._view, self._legend), 1), gap=0), gap=0)
        middle.setStretch(1, 1)
        whole = row(middle, self._side, gap=0, on=self)
        whole.setStretch(0, 1)
        self._make_menus()
        self._make_actions()

    def _make_menus(self) -> None:
        """Each choice is a function from what is shown to what shall be."""
        places: list[tuple[str, Change]] = [
            (c.name, partial(Shown.of_centre, centre=c)) for c in self._centres
        ]
        places.append((self.tr("All centres"), partial(Shown.of_centre, centre=None)))
        people: list[tuple[str, Change]] = [
            (f"{t.short} · {t.name}", partial(Shown.of_therapist, therapist=t))
            for t in self.app.ask(roster.therapists)
        ]
        menu_for(self._whose, [places, people], self._change)
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

    def _change(self, change: Change) -> None:
        self.look_at(change(self._shown))

    def _make_actions(self) -> None:
        keys = (
            (self.tr("&Came"), "M", partial(self._mark, State.ATTENDED)),
            (self.tr("C&ancelled …"), "A", partial(self._mark, State.CANCELLED)),
            (self.tr("&Stayed away …"), "U", partial(self._mark, State.MISSED)),
            (self.tr("&Late …"), "F", self._late),
            (self.tr("Centre &cancels …"), "C", partial(self._mark, State.CENTRE_CANCELLED)),
            (self.tr("&Take the mark away"), "Backspace", self._unmark),
            (self.tr("&Move …"), "T", self._moving.by_keys),
            (self.tr("&Book …"), "B", self._book_here),
            (self.tr("&Remove a booking made by mistake"), "Del", self._remove),
        )
        self.training_actions: list[QAction] = []
        for text, key, act in keys:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(action.shortcutContext().WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, act=act: act())
            self._view.addAction(action)
            self.training_actions.append(action)
        steps = (
            (self.tr("Day &back"), "Ctrl+Left", partial(self._step, -1)),
            (self.tr("Day &on"), "Ctrl+Right", partial(self._step, 1)),
            (self.tr("To&day"), "Ctrl+D", self._today),
            (self.tr("Day &view"), "Ctrl+1", partial(self._choose_view, DAY)),
            (self.tr("&Week view"), "Ctrl+2", partial(self._choose_view, WEEK)),
        )
        self.view_actions: list[QAction] = []
        for text, key, act in steps:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
            self.view_actions.append(action)

    def _connect(self) -> None:
        self._bar.back.clicked.connect(lambda: self._step(-1))
        self._bar.on.clicked.connect(lambda: self._step(1))
        self._bar.today.clicked.connect(self._today)
        self._views.group.idClicked.connect(self._choose_view)
        self._print.clicked.connect(self.print_page)
        self._new.clicked.connect(self._book_here)
        self._view.selectionModel().currentChanged.connect(self._selected)
        self._view.place_wished.connect(self._book_at)
        self._view.opened.connect(lambda block: self._open_citizen(block))
        side = self._inspector
        side.mark_wished.connect(self._marking.mark)
        side.late_wished.connect(self._marking.late)
        side.unmark_wished.connect(self._marking.unmark)
        side.move_wished.connect(self._moving.by_keys)
        side.letter_wished.connect(self._print_letter)
        side.citizen_wished.connect(self.app.open_citizen)
        side.person_chosen.connect(self._choose_person)
        side.rule_wished.connect(self._show_rule)
        side.closed.connect(lambda: self._view.select_session(None))
        self._booking.closed.connect(self._give_up_booking)
        self._booking.booked.connect(self._end_booking)
        self._booking.place_changed.connect(self._hold)

    # ---- reading

    def _say_title(self, card: CalendarCard) -> None:
        day = self._shown.day
        week = self.tr("Week {n}").format(n=dates.week_number(day))
        if not self._shown.week:
            short = dates.short_day(day)
            self._bar.say(dates.long_day(day), week, short[:1].upper() + short[1:])
            return
        first, last = card.days[0], card.days[-1]
        same = first.month == last.month
        start = f"{first.day}." if same else dates.day_month(first)
        self._bar.say(week, f"{start}–{dates.day_month(last)} {last.year}")

    def _say_choices(self, card: CalendarCard) -> None:
        """What is chosen, in the words of the two choices: who, and where."""
        shown = self._shown
        keys = {c.key for c in card.columns if isinstance(c.key, uuid.UUID)}
        if shown.therapist:
            whose = f"{shown.therapist.short} · {shown.therapist.name}"
        elif shown.room:
            whose = shown.room.centre
        elif shown.rooms_across:
            whose = shown.centre.name if shown.centre else self.tr("All centres")
        else:
            whose = self.tr("%n therapist(s)", "", len(keys))
        where = shown.room.short if shown.room else self.tr("All rooms")
        if shown.rooms_across:
            where = self.tr("%n room(s)", "", len(keys))
        self._whose.say(whose)
        self._rooms.say(where)

    # ---- slots

    @Slot()
    def _today(self) -> None:
        self.show_day(self.app.now().date())

    def _step(self, by: int) -> None:
        day = self._shown.day + timedelta(weeks=by if self._shown.week else 0)
        if not self._shown.week:
            day += timedelta(days=by)
            while day.weekday() >= 5:
                day += timedelta(days=by)
        self._shown = self._shown.on(day)
        self.refresh()

    @Slot(int)
    def _choose_view(self, kind: int) -> None:
        self.look_at(self._shown.as_week(kind == WEEK))

    @Slot()
    def _selected(self) -> None:
        self._person = None
        self._show_selected()

    def _show_selected(self) -> None:
        block = self._view.current()
        self._inspector.show_block(block, self._person)
        self._fit_side()

    def _fit_side(self) -> None:
        """Where there is little room, the side is there only for what is chosen or booked."""
        wide = not self._shown.strips and self.width() >= theme.px(1180)
        busy = self._side.currentWidget() is self._booking
        self._side.setVisible(wide or busy or self._view.current() is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_side()

    def _choose_person(self, participant_id: uuid.UUID) -> None:
        self._person = participant_id
        self._show_selected()

    def _participant(self) -> uuid.UUID | None:
        card = self._inspector.card
        return card.participant_id if card else None

    def _mark(self, state: State) -> None:
        card = self._inspector.card
        if card and card.look in (Look.PLANNED, Look.NEEDS_MARK):
            self._marking.mark(card.participant_id, state)

    def _late(self) -> None:
        card = self._inspector.card
        if card and card.look in (Look.PLANNED, Look.NEEDS_MARK):
            self._marking.late(card.participant_id)

    def _unmark(self) -> None:
        card = self._inspector.card
        if card and card.look not in (Look.PLANNED, Look.NEEDS_MARK):
            self._marking.unmark(card.participant_id)

    def _open_citizen(self, block: object) -> None:
        card = self._inspector.card
        if card and block:
            self.app.open_citizen.emit(card.citizen_id)

    def _remove(self) -> None:
        block = self._view.current()
        if block and block.look in (Look.PLANNED, Look.NEEDS_MARK) and not block.capacity:
            text = self.tr("Removed: {who}").format(who=block.title)
            self.app.do(text, booking.remove, block.id)

    # ---- booking

    @Slot()
    def _book_here(self) -> None:
        block, shown = self._view.current(), self._shown
        starts = block.ends if block else self._next_quarter()
        mine = shown.therapist.id if shown.therapist else None
        room = shown.room.id if shown.room else None
        self._begin_booking(starts, block.therapist_id if block else mine, room)

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
        therapist, room = self._target(place)
        shown = self._shown
        mine = shown.therapist.id if shown.therapist else None
        there = shown.room.id if shown.room else None
        self._begin_booking(place.starts, therapist or mine, room or there)

    def _begin_booking(
        self, starts: datetime, therapist: uuid.UUID | None, room: uuid.UUID | None
    ) -> None:
        block = self._view.current()
        if therapist is None:
            staff = self.app.ask(roster.therapists)
            therapist = next((s.id for s in staff if s.short == self.app.user), None)
        self._before_booking = (self._shown, block.id if block else None)
        self._side.setCurrentWidget(self._booking)
        self._side.setVisible(True)
        self._booking.begin(starts, therapist, room)

    @Slot()
    def _give_up_booking(self) -> None:
        """Go back to where the booking began."""
        before, self._before_booking = self._before_booking, None
        self._end_booking()
        if before and before[0] != self._shown:
            self.look_at(before[0])
            self._view.select_session(before[1])

    @Slot()
    def _end_booking(self) -> None:
        self._view.hold(None)
        self._side.setCurrentWidget(self._inspector)
        self._show_selected()
        self._view.setFocus()

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
        if not isinstance(key, uuid.UUID):
            return None, None
        return (None, key) if self._shown.columns_are_rooms else (key, None)

    # ---- papers

    @Slot()
    def print_page(self) -> None:
        """Preview the paper that belongs to what is shown."""
        card = self._view.calendar()
        if card is None:
            return
        block, shown = self._view.current(), self._shown
        keys = [c.key for c in card.columns if isinstance(c.key, uuid.UUID)]
        first = keys[0] if keys else None
        if shown.room or shown.columns_are_rooms:
            here = shown.room.id if shown.room else None
            room = here or (block.room_id if block else None) or first
            monday = monday_of(shown.day)
            if room:
                title = self.tr("The room's week")
                preview(self, title, self.app, printing.room_week, room, monday)
            return
        mine = shown.therapist.id if shown.therapist else None
        staff = mine or (block.therapist_id if block else None) or first
        if staff:
            day = block.starts.date() if block and shown.week else shown.day
            preview(self, self.tr("Day sheet"), self.app, printing.day_sheet, staff, day)

    @Slot(object)
    def _print_letter(self, citizen_id: uuid.UUID) -> None:
        preview(self, self.tr("Schedule letter"), self.app, printing.schedule_letter, citizen_id)

    @Slot(object)
    def _show_rule(self, rule: RuleRef) -> None:
        show_rule(self, rule)

    def _beside_selected(self) -> QPoint:
        """A point on the window beside the selected training, for a card that must not hide it."""
        block = self._view.current()
        window = self.window()
        if block is None:
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
