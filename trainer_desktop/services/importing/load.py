"""Writes what an export brings: new rows in bulk, changed rows field by field, clashes taken in and listed."""

import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, update

from trainer_desktop.models.base import new_key
from trainer_desktop.models.journal import ImportedRow
from trainer_desktop.models.work import CHUNK, Work
from trainer_desktop.services.importing.clashes import Clash
from trainer_desktop.services.importing.columns import plain
from trainer_desktop.services.importing.compare import Comparison
from trainer_desktop.services.importing.hands import Hands
from trainer_desktop.services.importing.known import (
    BOOKINGS,
    KEY_CELLS,
    Counts,
    Known,
    Progress,
    Stopped,
    in_parts,
)
from trainer_desktop.services.importing.load_bookings import BookingLoader
from trainer_desktop.services.importing.load_centre import CentreLoader
from trainer_desktop.services.importing.load_citizens import CitizenLoader
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
        self.progress = progress
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
        self.hands = Hands(work, self.ids, self.compare)
        self.centre = CentreLoader(self.hands, export.centres, standards)
        self.citizens = CitizenLoader(self.hands, versions)

    def run(self) -> None:
        """Write everything; the caller commits."""
        self.work.occupies_itself = True
        self.centre.load_centres()
        self.bookings = bookings = BookingLoader(
            self.work, self.ids, self.hands.centres, self.compare, first=not self.known.rows
        )
        steps = (
            ("rooms", self.centre.add_rooms, self.centre.change_room),
            ("staff", self.centre.add_staff, self.centre.change_staff),
            ("teams", self.centre.add_teams, self.centre.change_team),
            ("citizens", self.citizens.add_citizens, self.citizens.change_citizen),
            ("courses", self.citizens.add_courses, self.citizens.change_course),
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
