"""Adgangslog: look-ups that are out of the ordinary, and what a manager found when she asked."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.rules.rights import Right
from trainer_desktop.services.store import looking
from trainer_desktop.services.store.looking import UnusualLook
from trainer_desktop.ui import dates
from trainer_desktop.ui.access_words import tr_unusual
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.parts.table import Shape, Table


@guarded
class AccessPart(QWidget):
    """The last thirty days; each may have a good reason."""

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        columns = [
            Column(self.tr("When"), 150),
            Column(self.tr("Who"), 200),
            Column(self.tr("Saw"), 0),
            Column(self.tr("Why it is shown"), 220),
        ]
        self.table = Table(CellItemModel(columns, self), self.tr("Unusual look-ups"), Shape(row=48))
        self.said = QLineEdit()
        self.said.setMaxLength(500)
        self.good = Button(self.tr("It was in order"), "primary", key="↵")
        self._note = Text("", "small", "text-2", wrap=True)
        why = self.tr(
            "Own name, a colleague, the same family name, no course here. They may have a good reason: ask. Everything of one citizen is shown from the citizen's page."
        )
        word, field = labelled(self.tr("&What the colleague said"), self.said)
        col(
            Text(self.tr("Look-ups that are out of the ordinary"), "title", wrap=True),
            Text(why, "small", "text-2", wrap=True),
            (self.table, 1),
            word,
            row((field, 1), self.good, gap=8),
            self._note,
            gap=8,
            margins=(24, 16, 24, 20),
            on=self,
        )
        self.good.clicked.connect(self.answer)
        self.said.returnPressed.connect(self.answer)

    def refresh(self) -> None:
        """Look again."""
        if not self._app.may(Right.ACCESS_LOG):
            self._note.setText(self.tr("Only a manager sees the access log."))
            self.table.cells().show_lines([])
            self.good.setEnabled(False)
            return
        self._app.ask_later(self, self._show, looking.unusual_looks)

    def _show(self, every: list[UnusualLook]) -> None:
        lines = [
            Line(
                (
                    Cell(
                        f"{dates.short_date(one.at.date())} {dates.clock(one.at)}",
                        CellKind.TWO_LINES,
                        one.place,
                    ),
                    Cell(one.name, CellKind.TWO_LINES, one.login),
                    Cell(one.citizen, CellKind.STRONG),
                    Cell(tr_unusual(one.why), CellKind.STATE, tone="warn", icon="warning"),
                ),
                one,
            )
            for one in every
        ]
        with QSignalBlocker(self.table.selectionModel()):
            self.table.cells().show_lines(lines)
            if lines:
                self.table.selectRow(0)
        self._note.setText("" if every else self.tr("Nothing out of the ordinary in thirty days."))
        self.good.setEnabled(bool(every))

    @Slot()
    def answer(self) -> None:
        """Write down why it was in order."""
        one = self.table.cells().thing(self.table.currentIndex())
        if not isinstance(one, UnusualLook):
            return
        if not self.said.text().strip():
            self._note.setText(self.tr("Write what the colleague said."))
            self.said.setFocus()
            return
        text = self.tr("Look-up in order")
        if self._app.do(text, looking.in_order, one.seq, self.said.text()):
            self.said.clear()
            self.refresh()
