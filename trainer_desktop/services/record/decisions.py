"""Decisions on a course: what, by whom, when, why and on what facts; a hearing comes before what goes against the citizen."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.record import Decision, Letter
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses import reevaluations
from trainer_desktop.services.courses.correcting import correct
from trainer_desktop.services.courses.endings import heard
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.courses.extras import give
from trainer_desktop.services.courses.rights import extend
from trainer_desktop.services.store.moments import today

GRANT, CHANGE, EXTRA, EXTENSION, REFUSAL, END = (
    *("grant", "change", "extra"),
    *("extension", "refusal", "end"),
)
KINDS = (GRANT, CHANGE, EXTRA, EXTENSION, REFUSAL, END)
HEARD_FIRST = (REFUSAL, END)  # FVL § 19: built on facts that the citizen does not know


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody is about to decide. `against` says that it goes against the citizen's wish; `known` that the

    citizen knows the facts it rests on, so that no hearing is needed: a person's answer, which stands in the decision.
    """

    kind: str
    reason: str
    facts: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    trainings: int | None = None
    minutes: int | None = None
    authority: str = ""
    against: bool = True
    known: bool = False
    why: str = ""  # one of KL's reasons, where the course ends
    until: date | None = None  # of an extension, where the standard gives no length


@dataclass(frozen=True, slots=True)
class DecisionCard:
    """One decision, as it stands in the course."""

    id: uuid.UUID
    kind: str
    day: date
    decided_by: str
    reason: str
    facts: tuple[str, ...]
    criteria: tuple[str, ...]
    rule_place: str
    why: str = ""


def needs_hearing(work: Work, course_id: uuid.UUID, decided: Decided) -> bool:
    """Whether a hearing must be sent first: it goes against the citizen, who lives, and none has been sent."""
    if decided.kind not in HEARD_FIRST or not decided.against or decided.known:
        return False
    citizen = work.get_one(Citizen, work.get_one(Course, course_id).citizen_id)
    return citizen.standing != DECEASED and not heard(work, course_id)


def answer_waited_for(work: Work, course_id: uuid.UUID) -> date | None:
    """Until when the citizen may still answer the hearing; None when the day is past, or the citizen has answered."""
    events = courses.one(work, course_id).course.events
    query = (
        select(Letter.answer_by)
        .where(Letter.course_id == course_id, Letter.kind == "hearing", Letter.sent_on.is_not(None))
        .order_by(Letter.sent_on.desc(), Letter.id.desc())
    )
    by = work.scalars(query.limit(1)).first()
    sent, heard = events.get("hearing_sent"), events.get("heard_from")
    if by is None or by < today(work) or (sent and heard and heard >= sent):
        return None
    return by


def decide(work: Work, course_id: uuid.UUID, decided: Decided) -> uuid.UUID:
    """Decide, and do what follows: the package changes, trainings are given, the course is extended or ends.

    Raises Refused: NEEDS_REASON, HEARING_FIRST, HEARING_WAITS, and what each act refuses by the course's own standard.
    """
    if decided.kind not in KINDS:
        raise Refused(Reason.UNREADABLE, field="kind", text=decided.kind[:40])
    reason = limits.reason_given(decided.reason)
    course = work.get_one(Course, course_id)
    work.rely_on(course)
    ended = courses.one(work, course_id).course.ended
    if ended:
        raise Refused(Reason.ALREADY_ENDED, day=ended)
    if needs_hearing(work, course_id, decided):
        raise Refused(Reason.HEARING_FIRST)
    waits = answer_waited_for(work, course_id)
    against = decided.kind in HEARD_FIRST and decided.against
    if against and not decided.known and waits:
        raise Refused(Reason.HEARING_WAITS, day=waits)
    place = _rule_place(work, course_id, decided.kind)
    facts = [*decided.facts, *_answered(decided)]
    row = Decision(
        course_id=course.id,
        kind=decided.kind,
        day=today(work),
        decided_by=decided.authority.strip() or work.actor,
        reason=reason,
        facts="\n".join(limits.plain_text(one, 2000) for one in facts),
        criteria=list(decided.criteria),
        rule_place=place,
        noted_at=work.now,
        why=decided.why,
    )
    work.add(row)
    _carry_out(work, course_id, decided, reason)
    work.flush()
    return row.id


def _answered(decided: Decided) -> list[str]:
    """What the citizen says of a decision that must else be heard first: why there was no hearing."""
    if decided.kind not in HEARD_FIRST:
        return []
    if not decided.against:
        return ["Borgeren er enig"]
    return ["Borgeren kender oplysningerne"] if decided.known else []


def _carry_out(work: Work, course_id: uuid.UUID, decided: Decided, reason: str) -> None:
    match decided.kind:
        case "grant":
            _package(work, course_id, decided, reason)
            for event in ("grant", "decision"):
                if event not in courses.one(work, course_id).course.events:
                    set_event(work, course_id, event, today(work))
        case "change":
            if decided.trainings is None and decided.minutes is None:
                raise Refused(Reason.NOTHING_WRITTEN, field="trainings")
            _package(work, course_id, decided, reason)
        case "extra":
            if not decided.trainings:
                raise Refused(Reason.NOTHING_WRITTEN, field="trainings")
            give(work, course_id, decided.trainings, reason, decided.authority)
        case "extension":
            extend(work, course_id, reason, decided.until)
        case "refusal":
            if courses.one(work, course_id).course.started:
                raise Refused(Reason.IN_USE)
            reevaluations.end_course(work, course_id, reason)
        case "end":
            reevaluations.end_course(work, course_id, reason)


def _package(work: Work, course_id: uuid.UUID, decided: Decided, reason: str) -> None:
    texts = {}
    if decided.trainings is not None:
        texts["trainings"] = str(decided.trainings)
    if decided.minutes is not None:
        texts["minutes"] = str(decided.minutes)
    if texts:
        action = work.action
        correct(work, course_id, texts, reason)
        if decided.kind == GRANT:
            work.action = action  # a first package is no correction


def _rule_place(work: Work, course_id: uuid.UUID, kind: str) -> str:
    """Where the standard speaks of it; nothing where it is silent."""
    facts = courses.one(work, course_id)
    edition = facts.book.on(facts.course.started or today(work))
    if edition is None:
        return ""
    rule = {EXTENSION: edition.duration.extension, EXTRA: edition.package.extra}.get(kind)
    return rule.place if rule else ""


def decisions(work: Work, course_id: uuid.UUID) -> list[DecisionCard]:
    """A course's decisions, the latest first."""
    d = Decision
    query = select(d).where(d.course_id == course_id).order_by(d.day.desc(), d.id.desc())
    return [
        DecisionCard(
            row.id,
            row.kind,
            row.day,
            row.decided_by,
            row.reason,
            tuple(line for line in row.facts.split("\n") if line),
            tuple(row.criteria),
            row.rule_place,
            row.why,
        )
        for row in work.scalars(query)
    ]
