"""A team and its meetings in the calendar."""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from trainer_desktop.models.centre import Room
from trainer_desktop.models.training import (
    Participant,
    Team,
    TeamMember,
    TeamSeries,
    TrainingSession,
)
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import TAKES_A_PLACE, Form
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.centre.roster import closed_name
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import monday_of, wall_now
from trainer_desktop.services.teams.members import standing_members


@dataclass(frozen=True, slots=True)
class HeldCard:
    """What came of putting a team's meetings in the calendar: how many, and the days on which it could not be."""

    team_id: uuid.UUID
    made: int
    left_out: tuple[tuple[date, Refused], ...]


@dataclass(frozen=True, slots=True)
class NewTeam:
    """A team that is to meet once a week from a day; Monday is 0."""

    name: str
    therapist_id: uuid.UUID
    room_id: uuid.UUID
    capacity: int
    weekday: int
    starts: time
    minutes: int
    first: date


def make(work: Work, new: NewTeam, until: date) -> HeldCard:
    """Make a team and put its meetings in the calendar up to a day; raises Refused ROOM_TOO_SMALL."""
    today = wall_now(work).date()
    limits.reason_given(new.name)
    limits.within("capacity", new.capacity, *limits.PLACES)
    limits.within("weekday", new.weekday, 0, 6)
    limits.training_time(datetime.combine(new.first, new.starts), new.minutes)
    for day in (new.first, until):
        limits.day_within(day, today)
    limits.in_order(new.first, until)
    room = work.get_one(Room, new.room_id)
    if room.capacity < new.capacity:
        raise Refused(
            Reason.ROOM_TOO_SMALL, what=room.name, capacity=room.capacity, people=new.capacity
        )
    team = Team(
        centre_id=room.centre_id,
        name=new.name.strip(),
        capacity=new.capacity,
        therapist_id=new.therapist_id,
        room_id=new.room_id,
    )
    work.add(team)
    work.flush()
    series = TeamSeries(
        team_id=team.id,
        weekday=new.weekday,
        starts=new.starts,
        minutes=new.minutes,
        valid_from=new.first,
    )
    work.add(series)
    work.flush()
    return hold_meetings(work, team.id, until)


def hold_meetings(work: Work, team_id: uuid.UUID, until: date) -> HeldCard:
    """Put the team's meetings in the calendar up to a day, closing days left out, members with them.

    A meeting that was moved within its week, or called off, is not made again. A day on which the
    therapist or the room cannot be had is left out and answered with the reason.
    """
    team = work.get_one(Team, team_id)
    limits.day_within(until, wall_now(work).date())
    now, books = wall_now(work), rulebooks(work)
    made, left_out = 0, list[tuple[date, Refused]]()
    several = work.scalars(select(TeamSeries).where(TeamSeries.team_id == team_id)).all()
    for one in several if team.therapist_id else ():
        day = max(now.date(), one.valid_from)
        day += timedelta(days=(one.weekday - day.weekday()) % 7)
        last = min(until, one.valid_to or until)
        while day <= last:
            starts = datetime.combine(day, one.starts)
            standing = [s for s in several if s.valid_from <= day <= (s.valid_to or day)]
            there = starts <= now or _meets(work, team_id, starts, len(standing))
            if not there and not closed_name(books, day, team.centre_id):
                try:
                    _hold(work, team, starts, one.minutes)
                    made += 1
                except Refused as no:
                    left_out.append((day, no))
            day += timedelta(days=7)
    return HeldCard(team_id, made, tuple(left_out))


def _meets(work: Work, team_id: uuid.UUID, starts: datetime, times_a_week: int) -> bool:
    """Whether the meeting is in the calendar: at its time, or as many that week as the team meets."""
    monday = datetime.combine(monday_of(starts.date()), time())
    query = select(TrainingSession.starts).where(
        TrainingSession.team_id == team_id,
        TrainingSession.starts >= monday,
        TrainingSession.starts < monday + timedelta(days=7),
    )
    there = list(work.scalars(query))
    return starts in there or len(there) >= times_a_week


def _hold(work: Work, team: Team, starts: datetime, minutes: int) -> None:
    assert team.therapist_id is not None
    wish = Wish(None, team.therapist_id, team.room_id, starts, minutes, Form.TEAM, team.id)
    session = booking.book(work, wish)
    work.flush()
    for member in standing_members(work, team.id, starts.date()):
        if booking.active_people(work, session) >= team.capacity:
            return
        if member.since > starts.date():
            continue
        if member.times is not None and _attends(work, member) >= member.times:
            continue
        with suppress(Refused):  # the package is used, or the course has ended
            booking.join_team(work, session, member.course_id)
            work.flush()


def _attends(work: Work, member: TeamMember) -> int:
    query = (
        select(func.count())
        .select_from(Participant)
        .join(TrainingSession, TrainingSession.id == Participant.session_id)
        .where(
            TrainingSession.team_id == member.team_id,
            Participant.course_id == member.course_id,
            Participant.state.in_(TAKES_A_PLACE),
            TrainingSession.starts >= datetime.combine(member.since, time()),
        )
    )
    return work.scalar(query) or 0
