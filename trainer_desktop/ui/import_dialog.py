"""Moving in: choose the export's folder, see what it would do, then do it; with progress and a stop."""

from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from trainer_desktop import paths
from trainer_desktop.services import Store, importing
from trainer_desktop.services.importing import Conflict, Report, Stopped, Unreadable
from trainer_desktop.services.standards.catalogue import known_to, standards_here
from trainer_desktop.services.store import keeping
from trainer_desktop.services.store.trouble import os_words
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import Choice
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.rule_words import tr_basis
from trainer_desktop.ui.theme import theme

BASES = ("SEL86.1", "SEL86.2", "SUL140")
LIKELY = {
    "SEL86.1": "ishoj-vallensbaek-86-1",
    "SEL86.2": "vesthimmerland-86-2",
    "SUL140": "aalborg-140",
}


class ImportDialog(QDialog):
    """The same import as on the command line, with a preview."""

    _stepped = Signal(str, int, int)
    _broken = Signal()

    def __init__(self, app: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.app = app
        self._folder: Path | None = None
        self._report: Report | None = None
        self._choices: dict[str, bool] = {}
        self._aside: Path | None = None
        self._stop = Event()
        self.setWindowTitle(self.tr("Import from the old system"))
        self._build()
        self._stepped.connect(self._show_step)
        self._broken.connect(self._show_broken)

    def choose(self, folder: Path) -> None:
        """Look at a folder."""
        self._folder = folder
        self._choices = {}
        self._where.setText(str(folder))
        self._look()

    def _build(self) -> None:
        self._where = Text(self.tr("No folder is chosen"), "body", "text-2")
        pick = Button(self.tr("Choose the folder …"), "plain")
        pick.clicked.connect(self._pick)
        self._standards: dict[str, Choice] = {}
        known = self.app.ask(standards_here)
        rules = row(gap=12)
        for basis in BASES:
            box = Choice(tr_basis(basis))
            fitting = [s for s, e in known.items() if basis in e[0].standard.bases]
            box.addItems(fitting)
            box.setCurrentText(LIKELY[basis] if LIKELY[basis] in fitting else fitting[0])
            label = Text(tr_basis(basis), "label", "text-2")
            label.setBuddy(box)
            self._standards[basis] = box
            rules.addLayout(col(label, box, gap=4))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.px(6))
        self._bar.setAccessibleName(self.tr("Progress"))
        self._said = Text(
            self.tr("Nothing is written before you say so."), "body", "text-2", wrap=True
        )
        columns = [
            Column(self.tr("File"), 130),
            Column(self.tr("Line"), 70, True),
            Column(self.tr("Why"), 0),
        ]
        shape = Shape(row=30, head=28, pad=8)
        self._table = Table(CellItemModel(columns, self), self.tr("Set aside and doubtful"), shape)
        self._table.setMinimumHeight(theme.px(220))
        self._do = Button(self.tr("Import"), "primary")
        self._do.setEnabled(False)
        self._do.clicked.connect(self._write)
        self._save = Button(self.tr("Save what was set aside …"), "plain")
        self._save.setEnabled(False)
        self._save.clicked.connect(self._save_rest)
        self._choose = Button(self.tr("Take the export's"), "plain")
        self._choose.setEnabled(False)
        self._choose.clicked.connect(self._choose_other)
        self._table.selectionModel().currentRowChanged.connect(lambda *_: self._name_choice())
        self._halt = Button(self.tr("Stop"), "plain")
        self._halt.setEnabled(False)
        self._halt.clicked.connect(self._stop.set)
        close = Button(self.tr("Close"), "plain", key="Esc")
        close.clicked.connect(self.reject)
        col(
            row(pick, self._where, None),
            rules,
            self._bar,
            self._said,
            (self._table, 1),
            row(self._save, self._choose, None, close, self._halt, self._do),
            gap=12,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.resize(theme.px(720), theme.px(560))

    @Slot()
    def _pick(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("The folder of the export"))
        if chosen:
            self.choose(Path(chosen))

    def _look(self) -> None:
        self._run(dry_run=True)

    @Slot()
    def _write(self) -> None:
        self._run(dry_run=False)

    def _run(self, *, dry_run: bool) -> None:
        folder = self._folder
        if folder is None:
            return
        chosen = {basis: box.currentText() for basis, box in self._standards.items()}
        self._stop.clear()
        self._busy(True)

        choices = dict(self._choices)

        def work(store: Store) -> Report | str:
            aside = _aside_file(store)

            def before_commit(report: Report) -> None:
                if report.set_aside:
                    aside.parent.mkdir(parents=True, exist_ok=True)
                    importing.write_part(aside, report.set_aside)

            try:
                if not dry_run:
                    keeping.copy_before(store, self.app.settings)
                report = importing.run_import(
                    store,
                    folder,
                    chosen,
                    known_to(store),
                    dry_run=dry_run,
                    choices=choices,
                    progress=self._progress,
                    before_commit=before_commit,
                )
                self._aside = None
                if report.set_aside and not dry_run:
                    self._aside = aside.with_name(f"{aside.name}.part").rename(aside)
            except Unreadable as trouble:
                return str(trouble)
            except OSError as wrong:
                return f"{aside}: {os_words(wrong)}"
            except Stopped:
                return ""
            except BaseException:
                self._broken.emit()
                raise
            return report

        self.app.run_later(self, lambda answer: self._show(answer, dry_run=dry_run), work)

    def _progress(self, what: str, done: int, of: int) -> bool:
        self._stepped.emit(what, done, of)
        return not self._stop.is_set()

    @Slot(str, int, int)
    def _show_step(self, _what: str, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    @Slot()
    def _show_broken(self) -> None:
        self._busy(False)
        self._do.setEnabled(False)
        self._said.setText(self.tr("Something went wrong. Nothing has been written."))

    def _busy(self, busy: bool) -> None:
        self._halt.setEnabled(busy)
        self._do.setEnabled(not busy)
        self._bar.setRange(0, 0 if busy else 1)

    def _show(self, answer: Report | str, *, dry_run: bool) -> None:
        self._busy(False)
        self._bar.setValue(0 if dry_run else 1)
        if isinstance(answer, str):
            self._do.setEnabled(False)
            self._said.setText(answer or self.tr("Stopped. Nothing has been written."))
            return
        self._report = answer
        counts = answer.counts
        said = self.tr(
            "{new} new, {changed} changed, {same} unchanged; {aside} set aside, {clashes} to look at."
        )
        text = said.format(
            new=sum(counts.taken.values()),
            changed=sum(counts.updated.values()),
            same=sum(counts.unchanged.values()),
            aside=len(answer.set_aside),
            clashes=len(answer.clashes),
        )
        gone = sum(counts.gone.values())
        if gone:
            text += " " + self.tr(
                "%n row(s) of an earlier export are gone; they stay here.", "", gone
            )
        would = self.tr("This is what it would do:") if dry_run else self.tr("This was done:")
        if answer.conflicts:
            text += " " + self.tr(
                "%n value(s) were changed both here and there; choose in the list.",
                "",
                len(answer.conflicts),
            )
        if self._aside:
            text += " " + self.tr("What was set aside lies in {file}.").format(file=self._aside)
        self._said.setText(f"{would} {text}")
        lines = [
            Line((Cell(self.tr("The files")), Cell(""), Cell(said, CellKind.SOFT)), said)
            for said in answer.said
        ]
        lines += [self._conflict_line(one) for one in answer.conflicts]
        lines += [
            Line((Cell(s.row.file), Cell(str(s.row.line)), Cell(s.reason, CellKind.SOFT)), s)
            for s in answer.set_aside
        ]
        lines += [
            Line(
                (Cell(c.file), Cell(", ".join(map(str, c.lines))), Cell(c.what, CellKind.SOFT)),
                c,
            )
            for c in answer.clashes
        ]
        self._table.cells().show_lines(lines)
        self._save.setEnabled(bool(answer.set_aside))
        self._do.setEnabled(dry_run)
        if not dry_run:
            self.app.heard()

    def _conflict_line(self, one: Conflict) -> Line:
        if not one.here:
            why = one.what
        else:
            keeps = self.tr("{what}: «{here}» stays; the export has «{export}»")
            takes = self.tr("{what}: «{export}» is taken from the export; here it was «{here}»")
            chosen = takes if self._choices.get(one.id) else keeps
            why = chosen.format(what=one.what, here=one.here, export=one.export)
        return Line((Cell(one.file), Cell(str(one.line)), Cell(why)), one)

    def _conflict(self) -> Conflict | None:
        thing = self._table.cells().thing(self._table.currentIndex())
        return thing if isinstance(thing, Conflict) and thing.here else None

    def _name_choice(self) -> None:
        one = self._conflict()
        self._choose.setEnabled(one is not None and self._do.isEnabled())
        takes = one is not None and self._choices.get(one.id, False)
        self._choose.setText(
            self.tr("Keep what is here") if takes else self.tr("Take the export's")
        )

    @Slot()
    def _choose_other(self) -> None:
        one = self._conflict()
        if one is None:
            return
        at = self._table.currentIndex().row()
        self._choices[one.id] = not self._choices.get(one.id, False)
        lines = list(self._table.cells().lines)
        lines[at] = self._conflict_line(one)
        self._table.cells().show_lines(lines)
        self._table.selectRow(at)
        self._name_choice()

    @Slot()
    def _save_rest(self) -> None:
        name = self.tr("Set aside") + ".csv"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save what was set aside"), name, "CSV (*.csv)"
        )
        if chosen and self._report:
            try:
                paths.write_whole(Path(chosen), importing.set_aside_csv(self._report))
            except OSError as wrong:
                self._said.setText(f"{chosen}: {os_words(wrong)}")


def _aside_file(store: Store) -> Path:
    """Where what is set aside is written: beside the database, under its moment."""
    folder = store.file.parent if store.file else paths.data_folder()
    return folder / "sat-til-side" / f"{datetime.now().astimezone():%Y-%m-%d %H.%M.%S}.csv"
