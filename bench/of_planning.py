"""The planner and new times for many, beside CP-SAT."""

import random
import statistics
from datetime import date, datetime, time, timedelta
from functools import partial
from time import perf_counter
from typing import Any
from uuid import UUID

from desk_centre import Desk
from timing import Line, few, seconds

from trainer_desktop.rules.course import Form
from trainer_desktop.rules.planning import Frame, Opening, best_series, usable_days
from trainer_desktop.rules.reassigning import reassign
from trainer_desktop.services.absence import desk as absence_desk
from trainer_desktop.services.absence.outage import Cause, Outage, affected
from trainer_desktop.services.absence.relocating import Relocation
from trainer_desktop.services.booking import openings, planning
from trainer_desktop.services.booking.openings import Wishes


def _wishes(desk: Desk, number: int) -> Wishes:
    return Wishes(
        desk.courses[-1 - number],  # one without trainings
        12,
        30,
        date(2026, 11, 19),
        Form.INDIVIDUAL,
        2,
        frozenset({1, 3}) if number % 2 else frozenset(),
        time(8),
        time(12),
        None,
        desk.staff[number % len(desk.staff)],
        last=date(2026, 11, 19) + timedelta(weeks=10),
    )


def _planning(desk: Desk) -> list[Line]:
    """The whole proposal with its reasons; and the search alone beside CP-SAT's on the same openings."""
    taken, searches, peers = [], [], []
    found = 0
    for number in range(few(6)):
        wishes = _wishes(desk, number)
        begun = perf_counter()
        with desk.store.read() as work:
            plan = planning.propose(work, wishes)
        taken.append(perf_counter() - begun)
        found += bool(plan.dates)
        with desk.store.read() as work:
            ground = openings.read(work, wishes)
            there = list(openings.find_openings(ground, wishes, time(9)))
        frame = Frame(
            wishes.count, wishes.per_week, wishes.first, wishes.therapist_id, ground.booked
        )
        searches.append(seconds(partial(best_series, there, frame)))
        cp_sat = _cp_sat()
        if cp_sat:
            peers.append(seconds(partial(cp_sat.plan, there, frame, 20)))
    worst = max(taken) * 1000
    details = f"{found} of 6 found; median {statistics.median(taken) * 1000:.0f} ms; the search alone {statistics.median(searches) * 1000:.0f} ms"
    if peers:
        ratio = statistics.median(p / s for p, s in zip(peers, searches, strict=True))
        details += f", CP-SAT on the same openings {statistics.median(peers) * 1000:.0f} ms: {ratio:.1f}× as long"
    return [
        Line(
            "j",
            "plan 12 trainings over 10 weeks, full centre",
            f"{worst:.0f} ms",
            "≤ 1000 ms",
            worst <= 1000,
            details,
        )
    ]


def _illness(desk: Desk) -> list[Line]:
    """A therapist away until forty trainings are hit."""
    outage = Outage(Cause.STAFF, desk.staff[3], datetime(2026, 11, 18, 12), datetime(2026, 11, 21))
    begun = perf_counter()
    with desk.store.read() as work:
        hits = absence_desk.hits(work, outage)
        while len(hits) < 40:
            outage = Outage(
                Cause.STAFF, desk.staff[3], outage.starts, outage.ends + timedelta(days=1)
            )
            begun = perf_counter()
            hits = absence_desk.hits(work, outage)
    taken = perf_counter() - begun
    placed = sum(hit.place is not None for hit in hits)
    details = f"{placed} of {len(hits)} with a new time in a centre that is 90 % full"
    cp_sat = _cp_sat()
    if cp_sat:
        with desk.store.read() as work:
            found = affected(work, outage)
            relocation = Relocation(work, outage, found)
            choices = [list(relocation.candidates(hit)) for hit in found]
        own = reassign(choices)
        mine = sum(c is not None for c in own), sum(c.cost for c in own if c)
        begun = perf_counter()
        peer = cp_sat.reassign(choices, 20)
        details += f"; ours {mine[0]} at {mine[1]}, CP-SAT {peer[0]} at {peer[1]} in {perf_counter() - begun:.1f} s"
    what = f"{len(hits)} citizens of an ill therapist"
    return [Line("k", what, f"{taken:.1f} s", "≤ 5 s", taken <= 5, details)]


def _cp_sat() -> Any:
    try:
        import cp_sat
        import ortools.sat.python.cp_model  # noqa: F401
    except ImportError:
        return None
    return cp_sat


def _against_cp_sat() -> Line:
    """Twenty small plans: weeks until the first, dates outside the wishes and changes of therapist, beside CP-SAT with a long limit."""
    cp_sat = _cp_sat()
    if cp_sat is None:
        return Line(
            "l",
            "20 small plans against CP-SAT",
            "–",
            "never worse",
            None,
            "ortools is not installed",
        )
    chance = random.Random(86)
    worse = better = equal = none = 0
    for _ in range(few(20)):
        openings, frame = _small(chance)
        ours, theirs = best_series(openings, frame), cp_sat.plan(openings, frame, 20)
        if ours is None or theirs is None:
            none += ours is None and theirs is None
            worse += ours is None and theirs is not None
            continue
        mine, best = _cost(ours, openings, frame), theirs[0]
        worse += mine > best
        better += mine < best
        equal += mine == best
    details = f"equal {equal}, better {better}, worse {worse}, both say that there is none {none}"
    return Line(
        "l", "20 small plans against CP-SAT", f"{worse} worse", "never worse", worse == 0, details
    )


def _small(chance: random.Random) -> tuple[list[Opening], Frame]:
    first, staff = date(2026, 11, 23), [UUID(int=n) for n in range(1, 6)]
    openings = []
    for ahead in range(chance.choice([21, 28, 42])):
        day = first + timedelta(days=ahead)
        for who in staff[: chance.choice([2, 3, 5])]:
            if day.weekday() < 5 and chance.random() < 0.4:
                outside, far = chance.choice([0, 1, 1, 2]), chance.randrange(4)
                openings.append(Opening(datetime.combine(day, time(9)), who, None, outside, far))
    wished = chance.choice([None, *staff])
    return openings, Frame(chance.randint(3, 8), chance.randint(1, 3), first, wished)


def _cost(series: list[Opening], openings: list[Opening], frame: Frame) -> tuple[int, int, int]:
    """Whole weeks until the first, trainings outside the wishes, changes of therapist."""
    weeks = (series[0].starts.date() - usable_days(openings, frame)[0]).days // 7
    changes, before = 0, frame.therapist
    for one in series:
        changes += before is not None and one.therapist != before
        before = one.therapist
    return weeks, sum(one.outside > 0 for one in series), changes
