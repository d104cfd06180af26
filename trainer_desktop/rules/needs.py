"""What a citizen needs that others should see before the training: read from the note in the words people write."""

import re
from enum import Enum
from functools import lru_cache


class Need(Enum):
    """Something to know before the citizen comes."""

    HEARING = "hearing"
    WALKER = "walker"
    WHEELCHAIR = "wheelchair"
    DOG = "dog"


_WORDS = {
    Need.HEARING: ("hører dårligt", "høreapparat", "hørenedsæt", "hørehæmmet", "døv", "tunghør"),
    Need.WALKER: ("rollator", "gangstativ", "gangbuk"),
    Need.WHEELCHAIR: ("kørestol",),
    Need.DOG: ("hund",),
}


_ENDINGS = {
    Need.HEARING: r"\w*",
    Need.WALKER: r"\w*",
    Need.WHEELCHAIR: r"\w*",
    Need.DOG: r"(?:e|en|ene|ens|enes|s|eejer|ehvalp|ehvalpe)?\b",
}
_PATTERNS = {
    need: re.compile("|".join(rf"\b{word}{_ENDINGS[need]}" for word in said))
    for need, said in _WORDS.items()
}


@lru_cache(maxsize=4096)  # a week asks of the same notes again and again
def needs_in(note: str) -> tuple[Need, ...]:
    """The needs that a note tells of: whole words and their forms, so that «udøve» is not deaf and «hundrede» no dog."""
    plain = note.casefold()
    return tuple(need for need, pattern in _PATTERNS.items() if pattern.search(plain))
