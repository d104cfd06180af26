"""Writes what an export brings: new rows in bulk, changed rows field by field, clashes taken in and listed."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select, update

from trainer_desktop.models.base import Synced, new_key
from trainer_desktop.models.centre import Centre, Room, Staff, WorkingHours
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.journal import ImportedRow
from trainer_desktop.models.training import Team, TeamSeries
from trainer_desktop.models.work import CHUNK, Work
from trainer_desktop.rules.kinds import RoomKind
from trainer_desktop.services.importing.clashes import Clash
from trainer_desktop.services.importing.columns import plain
from trainer_desktop.services.importing.compare import Comparison, Verdict
from trainer_desktop.services.importing.known import (
    BOOKINGS,
    KEY_CELLS,
    Counts,
    Known,
    Progress,
    Stopped,
    in_parts,
)
from trainer_desktop.services.importing.load_bookings import BookingLoader, T, row_of
from trainer_desktop.services.importing.row_facts import (
    CODE,
    CODED,
    COLUMNS,
    Export,
    Fact,
    SetAside,
    name_key,
)
from trainer_desktop.services.importing.seating import take_seats
from trainer_desktop.services.importing.values import WEEKDAYS

EVENTS = ("application_received", "discharge", "grant", "course_start", "course_end")


def _same_person(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two rows name one colleague; of rooms the name is the key itself."""
    return "initials" in one and bool(one["name"]) and one["name"] == other.get("name")


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
        choices: Mapping[str, bool],
    ) -> None:
        self.work = work
        self.export = export
        self.known = known
        self.versions = versions
        self.progress = progress
        self.standards = standards
        self.counts = Counts()
        self.ids = dict(known.rows)
        self.compare = Comparison(
            choices, names={row: key for (_s, key), row in known.rows.items()}
        )
        for (sort, _key), row in known.rows.items():
            if sort in CODED:
                self.ids.setdefault((sort, name_key(known.fields[sort, _key])), row)
        self.noted: list[dict[str, Any]] = []
        self.kept: Counter[tuple[str, str]] = Counter()  # what empty columns would have wiped
        self.clashes: list[Clash] = []
        self._centres: dict[str, uuid.UUID] = {}
        self._practices: dict[str, uuid.UUID] = {}

    def run(self) -> None:
        """Write everything; the caller commits."""
        self.work.occupies_itself = True
        self._load_centres()
        self.bookings = bookings = BookingLoader(
            self.work, self.ids, self._centres, self.compare, first=not self.known.rows
        )
        steps = (
            ("rooms", self._rooms, self._change_room),
            ("staff", self._staff, self._change_staff),
            ("teams", self._team_rows, self._change_team),
            ("citizens", self._citizens, self._change_citizen),
            ("courses", self._courses, self._change_course),
        )
        last = len(steps) + 3
        for place, (sort, add, change) in enumerate(steps):
            self._say(sort, place, last)
            for facts in in_parts(iter(getattr(self.export, sort).values())):
                new = self._sort_out(sort, facts, change)
                add(new)
                self.counts.taken[sort] += len(new)
                self._note()
            self.counts.gone[sort] = len(self._gone(sort, set(getattr(self.export, sort))))
        for facts in in_parts(self.export.bookings):
            self._say(BOOKINGS, len(steps), last)
            self.known.learn(self.work, [fact.key for fact in facts])
            self.ids |= self.known.rows
            new = self._sort_out(BOOKINGS, facts, bookings.change)
            bookings.add(new)
            self.counts.taken[BOOKINGS] += len(new)
            self._refuse_doubled(bookings)
            self._note()
            for fact in facts:
                self.ids.pop((BOOKINGS, fact.key), None)
        self.counts.gone[BOOKINGS] = len(self._gone(BOOKINGS, set(self.export.lines)))
        self._say("occupancy", last - 2, last)
        self.clashes = take_seats(self.work, self.export.lines, bookings.touched)
        self._say("journal", last - 1, last)

    def _say(self, what: str, done: int, of: int) -> None:
        """Tell how far it is; raises Stopped."""
        if not self.progress(what, done, of):
            raise Stopped

    def _refuse_doubled(self, bookings: BookingLoader) -> None:
        """A course that somebody has put on that meeting already is not put on it again."""
        facts, bookings.doubled = bookings.doubled, []
        keys = {fact.key for fact in facts}
        self.noted = [n for n in self.noted if n["key"] not in keys]
        self.counts.taken[BOOKINGS] -= len(facts)
        for fact in facts:
            self.export.lines.pop(fact.key, None)
            word = fact.row.word("forloebsnr")
            reason = f"{word}: forløbet står allerede på «{fact.fields['team']}» på det tidspunkt"
            columns = self.export.columns[fact.row.file]
            self.export.set_aside.append(SetAside(fact.row, columns, reason))

    # ---- what is new, what has changed

    def _sort_out(
        self, sort: str, facts: list[Fact], change: Callable[[uuid.UUID, Fact, Fact], set[str]]
    ) -> list[Fact]:
        new: list[Fact] = []
        for fact in facts:
            key = fact.key
            before = self._before(sort, fact)
            if before is not None and fact.absent:
                kept = {n: before[n] for n in fact.absent if n in before}
                self.kept.update(
                    (fact.row.file, fact.row.word(COLUMNS[sort][name]))
                    for name, value in kept.items()
                    if value not in (None, "", fact.fields[name])
                    and COLUMNS[sort][name] in fact.row.words
                )
                fact = replace(fact, fields={**fact.fields, **kept})
            if before is None:
                self.ids[sort, key] = new_key()
                new.append(fact)
            elif before == fact.fields:
                self.counts.unchanged[sort] += 1
                if (sort, key) in self.known.fields:
                    continue  # but a room that has got a code is noted under it
            else:
                there = len(self.compare.conflicts)
                asked = change(self.ids[sort, key], fact, replace(fact, fields=before))
                if asked:  # what a person is to choose is asked again next time
                    old = {n: before[n] for n in asked if n in before}
                    fact = replace(fact, fields={**fact.fields, **old})
                if fact.fields == before or len(self.compare.conflicts) > there:
                    self.counts.conflicts[sort] += 1
                else:
                    self.counts.updated[sort] += 1
            self.noted.append(
                {"source": sort, "key": key, "fields": fact.fields, "row_id": self.ids[sort, key]}
            )
            if sort in CODED:
                self.ids[sort, fact.name_key] = self.ids[sort, key]
        return new

    def _before(self, sort: str, fact: Fact) -> dict[str, Any] | None:
        """The fields as last read; what has got a code since is known by what it was called, and from now on by that."""
        found = self.known.fields.get((sort, fact.key))
        old = self._called_before(sort, fact) if found is None and sort in CODED else None
        if old is not None:
            found = self.known.fields.pop((sort, old))
            self.ids[sort, fact.key] = self.known.rows.pop((sort, old))
            i = ImportedRow
            self.work.execute(delete(i).where(i.source == sort, i.key == old))
        return found and {name: value for name, value in found.items() if name in fact.fields}

    def _called_before(self, sort: str, fact: Fact) -> str | None:
        """The key of before of what has got a code, or lost it: a colleague of the same name, else who was called so.

        Not somebody whom another row of this export has the name of: that one is another.
        """
        coded = fact.key.startswith(CODE)
        there = {
            key: fields
            for (one, key), fields in self.known.fields.items()
            if one == sort and key.startswith(CODE) is not coded
        }
        if not coded:
            called = (k for k, f in there.items() if name_key(f) == fact.name_key)
            return next(called, None)
        named = [k for k, f in there.items() if _same_person(f, fact.fields)]
        if len(named) == 1:
            return named[0]
        others = (f for f in getattr(self.export, sort).values() if f.key != fact.key)
        was = there.get(fact.name_key)
        if was is None or any(_same_person(was, other.fields) for other in others):
            return None
        return fact.name_key

    def _gone(self, sort: str, here: set[str]) -> set[str]:
        """What an earlier export had and this one has not; nothing when the whole file is left out."""
        if not here:
            return set()
        file, column = KEY_CELLS.get(sort, ("", ""))
        rows = (one.row for one in self.export.set_aside)
        aside = {r.cells.get(column, "") for r in rows if plain(Path(r.file).stem) == file}
        if sort in CODED:  # one may have got a code since
            here |= {one.name_key for one in getattr(self.export, sort).values()}
        gone = set(self.known.keys(sort)) - here - aside - {key.replace("-", "") for key in aside}
        if sort in CODED:
            gone = {key for key in gone if name_key(self.known.fields[sort, key]) not in aside}
        return gone

    def _note(self) -> None:
        """Keep the rows as they were read, and close the part of the journal that they are in."""
        table = ImportedRow.__table__
        connection = self.work.connection()
        fresh = [n for n in self.noted if (n["source"], n["key"]) not in self.known.fields]
        for start in range(0, len(fresh), CHUNK):
            connection.execute(insert(table), fresh[start : start + CHUNK])  # type: ignore[arg-type]
        for n in self.noted:
            if (n["source"], n["key"]) in self.known.fields:
                where = (table.c.source == n["source"]) & (table.c.key == n["key"])
                connection.execute(update(table).where(where).values(fields=n["fields"]))  # type: ignore[arg-type]
        self.noted = []
        self.work.cut()

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
            [{"id": self.ids["rooms", f.key], **self._room_fields(f)} for f in facts],
        )

    def _change_room(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        room = self._standing("rooms", Room, key, fact)
        if room is None:
            return set(fact.fields)
        columns = {"name": "name", "centre_id": "centre", "capacity": "capacity", "kind": "kind"}
        return self.compare.merge(
            "rooms", fact, room, columns, self._room_fields(before), self._room_fields(fact)
        )

    def _room_fields(self, f: Fact) -> dict[str, Any]:
        return {
            "centre_id": self._centres.get(f.fields["centre"].casefold()),
            "name": f.fields["name"],
            "capacity": f.fields["capacity"],
            "kind": RoomKind(f.fields["kind"]),
        }

    def _standing(self, sort: str, model: type[T], key: uuid.UUID, fact: Fact) -> T | None:
        """A row that an earlier import made; one that has been taken back here is told."""
        row = row_of(self.work, model, key)
        if row is None:
            self.compare.refuse(sort, fact, "er ændret i udtrækket, men er taget tilbage her")
        return row

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

    def _change_staff(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        staff = self._standing("staff", Staff, key, fact)
        if staff is None:
            return set(fact.fields)
        columns = {n: n for n in ("initials", "name", "title")} | {"centre_id": "centre"}
        asked = self.compare.merge(
            "staff", fact, staff, columns, self._staff_fields(before), self._staff_fields(fact)
        )
        there = list(self.work.scalars(select(WorkingHours).where(WorkingHours.staff_id == key)))
        here = _said_hours((h.weekday, h.starts, h.ends) for h in there)
        if any(h.valid_from or h.valid_to for h in there):
            here = (*here, "med datoer")
        was, now = (_said_hours(_times(one)) for one in (before, fact))
        if was != now:
            match self.compare.verdict("staff", fact, "hours", was, here, now):
                case Verdict.WRITE:
                    for old in there:
                        old.withdrawn = True
                    self.work.add_all(WorkingHours(**row) for row in _hours(key, fact))
                case Verdict.ASK:
                    asked.add("hours")
        return asked

    def _staff_fields(self, f: Fact) -> dict[str, Any]:
        centre = self._centres.get(f.fields["centre"].casefold())
        names = {n: f.fields[n] for n in ("initials", "name", "title")}
        return {**names, "centre_id": centre}

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
            "centre_id": self._centres.get(f.fields["centre"].casefold()),
            "name": f.fields["name"],
            "capacity": f.fields["capacity"],
            "room_id": self.ids.get(("rooms", room)),
            "therapist_id": self.ids.get(("staff", f.fields["therapist"])),
        }

    def _change_team(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        team = self._standing("teams", Team, key, fact)
        if team is None:
            return set(fact.fields)
        columns = {
            **{"name": "name", "capacity": "capacity", "centre_id": "centre"},
            **{"room_id": "room", "therapist_id": "therapist"},
        }
        asked = self.compare.merge(
            "teams", fact, team, columns, self._team_fields(before), self._team_fields(fact)
        )
        series = self.work.scalars(select(TeamSeries).where(TeamSeries.team_id == key)).all()
        if len(series) == 1:
            names = ("weekday", "starts", "minutes", "valid_from", "valid_to")
            was, now = _series(key, before), _series(key, fact)
            same = dict(zip(names, names, strict=True))
            asked |= self.compare.merge("teams", fact, series[0], same, was, now)
        return asked

    # ---- citizens and courses

    def _practice(self, fact: Fact, was: Fact | None = None) -> uuid.UUID | None:
        number = fact.fields["practice"]
        if not number:
            return None
        if not self._practices:
            rows = self.work.execute(select(GpClinic.ydernummer, GpClinic.id))
            self._practices = {r.ydernummer: r.id for r in rows}
        known = self._practices.get(number)
        if known and fact.fields["practice_name"]:
            clinic = self.work.get_one(GpClinic, known) if was else None
            if clinic and was and clinic.name == was.fields["practice_name"]:
                clinic.name = fact.fields["practice_name"]  # nobody has given it another name here
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

    def _change_citizen(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        citizen = self._standing("citizens", Citizen, key, fact)
        if citizen is None:
            return set(fact.fields)
        was, now = _citizen(before), _citizen(fact)
        same = {name: name for name in now}
        asked = self.compare.merge("citizens", fact, citizen, same, was, now)
        clinics = {"gp_clinic_id": self._practices_of(before.fields["practice"])}
        if any(before.fields[n] != fact.fields[n] for n in ("practice", "practice_name")):
            export = {"gp_clinic_id": self._practice(fact, before)}
            asked |= self.compare.merge(
                "citizens", fact, citizen, {"gp_clinic_id": "practice"}, clinics, export
            )
        if any(before.fields[n] != fact.fields[n] for n in ("kin", "kin_phone")):
            asked |= self._change_kin(key, fact, before)
        return asked

    def _change_kin(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        kin = self.work.scalars(
            select(Kin).where(Kin.citizen_id == key).order_by(Kin.created)
        ).first()
        was, now = (
            {"name": f.fields["kin"], "phone": f.fields["kin_phone"]} for f in (before, fact)
        )
        if kin is None:
            if was["name"] or was["phone"]:
                self.compare.refuse("citizens", fact, "den pårørende er taget væk her")
                return {"kin", "kin_phone"}
            self.work.add(Kin(citizen_id=key, **now))
            return set()
        return self.compare.merge(
            "citizens", fact, kin, {"name": "kin", "phone": "kin_phone"}, was, now
        )

    def _practices_of(self, number: str) -> uuid.UUID | None:
        return (
            self.work.scalar(select(GpClinic.id).where(GpClinic.ydernummer == number))
            if number
            else None
        )

    def _course_fields(self, fact: Fact) -> dict[str, Any]:
        f = fact.fields
        counted = f["trainings"] and f["minutes"]
        granted = f["grant"] or f["application_received"]
        standard, version = self.versions(
            f["basis"], date.fromisoformat(granted) if granted else None
        )
        return {
            "citizen_id": self.ids.get(("citizens", f["citizen"])),
            "centre_id": self._centres.get(f["centre"].casefold()),
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

    def _change_course(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        course = self._standing("courses", Course, key, fact)
        if course is None:
            return set(fact.fields)
        was, now = self._course_fields(before), self._course_fields(fact)
        columns = {"citizen_id": "citizen", "centre_id": "centre", "responsible_id": "responsible"}
        asked = self.compare.merge("courses", fact, course, columns, was, now)
        package = {"package_trainings": "trainings", "package_minutes": "minutes"}
        self._as_one("courses", course, fact, package, (was, now), asked)
        law = dict.fromkeys(("basis", "standard", "version"), "basis")
        self._as_one("courses", course, fact, law, (was, now), asked)
        for event in EVENTS:
            if before.fields[event] != fact.fields[event]:
                asked |= self._set_event(key, event, fact, before)
        return asked

    def _as_one(
        self,
        sort: str,
        row: Synced,
        fact: Fact,
        columns: Mapping[str, str],
        both: tuple[dict[str, Any], dict[str, Any]],
        asked: set[str],
    ) -> None:
        """Compare columns that only make sense together; each with its field, the first one names them."""
        was, now = (tuple(one[c] for c in columns) for one in both)
        if was == now:
            return
        here = tuple(getattr(row, c) for c in columns)
        match self.compare.verdict(sort, fact, next(iter(columns.values())), was, here, now):
            case Verdict.WRITE:
                for column, value in zip(columns, now, strict=True):
                    setattr(row, column, value)
            case Verdict.ASK:
                asked |= set(columns.values())

    def _set_event(self, course: uuid.UUID, event: str, fact: Fact, before: Fact) -> set[str]:
        query = select(CourseEvent).where(
            CourseEvent.course_id == course, CourseEvent.event == event
        )
        row = self.work.scalar(query, execution_options={"with_withdrawn": True})
        was, now = (_day(one.fields[event]) for one in (before, fact))
        here = row.day if row and not row.withdrawn else None
        match self.compare.verdict("courses", fact, event, was, here, now):
            case Verdict.ASK:
                return {event}
            case Verdict.WRITE if row is None and now:
                self.work.add(CourseEvent(course_id=course, event=event, day=now))
            case Verdict.WRITE if row is not None:
                row.withdrawn = now is None
                row.day = now or row.day
        return set()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


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


def _citizen(fact: Fact) -> dict[str, Any]:
    own = ("practice", "practice_name", "kin", "kin_phone")
    return {name: value for name, value in fact.fields.items() if name not in own}
