"""The kinds that rules, tables and pages all speak of: rooms, absences, outcomes, and what a call came to."""

from enum import Enum


class RoomKind(Enum):
    """What sort of room it is."""

    GYM = "gym"
    BOX = "box"
    POOL = "pool"
    KITCHEN = "kitchen"
    OTHER = "other"


class AbsenceKind(Enum):
    """Why a member of staff is away."""

    ILL = "ill"
    COURSE = "course"
    HOLIDAY = "holiday"
    MEETING = "meeting"
    OTHER = "other"


class Outcome(Enum):
    """What a follow-up came to, in the words of Fælles Sprog III."""

    CONTINUE = "fortsættes"
    CHANGE = "ændres inden for rammen"
    END = "afsluttes"
    REASSESS = "revisitation"


class CallOutcome(Enum):
    """What a call or another attempt to reach somebody came to."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    MESSAGE = "message"
    CALLS_BACK = "calls_back"
    REACHED = "reached"


class DoorStep(Enum):
    """Somebody who is tried when the door is not opened at a home visit."""

    CITIZEN = "citizen"
    KIN = "kin"
    HOME_CARE = "home_care"
    VISITATION = "visitation"
    LOCKSMITH = "locksmith"


DECEASED, MOVED = "deceased", "moved"  # how a citizen may stand; "" is an ordinary one
