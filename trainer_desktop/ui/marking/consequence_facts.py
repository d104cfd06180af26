"""What a mark leads to, in words: the sentence above, each fact below, and the verb on the button."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout, QWidget

from trainer_desktop.rules.course import State
from trainer_desktop.rules.entries import EntryKind, NewTime
from trainer_desktop.rules.lateness import Late
from trainer_desktop.rules.notice import Timely
from trainer_desktop.services.attendance.consequence import ConsequenceCard
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.ui import dates
from trainer_desktop.ui.parts.basics import Icon, Meter, Text, col, row
from trainer_desktop.ui.plurals import Plurals
from trainer_desktop.ui.theme import theme

translate = QCoreApplication.translate


def _limit(limit: datetime | None, starts: datetime) -> str:
    if limit is None:
        return ""
    if limit.date() == starts.date():
        return dates.clock(limit)
    return f"{dates.short_day(limit.date())} {dates.clock(limit)}"


def _when(told: datetime, starts: datetime) -> str:
    """The clock, and the day when it was another than the training's."""
    clock = dates.clock(told)
    if told.date() == starts.date():
        return clock
    return f"{clock} ({dates.short_day(told.date())})"


def sentence(card: ConsequenceCard) -> tuple[str, str, str]:
    """Icon, its colour, and what happened."""
    verdict = card.entry.verdict
    told = _when(card.mark.told, card.starts) if card.mark.told else ""
    match card.entry.kind:
        case EntryKind.CANCELLED_LATE:
            limit = verdict.limit if verdict else None
            said = translate("ConsequencePanel", "Cancelled at {told}, after the limit {limit}")
            return (
                "cancelled-late",
                "warn-text",
                said.format(told=told, limit=_limit(limit, card.starts)),
            )
        case EntryKind.CANCELLED_IN_TIME:
            return (
                "cancelled",
                "done-text",
                translate("ConsequencePanel", "Cancelled in time, at {told}").format(told=told),
            )
        case EntryKind.CANCELLED if verdict and verdict.timely is Timely.NOT_NOTED:
            said = translate(
                "ConsequencePanel", "Cancelled. When is not noted, so it is not judged"
            )
            return "cancelled", "done-text", said
        case EntryKind.CANCELLED:
            said = translate(
                "ConsequencePanel", "Cancelled at {told}. The standard names no last minute"
            )
            return "cancelled", "done-text", said.format(told=told)
        case EntryKind.TURNED_AWAY:
            return (
                "late",
                "warn-text",
                translate("ConsequencePanel", "Called off: the citizen came too late"),
            )
        case EntryKind.MISSED:
            said = translate("ConsequencePanel", "Stayed away: no-show number {n} in the course")
            return "stayed-away", "bad-text", said.format(n=card.entry.number)
        case EntryKind.ATTENDED:
            return _attended(card.mark)
        case EntryKind.BOOKED:
            return "undo", "text-2", translate("ConsequencePanel", "The mark is taken away")
        case EntryKind.STAFF_MISSED:
            return (
                "centre-cancelled",
                "done-text",
                translate("ConsequencePanel", "The therapist did not come"),
            )
        case _:
            return (
                "centre-cancelled",
                "done-text",
                translate("ConsequencePanel", "Cancelled by the centre"),
            )


def _attended(mark: Mark) -> tuple[str, str, str]:
    if mark.staff_late_minutes:
        said = translate("ConsequencePanel", "The staff were {n} minutes late").format(
            n=mark.staff_late_minutes
        )
        return "late", "text-2", said
    if mark.late_minutes:
        said = translate("ConsequencePanel", "Came {n} minutes late").format(n=mark.late_minutes)
        return "late", "warn-text", said
    return "came", "good-text", translate("ConsequencePanel", "Came")


def staff_late_fact(late: Late) -> QLayout:
    """What the standard says of the staff being late."""
    if late is Late.MUST_TELL:
        title = translate("ConsequencePanel", "The citizen must be told")
        return fact(
            "phone",
            "warn-text",
            title,
            translate("ConsequencePanel", "It is later than the standard allows."),
        )
    title = translate("ConsequencePanel", "Within what the standard allows")
    return fact("check", "good-text", title, "")


def why_none(card: ConsequenceCard) -> str:
    """Why no re-evaluation is opened."""
    if card.mark.state is State.CANCELLED:
        return translate(
            "ConsequencePanel", "Cancellation number {n} in the course. No limit is set."
        ).format(n=card.entry.number)
    return translate("ConsequencePanel", "The standard asks for none, or one is open already.")


def package_fact(card: ConsequenceCard) -> QLayout:
    """Whether the training counts, and what is left."""
    counts = bool(card.entry.cost)
    if card.granted is None:
        title = translate("ConsequencePanel", "There is no package to count in")
        return fact("calendar", "text-2", title, "")
    form = (
        translate("ConsequencePanel", "The training counts: {used} of {whole} are used")
        if counts
        else translate(
            "ConsequencePanel", "The training does not count: {used} of {whole} are used"
        )
    )
    title = form.format(used=card.used, whole=card.granted)
    meter = Meter("".join(c.value for c in card.cells), title)
    meter.setFixedWidth(theme.px(196))
    return fact(
        "calendar",
        "text-2",
        title,
        Plurals().left(card.left or 0),
        meter,
    )


def new_time_fact(card: ConsequenceCard) -> QLayout:
    """Whether the citizen can have, or is owed, another time."""
    titles = {
        NewTime.OWED: translate("ConsequencePanel", "The centre owes a new time"),
        NewTime.AGREED: translate("ConsequencePanel", "A new time is agreed with the citizen"),
        NewTime.YES: translate("ConsequencePanel", "The citizen can have a new time"),
        NewTime.NO: translate("ConsequencePanel", "No replacement training"),
        NewTime.SILENT: translate("ConsequencePanel", "No replacement by itself"),
        None: translate("ConsequencePanel", "No replacement by itself"),
    }
    notes = {
        NewTime.OWED: translate("ConsequencePanel", "The package is not charged."),
        NewTime.AGREED: translate("ConsequencePanel", "The package is not charged."),
        NewTime.YES: translate("ConsequencePanel", "The training is back in the package."),
        NewTime.NO: translate(
            "ConsequencePanel", "A new time can be booked, but this one is used."
        ),
        NewTime.SILENT: translate(
            "ConsequencePanel", "The standard says nothing of it. You can offer a new time."
        ),
        None: "",
    }
    new = card.entry.new_time
    return fact("repeat", "text-2", titles[new], notes[new])


def fact(icon: str, role: str, title: str, note: str, extra: QWidget | None = None) -> QLayout:
    """One fact with its icon and a note below."""
    body = col(Text(title, "strong", wrap=True), gap=1)
    if note:
        body.addWidget(Text(note, "small", "text-2", wrap=True))
    if extra:
        body.addSpacing(theme.px(6))
        body.addLayout(row(extra, None))
    line = row(col(2, Icon(icon, role, 16), None), body, gap=12)
    line.setStretch(1, 1)
    return line


def verb(card: ConsequenceCard) -> str:
    """What the button does."""
    match card.entry.kind:
        case EntryKind.CANCELLED_LATE:
            return translate("ConsequencePanel", "Note late cancellation")
        case EntryKind.CANCELLED_IN_TIME | EntryKind.CANCELLED:
            return translate("ConsequencePanel", "Note cancellation")
        case EntryKind.MISSED:
            return translate("ConsequencePanel", "Note no-show")
        case EntryKind.ATTENDED:
            late = card.mark.late_minutes or card.mark.staff_late_minutes
            return (
                translate("ConsequencePanel", "Note late arrival")
                if late
                else translate("ConsequencePanel", "Note it")
            )
        case EntryKind.BOOKED:
            return translate("ConsequencePanel", "Take the mark away")
        case EntryKind.STAFF_MISSED:
            return translate("ConsequencePanel", "Note it")
        case _:
            return translate("ConsequencePanel", "Cancel the training")
