"""Reads the files of an export as they come: Danish Excel CSV in cp1252 or UTF-8, with the line of every row."""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

FILES = ("lokaler", "medarbejdere", "hold", "borgere", "forløb", "aftaler")
LONGEST_TEXT = 4000
LONGEST_CELL = 40  # lines; a quotation mark that is never closed would otherwise swallow the file
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
        lines = _lines(file.read_bytes())
    except OSError as trouble:
        raise Unreadable(f"{file.name} kan ikke læses: {trouble.strerror}.") from trouble
    except UnicodeDecodeError as trouble:
        raise Unreadable(f"{file.name} er hverken cp1252, UTF-8 eller UTF-16.") from trouble
    sheet = Sheet(file.name)
    if lines[0].lower().startswith("sep="):
        lines[0] = ""
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return sheet
    delimiter = max(";\t,", key=lines[first].count)
    heading = [c.strip() for c in _cells(lines[first], delimiter)]
    while heading and not heading[-1]:
        heading.pop()
    sheet.columns = tuple(heading)
    names = [normal(c) for c in sheet.columns]
    for line, record in _records(lines, first + 1, delimiter, len(names)):
        _take(sheet, names, line, record, delimiter)
    return sheet


def _take(sheet: Sheet, names: list[str], line: int, record: str, delimiter: str) -> None:
    try:
        raw = tuple(_cells(record, delimiter))
    except csv.Error:
        raw = (record[:200],)
    if not any(cell.strip() for cell in raw):
        return
    while len(raw) > len(names) and not raw[-1].strip():
        raw = raw[:-1]
    wrong = ""
    if len(raw) != len(names):
        wrong = f"rækken har {len(raw)} felter, men overskriften har {len(names)}"
    elif any(len(cell) > LONGEST_TEXT for cell in raw):
        wrong = f"et felt er over {LONGEST_TEXT} tegn langt"
    cells = {
        n: unicodedata.normalize("NFC", " ".join(c.split()))
        for n, c in zip(names, raw, strict=False)
        if n
    }
    sheet.rows.append(Row(sheet.file, line, cells, raw, wrong))


def _lines(raw: bytes) -> list[str]:
    """The physical lines; each is read by itself, so that one odd line does not spoil the file."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _split(raw.decode("utf-16"))
    raw = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return [_decode(line) for line in raw.split(b"\n")]


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _decode(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _records(lines: list[str], start: int, delimiter: str, width: int) -> Iterator[tuple[int, str]]:
    """Lines joined while a quotation mark is open, when that makes a whole row; each with its first line."""
    number = start
    while number < len(lines):
        record, until = lines[number], number + 1
        while record.count('"') % 2 and until < len(lines) and until - number < LONGEST_CELL:
            if lines[until].count(delimiter) >= width - 1:  # a row of its own
                break
            record = f"{record}\n{lines[until]}"
            until += 1
        whole = record.count('"') % 2 == 0 and _width(record, delimiter) == width
        if until > number + 1 and not whole:
            record, until = lines[number], number + 1
        if record.strip():
            yield number + 1, record
        number = until


def _width(record: str, delimiter: str) -> int:
    try:
        return len(_cells(record, delimiter))
    except csv.Error:
        return 0


def _cells(record: str, delimiter: str) -> list[str]:
    if record.count('"') % 2:
        return next(csv.reader([record], delimiter=delimiter, quoting=csv.QUOTE_NONE))
    return next(csv.reader([record], delimiter=delimiter))
