"""The freed-slot board: the times that cancellations leave, and whom they fit by rule. Nobody is booked by itself."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, or_, select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.daybits import minute_of, room_for
from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.services.attendance.look import with_people
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calls.outcomes import note_call
from trainer_desktop.services.centre.availability import Availability
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.centre.roster import room_cards
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.waiting.waiting_list import WaitingCard, standing_entry

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


def freed(work: Work, centre: uuid.UUID | None = None) -> list[SlotCard]:
    """The times of the next two weeks that a cancellation left and nobody has taken, soonest first."""
    s, now = TrainingSession, wall_now(work)
    last = datetime.combine(now.date() + timedelta(days=AHEAD + 1), time())
    p = Participant
    cancelled = and_(p.state == State.CANCELLED, p.withdrawn.is_(False), s.withdrawn.is_(False))
    query = left_times().where(s.starts > now, s.starts < last, or_(cancelled, p.released))
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
        slot = slot_of(row)
        key = (slot.session_id if slot.team_id else None, slot.therapist_id, slot.starts)
        if key in seen or slot.session_id in called_off:
            continue
        if slot.team_id:
            open_ = _meets(work, slot.session_id) and (
                booking.active_people(work, slot.session_id) < row.capacity
            )
        else:
            open_ = still_free(free, slot)
        if open_:
            seen.add(key)
            found.append(slot)
    return found


def _meets(work: Work, session_id: uuid.UUID) -> bool:
    query = select(TrainingSession.id).where(TrainingSession.id == session_id)
    return work.scalar(query) is not None


def left_times() -> Any:
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


def slot_of(row: Any) -> SlotCard:
    """A time that somebody left, with how it came to be free."""
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


def _citizen_of(work: Work, course_id: uuid.UUID) -> uuid.UUID:
    return work.get_one(Course, course_id).citizen_id


def still_free(free: Availability, slot: SlotCard) -> bool:
    """Whether nobody has taken it since."""
    day = slot.starts.date()
    bits = free.therapist(slot.therapist_id, day)
    if slot.room_id:
        bits &= free.room(slot.room_id, day)
    return bool(room_for(bits, slot.minutes) >> (minute_of(slot.starts) // 5) & 1)


def wish_for(slot: SlotCard, one: WaitingCard) -> Wish | None:
    """The time as a wish for one who waits."""
    if slot.team_id:
        return None
    return Wish(one.course_id, slot.therapist_id, slot.room_id, slot.starts, one.minutes, one.form)
