"""Until when a citizen can complain. Row 73, and for the receipt the law as in the domain notes section 5."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span, Unit

LETTER_TRAVELS = Span(
    6, Unit.HVERDAG
)  # Ankestyrelsen's count: a letter is received six hverdage after its date


class Post(Enum):
    """How a decision was sent."""

    DIGITAL = "digital_post"
    LETTER = "letter"


BY_LAW = RuleRef(
    "retssikkerhedsloven",
    "",
    "complaint",
    "En afgørelse efter serviceloven kan påklages inden fire uger, fra den er modtaget.",
    "§ 67",
)


@dataclass(frozen=True, slots=True)
class ComplaintDates:
    """When a decision counts as received, and the last day to complain; a day off moves it on."""

    received: date
    by: date | None
    rule: RuleRef | None = None


def complaint_dates(book: Rulebook, sent: date, post: Post) -> ComplaintDates:
    """The dates for a decision sent on a day; serviceloven's four weeks hold where the standard is silent."""
    public = replace(book.work, closed=frozenset(), opened=frozenset())  # not the centre's own
    received = sent if post is Post.DIGITAL else LETTER_TRAVELS.after(sent, public)
    edition = book.on(sent)
    rule = edition.complaint if edition else None
    if edition is None or rule is None:
        if not book.basis.startswith("SEL"):
            return ComplaintDates(received, None)
        due = Span(4, Unit.UGE).after(received, public)
        return ComplaintDates(received, public.on_or_after(due), BY_LAW)
    due = Span.parse(rule.within).after(received, public)
    return ComplaintDates(received, public.on_or_after(due), book.ref(edition, rule))
