"""Borgere: find by any part of name, CPR or telephone; then the citizen's own page."""

import uuid

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.citizens import search
from trainer_desktop.services.citizens.search import CitizenCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.citizen_page import CitizenPage
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.rule_words import tr_basis
from trainer_desktop.ui.theme import theme

MOST = 60


@guarded
class CitizensPage(Page):
    """The list, and in front of it the page of the one that was chosen."""

    shows = ("citizen", "course", "course_event")

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._build()
        self._connect()

    def open_citizen(self, citizen_id: uuid.UUID) -> None:
        """Show a citizen's page."""
        self._page.show_citizen(citizen_id)
        self._stack.setCurrentWidget(self._page)

    def shown(self) -> uuid.UUID | None:
        """Whose page is in front; None when the list is."""
        return self._page.citizen if self._stack.currentWidget() is self._page else None

    def show_list(self) -> None:
        """Back to the list."""
        self._stack.setCurrentIndex(0)
        self._words.setFocus()

    def refresh(self) -> None:
        """Read again what is shown."""
        words = self._words.text()
        found = self.app.ask(search.find, words, MOST)
        self._table.cells().show_lines([self._line(card) for card in found])
        whole = self.app.ask(search.count)
        if words:
            shown = self.tr("%n found", "", len(found))
        else:
            shown = self.tr("%Ln citizen(s); those in a course are shown first", "", whole)
        more = self.tr("write more to narrow it down") if len(found) == MOST else ""
        self._bar.say(self.tr("Citizens"), " · ".join(filter(None, (shown, more))))
        self._empty.setVisible(not found)
        self._table.setVisible(bool(found))

    @property
    def words(self) -> QLineEdit:
        """The search field."""
        return self._words

    @property
    def table(self) -> Table:
        """The list."""
        return self._table

    def _build(self) -> None:
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Find by name, CPR or phone"))
        self._words.setAccessibleName(self.tr("Find by name, CPR or phone"))
        self._words.setClearButtonEnabled(True)
        self._words.setFixedWidth(theme.px(320))
        self._words.installEventFilter(self)
        self._new = Button(self.tr("New citizen …"), "plain", icon="plus")
        self._new.clicked.connect(lambda: self.app.citizen_wished.emit(self._words.text()))
        self._bar = TopBar([self._words, self._new])
        columns = [
            Column(self.tr("Citizen"), 0),
            Column(self.tr("Number"), 130),
            Column(self.tr("Age"), 60, True),
            Column(self.tr("Phone"), 130),
            Column(self.tr("Course"), 150),
            Column(self.tr("Responsible"), 100),
            Column(self.tr("Centre"), 190),
        ]
        self._table = Table(
            CellItemModel(columns, self), self.tr("Citizens"), Shape(row=40, pad=24)
        )
        self._empty = Panel("surface")
        self._here = Button(self.tr("Take in a new citizen …"), "primary", icon="plus")
        self._here.clicked.connect(lambda: self.app.citizen_wished.emit(self._words.text()))
        col(
            None,
            row(None, Text(self.tr("Nobody is found"), "heading"), None),
            row(
                None,
                Text(self.tr("Try fewer letters, or the telephone number."), "body", "text-2"),
                None,
            ),
            row(None, self._here, None),
            None,
            gap=6,
            on=self._empty,
        )
        listing = QWidget()
        col(self._bar, (self._table, 1), (self._empty, 1), on=listing)
        self._page = CitizenPage(self.app)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(self._page)
        col(self._stack, on=self)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._search)
        self._words.returnPressed.connect(self._open_first)
        self._table.activated.connect(self._open)
        self._table.doubleClicked.connect(self._open)
        self._page.left.connect(self.show_list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the words into the list."""
        if watched is self._words and isinstance(event, QKeyEvent):
            down = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
            if down and self._table.cells().rowCount():
                self._table.setFocus()
                self._table.selectRow(0)
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _search(self) -> None:
        self.refresh()

    @Slot()
    def _open_first(self) -> None:
        if self._table.cells().rowCount():
            self._open(self._table.cells().index(0, 0))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        card = self._table.cells().thing(index)
        if isinstance(card, CitizenCard):
            self.open_citizen(card.id)

    def _line(self, card: CitizenCard) -> Line:
        basis = tr_basis(card.active) if card.active else ""
        cells = (
            Cell(card.name, CellKind.STRONG),
            Cell(card.number),
            Cell(str(card.age) if card.age is not None else ""),
            Cell(spaced_phone(card.phone)),
            Cell(basis, CellKind.PILL, tone="accent"),
            Cell(card.responsible),
            Cell(card.centre, CellKind.SOFT),
        )
        return Line(cells, card)
