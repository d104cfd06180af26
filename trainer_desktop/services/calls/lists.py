"""Whom somebody must still tell what was carried out: it lives until all have been reached or the trainings are over."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.waiting import Call, CallList
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import State
from trainer_desktop.rules.kinds import CallOutcome
from trainer_desktop.services.attendance.look import with_people
from trainer_desktop.services.calls.outcomes import CallCard, call_card
from trainer_desktop.services.courses import tasks
from trainer_desktop.services.store.moments import wall_now

REACHED = (
    *(CallOutcome.ACCEPTED, CallOutcome.DECLINED),
    *(CallOutcome.MESSAGE, CallOutcome.REACHED),
)


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody on the list: the training as it is now (`called_off`: there is no new time), and what calls came to."""

    participant_id: uuid.UUID
    session_id: uuid.UUID
    citizen_id: uuid.UUID
    name: str
    phones: tuple[str, ...]
    starts: datetime
    called_off: bool
    over: bool
    calls: tuple[CallCard, ...]

    @property
    def left(self) -> bool:
        """Whether they must still be told."""
        return not self.over and not any(call.outcome in REACHED for call in self.calls)


@dataclass(frozen=True, slots=True)
class CallListCard:
    """A list of calls, with who is left."""

    id: uuid.UUID
    what: str
    centre_id: uuid.UUID | None
    made_by: str
    made_at: datetime
    people: tuple[ToTell, ...]

    @property
    def left(self) -> int:
        """How many must still be told."""
        return sum(one.left for one in self.people)


def make(
    work: Work, what: str, participants: Iterable[uuid.UUID], centre: uuid.UUID | None
) -> None:
    """Put those who must be told on a list."""
    people = [str(key) for key in participants]
    if people:
        work.add(
            CallList(
                centre_id=centre,
                what=what,
                people=people,
                made_by=work.actor,
                made_at=work.now,
            )
        )


def close(work: Work, list_id: uuid.UUID) -> None:
    """Say that a list is done, whoever is left on it."""
    row = work.get_one(CallList, list_id)
    work.rely_on(row)
    row.done = True


def open_lists(work: Work, list_id: uuid.UUID | None = None) -> list[CallListCard]:
    """The lists on which somebody is left, the oldest first; with a key that list, whoever is left."""
    query = select(CallList).where(CallList.done.is_(False)).order_by(CallList.made_at)
    if list_id:
        query = select(CallList).where(CallList.id == list_id)
    cards = [_card(work, row) for row in work.scalars(query)]
    return [card for card in cards if card.left or list_id]


def count_waiting(work: Work, responsible: uuid.UUID | None) -> int:
    """How many tasks are over or soon due."""
    found = tasks.open_tasks(work, responsible=responsible)
    return sum(t.group is not tasks.Group.LATER for t in found) + len(open_lists(work))


def _card(work: Work, row: CallList) -> CallListCard:
    p, s = Participant, TrainingSession
    query = (
        with_people(
            p.id,
            s.id.label("session"),
            Citizen.id.label("citizen"),
            Citizen.given_name,
            Citizen.family_name,
            Citizen.mobile,
            Citizen.phone,
            s.starts,
            s.ends,
            p.state,
            p.centre_cancelled_at,
        )
        .where(p.id.in_([uuid.UUID(key) for key in row.people]))
        .order_by(s.starts, Citizen.sort_key)
    )
    rows = work.execute(query, execution_options={"with_withdrawn": True}).all()
    calls: dict[tuple[uuid.UUID, uuid.UUID], list[CallCard]] = {}
    about = select(Call).where(
        Call.session_id.in_([r.session for r in rows]), Call.called_at >= row.made_at
    )
    for call in work.scalars(about.order_by(Call.called_at)):
        if call.session_id:
            calls.setdefault((call.session_id, call.citizen_id), []).append(call_card(call))
    now = wall_now(work)
    people = [
        ToTell(
            r.id,
            r.session,
            r.citizen,
            f"{r.given_name} {r.family_name}".strip(),
            tuple(dict.fromkeys(n for n in (r.mobile, r.phone) if n)),
            r.starts,
            r.centre_cancelled_at is not None or r.state is State.CENTRE_CANCELLED,
            r.ends <= now,
            tuple(calls.get((r.session, r.citizen), ())),
        )
        for r in rows
    ]
    return CallListCard(row.id, row.what, row.centre_id, row.made_by, row.made_at, tuple(people))
