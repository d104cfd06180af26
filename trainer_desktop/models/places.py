"""No team meeting has more people than the team has places, whoever tries it and however, undo included."""

import uuid
from collections import defaultdict

from sqlalchemy import func, select

from trainer_desktop.models.journal import Op
from trainer_desktop.models.prepared import PreparedSession, key_param, standing
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.rules.course import TAKES_A_PLACE
from trainer_desktop.rules.refusal import Reason, Refused

_TAKES = tuple(state.value for state in TAKES_A_PLACE)
_SESSION_OF = select(Participant.id, Participant.session_id).where(
    Participant.id.in_(key_param("ids", many=True))
)
_COUNTED = standing(
    select(
        TrainingSession.id,
        TrainingSession.starts,
        Team.name,
        Team.capacity,
        func.count(Participant.id).label("people"),
    )
    .join(Team, Team.id == TrainingSession.team_id)
    .join(Participant, Participant.session_id == TrainingSession.id)
    .where(
        TrainingSession.id.in_(key_param("ids", many=True)), Participant.state.in_(TAKES_A_PLACE)
    )
    .group_by(TrainingSession.id, TrainingSession.starts, Team.name, Team.capacity)
)


def refuse_overfull(work: PreparedSession, ops: list[Op]) -> None:
    """Raise Refused TEAM_FULL when these changes give a place to one more than there are places.

    A meeting that was too full before and gets no fuller is let be: a team may have been made smaller.
    """
    given: dict[uuid.UUID, int] = defaultdict(int)
    changed: dict[uuid.UUID, int] = {}
    for table, row, kind, noted in ops:
        if table != Participant.__tablename__:
            continue
        if kind == "i":
            if noted["attendance"][0][0] in _TAKES:
                given[uuid.UUID(noted["session_id"][0][0])] += 1
        elif gained := _gained(noted):
            changed[uuid.UUID(row)] = gained
    if changed:
        for key, session in work.rows(_SESSION_OF, ids=list(changed)):
            given[session] += changed[key]
    asked = [session for session, count in given.items() if count > 0]
    if not asked:
        return
    for row in work.rows(_COUNTED, ids=asked):
        if row.people > row.capacity:
            raise Refused(Reason.TEAM_FULL, what=row.name, capacity=row.capacity, starts=row.starts)


def _gained(noted: dict[str, list[object]]) -> int:
    """How many places a change of a participant takes: one, none, or one given back."""
    taken = 0
    if "attendance" in noted:
        new, _seen, old = noted["attendance"]
        assert isinstance(new, list)
        assert isinstance(old, list)
        taken += (new[0] in _TAKES) - (old[0] in _TAKES)
    if "withdrawn" in noted:
        new, _seen, old = noted["withdrawn"]
        assert isinstance(new, list)
        taken += 0 if new[0] else 1
    return taken
