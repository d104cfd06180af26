"""A task with its facts: a re-evaluation takes an outcome with a reason, a deadline the day it was met."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from trainer_desktop.rules.kinds import CallOutcome, Outcome
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.rules.reevaluation import Reevaluation
from trainer_desktop.services.calls import lists, outcomes
from trainer_desktop.services.calls.lists import CallListCard, ToTell
from trainer_desktop.services.courses import events, reevaluations
from trainer_desktop.services.courses.reevaluations import EvidenceCard
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.paint import initials
from trainer_desktop.ui.parts.basics import Avatar, Panel, Pill, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check, DateField, all_read, labelled
from trainer_desktop.ui.parts.float_card import SourceStrip
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.rule_words import (
    tr_counted,
    tr_deadline,
    tr_effect_done,
    tr_outcome,
    tr_place,
    tr_trigger,
)
from trainer_desktop.ui.tasks.ending_box import EndingBox
from trainer_desktop.ui.tasks.outcome_choice import Choice
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_call


class TaskPanel(Panel):
    """Beside the list."""

    decided = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "l")
        self.app = app
        self.task: TaskCard | None = None
        self.calls: CallListCard | None = None
        self._shows: object = None
        self._group: QButtonGroup | None = None
        self.setFixedWidth(theme.px(384))
        inner = QWidget()
        self._column = col(on=inner)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        col(scroll, margins=(1, 0, 0, 0), on=self)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._decide)

    def show_task(self, task: TaskCard | None) -> None:
        """Show a task; None shows nothing. What is half written about the same one stays."""
        evidence = None
        if task and task.reevaluation:
            evidence = self.app.ask(
                reevaluations.evidence, task.course_id, task.reevaluation.opened_by
            )
        shows = (task, evidence)
        if shows == self._shows and task is not None:
            return
        kept = self._half_written(task)
        self._shows = shows
        self.task, self.calls = task, None
        self._group = None
        clear(self._column)
        if task is None:
            self._column.addStretch(1)
            return
        self._head(task)
        if task.reevaluation:
            self._reevaluation(task, task.reevaluation, evidence)
            self._write_again(kept)
        elif task.ending:
            self._column.addWidget(EndingBox(self.app, task, task.ending))
        elif task.deadline:
            self._deadline(task)
        self._column.addStretch(1)

    def _half_written(self, task: TaskCard | None) -> tuple[int, str, bool] | None:
        """The outcome and the reason that somebody has begun to write about this task."""
        before = self.task
        if not (task and before and task.reevaluation and before.reevaluation and self._group):
            return None
        if task.reevaluation.opened_by != before.reevaluation.opened_by:
            return None
        if task.course_id != before.course_id:
            return None
        return self._group.checkedId(), self._reason.text(), self._reason.hasFocus()

    def _write_again(self, kept: tuple[int, str, bool] | None) -> None:
        if kept is None or self._group is None:
            return
        number, text, focused = kept
        if number >= 0:
            self._group.button(number).setChecked(True)
        self._reason.setText(text)
        if focused:
            self._reason.setFocus()

    def show_calls(self, card: CallListCard) -> None:
        """Show whom somebody must still call, what earlier calls came to, and who is left."""
        if self.calls == card:
            return
        self.task, self.calls, self._group, self._shows = None, card, None, None
        clear(self._column)
        self._section(
            col(
                Text(card.what, "heading", wrap=True),
                Text(self.tr("%n left to call", "", card.left), "small", "text-2"),
                gap=2,
            ),
            16,
            14,
        )
        self._column.addWidget(Rule())
        for one in card.people:
            self._section(self._to_tell(one), 10, 10)
            self._column.addWidget(Rule())
        done = Button(self.tr("The list is done"), "plain")
        done.clicked.connect(lambda: self.app.do(self.tr("Call list done"), lists.close, card.id))
        self._section(row(None, done), 12, 16)
        self._column.addStretch(1)

    def _to_tell(self, one: ToTell) -> QLayout:
        when = f"{dates.short_day(one.starts.date())} {dates.clock(one.starts)}"
        said = self.tr("Called off: {when}") if one.called_off else self.tr("New time: {when}")
        phones = "   ".join(spaced_phone(number) for number in one.phones)
        body = col(
            row(Text(one.name, "strong"), None, Text(phones or self.tr("No number"), figures=True)),
            Text(said.format(when=when), "small", "text-2"),
            gap=2,
        )
        for call in one.calls:
            body.addWidget(Text(f"{tr_call(call.outcome)} · {call.by}", "small", "text-2"))
        if one.left:
            line = row(gap=6)
            for outcome in (CallOutcome.MESSAGE, CallOutcome.ACCEPTED, CallOutcome.NO_ANSWER):
                button = Button(tr_call(outcome), "plain", small=True)
                button.setAccessibleName(f"{one.name}: {tr_call(outcome)}")
                button.clicked.connect(partial(self._note_call, one, outcome))
                line.addWidget(button)
            line.addStretch(1)
            body.addLayout(line)
        return body

    def _note_call(self, one: ToTell, outcome: CallOutcome, _on: bool = False) -> None:
        text = f"{one.name}: {tr_call(outcome)}"
        self.app.do(text, outcomes.note_call, one.citizen_id, outcome, one.session_id, one.starts)

    def _section(self, layout: QLayout, top: int = 14, bottom: int = 14) -> None:
        layout.setContentsMargins(theme.px(20), theme.px(top), theme.px(20), theme.px(bottom))
        self._column.addLayout(layout)

    def _head(self, task: TaskCard) -> None:
        note = self.tr("{who} is responsible · {standard}").format(
            who=task.responsible or "–", standard=task.standard
        )
        name = col(Text(task.citizen, "heading"), Text(note, "small", "text-2", wrap=True), gap=1)
        page = Button("", "quiet", icon="user", spoken=self.tr("Citizen's page"))
        page.clicked.connect(lambda: self.app.open_citizen.emit(task.citizen_id))
        line = row(Avatar(initials(task.citizen)), name, page, gap=12)
        line.setStretch(1, 1)
        self._section(line, 16, 14)
        self._column.addWidget(Rule())

    def _fact(self, word: str, value: str) -> QLayout:
        label, said = Text(word, "small", "text-3"), Text(value, "small", figures=True)
        return row(label, None, said, gap=8, margins=(0, 3, 0, 3))

    def _pill(self, task: TaskCard) -> Pill:
        if task.due is None:
            return Pill(self.tr("No deadline"), "warn", "reeval")
        said = self.tr("By {day}").format(day=dates.short_date(task.due))
        return Pill(said, "bad" if task.group.value == "over" else "warn", "late")

    def _reevaluation(self, task: TaskCard, item: Reevaluation, card: EvidenceCard | None) -> None:
        if card is None:
            self._section(col(Text(self.tr("It has been answered."), "body", "text-2")))
            return
        title = Text(tr_trigger(item), "strong", wrap=True)
        facts = col(row((title, 1), self._pill(task)), 4, gap=2)
        for word, value in self._evidence(card):
            facts.addLayout(self._fact(word, value))
        self._section(facts)
        self._column.addWidget(Rule())
        self._outcomes(card)
        self._source(task, item.rule.text, item.rule.place)
        done = tr_effect_done(item.effect)
        if done:  # a call, a letter or a note: no re-evaluation with four outcomes
            self._hide_outcomes()
        words = done or self.tr("Decide and close")
        self._decide_button = Button(words, "primary", key="Ctrl+↵")
        self._decide_button.clicked.connect(self._decide)
        self._section(row(None, self._decide_button), 12, 16)
        self._enable()

    def _evidence(self, card: EvidenceCard) -> list[tuple[str, str]]:
        found = []
        for training in card.reevaluation.evidence[-4:]:
            when = f"{dates.short_day(training.starts.date())} {dates.clock(training.starts)}"
            missed = training.state.value == "missed"
            found.append((self.tr("Stayed away") if missed else self.tr("Cancelled"), when))
        said = self.tr("{came} came, {cancelled} cancelled, {missed} stayed away")
        found.append(
            (
                self.tr("Attendance"),
                said.format(came=card.attended, cancelled=card.cancelled, missed=card.missed),
            )
        )
        pack = card.package
        if pack.granted is not None:
            whole = pack.granted + pack.extra
            found.append(
                (
                    self.tr("Package"),
                    self.tr("{n} of {whole} used").format(n=pack.used, whole=whole),
                )
            )
        goals = self.tr("none noted")
        if card.goals:
            goals = self.tr("{n} of {all} reached").format(n=card.goals_reached, all=card.goals)
        found.append((self.tr("Goals"), goals))
        ahead = self.tr("nothing booked")
        if card.next_time:
            ahead = self.tr("{n}, next {day}").format(
                n=card.booked_ahead, day=dates.short_day(card.next_time.date())
            )
        found.append((self.tr("Booked ahead"), ahead))
        return found

    def _outcomes(self, card: EvidenceCard) -> None:
        self._group = QButtonGroup(self)
        self._outcome_title = Text(self.tr("Outcome"), "label", "text-2")
        box = col(self._outcome_title, 4, gap=2)
        for number, outcome in enumerate(Outcome):
            title, note = tr_outcome(outcome)
            choice = Choice(title, note)
            self._group.addButton(choice, number)
            box.addWidget(choice)
        self._release = Check(self.tr("Release the %n later training(s)", "", card.booked_ahead))
        self._release.setVisible(card.booked_ahead > 0)
        self._group.idToggled.connect(self._outcome_changed)
        self._reason = QLineEdit()
        label, _field = labelled(self.tr("&Reason"), self._reason)
        self._reason.setPlaceholderText(self.tr("Why, in a few words"))
        self._reason.textChanged.connect(self._enable)
        box.addWidget(self._release)
        box.addSpacing(theme.px(4))
        box.addWidget(label)
        box.addWidget(self._reason)
        self._section(box)

    def _hide_outcomes(self) -> None:
        """The booked times stay: that is all that follows."""
        assert self._group
        self._group.button(list(Outcome).index(Outcome.CONTINUE)).setChecked(True)
        for button in self._group.buttons():
            button.hide()
        self._outcome_title.hide()

    def _source(self, task: TaskCard, text: str, place: str) -> None:
        strip = SourceStrip(text, f"{task.standard} · {tr_place(place)}", self.tr("Show the place"))
        rule = (
            task.reevaluation.rule
            if task.reevaluation
            else task.deadline.rule
            if task.deadline
            else None
        )
        strip.link.clicked.connect(lambda: show_rule(self, rule) if rule else None)
        self._column.addWidget(strip)

    def _deadline(self, task: TaskCard) -> None:
        one = task.deadline
        assert one
        title = Text(tr_deadline(one), "strong", wrap=True)
        body = col(row((title, 1), self._pill(task)), 4, gap=2)
        body.addLayout(self._fact(self.tr("Counts from"), tr_counted(one)))
        body.addLayout(self._fact(self.tr("Last day"), dates.long_day_year(one.due)))
        kind = self.tr("a target") if one.kind == "target" else self.tr("the citizen's right")
        body.addLayout(self._fact(self.tr("It is"), kind))
        if one.late_gives == "national_choice":
            body.addWidget(
                Text(
                    self.tr("Later than this gives the citizen the national free choice."),
                    "small",
                    "warn-text",
                    wrap=True,
                )
            )
        self._section(body)
        self._column.addWidget(Rule())
        self._met_on = DateField(self.app.now().date())
        self._section(col(*labelled(self.tr("It &happened on"), self._met_on), gap=4))
        self._source(task, one.rule.text, one.rule.place)
        save = Button(self.tr("Note the day"), "primary")
        save.clicked.connect(self._note_day)
        self._section(row(None, save), 12, 16)

    # ---- slots

    @Slot()
    def _outcome_changed(self) -> None:
        assert self._group
        self._enable()

    @Slot()
    def _enable(self) -> None:
        chosen = self._group is not None and self._group.checkedId() >= 0  # nobody decides unasked
        self._decide_button.setEnabled(chosen and bool(self._reason.text().strip()))

    @Slot()
    def _decide(self) -> None:
        task = self.task
        if task is None or task.reevaluation is None or self._group is None:
            return
        if self._group.checkedId() < 0:
            self._group.button(0).setFocus()
            return
        if not self._reason.text().strip():
            self._reason.setFocus()
            return
        outcome = list(Outcome)[self._group.checkedId()]
        text = self.tr("Decided: {what}, {who}").format(
            what=tr_outcome(outcome)[0], who=task.citizen
        )
        done = self.app.do(
            text,
            reevaluations.decide,
            task.course_id,
            task.reevaluation.opened_by,
            outcome,
            self._reason.text(),
            release=self._release.isChecked() and not self._release.isHidden(),
        )
        if done:
            self.decided.emit()

    @Slot()
    def _note_day(self) -> None:
        task = self.task
        if task is None or task.deadline is None or not all_read(self):
            return
        day = self._met_on.day()
        text = self.tr("{what}: {day}").format(
            what=tr_deadline(task.deadline), day=dates.short_date(day)
        )
        self.app.do(text, events.set_event, task.course_id, task.deadline.met_by, day)
