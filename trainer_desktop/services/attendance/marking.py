"""Marking who came: what follows is worked out by the same rules wherever it is marked, and shown before it is saved."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Room
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.plain import to_plain
from trainer_desktop.models.training import Correction, Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance.look import with_people
from trainer_desktop.services.store.moments import wall_now
from trainer_desktop.services.store.opening import COPENHAGEN


@dataclass(frozen=True, slots=True)
class Mark:
    """How a training went, as somebody is about to note it. `told` is wall time."""

    state: State
    why: Why | None = None
    told: datetime | None = None
    late_minutes: int = 0
    excused: str = ""
    centre_reason: str = ""
    staff_late_minutes: int = 0
    late_entry: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionCard:
    """A mark that was corrected: what it said, who noted it, and why it was changed."""

    state: State
    noted_by: str
    noted_at: datetime | None
    reason: str
    corrected_by: str
    corrected_at: datetime


def note(work: Work, participant_id: uuid.UUID, mark: Mark, correction: str = "") -> None:
    """Note how a training went, with who noted it and when.

    A mark of an earlier day is corrected with a reason, and the old one stays readable.
    Raises Refused: NOT_YET before the training begins, NEEDS_REASON when the citizen cancelled and no reason is
    given, or when an earlier day's mark is changed without one.
    """
    refuse_mark(work, participant_id, mark)
    person = work.get_one(Participant, participant_id)
    work.rely_on(person, work.get_one(TrainingSession, person.session_id))
    if needs_correction(work, participant_id):
        if not correction.strip():
            raise Refused(Reason.NEEDS_REASON)
        work.add(
            Correction(
                participant_id=participant_id,
                was=_plain(person),
                reason=correction.strip(),
                corrected_by=work.actor,
                corrected_at=work.now,
            )
        )
    _put(work, person, mark)


def _put(work: Work, person: Participant, mark: Mark) -> None:
    """Write a mark down; what the citizen did and what the centre did stand beside each other."""
    if mark.state is State.CENTRE_CANCELLED:
        person.centre_cancelled_at = work.now
        person.centre_reason = mark.centre_reason
        if person.state is State.CANCELLED:
            return  # who noted it stays; the journal has who called it off
    elif mark.state is not State.CANCELLED:
        person.centre_cancelled_at = None
    elif person.centre_cancelled_at:
        mark = replace(mark, centre_reason=person.centre_reason)
    person.state = mark.state
    person.why = mark.why
    person.told = mark.told
    person.late_minutes = mark.late_minutes
    person.excused = mark.excused
    person.centre_reason = mark.centre_reason
    person.staff_late_minutes = mark.staff_late_minutes
    person.late_entry = mark.late_entry
    person.noted_by = work.actor
    person.noted_at = work.now


def comes_after_all(work: Work, participant_id: uuid.UUID) -> None:
    """Let a citizen take part who had cancelled; what was noted stays readable as a correction.

    Raises Refused TEAM_FULL, or whatever else a booking would be refused for by now.
    """
    person = work.get_one(Participant, participant_id)
    work.add(
        Correction(
            participant_id=participant_id,
            was=_plain(person),
            reason="Kommer alligevel",
            corrected_by=work.actor,
            corrected_at=work.now,
        )
    )
    _put(work, person, Mark(State.PLANNED))


def standing_mark(work: Work, participant_id: uuid.UUID) -> State:
    """What is noted now; PLANNED when nothing is."""
    return work.get_one(Participant, participant_id).state


def when(work: Work, participant_id: uuid.UUID) -> tuple[datetime, datetime]:
    """When a participant's training begins and ends, in wall time."""
    session = work.get_one(TrainingSession, work.get_one(Participant, participant_id).session_id)
    return session.starts, session.ends


def whole_mark(work: Work, participant_id: uuid.UUID) -> Mark:
    """What is noted of somebody who came: one side's lateness is not taken away by noting the other's."""
    person = work.get_one(Participant, participant_id)
    if person.state is not State.ATTENDED:
        return Mark(State.ATTENDED)
    return Mark(
        State.ATTENDED,
        late_minutes=person.late_minutes,
        staff_late_minutes=person.staff_late_minutes,
    )


def note_batch(work: Work, marks: Sequence[tuple[uuid.UUID, Mark]]) -> None:
    """Type a sheet of paper: every mark is stamped as a late entry; all or nothing."""
    for participant_id, mark in marks:
        note(work, participant_id, replace(mark, late_entry=True))


def needs_correction(work: Work, participant_id: uuid.UUID) -> bool:
    """Whether the mark was noted on an earlier day, so that changing it takes a reason.

    One that was imported, with nobody's name on it, was noted on the training's own day.
    """
    person = work.get_one(Participant, participant_id)
    if person.state is State.PLANNED:
        return False
    if person.noted_at is None:
        session = work.get_one(TrainingSession, person.session_id)
        return session.starts.date() < wall_now(work).date()
    return person.noted_at.astimezone(COPENHAGEN).date() < wall_now(work).date()


def corrections(work: Work, participant_id: uuid.UUID) -> list[CorrectionCard]:
    """The marks that were corrected, the latest first."""
    query = (
        select(Correction)
        .where(Correction.participant_id == participant_id)
        .order_by(Correction.corrected_at.desc())
    )
    return [
        CorrectionCard(
            State(row.was["state"]),
            row.was["noted_by"],
            datetime.fromisoformat(row.was["noted_at"]) if row.was["noted_at"] else None,
            row.reason,
            row.corrected_by,
            row.corrected_at,
        )
        for row in work.scalars(query)
    ]


def _plain(person: Participant) -> dict[str, Any]:
    """A mark as it stood: the attendance's fields as the journal writes them."""
    names = (
        *("state", "why", "told", "late_minutes", "staff_late_minutes", "excused"),
        *("centre_reason", "noted_by", "noted_at", "late_entry", "centre_cancelled_at"),
    )
    return {name: to_plain(getattr(person, name)) for name in names}


def refuse_mark(work: Work, participant_id: uuid.UUID, mark: Mark) -> None:
    """Raise Refused, as `note` would."""
    past_only = (State.ATTENDED, State.MISSED, State.STAFF_MISSED, State.TURNED_AWAY)
    row = row_of(work, participant_id)
    starts, now = row.starts, wall_now(work)
    if mark.told and mark.told > now:
        raise Refused(Reason.TOLD_AHEAD, told=mark.told)
    if mark.told and mark.told < starts - limits.AHEAD:
        raise Refused(Reason.TOO_FAR, day=mark.told.date())
    length = int((row.ends - starts).total_seconds()) // 60
    if not 0 <= mark.late_minutes <= length or not 0 <= mark.staff_late_minutes <= length:
        raise Refused(Reason.TOO_LATE, minutes=length)
    if mark.state in past_only and starts > now:
        raise Refused(Reason.NOT_YET, starts=starts)
    if mark.state is State.CANCELLED and mark.why is None:
        raise Refused(Reason.NEEDS_REASON)
    if mark.excused:
        limits.reason_given(mark.excused)


def cancel_by_centre(work: Work, session_id: uuid.UUID, reason: str) -> None:
    """The centre cancels a whole training, for those who had cancelled it, too; it costs nobody anything."""
    people = work.scalars(
        select(Participant.id).where(
            Participant.session_id == session_id,
            Participant.state.in_((State.PLANNED, State.CANCELLED)),
            Participant.centre_cancelled_at.is_(None),
        )
    ).all()
    for participant_id in people:
        note(work, participant_id, Mark(State.CENTRE_CANCELLED, centre_reason=reason))


def row_of(work: Work, participant_id: uuid.UUID) -> Any:
    """A place in a training, with its names and hours."""
    p, s = Participant, TrainingSession
    return work.execute(
        with_people(
            p.course_id,
            s.starts,
            s.ends,
            Citizen.given_name,
            Citizen.family_name,
            Room.name.label("place"),
        )
        .outerjoin(Room, Room.id == s.room_id)
        .where(p.id == participant_id)
    ).one()
