"""Tests of progress: how one is read, when a value is asked about, what change counts, and the norms. `resources/tests.toml`."""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from typing import Literal

import msgspec

from trainer_desktop.rules.refusal import Reason, Refused

THOUSAND = 1000  # values are kept in thousandths of their unit


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class CountsFrom(_Table, frozen=True, kw_only=True):
    """A change that counts, and for whom that was found; `start_from` and `start_to` are the first score it holds for."""

    more_than: Decimal | None = None
    at_least: Decimal | None = None
    more_than_percent: Decimal | None = None
    or_percent: Decimal | None = None
    start_from: Decimal | None = None
    start_to: Decimal | None = None
    da: str = ""
    en: str = ""

    def holds_for(self, start: Decimal) -> bool:
        """Whether it was found for whoever starts with this score."""
        low, high = self.start_from, self.start_to
        return (low is None or start >= low) and (high is None or start <= high)

    def met(self, start: Decimal, change: Decimal) -> bool:
        """Whether a change (without its sign) is as large."""
        percent = change / abs(start) * 100 if start else Decimal(0)
        return (
            (self.more_than is not None and change > self.more_than)
            or (self.at_least is not None and change >= self.at_least)
            or (self.more_than_percent is not None and percent > self.more_than_percent)
            or (self.or_percent is not None and percent >= self.or_percent)
        )

    def size(self, start: Decimal) -> Decimal:
        """The change it asks for, in the test's unit."""
        plain = self.at_least if self.at_least is not None else self.more_than
        if plain is not None:
            return plain
        percent = self.more_than_percent or Decimal(0)
        return abs(start) * percent / 100


class Norm(_Table, frozen=True, kw_only=True):
    """The lowest normal value at an age, for men and women."""

    from_age: int
    to_age: int
    men: Decimal
    women: Decimal


class Mean(_Table, frozen=True, kw_only=True):
    """The mean of healthy people at an age."""

    from_age: int
    to_age: int
    value: Decimal


class Reading(_Table, frozen=True, kw_only=True):
    """What a value under or over a limit is often taken for; read, never an alarm."""

    under: Decimal | None = None
    over: Decimal | None = None
    to: Decimal | None = None  # beside `over`: up to here
    da: str
    en: str

    def reads(self, value: Decimal) -> bool:
        """Whether it is said of this value."""
        below = self.under is not None and value < self.under
        above = self.over is not None and value > self.over
        return below or (above and (self.to is None or value <= self.to))


class Test(_Table, frozen=True, kw_only=True):
    """One test, as the file has it."""

    __test__ = False  # a name that pytest would take for its own

    key: str
    da: str
    en: str
    unit: str
    unit_en: str
    decimals: int = 0
    least: Decimal
    most: Decimal | None = None
    asks_under: Decimal | None = None
    asks_over: Decimal | None = None
    better: Literal["high", "low"]
    of: Literal["one", "best", "mean", "gas"] = "one"
    tries: int = 1
    metres: int | None = None
    raw: list[Decimal] = []
    aids: list[str] = []
    aid_means_zero: str = ""
    change: list[CountsFrom] = []
    mark: list[Reading] = []
    norm: list[Norm] = []
    mean: list[Mean] = []

    def name(self, language: str = "da") -> str:
        """What it is called."""
        return self.da if language == "da" else self.en

    def in_unit(self, language: str = "da") -> str:
        """Its unit."""
        return self.unit if language == "da" else self.unit_en

    def step(self) -> Decimal:
        """The last decimal that is written."""
        return Decimal(1).scaleb(-self.decimals)


class TestFile(_Table, frozen=True, kw_only=True):
    """The whole file."""

    __test__ = False

    test: list[Test]


class Asked(Enum):
    """Why a value is asked about before it is kept."""

    OFF_THE_SCALE = auto()
    UNUSUAL = auto()
    FAR_FROM_LAST = auto()
    BEFORE_COURSE = auto()


FAR = 3  # times the last value, or a third of it
_NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")


def read_tries(test: Test, text: str) -> tuple[Decimal, ...]:
    """The numbers in what was typed, parted by blanks or semicolons; raises Refused UNREADABLE or NOTHING_WRITTEN."""
    parts = [part for part in re.split(r"[;\s]+", text.strip()) if part]
    if not parts:
        raise Refused(Reason.NOTHING_WRITTEN, field="value")
    found = []
    for part in parts:
        if not _NUMBER.fullmatch(part) or len(part) > 9:
            raise Refused(Reason.UNREADABLE, field="value", text=text.strip()[:40])
        found.append(Decimal(part.replace(",", ".").replace("−", "-")))
    if len(found) > test.tries:
        raise Refused(Reason.UNREADABLE, field="value", text=text.strip()[:40])
    return tuple(found)


def value_of(test: Test, tries: Sequence[Decimal]) -> Decimal:
    """The result of the tries: the best of them, their mean, the speed, the T score, or the one there is.

    Raises Refused UNREADABLE for what no result can come of (no raw score of the test, no seconds).
    """
    if test.raw:
        score = tries[0]
        if score != score.to_integral_value() or not 0 <= score < len(test.raw):
            raise Refused(Reason.UNREADABLE, field="value", text=str(score))
        return test.raw[int(score)]
    if test.metres:
        if tries[0] <= 0:
            raise Refused(Reason.UNREADABLE, field="value", text=str(tries[0]))
        return _rounded(test, test.metres / tries[0])
    match test.of:
        case "best":
            return min(tries) if test.better == "low" else max(tries)
        case "mean":
            return _rounded(test, sum(tries, Decimal(0)) / len(tries))
        case "gas":
            return _rounded(test, t_score(tries))
    return tries[0]


def t_score(scores: Sequence[Decimal]) -> Decimal:
    """Goal Attainment Scaling: T = 50 + 10Σx/√(0.7n + 0.3n²), with goals of equal weight and scores from −2 to +2."""
    if any(abs(score) > 2 for score in scores):
        raise Refused(Reason.UNREADABLE, field="value", text=" ".join(map(str, scores)))
    n = Decimal(len(scores))
    spread = Decimal("0.7") * n + Decimal("0.3") * n * n
    return 50 + 10 * sum(scores, Decimal(0)) / spread.sqrt()


def _rounded(test: Test, value: Decimal) -> Decimal:
    return value.quantize(test.step(), ROUND_HALF_UP)


def asked(
    test: Test, value: Decimal, last: Decimal | None = None, tries: Sequence[Decimal] = ()
) -> Asked | None:
    """Whether a value is asked about: off the scale, unusual, or far from the last one. It is never refused.

    So is a try that is off the scale, and half a point of what is counted in whole ones.
    """
    parts = () if test.raw or test.metres or test.of == "gas" else tries
    for one in parts:
        if one < test.least or (test.most is not None and one > test.most):
            return Asked.OFF_THE_SCALE
    if not test.decimals and value != value.to_integral_value():
        return Asked.OFF_THE_SCALE
    if value < test.least or (test.most is not None and value > test.most):
        return Asked.OFF_THE_SCALE
    low, high = test.asks_under, test.asks_over
    if (low is not None and value < low) or (high is not None and value > high):
        return Asked.UNUSUAL
    open_ended = test.most is None
    if open_ended and last and value and not last / FAR <= value <= last * FAR:
        return Asked.FAR_FROM_LAST
    return None


class Direction(Enum):
    """How a change is to be read."""

    BETTER = auto()
    WORSE = auto()
    UNSURE = auto()  # within what chance may do
    SAME = auto()
    UNKNOWN = auto()  # nobody has found what counts


class Changed(msgspec.Struct, frozen=True):
    """A change from the first value: which way, by how much, and the sizes that it reached and did not."""

    direction: Direction
    by: Decimal
    reached: tuple[CountsFrom, ...] = ()
    missed: tuple[CountsFrom, ...] = ()


def changed(test: Test, first: Decimal, last: Decimal) -> Changed:
    """What to say of the change from the first value to the last.

    Where a size was found for some people only, each is told by itself: a person judges which of them fits.
    """
    by = last - first
    holding = [one for one in test.change if one.holds_for(first)]
    reached = tuple(one for one in holding if one.met(first, abs(by)))
    missed = tuple(one for one in holding if one not in reached)
    good = (by > 0) == (test.better == "high")
    if not by:
        direction = Direction.SAME
    elif not holding:
        direction = Direction.UNKNOWN
    elif reached:
        direction = Direction.BETTER if good else Direction.WORSE
    else:
        direction = Direction.UNSURE
    return Changed(direction, by, reached, missed)


def norm(test: Test, age: int | None, *, man: bool | None) -> Decimal | None:
    """The lowest normal value at an age; None where there is none, or age or sex is not known."""
    if age is None or man is None:
        return None
    row = next((one for one in test.norm if one.from_age <= age <= one.to_age), None)
    return (row.men if man else row.women) if row else None


def mean(test: Test, age: int | None) -> Decimal | None:
    """The mean of healthy people of an age, where the file has one."""
    if age is None:
        return None
    row = next((one for one in test.mean if one.from_age <= age <= one.to_age), None)
    return row.value if row else None


def as_written(test: Test, value: Decimal, *, danish: bool = True) -> str:
    """A value with its decimals: «12,6»."""
    said = f"{value.quantize(test.step(), ROUND_HALF_UP):f}"
    said = said.replace("-", "−")
    return said.replace(".", ",") if danish else said


def read_file(data: bytes) -> dict[str, Test]:
    """The tests by key; raises msgspec.ValidationError for a file that is none."""
    found = msgspec.toml.decode(data, type=TestFile)
    return {one.key: one for one in found.test}
