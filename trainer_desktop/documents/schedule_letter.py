"""The schedule letter to a citizen: large type, one training a line, and what to do if one cannot come."""

from dataclasses import dataclass
from datetime import date, datetime

from trainer_desktop.documents.paper import ACCENT, INK, MM, SOFT, TINT, Paper, Pen
from trainer_desktop.documents.wording import clock, counted, long_date, month_day, weekday, words


@dataclass(frozen=True, slots=True)
class LetterTime:
    """One training to come."""

    starts: datetime
    minutes: int
    place: str
    therapist: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleLetter:
    """The letter. `rules` are the standard's rules on cancelling, in its own plain words."""

    given_name: str
    name: str
    address: tuple[str, ...]
    centre: str
    centre_address: str
    phone: str
    day: date
    times: tuple[LetterTime, ...]
    rules: tuple[str, ...]
    ride: bool


def schedule_letter_pdf(letter: ScheduleLetter, language: str = "da") -> bytes:
    """Draw the letter; more than eight times go on to the next page."""
    every = words(language)
    say = every["schedule"]
    foot = ", ".join(p for p in (letter.centre, letter.centre_address) if p)
    paper = Paper(say["title"], letter.centre, language, foot, every["page"])
    day = Pen(long_date(letter.day, language), 11, colour=SOFT)
    paper.pair(24 * MM, Pen(letter.centre, 11, 600, ACCENT), day)
    for number, line in enumerate((letter.name, *letter.address)):
        paper.text(paper.left, (44 + number * 8) * MM, line, 12, room=100 * MM)
    paper.text(paper.left, 78 * MM, say["title"], 24, 600)
    alike = len({(t.minutes, t.place, t.therapist) for t in letter.times}) == 1
    same = alike and len(letter.times) > 1  # a single one says everything on its own line
    y = paper.block(
        paper.left, 89 * MM, _intro(letter, say, same), 14, paper.right - paper.left, 20
    )
    paper.line(y - 3 * MM, width=1, colour=INK)
    y -= 3 * MM

    def again() -> float:
        paper.text(paper.left, 24 * MM, letter.centre, 11, 600, ACCENT)
        paper.line(30 * MM, width=1, colour=INK)
        return 30 * MM

    for one in letter.times:
        y = paper.room(y, 26 * MM, again)
        y = _time(paper, one, y, say, language, letter.ride, same, letter.day.year)
    if letter.times:
        _cannot(paper, letter, y, say)
    return paper.finish()


def _intro(letter: ScheduleLetter, say: dict[str, str], same: bool) -> str:
    parts = [say["dear"].format(name=letter.given_name)]
    parts.append(counted(list(say["intro"]), len(letter.times)))
    if same:
        first = letter.times[0]
        parts.append(say["length"].format(minutes=first.minutes))
        where = "where" if first.place else "with_whom"
        parts.append(say[where].format(place=first.place, therapist=first.therapist))
    return " ".join(parts)


def _time(
    paper: Paper,
    one: LetterTime,
    y: float,
    say: dict[str, str],
    language: str,
    ride: bool,
    same: bool,
    this_year: int,
) -> float:
    day = one.starts.date()
    notes = []
    if not same:
        detail = "detail" if one.place else "detail_without_place"
        notes.append(
            say[detail].format(minutes=one.minutes, place=one.place, therapist=one.therapist)
        )
    if one.team:
        notes.append(say["team"].format(team=one.team))
    if ride:
        notes.append(say["ride"])
    paper.text(paper.left, y + 9 * MM, weekday(day, language), 15, room=32 * MM)
    dated = month_day if day.year == this_year else long_date
    paper.text(paper.left + 34 * MM, y + 9 * MM, dated(day, language), 15, 600, room=80 * MM)
    at = say["at"].format(time=clock(one.starts.time(), language))
    paper.text(paper.right, y + 9 * MM, at, 17, 600, align="right")
    note = "  ·  ".join(notes)
    room = paper.right - paper.left - 34 * MM
    bottom = y + 14 * MM
    if notes:
        x = paper.left + 34 * MM
        bottom = paper.block(x, y + 15.2 * MM, note, 12, room, 15, colour=SOFT)
    paper.line(bottom)
    return bottom


def _cannot(paper: Paper, letter: ScheduleLetter, y: float, say: dict[str, str]) -> None:
    call = say["call"].format(phone=letter.phone) if letter.phone else say["call_without_phone"]
    lines = [call, *letter.rules, say["late"], say["infection"], say["clothes"]]
    width = paper.right - paper.left - 14 * MM
    weights = [500 if 0 < number <= len(letter.rules) else 400 for number in range(len(lines))]
    said = list(zip(lines, weights, strict=True))
    height = 16 * MM + sum(paper.tall(line, 14, width, 7.2 * MM, bold) for line, bold in said)
    if y + 8 * MM + height > paper.bottom:
        paper.new_sheet()
        y = 16 * MM
    y += 8 * MM
    paper.box(paper.left, y, paper.right - paper.left, height, TINT)
    paper.box(paper.left, y, 1.2 * MM, height, ACCENT)
    paper.text(paper.left + 7 * MM, y + 9 * MM, say["cannot"], 15, 600)
    y += 18 * MM
    for line, bold in said:
        y = paper.block(paper.left + 7 * MM, y, line, 14, width, 7.2 * MM, bold)
