"""Everything a re-evaluation rests on: every absence with why, every attempt to reach the citizen, goals, tests, what is booked."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course as CourseRow
from trainer_desktop.models.record import Letter
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.waiting import Call
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Training
from trainer_desktop.rules.entries import EntryKind
from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.allowance import LineCard
from trainer_desktop.services.courses.card import CourseCard, course_card
from trainer_desktop.services.courses.reevaluations import EvidenceCard, evidence, later
from trainer_desktop.services.record import measuring
from trainer_desktop.services.record.measuring import SeriesCard
from trainer_desktop.services.store.moments import wall_time

KEPT_AWAY = (
    *(EntryKind.MISSED, EntryKind.CANCELLED_LATE, EntryKind.CANCELLED, EntryKind.TURNED_AWAY),
    EntryKind.CANCELLED_IN_TIME,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """One attempt: `outcome` None for a letter that was sent, whose title is the note."""

    at: datetime
    how: str
    whom: str
    outcome: CallOutcome | None
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class Absence:
    """A time that was not used as it was meant, with when it was told and what was noted."""

    line: LineCard
    told: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class EvidenceSheet:
    """A re-evaluation with all that is known; the newest first."""

    card: EvidenceCard
    citizen: str
    citizen_id: uuid.UUID
    course: CourseCard
    trainings: tuple[Training, ...]
    absences: tuple[Absence, ...]
    contacts: tuple[Contact, ...]
    tests: tuple[SeriesCard, ...]
    later: tuple[datetime, ...]


def sheet(work: Work, course_id: uuid.UUID, opened_by: str) -> EvidenceSheet | None:
    """All of it; None when the re-evaluation is not open any more."""
    card = evidence(work, course_id, opened_by)
    if card is None:
        return None
    course = course_card(work, course_id)
    facts = courses.one(work, course_id)
    citizen = work.get_one(Citizen, work.get_one(CourseRow, course_id).citizen_id)
    ahead = sorted(
        work.get_one(TrainingSession, one.session_id).starts for one in later(work, course_id)
    )
    return EvidenceSheet(
        card,
        f"{citizen.given_name} {citizen.family_name}".strip(),
        citizen.id,
        course,
        tuple(sorted(facts.course.trainings, key=lambda t: t.starts)),
        tuple(_absences(work, allowance.lines(work, facts))),
        tuple(contacts(work, course_id, citizen.id)),
        tuple(measuring.series(work, course_id)),
        tuple(ahead),
    )


def _absences(work: Work, lines: list[LineCard]) -> list[Absence]:
    kept = [line for line in lines if line.entry.kind in KEPT_AWAY]
    keys = [line.id for line in kept]
    p = Participant
    rows = work.execute(select(p.id, p.told, p.excused).where(p.id.in_(keys)))
    noted = {row.id: (row.told, row.excused) for row in rows}
    return [Absence(line, *noted.get(line.id, (None, ""))) for line in kept]


def contacts(work: Work, course_id: uuid.UUID, citizen_id: uuid.UUID) -> list[Contact]:
    """The attempts to reach a citizen about a course, and its letters that were sent, the newest first.

    A call about one of its trainings counts, too; one about another course does not.
    """
    found = []
    c, q = Call, Letter
    mine = select(Participant.session_id).where(Participant.course_id == course_id)
    about = or_(c.course_id == course_id, c.session_id.in_(mine))
    tried = select(c).where(c.citizen_id == citizen_id, about).order_by(c.called_at, c.id)
    for row in work.scalars(tried):
        at = wall_time(row.called_at)
        if at:
            found.append(Contact(at, row.how, row.whom, row.outcome, row.note, row.called_by))
    sent = select(q).where(q.course_id == course_id, q.sent_on.is_not(None))
    for letter in work.scalars(sent):
        made = wall_time(letter.made_at)
        if made and letter.sent_on:
            at = (
                made
                if made.date() == letter.sent_on
                else datetime.combine(letter.sent_on, made.time())
            )
            found.append(Contact(at, letter.sent_how, "", None, letter.title, letter.sent_by))
    return sorted(found, key=lambda one: one.at)[::-1]
