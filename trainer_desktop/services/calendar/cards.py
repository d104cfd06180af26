"""What the calendar shows, as values: a card for every training, its people, and the columns they stand in."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from trainer_desktop.models.centre import AbsenceKind
from trainer_desktop.rules.course import Form, Why


class Look(Enum):
    """How a training stands, as it is drawn."""

    PLANNED = "planned"
    NEEDS_MARK = "needs-mark"
    CAME = "came"
    LATE = "late"
    IN_TIME = "in-time"
    LATE_CANCEL = "late-cancel"
    CANCELLED = "cancelled"  # the standard names no last minute
    TURNED_AWAY = "turned_away"
    STAYED_AWAY = "stayed-away"
    CENTRE = "centre"


GONE = (
    Look.IN_TIME,
    Look.LATE_CANCEL,
    Look.CANCELLED,
    Look.CENTRE,
    Look.TURNED_AWAY,
)  # no place is taken


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
class AwayCard:
    """A stretch of time that cannot be used, and why: an absence kind, or a day's name."""

    starts: time
    ends: time
    kind: AbsenceKind | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ColumnCard:
    """A therapist, a room or a day, with its hours. `hours` None: not at work; `breaks` lie between them."""

    key: uuid.UUID | date
    title: str
    subtitle: str
    day: date
    hours: tuple[time, time] | None
    away: tuple[AwayCard, ...] = ()
    booked_minutes: int = 0
    centre: str = ""
    closed: str = ""
    breaks: tuple[tuple[time, time], ...] = ()

    def open_at(self, starts: time, ends: time) -> bool:
        """Whether a stretch of the day lies within the hours, and in none of the breaks."""
        if self.hours is None or starts < self.hours[0] or ends > self.hours[1]:
            return False
        return not any(first < ends and last > starts for first, last in self.breaks)


@dataclass(frozen=True, slots=True)
class CalendarCard:
    """A screenful of calendar."""

    columns: tuple[ColumnCard, ...]
    blocks: tuple[BlockCard, ...]
    now: datetime
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class NamedKey:
    """Something to choose from a list."""

    id: uuid.UUID
    short: str
    name: str
    centre: str
