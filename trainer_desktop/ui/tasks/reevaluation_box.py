"""A re-evaluation that a person answers: the facts in short, the outcome with its reason, and the letter afterwards."""

from uuid import uuid5

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLayout, QLineEdit, QWidget

from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.reevaluation import Reevaluation
from trainer_desktop.services.courses import reevaluations
from trainer_desktop.services.courses.reevaluations import EvidenceCard
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Rule, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check, labelled
from trainer_desktop.ui.parts.float_card import SourceStrip
from trainer_desktop.ui.parts.keeper import Keeper
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.rule_words import tr_effect_done, tr_outcome, tr_place, tr_trigger
from trainer_desktop.ui.tasks.outcome_choice import Choice
from trainer_desktop.ui.tasks.task_words import due_pill, fact, padded
from trainer_desktop.ui.theme import theme

Half = tuple[int, str, bool]


@guarded
class ReevaluationBox(QWidget):
    """Nobody decides unasked: nothing is chosen beforehand."""

    decided = Signal()
    whole_wished = Signal()

    def __init__(
        self, app: AppContext, task: TaskCard, item: Reevaluation, card: EvidenceCard
    ) -> None:
        super().__init__()
        self._app, self._task, self._item, self._ahead = app, task, item, card.booked_ahead
        self.group = QButtonGroup(self)
        self.reason = QLineEdit()
        self.release = Check(self.tr("Release the %n later training(s)", "", card.booked_ahead))
        self.letter = Check(self.tr("Write a letter to the citizen afterwards"))
        effect = tr_effect_done(item.effect)  # a call, a letter or a note has no four outcomes
        self.button = Button(effect or self.tr("Decide and close"), "primary", key="Ctrl+↵")
        self.whole = Button(self.tr("Everything it rests on …"), "link", small=True)
        self.whole.clicked.connect(self.whole_wished)
        title = Text(tr_trigger(item), "strong", wrap=True)
        facts = col(row((title, 1), due_pill(task)), 4, gap=2)
        for word, value in self._evidence(card):
            facts.addLayout(fact(word, value))
        facts.addLayout(row(self.whole, None))
        col(
            padded(facts),
            Rule(),
            padded(self._outcomes(card, plain=not effect)),
            self._source(),
            padded(row(None, self.button), 12, 16),
            on=self,
        )
        self.group.idToggled.connect(self._enable)
        self.reason.textChanged.connect(self._enable)
        self.button.clicked.connect(self.decide)
        self.keeper = Keeper(app, "reevaluation", {"reason": self.reason}, self)
        self.keeper.begin(uuid5(task.course_id, item.opened_by).hex)
        self._enable()

    @property
    def opened_by(self) -> str:
        """What opened it."""
        return self._item.opened_by

    def half_written(self) -> Half:
        """The outcome and the reason that somebody has begun to write."""
        return self.group.checkedId(), self.reason.text(), self.reason.hasFocus()

    def write_again(self, half: Half) -> None:
        """Put back what was half written."""
        number, text, focused = half
        if number >= 0:
            self.group.button(number).setChecked(True)
        self.reason.setText(text)
        if focused:
            self.reason.setFocus()

    def _evidence(self, card: EvidenceCard) -> list[tuple[str, str]]:
        found = []
        for training in card.reevaluation.evidence[-4:]:
            when = f"{dates.short_day(training.starts.date())} {dates.clock(training.starts)}"
            missed = training.state.value == "missed"
            found.append((self.tr("Stayed away") if missed else self.tr("Cancelled"), when))
        said = self.tr("{came} came, {cancelled} cancelled, {missed} stayed away")
        counts = said.format(came=card.attended, cancelled=card.cancelled, missed=card.missed)
        found.append((self.tr("Attendance"), counts))
        pack = card.package
        if pack.granted is not None:
            whole = pack.granted + pack.extra
            used = self.tr("{n} of {whole} used").format(n=pack.used, whole=whole)
            found.append((self.tr("Package"), used))
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

    def _outcomes(self, card: EvidenceCard, *, plain: bool) -> QLayout:
        title = Text(self.tr("Outcome"), "label", "text-2")
        box = col(title, 4, gap=2)
        for number, outcome in enumerate(Outcome):
            choice = Choice(*tr_outcome(outcome))
            self.group.addButton(choice, number)
            box.addWidget(choice)
            choice.setHidden(not plain)
        if not plain:  # the booked times stay: that is all that follows
            self.group.button(list(Outcome).index(Outcome.CONTINUE)).setChecked(True)
            title.hide()
            self.letter.hide()
        label, _field = labelled(self.tr("&Reason"), self.reason)
        self.reason.setPlaceholderText(self.tr("Why, in a few words"))
        for widget in (self.release, label, self.reason, self.letter):
            box.addWidget(widget)
            box.addSpacing(theme.px(4))
        return box

    def _source(self) -> SourceStrip:
        rule = self._item.rule
        where = f"{self._task.standard} · {tr_place(rule.place)}"
        strip = SourceStrip(rule.text, where, self.tr("Show the place"))
        strip.link.clicked.connect(lambda: show_rule(self, rule))
        return strip

    @Slot()
    def _enable(self) -> None:
        chosen = self.group.checkedId() >= 0
        stays = list(Outcome)[self.group.checkedId()] is Outcome.CONTINUE if chosen else False
        self.release.setHidden(self._ahead == 0 or stays)  # «the booked times stay»
        self.button.setEnabled(chosen and bool(self.reason.text().strip()))

    @Slot()
    def decide(self) -> None:
        """Answer it; what is missing gets the keyboard instead."""
        if self.group.checkedId() < 0:
            self.group.button(0).setFocus()
            return
        reason = self.reason.text().strip()
        if not reason:
            self.reason.setFocus()
            return
        outcome = list(Outcome)[self.group.checkedId()]
        title, _note = tr_outcome(outcome)
        text = self.tr("Decided: {what}, {who}").format(what=title, who=self._task.citizen)
        release = self.release.isChecked() and not self.release.isHidden()
        course, window, write = self._task.course_id, self.window(), self.letter.isChecked()
        args = course, self._item.opened_by, outcome, reason
        if not self._app.do(text, reevaluations.decide, *args, release=release):
            return
        self.keeper.done()
        if write:
            kind = "hearing" if outcome is Outcome.END else "reevaluation"
            dialog = LetterDialog(self._app, course, kind, window)
            dialog.begin(reason, outcome)
            dialog.open()
        self.decided.emit()
