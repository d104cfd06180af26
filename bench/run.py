"""Measures the program against a floor in the same run: python3 dev.py bench [a b c … p]."""

import os
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import of_booking
import of_desk
import of_finding
import of_safety
import of_start
import of_week
import of_years
import PySide6
import sqlalchemy
import sqlcipher3.dbapi2
from timing import Line

Measure = Callable[[Path, set[str]], list[Line]]
MEASURES: tuple[tuple[str, Measure], ...] = (
    ("ab", of_booking.measure),
    ("cd", of_week.measure),
    ("e", of_start.measure),
    ("fm", of_finding.measure),
    ("ghijkln", of_desk.measure),
    ("o", of_years.measure),
    ("p", of_safety.measure),
)
KEYS = "abcdefghijklmnop"


def say(text: str) -> None:
    """Tell at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def machine() -> str:
    """What the figures depend on, without naming the machine."""
    parts = (
        f"{os.cpu_count()} cores",
        f"{platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
        f"PySide6 {PySide6.__version__}",
        f"SQLAlchemy {sqlalchemy.__version__}",
        f"SQLite {sqlcipher3.dbapi2.sqlite_version} (encrypted)",
    )
    return ", ".join(parts)


def shown(one: Line) -> str:
    """A line of the answer."""
    row = f"{one.key}  {one.what:<46}{one.figure:>16}"
    if one.holds is not None:
        row += f"   aim {one.aim:<14}{'holds' if one.holds else 'MISSES'}"
    return f"{row}\n   {one.details}"


def main(arguments: list[str]) -> int:
    """Measure what is asked for, or everything; 0 also when an aim is missed, for a figure is no test."""
    wanted = set(arguments) - {"--once"} or set(KEYS)
    if not wanted <= set(KEYS):
        say("python3 dev.py bench [--once] [a b c … p]")
        return 2
    say(machine() + "\n")
    begun = perf_counter()
    for keys, measure in MEASURES:
        mine = wanted & set(keys)
        if not mine:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            for one in measure(Path(scratch), mine):
                say(shown(one))
    say(f"\nMeasured in {perf_counter() - begun:.0f} s; × is the ratio to the floor, median.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
