"""What is wished for, and what stands in its way, as plain values."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.refusal import Reason


@dataclass(frozen=True, slots=True)
class Wish:
    """A training that somebody wants in the calendar; wall time."""

    course_id: uuid.UUID | None
    therapist_id: uuid.UUID
    room_id: uuid.UUID | None
    starts: datetime
    minutes: int
    form: Form = Form.INDIVIDUAL
    team_id: uuid.UUID | None = None
    override: str = ""
    series_id: uuid.UUID | None = None

    @property
    def ends(self) -> datetime:
        """When it ends."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class ObstacleCard:
    """One thing that stands in the way, or is worth knowing, with its facts."""

    reason: Reason
    facts: tuple[tuple[str, object], ...]
    level: Level = Level.REFUSE


@dataclass(frozen=True, slots=True)
class CheckCard:
    """A wish as it is checked: `number` of `whole` is its place in the package; `whole` None: no package."""

    obstacles: tuple[ObstacleCard, ...]
    hours: tuple[time, time] | None
    therapist: str
    number: int
    whole: int | None
