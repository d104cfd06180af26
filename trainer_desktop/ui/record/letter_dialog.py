"""Writing a letter: what a person has to say, the facts that are known, and the letter itself before it is kept."""

import uuid

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.services.papers import letter_facts, letter_rules, writing
from trainer_desktop.services.papers.letter_about import Written
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check, OptionalDateField, all_read, labelled
from trainer_desktop.ui.parts.keeper import Keeper, draft_words
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.record.letter_words import tr_letter
from trainer_desktop.ui.record.test_words import language
from trainer_desktop.ui.rule_words import tr_outcome
from trainer_desktop.ui.theme import theme

REASONED = (
    *("grant", "refusal", "hearing", "reevaluation", "end"),
    *("ride_grant", "ride_refusal", "ride_end"),
)
OUTCOMES = ("continue", "change", "end", "reassess")  # as letters name them, in Outcome's order
WITH_FACTS = ("refusal", "hearing", "reevaluation", "end", "ride_refusal")
NEEDS = ("refusal", "hearing", "end", "ride_refusal", "ride_end")  # no such letter without reasons


@guarded
class LetterDialog(QDialog):
    """`accepted` when a letter was made; it is shown for printing then."""

    def __init__(self, app: AppContext, course: uuid.UUID, kind: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._app, self._course, self._kind, self._page = app, course, kind, parent
        self.setWindowTitle(tr_letter(kind))
        self.reasons = QPlainTextEdit()
        self.reasons.setTabChangesFocus(True)
        self.reasons.setFixedHeight(theme.px(96))
        self.intended, self.other = QLineEdit(), QLineEdit()
        self.answer_by = OptionalDateField(None)
        self.fully_met = Check(self.tr("The application is met in full: no complaint guidance"))
        self.facts = [(Check(_shown(one)), one) for one in app.ask(letter_facts.facts, course)]
        self.by_letter = Check(self.tr("Goes by letter: the complaint deadline is counted so"))
        self.by_letter.setChecked(not app.ask(writing.goes_digitally, course))
        self.outcome = Segments([tr_outcome(one)[0] for one in Outcome], self.tr("Outcome"), -1)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self._rule = app.ask(letter_rules.rule_of, course, kind)
        self.make = Button(self.tr("Make the letter"), "primary", key="Ctrl+↵")
        self.make.setShortcut("Ctrl+Return")
        self.make.setDefault(True)
        self._look = Button(self.tr("See it"), "plain", icon="eye")
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        col(
            *self._parts(),
            row(None, cancel, self._look, self.make),
            gap=10,
            margins=(20, 18, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(560))
        editors: dict[str, QWidget] = {"reasons": self.reasons, "intended": self.intended}
        editors |= {"other": self.other, "answer_by": self.answer_by}
        self._keeper = Keeper(app, f"letter-{kind}", editors, self)
        kept = self._keeper.begin(str(course))
        self._draft.setText(draft_words(kept, stays=True))
        self._draft.setVisible(bool(kept))
        first = self.intended if kind == "hearing" else self.reasons
        (first if kind in REASONED else self.make).setFocus()
        cancel.clicked.connect(self.reject)
        self._look.clicked.connect(self.see)
        self.make.clicked.connect(self.write)
        self.reasons.textChanged.connect(self._wrong.clear)

    def _parts(self) -> list[QWidget]:
        kind = self._kind
        self._draft = Text("", "small", "text-2", wrap=True)
        whom = Text(self._app.ask(letter_facts.about, self._course), "body", "text-2", wrap=True)
        parts: list[QWidget] = [Text(tr_letter(kind), "heading"), whom, self._draft]
        if kind == "hearing":
            parts += labelled(self.tr("What is &intended: «we consider to …»"), self.intended)
            parts += labelled(self.tr("Answer &by"), self.answer_by)
        if kind == "reevaluation":
            chosen = QWidget()
            row(self.outcome, None, on=chosen)
            parts += [Text(self.tr("Outcome"), "label", "text-2"), chosen]
        if kind in WITH_FACTS and self.facts:
            parts.append(Text(self.tr("Facts that stand in the letter"), "label", "text-2"))
            parts += [box for box, _fact in self.facts]
        if kind in REASONED:
            parts += labelled(self.tr("&Reasons"), self.reasons)
        if kind == "refusal":
            parts += labelled(self.tr("&What else there is"), self.other)
        if kind == "grant":
            parts.append(self.fully_met)
        if kind in writing.DATED:
            parts.append(self.by_letter)
        if self._rule:
            said = f"{self._rule.text} ({self._rule.place})"
            parts.append(
                Text(self.tr("Rests on: {rule}").format(rule=said), "small", "text-2", wrap=True)
            )
        return [*parts, self._wrong]

    def begin(self, reasons: str, outcome: Outcome | None = None) -> None:
        """Begin with what has been decided already; a draft that was kept goes before it."""
        if not self.reasons.toPlainText():
            self.reasons.setPlainText(reasons)
        if outcome:
            self.outcome.choose(list(Outcome).index(outcome))

    def written(self) -> Written:
        """What has been written."""
        facts = tuple(fact for box, fact in self.facts if box.isChecked())
        return Written(
            self.reasons.toPlainText().strip(),
            facts,
            self.intended.text().strip(),
            self.other.text().strip(),
            OUTCOMES[self.outcome.active] if self.outcome.active >= 0 else "",
            rule=self._rule,
            answer_by=self.answer_by.chosen(),
            fully_met=self.fully_met.isChecked(),
            sent_digital=not self.by_letter.isChecked(),
        )

    def _lacks(self) -> str:
        """What must be written first; nothing when all is there."""
        if self._kind in NEEDS and not self.reasons.toPlainText().strip():
            self.reasons.setFocus()
            return self.tr("The reasons are missing.")
        if self._kind == "reevaluation" and self.outcome.active < 0:
            self.outcome.group.buttons()[0].setFocus()
            return self.tr("What it came to is missing.")
        if self._kind == "hearing" and not self.intended.text().strip():
            self.intended.setFocus()
            return self.tr("What is intended is missing.")
        if self._kind == "hearing" and not self.answer_by.chosen():
            self.answer_by.setFocus()
            return self.tr("Until when the citizen may answer is missing.")
        return ""

    @Slot()
    def see(self) -> None:
        """Show the letter; nothing is kept."""
        if all_read(self):
            args = self._course, self._kind, self.written(), language()
            preview(self, tr_letter(self._kind), self._app, writing.preview, *args)

    @Slot()
    def write(self) -> None:
        """Make it, keep it, and show it for printing."""
        if not all_read(self):
            return
        lacks = self._lacks()
        self._wrong.setText(lacks)
        if lacks:
            return
        said = self.tr("Letter: {kind}").format(kind=tr_letter(self._kind))
        args = self._course, self._kind, self.written(), language()
        made = self._app.make(said, writing.make, *args)
        if made:
            self._keeper.done()
            self.accept()
            preview(self._page, tr_letter(self._kind), self._app, writing.copy, made[0])

    def reject(self) -> None:
        """Leave; the draft stays."""
        self._keeper.look()
        super().reject()


def _shown(fact: str) -> str:
    return fact.replace("\t", ": ").replace("&", "&&")
