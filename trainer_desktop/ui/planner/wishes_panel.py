"""What is wished of a series: count, days, hours, therapist, room; each can be made to hold strictly."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLayout, QLineEdit, QPushButton, QWidget

from trainer_desktop.rules.course import Form
from trainer_desktop.services.booking.openings import ALWAYS, Wished, Wishes
from trainer_desktop.services.booking.planning import StartCard
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.roster import RoomCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Panel, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import (
    Check,
    Choice,
    DateField,
    NumberField,
    TimeField,
    labelled,
)
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_form

FORMS = (Form.INDIVIDUAL, Form.HOME, Form.POOL, Form.OWN)
SPANS: tuple[tuple[time, time] | None, ...] = (
    None,
    (time(8), time(12)),
    (time(12), time(16)),
)


class WishesPanel(Panel):
    """The left side of the planner."""

    changed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "r")
        self.app = app
        self._course: uuid.UUID | None = None
        self._last: date | None = None
        self.setFixedWidth(theme.px(304))
        self._staff = app.ask(roster.therapists)
        self._rooms: list[RoomCard] = []
        self._gears: list[str] = []
        self._build()
        self._connect()
        self.setFocusProxy(self._first)

    def begin(self, start: StartCard) -> None:
        """Fill in what the course begins with."""
        self._course, self._last = start.course_id, start.last
        self._read_rooms()
        blockers = [QSignalBlocker(w) for w in self._fields()]
        self._first.show_day(start.first)
        self._count.setValue(max(1, start.count))
        self._weekly.setValue(start.per_week)
        self._minutes.setValue(start.minutes)
        self._form.setCurrentIndex(FORMS.index(start.form) if start.form in FORMS else 0)
        people = [s.id for s in self._staff]
        known = start.therapist_id in people
        self._who.setCurrentIndex(
            people.index(start.therapist_id) + 1 if known and start.therapist_id else 0
        )
        rooms = [r.id for r in self._rooms]
        here = start.room_id in rooms
        self._room.setCurrentIndex(rooms.index(start.room_id) + 1 if here and start.room_id else 0)
        self._until.setChecked(start.last is not None)
        if start.last:
            self._last_day.show_day(start.last)
        else:
            self._last_day.show_day(start.first + timedelta(weeks=12))
        for button in self._days:
            button.setChecked(False)
        self._span.setCurrentIndex(0)
        self._not_weeks.clear()
        for blocker in blockers:
            blocker.unblock()
        self._show_span()

    def _read_rooms(self) -> None:
        """The rooms and what is in them, as they are today."""
        self._rooms = self.app.ask(roster.room_cards)
        self._gears = sorted({one for room in self._rooms for one in room.equipment})
        with QSignalBlocker(self._room), QSignalBlocker(self._gear):
            self._room.clear()
            self._room.addItems([self.tr("Any that suits"), *(r.name for r in self._rooms)])
            self._gear.clear()
            self._gear.addItems([self.tr("None needed"), *self._gears])
        self._gear_box.setVisible(bool(self._gears))

    def wishes(self) -> Wishes | None:
        """What the fields say."""
        if self._course is None:
            return None
        strict = set(ALWAYS)
        for check, wish in (
            (self._only_days, Wished.DAYS),
            (self._only_hours, Wished.HOURS),
            (self._only_him, Wished.THERAPIST),
        ):
            if check.isChecked():
                strict.add(wish)
        who, room = self._who.currentIndex() - 1, self._room.currentIndex() - 1
        gear = self._gear.currentIndex() - 1
        spans = self._span.currentIndex() > 0
        return Wishes(
            self._course,
            self._count.value(),
            self._minutes.value(),
            self._first.day(),
            FORMS[max(0, self._form.currentIndex())],
            self._weekly.value(),
            frozenset(n for n, button in enumerate(self._days) if button.isChecked()),
            self._from.at() if spans else None,
            self._to.at() if spans else None,
            None,
            self._staff[who].id if who >= 0 else None,
            self._rooms[room].id if room >= 0 else None,
            frozenset([self._gears[gear]]) if gear >= 0 else frozenset(),
            self._last_day.day() if self._until.isChecked() else None,
            self._skipped(),
            frozenset(strict),
        )

    def _skipped(self) -> frozenset[date]:
        """The days of the weeks that are not wanted, in the year in which they come next."""
        found: set[date] = set()
        for said in self._not_weeks.text().replace(",", " ").split():
            if said.isdigit() and 1 <= int(said) <= 53:
                found |= _week_after(self._first.day(), int(said))
        return frozenset(found)

    def _fields(self) -> list[QWidget]:
        return [
            *(self._first, self._count, self._weekly, self._minutes, self._form, self._who),
            *(self._room, self._until, self._last_day, self._span, self._not_weeks),
            *self._days,
        ]

    def _build(self) -> None:
        self._first = DateField(self.app.now().date())
        self._count = NumberField(1, 60, 12)
        self._weekly = NumberField(1, 7, 2)
        self._minutes = NumberField(5, 240, 45, self.tr("min."))
        self._minutes.setSingleStep(15)
        self._form, self._who, self._room = Choice(), Choice(), Choice()
        self._form.addItems([tr_form(f) for f in FORMS])
        self._who.addItems(
            [self.tr("Whoever is free"), *(f"{s.short} · {s.name}" for s in self._staff)]
        )
        self._gear = Choice()
        self._days = [DayButton(n) for n in range(5)]
        self._span = Choice()
        self._span.addItems(
            [
                self.tr("All day"),
                self.tr("Morning, 8–12"),
                self.tr("Afternoon, 12–16"),
                self.tr("From – to"),
            ]
        )
        self._from, self._to = TimeField(time(8)), TimeField(time(12))
        self._dash = Text("–", "body", "text-3")
        self._from.setAccessibleName(self.tr("Earliest"))
        self._to.setAccessibleName(self.tr("Latest"))
        self._only_days = Check(self.tr("Only these days"))
        self._only_hours = Check(self.tr("Only these hours"))
        self._only_him = Check(self.tr("Only this therapist"))
        self._until = Check(self.tr("Not later than"))
        self._last_day = DateField(self.app.now().date())
        self._last_day.setMaximumWidth(theme.px(148))
        self._last_day.setAccessibleName(self.tr("Not later than"))
        self._not_weeks = QLineEdit()
        self._not_weeks.setPlaceholderText("52, 53")
        self._verdict = Text("", "strong", wrap=True)
        self._note = Text("", "small", "text-2", wrap=True)
        self._ways = col(gap=6)
        self._gear_box = QWidget()
        col(*labelled(self.tr("E&quipment"), self._gear), gap=4, on=self._gear_box)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        col(
            Text(self.tr("Wishes"), "heading"),
            col(*labelled(self.tr("&First day, at the earliest"), self._first), gap=4),
            self._beside((self.tr("&Number"), self._count), (self.tr("A &week"), self._weekly)),
            self._beside((self.tr("&Length"), self._minutes), (self.tr("F&orm"), self._form)),
            col(
                Text(self.tr("Days"), "label", "text-2"),
                row(*self._days, None, gap=6),
                self._only_days,
                gap=4,
            ),
            col(
                *labelled(self.tr("&Hours"), self._span),
                row(self._from, self._dash, self._to, gap=6),
                self._only_hours,
                gap=4,
            ),
            col(*labelled(self.tr("&Therapist"), self._who), self._only_him, gap=4),
            col(*labelled(self.tr("&Room"), self._room), gap=4),
            self._gear_box,
            row(self._until, None, self._last_day, gap=8),
            col(*labelled(self.tr("Not in wee&k"), self._not_weeks), gap=4),
            None,
            gap=10,
            margins=(20, 16, 20, 12),
            on=inner,
        )
        scroll = scrolling(inner)
        foot = Panel("surface", "t")
        col(self._verdict, self._note, self._ways, gap=4, margins=(20, 12, 20, 14), on=foot)
        whole = col((scroll, 1), foot, on=self)
        whole.setContentsMargins(0, 0, 1, 0)

    def _beside(self, *fields: tuple[str, QWidget]) -> QLayout:
        line = row(gap=8)
        for word, widget in fields:
            line.addLayout(col(*labelled(word, widget), gap=4), 1)
        return line

    def _connect(self) -> None:
        for field in (self._first, self._last_day):
            field.dateChanged.connect(self.changed)
        for number in (self._count, self._weekly, self._minutes):
            number.valueChanged.connect(self.changed)
        for box in (self._form, self._who, self._room, self._gear):
            box.currentIndexChanged.connect(self.changed)
        for check in (self._only_days, self._only_hours, self._only_him, self._until):
            check.toggled.connect(self.changed)
        for button in self._days:
            button.toggled.connect(self.changed)
        self._from.timeChanged.connect(self.changed)
        self._to.timeChanged.connect(self.changed)
        self._span.currentIndexChanged.connect(self._choose_span)
        self._not_weeks.editingFinished.connect(self.changed)

    @Slot()
    def _choose_span(self) -> None:
        span = SPANS[self._span.currentIndex()] if self._span.currentIndex() < len(SPANS) else None
        if span:
            self._from.show_time(span[0])
            self._to.show_time(span[1])
        self._show_span()
        self.changed.emit()

    def _show_span(self) -> None:
        own = self._span.currentIndex() == len(SPANS)
        for widget in (self._from, self._dash, self._to):
            widget.setVisible(own)
        self._only_hours.setVisible(self._span.currentIndex() > 0)

    def say(
        self, verdict: str, note: str, ways: Sequence[tuple[str, Callable[[], object]]], tone: str
    ) -> None:
        """Say what was found, and what can be done when nothing was."""
        self._verdict.setText(verdict)
        self._verdict.set_role(tone)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        clear(self._ways)
        for words, act in ways:
            button = Button(words, small=True, wide=True)
            button.clicked.connect(lambda _=False, act=act: act())
            self._ways.addWidget(button)

    def give_up(self, wishes: tuple[Wished, ...]) -> None:
        """Let some wishes go, and look again."""
        for wish in wishes:
            match wish:
                case Wished.DAYS:
                    self._only_days.setChecked(False)
                case Wished.HOURS:
                    self._only_hours.setChecked(False)
                case Wished.THERAPIST:
                    self._only_him.setChecked(False)
                case Wished.ROOM:
                    self._room.setCurrentIndex(0)
                case Wished.EQUIPMENT:
                    self._gear.setCurrentIndex(0)
                case Wished.LAST_DAY:
                    self._until.setChecked(False)
                case Wished.SKIPPED:
                    self._not_weeks.clear()
                case Wished.PER_WEEK:
                    self._weekly.setValue(min(7, self._weekly.value() + 1))
        self.changed.emit()


class DayButton(QPushButton):
    """One weekday to choose."""

    def __init__(self, number: int) -> None:
        super().__init__(dates.weekday_letters(number))
        self.setCheckable(True)
        self.setAccessibleName(dates.weekday_name(number))
        self.setFixedSize(theme.px(40), theme.px(32))
        on, edge = theme["accent-tint-2"].name(), theme["mark"].name()
        ink, plain = theme["accent-text"].name(), theme["control-line"].name()
        self.setStyleSheet(
            f"QPushButton {{ border: 1px solid {plain}; border-radius: 6px;"
            f" background: {theme['surface'].name()}; color: {theme['text-2'].name()}; }}"
            f"QPushButton:checked {{ border: 1px solid {edge}; background: {on}; color: {ink};"
            " font-weight: 600; }"
            f"QPushButton:focus {{ border: 2px solid {edge}; }}"
        )


def _week_after(first: date, number: int) -> set[date]:
    for year in (first.isocalendar().year, first.isocalendar().year + 1):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday + timedelta(days=6) >= first:
            return {monday + timedelta(days=n) for n in range(7)}
    return set()
