"""The freed-slot board: the times that cancellations leave, and whom they fit by rule. Nobody is booked by itself."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum
from typing import Any

from sqlalchemy import and_, or_, select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.waiting import Call
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.daybits import minute_of, room_for, span
from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.services.attendance.look import with_people
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.booking import Wish
from trainer_desktop.services.calls.outcomes import CallCard, call_card, note_call
from trainer_desktop.services.centre.availability import Availability
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.centre.roster import room_cards
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.waiting.waiting_list import WaitingCard, entries, standing_entry

AHEAD = 14  # days: how far the board looks


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
    capacity: int = 0

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.ends - self.starts).total_seconds()) // 60


class Misfit(Enum):
    """What keeps a freed time from somebody who waits."""

    TEAM = "team"
    CENTRE = "centre"
    FORM = "form"
    PACKAGE = "package"
    THERAPIST = "therapist"
    DAY = "day"
    LENGTH = "length"
    HOURS = "hours"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class FitCard:
    """Somebody whom a freed time fits, with what earlier calls about it came to; `wish` None: a team's place."""

    waiting: WaitingCard
    wish: Wish | None
    calls: tuple[CallCard, ...]


def freed(work: Work, centre: uuid.UUID | None = None) -> list[SlotCard]:
    """The times of the next two weeks that a cancellation left and nobody has taken, soonest first."""
    s, now = TrainingSession, wall_now(work)
    last = datetime.combine(now.date() + timedelta(days=AHEAD + 1), time())
    p = Participant
    cancelled = and_(p.state == State.CANCELLED, p.withdrawn.is_(False), s.withdrawn.is_(False))
    query = _left().where(s.starts > now, s.starts < last, or_(cancelled, p.released))
    if centre:
        query = query.where(s.centre_id == centre)
    every = {"with_withdrawn": True}  # what was released has left the calendar
    rows = work.execute(query.order_by(s.starts, s.id), execution_options=every).all()
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
            open_ = _meets(work, slot.session_id) and (
                booking.active_people(work, slot.session_id) < row.capacity
            )
        else:
            open_ = _still_free(free, slot)
        if open_:
            seen.add(key)
            found.append(slot)
    return found


def _meets(work: Work, session_id: uuid.UUID) -> bool:
    query = select(TrainingSession.id).where(TrainingSession.id == session_id)
    return work.scalar(query) is not None


def _left() -> Any:
    """Trainings with those on them, as times that one of them leaves."""
    s = TrainingSession
    return (
        with_people(
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
        row.capacity or 0,
    )


def fits(work: Work, slot: SlotCard) -> list[FitCard]:
    """Who on the list fits a freed time: form, minutes, therapist, day and hour, package, the citizen's other trainings.

    In the order in which to call: nearest deadline first, then the longest wait.
    """
    waiting = [one for one in entries(work) if _misfit(one, slot) is None]
    calls = _calls(work, slot)
    elsewhere = _elsewhere(work, slot, waiting)
    return [
        FitCard(one, _wish(slot, one), calls.get(one.citizen_id, ()))
        for one in waiting
        if one.id not in elsewhere
    ]


def misfits(work: Work, slot: SlotCard) -> list[tuple[Misfit, int]]:
    """Why a freed time does not fit those who wait: how many for each reason, the commonest first."""
    every = entries(work)
    reasons = [found for one in every if (found := _misfit(one, slot))]
    free = [one for one in every if _misfit(one, slot) is None]
    reasons += [Misfit.ELSEWHERE] * len(_elsewhere(work, slot, free))
    return Counter(reasons).most_common()


def _elsewhere(work: Work, slot: SlotCard, waiting: list[WaitingCard]) -> set[uuid.UUID]:
    """The entries of those who have another training then."""
    day = slot.starts.date()
    free = Availability(work, [day], [], [], [one.citizen_id for one in waiting])
    found = set()
    for one in waiting:
        minutes = slot.minutes if slot.team_id else one.minutes
        bits = span(minute_of(slot.starts), minute_of(slot.starts) + minutes)
        if free.citizen(one.citizen_id, day) & bits != bits:
            found.add(one.id)
    return found


def opens_up(work: Work, participant_id: uuid.UUID) -> bool:
    """Whether somebody else could have the time that a cancellation would leave: its therapist is at work then."""
    slot = would_free(work, participant_id)
    if slot.starts <= wall_now(work):
        return False
    day, who = slot.starts.date(), NamedKey(slot.therapist_id, "", "", "")
    free = Availability(work, [day], [who], centre=slot.centre_id)
    bits = span(minute_of(slot.starts), minute_of(slot.ends))
    return day not in free.closed and free.at_work(slot.therapist_id, day) & bits == bits


def would_free(work: Work, participant_id: uuid.UUID) -> SlotCard:
    """The time that a participant's cancellation would leave."""
    return _slot(work.execute(_left().where(Participant.id == participant_id)).one())


def fits_after(work: Work, participant_id: uuid.UUID) -> list[FitCard]:
    """Whom the time would fit that a participant leaves."""
    return fits(work, would_free(work, participant_id))


def fits_now(work: Work, participant_id: uuid.UUID) -> int | None:
    """How many the time fits that somebody's cancellation left; None when it is not free, or nobody has left it."""
    query = select(Participant.state, TrainingSession.starts, TrainingSession.id).join(
        TrainingSession, TrainingSession.id == Participant.session_id
    )
    row = work.execute(query.where(Participant.id == participant_id)).one()
    if row.state is not State.CANCELLED or row.starts <= wall_now(work):
        return None
    slot = would_free(work, participant_id)
    if slot.session_id in booking.called_off(work, [slot.session_id]):
        return None
    if slot.team_id:
        full = booking.active_people(work, slot.session_id) >= slot.capacity
        return None if full else len(fits(work, slot))
    staff = [NamedKey(slot.therapist_id, "", "", "")]
    rooms = [room for room in room_cards(work) if room.id == slot.room_id]
    free = Availability(work, [slot.starts.date()], staff, rooms)
    return len(fits(work, slot)) if _still_free(free, slot) else None


def take(work: Work, entry_id: uuid.UUID, slot: SlotCard) -> None:
    """Book a freed time for somebody who said yes; raises Refused as booking does.

    They wait no more, unless it was one time of a team: they still wait for a place to keep.
    """
    entry = standing_entry(work, entry_id)
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


def _calls(work: Work, slot: SlotCard) -> dict[uuid.UUID, tuple[CallCard, ...]]:
    found: dict[uuid.UUID, tuple[CallCard, ...]] = {}
    query = (
        select(Call)
        .where(Call.session_id == slot.session_id, Call.starts == slot.starts)
        .order_by(Call.called_at)
    )
    for call in work.scalars(query):
        found[call.citizen_id] = (*found.get(call.citizen_id, ()), call_card(call))
    return found


def _citizen_of(work: Work, course_id: uuid.UUID) -> uuid.UUID:
    return work.get_one(Course, course_id).citizen_id


def _still_free(free: Availability, slot: SlotCard) -> bool:
    day = slot.starts.date()
    bits = free.therapist(slot.therapist_id, day)
    if slot.room_id:
        bits &= free.room(slot.room_id, day)
    return bool(room_for(bits, slot.minutes) >> (minute_of(slot.starts) // 5) & 1)


def _misfit(one: WaitingCard, slot: SlotCard) -> Misfit | None:
    """The first thing that keeps a freed time from somebody; None: nothing that the list says."""
    if one.team_id != slot.team_id:
        return Misfit.TEAM
    if one.centre_id != slot.centre_id:
        return Misfit.CENTRE
    if one.form is not slot.form:
        return Misfit.FORM
    if one.free is not None and one.free <= 0:
        return Misfit.PACKAGE
    if one.therapist_id not in (None, slot.therapist_id):
        return Misfit.THERAPIST
    if one.weekdays and slot.starts.weekday() not in one.weekdays:
        return Misfit.DAY
    minutes = slot.minutes if slot.team_id else one.minutes
    if minutes > slot.minutes:
        return Misfit.LENGTH
    ends = slot.starts + timedelta(minutes=minutes)
    early = one.earliest and slot.starts.time() < one.earliest
    return Misfit.HOURS if early or (one.latest and ends.time() > one.latest) else None


def _wish(slot: SlotCard, one: WaitingCard) -> Wish | None:
    if slot.team_id:
        return None
    return Wish(one.course_id, slot.therapist_id, slot.room_id, slot.starts, one.minutes, one.form)
