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
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Course, Extra, Grant, State, Training
from trainer_desktop.rules.ledger import Ledger, ledger
from trainer_desktop.rules.reevaluation import Reevaluation, Trigger, reevaluations
from trainer_desktop.rules.rulebook import Rulebook
from trainer_desktop.services.rulebooks import rulebooks

CHUNK = 400
_IDS = key_param("ids", many=True)
_COURSES = standing(
    select(
        CourseRow.id,
        CourseRow.citizen_id,
        CourseRow.responsible_id,
        CourseRow.basis,
        CourseRow.standard,
        CourseRow.supplier,
        CourseRow.package_trainings,
        CourseRow.package_minutes,
        CourseRow.potential,
        CourseRow.declined,
    ).where(CourseRow.id.in_(_IDS))
)
_TRAININGS = standing(
    select(
        Participant.id,
        Participant.course_id,
        TrainingSession.starts,
        TrainingSession.ends,
        TrainingSession.form,
        Participant.state,
        Participant.why,
        Participant.told,
        Participant.late_minutes,
        Participant.staff_late_minutes,
        Participant.excused,
        Participant.centre_reason,
    )
    .join(TrainingSession, TrainingSession.id == Participant.session_id)
    .where(Participant.course_id.in_(_IDS))
)
_EVENTS = standing(
    select(CourseEvent.course_id, CourseEvent.event, CourseEvent.day).where(
        CourseEvent.course_id.in_(_IDS)
    )
)
_EXTRAS = standing(
    select(
        ExtraTrainings.course_id,
        ExtraTrainings.day,
        ExtraTrainings.trainings,
        ExtraTrainings.minutes,
        ExtraTrainings.reason,
    ).where(ExtraTrainings.course_id.in_(_IDS))
)
_GOALS = standing(select(Goal.course_id, Goal.reached_on).where(Goal.course_id.in_(_IDS)))
_ANSWERED = standing(
    select(ReevaluationOutcome.course_id, ReevaluationOutcome.why, ReevaluationOutcome.since).where(
        ReevaluationOutcome.course_id.in_(_IDS)
    )
)


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
    rows = work.rows(_COURSES, ids=ids)
    trainings = _trainings(work, ids)
    events: dict[uuid.UUID, dict[str, date]] = defaultdict(dict)
    for course, event, day in work.rows(_EVENTS, ids=ids):
        events[course][event] = day
    extras: dict[uuid.UUID, list[Extra]] = defaultdict(list)
    for row in work.rows(_EXTRAS, ids=ids):
        extras[row.course_id].append(Extra(row.day, row.trainings, row.minutes, row.reason))
    goals: dict[uuid.UUID, list[bool]] = defaultdict(list)
    for course, reached_on in work.rows(_GOALS, ids=ids):
        goals[course].append(reached_on is not None)
    answered: dict[uuid.UUID, dict[Trigger, date]] = defaultdict(dict)
    for course, why, since in work.rows(_ANSWERED, ids=ids):
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
    found: dict[uuid.UUID, list[Training]] = defaultdict(list)
    for row in work.rows(_TRAININGS, ids=ids):
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
