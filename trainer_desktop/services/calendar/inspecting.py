"""What the inspector shows of one place in a training: who, the package with its reasons, and what the standard says now."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.entries import Entry
from trainer_desktop.rules.reevaluation import Reevaluation
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services.attendance.look import Look, look_of, with_people
from trainer_desktop.services.citizens.search import age, masked
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.allowance import PackageCard
from trainer_desktop.services.standards.rulebooks import rulebooks, short_name
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class InspectorCard:
    """One citizen's one training, and what surrounds it."""

    participant_id: uuid.UUID
    session_id: uuid.UUID
    course_id: uuid.UUID
    citizen_id: uuid.UUID
    name: str
    number: str
    age: int | None
    ride: bool
    note: str
    starts: datetime
    ends: datetime
    place: str
    therapist: str
    team: str
    form: Form
    look: Look
    basis: str
    standard: str
    package: PackageCard
    next_time: datetime | None
    next_with: str
    last: Entry | None
    open: tuple[Reevaluation, ...]
    responsible: str
    notice: tuple[RuleRef, ...]
    started: bool
    override: str


def inspect(work: Work, participant_id: uuid.UUID) -> InspectorCard:
    """Everything the inspector shows of one participant."""
    row = _row(work, participant_id)
    facts = courses.one(work, row.course_id)
    now = wall_now(work)
    coming, last = allowance.next_and_last(facts, now, participant_id)
    edition = facts.book.on(row.starts.date())
    notices = list(edition.absence.notice.values()) if edition else []
    responsible = work.scalar(select(Staff.initials).where(Staff.id == row.responsible_id)) or ""
    return InspectorCard(
        participant_id,
        row.session_id,
        row.course_id,
        row.citizen_id,
        f"{row.given_name} {row.family_name}".strip(),
        masked(row.number),
        age(row.number, now.date()),
        row.ride,
        row.note,
        row.starts,
        row.ends,
        row.place or "",
        row.therapist,
        row.team or "",
        row.form,
        look_of(row, rulebooks(work), now),
        row.basis,
        short_name(row.standard, row.version),
        allowance.package(facts, now),
        coming.starts if coming else None,
        _therapist_of(work, coming),
        last,
        tuple(facts.open_reevaluations(now.date())),
        responsible,
        tuple(facts.book.ref(edition, n) for n in notices) if edition else (),
        row.starts <= now,
        row.override,
    )


def _row(work: Work, participant_id: uuid.UUID) -> Any:
    p, s, c = Participant, TrainingSession, Course
    return work.execute(
        with_people(
            p.session_id,
            p.course_id,
            p.state,
            p.why,
            p.told,
            p.late_minutes,
            p.centre_cancelled_at,
            s.starts,
            s.ends,
            s.form,
            s.override,
            Room.name.label("place"),
            Staff.name.label("therapist"),
            Team.name.label("team"),
            c.basis,
            c.standard,
            c.version,
            c.responsible_id,
            Citizen.id.label("citizen_id"),
            Citizen.given_name,
            Citizen.family_name,
            Citizen.number,
            Citizen.ride,
            Citizen.note,
        )
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
        .where(p.id == participant_id)
    ).one()


def _therapist_of(work: Work, entry: Entry | None) -> str:
    """The initials of the therapist of a training; empty for none."""
    if entry is None:
        return ""
    query = (
        select(Staff.initials)
        .join(TrainingSession, TrainingSession.therapist_id == Staff.id)
        .join(Participant, Participant.session_id == TrainingSession.id)
        .where(Participant.id == uuid.UUID(entry.key))
    )
    return work.scalar(query) or ""
