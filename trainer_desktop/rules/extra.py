"""Who may give trainings beyond the package, and when a course may end early. Rows 27 and 28."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from trainer_desktop.rules.rulebook import Rulebook, RuleRef


class ExtraAnswer(Enum):
    """Whether extra trainings may be given."""

    MAY = "may"
    NOT_RESPONSIBLE = "not_responsible"
    GOAL_IS_MET = "goal_is_met"
    NO_POTENTIAL = "no_potential"
    OVER_CAP = "over_cap"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class ExtraVerdict:
    """The answer and the rule."""

    answer: ExtraAnswer
    rule: RuleRef | None = None


def extra_trainings(
    book: Rulebook,
    day: date,
    *,
    by_responsible: bool,
    potential: bool | None,
    goal_met: bool | None,
    trainings: int = 1,
    given_before: int = 0,
) -> ExtraVerdict:
    """Whether this person may give this many trainings on this day."""
    edition = book.on(day)
    rule = edition.package.extra if edition else None
    if edition is None or rule is None or not book.applies(rule):
        return ExtraVerdict(ExtraAnswer.SILENT)
    ref = book.ref(edition, rule)
    if rule.by == "responsible" and not by_responsible:
        return ExtraVerdict(ExtraAnswer.NOT_RESPONSIBLE, ref)
    if "goal_not_met" in rule.needs and goal_met:
        return ExtraVerdict(ExtraAnswer.GOAL_IS_MET, ref)
    if "potential" in rule.needs and potential is False:
        return ExtraVerdict(ExtraAnswer.NO_POTENTIAL, ref)
    if rule.at_most is not None and given_before + trainings > rule.at_most:
        return ExtraVerdict(ExtraAnswer.OVER_CAP, ref)
    return ExtraVerdict(ExtraAnswer.MAY, ref)


def may_end_early(book: Rulebook, day: date) -> RuleRef | None:
    """The rule that lets a course end with trainings left; None where the standard has none."""
    edition = book.on(day)
    rule = edition.package.early_end if edition else None
    return book.ref(edition, rule) if edition and rule and book.applies(rule) else None
