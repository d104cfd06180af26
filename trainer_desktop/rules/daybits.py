"""A day as bits of five minutes, so that looking for room in it is a few operations on whole numbers.

Bit 0 is midnight, bit 287 five minutes to midnight. A set bit means free (or taken; the caller knows which).
"""

from collections.abc import Iterator
from datetime import datetime, time

STEP = 5  # minutes
BITS = 24 * 60 // STEP
WHOLE_DAY = (1 << BITS) - 1
QUARTERS = sum(1 << bit for bit in range(0, BITS, 3))


def minute_of(at: time | datetime) -> int:
    """Minutes after midnight, by the clock."""
    return at.hour * 60 + at.minute


def span(starts: int, ends: int) -> int:
    """The bits that minutes `starts` to `ends` after midnight touch."""
    first = max(0, starts) // STEP
    last = min(BITS, -(-ends // STEP))
    return ((1 << max(0, last - first)) - 1) << first


def room_for(free: int, minutes: int) -> int:
    """The bits at which a training of that length can begin."""
    wanted, have = -(-minutes // STEP), 1
    while have < wanted and free:
        step = min(have, wanted - have)
        free &= free >> step
        have += step
    return free


def starts_in(bits: int) -> Iterator[int]:
    """The minutes after midnight of the set bits, ascending."""
    while bits:
        lowest = bits & -bits
        yield (lowest.bit_length() - 1) * STEP
        bits ^= lowest


def stretches_in(bits: int) -> Iterator[tuple[int, int]]:
    """The stretches of set bits as minutes after midnight, from and to, ascending."""
    while bits:
        first = (bits & -bits).bit_length() - 1
        whole = bits >> first
        long = (~whole & (whole + 1)).bit_length() - 1
        yield first * STEP, (first + long) * STEP
        bits &= ~(((1 << long) - 1) << first)


def lanes(taken: list[tuple[int, int, int]], capacity: int) -> list[int]:
    """A room for several as so many rooms for one: the free bits of each place.

    `taken` are (starts, ends, places) in minutes. Place n is free where more than n places are left.
    """
    left = [WHOLE_DAY] * capacity
    for starts, ends, places in taken:
        used = span(starts, ends)
        for _ in range(places):
            for place in range(capacity - 1, -1, -1):
                both = used & left[place]
                left[place] &= ~both
                used &= ~both
                if not used:
                    break
            used = span(starts, ends)
    return left
