"""Reads the files of an export as they come: Danish Excel CSV however it is coded, with the line of every row."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from trainer_desktop.rules import encoding
from trainer_desktop.services.importing.columns import (
    EXPECTED,
    SHEETS,
    Heading,
    Mapping_,
    needed,
    normal,
    plain,
    understand,
)
from trainer_desktop.services.importing.unreadable import Unreadable
from trainer_desktop.services.store.trouble import os_words

LONGEST_TEXT, LONGEST_NAME = 4000, 200
LONGEST_HEADING = 20_000
LONGEST_CELL = 40  # lines; a quotation mark that is never closed would otherwise swallow the file
TITLE_LINES = 10  # the heading is within the first so many lines
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
MARKS = ("Grund", "Fil", "Linje")  # how a file of rows that were set aside begins


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its cells by normal column name, and as they stood."""

    file: str
    line: int
    cells: dict[str, str]
    raw: tuple[str, ...]
    words: Mapping[str, str]
    trouble: str = ""
    hidden: tuple[str, ...] = ()  # what invisible letters were taken out of

    def cell(self, column: str) -> str:
        """What stands in a column; nothing where the file has no such column."""
        return self.cells.get(column, "")

    def word(self, column: str) -> str:
        """The column as it is headed in the file."""
        return self.words.get(column, column)


@dataclass
class Sheet:
    """One file: its columns as they stood, its rows, and what somebody should know of it first."""

    file: str
    columns: tuple[str, ...] = ()
    rows: Collection[Row] = ()
    said: list[str] = field(default_factory=list)
    silent: frozenset[str] = frozenset()  # columns without a single word in them


class FileRows(Collection[Row]):
    """The rows of a file, understood anew each time they are walked through: a large one is never held whole."""

    def __init__(
        self, file: str, lines: list[str], start: int, delimiter: str, heading: Heading
    ) -> None:
        self._file, self._lines, self._start = file, lines, start
        self._delimiter, self._heading = delimiter, heading

    def __iter__(self) -> Iterator[Row]:
        width = len(self._heading.cells)
        for line, cells, trouble in records(self._lines, self._start, self._delimiter, width):
            if row := _understood(self._file, self._heading, line, cells, trouble):
                yield row

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None

    def __len__(self) -> int:
        return sum(1 for _row in self)

    def __contains__(self, row: object) -> bool:
        return any(one == row for one in self)


def read_folder(folder: Path, mapping: Mapping_ | None = None) -> dict[str, Sheet]:
    """Every known file of the folder, or a file of rows that were set aside.

    Raises Unreadable when there is none, two for one sheet, or one of them cannot be used.
    """
    mapping = mapping or {}
    try:
        if folder.is_file():
            return _with_the_rest(read_aside(folder, mapping))
        if not folder.is_dir():
            raise Unreadable(f"{folder} er ikke en mappe.")
        files = sorted(f for f in folder.iterdir() if not f.name.startswith((".", "~$")))
    except (OSError, RuntimeError) as trouble:
        raise Unreadable(f"{folder} kan ikke læses: {os_words(trouble)}.") from trouble
    known = {plain(name): name for name in SHEETS}
    found: dict[str, Path] = {}
    for file in files:
        name = known.get(plain(file.stem))
        if name and file.suffix.lower() in (".csv", ".txt"):
            if name in found:
                raise Unreadable(
                    f"Mappen har både {found[name].name} og {file.name}. Behold kun den ene."
                )
            found[name] = file
    if not found:
        wanted = ", ".join(f"{name}.csv" for name in SHEETS)
        raise Unreadable(f"Mappen {folder} har ingen af filerne {wanted}.")
    return _with_the_rest({name: read_file(file, name, mapping) for name, file in found.items()})


def _with_the_rest(found: dict[str, Sheet]) -> dict[str, Sheet]:
    return {name: found.get(name) or Sheet(f"{name}.csv") for name in SHEETS}


def read_file(file: Path, name: str, mapping: Mapping_ | None = None) -> Sheet:
    """Read one file as the sheet it is."""
    lines, said = _lines(file)
    sheet = Sheet(file.name, said=[f"{file.name} {one}" for one in said])
    start = 0
    delimiters = ";\t,|"
    if found := re.fullmatch(r"\"?sep=(.)\"?[;,\t|]*", lines[0].strip(), re.IGNORECASE):
        start, delimiters = 1, found[1]
    if not any(line.strip() for line in lines[start:]):
        return sheet
    at, delimiter, heading = _heading(file, name, lines, start, delimiters, mapping or {})
    above = [line for line in lines[start:at] if line.strip()]
    if above:
        said_above = f"{len(above)} linje over overskriften er sprunget over: «{above[0][:60]}»"
        sheet.said.append(f"{file.name}: {said_above}")
    sheet.columns = heading.cells
    sheet.said += [f"{file.name}: {one}" for one in heading.said()]
    sheet.rows = FileRows(file.name, lines, at + 1, delimiter, heading)
    _find_silent(sheet, heading)
    return sheet


def _heading(
    file: Path, name: str, lines: list[str], start: int, delimiters: str, mapping: Mapping_
) -> tuple[int, str, Heading]:
    """The line of the heading, the delimiter that makes it one, and what it says."""
    best: tuple[int, int, str, Heading] | None = None
    tried = 0
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip():
            continue
        if len(line) > LONGEST_HEADING:
            raise Unreadable(f"{file.name}: overskriften er over {LONGEST_HEADING} tegn lang.")
        for delimiter in delimiters:
            cells = [c.strip() for c in cells_of(line, delimiter)[0]]
            while cells and not cells[-1]:
                cells.pop()
            heading = understand(name, cells, mapping)
            score = sum(n in needed(name) for n in heading.words)
            if best is None or score > best[0]:
                best = score, at, delimiter, heading
        tried += 1
        if tried == TITLE_LINES or (best and best[0] == len(needed(name))):
            break
    assert best is not None
    score, at, delimiter, heading = best
    if heading.twice:
        one, other = heading.twice[0]
        which = f"«{one}»" if one == other else f"«{one}» og «{other}»"
        raise Unreadable(
            f"{file.name}: kolonnen {which} står to gange. Behold den ene, eller sig med --columns, hvilken der gælder."
        )
    if score == 0:
        first = next(line for line in lines[start:] if line.strip())
        wanted = ", ".join(h.removeprefix("*") for h in SHEETS[name])
        raise Unreadable(
            f"{file.name}: ingen overskrift fundet. Ventet: {wanted}. Filen begynder med «{first[:60]}»."
        )
    if lacks := heading.lacks_needed:
        likes = [like for like in map(heading.nearest, lacks) if like]
        more = (
            f" «{likes[0]}» kendes ikke; hører de sammen, så sig det med --columns."
            if likes
            else ""
        )
        unknown = f" Ukendt: {', '.join(heading.unknown)}." if heading.unknown and not likes else ""
        raise Unreadable(
            f"{file.name}: kolonnen {' og '.join(f'«{one}»' for one in lacks)} mangler.{more}{unknown}"
        )
    return at, delimiter, heading


def _lines(file: Path) -> tuple[list[str], list[str]]:
    """The physical lines, and what somebody should know of how they are coded."""
    try:
        read = encoding.decide(file.read_bytes(), EXPECTED)
    except (OSError, RuntimeError) as trouble:
        raise Unreadable(f"{file.name} kan ikke læses: {os_words(trouble)}.") from trouble
    except encoding.Undecided as trouble:
        raise Unreadable(f"{file.name} {trouble}.") from trouble
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n"), [read.said] if read.said else []


# ---- rows


def records(
    lines: list[str], start: int, delimiter: str, width: int
) -> Iterator[tuple[int, list[str], str]]:
    """Each row's first line (from 1), its cells as they stood, and what is wrong with its quotation marks."""
    number = start
    while number < len(lines):
        line, at = lines[number], number + 1
        number += 1
        if '"' not in line:
            if line.strip():
                yield at, line.split(delimiter), ""
            continue
        cells, left_open, trouble = cells_of(line, delimiter)
        until = number
        while left_open and not trouble and until < len(lines) and until - at < LONGEST_CELL:
            if lines[until].count(delimiter) >= width - 1:  # a row of its own
                break
            line = f"{line}\n{lines[until]}"
            until += 1
            cells, left_open, trouble = cells_of(line, delimiter)
        if left_open or trouble:
            source = lines[at - 1]
            if left_open and number < len(lines) and lines[number].count('"') % 2:
                source = f"{source}\n{lines[number]}"  # it may close there: both are in doubt
                number += 1
            yield at, [source], trouble or "et anførselstegn lukkes ikke"
        else:
            number = until
            yield at, cells, ""


def cells_of(text: str, delimiter: str) -> tuple[list[str], bool, str]:
    """The cells, whether a quotation mark is still open, and what is wrong.

    A quotation mark opens only at the start of a cell, and closes only at its end; elsewhere it is a letter.
    """
    cells: list[str] = []
    at = 0
    while True:
        if not text.startswith('"', at):
            end = text.find(delimiter, at)
            cells.append(text[at:] if end < 0 else text[at:end])
            if end < 0:
                return cells, False, ""
            at = end + 1
            continue
        end = at + 1
        while (end := text.find('"', end)) >= 0 and text.startswith('""', end):
            end += 2
        if end < 0:
            return cells, True, ""
        cells.append(text[at + 1 : end].replace('""', '"'))
        after = text.find(delimiter, end + 1)
        between = text[end + 1 :] if after < 0 else text[end + 1 : after]
        if between.strip():
            return cells, False, f"et anførselstegn i felt {len(cells)} står midt i teksten"
        if after < 0:
            return cells, False, ""
        at = after + 1


def _understood(
    file: str, heading: Heading, line: int, cells: list[str], trouble: str
) -> Row | None:
    """A row with its cells by name; None when there is nothing in it."""
    if not any(cell.strip() for cell in cells):
        return None
    width, raw = len(heading.names), tuple(cells)
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    if not trouble and len(cells) != width:
        trouble = f"rækken har {len(raw)} felter, men overskriften har {width}"
    if trouble:
        return Row(file, line, {}, raw, heading.words, trouble)
    read: dict[str, str] = {}
    hidden: list[str] = []
    must = needed(heading.sheet)
    for name, word, cell in zip(heading.names, heading.cells, cells, strict=True):
        if not name:
            continue
        if not cell.isascii():
            if found := INVISIBLE.search(cell):
                hidden.append(f"«{word}»: et usynligt tegn (U+{ord(found[0]):04X}) er taget ud")
                cell = INVISIBLE.sub("", cell)
            cell = unicodedata.normalize("NFC", cell)
        if odd := next((c for c in cell if unreadable(c)), None):
            trouble = trouble or f"{word}: har {_named(odd)}, der ikke kan læses"
        longest = LONGEST_TEXT if name == "bemaerkning" else LONGEST_NAME
        if len(cell) > longest:
            trouble = trouble or f"{word}: er over {longest} tegn lang"
        if "\n" in cell and name in must:
            trouble = trouble or f"{word}: har et linjeskift"
        read[name] = (
            "\n".join(" ".join(one.split()) for one in cell.split("\n")).strip()
            if name == "bemaerkning"
            else " ".join(cell.split())
        )
    return Row(file, line, read, raw, heading.words, trouble, tuple(hidden))


def _named(letter: str) -> str:
    """A letter that is none, by its number; a surrogate stands for a byte that is no UTF-8."""
    number = ord(letter)
    if 0xDC80 <= number <= 0xDCFF:
        return f"en byte (0x{number - 0xDC00:02X})"
    return f"et tegn (U+{number:04X})"


def unreadable(letter: str) -> bool:
    """Whether a letter is none: a control, replacement, surrogate or private one."""
    if letter.isprintable() or letter in "\t\n\r\u00a0\u3000" or letter.isspace():
        return letter == "\ufffd"
    return True


def _find_silent(sheet: Sheet, heading: Heading) -> None:
    """Columns without a word say nothing: what is known stays."""
    silent = set(heading.words)
    for row in sheet.rows:
        silent -= {name for name in silent if row.cells.get(name)}
        if not silent:
            break
    optional = silent - set(needed(heading.sheet))
    sheet.silent = frozenset(optional) | {normal(one) for one in heading.missing}


# ---- rows that were set aside


def read_aside(file: Path, mapping: Mapping_) -> dict[str, Sheet]:
    """Read a file that an import wrote of what it set aside, mended by a person, as an export of its own.

    Raises Unreadable when it is another file.
    """
    lines, _said = _lines(file)
    known = {plain(name): name for name in SHEETS}
    sheets: dict[str, Sheet] = {}
    heading: Heading | None = None
    before: tuple[str, ...] = ()
    for line, cells, trouble in records(lines, 0, ";", 1 << 30):
        cells = [bare(cell) for cell in cells]
        if tuple(cells[: len(MARKS)]) == MARKS:
            before, heading = tuple(cells[len(MARKS) :]), None
            continue
        if len(cells) <= len(MARKS) or (not before and heading is None):
            raise Unreadable(f"{file.name}: linje {line} er ikke skrevet af en tidligere import.")
        name = known.get(plain(Path(cells[1]).stem))
        if name is None:
            raise Unreadable(f"{file.name}: linje {line} nævner ingen kendt fil.")
        if heading is None or heading.sheet != name:
            heading = understand(name, before, mapping)
        sheet = sheets.setdefault(name, Sheet(file.name, heading.cells))
        row = _understood(file.name, heading, line, cells[len(MARKS) :], trouble)
        sheet.rows = [*sheet.rows, row] if row else sheet.rows
        _find_silent(sheet, heading)
    if not sheets:
        raise Unreadable(f"{file.name} har ingen rækker, der er sat til side.")
    return sheets


def bare(cell: str) -> str:
    """A cell without the mark that keeps Excel from reckoning with it."""
    return cell.removeprefix("'")
