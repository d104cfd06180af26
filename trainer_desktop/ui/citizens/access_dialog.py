"""Who has seen and changed what of one citizen: filtered by days, user and kind, and printed."""

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.services.papers import access
from trainer_desktop.services.store import looking
from trainer_desktop.services.store.looking import AccessLine
from trainer_desktop.ui import dates
from trainer_desktop.ui.access_words import tr_seen, tr_unusual
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import Choice, DateField, all_read, labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.right_words import tr_role
from trainer_desktop.ui.theme import theme

KINDS = (None, False, True)  # both, looks, changes
QUARTER = timedelta(days=92)


@guarded
class AccessDialog(QDialog):
    """The newest first; unusual look-ups say why."""

    def __init__(self, app: AppContext, card: CitizenPageCard, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._app, self._card = app, card
        self.setWindowTitle(self.tr("Access log"))
        today = app.now().date()
        self.first, self.last = DateField(today - QUARTER, today), DateField(today, today)
        self.who = Choice(self.tr("Who"))
        self.who.addItem(self.tr("Everybody"), "")
        self.kind = Segments(
            [self.tr("Looks and changes"), self.tr("Looks"), self.tr("Changes")],
            self.tr("Which"),
            0,
        )
        self._sum = Text("", "small", "text-2", wrap=True)
        columns = [
            Column(self.tr("When"), 150),
            Column(self.tr("Who"), 200),
            Column(self.tr("What"), 0),
            Column(self.tr("Workstation"), 150),
            Column(self.tr("Why it is shown"), 190),
        ]
        self.table = Table(CellItemModel(columns, self), self.tr("Access log"), Shape(row=44))
        self._print = Button(self.tr("Print"), "plain", icon="print", key="Ctrl+P")
        self._print.setShortcut("Ctrl+P")
        close = Button(self.tr("Close"), "primary", key="Esc")
        close.clicked.connect(self.reject)
        days = [
            col(*labelled(word, field), gap=2)
            for word, field in (
                (self.tr("&From"), self.first),
                (self.tr("&To"), self.last),
                (self.tr("&Who"), self.who),
            )
        ]
        col(
            Text(self.tr("Access log: {name}").format(name=card.name), "heading", wrap=True),
            row(*days, None, gap=10),
            row(self.kind, None, self._sum),
            (self.table, 1),
            row(None, self._print, close, gap=8),
            gap=10,
            margins=(20, 18, 20, 16),
            on=self,
        )
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(980), room.width() - 40), min(theme.px(640), room.height() - 60))
        self.first.dateChanged.connect(self.refresh)
        self.last.dateChanged.connect(self.refresh)
        self.who.currentIndexChanged.connect(self.refresh)
        self.kind.group.idToggled.connect(self.refresh)
        self._print.clicked.connect(self.print_it)
        self.refresh()

    def _wanted(self) -> tuple[str, bool | None]:
        return str(self.who.currentData() or ""), KINDS[max(0, self.kind.active)]

    @Slot()
    def refresh(self) -> None:
        """Read it again, off the GUI thread."""
        if not all_read(self):
            return
        first, last = self.first.day(), self.last.day()
        if first > last:
            self._sum.setText(self.tr("The first day is after the last."))
            return
        key, (login, changes) = self._card.id, self._wanted()
        self._app.ask_later(
            self,
            self._show,
            lambda w: looking.log(w, key, first, last, login=login, changes=changes),
        )

    def _show(self, every: list[AccessLine]) -> None:
        known = {self.who.itemData(n) for n in range(self.who.count())}
        for login, name in sorted({(one.login, one.name) for one in every}):
            if login not in known:
                self.who.addItem(f"{login} · {name}", login)
        people = len({one.login for one in every})
        strange = sum(one.unusual is not None for one in every)
        said = self.tr("{n} looks and changes by {people} people, {strange} out of the ordinary")
        self._sum.setText(said.format(n=len(every), people=people, strange=strange))
        self.table.cells().show_lines([self._line(one) for one in every])

    def _line(self, one: AccessLine) -> Line:
        when = f"{dates.short_date(one.at.date())} {dates.clock(one.at)}"
        role = tr_role(one.role) if one.role else one.login
        why = Cell("")
        if one.unusual:
            why = Cell(tr_unusual(one.unusual), CellKind.STATE, tone="warn", icon="warning")
        what = one.what if one.changed else tr_seen(one.what)
        return Line(
            (
                Cell(when),
                Cell(one.name, CellKind.TWO_LINES, role),
                Cell(what),
                Cell(one.place),
                why,
            ),
            one,
        )

    @Slot()
    def print_it(self) -> None:
        """The list as it is filtered."""
        if all_read(self):
            login, changes = self._wanted()
            preview(
                self,
                self.tr("Access log"),
                self._app,
                access.access_list,
                self._card.id,
                self.first.day(),
                self.last.day(),
                login=login,
                changes=changes,
            )
