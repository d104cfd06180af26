"""An expected no: a reason that the user interface has words for."""

from enum import Enum, auto


class Reason(Enum):
    """Why something was refused; `ui/refusals.py` has the sentence for each."""

    THERAPIST_BUSY = auto()
    ROOM_FULL = auto()
    ROOM_TOO_SMALL = auto()
    CITIZEN_BUSY = auto()
    THERAPIST_ABSENT = auto()
    OUTSIDE_HOURS = auto()
    CLOSED = auto()
    PACKAGE_USED = auto()
    COURSE_ENDED = auto()
    TEAM_FULL = auto()
    NOT_RESPONSIBLE = auto()
    NOT_YET = auto()
    NEEDS_REASON = auto()
    TOLD_AHEAD = auto()
    TOO_LATE = auto()
    NO_CONSENT = auto()
    CHANGED_SINCE = auto()
    BAD_TIME = auto()
    NOT_A_NUMBER = auto()
    ALREADY_ON_TEAM = auto()
    ROOM_CLOSED = auto()
    LONGEST_PASSED = auto()
    PARALLEL_COURSE = auto()
    RIDE = auto()
    OTHER_THERAPIST = auto()
    NOT_FREE_ANY_MORE = auto()
    ALREADY_NOTED = auto()
    OTHERS_HIT = auto()
    NOT_FOR_A_TEAM = auto()
    BUSY = auto()
    GONE = auto()
    IN_USE = auto()
    NOT_SO = auto()
    TOO_FAR = auto()
    CROSSED = auto()
    BAD_TEXT = auto()
    PAST_DAY = auto()
    SAME_DAY = auto()
    NO_ROOM = auto()
    BEFORE_GRANT = auto()
    HAS_CANCELLED = auto()
    ALREADY_WAITING = auto()
    NO_LONGER_WAITING = auto()
    ALREADY_AWAY = auto()
    NOT_A_TEAM = auto()
    NOT_A_THERAPIST = auto()
    NOT_AUTHORITY = auto()
    GOAL_IS_MET = auto()
    NO_POTENTIAL = auto()
    EXTRA_CAP = auto()
    GIVEN_ALREADY = auto()
    ALREADY_ENDED = auto()
    AGE = auto()
    ASK_FIRST = auto()
    NO_EXTENSION = auto()
    NOT_COME = auto()
    STANDARD_IN_USE = auto()


class Refused(Exception):
    """A rule said no; `facts` names what stands in the way, for the sentence."""

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.name)
        self.reason = reason
        self.facts = facts
