"""The fields of a register as plain values: what may stand in each, read in one way for forms, commands and CSV.

These are no rules of a standard: they keep out slips of the hand. Nothing is decided here but whether a text can be read.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from trainer_desktop.rules import limits
from trainer_desktop.rules.identifiers import BadNumber, is_gln, parse_ydernummer
from trainer_desktop.rules.phone import normal_phone
from trainer_desktop.rules.refusal import Reason, Refused

NAME, LINE = 120, 300  # letters in a name, and in any other one line
YES = ("ja", "yes", "true", "1", "x")
NO = ("nej", "no", "false", "0", "")


class Kind(Enum):
    """What a field holds."""

    NAME = auto()  # one line that must not be longer than a name
    TEXT = auto()  # one line
    LINES = auto()
    LIST = auto()  # words with commas between them
    COUNT = auto()
    CHOICE = auto()
    DAY = auto()
    YES_NO = auto()
    PHONE = auto()
    GLN = auto()
    SOR = auto()
    PRACTICE = auto()  # ydernummer
    POSTCODE = auto()
    EMAIL = auto()
    WEEK = auto()  # working hours: «ma-fr 8-15.30»
    CENTRE = auto()  # a row of another register, by its key
    STAFF = auto()
    ROOM = auto()
    CLINIC = auto()


REFERS = (Kind.CENTRE, Kind.STAFF, Kind.ROOM, Kind.CLINIC)


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `name` is the column's; `choices` are an enum's values; `least` and `most` bound a count."""

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    default: str = ""


def read_day(text: str) -> date:
    """A day as 2026-11-20, 20-11-2026 or 20.11.2026; raises ValueError."""
    plain = text.strip()
    found = re.fullmatch(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})", plain)
    if found:
        day, month, year = (int(part) for part in found.groups())
        return date(year, month, day)
    return date.fromisoformat(plain)


def read(field: Field, text: str) -> Any:
    """What a field's text says; raises Refused with the field's name: NOTHING_WRITTEN, TOO_LONG, UNREADABLE or NOT_SO."""
    plain = text.strip()
    if field.kind is not Kind.LINES:
        plain = " ".join(_seen(plain).split())
    limits.plain_text(plain)
    if not plain and field.required:
        raise Refused(Reason.NOTHING_WRITTEN, field=field.name)
    most = NAME if field.kind is Kind.NAME else LINE
    if field.kind is not Kind.LINES and len(plain) > most:
        raise Refused(Reason.TOO_LONG, field=field.name, most=most)
    try:
        return _read(field, plain)
    except ValueError:
        raise Refused(Reason.UNREADABLE, field=field.name, text=plain[:40]) from None


_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200c\u200e-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)


def _seen(text: str) -> str:
    """A line without letters that nobody sees: two names that look alike are alike."""
    plain = _INVISIBLE.sub("", text)
    return plain if plain.strip("\u200d ") else ""


def _read(field: Field, plain: str) -> Any:
    match field.kind:
        case Kind.LIST:
            return [part.strip() for part in plain.split(",") if part.strip()]
        case Kind.COUNT:
            if not plain:
                return None
            if not re.fullmatch(r"-?[0-9]{1,9}", plain):
                raise ValueError(plain)
            return limits.within(field.name, int(plain), field.least, field.most)
        case Kind.CHOICE:
            if plain and plain not in field.choices:
                raise ValueError(plain)
            return plain
        case Kind.DAY:
            return read_day(plain) if plain else None
        case Kind.YES_NO:
            if plain.casefold() in YES + NO:
                return plain.casefold() in YES
            raise ValueError(plain)
        case Kind.PHONE:
            return _phone(plain)
        case Kind.GLN:
            if plain and not is_gln(plain.replace(" ", "")):
                raise Refused(Reason.CHECK_DIGIT, field=field.name, text=plain)
            return plain.replace(" ", "")
        case Kind.SOR:
            if plain and not re.fullmatch(r"[0-9]{11,20}", plain.replace(" ", "")):
                raise ValueError(plain)
            return plain.replace(" ", "")
        case Kind.EMAIL:
            if plain and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}", plain):
                raise ValueError(plain)
            return plain
        case Kind.PRACTICE:
            return _practice(plain)
        case Kind.POSTCODE:
            if plain and not re.fullmatch(r"[0-9]{3,4}", plain):
                raise ValueError(plain)
            return plain.zfill(4) if plain else ""
    return plain


def _phone(plain: str) -> str:
    if not plain:
        return ""
    found = normal_phone(plain)
    if len(found) < 8 and not found.startswith("+"):
        raise ValueError(plain)  # a Danish number has eight digits
    return found


def _practice(plain: str) -> str:
    try:
        return parse_ydernummer(plain) if plain else ""
    except BadNumber:
        raise ValueError(plain) from None


def read_all(fields: Sequence[Field], texts: Mapping[str, str]) -> dict[str, Any]:
    """Every field that is given; raises Refused for the first that cannot be."""
    return {field.name: read(field, texts[field.name]) for field in fields if field.name in texts}


def problems(fields: Sequence[Field], texts: Mapping[str, str]) -> dict[str, Refused]:
    """What is wrong with each field, for a form that says it beside them all at once."""
    found: dict[str, Refused] = {}
    for field in fields:
        try:
            read(field, texts.get(field.name, ""))
        except Refused as no:
            found[field.name] = no
    return found


def complete(fields: Sequence[Field], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts of a new row: what is not given stands as its default."""
    return {field.name: texts.get(field.name, field.default) for field in fields}
