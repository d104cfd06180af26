"""A plain list on paper: a heading, columns, and a row for each thing, over as many sheets as it needs."""

from dataclasses import dataclass

from trainer_desktop.documents.paper import FAINT, INK, MM, SOFT, Paper, Pen
from trainer_desktop.documents.wording import words

WIDTHS = (38, 56, 104, 20, 39)  # millimetres; the sheet lies on its side


@dataclass(frozen=True, slots=True)
class TableList:
    """Five columns."""

    title: str
    where: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    printed: str
    printed_by: str


def table_list_pdf(table: TableList, language: str = "da") -> bytes:
    """Draw it."""
    every = words(language)
    foot = every["printed"].format(when=table.printed, who=table.printed_by)
    paper = Paper(table.title, table.where, language, foot, every["page"], wide=True)
    edges = [paper.left + sum(WIDTHS[:n]) * MM for n in range(len(WIDTHS))]

    def head() -> float:
        paper.pair(22 * MM, Pen(table.title, 15, 600), Pen(table.where, 11))
        y = 28 * MM
        if table.note:
            y = paper.block(
                paper.left, y, table.note, 9.5, paper.right - paper.left, 13, colour=SOFT
            )
        y += 3 * MM
        for word, x, wide in zip(table.head, edges, WIDTHS, strict=True):
            paper.text(x, y, word, 8, 500, FAINT, room=(wide - 3) * MM, most=1)
        paper.line(y + 2 * MM, width=1, colour=INK)
        return y + 2.5 * MM

    y = head()
    for row in table.rows:
        tall = max(
            paper.tall(text, 9.5, (wide - 3) * MM, 12.5, _weight(number))
            for number, (text, wide) in enumerate(zip(row, WIDTHS, strict=True))
        )
        y = paper.room(y, tall + 4 * MM, head)
        for number, (text, x, wide) in enumerate(zip(row, edges, WIDTHS, strict=True)):
            if text:
                paper.block(x, y + 5 * MM, text, 9.5, (wide - 3) * MM, 12.5, _weight(number))
        y += tall + 3.6 * MM
        paper.line(y)
    return paper.finish()


def _weight(number: int) -> int:
    return 600 if number == 1 else 400
