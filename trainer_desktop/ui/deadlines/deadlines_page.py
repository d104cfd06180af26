"""Frister: what is over, due today, this week and later, and what was missed this year, with why; printable."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses import deadline_board
from trainer_desktop.services.courses.deadline_board import CODES, Board, BoardLine, When
from trainer_desktop.services.papers import lists
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.deadlines.deadline_words import tr_cause, tr_left, tr_when
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import Choice, labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.rule_words import tr_counted, tr_deadline
from trainer_desktop.ui.theme import theme

PARTS = tuple(When)
TONES = {
    When.OVER: ("bad", "warning"),
    When.TODAY: ("warn", "warning"),
    When.WEEK: ("warn", "calendar"),
    When.LATER: ("good", "calendar"),
    When.MISSED: ("bad", "late"),
}


@guarded
class DeadlinesPage(Page):
    """One part at a time; the chosen line's rule and cause beside it."""

    shows = ("course", "course_event", "participant", "training_session", "late_reason")
    closed = Signal()

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._board, self._read = Board((), 0, 0, (), ()), False
        self._centres = app.ask(roster.centres)
        self.centre = Choice(self.tr("Centre"))
        self.centre.addItems([self.tr("All centres"), *(c.name for c in self._centres)])
        self._print = Button(self.tr("Print"), "plain", icon="print", key="Ctrl+P")
        self._bar = TopBar([self.centre, self._print], folds=[self._print])
        self.parts = Segments([tr_when(part) for part in PARTS], self.tr("Which deadlines"), 0)
        self._kept = Text("", "strong")
        columns = [
            Column(self.tr("Deadline"), 210),
            Column(self.tr("Citizen")),
            Column(self.tr("Counted from"), 250),
            Column(self.tr("Offered"), 96),
            Column(self.tr("Held"), 96),
            Column(self.tr("With"), 64),
            Column(self.tr("Left"), 170),
        ]
        self.table = Table(CellItemModel(columns, self), self.tr("Deadlines"), Shape(row=48))
        head = Panel("surface", "b")
        row(self.parts, None, self._kept, gap=12, margins=(16, 10, 16, 10), on=head)
        side = Panel("surface", "l")
        side.setFixedWidth(theme.size("inspector"))
        inner = QWidget()
        self._side = col(gap=8)
        self.cause, self.text = Choice(), QLineEdit()
        self.cause.addItems([tr_cause(code) for code in CODES])
        self._save = Button(self.tr("Save why"), "plain")
        self._why = QWidget()
        col(
            *labelled(self.tr("&Why it was not met"), self.cause),
            *labelled(self.tr("In your own &words"), self.text),
            row(None, self._save),
            gap=6,
            on=self._why,
        )
        self._causes = col(gap=4)
        col(
            self._side,
            self._why,
            Rule(),
            self._causes,
            None,
            gap=12,
            margins=(16, 14, 16, 14),
            on=inner,
        )
        col((scrolling(inner), 1), on=side).setContentsMargins(1, 0, 0, 0)
        listing = QWidget()
        col(head, (self.table, 1), on=listing)
        whole = col(self._bar, row((listing, 1), side, gap=0), on=self)
        whole.setStretch(1, 1)
        self.parts.group.idToggled.connect(self._show_part)
        self.centre.currentIndexChanged.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_side())
        self.table.activated.connect(lambda *_: self._open())
        self._print.clicked.connect(self.print_page)
        self._save.clicked.connect(self.save_why)
        self.text.returnPressed.connect(self.save_why)
        esc = QShortcut(QKeySequence("Esc"), self, self.closed.emit)
        esc.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._why.hide()
        self._show_side()
        self.refresh()

    @property
    def _place(self) -> UUID | None:
        at = self.centre.currentIndex() - 1
        return self._centres[at].id if at >= 0 else None

    @Slot()
    def refresh(self) -> None:
        """Work the board out again, off the GUI thread: every course of the year is asked."""
        week = self.tr("week {n}").format(n=dates.week_number(self.app.now().date()))
        self._bar.say(self.tr("Deadlines"), week)
        self.app.ask_later(self, self._take, deadline_board.board, self._place)

    @Slot(object)
    def _take(self, board: Board) -> None:
        self._board, self._read = board, True
        for button, part in zip(self.parts.group.buttons(), PARTS, strict=True):
            button.setText(f"{tr_when(part)}  {len(board.of(part))}")
            button.updateGeometry()
        if board.whole:
            share = round(100 * board.met / board.whole)
            kept = self.tr("{percent} % in time this year, {met} of {whole}")
            self._kept.setText(kept.format(percent=share, met=board.met, whole=board.whole))
        self._show_part()
        clear(self._causes)
        for title, counted in (
            (self.tr("Missed this year, by cause"), [(tr_cause(c), n) for c, n in board.causes]),
            (self.tr("By centre"), list(board.by_centre)),
        ):
            if counted:
                self._causes.addWidget(Text(title, "label", "text-2"))
            for word, number in counted:
                self._causes.addLayout(
                    row((Text(word, "body", wrap=True), 1), Text(str(number), "strong"))
                )

    @Slot()
    def _show_part(self) -> None:
        chosen = self._line()
        lines = self._board.of(PARTS[max(0, self.parts.active)])
        with QSignalBlocker(self.table.selectionModel()):
            self.table.cells().show_lines([_cells(line) for line in lines])
            if lines:
                keys = [(one.course_id, one.deadline.id) for one in lines]
                key = (chosen.course_id, chosen.deadline.id) if chosen else None
                self.table.selectRow(keys.index(key) if key in keys else 0)
        self._show_side()

    def _line(self) -> BoardLine | None:
        thing = self.table.cells().thing(self.table.currentIndex())
        return thing if isinstance(thing, BoardLine) else None

    def _show_side(self) -> None:
        clear(self._side)
        line = self._line()
        late = line is not None and line.when in (When.OVER, When.MISSED)
        self._why.setVisible(late)
        if line is None:
            said = self.tr("Nothing here.") if self._read else self.tr("Reading the deadlines …")
            self._side.addWidget(Text(said, "body", "text-2"))
            return
        rule = line.deadline.rule
        there = Button(self.tr("Open the citizen"), "link", small=True)
        there.clicked.connect(self._open)
        for words, style, tone in (
            (line.citizen, "heading", "text"),
            (f"{tr_deadline(line.deadline)} · {line.centre}", "body", "text-2"),
            (f"«{rule.text}»", "small", "text-2"),
            (f"{line.standard} · {rule.place}", "small", "text-3"),
        ):
            self._side.addWidget(Text(words, style, tone, wrap=True))
        self._side.addLayout(row(there, None))
        if late:
            self.cause.setCurrentIndex(
                CODES.index(line.cause)
            ) if line.cause else self.cause.leave_open()
            self.text.setText(line.cause_text)

    @Slot()
    def save_why(self) -> None:
        """Note why the chosen deadline was not met."""
        line, at = self._line(), self.cause.currentIndex()
        if line is None or at < 0:
            self.cause.setFocus()
            return
        said = self.tr("Why: {name}").format(name=line.citizen)
        args = line.course_id, line.deadline.id, CODES[at], self.text.text()
        if self.app.do(said, deadline_board.say_why, *args):
            self.refresh()

    @Slot()
    def _open(self) -> None:
        line = self._line()
        if line:
            self.app.open_citizen.emit(line.citizen_id)

    @Slot()
    def print_page(self) -> None:
        """The part that is shown, on paper."""
        part = PARTS[max(0, self.parts.active)]
        paper = partial(lists.deadline_list, title=tr_when(part), part=part, centre=self._place)
        preview(self, self.tr("Deadlines"), self.app, paper)


def _cells(line: BoardLine) -> Line:
    one = line.deadline
    tone, icon = TONES[line.when]
    return Line(
        (
            Cell(dates.short_date(one.due), CellKind.TWO_LINES, tr_deadline(one)),
            Cell(line.citizen, CellKind.TWO_LINES, line.number),
            Cell(tr_counted(one), CellKind.SOFT),
            Cell(dates.short_date(line.offered) if line.offered else "–"),
            Cell(dates.short_date(line.held) if line.held else "–"),
            Cell(line.responsible),
            Cell(tr_left(line), CellKind.STATE, tone=tone, icon=icon),
        ),
        line,
    )
