"""A task with its facts: a re-evaluation takes an outcome with a reason, a deadline the day it was met."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLayout,
    QScrollArea,
    QWidget,
)

from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.calls import lists, outcomes
from trainer_desktop.services.calls.lists import CallListCard, ToTell
from trainer_desktop.services.courses import events, reevaluations
from trainer_desktop.services.courses.rejections import Rejected
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.services.messages import inbox
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.paint import initials
from trainer_desktop.ui.parts.basics import Avatar, Panel, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import DateField, all_read, labelled
from trainer_desktop.ui.parts.float_card import SourceStrip
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.rule_words import (
    tr_counted,
    tr_deadline,
    tr_place,
)
from trainer_desktop.ui.tasks.ending_box import EndingBox
from trainer_desktop.ui.tasks.reevaluation_box import ReevaluationBox
from trainer_desktop.ui.tasks.task_words import due_pill, fact, padded
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_call


class TaskPanel(Panel):
    """Beside the list."""

    decided = Signal()
    whole_wished = Signal(object)  # a re-evaluation's task: everything it rests on

    def __init__(self, app: AppContext, *, offers_whole: bool = False) -> None:
        super().__init__("surface", "l")
        self.app = app
        self._offers_whole = offers_whole
        self.task: TaskCard | None = None
        self.calls: CallListCard | None = None
        self._shows: object = None
        self.box: ReevaluationBox | None = None
        self.setFixedWidth(theme.beside(384))
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
        QShortcut(QKeySequence("Ctrl+Return"), self, self._run)

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
        half = self.box.half_written() if self.box and self._same(task) else None
        if self.box:
            self.box.keeper.look()  # what is half written about another one is there when one comes back
        self._shows = shows
        self.task, self.calls, self.box = task, None, None
        clear(self._column)
        if task is None:
            self._column.addStretch(1)
            return
        self._head(task)
        if task.reevaluation and evidence is None:
            self._section(col(Text(self.tr("It has been answered."), "body", "text-2")))
        elif task.reevaluation and evidence:
            self.box = ReevaluationBox(self.app, task, task.reevaluation, evidence)
            self.box.decided.connect(self.decided)
            self.box.whole_wished.connect(lambda: self.whole_wished.emit(task))
            self.box.whole.setVisible(self._offers_whole)
            self._column.addWidget(self.box)
            if half:
                self.box.write_again(half)
        elif task.ending:
            self._column.addWidget(EndingBox(self.app, task, task.ending))
        elif task.rejected:
            self._rejected(task, task.rejected)
        elif task.deadline:
            self._deadline(task)
        self._column.addStretch(1)

    def take_keyboard(self) -> None:
        """Go to the first thing to choose."""
        if self.box:
            self.box.group.buttons()[0].setFocus()

    def _same(self, task: TaskCard | None) -> bool:
        """Whether a task is the re-evaluation that is shown already."""
        before = self.task
        if not (task and before and task.reevaluation and before.reevaluation):
            return False
        same = task.reevaluation.opened_by == before.reevaluation.opened_by
        return same and task.course_id == before.course_id

    def show_calls(self, card: CallListCard) -> None:
        """Show whom somebody must still call, what earlier calls came to, and who is left."""
        if self.calls == card:
            return
        self.task, self.calls, self.box, self._shows = None, card, None, None
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
        self._column.addLayout(padded(layout, top, bottom))

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

    def _rejected(self, task: TaskCard, no: Rejected) -> None:
        """What the receiver's system said, and that somebody takes it on."""
        said = self.tr("{clinic} did not get it").format(clinic=no.clinic)
        body = col(Text(said, "strong", wrap=True), 4, gap=2)
        body.addLayout(fact(self.tr("Receipt read"), dates.date_year(no.since)))
        body.addWidget(Text(f"«{no.said}»", "small", "text-2", wrap=True))
        what = self.tr("Mend the clinic's numbers in the set-up, and make the status ready again.")
        body.addWidget(Text(what, "small", "text-2", wrap=True))
        self._section(body)
        self._column.addWidget(Rule())
        seen = Button(self.tr("Seen: I take it on"), "primary")
        text = self.tr("Seen: {name}").format(name=task.citizen)
        seen.clicked.connect(lambda: self.app.do(text, inbox.see, no.reply_id))
        self._section(row(None, seen), 12, 16)

    def _deadline(self, task: TaskCard) -> None:
        one = task.deadline
        assert one
        title = Text(tr_deadline(one), "strong", wrap=True)
        body = col(row((title, 1), due_pill(task)), 4, gap=2)
        body.addLayout(fact(self.tr("Counts from"), tr_counted(one)))
        body.addLayout(fact(self.tr("Last day"), dates.long_day_year(one.due)))
        kind = self.tr("a target") if one.kind == "target" else self.tr("the citizen's right")
        body.addLayout(fact(self.tr("It is"), kind))
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
        where = f"{task.standard} · {tr_place(one.rule.place)}"
        strip = SourceStrip(one.rule.text, where, self.tr("Show the place"))
        strip.link.clicked.connect(lambda: show_rule(self, one.rule))
        self._column.addWidget(strip)
        save = Button(self.tr("Note the day"), "primary")
        save.clicked.connect(self._note_day)
        self._section(row(None, save), 12, 16)

    @Slot()
    def _run(self) -> None:
        if self.box:
            self.box.decide()

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
