"""Answering a re-evaluation: the evidence, the outcome with its reason, and what it does to the later trainings."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import or_, select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course as CourseRow
from trainer_desktop.models.course import ReevaluationOutcome
from trainer_desktop.models.record import RideGrant
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import State, Training
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.reevaluation import Reevaluation, covers
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import allowance
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.allowance import PackageCard
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.courses.events import set_event
from trainer_desktop.services.standards.rulebooks import short_name
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """What a person should see before deciding."""

    course_id: uuid.UUID
    reevaluation: Reevaluation
    standard: str
    package: PackageCard
    attended: int
    cancelled: int
    missed: int
    goals: int
    goals_reached: int
    booked_ahead: int
    absences: tuple[Training, ...]
    next_time: datetime | None


def evidence(work: Work, course_id: uuid.UUID, opened_by: str) -> EvidenceCard | None:
    """The facts for the open re-evaluation that this opened; None when it is not open any more."""
    facts = courses.one(work, course_id)
    now = wall_now(work)
    found = [r for r in facts.open_reevaluations(now.date()) if r.opened_by == opened_by]
    if not found:
        return None
    card = course_card(work, course_id)
    states = [t.state for t in facts.course.trainings]
    coming, _last = allowance.next_and_last(facts, now)
    absences = [t for t in facts.course.trainings if t.state in (State.MISSED, State.CANCELLED)]
    rule = found[0].rule
    return EvidenceCard(
        course_id,
        found[0],
        short_name(rule.standard, rule.version),
        card.package,
        states.count(State.ATTENDED),
        states.count(State.CANCELLED),
        states.count(State.MISSED),
        len(card.goals),
        sum(g.reached_on is not None for g in card.goals),
        len(later(work, course_id)),
        tuple(sorted(absences, key=lambda t: t.starts)),
        coming.starts if coming else None,
    )


def later(
    work: Work, course_id: uuid.UUID, since: date | None = None, until: date | None = None
) -> list[Participant]:
    """The course's planned trainings to come: from now or from a later day on, until a day or all."""
    soonest = wall_now(work) + timedelta(minutes=1)
    first = max(soonest, datetime.combine(since, time())) if since else soonest
    query = (
        select(Participant)
        .join(TrainingSession, TrainingSession.id == Participant.session_id)
        .where(
            Participant.course_id == course_id,
            Participant.state == State.PLANNED,
            TrainingSession.starts >= first,
        )
    )
    if until:
        query = query.where(
            TrainingSession.starts < datetime.combine(until + timedelta(days=1), time())
        )
    return list(work.scalars(query))


def count_later(work: Work, course_id: uuid.UUID, since: date | None = None) -> int:
    """How many trainings an end would take out of the calendar."""
    return len(later(work, course_id, since))


def release_later(
    work: Work, course_id: uuid.UUID, since: date | None = None, until: date | None = None
) -> int:
    """Release the later trainings; they leave the calendar, cost nothing and come on the board of freed times."""
    people = later(work, course_id, since, until)
    for person in people:
        person.withdrawn = person.released = True
        session = work.get_one(TrainingSession, person.session_id)
        if session.team_id is None:
            session.withdrawn = True
    return len(people)


def decide(
    work: Work,
    course_id: uuid.UUID,
    opened_by: str,
    outcome: Outcome,
    reason: str,
    *,
    release: bool,
) -> None:
    """Record a person's decision and do what it says to the later trainings.

    To end a course is a decision of its own, with what comes before it: `endings` has the steps. Raises Refused: NEEDS_REASON without a reason, CHANGED_SINCE when somebody has answered it.
    """
    if not reason.strip():
        raise Refused(Reason.NEEDS_REASON)
    card = evidence(work, course_id, opened_by)
    if card is None:
        raise Refused(Reason.CHANGED_SINCE)
    released = release_later(work, course_id) if release else 0
    item = card.reevaluation
    work.add(
        ReevaluationOutcome(
            course_id=course_id,
            why=item.why,
            opened_by=opened_by,
            covers=covers(item),
            since=item.since,
            rule_standard=item.rule.standard,
            rule_version=item.rule.version,
            rule_key=item.rule.key,
            rule_place=item.rule.place,
            evidence="; ".join(f"{t.starts:%Y-%m-%dT%H:%M} {t.state.value}" for t in item.evidence),
            outcome=outcome,
            reason=reason.strip(),
            released=released,
            decided_by=work.actor,
            decided_at=work.now,
        )
    )


def end_course(work: Work, course_id: uuid.UUID, reason: str) -> None:
    """A person ends a course; later trainings are released. One that was to start later never does.

    Raises Refused: NEEDS_REASON or ALREADY_ENDED.
    """
    reason = limits.reason_given(reason)
    course = work.get_one(CourseRow, course_id)
    facts = courses.account(work, course_id)
    if facts.course.ended:
        raise Refused(Reason.ALREADY_ENDED, day=facts.course.ended)
    today = wall_now(work).date()
    if facts.course.events.get("course_start", today) > today:
        set_event(work, course_id, "course_start", None)
    set_event(work, course_id, "course_end", today)
    course.end_reason = reason
    release_later(work, course_id)
    stop_rides(work, course_id)


def stop_rides(work: Work, course_id: uuid.UUID) -> None:
    """The course has ended: its rides end today, and one that was to begin later never does."""
    now = wall_now(work).date()
    r = RideGrant
    query = select(r).where(r.course_id == course_id, or_(r.until.is_(None), r.until > now))
    for row in work.scalars(query):
        if row.since > now:
            row.withdrawn = True
        else:
            row.until, row.why_ended = now, "forløbet er afsluttet"
    work.flush()
    citizen = work.get_one(Citizen, work.get_one(CourseRow, course_id).citizen_id)
    if citizen.ride and granted_before(work, citizen.id) and not running_rides(work, citizen.id):
        citizen.ride = False


def running_rides(work: Work, citizen_id: uuid.UUID) -> bool:
    """Whether a ride is granted on some course of a citizen beyond today."""
    r = RideGrant
    query = (
        select(r.id)
        .join(CourseRow, CourseRow.id == r.course_id)
        .where(
            CourseRow.citizen_id == citizen_id,
            or_(r.until.is_(None), r.until > wall_now(work).date()),
        )
    )
    return work.scalar(query.limit(1)) is not None


def granted_before(work: Work, citizen_id: uuid.UUID) -> bool:
    """Whether rides of this citizen have been granted here at all; else the mark is an older one."""
    r = RideGrant
    query = select(r.id).join(CourseRow, CourseRow.id == r.course_id)
    return work.scalar(query.where(CourseRow.citizen_id == citizen_id).limit(1)) is not None
