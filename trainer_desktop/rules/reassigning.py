"""Finding new places for many trainings at once: as many as possible, and then as near to the old ones as can be.

Each training has candidates that take resources for a while (bits of a day, see `daybits`). A greedy start is
mended by ejection: what stands in the way is laid elsewhere first, as in a matching with augmenting paths.
Where that fails, a small group round the one left out is laid anew together, and another may stay out for two.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

DEEPEST = 6
PATIENCE = 60_000  # candidates that are looked at before the search is content
GROUP, WIDEST, ROUNDS = 5, 24, 60
LAYINGS = 20_000  # candidates that are tried when one group is laid anew


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that one training could have; `uses` are (resource and day, bits). Cheaper is better."""

    cost: int
    uses: tuple[tuple[Any, int], ...]
    what: Any = None


def reassign(choices: Sequence[Sequence[Candidate]]) -> list[Candidate | None]:
    """A candidate for each training, or None; no two of them take the same resource at once."""
    return _Board(choices).solve()


class _Board:
    def __init__(self, choices: Sequence[Sequence[Candidate]]) -> None:
        self.choices = [sorted(some, key=lambda c: c.cost) for some in choices]
        self.placed: list[Candidate | None] = [None] * len(choices)
        self.taken: dict[Any, dict[int, int]] = defaultdict(dict)  # resource -> training -> bits
        self.looked = 0

    def solve(self) -> list[Candidate | None]:
        order = sorted(range(len(self.choices)), key=lambda n: len(self.choices[n]))
        for item in order:
            free = next((c for c in self.choices[item] if not self._blockers(c, item)), None)
            if free:
                self._put(item, free)
        for item in order:
            if self.placed[item] is None:
                self.looked = 0
                self._insert(item, {item}, 0)
        for item in order:
            if self.placed[item] is None:
                self._relay(self._round(item))
        self._improve()
        return self.placed

    def _blockers(self, candidate: Candidate, item: int) -> set[int]:
        found: set[int] = set()
        for resource, bits in candidate.uses:
            for other, there in self.taken[resource].items():
                if other != item and there & bits:
                    found.add(other)
        return found

    def _put(self, item: int, candidate: Candidate) -> None:
        self.placed[item] = candidate
        for resource, bits in candidate.uses:
            self.taken[resource][item] = self.taken[resource].get(item, 0) | bits

    def _take(self, item: int) -> None:
        old, self.placed[item] = self.placed[item], None
        for resource, _bits in old.uses if old else ():
            self.taken[resource].pop(item, None)

    def _insert(self, item: int, busy: set[int], depth: int) -> bool:
        """Place one training, moving others when need be; everything is as before when that fails."""
        ejecting: list[tuple[int, Candidate, set[int]]] = []
        for candidate in self.choices[item]:
            self.looked += 1
            blockers = self._blockers(candidate, item)
            if not blockers:
                self._put(item, candidate)
                return True
            if len(blockers) <= 2 and not blockers & busy:
                ejecting.append((len(blockers), candidate, blockers))
        if depth >= DEEPEST:
            return False
        for _count, candidate, blockers in sorted(ejecting, key=lambda e: (e[0], e[1].cost)):
            if self.looked > PATIENCE:
                return False
            kept = {other: self.placed[other] for other in blockers}
            before = list(self.placed)
            for other in blockers:
                self._take(other)
            self._put(item, candidate)
            if all(self._insert(other, busy | blockers, depth + 1) for other in kept):
                return True
            self._restore(before)
        return False

    def _restore(self, before: list[Candidate | None]) -> None:
        for item, candidate in enumerate(before):
            if self.placed[item] is not candidate:
                self._take(item)
        for item, candidate in enumerate(before):
            if candidate and self.placed[item] is None:
                self._put(item, candidate)

    def _improve(self) -> None:
        """Lay some few anew, the best way there is for them together, until nothing gets cheaper.

        First each training with those in the way of its cheaper places; then small groups drawn by chance.
        """
        better = True
        while better:
            better = False
            for item in self._by_regret():
                better = self._relay(self._group(item)) or better
        chance = Random(1)
        laid = [n for n, candidate in enumerate(self.placed) if candidate]
        idle = 0
        while len(laid) > 2 and idle < ROUNDS and self._may_be_cheaper():
            first = chance.choice(laid)
            near = self._group(first)
            more = chance.sample(laid, min(len(laid), GROUP - 1))
            group = list(dict.fromkeys([*near[:2], *more]))[:GROUP]
            idle = 0 if self._relay(group) else idle + 1

    def _may_be_cheaper(self) -> bool:
        """Whether any training pays more than its cheapest place would cost."""
        return any(c and c.cost > self.choices[n][0].cost for n, c in enumerate(self.placed))

    def _by_regret(self) -> list[int]:
        """The placed ones, those that pay most beyond their cheapest place first."""
        laid = [(n, c) for n, c in enumerate(self.placed) if c]
        return [n for n, c in sorted(laid, key=lambda nc: self.choices[nc[0]][0].cost - nc[1].cost)]

    def _group(self, item: int) -> list[int]:
        """A training and those that stand in the way of its cheaper places."""
        group, mine = [item], self.placed[item]
        assert mine is not None
        for candidate in self.choices[item]:
            if candidate.cost >= mine.cost or len(group) >= GROUP:
                break
            group += [b for b in self._blockers(candidate, item) if b not in group]
        return group[:GROUP]

    def _round(self, item: int) -> list[int]:
        """One that is left out, those in its way, and others left out that the same ones keep out."""
        near = {b for candidate in self.choices[item] for b in self._blockers(candidate, item)}
        out = [
            n
            for n, placed in enumerate(self.placed)
            if placed is None
            and n != item
            and any(near & self._blockers(candidate, n) for candidate in self.choices[n])
        ]
        return [item, *sorted(near, key=lambda n: len(self.choices[n]))[: GROUP - 2], *out][:GROUP]

    def _relay(self, group: list[int]) -> bool:
        """Take a group out and lay it the cheapest way; answers whether that is cheaper than before.

        Staying out costs more than any place, so more of them laid is always cheaper.
        """
        before = {item: self.placed[item] for item in group}
        stay_out = Candidate(
            1 + sum(self.choices[n][-1].cost for n in group if self.choices[n]), ()
        )
        whole = sum((c or stay_out).cost for c in before.values())
        for item in group:
            self._take(item)
        free = {
            item: [c for c in self.choices[item] if c.cost < whole and not self._blockers(c, item)][
                :WIDEST
            ]
            + ([] if all(before.values()) else [stay_out])
            for item in group
        }
        found = _cheapest(group, free, whole)
        for item, candidate in (found or before).items():
            if candidate and candidate is not stay_out:
                self._put(item, candidate)
        return found is not None


def _cheapest(
    group: list[int], free: dict[int, list[Candidate]], limit: int
) -> dict[int, Candidate] | None:
    """The cheapest way to lay a group, cheaper than a limit; by branch and bound, for a while."""
    order = sorted(group, key=lambda item: len(free[item]))
    least = [free[item][0].cost if free[item] else limit for item in order]
    ahead = [sum(least[n:]) for n in range(len(order) + 1)]
    best: dict[int, Candidate] | None = None
    chosen: list[Candidate] = []
    tried = 0

    held: dict[Any, int] = {}

    def lay(place: int, cost: int) -> None:
        nonlocal best, limit, tried
        if place == len(order):
            best, limit = dict(zip(order, chosen, strict=True)), cost
            return
        for candidate in free[order[place]]:
            tried += 1
            if cost + candidate.cost + ahead[place + 1] >= limit or tried > LAYINGS:
                return
            if all(not held.get(resource, 0) & bits for resource, bits in candidate.uses):
                for resource, bits in candidate.uses:
                    held[resource] = held.get(resource, 0) | bits
                chosen.append(candidate)
                lay(place + 1, cost + candidate.cost)
                chosen.pop()
                for resource, bits in candidate.uses:
                    held[resource] &= ~bits

    lay(0, 0)
    return best
