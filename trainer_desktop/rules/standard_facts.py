"""What a worked example of a standard's file gives, and what it asks."""

from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from trainer_desktop.rules.standard_base import (
    Basis,
    Count,
    Event,
    OtherBasis,
    Positive,
    Said,
    Table,
)


class ApplicantFacts(Table, frozen=True, kw_only=True):
    """Who asks for training."""

    asked: date
    age: Annotated[int, msgspec.Meta(ge=0, le=130)] | None = None
    running: list[OtherBasis] = []
    same_condition: bool | None = None
    last_course_ended: date | None = None
    answers: list[bool] = []


class DischargeFacts(Table, frozen=True, kw_only=True):
    """Where from and when somebody is discharged, and how often they have switched supplier since."""

    on: date
    area: str = ""
    situations: list[str] = []
    switched: Count = 0


class JourneyFacts(Table, frozen=True, kw_only=True):
    """One day's own transport."""

    on: date
    pensioner: bool = False
    cost: Annotated[float, msgspec.Meta(ge=0)] = 0
    km: Annotated[float, msgspec.Meta(ge=0)] = 0
    can_use_public: bool | None = None
    can_transport_self: bool = False


class DecisionFacts(Table, frozen=True, kw_only=True):
    """A decision that was sent; `subject` is the law it is by, when that is not the course's own."""

    sent: date
    by: Literal["digital_post", "letter"]
    subject: str = ""


class LateFacts(Table, frozen=True, kw_only=True):
    """Minutes late."""

    citizen: Count | None = None
    staff: Count | None = None


class ExtraFacts(Table, frozen=True, kw_only=True):
    """Who wants to give how many extra trainings, and of how many minutes in all."""

    by: Literal["responsible", "therapist", "authority", "other"] = "responsible"
    trainings: Positive = 1
    minutes: Count = 0
    on: date | None = None


class ClosingFacts(Table, frozen=True, kw_only=True):
    """What the citizen answered on the end status."""

    consent: Literal["", "given", "refused", "withdrawn"] = ""


class Example(Table, frozen=True, kw_only=True):
    """A worked example. `docs/standards.md` lists what each key means; the program runs them all."""

    name: Said
    id: str = ""
    basis: Basis | None = None
    settings: dict[str, Any] = {}
    package: str = ""
    today: date | None = None
    events: dict[Event, date] = {}
    answers: list[str] = []
    extended: list[date] = []
    supplier: str = ""
    started: date | None = None
    goal_met: bool | None = None
    potential: bool | None = None
    declined: bool = False
    history: list[str] = []
    applicant: ApplicantFacts | None = None
    discharge: DischargeFacts | None = None
    journey: JourneyFacts | None = None
    decision: DecisionFacts | None = None
    late: LateFacts = LateFacts()
    extra: ExtraFacts = ExtraFacts()
    ride_minutes: Count | None = None
    closing: ClosingFacts = ClosingFacts()
    identifier: str = ""
    expect: Annotated[dict[str, Any], msgspec.Meta(min_length=1)]
