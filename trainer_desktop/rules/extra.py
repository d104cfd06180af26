"""Who may give trainings beyond the package, and when a course may end early. Rows 27 and 28."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from trainer_desktop.rules.course import Extra
from trainer_desktop.rules.rulebook import Rulebook, RuleRef


class ExtraAnswer(Enum):
    """Whether extra trainings may be given."""

    MAY = "may"
    NOT_RESPONSIBLE = "not_responsible"
    NOT_A_THERAPIST = "not_a_therapist"
    NOT_AUTHORITY = "not_authority"
    GOAL_IS_MET = "goal_is_met"
    NO_POTENTIAL = "no_potential"
    OVER_CAP = "over_cap"
    OVER_MINUTES = "over_minutes"
    GIVEN_ALREADY = "given_already"
    SILENT = "silent"


class Giver(Enum):
    """Who gives them."""

    RESPONSIBLE = "responsible"
    THERAPIST = "therapist"
    AUTHORITY = "authority"
    OTHER = "other"


MAY_GIVE = {  # who may, where the standard names the giver
    "responsible": ((Giver.RESPONSIBLE, Giver.AUTHORITY), ExtraAnswer.NOT_RESPONSIBLE),
    "therapist": (
        (Giver.RESPONSIBLE, Giver.THERAPIST, Giver.AUTHORITY),
        ExtraAnswer.NOT_A_THERAPIST,
    ),
    "authority": ((Giver.AUTHORITY,), ExtraAnswer.NOT_AUTHORITY),
}


@dataclass(frozen=True, slots=True)
class ExtraVerdict:
    """The answer and the rule."""

    answer: ExtraAnswer
    rule: RuleRef | None = None


def extra_trainings(
    book: Rulebook,
    day: date,
    *,
    giver: Giver,
    potential: bool | None,
    goal_met: bool | None,
    trainings: int = 1,
    minutes: int = 0,
    before: tuple[Extra, ...] = (),
) -> ExtraVerdict:
    """Whether this person may give this many trainings, of these minutes in all, after those given before."""
    edition = book.on(day)
    rule = edition.package.extra if edition else None
    if edition is None or rule is None:
        return ExtraVerdict(ExtraAnswer.SILENT)
    ref = book.ref(edition, rule)
    givers, no = MAY_GIVE[rule.by]
    if giver not in givers:
        return ExtraVerdict(no, ref)
    if "goal_not_met" in rule.needs and goal_met:
        return ExtraVerdict(ExtraAnswer.GOAL_IS_MET, ref)
    if "potential" in rule.needs and potential is False:
        return ExtraVerdict(ExtraAnswer.NO_POTENTIAL, ref)
    if rule.times is not None and len(before) >= rule.times:
        return ExtraVerdict(ExtraAnswer.GIVEN_ALREADY, ref)
    if rule.at_most is not None and sum(e.trainings for e in before) + trainings > rule.at_most:
        return ExtraVerdict(ExtraAnswer.OVER_CAP, ref)
    cap = rule.at_most_minutes
    if cap is not None and sum(e.minutes for e in before) + minutes > cap:
        return ExtraVerdict(ExtraAnswer.OVER_MINUTES, ref)
    return ExtraVerdict(ExtraAnswer.MAY, ref)


def may_end_early(book: Rulebook, day: date) -> RuleRef | None:
    """The rule that lets a course end with trainings left; None where the standard has none."""
    edition = book.on(day)
    rule = edition.package.early_end if edition else None
    return book.ref(edition, rule) if edition and rule else None
