"""Until when a citizen can complain. Row 73, and for the receipt the law as in the domain notes section 5."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from trainer_desktop.rules.days import WorkCalendar
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import Span, Unit

PUBLIC = WorkCalendar()  # the law's days: neither the centre's closing days nor its Saturdays
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


BY_LAW_117 = RuleRef(
    "serviceloven",
    "",
    "complaint",
    "En afgørelse efter § 117 kan ikke påklages.",
    "§ 117",
)
NOT_APPEALABLE = {"SEL117": BY_LAW_117}


def complaint_dates(
    book: Rulebook, sent: date, post: Post, received_on: date | None = None, subject: str = ""
) -> ComplaintDates:
    """The dates for a decision sent on a day; serviceloven's four weeks hold where the standard is silent.

    `received_on` is the day that somebody noted it was received; `subject` the law that was decided by, when
    it is not the course's own.
    """
    received = received_on or _received(sent, post)
    edition = book.on(sent)
    rule = edition.complaint if edition else None
    if subject in NOT_APPEALABLE:
        return ComplaintDates(received, None, NOT_APPEALABLE[subject])
    if edition and rule and (subject or book.basis) in rule.not_for:
        return ComplaintDates(received, None, book.ref(edition, rule))
    if edition is None or rule is None:
        if not (subject or book.basis).startswith("SEL"):
            return ComplaintDates(received, None)
        due = Span(4, Unit.UGE).after(received, PUBLIC)
        return ComplaintDates(received, PUBLIC.on_or_after(due), BY_LAW)
    due = Span.parse(rule.within).after(received, PUBLIC)
    return ComplaintDates(received, PUBLIC.on_or_after(due), book.ref(edition, rule))


def _received(sent: date, post: Post) -> date:
    return sent if post is Post.DIGITAL else LETTER_TRAVELS.after(sent, PUBLIC)
