"""What every part of an import writes with."""

import uuid
from dataclasses import dataclass, field

from trainer_desktop.models.work import Work
from trainer_desktop.services.importing.compare import Comparison
from trainer_desktop.services.importing.load_bookings import T, row_of
from trainer_desktop.services.importing.row_facts import (
    Fact,
)


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
