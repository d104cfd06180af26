"""What a message is made of: who sends, who receives, whom it is about, what it says, and its ids."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

TOPIC = "Slutstatus for træningsforløb"
TEXT_LIMIT = 1000  # characters; MedCom recommends a file for what is longer
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text as a message may hold it: lines end with `\\n`, no control characters but that and the tab (FHIR R4, string)."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return CONTROL.sub("", plain).strip()


@dataclass(frozen=True, slots=True)
class Party:
    """Who sends or receives. `gln` has 13 digits, `sor` at least 11; `ydernummer` is a GP's."""

    name: str
    gln: str
    sor: str = ""
    ydernummer: str = ""
    department: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Whom it is about. `number` is ten characters without a dash: a CPR or an eCPR."""

    number: str
    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Who signs; `title` as it is spoken («Fysioterapeut»), `phone` the direct one."""

    family: str
    given: str
    title: str
    phone: str


@dataclass(frozen=True, slots=True)
class Status:
    """An end status to be sent. `sent` and `pdf_made` are moments with an offset; `base` is where our resources are said to lie."""

    sender: Party
    receiver: Party
    patient: Person
    author: Author
    text: str
    pdf: bytes
    pdf_made: datetime
    sent: datetime
    topic: str = TOPIC
    pdf_title: str = "Slutstatus træningsforløb"
    base: str = "https://trainer-desktop.invalid/fhir/"


@dataclass(frozen=True, slots=True)
class Ids:
    """Every id of one sending; `thread` is kept in a conversation, `bundle` is new when the same is sent again."""

    bundle: str
    header: str
    thread: str
    patient: str
    communication: str
    role: str
    practitioner: str
    receiver: str
    sender: str
    provenance: str
    text: str
    pdf: str

    @classmethod
    def new(cls, make: Callable[[], uuid.UUID] = uuid.uuid4) -> "Ids":
        """New ones: UUID version 4, in small letters."""
        return cls(*(str(make()) for _ in cls.__slots__))

    def sent_again(self, make: Callable[[], uuid.UUID] = uuid.uuid4) -> "Ids":
        """The same letter once more: only the bundle is new, so that a receiver may drop what it has."""
        return replace(self, bundle=str(make()))

    def corrected(self, make: Callable[[], uuid.UUID] = uuid.uuid4) -> "Ids":
        """A correction: everything is new but the thread (there is no modifying message in version 5.0)."""
        return replace(Ids.new(make), thread=self.thread)
