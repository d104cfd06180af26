"""The words for what rules and services answer."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.course import Form, State
from trainer_desktop.rules.kinds import AbsenceKind, CallOutcome, DoorStep
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.booking.openings import Wished
from trainer_desktop.services.calendar.cards import Mark
from trainer_desktop.services.waiting.fitting import Misfit
from trainer_desktop.ui.plurals import Plurals

translate = QCoreApplication.translate
TONES = {
    Look.PLANNED: "accent",
    Look.NEEDS_MARK: "accent",
    Look.CAME: "good",
    Look.LATE: "warn",
    Look.IN_TIME: "done",
    Look.LATE_CANCEL: "warn",
    Look.CANCELLED: "done",
    Look.TURNED_AWAY: "warn",
    Look.STAYED_AWAY: "bad",
    Look.CENTRE: "done",
}
ICONS = {
    Look.PLANNED: "calendar",
    Look.NEEDS_MARK: "needs-mark",
    Look.CAME: "came",
    Look.LATE: "late",
    Look.IN_TIME: "cancelled",
    Look.LATE_CANCEL: "cancelled-late",
    Look.CANCELLED: "cancelled",
    Look.TURNED_AWAY: "late",
    Look.STAYED_AWAY: "stayed-away",
    Look.CENTRE: "centre-cancelled",
}


def tr_look(look: Look) -> str:
    """How a training stands."""
    match look:
        case Look.PLANNED:
            return translate("Look", "Planned")
        case Look.NEEDS_MARK:
            return translate("Look", "Attendance missing")
        case Look.CAME:
            return translate("Look", "Came")
        case Look.LATE:
            return translate("Look", "Late")
        case Look.IN_TIME:
            return translate("Look", "Cancelled in time")
        case Look.LATE_CANCEL:
            return translate("Look", "Late cancellation")
        case Look.CANCELLED:
            return translate("Look", "Cancelled")
        case Look.TURNED_AWAY:
            return translate("Look", "Called off: came too late")
        case Look.STAYED_AWAY:
            return translate("Look", "Stayed away")
        case Look.CENTRE:
            return translate("Look", "Cancelled by the centre")
        case _:
            assert_never(look)


def tr_look_short(look: Look) -> str:
    """The same where there is little room."""
    match look:
        case Look.PLANNED:
            return translate("LookShort", "Planned")
        case Look.NEEDS_MARK:
            return translate("LookShort", "Missing")
        case Look.CAME:
            return translate("LookShort", "Came")
        case Look.LATE:
            return translate("LookShort", "Late")
        case Look.IN_TIME | Look.LATE_CANCEL | Look.CANCELLED:
            return translate("LookShort", "Cancelled")
        case Look.TURNED_AWAY:
            return translate("LookShort", "Too late")
        case Look.STAYED_AWAY:
            return translate("LookShort", "Absent")
        case Look.CENTRE:
            return translate("LookShort", "Centre")
        case _:
            assert_never(look)


def tr_mark(mark: Mark) -> str:
    """A small fact beside a name."""
    match mark:
        case Mark.FIRST:
            return translate("Mark", "First time")
        case Mark.LAST:
            return translate("Mark", "Last time")
        case Mark.RIDE:
            return translate("Mark", "Ride")
        case Mark.REEVALUATION:
            return translate("Mark", "Re-evaluation")
        case Mark.HEARING:
            return translate("Mark", "Hears badly")
        case Mark.WALKER:
            return translate("Mark", "Walking frame")
        case Mark.WHEELCHAIR:
            return translate("Mark", "Wheelchair")
        case _:
            assert_never(mark)


def tr_form(form: Form) -> str:
    """How a training is given."""
    match form:
        case Form.INDIVIDUAL:
            return translate("Form", "Individual")
        case Form.TEAM:
            return translate("Form", "Team")
        case Form.POOL:
            return translate("Form", "Team in the pool")
        case Form.HOME:
            return translate("Form", "At home")
        case Form.OWN:
            return translate("Form", "Own training")
        case _:
            assert_never(form)


def tr_absence(kind: AbsenceKind) -> str:
    """Why staff are away."""
    match kind:
        case AbsenceKind.ILL:
            return translate("Absence", "Ill")
        case AbsenceKind.COURSE:
            return translate("Absence", "Course")
        case AbsenceKind.HOLIDAY:
            return translate("Absence", "Holiday")
        case AbsenceKind.MEETING:
            return translate("Absence", "Meeting")
        case AbsenceKind.OTHER:
            return translate("Absence", "Away")
        case _:
            assert_never(kind)


def tr_state(state: State) -> str:
    """What a mark notes, for the undo menu."""
    match state:
        case State.PLANNED:
            return translate("State", "Take the mark away")
        case State.ATTENDED:
            return translate("State", "Came")
        case State.CANCELLED:
            return translate("State", "Cancellation")
        case State.MISSED:
            return translate("State", "No-show")
        case State.CENTRE_CANCELLED:
            return translate("State", "Cancelled by the centre")
        case State.STAFF_MISSED:
            return translate("State", "Therapist did not come")
        case State.TURNED_AWAY:
            return translate("State", "Called off: came too late")
        case _:
            assert_never(state)


def tr_call(outcome: CallOutcome) -> str:
    """What a telephone call came to."""
    match outcome:
        case CallOutcome.ACCEPTED:
            return translate("Call", "Said yes")
        case CallOutcome.DECLINED:
            return translate("Call", "Said no")
        case CallOutcome.NO_ANSWER:
            return translate("Call", "No answer")
        case CallOutcome.MESSAGE:
            return translate("Call", "Message left")
        case CallOutcome.CALLS_BACK:
            return translate("Call", "Calls back")
        case CallOutcome.REACHED:
            return translate("Call", "Reached")
        case _:
            assert_never(outcome)


def tr_door(step: DoorStep) -> str:
    """Whom to try when the door is not opened."""
    match step:
        case DoorStep.CITIZEN:
            return translate("Door", "Call the citizen")
        case DoorStep.KIN:
            return translate("Door", "Call the relatives")
        case DoorStep.HOME_CARE:
            return translate("Door", "Call the home care")
        case DoorStep.VISITATION:
            return translate("Door", "Call the assessment office")
        case DoorStep.LOCKSMITH:
            return translate("Door", "Send for a locksmith")
        case _:
            assert_never(step)


def tr_wished(wish: Wished) -> str:
    """What was wished of a series."""
    match wish:
        case Wished.DAYS:
            return translate("Wished", "only these days")
        case Wished.HOURS:
            return translate("Wished", "only these hours")
        case Wished.THERAPIST:
            return translate("Wished", "only this therapist")
        case Wished.ROOM:
            return translate("Wished", "the room")
        case Wished.EQUIPMENT:
            return translate("Wished", "the equipment")
        case Wished.LAST_DAY:
            return translate("Wished", "the last day")
        case Wished.SKIPPED:
            return translate("Wished", "the weeks left out")
        case Wished.PER_WEEK:
            return translate("Wished", "so few a week")
        case _:
            assert_never(wish)


def tr_misfit(why: Misfit, count: int) -> str:
    """Why a freed time does not fit so many of those who wait."""
    return Plurals().misfits(why, count)
