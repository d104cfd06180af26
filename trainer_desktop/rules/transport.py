"""Rides: who may get one, when it lapses, how long it takes, and reimbursement. Rows 52-58 of the standards."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from trainer_desktop.rules.days import ONE_DAY
from trainer_desktop.rules.rulebook import Rulebook, RuleRef
from trainer_desktop.rules.span import add_months


class Answer(Enum):
    """Yes, no, or not to be worked out."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"
    NO_THRESHOLD = "no_threshold"  # the year's amount has not been entered


class Ride(Enum):
    """A planned ride against the target."""

    FINE = "fine"
    OVER_TARGET = "over_target"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Journey:
    """What one day's own transport cost and why; `cost` in kroner by the cheapest sound means."""

    day: date
    pensioner: bool
    cost: Decimal
    km: Decimal = Decimal(0)
    can_use_public: bool = True


@dataclass(frozen=True, slots=True)
class Reimbursed:
    """The answer with the threshold it was held against."""

    answer: Answer
    threshold: Decimal | None = None
    rule: RuleRef | None = None


WRITTEN = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?|(\d+)\.(\d{1,2})", re.ASCII)


def read_kroner(text: str) -> Decimal | None:
    """An amount as it is written: 48, 48,50, 48.50 or 1.248,50, with «kr.» or not; None when it is none."""
    plain = re.sub(r"(?i)\s*(kr\.?|kroner|,-)\s*$", "", text.strip())
    found = WRITTEN.fullmatch(plain)
    if found is None:
        return None
    whole, part, other, after = found.groups()
    kroner = (whole or other).replace(".", "")
    return Decimal(f"{kroner}.{part or after or '0'}")


def reimbursement(book: Rulebook, journey: Journey) -> Reimbursed:
    """Whether a day's transport is reimbursed: over the year's threshold, and for others far or unable."""
    edition = book.on(journey.day)
    rule = edition.transport.reimbursement if edition else None
    if edition is None or rule is None:
        return Reimbursed(Answer.SILENT)
    ref = book.ref(edition, rule)
    needs = journey.km > rule.over_km or (rule.or_cannot_use_public and not journey.can_use_public)
    if not journey.pensioner and not needs:
        return Reimbursed(Answer.NO, rule=ref)
    amounts = {t.year: (t.pensioner, t.other) for t in rule.threshold}
    amounts |= {int(y): (a[0], a[1]) for y, a in book.settings.thresholds.items()}
    if journey.day.year not in amounts:
        return Reimbursed(Answer.NO_THRESHOLD, rule=ref)
    threshold = amounts[journey.day.year][0 if journey.pensioner else 1]
    return Reimbursed(Answer.YES if journey.cost > threshold else Answer.NO, threshold, ref)


def ride_time(book: Rulebook, day: date, minutes: int) -> Ride:
    """Whether a planned ride, waiting included, keeps the target; the citizen has no right to it."""
    edition = book.on(day)
    rule = edition.transport.travel_time if edition else None
    if rule is None:
        return Ride.SILENT
    return Ride.OVER_TARGET if minutes > rule.minutes else Ride.FINE


def ride_lapses(book: Rulebook, day: date, *, alone: bool, by_public: bool) -> Answer:
    """Whether the grant of a ride lapses, now that the citizen can get there otherwise."""
    edition = book.on(day)
    rule = edition.transport.lapse if edition else None
    if rule is None:
        return Answer.SILENT
    able = alone if rule.when == "can_transport_self" else by_public
    return Answer.YES if able else Answer.NO


def paid_on(book: Rulebook, day: date, ended: date | None) -> date | None:
    """When a day's transport is reimbursed; None while the course runs, or where the standard does not say."""
    edition = book.on(day)
    rule = edition.transport.reimbursement if edition else None
    if rule is None or not rule.paid:
        return None
    return ended if rule.paid == "at_end" else add_months(day.replace(day=1), 1) - ONE_DAY
