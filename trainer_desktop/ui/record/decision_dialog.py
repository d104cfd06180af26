"""A decision: what, why, on what facts; where it goes against the citizen, the hearing comes first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.courses.rights import rights
from trainer_desktop.services.courses.rights_cards import Right
from trainer_desktop.services.papers.letter_facts import facts
from trainer_desktop.services.record import decisions
from trainer_desktop.services.record.decisions import HEARD_FIRST, KINDS, Decided
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Check, NumberField, OptionalDateField, labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.record.letter_words import tr_decision
from trainer_desktop.ui.record.wish import Wish
from trainer_desktop.ui.theme import theme

LETTERS = {"grant": "grant", "refusal": "refusal", "end": "end"}


@guarded
class DecisionDialog(CourseDialog):
    """Nothing is chosen beforehand; a person decides."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        self._page = parent
        self.kinds = Segments([tr_decision(kind) for kind in KINDS], self.tr("Decision"), -1)
        self.reasons = QPlainTextEdit()
        self.reasons.setTabChangesFocus(True)
        self.reasons.setFixedHeight(theme.px(88))
        self.trainings, self.minutes = NumberField(0, 200, 0), NumberField(0, 600, 0)
        for number in (self.trainings, self.minutes):
            number.setSpecialValueText(self.tr("As it is"))
        self.authority = QLineEdit()
        self.until = OptionalDateField(None)
        self.wish = Wish(app)
        self.criteria = [Check(word) for word in self._weighed()]
        self.facts = [
            (Check(fact.replace("\t", ": ").replace("&", "&&")), fact)
            for fact in app.ask(facts, course.id)
        ]
        self.letter = Check(self.tr("Write the letter afterwards"))
        self.letter.setChecked(True)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self._figures, self._weigh = QWidget(), QWidget()
        self.lay_out(self.tr("Decision"), *self._parts())
        self.setMinimumWidth(theme.px(600))
        self.save.setText(self.tr("Decide"))
        self.kinds.group.idToggled.connect(self._show_kind)
        self.accepted.connect(self._decided)
        self.wish.answered.connect(self._show_kind)
        self.wish.hearing.connect(self._write_hearing)
        self._show_kind()
        self.kinds.group.buttons()[0].setFocus()

    def _weighed(self) -> tuple[str, ...]:
        """What the standard weighs before it extends a course."""
        lines = self.app.ask(rights, self.course.id).lines
        return next((line.weighs for line in lines if line.right is Right.EXTENSION), ())

    def _parts(self) -> list[QWidget]:
        before = self.app.ask(decisions.decisions, self.course.id)
        said = [
            f"{dates.date_year(one.day)} · {tr_decision(one.kind)} · {one.decided_by}: {one.reason}"
            for one in before
        ]
        row(
            col(*labelled(self.tr("&Trainings"), self.trainings), gap=4),
            col(*labelled(self.tr("&Minutes each"), self.minutes), gap=4),
            col(*labelled(self.tr("Decided &by, at the authority"), self.authority), gap=4),
            on=self._figures,
        )
        col(
            Text(self.tr("Weighed, as the standard says"), "label", "text-2"),
            *self.criteria,
            4,
            *labelled(self.tr("E&xtended until, where the standard gives no length"), self.until),
            gap=4,
            on=self._weigh,
        )
        chosen = QWidget()
        row(self.kinds, None, on=chosen)
        why = QWidget()
        col(*labelled(self.tr("&Reasons"), self.reasons), gap=4, on=why)
        listed: list[QWidget] = []
        if self.facts:
            listed = [
                Text(self.tr("On what facts"), "label", "text-2"),
                *(b for b, _f in self.facts),
            ]
        earlier = [Text("\n".join(said), "small", "text-2", wrap=True)] if said else []
        parts = [*earlier, chosen, self._figures, self._weigh, why, *listed, self.wish]
        return [*parts, self.letter, self._wrong]

    @property
    def kind(self) -> str:
        """The decision that is chosen; nothing while none is."""
        return KINDS[self.kinds.active] if self.kinds.active >= 0 else ""

    @Slot()
    def _show_kind(self) -> None:
        self._figures.setVisible(self.kind in ("grant", "change", "extra"))
        self._weigh.setVisible(self.kind == "extension")
        heard = self.kind in HEARD_FIRST
        self.wish.setVisible(heard)
        first = self.wish.judge(self.course.id, self.decided()) if heard else ""
        self.letter.setVisible(self.kind in LETTERS)
        self._wrong.setText(first)
        self.save.setEnabled(bool(self.kind) and not first)
        self.adjustSize()

    def decided(self) -> Decided:
        """What stands in the fields."""
        return Decided(
            self.kind or "grant",
            self.reasons.toPlainText().strip(),
            tuple(fact for box, fact in self.facts if box.isChecked()),
            tuple(box.text() for box in self.criteria if box.isChecked()),
            self.trainings.value() or None,
            self.minutes.value() or None,
            self.authority.text().strip(),
            against=not self.wish.agrees,
            known=self.wish.knows,
            until=self.until.chosen(),
        )

    @Slot()
    def _write_hearing(self) -> None:
        self.reject()
        dialog = LetterDialog(self.app, self.course.id, "hearing", self._page)
        dialog.begin(self.reasons.toPlainText().strip())
        dialog.open()

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Decide; the letter is written afterwards."""
        if not self.reasons.toPlainText().strip():
            self._wrong.setText(self.tr("The reasons are missing."))
            self.reasons.setFocus()
            return None
        if self.kind in HEARD_FIRST and self.wish.open:
            self._wrong.setText(self.tr("Does the citizen agree?"))
            self.wish.against.group.buttons()[0].setFocus()
            return None
        said = self.tr("Decision: {kind}, {name}").format(
            kind=tr_decision(self.kind), name=self.name
        )
        return said, partial(decisions.decide, course_id=self.course.id, decided=self.decided())

    @Slot()
    def _decided(self) -> None:
        """The letter, once it is decided."""
        if self.letter.isChecked() and self.kind in LETTERS:
            self._write_letter(LETTERS[self.kind])

    def _write_letter(self, kind: str) -> None:
        dialog = LetterDialog(self.app, self.course.id, kind, self._page)
        dialog.begin(self.reasons.toPlainText())
        chosen = {fact for box, fact in self.facts if box.isChecked()}
        for box, fact in dialog.facts:
            box.setChecked(fact in chosen)
        dialog.open()
