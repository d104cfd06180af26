"""A booking that is half filled in, as plain values."""

import uuid
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Draft:
    """A booking that somebody has begun."""

    words: str
    course: uuid.UUID | None
    starts: datetime
    minutes: int
    form: int
    therapist: uuid.UUID | None
    room: uuid.UUID | None
    reason: str
