"""The columns of an export: what each file may hold, how it is headed elsewhere, and what must be there."""

import difflib
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trainer_desktop.services.importing.unreadable import Unreadable

# Each file's columns by their usual headings; those with a star must be there.
SHEETS: dict[str, tuple[str, ...]] = {
    "lokaler": ("*Lokale", "*Center", "Kapacitet", "Type", "Lokalekode"),
    "medarbejdere": ("*Initialer", "*Navn", "*Center", "Stilling", "Arbejdstid", "Medarbejderkode"),
    "hold": (
        *("*Hold", "*Center", "*Ugedag", "*Kl", "*Minutter", "*Kapacitet", "*Fra"),
        *("Til", "Lokale", "Terapeut"),
    ),
    "borgere": (
        *("*CPR", "*Efternavn", "Fornavn", "Adresse", "Postnr", "By", "Telefon", "Mobil"),
        *("E-mail", "Fritaget digital post", "Ydernummer", "Lægehus", "Pårørende"),
        *("Pårørende telefon", "Kørsel", "Bemærkning"),
    ),
    "forløb": (
        *("*Forløbsnr", "*CPR", "*Lovgrundlag", "*Center", "Modtaget", "Udskrevet"),
        *("Bevilget", "Pakke antal", "Minutter", "Ansvarlig", "Start", "Slut", "Status"),
    ),
    "aftaler": (
        *("*Aftalenr", "*Forløbsnr", "*Dato", "*Kl", "*Minutter", "*Terapeut", "*Center"),
        *("*Status", "Hold", "Lokale", "Afbud meldt", "Årsag"),
    ),
}
ALIASES = {
    **{"cprnr": "cpr", "cprnummer": "cpr", "personnummer": "cpr"},
    **{"mail": "email", "lokalenr": "lokalekode", "kode": "lokalekode"},
    **{"medarbejdernr": "medarbejderkode", "medarbejdernummer": "medarbejderkode"},
}
Mapping_ = Mapping[str, Mapping[str, str]]


def plain(name: str) -> str:
    """A heading or a file's name without case, spaces, dots and Danish letters."""
    text = unicodedata.normalize("NFC", name).casefold().strip()
    for letter, two in (("æ", "ae"), ("ø", "oe"), ("å", "aa")):
        text = text.replace(letter, two)
    return "".join(c for c in text if c.isalnum())


def normal(name: str) -> str:
    """As `plain`, with other words for the same column as one."""
    text = plain(name)
    return ALIASES.get(text, text)


def headings(sheet: str) -> tuple[str, ...]:
    """A file's columns, as they are usually headed."""
    return tuple(name.removeprefix("*") for name in SHEETS[sheet])


def needed(sheet: str) -> tuple[str, ...]:
    """The columns that a file cannot do without, by normal name."""
    return tuple(normal(name) for name in SHEETS[sheet] if name.startswith("*"))


EXPECTED = frozenset(name.casefold() for sheet in SHEETS for name in headings(sheet))


@dataclass(frozen=True)
class Heading:
    """A file's heading, understood: the normal name of each cell, and each name's own words."""

    sheet: str
    cells: tuple[str, ...]
    names: tuple[str, ...]  # "" for a cell that is not read
    unknown: tuple[str, ...] = ()
    twice: tuple[tuple[str, str], ...] = ()
    words: dict[str, str] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[str, ...]:
        """The usual headings of what is not there."""
        return tuple(h for h in headings(self.sheet) if normal(h) not in self.names)

    @property
    def lacks_needed(self) -> tuple[str, ...]:
        """Those of them that the file cannot do without."""
        must = needed(self.sheet)
        return tuple(h for h in self.missing if normal(h) in must)

    def nearest(self, missing: str) -> str:
        """The unknown heading that is most like a missing one; empty when none is."""
        by_name = {plain(one): one for one in self.unknown}
        close = difflib.get_close_matches(normal(missing), by_name, 1, 0.5)
        return by_name[close[0]] if close else ""

    def said(self) -> Iterator[str]:
        """What somebody should know of the columns before a row is taken."""
        for one in self.missing:
            if normal(one) in ("lokalekode", "medarbejderkode"):
                continue  # few have it
            like = self.nearest(one)
            more = f"; er det «{like}»? Sig det med --columns" if like else ""
            yield f"kolonnen «{one}» mangler; kendte værdier bliver stående{more}"
        for one in self.unknown:
            yield f"kolonnen «{one}» kendes ikke og læses ikke"


def understand(sheet: str, cells: Sequence[str], mapping: Mapping_) -> Heading:
    """Name the cells of a heading; `mapping` has other words for this file's columns."""
    known = {normal(name) for name in headings(sheet)}
    own = {plain(k): normal(v) for k, v in mapping.get(sheet, {}).items()}
    names: list[str] = []
    unknown: list[str] = []
    twice: list[tuple[str, str]] = []
    words: dict[str, str] = {}
    for cell in cells:
        name = own.get(plain(cell), normal(cell))
        if name not in known:
            if cell and own.get(plain(cell)) != "":
                unknown.append(cell)
            name = ""
        elif name in words:
            twice.append((words[name], cell))
        else:
            words[name] = cell
        names.append(name)
    return Heading(sheet, tuple(cells), tuple(names), tuple(unknown), tuple(twice), words)


def read_mapping(file: Path) -> dict[str, dict[str, str]]:
    """Read what columns are called elsewhere: `[borgere]`, then `"Tlf." = "Telefon"`, or `= ""` to leave one out.

    Raises Unreadable when a file or a column in it is not known.
    """
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as wrong:
        raise Unreadable(f"{file.name} kan ikke læses.") from wrong
    except tomllib.TOMLDecodeError as wrong:
        raise Unreadable(f"{file.name} er ikke TOML: {wrong}.") from wrong
    by_name = {plain(name): name for name in SHEETS}
    mapping: dict[str, dict[str, str]] = {}
    for sheet, pairs in found.items():
        name = by_name.get(plain(sheet))
        if name is None or not isinstance(pairs, dict):
            raise Unreadable(f"{file.name}: [{sheet}] er ikke en af {', '.join(SHEETS)}.")
        for theirs, ours in pairs.items():
            if not isinstance(ours, str) or (
                ours and normal(ours) not in map(normal, headings(name))
            ):
                wanted = ", ".join(headings(name))
                raise Unreadable(
                    f"{file.name}: [{name}] har ingen kolonne «{ours}»; der er {wanted}."
                )
            mapping.setdefault(name, {})[theirs] = ours
    return mapping
