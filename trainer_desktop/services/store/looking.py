"""The access log of one citizen, looks and changes in one list; and the look-ups that are out of the ordinary."""

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import or_, select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen, Kin
from trainer_desktop.models.course import Course
from trainer_desktop.models.journal import ChangeSet
from trainer_desktop.models.record import Note
from trainer_desktop.models.training import Participant
from trainer_desktop.models.user import Access, AccessSeen, AppUser
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.rights import Right, UserRole
from trainer_desktop.rules.unusual import Unusual, unusual
from trainer_desktop.services.store.moments import wall_time
from trainer_desktop.services.store.opening import COPENHAGEN

LATELY = timedelta(days=30)
AFTER_END = timedelta(days=183)  # a course that has ended is still worked on for a while


@dataclass(frozen=True, slots=True)
class AccessLine:
    """One look or one change: when (Danish wall time), who, where, and what in the journal's own words."""

    at: datetime
    login: str
    name: str
    role: UserRole | None
    what: str
    place: str
    changed: bool
    unusual: Unusual | None = None


@dataclass(frozen=True, slots=True)
class UnusualLook:
    """A look-up that a manager is shown."""

    seq: int
    at: datetime
    login: str
    name: str
    citizen_id: uuid.UUID
    citizen: str
    why: Unusual
    place: str


def log(
    work: Work,
    citizen_id: uuid.UUID,
    first: date,
    last: date,
    *,
    login: str = "",
    changes: bool | None = None,
) -> list[AccessLine]:
    """Everything of one citizen from the first to the last day, the newest first; raises Refused NOT_ALLOWED.

    `login` is one user's only; `changes` True for changes only, False for looks only.
    """
    work.ask(Right.ACCESS_LOG)
    start, end = _moments(first, last)
    people = _people(work)
    found: list[AccessLine] = []
    if changes is not True:
        strange = {one.seq: one.why for one in _unusual(work, start, citizen_id, seen=True)}
        query = select(Access).where(Access.citizen_id == citizen_id, Access.at.between(start, end))
        for row in work.scalars(query):
            found.append(
                _line(row.at, row.actor, row.what, row.place, people, why=strange.get(row.seq))
            )
    if changes is not False:
        keys = _keys_of(work, citizen_id)
        for one in _change_sets(work, start, end):
            if any(str(op[1]) in keys or _names(op, keys) for op in one.ops):
                at = _stamped(one.stamp)
                found.append(_line(at, one.actor, one.action, one.place, people, changed=True))
    if login:
        found = [one for one in found if one.login == login]
    return sorted(found, key=lambda one: one.at, reverse=True)


def _moments(first: date, last: date) -> tuple[datetime, datetime]:
    start = datetime.combine(first, time(0), COPENHAGEN).astimezone(UTC)
    return start, datetime.combine(last, time(23, 59, 59), COPENHAGEN).astimezone(UTC)


def _people(work: Work) -> dict[str, tuple[str, UserRole | None]]:
    found: dict[str, tuple[str, UserRole | None]] = {
        row.initials: (row.name, None) for row in work.execute(select(Staff.initials, Staff.name))
    }
    query = select(AppUser.login, AppUser.name, AppUser.role)
    return found | {row.login: (row.name, row.role) for row in work.execute(query)}


def _line(
    at: datetime,
    login: str,
    what: str,
    place: str,
    people: dict[str, tuple[str, UserRole | None]],
    *,
    changed: bool = False,
    why: Unusual | None = None,
) -> AccessLine:
    wall = wall_time(at)
    assert wall
    name, role = people.get(login, (login, None))
    return AccessLine(wall, login, name, role, what, place, changed, why)


def _keys_of(work: Work, citizen_id: uuid.UUID) -> set[str]:
    courses = list(work.scalars(select(Course.id).where(Course.citizen_id == citizen_id)))
    rows: list[Iterable[uuid.UUID]] = [[citizen_id], courses]
    rows.append(work.scalars(select(Participant.id).where(Participant.course_id.in_(courses))))
    rows.append(work.scalars(select(Note.id).where(Note.citizen_id == citizen_id)))
    rows.append(work.scalars(select(Kin.id).where(Kin.citizen_id == citizen_id)))
    return {str(key) for some in rows for key in some}


def _names(op: list[object], keys: set[str]) -> bool:
    """Whether a new row says whose it is: a citizen or a course among these."""
    noted = op[3]
    if not isinstance(noted, dict):
        return False
    for name in ("course_id", "citizen_id"):
        value = noted.get(name)
        if value and value[0] and str(value[0][0]) in keys:
            return True
    return False


def _change_sets(work: Work, start: datetime, end: datetime) -> Iterator[ChangeSet]:
    low, high = (f"{int(at.timestamp() * 1000) << 16:016x}" for at in (start, end))
    query = select(ChangeSet).where(ChangeSet.stamp.between(low, high)).order_by(ChangeSet.stamp)
    yield from work.scalars(query.execution_options(yield_per=500))


def _stamped(stamp: str) -> datetime:
    return datetime.fromtimestamp((int(stamp[:16], 16) >> 16) / 1000, tz=UTC)


def unusual_looks(work: Work) -> list[UnusualLook]:
    """Those of the last 30 days that nobody has answered for, the newest first; raises Refused NOT_ALLOWED."""
    work.ask(Right.ACCESS_LOG)
    return _unusual(work, work.now - LATELY, None, seen=False)


def _unusual(
    work: Work, since: datetime, citizen_id: uuid.UUID | None, *, seen: bool
) -> list[UnusualLook]:
    people = _people(work)
    colleagues = frozenset(name for name, _role in people.values())
    query = select(Access, Citizen.given_name, Citizen.family_name)
    query = query.join(Citizen, Citizen.id == Access.citizen_id).where(Access.at >= since)
    if citizen_id:
        query = query.where(Access.citizen_id == citizen_id)
    if not seen:
        query = query.where(Access.seq.not_in(select(AccessSeen.access_seq)))
    c = Course
    late = (work.now - AFTER_END).date()
    running = set(work.scalars(select(c.citizen_id).where(or_(c.ended.is_(None), c.ended > late))))
    found = []
    for row, given, family in work.execute(query.order_by(Access.seq.desc())):
        name = people.get(row.actor, (row.actor, None))[0]
        of = f"{given} {family}".strip()
        there = row.citizen_id in running
        why = unusual(name, of, colleagues, running=there, worked=False)
        at = wall_time(row.at)
        if why and at:
            found.append(
                UnusualLook(row.seq, at, row.actor, name, row.citizen_id, of, why, row.place)
            )
    return found


def in_order(work: Work, seq: int, said: str) -> None:
    """A manager has asked, and says why it was in order. Raises Refused: NEEDS_REASON, NOT_ALLOWED."""
    said = limits.reason_given(said)
    work.add(AccessSeen(access_seq=seq, said=said, seen_by=work.actor, seen_at=work.now))
