"""Free choice of supplier and who has none. Rows 21-24 of the standards."""

from dataclasses import dataclass
from datetime import date

from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span


@dataclass(frozen=True, slots=True)
class ChoiceOffer:
    """Whether there is a choice, until when, and what happens without one. None: the standard is silent."""

    offered: bool | None
    by: date | None = None
    default: str = ""
    may_switch: bool | None = None
    rule: RuleRef | None = None


def choice(
    book: Rulebook, origin: date, area: str = "", situations: frozenset[str] = frozenset()
) -> ChoiceOffer:
    """The choice of a citizen discharged on `origin` from `area`, in these situations."""
    edition = book.on(origin)
    rule = edition.choice if edition else None
    if edition is None or rule is None or not book.applies(rule):
        return ChoiceOffer(None)
    ref = book.ref(edition, rule)
    if not rule.offered or (rule.areas and area not in rule.areas):
        return ChoiceOffer(False, default=rule.default, rule=ref)
    for exception in rule.exception:
        if exception.situation in situations:
            return ChoiceOffer(False, default=rule.default, rule=book.ref(edition, exception))
    by = Span.parse(rule.within).after(origin, book.work) if rule.within else None
    return ChoiceOffer(True, by, rule.default, rule.may_switch, ref)
