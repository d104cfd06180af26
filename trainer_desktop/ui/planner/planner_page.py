"""Booking a whole course at once: wishes at the left, the proposal in the middle, the weeks at the right."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QStackedWidget, QWidget

from trainer_desktop.rules.checks import Level
from trainer_desktop.services.booking import planning
from trainer_desktop.services.booking.openings import Wished
from trainer_desktop.services.booking.plan_cards import DateCard, PlanCard
from trainer_desktop.services.booking.planning import StartCard
from trainer_desktop.services.booking.wish import ObstacleCard, Wish
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import all_read
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.planner.mini_calendar import MiniCalendar
from trainer_desktop.ui.planner.plan_item_model import PlanDelegate, PlanItemModel
from trainer_desktop.ui.planner.wishes_panel import WishesPanel
from trainer_desktop.ui.printing.letter import preview_letter
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_wished

PAUSE = 180  # milliseconds after the last change until it looks again


@guarded
class PlannerPage(Page):
    """Book forløb."""

    closed = Signal()
    booked = Signal(object)  # the first day

    shows = ("training_session", "participant", "working_hours", "staff_absence", "closing_day")

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._start: StartCard | None = None
        self._plan: PlanCard | None = None
        self._cards: list[DateCard] = []
        self._clashes: list[tuple[ObstacleCard, ...]] = []
        self._done, self._done_at = False, 0  # the step of the undo stack that booked it
        self._looking = False
        self._asked = 0
        self._build()
        self._connect()

    # ---- what others call

    def begin(self, course_id: uuid.UUID) -> None:
        """Plan for a course."""
        self._start = self.app.ask(planning.start, course_id)
        self._wishes.begin(self._start)
        self._plan, self._cards, self._clashes = None, [], []
        self._look_anew()
        self._search()
        self._wishes.setFocus()

    @property
    def cards(self) -> list[DateCard]:
        """The proposal as it stands."""
        return self._cards

    @property
    def wishes(self) -> WishesPanel:
        """What is wished."""
        return self._wishes

    def refresh(self) -> None:
        """Read again what is shown."""
        if self._start and not self._done:
            self._recheck()

    # ---- building

    def _build(self) -> None:
        self._cancel = Button(self.tr("Cancel"), key="Esc")
        self._book = Button("", "primary", key="Ctrl+↵")
        self._bar = TopBar([self._cancel, self._book])
        self._wishes = WishesPanel(self.app)
        self._items = PlanItemModel(self)
        self._list = QListView()
        self._list.setModel(self._items)
        self._list.setItemDelegate(PlanDelegate(self._list))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(self.tr("Proposal"))
        self._list.setDragEnabled(True)
        self._list.setDragDropMode(QListView.DragDropMode.DragOnly)
        self._list.installEventFilter(self)
        head = Panel("surface", "b")
        title = Text(self.tr("Proposal"), "heading")
        hint = Text(self.tr("Drag a row onto a day, or use ← → on it"), "small", "text-3")
        hints = [hint] if theme.scale < 1.5 else []
        row(title, None, *hints, margins=(20, 10, 20, 10), on=head)
        self._nothing = Text("", "heading", "text-2")
        self._nothing_note = Text("", "body", "text-2", wrap=True)
        self._nothing_note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        empty = Panel("surface")
        col(
            None,
            row(None, self._nothing, None),
            self._nothing_note,
            None,
            gap=6,
            margins=(20, 0, 20, 0),
            on=empty,
        )
        self._shown = QStackedWidget()
        self._shown.addWidget(self._list)
        self._shown.addWidget(empty)
        middle = QWidget()
        col(head, (self._shown, 1), on=middle)
        whole = col(self._bar, row(self._wishes, (middle, 1), self._right(), gap=0), on=self)
        whole.setStretch(1, 1)

    def _right(self) -> Panel:
        """The little calendar, the summary, and other times for the chosen date."""
        right = Panel("surface", "l")
        right.setFixedWidth(theme.px(304))
        self._mini = MiniCalendar()
        self._summary = Text("", "small", "text-2", wrap=True)
        self._others_title = Text("", "label", "text-2")
        self._others = col(gap=6)
        head2 = Panel("surface", "b")
        row(Text(self.tr("In the calendar"), "heading"), margins=(20, 10, 20, 10), on=head2)
        inner = QWidget()
        col(
            self._mini,
            self._summary,
            8,
            self._others_title,
            self._others,
            None,
            gap=8,
            margins=(20, 12, 20, 16),
            on=inner,
        )
        whole_right = col(head2, (scrolling(inner), 1), on=right)
        whole_right.setContentsMargins(1, 0, 0, 0)
        return right

    def _connect(self) -> None:
        self._waiting = QTimer(self, interval=PAUSE, singleShot=True)
        self._waiting.timeout.connect(self._search)
        self._wishes.changed.connect(self._wishes_changed)
        self._cancel.clicked.connect(self.closed)
        self._book.clicked.connect(self._do_book)
        self._list.selectionModel().currentChanged.connect(self._show_chosen)
        self._mini.chosen.connect(self._choose)
        self._mini.moved.connect(self._move_to_day)
        self.app.undo_stack.indexChanged.connect(self._steps_changed)
        for key, act in (("Esc", self.closed.emit), ("Ctrl+Return", self._do_book)):
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right move the chosen date by a day."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step:
                self._shift(step)
                return True
        return super().eventFilter(watched, event)

    # ---- searching

    @Slot()
    def _wishes_changed(self) -> None:
        self._look_anew()
        self._waiting.start()

    def _look_anew(self) -> None:
        """Nothing can be booked until the search for what is wished now has answered."""
        self._done, self._looking = False, True
        self._asked += 1
        self._show()
        self._wishes.say(self.tr("Looking for times …"), "", [], "text-2")

    @Slot(int)
    def _steps_changed(self, step: int) -> None:
        """What was booked here has been taken back: it is a proposal again."""
        if self._done and step < self._done_at:
            self._done = False
            self._recheck()

    @Slot()
    def _search(self) -> None:
        wishes = self._wishes.wishes()
        if wishes is None or not all_read(self._wishes):
            return
        self._asked += 1
        self.app.ask_later(self, partial(self._take, self._asked), planning.propose, wishes)

    def _take(self, number: int, plan: PlanCard) -> None:
        if number != self._asked or self._done:
            return  # the wishes have changed meanwhile
        self._looking, self._plan, self._cards = False, plan, list(plan.dates)
        self._recheck()
        self._list.setCurrentIndex(self._items.index(0))

    def _recheck(self) -> None:
        self._clashes = self.app.ask(planning.checks, [card.wish for card in self._cards])
        self._show()

    # ---- showing

    def _show(self) -> None:
        chosen = self._chosen()
        closed = self._plan.closed if self._plan else ()
        self._items.show_plan(self._cards, closed, self._clashes)
        self._choose(chosen or 1)
        self._say_title()
        self._say_verdict()
        self._say_nothing()
        self._show_mini()
        self._show_chosen()

    def _say_title(self) -> None:
        start, wishes = self._start, self._wishes.wishes()
        if start is None or wishes is None:
            return
        of = self.tr("{who} · %n training(s) of {minutes} min.", "", wishes.count)
        note = of.format(who=start.citizen, minutes=wishes.minutes)
        self._bar.say(self.tr("Book a course"), note)
        count = len(self._cards)
        self._book.setText(self.tr("Book %n training(s)", "", count) if count else self.tr("Book"))
        self._cancel.setText(self.tr("Cancel"))
        if self._done:
            self._book.setText(self.tr("Print the schedule"))
            self._cancel.setText(self.tr("To the calendar"))
        ready = bool(self._cards) and not self._looking
        self._book.setEnabled(ready and not self._refused())

    def _refused(self) -> int:
        return sum(any(o.level is Level.REFUSE for o in stands) for stands in self._clashes)

    def _say_verdict(self) -> None:
        start, wishes, plan = self._start, self._wishes.wishes(), self._plan
        if start is None or wishes is None or plan is None:
            return
        if self._done:
            said = self.tr("%n training(s) booked", "", len(self._cards))
            self._wishes.say(said, self.tr("One undo takes all of them back."), [], "good-text")
            return
        if not self._cards:
            said = self.tr("Only {n} of {count} are possible").format(
                n=plan.possible, count=wishes.count
            )
            ways = [
                (self._way_words(some, reached, wishes.count), partial(self._wishes.give_up, some))
                for some, reached in plan.ways
                if some
            ]
            note = self.tr("What stands in the way; give up:") if ways else ""
            self._wishes.say(said, note, ways, "bad-text")
            return
        refused = self._refused()
        if refused:
            self._wishes.say(
                self.tr("%n clash(es)", "", refused),
                self.tr("Move them, or look again."),
                [],
                "bad-text",
            )
            return
        said = self.tr("{n} of {count} found").format(n=len(self._cards), count=wishes.count)
        first = self._cards[0].wish.starts.date()
        if start.start_by and first > start.start_by:  # as loud as a refusal
            days = (first - start.start_by).days
            late = self.tr("The start is %n day(s) too late: it was due {day}.", "", days)
            said = f"{late.format(day=dates.date_year(start.start_by))} {said}"
            self._wishes.say(said, self._deadline_words(start), [], "bad-text")
            return
        self._wishes.say(said, self._deadline_words(start), [], "text")

    def _say_nothing(self) -> None:
        """What stands in the place of the dates while there are none."""
        self._shown.setCurrentIndex(0 if self._cards else 1)
        if self._looking:
            self._nothing.setText(self.tr("Looking for times …"))
            self._nothing_note.setText("")
            return
        self._nothing.setText(self.tr("No series meets every wish"))
        self._nothing_note.setText(self.tr("At the left stands which wishes to give up."))

    def _way_words(self, some: tuple[Wished, ...], reached: int, count: int) -> str:
        names = self.tr(" and ").join(tr_wished(one) for one in some)
        if reached >= count:
            return names
        return self.tr("{wishes} ({n} possible)").format(wishes=names, n=reached)

    def _deadline_words(self, start: StartCard) -> str:
        last = self._cards[-1].wish.starts.date()
        parts = [self.tr("Last training {day}.").format(day=dates.long_day_year_inside(last))]
        if start.booked_until:
            there = self.tr("%n training(s) booked already, until", "", start.booked)
            parts.append(f"{there} {dates.date_year(start.booked_until)}.".replace("..", "."))
        if start.last:
            parts.append(
                self.tr("The longest duration ends {day}.").format(day=dates.date_year(start.last))
            )
        first = self._cards[0].wish.starts.date()
        if start.start_by:
            due = dates.date_year(start.start_by)
            late = first > start.start_by
            said = (
                self.tr("The start is due {day}: too late.")
                if late
                else self.tr("The start is due {day}.")
            )
            parts.append(said.format(day=due))
        return " ".join(parts)

    def _show_mini(self) -> None:
        days = [card.wish.starts.date() for card in self._cards]
        shut: set[date] = set()
        for first, last, _name in self._plan.closed if self._plan else ():
            shut |= {first + timedelta(days=n) for n in range((last - first).days + 1)}
        self._mini.show_days(days, shut, self._chosen())
        weeks = len({day.isocalendar()[:2] for day in days})
        changes = self._plan.changes if self._plan else 0
        said = self.tr("{n} in {weeks} weeks.").format(n=len(days), weeks=weeks) if days else ""
        if changes:
            said += " " + self.tr("%n change(s) of therapist.", "", changes)
        self._summary.setText(said)

    # ---- one date

    def _chosen(self) -> int:
        """The number of the chosen date, from 1; 0 is none."""
        item = self._items.card(self._list.currentIndex())
        return item.number if item else 0

    @Slot(int)
    def _choose(self, number: int) -> None:
        for place, item in enumerate(self._items.rows):
            if item.number == number:
                self._list.setCurrentIndex(self._items.index(place))

    @Slot()
    def _show_chosen(self) -> None:
        clear(self._others)
        number = self._chosen()
        self._others_title.setText("")
        if number and not self._done:
            card = self._cards[number - 1]
            self._others_title.setText(self.tr("Other times for number {n}").format(n=number))
            for wish in card.others:
                words = f"{dates.short_day(wish.starts.date())} {dates.clock(wish.starts)}"
                button = Button(words, small=True, wide=True)
                button.clicked.connect(lambda _=False, w=wish: self._replace(number, w))
                self._others.addWidget(button)
        self._mini.choose(number)

    def _shift(self, step: int) -> None:
        """The next other time of the chosen date, earlier or later."""
        number = self._chosen()
        if not number or self._done:
            return
        card = self._cards[number - 1]
        times = sorted([*card.others, card.wish], key=lambda w: w.starts)
        place = times.index(card.wish) + step
        if 0 <= place < len(times):
            self._replace(number, times[place])

    def _replace(self, number: int, wish: Wish) -> None:
        card = self._cards[number - 1]
        others = tuple(
            sorted([*(w for w in card.others if w != wish), card.wish], key=lambda w: w.starts)
        )
        names = self.app.ask(planning.names, wish)
        moved = replace(card, wish=wish, therapist=names[0], room=names[1], why=(), others=others)
        self._cards[number - 1] = replace(moved, broken=(), other_time=False, other_room=False)
        self._cards.sort(key=lambda c: c.wish.starts)
        self._recheck()
        self._choose(next(n for n, c in enumerate(self._cards, 1) if c.wish == wish))

    @Slot(int, object)
    def _move_to_day(self, number: int, day: date) -> None:
        wishes = self._wishes.wishes()
        if wishes is None or self._done:
            return
        found = self.app.ask(planning.on_day, wishes, day)
        if not found:
            said = self.tr("Nothing is free on {day}.").format(day=dates.short_day(day))
            self._wishes.say(said, "", [], "bad-text")
            return
        card = self._cards[number - 1]
        self._cards[number - 1] = replace(found[0], others=(*found[0].others, card.wish))
        self._cards.sort(key=lambda c: c.wish.starts)
        self._recheck()

    # ---- booking

    @Slot()
    def _do_book(self) -> None:
        start = self._start
        if start is None or not self._book.isEnabled():
            return
        if self._done:
            citizen = self.app.ask(planning.citizen_of, start.course_id)
            preview_letter(self, self.app, citizen)
            return
        wishes = [card.wish for card in self._cards]
        text = self.tr("%n training(s) booked: {who}", "", len(wishes)).format(who=start.citizen)
        self._done, self._done_at = True, 0
        if self.app.do(text, planning.book, wishes):
            self._done_at = self.app.undo_stack.index()
            self._clashes = [() for _ in wishes]
            self._show()
            self.booked.emit(wishes[0].starts.date())
        else:
            self._done = False
            self._recheck()
