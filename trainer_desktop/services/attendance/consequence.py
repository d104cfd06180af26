"""What a mark would lead to, worked out before it is saved."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State, Training, Why
from trainer_desktop.rules.entries import Entry, Ledger
from trainer_desktop.rules.lateness import Late, citizen_late, staff_late
from trainer_desktop.rules.ledger import ledger
from trainer_desktop.rules.notice import notice_rule
from trainer_desktop.rules.reevaluation import Trigger
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.rules.standard_base import Rule
from trainer_desktop.services.attendance.marking import (
    Mark,
    needs_correction,
    row_of,
    standing_mark,
)
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.allowance import Cell, cells
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.standards.rulebooks import short_name
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class OpenedCard:
    """A re-evaluation that a mark would open."""

    why: Trigger
    number: int
    by: date | None
    responsible: str
    rule: RuleRef


@dataclass(frozen=True, slots=True)
class ConsequenceCard:
    """What a mark would lead to, before it is saved."""

    participant_id: uuid.UUID
    name: str
    starts: datetime
    ends: datetime
    mark: Mark
    entry: Entry
    used_before: int
    used: int
    granted: int | None
    left: int | None
    cells: tuple[Cell, ...]
    opened: tuple[OpenedCard, ...]
    frees_time: bool
    late: Late
    rule: RuleRef | None
    standard: str
    from_now_on: bool
    place: str
    reasons_differ: bool
    staff_late: Late = Late.SILENT
    needs_why: bool = False
    stood: State = State.PLANNED


def consequence(work: Work, participant_id: uuid.UUID, mark: Mark) -> ConsequenceCard:
    """Work out what a mark would lead to; nothing is changed."""
    row = row_of(work, participant_id)
    facts = courses.one(work, row.course_id)
    now = wall_now(work)
    before, after = facts.ledger, _with(work, facts, participant_id, mark)
    account = ledger(after.course, after.book)
    entry = account.entry(str(participant_id))
    assert entry is not None
    edition = facts.book.on(row.starts.date())
    ill, other = (notice_rule(facts.book, edition, w) for w in (Why.ILLNESS, Why.OTHER))
    late = citizen_late(edition, mark.late_minutes) if mark.late_minutes else Late.HELD
    opened = _opened(work, facts, after, row.starts.date())
    staff = staff_late(edition, mark.staff_late_minutes) if mark.staff_late_minutes else Late.SILENT
    lateness: Rule | None = (
        edition.lateness.citizen if edition and late is Late.MAY_CANCEL else None
    )
    if edition and staff is not Late.SILENT:
        lateness = edition.lateness.staff
    rule = opened[0].rule if opened and mark.state is State.MISSED else entry.rule
    if entry.verdict and entry.verdict.rule:
        rule = entry.verdict.rule
    if lateness and edition:
        rule = facts.book.ref(edition, lateness)
    return ConsequenceCard(
        participant_id,
        f"{row.given_name} {row.family_name}".strip(),
        row.starts,
        row.ends,
        mark,
        entry,
        before.used,
        account.used,
        _whole(account),
        account.left,
        cells(account, now),
        opened,
        mark.state is State.CANCELLED and row.ends > now,
        late,
        rule,
        short_name(rule.standard, rule.version) if rule else "",
        row.starts <= now,
        row.place or "",
        ill is not other,
        staff,
        needs_correction(work, participant_id),
        standing_mark(work, participant_id),
    )


def _with(work: Work, facts: Facts, participant_id: uuid.UUID, mark: Mark) -> Facts:
    def marked(training: Training) -> Training:
        if training.key != str(participant_id):
            return training
        return replace(
            training,
            state=_state_after(training, mark),
            why=mark.why,
            told=mark.told,
            late_minutes=mark.late_minutes,
            excused=mark.excused,
            note=mark.centre_reason,
            staff_late_minutes=mark.staff_late_minutes,
            centre=_centre_at(training, mark, wall_now(work)),
        )

    changed = replace(facts.course, trainings=tuple(marked(t) for t in facts.course.trainings))
    return replace(facts, course=changed)


def _state_after(training: Training, mark: Mark) -> State:
    both = mark.state is State.CENTRE_CANCELLED and training.state is State.CANCELLED
    return State.CANCELLED if both else mark.state


def _centre_at(training: Training, mark: Mark, now: datetime) -> datetime | None:
    """When the centre called it off, after a mark: as `_put` writes it."""
    if mark.state is State.CENTRE_CANCELLED:
        return now
    return training.centre if mark.state is State.CANCELLED else None


def _opened(work: Work, before: Facts, after: Facts, day: date) -> tuple[OpenedCard, ...]:
    today = max(wall_now(work).date(), day)

    there = {r.opened_by for r in before.open_reevaluations(today)}
    fresh = [r for r in after.open_reevaluations(today) if r.opened_by not in there]
    name = work.scalar(select(Staff.name).where(Staff.id == before.responsible_id)) or ""
    return tuple(OpenedCard(r.why, r.number, r.by, name, r.rule) for r in fresh)


def _whole(account: Ledger) -> int | None:
    return None if account.granted is None else account.granted + account.extra
