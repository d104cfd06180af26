"""The attendance list of a team: the names in the order of the screen, with boxes to tick; no CPR."""

from dataclasses import dataclass
from datetime import datetime

from trainer_desktop.documents.paper import ACCENT, FAINT, INK, MM, SOFT, Book, Paper, Pen
from trainer_desktop.documents.wording import clock, counted, long_date, weekday, words


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One name. `gone` is the word for why the citizen is not expected."""

    name: str
    number: str
    note: str
    gone: str


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """A team's one meeting."""

    team: str
    centre: str
    therapist: str
    room: str
    starts: datetime
    ends: datetime
    capacity: int
    rows: tuple[RosterRow, ...]
    printed: str
    printed_by: str


def roster_sheet_pdf(sheet: RosterSheet, language: str = "da", book: Book | None = None) -> bytes:
    """Draw the list; a long one goes on to further pages. Numbered, so that a filled-in sheet is typed line by line."""
    every = words(language)
    say = every["roster"]
    day = sheet.starts.date()
    title = f"{say['title']}, {sheet.team}, {long_date(day, language)}"
    foot = every["printed"].format(when=sheet.printed, who=sheet.printed_by)
    paper = Paper(title, sheet.centre, language, foot, every["page"], book=book)

    def head() -> float:
        return _head(paper, sheet, say, language)

    y = head()
    for number, row in enumerate(sheet.rows, 1):
        high = max(13 * MM, 9 * MM + paper.tall(_below(row), 8.5, NOTE, 10.5))
        y = paper.room(y, high, head)
        _row(paper, number, row, y)
        y += high
        paper.line(y)
    for _free in range(max(0, sheet.capacity - len(sheet.rows))):
        if y + 13 * MM > paper.bottom:
            break
        paper.text(paper.left, y + 8 * MM, say["free"], 9, colour=FAINT)
        y += 13 * MM
        paper.line(y)
    return paper.finish()


def _columns(paper: Paper) -> dict[str, float]:
    right = paper.right
    return {
        "came": right - 39 * MM,
        "cancelled": right - 27 * MM,
        "missed": right - 15 * MM,
        "late": right - 3 * MM,
    }


def _head(paper: Paper, sheet: RosterSheet, say: dict[str, str], language: str) -> float:
    day = sheet.starts.date()
    span = f"{clock(sheet.starts.time(), language)}–{clock(sheet.ends.time(), language)}"
    when = f"{weekday(day, language)} {long_date(day, language)}  ·  {span}"
    paper.pair(25 * MM, Pen(sheet.team, 22, 600), Pen(sheet.therapist, 22, 600, ACCENT))
    held = sum(not row.gone for row in sheet.rows)
    places = say["places"].format(taken=held, capacity=sheet.capacity)
    where = f"{sheet.room}  ·  {places}"
    paper.pair(33.6 * MM, Pen(when, 11, colour=SOFT), Pen(where, 10, colour=SOFT))
    y = 42 * MM
    paper.text(paper.left + 9 * MM, y, counted(list(say["names"]), held), 8, 500, FAINT)
    for key, x in _columns(paper).items():
        paper.text(x, y, say[key], 8, 500, FAINT, "centre")
    paper.line(y + 2.4 * MM, width=1, colour=INK)
    return y + 3 * MM


NOTE = 110 * MM  # how wide what is noted of somebody may be


def _below(row: RosterRow) -> str:
    return "  ·  ".join(part for part in (row.number, row.note) if part)


def _row(paper: Paper, number: int, row: RosterRow, y: float) -> None:
    ink = FAINT if row.gone else INK
    paper.text(paper.left + 5 * MM, y + 8 * MM, str(number), 10, 500, FAINT, "right")
    x = paper.left + 9 * MM
    wide = paper.text(x, y + 7 * MM, row.name, 12, 400 if row.gone else 600, ink, room=86 * MM)
    paper.block(x, y + 11.2 * MM, _below(row), 8.5, NOTE, 10.5, colour=SOFT)
    if row.gone:
        paper.line(y + 5.6 * MM, x, x + wide, 0.7, FAINT)
        paper.text(paper.right, y + 7 * MM, row.gone, 9, 500, SOFT, "right", room=44 * MM)
        return
    for x in _columns(paper).values():
        paper.box(x - 2.5 * MM, y + 3.6 * MM, 5 * MM, 5 * MM, "", FAINT, 1 * MM)
