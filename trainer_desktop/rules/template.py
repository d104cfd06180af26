"""Letters as text with named fields: read, checked and filled in. Nothing in a template can run.

`# ` begins the title, `## ` a heading, `> ` a line of the box at the end, `- ` a list; a blank line parts paragraphs.
`{fornavn}` stands for a field. A paragraph, or the box, in which a field has nothing to say is left out; a field of several lines
makes a list, or where a line has a tab two columns.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum, auto

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_TIED = re.compile(r"(§|stk\.|kl\.|nr\.) (?=\d)")  # what no line may part
Values = Mapping[str, str | tuple[str, ...]]


class BlockKind(Enum):
    """What a part of a letter is."""

    TITLE = auto()
    HEADING = auto()
    TEXT = auto()
    LIST = auto()
    ROWS = auto()  # each line in two columns, parted by a tab
    BOX = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a letter that has been filled in."""

    kind: BlockKind
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnknownField:
    """A field that does not exist: where it stands (line, letter, both from 0), and the one that is most like it."""

    name: str
    line: int
    place: int
    like: str


def unknown_fields(text: str, known: Iterable[str]) -> list[UnknownField]:
    """Every field of a template that does not exist, and each brace that is left open."""
    names = list(known)
    found = []
    for number, line in enumerate(text.split("\n")):
        for match in _FIELD.finditer(line):
            name = match[1].strip()
            if name not in names:
                like = next(iter(get_close_matches(name, names, 1)), "")
                found.append(UnknownField(name, number, match.start(), like))
        rest = _FIELD.sub("", line)
        if "{" in rest or "}" in rest:
            at = max(line.find("{"), line.find("}"))
            found.append(UnknownField(rest.strip()[:40], number, at, ""))
    return found


def filled(text: str, values: Values) -> list[Block]:
    """The letter's parts; a field that is not given has nothing to say."""
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text.strip()):
        blocks += _part([line.strip() for line in part.split("\n") if line.strip()], values)
    return _without_bare_headings(blocks)


def _part(lines: list[str], values: Values) -> list[Block]:
    found: list[Block] = []
    while lines:
        kind, mark = _kind(lines[0])
        taken = [lines.pop(0)]
        while lines and _kind(lines[0]) == (kind, mark) and kind not in _ALONE:
            taken.append(lines.pop(0))
        found += _filled(kind, [line.removeprefix(mark).strip() for line in taken], values)
    return found


_ALONE = (BlockKind.TITLE, BlockKind.HEADING)


def _kind(line: str) -> tuple[BlockKind, str]:
    for mark, kind in (
        ("## ", BlockKind.HEADING),
        ("# ", BlockKind.TITLE),
        ("> ", BlockKind.BOX),
        ("- ", BlockKind.LIST),
    ):
        if line.startswith(mark):
            return kind, mark
    return BlockKind.TEXT, ""


def _filled(kind: BlockKind, lines: list[str], values: Values) -> list[Block]:
    if kind in (BlockKind.TEXT, *_ALONE):
        lines = [" ".join(lines)]
    said: list[str] = []
    rows, dropped = False, False
    for line in lines:
        alone = _FIELD.fullmatch(line)
        value = values.get(alone[1].strip(), "") if alone else None
        if isinstance(value, tuple):
            said += [one for one in value if one]
            rows = rows or any("\t" in one for one in value)
            kind = BlockKind.LIST if kind is BlockKind.TEXT else kind
            continue
        words = _line(line, values)
        if words:
            said.append(words)
        dropped = dropped or not words
    if not said or (dropped and kind is BlockKind.BOX):
        return []
    if rows and kind is BlockKind.LIST:
        return [Block(BlockKind.ROWS, tuple(said))]
    if kind is BlockKind.TEXT:  # a field may bring paragraphs of its own
        parts = [part.strip() for part in said[0].split("\n") if part.strip()]
        return [Block(kind, (part,)) for part in parts]
    return [Block(kind, tuple(said))]


def _line(line: str, values: Values) -> str:
    """A line with its fields filled in; nothing when one of them has nothing to say."""
    said = line
    for match in _FIELD.finditer(line):
        value = values.get(match[1].strip(), "")
        words = ", ".join(value) if isinstance(value, tuple) else value
        if not words:
            return ""
        said = said.replace(match[0], words, 1)
    return _TIED.sub("\\1\u00a0", said)


def _without_bare_headings(blocks: list[Block]) -> list[Block]:
    """A heading under which nothing is left goes, too."""
    kept = []
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        bare = after is None or after.kind in (BlockKind.HEADING, BlockKind.TITLE, BlockKind.BOX)
        if block.kind is not BlockKind.HEADING or not bare:
            kept.append(block)
    return kept
