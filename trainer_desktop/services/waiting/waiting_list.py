"""The waiting list, and the freed-slot board: whom an empty time fits by rule. Nobody is booked by itself."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Team
from trainer_desktop.models.waiting import WaitingEntry
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.deadlines import Standing, deadlines
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calls.outcomes import CallCard
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.teams import members

STARTS = ("course_start", "start_offered", "first_visit")


@dataclass(frozen=True, slots=True)
class WaitingCard:
    """Somebody who waits: for what, since when, how much the package holds, and what the standard's clock says."""

    id: uuid.UUID
    course_id: uuid.UUID
    citizen_id: uuid.UUID
    citizen: str
    phone: str
    mobile: str
    form: Form
    minutes: int
    team_id: uuid.UUID | None
    team: str
    therapist_id: uuid.UUID | None
    therapist: str
    weekdays: tuple[int, ...]
    earliest: time | None
    latest: time | None
    since: date
    note: str
    free: int | None
    deadline: date | None
    centre_id: uuid.UUID
    ride: bool
    calls: tuple[CallCard, ...] = ()


def add(
    work: Work,
    course_id: uuid.UUID,
    form: Form,
    minutes: int,
    *,
    team_id: uuid.UUID | None = None,
    therapist_id: uuid.UUID | None = None,
    weekdays: tuple[int, ...] = (),
    earliest: time | None = None,
    latest: time | None = None,
    note: str = "",
) -> uuid.UUID:
    """Put a citizen on the list from today; raises Refused ALREADY_WAITING for the same thing twice."""
    limits.within("minutes", minutes, *limits.MINUTES)
    if earliest and latest:
        limits.in_order(datetime.combine(date.min, earliest), datetime.combine(date.min, latest))
    for weekday in weekdays:
        limits.within("weekday", weekday, 0, 6)
    course = work.get_one(Course, course_id)
    if team_id:
        work.get_one(Team, team_id)
    same = select(WaitingEntry.since).where(
        WaitingEntry.course_id == course.id,
        WaitingEntry.ended.is_(None),
        WaitingEntry.team_id == team_id if team_id else WaitingEntry.team_id.is_(None),
    )
    since = work.scalar(same.limit(1))
    if since:
        raise Refused(Reason.ALREADY_WAITING, day=since)
    entry = WaitingEntry(
        course_id=course_id,
        team_id=team_id,
        therapist_id=therapist_id,
        form=Form.TEAM if team_id else form,
        minutes=minutes,
        weekdays=list(weekdays),
        earliest=earliest,
        latest=latest,
        since=wall_now(work).date(),
        note=note.strip(),
    )
    work.add(entry)
    work.flush()
    return entry.id


def end(work: Work, entry_id: uuid.UUID) -> None:
    """Take somebody off the list; it stays on record since when they waited."""
    standing_entry(work, entry_id).ended = wall_now(work).date()


def standing_entry(work: Work, entry_id: uuid.UUID) -> WaitingEntry:
    """Somebody who still waits, as the actor saw it; raises Refused NO_LONGER_WAITING."""
    entry = work.get_one(WaitingEntry, entry_id)
    if entry.ended:
        raise Refused(Reason.NO_LONGER_WAITING, day=entry.ended)
    work.rely_on(entry)
    return entry


def entries(
    work: Work, centre: uuid.UUID | None = None, team_id: uuid.UUID | None = None
) -> list[WaitingCard]:
    """Who waits, nearest deadline first, then the longest wait; those whose course has ended wait no more."""
    w = WaitingEntry
    query = (
        select(
            w,
            Citizen.id,
            Citizen.given_name,
            Citizen.family_name,
            Citizen.phone,
            Citizen.mobile,
            Citizen.ride,
            Course.centre_id,
            Team.name,
            Staff.initials,
        )
        .join(Course, Course.id == w.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .outerjoin(Team, Team.id == w.team_id)
        .outerjoin(Staff, Staff.id == w.therapist_id)
        .where(w.ended.is_(None), Course.ended.is_(None))
    )
    if centre:
        query = query.where(Course.centre_id == centre)
    if team_id:
        query = query.where(w.team_id == team_id)
    rows = work.execute(query).all()
    facts = courses.facts(work, [row[0].course_id for row in rows])
    today = wall_now(work).date()
    cards = []
    for entry, citizen, given, family, phone, mobile, ride, where, team, therapist in rows:
        one = facts[entry.course_id]
        cards.append(
            WaitingCard(
                entry.id,
                entry.course_id,
                citizen,
                f"{given} {family}".strip(),
                phone,
                mobile,
                entry.form,
                entry.minutes,
                entry.team_id,
                team or "",
                entry.therapist_id,
                therapist or "",
                tuple(entry.weekdays),
                entry.earliest,
                entry.latest,
                entry.since,
                entry.note,
                one.ledger.free,
                _start_deadline(one, today),
                where,
                ride,
            )
        )
    return sorted(cards, key=lambda c: (c.deadline or date.max, c.since, c.citizen))


def take_in(work: Work, entry_id: uuid.UUID, since: date) -> None:
    """Put somebody who waits for a team on it from a day; raises Refused when there is no place."""
    entry = standing_entry(work, entry_id)
    if entry.team_id is None:
        raise Refused(Reason.NOT_A_TEAM)
    members.join(work, entry.team_id, entry.course_id, since)
    end(work, entry_id)


def book_waiting(work: Work, entry_id: uuid.UUID, wish: Wish) -> uuid.UUID:
    """Book somebody from the list at a time that a person chose; they wait no more."""
    if standing_entry(work, entry_id).course_id != wish.course_id:
        raise Refused(Reason.NO_LONGER_WAITING)
    session = booking.book(work, wish)
    end(work, entry_id)
    return session


def _start_deadline(facts: Facts, today: date) -> date | None:
    """The last day for the start, while it is open; a course that has begun has none."""
    open_ = (Standing.WAITING, Standing.OVER)
    found = deadlines(facts.course, facts.book, today)
    dues = [d.due for d in found if d.met_by in STARTS and d.standing in open_]
    return min(dues, default=None)
