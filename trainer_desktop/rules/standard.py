"""A municipal standard as data: the tables of its TOML file, typed. `docs/standards.md` explains them to managers."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from trainer_desktop.rules.standard_absences import AbsenceRules, Asks, Lateness
from trainer_desktop.rules.standard_base import (
    Basis,
    Event,
    Kind,
    Name,
    OtherBasis,
    Positive,
    Rule,
    Said,
    Table,
)
from trainer_desktop.rules.standard_facts import Example
from trainer_desktop.rules.standard_rights import Choice, ComplaintRule, TransportRules


class About(Table, frozen=True, kw_only=True):
    """What the file is. `valid_from` absent means that the standard bears no date.

    `based_on`: the version of the same standard that holds where this file says nothing else; `removed`
    are the keys of rules that are no more, such as `deadline.first_visit`.
    """

    id: Name
    title: Said
    municipality: Said
    bases: Annotated[list[Basis], msgspec.Meta(min_length=1)]
    version: Said
    source: Said
    valid_from: date | None = None
    adopted: str = ""
    short: str = ""
    based_on: str = ""
    removed: list[str] = []


class Days(Table, frozen=True, kw_only=True):
    """What counts as a hverdag; the centre's setting, with its reason, for no standard says."""

    why: str
    saturday_is_hverdag: bool = False
    closing: tuple[str, ...] = ("06-05", "12-24", "12-31")


class DeadlineRule(Rule, frozen=True, kw_only=True):
    """Something must have happened within a time from an event.

    `later_of` names a second event: the deadline counts from the later of the two.
    `only_if` is an event that must have happened for the deadline to exist.
    `supplier` narrows it to courses delivered by one supplier.
    """

    id: Name
    within: str
    from_: Event = msgspec.field(name="from")
    met_by: Event
    kind: Kind = "right"
    later_of: Event | None = None
    only_if: Event | None = None
    supplier: str = ""
    moved_from_days_off: bool = False
    late_gives: Literal["", "national_choice", "written_notice"] = ""


class Extra(Asks, frozen=True, kw_only=True):
    """Trainings beyond the package: at most so many, so many minutes, and so many times."""

    by: Literal["responsible", "therapist", "authority"] = "responsible"
    needs: list[Literal["potential", "goal_not_met"]] = []
    at_most: Positive | None = None
    at_most_minutes: Positive | None = None
    times: Positive | None = None


class EarlyEnd(Rule, frozen=True, kw_only=True):
    """The course may end with trainings left."""


class PackageExample(Table, frozen=True, kw_only=True):
    """A package the centre may choose; an editable example."""

    name: Said
    trainings: Positive | None = None
    minutes: Positive | None = None


class Frame(Rule, frozen=True, kw_only=True):
    """What a package is; `limit`: whether trainings, minutes or what comes first uses it up (empty: what is granted)."""

    limit: Literal["", "trainings", "minutes", "first"] = ""


class PackageRules(Table, frozen=True, kw_only=True):
    """The frame of trainings and minutes."""

    frame: Frame | None = None
    early_end: EarlyEnd | None = None
    extra: Extra | None = None
    example: list[PackageExample] = []


class Duration(Asks, frozen=True, kw_only=True):
    """The longest a course lasts."""

    at_most: str


class Extension(Rule, frozen=True, kw_only=True):
    """When the longest duration may be exceeded, by how much, and how often."""

    weighs: list[str] = []
    length: str = ""
    times: Positive | None = None


class DurationRules(Table, frozen=True, kw_only=True):
    """How long."""

    longest: Duration | None = None
    extension: Extension | None = None


class Periodic(Asks, frozen=True, kw_only=True):
    """A re-evaluation by the calendar; `counts_from`: in steps from the start, or anew from the last one answered."""

    id: Name
    at_latest: str
    from_: Event = msgspec.field(name="from", default="course_start")
    repeats: bool = False
    counts_from: Literal["start", "last"] = "start"


class Frequency(Rule, frozen=True, kw_only=True):
    """How often, as a default or a ceiling."""

    times: Positive
    per: Literal["day", "week"]
    is_default: bool = True


class Forms(Rule, frozen=True, kw_only=True):
    """Which forms there are; `in_order`: the first that is possible."""

    offered: Annotated[
        list[Literal["individual", "team", "pool", "home", "own"]], msgspec.Meta(min_length=1)
    ]
    in_order: bool = False


class Check(Rule, frozen=True, kw_only=True):
    """An eligibility check: it warns or asks, and never decides."""

    id: Name
    check: Literal["parallel", "waiting_period", "age", "checklist", "other_offer", "motivation"]
    with_: list[OtherBasis] = msgspec.field(name="with", default=[])
    only_same: Literal["", "condition", "impairment", "full_need"] = ""
    effect: Literal["refuse", "warn", "weigh"] = "warn"
    minimum: Annotated[int, msgspec.Meta(ge=1, le=120)] | None = None
    within: str = ""
    points: list[str] = []
    all_or_any: Literal["all", "any", "unset"] = "unset"


class GpStatus(Rule, frozen=True, kw_only=True):
    """The end status to the GP."""

    consent_required: bool


class Text(Rule, frozen=True, kw_only=True):
    """A rule that a person must read; `topic` is its heading. `guides` False: it only refers to what a decision says."""

    topic: Said
    guides: bool = True


class Standard(Table, frozen=True, kw_only=True):
    """One version of one municipality's standard."""

    standard: About
    days: Days
    deadline: list[DeadlineRule] = []
    absence: AbsenceRules = AbsenceRules()
    lateness: Lateness = Lateness()
    package: PackageRules = PackageRules()
    duration: DurationRules = DurationRules()
    reevaluation: list[Periodic] = []
    frequency: Frequency | None = None
    forms: Forms | None = None
    eligibility: list[Check] = []
    choice: Choice | None = None
    transport: TransportRules = TransportRules()
    complaint: ComplaintRule | None = None
    gp_status: GpStatus | None = None
    text: list[Text] = []
    example: list[Example] = []

    @property
    def id(self) -> str:
        """The standard's name in settings, the same for all its versions."""
        return self.standard.id

    def rules(self) -> list[tuple[str, Rule]]:
        """Every rule in the order of the file, with its key."""
        return list(_walk("", self))


def _walk(key: str, value: object) -> list[tuple[str, Rule]]:
    found: list[tuple[str, Rule]] = []
    if isinstance(value, Example):
        return found
    if isinstance(value, Rule):
        found.append((key, value))
    if isinstance(value, msgspec.Struct):
        for field, written in zip(
            value.__struct_fields__, value.__struct_encode_fields__, strict=True
        ):
            found += _walk(f"{key}.{written}".lstrip("."), getattr(value, field))
    elif isinstance(value, dict):
        for name, inner in value.items():
            found += _walk(f"{key}.{name}", inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            name = getattr(inner, "id", "") or getattr(inner, "situation", "")
            alone = key == "absence.repeated" and not name
            found += _walk(key if alone else f"{key}.{name or number + 1}", inner)
    return found
