"""Teams: when they meet, who is on them for how long, who waits, who drops in, and who covers."""

import uuid
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from trainer_desktop.models.training import (
    Participant,
    Team,
    TeamMember,
    TrainingSession,
)
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import TAKES_A_PLACE, State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking
from trainer_desktop.services.courses import checks
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.store.moments import wall_now


def mark_all(work: Work, marks: list[tuple[uuid.UUID, Mark]], from_paper: bool = False) -> None:
    """Mark several names at once, as one step: from paper they are stamped as late entries."""
    if from_paper:
        marking.note_batch(work, marks)
        return
    for participant_id, mark in marks:
        marking.note(work, participant_id, mark)


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
    citizen drops in already count. A meeting that the citizen has cancelled stays cancelled. Raises Refused TEAM_FULL when there is none at all,
    ALREADY_ON_TEAM, PACKAGE_USED or COURSE_ENDED.
    """
    team = work.get_one(Team, team_id)
    limits.day_within(since, wall_now(work).date())
    if until:
        limits.in_order(since, until)
    if times is not None:
        limits.within("times", times, *limits.COUNT)
    if any(m.course_id == course_id for m in standing_members(work, team_id, since)):
        raise Refused(Reason.ALREADY_ON_TEAM)
    facts = courses.account(work, course_id)
    checks.refuse_used(facts, 0)
    ended, joined, dropped_in, minutes = facts.course.ended, list[date](), 0, 0
    if ended and ended < since:
        raise Refused(Reason.COURSE_ENDED, day=ended)
    for session in _sessions(work, team_id, since, until):
        day = session.starts.date()
        if times is not None and len(joined) + dropped_in >= times:
            break
        minutes += int((session.ends - session.starts).total_seconds()) // 60
        each = minutes // (len(joined) + 1)
        if not facts.ledger.has_room(each, len(joined) + 1) or (ended and ended < day):
            break
        state = _state_on(work, session.id, course_id)
        if state in TAKES_A_PLACE:
            dropped_in += 1
        if state is not None:
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
    for member in standing_members(work, team_id, today):
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


def standing_members(work: Work, team_id: uuid.UUID, day: date) -> list[TeamMember]:
    """Those who are on a team on a day, and those who will be."""
    rows = work.scalars(select(TeamMember).where(TeamMember.team_id == team_id)).all()
    return [m for m in rows if m.until is None or m.until >= day]


def _state_on(work: Work, session_id: uuid.UUID, course_id: uuid.UUID) -> State | None:
    query = select(Participant.state)
    return work.scalar(
        query.where(Participant.session_id == session_id, Participant.course_id == course_id)
    )


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
