"""Courses as the rules see them, read for many at once."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy import select

from trainer_desktop.models.course import Course as CourseRow
from trainer_desktop.models.course import CourseEvent, ExtraTrainings, Goal, ReevaluationOutcome
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Course, Extra, Grant, State, Training
from trainer_desktop.rules.ledger import Ledger, ledger
from trainer_desktop.rules.reevaluation import Reevaluation, Trigger, reevaluations
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.services.rulebooks import rulebooks

CHUNK = 400


@dataclass(frozen=True)
class Facts:
    """One course with its rulebook; what is decided already is in `answered` (trigger → last day)."""

    id: uuid.UUID
    citizen_id: uuid.UUID
    responsible_id: uuid.UUID | None
    course: Course
    book: Rulebook
    answered: dict[Trigger, date]

    @cached_property
    def ledger(self) -> Ledger:
        """The allowance, worked out."""
        return ledger(self.course, self.book)

    def open_reevaluations(self, today: date) -> list[Reevaluation]:
        """The re-evaluations that nobody has answered; none once the course has ended."""
        if self.course.ended and self.course.ended <= today:
            return []
        found = reevaluations(self.course, self.ledger, self.book, today)
        newest: dict[Trigger, Reevaluation] = {}
        for one in found:
            done = self.answered.get(one.why)
            if done is None or one.since > done:
                newest[one.why] = one
        return list(newest.values())


def facts(work: Work, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Facts]:
    """Read everything that the rules need on these courses."""
    found: dict[uuid.UUID, Facts] = {}
    every = list(dict.fromkeys(ids))
    for start in range(0, len(every), CHUNK):
        found |= _some(work, every[start : start + CHUNK])
    return found


def one(work: Work, course_id: uuid.UUID) -> Facts:
    """The facts of one course."""
    return facts(work, [course_id])[course_id]


def _some(work: Work, ids: list[uuid.UUID]) -> dict[uuid.UUID, Facts]:
    c = CourseRow
    rows = work.execute(
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
        ).where(c.id.in_(ids))
    ).all()
    trainings = _trainings(work, ids)
    events: dict[uuid.UUID, dict[str, date]] = defaultdict(dict)
    query = select(CourseEvent.course_id, CourseEvent.event, CourseEvent.day)
    for course, event, day in work.execute(query.where(CourseEvent.course_id.in_(ids))):
        events[course][event] = day
    extras: dict[uuid.UUID, list[Extra]] = defaultdict(list)
    x = ExtraTrainings
    for row in work.execute(
        select(x.course_id, x.day, x.trainings, x.minutes, x.reason).where(x.course_id.in_(ids))
    ):
        extras[row.course_id].append(Extra(row.day, row.trainings, row.minutes, row.reason))
    goals: dict[uuid.UUID, list[bool]] = defaultdict(list)
    for course, reached in work.execute(
        select(Goal.course_id, Goal.reached_on.is_not(None)).where(Goal.course_id.in_(ids))
    ):
        goals[course].append(bool(reached))
    answered: dict[uuid.UUID, dict[Trigger, date]] = defaultdict(dict)
    r = ReevaluationOutcome
    for course, why, since in work.execute(
        select(r.course_id, r.why, r.since).where(r.course_id.in_(ids))
    ):
        answered[course][why] = max(since, answered[course].get(why, since))
    books = rulebooks(work)
    return {
        row.id: Facts(
            row.id,
            row.citizen_id,
            row.responsible_id,
            Course(
                Grant(row.package_trainings, row.package_minutes, events[row.id].get("grant")),
                tuple(trainings[row.id]),
                tuple(extras[row.id]),
                events[row.id],
                row.supplier,
                all(goals[row.id]) if goals[row.id] else None,
                row.potential,
                row.declined,
            ),
            books.for_course(row.basis, row.standard),
            answered[row.id],
        )
        for row in rows
    }


def _trainings(work: Work, ids: list[uuid.UUID]) -> dict[uuid.UUID, list[Training]]:
    p, s = Participant, TrainingSession
    found: dict[uuid.UUID, list[Training]] = defaultdict(list)
    rows = work.execute(
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
        )
        .join(s, s.id == p.session_id)
        .where(p.course_id.in_(ids))
    )
    for row in rows:
        found[row.course_id].append(
            Training(
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
            )
        )
    return found


def is_active(state: State) -> bool:
    """Whether a training of this state is (or was) really held or still to come."""
    return state in (State.PLANNED, State.ATTENDED)
