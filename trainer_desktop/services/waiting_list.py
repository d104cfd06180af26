"""The waiting list, and the freed-slot board: whom an empty time fits by rule. Nobody is booked by itself."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.waiting import Call, CallOutcome, WaitingEntry
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.daybits import room_for, span
from trainer_desktop.rules.deadlines import Standing, deadlines
from trainer_desktop.services import booking, courses, team_work
from trainer_desktop.services.availability import Availability
from trainer_desktop.services.booking import Wish
from trainer_desktop.services.cards import NamedKey
from trainer_desktop.services.courses import Facts
from trainer_desktop.services.moments import wall_now
from trainer_desktop.services.roster import room_cards

AHEAD = 14  # days: how far the board looks
STARTS = ("course_start", "start_offered", "first_visit")


@dataclass(frozen=True, slots=True)
class CallCard:
    """What a call about a time came to."""

    outcome: CallOutcome
    at: datetime
    by: str
    note: str


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


@dataclass(frozen=True, slots=True)
class SlotCard:
    """A time that somebody left, and is still free."""

    session_id: uuid.UUID
    starts: datetime
    ends: datetime
    therapist_id: uuid.UUID
    therapist: str
    room_id: uuid.UUID | None
    room: str
    team_id: uuid.UUID | None
    team: str
    left_by: str
    form: Form
    centre_id: uuid.UUID

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.ends - self.starts).total_seconds()) // 60


@dataclass(frozen=True, slots=True)
class FitCard:
    """Somebody whom a freed time fits, with what earlier calls about it came to; `wish` None: a team's place."""

    waiting: WaitingCard
    wish: Wish | None
    calls: tuple[CallCard, ...]


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
    """Put a citizen on the list from today."""
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
    work.get_one(WaitingEntry, entry_id).ended = wall_now(work).date()


def entries(
    work: Work, centre: uuid.UUID | None = None, team_id: uuid.UUID | None = None
) -> list[WaitingCard]:
    """Who waits, nearest deadline first, then the longest wait; those whose course has ended wait no more."""
    w = WaitingEntry
    ended = select(CourseEvent.course_id).where(CourseEvent.event == "course_end")
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
        .where(w.ended.is_(None), Course.id.not_in(ended))
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


def freed(work: Work, centre: uuid.UUID | None = None) -> list[SlotCard]:
    """The times of the next two weeks that a cancellation left and nobody has taken, soonest first."""
    s, now = TrainingSession, wall_now(work)
    last = datetime.combine(now.date() + timedelta(days=AHEAD + 1), time())
    query = _left().where(Participant.state == State.CANCELLED, s.starts > now, s.starts < last)
    if centre:
        query = query.where(s.centre_id == centre)
    rows = work.execute(query.order_by(s.starts, s.id)).all()
    if not rows:
        return []
    days = [now.date() + timedelta(days=n) for n in range(AHEAD + 1)]
    staff = [NamedKey(key, "", "", "") for key in {row.therapist_id for row in rows}]
    there = {row.room_id for row in rows}
    free = Availability(work, days, staff, [r for r in room_cards(work) if r.id in there])
    found, seen = [], set()
    called_off = booking.called_off(work, [row.id for row in rows])
    for row in rows:
        slot = _slot(row)
        key = (slot.session_id if slot.team_id else None, slot.therapist_id, slot.starts)
        if key in seen or slot.session_id in called_off:
            continue
        if slot.team_id:
            open_ = booking.active_people(work, slot.session_id) < row.capacity
        else:
            open_ = _still_free(free, slot)
        if open_:
            seen.add(key)
            found.append(slot)
    return found


def _left() -> Any:
    """Trainings with those on them, as times that one of them leaves."""
    s, p = TrainingSession, Participant
    return (
        select(
            s.id,
            s.starts,
            s.ends,
            s.therapist_id,
            Staff.initials,
            s.room_id,
            Room.name.label("room"),
            s.team_id,
            Team.name.label("team"),
            Team.capacity,
            Citizen.given_name,
            Citizen.family_name,
            s.form,
            s.centre_id,
        )
        .join(p, p.session_id == s.id)
        .join(Course, Course.id == p.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
    )


def _slot(row: Any) -> SlotCard:
    return SlotCard(
        row.id,
        row.starts,
        row.ends,
        row.therapist_id,
        row.initials,
        row.room_id,
        row.room or "",
        row.team_id,
        row.team or "",
        f"{row.given_name} {row.family_name}".strip(),
        row.form,
        row.centre_id,
    )


def fits(work: Work, slot: SlotCard) -> list[FitCard]:
    """Who on the list fits a freed time: form, minutes, therapist, day and hour, package, the citizen's other trainings.

    In the order in which to call: nearest deadline first, then the longest wait.
    """
    day = slot.starts.date()
    waiting = [one for one in entries(work) if _matches(one, slot)]
    free = Availability(work, [day], [], [], [one.citizen_id for one in waiting])
    calls = _calls(work, slot)
    found = []
    for one in waiting:
        minutes = slot.minutes if slot.team_id else one.minutes
        bits = span(_minutes(slot.starts), _minutes(slot.starts) + minutes)
        if free.citizen(one.citizen_id, day) & bits != bits:
            continue
        found.append(FitCard(one, _wish(slot, one), calls.get(one.citizen_id, ())))
    return found


def would_free(work: Work, participant_id: uuid.UUID) -> SlotCard:
    """The time that a participant's cancellation would leave."""
    return _slot(work.execute(_left().where(Participant.id == participant_id)).one())


def fits_after(work: Work, participant_id: uuid.UUID) -> list[FitCard]:
    """Whom the time would fit that a participant leaves."""
    return fits(work, would_free(work, participant_id))


def take(work: Work, entry_id: uuid.UUID, slot: SlotCard) -> None:
    """Book a freed time for somebody who said yes; raises Refused as booking does.

    They wait no more, unless it was one time of a team: they still wait for a place to keep.
    """
    entry = work.get_one(WaitingEntry, entry_id)
    if slot.team_id:
        booking.join_team(work, slot.session_id, entry.course_id)
    else:
        wish = Wish(
            entry.course_id,
            slot.therapist_id,
            slot.room_id,
            slot.starts,
            entry.minutes,
            entry.form,
        )
        booking.book(work, wish)
        entry.ended = wall_now(work).date()
    note_call(
        work, _citizen_of(work, entry.course_id), CallOutcome.ACCEPTED, slot.session_id, slot.starts
    )


def take_in(work: Work, entry_id: uuid.UUID, since: date) -> None:
    """Put somebody who waits for a team on it from a day; raises Refused when there is no place."""
    entry = work.get_one(WaitingEntry, entry_id)
    assert entry.team_id is not None
    team_work.join(work, entry.team_id, entry.course_id, since)
    end(work, entry_id)


def book_waiting(work: Work, entry_id: uuid.UUID, wish: Wish) -> uuid.UUID:
    """Book somebody from the list at a time that a person chose; they wait no more."""
    session = booking.book(work, wish)
    end(work, entry_id)
    return session


def note_call(
    work: Work,
    citizen_id: uuid.UUID,
    outcome: CallOutcome,
    session_id: uuid.UUID | None = None,
    starts: datetime | None = None,
    note: str = "",
) -> None:
    """Write down what a call came to."""
    work.add(
        Call(
            citizen_id=citizen_id,
            session_id=session_id,
            starts=starts,
            outcome=outcome,
            note=note.strip(),
            called_by=work.actor,
            called_at=work.now,
        )
    )


def calls_about(work: Work, session_ids: list[uuid.UUID]) -> dict[uuid.UUID, list[CallCard]]:
    """The calls about some trainings, the oldest first."""
    found: dict[uuid.UUID, list[CallCard]] = {}
    query = select(Call).where(Call.session_id.in_(session_ids)).order_by(Call.called_at)
    for call in work.scalars(query):
        if call.session_id:
            found.setdefault(call.session_id, []).append(_call_card(call))
    return found


def _call_card(call: Call) -> CallCard:
    return CallCard(call.outcome, call.called_at, call.called_by, call.note)


def _calls(work: Work, slot: SlotCard) -> dict[uuid.UUID, tuple[CallCard, ...]]:
    found: dict[uuid.UUID, tuple[CallCard, ...]] = {}
    query = (
        select(Call)
        .where(Call.session_id == slot.session_id, Call.starts == slot.starts)
        .order_by(Call.called_at)
    )
    for call in work.scalars(query):
        found[call.citizen_id] = (*found.get(call.citizen_id, ()), _call_card(call))
    return found


def _citizen_of(work: Work, course_id: uuid.UUID) -> uuid.UUID:
    return work.get_one(Course, course_id).citizen_id


def _start_deadline(facts: Facts, today: date) -> date | None:
    """The last day for the start, while it is open; a course that has begun has none."""
    open_ = (Standing.WAITING, Standing.OVER)
    found = deadlines(facts.course, facts.book, today)
    dues = [d.due for d in found if d.met_by in STARTS and d.standing in open_]
    return min(dues, default=None)


def _still_free(free: Availability, slot: SlotCard) -> bool:
    day = slot.starts.date()
    bits = free.therapist(slot.therapist_id, day)
    if slot.room_id:
        bits &= free.room(slot.room_id, day)
    return bool(room_for(bits, slot.minutes) >> (_minutes(slot.starts) // 5) & 1)


def _matches(one: WaitingCard, slot: SlotCard) -> bool:
    if one.team_id != slot.team_id or (one.free is not None and one.free <= 0):
        return False
    if one.form is not slot.form or one.centre_id != slot.centre_id:
        return False
    if one.therapist_id not in (None, slot.therapist_id):
        return False
    if one.weekdays and slot.starts.weekday() not in one.weekdays:
        return False
    minutes = slot.minutes if slot.team_id else one.minutes
    ends = slot.starts + timedelta(minutes=minutes)
    if minutes > slot.minutes or (one.earliest and slot.starts.time() < one.earliest):
        return False
    return not one.latest or ends.time() <= one.latest


def _wish(slot: SlotCard, one: WaitingCard) -> Wish | None:
    if slot.team_id:
        return None
    return Wish(one.course_id, slot.therapist_id, slot.room_id, slot.starts, one.minutes, one.form)


def _minutes(at: datetime) -> int:
    return at.hour * 60 + at.minute
