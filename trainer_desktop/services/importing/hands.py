"""What every part of an import writes with."""

from dataclasses import dataclass, field
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select, update

from trainer_desktop.models.base import Synced, new_key
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.journal import ImportedRow
from trainer_desktop.models.training import Team, TeamSeries
from trainer_desktop.models.work import CHUNK, Work
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.importing.clashes import Clash
from trainer_desktop.services.importing.columns import plain
from trainer_desktop.services.importing.compare import Comparison, Verdict
from trainer_desktop.services.importing.known import (
    BOOKINGS,
    KEY_CELLS,
    Counts,
    Known,
    Progress,
    Stopped,
    in_parts,
)
from trainer_desktop.services.importing.load_bookings import BookingLoader, T, row_of
from trainer_desktop.services.importing.row_facts import (
    CODE,
    CODED,
    COLUMNS,
    Export,
    Fact,
    SetAside,
    name_key,
)
from trainer_desktop.services.importing.seating import take_seats
from trainer_desktop.services.importing.values import WEEKDAYS





@dataclass
class Hands:
    """What every part of an import writes with: the rows' keys by sort and key, and what may be written over."""

    work: Work
    ids: dict[tuple[str, str], uuid.UUID]
    compare: Comparison
    centres: dict[str, uuid.UUID] = field(default_factory=dict)

    def standing(self, sort: str, model: type[T], key: uuid.UUID, fact: Fact) -> T | None:
        """A row that an earlier import made; one that has been taken back here is told."""
        row = row_of(self.work, model, key)
        if row is None:
            self.compare.refuse(sort, fact, "er ændret i udtrækket, men er taget tilbage her")
        return row
