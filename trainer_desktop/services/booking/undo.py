"""Taking a change back: the journal says what was, unless somebody has changed it since or it could not be done today."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from functools import cache

from sqlalchemy import Column, func, select

from trainer_desktop.models.base import Synced, registers, table_of
from trainer_desktop.models.centre import Centre, ClosingDay, Room, RoomClosure, Staff, StaffAbsence
from trainer_desktop.models.citizen import Consent
from trainer_desktop.models.journal import ChangeSet
from trainer_desktop.models.message import EndStatus
from trainer_desktop.models.plain import from_plain, to_plain
from trainer_desktop.models.schema import TABLES
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Change, Work
from trainer_desktop.rules.course import TAKES_A_PLACE
from trainer_desktop.rules.holidays import holiday_name
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import booking
from trainer_desktop.services.registers import standing

_WITH_ALL = {"with_withdrawn": True}


def revert(work: Work, change: Change) -> None:
    """Put back what a change set noted, under the same guards as any other act.

    Raises Refused: CHANGED_SINCE when a register has another value by now, IN_USE when something has
    come to hang on what would go away, GONE when something it hangs on has gone, or what a booking
    would be refused for today.
    """
    ops = work.scalar(
        select(ChangeSet.ops).where(ChangeSet.site == change.site, ChangeSet.seq == change.seq)
    )
    if ops is None:
        raise Refused(Reason.GONE)
    touched: list[Synced] = []
    for table, row_id, kind, noted in reversed(ops):
        model = TABLES[table]
        row = work.get_one(model, uuid.UUID(row_id), execution_options=_WITH_ALL)
        groups = registers(model)
        for register, (new, *_seen) in noted.items():
            now = [to_plain(getattr(row, c.key)) for c in groups[register]]
            if now[: len(new)] != new:  # an older program knew fewer fields
                raise Refused(Reason.CHANGED_SINCE)
        touched.append(row)
        if kind == "i":
            row.withdrawn = True
            continue
        for register, (_new, _seen, old) in noted.items():
            for column, value in zip(groups[register], old, strict=False):
                setattr(row, column.key, from_plain(column, value))
    before = {row.id for row in touched if _takes(row, ops)}
    work.flush()
    _refuse_left_hanging(work, touched)
    _refuse_what_no_longer_holds(work, change, touched, before)
    for row in touched:
        if not row.withdrawn:
            _refuse_to_close(work, row)


def _refuse_to_close(work: Work, row: Synced) -> None:
    """What closes a day, a room or somebody's time comes back only where nothing stands by now."""
    s = TrainingSession
    match row:
        case ClosingDay():
            left = standing.on_day(work, row.day, row.centre_id)
        case RoomClosure():
            left = standing.at_time(work, s.room_id == row.room_id, row.starts, row.ends)
        case StaffAbsence():
            left = standing.at_time(work, s.therapist_id == row.staff_id, row.starts, row.ends)
        case Centre() | Room() | Staff() | Team() if row.ended:
            left = standing.standing(work, row, row.ended)
        case _:
            return
    if left.trainings:
        raise Refused(Reason.STILL_STANDS, n=left.trainings, first=left.first)


def _refuse_left_hanging(work: Work, rows: list[Synced]) -> None:
    """No standing row may point at a withdrawn one: neither what came since, nor what is put back."""
    for row in rows:
        if row.withdrawn:
            for model, column in _pointing_at(table_of(type(row)).name):
                query = select(model.id).where(column == row.id).limit(1)
                if work.scalar(query) is not None:
                    raise Refused(Reason.IN_USE)
            if isinstance(row, Consent) and _signed_since(work, row):
                raise Refused(Reason.IN_USE)
            continue
        for column in table_of(type(row)).c:
            target = _target(column)
            value = getattr(row, column.key)
            if target is None or value is None:
                continue
            parent = work.get(target, value, execution_options=_WITH_ALL)
            if parent is None or parent.withdrawn:
                raise Refused(Reason.GONE)


def _signed_since(work: Work, row: Consent) -> bool:
    """Whether an end status rests on an answer: it is taken back by another answer then, not by undoing it."""
    s = EndStatus
    later = select(s.id).where(s.course_id == row.course_id, s.signed_at >= row.noted_at)
    return work.scalars(later.limit(1)).first() is not None


def _refuse_what_no_longer_holds(
    work: Work, change: Change, rows: list[Synced], before: set[uuid.UUID]
) -> None:
    """Trainings that come to stand where they did not are asked as new bookings are.

    What stood beside them already then, somebody had accepted.
    """
    gained: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for row in rows:
        if row.withdrawn:
            continue
        if isinstance(row, TrainingSession):
            gained[row.id] |= set()
        elif isinstance(row, Participant) and row.id in before and row.state in TAKES_A_PLACE:
            gained[row.session_id].add(row.course_id)
    stood = _stood_beside(work, change, gained)
    for session_id, courses in gained.items():
        try:
            booking.still_holds(work, session_id, courses, stood)
        except Refused as no:
            day = work.get_one(TrainingSession, session_id).starts.date()
            if no.reason is not Reason.CLOSED or not holiday_name(day):
                raise  # a holiday was one already when it stood there; the database holds the rest


def _stood_beside(work: Work, change: Change, ids: Collection[uuid.UUID]) -> frozenset[uuid.UUID]:
    """The trainings of those days that nobody has made or touched after the change."""
    s = TrainingSession
    first, last = work.execute(
        select(func.min(s.starts), func.max(s.ends)).where(s.id.in_(ids))
    ).one()
    if first is None:
        return frozenset()
    later = work.scalars(
        select(ChangeSet.ops).where(ChangeSet.site == change.site, ChangeSet.seq > change.seq)
    )
    newer = {uuid.UUID(op[1]) for ops in later for op in ops if op[0] == table_of(s).name}
    there = work.scalars(select(s.id).where(s.starts < last, s.ends > first))
    return frozenset(there) - newer


def _takes(row: Synced, ops: list[list[object]]) -> bool:
    """Whether putting back gives a participant a place that they had not."""
    if not isinstance(row, Participant):
        return False
    taking = [state.value for state in TAKES_A_PLACE]
    for _table, key, _kind, noted in ops:
        if key != str(row.id) or not isinstance(noted, dict):
            continue
        if "withdrawn" in noted or "attendance" not in noted:
            return "withdrawn" in noted
        new, *_seen = noted["attendance"]
        return new[0] not in taking
    return False


@cache
def _pointing_at(table: str) -> tuple[tuple[type[Synced], Column[object]], ...]:
    """Every column that points at a table's rows."""
    return tuple(
        (model, column)
        for model in TABLES.values()
        for column in table_of(model).c
        if any(key.column.table.name == table for key in column.foreign_keys)
    )


@cache
def _target(column: Column[object]) -> type[Synced] | None:
    """The table that a column points at."""
    return next((TABLES.get(key.column.table.name) for key in column.foreign_keys), None)
