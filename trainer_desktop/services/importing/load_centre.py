"""Writes what an export brings of the centre: satellites, rooms, colleagues with their hours, teams."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.training import Team, TeamSeries
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.importing.compare import Verdict
from trainer_desktop.services.importing.hands import Hands
from trainer_desktop.services.importing.row_facts import (
    Fact,
)
from trainer_desktop.services.importing.values import WEEKDAYS


class CentreLoader:
    """New rows in bulk, changed ones field by field."""

    def __init__(self, hands: Hands, named: Iterable[str], standards: dict[str, str]) -> None:
        """`named` are the centres that the export names, `standards` what the main one goes by."""
        self.hands, self.named, self.standards = hands, named, standards

    def load_centres(self) -> None:
        """Make the centres that the export names; the first is the main one, which goes by the chosen standards."""
        for name, row in self.hands.work.execute(select(Centre.name, Centre.id)):
            self.hands.centres[name.casefold()] = row
        main: uuid.UUID | None = self.hands.work.scalar(
            select(Centre.id).where(Centre.parent_id.is_(None))
        )
        rows: list[dict[str, Any]] = []
        for name in self.named:
            if name.casefold() in self.hands.centres:
                continue
            key = new_key()
            rows.append(
                {"id": key, "name": name, "parent_id": main, "standards": {}, "settings": {}}
            )
            if main is None:
                main = key
                rows[-1]["standards"] = self.standards
            self.hands.centres[name.casefold()] = key
        self.hands.work.insert_rows(Centre, rows)
        if main and not any(r["id"] == main for r in rows):
            centre = self.hands.work.get_one(Centre, main)
            if centre.standards != {**centre.standards, **self.standards}:
                centre.standards = {**centre.standards, **self.standards}

    def add_rooms(self, facts: list[Fact]) -> None:
        """Write new rooms."""
        self.hands.work.insert_rows(
            Room,
            [{"id": self.hands.ids["rooms", f.key], **self._room_fields(f)} for f in facts],
        )

    def change_room(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        """Write what has changed of a room; answers the fields that a person must choose."""
        room = self.hands.standing("rooms", Room, key, fact)
        if room is None:
            return set(fact.fields)
        columns = {"name": "name", "centre_id": "centre", "capacity": "capacity", "kind": "kind"}
        return self.hands.compare.merge(
            "rooms", fact, room, columns, self._room_fields(before), self._room_fields(fact)
        )

    def _room_fields(self, f: Fact) -> dict[str, Any]:
        return {
            "centre_id": self.hands.centres.get(f.fields["centre"].casefold()),
            "name": f.fields["name"],
            "capacity": f.fields["capacity"],
            "kind": RoomKind(f.fields["kind"]),
        }

    def add_staff(self, facts: list[Fact]) -> None:
        """Write new colleagues with their hours."""
        rows, hours = [], []
        for f in facts:
            key = self.hands.ids["staff", f.key]
            centre = self.hands.centres[f.fields["centre"].casefold()]
            names = {n: f.fields[n] for n in ("initials", "name", "title")}
            rows.append({"id": key, "centre_id": centre, **names})
            hours += _hours(key, f)
        self.hands.work.insert_rows(Staff, rows)
        self.hands.work.insert_rows(WorkingHours, hours)

    def change_staff(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        """Write what has changed of a colleague; answers the fields that a person must choose."""
        staff = self.hands.standing("staff", Staff, key, fact)
        if staff is None:
            return set(fact.fields)
        columns = {n: n for n in ("initials", "name", "title")} | {"centre_id": "centre"}
        asked = self.hands.compare.merge(
            "staff", fact, staff, columns, self._staff_fields(before), self._staff_fields(fact)
        )
        there = list(
            self.hands.work.scalars(select(WorkingHours).where(WorkingHours.staff_id == key))
        )
        here = _said_hours((h.weekday, h.starts, h.ends) for h in there)
        if any(h.valid_from or h.valid_to for h in there):
            here = (*here, "med datoer")
        was, now = (_said_hours(_times(one)) for one in (before, fact))
        if was != now:
            match self.hands.compare.verdict("staff", fact, "hours", was, here, now):
                case Verdict.WRITE:
                    for old in there:
                        old.withdrawn = True
                    self.hands.work.add_all(WorkingHours(**row) for row in _hours(key, fact))
                case Verdict.ASK:
                    asked.add("hours")
        return asked

    def _staff_fields(self, f: Fact) -> dict[str, Any]:
        centre = self.hands.centres.get(f.fields["centre"].casefold())
        names = {n: f.fields[n] for n in ("initials", "name", "title")}
        return {**names, "centre_id": centre}

    def add_teams(self, facts: list[Fact]) -> None:
        """Write new teams with when they meet."""
        teams, series = [], []
        for f in facts:
            key = self.hands.ids["teams", f.key]
            teams.append({"id": key, **self._team_fields(f)})
            series.append(_series(key, f))
        self.hands.work.insert_rows(Team, teams)
        self.hands.work.insert_rows(TeamSeries, series)

    def _team_fields(self, f: Fact) -> dict[str, Any]:
        room = f"{f.fields['centre']}/{f.fields['room']}".casefold()
        return {
            "centre_id": self.hands.centres.get(f.fields["centre"].casefold()),
            "name": f.fields["name"],
            "capacity": f.fields["capacity"],
            "room_id": self.hands.ids.get(("rooms", room)),
            "therapist_id": self.hands.ids.get(("staff", f.fields["therapist"])),
        }

    def change_team(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        """Write what has changed of a team; answers the fields that a person must choose."""
        team = self.hands.standing("teams", Team, key, fact)
        if team is None:
            return set(fact.fields)
        columns = {
            **{"name": "name", "capacity": "capacity", "centre_id": "centre"},
            **{"room_id": "room", "therapist_id": "therapist"},
        }
        asked = self.hands.compare.merge(
            "teams", fact, team, columns, self._team_fields(before), self._team_fields(fact)
        )
        series = self.hands.work.scalars(select(TeamSeries).where(TeamSeries.team_id == key)).all()
        if len(series) == 1:
            names = ("weekday", "starts", "minutes", "valid_from", "valid_to")
            was, now = _series(key, before), _series(key, fact)
            same = dict(zip(names, names, strict=True))
            asked |= self.hands.compare.merge("teams", fact, series[0], same, was, now)
        return asked


def _times(fact: Fact) -> Iterator[tuple[int, time, time]]:
    for day, starts, ends in fact.fields["hours"]:
        yield day, time.fromisoformat(starts), time.fromisoformat(ends)


def _said_hours(hours: Iterable[tuple[int, time, time]]) -> tuple[str, ...]:
    """Working hours as they can be compared and read."""
    return tuple(f"{WEEKDAYS[day][:3]} {s:%H.%M}-{e:%H.%M}" for day, s, e in sorted(hours))


def _hours(key: uuid.UUID, fact: Fact) -> list[dict[str, Any]]:
    return [
        {
            "staff_id": key,
            "weekday": day,
            "starts": time.fromisoformat(starts),
            "ends": time.fromisoformat(ends),
            "valid_from": None,
            "valid_to": None,
        }
        for day, starts, ends in fact.fields["hours"]
    ]


def _series(key: uuid.UUID, fact: Fact) -> dict[str, Any]:
    to = fact.fields["valid_to"]
    return {
        "team_id": key,
        "weekday": fact.fields["weekday"],
        "starts": time.fromisoformat(fact.fields["starts"]),
        "minutes": fact.fields["minutes"],
        "valid_from": date.fromisoformat(fact.fields["valid_from"]),
        "valid_to": date.fromisoformat(to) if to else None,
    }
