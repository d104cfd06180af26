"""Writes what an export brings: new rows in bulk, changed rows field by field, clashes taken in and listed."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Centre, Room, RoomKind, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.journal import ImportedRow
from trainer_desktop.models.store import CHUNK, Work
from trainer_desktop.models.training import Team, TeamSeries
from trainer_desktop.services.importing.clashes import Clash
from trainer_desktop.services.importing.load_bookings import BookingLoader, row_of
from trainer_desktop.services.importing.reading import normal
from trainer_desktop.services.importing.rows import Export, Fact
from trainer_desktop.services.importing.seating import take_seats

SORTS = ("rooms", "staff", "teams", "citizens", "courses", "bookings")
KEY_CELLS = {  # the file and the column that name a row, by normal names
    "staff": ("medarbejdere", "initialer"),
    "citizens": ("borgere", "cpr"),
    "courses": ("forloeb", "forloebsnr"),
    "bookings": ("aftaler", "aftalenr"),
}
EVENTS = ("application_received", "discharge", "grant", "course_start", "course_end")


class Stopped(Exception):
    """Somebody stopped the import; nothing has been written."""


Progress = Callable[[str, int, int], bool]


@dataclass
class Counts:
    """How many rows of each sort; `gone` were in an earlier export and are not in this one."""

    taken: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))
    updated: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))
    unchanged: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))
    gone: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SORTS, 0))


@dataclass
class Known:
    """What earlier imports brought: the fields as last read, and the row they became."""

    fields: dict[tuple[str, str], dict[str, Any]]
    rows: dict[tuple[str, str], uuid.UUID]

    def keys(self, sort: str) -> set[str]:
        """The keys of one sort."""
        return {key for one, key in self.rows if one == sort}


def known_rows(work: Work) -> Known:
    """Read what earlier imports brought."""
    i = ImportedRow
    found = work.execute(select(i.source, i.key, i.fields, i.row_id)).all()
    return Known(
        {(r.source, r.key): r.fields for r in found}, {(r.source, r.key): r.row_id for r in found}
    )


class Loader:
    """Puts one export into the store, within the caller's unit of work."""

    def __init__(
        self,
        work: Work,
        export: Export,
        known: Known,
        versions: Callable[[str, date | None], tuple[str, str]],
        progress: Progress,
        standards: dict[str, str],
    ) -> None:
        self.work = work
        self.export = export
        self.known = known
        self.versions = versions
        self.progress = progress
        self.standards = standards
        self.counts = Counts()
        self.ids = dict(known.rows)
        self.noted: list[dict[str, Any]] = []
        self.clashes: list[Clash] = []
        self._centres: dict[str, uuid.UUID] = {}
        self._practices: dict[str, uuid.UUID] = {}

    def run(self) -> None:
        """Write everything; the caller commits."""
        self.work.occupies_itself = True
        self._load_centres()
        bookings = BookingLoader(self.work, self.ids, self._centres, first=not self.known.fields)
        steps = (
            ("rooms", self._rooms, self._change_room),
            ("staff", self._staff, self._change_staff),
            ("teams", self._team_rows, self._change_team),
            ("citizens", self._citizens, self._change_citizen),
            ("courses", self._courses, self._change_course),
            ("bookings", bookings.add, bookings.change),
        )
        for place, (sort, add, change) in enumerate(steps):
            if not self.progress(sort, place, len(steps) + 2):
                raise Stopped
            new = self._sort_out(sort, change)
            add(new)
            self.counts.taken[sort] = len(new)
            self.counts.gone[sort] = len(self._gone(sort))
        if not self.progress("occupancy", len(steps), len(steps) + 2):
            raise Stopped
        self.work.flush()
        order = {fact.key: fact.row.line for fact in self.export.bookings.values()}
        self.clashes = take_seats(self.work, order)
        if not self.progress("journal", len(steps) + 1, len(steps) + 2):
            raise Stopped
        self._note()

    # ---- what is new, what has changed

    def _sort_out(
        self, sort: str, change: Callable[[uuid.UUID, Fact, set[str]], None]
    ) -> list[Fact]:
        new: list[Fact] = []
        for key, fact in getattr(self.export, sort).items():
            before = self.known.fields.get((sort, key))
            if before is not None and fact.absent:
                kept = {n: before[n] for n in fact.absent if n in before}
                fact = Fact(key, {**fact.fields, **kept}, fact.row)
            if before is None:
                self.ids[sort, key] = new_key()
                new.append(fact)
            elif before == fact.fields:
                self.counts.unchanged[sort] += 1
                continue
            else:
                odd = {n for n, v in fact.fields.items() if before.get(n) != v}
                change(self.ids[sort, key], fact, odd)
                self.counts.updated[sort] += 1
            self.noted.append(
                {"source": sort, "key": key, "fields": fact.fields, "row_id": self.ids[sort, key]}
            )
        return new

    def _gone(self, sort: str) -> set[str]:
        """What an earlier export had and this one has not; nothing when the whole file is left out."""
        here = set(getattr(self.export, sort))
        if not here:
            return set()
        file, column = KEY_CELLS.get(sort, ("", ""))
        rows = (one.row for one in self.export.set_aside)
        aside = {r.cells.get(column, "") for r in rows if normal(Path(r.file).stem) == file}
        return self.known.keys(sort) - here - aside - {key.replace("-", "") for key in aside}

    def _note(self) -> None:
        table = ImportedRow.__table__
        connection = self.work.connection()
        fresh = [n for n in self.noted if (n["source"], n["key"]) not in self.known.fields]
        for start in range(0, len(fresh), CHUNK):
            connection.execute(insert(table), fresh[start : start + CHUNK])  # type: ignore[arg-type]
        for n in self.noted:
            if (n["source"], n["key"]) in self.known.fields:
                where = (table.c.source == n["source"]) & (table.c.key == n["key"])
                connection.execute(update(table).where(where).values(fields=n["fields"]))  # type: ignore[arg-type]

    # ---- the centre

    def _load_centres(self) -> None:
        for name, row in self.work.execute(select(Centre.name, Centre.id)):
            self._centres[name.casefold()] = row
        main: uuid.UUID | None = self.work.scalar(
            select(Centre.id).where(Centre.parent_id.is_(None))
        )
        rows: list[dict[str, Any]] = []
        for name in self.export.centres:
            if name.casefold() in self._centres:
                continue
            key = new_key()
            rows.append(
                {"id": key, "name": name, "parent_id": main, "standards": {}, "settings": {}}
            )
            if main is None:
                main = key
                rows[-1]["standards"] = self.standards
            self._centres[name.casefold()] = key
        self.work.insert_rows(Centre, rows)
        if main and not any(r["id"] == main for r in rows):
            centre = self.work.get_one(Centre, main)
            if centre.standards != {**centre.standards, **self.standards}:
                centre.standards = {**centre.standards, **self.standards}

    def _rooms(self, facts: list[Fact]) -> None:
        self.work.insert_rows(
            Room,
            [
                {
                    "id": self.ids["rooms", f.key],
                    "centre_id": self._centres[f.fields["centre"].casefold()],
                    "name": f.fields["name"],
                    "capacity": f.fields["capacity"],
                    "kind": RoomKind(f.fields["kind"]),
                }
                for f in facts
            ],
        )

    def _change_room(self, key: uuid.UUID, fact: Fact, odd: set[str]) -> None:
        room = row_of(self.work, Room, key)
        if room and "capacity" in odd:
            room.capacity = fact.fields["capacity"]
        if room and "kind" in odd:
            room.kind = RoomKind(fact.fields["kind"])

    def _staff(self, facts: list[Fact]) -> None:
        rows, hours = [], []
        for f in facts:
            key = self.ids["staff", f.key]
            centre = self._centres[f.fields["centre"].casefold()]
            names = {n: f.fields[n] for n in ("initials", "name", "title")}
            rows.append({"id": key, "centre_id": centre, **names})
            hours += _hours(key, f)
        self.work.insert_rows(Staff, rows)
        self.work.insert_rows(WorkingHours, hours)

    def _change_staff(self, key: uuid.UUID, fact: Fact, odd: set[str]) -> None:
        staff = row_of(self.work, Staff, key)
        if staff is None:
            return
        for name in {"name", "title"} & odd:
            setattr(staff, name, fact.fields[name])
        if "centre" in odd:
            staff.centre_id = self._centres[fact.fields["centre"].casefold()]
        if "hours" in odd:
            for old in self.work.scalars(select(WorkingHours).where(WorkingHours.staff_id == key)):
                old.withdrawn = True
            self.work.add_all(WorkingHours(**row) for row in _hours(key, fact))

    def _team_rows(self, facts: list[Fact]) -> None:
        teams, series = [], []
        for f in facts:
            key = self.ids["teams", f.key]
            teams.append({"id": key, **self._team_fields(f)})
            series.append(_series(key, f))
        self.work.insert_rows(Team, teams)
        self.work.insert_rows(TeamSeries, series)

    def _team_fields(self, f: Fact) -> dict[str, Any]:
        room = f"{f.fields['centre']}/{f.fields['room']}".casefold()
        return {
            "centre_id": self._centres[f.fields["centre"].casefold()],
            "name": f.fields["name"],
            "capacity": f.fields["capacity"],
            "room_id": self.ids.get(("rooms", room)),
            "therapist_id": self.ids.get(("staff", f.fields["therapist"])),
        }

    def _change_team(self, key: uuid.UUID, fact: Fact, odd: set[str]) -> None:
        team = row_of(self.work, Team, key)
        if team is None:
            return
        columns = {"centre_id": "centre", "room_id": "room", "therapist_id": "therapist"}
        for name, value in self._team_fields(fact).items():
            if columns.get(name, name) in odd:
                setattr(team, name, value)
        series = self.work.scalar(select(TeamSeries).where(TeamSeries.team_id == key))
        if series and odd & {"weekday", "starts", "minutes", "valid_from", "valid_to"}:
            for name, value in _series(key, fact).items():
                setattr(series, name, value)

    # ---- citizens and courses

    def _practice(self, fact: Fact) -> uuid.UUID | None:
        number = fact.fields["practice"]
        if not number:
            return None
        if not self._practices:
            rows = self.work.execute(select(GpClinic.ydernummer, GpClinic.id))
            self._practices = {r.ydernummer: r.id for r in rows}
        known = self._practices.get(number)
        if known and fact.fields["practice_name"]:
            clinic = self.work.get_one(GpClinic, known) if self.known.fields else None
            if clinic and clinic.name != fact.fields["practice_name"]:
                clinic.name = fact.fields["practice_name"]
        if number not in self._practices:
            key = new_key()
            name = fact.fields["practice_name"]
            self.work.insert_rows(GpClinic, [{"id": key, "ydernummer": number, "name": name}])
            self._practices[number] = key
        return self._practices[number]

    def _citizens(self, facts: list[Fact]) -> None:
        rows, kin = [], []
        for f in facts:
            key = self.ids["citizens", f.key]
            rows.append({"id": key, "gp_clinic_id": self._practice(f), **_citizen(f)})
            if f.fields["kin"] or f.fields["kin_phone"]:
                name, phone = f.fields["kin"], f.fields["kin_phone"]
                kin.append({"citizen_id": key, "name": name, "phone": phone})
        self.work.insert_rows(Citizen, rows)
        self.work.insert_rows(Kin, kin)

    def _change_citizen(self, key: uuid.UUID, fact: Fact, odd: set[str]) -> None:
        citizen = row_of(self.work, Citizen, key)
        if citizen is None:
            return
        for name, value in _citizen(fact).items():
            if name in odd:
                setattr(citizen, name, value)
        if odd & {"practice", "practice_name"}:
            citizen.gp_clinic_id = self._practice(fact)
        if odd & {"kin", "kin_phone"}:
            kin = self.work.scalar(select(Kin).where(Kin.citizen_id == key))
            name, phone = fact.fields["kin"], fact.fields["kin_phone"]
            if kin is None:
                self.work.add(Kin(citizen_id=key, name=name, phone=phone))
            else:
                kin.name, kin.phone = name, phone

    def _course_fields(self, fact: Fact) -> dict[str, Any]:
        f = fact.fields
        counted = f["trainings"] and f["minutes"]
        granted = f["grant"] or f["application_received"]
        standard, version = self.versions(
            f["basis"], date.fromisoformat(granted) if granted else None
        )
        return {
            "citizen_id": self.ids["citizens", f["citizen"]],
            "centre_id": self._centres[f["centre"].casefold()],
            "responsible_id": self.ids.get(("staff", f["responsible"])),
            "number": fact.key,
            "basis": f["basis"],
            "standard": standard,
            "version": version,
            "package_trainings": f["trainings"],
            "package_minutes": f["trainings"] * f["minutes"] if counted else None,
        }

    def _courses(self, facts: list[Fact]) -> None:
        rows, events = [], []
        for f in facts:
            key = self.ids["courses", f.key]
            rows.append({"id": key, **self._course_fields(f)})
            for event in EVENTS:
                if f.fields[event]:
                    day = date.fromisoformat(f.fields[event])
                    events.append({"course_id": key, "event": event, "day": day})
        self.work.insert_rows(Course, rows)
        self.work.insert_rows(CourseEvent, events)

    def _change_course(self, key: uuid.UUID, fact: Fact, odd: set[str]) -> None:
        course = row_of(self.work, Course, key)
        if course is None:
            return
        columns = {
            "citizen_id": {"citizen"},
            "centre_id": {"centre"},
            "responsible_id": {"responsible"},
            "basis": {"basis"},
            "standard": {"basis"},
            "version": {"basis", "grant"},
            "package_trainings": {"trainings"},
            "package_minutes": {"trainings", "minutes"},
        }
        for name, value in self._course_fields(fact).items():
            if columns.get(name, set()) & odd:
                setattr(course, name, value)
        for event in odd & set(EVENTS):
            self._set_event(key, event, fact.fields[event])

    def _set_event(self, course: uuid.UUID, event: str, day: str | None) -> None:
        query = select(CourseEvent).where(
            CourseEvent.course_id == course, CourseEvent.event == event
        )
        row = self.work.scalar(query, execution_options={"with_withdrawn": True})
        if row is None and day:
            self.work.add(CourseEvent(course_id=course, event=event, day=date.fromisoformat(day)))
        elif row is not None:
            row.withdrawn = day is None
            row.day = date.fromisoformat(day) if day else row.day


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


def _citizen(fact: Fact) -> dict[str, Any]:
    own = ("practice", "practice_name", "kin", "kin_phone")
    return {name: value for name, value in fact.fields.items() if name not in own}
