"""A training that an absence hits, as a line: when it was, whose, where it can be held instead."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.absence.outage import HitCard, PlaceCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.parts.cells import Cell, CellKind, Line
from trainer_desktop.ui.plurals import Plurals

translate = QCoreApplication.translate


def hit_line(hit: HitCard, place: PlaceCard | None, wide: bool) -> Line:
    """The line; `place` is where it can be held instead, `wide` that there is room for how."""
    before = _when(hit.before, hit.before.room, wide)
    count = len(hit.people)
    people = Plurals().citizens(count) if hit.team else ""
    if place is None:
        new, how = (
            Cell(translate("AbsencePage", "No new time"), CellKind.SOFT),
            Cell(translate("AbsencePage", "Call list"), CellKind.STATE, tone="warn", icon="phone"),
        )
    else:
        where = " · ".join(p for p in (place.therapist, place.room) if p)
        new, how = _when(place, where, wide), _how(hit, place)
    who = Cell(hit.title, CellKind.TWO_LINES, second=people)
    return Line((before, who, new, how) if wide else (before, who, new), hit)


def _when(place: PlaceCard, where: str, wide: bool) -> Cell:
    """Day and time, and the place below; at large text the time stands below, too."""
    day, clock = dates.short_day(place.starts.date()), dates.clock(place.starts)
    if wide:
        return Cell(f"{day} {clock}", CellKind.TWO_LINES, second=where)
    return Cell(day, CellKind.TWO_LINES, second=" · ".join(p for p in (clock, where) if p))


def _how(hit: HitCard, place: PlaceCard) -> Cell:
    if hit.team:
        said = translate("AbsencePage", "{who} covers").format(who=place.therapist)
        if place.therapist_id == hit.before.therapist_id:
            said = translate("AbsencePage", "Another room")
        return Cell(said, CellKind.STATE, tone="good", icon="swap")
    same_day = place.starts.date() == hit.before.starts.date()
    if same_day and place.starts == hit.before.starts:
        said = translate("AbsencePage", "Same time")
        if place.therapist_id != hit.before.therapist_id:
            said = translate("AbsencePage", "Same time, with {who}").format(who=place.therapist)
        return Cell(said, CellKind.STATE, tone="good", icon="check")
    said = (
        translate("AbsencePage", "Same day")
        if same_day
        else translate("AbsencePage", "Another day")
    )
    return Cell(said, CellKind.STATE, tone="accent", icon="calendar")
