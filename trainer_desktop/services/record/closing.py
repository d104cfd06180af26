"""Closing a course: what is settled and what is not, why it ends, and opening it again."""

import uuid
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen, Consent
from trainer_desktop.models.course import Course, CourseEvent, Goal, StatusRecord
from trainer_desktop.models.record import CourseText, Loan, Measurement, RideGrant
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import State
from trainer_desktop.rules.gp_status import Consent as Answer
from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.correcting import CORRECTED
from trainer_desktop.services.courses.endings import TOLD, Step, endings
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.record.decisions import END, Decided, decide
from trainer_desktop.services.store.moments import today, wall_now

BY_CITIZEN = (  # who ends it; against nobody's wish, so nobody is heard first
    *("no_need_citizen", "declined", "declined_illness"),
    *("declined_cost", "declined_ride", "declined_other_training"),
)
WHY = (  # KL's list of why a course stops, for SUL § 140; used for § 86 as well
    *("event", "no_need_citizen", "no_need_professional", "not_heard_from", "declined"),
    *("declined_illness", "declined_cost", "declined_ride", "declined_other_training"),
)


class Item(Enum):
    """A line of the checklist (domain notes section 10), in its order."""

    SETTLED = "settled"
    END_TEST = "end_test"
    GOALS = "goals"
    OWN_PLAN = "own_plan"
    CONSENT = "consent"
    STATUS = "status"
    LOANS = "loans"
    RIDE = "ride"
    LATER = "later"
    OTHERS = "others"


class Tick(Enum):
    """How a line stands."""

    DONE = "done"
    MISSING = "missing"
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line; `count` of `whole` where something is counted, `names` of what is meant."""

    item: Item
    tick: Tick
    count: int = 0
    whole: int = 0
    names: tuple[str, ...] = ()


def checklist(work: Work, course_id: uuid.UUID) -> list[CheckLine]:
    """What is settled before a course is closed; nothing of it is demanded by a standard, and a person decides."""
    facts = courses.one(work, course_id)
    now = wall_now(work)
    trainings = facts.course.trainings
    unmarked = [t for t in trainings if t.state is State.PLANNED and t.starts <= now]
    later = [t for t in trainings if t.state is State.PLANNED and t.starts > now]
    return [
        _line(
            Item.SETTLED, not unmarked, len(trainings) - len(unmarked) - len(later), len(unmarked)
        ),
        _end_test(work, course_id),
        _goals(work, course_id),
        _line(Item.OWN_PLAN, _any(work, CourseText, course_id, CourseText.kind == "own_plan")),
        *_consent_and_status(work, course_id),
        _loans(work, course_id),
        _ride(work, course_id),
        _line(Item.LATER, not later, 0, len(later)),
        _others(work, course_id, facts.citizen_id),
    ]


def _line(item: Item, done: bool, count: int = 0, whole: int = 0) -> CheckLine:
    return CheckLine(item, Tick.DONE if done else Tick.MISSING, count, whole)


def _any(work: Work, model: Any, course_id: uuid.UUID, *where: Any) -> bool:
    query = select(model.id).where(model.course_id == course_id, *where).limit(1)
    return work.scalar(query) is not None


def _end_test(work: Work, course_id: uuid.UUID) -> CheckLine:
    """Every test of the course measured at its end, or twice; none at all is no test to end with."""
    m = Measurement
    rows = work.execute(select(m.key, m.point).where(m.course_id == course_id)).all()
    keys = {row.key for row in rows}
    ended = {k for k in keys if sum(r.key == k for r in rows) > 1}
    ended |= {row.key for row in rows if row.point == "end"}
    if not keys:
        return CheckLine(Item.END_TEST, Tick.MISSING)
    return _line(Item.END_TEST, ended == keys, len(ended), len(keys))


def _goals(work: Work, course_id: uuid.UUID) -> CheckLine:
    goals = list(work.scalars(select(Goal).where(Goal.course_id == course_id)))
    judged = [goal for goal in goals if goal.outcome or goal.reached_on]
    done = bool(goals) and len(judged) == len(goals)
    return _line(Item.GOALS, done, len(judged), len(goals))


def _consent_and_status(work: Work, course_id: uuid.UUID) -> list[CheckLine]:
    c, s = Consent, StatusRecord
    query = select(c.answer).where(c.course_id == course_id).order_by(c.noted_at.desc())
    answer = work.scalars(query.limit(1)).first()
    made = _any(work, s, course_id, s.made.is_(True))
    status = Tick.DONE if made else Tick.MISSING
    if answer is not None and answer is not Answer.GIVEN and not made:
        status = Tick.NOT_RELEVANT  # without a consent nothing is sent
    return [_line(Item.CONSENT, answer is not None), CheckLine(Item.STATUS, status)]


def _loans(work: Work, course_id: uuid.UUID) -> CheckLine:
    rows = list(work.scalars(select(Loan).where(Loan.course_id == course_id)))
    out = [row.what for row in rows if row.back is None]
    if not rows:
        return CheckLine(Item.LOANS, Tick.NOT_RELEVANT)
    tick = Tick.MISSING if out else Tick.DONE
    return CheckLine(Item.LOANS, tick, len(rows) - len(out), len(rows), tuple(out))


def _ride(work: Work, course_id: uuid.UUID) -> CheckLine:
    rows = list(work.scalars(select(RideGrant).where(RideGrant.course_id == course_id)))
    if not rows:
        return CheckLine(Item.RIDE, Tick.NOT_RELEVANT)
    return _line(Item.RIDE, all(row.until is not None for row in rows))


def _others(work: Work, course_id: uuid.UUID, citizen_id: uuid.UUID) -> CheckLine:
    query = select(Course.number).where(
        Course.citizen_id == citizen_id, Course.id != course_id, Course.ended.is_(None)
    )
    others = tuple(work.scalars(query))
    tick = Tick.MISSING if others else Tick.DONE
    return CheckLine(Item.OTHERS, tick, 0, len(others), others)


def against(work: Work, course_id: uuid.UUID, why: str, *, agreed: bool) -> bool:
    """Whether an end for this reason goes against the citizen: not where the citizen wants it, agrees, or has died."""
    citizen = work.get_one(Citizen, work.get_one(Course, course_id).citizen_id)
    return not (why in BY_CITIZEN or agreed or citizen.standing == DECEASED)


def ending(
    work: Work,
    course_id: uuid.UUID,
    why: str,
    reason: str,
    *,
    agreed: bool = False,
    known: bool = False,
) -> Decided:
    """The decision that closes a course for one of KL's reasons. Raises Refused UNREADABLE for another."""
    if why not in WHY:
        raise Refused(Reason.UNREADABLE, field="why", text=why[:40])
    goes_against = against(work, course_id, why, agreed=agreed)
    said = limits.reason_given(reason)
    return Decided(END, said, against=goes_against, known=known and goes_against, why=why)


def close(
    work: Work,
    course_id: uuid.UUID,
    why: str,
    reason: str,
    *,
    agreed: bool = False,
    known: bool = False,
) -> None:
    """A person closes a course, by a decision: later trainings are released, rides stop today.

    Raises Refused as `decisions.decide` does: against the citizen's wish the hearing comes first.
    """
    decide(work, course_id, ending(work, course_id, why, reason, agreed=agreed, known=known))


def take(work: Work, course_id: uuid.UUID, step: Step, *, agreed: bool = False) -> None:
    """Take a step towards an end that was proposed: the end decided, or a letter sent that was not written here.

    `agreed`: the citizen does, so that no hearing is needed. Raises Refused as `decisions.decide` does, and HEARING_FIRST
    for the hearing: it is a letter with a day to answer by, and is done when that is marked sent. The status is made on its own page.
    """
    card = endings(work, [course_id]).get(course_id)
    ahead = step is Step.DECISION and agreed and card is not None and card.step is Step.HEARING
    if card is None or (card.step is not step and not ahead):
        raise Refused(Reason.CHANGED_SINCE)  # somebody has taken the proposal back, or the step
    work.rely_on(work.get_one(Course, course_id))
    match step:
        case Step.HEARING:
            raise Refused(Reason.HEARING_FIRST)
        case Step.DECISION:
            decide(work, course_id, Decided(END, card.reason, against=not agreed))
        case Step.LETTER:
            set_event(work, course_id, TOLD, today(work))
        case Step.STATUS:
            pass


def reopen(work: Work, course_id: uuid.UUID, reason: str) -> None:
    """Open a closed course again, with a reason; what was released stays released. Raises Refused NOT_ENDED."""
    course = work.get_one(Course, course_id)
    why = limits.reason_given(reason)
    query = select(CourseEvent).where(
        CourseEvent.course_id == course.id, CourseEvent.event == "course_end"
    )
    ended = work.scalar(query)
    if ended is None:
        raise Refused(Reason.NOT_ENDED)
    work.rely_on(course, ended)
    work.action = f"{CORRECTED} {why}"
    set_event(work, course_id, "course_end", None)
    course.end_reason = ""
