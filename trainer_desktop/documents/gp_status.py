"""The end status to the GP: one sheet wherever the words allow, the conclusion first. Contents: domain notes section 10, MedCom notes section 5."""

from dataclasses import dataclass
from datetime import date

from trainer_desktop.documents.paper import ACCENT, FAINT, LINE, MM, SOFT, Paper, Pen
from trainer_desktop.documents.wording import long_date, words

CURVE, HIGH = 80 * MM, 24 * MM


@dataclass(frozen=True, slots=True)
class TestCurve:
    """A test's results as points from 0 to 1, better upwards, with what stands at each."""

    __test__ = False
    name: str
    change: str
    points: tuple[tuple[float, float, str, str], ...]  # along, up, value, day


@dataclass(frozen=True, slots=True)
class GpStatus:
    """What the status says: who, to whom, from whom, and each part with its heading."""

    name: str
    number: str
    address: str
    practice: str
    practice_number: str
    centre: str
    phone: str
    therapist: str
    profession: str
    day: date
    parts: tuple[tuple[str, str], ...]
    curves: tuple[TestCurve, ...]
    consent: str
    corrects: str = ""
    curves_note: str = ""


def gp_status_pdf(status: GpStatus, language: str = "da") -> bytes:
    """Draw the status; the citizen's name and number stand on every page."""
    say = words(language)["status"]
    foot = f"{say['title']}  ·  {status.name}, {status.number}"
    paper = Paper(say["title"], status.centre, language, foot, words(language)["page"])
    paper.dated(status.day)

    def again() -> float:
        day = Pen(long_date(status.day, language), 10, colour=SOFT)
        paper.pair(24 * MM, Pen(status.centre, 10, 600, ACCENT), day)
        return 38 * MM

    again()
    paper.text(paper.left, 38 * MM, say["title"], 20, 600)
    if status.corrects:
        paper.text(paper.left, 43.5 * MM, status.corrects, 10, 500, SOFT)
    y = _people(paper, status, say)
    for head, body in status.parts:
        y = paper.room(y, 16 * MM, again)
        paper.text(paper.left, y, head, 10, 600)
        x = paper.left + 38 * MM
        y = paper.flow(x, y, body, 10, paper.right - x, 14.5, again) + 3 * MM
    rows = (len(status.curves) + 1) // 2
    if rows and y + rows * (HIGH + 16 * MM) + 14 * MM <= paper.bottom:
        y = _curves(paper, status.curves, y)  # only where they cost no second sheet
        paper.text(paper.left, y - 5 * MM, status.curves_note, 8, colour=FAINT)
    y = paper.room(y, 12 * MM, again)
    paper.line(y - 1 * MM)
    wide = paper.right - paper.left
    paper.flow(paper.left, y + 6 * MM, status.consent, 9, wide, 12, again, SOFT)
    return paper.finish()


def _curves(paper: Paper, curves: tuple[TestCurve, ...], y: float) -> float:
    """Two beside each other: the name, the change, the points with their values and days."""
    paper.line(y - 1 * MM)
    top = y + 5 * MM
    for number, one in enumerate(curves):
        x = paper.left + (number % 2) * (CURVE + 10 * MM)
        at = top + (number // 2) * (HIGH + 16 * MM)
        paper.text(x, at, one.name, 9, 600, room=CURVE - 24 * MM, most=1)
        paper.text(x + CURVE, at, one.change, 9, 600, ACCENT, "right", room=24 * MM)
        _curve(paper, one, x, at + 6 * MM)
    return top + ((len(curves) + 1) // 2) * (HIGH + 16 * MM)


def _curve(paper: Paper, one: TestCurve, x: float, top: float) -> None:
    wide, high = CURVE - 8 * MM, HIGH - 8 * MM
    spots = [
        (x + 4 * MM + along * wide, top + 4 * MM + (1 - up) * high)
        for along, up, _value, _day in one.points
    ]
    paper.line(top + HIGH, x, x + CURVE, colour=LINE)
    paper.stroke(spots)
    for (px, py), (_along, _up, value, day) in zip(spots, one.points, strict=True):
        paper.dot(px, py)
        paper.text(px, py - 1.8 * MM, value, 8, 600, align="centre")
        paper.text(px, top + HIGH + 4 * MM, day, 8, colour=FAINT, align="centre")


def _people(paper: Paper, status: GpStatus, say: dict[str, str]) -> float:
    sender = (
        f"{status.therapist}, {status.profession.lower()}"
        if status.profession
        else status.therapist
    )
    practice = say["practice"].format(number=status.practice_number)
    groups = (
        (0, "citizen", (status.name, status.number, status.address)),
        (62, "to", (status.practice, practice if status.practice_number else "")),
        (120, "from", (sender, say["phone"].format(phone=status.phone) if status.phone else "")),
    )
    y, tallest = 48 * MM, 0.0
    for offset, head, lines in groups:
        x = paper.left + offset * MM
        paper.text(x, y, say[head], 8, 500, FAINT)
        foot = y + 5 * MM
        for number, line in enumerate(filter(None, lines)):
            weight = 400 if number else 600
            foot = paper.block(x, foot, line, 9.5, 50 * MM, 13.5, weight) + 1
        tallest = max(tallest, foot)
    paper.line(tallest + 1 * MM)
    return tallest + 9 * MM
