"""The inspector: who, the package with its reasons, what comes next, what the standard says now, and the actions."""

import uuid

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.needs import Need, needs_in
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.look import TO_MARK, Look
from trainer_desktop.services.calendar import inspecting
from trainer_desktop.services.calendar.cards import BlockCard, PersonCard
from trainer_desktop.services.calendar.inspecting import InspectorCard
from trainer_desktop.services.waiting import fitting
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.side.package_section import package_section, term
from trainer_desktop.ui.ledger_words import tr_entry
from trainer_desktop.ui.paint import initials
from trainer_desktop.ui.parts.basics import (
    Avatar,
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
from trainer_desktop.ui.parts.one_of import Pick
from trainer_desktop.ui.rule_words import tr_place, tr_trigger, tr_trigger_reason
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import ICONS, TONES, tr_form, tr_look, tr_state

SHORT = 24  # letters of an outcome that have room beside the day

NEED_ICONS = {
    Need.HEARING: "hearing",
    Need.WALKER: "walker",
    Need.WHEELCHAIR: "wheelchair",
    Need.DOG: "dog",
}


class Inspector(Panel):
    """Follows the selection; a team shows its people, each with the same keys."""

    mark_wished = Signal(object, object)  # participant id, State
    late_wished = Signal(object)  # participant id
    unmark_wished = Signal(object)
    staff_late_wished = Signal(object)  # participant id
    door_wished = Signal(object)  # participant id
    roster_wished = Signal(object)  # session id
    slot_wished = Signal(object)  # session id: the time that was left
    move_wished = Signal()
    letter_wished = Signal(object)  # citizen id
    citizen_wished = Signal(object)
    person_chosen = Signal(object)  # participant id
    rule_wished = Signal(object)  # RuleRef
    closed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "l")
        self.app = app
        self.card: InspectorCard | None = None
        self._block: BlockCard | None = None
        self._shows: object = None
        self._free: int | None = None  # how many fit the time that was left, while it is free
        self.setFixedWidth(theme.size("inspector"))
        self.setAccessibleName(self.tr("Inspector"))
        self._inner = QWidget()
        self._column = col(on=self._inner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inner)
        scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        col(scroll, margins=(1, 0, 0, 0), on=self)

    def show_block(self, block: BlockCard | None, person: uuid.UUID | None = None) -> None:
        """Show a training, and one of its people; None shows how to begin."""
        people = block.people if block else ()
        chosen = next((p for p in people if p.id == person), people[0] if people else None)
        card = self.app.ask(inspecting.inspect, chosen.id) if chosen else None
        self._free = self.app.ask(fitting.fits_now, card.participant_id) if card else None
        fixed = self.app.ask(marking.corrections, card.participant_id) if card else []
        shows = (block, chosen, card, self._free, tuple(fixed))
        if shows == self._shows and block is not None:
            return  # what one stands on stays
        self._shows = shows
        self._block = block
        clear(self._column)
        self.card = None
        if block is None or chosen is None or card is None:
            self._empty(block)
            return
        if block.capacity:
            self._team(block, chosen)
        self.card = card
        self._who(card, top=not block.capacity)
        if not block.capacity:
            self._what(card)
        self._section(package_section(card))
        self._ahead(card)
        self._standard(card)
        self._actions(card)
        self._column.addStretch(1)

    def show_cell(self, words: str, *, team: bool) -> None:
        """Show where the keyboard stands, when no training lies there; in a team's column nothing is booked."""
        self._block = self.card = self._shows = None
        clear(self._column)
        title = words[:1].upper() + words[1:]
        note = self.tr("Enter or B books here. Ctrl+V lays down what is on the pinboard.")
        if team:
            note = self.tr("The team does not meet then.")
        self._section(
            col(Text(title, "heading", wrap=True), Text(note, "body", "text-2", wrap=True), gap=4)
        )
        self._column.addStretch(1)

    def _section(self, layout: QLayout, x: int = 16, y: int = 14) -> None:
        layout.setContentsMargins(theme.px(x), theme.px(y), theme.px(x), theme.px(y))
        self._column.addLayout(layout)
        self._column.addWidget(Rule())

    def _empty(self, block: BlockCard | None) -> None:
        if block:
            title, note = block.title, self.tr("Nobody takes part yet.")
        else:
            title = self.tr("No training is selected")
            note = self.tr(
                "Choose one with the mouse or the arrow keys, or double-click an empty place to book."
            )
        self._section(
            col(Text(title, "heading", wrap=True), Text(note, "body", "text-2", wrap=True), gap=4)
        )
        self._column.addStretch(1)

    def _team(self, block: BlockCard, chosen: PersonCard) -> None:
        have, of = block.places
        when = (
            f"{dates.long_day(block.starts.date())} {dates.clock_range(block.starts, block.ends)}"
        )
        places = self.tr("{have} of {of} places").format(have=have, of=of)
        head = col(
            row(Text(block.title, "heading"), None, self._close()),
            Text(when, "small", "text-2", figures=True),
            Text(f"{places} · {block.place} · {block.therapist}", "small", "text-2"),
            gap=2,
        )
        self._section(head)
        people = col(gap=0)
        for person in block.people:
            button = Pick(person.name, "quiet", icon=ICONS[person.look])
            button.setChecked(person.id == chosen.id)
            button.setAccessibleName(f"{person.name}, {tr_look(person.look)}")
            button.clicked.connect(lambda _=False, key=person.id: self.person_chosen.emit(key))
            people.addLayout(
                row(button, None, Text(tr_look(person.look), "small", f"{TONES[person.look]}-text"))
            )
        whole = Button(self.tr("Attendance of the team …"), "plain", wide=True)
        whole.clicked.connect(lambda: self.roster_wished.emit(block.id))
        people.addLayout(row(whole, margins=(8, 6, 8, 6)))
        self._section(people, 8, 6)

    def _close(self) -> Button:
        button = Button(
            "", "quiet", icon="close", spoken=self.tr("Close the inspector"), small=True
        )
        button.clicked.connect(self.closed)
        return button

    def _who(self, card: InspectorCard, *, top: bool) -> None:
        age = self.tr("{n} years").format(n=card.age) if card.age is not None else ""
        facts = " · ".join(p for p in (age, card.number) if p)
        name = col(
            Text(card.name, "heading", wrap=True),
            Text(facts, "small", "text-2", figures=True),
            gap=1,
        )
        line = row(Avatar(initials(card.name)), name, gap=12)
        line.setStretch(1, 1)
        if top:
            line.addLayout(col(self._close(), None))
        whole = col(line, gap=12)
        pills = []
        if card.ride:
            pills.append(Pill(self.tr("Ride"), "accent", "ride"))
        if card.note:
            needs = needs_in(card.note)
            mark = NEED_ICONS[needs[0]] if needs else "info"
            pills.append(Pill(card.note[:1].upper() + card.note[1:32], "done", mark))
        if pills:
            whole.addLayout(row(*pills, None, gap=8))
        self._section(whole)

    def _what(self, card: InspectorCard) -> None:
        span = dates.clock_range(card.starts, card.ends)
        when = f"{dates.middle_day(card.starts.date())} {dates.at(span)}"
        minutes = int((card.ends - card.starts).total_seconds()) // 60
        length = self.tr("{form}, {n} min.").format(form=tr_form(card.form), n=minutes)
        where = " · ".join(p for p in (length, card.place, card.therapist) if p)
        title = Text(when, "strong", figures=True)
        pill = Pill(
            tr_look(card.look),
            TONES[card.look],
            "" if card.look is Look.PLANNED else ICONS[card.look],
        )
        room = theme.size("inspector") - theme.px(40)
        beside = title.sizeHint().width() + pill.width() <= room
        body = col(row(title, None, pill) if beside else title, gap=4)
        body.addWidget(Text(where, "small", "text-2", wrap=True))
        if not beside:
            body.addLayout(row(pill, None))
        if card.override:
            body.addWidget(Text(card.override, "small", "warn-text", wrap=True))
        self._section(body)

    def _ahead(self, card: InspectorCard) -> None:
        coming = self.tr("Nothing booked")
        if card.next_time:
            coming = f"{dates.short_day(card.next_time.date())} {dates.at_clock(card.next_time)}"
        lines = col(gap=6)
        lines.addLayout(
            row(
                term(self.tr("Next")),
                Text(coming, "small", figures=True),
                None,
                Text(card.next_with, "small", "text-3"),
            )
        )
        if card.last and card.last.starts:
            word, tone, icon = tr_entry(card.last)
            starts = card.last.starts
            when = f"{dates.short_day(starts.date())} {dates.at_clock(starts)}"
            how = Text(word, "small", f"{tone}-text", wrap=True)
            told = row(Icon(icon, f"{tone}-text", 12), (how, 1), gap=6)
            line = row(term(self.tr("Last")), Text(when, "small", figures=True), None, gap=6)
            if len(word) <= SHORT:
                how.setWordWrap(False)
                line.addLayout(told)
                lines.addLayout(line)
            else:  # what has no room beside the day stands below it, whole
                lines.addLayout(line)
                lines.addLayout(told)
        self._section(lines, 16, 12)

    def _standard(self, card: InspectorCard) -> None:
        if card.open:
            item = card.open[0]
            title = tr_trigger(item)
            if item.by:
                by = f"{dates.weekday_inside(item.by)} {dates.short_date(item.by)}"
                title = self.tr("Re-evaluation by {day}").format(day=by)
            note = tr_trigger_reason(item.why, item.number)
            note += " " + self.tr("Responsible: {who}.").format(who=card.responsible)
            rule, icon, ink = item.rule, "reeval", "warn-text"
        elif card.notice:
            rule, icon, ink = card.notice[0], "info", "text-3"
            title, note = self.tr("The standard now"), rule.text
        else:
            silent = self.tr("The standard is silent on absence.")
            self._section(
                row(Icon("info", "text-3"), Text(silent, "small", "text-2", wrap=True), gap=10)
            )
            return
        place = Button(tr_place(rule.place), "source")
        place.setFixedHeight(theme.px(18))
        place.setToolTip(self.tr("Show the rule"))
        place.clicked.connect(lambda: self.rule_wished.emit(rule))
        body = col(
            Text(title, "strong", wrap=True), Text(note, "small", "text-2", wrap=True), gap=2
        )
        body.addWidget(Text(card.standard, "small", "text-3", wrap=True))
        body.addLayout(row(place, None))
        line = row(col(1, Icon(icon, ink, 16), None), body, gap=10)
        line.setStretch(1, 1)
        self._section(line)

    def _actions(self, card: InspectorCard) -> None:
        key = card.participant_id
        body = col(gap=8)
        if card.look in TO_MARK:
            for pair in self._marks(card):
                body.addLayout(row(*pair))
            if not card.started:
                said = self.tr("Came and stayed away can be noted from {time}.")
                said = said.format(time=dates.clock(card.starts))
                body.addWidget(Text(said, "small", "text-3", wrap=True))
        else:
            self._correct(body, card)
        if card.form is Form.HOME and card.started:
            door = Button(self.tr("The door is not opened …"), "quiet", icon="door")
            door.clicked.connect(lambda: self.door_wished.emit(key))
            body.addLayout(row(door, None))
        letter = Button(self.tr("Schedule"), "quiet", icon="print")
        letter.clicked.connect(lambda: self.letter_wished.emit(card.citizen_id))
        page = Button(self.tr("Citizen's page"), "quiet", icon="user")
        page.clicked.connect(lambda: self.citizen_wished.emit(card.citizen_id))
        body.addLayout(row(letter, page, None, gap=0))
        if card.look in TO_MARK and not card.started:
            centre = Button(self.tr("Centre cancels"), "quiet", icon="centre-cancelled", key="C")
            centre.clicked.connect(lambda: self.mark_wished.emit(key, State.CENTRE_CANCELLED))
            body.addLayout(row(centre, None))
        body.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        self._column.addLayout(body)

    def _correct(self, body: QLayout, card: InspectorCard) -> None:
        """Another mark instead, or none; and the marks that were corrected before."""
        key = card.participant_id
        marks = row(gap=8)
        for word, letter, state in (
            (self.tr("Came"), "M", State.ATTENDED),
            (self.tr("Cancelled"), "A", State.CANCELLED),
            (self.tr("Stayed away"), "U", State.MISSED),
        ):
            button = Button(word, "plain", small=True, wide=True)
            button.setToolTip(letter)
            button.clicked.connect(lambda _=False, s=state: self.mark_wished.emit(key, s))
            marks.addWidget(button)
        back = Button(self.tr("Take the mark away"), key="Backspace", wide=True)
        back.clicked.connect(lambda: self.unmark_wished.emit(key))
        assert isinstance(body, QVBoxLayout)
        body.addWidget(back)
        body.addLayout(marks)
        if self._free is not None and not card.started:
            words = self.tr("The time is free: %n fit(s)", "", self._free)
            slot = Button(words, "plain", icon="waitlist", wide=True)
            slot.clicked.connect(lambda: self.slot_wished.emit(card.session_id))
            body.addWidget(slot)
        for one in self.app.ask(marking.corrections, key):
            when = dates.short_date(one.corrected_at.astimezone().date())
            said = self.tr("Corrected {day} by {who}: was {state}. {why}").format(
                day=when, who=one.corrected_by, state=tr_state(one.state).lower(), why=one.reason
            )
            body.addWidget(Text(said, "small", "text-2", wrap=True))

    def _marks(self, card: InspectorCard) -> list[tuple[Button, ...]]:
        """The likeliest first: before a training a cancellation, after it that the citizen came."""
        key, begun = card.participant_id, card.started
        came = Button(self.tr("Came"), "primary" if begun else "plain", key="M", wide=True)
        gone = Button(self.tr("Cancelled"), "plain" if begun else "primary", key="A", wide=True)
        away = Button(self.tr("Stayed away"), key="U", wide=True)
        move = Button(self.tr("Move …"), key="T", wide=True)
        came.clicked.connect(lambda: self.mark_wished.emit(key, State.ATTENDED))
        gone.clicked.connect(lambda: self.mark_wished.emit(key, State.CANCELLED))
        away.clicked.connect(lambda: self.mark_wished.emit(key, State.MISSED))
        move.clicked.connect(self.move_wished)
        if not begun:
            came.setEnabled(False)
            away.setEnabled(False)
            return [(gone, move), (came, away)]
        late = Button(self.tr("Late"), key="F", wide=True)
        centre = Button(self.tr("By the centre"), key="C", wide=True)
        late.clicked.connect(lambda: self.late_wished.emit(key))
        centre.clicked.connect(lambda: self.mark_wished.emit(key, State.CENTRE_CANCELLED))
        staff = Button(self.tr("Staff late"), wide=True)
        staff.clicked.connect(lambda: self.staff_late_wished.emit(key))
        absent = Button(self.tr("Staff absent"), wide=True)
        absent.clicked.connect(lambda: self.mark_wished.emit(key, State.STAFF_MISSED))
        return [(came, gone), (away, late), (move, centre), (staff, absent)]
