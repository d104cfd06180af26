"""Free choice of supplier and who has none. Rows 21-24 of the standards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum

from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import Standard

LIKE = 4  # letters by which a word begins as an area does


@dataclass(frozen=True, slots=True)
class ChoiceOffer:
    """Whether there is a choice, until when, and what happens without one. None: the standard is silent.

    `waits_for` is the event that `by` counts from, while nobody has noted it. `switches_left`
    None: no number is set. `asks` are the areas that it rests on, when nobody has said which is the citizen's.
    """

    offered: bool | None
    by: date | None = None
    default: str = ""
    may_switch: bool | None = None
    rule: RuleRef | None = None
    waits_for: str = ""
    switches_left: int | None = None
    asks: tuple[str, ...] = ()


class InTime(Enum):
    """Whether something that had a last day came in time."""

    YES = "yes"
    NO = "no"
    NOT_NOTED = "not_noted"
    SILENT = "silent"


def choice_edition(book: Rulebook, events: Mapping[str, date]) -> Standard | None:
    """The edition that a choice goes by: that of the discharge, else of the grant or the application."""
    seen_on = events.get("discharge") or events.get("grant") or events.get("application_received")
    return book.on(seen_on) if seen_on else None


def choice(
    book: Rulebook,
    events: Mapping[str, date],
    area: str | None = None,
    situations: frozenset[str] = frozenset(),
    switched: int = 0,
) -> ChoiceOffer:
    """The choice of a citizen to whom these events have happened, from `area` (None: not said), in these situations."""
    edition = choice_edition(book, events)
    rule = edition.choice if edition else None
    if edition is None or rule is None:
        return ChoiceOffer(None)
    ref = book.ref(edition, rule)
    if rule.offered and rule.areas and (area is None or _may_mean(area, rule.areas)):
        return ChoiceOffer(None, default=rule.default, rule=ref, asks=tuple(rule.areas))
    if not rule.offered or (rule.areas and _none_of(area, rule.areas)):
        return ChoiceOffer(False, default=rule.default, rule=ref)
    for exception in rule.exception:
        if exception.situation in situations:
            return ChoiceOffer(False, default=rule.default, rule=book.ref(edition, exception))
    origin = events.get(rule.from_)
    by = Span.parse(rule.within).after(origin, book.work) if rule.within and origin else None
    left = None if rule.switches is None else max(0, rule.switches - switched)
    may_switch = rule.may_switch and left != 0 if rule.may_switch is not None else None
    waits_for = "" if origin or not rule.within else rule.from_
    return ChoiceOffer(True, by, rule.default, may_switch, ref, waits_for, left)


def _none_of(area: str | None, areas: Sequence[str]) -> bool:
    return (area or "").strip().casefold() not in [one.casefold() for one in areas]


def _may_mean(area: str, areas: Sequence[str]) -> bool:
    """Whether a word is none of the areas but like one of them: then it is asked, not taken for another."""
    plain = area.strip().casefold()
    known = [one.casefold() for one in areas]
    if plain in known:
        return False
    begins = any(one.startswith(plain[:LIKE]) for one in known) if len(plain) >= LIKE else False
    return begins or bool(get_close_matches(plain, known, 1, 0.7))


def in_time(by: date | None, came: date | None, today: date) -> InTime:
    """Whether what had to come by a day did; its last day counts."""
    if by is None:
        return InTime.SILENT
    if came is None:
        return InTime.NO if today > by else InTime.NOT_NOTED
    return InTime.YES if came <= by else InTime.NO
