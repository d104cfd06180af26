"""The driver's list of a day: when, who, where, and what help; no diagnosis, no CPR."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from trainer_desktop.documents.paper import FAINT, INK, MM, SOFT, Book, Paper, Pen
from trainer_desktop.documents.wording import clock, counted, long_date, weekday, words

COLUMNS = (0, 17, 34, 86, 150, 184)  # millimetres from the left margin; the sheet lies on its side
WIDTHS = (16, 16, 50, 62, 32, 72)
Head = Callable[[], float]


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One ride there and home; `address` is empty where it is protected."""

    there_by: time
    home: time
    name: str
    place: str
    address: str
    door: str
    phone: str
    help: str
    protected: bool


@dataclass(frozen=True, slots=True)
class DriverList:
    """One day of a centre."""

    day: date
    centre: str
    phone: str
    rows: tuple[DriverRow, ...]
    printed: str
    printed_by: str


def driver_list_pdf(sheet: DriverList, language: str = "da", book: Book | None = None) -> bytes:
    """Draw it, over as many sheets as it needs."""
    every = words(language)
    say = every["driver"]
    title = f"{say['title']}, {long_date(sheet.day, language)}"
    foot = f"{say['foot']} {every['printed'].format(when=sheet.printed, who=sheet.printed_by)}"
    paper = Paper(title, sheet.centre, language, foot, every["page"], wide=True, book=book)

    def head() -> float:
        when = f"{weekday(sheet.day, language)} {long_date(sheet.day, language)}"
        paper.pair(22 * MM, Pen(f"{say['title']}  ·  {when}", 16, 600), Pen(sheet.centre, 11))
        told = counted(list(say["count"]), len(sheet.rows))
        paper.pair(29 * MM, Pen(told, 10, colour=SOFT), Pen(sheet.phone, 10, colour=SOFT))
        for word, x, wide in zip(say["head"], COLUMNS, WIDTHS, strict=True):
            paper.text(paper.left + x * MM, 37 * MM, word, 8, 500, FAINT, room=wide * MM)
        paper.line(39.5 * MM, width=1, colour=INK)
        return 40 * MM

    y = head()
    for row in sheet.rows:
        y = _row(paper, row, y, say, language, head)
    return paper.finish()


def _row(
    paper: Paper, row: DriverRow, y: float, say: dict[str, str], language: str, head: Head
) -> float:
    address = say["protected"] if row.protected else row.address
    cells = (
        (clock(row.there_by, language), 11, 600),
        (clock(row.home, language), 11, 400),
        (f"{row.name}\n{row.place}", 10.5, 600),
        ("\n".join(part for part in (address, row.door) if part), 10, 400),
        (row.phone, 10, 400),
        (row.help, 10, 400),
    )
    tall = max(
        paper.tall(text, size, wide * MM, size * 1.3, weight)
        for (text, size, weight), wide in zip(cells, WIDTHS, strict=True)
    )
    y = paper.room(y, tall + 5 * MM, head)
    for (text, size, weight), x, wide in zip(cells, COLUMNS, WIDTHS, strict=True):
        if text:
            at = paper.left + x * MM
            paper.block(at, y + 5.4 * MM, text, size, wide * MM, size * 1.3, weight)
    y += tall + 4.4 * MM
    paper.line(y)
    return y
