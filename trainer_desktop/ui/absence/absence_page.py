"""Fravær og lukning: who is hit, new times for as many as possible, the call list, and one undo for all."""

import uuid
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.absence import desk
from trainer_desktop.services.absence.outage import Cause, HitCard, Outage, PlaceCard
from trainer_desktop.services.calls import outcomes
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.papers import sheets
from trainer_desktop.ui import dates
from trainer_desktop.ui.absence.calls_row import CallsRow
from trainer_desktop.ui.absence.hit_lines import hit_line
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Icon, Panel, Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import CellItemModel, Column
from trainer_desktop.ui.parts.fields import Choice, DateField, TimeField, all_read, labelled
from trainer_desktop.ui.parts.one_of import Pick, Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.side_fold import SideFold
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_absence, tr_call

CAUSES = (Cause.STAFF, Cause.ROOM, Cause.DAY)
KINDS = (
    AbsenceKind.ILL,
    AbsenceKind.COURSE,
    AbsenceKind.HOLIDAY,
    AbsenceKind.MEETING,
    AbsenceKind.OTHER,
)
PAUSE = 150


class AbsencePage(Page):
    """One outage at a time: what it hits is shown before anything is changed."""

    closed = Signal()

    shows = ("call",)

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._hits: list[HitCard] = []
        self._places: dict[uuid.UUID, PlaceCard | None] = {}
        self._found_for: Outage | None = None  # what the hits shown are those of
        self._carried_out, self._done_at = False, 0  # the step of the undo stack that did it
        self._asked = 0
        self._build()
        self._connect()

    # ---- what others call

    def begin(
        self,
        key: uuid.UUID | None = None,
        first: date | None = None,
        last: date | None = None,
        cause: Cause = Cause.STAFF,
    ) -> None:
        """Begin anew, with somebody who is away from now on, or with what is closed from one day to another."""
        today = self.app.now().date()
        with QSignalBlocker(self._from_day), QSignalBlocker(self._to_day):
            self._from_day.show_day(first or today)
            self._to_day.show_day(last or first or today)
        with QSignalBlocker(self._from), QSignalBlocker(self._to):
            self._from.show_time(time(0, 0))
            self._to.show_time(time(23, 59))
        _name(self._who, self._staff, key)
        _name(self._room, self._rooms, key)
        at = next((n for n, one in enumerate(self._centres, 1) if one.id == key), 0)
        with QSignalBlocker(self._centre):
            self._centre.setCurrentIndex(at)
        with QSignalBlocker(self._kind):  # who leaves is not ill
            self._kind.setCurrentIndex(KINDS.index(AbsenceKind.OTHER) if first else 0)
        self._causes.choose(CAUSES.index(cause))
        self._show_cause()
        self._forget()
        self._search()
        self._ask_button.setChecked(True)
        self._who.setFocus()

    def refresh(self) -> None:
        """Read again what is shown."""
        if self._carried_out:
            self._show_side()

    @property
    def hits(self) -> list[HitCard]:
        """Everybody whom it hits."""
        return self._hits

    @property
    def places(self) -> dict[uuid.UUID, PlaceCard | None]:
        """Where each training is to go; None: the call list."""
        return self._places

    def outage(self) -> Outage:
        """What the fields say."""
        cause = CAUSES[max(0, self._causes.active)]
        starts = datetime.combine(self._from_day.day(), self._from.at())
        ends = datetime.combine(self._to_day.day(), self._to.at()) + timedelta(minutes=1)
        if cause is Cause.DAY:
            starts = datetime.combine(self._from_day.day(), time())
            ends = datetime.combine(self._to_day.day() + timedelta(days=1), time())
        key: uuid.UUID | None = None
        if cause is Cause.STAFF and self._staff:
            at = self._who.currentIndex()
            key = self._staff[at].id if at >= 0 else None
        elif cause is Cause.ROOM and self._rooms:
            at = self._room.currentIndex()
            key = self._rooms[at].id if at >= 0 else None
        elif cause is Cause.DAY:
            place = self._centre.currentIndex() - 1
            key = self._centres[place].id if place >= 0 else None
        kind = KINDS[max(0, self._kind.currentIndex())]
        return Outage(cause, key, starts, max(starts, ends), kind, self._note.text().strip())

    # ---- building

    def _build(self) -> None:
        self._cancel = Button(self.tr("Close"), key="Esc")
        self._print = Button(self.tr("Call list"), icon="print")
        self._go = Button("", "primary", key="Ctrl+↵")
        self._ask_button = Button(self.tr("What has happened …"), icon="note")
        self._bar = TopBar(
            [self._ask_button, self._print, self._cancel, self._go], folds=[self._print]
        )
        self._staff = self.app.ask(roster.therapists)
        self._rooms = self.app.ask(roster.rooms)
        self._centres = self.app.ask(roster.centres)
        words = [self.tr("Therapist"), self.tr("Room"), self.tr("Day")]
        self._causes = Segments(words, self.tr("What cannot be used"))
        self._who, self._room, self._centre, self._kind = Choice(), Choice(), Choice(), Choice()
        self._who.addItems([f"{s.short} · {s.name}" for s in self._staff])
        self._room.addItems([f"{r.short} · {r.centre}" for r in self._rooms])
        self._centre.addItems([self.tr("All centres"), *(c.name for c in self._centres)])
        self._kind.addItems([tr_absence(kind) for kind in KINDS])
        today = self.app.now().date()
        self._from_day, self._to_day = DateField(today), DateField(today)
        self._from, self._to = TimeField(time(0)), TimeField(time(23, 59))
        self._from.setFixedWidth(theme.px(72))
        self._to.setFixedWidth(theme.px(72))
        self._from.setAccessibleName(self.tr("From, at"))
        self._to.setAccessibleName(self.tr("To, at"))
        self._note = QLineEdit()
        self._verdict = Text("", "strong", wrap=True)
        self._more = Text("", "small", "text-2", wrap=True)
        self._who_box = _boxed(self.tr("&Therapist"), self._who)
        self._room_box = _boxed(self.tr("&Room"), self._room)
        self._centre_box = _boxed(self.tr("C&entre"), self._centre)
        self._kind_box = _boxed(self.tr("&Why"), self._kind)
        self._lay_out()

    def _lay_out(self) -> None:
        left = Panel("surface", "r")
        left.setFixedWidth(theme.px(304))
        asked = QWidget()
        col(
            Text(self.tr("What has happened"), "heading"),
            row(self._causes, None),
            self._who_box,
            self._room_box,
            self._centre_box,
            col(*labelled(self.tr("&From"), self._from_day), gap=4),
            row(self._from, None),
            col(*labelled(self.tr("Thr&ough"), self._to_day), gap=4),
            row(self._to, None),
            self._kind_box,
            col(*labelled(self.tr("&Note"), self._note), gap=4),
            Rule(),
            self._verdict,
            self._more,
            None,
            gap=10,
            margins=(20, 16, 20, 16),
            on=asked,
        )
        col(scrolling(asked), on=left).setContentsMargins(0, 0, 1, 0)
        self._wide = theme.scale < 1.5  # at large text the names need the room
        columns = [
            Column(self.tr("Was"), 172 if self._wide else 116),
            Column(self.tr("Who")),
            Column(self.tr("New time"), 180 if self._wide else 150),
            *([Column(self.tr("How"), 190)] if self._wide else []),
        ]
        self._items = CellItemModel(columns, self)
        self.table = Table(self._items, self.tr("Whom it hits"), Shape(row=48))
        self._side_box = col(gap=8)
        inner = QWidget()
        col(self._side_box, None, margins=(20, 16, 20, 16), on=inner)
        scroll = scrolling(inner)
        right = Panel("surface", "l")
        right.setFixedWidth(theme.size("inspector"))
        col((scroll, 1), on=right).setContentsMargins(1, 0, 0, 0)
        self._fold = SideFold(self, left, self._ask_button, 1100, right)
        whole = col(self._bar, row(left, (self.table, 1), right, gap=0), on=self)
        whole.setStretch(1, 1)

    def _connect(self) -> None:
        self._waiting = QTimer(self, interval=PAUSE, singleShot=True)
        self._waiting.timeout.connect(self._search)
        self._causes.group.idClicked.connect(self._changed)
        for box in (self._who, self._room, self._centre, self._kind):
            box.currentIndexChanged.connect(self._changed)
        self._from_day.dateChanged.connect(self._follow_from)
        for day in (self._from_day, self._to_day):
            day.dateChanged.connect(self._changed)
        for at in (self._from, self._to):
            at.timeChanged.connect(self._changed)
        for field in (self._from_day, self._to_day, self._from, self._to):
            field.readChanged.connect(self._show)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_side())
        self.table.clicked.connect(lambda *_: self._ask_button.setChecked(False))
        self._cancel.clicked.connect(self.closed)
        self._go.clicked.connect(self._carry_out)
        self.app.undo_stack.indexChanged.connect(self._steps_changed)
        self._print.clicked.connect(self.print_page)
        for key, act in (("Esc", self.closed.emit), ("Ctrl+Return", self._carry_out)):
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # ---- searching

    @Slot()
    def _follow_from(self) -> None:
        """«Through» goes along when «from» passes it."""
        if self._to_day.day() < self._from_day.day():
            with QSignalBlocker(self._to_day):
                self._to_day.show_day(self._from_day.day())

    @Slot()
    def _changed(self) -> None:
        self._show_cause()
        self._forget()
        self._waiting.start()

    def _forget(self) -> None:
        """Nobody is known to be hit until the search for what is said now has answered."""
        self._carried_out, self._found_for = False, None
        self._hits, self._places = [], {}
        self._asked += 1
        self._show()
        self._verdict.setText(self.tr("Looking for whom it hits …"))
        self._more.setText("")

    @Slot(int)
    def _steps_changed(self, step: int) -> None:
        """What was carried out here has been taken back: it is a proposal again."""
        if self._carried_out and step < self._done_at:
            self._forget()
            self._search()

    def _show_cause(self) -> None:
        cause = CAUSES[max(0, self._causes.active)]
        self._who_box.setVisible(cause is Cause.STAFF)
        self._kind_box.setVisible(cause is Cause.STAFF)
        self._room_box.setVisible(cause is Cause.ROOM)
        self._centre_box.setVisible(cause is Cause.DAY)
        for field in (self._from, self._to):
            field.setVisible(cause is not Cause.DAY)  # a centre is closed for whole days

    @Slot()
    def _search(self) -> None:
        self._asked += 1
        outage = self.outage()
        if outage.cause is not Cause.DAY and outage.key is None:
            staff = outage.cause is Cause.STAFF
            self._forget()
            self._verdict.setText(self.tr("Who is away?") if staff else self.tr("Which room?"))
            return
        try:
            self.app.ask(desk.refuse_impossible, outage)
        except Refused as no:
            title, note = tr_refused(no)
            self._verdict.setText(title)
            self._more.setText(note)
            return
        take = partial(self._take, self._asked, outage)
        self.app.ask_later(self, take, desk.hits, outage)

    def _take(self, number: int, outage: Outage, hits: list[HitCard]) -> None:
        if number != self._asked or self._carried_out:
            return
        self._found_for = outage
        self._hits = hits
        self._places = {hit.session_id: hit.place for hit in hits}
        self._show()

    # ---- showing

    def _show(self) -> None:
        chosen = self._hit()
        with QSignalBlocker(self.table.selectionModel()):
            places, wide = self._places, self._wide
            self._items.show_lines(
                [hit_line(h, places.get(h.session_id), wide) for h in self._hits]
            )
            ids = [hit.session_id for hit in self._hits]
            if ids:
                known = chosen is not None and chosen.session_id in ids
                self.table.selectRow(ids.index(chosen.session_id) if known and chosen else 0)
        found = sum(place is not None for place in self._places.values())
        left = len(self._hits) - found
        self._bar.say(self.tr("Absence and closing"), self._about())
        if not self._hits:
            self._verdict.setText(self.tr("Nobody is hit"))
            self._more.setText(self.tr("Nothing is planned there in that time."))
        else:
            self._verdict.setText(
                self.tr(
                    "Trainings: {n}, {found} with a new time, {left} on the call list. Citizens: {people}"
                ).format(n=len(self._hits), found=found, left=left, people=self._to_call())
            )
            self._more.setText(
                self.tr("Nobody's package is charged. One undo takes everything back.")
            )
        self._go.setText(self.tr("Carry out"))
        if self._carried_out:
            self._verdict.setText(self.tr("Carried out. Now call {n}.").format(n=self._to_call()))
        fields = (self._from_day, self._to_day, self._from, self._to)
        read = not any(field.unread for field in fields)
        self._go.setEnabled(read and self._found_for is not None and not self._carried_out)
        self._print.setEnabled(bool(self._hits))
        self._show_side()

    def _to_call(self) -> int:
        return len({one.citizen_id for hit in self._hits for one in hit.people})

    def _about(self) -> str:
        outage = self.outage()
        what = self._who.currentText()
        if outage.cause is Cause.ROOM:
            what = self._room.currentText()
        elif outage.cause is Cause.DAY:
            what = self._centre.currentText()
        first, last = outage.starts.date(), (outage.ends - timedelta(minutes=1)).date()
        span = dates.short_day(first)
        if last != first:
            span = f"{dates.short_day(first)} – {dates.short_day(last)}"
        return f"{what} · {span}"

    def _hit(self) -> HitCard | None:
        thing = self._items.thing(self.table.currentIndex())
        return thing if isinstance(thing, HitCard) else None

    @Slot()
    def _show_side(self) -> None:
        clear(self._side_box)
        hit = self._hit()
        if hit is None:
            self._side_box.addWidget(Text(self.tr("Nobody is chosen"), "heading"))
            return
        self._side_box.addWidget(Text(hit.title, "heading", wrap=True))
        called = self.app.ask(outcomes.calls_about, [hit.session_id]).get(hit.session_id, [])
        for one in hit.people:
            phones = "   ".join(
                dict.fromkeys(spaced_phone(p) for p in (one.mobile, one.phone) if p)
            )
            self._side_box.addLayout(
                row(
                    Icon("phone", "text-2", 14),
                    col(
                        Text(one.name, "body"),
                        Text(phones or self.tr("No number"), "strong", figures=True),
                    ),
                    None,
                    gap=8,
                )
            )
            if self._carried_out:
                self._side_box.addWidget(CallsRow(self.app, hit, one))
        for call in called:
            self._side_box.addWidget(
                Text(f"{tr_call(call.outcome)} · {call.by}", "small", "text-2")
            )
        if self._carried_out:
            return
        self._side_box.addWidget(Rule())
        self._side_box.addWidget(Text(self.tr("Other times"), "label", "text-2"))
        for place in hit.others:
            when = f"{dates.short_day(place.starts.date())} {dates.clock(place.starts)}"
            words = " · ".join(p for p in (when, place.therapist, place.room) if p)
            if taken_for := self._taken_for(hit, place):
                words = self.tr("{time}, instead of {who}").format(time=words, who=taken_for)
            button = Pick(words, small=True, wide=True)
            button.setChecked(place == self._places.get(hit.session_id))
            button.clicked.connect(partial(self._choose, hit, place))
            self._side_box.addWidget(button)
        give_up = Button(self.tr("No new time: call list"), "quiet", icon="phone")
        give_up.clicked.connect(partial(self._choose, hit, None))
        self._side_box.addLayout(row(give_up, None))

    # ---- doing

    def _choose(self, hit: HitCard, place: PlaceCard | None, _on: bool = False) -> None:
        """Choose another place; one that a second training was to have goes back to the call list."""
        for other, theirs in self._places.items():
            if place and theirs and other != hit.session_id and _meet(place, theirs):
                self._places[other] = None
        self._places[hit.session_id] = place
        self._show()

    def _taken_for(self, hit: HitCard, place: PlaceCard) -> str:
        """Whom another time is proposed for already, if it is."""
        for other in self._hits:
            theirs = self._places.get(other.session_id)
            if theirs and other.session_id != hit.session_id and _meet(place, theirs):
                return other.title
        return ""

    @Slot()
    def _carry_out(self) -> None:
        if self._carried_out or not all_read(self) or self._found_for is None:
            return  # reading a field may ask for other proposals, which nobody has seen
        text = self.tr("Absence carried out: {about}").format(about=self._about())
        outage = replace(self._found_for, note=self._note.text().strip())
        if self.app.do(text, desk.carry_out, outage, dict(self._places), self._about()):
            self._carried_out, self._done_at = True, self.app.undo_stack.index()
            self._show()
        else:
            self._search()  # something has changed: look anew

    @Slot()
    def print_page(self) -> None:
        """Preview the call list."""
        hits = tuple(
            replace(hit, place=self._places.get(hit.session_id), others=()) for hit in self._hits
        )
        preview(self, self.tr("Call list"), self.app, sheets.call_list, self._about(), hits)


def _boxed(word: str, field: QWidget) -> QWidget:
    box = QWidget()
    col(*labelled(word, field), gap=4, on=box)
    return box


def _meet(one: PlaceCard, other: PlaceCard) -> bool:
    """Whether two places want the same therapist at the same time."""
    ends, theirs = (p.starts + timedelta(minutes=p.minutes) for p in (one, other))
    together = one.starts < theirs and other.starts < ends
    return together and one.therapist_id == other.therapist_id


def _name(box: Choice, every: list[NamedKey], key: uuid.UUID | None) -> None:
    """Choose somebody or something; what is not in the list leaves the choice open."""
    ids = [one.id for one in every]
    with QSignalBlocker(box):
        box.leave_open()
        if key in ids:
            box.setCurrentIndex(ids.index(key))
