"""An ill therapist, a closed room or a closed day: everyone it hits, new times for as many as possible, one step to undo."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import or_, select

from trainer_desktop.models.centre import (
    ClosingDay,
    RoomClosure,
    StaffAbsence,
)
from trainer_desktop.models.training import TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.reassigning import Candidate, reassign
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.absence.outage import Cause, HitCard, Outage, PlaceCard, affected
from trainer_desktop.services.absence.relocating import Relocation
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calls import lists
from trainer_desktop.services.store.moments import wall_now

OTHERS = 8  # places that are shown beside the one proposed
TOLD = {  # what stands on record with a training that the centre cancels
    "staff": "Terapeuten er fraværende",
    "room": "Lokalet er lukket",
    "day": "Centret er lukket",
}


def hits(work: Work, outage: Outage) -> list[HitCard]:
    """Everyone whom it hits, with a proposal for all at once: as many as possible, then as near as can be."""
    refuse_impossible(work, outage)
    outage = outage.whole()
    found = affected(work, outage)
    if not found:
        return []
    relocation = Relocation(work, outage, found)
    choices = [list(relocation.candidates(hit)) for hit in found]
    chosen = reassign(choices)
    return [
        replace(
            hit,
            place=pick.what if pick else None,
            others=_nearest(some),
        )
        for hit, pick, some in zip(found, chosen, choices, strict=True)
    ]


def _nearest(candidates: list[Candidate]) -> tuple[PlaceCard, ...]:
    """The cheapest places, each once: a hall is many lanes, and one time in it."""
    places = dict.fromkeys(c.what for c in sorted(candidates, key=lambda c: c.cost))
    return tuple(places)[:OTHERS]


def carry_out(
    work: Work,
    outage: Outage,
    places: Mapping[uuid.UUID, PlaceCard | None],
    what: str = "",
) -> None:
    """Note the outage, lay what has a place elsewhere, cancel the rest for the centre's sake.

    Everyone whom it hits comes on a list of calls, named `what`. All or nothing; costs nobody a training. Raises Refused, naming what was taken meanwhile, and
    OTHERS_HIT when a training has come to be hit that nobody has decided on.
    """
    refuse_impossible(work, outage)
    outage = outage.whole()
    now_hit = {hit.session_id: hit for hit in affected(work, outage)}
    fresh = [hit for key, hit in now_hit.items() if key not in places]
    if fresh:
        raise Refused(Reason.OTHERS_HIT, what=fresh[0].title, starts=fresh[0].before.starts)
    _note(work, outage)
    for session_id, place in places.items():
        if session_id not in now_hit:
            raise Refused(Reason.ALREADY_NOTED)
        if place is None:
            _call_off(work, now_hit[session_id], outage)
            continue
        session = work.get_one(TrainingSession, session_id)
        wish = Wish(
            None,
            place.therapist_id,
            place.room_id,
            place.starts,
            place.minutes,
            session.form,
            session.team_id,
        )
        for obstacle in booking.obstacles(work, wish, session_id, ignoring=frozenset(places)):
            if obstacle.level is Level.REFUSE:
                raise Refused(obstacle.reason, **dict(obstacle.facts))
        session.starts, session.ends = wish.starts, wish.ends
        session.therapist_id, session.room_id = place.therapist_id, place.room_id
        session.override = ""  # a reason for the old place says nothing about the new one
    hit = [now_hit[key] for key in places if key in now_hit]
    people = [person.participant_id for one in hit for person in one.people]
    lists.make(work, what or TOLD[outage.cause.value], people, hit[0].centre_id if hit else None)


def refuse_impossible(work: Work, outage: Outage) -> None:
    """Raise Refused for an outage that ends before it begins, has no length, or is out of all time."""
    limits.in_order(outage.starts, outage.ends)
    if outage.starts == outage.ends:
        raise Refused(Reason.CROSSED, first=outage.starts, last=outage.ends)
    today = wall_now(work).date()
    for day in (outage.starts.date(), outage.ends.date()):
        limits.day_within(day, today)
    if outage.ends - outage.starts > limits.OUTAGE:
        raise Refused(Reason.TOO_FAR, day=outage.ends.date())
    limits.plain_text(outage.note)


def _call_off(work: Work, hit: HitCard, outage: Outage) -> None:
    """Cancel for the centre's sake; a meeting that nobody is on is taken out of the calendar."""
    if hit.people:
        marking.cancel_by_centre(work, hit.session_id, TOLD[outage.cause.value])
    else:
        booking.remove(work, hit.session_id)


def _note(work: Work, outage: Outage) -> None:
    match outage.cause:
        case Cause.STAFF:
            assert outage.key is not None
            _refuse_noted(work, StaffAbsence, StaffAbsence.staff_id == outage.key, outage)
            work.add(
                StaffAbsence(
                    staff_id=outage.key,
                    starts=outage.starts,
                    ends=outage.ends,
                    kind=outage.kind,
                    note=outage.note,
                )
            )
        case Cause.ROOM:
            assert outage.key is not None
            _refuse_noted(work, RoomClosure, RoomClosure.room_id == outage.key, outage)
            work.add(
                RoomClosure(
                    room_id=outage.key,
                    starts=outage.starts,
                    ends=outage.ends,
                    note=outage.note,
                )
            )
        case Cause.DAY:
            name = outage.note or "Lukkedag"
            shut = _shut_days(work, outage)
            if len(shut) == len(outage.days):
                raise Refused(Reason.ALREADY_AWAY, day=min(shut))
            for day in outage.days:
                if day not in shut:
                    work.add(ClosingDay(centre_id=outage.key, day=day, name=name))
    work.flush()
    work.info.pop("rulebooks", None)  # a closing day is among what they read


def _refuse_noted(
    work: Work, model: type[StaffAbsence] | type[RoomClosure], whose: Any, outage: Outage
) -> None:
    """Raise Refused ALREADY_AWAY when one that covers all of it is noted already."""
    query = select(model.starts).where(
        whose, model.starts <= outage.starts, model.ends >= outage.ends
    )
    since = work.scalar(query.limit(1))
    if since:
        raise Refused(Reason.ALREADY_AWAY, day=since.date())


def _shut_days(work: Work, outage: Outage) -> set[date]:
    """The days among them that are closing days already, of the same centre or of all."""
    query = select(ClosingDay.day).where(
        ClosingDay.day.in_(outage.days),
        or_(ClosingDay.centre_id == outage.key, ClosingDay.centre_id.is_(None)),
    )
    return set(work.scalars(query))
