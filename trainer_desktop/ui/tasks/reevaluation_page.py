"""One re-evaluation with everything it rests on: the course as a line, absences, attempts to reach the citizen, goals, tests."""

import uuid
from datetime import time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget

from trainer_desktop.services.calls import evidence
from trainer_desktop.services.calls.evidence import Absence, EvidenceSheet
from trainer_desktop.services.courses import tasks
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.services.papers import reevaluations
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.ledger_words import tr_entry
from trainer_desktop.ui.parts.basics import Card, Icon, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.record.test_words import language, tr_change, written
from trainer_desktop.ui.rule_words import tr_trigger
from trainer_desktop.ui.tasks.contact_card import ContactCard
from trainer_desktop.ui.tasks.task_panel import TaskPanel
from trainer_desktop.ui.tasks.timeline import Timeline

MIDNIGHT = time()
Key = tuple[uuid.UUID, str]  # the course, and what opened the re-evaluation


@guarded
class ReevaluationPage(Page):
    """Steps through those of the list it was opened from; what has been answered is left out."""

    shows = (
        *("course", "course_event", "participant", "training_session", "reevaluation"),
        *("goal", "call", "letter", "measurement"),
    )
    closed = Signal()

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._keys: list[Key] = []
        self._answers: list[tuple[int, Key]] = []  # where each answered one stood
        self._at = 0
        self._sheet: EvidenceSheet | None = None
        self.back = Button("", icon="prev", spoken=self.tr("The one before"))
        self.on = Button("", icon="next", spoken=self.tr("The next one"))
        self._where = Text("", "body", "text-2", figures=True)
        self._print = Button(self.tr("Evidence sheet"), "plain", icon="print", key="Ctrl+P")
        self._leave = Button(self.tr("Back to Tasks"), "plain", key="Esc")
        self._bar = TopBar(
            [self.back, self._where, self.on, self._leave, self._print],
            folds=[self._leave],
        )
        self._course, self._goals, self._tests = Card(), Card(), Card()
        self._course_lines = col(gap=8, margins=(16, 12, 16, 12), on=self._course)
        self._goal_lines = col(gap=8, margins=(16, 12, 16, 14), on=self._goals)
        self._test_lines = col(gap=8, margins=(16, 12, 16, 14), on=self._tests)
        self.contact = ContactCard(app)
        inner = QWidget()
        col(
            self._course,
            self.contact,
            row((self._goals, 1), (self._tests, 1), gap=12),
            None,
            gap=12,
            margins=(24, 16, 16, 16),
            on=inner,
        )
        self.panel = TaskPanel(app)
        whole = col(self._bar, row((scrolling(inner), 1), self.panel, gap=0), on=self)
        whole.setStretch(1, 1)
        self.back.clicked.connect(lambda: self._step(-1))
        self.on.clicked.connect(lambda: self._step(1))
        self._print.clicked.connect(self.print_page)
        self._leave.clicked.connect(self.closed)
        self.panel.decided.connect(self._answered)
        for key, run in (
            ("Esc", self.closed.emit),
            ("Ctrl+PgUp", self.back.click),
            ("Ctrl+PgDown", self.on.click),
        ):
            shortcut = QShortcut(QKeySequence(key), self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self, every: list[TaskCard], chosen: TaskCard) -> None:
        """Show one of a list."""
        keys = [(t.course_id, t.reevaluation.opened_by) for t in every if t.reevaluation]
        assert chosen.reevaluation
        self._keys = keys
        self._at = keys.index((chosen.course_id, chosen.reevaluation.opened_by))
        self._answers.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read the one that is shown again."""
        self._take_back()
        if not self._keys:
            return
        course, opened_by = self._keys[self._at]
        self._sheet = self.app.ask(evidence.sheet, course, opened_by)
        task = next(
            (
                t
                for t in self.app.ask(tasks.open_tasks, course_ids=[course])
                if t.reevaluation and t.reevaluation.opened_by == opened_by
            ),
            None,
        )
        self._say()
        self.panel.show_task(task)
        answered = self._sheet is None
        for widget in (self.contact, self._goals, self._tests):
            widget.setVisible(not answered)
        self._print.setEnabled(not answered)
        clear(self._course_lines)
        if self._sheet is None:
            self._course_lines.addWidget(Text(self.tr("It has been answered."), "body", "text-2"))
            return
        self._show_course(self._sheet)
        self.contact.show_contacts(self._sheet)
        self._show_goals(self._sheet)
        self._show_tests(self._sheet)

    @property
    def shown(self) -> Key | None:
        """The one that is shown."""
        return self._keys[self._at] if self._keys else None

    def _take_back(self) -> None:
        """The last answer was undone: what it answered is here again, and shown."""
        if not self._answers:
            return
        at, (course, opened_by) = self._answers[-1]
        if self.app.ask(evidence.sheet, course, opened_by):
            self._answers.pop()
            self._keys.insert(at, (course, opened_by))
            self._at = at

    def _say(self) -> None:
        found = self._sheet
        note = ""
        if found:
            item = found.card.reevaluation
            since = self.tr("arose {day}").format(day=dates.short_date(item.since))
            note = " · ".join((found.citizen, tr_trigger(item), since))
        self._bar.say(self.tr("Re-evaluation"), note)
        said = self.tr("{n} of {all}").format(n=self._at + 1, all=len(self._keys))
        self._where.setText(said)
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at + 1 < len(self._keys))

    def _show_course(self, found: EvidenceSheet) -> None:
        card, pack = found.card, found.card.package
        said = self.tr("{came} came, {cancelled} cancelled, {missed} stayed away").format(
            came=card.attended, cancelled=card.cancelled, missed=card.missed
        )
        if pack.granted is not None:
            whole = pack.granted + pack.extra
            said = f"{said} · " + self.tr("{n} of {whole} used").format(n=pack.used, whole=whole)
        head = row(Text(self.tr("The course"), "heading"), Text(said, "small", "text-2"), None)
        self._course_lines.addLayout(head)
        if found.trainings:
            self._course_lines.addWidget(Timeline(found.trainings, self.app.now(), said))
        if found.absences:
            self._course_lines.addWidget(self._absences(found.absences))

    def _absences(self, absences: tuple[Absence, ...]) -> Table:
        columns = [
            Column(self.tr("Date"), 158),
            Column(self.tr("What happened"), 190),
            Column(self.tr("Told"), 0),
            Column(self.tr("Counts"), 64, True),
        ]
        model = CellItemModel(columns)
        table = Table(model, self.tr("Absences"), Shape(row=32))
        model.setParent(table)
        model.show_lines([self._absence(one) for one in absences])
        table.fit_height()
        return table

    def _absence(self, one: Absence) -> Line:
        entry = one.line.entry
        when = dates.short_day(entry.day)
        if entry.starts:
            when = f"{when} {dates.clock(entry.starts)}"
        word, tone, icon = tr_entry(entry, one.line.late_minutes)
        told = self.tr("No message is noted")
        if one.told:
            at = dates.short_day(one.told.date())
            if one.told.time() != MIDNIGHT:  # a day without an hour, as old registers have it
                at = f"{at} {dates.clock(one.told)}"
            told = self.tr("Told {when}").format(when=at)
        why = ". ".join(part for part in (told, one.note, entry.note) if part)
        return Line(
            (
                Cell(when),
                Cell(word, CellKind.STATE, tone=tone, icon=icon),
                Cell(why, CellKind.SOFT),
                Cell(str(entry.cost)),
            ),
            one,
        )

    def _show_goals(self, found: EvidenceSheet) -> None:
        clear(self._goal_lines)
        goals = found.course.goals
        note = self.tr("{n} of {all} reached").format(n=found.card.goals_reached, all=len(goals))
        head = Text(self.tr("Goals"), "heading"), Text(note if goals else "", "small", "text-2")
        self._goal_lines.addLayout(row(*head, None, gap=8))
        for goal in goals:
            reached = goal.reached_on is not None
            said = ""
            if goal.reached_on:
                said = self.tr("Reached {day}").format(day=dates.short_date(goal.reached_on))
            icon = Icon(
                "came-circle" if reached else "target", "good-text" if reached else "text-3"
            )
            self._goal_lines.addLayout(_fact(icon, goal.text, said, "good-text"))
        if not goals:
            self._goal_lines.addWidget(Text(self.tr("No goal is noted yet."), "body", "text-2"))
        self._goal_lines.addStretch(1)

    def _show_tests(self, found: EvidenceSheet) -> None:
        clear(self._test_lines)
        head = Text(self.tr("Results"), "heading"), Text(self.tr("start to now"), "small", "text-2")
        self._test_lines.addLayout(row(*head, None, gap=8))
        for one in found.tests:
            values = [written(one, one.results[0].value), written(one, one.results[-1].value)]
            line = " → ".join(values if len(one.results) > 1 else values[:1])
            said, icon, tone = tr_change(one)
            name = f"{one.test.name(language())}: {line} {one.test.in_unit(language())}"
            self._test_lines.addLayout(_fact(Icon(icon, tone), name, said, tone))
        if not found.tests:
            said = self.tr("Nothing has been measured on this course yet.")
            self._test_lines.addWidget(Text(said, "body", "text-2"))
        self._test_lines.addStretch(1)

    def _step(self, by: int) -> None:
        there = self._at + by
        if 0 <= there < len(self._keys):
            self._at = there
            self.refresh()

    @Slot()
    def _answered(self) -> None:
        """Go on to the next; after the last, back to the list."""
        self._answers.append((self._at, self._keys.pop(self._at)))
        if not self._keys:
            self.closed.emit()
            return
        self._at = min(self._at, len(self._keys) - 1)
        self.refresh()

    @Slot()
    def print_page(self) -> None:
        """The evidence sheet on paper."""
        if self._sheet:
            course, opened_by = self._keys[self._at]
            title = self.tr("Evidence sheet")
            preview(self, title, self.app, reevaluations.evidence_sheet, course, opened_by)


def _fact(icon: Icon, words: str, said: str, tone: str) -> QLayout:
    told = (Text(words, "body", wrap=True), 1)
    return row(icon, told, Text(said, "small", tone, wrap=True), gap=8)
