"""Writes what an export brings of citizens: who they are, their kin and doctor, and their courses."""

import uuid
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.base import Synced, new_key
from trainer_desktop.models.citizen import Citizen, GpClinic, Kin
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.services.importing.compare import Verdict
from trainer_desktop.services.importing.hands import Hands
from trainer_desktop.services.importing.row_facts import (
    Fact,
)

EVENTS = ("application_received", "discharge", "grant", "course_start", "course_end")


class CitizenLoader:
    """New rows in bulk, changed ones field by field."""

    def __init__(
        self, hands: Hands, versions: Callable[[str, date | None], tuple[str, str]]
    ) -> None:
        """`versions` answers the standard and its version for a legal basis on a day."""
        self.hands, self.versions = hands, versions
        self._practices: dict[str, uuid.UUID] = {}

    def _practice(self, fact: Fact, was: Fact | None = None) -> uuid.UUID | None:
        number = fact.fields["practice"]
        if not number:
            return None
        if not self._practices:
            rows = self.hands.work.execute(select(GpClinic.ydernummer, GpClinic.id))
            self._practices = {r.ydernummer: r.id for r in rows}
        known = self._practices.get(number)
        if known and fact.fields["practice_name"]:
            clinic = self.hands.work.get_one(GpClinic, known) if was else None
            if clinic and was and clinic.name == was.fields["practice_name"]:
                clinic.name = fact.fields["practice_name"]  # nobody has given it another name here
        if number not in self._practices:
            key = new_key()
            name = fact.fields["practice_name"]
            self.hands.work.insert_rows(GpClinic, [{"id": key, "ydernummer": number, "name": name}])
            self._practices[number] = key
        return self._practices[number]

    def add_citizens(self, facts: list[Fact]) -> None:
        """Write new citizens with their kin."""
        rows, kin = [], []
        for f in facts:
            key = self.hands.ids["citizens", f.key]
            rows.append({"id": key, "gp_clinic_id": self._practice(f), **_citizen(f)})
            if f.fields["kin"] or f.fields["kin_phone"]:
                name, phone = f.fields["kin"], f.fields["kin_phone"]
                kin.append({"citizen_id": key, "name": name, "phone": phone})
        self.hands.work.insert_rows(Citizen, rows)
        self.hands.work.insert_rows(Kin, kin)

    def change_citizen(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        """Write what has changed of a citizen; answers the fields that a person must choose."""
        citizen = self.hands.standing("citizens", Citizen, key, fact)
        if citizen is None:
            return set(fact.fields)
        was, now = _citizen(before), _citizen(fact)
        same = {name: name for name in now}
        asked = self.hands.compare.merge("citizens", fact, citizen, same, was, now)
        clinics = {"gp_clinic_id": self._practices_of(before.fields["practice"])}
        if any(before.fields[n] != fact.fields[n] for n in ("practice", "practice_name")):
            export = {"gp_clinic_id": self._practice(fact, before)}
            asked |= self.hands.compare.merge(
                "citizens", fact, citizen, {"gp_clinic_id": "practice"}, clinics, export
            )
        if any(before.fields[n] != fact.fields[n] for n in ("kin", "kin_phone")):
            asked |= self._change_kin(key, fact, before)
        return asked

    def _change_kin(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        kin = self.hands.work.scalars(
            select(Kin).where(Kin.citizen_id == key).order_by(Kin.created)
        ).first()
        was, now = (
            {"name": f.fields["kin"], "phone": f.fields["kin_phone"]} for f in (before, fact)
        )
        if kin is None:
            if was["name"] or was["phone"]:
                self.hands.compare.refuse("citizens", fact, "den pårørende er taget væk her")
                return {"kin", "kin_phone"}
            self.hands.work.add(Kin(citizen_id=key, **now))
            return set()
        return self.hands.compare.merge(
            "citizens", fact, kin, {"name": "kin", "phone": "kin_phone"}, was, now
        )

    def _practices_of(self, number: str) -> uuid.UUID | None:
        return (
            self.hands.work.scalar(select(GpClinic.id).where(GpClinic.ydernummer == number))
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
            "citizen_id": self.hands.ids.get(("citizens", f["citizen"])),
            "centre_id": self.hands.centres.get(f["centre"].casefold()),
            "responsible_id": self.hands.ids.get(("staff", f["responsible"])),
            "number": fact.key,
            "basis": f["basis"],
            "standard": standard,
            "version": version,
            "package_trainings": f["trainings"],
            "package_minutes": f["trainings"] * f["minutes"] if counted else None,
        }

    def add_courses(self, facts: list[Fact]) -> None:
        """Write new courses with their days."""
        rows, events = [], []
        for f in facts:
            key = self.hands.ids["courses", f.key]
            rows.append({"id": key, **self._course_fields(f)})
            for event in EVENTS:
                if f.fields[event]:
                    day = date.fromisoformat(f.fields[event])
                    events.append({"course_id": key, "event": event, "day": day})
        self.hands.work.insert_rows(Course, rows)
        self.hands.work.insert_rows(CourseEvent, events)

    def change_course(self, key: uuid.UUID, fact: Fact, before: Fact) -> set[str]:
        """Write what has changed of a course; answers the fields that a person must choose."""
        course = self.hands.standing("courses", Course, key, fact)
        if course is None:
            return set(fact.fields)
        was, now = self._course_fields(before), self._course_fields(fact)
        columns = {"citizen_id": "citizen", "centre_id": "centre", "responsible_id": "responsible"}
        asked = self.hands.compare.merge("courses", fact, course, columns, was, now)
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
        match self.hands.compare.verdict(sort, fact, next(iter(columns.values())), was, here, now):
            case Verdict.WRITE:
                for column, value in zip(columns, now, strict=True):
                    setattr(row, column, value)
            case Verdict.ASK:
                asked |= set(columns.values())

    def _set_event(self, course: uuid.UUID, event: str, fact: Fact, before: Fact) -> set[str]:
        query = select(CourseEvent).where(
            CourseEvent.course_id == course, CourseEvent.event == event
        )
        row = self.hands.work.scalar(query, execution_options={"with_withdrawn": True})
        was, now = (_day(one.fields[event]) for one in (before, fact))
        here = row.day if row and not row.withdrawn else None
        match self.hands.compare.verdict("courses", fact, event, was, here, now):
            case Verdict.ASK:
                return {event}
            case Verdict.WRITE if row is None and now:
                self.hands.work.add(CourseEvent(course_id=course, event=event, day=now))
            case Verdict.WRITE if row is not None:
                row.withdrawn = now is None
                row.day = now or row.day
        return set()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _citizen(fact: Fact) -> dict[str, Any]:
    own = ("practice", "practice_name", "kin", "kin_phone")
    return {name: value for name, value in fact.fields.items() if name not in own}
