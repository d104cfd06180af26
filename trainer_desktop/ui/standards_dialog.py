"""The standards a centre can go by: those it has, and a file of its own taken into use."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QLayout, QPlainTextEdit, QWidget

from trainer_desktop.rules.standard import Standard
from trainer_desktop.services import Work
from trainer_desktop.services.standards import catalogue, files
from trainer_desktop.services.standards.checking import Checked, CheckedExample
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import OptionalDateField, all_read, labelled
from trainer_desktop.ui.rule_words import tr_basis
from trainer_desktop.ui.theme import theme


class StandardsDialog(QDialog):
    """Each edition in a line; below them, a file is checked and taken into use from a day."""

    def __init__(self, app: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.app = app
        self.setWindowTitle(self.tr("Standards"))
        inner = QWidget()
        self._list = col(gap=8, margins=(0, 0, 8, 0), on=inner)
        scroll = scrolling(inner)
        scroll.setAccessibleName(self.tr("The standards"))
        self.since = OptionalDateField(None)
        self.since.setPlaceholderText(self.tr("the day in the file"))
        label, _field = labelled(self.tr("In use &from"), self.since)
        take = Button(self.tr("Take a file into use …"), "primary")
        take.clicked.connect(self._choose)
        close = Button(self.tr("Close"), "plain", key="Esc")
        close.clicked.connect(self.reject)
        self.said = QPlainTextEdit()
        self.said.setReadOnly(True)
        self.said.setAccessibleName(self.tr("What the check found"))
        self.said.setMaximumHeight(theme.px(160))
        self.said.hide()
        col(
            Text(self.tr("Standards"), "heading"),
            (scroll, 1),
            self.said,
            row(label, self.since, None, take, close, gap=8),
            gap=10,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.resize(theme.px(760), theme.px(560))
        self._fill()

    def _fill(self) -> None:
        clear(self._list)
        known = self.app.ask(catalogue.catalogue)
        own = self.app.ask(catalogue.own)
        for editions in known.editions.values():
            for edition in editions:
                about = edition.standard
                self._list.addLayout(self._edition(edition, (about.id, about.version) in own))
                self._list.addWidget(Rule())
        for problem in known.left_out:
            said = self.tr("Not used: {why}").format(why=problem)
            self._list.addWidget(Text(said, "body", "warn-text", wrap=True))
        self._list.addStretch(1)

    def _edition(self, edition: Standard, own: bool) -> QLayout:
        about = edition.standard
        since = self.tr("no date")
        if about.valid_from:
            since = self.tr("from {day}").format(day=dates.date_year(about.valid_from))
        facts = self.tr("{municipality} · version {version} · {since} · {bases}").format(
            municipality=about.municipality,
            version=about.version,
            since=since,
            bases=", ".join(tr_basis(b) for b in about.bases),
        )
        rules = self.tr("%n rule(s)", "", len(edition.rules()))
        examples = self.tr("%n worked example(s)", "", len(edition.example))
        where = self.tr("taken into use here") if own else self.tr("comes with the program")
        words = col(
            Text(about.title, "strong", wrap=True),
            Text(facts, "small", "text-2", wrap=True),
            Text(f"{about.id} · {rules} · {examples} · {where}", "small", "text-3", wrap=True),
            gap=1,
        )
        line = row(gap=8)
        line.addLayout(words, 1)
        if own:
            out = Button(self.tr("Take out"), "plain", small=True)
            out.setAccessibleName(f"{out.text()}: {about.title}, {about.version}")
            out.clicked.connect(partial(self._remove, about.id, about.version))
            line.addWidget(out)
        return line

    def _remove(self, name: str, version: str, _on: bool = False) -> None:
        text = self.tr("Standard taken out: {name} {version}").format(name=name, version=version)
        if self.app.do(text, catalogue.remove, name, version):
            self._fill()

    @Slot()
    def _choose(self) -> None:
        if not all_read(self):
            return
        chosen, _filter = QFileDialog.getOpenFileName(
            self, self.tr("The standard's file"), "", self.tr("Standards (*.toml)")
        )
        if chosen:
            self.take(Path(chosen))

    def take(self, file: Path) -> None:
        """Check a file, and keep it when it holds; else say everything that is wrong with it."""
        read = files.read_file(file)
        if read.problems:
            self._say(Checked(problems=list(read.problems)))
            return
        found: list[Checked] = []
        since = self.since.chosen()

        def keep(work: Work, text: str, name: str, day: date | None) -> None:
            found.append(catalogue.add(work, text, name, day))

        text = self.tr("Standard taken into use: {name}").format(name=read.name)
        if self.app.do(text, keep, read.text, read.name, since) and found:
            self._say(found[0])
            self._fill()

    def _say(self, checked: Checked) -> None:
        failed = [one for one in checked.examples if not one.holds]
        lines = [str(problem) for problem in checked.problems]
        lines += [line for one in failed for line in self._failed(one)]
        if not lines:
            lines = [self.tr("%n example(s) held. It is in use.", "", len(checked.examples))]
            lines += [self.tr("{file} has no example.").format(file=f) for f in checked.without]
        self.said.setPlainText("\n".join(lines))
        self.said.show()
        self.said.setFocus()

    def _failed(self, one: CheckedExample) -> list[str]:
        said = self.tr("«{name}» does not hold: {key} should be {expected}, and is {got}.")
        return [
            said.format(
                name=one.example.name,
                key=failure.key,
                expected=_plainly(failure.expected),
                got=_plainly(failure.got),
            )
            for failure in one.failures
        ]


def _plainly(value: object) -> str:
    """A value as a person writes it, not as Python does."""
    match value:
        case list() | tuple():
            return ", ".join(_plainly(one) for one in value) or "[]"
        case dict():
            return ", ".join(f"{key} = {_plainly(one)}" for key, one in value.items())
        case bool():
            return "true" if value else "false"
        case date():
            return dates.date_year(value)
        case None:
            return "none"
    return str(value)
