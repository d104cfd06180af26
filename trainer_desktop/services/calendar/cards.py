"""What the calendar shows, as values: a card for every training, its people, and the columns they stand in."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from trainer_desktop.rules.course import Form, Why
from trainer_desktop.services.attendance.look import GONE, Look
from trainer_desktop.services.centre.cards import ColumnCard


class Mark(Enum):
    """A small fact beside a name."""

    FIRST = "first"
    LAST = "last"
    RIDE = "ride"
    REEVALUATION = "reeval"
    HEARING = "hearing"
    WALKER = "walker"
    WHEELCHAIR = "wheelchair"


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One participant of a training."""

    id: uuid.UUID
    course_id: uuid.UUID
    citizen_id: uuid.UUID
    name: str
    look: Look
    told: datetime | None = None
    why: Why | None = None
    late_minutes: int = 0
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockCard:
    """A training as the calendar draws it; wall time."""

    id: uuid.UUID
    column: int
    starts: datetime
    ends: datetime
    title: str
    form: Form
    look: Look
    place: str
    therapist: str
    therapist_id: uuid.UUID
    room_id: uuid.UUID | None
    people: tuple[PersonCard, ...]
    capacity: int = 0
    marks: tuple[Mark, ...] = ()
    override: str = ""
    team_id: uuid.UUID | None = None
    series_id: uuid.UUID | None = None

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return int((self.ends - self.starts).total_seconds()) // 60

    @property
    def places(self) -> tuple[int, int]:
        """Places taken and places there are; (0, 0) for a training that is not a team's."""
        if not self.capacity:
            return 0, 0
        return sum(p.look not in GONE for p in self.people), self.capacity


@dataclass(frozen=True, slots=True)
class CalendarCard:
    """A screenful of calendar."""

    columns: tuple[ColumnCard, ...]
    blocks: tuple[BlockCard, ...]
    now: datetime
    days: tuple[date, ...]
