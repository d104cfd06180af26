"""Teams: when they meet, who is on them for how long, who waits, who drops in, and who covers."""

import uuid
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import (
    Participant,
    Team,
    TeamMember,
    TeamSeries,
    TrainingSession,
)
from trainer_desktop.models.waiting import WaitingEntry
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services import attendance, booking, courses
from trainer_desktop.services.attendance import Mark
from trainer_desktop.services.booking import Wish
from trainer_desktop.services.calendar import look_of
from trainer_desktop.services.cards import Look
from trainer_desktop.services.moments import monday_of, wall_now
from trainer_desktop.services.roster import closed_name
from trainer_desktop.services.rulebooks import rulebooks

COUNTED = (State.PLANNED, State.ATTENDED, State.MISSED)


@dataclass(frozen=True, slots=True)
class MeetingCard:
    """One time that a team meets."""

    session_id: uuid.UUID
    starts: datetime
    ends: datetime
    therapist: str
    room: str
    taken: int
    capacity: int


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team in the list: when, where, by whom, how full the next time is, and how many wait."""

    id: uuid.UUID
    name: str
    centre: str
    therapist: str
    room: str
    capacity: int
    times: tuple[tuple[int, time, int], ...]
    next: MeetingCard | None
    waiting: int


@dataclass(frozen=True, slots=True)
class SeatCard:
    """One name on a roster, in the order of the printed one."""

    participant_id: uuid.UUID
    course_id: uuid.UUID
    citizen_id: uuid.UUID
    name: str
    look: Look
    late_minutes: int
    used: int
    whole: int | None
    note: str
    ride: bool
    phone: str


@dataclass(frozen=True, slots=True)
class RosterCard:
    """A team's one meeting with everyone on it."""

    meeting: MeetingCard
    team_id: uuid.UUID
    team: str
    begun: bool
    seats: tuple[SeatCard, ...]

    @property
    def unmarked(self) -> tuple[SeatCard, ...]:
        """Those whose attendance nobody has noted."""
        return tuple(s for s in self.seats if s.look in (Look.PLANNED, Look.NEEDS_MARK))


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


def meetings(work: Work, team_id: uuid.UUID, most: int = 12) -> list[MeetingCard]:
    """A team's last two meetings and the next ones."""
    before = _meetings(work, [team_id], past=True, most=2)
    return [*before.get(team_id, [])[::-1], *_coming(work, [team_id], most).get(team_id, [])]


def roster(work: Work, session_id: uuid.UUID) -> RosterCard:
    """A meeting with its names, in the Danish alphabet, as it is printed."""
    s, p = TrainingSession, Participant
    row = work.execute(
        select(
            s.id, s.starts, s.ends, s.team_id, Team.name, Team.capacity, Staff.initials, Room.name
        )
        .join(Team, Team.id == s.team_id)
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .where(s.id == session_id)
    ).one()
    people = work.execute(
        select(
            p.id,
            p.course_id,
            p.state,
            p.why,
            p.told,
            p.late_minutes,
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
        .join(s, s.id == p.session_id)
        .join(Course, Course.id == p.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .where(p.session_id == session_id)
        .order_by(Citizen.sort_key, p.id)
    ).all()
    now, books = wall_now(work), rulebooks(work)
    accounts = courses.facts(work, {one.course_id for one in people})
    seats = []
    for one in people:
        account = accounts[one.course_id].ledger
        seats.append(
            SeatCard(
                one.id,
                one.course_id,
                one.citizen_id,
                f"{one.given_name} {one.family_name}".strip(),
                look_of(one, books, now),
                one.late_minutes,
                account.used,
                account.granted + account.extra if account.granted is not None else None,
                one.note,
                one.ride,
                one.mobile or one.phone,
            )
        )
    taken = sum(one.state in COUNTED for one in people)
    meeting = MeetingCard(
        row.id, row.starts, row.ends, row.initials, row[7] or "", taken, row.capacity
    )
    return RosterCard(meeting, row.team_id, row[4], row.starts <= now, tuple(seats))


def mark_all(work: Work, marks: list[tuple[uuid.UUID, Mark]], from_paper: bool = False) -> None:
    """Mark several names at once, as one step: from paper they are stamped as late entries."""
    if from_paper:
        attendance.note_batch(work, marks)
        return
    for participant_id, mark in marks:
        attendance.note(work, participant_id, mark)


def join(
    work: Work,
    team_id: uuid.UUID,
    course_id: uuid.UUID,
    since: date,
    *,
    until: date | None = None,
    times: int | None = None,
) -> list[date]:
    """Put a citizen on a team from a day, for a number of times or until a day.

    Answers the days on which there was a place; full ones are left out, and those on which the
    citizen drops in already count. Raises Refused TEAM_FULL when there is none at all,
    ALREADY_ON_TEAM, PACKAGE_USED or COURSE_ENDED.
    """
    team = work.get_one(Team, team_id)
    if any(m.course_id == course_id for m in _standing_members(work, team_id, since)):
        raise Refused(Reason.ALREADY_ON_TEAM)
    facts = courses.account(work, course_id)
    free = facts.ledger.free
    if free is not None and free <= 0:
        account = facts.ledger
        whole = (account.granted or 0) + account.extra
        raise Refused(Reason.PACKAGE_USED, used=account.used, booked=account.booked, whole=whole)
    ended, joined, dropped_in = facts.course.ended, list[date](), 0
    if ended and ended < since:
        raise Refused(Reason.COURSE_ENDED, day=ended)
    for session in _sessions(work, team_id, since, until):
        day = session.starts.date()
        if times is not None and len(joined) + dropped_in >= times:
            break
        if (free is not None and len(joined) >= free) or (ended and ended < day):
            break
        if course_id in _courses_on(work, session.id):
            dropped_in += 1
            continue
        if booking.active_people(work, session.id) >= team.capacity:
            continue
        booking.join_team(work, session.id, course_id)
        work.flush()
        joined.append(day)
    if not joined and not dropped_in:
        raise Refused(Reason.TEAM_FULL, what=team.name, capacity=team.capacity)
    work.add(
        TeamMember(team_id=team_id, course_id=course_id, since=since, until=until, times=times)
    )
    return joined


def leave(work: Work, team_id: uuid.UUID, course_id: uuid.UUID) -> int:
    """Take a citizen off a team from now on: planned places are given back, the past stays."""
    today = wall_now(work).date()
    for member in _standing_members(work, team_id, today):
        if member.course_id == course_id:
            member.until = today - timedelta(days=1)
    places = work.scalars(
        select(Participant)
        .join(TrainingSession, TrainingSession.id == Participant.session_id)
        .where(
            TrainingSession.team_id == team_id,
            TrainingSession.starts > wall_now(work),
            Participant.course_id == course_id,
            Participant.state == State.PLANNED,
        )
    ).all()
    for place in places:
        place.withdrawn = True
    return len(places)


def cover(work: Work, session_id: uuid.UUID, therapist_id: uuid.UUID, override: str = "") -> None:
    """Let a colleague take a meeting; raises Refused when the colleague is not free."""
    booking.move(work, session_id, therapist_id=therapist_id, override=override)


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
    room = work.get_one(Room, new.room_id)
    if room.capacity < new.capacity:
        raise Refused(
            Reason.ROOM_TOO_SMALL, what=room.name, capacity=room.capacity, people=new.capacity
        )
    team = Team(
        centre_id=room.centre_id,
        name=new.name,
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
    for member in _standing_members(work, team.id, starts.date()):
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
            Participant.state.in_(COUNTED),
            TrainingSession.starts >= datetime.combine(member.since, time()),
        )
    )
    return work.scalar(query) or 0


def _standing_members(work: Work, team_id: uuid.UUID, day: date) -> list[TeamMember]:
    rows = work.scalars(select(TeamMember).where(TeamMember.team_id == team_id)).all()
    return [m for m in rows if m.until is None or m.until >= day]


def _courses_on(work: Work, session_id: uuid.UUID) -> set[uuid.UUID]:
    query = select(Participant.course_id)
    there = query.where(Participant.session_id == session_id, Participant.state.in_(COUNTED))
    return set(work.scalars(there))


def _sessions(
    work: Work, team_id: uuid.UUID, since: date, until: date | None
) -> list[TrainingSession]:
    """The meetings to come, without those that the centre called off."""
    first = max(datetime.combine(since, time()), wall_now(work))
    query = select(TrainingSession).where(
        TrainingSession.team_id == team_id, TrainingSession.starts >= first
    )
    if until:
        query = query.where(
            TrainingSession.starts < datetime.combine(until + timedelta(days=1), time())
        )
    rows = list(work.scalars(query.order_by(TrainingSession.starts)))
    off = booking.called_off(work, [row.id for row in rows])
    return [row for row in rows if row.id not in off]


def _coming(work: Work, team_ids: list[uuid.UUID], most: int) -> dict[uuid.UUID, list[MeetingCard]]:
    return _meetings(work, team_ids, past=False, most=most)


def _meetings(
    work: Work, team_ids: list[uuid.UUID], *, past: bool, most: int
) -> dict[uuid.UUID, list[MeetingCard]]:
    s, p = TrainingSession, Participant
    now = wall_now(work)
    taken = (
        select(func.count())
        .where(p.session_id == s.id, p.state.in_(COUNTED), p.withdrawn.is_(False))
        .correlate(s)
        .scalar_subquery()
    )
    query = (
        select(s.team_id, s.id, s.starts, s.ends, Staff.initials, Room.name, taken, Team.capacity)
        .join(Team, Team.id == s.team_id)
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .where(s.team_id.in_(team_ids), s.ends <= now if past else s.ends > now)
        .order_by(s.starts.desc() if past else s.starts)
    )
    found: dict[uuid.UUID, list[MeetingCard]] = {}
    for row in work.execute(query):
        some = found.setdefault(row[0], [])
        if len(some) < most:
            some.append(MeetingCard(row[1], row[2], row[3], row[4], row[5] or "", row[6], row[7]))
    return found
