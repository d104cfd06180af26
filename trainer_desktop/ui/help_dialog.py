"""Every key and what it does, read from the actions themselves so that it cannot be out of date."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.theme import theme


def plain(action: QAction) -> str:
    """An action's words without the mark of its letter."""
    return action.text().replace("&", "").removesuffix(" …")


class HelpDialog(QDialog):
    """The keys, group by group."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[QAction]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        columns = [Column(self.tr("What it does")), Column(self.tr("Key"), 190)]
        self.table = Table(
            CellItemModel(columns, self), self.tr("Keys"), Shape(row=30, head=28, pad=8)
        )
        lines: list[Line] = []
        for title, actions in groups:
            keyed = [one for one in actions if not one.shortcut().isEmpty()]
            if keyed:
                lines.append(Line((Cell(title, CellKind.GROUP),)))
                lines += [Line((Cell(plain(one)), Cell(_keys(one))), one) for one in keyed]
        for title, keys in self._keys_without_actions():
            lines.append(Line((Cell(title, CellKind.GROUP),)))
            lines += [Line((Cell(words), Cell(key))) for words, key in keys]
        self.table.cells().show_lines(lines)
        close = Button(self.tr("Close"), "primary", key="Esc")
        close.clicked.connect(self.accept)
        note = self.tr("Ctrl+K finds citizens, days and everything the program can do.")
        col(
            Text(self.tr("Keys"), "heading"),
            Text(note, "body", "text-2", wrap=True),
            (self.table, 1),
            row(None, close),
            gap=10,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.resize(theme.px(520), theme.px(600))

    def _keys_without_actions(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What a page takes by itself, where the keyboard is on it."""
        calendar = [
            (self.tr("To the next training or free time"), self.tr("Arrows")),
            (self.tr("Open the training, or book the free time"), self.tr("Enter")),
            (self.tr("Move the training one step"), self.tr("Ctrl + arrows")),
            (self.tr("Longer or shorter"), self.tr("Ctrl + Shift + up or down")),
            (self.tr("A week back or on"), self.tr("PgUp, PgDn")),
            (self.tr("Four weeks back or on"), self.tr("Shift + PgUp, PgDn")),
            (self.tr("Today"), self.tr("Home")),
        ]
        anywhere = [
            (self.tr("Close what is in front, or leave the panel"), self.tr("Esc")),
            (self.tr("Carry out: book the plan, the absence, the decision"), self.tr("Ctrl+Enter")),
            (self.tr("The rest came, on a team's list"), "R"),
        ]
        return [
            (self.tr("With the keyboard on the calendar"), calendar),
            (self.tr("On every page"), anywhere),
        ]


def _keys(action: QAction) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(shown) for key in action.shortcuts())
