"""One made-up end status, with MedCom's test person and example numbers."""

import uuid
from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

from trainer_desktop.medcom.values import Author, Ids, Party, Person, Status

PLACE = ZoneInfo("Europe/Copenhagen")
SENT = datetime(2026, 11, 20, 13, 45, tzinfo=PLACE)
PDF = b"%PDF-1.4\n% made up\n%%EOF\n"
TEXT = "Slutstatus for træningsforløb\nMål: Nået.\nTest: 6 -> 11, ≥ 2 – godt."


def ids():
    """The same ids each time: version 4 by their form."""
    number = count(1)

    def make():
        return uuid.UUID(int=(next(number) << 80) | (4 << 76) | (8 << 60), version=4)

    return Ids.new(make)


def status(**other):
    """A sound one; what is named is another."""
    facts = {
        "sender": Party(
            "Eksempel Kommune",
            "5790001382445",
            "123456789012345",
            department="Træningscenter Åsø",
            phone="65514000",
        ),
        "receiver": Party(
            "Lægehuset Eksempel", "5790000121526", "543210987654321", ydernummer="079741"
        ),
        "patient": Person("2512489996", "Berggren", "Nancy Ann"),
        "author": Author("Jensen", "Dorthe Test", "Fysioterapeut", "65514000"),
        "text": TEXT,
        "pdf": PDF,
        "pdf_made": SENT,
        "sent": SENT,
    }
    return Status(**{**facts, **other})
