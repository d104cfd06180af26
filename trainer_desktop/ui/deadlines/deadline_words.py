"""What the parts of the board, the causes, and the days left are called."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.courses.deadline_board import BoardLine, When
from trainer_desktop.ui import dates
from trainer_desktop.ui.plurals import Plurals

translate = QCoreApplication.translate


def tr_when(when: When) -> str:
    """A part of the board."""
    return {
        When.OVER: translate("Deadlines", "Over"),
        When.TODAY: translate("Deadlines", "Today"),
        When.WEEK: translate("Deadlines", "This week"),
        When.LATER: translate("Deadlines", "Later"),
        When.MISSED: translate("Deadlines", "Missed this year"),
    }[when]


def tr_cause(code: str) -> str:
    """Why a deadline was not met; the first five are KL's own."""
    return {
        "": translate("Deadlines", "Not said"),
        "other_municipality": translate("Deadlines", "Other municipality"),
        "postponed": translate("Deadlines", "Postponed, as the plan says"),
        "free_choice": translate("Deadlines", "Free choice"),
        "free_choice_declined": translate("Deadlines", "Free choice declined"),
        "error": translate("Deadlines", "A mistake"),
        "centre_cancelled": translate("Deadlines", "The centre cancelled"),
        "no_time": translate("Deadlines", "No free time"),
        "plan_late": translate("Deadlines", "The plan came late from the hospital"),
        "citizen_wished": translate("Deadlines", "The citizen wished to wait"),
        "other": translate("Deadlines", "Other"),
    }[code]


def tr_left(line: BoardLine) -> str:
    """What is left, or by how much it is over, in working days; a missed one says when it was met."""
    if line.when is When.MISSED and line.deadline.met_on:
        return translate("Deadlines", "Kept {day}").format(
            day=dates.short_date(line.deadline.met_on)
        )
    if line.when is When.TODAY:
        return translate("Deadlines", "Today")
    days = Plurals().working_days(abs(line.hverdage))
    over = translate("Deadlines", "{days} over").format(days=days)
    return over if line.when is When.OVER else days
