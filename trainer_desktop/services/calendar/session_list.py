"""Trainings as a list: one line a citizen's place, for sorting, filtering and grouping."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State
from trainer_desktop.services.attendance.look import GONE, Look, look_of, with_people
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now


class Which(Enum):
    """Which trainings the list shows."""

    ALL = "all"
    UNMARKED = "unmarked"
    TO_COME = "to_come"
    CANCELLED = "cancelled"
    OVERRIDDEN = "overridden"


@dataclass(frozen=True, slots=True)
class ListLine:
    """One citizen's place in one training."""

    session_id: uuid.UUID
    participant_id: uuid.UUID
    citizen_id: uuid.UUID
    starts: datetime
    ends: datetime
    name: str
    phone: str
    form: Form
    team: str
    therapist: str
    room: str
    centre: str
    look: Look
    override: str
    late_entry: bool
    sort_key: str


def lines(
    work: Work,
    first: date,
    last: date,
    which: Which = Which.ALL,
    *,
    centre: uuid.UUID | None = None,
    therapist: uuid.UUID | None = None,
    room: uuid.UUID | None = None,
) -> list[ListLine]:
    """The trainings from a day to a day, by time and name."""
    s, query = TrainingSession, _between(first, last)
    if centre:
        query = query.where(s.centre_id == centre)
    if therapist:
        query = query.where(s.therapist_id == therapist)
    if room:
        query = query.where(s.room_id == room)
    if which is Which.OVERRIDDEN:
        query = query.where(s.override != "")
    now, books = wall_now(work), rulebooks(work)
    found = [
        ListLine(
            row.id,
            row.participant,
            row.citizen,
            row.starts,
            row.ends,
            f"{row.given_name} {row.family_name}".strip(),
            row.mobile or row.phone,
            row.form,
            row.team or "",
            row.initials,
            row.room or "",
            row.centre,
            look_of(row, books, now),
            row.override,
            row.late_entry,
            row.sort_key,
        )
        for row in work.execute(query)
    ]
    return [line for line in found if _shown(line, which, now)]


def _between(first: date, last: date) -> Any:
    """Every place in a training from a day to a day."""
    s, p, c = TrainingSession, Participant, Course
    return (
        with_people(
            s.id,
            p.id.label("participant"),
            s.starts,
            s.ends,
            s.form,
            s.override,
            p.state,
            p.why,
            p.told,
            p.late_minutes,
            p.centre_cancelled_at,
            p.late_entry,
            c.basis,
            c.standard,
            Citizen.id.label("citizen"),
            Citizen.given_name,
            Citizen.family_name,
            Citizen.mobile,
            Citizen.phone,
            Citizen.sort_key,
            Staff.initials,
            Room.name.label("room"),
            Team.name.label("team"),
            Centre.name.label("centre"),
        )
        .join(Staff, Staff.id == s.therapist_id)
        .join(Centre, Centre.id == s.centre_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
        .where(
            s.starts >= datetime.combine(first, time()),
            s.starts < datetime.combine(last + timedelta(days=1), time()),
        )
        .order_by(s.starts, Citizen.sort_key, p.id)
    )


def _shown(line: ListLine, which: Which, now: datetime) -> bool:
    match which:
        case Which.UNMARKED:
            return line.look is Look.NEEDS_MARK
        case Which.TO_COME:
            return line.look is Look.PLANNED and line.starts >= now
        case Which.CANCELLED:
            return line.look in GONE
        case Which.ALL | Which.OVERRIDDEN:
            return True


def behind(work: Work, therapist: uuid.UUID, before: date, days: int = 60) -> list[date]:
    """The days before one on which trainings of a therapist still have no mark, the earliest first, one for each."""
    s, p = TrainingSession, Participant
    query = (
        select(s.starts)
        .join(p, p.session_id == s.id)
        .where(
            s.therapist_id == therapist,
            s.starts >= datetime.combine(before - timedelta(days=days), time()),
            s.starts < datetime.combine(before, time()),
            s.ends <= wall_now(work),
            p.state == State.PLANNED,
        )
        .order_by(s.starts)
    )
    return [starts.date() for starts in work.scalars(query)]
