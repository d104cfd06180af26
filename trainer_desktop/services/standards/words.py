"""What is wrong in a standard's file, as a person would say it: file, table, key, line, and what could be meant."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from trainer_desktop.rules.standard import Standard

TYPES = {
    "str": "en tekst i anførselstegn",
    "int": "et helt tal",
    "bool": "true eller false",
    "array": "en liste i [ ]",
    "object": "en tabel",
    "date": "en dato som 2026-03-01",
    "time": "et klokkeslæt uden anførselstegn (skriv «09:00» med)",
    "datetime": "en dato med klokkeslæt (skriv kun datoen)",
    "decimal": "et beløb",
    "float": "et tal",
    "null": "ingenting",
}
BAD_SPAN = "«{0}» er ikke en længde. Skriv for eksempel «10 hverdage», «7 kalenderdage», «1 uge» eller «3 måneder»; «dage» alene er ikke nok"
BAD_TIME = "«{0}» er ikke et klokkeslæt. Skriv for eksempel «09:00»"
Path = list[str | int]


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake; `line` 0 where no line can be named."""

    file: str
    table: str = ""
    key: str = ""
    line: int = 0
    said: str = ""
    example: str = ""

    def __str__(self) -> str:
        line = f"linje {self.line}: " if self.line else ""
        place = f"[{self.table}]" if self.table else ""
        place = f"{place} {self.key}".strip()
        if self.example:
            place = f"{place} («{self.example}»)".strip()
        return f"{self.file}: {line}{place + ': ' if place else ''}{self.said}."


def toml_problem(name: str, wrong: str) -> Problem:
    """A file that is no TOML."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", wrong)
    line = int(found[1]) if found else 0
    if "Cannot overwrite" in wrong or "Cannot declare" in wrong:
        return Problem(name, line=line, said="nøglen eller tabellen er skrevet to gange")
    where = f"tegn {found[2]}: " if found else "slutningen af filen: "
    return Problem(
        name,
        line=line,
        said=f"{where}her kan filen ikke læses. Mangler der et anførselstegn, et lighedstegn eller en parentes, findes datoen, og er nøglen uden æ, ø og å?",
    )


def schema_problem(name: str, text: str, said: str, path: Path, raw: Any) -> Problem:
    """What msgspec found wrong at a place."""
    table, key, example = place_of(path, raw)
    return Problem(name, table, key, line_of(text, path), _schema_words(said, path, key), example)


def _schema_words(said: str, path: Path, key: str) -> str:
    if found := re.search(r"unknown field `(.+?)`", said):
        return f"nøglen «{found[1]}» kendes ikke{nearest(found[1], fields_at(path))}"
    if found := re.search(r"missing required field `(.+?)`", said):
        return f"nøglen «{found[1]}» mangler"
    if found := re.search(r"Invalid enum value '?(.+?)'?$", said):
        allowed = allowed_at(path)
        can = f": {', '.join(allowed)}" if allowed else ""
        return f"«{found[1]}» er ikke en af de værdier, der kan stå her{can}{nearest(found[1], allowed)}"
    if "Expected `array`, got `object`" in said:
        return f"skriv [[{'.'.join(str(p) for p in path if isinstance(p, str))}]] med to parenteser: der kan være flere"
    if found := re.search(r"Expected `(.+?)` (>=|<=) (-?\d+)", said):
        return f"tallet skal være {'mindst' if found[2] == '>=' else 'højst'} {found[3]}"
    if "of length >= 1" in said:
        return "må ikke være tom"
    if "matching regex" in said:
        return "navnet må kun have bogstaver, tal, punktum og bindestreg"
    if found := re.search(r"Expected `(.+?)`, got `(.+?)`", said):
        wanted = " eller ".join(TYPES.get(t.strip(), t.strip()) for t in found[1].split("|"))
        return f"der skal stå {wanted}, men der står {TYPES.get(found[2], found[2])}"
    if "date" in said:
        return "en dato skrives som 2026-01-31, uden anførselstegn"
    if "decimal" in said.casefold():
        return 'et beløb skrives med punktum, som "44.00"'
    return f"værdien kan ikke læses ({key})"


def nearest(word: str, known: Iterable[str]) -> str:
    """What may have been meant."""
    near = difflib.get_close_matches(word, list(known), 1, 0.6)
    return f"; mener du «{near[0]}»?" if near else ""


def _types(at: Any) -> tuple[Any, ...]:
    inner = at
    while isinstance(inner, msgspec.inspect.Metadata):
        inner = inner.type
    if isinstance(inner, msgspec.inspect.UnionType):
        return tuple(t for one in inner.types for t in _types(one))
    return (inner,)


def _type_at(path: Path) -> tuple[Any, ...]:
    here = _types(msgspec.inspect.type_info(Standard))
    for step in path:
        inner: list[Any] = []
        for kind in here:
            if isinstance(kind, msgspec.inspect.StructType) and isinstance(step, str):
                inner += [t for f in kind.fields if f.encode_name == step for t in _types(f.type)]
            elif isinstance(kind, msgspec.inspect.ListType) and isinstance(step, int):
                inner += _types(kind.item_type)
            elif isinstance(kind, msgspec.inspect.DictType):
                inner += _types(kind.value_type)
        here = tuple(inner)
    return here


def fields_at(path: Path) -> list[str]:
    """The keys that may stand in the table at a place."""
    structs = [k for k in _type_at(path) if isinstance(k, msgspec.inspect.StructType)]
    return [f.encode_name for struct in structs for f in struct.fields]


def allowed_at(path: Path) -> list[str]:
    """The words that may stand at a place, by the schema; of a table with free keys, its keys."""
    kinds = _type_at(path)
    kinds += tuple(
        t for k in kinds if isinstance(k, msgspec.inspect.DictType) for t in _types(k.key_type)
    )
    kinds += tuple(
        t for k in kinds if isinstance(k, msgspec.inspect.ListType) for t in _types(k.item_type)
    )
    literals = [k for k in kinds if isinstance(k, msgspec.inspect.LiteralType)]
    return [str(value) for literal in literals for value in literal.values]


def place_of(path: Path, raw: Any) -> tuple[str, str, str]:
    """Table, key and the example's name for a path."""
    value: Any = raw
    said: list[str] = []
    example = ""
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, list) and step < len(value) else {}
            title = value.get("id") or value.get("name") if isinstance(value, dict) else ""
            if said == ["example"]:
                example = str((value.get("name") if isinstance(value, dict) else "") or "")
            said[-1] += f" nr. {step + 1}" + (f" «{title}»" if title and not example else "")
        else:
            said.append(step)
            value = value.get(step, {}) if isinstance(value, dict) else {}
    if isinstance(value, dict) or len(said) < 2:
        alone = len(said) == 1 and not isinstance(value, dict | list)
        return ("" if alone else " · ".join(said)), (said[0] if alone else ""), example
    return " · ".join(said[:-1]), said[-1], example


_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"^\s*([\w.\"'-]+)\s*=")


def line_of(text: str, path: Path) -> int:
    """The line on which a place stands; 0 when it cannot be told. TOML's own reader does not say."""
    best, deepest = 0, 0
    here: Path = []
    counts: dict[str, int] = {}
    inside = ""
    for number, line in enumerate(text.splitlines(), 1):
        if inside:
            if inside in line:
                inside = ""
            continue
        if header := _HEADER.match(line):
            here = _header(header[2], header[1] == "[[", counts)
            reached = here
        elif key := _KEY.match(line):
            reached = [*here, *_parts(key[1])]
            for quotes in ('"""', "'''"):
                if line.count(quotes) == 1:
                    inside = quotes
        else:
            continue
        depth = _shared(reached, path)
        if depth == len(reached) and depth > deepest:
            best, deepest = number, depth
    return best


def _parts(dotted: str) -> Path:
    return [part.strip("\"' ") for part in dotted.split(".")]


def _header(dotted: str, several: bool, counts: dict[str, int]) -> Path:
    made: Path = []
    names = _parts(dotted)
    for place, name in enumerate(names):
        made.append(name)
        key = ".".join(str(p) for p in made)
        last = place == len(names) - 1
        if last and several:
            counts[key] = counts.get(key, -1) + 1
        if key in counts:
            made.append(counts[key])
    return made


def _shared(reached: Path, path: Path) -> int:
    plain = [p for p in path if not (isinstance(p, int) and p not in reached)]
    count = 0
    for a, b in zip(reached, plain, strict=False):
        if a != b:
            break
        count += 1
    return count
