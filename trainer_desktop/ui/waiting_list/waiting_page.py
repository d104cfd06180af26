"""Venteliste: free times that a cancellation left, with those whom each fits; and everybody who waits."""

import uuid
from datetime import time
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget

from trainer_desktop.rules.course import Form
from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.calls import outcomes
from trainer_desktop.services.centre import roster
from trainer_desktop.services.store.opening import COPENHAGEN
from trainer_desktop.services.waiting import fitting, freed_times, waiting_list
from trainer_desktop.services.waiting.fitting import FitCard
from trainer_desktop.services.waiting.freed_times import SlotCard
from trainer_desktop.services.waiting.waiting_list import WaitingCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.side.waiting_drawer import waiting_words
from trainer_desktop.ui.parts.basics import (
    Icon,
    Panel,
    Pill,
    Rule,
    Text,
    clear,
    col,
    row,
    scrolling,
)
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import (
    Check,
    Choice,
    NumberField,
    TimeField,
    all_read,
    labelled,
)
from trainer_desktop.ui.parts.find_course import FindCourse
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.planner.wishes_panel import DayButton
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_call, tr_form, tr_misfit

FORMS = (Form.INDIVIDUAL, Form.HOME, Form.OWN)
BOARD, LIST = 0, 1


class WaitingPage(Page):
    """Venteliste og ledige tider."""

    shows = (
        *("waiting_entry", "call", "training_session", "participant", "course", "course_event"),
        *("citizen", "staff_absence", "closing_day"),
    )

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._slots: list[SlotCard] = []
        self._waiting: list[WaitingCard] = []
        self._build()
        self._connect()

    # ---- what others call

    def show_slot(self, session_id: uuid.UUID) -> None:
        """Go to the free time that a cancellation left."""
        self._show_part(BOARD)
        self.refresh()
        for number, slot in enumerate(self._slots):
            if slot.session_id == session_id:
                self.slots.selectRow(number)

    def refresh(self) -> None:
        """Read again what is shown."""
        slot, entry = self._slot(), self._entry()
        self._slots = self.app.ask(freed_times.freed)
        self._waiting = self.app.ask(waiting_list.entries)
        with (
            QSignalBlocker(self.slots.selectionModel()),
            QSignalBlocker(self.list.selectionModel()),
        ):
            self._slot_items.show_lines([_slot_line(one) for one in self._slots])
            self._list_items.show_lines([self._waiting_line(one) for one in self._waiting])
            keys = [(s.session_id, s.starts) for s in self._slots]
            place = (
                keys.index((slot.session_id, slot.starts))
                if slot and (slot.session_id, slot.starts) in keys
                else 0
            )
            if self._slots:
                self.slots.selectRow(place)
            ids = [w.id for w in self._waiting]
            if self._waiting:
                self.list.selectRow(ids.index(entry.id) if entry and entry.id in ids else 0)
        free = self.tr("%n free time(s)", "", len(self._slots))
        wait = self.tr("%n waiting", "", len(self._waiting))
        self._bar.say(self.tr("Waiting list"), f"{free} · {wait}")
        self._show_fits()
        self._enable()

    # ---- building

    def _build(self) -> None:
        words = [self.tr("Free times"), self.tr("Waiting list")]
        self._parts = Segments(words, self.tr("What is shown"))
        self._bar = TopBar([self._parts])
        columns = [
            Column(self.tr("Time"), 150),
            Column(self.tr("Therapist"), 80),
            Column(self.tr("Room or team")),
            Column(self.tr("Left by"), 170),
        ]
        self._slot_items = CellItemModel(columns, self)
        self.slots = Table(self._slot_items, self.tr("Free times"), Shape(row=44))
        self._fits = col(gap=0)
        inner = QWidget()
        col(self._fits, None, on=inner)
        scroll = scrolling(inner)
        self._fits_title = Text("", "heading", wrap=True)
        self._fits_note = Text("", "small", "text-2", wrap=True)
        side = self._fits_side = Panel("surface", "l")
        side.setFixedWidth(theme.beside(440))
        col(
            col(self._fits_title, self._fits_note, gap=2, margins=(20, 14, 20, 12)),
            Rule(),
            (scroll, 1),
            on=side,
        ).setContentsMargins(1, 0, 0, 0)
        board = QWidget()
        row((self.slots, 1), side, gap=0, on=board)
        self._stack = QStackedWidget()
        self._stack.addWidget(board)
        self._stack.addWidget(self._build_list())
        whole = col(self._bar, (self._stack, 1), on=self)
        whole.setSpacing(0)

    def _build_list(self) -> QWidget:
        self._wide = theme.scale < 1.5  # at large text the names need the room
        columns = [
            Column(self.tr("Due"), 110 if self._wide else 80),
            Column(self.tr("Citizen")),
            Column(self.tr("Waits for"), 280 if self._wide else 170),
            Column(self.tr("Since"), 100 if self._wide else 80),
            *([Column(self.tr("Package"), 110)] if self._wide else []),
            *([Column(self.tr("Phone"), 130)] if self._wide else []),
        ]
        self._list_items = CellItemModel(columns, self)
        self.list = Table(self._list_items, self.tr("Waiting list"), Shape(row=48))
        self.finder = FindCourse(self.app, self.tr("&Citizen"))
        self._form, self._who = Choice(), Choice()
        self._form.addItems([tr_form(f) for f in FORMS])
        self._staff = self.app.ask(roster.therapists)
        self._who.addItems(
            [self.tr("Whoever is free"), *(f"{s.short} · {s.name}" for s in self._staff)]
        )
        self._minutes = NumberField(5, 240, 45, self.tr("min."))
        self._days = [DayButton(n) for n in range(5)]
        self._hours = Check(self.tr("Only between"))
        self._from, self._to = TimeField(time(8)), TimeField(time(12))
        for field in (self._from, self._to):
            field.setFixedWidth(theme.px(72))
        self._from.setAccessibleName(self.tr("Earliest"))
        self._to.setAccessibleName(self.tr("Latest"))
        self._note = QLineEdit()
        self._note.setPlaceholderText(self.tr("Note"))
        self._note.setAccessibleName(self.tr("Note"))
        self.put = Button(self.tr("Put on the waiting list"), "primary", wide=True)
        self._off = Button(self.tr("Take off the list"), wide=True)
        side = Panel("surface", "l")
        side.setFixedWidth(theme.size("inspector"))
        inner = QWidget()
        col(
            Text(self.tr("New on the list"), "heading"),
            self.finder,
            row(
                col(*labelled(self.tr("F&orm"), self._form), gap=4),
                col(*labelled(self.tr("&Length"), self._minutes), gap=4),
            ),
            col(*labelled(self.tr("&Therapist"), self._who), gap=4),
            col(Text(self.tr("Days"), "label", "text-2"), row(*self._days, None, gap=6), gap=4),
            row(self._hours, None, self._from, self._to, gap=6),
            self._note,
            self.put,
            Rule(),
            Text(self.tr("The chosen one"), "heading"),
            self._off,
            None,
            gap=10,
            margins=(16, 14, 16, 14),
            on=inner,
        )
        col(scrolling(inner), on=side).setContentsMargins(1, 0, 0, 0)
        whole = QWidget()
        row((self.list, 1), side, gap=0, on=whole)
        return whole

    def _connect(self) -> None:
        self._parts.group.idClicked.connect(self._show_part)
        self.slots.selectionModel().currentRowChanged.connect(lambda *_: self._show_fits())
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.finder.changed.connect(self._propose)
        self.put.clicked.connect(self._put)
        self._off.clicked.connect(self._take_off)

    def _show_part(self, number: int) -> None:
        self._parts.choose(number)
        self._stack.setCurrentIndex(number)

    def keyboard(self) -> QWidget:
        """What takes the keyboard: the list that is shown."""
        return self.list if self._stack.currentIndex() == LIST else self.slots

    def show_list(self) -> None:
        """Show those who wait, and not the free times."""
        self._show_part(LIST)

    def begin_for(self, course_id: uuid.UUID) -> None:
        """Put somebody on the list whose course is known already; the rest is filled in here."""
        self._show_part(LIST)
        self.finder.choose(course_id)
        self._form.setFocus()

    # ---- the board

    def _slot(self) -> SlotCard | None:
        thing = self._slot_items.thing(self.slots.currentIndex())
        return thing if isinstance(thing, SlotCard) else None

    @Slot()
    def _show_fits(self) -> None:
        here = QApplication.focusWidget()
        if here and self._fits_side.isAncestorOf(here):
            self.slots.setFocus()  # the button that was pressed goes away
        clear(self._fits)
        slot = self._slot()
        if slot is None:
            self._fits_title.setText(self.tr("No time is free"))
            self._fits_note.setText(
                self.tr(
                    "When somebody cancels in the next two weeks, the time stands here until it is taken."
                )
            )
            return
        when = f"{dates.long_day(slot.starts.date())} {dates.clock_range(slot.starts, slot.ends)}"
        found = self.app.ask(fitting.fits, slot)
        self._fits_title.setText(when)
        where = " · ".join(p for p in (slot.team, slot.therapist, slot.room) if p)
        count = self.tr("%n on the waiting list fit(s)", "", len(found))
        self._fits_note.setText(f"{where} · {count}")
        for fit in found:
            self._fits.addWidget(self._fit(slot, fit))
        if not found:
            why = [tr_misfit(*one) for one in self.app.ask(fitting.misfits, slot)]
            nobody = self.tr("Nobody is on the waiting list.")
            said = self.tr("Nobody on the waiting list fits.") if why else nobody
            lines = [Text(said, "body", "text-2", wrap=True)]
            lines += [Text(line, "small", "text-2", wrap=True) for line in why]
            self._fits.addLayout(col(*lines, gap=4, margins=(20, 14, 20, 14)))

    def _fit(self, slot: SlotCard, fit: FitCard) -> QWidget:
        one = fit.waiting
        panel = Panel("surface", "b", "line-soft")
        phones = "   ".join(dict.fromkeys(spaced_phone(p) for p in (one.mobile, one.phone) if p))
        head = row(Text(one.citizen, "strong"), None, gap=8)
        if one.deadline:
            said = self.tr("by {day}").format(day=dates.short_date(one.deadline))
            head.addWidget(Pill(said, "warn", "late"))
        since = self.tr("since {day}").format(day=dates.short_date(one.since))
        left = ""
        if one.free is not None:
            left = self.tr("%n training(s) can be booked", "", one.free)
        facts = " · ".join(p for p in (waiting_words(one), since, left) if p)
        box = col(
            head,
            row(
                Icon("phone", "text-2", 14),
                Text(phones or self.tr("No number"), "strong", figures=True),
                None,
                gap=6,
            ),
            Text(facts, "small", "text-2", wrap=True),
            gap=3,
            margins=(20, 10, 20, 10),
            on=panel,
        )
        for call in fit.calls:
            at = call.at.astimezone(COPENHAGEN)
            said = f"{tr_call(call.outcome)} · {dates.short_date(at.date())} {dates.clock(at.time())} · {call.by}"
            box.addWidget(Text(said, "small", "text-2", figures=True))
        yes = Button(self.tr("Yes: book"), "plain", small=True)
        book = self.tr("Yes: book")
        yes.setAccessibleName(f"{one.citizen}: {book}")
        yes.clicked.connect(lambda: self._take(slot, one))
        buttons = row(yes, gap=6)
        for outcome in (CallOutcome.DECLINED, CallOutcome.NO_ANSWER, CallOutcome.MESSAGE):
            button = Button(tr_call(outcome), "quiet", small=True)
            button.setAccessibleName(f"{one.citizen}: {tr_call(outcome)}")
            button.clicked.connect(partial(self._called, slot, one, outcome))
            buttons.addWidget(button)
        buttons.addStretch(1)
        box.addLayout(buttons)
        return panel

    def _take(self, slot: SlotCard, one: WaitingCard) -> None:
        text = self.tr("Booked: {who}, {day} {time}").format(
            who=one.citizen,
            day=dates.short_day(slot.starts.date()),
            time=dates.clock(slot.starts),
        )
        self.app.do(text, freed_times.take, one.id, slot)

    def _called(
        self, slot: SlotCard, one: WaitingCard, outcome: CallOutcome, _on: bool = False
    ) -> None:
        text = f"{one.citizen}: {tr_call(outcome)}"
        self.app.do(text, outcomes.note_call, one.citizen_id, outcome, slot.session_id, slot.starts)

    # ---- the list

    def _entry(self) -> WaitingCard | None:
        thing = self._list_items.thing(self.list.currentIndex())
        return thing if isinstance(thing, WaitingCard) else None

    def _waiting_line(self, one: WaitingCard) -> Line:
        due = dates.short_date(one.deadline) if one.deadline else ""
        free = self.tr("%n free", "", one.free) if one.free is not None else "–"
        phone = spaced_phone(one.mobile or one.phone)
        return Line(
            (
                Cell(due, CellKind.STRONG),
                Cell(one.citizen, CellKind.TWO_LINES, second=one.note),
                Cell(waiting_words(one), CellKind.SOFT),
                Cell(dates.short_date(one.since), CellKind.SOFT),
                *([Cell(free, CellKind.SOFT), Cell(phone, CellKind.SOFT)] if self._wide else []),
            ),
            one,
        )

    @Slot()
    def _propose(self) -> None:
        choice = self.finder.choice()
        if choice:
            self._minutes.setValue(choice.minutes)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.put.setEnabled(self.finder.choice() is not None)
        self._off.setEnabled(self._entry() is not None)

    @Slot()
    def _put(self) -> None:
        choice = self.finder.choice()
        if choice is None or not all_read(self):
            return
        who = self._who.currentIndex() - 1
        text = self.tr("On the waiting list: {who}").format(who=choice.name)
        put = self.app.do(
            text,
            waiting_list.add,
            choice.course_id,
            FORMS[max(0, self._form.currentIndex())],
            self._minutes.value(),
            therapist_id=self._staff[who].id if who >= 0 else None,
            weekdays=tuple(n for n, day in enumerate(self._days) if day.isChecked()),
            earliest=self._from.at() if self._hours.isChecked() else None,
            latest=self._to.at() if self._hours.isChecked() else None,
            note=self._note.text(),
        )
        if put:
            self.finder.clear()
            self._note.clear()
            self._who.setCurrentIndex(0)
            self._hours.setChecked(False)
            for day in self._days:
                day.setChecked(False)

    @Slot()
    def _take_off(self) -> None:
        entry = self._entry()
        if entry:
            text = self.tr("Off the waiting list: {who}").format(who=entry.citizen)
            self.app.do(text, waiting_list.end, entry.id)


def _slot_line(slot: SlotCard) -> Line:
    day, span = dates.short_day(slot.starts.date()), dates.clock_range(slot.starts, slot.ends)
    return Line(
        (
            Cell(_capital(day), CellKind.TWO_LINES, span),
            Cell(slot.therapist),
            Cell(slot.team or slot.room, CellKind.SOFT),
            Cell(slot.left_by, CellKind.SOFT),
        ),
        slot,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
