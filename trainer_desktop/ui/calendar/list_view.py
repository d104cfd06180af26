"""The calendar as a list: sorted by any column, narrowed by what one looks for, in groups."""

import uuid
from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.calendar.session_list import ListLine, Which
from trainer_desktop.ui import dates
from trainer_desktop.ui.parts.basics import Panel, Text, col, row
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import menu_for
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import ICONS, TONES, tr_form, tr_look


class By(IntEnum):
    """The columns, in their order on the screen."""

    TIME = 0
    NAME = 1
    FORM = 2
    THERAPIST = 3
    ROOM = 4
    STATE = 5
    PHONE = 6


SORT: dict[By, Callable[[ListLine], object]] = {
    By.TIME: lambda one: one.starts,
    By.NAME: lambda one: (one.sort_key, one.starts),
    By.FORM: lambda one: (one.form.value, one.team, one.starts),
    By.THERAPIST: lambda one: (one.therapist, one.starts),
    By.ROOM: lambda one: (one.room, one.starts),
    By.STATE: lambda one: (one.look.value, one.starts),
    By.PHONE: lambda one: (one.phone, one.starts),
}


class ListView(QWidget):
    """Trainings as rows; the same keys mark them as in the calendar."""

    which_changed = Signal()
    chosen = Signal()
    opened = Signal(object)  # ListLine

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[ListLine] = []
        self.which = Which.ALL
        self._group: By | None = By.TIME
        self._sort, self._down = By.TIME, False
        self._wide = theme.scale < 1.5  # at large text the names need the room
        columns = [
            Column(self.tr("Time"), 150 if self._wide else 116),
            Column(self.tr("Citizen")),
            Column(self.tr("Form"), 170 if self._wide else 120),
            Column(self.tr("Therapist"), 84),
            Column(self.tr("Room"), 130 if self._wide else 90),
            Column(self.tr("State"), 190 if self._wide else 140),
            *([Column(self.tr("Phone"), 120)] if self._wide else []),
        ]
        self._items = CellItemModel(columns, self)
        self.table = Table(self._items, self.tr("Trainings"), Shape(row=36))
        self.table.sort_by_heads(self._sort_by)
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Narrow: name, room, therapist, form"))
        self._words.setAccessibleName(self.tr("Narrow the list"))
        self._words.setMinimumWidth(theme.px(240))
        self._count = Text("", "small", "text-2")
        self._which = Drop(self.tr("All trainings"), self.tr("Which trainings"))
        self._groups = Drop(self.tr("By day"), self.tr("Groups"))
        kinds = (
            (self.tr("All trainings"), Which.ALL),
            (self.tr("Without a mark"), Which.UNMARKED),
            (self.tr("To come"), Which.TO_COME),
            (self.tr("Cancelled"), Which.CANCELLED),
            (self.tr("Booked with a reason"), Which.OVERRIDDEN),
        )
        menu_for(self._which, [kinds], self._choose_which)
        groups: tuple[tuple[str, By | None], ...] = (
            (self.tr("By day"), By.TIME),
            (self.tr("By therapist"), By.THERAPIST),
            (self.tr("By room"), By.ROOM),
            (self.tr("By form"), By.FORM),
            (self.tr("By state"), By.STATE),
            (self.tr("Without groups"), None),
        )
        menu_for(self._groups, [groups], self._choose_group)
        head = Panel("surface", "b")
        row(
            self._words,
            self._which,
            self._groups,
            None,
            self._count,
            margins=(16, 8, 16, 8),
            on=head,
        )
        body = col(head, (self.table, 1), on=self)
        body.setSpacing(0)
        self._words.textChanged.connect(self._show)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit())
        self.table.activated.connect(self._open)
        self.setFocusProxy(self.table)

    def show_lines(self, lines: list[ListLine]) -> None:
        """Replace what is listed; what is chosen stays chosen."""
        self._lines = lines
        self._show()

    def current(self) -> ListLine | None:
        """The chosen line."""
        thing = self._items.thing(self.table.currentIndex())
        return thing if isinstance(thing, ListLine) else None

    def select(self, participant: uuid.UUID | None) -> None:
        """Choose somebody's line."""
        for number, line in enumerate(self._items.lines):
            if line.thing and line.thing.participant_id == participant:
                self.table.selectRow(number)
                return

    @Slot()
    def _show(self) -> None:
        before = self.current()
        shown = self._narrowed()
        shown.sort(key=SORT[self._sort], reverse=self._down)  # type: ignore[arg-type]
        if self._group is not None:
            shown.sort(key=lambda one: str(self._key(one)))
        lines: list[Line] = []
        last: object = None
        for one in shown:
            key = self._key(one) if self._group is not None else None
            if key != last:
                same = sum(self._key(x) == key for x in shown)
                head = Cell(self._title(one), CellKind.GROUP, second=str(same))
                lines.append(Line((head,), None))
                last = key
            lines.append(Line(tuple(self._cells(one)), one))
        self._items.show_lines(lines)
        self._count.setText(self.tr("%n training(s)", "", len(shown)))
        if before:
            self.select(before.participant_id)

    def _narrowed(self) -> list[ListLine]:
        """The lines that hold what was typed as it stands; if none does, those with a word that begins so for each."""
        typed = " ".join(self._words.text().casefold().split())
        if not typed:
            return list(self._lines)
        texts = [(_text(one), one) for one in self._lines]
        whole = [one for text, one in texts if typed in text]
        parts = typed.split()
        return whole or [one for text, one in texts if all(f" {part}" in text for part in parts)]

    def _key(self, one: ListLine) -> object:
        match self._group:
            case By.THERAPIST:
                return one.therapist
            case By.ROOM:
                return one.room
            case By.FORM:
                return one.team or one.form.value
            case By.STATE:
                return one.look.value
            case _:
                return one.starts.date()

    def _title(self, one: ListLine) -> str:
        match self._group:
            case By.THERAPIST:
                return one.therapist
            case By.ROOM:
                return one.room or self.tr("No room")
            case By.FORM:
                return one.team or tr_form(one.form)
            case By.STATE:
                return tr_look(one.look)
            case _:
                return dates.long_day(one.starts.date())

    def _cells(self, one: ListLine) -> list[Cell]:
        when = dates.clock_range(one.starts, one.ends)
        if self._group is not By.TIME:
            when = f"{dates.short_day(one.starts.date())} {dates.clock(one.starts)}"
        state = tr_look(one.look)
        if one.late_entry:
            state = self.tr("{state}, typed later").format(state=state)
        tone = TONES[one.look]
        kind = CellKind.STATE if one.look is not Look.PLANNED else CellKind.SOFT
        form = one.team or tr_form(one.form)
        name = Cell(one.name, CellKind.STRONG)
        if one.override:
            name = Cell(one.name, CellKind.TWO_LINES, second=one.override)
        return [
            Cell(when),
            name,
            Cell(form, CellKind.SOFT),
            Cell(one.therapist),
            Cell(one.room, CellKind.SOFT),
            Cell(state, kind, tone=tone, icon=ICONS[one.look]),
            *([Cell(spaced_phone(one.phone), CellKind.SOFT)] if self._wide else []),
        ]

    def _sort_by(self, column: int) -> None:
        self._down = not self._down if column == self._sort else False
        self._sort = By(column)
        self._items.show_sort(column, down=self._down)
        self._show()

    def _choose_which(self, which: Which) -> None:
        self.which = which
        self.which_changed.emit()

    def _choose_group(self, group: By | None) -> None:
        self._group = group
        self._show()

    @Slot()
    def _open(self) -> None:
        line = self.current()
        if line:
            self.opened.emit(line)


def _text(one: ListLine) -> str:
    """What a line can be found by."""
    words = (one.name, one.room, one.therapist, one.team, tr_form(one.form), one.phone)
    return " ".join(f" {word}" for word in words).casefold()
