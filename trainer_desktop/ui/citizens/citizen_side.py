"""Beside a citizen's fields: who may be the same person, what the number says, and what is still missing."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.identifiers import BadNumber, NumberKind, parse_personal_number
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.citizens import taking_in
from trainer_desktop.services.citizens.same import AlikeCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.citizen_words import tr_alike, tr_citizen_field
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Icon, Panel, Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.theme import theme


@guarded
class CitizenSide(Panel):
    """Read again whenever something is typed."""

    opened = Signal(object)  # citizen id
    wished = Signal(str)  # a field to go to

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "l")
        self._app = app
        self.setFixedWidth(theme.size("inspector"))
        inner = QWidget()
        self._box = col(gap=8)
        col(self._box, None, margins=(16, 16, 16, 16), on=inner)
        col((scrolling(inner), 1), on=self).setContentsMargins(1, 0, 0, 0)

    def show_facts(self, texts: dict[str, str], alike: list[AlikeCard]) -> None:
        """Show what follows from what is typed."""
        clear(self._box)
        if alike:
            self._alike(alike)
        self._number(texts.get("number", ""))
        lacks = taking_in.lacks(texts)
        if lacks:
            self._box.addWidget(Text(self.tr("Missing, can wait"), "label", "text-2"))
        for name in lacks:
            word = tr_citizen_field(name).replace("&", "")
            go = Button(self.tr("Fill in"), "link", small=True)
            go.setAccessibleName(f"{word}: {go.text()}")
            go.clicked.connect(partial(self.wished.emit, name))
            self._box.addLayout(row(Icon("info", "text-3", 14), Text(word, "body"), None, go))

    def _alike(self, alike: list[AlikeCard]) -> None:
        title = row(
            Icon("warning", "warn", 16), (Text(self.tr("Here already?"), "heading"), 1), gap=6
        )
        self._box.addLayout(title)
        for one in alike:
            age = self.tr("{n} years").format(n=one.age) if one.age is not None else ""
            about = " · ".join(
                p for p in (age, one.number, spaced_phone(one.phone), one.address) if p
            )
            self._box.addWidget(Text(one.name, "strong"))
            self._box.addWidget(Text(about, "small", "text-2", wrap=True, figures=True))
            self._box.addWidget(Text(tr_alike(one.why), "small", "warn-text"))
            go = Button(
                self.tr("Open {name}").format(name=one.name), "plain", small=True, wide=True
            )
            go.clicked.connect(partial(self.opened.emit, one.id))
            self._box.addWidget(go)
        self._box.addWidget(Rule())

    def _number(self, text: str) -> None:
        try:
            number = parse_personal_number(text)
        except BadNumber:
            return
        day = self._app.now().date()
        if number.born > day:
            return
        self._box.addWidget(Text(self.tr("About the number"), "label", "text-2"))
        born = self.tr("Born {day}, {n} years").format(
            day=dates.date_year(number.born), n=number.age_on(day)
        )
        said = [("came", "good", born)]
        if number.kind is not NumberKind.CPR:
            said.append(("info", "text-3", self.tr("A replacement number")))
        elif not number.modulus_11:
            said.append(
                ("info", "text-3", self.tr("Modulus 11 does not hold; that is allowed since 2007"))
            )
        for icon, tone, words in said:
            self._box.addLayout(
                row(Icon(icon, tone, 14), (Text(words, "body", wrap=True), 1), gap=6)
            )
        self._box.addWidget(Rule())
