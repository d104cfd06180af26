"""Which rules hold on a day: a standard's editions, in force one after the other, with the centre's own choices."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from trainer_desktop.rules.days import USUAL_CLOSING, WorkCalendar
from trainer_desktop.rules.local_settings import LocalSettings
from trainer_desktop.rules.standard import Basis, Rule, Standard


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

    def on(self, day: date) -> Standard | None:
        """The edition in force on a day; None before the first, where nothing is known to hold."""
        best: Standard | None = None
        since = date.min
        for edition in self.editions:
            begins = edition.standard.valid_from or date.min
            if since <= begins <= day:
                best, since = edition, begins
        return best

    def applies(self, rule: Rule) -> bool:
        """Whether a rule of the standard is for this legal basis."""
        return not rule.bases or self.basis in rule.bases

    def ref(self, edition: Standard, rule: Rule) -> RuleRef:
        """Name a rule of an edition."""
        about = edition.standard
        return RuleRef(about.id, about.version, _key(edition, rule), rule.text, rule.place)


_KEYS: dict[int, tuple[Standard, dict[int, str]]] = {}


def _key(edition: Standard, rule: Rule) -> str:
    """A rule's key in the file; the walk through a file is done once for each edition."""
    known = _KEYS.get(id(edition))
    if known is None or known[0] is not edition:
        known = _KEYS[id(edition)] = (edition, {id(r): k for k, r in edition.rules()})
    return known[1].get(id(rule), "")


def parse_closing(entries: Iterable[str]) -> tuple[set[tuple[int, int]], set[date]]:
    """Split «06-05» (every year) from «2026-05-15» (that day); raises ValueError for anything else."""
    yearly, single = set(), set()
    for entry in entries:
        if len(entry) == 5:
            day = date.fromisoformat(f"2000-{entry}")
            yearly.add((day.month, day.day))
        else:
            single.add(date.fromisoformat(entry))
    return yearly, single


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
    yearly, single = parse_closing(entries)
    return WorkCalendar(saturday, frozenset(yearly), closed | frozenset(single))
