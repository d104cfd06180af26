"""A team, its meetings and its roster as plain values."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time

from trainer_desktop.services.attendance.look import Look


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """One time that a team meets."""

    session_id: uuid.UUID
    starts: datetime
    ends: datetime
    therapist: str
    room: str
    taken: int
    capacity: int
    unmarked: int = 0  # planned, on a meeting that is over


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team in the list: when, where, by whom, how full the next time is, and how many wait."""

    id: uuid.UUID
    name: str
    centre: str
    therapist: str
    room: str
    capacity: int
    times: tuple[tuple[int, time, int], ...]
    next: MeetingCard | None
    waiting: int


@dataclass(frozen=True, slots=True)
class SeatCard:
    """One name on a roster, in the order of the printed one."""

    participant_id: uuid.UUID
    course_id: uuid.UUID
    citizen_id: uuid.UUID
    name: str
    look: Look
    late_minutes: int
    number: tuple[int, int] | None  # which training of how many, where it counts as one
    note: str
    ride: bool
    phone: str


@dataclass(frozen=True, slots=True)
class RosterCard:
    """A team's one meeting with everyone on it."""

    meeting: MeetingCard
    team_id: uuid.UUID
    team: str
    begun: bool
    seats: tuple[SeatCard, ...]

    @property
    def unmarked(self) -> tuple[SeatCard, ...]:
        """Those whose attendance nobody has noted."""
        return tuple(s for s in self.seats if s.look in (Look.PLANNED, Look.NEEDS_MARK))
