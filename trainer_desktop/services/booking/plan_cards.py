"""A planned series as it is shown: each date with what deviates and why, and other times for it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from trainer_desktop.models.work import Work
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.daybits import minute_of
from trainer_desktop.rules.planning import (
    Opening,
)
from trainer_desktop.rules.refusal import Reason
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.openings import (
    Ground,
    Wished,
    within,
)
from trainer_desktop.services.booking.wish import ObstacleCard, Wish

ALTERNATIVES = 6


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


def wish_of(ground: Ground, opening: Opening) -> Wish:
    """An opening as a wish that can be booked."""
    wishes = ground.wishes
    return Wish(
        wishes.course_id,
        opening.therapist,
        opening.room,
        opening.starts,
        wishes.minutes,
        wishes.form,
    )


def date_card(
    work: Work, ground: Ground, at: time | None, one: Opening, week: list[Opening]
) -> DateCard:
    """One planned date: what deviates, why, and other times in its week."""
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
        wish_of(ground, one),
        ground.names[one.therapist],
        ground.names.get(one.room, "") if one.room else "",
        tuple(broken),
        other_room,
        other_time,
        why,
        tuple(wish_of(ground, other) for other in _others(one, week)),
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


def week_of(one: Opening) -> date:
    """The Monday of its week."""
    day = one.starts.date()
    return day - timedelta(days=day.weekday())


def by_week(openings: list[Opening], found: list[Opening]) -> dict[date, list[Opening]]:
    """The openings in the weeks that a series uses, by their Mondays."""
    by_day: dict[date, list[Opening]] = defaultdict(list)
    for opening in openings:
        by_day[opening.starts.date()].append(opening)
    weeks = dict.fromkeys(week_of(one) for one in found)
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


def closed_stretches(ground: Ground, found: list[Opening]) -> tuple[tuple[date, date, str], ...]:
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
