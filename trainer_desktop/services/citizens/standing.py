"""A citizen's state: dead, moved away, name and address protected; what each has for consequence."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen, Look
from trainer_desktop.models.course import Course
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.kinds import DECEASED, MOVED
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses.reevaluations import count_later, release_later
from trainer_desktop.services.store.moments import today

STANDINGS = ("", DECEASED, MOVED)


@dataclass(frozen=True, slots=True)
class StandingCard:
    """How somebody stands, and how many trainings to come could be released."""

    standing: str
    since: date | None
    protected: bool
    later: int


def living_record(work: Work, citizen_id: uuid.UUID) -> Citizen:
    """The record; raises Refused GONE for one that was merged: what is noted on it nobody would see."""
    row = work.get_one(Citizen, citizen_id)
    work.rely_on(row)
    if row.merged_into:
        raise Refused(Reason.GONE)
    return row


def _running(work: Work, citizen_id: uuid.UUID) -> list[uuid.UUID]:
    query = select(Course.id).where(Course.citizen_id == citizen_id, Course.ended.is_(None))
    return list(work.scalars(query))


def card(work: Work, citizen_id: uuid.UUID) -> StandingCard:
    """How a citizen stands now."""
    row = work.get_one(Citizen, citizen_id)
    since = row.standing_since
    later = sum(count_later(work, key, since) for key in _running(work, citizen_id))
    return StandingCard(row.standing, since, row.protected, later)


def set_standing(
    work: Work, citizen_id: uuid.UUID, standing: str, since: date | None = None
) -> StandingCard:
    """Note that somebody has died or moved away, or (with "") that it was a mistake.

    The trainings to come are only proposed for release; `release` does it. Raises Refused NOT_COME for a day to come.
    """
    if standing not in STANDINGS:
        raise Refused(Reason.UNREADABLE, field="standing", text=standing[:40])
    row = living_record(work, citizen_id)
    day = since or today(work)
    if standing:
        limits.day_within(day, today(work))
        if standing == DECEASED and day > today(work):
            raise Refused(Reason.NOT_COME, day=day)
    row.standing, row.standing_since = standing, day if standing else None
    return card(work, citizen_id)


def release(work: Work, citizen_id: uuid.UUID) -> int:
    """Release every training to come from the day of the state on; answers how many.

    They cost nothing and come on the board of freed times.
    """
    since = work.get_one(Citizen, citizen_id).standing_since
    return sum(release_later(work, key, since) for key in _running(work, citizen_id))


def protect(work: Work, citizen_id: uuid.UUID, *, on: bool) -> None:
    """Note that name and address are protected (CPR-lovens § 28), or are no longer."""
    row = living_record(work, citizen_id)
    row.protected = on


def note_look(work: Work, citizen_id: uuid.UUID, reason: str) -> None:
    """Write in the journal that somebody saw what is masked, and why; raises Refused NEEDS_REASON."""
    work.add(
        Look(
            citizen_id=citizen_id,
            reason=limits.reason_given(reason),
            seen_by=work.actor,
            seen_at=work.now,
        )
    )


def gets_letters(row: Citizen) -> bool:
    """Whether a letter may go out: none to one who has died."""
    return row.standing != DECEASED
