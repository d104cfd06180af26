"""The course planner: from a package and wishes to a whole series, with what deviates and why, booked all or nothing."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.deadlines import Standing, deadlines
from trainer_desktop.rules.planning import (
    Frame,
    Opening,
    best_series,
    most_possible,
    smallest_relaxations,
)
from trainer_desktop.rules.reevaluation import longest_until
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.openings import (
    Ground,
    Wished,
    Wishes,
    common_time,
    days_of,
    find_openings,
    read,
)
from trainer_desktop.services.booking.plan_cards import (
    ALTERNATIVES,
    DateCard,
    PlanCard,
    by_week,
    closed_stretches,
    date_card,
    week_of,
)
from trainer_desktop.services.booking.wish import ObstacleCard, Wish
from trainer_desktop.services.courses import checks as course_checks
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.checks import KnownCourses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now


@dataclass(frozen=True, slots=True)
class StartCard:
    """What the planner begins with: the package's room, who and how, and until when."""

    course_id: uuid.UUID
    citizen: str
    count: int
    whole: int | None
    minutes: int
    form: Form
    per_week: int
    first: date
    last: date | None
    start_by: date | None
    therapist_id: uuid.UUID | None
    room_id: uuid.UUID | None
    booked: int
    booked_until: date | None


def start(work: Work, course_id: uuid.UUID) -> StartCard:
    """What a series of a course would begin with."""
    facts = courses.one(work, course_id)
    now = wall_now(work)
    row = work.execute(
        select(Citizen.given_name, Citizen.family_name, Course.package_minutes)
        .join(Course, Course.citizen_id == Citizen.id)
        .where(Course.id == course_id)
    ).one()
    minutes, form, room = _usual(work, facts)
    account = facts.ledger
    free = account.free
    if account.left_minutes is not None:
        by_minutes = (account.left_minutes - account.booked * minutes) // minutes
        free = by_minutes if free is None else free
    trainings = facts.course.trainings
    coming = [t.starts.date() for t in trainings if t.state is State.PLANNED and t.starts > now]
    edition = facts.book.on(now.date())
    frequency = edition.frequency if edition else None
    weekly = frequency.times if frequency and frequency.per == "week" else 2
    return StartCard(
        course_id,
        f"{row.given_name} {row.family_name}".strip(),
        max(0, free) if free is not None else 0,
        account.granted + account.extra if account.granted is not None else None,
        minutes,
        form,
        weekly,
        rulebooks(work).work_days.on_or_after(now.date() + timedelta(days=1)),
        longest_until(facts.course, facts.book),
        _start_by(facts, now.date()),
        facts.responsible_id,
        room,
        len(coming),
        max(coming, default=None),
    )


def propose(work: Work, wishes: Wishes) -> PlanCard:
    """The best series for these wishes, or what stands in the way; raises Refused for wishes that cannot be."""
    refuse_impossible(work, wishes)
    ground = read(work, wishes)
    at = wishes.at or common_time(ground)
    openings = list(find_openings(ground, wishes, at))
    start_by = _start_by(courses.one(work, wishes.course_id), wall_now(work).date())
    frame = Frame(
        wishes.count, wishes.per_week, wishes.first, wishes.therapist_id, ground.booked, start_by
    )
    found = best_series(openings, frame)
    if found is None:
        return _shortage(ground, openings)
    near = by_week(openings, found)
    dates = tuple(date_card(work, ground, at, one, near[week_of(one)]) for one in found)
    staff = [d.wish.therapist_id for d in dates]
    changes = sum(a != b for a, b in pairwise(staff))
    return PlanCard(
        dates,
        closed_stretches(ground, found),
        most_possible(days_of(openings), wishes.per_week, ground.booked),
        (),
        changes,
    )


def refuse_impossible(work: Work, wishes: Wishes) -> None:
    """Raise Refused for wishes that no series could meet, before a search is begun."""
    today = wall_now(work).date()
    ended = courses.account(work, wishes.course_id).course.ended
    if ended and ended <= today:
        raise Refused(Reason.COURSE_ENDED, day=ended)
    limits.within("trainings", wishes.count, *limits.COUNT)
    limits.within("minutes", wishes.minutes, *limits.MINUTES)
    limits.within("per_week", wishes.per_week, *limits.PER_WEEK)
    limits.day_within(wishes.first, today)
    if wishes.last:
        limits.day_within(wishes.last, today)
        limits.in_order(wishes.first, wishes.last)
    if wishes.earliest and wishes.latest:
        on = datetime.combine
        limits.in_order(on(today, wishes.earliest), on(today, wishes.latest))


def on_day(work: Work, wishes: Wishes, day: date) -> list[DateCard]:
    """The times that could be had on one day, the best first: for moving one date of a proposal."""
    every = replace(wishes, strict=frozenset(), first=min(wishes.first, day))
    ground = read(work, every)
    at = wishes.at or common_time(replace(ground, wishes=wishes))
    openings = [o for o in find_openings(ground, every, at) if o.starts.date() == day]
    openings.sort(key=lambda o: (o.therapist != wishes.therapist_id, o.outside, o.far, o.starts))
    return [date_card(work, ground, at, one, openings) for one in openings[:ALTERNATIVES]]


def checks(work: Work, wishes: list[Wish]) -> list[tuple[ObstacleCard, ...]]:
    """What stands in the way of each date of a series, the series' own other dates looked past."""
    known = KnownCourses(work)
    found = [tuple(booking.obstacles(work, wish, known=known)) for wish in wishes]
    for number, wish in enumerate(wishes):
        twice = [w for w in wishes[:number] if w.starts < wish.ends and w.ends > wish.starts]
        if twice:
            who = (
                work.get_one(Citizen, citizen_of(work, wish.course_id)) if wish.course_id else None
            )
            name = f"{who.given_name} {who.family_name}".strip() if who else ""
            clash = ObstacleCard(
                Reason.CITIZEN_BUSY,
                (("what", name), ("starts", twice[0].starts), ("ends", twice[0].ends)),
            )
            found[number] = (*found[number], clash)
    return _beyond_the_package(work, wishes, found)


def _beyond_the_package(
    work: Work, wishes: list[Wish], found: list[tuple[ObstacleCard, ...]]
) -> list[tuple[ObstacleCard, ...]]:
    """A plan larger than the package says so at the first date that has no room in it."""
    course = wishes[0].course_id if wishes else None
    if course is None:
        return found
    facts = courses.account(work, course)
    for number, wish in enumerate(wishes):
        if any(o.reason is Reason.PACKAGE_USED for o in found[number]):
            continue
        try:
            course_checks.refuse_used(facts, wish.minutes, number + 1)
        except Refused as no:
            beyond = ObstacleCard(no.reason, tuple(no.facts.items()))
            found[number] = (*found[number], beyond)
    return found


def names(work: Work, wish: Wish) -> tuple[str, str]:
    """The initials and the room's name of a planned date."""
    staff = work.get_one(Staff, wish.therapist_id).initials
    return staff, work.get_one(Room, wish.room_id).name if wish.room_id else ""


def citizen_of(work: Work, course_id: uuid.UUID) -> uuid.UUID:
    """Whose course it is."""
    return work.get_one(Course, course_id).citizen_id


def book(work: Work, wishes: list[Wish]) -> uuid.UUID:
    """Book a whole series, or nothing: raises Refused with the first obstacle. Answers the series' key."""
    if not wishes:
        raise Refused(Reason.NOT_SO, field="trainings", value=0, least=1, most=limits.COUNT[1])
    limits.within("trainings", len(wishes), *limits.COUNT)
    series = new_key()
    facts = courses.account(work, wishes[0].course_id) if wishes[0].course_id else None
    if facts and not wishes[0].override:
        course_checks.refuse_used(facts, wishes[0].minutes, len(wishes))
    for wish in wishes:
        booking.book(work, replace(wish, series_id=series))
    return series


# ---- reading


def _usual(work: Work, facts: Facts) -> tuple[int, Form, uuid.UUID | None]:
    """Length, form and room of the latest training that was the citizen's own; else the package's length."""
    row = work.execute(
        select(
            TrainingSession.starts,
            TrainingSession.ends,
            TrainingSession.form,
            TrainingSession.room_id,
        )
        .join(Participant, Participant.session_id == TrainingSession.id)
        .where(Participant.course_id == facts.id, TrainingSession.team_id.is_(None))
        .order_by(TrainingSession.starts.desc())
        .limit(1)
    ).first()
    if row:
        return int((row.ends - row.starts).total_seconds()) // 60, row.form, row.room_id
    grant = facts.course.grant
    each = 45
    if grant and grant.trainings and grant.minutes:
        each = max(15, grant.minutes // grant.trainings // 15 * 15)
    return each, Form.INDIVIDUAL, None


def _start_by(facts: Facts, today: date) -> date | None:
    """The last day for the first training, while a start deadline is open."""
    starts = ("course_start", "start_offered", "first_visit")
    waiting = [
        d.due
        for d in deadlines(facts.course, facts.book, today)
        if d.met_by in starts and d.standing in (Standing.WAITING, Standing.OVER)
    ]
    return min(waiting, default=None)


# ---- openings


def _shortage(ground: Ground, openings: list[Opening]) -> PlanCard:
    """Nothing fits: which wishes to give up."""
    wishes = ground.wishes

    def most(without: frozenset[Wished]) -> int:
        weekly = 7 if Wished.PER_WEEK in without else wishes.per_week
        return most_possible(
            days_of(find_openings(ground, wishes, None, without)), weekly, ground.booked
        )

    ways = [way for way in smallest_relaxations(wishes.given(), most, wishes.count) if way[1]]
    return PlanCard(
        (), (), most_possible(days_of(openings), wishes.per_week, ground.booked), tuple(ways)
    )


# ---- cards
