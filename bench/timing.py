"""Timing two things in turn in one run, so that a slow moment of the machine strikes both."""

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

ONCE = "--once" in sys.argv  # only whether everything runs; the figures say nothing


def few(usual: int, least: int = 1) -> int:
    """How many: the usual number, or the least that still runs everything."""
    return least if ONCE else usual


@dataclass(frozen=True, slots=True)
class Pairs:
    """What each turn took; seconds for one of the things measured."""

    floor: tuple[float, ...]
    ours: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios, taken turn by turn."""
        return statistics.median(o / f for f, o in zip(self.floor, self.ours, strict=True))

    @property
    def spread(self) -> tuple[float, float]:
        """The smallest and the largest ratio of a turn."""
        every = [o / f for f, o in zip(self.floor, self.ours, strict=True)]
        return min(every), max(every)

    @property
    def floor_ms(self) -> float:
        """The floor's median, milliseconds."""
        return statistics.median(self.floor) * 1000

    @property
    def ours_ms(self) -> float:
        """Our median, milliseconds."""
        return statistics.median(self.ours) * 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the answer. `holds` None: there is no aim."""

    key: str
    what: str
    figure: str
    aim: str
    holds: bool | None
    details: str


def seconds(act: Callable[[], object]) -> float:
    """How long it takes, wall clock."""
    begun = perf_counter()
    act()
    return perf_counter() - begun


def in_turn(
    floor: Callable[[], object], ours: Callable[[], object], turns: int, per: int = 1
) -> Pairs:
    """Floor, ours, floor, ours … after one turn of each that does not count; `per` things in each."""
    floor()
    ours()
    taken = [(seconds(floor) / per, seconds(ours) / per) for _ in range(turns)]
    return Pairs(tuple(f for f, _ in taken), tuple(o for _, o in taken))


def line(
    key: str, what: str, pairs: Pairs, aim: float | None = None, most_ms: float | None = None
) -> Line:
    """The line of a ratio that should be at most `aim`, and of a time that should be under `most_ms`."""
    low, high = pairs.spread
    figure = f"{pairs.ratio:.1f}×"
    aimed = "" if aim is None else f"≤ {aim:g}"
    holds = None if aim is None else pairs.ratio <= aim
    if most_ms is not None:
        figure += f", {pairs.ours_ms:.1f} ms"
        aimed += f", < {most_ms:g} ms"
        holds = bool(holds) and pairs.ours_ms < most_ms
    details = (
        f"ours {pairs.ours_ms:.2f} ms, floor {pairs.floor_ms:.2f} ms, turns {low:.1f}–{high:.1f}×"
    )
    return Line(key, what, figure, aimed, holds, details)
