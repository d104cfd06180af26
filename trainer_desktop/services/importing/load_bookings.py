"""Writes an export's bookings: a training for each, but one for a team that meets."""

import uuid
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import select

from trainer_desktop.models.base import Synced, new_key
from trainer_desktop.models.centre import Room
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.importing.compare import Comparison, Verdict
from trainer_desktop.services.importing.row_facts import Fact

T = TypeVar("T", bound=Synced)
PLACE = {  # a training's columns, and the field that each comes from
    **{"starts": "starts", "ends": "starts", "therapist_id": "therapist", "room_id": "room"},
    **{"centre_id": "centre", "team_id": "team"},
}


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
        compare: Comparison,
        *,
        first: bool,
    ) -> None:
        """`first`: nothing has been imported before, so no training can be there already."""
        self.work, self.ids, self._centres, self._first = work, ids, centres, first
        self._teams: dict[tuple[Any, ...], uuid.UUID] = {}
        self._pools: set[uuid.UUID] | None = None
        self.compare = compare
        self.touched: set[uuid.UUID] = set()
        self.doubled: list[Fact] = []

    def _session_row(self, fact: Fact, key: uuid.UUID) -> dict[str, Any]:
        f = fact.fields
        starts = datetime.fromisoformat(f["starts"])
        room = self.ids.get(("rooms", f"{f['centre']}/{f['room']}".casefold()))
        return {
            "id": key,
            "centre_id": self._centres.get(f["centre"].casefold()),
            "team_id": self.ids.get(("teams", f["team"].casefold())),
            "therapist_id": self.ids.get(("staff", f["therapist"])),
            "room_id": room,
            "starts": starts,
            "ends": starts + timedelta(minutes=f["minutes"]),
            "form": self._form(bool(f["team"]), room),
        }

    def _form(self, team: bool, room: uuid.UUID | None) -> Form:
        """What sort of training it is: a team in a pool trains in water."""
        if not team:
            return Form.INDIVIDUAL
        if self._pools is None:
            pools = select(Room.id).where(Room.kind == RoomKind.POOL)
            self.work.flush()
            self._pools = set(self.work.scalars(pools))
        return Form.POOL if room in self._pools else Form.TEAM

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
            course = self.ids["courses", f.fields["course"]]
            if is_new:
                sessions.append(self._session_row(f, session))
            elif not self._first and self._is_there(session, course, session):
                self.doubled.append(f)
                continue
            self.touched.add(session)
            people.append(
                {
                    "id": self.ids["bookings", f.key],
                    "session_id": session,
                    "course_id": course,
                    "number": f.key,
                    **_attendance(f),
                }
            )
        self.work.insert_rows(TrainingSession, sessions)
        self.work.insert_rows(Participant, people)

    def change(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        """Write what has changed since the last import and nobody has changed here; answers what to ask about."""
        person = row_of(self.work, Participant, key)
        if person is None:
            self.compare.refuse("bookings", fact, "er ændret i udtrækket, men er taget tilbage her")
            return set(fact.fields)
        asked = self._mark(person, fact, before)
        if before.fields["course"] != fact.fields["course"]:
            was, now = (
                {"course_id": self.ids.get(("courses", f.fields["course"]))} for f in (before, fact)
            )
            if not self._is_there(person.session_id, now["course_id"], person.id):
                columns = {"course_id": "course"}
                asked |= self.compare.merge("bookings", fact, person, columns, was, now)
            else:
                self.compare.refuse("bookings", fact, "forløbet står allerede på den træning")
                asked.add("course")
        place = ("starts", "minutes", "therapist", "room", "centre", "team")
        if any(before.fields[n] != fact.fields[n] for n in place):
            asked |= self._move(person, fact, before)
        return asked

    def _mark(self, person: Participant, fact: Fact, before: Fact) -> set[str]:
        """How it went is one thing: what somebody has noted here is not written over."""
        was, now = _attendance(before), _attendance(fact)
        if was == now:
            return set()
        here = {name: getattr(person, name) for name in now}
        by_hand = person.noted_at is not None or person.late_minutes or person.excused
        old = tuple(was.values()) if not by_hand else ()
        both = tuple(here.values()), tuple(now.values())
        match self.compare.verdict("bookings", fact, "state", old, *both):
            case Verdict.WRITE:
                for name, value in now.items():
                    setattr(person, name, value)
                self.touched.add(person.session_id)
            case Verdict.ASK:
                return {"state", "told", "why", "centre_reason"}
        return set()

    def _is_there(self, session: uuid.UUID, course: uuid.UUID | None, but: uuid.UUID) -> bool:
        p = Participant
        query = select(p.id).where(p.session_id == session, p.course_id == course, p.id != but)
        return self.work.scalar(query.limit(1)) is not None

    def _leave(self, session: TrainingSession, person: Participant) -> None:
        """Withdraw a training that nobody is left on."""
        self.touched.add(session.id)
        others = self.work.scalar(
            select(Participant.id).where(
                Participant.session_id == session.id, Participant.id != person.id
            )
        )
        if others is None:
            session.withdrawn = True

    def _move(self, person: Participant, fact: Fact, before: Fact) -> set[str]:
        session = self.work.get_one(TrainingSession, person.session_id)
        was, now = (self._session_row(one, session.id) for one in (before, fact))
        moved_here = {
            name for name in PLACE if getattr(session, name) != was[name] and was[name] != now[name]
        }
        apart = bool(fact.fields["team"]) or session.team_id is not None
        if not apart or moved_here:
            asked = self.compare.merge("bookings", fact, session, PLACE, was, now)
            if not asked:
                self.touched.add(session.id)
            return asked | ({"minutes"} if "starts" in asked else set())
        if fact.fields["team"]:
            target, is_new = self._team_session(fact)
        else:
            target, is_new = new_key(), True
        if target == session.id:
            return set()
        if not is_new and self._is_there(target, person.course_id, person.id):
            self.compare.refuse("bookings", fact, "forløbet står allerede på den træning")
            return set(PLACE.values())
        if is_new:
            self.work.insert_rows(TrainingSession, [self._session_row(fact, target)])
        self._leave(session, person)
        person.session_id = target
        self.touched.add(target)
        return set()


def _attendance(fact: Fact) -> dict[str, Any]:
    f = fact.fields
    return {
        "state": State(f["state"]),
        "why": Why(f["why"]) if f["why"] else None,
        "told": datetime.fromisoformat(f["told"]) if f["told"] else None,
        "centre_reason": f["centre_reason"],
    }
