"""The day sheet of a therapist: what to tick, in the order of the day; no CPR."""

from dataclasses import dataclass
from datetime import date, time

from trainer_desktop.documents.paper import ACCENT, FAINT, INK, MM, SOFT, TINT, Book, Paper, Pen
from trainer_desktop.documents.wording import clock, counted, long_date, weekday, words


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A training, or free time when `name` is empty. `gone` is the word for why it is not held.

    `noted` is how it went, when somebody has noted that already.
    """

    starts: time
    ends: time
    name: str = ""
    place: str = ""
    number: str = ""
    note: str = ""
    gone: str = ""
    noted: str = ""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """One therapist's day."""

    day: date
    centre: str
    initials: str
    name: str
    profession: str
    rows: tuple[SheetRow, ...]
    printed: str
    printed_by: str


def day_sheet_pdf(sheet: DaySheet, language: str = "da", book: Book | None = None) -> bytes:
    """Draw the sheet; a long day goes on to further pages."""
    every = words(language)
    say = every["day_sheet"]
    title = f"{say['title']}, {sheet.name}, {long_date(sheet.day, language)}"
    foot = every["printed"].format(when=sheet.printed, who=sheet.printed_by)
    paper = Paper(title, sheet.centre, language, foot, every["page"], book=book)
    columns = _columns(paper)

    def head() -> float:
        return _head(paper, sheet, say, columns, language)

    y = head()
    if not sheet.rows:
        paper.text(paper.left, y + 8 * MM, say["nothing"], 11, colour=SOFT)
        y += 14 * MM
    for row in sheet.rows:
        height = (18 if row.name else 11) * MM
        if row.name:
            lines = paper.tall(row.note, 8.5, _note_width(paper, columns), 10.5)
            height = max(height, 14 * MM + lines)
        y = paper.room(y, height, head)
        _row(paper, row, y, height, columns, say, language)
        y += height
        paper.line(y)
    if y + 50 * MM < paper.bottom:
        paper.text(paper.left, y + 10 * MM, say["notes"], 10, 600)
        for number in range(4):
            paper.line(y + 10 * MM + (number + 1) * 9 * MM)
    return paper.finish()


def _note_width(paper: Paper, columns: dict[str, float]) -> float:
    return columns["came"] - columns["name"] - 5 * MM


def _columns(paper: Paper) -> dict[str, float]:
    left, right = paper.left, paper.right
    return {
        "name": left + 25 * MM,
        "place": left + 84 * MM,
        "number": left + 109 * MM,
        "came": right - 39 * MM,
        "cancelled": right - 27 * MM,
        "missed": right - 15 * MM,
        "late": right - 3 * MM,
    }


def _head(
    paper: Paper, sheet: DaySheet, say: dict[str, str], columns: dict[str, float], language: str
) -> float:
    held = sum(bool(r.name) and not r.gone for r in sheet.rows)
    trainings = counted(list(say["trainings"]), held)
    day = f"{weekday(sheet.day, language)} {long_date(sheet.day, language)}"
    paper.pair(25 * MM, Pen(day, 22, 600), Pen(sheet.initials, 22, 600, ACCENT))
    summary = say["summary"].format(
        name=sheet.name,
        profession=sheet.profession.lower(),
        week=sheet.day.isocalendar().week,
        trainings=trainings,
    )
    paper.pair(33.6 * MM, Pen(summary, 10, colour=SOFT), Pen(sheet.centre, 10, colour=SOFT))
    y = 42 * MM
    paper.text(paper.left, y, say["time"], 8, 500, FAINT)
    for key, word in (("name", "citizen"), ("place", "place"), ("number", "number")):
        paper.text(columns[key], y, say[word], 8, 500, FAINT)
    for key in ("came", "cancelled", "missed", "late"):
        paper.text(columns[key], y, say[key], 8, 500, FAINT, "centre")
    paper.line(y + 2.4 * MM, width=1, colour=INK)
    return y + 3 * MM


def _row(
    paper: Paper,
    row: SheetRow,
    y: float,
    height: float,
    columns: dict[str, float],
    say: dict[str, str],
    language: str,
) -> None:
    starts, ends = clock(row.starts, language), clock(row.ends, language)
    if not row.name:
        paper.box(paper.left, y + 0.3 * MM, paper.right - paper.left, height - 0.6 * MM, TINT)
        paper.text(paper.left + 2 * MM, y + 6.8 * MM, f"{starts}–{ends}", 9, colour=SOFT)
        paper.text(columns["name"], y + 6.8 * MM, say["free"], 9, colour=SOFT)
        return
    ink = FAINT if row.gone else INK
    weight = 400 if row.gone else 600
    paper.text(paper.left, y + 7.5 * MM, starts, 13, 600, ink)
    paper.text(paper.left, y + 12.5 * MM, say["until"].format(time=ends), 8, colour=FAINT)
    width = paper.text(columns["name"], y + 7.5 * MM, row.name, 12, weight, ink, room=56 * MM)
    if row.gone:
        paper.line(y + 6 * MM, columns["name"], columns["name"] + width, 0.7, FAINT)
    wide = _note_width(paper, columns)
    paper.block(columns["name"], y + 12.5 * MM, row.note, 8.5, wide, 10.5, colour=SOFT)
    paper.text(columns["place"], y + 7.5 * MM, row.place, 10, 400, ink, room=23 * MM)
    paper.text(columns["number"], y + 7.5 * MM, row.number, 10, 500, ink, room=18 * MM)
    if row.gone:
        paper.text(paper.right, y + 7.5 * MM, row.gone, 9, 500, SOFT, "right", room=44 * MM)
        return
    if row.noted:
        paper.text(paper.right, y + 7.5 * MM, row.noted, 9, 500, INK, "right", room=44 * MM)
        return
    for key in ("came", "cancelled", "missed", "late"):
        paper.box(columns[key] - 2.5 * MM, y + 3.6 * MM, 5 * MM, 5 * MM, "", FAINT, 1 * MM)
