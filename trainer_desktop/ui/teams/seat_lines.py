"""A team, and somebody on it, as lines of a table."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.teams.team_cards import SeatCard, TeamCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.parts.cells import Cell, CellKind, Line
from trainer_desktop.ui.words import ICONS, TONES, tr_look

translate = QCoreApplication.translate


def seat_line(number: int, seat: SeatCard, phones: bool) -> Line:
    """One on the roster; `phones`: there is room for the telephone."""
    used = ""
    if seat.number:
        used = translate("TeamsPage", "{n} of {whole}").format(
            n=seat.number[0], whole=seat.number[1]
        )
    words = tr_look(seat.look)
    if seat.look is Look.LATE:
        words = translate("TeamsPage", "{n} min. late").format(n=seat.late_minutes)
    notes = [seat.note, translate("TeamsPage", "Ride") if seat.ride else ""]
    return Line(
        (
            Cell(str(number), CellKind.SOFT),
            Cell(seat.name, CellKind.TWO_LINES, second=". ".join(n for n in notes if n)),
            Cell(used, CellKind.SOFT),
            *([Cell(spaced_phone(seat.phone), CellKind.SOFT)] if phones else []),
            Cell(words, CellKind.STATE, tone=TONES[seat.look], icon=ICONS[seat.look]),
        ),
        seat,
    )


def team_line(team: TeamCard) -> Line:
    """A team on the list: its name, when it meets next, how full it is."""
    times = ", ".join(
        f"{dates.weekday_name_inside(day)} {dates.clock(at)}" for day, at, _length in team.times
    )
    second = " · ".join(part for part in (times, team.room, team.therapist) if part)
    places = f"{team.next.taken}/{team.capacity}" if team.next else "–"
    return Line((Cell(team.name, CellKind.TWO_LINES, second=second), Cell(places)), team)
