"""What is said beside a field that cannot be so, and of registers: what is taken, what still stands."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.refusal import Reason
from trainer_desktop.ui import dates

translate = QCoreApplication.translate
Facts = Mapping[str, object]


def _said_day(value: object) -> str:
    return dates.date_year(value) if isinstance(value, date) else ""


def of_field(reason: Reason, facts: Facts) -> tuple[str, str] | None:
    """Heading and sentence; None for what is said elsewhere."""
    text = str(facts.get("text", ""))
    match reason:
        case Reason.NOTHING_WRITTEN:
            return translate("Reason", "This must be filled in"), ""
        case Reason.TOO_LONG:
            said = translate("Reason", "There is room for {n} letters.")
            return translate("Reason", "Too long"), said.format(n=facts.get("most", ""))
        case Reason.UNREADABLE:
            return translate("Reason", "«{text}» cannot be read.").format(text=text), ""
        case Reason.CHECK_DIGIT:
            return translate("Reason", "This is no GLN number"), translate(
                "Reason", "It has 13 digits, and the last does not fit the others."
            )
        case Reason.TAKEN:
            return translate("Reason", "«{text}» is there already.").format(text=text), ""
        case Reason.BAD_WEEK:
            said = translate("Reason", "Write for example «ma-fr 8-15.30; on 9-15».")
            if facts.get("overlap"):
                return translate("Reason", "The hours overlap: {text}").format(text=text), said
            return translate("Reason", "«{text}» cannot be read.").format(text=text), said
        case Reason.NOT_IN_USE:
            return translate("Reason", "«{text}» is out of use.").format(text=text), ""
        case Reason.UNUSUAL:
            return translate("Reason", "Can «{text}» be right?").format(text=text), ""
        case Reason.UNKNOWN_FIELD:
            said = translate("Reason", "There is no field «{text}».").format(text=text)
            return said, str(facts.get("hint", ""))
        case _:
            return _of_registers(reason, facts)


def _of_registers(reason: Reason, facts: Facts) -> tuple[str, str] | None:
    match reason:
        case Reason.STILL_STANDS:
            said = translate(
                "Reason", "The first is on {day}. Move them first, on the absence page."
            )
            title = translate("Reason", "Trainings that still stand: {n}")
            return title.format(n=facts.get("n", "")), said.format(
                day=_said_day(facts.get("first"))
            )
        case Reason.SAME_PERSON:
            said = translate("Reason", "{name} has this number.").format(name=facts.get("name", ""))
            return translate("Reason", "The citizen is here already"), said
        case Reason.FUTURE_BIRTH:
            return translate("Reason", "The birth date is to come"), _said_day(facts.get("day"))
        case Reason.NO_CENTRE:
            return translate("Reason", "There is no centre yet"), translate(
                "Reason", "Enter it under Set-up first."
            )
        case Reason.NO_BASIS:
            return translate("Reason", "No legal basis is chosen"), translate(
                "Reason", "A person chooses it."
            )
        case Reason.COURSE_RESTS:
            first, last = (_said_day(facts.get(name)) for name in ("first", "last"))
            return translate("Reason", "The course rests then"), f"{first}–{last}"
        case Reason.BEFORE_DISCHARGE:
            said = translate("Reason", "The discharge, or the plan's own date, is {day}.")
            title = translate("Reason", "Before the hospital's plan")
            return title, said.format(day=_said_day(facts.get("day")))
        case Reason.CITIZEN_MOVED:
            return translate("Reason", "The citizen has moved away from the municipality"), ""
        case Reason.STILL_HOLDS:
            said = translate("Reason", "Move it, or take it out of use first.")
            title = translate("Reason", "Still in use there: {what}").format(
                what=facts.get("what", "")
            )
            return title, said
        case Reason.HEARING_FIRST:
            return translate("Reason", "The citizen must be heard first"), translate(
                "Reason", "Make and send the hearing, or say that the citizen knows the facts."
            )
        case Reason.NO_GUIDANCE:
            said = translate("Reason", "The letter is a decision and must say how one complains.")
            return said, translate("Reason", "The field «{text}» is missing.").format(
                text=facts.get("text", "")
            )
        case Reason.HEARING_WAITS:
            said = translate(
                "Reason",
                "Until {day}. Has the citizen answered, note the day under Days and rights.",
            )
            title = translate("Reason", "The citizen may still answer the hearing")
            return title, said.format(day=_said_day(facts.get("day")))
        case Reason.MAKE_ANEW:
            said = translate(
                "Reason",
                "Its complaint deadline was counted from {day} and the way it was to be sent. Make it again.",
            )
            title = translate("Reason", "The letter does not fit any more")
            return title, said.format(day=_said_day(facts.get("day")))
        case Reason.ALREADY_SENT:
            return translate("Reason", "The letter has been sent"), _said_day(facts.get("day"))
        case Reason.NO_LETTER:
            return translate("Reason", "No letter goes out: the citizen has died"), ""
        case Reason.NOT_ENDED:
            return translate("Reason", "The course has not ended"), ""
        case Reason.CITIZEN_DEAD:
            return translate("Reason", "The citizen has died"), ""
        case Reason.ALREADY_PAUSED:
            first, last = (_said_day(facts.get(name)) for name in ("first", "last"))
            return translate("Reason", "The course rests already"), f"{first}–{last}"
        case _:
            return None
