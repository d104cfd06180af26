"""A course's rights as plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from trainer_desktop.rules.choice import InTime
from trainer_desktop.rules.deadlines import Deadline
from trainer_desktop.rules.rulebook import RuleRef


class Right(Enum):
    """What a line is about."""

    CHOICE = "choice"
    NATIONAL_CHOICE = "national_choice"
    LONGEST = "longest"
    EXTENSION = "extension"
    EARLY_END = "early_end"
    COMPLAINT = "complaint"
    RIDE = "ride"
    RIDE_LAPSES = "ride_lapses"
    RIDE_TIME = "ride_time"
    REIMBURSEMENT = "reimbursement"


class Said(Enum):
    """What comes out: a yes, a no, a question to a person, or words to read."""

    YES = "yes"
    NO = "no"
    ASK = "ask"
    READ = "read"


@dataclass(frozen=True, slots=True)
class RightLine:
    """One thing the standard says of a course; `day` is its last day, `default` what holds without a choice.

    `areas` and `situations` are what a choice rests on, `waits_for` the event that its last day counts from.
    """

    right: Right
    said: Said
    rule: RuleRef | None = None
    day: date | None = None
    came: InTime = InTime.SILENT
    noted: bool = False  # whether somebody has noted that it came
    default: str = ""
    may_switch: bool | None = None
    waits_for: str = ""
    areas: tuple[str, ...] = ()
    situations: tuple[tuple[str, str], ...] = ()
    weighs: tuple[str, ...] = ()
    extended: tuple[tuple[date, str], ...] = ()
    forms: tuple[str, ...] = ()
    suspensive: bool | None = None
    professional: str = ""
    copayment: bool = False
    price: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RightsCard:
    """The days that are noted or asked for, in the order of a course, and what follows from them."""

    days: dict[str, date | None]
    lines: tuple[RightLine, ...]
    deadlines: tuple[Deadline, ...] = ()
    supplier: str = ""
    suppliers: tuple[str, ...] = ()  # those that some deadline is for
