"""A register as a spreadsheet's CSV: written for Excel, and read back with a look at what each line would do."""

import csv
import io
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from trainer_desktop.models.work import Work
from trainer_desktop.rules.encoding import Undecided, decide
from trainer_desktop.rules.fields import Field, complete, problems, read
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.registers.register import Register, RowCard
from trainer_desktop.services.spoken import FIELD_NAMES

LARGEST, MOST = 2_000_000, 5_000  # bytes of a file, and lines of it
SEPARATORS = ";,\t"
IDENTITY = {  # the fields by which a line is a row that is there
    "staff": ("initials",),
    "clinics": ("ydernummer",),
    "closing": ("day", "centre_id"),
    "rooms": ("name", "centre_id"),
    "absences": ("staff_id", "first"),
}


class Does(Enum):
    """What a line would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class LineCard:
    """One line: its number in the file, what it would do, its fields, the row it is, and why it cannot be taken."""

    number: int
    does: Does
    title: str
    texts: dict[str, str]
    row: uuid.UUID | None = None
    wrong: Refused | None = None


ALSO = {
    "fhir": "takes_fhir",
    "ean": "gln",
    "ean-nummer": "gln",
    "lokationsnummer": "gln",
}  # as lists have it


class Lack(Enum):
    """Why a file is no table of a register."""

    TOO_LARGE = "too_large"
    EMPTY = "empty"
    NO_TABLE = "no_table"
    COLUMN = "column"
    UNKNOWN = "unknown"
    TWICE = "twice"
    LONG_ROW = "long_row"
    UNDECIDED = "undecided"


class NotATable(ValueError):
    """The file is no table of this register; `field` is the column, the row or what the file is."""

    def __init__(self, lack: Lack, field: str = "") -> None:
        super().__init__(lack.value)
        self.lack, self.field = lack, field


def written(work: Work, register: Register) -> bytes:
    """The rows in use, as Excel opens them: UTF-8 with its mark, semicolons, one heading a column."""
    out = io.StringIO(newline="")
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = [field.name for field in register.fields]
    table.writerow([FIELD_NAMES.get(name, name) for name in names])
    for card in register.rows(work):
        table.writerow([_harmless(card.texts[name]) for name in names])
    return ("\ufeff" + out.getvalue()).encode()


def _harmless(text: str) -> str:
    """No cell is a formula when a spreadsheet opens it."""
    return f"'{text}" if text[:1] in ("=", "@") else text


def compare(work: Work, register: Register, data: bytes) -> list[LineCard]:
    """What each line would do; nothing is written. Raises NotATable."""
    there = {_identity(register, card.texts): card for card in register.rows(work)}
    return [
        _line(register, there, number, texts)
        for number, texts in enumerate(_lines(register, data), start=2)
    ]


def _lines(register: Register, data: bytes) -> list[dict[str, str]]:
    if len(data) > LARGEST:
        raise NotATable(Lack.TOO_LARGE)
    text = _text(register, data)
    head, _newline, _rest = text.partition("\n")
    separator = max(SEPARATORS, key=head.count)
    if head.strip()[:4].casefold() == "sep=":  # Excel's own first line
        separator = head.strip()[4:5] or separator
        text = _rest
    try:
        reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
        rows = [row for row in reader if any(row)]
    except csv.Error as wrong:
        raise NotATable(Lack.NO_TABLE) from wrong
    if not rows:
        raise NotATable(Lack.EMPTY)
    if len(rows) > MOST:
        raise NotATable(Lack.TOO_LARGE)
    columns = _columns(register, rows[0])
    for number, row in enumerate(rows[1:], start=2):
        if len(row) > len(rows[0]) and any(cell.strip() for cell in row[len(rows[0]) :]):
            raise NotATable(Lack.LONG_ROW, str(number))
        if any("\n" in row[at] for at, name in columns.items() if at < len(row)):
            raise NotATable(Lack.LONG_ROW, str(number))  # a quote that was never closed
    return [
        {name: row[at].removeprefix("'") for at, name in columns.items() if at < len(row)}
        for row in rows[1:]
    ]


def _text(register: Register, data: bytes) -> str:
    """The letters, as the whole file tells how it is written; a file that does not is refused, never guessed."""
    words = {w.casefold() for f in register.fields for w in (f.name, FIELD_NAMES.get(f.name, ""))}
    try:
        text = decide(data, frozenset(words)).text
    except Undecided as trouble:
        raise NotATable(Lack.UNDECIDED, str(trouble)) from trouble
    if "\0" in text or any("\udc80" <= letter <= "\udcff" for letter in text):
        raise NotATable(Lack.NO_TABLE)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _columns(register: Register, head: Sequence[str]) -> dict[int, str]:
    known = {}
    for field in register.fields:
        for said in (field.name, FIELD_NAMES.get(field.name, field.name)):
            known[said.casefold()] = field.name
    known |= {said: name for said, name in ALSO.items() if name in known.values()}
    found: dict[int, str] = {}
    for at, word in enumerate(head):
        plain = word.strip().casefold()
        if not plain:
            continue
        if plain not in known:
            raise NotATable(Lack.UNKNOWN, word.strip()[:40])
        if known[plain] in found.values():
            raise NotATable(Lack.TWICE, word.strip()[:40])
        found[at] = known[plain]
    lacking = [
        f.name
        for f in register.fields
        if f.required and not f.default and f.name not in found.values()
    ]
    if lacking:
        raise NotATable(Lack.COLUMN, lacking[0])
    return found


def _identity(register: Register, texts: dict[str, str]) -> tuple[str, ...]:
    names = IDENTITY.get(register.key, ("name",))
    kinds = {field.name: field for field in register.fields}
    return tuple(_plain(kinds[name], texts.get(name, "")) for name in names)


def _plain(field: Field, text: str) -> str:
    """A text in the form in which two spellings of one value are the same: 25-11-2026 is 2026-11-25."""
    try:
        value = read(field, text)
    except Refused:
        return text.strip().casefold()
    return ", ".join(value).casefold() if isinstance(value, list) else str(value or "").casefold()


def _line(
    register: Register,
    there: dict[tuple[str, ...], RowCard],
    number: int,
    texts: dict[str, str],
) -> LineCard:
    key = _identity(register, texts)
    card = there.get(key)
    if card is None and not key[-1] and len(key) > 1:  # without a centre it is the main one's
        alone = [c for k, c in there.items() if k[:-1] == key[:-1]]
        card = alone[0] if len(alone) == 1 else None
    title = next((texts[n] for n in ("name", "initials", "day", "staff_id") if texts.get(n)), "")
    bad = problems(
        register.fields, complete(register.fields, texts if card is None else card.texts | texts)
    )
    if bad:
        return LineCard(number, Does.WRONG, title, texts, wrong=next(iter(bad.values())))
    if card is None:
        return LineCard(number, Does.NEW, title, texts)
    kinds = {field.name: field for field in register.fields}
    changed = {
        n: t
        for n, t in texts.items()
        if t.strip() and _plain(kinds[n], t) != _plain(kinds[n], card.texts[n])
    }
    does = Does.CHANGED if changed else Does.SAME
    return LineCard(number, does, title, changed, card.id)


def take(work: Work, register: Register, lines: Sequence[LineCard]) -> tuple[int, int]:
    """Write every line that is new or changed, or none; answers how many of each.

    Raises Refused with the number of the first line that cannot be, under `line`.
    """
    new = changed = 0
    for line in lines:
        try:
            if line.wrong:
                raise line.wrong
            if line.does is Does.NEW:
                register.add(work, line.texts)
                new += 1
            elif line.does is Does.CHANGED and line.row:
                register.change(work, line.row, line.texts)
                changed += 1
        except Refused as no:
            raise Refused(no.reason, **{**no.facts, "line": line.number}) from None
    return new, changed
