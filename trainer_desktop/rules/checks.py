"""What a check does to a booking: refuses, warns or notes, by role. A centre may choose; a clash always refuses.

Whoever books over a refusal states a reason, which is listed; a warning is passed by booking all the same.
"""

from enum import Enum

from trainer_desktop.rules.local_settings import LocalSettings
from trainer_desktop.rules.refusal import Reason


class Level(Enum):
    """What a check does."""

    REFUSE = "refuse"
    WARN = "warn"
    NOTE = "note"


class Role(Enum):
    """Who books."""

    DESK = "desk"
    THERAPIST = "therapist"
    MANAGER = "manager"


FIXED = frozenset(  # two in one place, or what cannot be: no setting makes it less
    {
        *(Reason.THERAPIST_BUSY, Reason.ROOM_FULL, Reason.ROOM_TOO_SMALL, Reason.CITIZEN_BUSY),
        *(Reason.BAD_TIME, Reason.TOO_FAR, Reason.COURSE_ENDED, Reason.TEAM_FULL),
        *(Reason.NOT_IN_USE, Reason.CITIZEN_DEAD),
    }
)
NEVER_LIFTED = (Reason.BAD_TIME, Reason.TOO_FAR, Reason.COURSE_ENDED, Reason.NOT_IN_USE)
USUAL = {
    Reason.LONGEST_PASSED: Level.WARN,
    Reason.PARALLEL_COURSE: Level.WARN,
    Reason.RIDE: Level.NOTE,
    Reason.OTHER_THERAPIST: Level.NOTE,
    Reason.SAME_DAY: Level.WARN,
    Reason.BEFORE_GRANT: Level.WARN,
    Reason.BEFORE_DISCHARGE: Level.WARN,
    Reason.NO_ROOM: Level.NOTE,
    Reason.AGE: Level.WARN,
    Reason.COURSE_RESTS: Level.WARN,
    Reason.CITIZEN_MOVED: Level.WARN,
    Reason.ASK_FIRST: Level.NOTE,
}
_MANAGERS = ("leder", "chef", "koordinator")
_THERAPISTS = ("terapeut", "træningsassistent", "afspænding")


def level_of(reason: Reason, role: Role, settings: LocalSettings) -> Level:
    """What an obstacle means to somebody in this role; `settings.checks` has reason → role or «all» → level."""
    if reason in FIXED:
        return Level.REFUSE
    chosen = settings.checks.get(reason.name.lower(), {})
    said = chosen.get(role.value) or chosen.get("all")
    return Level(said) if said else USUAL.get(reason, Level.REFUSE)


def role_of(title: str) -> Role:
    """The role that a job title means; a title that says nothing is the front desk's."""
    plain = title.casefold()
    if any(word in plain for word in _MANAGERS):
        return Role.MANAGER
    return Role.THERAPIST if any(word in plain for word in _THERAPISTS) else Role.DESK
