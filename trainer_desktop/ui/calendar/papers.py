"""Which paper belongs to what the calendar shows."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard
from trainer_desktop.services.store.moments import monday_of
from trainer_desktop.ui.calendar.shown import Shown

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Paper:
    """A paper: its title, and what makes it of what."""

    title: str
    make: Callable[..., bytes]
    of: tuple[Any, ...]


def paper_for(shown: Shown, card: CalendarCard, block: BlockCard | None) -> Paper | None:
    """A team's attendance list, a room's week, or a therapist's day sheet; None: nobody is shown."""
    from trainer_desktop.services.papers import sheets  # a start needs no papers

    if block and block.team_id:
        return Paper(translate("CalendarPage", "Attendance list"), sheets.roster_sheet, (block.id,))
    keys = [c.key for c in card.columns if isinstance(c.key, uuid.UUID)]
    first = keys[0] if keys else None
    if shown.room or shown.columns_are_rooms:
        here = shown.room.id if shown.room else None
        room = here or (block.room_id if block else None) or first
        monday = monday_of(shown.day)
        if room:
            return Paper(
                translate("CalendarPage", "The room's week"), sheets.room_week, (room, monday)
            )
        return None
    mine = shown.therapist.id if shown.therapist else None
    staff = mine or (block.therapist_id if block else None) or first
    if staff:
        day = block.starts.date() if block and shown.week else shown.day
        return Paper(translate("CalendarPage", "Day sheet"), sheets.day_sheet, (staff, day))
    return None
