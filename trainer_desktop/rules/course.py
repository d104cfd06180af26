"""What happened in a course, as plain values: trainings, extra trainings and the facts that triggers read."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum


class State(Enum):
    """How a training stands."""

    PLANNED = "planned"
    ATTENDED = "attended"
    CANCELLED = "cancelled"
    MISSED = "missed"
    CENTRE_CANCELLED = "centre_cancelled"
    STAFF_MISSED = "staff_missed"
    TURNED_AWAY = "turned_away"  # came so late that the training was called off


TAKES_A_PLACE = (State.PLANNED, State.ATTENDED, State.MISSED)  # the rest are gone from it


class Why(Enum):
    """Why a citizen cancelled."""

    ILLNESS = "illness"
    OTHER = "other"
    HOLIDAY = "holiday"
    HOSPITAL = "hospital"


class Form(Enum):
    """How a training is given."""

    INDIVIDUAL = "individual"
    TEAM = "team"
    POOL = "pool"
    HOME = "home"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Training:
    """One citizen's one training. `told` is when a cancellation was given, wall time; None: not noted.

    `excused` is a person's reason that the training shall not count. `centre` is when the centre called it
    off, wall time, beside what the citizen did; `centre_failed` that it did, whenever it was.
    """

    key: str
    starts: datetime
    minutes: int = 0
    state: State = State.PLANNED
    form: Form = Form.INDIVIDUAL
    why: Why | None = None
    told: datetime | None = None
    late_minutes: int = 0
    staff_late_minutes: int = 0
    excused: str = ""
    note: str = ""
    centre: datetime | None = None

    @property
    def centre_failed(self) -> bool:
        """Whether the centre called it off, alone or beside the citizen."""
        return self.centre is not None or self.state is State.CENTRE_CANCELLED


@dataclass(frozen=True, slots=True)
class Extra:
    """Trainings granted beyond the package."""

    day: date
    trainings: int
    minutes: int = 0
    reason: str = ""
    by: str = "responsible"


@dataclass(frozen=True, slots=True)
class Grant:
    """The package: trainings, minutes, or both; `day` is the day of the grant."""

    trainings: int | None = None
    minutes: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to one re-evaluation: the day, what had opened it, and the trainings it looked at."""

    day: date
    opened_by: str
    covers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """Trainings that are only counted: attended, with their minutes, and planned, with theirs."""

    attended: int = 0
    minutes: int = 0
    planned: int = 0
    planned_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint over a decision: when it came, and when it was answered."""

    key: str
    received: date
    answered: date | None = None


@dataclass(frozen=True)
class Course:
    """Everything the rules need to know of a course; `held` are trainings beside those that are told one by one."""

    grant: Grant | None = None
    trainings: tuple[Training, ...] = ()
    extras: tuple[Extra, ...] = ()
    events: dict[str, date] = field(default_factory=dict)
    supplier: str = ""
    goal_met: bool | None = None
    potential: bool | None = None
    declined: bool = False
    answers: tuple[Answer, ...] = ()
    extended: tuple[date, ...] = ()
    held: Held = Held()
    complaints: tuple[Complained, ...] = ()
    extended_to: date | None = None  # as a person said, where the standard gives no length

    @property
    def started(self) -> date | None:
        """The day the course began."""
        return self.events.get("course_start")

    @property
    def ended(self) -> date | None:
        """The day the course ended."""
        return self.events.get("course_end")
