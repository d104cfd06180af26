"""What a standard's file says of choice, transport and complaint."""

from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from trainer_desktop.rules.standard_base import (
    Count,
    Event,
    Name,
    Positive,
    Rule,
    Table,
)


class ChoiceException(Rule, frozen=True, kw_only=True):
    """Someone who has no choice of supplier."""

    situation: Name


class Choice(Rule, frozen=True, kw_only=True):
    """Free choice of supplier; `areas` empty and `offered` false: none."""

    offered: bool
    areas: list[str] = []
    within: str = ""
    from_: Event = msgspec.field(name="from", default="discharge")
    default: str = ""
    may_switch: bool | None = None
    switches: Count | None = None
    exception: list[ChoiceException] = []


class Ride(Rule, frozen=True, kw_only=True):
    """A granted ride, by which law and from whom."""

    basis: str = ""
    granted_by: str = ""
    copayment: bool = False


class Lapse(Rule, frozen=True, kw_only=True):
    """When the grant of a ride lapses."""

    when: Literal["can_transport_self", "can_use_public"]


class TravelTime(Rule, frozen=True, kw_only=True):
    """The longest a ride should take each way, waiting included; a target."""

    minutes: Positive


class Threshold(Table, frozen=True, kw_only=True):
    """Kroner a day above which the cost is reimbursed, in one calendar year."""

    year: Annotated[int, msgspec.Meta(ge=1990, le=2200)]
    pensioner: Decimal
    other: Decimal


class Reimbursement(Rule, frozen=True, kw_only=True):
    """Reimbursement of one's own transport."""

    over_km: Count
    or_cannot_use_public: bool
    threshold: list[Threshold]
    paid: Literal["", "at_end", "monthly"] = ""


class TransportRules(Table, frozen=True, kw_only=True):
    """Getting there."""

    ride: Ride | None = None
    lapse: Lapse | None = None
    travel_time: TravelTime | None = None
    reimbursement: Reimbursement | None = None


class ComplaintRule(Rule, frozen=True, kw_only=True):
    """How long the citizen has to complain, counted from receipt."""

    within: str
    forms: list[str] = []
    suspensive: bool | None = None
    not_for: list[str] = []
