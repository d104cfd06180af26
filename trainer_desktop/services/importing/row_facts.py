"""What has been read of an export: its facts, what was set aside, and what is doubtful."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from trainer_desktop.services.importing.reading import Row

FORGOTTEN_AFTER = timedelta(
    days=30
)  # a cancellation told later than this after the training is a slip


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that could not be taken."""

    row: Row
    columns: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A row that can be taken: its key, its plain values, where it stood, and the fields it says nothing of."""

    key: str
    fields: dict[str, Any]
    row: Row
    absent: frozenset[str] = frozenset()

    @property
    def name_key(self) -> str:
        """What other files call it, if it may have a code of its own."""
        return name_key(self.fields)


CODE = "#"  # begins a key that is a code


CODED = ("rooms", "staff")  # a code of their own may keep them one when they are called otherwise


def name_key(fields: Mapping[str, Any]) -> str:
    """What other files call one of those: a colleague by initials, a room by centre and name."""
    if "initials" in fields:
        return str(fields["initials"])
    return f"{fields['centre']}/{fields['name']}".casefold()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row that was taken, but that a person should look at."""

    line: int
    what: str
    file: str = ""


@dataclass
class Export:
    """Everything that can be taken, by sort and key, and everything that cannot."""

    rooms: dict[str, Fact] = field(default_factory=dict)
    staff: dict[str, Fact] = field(default_factory=dict)
    teams: dict[str, Fact] = field(default_factory=dict)
    citizens: dict[str, Fact] = field(default_factory=dict)
    courses: dict[str, Fact] = field(default_factory=dict)
    bookings: Iterator[Fact] = field(default_factory=lambda: iter(()))  # walked through once
    lines: dict[str, int] = field(default_factory=dict)  # the line of each booking that was taken
    set_aside: list[SetAside] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def centres(self) -> list[str]:
        """The names of the centre and its satellites; the one with most rooms and staff first."""
        seen = [f.fields["centre"] for f in (*self.rooms.values(), *self.staff.values())]
        seen += [f.fields["centre"] for f in (*self.courses.values(), *self.teams.values())]
        count = Counter(seen)
        return sorted(count, key=lambda name: (-count[name], name))


# The column that each field is read from. One that the file lacks, or that is empty all the way down,
# says nothing of its field.
COLUMNS: dict[str, dict[str, str]] = {
    "rooms": {"name": "lokale", "centre": "center", "capacity": "kapacitet", "kind": "type"},
    "staff": {
        **{"initials": "initialer", "name": "navn", "title": "stilling", "centre": "center"},
        "hours": "arbejdstid",
    },
    "teams": {
        **{"name": "hold", "centre": "center", "room": "lokale", "therapist": "terapeut"},
        **{"weekday": "ugedag", "starts": "kl", "minutes": "minutter", "capacity": "kapacitet"},
        **{"valid_from": "fra", "valid_to": "til"},
    },
    "citizens": {
        **{"number": "cpr", "family_name": "efternavn", "given_name": "fornavn"},
        **{"address": "adresse", "postcode": "postnr", "town": "by", "phone": "telefon"},
        **{"mobile": "mobil", "email": "email", "digital_post": "fritagetdigitalpost"},
        **{"ride": "koersel", "note": "bemaerkning", "practice": "ydernummer"},
        **{"practice_name": "laegehus", "kin": "paaroerende", "kin_phone": "paaroerendetelefon"},
    },
    "courses": {
        **{"citizen": "cpr", "basis": "lovgrundlag", "centre": "center"},
        **{"responsible": "ansvarlig", "trainings": "pakkeantal", "minutes": "minutter"},
        **{"application_received": "modtaget", "discharge": "udskrevet", "grant": "bevilget"},
        **{"course_start": "start", "course_end": "slut"},
    },
    "bookings": {
        **{"course": "forloebsnr", "team": "hold", "starts": "dato", "minutes": "minutter"},
        **{"therapist": "terapeut", "room": "lokale", "centre": "center", "state": "status"},
        **{"told": "afbudmeldt", "why": "aarsag", "centre_reason": "aarsag"},
    },
}
