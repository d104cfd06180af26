"""Fetching a register from CSV: each line with what it would do, before anything is written; every line or none."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.services.registers import sheet
from trainer_desktop.services.registers.register import Register
from trainer_desktop.services.registers.sheet import Does, LineCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.setup.register_words import tr_field, tr_register
from trainer_desktop.ui.theme import theme

TONES = {
    Does.NEW: ("good", "plus"),
    Does.CHANGED: ("accent", "note"),
    Does.SAME: ("done", "check"),
    Does.WRONG: ("bad", "refused"),
}


@guarded
class SheetDialog(QDialog):
    """Opened on a file that was read."""

    def __init__(
        self,
        app: AppContext,
        register: Register,
        lines: list[LineCard],
        file: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._app, self._register, self._lines = app, register, lines
        self._seen = app.saw()
        self.setWindowTitle(self.tr("Fetch from CSV"))
        columns = [
            Column(self.tr("Line"), 60, right=True),
            Column(self.tr("What it does"), 130),
            Column(self.tr("Which"), 200),
            Column(self.tr("What")),
        ]
        model = CellItemModel(columns, self)
        table = Table(model, self.tr("Lines of the file"), Shape(row=36))
        model.show_lines([self._line(one) for one in lines])
        counts = {does: sum(one.does is does for one in lines) for does in Does}
        said = self.tr("{new} new, {changed} changed, {same} as before, {wrong} cannot be taken")
        words = said.format(
            new=counts[Does.NEW],
            changed=counts[Does.CHANGED],
            same=counts[Does.SAME],
            wrong=counts[Does.WRONG],
        )
        self.save = Button(self.tr("Write"), "primary", key="↵")
        self.save.setEnabled(
            not counts[Does.WRONG] and bool(counts[Does.NEW] + counts[Does.CHANGED])
        )
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        whole = col(
            Text(f"{tr_register(register.key)} · {file.name}", "heading"),
            Text(words, "body", "text-2", wrap=True),
            (table, 1),
            row(None, cancel, self.save),
            gap=12,
            margins=(20, 20, 20, 16),
            on=self,
        )
        whole.setStretch(2, 1)
        self.resize(theme.px(760), theme.px(520))
        self.save.clicked.connect(self._write)
        cancel.clicked.connect(self.reject)

    def _line(self, one: LineCard) -> Line:
        tone, icon = TONES[one.does]
        words = {
            Does.NEW: self.tr("New"),
            Does.CHANGED: self.tr("Changed"),
            Does.SAME: self.tr("As before"),
            Does.WRONG: self.tr("Cannot be"),
        }[one.does]
        if one.wrong:
            name = str(one.wrong.facts.get("field", ""))
            field = tr_field(name).replace("&", "") if name else ""
            what = ": ".join(p for p in (field, tr_refused(one.wrong)[0]) if p)
        else:
            what = ", ".join(text for text in one.texts.values() if text)
        cells = (
            Cell(str(one.number)),
            Cell(words, CellKind.STATE, tone=tone, icon=icon),
            Cell(one.title, CellKind.STRONG),
            Cell(what, CellKind.SOFT),
        )
        return Line(cells, one)

    @Slot()
    def _write(self) -> None:
        text = self.tr("Fetched from CSV: {what}").format(what=tr_register(self._register.key))
        if self._app.do_as_seen(self._seen, text, sheet.take, self._register, self._lines):
            self.accept()
