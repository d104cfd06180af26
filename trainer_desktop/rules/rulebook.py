"""Which rules hold on a day: a standard's editions, in force one after the other, with the centre's own choices."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from trainer_desktop.rules.days import USUAL_CLOSING, EditionDays, WorkCalendar
from trainer_desktop.rules.holidays import from_easter
from trainer_desktop.rules.local_settings import LocalSettings
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_base import Basis, Rule


@dataclass(frozen=True, slots=True)
class RuleRef:
    """Where a conclusion rests: standard, version, key in the file, words and place in the source."""

    standard: str
    version: str
    key: str
    text: str
    place: str


@dataclass(frozen=True)
class Rulebook:
    """A standard's editions with one basis and one centre's settings."""

    editions: tuple[Standard, ...]
    basis: Basis
    settings: LocalSettings = field(default_factory=LocalSettings)
    work: WorkCalendar = field(default_factory=WorkCalendar)

    def __post_init__(self) -> None:
        """Keep only what the standard says of this basis, so that no reader can forget to ask."""
        kept = tuple(_for_basis(edition, self.basis) for edition in self.editions)
        object.__setattr__(self, "editions", kept)

    @cached_property
    def asks_of_all(self) -> bool:
        """Whether some rule looks at trainings that went well, too: then they cannot merely be counted."""
        return any(
            any(notice.first for notice in e.absence.notice.values())
            or (e.absence.no_show is not None and bool(e.absence.no_show.silence))
            or any(
                rule is not None and bool(rule.given_within)
                for rule in (e.absence.centre_cancels, e.absence.staff_stays_away)
            )
            for e in self.editions
        )

    def on(self, day: date) -> Standard | None:
        """The edition in force on a day; None before the first, where nothing is known to hold."""
        best: Standard | None = None
        since = date.min
        for edition in self.editions:
            begins = edition.standard.valid_from or date.min
            if since <= begins <= day:
                best, since = edition, begins
        return best

    def ref(self, edition: Standard, rule: Rule) -> RuleRef:
        """Name a rule of an edition."""
        about = edition.standard
        return RuleRef(about.id, about.version, _key(edition, rule), rule.text, rule.place)


_KEYS: dict[int, tuple[Standard, dict[int, str]]] = {}
_FOR_BASIS: dict[tuple[int, Basis], tuple[Standard, Standard]] = {}
_NO_RULES = ("standard", "days", "example")


def _key(edition: Standard, rule: Rule) -> str:
    """A rule's key in the file."""
    return _keys(edition).get(id(rule), "")


def _keys(edition: Standard) -> dict[int, str]:
    """Every rule's key; the walk through a file is done once for each edition."""
    known = _KEYS.get(id(edition))
    if known is None or known[0] is not edition:
        known = _KEYS[id(edition)] = (edition, {id(r): k for k, r in edition.rules()})
    return known[1]


def _for_basis(edition: Standard, basis: Basis) -> Standard:
    """The edition without the rules that are for other bases; made once, its rules named as in the file."""
    known = _FOR_BASIS.get((id(edition), basis))
    if known is None or known[0] is not edition:
        names = _keys(edition)
        kept = _kept(edition, basis, names)
        assert isinstance(kept, Standard)
        _KEYS[id(kept)] = (kept, names)
        known = _FOR_BASIS[id(edition), basis] = (edition, kept)
    return known[1]


def _kept(value: Any, basis: Basis, names: dict[int, str]) -> Any:
    """A table, list or rule for one basis; None for a rule that is for others. What is not changed is the same object."""
    if isinstance(value, Rule) and value.bases and basis not in value.bases:
        return None
    if isinstance(value, list):
        inner = [_kept(one, basis, names) for one in value]
        kept = [one for one in inner if one is not None]
        same = len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))
        return value if same else kept
    if isinstance(value, dict):
        made = {k: found for k, v in value.items() if (found := _kept(v, basis, names)) is not None}
        same = len(made) == len(value) and all(made[k] is value[k] for k in made)
        return value if same else made
    if not isinstance(value, msgspec.Struct):
        return value
    changed = {}
    for name in value.__struct_fields__:
        if isinstance(value, Standard) and name in _NO_RULES:
            continue
        before = getattr(value, name)
        after = _kept(before, basis, names)
        if after is not before:
            changed[name] = after
    if not changed:
        return value
    made_anew = msgspec.structs.replace(value, **changed)
    if isinstance(value, Rule):
        names[id(made_anew)] = names[id(value)]
    return made_anew


def parse_closing(entries: Iterable[str]) -> tuple[set[tuple[int, int]], set[date], set[int]]:
    """Read «06-05» (every year), «2026-05-15» (once) and «Kristi himmelfartsdag+1» (days from a holiday that moves).

    Answers them apart, the last as days from Easter; raises ValueError.
    """
    yearly: set[tuple[int, int]] = set()
    single: set[date] = set()
    moving: set[int] = set()
    for entry in entries:
        if re.fullmatch(r"\d\d-\d\d", entry):
            day = date.fromisoformat(f"2000-{entry}")
            yearly.add((day.month, day.day))
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", entry):
            single.add(date.fromisoformat(entry))
        elif found := re.fullmatch(r"(.+?) ?([+-]) ?(\d{1,2})", entry.strip()):
            if found[1] not in from_easter():
                raise ValueError(entry)
            moving.add(from_easter()[found[1]] + int(f"{found[2]}{found[3]}"))
        else:
            raise ValueError(entry)
    return yearly, single, moving


def work_calendar(
    standard: Standard | None, settings: LocalSettings, closed: frozenset[date] = frozenset()
) -> WorkCalendar:
    """The hverdage of a centre: its settings over the file's, and its closing days by date."""
    saturday = settings.saturday_is_hverdag
    if saturday is None:
        saturday = standard.days.saturday_is_hverdag if standard else False
    entries: Iterable[str] | None = settings.closing
    if entries is None:
        entries = standard.days.closing if standard else None
    if entries is None:
        return WorkCalendar(saturday, USUAL_CLOSING, closed)
    yearly, single, moving = parse_closing(entries)
    return WorkCalendar(
        saturday, frozenset(yearly), closed | frozenset(single), moving=frozenset(moving)
    )


def work_days(
    editions: tuple[Standard, ...], settings: LocalSettings, closed: frozenset[date] = frozenset()
) -> WorkCalendar:
    """The hverdage of a centre, each day by the edition in force that day; before the first by the first's."""
    parts = [
        (e.standard.valid_from or date.min, work_calendar(e, settings, closed)) for e in editions
    ]
    parts.sort(key=lambda part: part[0])
    if len({calendar for _since, calendar in parts}) < 2:
        return parts[0][1] if parts else work_calendar(None, settings, closed)
    return EditionDays(parts=tuple(parts))
