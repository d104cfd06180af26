"""Teams as they are shown: when they meet, how full they are, and who is on the roster."""

import uuid
from collections import Counter
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import func, literal, select

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import (
    Participant,
    Team,
    TeamSeries,
    TrainingSession,
)
from trainer_desktop.models.waiting import WaitingEntry
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import TAKES_A_PLACE, State
from trainer_desktop.services.attendance.look import look_of, with_people
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.teams.team_cards import MeetingCard, RosterCard, SeatCard, TeamCard

LOOK_BACK = timedelta(days=14)  # for a meeting that nobody has noted


def teams(work: Work, centre: uuid.UUID | None = None) -> list[TeamCard]:
    """The teams that still meet, by name."""
    today = wall_now(work).date()
    query = (
        select(Team, Centre.name, Staff.initials, Room.name)
        .join(Centre, Centre.id == Team.centre_id)
        .outerjoin(Staff, Staff.id == Team.therapist_id)
        .outerjoin(Room, Room.id == Team.room_id)
        .order_by(Team.name)
    )
    if centre:
        query = query.where(Team.centre_id == centre)
    rows = work.execute(query).all()
    times: dict[uuid.UUID, list[tuple[int, time, int]]] = {}
    for one in work.scalars(select(TeamSeries)):
        if one.valid_to is None or one.valid_to >= today:
            times.setdefault(one.team_id, []).append((one.weekday, one.starts, one.minutes))
    waiting = Counter(
        work.scalars(
            select(WaitingEntry.team_id).where(
                WaitingEntry.team_id.is_not(None), WaitingEntry.ended.is_(None)
            )
        )
    )
    coming = {key: found[0] for key, found in _coming(work, [r[0].id for r in rows], 1).items()}
    return [
        TeamCard(
            team.id,
            team.name,
            where,
            therapist or "",
            room or "",
            team.capacity,
            tuple(sorted(times.get(team.id, ()))),
            coming.get(team.id),
            waiting[team.id],
        )
        for team, where, therapist, room in rows
    ]


def meetings(
    work: Work, team_id: uuid.UUID, most: int = 12, asked: uuid.UUID | None = None
) -> list[MeetingCard]:
    """A team's meetings of the last two weeks, at least two, and the next ones; and the one asked for, however old."""
    long_ago = wall_now(work) - LOOK_BACK
    before = _meetings(work, [team_id], past=True, most=most).get(team_id, [])
    near = [one for n, one in enumerate(before) if n < 2 or one.starts >= long_ago]
    found = [*near[::-1], *_coming(work, [team_id], most).get(team_id, [])]
    if asked and asked not in [one.session_id for one in found]:
        found = sorted([roster(work, asked).meeting, *found], key=lambda one: one.starts)
    return found


def roster(work: Work, session_id: uuid.UUID) -> RosterCard:
    """A meeting with its names, in the Danish alphabet, as it is printed."""
    s = TrainingSession
    row = work.execute(
        select(
            s.id, s.starts, s.ends, s.team_id, Team.name, Team.capacity, Staff.initials, Room.name
        )
        .join(Team, Team.id == s.team_id)
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .where(s.id == session_id)
    ).one()
    people = work.execute(_on(session_id)).all()
    now, books = wall_now(work), rulebooks(work)
    numbers = allowance.numbers(work, {one.id: one.course_id for one in people})
    seats = []
    for one in people:
        seats.append(
            SeatCard(
                one.id,
                one.course_id,
                one.citizen_id,
                f"{one.given_name} {one.family_name}".strip(),
                look_of(one, books, now),
                one.late_minutes,
                numbers.get(one.id),
                one.note,
                one.ride,
                one.mobile or one.phone,
            )
        )
    taken = sum(one.state in TAKES_A_PLACE for one in people)
    meeting = MeetingCard(
        row.id, row.starts, row.ends, row.initials, row[7] or "", taken, row.capacity
    )
    return RosterCard(meeting, row.team_id, row[4], row.starts <= now, tuple(seats))


def _on(session_id: uuid.UUID) -> Any:
    """Those on a meeting, in the Danish alphabet."""
    p, s = Participant, TrainingSession
    return (
        with_people(
            p.id,
            p.course_id,
            p.state,
            p.why,
            p.told,
            p.late_minutes,
            p.centre_cancelled_at,
            s.starts,
            s.ends,
            Course.basis,
            Course.standard,
            Citizen.id.label("citizen_id"),
            Citizen.given_name,
            Citizen.family_name,
            Citizen.note,
            Citizen.ride,
            Citizen.mobile,
            Citizen.phone,
        )
        .where(p.session_id == session_id)
        .order_by(Citizen.sort_key, p.id)
    )


def _coming(work: Work, team_ids: list[uuid.UUID], most: int) -> dict[uuid.UUID, list[MeetingCard]]:
    return _meetings(work, team_ids, past=False, most=most)


def _meetings(
    work: Work, team_ids: list[uuid.UUID], *, past: bool, most: int
) -> dict[uuid.UUID, list[MeetingCard]]:
    s, p = TrainingSession, Participant
    now = wall_now(work)
    taken = (
        select(func.count())
        .where(p.session_id == s.id, p.state.in_(TAKES_A_PLACE), p.withdrawn.is_(False))
        .correlate(s)
        .scalar_subquery()
    )
    unmarked = (
        select(func.count())
        .where(p.session_id == s.id, p.state == State.PLANNED, p.withdrawn.is_(False))
        .correlate(s)
        .scalar_subquery()
    )
    query = (
        select(
            *(s.team_id, s.id, s.starts, s.ends, Staff.initials, Room.name, taken),
            *(Team.capacity, unmarked if past else literal(0)),
        )
        .join(Team, Team.id == s.team_id)
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .where(s.ends <= now if past else s.ends > now)
        .order_by(s.starts.desc() if past else s.starts)
    )
    midnight = datetime.combine(now.date(), time())  # none crosses it
    query = query.where(s.starts <= now if past else s.starts >= midnight)
    found: dict[uuid.UUID, list[MeetingCard]] = {}
    for team in team_ids:  # few, and the nearest of each only
        for row in work.execute(query.where(s.team_id == team).limit(most)):
            card = MeetingCard(row[1], row[2], row[3], row[4], row[5] or "", row[6], row[7], row[8])
            found.setdefault(team, []).append(card)
    return found
