"""Writes an export's bookings: a training for each, but one for a team that meets."""

import uuid
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select

from trainer_desktop.models.base import Synced, new_key
from trainer_desktop.models.store import Work
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.services.importing.rows import Fact

T = TypeVar("T", bound=Synced)


def row_of(work: Work, model: type[T], key: uuid.UUID) -> T | None:
    """A row that an earlier import made; None when somebody has taken it back since."""
    found = work.get(model, key, execution_options={"with_withdrawn": True})
    return None if found is None or found.withdrawn else found


class BookingLoader:
    """Adds and changes bookings; `ids` has the key of every row of the export, by sort and key."""

    def __init__(
        self,
        work: Work,
        ids: dict[tuple[str, str], uuid.UUID],
        centres: dict[str, uuid.UUID],
        *,
        first: bool,
    ) -> None:
        """`first`: nothing has been imported before, so no training can be there already."""
        self.work, self.ids, self._centres, self._first = work, ids, centres, first
        self._teams: dict[tuple[Any, ...], uuid.UUID] = {}

    def _session_row(self, fact: Fact, key: uuid.UUID) -> dict[str, Any]:
        f = fact.fields
        starts = datetime.fromisoformat(f["starts"])
        return {
            "id": key,
            "centre_id": self._centres[f["centre"].casefold()],
            "team_id": self.ids.get(("teams", f["team"].casefold())),
            "therapist_id": self.ids["staff", f["therapist"]],
            "room_id": self.ids.get(("rooms", f"{f['centre']}/{f['room']}".casefold())),
            "starts": starts,
            "ends": starts + timedelta(minutes=f["minutes"]),
            "form": Form(f["form"]),
        }

    def _team_session(self, fact: Fact) -> tuple[uuid.UUID, bool]:
        """The team's training at that time, and whether it is a new one."""
        f = fact.fields
        place = (f["team"], f["starts"], f["minutes"], f["therapist"], f["room"])
        if place in self._teams:
            return self._teams[place], False
        row = self._session_row(fact, new_key())
        s = TrainingSession
        there = (
            self.work.scalar(
                select(s.id).where(
                    s.team_id == row["team_id"],
                    s.starts == row["starts"],
                    s.ends == row["ends"],
                    s.therapist_id == row["therapist_id"],
                    s.room_id == row["room_id"],
                )
            )
            if not self._first
            else None
        )
        self._teams[place] = there or row["id"]
        return self._teams[place], there is None

    def add(self, facts: list[Fact]) -> None:
        """Write new bookings in bulk."""
        sessions: list[dict[str, Any]] = []
        people: list[dict[str, Any]] = []
        for f in facts:
            if f.fields["team"]:
                session, is_new = self._team_session(f)
            else:
                session, is_new = new_key(), True
            if is_new:
                sessions.append(self._session_row(f, session))
            people.append(
                {
                    "id": self.ids["bookings", f.key],
                    "session_id": session,
                    "course_id": self.ids["courses", f.fields["course"]],
                    "number": f.key,
                    **_attendance(f),
                }
            )
        self.work.insert_rows(TrainingSession, sessions)
        self.work.insert_rows(Participant, people)

    def change(self, key: uuid.UUID, fact: Fact, odd: set[str]) -> None:
        """Write what is odd: the fields that have changed since the last import."""
        person = row_of(self.work, Participant, key)
        if person is None:
            return
        if odd & {"state", "told", "why", "centre_reason"}:
            for name, value in _attendance(fact).items():
                setattr(person, name, value)
        if "course" in odd:
            person.course_id = self.ids["courses", fact.fields["course"]]
        if odd & {"starts", "minutes", "therapist", "room", "centre", "team", "form"}:
            self._move(person, fact, odd)

    def _leave(self, session: TrainingSession, person: Participant) -> None:
        """Withdraw a training that nobody is left on."""
        others = self.work.scalar(
            select(Participant.id).where(
                Participant.session_id == session.id, Participant.id != person.id
            )
        )
        if others is None:
            session.withdrawn = True

    def _move(self, person: Participant, fact: Fact, odd: set[str]) -> None:
        session = self.work.get_one(TrainingSession, person.session_id)
        if fact.fields["team"]:
            target, is_new = self._team_session(fact)
            if is_new:
                self.work.insert_rows(TrainingSession, [self._session_row(fact, target)])
            if target != session.id:
                self._leave(session, person)
                person.session_id = target
            return
        if session.team_id is not None:
            target = new_key()
            self.work.insert_rows(TrainingSession, [self._session_row(fact, target)])
            self._leave(session, person)
            person.session_id = target
            return
        columns = {
            "starts": {"starts"},
            "ends": {"starts", "minutes"},
            "therapist_id": {"therapist"},
            "room_id": {"room", "centre"},
            "centre_id": {"centre"},
            "form": {"form"},
        }
        for name, value in self._session_row(fact, session.id).items():
            if columns.get(name, set()) & odd:
                setattr(session, name, value)


def _attendance(fact: Fact) -> dict[str, Any]:
    f = fact.fields
    return {
        "state": State(f["state"]),
        "why": Why(f["why"]) if f["why"] else None,
        "told": datetime.fromisoformat(f["told"]) if f["told"] else None,
        "centre_reason": f["centre_reason"],
    }
