"""What Ctrl+K finds: citizens with their next training, by names in any order, CPR, both phones, or the case's number."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.services.citizens import search
from trainer_desktop.services.citizens.search import CitizenCard
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class FoundCitizen:
    """A citizen who was found, with the course that runs and the next training."""

    card: CitizenCard
    used: int | None
    whole: int | None
    free: int | None
    next_time: datetime | None
    next_session: uuid.UUID | None
    booked: int


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found; `more`: there are others, and some letters more are needed; `near`: by a typing mistake only."""

    citizens: tuple[FoundCitizen, ...]
    more: bool
    near: bool = False


def find(work: Work, words: str, most: int = 6, lately: Sequence[uuid.UUID] = ()) -> Found:
    """Citizens by what somebody typed, those whom she had open lately first."""
    cards = search.find(work, words, most + 1, lately)
    cards = _by_case(work, words) + [c for c in cards if c.id]
    cards = list({card.id: card for card in cards}.values())
    found = tuple(_found(work, cards[:most]))
    return Found(found, len(cards) > most, not any(_has(c, words) for c in cards))


def _has(card: CitizenCard, words: str) -> bool:
    """Whether a citizen is called so; a number or a telephone is never a mistake."""
    name = search.search_fold(card.name)
    parts = search.search_fold(words).split()
    return all(part in name or any(c.isdigit() for c in part) for part in parts)


def again(work: Work, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, FoundCitizen]:
    """Citizens who were found earlier, as they are now."""
    return {one.card.id: one for one in _found(work, search.cards(work, list(ids)))}


def _found(work: Work, shown: list[CitizenCard]) -> list[FoundCitizen]:
    facts = courses.facts(work, [c.course_id for c in shown if c.course_id])
    coming = _coming(work, [c.id for c in shown])
    found = []
    for card in shown:
        account = facts[card.course_id].ledger if card.course_id else None
        starts, session, count = coming.get(card.id, (None, None, 0))
        whole = None
        if account and account.granted is not None:
            whole = account.granted + account.extra
        found.append(
            FoundCitizen(
                card,
                account.used if account else None,
                whole,
                account.free if account else None,
                starts,
                session,
                count,
            )
        )
    return found


def teams(work: Work) -> list[tuple[uuid.UUID, str, str]]:
    """Every team: key, name, and where it usually meets."""
    query = select(Team.id, Team.name, Room.name).outerjoin(Room, Room.id == Team.room_id)
    return [(key, name, room or "") for key, name, room in work.execute(query.order_by(Team.name))]


def next_meeting(work: Work, team_id: uuid.UUID) -> uuid.UUID | None:
    """The team's next meeting, or the last one."""
    s = TrainingSession
    query = select(s.id).where(s.team_id == team_id)
    now = wall_now(work)
    coming = work.scalar(query.where(s.ends > now).order_by(s.starts).limit(1))
    return coming or work.scalar(query.order_by(s.starts.desc()).limit(1))


def _by_case(work: Work, words: str) -> list[CitizenCard]:
    """Whose course bears this number."""
    number = words.strip()
    if not number or len(number) > 32:
        return []
    owners = work.scalars(select(Course.citizen_id).where(Course.number == number)).all()
    return search.cards(work, list(dict.fromkeys(owners))) if owners else []


def _coming(work: Work, ids: list[uuid.UUID]) -> dict[uuid.UUID, tuple[datetime, uuid.UUID, int]]:
    rows = work.execute(
        select(Course.citizen_id, TrainingSession.starts, TrainingSession.id)
        .join(Participant, Participant.course_id == Course.id)
        .join(TrainingSession, TrainingSession.id == Participant.session_id)
        .join(Staff, Staff.id == TrainingSession.therapist_id)
        .where(
            Course.citizen_id.in_(ids),
            Course.ended.is_(None),
            Participant.state == State.PLANNED,
            TrainingSession.ends > wall_now(work),
        )
        .order_by(TrainingSession.starts.desc())
    ).all()
    found: dict[uuid.UUID, tuple[datetime, uuid.UUID, int]] = {}
    for citizen, starts, session in rows:
        count = found[citizen][2] if citizen in found else 0
        found[citizen] = (starts, session, count + 1)
    return found
