"""A municipal standard as data: the tables of its TOML file, typed. `docs/standards.md` explains them to managers."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from trainer_desktop.rules.standard_base import (
    Absence,
    Basis,
    Count,
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


class By(Table, frozen=True, kw_only=True):
    """When the citizen must have called: exactly one of the four ways.

    `opens` is when the telephone opens; an earlier call is in time. `counts` says
    what «the day before» a day off means; absent leaves it to the centre. `before`: «før kl. 8»,
    so that 8 itself is too late.
    """

    same_day: str = ""
    day_before: str = ""
    days_before: Annotated[int, msgspec.Meta(ge=0, le=60)] = 0
    as_soon_as_possible: bool = False
    at: str = "24:00"
    before: bool = False
    opens: str = ""
    counts: Literal["calendar", "hverdag", ""] = ""


class Notice(Rule, frozen=True, kw_only=True):
    """How a cancellation for one reason must be given; `first` where the first appointment wants more."""

    by: By
    first: By | None = None


class Cancelled(Rule, frozen=True, kw_only=True):
    """What the citizen's own cancellation costs.

    `replaced`: "yes" the training is given back, "no" it is used, "in_time" only a
    timely one is given back, "until_repeated" all are until the repetition threshold, "first" only
    the `first` of the course are. `late_counts_as` "used": a late one uses the package, and is no no-show.
    """

    replaced: Literal["yes", "no", "in_time", "until_repeated", "first", "unset"] = "unset"
    first: Positive | None = None
    not_for: list[Literal["individual", "team", "pool", "home", "own"]] = []
    late_counts_as: Literal["cancellation", "no_show", "excused", "used", "unset"] = "unset"


class Asks(Rule, frozen=True, kw_only=True):
    """A rule that opens a re-evaluation: within what it is answered, and by whom."""

    answer_within: str = ""
    answered_by: Literal["responsible", "authority", "manager"] = "responsible"


class NoShow(Asks, frozen=True, kw_only=True):
    """What staying away costs; re-evaluation at each no-show from number `reevaluate_from` on.

    `silence`: hearing nothing for so long after one leads to `silence_effect`; `heard_from` ends the wait.
    """

    replaced: bool | Literal["unset"] = "unset"
    reevaluate_from: Positive | Literal["unset"] = "unset"
    new_time_may_be_booked: bool = False
    silence: str = ""
    silence_effect: Literal["reevaluate", "propose_end", "note", "call", "letter"] = "propose_end"


class Repeated(Asks, frozen=True, kw_only=True):
    """What repeated absence leads to. `threshold = "unset"`: counted and shown, never acted on.

    A file may have several, told apart by `id`. `not_reasons` are not counted.
    """

    id: str = ""

    counts: Annotated[list[Absence], msgspec.Meta(min_length=1)]
    threshold: Positive | Literal["unset"] = "unset"
    not_reasons: list[Literal["illness", "other", "holiday", "hospital"]] = []
    within: str = "course"
    effect: Literal["reevaluate", "propose_end", "note", "call", "letter"] = "reevaluate"
    also_requires_declined: bool = False
    release_later: bool = False


class OwedTime(Rule, frozen=True, kw_only=True):
    """A new time that the centre owes when it is the one that fails, to be given within `given_within`.

    `first_counts`: when the citizen had cancelled before the centre did, the citizen's cancellation counts.
    """

    new_time: Literal["owed", "agreed"] = "owed"
    given_within: str = ""
    first_counts: bool = False


class Unanswered(Rule, frozen=True, kw_only=True):
    """Whom the staff try, in order, when the door is not opened at a home visit; the locksmith is the last."""

    steps: Annotated[
        list[Literal["citizen", "kin", "home_care", "visitation", "locksmith"]],
        msgspec.Meta(min_length=1),
    ]


class AbsenceRules(Table, frozen=True, kw_only=True):
    """Everything on not coming."""

    notice: dict[Literal["any", "illness", "other", "holiday", "hospital"], Notice] = {}
    cancelled: Cancelled | None = None
    no_show: NoShow | None = None
    repeated: list[Repeated] = []
    centre_cancels: OwedTime | None = None
    staff_stays_away: OwedTime | None = None
    home_unanswered: Unanswered | None = None


class CitizenLate(Rule, frozen=True, kw_only=True):
    """A citizen who is more than this many minutes late may be turned away; staff choose.

    `including`: the limit itself is too late, too. `counts_as` is what one who is turned away counts as.
    """

    over_minutes: Count | None = None
    including: bool = False
    counts_as: Literal["", "late_cancellation", "no_show"] = ""


class StaffLate(Rule, frozen=True, kw_only=True):
    """Staff later than this must tell the citizen."""

    at_most_minutes: Count | None = None


class Lateness(Table, frozen=True, kw_only=True):
    """Coming late, either side."""

    citizen: CitizenLate | None = None
    staff: StaffLate | None = None


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


class GpStatus(Rule, frozen=True, kw_only=True):
    """The end status to the GP."""

    consent_required: bool


class Text(Rule, frozen=True, kw_only=True):
    """A rule that a person must read; `topic` is its heading."""

    topic: Said


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
