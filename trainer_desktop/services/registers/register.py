"""A register: rows with fields that are read alike in forms, commands and CSV, never overwritten but from a day on."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.base import Synced
from trainer_desktop.models.search import sort_key
from trainer_desktop.models.work import Work
from trainer_desktop.rules import fields, limits
from trainer_desktop.rules.fields import REFERS, Field
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.registers.naming import name_of, named
from trainer_desktop.services.store.moments import today

Texts = Mapping[str, str]
Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RowCard:
    """A row as a list shows it: its key, what it is called, what stands below, its last day, and its fields as text."""

    id: uuid.UUID
    title: str
    second: str
    ended: date | None
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Standing:
    """What still stands in the calendar after a day: how many trainings, and the days of the first and the last."""

    trainings: int
    first: date | None = None
    last: date | None = None


def _nothing(_work: Work, _row: Any, _day: date) -> Standing:
    return Standing(0)


def _fine(_work: Work, _columns: Columns, _row: Any) -> None:
    return None


@dataclass(frozen=True)
class Register:
    """How one table is kept. `refuse` looks at the columns to be written, `standing` at what a last day leaves over."""

    key: str
    model: type[Any]
    fields: tuple[Field, ...]
    title: Callable[[Any], str]
    second: Callable[[Work, Any], str]
    order: tuple[str, ...] = ("name",)
    enums: dict[str, type[Enum]] = field(default_factory=dict)
    refuse: Callable[[Work, Columns, Any], None] = _fine
    standing: Callable[[Work, Any, date], Standing] = _nothing
    after_end: Callable[[Work, Any, date | None], None] = lambda _work, _row, _before: None

    def rows(self, work: Work, *, every: bool = False) -> list[RowCard]:
        """Those in use, by name; `every`: those that were, too."""
        query = select(self.model).order_by(*(getattr(self.model, n) for n in self.order))
        day = today(work)
        found = list(work.scalars(query))
        if self.order == ("name",):  # as the Danish alphabet does
            found.sort(key=lambda row: sort_key(row.name, ""))
        return [self.card(work, row) for row in found if every or _in_use(row, day)]

    def card(self, work: Work, row: Any) -> RowCard:
        """One row."""
        texts = {one.name: self._text(work, one, getattr(row, one.name)) for one in self.fields}
        ended = getattr(row, "ended", None)
        return RowCard(row.id, self.title(row), self.second(work, row), ended, texts)

    def _text(self, work: Work, one: Field, value: Any) -> str:
        if value is None:
            return ""
        if one.kind in REFERS:
            return name_of(work, one.kind, value)
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, bool):
            return "ja" if value else "nej"
        if isinstance(value, list):
            return ", ".join(str(part) for part in value)
        return value.isoformat() if isinstance(value, date) else str(value)

    def columns(self, work: Work, texts: Texts) -> Columns:
        """The texts as the table keeps them; raises Refused for the first that cannot be read."""
        values = fields.read_all(self.fields, texts)
        for one in self.fields:
            if one.name not in values:
                continue
            value = values[one.name]
            if one.kind in REFERS:
                values[one.name] = named(work, one, value)
            elif one.name in self.enums:
                values[one.name] = self.enums[one.name](value)
        return values

    def refusal(self, work: Work, texts: Texts, key: uuid.UUID | None = None) -> Refused | None:
        """Why these texts could not be saved, for a form that says it before anybody tries; nothing is written."""
        row = work.get(self.model, key) if key else None
        was = self.card(work, row).texts if row else {}
        try:
            columns = self.columns(work, {n: t for n, t in texts.items() if t != was.get(n)})
            now = {one.name: getattr(row, one.name) for one in self.fields} if row else {}
            self.refuse(work, now | columns, row)
        except Refused as no:
            return no
        return None

    def add(self, work: Work, texts: Texts) -> uuid.UUID:
        """A new row; what is not given stands as its default. Raises Refused, and then nothing is written."""
        columns = self.columns(work, fields.complete(self.fields, texts))
        self.refuse(work, columns, None)
        row: Synced = self.model(**columns)
        work.add(row)
        work.flush()
        return row.id

    def change(self, work: Work, key: uuid.UUID, texts: Texts) -> None:
        """Write what differs; raises Refused, among others CHANGED_SINCE when another has changed the same meanwhile."""
        row = work.get_one(self.model, key)
        work.rely_on(row)
        was = self.card(work, row).texts  # what stays may name what is out of use by now
        columns = self.columns(work, {n: t for n, t in texts.items() if t != was.get(n)})
        whole = {one.name: getattr(row, one.name) for one in self.fields} | columns
        self.refuse(work, whole, row)  # which also fills in what was left open
        for name in columns:
            if getattr(row, name) != whole[name]:
                setattr(row, name, whole[name])

    def left(self, work: Work, key: uuid.UUID, day: date) -> Standing:
        """What would still stand after a last day."""
        return self.standing(work, work.get_one(self.model, key), day)

    def end(self, work: Work, key: uuid.UUID, day: date | None) -> None:
        """Take out of use after a day; None takes it into use again.

        Raises Refused STILL_STANDS while trainings stand in the calendar after that day: they are moved first.
        """
        row = work.get_one(self.model, key)
        work.rely_on(row)
        if day is not None:
            limits.day_within(day, today(work))
            left = self.standing(work, row, day)
            if left.trainings:
                raise Refused(Reason.STILL_STANDS, n=left.trainings, first=left.first, day=day)
        before, row.ended = row.ended, day
        if day is None and before is not None:  # its name may have been given to another meanwhile
            self.refuse(work, {one.name: getattr(row, one.name) for one in self.fields}, row)
        self.after_end(work, row, before)


def _in_use(row: Any, day: date) -> bool:
    ended = getattr(row, "ended", None)
    return ended is None or ended >= day
