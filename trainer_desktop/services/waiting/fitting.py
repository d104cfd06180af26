"""Whom a freed time fits by rule, and why the others not."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sqlalchemy import select

from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.waiting import Call
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.rules.daybits import minute_of, span
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calls.outcomes import CallCard, call_card
from trainer_desktop.services.centre.availability import Availability
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.centre.roster import room_cards
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.waiting.freed_times import (
    SlotCard,
    left_times,
    slot_of,
    still_free,
    wish_for,
)
from trainer_desktop.services.waiting.waiting_list import WaitingCard, entries


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


def fits(work: Work, slot: SlotCard) -> list[FitCard]:
    """Who on the list fits a freed time: form, minutes, therapist, day and hour, package, the citizen's other trainings.

    In the order in which to call: nearest deadline first, then the longest wait.
    """
    waiting = [one for one in entries(work) if _misfit(one, slot) is None]
    calls = calls_by(work, slot)
    elsewhere = _elsewhere(work, slot, waiting)
    return [
        FitCard(one, wish_for(slot, one), calls.get(one.citizen_id, ()))
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
    return slot_of(work.execute(left_times().where(Participant.id == participant_id)).one())


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
    return len(fits(work, slot)) if still_free(free, slot) else None


def calls_by(work: Work, slot: SlotCard) -> dict[uuid.UUID, tuple[CallCard, ...]]:
    """What calls about a time came to, by citizen."""
    found: dict[uuid.UUID, tuple[CallCard, ...]] = {}
    query = (
        select(Call)
        .where(Call.session_id == slot.session_id, Call.starts == slot.starts)
        .order_by(Call.called_at)
    )
    for call in work.scalars(query):
        found[call.citizen_id] = (*found.get(call.citizen_id, ()), call_card(call))
    return found


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
