"""A letter to the citizen: sender and date, address, title, text, lists and rows, and the box with what one can do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from trainer_desktop.documents.paper import ACCENT, INK, LINE, MM, SOFT, TINT, Paper, Pen
from trainer_desktop.documents.tagging import SUBHEADING, TEXT
from trainer_desktop.documents.wording import long_date, words
from trainer_desktop.rules.template import Block, BlockKind

SIZE, LEADING = 11.5, 16
Again = Callable[[], float]


@dataclass(frozen=True, slots=True)
class LetterPages:
    """Everything that stands in a letter; `address` is empty where it is protected."""

    centre: str
    centre_address: str
    day: date
    case: str
    name: str
    address: tuple[str, ...]
    blocks: tuple[Block, ...]
    greeting: str
    signed: str
    profession: str


def letter_pdf(letter: LetterPages, language: str = "da") -> bytes:
    """Draw it, over as many pages as it needs."""
    title = next((b.lines[0] for b in letter.blocks if b.kind is BlockKind.TITLE), letter.centre)
    foot = ", ".join(p for p in (letter.centre, letter.centre_address) if p)
    paper = Paper(title, letter.centre, language, foot, words(language)["page"])
    day = Pen(long_date(letter.day, language), 10, colour=SOFT)
    paper.pair(24 * MM, Pen(letter.centre, 10.5, 600, ACCENT), day)
    if letter.case:
        paper.text(paper.right, 29 * MM, letter.case, 9, colour=SOFT, align="right", room=80 * MM)
    for number, line in enumerate((letter.name, *letter.address)):
        paper.text(paper.left, (40 + number * 6.2) * MM, line, 11, room=100 * MM)
    y = 70 * MM

    def again() -> float:
        with paper.ornament():  # on the first sheet it has been read
            paper.text(paper.left, 24 * MM, letter.centre, 10.5, 600, ACCENT)
        return 36 * MM

    for number, block in enumerate(letter.blocks):
        last = number == len(letter.blocks) - 1
        y = _draw(paper, block, y, again, heading_keeps=not last)
    _sign(paper, letter, y, again)
    return paper.finish()


def _draw(paper: Paper, block: Block, y: float, again: Again, *, heading_keeps: bool) -> float:
    width = paper.right - paper.left
    match block.kind:
        case BlockKind.TITLE:
            return paper.block(paper.left, y, block.lines[0], 20, width, 25, 600, INK) + 3 * MM
        case BlockKind.HEADING:
            y = paper.room(y, (22 if heading_keeps else 10) * MM, again) + 2 * MM
            return paper.block(paper.left, y, block.lines[0], 13, width, 18, 600, INK) + 0.5 * MM
        case BlockKind.LIST:
            for line in block.lines:
                y = paper.room(y, LEADING, again)
                with paper.ornament():
                    paper.text(paper.left + 1 * MM, y, "–", SIZE, colour=SOFT)
                y = paper.flow(paper.left + 6 * MM, y, line, SIZE, width - 6 * MM, LEADING, again)
            return y + 2.5 * MM
        case BlockKind.ROWS:
            return _rows(paper, block, y, again)
        case BlockKind.BOX:
            return _box(paper, block, y, again)
    return float(paper.flow(paper.left, y, block.lines[0], SIZE, width, LEADING, again)) + 2.5 * MM


def _rows(paper: Paper, block: Block, y: float, again: Again) -> float:
    """Lines of two columns with a hairline between them."""
    width = paper.right - paper.left
    first = 52 * MM
    y -= SIZE
    paper.line(y, colour=LINE)
    for line in block.lines:
        left, _tab, right = line.partition("\t")
        tall = max(
            paper.tall(left, 10.5, first - 4 * MM, 14), paper.tall(right, 10.5, width - first, 14)
        )
        before = y
        y = paper.room(y, tall + 3 * MM, again)
        if y < before:  # a new sheet
            paper.line(y, colour=LINE)
        foot = y + 4.6 * MM
        paper.block(paper.left, foot, left, 10.5, first - 4 * MM, 14)
        paper.block(paper.left + first, foot, right, 10.5, width - first, 14, colour=SOFT)
        y += tall + 2.4 * MM
        paper.line(y, colour=LINE)
    return y + 7.5 * MM


def _box(paper: Paper, block: Block, y: float, again: Again) -> float:
    """What one can do, on a tint; kept together on one sheet."""
    width = paper.right - paper.left - 12 * MM
    tall = sum(paper.tall(line, SIZE, width, LEADING) for line in block.lines) + 10 * MM
    y = paper.room(y, tall + 4 * MM, again) - 2 * MM
    paper.box(paper.left, y, paper.right - paper.left, tall, TINT)
    paper.box(paper.left, y, 1.2 * MM, tall, ACCENT)
    at = y + 8.5 * MM
    for number, line in enumerate(block.lines):
        heads = number == 0 and len(block.lines) > 1
        weight, kind = (600, SUBHEADING) if heads else (400, TEXT)
        at = paper.block(paper.left + 6 * MM, at, line, SIZE, width, LEADING, weight, kind=kind)
    return y + tall + 8 * MM


def _sign(paper: Paper, letter: LetterPages, y: float, again: Again) -> None:
    y = paper.room(y, 22 * MM, again) + 2 * MM
    paper.text(paper.left, y, letter.greeting, SIZE)
    paper.text(paper.left, y + 8 * MM, letter.signed, SIZE, 600)
    if letter.profession:
        paper.text(paper.left, y + 13 * MM, letter.profession, 10, colour=SOFT)
