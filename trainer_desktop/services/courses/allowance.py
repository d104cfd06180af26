"""A course's package as a page shows it: cells, sums, and every line with its reason."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.entries import Entry, EntryKind, Ledger
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.standards.rulebooks import short_name
from trainer_desktop.services.store.moments import wall_now


class Cell(Enum):
    """One training of the package, as a cell of the meter."""

    USED = "u"
    LOST = "l"  # used without a training
    NEXT = "n"
    BOOKED = "b"
    FREE = "f"


SPARED = (EntryKind.MISSED, EntryKind.CANCELLED_LATE, EntryKind.TURNED_AWAY)


@dataclass(frozen=True, slots=True)
class PackageCard:
    """The package in one glance. `granted` None: no package."""

    granted: int | None
    extra: int
    used: int
    left: int | None
    booked: int
    free: int | None
    attended: int
    lost: int
    in_time: int
    centre: int
    spared: int  # no-shows and late cancellations that do not count
    cells: tuple[Cell, ...]
    attended_from: date | None
    attended_to: date | None
    lost_last: Entry | None
    lost_alike: bool  # all of them for the same reason
    booked_to: date | None
    used_minutes: int
    left_minutes: int | None


@dataclass(frozen=True, slots=True)
class LineCard:
    """One training in the ledger, with where and by whom."""

    id: uuid.UUID | None
    session_id: uuid.UUID | None
    entry: Entry
    place: str
    therapist: str
    late_minutes: int
    used_after: int
    standard: str


def package(facts: Facts, now: datetime) -> PackageCard:
    """The package of a course as it stands now."""
    return package_of(facts.ledger, now)


def package_of(account: Ledger, now: datetime) -> PackageCard:
    """The package that a ledger shows."""
    kinds = [e.kind for e in account.entries]
    attended = [e for e in account.entries if e.kind is EntryKind.ATTENDED]
    lost = [e for e in account.entries if e.cost and e.kind is not EntryKind.ATTENDED]
    booked = [e for e in account.entries if e.kind is EntryKind.BOOKED]
    in_time = sum(k in (EntryKind.CANCELLED_IN_TIME, EntryKind.CANCELLED) for k in kinds) - sum(
        e.kind in (EntryKind.CANCELLED_IN_TIME, EntryKind.CANCELLED) and e.cost for e in lost
    )
    failed = sum(k in (EntryKind.CENTRE_CANCELLED, EntryKind.STAFF_MISSED) for k in kinds)
    return PackageCard(
        account.granted,
        account.extra,
        account.used,
        account.left,
        account.booked,
        account.free,
        len(attended),
        len(lost),
        in_time,
        failed,
        sum(e.kind in SPARED and not e.cost for e in account.entries),
        cells(account, now),
        attended[0].day if attended else None,
        attended[-1].day if attended else None,
        lost[-1] if lost else None,
        len({e.kind for e in lost}) == 1,
        booked[-1].day if booked else None,
        account.used_minutes,
        account.left_minutes,
    )


def cells(account: Ledger, now: datetime) -> tuple[Cell, ...]:
    """One cell for each training of the package: used first, in order, then booked, then free."""
    made = [
        Cell.USED if e.kind is EntryKind.ATTENDED else Cell.LOST for e in account.entries if e.cost
    ]
    booked = [e for e in account.entries if e.kind is EntryKind.BOOKED]
    coming = False
    for entry in booked:
        is_next = not coming and entry.starts is not None and entry.starts >= now
        coming = coming or is_next
        made.append(Cell.NEXT if is_next else Cell.BOOKED)
    whole = (account.granted or 0) + account.extra
    return tuple(made + [Cell.FREE] * max(0, whole - len(made)))


def number_of(account: Ledger, participant_id: uuid.UUID) -> int:
    """Which of the package's trainings this one is, from 1, counting what is used and what is booked; 0: it counts as none."""
    number = 0
    for entry in account.entries:
        counts = entry.cost > 0 or entry.kind is EntryKind.BOOKED
        number += counts
        if entry.key == str(participant_id):
            return number if counts else 0
    return 0


def numbers(work: Work, people: dict[uuid.UUID, uuid.UUID]) -> dict[uuid.UUID, tuple[int, int]]:
    """For participants with their courses: which training of how many, where a package is granted and it counts."""
    known = courses.accounts(work, people.values())
    found = {}
    for person, course in people.items():
        account = known[course].ledger if course in known else None
        number = number_of(account, person) if account else 0
        if account and number and account.granted is not None:
            found[person] = (number, account.granted + account.extra)
    return found


def lines(work: Work, facts: Facts) -> list[LineCard]:
    """The ledger's trainings, the newest first, each with the sum used after it."""
    places = _places(work, facts)
    found: list[LineCard] = []
    used = 0
    for entry in facts.ledger.entries:
        used += entry.cost
        participant = uuid.UUID(entry.key) if entry.key else None
        session, place, therapist, late = places.get(participant, (None, "", "", 0))
        standard = short_name(entry.rule.standard, entry.rule.version) if entry.rule else ""
        found.append(LineCard(participant, session, entry, place, therapist, late, used, standard))
    return found[::-1]


def _places(
    work: Work, facts: Facts
) -> dict[uuid.UUID | None, tuple[uuid.UUID | None, str, str, int]]:
    p, s = Participant, TrainingSession
    rows = work.execute(
        select(p.id, s.id, Room.name, Staff.initials, Team.name, p.late_minutes)
        .join(s, s.id == p.session_id)
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
        .where(p.course_id == facts.id)
    )
    return {
        row[0]: (row[1], " · ".join(n for n in (row[4], row[2]) if n), row[3], row[5])
        for row in rows
    }


def next_and_last(
    facts: Facts, now: datetime, shown: uuid.UUID | None = None
) -> tuple[Entry | None, Entry | None]:
    """The citizen's next training and the last one before now, the one that is shown left out."""
    others = [e for e in facts.ledger.entries if e.starts and e.key and e.key != str(shown)]
    ahead = [e for e in others if e.kind is EntryKind.BOOKED and e.starts and e.starts >= now]
    past = [e for e in others if e.starts and e.starts < now]
    return ahead[0] if ahead else None, past[-1] if past else None


def package_now(work: Work, facts: Facts) -> PackageCard:
    """The package at this unit of work's moment."""
    return package(facts, wall_now(work))
