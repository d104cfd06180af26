"""The same plans by OR-Tools' CP-SAT: the peer of our own search, on the same openings, with the same order of aims."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from trainer_desktop.rules.planning import Frame, Opening
from trainer_desktop.rules.reassigning import Candidate

OUTSIDE = 1_000
WEEK = 1000 * OUTSIDE


Cost = tuple[
    int, int, int
]  # whole weeks until the first, trainings outside the wishes, changes of therapist


def plan(openings: Sequence[Opening], frame: Frame, limit: float) -> tuple[Cost, bool] | None:
    """What the best plan costs, and whether that is proved the best; None: there is no plan."""
    from ortools.sat.python import cp_model

    best: dict[tuple[date, UUID], int] = {}
    for one in openings:
        key = one.starts.date(), one.therapist
        if one.starts.date() >= frame.first:
            best[key] = min(best.get(key, 1), int(one.outside > 0))
    days = sorted({day for day, _who in best})
    staff = sorted({who for _day, who in best} | ({frame.therapist} if frame.therapist else set()))
    model = cp_model.CpModel()
    taken = {key: model.new_bool_var(f"x{n}") for n, key in enumerate(best)}
    of_day: dict[date, list[Any]] = defaultdict(list)
    of_week: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for (day, _who), var in taken.items():
        of_day[day].append(var)
        of_week[day.isocalendar()[:2]].append(var)
    model.add(sum(taken.values()) == frame.count)
    for some in of_day.values():
        model.add_at_most_one(some)
    for some in of_week.values():
        model.add(sum(some) <= frame.per_week)
    before = {who: model.new_bool_var(f"b{n}") for n, who in enumerate(staff)}
    model.add_exactly_one(before.values())
    if frame.therapist:
        model.add(before[frame.therapist] == 1)
    changes = []
    for number, day in enumerate(days):
        now = {who: model.new_bool_var(f"c{number}_{n}") for n, who in enumerate(staff)}
        model.add_exactly_one(now.values())
        held = sum(of_day[day])
        for who in staff:
            var = taken.get((day, who))
            if var is not None:
                model.add_implication(var, now[who])
                change = model.new_bool_var(f"d{number}_{who}")
                model.add(change >= var - before[who])
                changes.append(change)
            model.add(now[who] - before[who] <= held)
            model.add(before[who] - now[who] <= held)
        before = now
    outside = sum(var for key, var in taken.items() if best[key])
    waits = []
    for week in range(1, (days[-1] - days[0]).days // 7 + 1 if days else 1):
        sooner = [v for (d, _w), v in taken.items() if (d - days[0]).days // 7 < week]
        waits.append(model.new_bool_var(f"w{week}"))
        model.add(waits[-1] >= 1 - sum(sooner))
    model.minimize(WEEK * sum(waits) + OUTSIDE * outside + sum(changes))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    value = round(solver.objective_value)
    cost = (value // WEEK, value % WEEK // OUTSIDE, value % OUTSIDE)
    return cost, status == cp_model.OPTIMAL


def reassign(choices: Sequence[Sequence[Candidate]], limit: float) -> tuple[int, int, bool]:
    """How many trainings are placed, what they cost, and whether that is proved the best."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    uses: dict[tuple[Any, int], list[Any]] = defaultdict(list)
    placed, cost = [], []
    for item, some in enumerate(choices):
        mine = []
        for number, candidate in enumerate(some):
            var = model.new_bool_var(f"x{item}_{number}")
            mine.append(var)
            placed.append(var)
            cost.append(candidate.cost * var)
            for resource, bits in candidate.uses:
                bit = 0
                while bits:
                    low = (bits & -bits).bit_length() - 1
                    bit += low
                    uses[resource, bit].append((item, var))
                    bits >>= low + 1
                    bit += 1
        model.add_at_most_one(mine)
    for some in uses.values():
        if len({item for item, _var in some}) > 1:
            model.add_at_most_one(var for _item, var in some)
    model.minimize(sum(cost) - 100_000 * sum(placed))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    count = sum(solver.value(var) for var in placed)
    whole = round(solver.objective_value) + 100_000 * count
    return count, whole, status == cp_model.OPTIMAL
