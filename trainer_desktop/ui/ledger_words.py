"""The words for the lines of the ledger, and for why each counts."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.entries import Entry, EntryKind, Ground, NewTime
from trainer_desktop.rules.notice import Timely

translate = QCoreApplication.translate


def tr_entry(entry: Entry, late_minutes: int = 0) -> tuple[str, str, str]:
    """What happened, with tone and icon."""
    match entry.kind:
        case EntryKind.GRANTED:
            return translate("Entry", "Granted"), "accent", "plan"
        case EntryKind.EXTRA:
            return translate("Entry", "Extra trainings"), "accent", "plus"
        case EntryKind.BOOKED:
            return translate("Entry", "Booked"), "accent", "calendar"
        case EntryKind.ATTENDED:
            if late_minutes:
                said = translate("Entry", "{n} min. late").format(n=late_minutes)
                return said, "warn", "late"
            return translate("Entry", "Came"), "good", "came"
        case EntryKind.CANCELLED_IN_TIME:
            return translate("Entry", "Cancelled in time"), "done", "cancelled"
        case EntryKind.CANCELLED:
            timely = entry.verdict.timely if entry.verdict else None
            if timely is Timely.NOT_SAID:
                said = translate("Entry", "Cancelled; the standard names no limit")
                return said, "done", "cancelled"
            if timely is Timely.NOT_NOTED:
                said = translate("Entry", "Cancelled; when is not noted")
                return said, "done", "cancelled"
            return translate("Entry", "Cancelled"), "done", "cancelled"
        case EntryKind.CANCELLED_LATE:
            return translate("Entry", "Late cancellation"), "warn", "cancelled-late"
        case EntryKind.MISSED:
            return translate("Entry", "Stayed away"), "bad", "stayed-away"
        case EntryKind.CENTRE_CANCELLED:
            return translate("Entry", "Cancelled by the centre"), "done", "centre-cancelled"
        case EntryKind.STAFF_MISSED:
            return translate("Entry", "Therapist did not come"), "done", "centre-cancelled"
        case EntryKind.TURNED_AWAY:
            return translate("Entry", "Called off: came too late"), "warn", "late"
        case _:
            assert_never(entry.kind)


def tr_ground(entry: Entry) -> str:
    """Why an entry counts or does not."""
    match entry.ground:
        case Ground.GRANT:
            return ""
        case Ground.HELD:
            return translate("Ground", "Held")
        case Ground.TO_COME:
            return ""
        case Ground.CENTRE_NEVER_CHARGES:
            return translate("Ground", "The centre's cancellation never counts")
        case Ground.EXCUSED:
            return translate("Ground", "A person decided that it does not count")
        case Ground.EXCUSED_KIND:
            return translate("Ground", "Late, but the centre does not count it")
        case Ground.REPLACED:
            return translate("Ground", "Is made good")
        case Ground.NOT_REPLACED:
            return translate("Ground", "Is not made good, so it counts")
        case Ground.IN_TIME_REPLACED:
            return translate("Ground", "In time: is made good")
        case Ground.LATE_NOT_REPLACED:
            return translate("Ground", "Too late: is not made good")
        case Ground.NOT_YET_REPEATED if entry.new_time is NewTime.SILENT:
            return translate("Ground", "No number is set for «repeated»: does not count")
        case Ground.NOT_YET_REPEATED:
            return translate("Ground", "Not repeated: does not count")
        case Ground.REPEATED:
            return translate("Ground", "Repeated: is not made good")
        case Ground.COUNTS_AS_NO_SHOW:
            return translate("Ground", "Too late: counts as a no-show")
        case Ground.LATE_USED:
            return translate("Ground", "Too late: counts, and is no no-show")
        case Ground.FIRST_ARE_USED:
            return translate("Ground", "No more are made good")
        case Ground.SILENT:
            return translate("Ground", "The standard is silent: does not count")
        case _:
            assert_never(entry.ground)
