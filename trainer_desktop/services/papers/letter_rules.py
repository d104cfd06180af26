"""Which rule of its standard a letter rests on, where the standard has one that speaks of it."""

import uuid

from trainer_desktop.models.work import Work
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_base import Rule
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.store.moments import today


def rule_of(work: Work, course_id: uuid.UUID, kind: str) -> RuleRef | None:
    """A person may choose another; what the standard does not say is not said."""
    facts = courses.one(work, course_id)
    edition = facts.book.on(facts.course.started or today(work))
    if edition is None:
        return None
    open_ones = facts.open_reevaluations(today(work))
    if kind in ("reevaluation", "hearing", "end") and open_ones:
        return open_ones[0].rule
    rule = _rule(edition, kind)
    return facts.book.ref(edition, rule) if rule else None


def _rule(edition: Standard, kind: str) -> Rule | None:
    match kind:
        case "ride_refusal" | "ride_grant":
            return edition.transport.ride
        case "ride_end":
            return edition.transport.lapse
    return None
