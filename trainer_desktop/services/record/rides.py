"""Rides: granted with a reason, lapsed, and what the driver must know; own fares and what is reimbursed of them."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import select

from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.record import Fare, RideGrant
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.transport import Journey, Reimbursed, Ride, reimbursement, ride_time
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.correcting import CORRECTED
from trainer_desktop.services.courses.reevaluations import running_rides
from trainer_desktop.services.store.moments import today

ORE = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What a ride is granted with: why, and what the driver must know. `minutes` is one way with waiting."""

    reason: str
    since: date | None = None
    door: str = ""
    aid: str = ""
    companion: bool = False
    shared: bool = True
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class RideCard:
    """A grant; `over_target` where the standard has a target for the time and the ride is longer."""

    id: uuid.UUID
    since: date
    until: date | None
    why_ended: str
    given_by: str
    reason: str
    door: str
    aid: str
    companion: bool
    shared: bool
    minutes: int | None
    over_target: bool


def grant(work: Work, course_id: uuid.UUID, asked: Asked) -> uuid.UUID:
    """Grant rides to a course's trainings; the calendar and the driver list show them. Raises Refused."""
    reason = limits.reason_given(asked.reason)
    since = asked.since or today(work)
    limits.day_within(since, today(work))
    if asked.minutes is not None:
        limits.within("minutes", asked.minutes, 1, 600)
    course = work.get_one(Course, course_id)
    if course.ended:
        raise Refused(Reason.ALREADY_ENDED, day=course.ended)
    there = list(work.scalars(select(RideGrant).where(RideGrant.course_id == course.id)))
    work.rely_on(course, *there)
    if any(row.until is None or row.until >= since for row in there):
        raise Refused(Reason.TAKEN, field="since", text=f"{since:%d-%m-%Y}")
    row = RideGrant(
        course_id=course.id,
        since=since,
        given_by=work.actor,
        reason=reason,
        door=limits.plain_text(asked.door.strip(), 200),
        aid=limits.plain_text(asked.aid.strip(), 200),
        companion=asked.companion,
        shared=asked.shared,
        minutes=asked.minutes,
    )
    work.add(row)
    work.get_one(Citizen, course.citizen_id).ride = True
    work.flush()
    return row.id


def end(work: Work, ride_id: uuid.UUID, reason: str, last: date | None = None) -> None:
    """Let a ride lapse after a day (today), with the reason. Raises Refused NEEDS_REASON or CROSSED."""
    row = work.get_one(RideGrant, ride_id)
    work.rely_on(row)
    why = limits.reason_given(reason)
    until = last or today(work)
    limits.day_within(until, today(work))
    limits.in_order(row.since - timedelta(days=1), until)
    row.until, row.why_ended = until, why
    course = work.get_one(Course, row.course_id)
    work.flush()
    if until <= today(work) and not running_rides(work, course.citizen_id):
        work.get_one(Citizen, course.citizen_id).ride = False


def rides(work: Work, course_id: uuid.UUID) -> list[RideCard]:
    """A course's grants, the latest first."""
    r = RideGrant
    book = courses.one(work, course_id).book
    rows = work.scalars(select(r).where(r.course_id == course_id).order_by(r.since.desc(), r.id))
    return [
        RideCard(
            row.id,
            row.since,
            row.until,
            row.why_ended,
            row.given_by,
            row.reason,
            row.door,
            row.aid,
            row.companion,
            row.shared,
            row.minutes,
            bool(row.minutes) and ride_time(book, row.since, row.minutes or 0) is Ride.OVER_TARGET,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class FareCard:
    """One day's own transport, and what comes of it."""

    id: uuid.UUID
    day: date
    amount: Decimal
    km: int
    pensioner: bool
    answer: Reimbursed


def note_fare(
    work: Work,
    course_id: uuid.UUID,
    day: date,
    amount: Decimal,
    *,
    km: int = 0,
    pensioner: bool = False,
    can_use_public: bool = True,
) -> uuid.UUID:
    """Note what a day's transport cost, in kroner. Raises Refused NOT_SO, TOO_FAR, or NOT_COME for a day to come."""
    limits.happened(day, today(work))
    if not Decimal(0) <= amount <= Decimal(5000):
        raise Refused(Reason.NOT_SO, field="amount", value=amount, least=0, most=5000)
    limits.within("km", km, 0, 1000)
    course = work.get_one(Course, course_id)
    same = work.scalars(select(Fare).where(Fare.course_id == course.id, Fare.day == day)).first()
    if same:
        raise Refused(Reason.TAKEN, field="day", text=f"{day:%d-%m-%Y}")
    row = Fare(
        course_id=course.id,
        day=day,
        amount=int(amount * ORE),
        km=km,
        pensioner=pensioner,
        can_use_public=can_use_public,
        noted_by=work.actor,
    )
    work.add(row)
    work.flush()
    return row.id


def take_fare_away(work: Work, fare_id: uuid.UUID, reason: str) -> None:
    """Withdraw a fare that was noted wrongly, with the reason; it is noted again as it was."""
    row = work.get_one(Fare, fare_id)
    work.rely_on(row)
    work.action = f"{CORRECTED} {limits.reason_given(reason)}"
    row.withdrawn = True


def fares(work: Work, course_id: uuid.UUID) -> list[FareCard]:
    """A course's own fares by day, each held against its year's threshold; a year without one asks for it."""
    book = courses.one(work, course_id).book
    rows = work.scalars(select(Fare).where(Fare.course_id == course_id).order_by(Fare.day))
    found = []
    for row in rows:
        amount = Decimal(row.amount) / ORE
        journey = Journey(row.day, row.pensioner, amount, Decimal(row.km), row.can_use_public)
        answer = reimbursement(book, journey)
        found.append(FareCard(row.id, row.day, amount, row.km, row.pensioner, answer))
    return found
