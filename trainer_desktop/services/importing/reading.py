"""Reads the files of an export as they come: Danish Excel CSV in cp1252 or UTF-8, with the line of every row."""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILES = ("lokaler", "medarbejdere", "hold", "borgere", "forløb", "aftaler")
LONGEST_CELL = 10  # lines; a quotation mark that is never closed would otherwise swallow the file
ALIASES = {"cprnr": "cpr", "cprnummer": "cpr", "personnummer": "cpr", "mail": "email"}


class Unreadable(Exception):
    """A file or folder that cannot be used at all; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its cells by normal column name, and as they stood."""

    file: str
    line: int
    cells: dict[str, str]
    raw: tuple[str, ...]
    trouble: str = ""


@dataclass
class Sheet:
    """One file: its columns as they stood, and its rows."""

    file: str
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)


def normal(name: str) -> str:
    """A column's or file's name without case, spaces, dots and Danish letters."""
    plain = unicodedata.normalize("NFC", name).casefold().strip()
    for letter, two in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        plain = plain.replace(letter, two)
    plain = "".join(c for c in plain if c.isalnum())
    return ALIASES.get(plain, plain)


def read_folder(folder: Path) -> dict[str, Sheet]:
    """Every known file of the folder; raises Unreadable when there is none, or one has no header."""
    if not folder.is_dir():
        raise Unreadable(f"{folder} er ikke en mappe.")
    known = {normal(name): name for name in FILES}
    found: dict[str, Sheet] = {}
    for file in sorted(folder.iterdir()):
        name = known.get(normal(file.stem))
        if name and file.suffix.lower() in (".csv", ".txt"):
            found[name] = read_file(file)
    if not found:
        wanted = ", ".join(f"{name}.csv" for name in FILES)
        raise Unreadable(f"Mappen {folder} har ingen af filerne {wanted}.")
    return {name: found.get(name) or Sheet(f"{name}.csv") for name in FILES}


def read_file(file: Path) -> Sheet:
    """Read one file."""
    try:
        text = _decode(file.read_bytes())
    except OSError as trouble:
        raise Unreadable(f"{file.name} kan ikke læses: {trouble.strerror}.") from trouble
    sheet = Sheet(file.name)
    records = _records(text)
    header = next(records, None)
    if header is None:
        return sheet
    delimiter = max(";\t,", key=header[1].count)
    sheet.columns = tuple(c.strip() for c in _cells(header[1], delimiter))
    names = [normal(c) for c in sheet.columns]
    for line, record in records:
        raw = tuple(_cells(record, delimiter))
        if not any(cell.strip() for cell in raw):
            continue
        while len(raw) > len(names) and not raw[-1].strip():
            raw = raw[:-1]
        wrong = ""
        if len(raw) != len(names):
            wrong = f"rækken har {len(raw)} felter, men overskriften har {len(names)}"
        cells = {n: " ".join(c.split()) for n, c in zip(names, raw, strict=False) if n}
        sheet.rows.append(Row(file.name, line, cells, raw, wrong))
    return sheet


def _decode(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _records(text: str) -> Iterator[tuple[int, str]]:
    """Physical lines joined while a quotation mark is open, each with the line on which it began."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    number = 0
    while number < len(lines):
        record, until = lines[number], number + 1
        while record.count('"') % 2 and until < len(lines) and until - number < LONGEST_CELL:
            record = f"{record}\n{lines[until]}"
            until += 1
        if record.count('"') % 2:
            record, until = lines[number], number + 1
        if record.strip():
            yield number + 1, record
        number = until


def _cells(record: str, delimiter: str) -> list[str]:
    balanced = record.count('"') % 2 == 0
    if not balanced:
        return next(csv.reader([record], delimiter=delimiter, quoting=csv.QUOTE_NONE))
    return next(csv.reader([record], delimiter=delimiter))
