"""What a citizen needs that others should see before the training: read from the note in the words people write."""

from enum import Enum


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


def needs_in(note: str) -> tuple[Need, ...]:
    """The needs that a note tells of."""
    plain = note.casefold()
    return tuple(need for need, said in _WORDS.items() if any(word in plain for word in said))
