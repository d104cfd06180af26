"""The standard for each legal basis, and the 17 places where the standards leave a choice, each with its reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services.registers import choices
from trainer_desktop.services.registers.choices import BasisCard, SettingCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Pill, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, labelled
from trainer_desktop.ui.rule_words import tr_basis, tr_basis_name
from trainer_desktop.ui.setup.points_box import PointsBox
from trainer_desktop.ui.theme import theme


@guarded
class ChoicesPanel(QWidget):
    """Each is saved when it is chosen, and can be undone."""

    changed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        self._now: dict[str, str] = {}  # what each choice is, while the panel stays as it is
        self._pills: dict[str, Pill] = {}
        self._box = col(gap=12)
        col(self._box, None, margins=(24, 20, 24, 20), on=self)
        self.refresh()

    def refresh(self) -> None:
        """Read what is chosen."""
        clear(self._box)
        self._box.addWidget(
            Text(self.tr("Which quality standard do you go by?"), "title", wrap=True)
        )
        note = self.tr(
            "It sets deadlines, cancellations, re-evaluations and packages. Courses that run keep theirs."
        )
        self._box.addWidget(Text(note, "body", "text-2", wrap=True))
        for card in self._app.ask(choices.bases):
            self._box.addWidget(self._basis(card))
        more = Button(self.tr("Read the standards, or add your own …"), "link", icon="setup")
        more.clicked.connect(self._open_standards)
        self._box.addLayout(row(more, None))
        self._box.addWidget(Rule())
        self._box.addWidget(Text(self.tr("Where the standards leave a choice"), "title", wrap=True))
        for one in self._app.ask(choices.settings):
            self._box.addWidget(self._setting(one))
        self._box.addWidget(Rule())
        self._box.addWidget(PointsBox(self._app))

    def _basis(self, card: BasisCard) -> QWidget:
        box, choice = QWidget(), Choice()
        choice.addItem(self.tr("None"))
        for one in card.choices:
            about = self.tr("{n} rules, {m} examples").format(n=one.rules, m=one.examples)
            choice.addItem(f"{one.title} · {one.version} · {about}")
        ids = ["", *(one.id for one in card.choices)]
        choice.setCurrentIndex(ids.index(card.chosen) if card.chosen in ids else 0)
        word = f"{tr_basis(card.basis)} · {tr_basis_name(card.basis)}"
        col(*labelled(word, choice), gap=4, on=box)
        choice.setAccessibleName(word)
        choice.activated.connect(lambda at, basis=card.basis: self._choose(basis, ids[at]))
        return box

    def _choose(self, basis: str, name: str) -> None:
        said = self.tr("Standard for {basis}").format(basis=tr_basis(basis))
        if self._app.do(said, choices.choose_standard, basis, name):
            self.changed.emit()
        else:
            self.refresh()  # what was refused is not shown as chosen

    def _setting(self, one: SettingCard) -> QWidget:
        box = QWidget()
        edit = self._editor(one)
        edit.setAccessibleName(one.reason)
        edit.setAccessibleDescription(one.reason)
        pill = self._pills[one.name] = Pill(self.tr("Chosen here"), "accent")
        if not one.chosen:
            pill.hide()
        self._now[one.name] = one.value
        col(
            row(
                Text(f"{one.number}.", "strong", "text-3"), (Text(one.reason, "body", wrap=True), 1)
            ),
            row(edit, pill, None),
            gap=6,
            margins=(0, 0, 0, 8),
            on=box,
        )
        return box

    def _editor(self, one: SettingCard) -> QWidget:
        if one.choices:
            choice = Choice()
            values = list(dict.fromkeys(v for v in (one.default, *one.choices) if v))
            for value in values:
                usual = self.tr("{value} (as it is)").format(value=self._words(value))
                choice.addItem(usual if value == one.default else self._words(value))
            choice.setCurrentIndex(values.index(one.value) if one.value in values else 0)
            choice.setEnabled(len(values) > 1)
            choice.setMinimumWidth(theme.px(260))
            choice.activated.connect(lambda at: self._answer(one, values[at]))
            return choice
        line = QLineEdit(one.value)
        line.setMinimumWidth(theme.px(260))
        line.setPlaceholderText(self.tr("Nothing is chosen"))
        line.editingFinished.connect(lambda: self._answer(one, line.text()))
        return line

    def _words(self, value: str) -> str:
        return {
            "ja": self.tr("Yes"),
            "nej": self.tr("No"),
            "as_written": self.tr("As it is written"),
            "window": self.tr("By the clock"),
            "before_start": self.tr("Before the training begins"),
            "calendar": self.tr("The calendar day"),
            "hverdag": self.tr("The working day"),
            "longest": self.tr("The longest duration"),
            "reevaluate": self.tr("A re-evaluation"),
            "warn": self.tr("Warn"),
            "offered": self.tr("When it is offered"),
            "not_offered": self.tr("Is not offered"),
            "begun": self.tr("When it has begun"),
            "person": self.tr("A person answers"),
            "all": self.tr("All points"),
            "any": self.tr("Any point"),
        }.get(value, value)

    def _answer(self, one: SettingCard, text: str) -> None:
        if text == self._now[one.name]:
            return
        said = self.tr("Choice {n}").format(n=one.number)
        if self._app.do(said, choices.choose_setting, one.name, text):
            self._now[one.name] = text
            self._pills[one.name].setVisible(text not in ("", one.default))
            self.changed.emit()
        else:
            self.refresh()

    def _open_standards(self) -> None:
        from trainer_desktop.ui.standards_dialog import StandardsDialog

        StandardsDialog(self._app, self).open()
