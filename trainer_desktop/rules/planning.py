"""Laying a whole series at once: the best dates for so many trainings, found by an exact search.

What must hold (working hours, rooms, the last day, so many a week) is in the openings and the frame. What is wished
is paid for, in this order: a start after its deadline, whole weeks before the start, trainings outside the wishes,
changes of therapist, wishes broken beyond the first, uneven spread, minutes from the wished time. The search is a shortest path over (number, day, number in the week,
therapist), so no plan is better, and one is found whenever there is one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")
LATE, WEEK = 1 << 58, 1 << 52
OUTSIDE, CHANGE, BROKEN, UNEVEN = 1 << 44, 1 << 36, 1 << 30, 1 << 14
WORST = 400  # the most that one step can be uneven: some twenty days from the even one
NEVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Opening:
    """A time at which one training could lie: `outside` wishes are broken, it is `far` quarter-hours off."""

    starts: datetime
    therapist: UUID
    room: UUID | None
    outside: int = 0
    far: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """How many trainings, how many in a calendar week at most, from which day; one a day.

    `booked` are the days that have one already: they are not used, and they count in their week.
    `start_by` is the last day for the first one, where a deadline waits for it.
    """

    count: int
    per_week: int
    first: date
    therapist: UUID | None = None
    booked: frozenset[date] = frozenset()
    start_by: date | None = None


class Line:
    """The usable days on a line from which weeks without any are left out: nobody can help those."""

    def __init__(self, days: Sequence[date], frame: Frame) -> None:
        self.frame = frame
        self.first = days[0] if days else frame.first
        used = {day.isocalendar()[:2] for day in days}
        self._at: dict[date, int] = {}
        empty, seen = 0, self.first - timedelta(days=self.first.weekday())
        for day in days:
            while seen + timedelta(days=7) <= day:
                seen += timedelta(days=7)
                empty += seen.isocalendar()[:2] not in used
            self._at[day] = day.toordinal() - 7 * empty

    def between(self, before: date, day: date) -> int:
        """The days from one to another, empty weeks left out."""
        return self._at[day] - self._at[before]

    def begin(self, day: date) -> int:
        """What it costs to begin on a day."""
        wait = (day - self.first).days
        late = LATE if self.frame.start_by and day > self.frame.start_by else 0
        return late + WEEK * (wait // 7) + UNEVEN * min(WORST, wait)

    def step(self, before: date, day: date) -> int:
        """How uneven a step is: days from the even distance, squared."""
        off = self.between(before, day) - 7 / self.frame.per_week
        return UNEVEN * min(WORST, round(off * off))


def most_possible(
    days: Iterable[date], per_week: int, booked: frozenset[date] = frozenset()
) -> int:
    """How many trainings fit on these days, one a day and so many a week, those booked counted."""
    there = _by_week(booked)
    weeks = _by_week(set(days) - booked)
    return sum(min(max(0, per_week - there[week]), count) for week, count in weeks.items())


def _by_week(days: Iterable[date]) -> Counter[tuple[int, int]]:
    return Counter(day.isocalendar()[:2] for day in days)


def usable_days(openings: Iterable[Opening], frame: Frame) -> list[date]:
    """The days of these openings on which one more training may lie."""
    there = _by_week(frame.booked)
    return sorted(
        {
            day
            for day in (opening.starts.date() for opening in openings)
            if day >= frame.first
            and day not in frame.booked
            and there[day.isocalendar()[:2]] < frame.per_week
        }
    )


def cost_of(series: Sequence[Opening], frame: Frame, openings: Iterable[Opening]) -> int:
    """What a series pays among these openings, as the search counts it."""
    line = Line(usable_days(openings, frame), frame)
    whole, before = 0, frame.therapist
    for number, opening in enumerate(series):
        whole += _own_cost(opening)
        whole += CHANGE if before and opening.therapist != before else 0
        before = opening.therapist
        day = opening.starts.date()
        whole += line.step(series[number - 1].starts.date(), day) if number else line.begin(day)
    return whole


def best_series(openings: Iterable[Opening], frame: Frame) -> list[Opening] | None:
    """The cheapest series of `frame.count` openings on different days, in order; None when there is none."""
    there = _by_week(frame.booked)
    staff: dict[UUID, int] = {}
    by_day: dict[date, dict[int, tuple[int, Opening]]] = defaultdict(dict)
    for opening in openings:
        day = opening.starts.date()
        who = staff.setdefault(opening.therapist, len(staff))
        cost = _own_cost(opening)
        full = day in frame.booked or there[day.isocalendar()[:2]] >= frame.per_week
        if (
            day >= frame.first
            and not full
            and (who not in by_day[day] or cost < by_day[day][who][0])
        ):
            by_day[day][who] = (cost, opening)
    days = sorted(day for day, there in by_day.items() if there)
    if frame.count < 1 or most_possible(days, frame.per_week, frame.booked) < frame.count:
        return None
    found = _Search(days, [by_day[day] for day in days], len(staff), frame, staff).run()
    return [by_day[days[place]][who][1] for place, who in found]


def smallest_relaxations(
    wishes: Sequence[T], most: Callable[[frozenset[T]], int], count: int
) -> list[tuple[tuple[T, ...], int]]:
    """Which wishes stand in the way: the smallest sets that, given up, leave room for `count`.

    `most` says how many trainings are possible without some wishes. When not even giving up
    all of them is enough, the answer is that one set with what it reaches.
    """
    for size in range(len(wishes) + 1):
        found = [(some, most(frozenset(some))) for some in combinations(wishes, size)]
        enough = [one for one in found if one[1] >= count]
        if enough:
            return enough
    return [(tuple(wishes), most(frozenset(wishes)))]


def _own_cost(opening: Opening) -> int:
    if not opening.outside:
        return opening.far
    return OUTSIDE + (opening.outside - 1) * BROKEN + opening.far


class _Search:
    """The layers of the search: for each number of trainings, the best cost by last day, number in its week and therapist."""

    def __init__(
        self,
        days: list[date],
        there: list[dict[int, tuple[int, Opening]]],
        staff: int,
        frame: Frame,
        places: dict[UUID, int],
    ) -> None:
        self.days, self.there, self.staff, self.frame = days, there, staff, frame
        self.line = Line(days, frame)
        self.weeks = [day.isocalendar()[:2] for day in days]
        booked = _by_week(frame.booked)
        self.earliest = [
            1 + booked[week] for week in self.weeks
        ]  # the number in the week of its first
        self.wished = places.get(frame.therapist, -1) if frame.therapist else None
        self.far = next(
            n for n in range(1, 60) if round((n - 7 / frame.per_week) ** 2) >= WORST and n > 7
        )
        # costs[number][day][count in week][therapist], and where each came from
        self.came: list[dict[tuple[int, int, int], tuple[int, int, int]]] = []

    def run(self) -> list[tuple[int, int]]:
        """The places of the days and the therapists of the best series."""
        layer = self._first()
        for number in range(2, self.frame.count + 1):
            layer = self._next(layer, number)
        return self._walk_back(layer)

    def _first(self) -> list[dict[int, list[int]]]:
        layer: list[dict[int, list[int]]] = []
        for place, day in enumerate(self.days):
            row = [NEVER] * self.staff
            for who, (cost, _opening) in self.there[place].items():
                changed = CHANGE if self.wished is not None and who != self.wished else 0
                row[who] = cost + changed + self.line.begin(day)
            layer.append({self.earliest[place]: row})
        self.came.append({})
        return layer

    def _next(self, layer: list[dict[int, list[int]]], number: int) -> list[dict[int, list[int]]]:
        """One training more."""
        came: dict[tuple[int, int, int], tuple[int, int, int]] = {}
        merged = [_merge(counts, self.staff) for counts in layer]
        least = [min(row) for row, _from in merged]
        afar = _Afar(self.staff)
        far_next = 0
        grown: list[dict[int, list[int]]] = []
        for place, day in enumerate(self.days):
            rows: dict[int, list[int]] = {}
            here = self.there[place]
            while far_next < place and self.line.between(self.days[far_next], day) >= self.far:
                afar.take(far_next, *merged[far_next])
                far_next += 1
            if place >= number - 1:
                best: dict[int, tuple[int, tuple[int, int, int]]] = {}
                afar.offer(best, here, UNEVEN * WORST)
                for before in range(far_next, place):
                    if self.weeks[before] == self.weeks[place]:
                        break
                    if least[before] < NEVER:
                        step = self.line.step(self.days[before], day)
                        row, where = merged[before]
                        _offer(best, here, row, where, before, least[before], step)
                self._keep(rows, came, place, self.earliest[place], best)
                self._same_week(layer, rows, came, place)
            grown.append(rows)
        self.came.append(came)
        return grown

    def _same_week(
        self,
        layer: list[dict[int, list[int]]],
        rows: dict[int, list[int]],
        came: dict[tuple[int, int, int], tuple[int, int, int]],
        place: int,
    ) -> None:
        found: dict[int, dict[int, tuple[int, tuple[int, int, int]]]] = defaultdict(dict)
        before = place - 1
        while before >= 0 and self.weeks[before] == self.weeks[place]:
            step = self.line.step(self.days[before], self.days[place])
            for count, row in layer[before].items():
                if count < self.frame.per_week:
                    where = [count] * self.staff
                    here = self.there[place]
                    _offer(found[count + 1], here, row, where, before, min(row), step)
            before -= 1
        for count, best in found.items():
            self._keep(rows, came, place, count, best)

    def _keep(
        self,
        rows: dict[int, list[int]],
        came: dict[tuple[int, int, int], tuple[int, int, int]],
        place: int,
        count: int,
        best: dict[int, tuple[int, tuple[int, int, int]]],
    ) -> None:
        if not best:
            return
        row = [NEVER] * self.staff
        for who, (cost, origin) in best.items():
            row[who] = cost + self.there[place][who][0]
            came[place, count, who] = origin
        rows[count] = row

    def _walk_back(self, layer: list[dict[int, list[int]]]) -> list[tuple[int, int]]:
        _cost, state = min(
            (cost, (place, count, who))
            for place, counts in enumerate(layer)
            for count, row in counts.items()
            for who, cost in enumerate(row)
        )
        found = []
        for came in reversed(self.came):
            found.append((state[0], state[2]))
            state = came.get(state, state)
        return found[::-1]


class _Afar:
    """The best of all days so far back that every distance is equally uneven."""

    def __init__(self, staff: int) -> None:
        self.row = [NEVER] * staff
        self.where: list[tuple[int, int, int]] = [(-1, -1, -1)] * staff

    def take(self, place: int, row: list[int], counts: list[int]) -> None:
        """One more day lies so far back."""
        for who, cost in enumerate(row):
            if cost < self.row[who]:
                self.row[who], self.where[who] = cost, (place, counts[who], who)

    def offer(
        self,
        best: dict[int, tuple[int, tuple[int, int, int]]],
        here: dict[int, tuple[int, Opening]],
        step: int,
    ) -> None:
        """What they cost from here."""
        low = min(self.row, default=NEVER)
        if low >= NEVER:
            return
        lowest = self.row.index(low)
        for who in here:
            cost, origin = low + CHANGE, self.where[lowest]
            if self.row[who] <= cost:
                cost, origin = self.row[who], self.where[who]
            if who not in best or cost + step < best[who][0]:
                best[who] = (cost + step, origin)


def _merge(counts: dict[int, list[int]], staff: int) -> tuple[list[int], list[int]]:
    """The best by therapist, whatever the number in its week; and that number."""
    row, where = [NEVER] * staff, [0] * staff
    for count, costs in counts.items():
        for who, cost in enumerate(costs):
            if cost < row[who]:
                row[who], where[who] = cost, count
    return row, where


def _offer(
    best: dict[int, tuple[int, tuple[int, int, int]]],
    here: dict[int, tuple[int, Opening]],
    row: list[int],
    where: list[int],
    before: int,
    low: int,
    step: int,
) -> None:
    """Let a day before offer what it costs from there: the same therapist, or a change from the cheapest."""
    if low >= NEVER:
        return
    lowest = row.index(low)
    changed = low + CHANGE
    for who in here:
        same = row[who]
        cost = (same if same <= changed else changed) + step
        known = best.get(who)
        if known is None or cost < known[0]:
            origin = who if same <= changed else lowest
            best[who] = (cost, (before, where[origin], origin))
