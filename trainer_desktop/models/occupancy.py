"""Who and what is busy when: worked out from the trainings, and the reason that double booking is impossible.

The guards on this table live in the database (`guards.py`), not in the form.
"""

import uuid
from enum import Enum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, WallTime


class Kind(Enum):
    """What is busy."""

    THERAPIST = "T"
    ROOM = "R"
    CITIZEN = "C"


class Occupancy(Base):
    """One resource taken by one training. Not blocking: booked over another with a stated reason."""

    __tablename__ = "occupancy"
    __table_args__ = (Index("ix_occupancy_resource", "kind", "resource_id", "starts"),)
    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("training_session.id"), primary_key=True
    )
    kind: Mapped[str] = mapped_column(primary_key=True)
    resource_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    starts: Mapped[WallTime]
    ends: Mapped[WallTime]
    places: Mapped[int] = mapped_column(default=1)
    blocking: Mapped[bool] = mapped_column(default=True)
