"""How the columns of a table share its width, in pixels: what one cannot read is not in the table."""

from collections.abc import Sequence


def share_out(room: int, wishes: Sequence[int], needs: Sequence[int]) -> list[int]:
    """The widths of the columns; a wish of 0 stands for a column that shares what is left.

    Where the sharing columns would get less than they need, the others give way: first what they do not
    need themselves, then the widest of all, down to the next: a date can still be read beside a name that is cut.
    """
    sharing = [n for n, wish in enumerate(wishes) if not wish]
    least = sum(needs[n] for n in sharing)
    widths = list(wishes)
    lacking = least + sum(wishes) - room
    if not sharing or lacking <= 0:
        return _shared(widths, needs, sharing, room)
    spare = [max(0, wish - need) if wish else 0 for wish, need in zip(wishes, needs, strict=True)]
    given = min(1.0, lacking / sum(spare)) if sum(spare) else 0.0
    widths = [round(wish - given * much) for wish, much in zip(widths, spare, strict=True)]
    whole = least + sum(widths)
    if whole > room:
        return _level([wide or need for wide, need in zip(widths, needs, strict=True)], room)
    return _shared(widths, needs, sharing, room)


def _level(wanted: list[int], room: int) -> list[int]:
    """No column wider than one level, which is where they all have room."""
    left, still = max(0, room), len(wanted)
    level = 0
    for wide in sorted(wanted):
        level = left // still
        if wide > level:
            break
        left, still = left - wide, still - 1
    return [min(wide, level) for wide in wanted] if still else wanted


def _shared(widths: list[int], needs: Sequence[int], sharing: list[int], room: int) -> list[int]:
    left = max(0, room - sum(widths))
    least = sum(needs[n] for n in sharing)
    for at, number in enumerate(sharing):
        others = len(sharing) - at
        fair = left * needs[number] // least if least else left // others
        widths[number] = left if others == 1 else fair
        left -= widths[number]
        least -= needs[number]
    return widths
