"""How a calendar is laid out: where a training lies, and which time a point is. Two kinds: columns and strips."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter

from trainer_desktop.services.cards import BlockCard, CalendarCard, ColumnCard
from trainer_desktop.services.printing import in_lanes
from trainer_desktop.ui.calendar.block_paint import How


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the calendar: a column and a wall time."""

    column: int
    starts: datetime


class Plan(Protocol):
    """Geometry and layers of one way to draw the calendar; all points are the content's, unscrolled."""

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

    def first_top(self) -> float:
        """The height to scroll to at first."""


def minutes_of(at: time | datetime) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def at_minutes(day: date, minutes: int) -> datetime:
    """The wall time so many minutes after midnight."""
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def column_day(columns: Sequence[ColumnCard], column: int) -> date:
    """The day a column shows."""
    return columns[column].day


__all__ = ["Plan", "Slot", "at_minutes", "column_day", "in_lanes", "minutes_of"]
