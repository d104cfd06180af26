"""The calendar: a day with therapists or rooms side by side, the week of one, and the week of the whole centre."""

import uuid
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
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
from trainer_desktop.ui.calendar.strip_plan import StripPlan
from trainer_desktop.ui.parts.basics import col, row
from trainer_desktop.ui.parts.button import Button, Drop, Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.parts.top_bar import TopBar, menu_for
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.theme import theme

DAY, WEEK = 0, 1
ANY_ROOM, EACH_ROOM = "any", "each"


class CalendarPage(Page):
    """Kalender."""

    shows = (
        *("training_session", "participant", "course", "citizen", "reevaluation"),
        *("staff", "room", "working_hours", "staff_absence", "closing_day", "team"),
    )

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self.day = app.ask(calendar.day_to_show, app.now().date())
        self._view_kind = DAY
        self._by_room = False
        self._centre: uuid.UUID | None = None
        self._therapist: uuid.UUID | None = None
        self._room: uuid.UUID | None = None
        self._person: uuid.UUID | None = None
        self._centres = app.ask(roster.centres)
        if self._centres:
            self._centre = self._centres[0].id
        self._build()
        self._connect()
        self._clock = QTimer(self, interval=30_000)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()

    # ---- what others call

    def show_day(self, day: date, session_id: uuid.UUID | None = None) -> None:
        """Go to a day, and to one of its trainings."""
        self.day = day
        self._view.select_session(session_id)
        self.refresh()
        if session_id:
            self._view.select_session(session_id)

    def show_week(self, day: date, therapist: uuid.UUID | None = None) -> None:
        """Go to a week: of one therapist, or of the whole centre."""
        self.day, self._therapist, self._room = day, therapist, None
        self._views.choose(WEEK)
        self._view_kind = WEEK
        self._use_plan()
        self.refresh()

    def refresh(self) -> None:
        chosen = self._view.current()
        card = self._read()
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
        self._bar = TopBar(right, steps=steps)
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
        places: list[tuple[str, object]] = [(c.name, c.id) for c in self._centres]
        places.append((self.tr("All centres"), None))
        staff = self.app.ask(roster.therapists)
        people: list[tuple[str, object]] = [(f"{s.short} · {s.name}", s) for s in staff]
        menu_for(self._whose, [places, people], self._choose_whose)
        ways: list[tuple[str, object]] = [
            (self.tr("All rooms"), ANY_ROOM),
            (self.tr("Rooms side by side"), EACH_ROOM),
        ]
        rooms: list[tuple[str, object]] = [
            (r.short if len(self._centres) < 2 else f"{r.short} · {r.centre}", r)
            for r in self.app.ask(roster.rooms)
        ]
        menu_for(self._rooms, [ways, rooms], self._choose_rooms)

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
        self._booking.closed.connect(self._end_booking)
        self._booking.booked.connect(self._end_booking)
        self._booking.place_changed.connect(self._hold)

    # ---- reading

    def _read(self) -> CalendarCard:
        if self._view_kind == DAY and self._by_room:
            only = frozenset([self._room]) if self._room else frozenset()
            centre = None if self._room else self._centre
            return self.app.ask(calendar.day_by_room, self.day, centre, only)
        if self._view_kind == DAY:
            only = frozenset([self._therapist]) if self._therapist else frozenset()
            centre = None if self._therapist else self._centre
            return self.app.ask(calendar.day_by_therapist, self.day, centre, only)
        if self._room:
            return self.app.ask(calendar.week_of_room, monday_of(self.day), self._room)
        if self._therapist:
            return self.app.ask(calendar.week_of_therapist, monday_of(self.day), self._therapist)
        return self.app.ask(calendar.week_of_centre, monday_of(self.day), self._centre)

    def _say_title(self, card: CalendarCard) -> None:
        week = self.tr("Week {n}").format(n=dates.week_number(self.day))
        if self._view_kind == DAY:
            self._bar.say(dates.long_day(self.day), week)
            return
        first, last = card.days[0], card.days[-1]
        same = first.month == last.month
        start = f"{first.day}." if same else dates.day_month(first)
        self._bar.say(week, f"{start}–{dates.day_month(last)} {last.year}")

    def _say_choices(self, card: CalendarCard) -> None:
        """What is chosen, in the words of the two choices: who, and where."""
        keys = dict.fromkeys(c.key for c in card.columns if isinstance(c.key, uuid.UUID))
        if self._therapist:
            staff = self.app.ask(roster.therapists)
            whose = next((f"{s.short} · {s.name}" for s in staff if s.id == self._therapist), "")
        elif self._by_room:
            named = [c.name for c in self._centres if c.id == self._centre]
            whose = named[0] if named else self.tr("All centres")
        else:
            whose = self.tr("%n therapist(s)", "", len(keys))
        where = self.tr("All rooms")
        if self._room:
            rooms = self.app.ask(roster.rooms)
            where = next((r.short for r in rooms if r.id == self._room), "")
        elif self._by_room:
            where = self.tr("%n room(s)", "", len(keys)) if self._view_kind == DAY else where
        self._whose.say(whose)
        self._rooms.say(where)

    @property
    def _strips(self) -> bool:
        return self._view_kind == WEEK and not self._therapist and not self._room

    def _use_plan(self) -> None:
        strips = self._strips
        self._view.use_plan(StripPlan() if strips else ColumnPlan())
        self._legend.setVisible(strips)
        self._side.setVisible(not strips)

    # ---- slots

    @Slot()
    def _today(self) -> None:
        self.show_day(self.app.now().date())

    def _step(self, by: int) -> None:
        if self._view_kind == WEEK:
            self.day += timedelta(weeks=by)
        else:
            self.day += timedelta(days=by)
            while self.day.weekday() >= 5:
                self.day += timedelta(days=by)
        self.refresh()

    @Slot(int)
    def _choose_view(self, kind: int) -> None:
        self._view_kind = kind
        self._views.choose(kind)
        self._use_plan()
        self.refresh()

    def _choose_whose(self, choice: object) -> None:
        """A therapist, or the key of a centre (None: all of them)."""
        if isinstance(choice, NamedKey):
            self._therapist, self._by_room = choice.id, False
        else:
            self._therapist = None
            self._centre = choice if isinstance(choice, uuid.UUID) else None
        self._room = None
        self._use_plan()
        self.refresh()

    def _choose_rooms(self, choice: object) -> None:
        self._room = choice.id if isinstance(choice, NamedKey) else None
        self._by_room = choice != ANY_ROOM
        self._therapist = None if self._by_room else self._therapist
        self._use_plan()
        self.refresh()

    @Slot()
    def _selected(self) -> None:
        self._person = None
        self._show_selected()

    def _show_selected(self) -> None:
        block = self._view.current()
        if self._strips:
            self._side.setVisible(block is not None)
        self._inspector.show_block(block, self._person)

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
        block = self._view.current()
        starts = block.ends if block else self._next_quarter()
        therapist = block.therapist_id if block else self._therapist
        self._begin_booking(starts, therapist, None)

    def _next_quarter(self) -> datetime:
        now = self.app.now().replace(second=0, microsecond=0)
        at = datetime.combine(self.day, now.time())
        return at + timedelta(minutes=-at.minute % 15)

    @Slot(object)
    def _book_at(self, place: Place) -> None:
        card = self._view.calendar()
        if card is None:
            return
        key = card.columns[place.column].key
        room = key if self._by_room and isinstance(key, uuid.UUID) else self._room
        therapist = key if isinstance(key, uuid.UUID) and not room else self._therapist
        self._begin_booking(place.starts, therapist, room)

    def _begin_booking(
        self, starts: datetime, therapist: uuid.UUID | None, room: uuid.UUID | None
    ) -> None:
        self._side.setVisible(True)
        self._side.setCurrentWidget(self._booking)
        self._booking.begin(starts, therapist, room)

    @Slot()
    def _end_booking(self) -> None:
        self._view.hold(None)
        self._side.setCurrentWidget(self._inspector)
        self._show_selected()
        self._view.setFocus()

    @Slot(object, int)
    def _hold(self, starts: datetime, minutes: int) -> None:
        card = self._view.calendar()
        wish = self._booking.wish()
        if card is None or wish is None:
            return
        if starts.date() not in card.days:
            self.day = starts.date()
            self.refresh()
            card = self._view.calendar() or card
        for number, column in enumerate(card.columns):
            mine = column.key in (wish.therapist_id, wish.room_id, column.day)
            if mine and column.day == starts.date():
                self._view.hold(Place(number, starts), minutes)
                return
        self._view.hold(None)

    def _target(self, place: Place) -> Target:
        """The therapist and the room that a column stands for."""
        card = self._view.calendar()
        key = card.columns[place.column].key if card else None
        if not isinstance(key, uuid.UUID):
            return None, None
        return (None, key) if self._by_room and self._view_kind == DAY else (key, None)

    # ---- papers

    @Slot()
    def print_page(self) -> None:
        """Preview the paper that belongs to what is shown."""
        card = self._view.calendar()
        if card is None:
            return
        block = self._view.current()
        if self._room or (self._by_room and self._view_kind == DAY):
            columns = [c.key for c in card.columns if isinstance(c.key, uuid.UUID)]
            room = self._room or (block and block.room_id) or next(iter(columns), None)
            if isinstance(room, uuid.UUID):
                preview(
                    self,
                    self.tr("The room's week"),
                    self.app,
                    printing.room_week,
                    room,
                    monday_of(self.day),
                )
            return
        staff = self._therapist or (block.therapist_id if block else None) or card.columns[0].key
        if isinstance(staff, uuid.UUID):
            day = block.starts.date() if block and self._view_kind == WEEK else self.day
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
