"""Days that deadlines count from or are met by, worked out from the trainings that stand.

What somebody has noted by hand goes before. A booking of an old system's export tells of no day on which somebody was told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from trainer_desktop.rules.course import TAKES_A_PLACE, State


@dataclass(frozen=True, slots=True)
class First:
    """The first training somebody came to; of a course that is booked in this program alone, the first and the earliest booking."""

    attended: datetime | None = None
    booked: datetime | None = None
    told: str | None = None  # the stamp of the change set that booked it


def first_of(rows: Iterable[Any]) -> First:
    """From a course's trainings, as they were read."""
    standing = [row for row in rows if row.state in TAKES_A_PLACE]
    came = [row.starts for row in standing if row.state is State.ATTENDED]
    here = [] if any(row.number for row in standing) else standing
    return First(
        min(came, default=None),
        min((row.starts for row in here), default=None),
        min((row.created for row in here), default=None),
    )


def worked_out(first: First) -> dict[str, date]:
    """The first visit and the start from the first attendance; what was offered from what is booked.

    That the citizen was told is nobody's to work out: a person says so.
    """
    found: dict[str, date] = {}
    if first.booked:
        found["start_offered"] = first.booked.date()
    if first.attended:
        found["first_visit"] = found["course_start"] = first.attended.date()
    return found


def moment_of(stamp: str) -> datetime:
    """When a change set was written, from its stamp: milliseconds since 1970 in its upper 48 bits."""
    return datetime.fromtimestamp((int(stamp[:16], 16) >> 16) / 1000, UTC)
