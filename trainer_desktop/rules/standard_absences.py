"""What a standard's file says of notice, cancellations, absences and lateness."""

from typing import Annotated, Literal

import msgspec

from trainer_desktop.rules.standard_base import (
    Absence,
    Count,
    Positive,
    Rule,
    Table,
)


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
