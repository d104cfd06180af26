"""What a ledger is: its entries, what each is, and the sums."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from trainer_desktop.rules.course import Held
from trainer_desktop.rules.notice import NoticeVerdict
from trainer_desktop.rules.rulebook import RuleRef

NOTHING = Held()


class EntryKind(Enum):
    """What an entry records."""

    GRANTED = "granted"
    EXTRA = "extra"
    BOOKED = "booked"
    ATTENDED = "attended"
    CANCELLED_IN_TIME = "cancelled_in_time"
    CANCELLED_LATE = "cancelled_late"
    CANCELLED = "cancelled"  # the standard has no rule on notice, or the time was not noted
    MISSED = "missed"
    CENTRE_CANCELLED = "centre_cancelled"
    STAFF_MISSED = "staff_missed"
    TURNED_AWAY = "turned_away"


class Ground(Enum):
    """Why an entry counts or does not."""

    GRANT = "grant"
    HELD = "held"
    TO_COME = "to_come"
    CENTRE_NEVER_CHARGES = "centre_never_charges"
    EXCUSED = "excused"
    EXCUSED_KIND = "excused_kind"
    REPLACED = "replaced"
    NOT_REPLACED = "not_replaced"
    IN_TIME_REPLACED = "in_time_replaced"
    LATE_NOT_REPLACED = "late_not_replaced"
    NOT_YET_REPEATED = "not_yet_repeated"
    REPEATED = "repeated"
    COUNTS_AS_NO_SHOW = "counts_as_no_show"
    LATE_USED = "late_used"
    FIRST_ARE_USED = "first_are_used"
    SILENT = "silent"


class NewTime(Enum):
    """What the citizen may expect after a training that was lost."""

    OWED = "owed"  # the centre failed: a new time is owed
    AGREED = "agreed"  # the centre failed: a new time is agreed with the citizen
    YES = "yes"  # the training was given back, so it can be booked again
    NO = "no"  # used: no replacement
    SILENT = "silent"  # the standard says nothing; the centre may offer one


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. `cost` and `minutes` are what it uses; a grant has `gives`."""

    day: date
    kind: EntryKind
    ground: Ground
    cost: int = 0
    minutes: int = 0
    gives: int = 0
    gives_minutes: int = 0
    restored: int = 0
    key: str = ""
    starts: datetime | None = None
    new_time: NewTime | None = None
    verdict: NoticeVerdict | None = None
    rule: RuleRef | None = None
    number: int = 0  # which absence of its sort in the course this is, from 1
    note: str = ""
    length: int = 0  # the training's minutes, used or not


@dataclass(frozen=True)
class Ledger:
    """The entries in order, and the sums. `granted` is None when there is no package; minutes likewise.

    `limit` says what uses the package up: its trainings, its minutes, or what comes first.
    """

    entries: tuple[Entry, ...]
    granted: int | None
    granted_minutes: int | None
    limit: str = ""
    held: Held = NOTHING

    @property
    def extra(self) -> int:
        """Trainings given beyond the package."""
        return sum(e.gives for e in self.entries if e.kind is EntryKind.EXTRA)

    @property
    def extra_minutes(self) -> int:
        """Minutes given beyond the package."""
        return sum(e.gives_minutes for e in self.entries if e.kind is EntryKind.EXTRA)

    @property
    def used(self) -> int:
        """Trainings used."""
        return self.held.attended + sum(e.cost for e in self.entries)

    @property
    def used_minutes(self) -> int:
        """Minutes used."""
        return self.held.minutes + sum(e.minutes for e in self.entries)

    @property
    def restored(self) -> int:
        """Booked trainings that came back unused."""
        return sum(e.restored for e in self.entries)

    @property
    def booked(self) -> int:
        """Trainings still to come."""
        return self.held.planned + sum(e.kind is EntryKind.BOOKED for e in self.entries)

    @property
    def left(self) -> int | None:
        """Granted and extra, less used; below zero when more was used than given."""
        return None if self.granted is None else self.granted + self.extra - self.used

    @property
    def left_minutes(self) -> int | None:
        """Minutes granted and extra, less used."""
        if self.granted_minutes is None:
            return None
        return self.granted_minutes + self.extra_minutes - self.used_minutes

    @property
    def free(self) -> int | None:
        """Left and not yet booked."""
        return None if self.left is None else self.left - self.booked

    @property
    def free_minutes(self) -> int | None:
        """Minutes left and not yet booked."""
        if self.left_minutes is None:
            return None
        booked = self.held.planned_minutes
        booked += sum(e.length for e in self.entries if e.kind is EntryKind.BOOKED)
        return self.left_minutes - booked

    @property
    def counts_minutes(self) -> bool:
        """Whether minutes use the package up: it has nothing else, or the standard says so."""
        return self.limit in ("minutes", "first") or self.granted is None

    @property
    def counts_trainings(self) -> bool:
        """Whether trainings use the package up."""
        return self.limit != "minutes"

    @property
    def used_up(self) -> bool:
        """Whether nothing is left of the package, by what it is counted in."""
        by_trainings = self.counts_trainings and self.left is not None and self.left <= 0
        minutes = self.left_minutes
        return by_trainings or (self.counts_minutes and minutes is not None and minutes <= 0)

    def has_room(self, minutes: int, trainings: int = 1) -> bool:
        """Whether so many more trainings of these minutes each can be booked."""
        if self.counts_trainings and self.free is not None and self.free < trainings:
            return False
        free = self.free_minutes
        return not self.counts_minutes or free is None or free >= minutes * trainings

    def entry(self, key: str) -> Entry | None:
        """The line of one training."""
        return next((e for e in self.entries if e.key == key), None)
