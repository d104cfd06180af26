"""What an export may write over: only what nobody has changed here since the last import; the rest a person chooses."""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum, auto
from typing import Any

from trainer_desktop.models.base import Synced
from trainer_desktop.models.plain import to_plain
from trainer_desktop.rules.course import State
from trainer_desktop.services.importing.row_facts import COLUMNS, Fact

ALL = "alle"
SECRET, MASKED = ("address", "postcode", "town"), "••••"
STATES = {
    State.PLANNED: "planlagt",
    State.ATTENDED: "mødt",
    State.CANCELLED: "afbud",
    State.MISSED: "udeblevet",
    State.CENTRE_CANCELLED: "aflyst",
    State.TURNED_AWAY: "kom for sent",
}
WORDS = {True: "ja", False: "nej", None: "intet", "": "intet"}


class Verdict(Enum):
    """What is done with a field that the export has changed."""

    SAME = auto()  # it stands so already
    WRITE = auto()
    KEEP = auto()  # a person has chosen what is here
    ASK = auto()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that was changed both here and in the old system; `id` names it when a person chooses."""

    id: str
    file: str
    line: int
    what: str
    here: str
    export: str


@dataclass
class Comparison:
    """Compares what an export says with what stands here; `choices` are True where the export's is taken."""

    choices: Mapping[str, bool]
    conflicts: list[Conflict] = field(default_factory=list)
    names: dict[uuid.UUID, str] = field(default_factory=dict)

    def verdict(
        self,
        sort: str,
        fact: Fact,
        name: str,
        before: Any,
        here: Any,
        export: Any,
        *,
        secret: bool = False,
    ) -> Verdict:
        """What to do with a field `name`: its value at the last import, here now, and in the export."""
        if here == export:
            return Verdict.SAME
        if here == before:
            return Verdict.WRITE
        key = _named(sort, fact.key, name)
        chosen = self.choices.get(key, self.choices.get(ALL))
        if chosen is not None:
            return Verdict.WRITE if chosen else Verdict.KEEP
        word = fact.row.word(COLUMNS[sort].get(name, name))
        if all(one.id != key for one in self.conflicts[-8:]):
            both = self.said(here), self.said(export)
            if secret:
                both = MASKED, MASKED  # each is seen on the citizen's page, with a reason
            self.conflicts.append(Conflict(key, fact.row.file, fact.row.line, word, *both))
        return Verdict.ASK

    def merge(
        self,
        sort: str,
        fact: Fact,
        row: Synced,
        columns: Mapping[str, str],
        before: Mapping[str, Any],
        export: Mapping[str, Any],
    ) -> set[str]:
        """Write what may be written of a row; `columns` has the field of each. Answers the fields to ask about."""
        asked: set[str] = set()
        for column, name in columns.items():
            was, now = before[column], export[column]
            if was == now:
                continue
            secret = column in SECRET and getattr(row, "protected", False)
            match self.verdict(sort, fact, name, was, getattr(row, column), now, secret=secret):
                case Verdict.WRITE:
                    setattr(row, column, now)
                case Verdict.ASK:
                    asked.add(name)
        return asked

    def refuse(self, sort: str, fact: Fact, why: str) -> None:
        """Note a row that cannot be written: it has been taken back here."""
        self.conflicts.append(
            Conflict(_named(sort, fact.key), fact.row.file, fact.row.line, why, "", "")
        )

    def said(self, value: Any) -> str:
        """A value as a person reads it."""
        match value:
            case uuid.UUID():
                return self.names.get(value, "en anden")
            case datetime():
                return f"{value:%d-%m-%Y kl. %H.%M}"
            case time():
                return f"{value:%H.%M}"
            case date():
                return f"{value:%d-%m-%Y}"
            case tuple():
                return ", ".join(self.said(v) for v in value if v not in (None, "")) or "intet"
            case State():
                return STATES[value]
            case bool() | None | "":
                return WORDS[value]
        return str(to_plain(value))


def _named(sort: str, key: str, name: str = "") -> str:
    """What names a conflict when a person chooses; a citizen's is no number that can be read."""
    shown = hashlib.sha256(key.encode()).hexdigest()[:12] if sort == "citizens" else key
    return "/".join(part for part in (sort, shown, name) if part)
