"""A citizen's page: who, the courses with their ledgers and reasons, goals, and what waits."""

import uuid

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QLayout,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.citizens import page
from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.services.courses.allowance import LineCard
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.citizen_menu import CitizenMenu
from trainer_desktop.ui.citizens.citizen_tasks import CitizenTasks
from trainer_desktop.ui.citizens.course_days import CourseDaysDialog
from trainer_desktop.ui.citizens.course_head import about, no_course, package_meter
from trainer_desktop.ui.citizens.course_menu import CourseMenu
from trainer_desktop.ui.citizens.goals_card import GoalsCard
from trainer_desktop.ui.citizens.ledger_table import ledger_table
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.paint import initials
from trainer_desktop.ui.parts.basics import (
    Avatar,
    Card,
    Icon,
    Panel,
    Pill,
    Rule,
    Text,
    clear,
    col,
    row,
)
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.printing.letter import preview_letter
from trainer_desktop.ui.record.closing_dialog import ClosingDialog
from trainer_desktop.ui.record.records import CLINICAL, RECORDS, Record
from trainer_desktop.ui.record.reopen_dialog import ReopenDialog
from trainer_desktop.ui.rule_words import tr_basis_name
from trainer_desktop.ui.theme import theme

BARE_FOR = 20_000  # milliseconds that a whole number is shown
SHOWN_FIRST = 12


@guarded
class CitizenPage(Page):
    """One citizen."""

    shows = (
        *("citizen", "course", "course_event", "participant", "training_session", "kin"),
        *("goal", "extra_trainings", "reevaluation", "consent", "status_record"),
        *("measurement", "note", "letter", "decision", "course_text", "course_pause"),
    )
    left = Signal()

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._citizen: uuid.UUID | None = None
        self._card: CitizenPageCard | None = None
        self._bare = False
        self._all: set[uuid.UUID] = set()
        self._cover = QTimer(self, interval=BARE_FOR, singleShot=True)
        self._cover.timeout.connect(self._cover_number)
        self._aside: tuple[Button, ...] = ()
        self.record: Record | None = None  # tests, notes or letters, while their part is shown
        self._record_of: tuple[uuid.UUID, int] | None = None
        self._beside: QWidget | None = None
        self._build()
        for key, act in (("B", self.book), ("Ctrl+Shift+V", self._bare_number)):
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @property
    def citizen(self) -> uuid.UUID | None:
        """Who is shown."""
        return self._citizen

    def show_citizen(self, citizen_id: uuid.UUID) -> None:
        """Show somebody."""
        if citizen_id != self._citizen:
            self._citizen, self._bare = citizen_id, False
            self._all.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read again what is shown."""
        if self._citizen is None:
            return
        try:
            self._card = self.app.ask(page.page, self._citizen)
        except Refused:  # taken out meanwhile, by an undo perhaps
            self._citizen = self._card = None
            self.left.emit()
            return
        clear(self._head)
        held = sum(line.entry.starts is not None for c in self._card.courses for line in c.lines)
        word = self.tr("Trainings")
        self._tabs.setTabText(1, f"{word}  {held}" if held else word)
        self._fill_head(self._card)
        self._fill_body(self._card)

    # ---- building

    def _build(self) -> None:
        top = Panel("surface", "b")
        self._head = row(gap=16)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.addTab(self.tr("Overview"))
        self._tabs.addTab(self.tr("Trainings"))
        self._tabs.addTab(self.tr("Tests"))
        self._tabs.addTab(self.tr("Notes"))
        self._tabs.addTab(self.tr("Letters"))
        self._tabs.setAccessibleName(self.tr("Parts of the page"))
        self._tabs.setStyleSheet(
            f"QTabBar::tab {{ color: {theme['text-2'].name()}; padding: {theme.px(9)}px 0;"
            f" margin-right: {theme.px(24)}px; font-weight: 500; border: 0; }}"
            f"QTabBar::tab:selected {{ color: {theme['text'].name()}; font-weight: 600;"
            f" border-bottom: 2px solid {theme['mark'].name()}; }}"
        )
        if not self.app.may(Right.READ_CLINICAL):
            for tab in CLINICAL:
                self._tabs.setTabVisible(tab, False)
        self._tabs.currentChanged.connect(self._choose_tab)
        col(self._head, row(self._tabs, None), gap=8, margins=(24, 18, 24, 0), on=top)
        self._inner = QWidget()
        self._body = row(gap=16, margins=(24, 16, 24, 24), on=self._inner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._inner)
        scroll.setAccessibleName(self.tr("The citizen's page"))
        col(top, (scroll, 1), on=self)

    def _fill_head(self, card: CitizenPageCard) -> None:
        name = row(Text(card.name, "display"), gap=8)
        if card.ride:
            name.addWidget(Pill(self.tr("Ride"), "accent", "ride"))
        if card.note:
            mark = "dog" if "hund" in card.note.casefold() else "info"
            name.addWidget(Pill(card.note[:1].upper() + card.note[1:], "done", mark))
        if card.protected:
            name.addWidget(Pill(self.tr("Protected name and address"), "warn", "lock"))
        if card.standing:
            dead = card.standing == DECEASED
            word = self.tr("Died {day}") if dead else self.tr("Moved away {day}")
            since = dates.date_year(card.standing_since) if card.standing_since else ""
            name.addWidget(Pill(word.format(day=since).strip(), "bad", "info"))
        if not card.digital_post:
            name.addWidget(Pill(self.tr("No digital post"), "warn", "mail"))
        name.addStretch(1)
        kin = ": ".join(p for p in (card.kin, spaced_phone(card.kin_phone)) if p)
        who = col(name, self._facts(card), gap=4)
        more = (("map", card.address), ("doctor", card.practice), ("user", kin))
        if any(text for _mark, text in more):
            line = row(gap=16)
            for mark, text in more:
                if text:
                    line.addLayout(
                        row(Icon(mark, "text-3", 15), Text(text, "small", "text-2"), gap=6)
                    )
            line.addStretch(1)
            who.addLayout(line)
        back = Button("", "quiet", icon="prev", spoken=self.tr("Back to the list"))
        back.clicked.connect(self.left)
        back.setShortcut(QKeySequence("Alt+Left"))
        letter = Button(self.tr("Schedule"), "plain", icon="print")
        letter.clicked.connect(self.print_page)
        there = Button(self.tr("Show in the calendar"), "plain", icon="calendar")
        there.clicked.connect(self._to_calendar)
        book = Button(self.tr("Book …"), "primary", key="B")
        book.clicked.connect(self.book)
        if not self.app.may(Right.BOOK):
            book.hide()
        book.setEnabled(any(not course.ended for course in card.courses))
        self._head.addLayout(col(back, None))
        self._head.addWidget(Avatar(initials(card.name), 56))
        self._head.addLayout(who, 1)
        change = Button(self.tr("Change …"), "plain", icon="note")
        change.clicked.connect(lambda: self.app.change_wished.emit(card.id))
        course = Button(self.tr("New course …"), "plain", icon="plus")
        course.clicked.connect(lambda: self.app.course_wished.emit(card.id))
        self._aside = (letter, there, change, course)
        self._fit()
        menu = CitizenMenu(self.app, card, self)
        self._head.addLayout(col(row(menu, letter, there, change, course, book, gap=8), None))

    def _facts(self, card: CitizenPageCard) -> QLayout:
        facts = row(gap=20)
        if card.age is not None:
            facts.addWidget(Text(self.tr("{n} years").format(n=card.age), "body", "text-2"))
        number = Text(
            card.full_number if self._bare else card.number, "body", "text-2", figures=True
        )
        eye = Button(
            "", "quiet", icon="eye", spoken=self.tr("Show the last four digits"), small=True
        )
        eye.clicked.connect(self._bare_number)
        eye.setToolTip("Ctrl+Shift+V")
        if not card.full_number:  # never shown before it has its place: it would be a window
            eye.hide()
        facts.addLayout(row(number, eye, gap=2))
        for mark, text in (
            ("phone", spaced_phone(card.mobile)),
            ("home", spaced_phone(card.phone)),
        ):
            if text:
                facts.addLayout(
                    row(Icon(mark, "text-3", 15), Text(text, "body", "text-2", figures=True), gap=6)
                )
        facts.addStretch(1)
        return facts

    def _fill_body(self, card: CitizenPageCard) -> None:
        tab = self._tabs.currentIndex()
        if self.record and self._record_of == (card.id, tab) and isValid(self.record):
            self.record.refresh()  # what is being written stays
            return
        focus = QApplication.focusWidget()
        if focus and self._inner.isAncestorOf(focus):
            self._tabs.setFocus()  # not whatever Qt would choose
        clear(self._body)
        self.record = None
        if tab in RECORDS:
            self.record, self._record_of = RECORDS[tab](self.app, card), (card.id, tab)
            self._body.addWidget(self.record, 1)
            return
        left, right = col(gap=12), col(gap=12)
        if self._tabs.currentIndex() == 1:
            lines = [(c, line) for c in card.courses for line in c.lines]
            table = ledger_table(lines, card.now, self.tr("All trainings"))
            box = Card()
            col(table, margins=(1, 6, 1, 6), on=box)
            left.addWidget(box)
        else:
            for course in card.courses:
                left.addWidget(self._course(card, course))
                if not course.ended and self.app.may(Right.READ_CLINICAL):
                    left.addWidget(GoalsCard(self.app, course))
            if not card.courses:
                left.addWidget(no_course())
            right.addWidget(CitizenTasks(card))
            right.addStretch(1)
        left.addStretch(1)
        self._body.addLayout(left, 1)
        if self._tabs.currentIndex() == 0:
            side = QWidget()
            side.setLayout(right)
            right.setContentsMargins(0, 0, 0, 0)
            self._beside = side
            self._body.addWidget(side)
            self._fit()

    def _course(self, card: CitizenPageCard, course: CourseCard) -> QWidget:
        box = Card()
        title = row(Text(tr_basis_name(course.basis), "heading"), gap=8)
        if course.ended:
            title.addWidget(Pill(self.tr("Ended"), "done", "came"))
        else:
            title.addWidget(
                Pill(self.tr("Running") if course.started else self.tr("Not begun"), "accent")
            )
        if course.rests and not course.ended:
            span = [dates.short_date(day) for day in course.rests]
            rests = self.tr("Pause {first}–{last}").format(first=span[0], last=span[1])
            title.addWidget(Pill(rests, "warn"))
        title.addStretch(1)
        if not course.ended and self.app.may(Right.CHANGE_CITIZENS):
            title.addWidget(CourseMenu(self.app, course, card.name, self))
        head = col(title, Text(about(course), "small", "text-2", wrap=True), gap=2)
        buttons = self._course_buttons(card, course)
        some = 6 if self.width() >= theme.px(1240) else 3
        for first in range(0, len(buttons), some):
            head.addLayout(row(*buttons[first : first + some], None, gap=4, margins=(0, 4, 0, 0)))
        open_whole = not course.ended or course.id in self._all
        parts: list[QWidget | QLayout] = [head]
        if course.package.granted is not None:
            parts.append(package_meter(course))
        inside = col(*parts, gap=12, margins=(16, 14, 16, 12))
        column = col(inside, on=box)
        column.setContentsMargins(1, 0, 1, 1)
        if open_whole:
            lines = course.lines if course.id in self._all else course.lines[:SHOWN_FIRST]
            column.addWidget(Rule())
            column.addWidget(
                ledger_table(
                    [(course, line) for line in lines],
                    card.now,
                    self.tr("The package, line by line"),
                )
            )
            column.addWidget(Rule())
        column.addLayout(self._foot(course, open_whole))
        return box

    def _course_buttons(self, card: CitizenPageCard, course: CourseCard) -> list[Button]:
        days = Button(self.tr("Days and rights …"), "quiet", icon="calendar", small=True)
        days.clicked.connect(lambda: CourseDaysDialog(self.app, course, card.name, self).open())
        status = Button(self.tr("End status …"), "plain", icon="doctor", small=True)
        status.clicked.connect(lambda: self._status(card, course))
        if course.ended:
            again = Button(self.tr("Open again …"), "quiet", icon="undo", small=True)
            again.clicked.connect(lambda: ReopenDialog(self.app, course, card.name, self).open())
            return [
                days,
                *([status] if self.app.may_in(Right.SEND_STATUS, course.responsible) else []),
                *([again] if self.app.may_in(Right.DECIDE, course.responsible) else []),
            ]
        found = [days]
        if course.next_time:
            cancel = Button(self.tr("Cancel the next …"), "quiet", icon="cancelled", small=True)
            cancel.clicked.connect(lambda: self._cancel_next(course))
            found.append(cancel)
        if len([c for c in card.courses if not c.ended]) > 1:
            book = Button(self.tr("Book …"), "quiet", icon="plus", small=True)
            book.clicked.connect(lambda: self.app.book_wished.emit(course.id))
            found.append(book)
        extra = Button(self.tr("Extra trainings …"), "quiet", icon="plus", small=True)
        extra.clicked.connect(lambda: self._extra(course))
        end = Button(self.tr("End the course …"), "quiet", small=True)
        end.clicked.connect(lambda: self._end(card, course))
        if self.app.may_in(Right.DECIDE, course.responsible):
            found += [extra, end]
        return [
            *found,
            *([status] if self.app.may_in(Right.SEND_STATUS, course.responsible) else []),
        ]

    def _foot(self, course: CourseCard, open_whole: bool) -> QLayout:
        said = self.tr("Worked out by {standard}.").format(standard=course.standard or "–")
        line = row(
            Icon("info", "text-3", 14), Text(said, "small", "text-2"), None, margins=(16, 6, 8, 6)
        )
        hidden = not open_whole or (len(course.lines) > SHOWN_FIRST and course.id not in self._all)
        if hidden and course.lines:
            more = Button(self.tr("Show the whole package"), "link", small=True)
            more.clicked.connect(lambda: self._show_all(course.id))
            line.addWidget(more)
        return line

    def _fit(self) -> None:
        """Where there is little room the lesser buttons are icons; their names are spoken all the same."""
        wide, roomy = (self.width() >= theme.px(n) for n in (1100, 1560))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if wide else down)
        if self._beside and isValid(self._beside):
            self._beside.setMaximumWidth(
                theme.px(372) if wide else 16_777_215
            )  # QWIDGETSIZE_MAX: no limit
            self._beside.setMinimumWidth(theme.px(372) if wide else 0)
        for button in self._aside:
            if isValid(button):
                button.show_words(roomy)
                button.setAccessibleName(button.text())
                button.setToolTip("" if roomy else button.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns or one, as there is room."""
        super().resizeEvent(event)
        self._fit()

    # ---- slots

    @Slot(int)
    def _choose_tab(self) -> None:
        if self._card:
            self._fill_body(self._card)

    @Slot()
    def _bare_number(self) -> None:
        self._bare = not self._bare
        if self._bare:
            self._cover.start()
        self.refresh()

    @Slot()
    def _cover_number(self) -> None:
        if self._bare:
            self._bare = False
            self.refresh()

    def _show_all(self, course: uuid.UUID) -> None:
        self._all.add(course)
        self.refresh()

    @Slot()
    def print_page(self) -> None:
        """Preview the schedule letter."""
        if self._citizen:
            preview_letter(self, self.app, self._citizen)

    @Slot()
    def book(self) -> None:
        """Begin a booking for the citizen's running course, the one with the soonest training first."""
        running = [c for c in self._card.courses if not c.ended] if self._card else []
        if running:
            chosen = min(running, key=lambda c: (c.next_time is None, str(c.next_time)))
            self.app.book_wished.emit(chosen.id)

    def _next_of(self, course: CourseCard) -> LineCard | None:
        """The line of the course's next training."""
        lines = (x for x in course.lines if x.entry.starts == course.next_time)
        return next(lines, None) if course.next_time else None

    def _cancel_next(self, course: CourseCard) -> None:
        line = self._next_of(course)
        if line and course.next_time:
            day = course.next_time.date()
            self.app.cancel_wished.emit(day, line.session_id, self._citizen)

    @Slot()
    def _to_calendar(self) -> None:
        if self._card is None:
            return
        for course in self._card.courses:
            line = self._next_of(course)
            if line and course.next_time:
                self.app.open_day.emit(course.next_time.date(), line.session_id, self._citizen)
                return
        self.app.open_day.emit(self._card.now.date(), None, None)

    def _status(self, card: CitizenPageCard, course: CourseCard) -> None:
        self.app.status_wished.emit(course.id, card.id, card.name, course.number)

    def _extra(self, course: CourseCard) -> None:
        from trainer_desktop.ui.citizens.extra_dialog import ExtraDialog

        ExtraDialog(self.app, course, self).open()

    def _end(self, card: CitizenPageCard, course: CourseCard) -> None:
        ClosingDialog(self.app, course, card.name, self).open()
