"""What a mark leads to, shown beside the training before it is saved: a sentence, four facts, and the rule."""

import uuid
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.lateness import Late
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.attendance import consequence, marking
from trainer_desktop.services.attendance.consequence import ConsequenceCard
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.waiting import fitting
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.marking.consequence_facts import (
    fact,
    new_time_fact,
    package_fact,
    sentence,
    staff_late_fact,
    verb,
    why_none,
)
from trainer_desktop.ui.parts.basics import Icon, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import DateField, NumberField, TimeField, all_read
from trainer_desktop.ui.parts.float_card import FloatCard, SourceStrip, announce, padded
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.rule_words import tr_place, tr_trigger_opened
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_state

REASONS = (Why.ILLNESS, Why.OTHER, Why.HOLIDAY, Why.HOSPITAL)


@guarded
class ConsequencePanel(FloatCard):
    """Asks the rules anew whenever cause or time is changed; saves only what is seen."""

    confirmed = Signal(
        object, object, str
    )  # participant id, Mark, why an earlier mark is corrected

    def __init__(
        self,
        app: AppContext,
        participant_id: uuid.UUID,
        mark: Mark,
        over: QWidget,
        *,
        staff: bool = False,
    ) -> None:
        super().__init__(over, 452)
        self._staff = staff  # it is the staff's lateness that is asked for
        self._app = app
        self._participant = participant_id
        self._mark = mark
        self._seen = app.saw()
        self._excusing = False
        self._needs_why = False
        self.told: ConsequenceCard  # what is shown now
        self._build()
        self._connect()
        self._show_consequence()

    def place(self, at: QPoint) -> None:
        """Put it at a point, with the keyboard on what is pressed most."""
        super().place(at)
        if self._late:
            self._late.setFocus()
            self._late.selectAll()
        else:
            self._save.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter confirms from a field (a button that it rests on takes it itself); letters choose a reason."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
            return
        letter = event.text().casefold()
        if self._reasons and letter and not isinstance(QApplication.focusWidget(), QLineEdit):
            words = [word.casefold() for word in self._reason_words]
            fits = [n for n, word in enumerate(words) if word.startswith(letter)]
            if fits:
                self._reasons.choose(fits[0])
                return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self._head = col()
        self.box.addLayout(padded(self._head, 20, 18, 10))
        ask = col(gap=8)
        self._add_questions(ask)
        self.box.addLayout(padded(ask, 20, 0, 14 if ask.count() else 4))
        self.box.addWidget(Rule())
        self._facts = col(gap=12)
        answers = col(self._facts, self._why_not, self._correction, self._no, gap=12)
        self.box.addLayout(padded(answers, 20, 14, 14))
        self._source = col()
        self.box.addLayout(self._source)
        self._excuse = Button(self.tr("Shall not count …"), "quiet")
        self._cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        self._save = Button(self.tr("Note it"), "primary", key="↵")
        self._save.setDefault(True)
        self.box.addLayout(
            padded(row(self._excuse, None, self._cancel, self._save, gap=8), 12, 12, 16)
        )

    def _add_questions(self, ask: QVBoxLayout) -> None:
        self._reasons: Segments | None = None
        self._told: TimeField | None = None
        self._told_on: DateField | None = None
        self._late: NumberField | None = None
        self._why_not = QLineEdit()
        self._why_not.setPlaceholderText(self.tr("Why it shall not count"))
        self._why_not.setAccessibleName(self.tr("Why it shall not count"))
        self._why_not.hide()
        self._correction = QLineEdit()
        self._correction.setPlaceholderText(self.tr("Why the earlier mark is corrected"))
        self._correction.setAccessibleName(self.tr("Why the earlier mark is corrected"))
        self._correction.hide()
        self._no = Text("", "body", "bad-text", wrap=True)
        self._no.hide()
        self._reason_words: list[str] = []
        if self._mark.state is State.CANCELLED:
            words = [self.tr("Illness"), self.tr("Other"), self.tr("Holiday"), self.tr("Hospital")]
            chosen = REASONS.index(self._mark.why) if self._mark.why in REASONS else 0
            self._reason_words = words
            self._reasons = Segments(words, self.tr("Reason"), chosen)
            told = self._mark.told or self._app.now()
            self._told_on = DateField(told.date(), latest=self._app.now().date(), just=True)
            self._told = TimeField(told.time())
            self._told_on.setAccessibleName(self.tr("Told on"))
            self._told.setAccessibleName(self.tr("Told at"))
            self._told.setFixedWidth(theme.px(72))
            ask.addLayout(row(self._reasons, None))
            label = Text(self.tr("Told"), "label", "text-2")
            ask.addLayout(row(label, self._told_on, self._told, None, gap=8))
        elif self._mark.late_minutes or self._mark.staff_late_minutes:
            minutes = self._mark.staff_late_minutes if self._staff else self._mark.late_minutes
            said = self.tr("Minutes late")
            if self._staff:
                said = self.tr("Minutes the staff were late")
            self._late = NumberField(1, 240, minutes, self.tr("min."))
            self._late.setAccessibleName(said)
            self._late.setFixedWidth(theme.px(96))
            label = Text(said, "label", "text-2")
            ask.addLayout(row(label, self._late, None, gap=8))

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.dismiss)
        self._save.clicked.connect(self._confirm)
        self._excuse.clicked.connect(self._ask_why_not)
        self._why_not.textChanged.connect(self._changed)
        if self._reasons:
            self._reasons.group.idToggled.connect(self._changed)
        if self._told:
            self._told.timeChanged.connect(self._changed)
        if self._told_on:
            self._told_on.dateChanged.connect(self._changed)
        if self._late:
            self._late.valueChanged.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        mark = self._mark
        if self._reasons:
            mark = replace(mark, why=REASONS[self._reasons.active])
        if self._told and self._told_on:
            mark = replace(mark, told=datetime.combine(self._told_on.day(), self._told.at()))
        if self._late and self._staff:
            mark = replace(mark, staff_late_minutes=self._late.value())
        elif self._late:
            mark = replace(mark, late_minutes=self._late.value())
        self._mark = replace(mark, excused=self._why_not.text().strip())
        try:
            self._app.ask(marking.refuse_mark, self._participant, self._mark)
        except Refused as no:  # said in the card, at once
            title, note = tr_refused(no)
            self._no.setText(f"{title}. {note}" if note else title)
            self._no.show()
            self._save.setEnabled(False)
            return
        self._no.hide()
        self._save.setEnabled(True)
        self._show_consequence()

    @Slot()
    def _ask_why_not(self) -> None:
        self._excusing = True
        self._show_consequence()
        self._why_not.setFocus()

    @Slot()
    def _confirm(self) -> None:
        if self._excusing and not self._mark.excused:
            self._why_not.setFocus()
            return
        why = self._correction.text().strip()
        if self._needs_why and not why:
            self._correction.setFocus()
            return
        if not all_read(self) or not self._save.isEnabled():
            return
        self.confirmed.emit(self._participant, self._mark, why)

    @property
    def seen(self) -> int:
        """What the store held when the card was opened: what has been changed since is not written over."""
        return self._seen

    # ---- what is shown

    def _show_consequence(self) -> None:
        self.told = card = self._app.ask(consequence.consequence, self._participant, self._mark)
        self._needs_why = card.needs_why
        for layout in (self._head, self._facts, self._source):
            clear(layout)
        icon, role, title = sentence(card)
        when = f"{card.name} · {dates.long_day(card.starts.date())} {dates.clock_range(card.starts, card.ends)}"
        top = row(
            col(1, Icon(icon, role, 20), None),
            _two(Text(title, "heading", wrap=True), Text(when, "small", "text-2", figures=True)),
            gap=12,
        )
        top.setStretch(1, 1)
        self._head.addLayout(top)
        for line in self._four(card):
            self._facts.addLayout(line)
        if State.PLANNED not in (card.stood, card.mark.state):
            said = self.tr("It replaces: {mark}").format(mark=tr_state(card.stood))
            self._facts.addLayout(fact("history", "text-2", said, ""))
        self._why_not.setVisible(self._excusing)
        if card.needs_why:
            said = self.tr("It was noted on an earlier day. The old mark stays readable.")
            self._facts.addLayout(fact("history", "text-2", said, ""))
        if card.rule:
            strip = SourceStrip(
                card.rule.text,
                f"{card.standard} · {tr_place(card.rule.place)}",
                self.tr("Show the place"),
            )
            strip.link.clicked.connect(lambda: self._tell_place(card))
            self._source.addWidget(strip)
        self._excuse.setVisible(bool(card.entry.cost) and not self._excusing)
        self._save.setText(verb(card))
        self._correction.setVisible(card.needs_why)
        self.setAccessibleName(f"{title}. {when}")
        texts = [one.text() for one in self._facts_texts()]
        self.setAccessibleDescription(". ".join(texts))
        if self.isVisible():
            announce(self, ". ".join(texts))

    def _facts_texts(self) -> list[Text]:
        """What the card says follows, in the order of reading."""
        found: list[Text] = []
        waiting: list[QLayout] = [self._facts]
        while waiting:
            layout = waiting.pop(0)
            inner: list[QLayout] = []
            for number in range(layout.count()):
                item = layout.itemAt(number)
                assert item is not None
                widget, below = item.widget(), item.layout()
                if isinstance(widget, Text):
                    found.append(widget)
                elif below is not None:
                    inner.append(below)
            waiting = inner + waiting
        return found

    def _four(self, card: ConsequenceCard) -> list[QLayout]:
        found = [package_fact(card)]
        if card.late is Late.MAY_CANCEL:
            found.append(
                fact(
                    "late",
                    "warn-text",
                    self.tr("So late that the training may be cancelled"),
                    self.tr("You choose. Noted like this, it was held."),
                )
            )
        if card.staff_late is not Late.SILENT:
            found.append(staff_late_fact(card.staff_late))
        if card.mark.state not in (State.ATTENDED, State.PLANNED):
            found.append(new_time_fact(card))
        found += [
            fact(
                "reeval",
                "warn-text",
                self.tr("A re-evaluation is opened for {who}").format(
                    who=one.responsible or self.tr("the responsible therapist")
                ),
                tr_trigger_opened(one.why, one.number, one.by),
            )
            for one in card.opened
        ]
        if card.mark.state in (State.MISSED, State.CANCELLED) and not card.opened:
            found.append(
                fact("reeval", "text-2", self.tr("No re-evaluation is opened"), why_none(card))
            )
        if card.frees_time and self._app.ask(fitting.opens_up, card.participant_id):
            title = self.tr("{time} becomes free").format(
                time=dates.clock_range(card.starts, card.ends)
            )
            found.append(fact("waitlist", "text-2", title, self._who_fits(card)))
        return found

    def _who_fits(self, card: ConsequenceCard) -> str:
        """Who on the waiting list could have the time, the first to call first."""
        fits = self._app.ask(fitting.fits_after, card.participant_id)
        if not fits:
            return self.tr("Nobody on the waiting list fits.")
        said = self.tr("%n on the waiting list fit(s)", "", len(fits))
        return f"{said}: {', '.join(fit.waiting.citizen for fit in fits[:3])}"

    def _tell_place(self, card: ConsequenceCard) -> None:
        from trainer_desktop.ui.parts.rule_dialog import show_rule

        if card.rule:
            show_rule(self, card.rule)


def _two(upper: QWidget, lower: QWidget) -> QLayout:
    return col(upper, lower, gap=2)
