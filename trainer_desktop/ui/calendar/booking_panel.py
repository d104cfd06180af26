"""Booking a training: who, when, where, with the checks live; stands where the inspector stands."""

import uuid
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from trainer_desktop.rules.course import Form
from trainer_desktop.services import booking, citizens, roster
from trainer_desktop.services.booking import ObstacleCard, Wish
from trainer_desktop.services.cards import NamedKey
from trainer_desktop.services.citizens import CitizenCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Icon, Panel, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, NumberField, TimeField, labelled
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_basis, tr_form, tr_obstacle

FORMS = (Form.INDIVIDUAL, Form.HOME, Form.OWN)


class BookingPanel(Panel):
    """Checks while one types; one primary button, which says what it does."""

    booked = Signal()
    closed = Signal()
    place_changed = Signal(object, int)  # datetime, minutes

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "l")
        self.app = app
        self.setFixedWidth(theme.size("inspector"))
        self._found: list[CitizenCard] = []
        self._staff: list[NamedKey] = []
        self._rooms: list[NamedKey] = []
        self._day = app.now().date()
        self._wish: Wish | None = None
        self._obstacles: list[ObstacleCard] = []
        self._build()
        self._connect()

    def begin(self, starts: datetime, therapist: uuid.UUID | None, room: uuid.UUID | None) -> None:
        """Begin a booking at a place in the calendar."""
        self._staff, self._rooms = self.app.ask(roster.therapists), self.app.ask(roster.rooms)
        self._day = starts.date()
        for box, keys in ((self._therapist, self._staff), (self._room, self._rooms)):
            box.blockSignals(True)
            box.clear()
            box.addItems(
                [f"{k.short} · {k.name}" if box is self._therapist else k.short for k in keys]
            )
        self._room.insertItem(0, self.tr("No room"))
        places = [k.id for k in self._staff]
        self._therapist.setCurrentIndex(places.index(therapist) if therapist in places else 0)
        rooms = [k.id for k in self._rooms]
        self._room.setCurrentIndex(
            rooms.index(room) + 1 if room in rooms else self._free_room(starts)
        )
        for box in (self._therapist, self._room):
            box.blockSignals(False)
        self._time.show_time(starts.time())
        self._when.setText(dates.long_day_year(self._day))
        self._words.clear()
        self._search()
        self._words.setFocus()
        self._check()

    def _free_room(self, starts: datetime) -> int:
        """The first single room at the therapist's centre that is free then; 0 is no room."""
        if not self._staff:
            return 0
        who = self._staff[max(0, self._therapist.currentIndex())]
        wish = Wish(None, who.id, None, starts, self._minutes.value())
        found = self.app.ask(booking.free_room, wish)
        return next((n + 1 for n, room in enumerate(self._rooms) if room.id == found), 0)

    def _build(self) -> None:
        self._when = Text("", "small", "text-2")
        close = Button("", "quiet", icon="close", spoken=self.tr("Close the booking"), small=True)
        close.clicked.connect(self.closed)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Name, CPR or phone"))
        self._who = Choice()
        self._therapist, self._room, self._form = Choice(), Choice(), Choice()
        self._form.addItems([tr_form(f) for f in FORMS])
        self._time = TimeField()
        self._minutes = NumberField(15, 240, 45, self.tr("min."))
        self._minutes.setSingleStep(15)
        self._checks = col(gap=8)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Why it is booked all the same"))
        self._reason.setAccessibleName(self.tr("Why it is booked all the same"))
        self._reason.hide()
        self._book = Button(self.tr("Book the training"), "primary", key="↵", wide=True)
        head = row(Text(self.tr("New training"), "heading"), None, close)
        column = col(
            col(head, self._when, gap=2, margins=(16, 16, 16, 14)),
            Rule(),
            col(
                *labelled(self.tr("&Find"), self._words),
                *labelled(self.tr("&Citizen and course"), self._who),
                *labelled(self.tr("&Therapist"), self._therapist),
                *labelled(self.tr("&Room"), self._room),
                row(
                    col(*labelled(self.tr("T&ime"), self._time)),
                    col(*labelled(self.tr("&Minutes"), self._minutes)),
                    gap=12,
                ),
                *labelled(self.tr("F&orm"), self._form),
                gap=4,
                margins=(16, 12, 16, 14),
            ),
            Rule(),
            col(self._checks, self._reason, gap=8, margins=(16, 14, 16, 14)),
            Rule(),
            col(self._book, margins=(16, 14, 16, 14)),
            None,
            on=self,
        )
        column.setSpacing(0)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._search)
        for box in (self._who, self._therapist, self._room, self._form):
            box.currentIndexChanged.connect(self._check)
        self._time.timeChanged.connect(self._check)
        self._minutes.valueChanged.connect(self._check)
        self._reason.textChanged.connect(self._enable)
        self._book.clicked.connect(self._do_book)
        self._words.returnPressed.connect(self._do_book)
        self._reason.returnPressed.connect(self._do_book)

    @Slot()
    def _search(self) -> None:
        found = self.app.ask(citizens.find, self._words.text(), 30) if self._words.text() else []
        self._found = [c for c in found if c.course_id]
        self._who.blockSignals(True)
        self._who.clear()
        self._who.addItems(
            [f"{c.name} · {tr_basis(c.active)} · {c.responsible}" for c in self._found]
        )
        if not self._found:
            said = (
                self.tr("Nobody in a course by that name")
                if self._words.text()
                else self.tr("Write a name first")
            )
            self._who.addItem(said)
        self._who.blockSignals(False)
        self._check()

    def _make_wish(self) -> Wish | None:
        if not self._staff:
            return None
        chosen = self._who.currentIndex()
        citizen = self._found[chosen] if 0 <= chosen < len(self._found) else None
        room = self._room.currentIndex() - 1
        return Wish(
            citizen.course_id if citizen else None,
            self._staff[max(0, self._therapist.currentIndex())].id,
            self._rooms[room].id if room >= 0 else None,
            datetime.combine(self._day, self._time.at()),
            self._minutes.value(),
            FORMS[max(0, self._form.currentIndex())],
        )

    @Slot()
    def _check(self) -> None:
        self._wish = self._make_wish()
        clear(self._checks)
        if self._wish is None:
            return
        self.place_changed.emit(self._wish.starts, self._wish.minutes)
        found = self.app.ask(booking.obstacles, self._wish)
        for obstacle in found:
            title, note = tr_obstacle(obstacle.reason, dict(obstacle.facts))
            self._check_line("refused", "bad", title, note)
        if found and any(o.reason.name.endswith("BUSY") for o in found):
            self._offer_times()
        if not found:
            self._check_line(
                "came-circle",
                "good",
                self.tr("The time is free"),
                self.tr("Therapist, room and citizen."),
            )
        self._reason.setVisible(bool(found))
        self._obstacles = found
        self._enable()

    def _offer_times(self) -> None:
        assert self._wish
        for who, when in self.app.ask(booking.free_times, self._wish):
            said = self.tr("Take {who} at {time}").format(who=who, time=dates.clock(when))
            button = Button(said, "plain", small=True)
            button.clicked.connect(lambda _=False, w=who, t=when: self._take(w, t))
            self._checks.addLayout(row(20, button, None))

    def _take(self, who: str, when: datetime) -> None:
        names = [k.short for k in self._staff]
        self._therapist.setCurrentIndex(names.index(who))
        self._time.show_time(when.time())

    def _check_line(self, icon: str, role: str, title: str, note: str) -> None:
        body = col(Text(title, "strong", wrap=True), gap=1)
        if note:
            body.addWidget(Text(note, "small", "text-2", wrap=True))
        line = row(col(1, Icon(icon, role, 16), None), body, gap=10)
        line.setStretch(1, 1)
        self._checks.addLayout(line)

    @Slot()
    def _enable(self) -> None:
        ready = bool(self._wish and self._wish.course_id)
        blocked = bool(self._obstacles)
        self._book.setEnabled(ready and (not blocked or bool(self._reason.text().strip())))
        self._book.setText(
            self.tr("Book with the reason") if blocked else self.tr("Book the training")
        )

    @Slot()
    def _do_book(self) -> None:
        if not self._book.isEnabled() or self._wish is None:
            return

        blocked = bool(self._obstacles)
        wish = replace(self._wish, override=self._reason.text().strip() if blocked else "")
        name = self._found[self._who.currentIndex()].name
        text = self.tr("Booked: {who}, {day} {time}").format(
            who=name, day=dates.short_day(self._day), time=dates.clock(wish.starts)
        )
        if self.app.do(text, booking.book, wish):
            self._reason.clear()
            self.booked.emit()
