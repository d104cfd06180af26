"""The checks of a booking as lines: what holds with a tick, what stands in the way with its reason."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout

from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.refusal import Reason
from trainer_desktop.services.booking.wish import CheckCard, Wish
from trainer_desktop.services.citizens.page import CourseChoice
from trainer_desktop.ui import dates
from trainer_desktop.ui.parts.basics import Icon, Text, col, row
from trainer_desktop.ui.refusals import tr_obstacle

translate = QCoreApplication.translate
THERAPIST = {
    *(Reason.THERAPIST_BUSY, Reason.THERAPIST_ABSENT, Reason.OUTSIDE_HOURS),
    *(Reason.CLOSED, Reason.BAD_TIME),
}
ROOM = {Reason.ROOM_FULL, Reason.ROOM_TOO_SMALL, Reason.ROOM_CLOSED}
PACKAGE = {Reason.PACKAGE_USED, Reason.COURSE_ENDED}
CITIZEN = {Reason.CITIZEN_BUSY}
LOOKS = {
    Level.REFUSE: ("refused", "bad"),
    Level.WARN: ("warning", "warn"),
    Level.NOTE: ("info", "text-3"),
}


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line: icon with its colour role, what is so, and why."""

    icon: str
    ink: str
    title: str
    note: str = ""


def laid_out(line: CheckLine) -> QLayout:
    """A line as it is shown: icon, what is so, and why below it."""
    body = col(Text(line.title, "body", wrap=True), gap=1)
    if line.note:
        body.addWidget(Text(line.note, "small", "text-2", wrap=True))
    whole = row(col(1, Icon(line.icon, line.ink, 16), None), body, gap=10)
    whole.setStretch(1, 1)
    return whole


def free_words(starts: datetime, room: str) -> str:
    """A free time as it is offered: Ons. 18. nov. kl. 11.45 · Boks A."""
    when = f"{dates.short_day(starts.date())} {dates.at_clock(starts)}"
    return f"{when[:1].upper()}{when[1:]}" + (f" · {room}" if room else "")


def check_lines(
    wish: Wish, card: CheckCard, citizen: CourseChoice | None, room: str
) -> list[CheckLine]:
    """Therapist, package, room, citizen and what is worth knowing besides, in that order."""
    found = {o.reason for o in card.obstacles}
    lines = _refused(card, THERAPIST) or [_therapist(wish, card)]
    lines += _refused(card, PACKAGE)
    if card.whole is not None and not found & PACKAGE:
        said = translate("Checks", "The package holds: {n} of {whole}")
        lines.append(_tick(said.format(n=card.number, whole=card.whole)))
    lines += _refused(card, ROOM)
    if wish.room_id and not found & ROOM:
        lines.append(_tick(translate("Checks", "{room} is free").format(room=room)))
    lines += _refused(card, CITIZEN)
    if citizen and not found & CITIZEN:
        lines.append(_tick(translate("Checks", "{who} is free").format(who=citizen.name)))
    return lines + _refused(card, found - THERAPIST - PACKAGE - ROOM - CITIZEN)


def _therapist(wish: Wish, card: CheckCard) -> CheckLine:
    said = translate("Checks", "{who} is free {time}").format(
        who=card.therapist.split(" ")[0], time=dates.at(dates.clock_range(wish.starts, wish.ends))
    )
    if card.hours is None:
        return _tick(said)
    note = translate("Checks", "Works {day} {hours}").format(
        day=dates.weekday_inside(wish.starts.date()),
        hours=f"{dates.clock(card.hours[0])}–{dates.clock(card.hours[1])}",
    )
    return _tick(said, note)


def _tick(title: str, note: str = "") -> CheckLine:
    return CheckLine("check", "good", title, note)


def _refused(card: CheckCard, reasons: set[Reason]) -> list[CheckLine]:
    lines = []
    for obstacle in card.obstacles:
        if obstacle.reason in reasons:
            title, note = tr_obstacle(obstacle.reason, dict(obstacle.facts))
            lines.append(CheckLine(*LOOKS[obstacle.level], title, note))
    return lines
