"""Booking a training: who, when, where, with the checks live; stands where the inspector stands."""

import uuid
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.refusal import Reason
from trainer_desktop.services import Work
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.booking.free_times import FreeCard
from trainer_desktop.services.booking.wish import CheckCard, ObstacleCard, Wish
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.citizens import page
from trainer_desktop.services.citizens.page import CourseChoice
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.held import Held
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.side.booking_fields import BookingFields
from trainer_desktop.ui.calendar.side.check_lines import check_lines, free_words, laid_out
from trainer_desktop.ui.calendar.side.draft import Draft
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, clear
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.course_words import course_words
from trainer_desktop.ui.parts.fields import (
    all_read,
)
from trainer_desktop.ui.refusals import tr_obstacle
from trainer_desktop.ui.theme import theme

ELSEWHERE = {  # what another time would mend
    *(Reason.THERAPIST_BUSY, Reason.ROOM_FULL, Reason.CITIZEN_BUSY),
    *(Reason.THERAPIST_ABSENT, Reason.OUTSIDE_HOURS, Reason.CLOSED),
}


@guarded
class BookingPanel(BookingFields):
    """Checks while one types; one primary button, which says what it does."""

    booked = Signal(object)  # the training's key
    place_changed = Signal(object)  # datetime
    plan_wished = Signal(object)  # course id

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self._found: list[CourseChoice] = []
        self._staff: list[NamedKey] = []
        self._rooms: list[NamedKey] = []
        self._wish: Wish | None = None
        self._card: CheckCard | None = None
        self._nearest: list[FreeCard] = []
        self._given: uuid.UUID | None = None  # the therapist of the column where it began
        self._begun_at = app.now()
        self._placed = False  # whether a person has said where it shall lie
        self._connect()

    def begin(
        self,
        starts: datetime,
        therapist: uuid.UUID | None,
        room: uuid.UUID | None,
        *,
        placed: bool = True,
    ) -> None:
        """Begin a booking at a place in the calendar; not `placed`, it is looked for once one knows for whom."""
        self._placed, self._begun_at = placed, starts
        self._staff, self._rooms = self.app.ask(roster.therapists), self.app.ask(roster.rooms)
        self._given = therapist
        staff = [f"{s.short} · {s.name}" for s in self._staff]
        rooms = [self.tr("No room"), *(r.short for r in self._rooms)]
        with QSignalBlocker(self._form):
            self._form.setCurrentIndex(0)
        with QSignalBlocker(self._therapist), QSignalBlocker(self._room):
            for box, words in ((self._therapist, staff), (self._room, rooms)):
                box.clear()
                box.addItems(words)
            self._choose_therapist(therapist or self._proposed(starts, room))
            self._room.setCurrentIndex(self._place_of(room) or self._free_room(starts))
        with QSignalBlocker(self._day), QSignalBlocker(self._time):
            self._day.show_day(starts.date())
            self._time.show_time(starts.time())
        self._words.clear()
        self._reason.clear()
        self._search()
        self._words.setFocus()

    def forget(self) -> None:
        """Let go of whom it was for: the next booking is another."""
        with QSignalBlocker(self._words):
            self._words.clear()
        self._found = []

    def choose_course(self, course_id: uuid.UUID) -> None:
        """Book for a course that is known already."""
        choice = self.app.ask(page.course_choice, course_id)
        if choice:
            with QSignalBlocker(self._words):
                self._words.setText(choice.name)
            self._words.selectAll()  # what is typed replaces the name
            self._offer([choice])

    def _choose_therapist(self, therapist: uuid.UUID | None) -> None:
        people = [s.id for s in self._staff]
        self._therapist.setCurrentIndex(people.index(therapist) if therapist in people else 0)

    def _proposed(self, starts: datetime, room: uuid.UUID | None) -> uuid.UUID | None:
        """The responsible therapist if free, else whoever works here, else the first who is free then."""
        choice = self._citizen()
        me = next((s.id for s in self._staff if s.short == self.app.user), None)
        first = (choice.responsible_id if choice else None) or me
        wish = Wish(None, uuid.UUID(int=0), room, starts, self._minutes.value())
        return self.app.ask(free_times.proposed_therapist, wish, first) or first

    def _place_of(self, room: uuid.UUID | None) -> int:
        """A room's place among the choices; 0 is no room, as a training at home has none."""
        if self.forms[max(0, self._form.currentIndex())] is Form.HOME:
            return 0
        return next((n for n, r in enumerate(self._rooms, 1) if r.id == room), 0)

    def _free_room(self, starts: datetime) -> int:
        """The first single room at the therapist's centre that is free then; 0 is no room."""
        if not self._staff:
            return 0
        who = self._staff[max(0, self._therapist.currentIndex())]
        wish = Wish(None, who.id, None, starts, self._minutes.value())
        return self._place_of(self.app.ask(free_times.free_room, wish))

    def _connect(self) -> None:
        for key, step in (("Down", 1), ("Up", -1)):
            walk = QShortcut(QKeySequence(key), self._words, partial(self._walk, step))
            walk.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape = QShortcut(QKeySequence("Esc"), self, self.closed.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._words.textChanged.connect(self._search)
        self._who.currentIndexChanged.connect(self._propose)
        self._whole.clicked.connect(self._plan)
        for box in (self._therapist, self._room):
            box.currentIndexChanged.connect(self._place_by_hand)
        self._form.currentIndexChanged.connect(self._form_chosen)
        self._day.dateChanged.connect(self._place_by_hand)
        self._time.timeChanged.connect(self._place_by_hand)
        self._minutes.valueChanged.connect(self._check)
        self._reason.textChanged.connect(self._enable)
        self._book.clicked.connect(self._do_book)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in any field books what is free; over something else only from the reason for it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here = QApplication.focusWidget()
            mended = self._mends and here is not self._words
            if here is self._reason or mended:  # the button says which time it takes
                self._do_book()
            else:
                self._book_if_free()
            return
        super().keyPressEvent(event)

    @property
    def in_use(self) -> bool:
        """Whether somebody has begun to fill it in."""
        return self._citizen() is not None or bool(self._words.text())

    def draft(self) -> Draft | None:
        """What has been filled in; None when nobody has begun."""
        if not self.in_use:
            return None
        citizen, who, room = (
            self._citizen(),
            self._therapist.currentIndex(),
            self._room.currentIndex(),
        )
        return Draft(
            self._words.text(),
            citizen.course_id if citizen else None,
            datetime.combine(self._day.day(), self._time.at()),
            self._minutes.value(),
            self._form.currentIndex(),
            self._staff[who].id if 0 <= who < len(self._staff) else None,
            self._rooms[room - 1].id if 0 < room <= len(self._rooms) else None,
            self._reason.text(),
        )

    def take_up(self, draft: Draft) -> None:
        """Go on with what had been filled in."""
        self.begin(draft.starts, draft.therapist, draft.room)
        self._minutes.setValue(draft.minutes)
        self._form.setCurrentIndex(draft.form)
        if draft.course:
            self.choose_course(draft.course)
        else:
            self._words.setText(draft.words)
        self._room.setCurrentIndex(self._place_of(draft.room))
        self._reason.setText(draft.reason)

    def move_to(
        self, starts: datetime, therapist: uuid.UUID | None, room: uuid.UUID | None
    ) -> None:
        """Propose another place; whom it is for, and what has been written, stays."""
        self._placed = True
        with QSignalBlocker(self._day), QSignalBlocker(self._time), QSignalBlocker(self._therapist):
            self._day.show_day(starts.date())
            self._time.show_time(starts.time())
            if therapist:
                self._given = therapist
                self._choose_therapist(therapist)
        if room:
            with QSignalBlocker(self._room):
                self._room.setCurrentIndex(self._place_of(room))
        self._check()

    @Slot()
    def _search(self) -> None:
        words = self._words.text()
        self._offer(self.app.ask(page.course_choices, words, 20) if words else [])

    def _offer(self, found: list[CourseChoice]) -> None:
        self._found = found
        self._who.blockSignals(True)
        self._who.clear()
        self._who.addItems([course_words(c) for c in found])
        self._count.setText(self.tr("%n found", "", len(self._found)) if self._found else "")
        if not self._found:
            said = (
                self.tr("Nobody in a course by that name")
                if self._words.text()
                else self.tr("Write a name first")
            )
            self._who.addItem(said)
        self._new.setVisible(not self._found and bool(self._words.text().strip()))
        self._who.blockSignals(False)
        self._propose()

    @Slot()
    def _propose(self) -> None:
        """Fill in what the chosen course tells: length, therapist, and what the package still holds."""
        choice = self._citizen()
        self._whole.setVisible(bool(choice and (choice.free is None or choice.free > 1)))
        if choice is None:
            self._package.setText("")
            self._check()
            return
        left = self.tr("No package is granted.")
        if choice.free is not None:
            left = self.tr("%n training(s) can be booked", "", max(0, choice.free))
        self._package.setText(left)
        with QSignalBlocker(self._minutes), QSignalBlocker(self._therapist):
            self._minutes.setValue(choice.minutes)
            if not self._placed and self._looked_for(choice):
                pass
            elif self._given is None:
                starts = datetime.combine(self._day.day(), self._time.at())
                room = self._room.currentIndex() - 1
                self._choose_therapist(
                    self._proposed(starts, self._rooms[room].id if room >= 0 else None)
                )
        self._check()

    def _looked_for(self, choice: CourseChoice) -> bool:
        """Propose the citizen's own therapist at the next free time, with a room."""
        own = choice.responsible_id
        if own not in [s.id for s in self._staff] or own is None:
            return False
        starts = max(self.app.now(), self._begun_at)
        wish = Wish(choice.course_id, own, None, starts, choice.minutes)
        free = self.app.ask(free_times.soonest, wish)
        if free is None:
            return False
        self._choose_therapist(own)
        with QSignalBlocker(self._day), QSignalBlocker(self._time), QSignalBlocker(self._room):
            self._day.show_day(free.starts.date())
            self._time.show_time(free.starts.time())
            self._room.setCurrentIndex(self._place_of(free.room_id))
        return True

    @Slot()
    def _place_by_hand(self) -> None:
        """Somebody says where: from now on nothing is looked for."""
        self._placed = True
        self._check()

    @Slot()
    def _form_chosen(self) -> None:
        """A training at home takes no room; for another, one is proposed when none is chosen."""
        starts = datetime.combine(self._day.day(), self._time.at())
        chosen = self._room.currentIndex()
        room = self._rooms[chosen - 1].id if chosen > 0 else None
        with QSignalBlocker(self._room):
            self._room.setCurrentIndex(self._place_of(room) or self._free_room(starts))
        self._check()

    @Slot()
    def _plan(self) -> None:
        choice = self._citizen()
        if choice:
            self.plan_wished.emit(choice.course_id)

    def wish(self) -> Wish | None:
        """What the fields say; None before there is anybody to train with."""
        if not self._staff:
            return None
        citizen = self._citizen()
        room = self._room.currentIndex() - 1
        return Wish(
            citizen.course_id if citizen else None,
            self._staff[max(0, self._therapist.currentIndex())].id,
            self._rooms[room].id if room >= 0 else None,
            datetime.combine(self._day.day(), self._time.at()),
            self._minutes.value(),
            self.forms[max(0, self._form.currentIndex())],
        )

    def _walk(self, step: int) -> None:
        """Step through those who were found, without leaving the name."""
        at = self._who.currentIndex() + step
        if 0 <= at < len(self._found):
            self._who.setCurrentIndex(at)

    def _citizen(self) -> CourseChoice | None:
        chosen = self._who.currentIndex()
        return self._found[chosen] if 0 <= chosen < len(self._found) else None

    @Slot()
    def _check(self) -> None:
        self._wish = self.wish()
        clear(self._checks)
        self._nearest = []
        if self._wish is None:
            return
        self._weekday.setText(dates.weekday_inside(self._wish.starts.date()))
        self._card = self.app.ask(booking.check, self._wish)
        self.place_changed.emit(self._wish.starts)
        for line in check_lines(self._wish, self._card, self._citizen(), self._room.currentText()):
            self._checks.addLayout(laid_out(line))
        if {o.reason for o in self._refusing} & ELSEWHERE:
            self._offer_times(self._wish)
        self._reason.setVisible(bool(self._refusing))
        self._enable()

    def _offer_times(self, wish: Wish) -> None:
        self._nearest = self.app.ask(free_times.nearest, wish)
        if not self._nearest:
            return
        self._checks.addSpacing(theme.px(4))
        self._checks.addWidget(Text(self.tr("Nearest free"), "small", "text-2"))
        last: QWidget = self._therapist
        for free in self._nearest:
            button = Button(free_words(free.starts, free.room), small=True, wide=True)
            button.clicked.connect(lambda _=False, one=free: self._take(one))
            self._checks.addWidget(button)
            self.setTabOrder(last, button)  # before the reason for booking all the same
            last = button

    def _take(self, free: FreeCard) -> None:
        fields = (self._day, self._time, self._room)
        blockers = [QSignalBlocker(field) for field in fields]
        self._day.show_day(free.starts.date())
        self._time.show_time(free.starts.time())
        self._room.setCurrentIndex(self._place_of(free.room_id))
        for blocker in blockers:
            blocker.unblock()
        self._check()
        self._book.setFocus()

    def held(self, place: Place) -> Held:
        """What is being booked, as the grid draws it in a place."""
        wish, citizen = self.wish(), self._citizen()
        room = self._room.currentText() if wish and wish.room_id else ""
        who = citizen.name if citizen else ""
        return Held(place, self._minutes.value(), who, room, refused=self._blocked)

    @property
    def _refusing(self) -> list[ObstacleCard]:
        return [o for o in self._obstacles if o.level is Level.REFUSE]

    @property
    def _obstacles(self) -> tuple[ObstacleCard, ...]:
        return self._card.obstacles if self._card else ()

    @property
    def _blocked(self) -> bool:
        return bool(self._refusing)

    @property
    def _mends(self) -> bool:
        """Whether another time is all that it takes."""
        return bool(self._nearest) and {o.reason for o in self._refusing} <= ELSEWHERE

    @property
    def _stated(self) -> bool:
        return bool(self._reason.text().strip())

    @Slot()
    def _enable(self) -> None:
        ready = bool(self._wish and self._wish.course_id)
        if self._blocked and not self._stated and self._mends:
            at = self._nearest[0].starts
            words = self.tr("Take {day} {time}").format(
                day=dates.short_date(at.date()), time=dates.clock(at)
            )
        elif self._blocked or Level.WARN in {o.level for o in self._obstacles}:
            words = self.tr("Book all the same")
        else:
            words = self.tr("Book the training")
        self._book.setText(words)
        self._book.setEnabled(ready and (not self._blocked or self._stated or self._mends))
        first = self._refusing[0] if self._refusing else None
        self._refusal.setVisible(first is not None)
        if first:
            title, _note = tr_obstacle(first.reason, dict(first.facts))
            said = self.tr("Cannot be booked: {why}").format(why=title[:1].lower() + title[1:])
            self._verdict.setText(said)

    @Slot()
    def _book_if_free(self) -> None:
        """Enter in the name's field: never over something else."""
        if not self._blocked:
            self._do_book()

    @Slot()
    def _do_book(self) -> None:
        citizen = self._citizen()
        if not all_read(self):
            return
        if not self._book.isEnabled() or self._wish is None or citizen is None:
            return
        if self._blocked and not self._stated:
            self._take(self._nearest[0])
            return
        wish = replace(self._wish, override=self._reason.text().strip() if self._blocked else "")
        text = self.tr("Booked: {who}, {day} {time}").format(
            who=citizen.name,
            day=dates.short_day(wish.starts.date()),
            time=dates.clock(wish.starts),
        )
        made: list[uuid.UUID] = []

        def book(work: Work) -> None:
            made.append(booking.book(work, wish))

        if self.app.do(text, book):
            self._reason.setText("")
            self.booked.emit(made[0])
