"""How a calendar is laid out: where a training lies, and which time a point is. Two kinds: columns and strips."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from trainer_desktop.rules.daybits import minute_of
from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard
from trainer_desktop.services.centre.cards import AwayCard, ColumnCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.block_paint import How
from trainer_desktop.ui.words import tr_absence


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the calendar: a column and a wall time."""

    column: int
    starts: datetime


class Plan(Protocol):
    """Geometry and layers of one way to draw the calendar; all points are the content's, unscrolled.

    `across`: time runs from left to right. `grid` is the keyboard's step in minutes, `step` the mouse's.
    """

    across: bool
    grid: int
    step: int

    @property
    def hours(self) -> tuple[int, int]:
        """The first and the last minute that is shown."""

    def day_of(self, column: int) -> date:
        """The day a column shows."""

    def neighbour(self, slot: Slot, across: int, down: int) -> Slot | None:
        """The cell beside one; None at the edge."""

    def inside(self, slot: Slot) -> Slot | None:
        """The cell itself when it is shown; None beyond the first or last hour."""

    def on_grid(self, slot: Slot, *, forward: bool) -> Slot:
        """The nearest cell of the grid at or after (before) a time."""

    def measure(self, card: CalendarCard, blocks: Sequence[BlockCard], size: QSize) -> None:
        """Lay everything out for a viewport."""

    @property
    def content(self) -> QSize:
        """How large all of it is, fixed heads and gutters included."""

    @property
    def fixed(self) -> QPointF:
        """How much at the left and the top does not scroll."""

    def box(self, row: int) -> QRectF:
        """Where a training lies."""

    def slot(self, at: QPointF) -> Slot | None:
        """The place at a point, to the quarter-hour; None outside."""

    def slot_box(self, slot: Slot, minutes: int) -> QRectF:
        """The box of a training at a place."""

    def paint_back(self, p: QPainter, scroll: QPointF, size: QSize) -> None:
        """What lies under the trainings."""

    def paint_block(self, p: QPainter, row: int, how: How) -> None:
        """One training."""

    def paint_front(self, p: QPainter, scroll: QPointF, size: QSize) -> None:
        """What lies over the trainings: the line of now, fixed heads and gutters."""

    def warm(self, until: float) -> bool:
        """Paint ahead what is out of sight, until a moment of `perf_counter`; whether some is left."""

    def first_top(self) -> float:
        """The height to scroll to at first."""


def at_minutes(day: date, minutes: int) -> datetime:
    """The wall time so many minutes after midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def on_grid(slot: Slot, grid: int, *, forward: bool) -> Slot:
    """Move a slot to the grid, never past a day's end."""
    minute = minute_of(slot.starts)
    rest = minute % grid
    if rest:
        minute = min(minute + grid - rest, 24 * 60 - grid) if forward else minute - rest
    return Slot(slot.column, at_minutes(slot.starts.date(), minute))


def cell_words(card: CalendarCard, slot: Slot) -> str:
    """A free cell as it is read aloud: tirsdag 24. november, 10.15, OSM, ledig."""
    column = card.columns[slot.column]
    day = dates.long_day(column.day)
    parts = [day[:1].lower() + day[1:], dates.clock(slot.starts)]
    if column.key != column.day:
        parts.append(column.title)
    parts.append(state_words(column, slot.starts.time()))
    return ", ".join(parts)


def state_words(column: ColumnCard, at: time) -> str:
    """What a column is at a time when no training lies there."""
    translate = QCoreApplication.translate
    if column.closed:
        return translate("Calendar", "closed: {name}").format(name=column.closed)
    for away in column.away:
        if away.starts <= at < away.ends:
            return away_words(away)
    if column.hours is None or not column.hours[0] <= at < column.hours[1]:
        return translate("Calendar", "outside working hours")
    if any(first <= at < last for first, last in column.breaks):
        return translate("Calendar", "outside working hours")
    return translate("Calendar", "free")


def away_words(away: AwayCard) -> str:
    """What an absence is called on the screen."""
    if away.name:
        return away.name
    return tr_absence(away.kind) if away.kind else ""


__all__ = [
    *("Plan", "Slot", "at_minutes", "away_words", "cell_words"),
    *("in_lanes", "on_grid", "state_words"),
]
