"""The week of a room, for the notice board: times and initials, no names and no numbers."""

from dataclasses import dataclass
from datetime import date, time

from trainer_desktop.documents.paper import ACCENT, FAINT, INK, LINE, MM, SOFT, TINT, Paper, Pen
from trainer_desktop.documents.wording import clock, long_date, month_day, weekday, words


@dataclass(frozen=True, slots=True)
class RoomTime:
    """One training in the room: `who` is the citizen's initials or the team's name."""

    day: date
    starts: time
    ends: time
    who: str
    therapist: str
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class RoomWeek:
    """The room's week; `closed` names the days that are shut."""

    room: str
    centre: str
    days: tuple[date, ...]
    times: tuple[RoomTime, ...]
    closed: dict[date, str]
    printed: str
    printed_by: str


def room_week_pdf(week: RoomWeek, language: str = "da") -> bytes:
    """Draw the week across one sheet."""
    every = words(language)
    say = every["room_week"]
    number = week.days[0].isocalendar().week
    first, last = long_date(week.days[0], language), long_date(week.days[-1], language)
    summary = say["summary"].format(week=number, first=first, last=last)
    foot = f"{say['foot']} {every['printed'].format(when=week.printed, who=week.printed_by)}"
    title = f"{week.room}, {summary}"
    paper = Paper(title, week.centre, language, foot, every["page"], wide=True)
    title_line = Pen(say["title"].format(room=week.room), 22, 600)
    paper.pair(24 * MM, title_line, Pen(week.centre, 11, 600, ACCENT))
    paper.text(paper.left, 31 * MM, summary, 11, colour=SOFT)
    if not week.times:
        paper.text(paper.left, 50 * MM, say["empty"], 12, colour=SOFT)
        return paper.finish()
    _grid(paper, week, language)
    return paper.finish()


def _grid(paper: Paper, week: RoomWeek, language: str) -> None:
    top, bottom, gutter = 46 * MM, paper.bottom, 13 * MM
    from_hour = min(8, *(t.starts.hour for t in week.times))
    to_hour = max(16, *(t.ends.hour + (t.ends.minute > 0) for t in week.times))
    scale = (bottom - top) / ((to_hour - from_hour) * 60)
    wide = (paper.right - paper.left - gutter) / len(week.days)

    def y(at: time) -> float:
        return top + ((at.hour - from_hour) * 60 + at.minute) * scale

    for hour in range(from_hour, to_hour + 1):
        paper.line(y(time(hour)), paper.left + gutter)
        paper.text(
            paper.left + gutter - 3 * MM,
            y(time(hour)) + 2.5,
            clock(time(hour), language),
            8,
            500,
            FAINT,
            "right",
        )
    for place, day in enumerate(week.days):
        x = paper.left + gutter + place * wide
        head = f"{weekday(day, language)} {month_day(day, language)}"
        paper.text(x + 2 * MM, top - 3 * MM, head, 11, 600, room=wide - 4 * MM)
        if day in week.closed:
            paper.box(x + 1, top, wide - 2, bottom - top, TINT)
            paper.text(x + 2 * MM, top + 6 * MM, week.closed[day], 9, 500, SOFT, room=wide - 4 * MM)
    for one in week.times:
        x = paper.left + gutter + week.days.index(one.day) * wide
        each = (wide - 2 * MM) / one.lanes
        left, upper = x + 1 * MM + one.lane * each, y(one.starts) + 0.8
        height = y(one.ends) - upper - 0.8
        paper.box(left, upper, each - 1.5, height, "#FFFFFF", LINE, 2)
        paper.box(left, upper, 2, height, ACCENT)
        span = f"{clock(one.starts, language)}–{clock(one.ends, language)}"
        room = each - 4 * MM
        if height > 9 * MM:
            paper.text(left + 2.2 * MM, upper + 4 * MM, one.who, 9.5, 600, INK, room=room, most=1)
            words_below = f"{span} · {one.therapist}"
            paper.text(
                left + 2.2 * MM, upper + 8 * MM, words_below, 8, 400, SOFT, room=room, most=1
            )
        else:
            line = f"{one.who}  {span} · {one.therapist}"
            paper.text(
                left + 2.2 * MM, upper + height / 2 + 2.6, line, 8, 500, INK, room=room, most=1
            )
