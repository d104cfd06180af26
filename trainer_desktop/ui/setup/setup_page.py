"""Opsætning: the registers at the left, their rows, and the chosen row's form; at the end what is still missing."""

import uuid
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QStackedWidget, QWidget

from trainer_desktop.paths import write_whole
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.citizens.search import search_fold
from trainer_desktop.services.registers import sheet
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.services.registers.register import Register, RowCard
from trainer_desktop.services.store import drafts
from trainer_desktop.services.store.drafts import Kept
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import Check
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.setup.access_part import AccessPart
from trainer_desktop.ui.setup.backups_part import BackupsPart
from trainer_desktop.ui.setup.check_panel import CheckPanel
from trainer_desktop.ui.setup.choices_panel import ChoicesPanel
from trainer_desktop.ui.setup.hours_panel import HoursPanel
from trainer_desktop.ui.setup.letters_part import LettersPart
from trainer_desktop.ui.setup.register_form import RegisterForm
from trainer_desktop.ui.setup.register_words import tr_empty, tr_lack, tr_new, tr_register
from trainer_desktop.ui.setup.sheet_dialog import SheetDialog
from trainer_desktop.ui.setup.users_part import UsersPart
from trainer_desktop.ui.theme import theme

PARTS = (
    "centres",
    "rooms",
    "staff",
    "choices",
    "absences",
    "closing",
    "packages",
    "teams",
    "clinics",
    "letters",
    "check",
    "users",
    "access",
    "backups",
)
OF_A_FILE = ("users", "backups")  # on a server they are the server's own
RIGHTS = {"users": Right.USERS, "access": Right.ACCESS_LOG, "backups": Right.BACKUP}
STEPS = ("centres", "rooms", "staff", "choices", "closing", "packages")  # of a new centre, in order
TABLES = (
    "centre",
    "room",
    "staff",
    "working_hours",
    "staff_absence",
    "closing_day",
    "package",
    "team",
    "gp_clinic",
    "app_user",
    "access_seen",
)


@guarded
class SetupPage(Page):
    """One register at a time; the form beside its rows."""

    shows = TABLES
    citizen_wished = Signal()
    absence_wished = Signal(object, object, object, object)  # a Cause, its key, first and last day

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self.part = "check" if app.may(Right.SET_UP) else self._shown[0] if self._shown else "check"
        self.form: RegisterForm | None = None
        self.hours: HoursPanel | None = None
        self._rows: list[RowCard] = []
        self._build()
        self._connect()
        self._go(self.part)

    def show_part(self, part: str) -> None:
        """Go to a register, to the choices or to the check."""
        if part == "citizen":
            self.citizen_wished.emit()
            return
        self._go(part)
        with QSignalBlocker(self.parts.selectionModel()):
            self.parts.selectRow(self._shown.index(part))
        if self.form and not self._rows:  # what is empty is begun at once
            next(iter(self.form.fields.values())).setFocus()

    def refresh(self) -> None:
        """Read again; a form in which somebody is typing stays."""
        self._fill_parts()
        if self.part in REGISTERS:
            self._read_rows()
            typing = self.form is not None and self.form.touched
            if not typing and not (self.hours and self.hours.week.touched):
                self._show_row()
        elif self.part == "check":
            self._check.refresh()
        elif self.part in self._keeping:
            self._keeping[self.part].refresh()

    # ---- building

    def _build(self) -> None:
        self._new = Button("", "primary", icon="plus", key="Ins")
        self._next = Button("", "plain", icon="next", key="Ctrl+PgDn")
        self._all = Check(self.tr("Also what is out of use"))
        self._csv = Drop("CSV", self.tr("CSV"))
        menu = QMenu(self._csv)
        menu.addAction(self.tr("&Fetch from CSV …")).triggered.connect(self.fetch)
        menu.addAction(self.tr("&Write as CSV …")).triggered.connect(self.write)
        self._csv.use_menu(menu)
        self._bar = TopBar([self._all, self._csv, self._next, self._new], folds=[self._csv])
        self.parts = Table(
            CellItemModel([Column(self.tr("Part")), Column("", 64, right=True)], self),
            self.tr("Parts of the set-up"),
            Shape(row=36),
        )
        self.parts.horizontalHeader().hide()
        self.parts.setFixedWidth(theme.px(230))
        self.rows = Table(
            CellItemModel([Column(self.tr("Name"))], self), self.tr("Rows"), Shape(row=52)
        )
        self.rows.horizontalHeader().hide()
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the list"))
        self.words.setAccessibleName(self.tr("Find in the list"))
        self.words.setClearButtonEnabled(True)
        listing = Panel("surface")
        listing.setFixedWidth(theme.px(300))
        col(col(self.words, margins=(12, 10, 12, 10)), (self.rows, 1), on=listing)
        side = QWidget()
        self._form_box = col(on=side)
        self._check, self._choices = CheckPanel(self.app), ChoicesPanel(self.app)
        self._stack = QStackedWidget()
        register = Panel("surface", "l")
        right = QWidget()
        col((scrolling(side), 1), on=register).setContentsMargins(1, 0, 0, 0)
        row(listing, (register, 1), gap=0, on=right)
        self._stack.addWidget(right)
        self._letters = LettersPart(self.app)
        for panel in (self._choices, self._check, self._letters):
            ground = Panel("surface", "l")
            inside = QWidget()
            row((panel, 1), None, gap=0, on=inside)
            panel.setMaximumWidth(theme.px(860))
            col((scrolling(inside), 1), on=ground).setContentsMargins(1, 0, 0, 0)
            self._stack.addWidget(ground)
        self._keeping: dict[str, UsersPart | AccessPart | BackupsPart] = {
            "users": UsersPart(self.app),
            "access": AccessPart(self.app),
            "backups": BackupsPart(self.app),
        }
        for part in self._keeping.values():
            ground = Panel("surface", "l")
            col((part, 1), on=ground).setContentsMargins(1, 0, 0, 0)
            self._stack.addWidget(ground)
        whole = col(self._bar, row(self.parts, (self._stack, 1), gap=0), on=self)
        whole.setStretch(1, 1)

    def _connect(self) -> None:
        self.parts.selectionModel().currentRowChanged.connect(self._choose_part)
        self.rows.selectionModel().currentRowChanged.connect(self._choose_row)
        self._new.clicked.connect(self.begin_new)
        self._next.clicked.connect(self.go_on)
        self._all.toggled.connect(self.refresh)
        self.words.textChanged.connect(self._filter)
        self._check.wished.connect(self.show_part)
        people, copies = self._keeping["users"], self._keeping["backups"]
        assert isinstance(people, UsersPart)
        assert isinstance(copies, BackupsPart)
        people.protect_wished.connect(self.app.protect_wished)
        copies.taken.connect(self.app.copied)
        for key, act in (
            ("Ins", self.begin_new),
            ("Ctrl+PgDown", self.go_on),
            ("Ctrl+Return", self._save),
            ("Esc", self._esc),
        ):
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _fill_parts(self) -> None:
        lines = []
        for part in self._shown:
            count = len(self.app.ask(REGISTERS[part].rows)) if part in REGISTERS else 0
            cells = (Cell(tr_register(part)), Cell(str(count) if part in REGISTERS else " "))
            lines.append(Line(cells, part))
        with QSignalBlocker(self.parts.selectionModel()):
            self.parts.cells().show_lines(lines)
            if self.part in self._shown:
                self.parts.selectRow(self._shown.index(self.part))

    @property
    def _shown(self) -> list[str]:
        """The parts that whoever sits here may see."""
        may = self.app.may
        own = PARTS if self.app.embedded else tuple(p for p in PARTS if p not in OF_A_FILE)
        return [part for part in own if may(RIGHTS.get(part, Right.SET_UP))]

    # ---- a register

    @property
    def _register(self) -> Register:
        return REGISTERS[self.part]

    def _go(self, part: str) -> None:
        self.part = part
        self.form = None
        with QSignalBlocker(self.words):
            self.words.clear()
        order = ("choices", "check", "letters", *self._keeping)
        self._stack.setCurrentIndex(order.index(part) + 1 if part in order else 0)
        for widget in (self._new, self._all):
            widget.setVisible(part in REGISTERS)
        self._bar.offer(self._csv, there=part in REGISTERS)
        self._bar.say(tr_register(part))
        self._say_next()
        if part in REGISTERS:
            self._new.setText(tr_new(part))
            self._new.updateGeometry()
            self._read_rows()
            begun: Kept | None = self.app.ask(drafts.kept, part, "new")
            if self._rows and begun:
                self.begin_new()  # where one had begun a new one
            else:
                self._show_row()
        elif part == "check":
            self._check.refresh()
        elif part == "letters":
            self._letters.refresh()
        elif part in self._keeping:
            self._keeping[part].refresh()
        else:
            self._choices.refresh()

    def _read_rows(self) -> None:
        chosen, wanted = self._row(), search_fold(self.words.text())
        every = self.app.ask(self._register.rows, every=self._all.isChecked())
        self._rows = [one for one in every if wanted in search_fold(f"{one.title} {one.second}")]
        keys = [card.id for card in self._rows]
        with QSignalBlocker(self.rows.selectionModel()):
            self.rows.cells().show_lines([_line(card) for card in self._rows])
            if self._rows:
                at = keys.index(chosen.id) if chosen and chosen.id in keys else 0
                self.rows.selectRow(at)
        in_use = sum(card.ended is None for card in self._rows)
        self._bar.say(tr_register(self.part), self.tr("{n} in use").format(n=in_use))

    def _row(self) -> RowCard | None:
        thing = self.rows.cells().thing(self.rows.currentIndex())
        return thing if isinstance(thing, RowCard) else None

    @Slot()
    def _filter(self) -> None:
        self._read_rows()
        if self._rows and (self.form is None or not self.form.touched):
            self._show_row()

    @Slot()
    def _choose_row(self) -> None:
        self._show_row()

    def _show_row(self) -> None:
        card = self._row()
        if card is None:
            self._show_empty()
            return
        self._show_form(card)

    def _show_empty(self) -> None:
        """An empty register shows no empty table but what to do."""
        self._leave_form()
        clear(self._form_box)
        title, note = tr_empty(self.part)
        if self.part == "teams":
            box = col(gap=6, margins=(24, 32, 24, 20))
            box.addWidget(Text(title, "title", wrap=True))
            box.addWidget(Text(note, "body", "text-2", wrap=True))
            self._form_box.addLayout(box)
            self._form_box.addStretch(1)
            return
        self._show_form(None)
        box = col(gap=2, margins=(24, 20, 24, 0))
        box.addWidget(Text(title, "title", wrap=True))
        box.addWidget(Text(note, "body", "text-2", wrap=True))
        self._form_box.insertLayout(0, box)

    def _leave_form(self) -> None:
        """Take the keyboard out of what is to go: Qt would hand it to whatever comes next, an undo button perhaps."""
        box, focus = self._form_box.parentWidget(), QApplication.focusWidget()
        if box and focus and box.isAncestorOf(focus):
            (self.rows if self._rows else self.parts).setFocus()

    def _show_form(self, card: RowCard | None) -> None:
        self._leave_form()
        clear(self._form_box)
        self.form = form = RegisterForm(self.app, self._register, card)
        form.saved.connect(self._saved)
        form.ended.connect(self._after_end)
        form.closed.connect(self._give_up)
        form.absence_wished.connect(self.absence_wished)
        self._form_box.addWidget(form)
        self.hours = None
        if card and self.part == "staff" and not card.ended:
            self.hours = HoursPanel(self.app, card.id, card.title)
            self._form_box.addWidget(self.hours)
        self._form_box.addStretch(1)

    # ---- the steps of a new centre

    def _say_next(self) -> None:
        self._next.setVisible(self.part in STEPS)
        if self.part not in STEPS:
            return
        at = STEPS.index(self.part) + 1
        words = self.tr("Next: {part}").format(part=tr_register((*STEPS, "check")[at]))
        self._next.setText(words)
        step = self.tr("Step {n} of {of}").format(n=at, of=len(STEPS))
        self._next.setToolTip(step)
        self._next.setAccessibleDescription(step)
        self._next.updateGeometry()

    @Slot()
    def go_on(self) -> None:
        """Save what is half-filled and go to the next step; what cannot be saved says why, and one stays."""
        if self.part not in STEPS:
            return
        if self.form and self.form.touched and not self.form.save():
            return
        self.show_part((*STEPS, "check")[STEPS.index(self.part) + 1])
        if self.form is None or self._rows:
            self.parts.setFocus()

    # ---- slots

    @Slot(QModelIndex)
    def _choose_part(self, index: QModelIndex) -> None:
        part = self.parts.cells().thing(index)
        if isinstance(part, str) and part != self.part:
            self._go(part)

    @Slot()
    def begin_new(self) -> None:
        """Begin a new row."""
        if self.part not in REGISTERS:
            return
        with QSignalBlocker(self.rows.selectionModel()):
            self.rows.clearSelection()
            self.rows.setCurrentIndex(QModelIndex())
        self._show_form(None)
        assert self.form
        next(iter(self.form.fields.values())).setFocus()

    @Slot()
    def write(self) -> None:
        """Write the rows in use as CSV."""
        name = f"{tr_register(self.part)}.csv"
        file, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Write as CSV"), name, "CSV (*.csv)"
        )
        if not file:
            return
        data = self.app.ask(sheet.written, self._register)
        try:
            write_whole(Path(file), data)
        except OSError as wrong:
            self.app.failed.emit(wrong)

    @Slot()
    def fetch(self) -> None:
        """Look at a CSV file's lines, and write them when somebody says so."""
        file, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Fetch from CSV"), "", "CSV (*.csv *.txt)"
        )
        if file:
            self.open_sheet(Path(file))

    def open_sheet(self, file: Path) -> SheetDialog | None:
        """Show what a file's lines would do."""
        try:
            data = file.read_bytes()
            lines = self.app.ask(sheet.compare, self._register, data)
        except OSError as wrong:
            self.app.failed.emit(wrong)
            return None
        except sheet.NotATable as wrong:
            self._bar.say(tr_register(self.part), f"{file.name}: {tr_lack(wrong)}")
            return None
        dialog = SheetDialog(self.app, self._register, lines, file, self)
        dialog.open()
        return dialog

    @Slot()
    def _save(self) -> None:
        focus = QApplication.focusWidget()
        if self.part == "letters":
            self._letters.save.click()
        elif self.hours and focus and self.hours.isAncestorOf(focus):
            self.hours.save.click()
        elif self.form:
            self.form.save()

    @Slot(object)
    def _saved(self, key: uuid.UUID) -> None:
        new = self.form is not None and self.form.card is None
        self._fill_parts()
        self._read_rows()
        keys = [card.id for card in self._rows]
        if key in keys:
            with QSignalBlocker(self.rows.selectionModel()):
                self.rows.selectRow(keys.index(key))
        if new and self.part != "staff":  # the next one, as one types a list
            self.begin_new()
            return
        self._show_row()
        if new and self.hours:
            self.hours.week.setFocus()

    @Slot()
    def _after_end(self) -> None:
        self._fill_parts()
        self._read_rows()
        self._show_row()

    @Slot()
    def _esc(self) -> None:
        if self.form:
            self.form.give_up()

    @Slot()
    def _give_up(self) -> None:
        self._read_rows() if self.part in REGISTERS else None
        if self.part in REGISTERS:
            self._show_row()
            self.rows.setFocus()


def _line(card: RowCard) -> Line:
    second = card.second
    if card.ended:
        second = " · ".join(part for part in (second, f"– {dates.date_year(card.ended)}") if part)
    return Line((Cell(card.title, CellKind.TWO_LINES, second),), card)
