"""Courses as the rules see them, read for many at once."""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Select, case, func, select

from trainer_desktop.models.course import Course as CourseRow
from trainer_desktop.models.course import CourseEvent, ExtraTrainings, Goal, ReevaluationOutcome
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.record import Complaint
from trainer_desktop.models.spans import minutes_between
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import (
    TAKES_A_PLACE,
    Answer,
    Complained,
    Course,
    Extra,
    Grant,
    Held,
    State,
    Training,
)
from trainer_desktop.rules.entries import Ledger
from trainer_desktop.rules.ledger import ledger
from trainer_desktop.rules.reevaluation import Reevaluation, open_ones, reevaluations
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.services.courses.happened import First, first_of, worked_out
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_time

CHUNK = 400


class _Queries:
    """What the rules ask of courses; of a single one it is cheaper to ask by equality than by a list."""

    def __init__(self, *, many: bool) -> None:
        ids = key_param("ids", many=many)
        c, p, s, x = CourseRow, Participant, TrainingSession, ExtraTrainings

        def these(column: Any) -> Any:
            return column.in_(ids) if many else column == ids

        self.courses = standing(
            select(
                c.id,
                c.citizen_id,
                c.responsible_id,
                c.basis,
                c.standard,
                c.supplier,
                c.package_trainings,
                c.package_minutes,
                c.potential,
                c.declined,
                c.extended,
            ).where(these(c.id))
        )
        self.trainings = standing(
            select(
                p.id,
                p.course_id,
                s.starts,
                s.ends,
                s.form,
                p.state,
                p.why,
                p.told,
                p.late_minutes,
                p.staff_late_minutes,
                p.excused,
                p.centre_reason,
                p.centre_cancelled_at,
                p.number,
                p.created,
            )
            .join(s, s.id == p.session_id)
            .where(these(p.course_id))
        )
        self.events = standing(
            select(CourseEvent.course_id, CourseEvent.event, CourseEvent.day).where(
                these(CourseEvent.course_id)
            )
        )
        self.extras = standing(
            select(x.course_id, x.day, x.trainings, x.minutes, x.reason).where(these(x.course_id))
        )
        k = Complaint
        self.complaints = standing(
            select(k.id, k.course_id, k.received, k.answered)
            .where(these(k.course_id), k.kind == "service_level")
            .order_by(k.received, k.id)
        )
        self.goals = standing(select(Goal.course_id, Goal.reached_on).where(these(Goal.course_id)))
        r = ReevaluationOutcome
        self.answered = standing(
            select(r.course_id, r.why, r.since, r.opened_by, r.covers, r.decided_at).where(
                these(r.course_id)
            )
        )


_ONE, _MANY = _Queries(many=False), _Queries(many=True)
MANY = 5000  # courses whose trainings are counted at once
_GONE_WELL = (State.PLANNED, State.ATTENDED)
_LOST = _MANY.trainings.where(Participant.state.not_in(_GONE_WELL))


def _sum(state: State, what: Any) -> Any:
    return func.sum(case((Participant.state == state, what), else_=0))


_LENGTH = minutes_between(TrainingSession.starts, TrainingSession.ends)
_HELD = standing(
    select(
        Participant.course_id,
        _sum(State.ATTENDED, 1).label("attended"),
        _sum(State.ATTENDED, _LENGTH).label("attended_minutes"),
        _sum(State.PLANNED, 1).label("planned"),
        _sum(State.PLANNED, _LENGTH).label("planned_minutes"),
        func.min(TrainingSession.starts).label("first"),
        func.max(TrainingSession.starts).label("last"),
        func.min(case((Participant.state == State.ATTENDED, TrainingSession.starts))).label("came"),
        func.max(Participant.number).label("number"),
        func.min(Participant.created).label("created"),
    )
    .join(TrainingSession, TrainingSession.id == Participant.session_id)
    .where(
        Participant.course_id.in_(key_param("ids", many=True)), Participant.state.in_(TAKES_A_PLACE)
    )
    .group_by(Participant.course_id)
)


@dataclass(frozen=True)
class Facts:
    """One course with its rulebook."""

    id: uuid.UUID
    citizen_id: uuid.UUID
    responsible_id: uuid.UUID | None
    course: Course
    book: Rulebook

    @cached_property
    def ledger(self) -> Ledger:
        """The allowance, worked out."""
        return ledger(self.course, self.book)

    def open_reevaluations(self, today: date) -> list[Reevaluation]:
        """The re-evaluations that nobody has answered; none once the course has ended."""
        if self.course.ended and self.course.ended <= today:
            return []
        found = reevaluations(self.course, self.ledger, self.book, today)
        return open_ones(found, self.course)


def facts(work: Work, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Facts]:
    """Read everything that the rules need on these courses."""
    found: dict[uuid.UUID, Facts] = {}
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), CHUNK):
        found |= _some(work, every[start : start + CHUNK])
    return found


def one(work: Work, course_id: uuid.UUID) -> Facts:
    """The facts of one course."""
    return _some(work, [course_id])[course_id]


def account(work: Work, course_id: uuid.UUID) -> Facts:
    """The facts that its ledger needs, without goals and answers: what is asked at every booking."""
    return _some(work, [course_id], judged=False)[course_id]


def accounts(work: Work, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Facts]:
    """As `account`, for many at once."""
    found: dict[uuid.UUID, Facts] = {}
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), CHUNK):
        found |= _some(work, every[start : start + CHUNK], judged=False)
    return found


Ends = dict[uuid.UUID, tuple[datetime, datetime]]


def unanswered() -> Select[uuid.UUID]:
    """The courses with a complaint over a decision that waits for its answer, ended or not."""
    k = Complaint
    return select(k.course_id).where(
        k.kind == "service_level", k.answered.is_(None), k.withdrawn.is_(False)
    )


def briefs(work: Work, ids: Iterable[uuid.UUID]) -> tuple[dict[uuid.UUID, Facts], Ends]:
    """As `facts`, but what was held or is to come is only counted; with each course's first and last training.

    For pages with hundreds of citizens: the same numbers and the same re-evaluations, from what was cancelled or
    missed and from sums. A course whose package is used up, or whose standard looks at every training,
    is read in full.
    """
    every = list(dict.fromkeys(ids))
    found: dict[uuid.UUID, Facts] = {}
    firsts: dict[uuid.UUID, First] = {}
    ends: Ends = {}
    for start in range(0, len(every), MANY):
        some = every[start : start + MANY]
        held: dict[uuid.UUID, Held] = {}
        for row in work.rows(_HELD, ids=some):
            key = row.course_id
            held[key] = Held(
                int(row.attended or 0),
                int(row.attended_minutes or 0),
                int(row.planned or 0),
                int(row.planned_minutes or 0),
            )
            ends[key] = (row.first, row.last)
            here = not row.number
            firsts[key] = First(
                row.came, row.first if here else None, row.created if here else None
            )
        found |= _some(work, some, trainings=_LOST, held=held, firsts=firsts)
    whole = [
        key
        for key, one in found.items()
        if one.book.asks_of_all or one.ledger.used_up or one.ledger.granted is None
    ]
    return found | facts(work, whole), ends


def _some(
    work: Work,
    ids: list[uuid.UUID],
    *,
    judged: bool = True,
    trainings: Any = None,
    held: dict[uuid.UUID, Held] | None = None,
    firsts: dict[uuid.UUID, First] | None = None,
) -> dict[uuid.UUID, Facts]:
    ask, these = (_ONE, ids[0]) if len(ids) == 1 else (_MANY, ids)
    if trainings is not None:
        ask, these = _MANY, ids
    rows = work.rows(ask.courses, ids=these)
    known: dict[uuid.UUID, list[Training]] = defaultdict(list)
    read: dict[uuid.UUID, list[Any]] = defaultdict(list)
    for row in work.rows(ask.trainings if trainings is None else trainings, ids=these):
        known[row.course_id].append(_training(row))
        read[row.course_id].append(row)
    if firsts is None:
        firsts = {key: first_of(some) for key, some in read.items()}
    events: dict[uuid.UUID, dict[str, date]] = defaultdict(dict)
    for course, event, day in work.rows(ask.events, ids=these):
        events[course][event] = day
    extras: dict[uuid.UUID, list[Extra]] = defaultdict(list)
    for extra in work.rows(ask.extras, ids=these):
        extras[extra.course_id].append(
            Extra(extra.day, extra.trainings, extra.minutes, extra.reason)
        )
    goals: dict[uuid.UUID, list[bool]] = defaultdict(list)
    answered: dict[uuid.UUID, list[Answer]] = defaultdict(list)
    complained: dict[uuid.UUID, list[Complained]] = defaultdict(list)
    if judged:
        for row in work.rows(ask.complaints, ids=these):
            one = Complained(str(row.id), row.received, row.answered)
            complained[row.course_id].append(one)
        for course, reached_on in work.rows(ask.goals, ids=these):
            goals[course].append(reached_on is not None)
        for row in work.rows(ask.answered, ids=these):
            answered[row.course_id].append(_answer(row))
    for key in {row.id for row in rows} & firsts.keys():
        events[key] = {**worked_out(firsts[key]), **events[key]}
    books = rulebooks(work)
    return {
        row.id: Facts(
            row.id,
            row.citizen_id,
            row.responsible_id,
            Course(
                Grant(row.package_trainings, row.package_minutes, events[row.id].get("grant")),
                tuple(known[row.id]),
                tuple(extras[row.id]),
                events[row.id],
                row.supplier,
                all(goals[row.id]) if goals[row.id] else None,
                row.potential,
                row.declined,
                tuple(answered[row.id]),
                tuple(date.fromisoformat(one[:10]) for one in row.extended or ()),
                (held or {}).get(row.id, Held()),
                tuple(complained[row.id]),
                _extended_to(row.extended or ()),
            ),
            books.for_course(row.basis, row.standard),
        )
        for row in rows
    }


EXTENDED = re.compile(r"\d{4}-\d\d-\d\d \S+ til (\d{4}-\d\d-\d\d): ")


def _extended_to(kept: Iterable[str]) -> date | None:
    """The last day that a person gave with an extension: «2026-09-10 DOS til 2026-10-30: why»."""
    days = [date.fromisoformat(found.group(1)) for one in kept if (found := EXTENDED.match(one))]
    return max(days, default=None)


def _training(row: Any) -> Training:
    return Training(
        str(row.id),
        row.starts,
        int((row.ends - row.starts).total_seconds()) // 60,
        row.state,
        row.form,
        row.why,
        row.told,
        row.late_minutes,
        row.staff_late_minutes,
        row.excused,
        row.centre_reason,
        wall_time(row.centre_cancelled_at),
    )


def _answer(row: Any) -> Answer:
    """A decision; one of an older program is named by its trigger and day."""
    opened_by = row.opened_by or f"{row.why.value}@{row.since}"
    day = wall_time(row.decided_at)
    assert day is not None
    return Answer(day.date(), opened_by, frozenset(row.covers or ()))
