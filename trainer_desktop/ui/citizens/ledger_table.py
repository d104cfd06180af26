"""The ledger as a table: date, what happened, where and who, what it counts, the sum, and why."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.entries import EntryKind
from trainer_desktop.services.courses.allowance import LineCard
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.ledger_words import tr_entry, tr_ground
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.table import Shape, Table


def ledger_table(lines: Sequence[tuple[CourseCard, LineCard]], now: datetime, spoken: str) -> Table:
    """A table as high as its lines, for a page that scrolls."""
    translate = QCoreApplication.translate
    columns = [
        Column(translate("Ledger", "Date"), 158),
        Column(translate("Ledger", "What happened"), 178),
        Column(translate("Ledger", "Where and who"), 170),
        Column(translate("Ledger", "Counts"), 62, True),
        Column(translate("Ledger", "Used"), 58, True),
        Column(translate("Ledger", "Why"), 0),
    ]
    model = CellItemModel(columns)
    table = Table(model, spoken, Shape(row=32))
    model.setParent(table)
    model.show_lines([_line(line, now) for _course, line in lines])
    table.fit_height()
    for number, (_course, line) in enumerate(lines):
        if line.entry.starts and line.entry.starts.date() == now.date():
            table.selectRow(number)
    return table


def _line(line: LineCard, now: datetime) -> Line:
    entry = line.entry
    when = dates.short_day(entry.day)
    if entry.starts:
        when = f"{when} {dates.clock(entry.starts)}"
    if entry.day == date.min:  # granted, and nobody has noted when
        when = QCoreApplication.translate("Ledger", "no date")
    elif entry.day.year != now.year and not entry.starts:
        when = dates.date_year(entry.day)
    word, tone, icon = tr_entry(entry, line.late_minutes)
    if entry.kind is EntryKind.BOOKED and entry.day == now.date():
        word = QCoreApplication.translate("Ledger", "Today")
    given = entry.kind in (EntryKind.GRANTED, EntryKind.EXTRA)
    booked = entry.kind is EntryKind.BOOKED
    where = " · ".join(p for p in (line.place, line.therapist) if p)
    counts = (
        f"+{entry.gives}" if given and entry.gives else "" if booked or given else str(entry.cost)
    )
    why = entry.note if given or (entry.note and not entry.cost) else ""
    why = why or tr_ground(entry)
    cells = (
        Cell(when),
        Cell(word, CellKind.STATE, tone=tone, icon=icon),
        Cell(where, CellKind.SOFT),
        Cell(counts),
        Cell(
            "" if booked or given else str(line.used_after),
            CellKind.STRONG if entry.cost else CellKind.PLAIN,
        ),
        Cell(why, CellKind.SOFT),
    )
    return Line(cells, line)
