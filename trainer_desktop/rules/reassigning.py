"""Finding new places for many trainings at once: as many as possible, and then as near to the old ones as can be.

Each training has candidates that take resources for a while (bits of a day, see `daybits`). A greedy start is
mended by ejection: what stands in the way is laid elsewhere first, as in a matching with augmenting paths.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

DEEPEST = 6
PATIENCE = 60_000  # candidates that are looked at before the search is content


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
        """Move to cheaper places, one alone or two at a time, until nothing gets cheaper."""
        better = True
        while better:
            better = sum(self._better(item) for item in range(len(self.choices))) > 0

    def _better(self, item: int) -> bool:
        old = self.placed[item]
        if old is None:
            return False
        for candidate in self.choices[item]:
            if candidate.cost >= old.cost:
                return False
            blockers = self._blockers(candidate, item)
            if not blockers:
                self._take(item)
                self._put(item, candidate)
                return True
            if len(blockers) == 1 and self._swap(item, candidate, old, blockers.pop()):
                return True
        return False

    def _swap(self, item: int, candidate: Candidate, old: Candidate, other: int) -> bool:
        theirs = self.placed[other]
        assert theirs is not None
        gain = old.cost - candidate.cost
        self._take(item)
        self._take(other)
        self._put(item, candidate)
        for instead in self.choices[other]:
            if instead.cost - theirs.cost >= gain:
                break
            if not self._blockers(instead, other):
                self._put(other, instead)
                return True
        self._take(item)
        self._put(item, old)
        self._put(other, theirs)
        return False
