"""Which look-ups a manager is shown: none of them is wrong by itself. Source: Datatilsynet, control of the use of health data; product notes."""

from enum import Enum


class Unusual(Enum):
    """Why a look-up is out of the ordinary."""

    OWN_NAME = "own_name"
    COLLEAGUE = "colleague"
    FAMILY_NAME = "family_name"
    NO_COURSE = "no_course"


def unusual(
    who: str, of: str, colleagues: frozenset[str], *, running: bool, worked: bool
) -> Unusual | None:
    """Why `who` looking at the page of `of` is out of the ordinary; None when it is not.

    Names as they are written; `colleagues` are the names of all who work here; `running` whether the citizen has a course
    that is running or ended lately; `worked` whether the looker has changed something of the citizen that day.
    """
    mine, theirs = _parts(who), _parts(of)
    if not theirs or worked:
        return None
    if mine == theirs:
        return Unusual.OWN_NAME
    if any(_parts(one) == theirs for one in colleagues):
        return Unusual.COLLEAGUE
    if len(mine) > 1 and mine[-1] == theirs[-1] and mine[-1] not in COMMON:
        return Unusual.FAMILY_NAME
    return None if running else Unusual.NO_COURSE


# The family names of more than one in a hundred Danes tell nothing. Source: Danmarks Statistik, navnestatistik 2024.
COMMON = frozenset(
    [
        "nielsen",
        "jensen",
        "hansen",
        "andersen",
        "pedersen",
        "christensen",
        "larsen",
        "sørensen",
        "rasmussen",
        "jørgensen",
        "petersen",
        "madsen",
        "kristensen",
        "olsen",
        "thomsen",
        "christiansen",
        "poulsen",
        "johansen",
        "møller",
        "mortensen",
    ]
)


def _parts(name: str) -> list[str]:
    return name.casefold().split()
