"""A course as a page shows it: the grant, the package with its lines, goals and consent."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Consent
from trainer_desktop.models.course import Course, CoursePause, Goal, StatusRecord
from trainer_desktop.models.work import Work
from trainer_desktop.rules.gp_status import Consent as Answer
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.allowance import LineCard, PackageCard
from trainer_desktop.services.standards.rulebooks import short_name
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal and how far it is; `steps` of four."""

    id: uuid.UUID
    text: str
    steps: int
    reached_on: date | None
    own_words: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """The latest answer on the GP status."""

    answer: Answer
    day: date
    form: str
    noted_by: str


@dataclass(frozen=True, slots=True)
class CourseCard:
    """A course on the citizen's page."""

    id: uuid.UUID
    number: str
    basis: str
    standard: str
    granted: date | None
    started: date | None
    ended: date | None
    responsible: str
    responsible_name: str
    centre: str
    minutes_each: int | None
    package: PackageCard
    lines: tuple[LineCard, ...]
    goals: tuple[GoalCard, ...]
    consent: ConsentCard | None
    status_made: date | None
    next_time: datetime | None
    rests: tuple[date, date] | None = None  # the pause of today, or the next one


def course_card(work: Work, course_id: uuid.UUID) -> CourseCard:
    """One course with its ledger. Raises Refused NOT_ALLOWED."""
    work.ask(Right.SEE_CITIZENS)
    row = work.get_one(Course, course_id)
    facts = courses.one(work, course_id)
    now = wall_now(work)
    responsible = work.get(Staff, row.responsible_id) if row.responsible_id else None
    each = None
    if row.package_trainings and row.package_minutes:
        each = row.package_minutes // row.package_trainings
    made = work.scalar(
        select(func.max(StatusRecord.made_at)).where(
            StatusRecord.course_id == course_id, StatusRecord.made.is_(True)
        )
    )
    coming, _last = allowance.next_and_last(facts, now)
    return CourseCard(
        row.id,
        row.number,
        row.basis,
        short_name(row.standard, row.version),
        facts.course.events.get("grant"),
        facts.course.started,
        facts.course.ended,
        responsible.initials if responsible else "",
        responsible.name if responsible else "",
        work.get_one(Centre, row.centre_id).name,
        each,
        allowance.package(facts, now),
        tuple(allowance.lines(work, facts)),
        tuple(_goals(work, course_id)) if work.may(Right.READ_CLINICAL) else (),
        consent(work, course_id),
        made.date() if made else None,
        coming.starts if coming else None,
        _rests(work, course_id, now.date()),
    )


def _rests(work: Work, course_id: uuid.UUID, day: date) -> tuple[date, date] | None:
    p = CoursePause
    query = select(p.first, p.last).where(p.course_id == course_id, p.last >= day).order_by(p.first)
    row = work.execute(query.limit(1)).first()
    return (row.first, row.last) if row else None


def _goals(work: Work, course_id: uuid.UUID) -> list[GoalCard]:
    g = Goal
    rows = work.execute(
        select(g.id, g.text, g.steps, g.reached_on, g.own_words, g.outcome)
        .where(g.course_id == course_id)
        .order_by(g.id)
    )
    return [GoalCard(*row) for row in rows]


def consent(work: Work, course_id: uuid.UUID) -> ConsentCard | None:
    """The latest answer on a course."""
    row = work.scalars(
        select(Consent).where(Consent.course_id == course_id).order_by(Consent.noted_at.desc())
    ).first()
    return ConsentCard(row.answer, row.day, row.form, row.noted_by) if row else None
