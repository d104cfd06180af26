"""The attempts to reach a citizen, and a new one in one press: what came of it, who answered, what was said."""

import uuid
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.services.calls import outcomes
from trainer_desktop.services.calls.evidence import Contact, EvidenceSheet
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.words import tr_call

UNHEARD = (CallOutcome.NO_ANSWER,)  # nobody answered: nobody is named
TONES = {
    CallOutcome.REACHED: ("good", "came"),
    CallOutcome.ACCEPTED: ("good", "came"),
    CallOutcome.DECLINED: ("good", "came"),
    CallOutcome.NO_ANSWER: ("warn", "phone"),
    CallOutcome.MESSAGE: ("done", "send"),
    CallOutcome.CALLS_BACK: ("done", "phone"),
}


@guarded
class ContactCard(Card):
    """One course's; what is being typed stays when something else changes."""

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        self._course: uuid.UUID | None = None
        self._name = ""
        self._newest: Contact | None = None
        self._typed: dict[uuid.UUID | None, tuple[str, str]] = {}  # half written, by course
        self._said = Text("", "small", "text-2")
        self._lines = col(gap=0)
        self.whom, self.note = QLineEdit(), QLineEdit()
        whom, note = QWidget(), QWidget()
        col(*labelled(self.tr("&Who answered"), self.whom), gap=4, on=whom)
        col(*labelled(self.tr("What was &said"), self.note), gap=4, on=note)
        self.whom.setPlaceholderText(self.tr("the citizen"))
        self.buttons: list[Button] = []
        for words, key, outcome, how in (
            (self.tr("Reached"), "T", CallOutcome.REACHED, "phone"),
            (self.tr("Not reached"), "I", CallOutcome.NO_ANSWER, "phone"),
            (self.tr("Visited"), "H", CallOutcome.REACHED, "visit"),
            (self.tr("Text sent"), "S", CallOutcome.MESSAGE, "sms"),
            (self.tr("Letter sent"), "B", CallOutcome.MESSAGE, "letter"),
        ):
            button = Button(words, "plain", key=key, small=True)
            button.clicked.connect(partial(self._note, outcome, how))
            shortcut = QShortcut(QKeySequence(key), self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)  # a key that is held is one attempt
            self.buttons.append(button)
        head = row(Text(self.tr("Contact"), "heading"), self._said, None, gap=8)
        fields = row((whom, 1), (note, 2), gap=8)
        col(
            head,
            self._lines,
            fields,
            row(None, *self.buttons, gap=8),
            gap=10,
            margins=(16, 12, 16, 14),
            on=self,
        )

    def show_contacts(self, found: EvidenceSheet) -> None:
        """Show a course's; another course's empties the fields."""
        if self._course != found.card.course_id:
            self._typed[self._course] = self.whom.text(), self.note.text()
            whom, note = self._typed.get(found.card.course_id, ("", ""))
            self.whom.setText(whom)
            self.note.setText(note)
        self._course, self._name = found.card.course_id, found.citizen
        tried = [one for one in found.contacts if one.outcome is not None]
        self._newest = max(tried, key=lambda one: one.at, default=None)
        self._said.setText(self.tr("%n attempt(s)", "", len(tried)))
        clear(self._lines)
        if found.contacts:
            self._lines.addWidget(self._table(found.contacts))
        else:
            said = self.tr("Nobody has tried to reach the citizen in this course.")
            self._lines.addWidget(Text(said, "body", "text-2"))

    def _table(self, contacts: tuple[Contact, ...]) -> Table:
        columns = [
            Column(self.tr("When"), 158),
            Column(self.tr("Who"), 130),
            Column(self.tr("How"), 110),
            Column(self.tr("What came of it"), 0),
            Column(self.tr("By"), 64),
        ]
        model = CellItemModel(columns)
        table = Table(model, self.tr("Contact"), Shape(row=32))
        model.setParent(table)
        model.show_lines([self._line(one) for one in contacts])
        table.fit_height()
        return table

    def _line(self, one: Contact) -> Line:
        when = f"{dates.short_day(one.at.date())} {dates.clock(one.at)}"
        tone, icon = TONES[one.outcome] if one.outcome else ("done", "letter")
        word = tr_call(one.outcome) if one.outcome else self.tr("Sent")
        said = f"{word}: {one.note}" if one.note else word
        return Line(
            (
                Cell(when),
                Cell(one.whom or ("" if one.outcome in UNHEARD else self.tr("the citizen"))),
                Cell(self._how(one.how), CellKind.SOFT),
                Cell(said, CellKind.STATE, tone=tone, icon=icon),
                Cell(one.by, CellKind.SOFT),
            ),
            one,
        )

    def _how(self, how: str) -> str:
        return {
            "phone": self.tr("telephone"),
            "sms": self.tr("text"),
            "letter": self.tr("letter"),
            "visit": self.tr("visit"),
            "digital": self.tr("digital post"),
            "handed_over": self.tr("handed over"),
        }.get(how, how)

    def _again(self, outcome: CallOutcome, how: str) -> bool:
        """Whether just this was noted this very minute, with nothing more to say: a key that was pressed twice."""
        last, now = self._newest, self._app.now().replace(second=0, microsecond=0)
        if last is None or self.whom.text().strip() or self.note.text().strip():
            return False
        same = last.outcome is outcome and last.how == how and not (last.whom or last.note)
        return same and last.at.replace(second=0, microsecond=0) == now

    def _note(self, outcome: CallOutcome, how: str, _on: bool = False) -> None:
        if self._course is None:
            return
        if self._again(outcome, how):
            self._said.setText(self.tr("That is noted already, this very minute."))
            return
        said = self.tr("Contact noted: {name}").format(name=self._name)
        args = self._course, outcome, self.note.text(), how, self.whom.text()
        if self._app.do(said, outcomes.note_contact, *args):
            self.whom.clear()
            self.note.clear()
