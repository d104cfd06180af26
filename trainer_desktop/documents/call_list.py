"""The call list after an absence or a closing: whom to ring, on which numbers, about what; no CPR and no diagnosis."""

from dataclasses import dataclass
from datetime import datetime

from trainer_desktop.documents.paper import ACCENT, FAINT, INK, MM, SOFT, Paper, Pen
from trainer_desktop.documents.wording import clock, counted, long_date, weekday, words


@dataclass(frozen=True, slots=True)
class CallRow:
    """One person to ring. `now` None: no new time was found. `done` is what a call has come to already."""

    name: str
    phones: tuple[str, ...]
    before: datetime
    now: datetime | None
    with_whom: str
    place: str
    ride: bool
    done: str = ""


@dataclass(frozen=True, slots=True)
class CallList:
    """Everybody whom something hit."""

    about: str
    centre: str
    rows: tuple[CallRow, ...]
    printed: str
    printed_by: str


def call_list_pdf(calls: CallList, language: str = "da") -> bytes:
    """Draw the list: those without a new time first."""
    every = words(language)
    say = every["call_list"]
    foot = every["printed"].format(when=calls.printed, who=calls.printed_by)
    paper = Paper(f"{say['title']}, {calls.about}", calls.centre, language, foot, every["page"])

    def head() -> float:
        many = Pen(str(len(calls.rows)), 22, 600, ACCENT)
        paper.pair(25 * MM, Pen(say["title"], 22, 600), many)
        paper.pair(33.6 * MM, Pen(calls.about, 11, colour=SOFT), Pen(calls.centre, 10, colour=SOFT))
        paper.line(36 * MM, width=1, colour=INK)
        return 37 * MM

    y = head()
    if not calls.rows:
        paper.text(paper.left, y + 10 * MM, say["nobody"], 11, colour=SOFT)
    for group, rows in (
        ("without", [r for r in calls.rows if r.now is None]),
        ("with", [r for r in calls.rows if r.now]),
    ):
        if not rows:
            continue
        y = paper.room(y, 26 * MM, head)
        paper.text(paper.left, y + 8 * MM, counted(list(say[group]), len(rows)), 11, 600)
        y += 11 * MM
        paper.line(y)
        for row in rows:
            y = paper.room(y, 17 * MM, head)
            _row(paper, row, y, say, language)
            y += 17 * MM
            paper.line(y)
    return paper.finish()


def _when(at: datetime, language: str) -> str:
    day = f"{weekday(at.date(), language)} {long_date(at.date(), language)}"
    return f"{day} {clock(at.time(), language)}"


def _row(paper: Paper, row: CallRow, y: float, say: dict[str, str], language: str) -> None:
    paper.text(paper.left, y + 6 * MM, row.name, 12, 600, room=70 * MM)
    phones = "   ".join(row.phones) or say["no_phone"]
    paper.text(paper.left, y + 13.5 * MM, phones, 11, 500, room=70 * MM)
    x = paper.left + 76 * MM
    old = say["before"].format(when=_when(row.before, language))
    paper.text(x, y + 6 * MM, old, 9.5, colour=SOFT, room=62 * MM)
    if row.now:
        place = " · ".join(p for p in (row.with_whom, row.place) if p)
        said = say["now"].format(when=_when(row.now, language), place=place)
        paper.text(x, y + 13.5 * MM, said, 9.5, 600, room=62 * MM)
    else:
        paper.text(x, y + 13.5 * MM, say["none"], 9.5, colour=SOFT, room=62 * MM)
    if row.ride:
        paper.text(paper.right, y + 6 * MM, say["ride"], 8.5, 500, SOFT, "right")
    if row.done:
        paper.text(paper.right, y + 13.5 * MM, row.done, 8.5, 500, SOFT, "right", room=32 * MM)
    else:
        paper.box(paper.right - 5 * MM, y + 9.6 * MM, 5 * MM, 5 * MM, "", FAINT, 1 * MM)
