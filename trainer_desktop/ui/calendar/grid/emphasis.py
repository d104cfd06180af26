"""Bringing some trainings out, and dimming the rest: one key each."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.ui.words import tr_form

translate = QCoreApplication.translate


class Emphasis(Enum):
    """What is brought out."""

    UNMARKED = "1"
    COURSE = "2"
    THERAPIST = "3"
    FORM = "4"


Bright = Callable[[BlockCard], bool]


def brought_out(kind: Emphasis, chosen: BlockCard | None) -> tuple[Bright, str] | None:
    """Which trainings stay bright, and in words what they have in common; None when nothing is chosen to go by."""
    if kind is Emphasis.UNMARKED:
        return lambda b: _waits(b), translate("Emphasis", "Without a mark")
    if chosen is None:
        return None
    match kind:
        case Emphasis.COURSE:
            courses = {p.course_id for p in chosen.people}
            if not courses:
                return None
            return lambda b: any(p.course_id in courses for p in b.people), chosen.title
        case Emphasis.THERAPIST:
            return lambda b: b.therapist_id == chosen.therapist_id, chosen.therapist
        case Emphasis.FORM:
            return lambda b: b.form is chosen.form, tr_form(chosen.form)


def _waits(block: BlockCard) -> bool:
    return any(p.look is Look.NEEDS_MARK for p in block.people)
