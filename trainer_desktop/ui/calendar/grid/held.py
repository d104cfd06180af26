"""The place that is held open in the grid while somebody fills in a booking: who, where, and whether it can be."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.grid.plan import Slot
from trainer_desktop.ui.paint import draw_text, rounded
from trainer_desktop.ui.theme import line_height


@dataclass(frozen=True, slots=True)
class Held:
    """A training that is being booked."""

    slot: Slot
    minutes: int = 45
    who: str = ""
    where: str = ""
    refused: bool = False


def paint_held(p: QPainter, box: QRectF, held: Held) -> None:
    """Draw it over the grid; where it cannot be, in the right half, so that what stands in the way is seen."""
    tone, line = ("bad", "bad") if held.refused else ("accent", "mark")
    if held.refused:
        box = box.adjusted(box.width() / 2, 0, 0, 0)
    rounded(p, box, 4, f"{tone}-tint")
    rounded(p, box, 4, None, line, 1.5, [3, 2.5])
    inner = box.adjusted(9, 2, -4, -2)
    top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    ink = f"{tone}-text"
    meta = " · ".join(part for part in (dates.clock(held.slot.starts), held.where) if part)
    if held.who:
        draw_text(p, inner, held.who, "block-meta", ink, top, weight=600)
        inner = inner.adjusted(0, line_height("block-meta"), 0, 0)
    if inner.height() >= line_height("block-meta"):
        draw_text(p, inner, meta, "block-meta", ink, top, figures=True, weight=500)
