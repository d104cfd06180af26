"""Whether a password is good enough: long, and not what everybody tries first. Source: NIST SP 800-63B, 5.1.1.2 (length, a list, no forced change)."""

import re
from enum import Enum
from itertools import pairwise

LEAST = 12  # characters
MOST = 1000
_WORDS = """
password passwort adgangskode kodeord kode hemmelig admin administrator bruger user login velkommen welcome
qwerty qwertyuiop qwertyuiopå asdfgh asdfghjkl asdfghjklæø zxcvbn zxcvbnm abc abcdef abcdefgh iloveyou letmein
sommer vinter efterår forår jul paske påske januar februar marts april maj juni juli august september oktober november december
mandag tirsdag onsdag torsdag fredag lørdag søndag danmark kobenhavn københavn aalborg aarhus odense fodbold
kommune sundhed sundhedscenter genoptræning træning traening træningscenter traeningscenter trainer trainerdesktop
fysioterapeut fysioterapi ergoterapeut ergoterapi terapeut skranke leder borger test tester testtest default changeme
master monkey dragon football baseball superman batman princess sunshine shadow starwars pokemon
"""
COMMON = frozenset(_WORDS.split())


class Weakness(Enum):
    """Why a password is refused."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    COMMON = "common"
    NAMES = "names"  # who one is, or the place
    SAME_SIGNS = "same_signs"


def weakness(password: str, names: tuple[str, ...] = ()) -> Weakness | None:
    """Why it is too weak; None when it is not. `names`: the login, the person's and the centre's name."""
    if len(password) < LEAST:
        return Weakness.TOO_SHORT
    if len(password) > MOST:
        return Weakness.TOO_LONG
    if len(set(password.casefold())) < 5 or _runs(password):
        return Weakness.SAME_SIGNS
    words = [word for word in re.split(r"[\W\d_]+", password.casefold()) if word]
    if all(word in COMMON or len(word) < 3 for word in words):
        return Weakness.COMMON
    told = {part for name in names for part in re.split(r"\W+", name.casefold()) if len(part) > 2}
    if all(word in told or word in COMMON or len(word) < 3 for word in words):
        return Weakness.NAMES
    return None


def _runs(password: str) -> bool:
    """Whether nearly all of it counts up or down, or repeats a short piece."""
    steps = [ord(b) - ord(a) for a, b in pairwise(password)]
    counted = sum(step in (1, -1, 0) for step in steps)
    piece = re.fullmatch(r"(.{1,4})\1+.{0,3}", password, re.DOTALL)
    return counted > 0.7 * len(steps) or piece is not None
