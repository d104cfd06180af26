"""The course planner: from a package and wishes to a whole series, with what deviates and why, booked all or nothing."""

import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from sqlalchemy import select

from trainer_desktop.models.base import new_key
from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.daybits import minute_of
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
from trainer_desktop.services.booking.booking import ObstacleCard, Wish
from trainer_desktop.services.booking.openings import (
    Ground,
    Wished,
    Wishes,
    common_time,
    days_of,
    find_openings,
    read,
    within,
)
from trainer_desktop.services.courses import checks as course_checks
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.checks import KnownCourses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now

ALTERNATIVES = 6


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


@dataclass(frozen=True, slots=True)
class DateCard:
    """One planned training. `broken` are the wishes it does not meet, `why` what stood in their way."""

    wish: Wish
    therapist: str
    room: str
    broken: tuple[Wished, ...] = ()
    other_room: bool = False
    other_time: bool = False
    why: tuple[ObstacleCard, ...] = ()
    others: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A proposal. Without `dates`, `ways` are the wishes to give up (each set leads to so many trainings)."""

    dates: tuple[DateCard, ...]
    closed: tuple[tuple[date, date, str], ...]
    possible: int
    ways: tuple[tuple[tuple[Wished, ...], int], ...] = ()
    changes: int = 0


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
    near = _by_week(openings, found)
    dates = tuple(_date(work, ground, at, one, near[_week(one)]) for one in found)
    staff = [d.wish.therapist_id for d in dates]
    changes = sum(a != b for a, b in pairwise(staff))
    return PlanCard(
        dates,
        _closed(ground, found),
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
    return [_date(work, ground, at, one, openings) for one in openings[:ALTERNATIVES]]


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


def _wish(ground: Ground, opening: Opening) -> Wish:
    wishes = ground.wishes
    return Wish(
        wishes.course_id,
        opening.therapist,
        opening.room,
        opening.starts,
        wishes.minutes,
        wishes.form,
    )


def _date(
    work: Work, ground: Ground, at: time | None, one: Opening, week: list[Opening]
) -> DateCard:
    wishes, day = ground.wishes, one.starts.date()
    broken = []
    if wishes.weekdays and day.weekday() not in wishes.weekdays:
        broken.append(Wished.DAYS)
    if not within(wishes, minute_of(one.starts)):
        broken.append(Wished.HOURS)
    if wishes.therapist_id not in (None, one.therapist):
        broken.append(Wished.THERAPIST)
    other_room = bool(wishes.room_id) and one.room != wishes.room_id
    if other_room:
        broken.append(Wished.ROOM)
    other_time = at is not None and one.starts.time() != at
    why: tuple[ObstacleCard, ...] = ()
    if broken or other_time:
        why = _why(work, ground, at, one)
    return DateCard(
        _wish(ground, one),
        ground.names[one.therapist],
        ground.names.get(one.room, "") if one.room else "",
        tuple(broken),
        other_room,
        other_time,
        why,
        tuple(_wish(ground, other) for other in _others(one, week)),
    )


def _why(work: Work, ground: Ground, at: time | None, one: Opening) -> tuple[ObstacleCard, ...]:
    """What stood in the way of the wished training in that week."""
    wishes, day = ground.wishes, one.starts.date()
    if wishes.weekdays and day.weekday() not in wishes.weekdays:
        monday = day - timedelta(days=day.weekday())
        days = [monday + timedelta(days=n) for n in sorted(wishes.weekdays)]
        day = min((d for d in days if d >= wishes.first), key=lambda d: abs(d - day), default=day)
    wish = Wish(
        wishes.course_id,
        wishes.therapist_id or one.therapist,
        wishes.room_id or one.room,
        datetime.combine(day, at or one.starts.time()),
        wishes.minutes,
        wishes.form,
    )
    found = booking.obstacles(work, wish)
    package = Reason.PACKAGE_USED
    return tuple(o for o in found if o.level is Level.REFUSE and o.reason is not package)


def _week(one: Opening) -> date:
    """The Monday of its week."""
    day = one.starts.date()
    return day - timedelta(days=day.weekday())


def _by_week(openings: list[Opening], found: list[Opening]) -> dict[date, list[Opening]]:
    """The openings in the weeks that a series uses, by their Mondays."""
    by_day: dict[date, list[Opening]] = defaultdict(list)
    for opening in openings:
        by_day[opening.starts.date()].append(opening)
    weeks = dict.fromkeys(_week(one) for one in found)
    return {
        monday: [o for n in range(7) for o in by_day.get(monday + timedelta(days=n), ())]
        for monday in weeks
    }


def _others(one: Opening, week: list[Opening]) -> list[Opening]:
    """Other times for a training in its week: one a day and the nearest that day, in order."""
    near = [o for o in week if o.starts != one.starts]
    near.sort(key=lambda o: (o.outside, o.therapist != one.therapist, o.far, o.starts))
    found: list[Opening] = []
    by_day: Counter[date] = Counter()
    for other in near:
        day = other.starts.date()
        if by_day[day] < 2 and all(o.starts != other.starts for o in found):
            by_day[day] += 1
            found.append(other)
    return sorted(found[:ALTERNATIVES], key=lambda o: o.starts)


def _closed(ground: Ground, found: list[Opening]) -> tuple[tuple[date, date, str], ...]:
    """The closed stretches between the first and the last date: weekends beside them do not part them."""
    first, last = found[0].starts.date(), found[-1].starts.date()
    stretches: list[tuple[date, date, str]] = []
    for day in ground.days:
        name = ground.free.closed.get(day)
        if not name or not first <= day <= last:
            continue
        if stretches and _only_weekend(stretches[-1][1], day):
            start, _end, names = stretches[-1]
            stretches[-1] = (start, day, names if name in names else f"{names}, {name}")
        elif day.weekday() < 5:
            stretches.append((day, day, name))
    return tuple(stretches)


def _only_weekend(before: date, day: date) -> bool:
    between = [before + timedelta(days=n) for n in range(1, (day - before).days)]
    return all(d.weekday() >= 5 for d in between)
