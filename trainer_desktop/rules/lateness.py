"""Coming late: the citizen (row 44) and the staff (row 45)."""

from enum import Enum

from trainer_desktop.rules.standard import Standard


class Late(Enum):
    """What lateness leads to."""

    HELD = "held"
    MAY_CANCEL = "may_cancel"  # staff choose
    FINE = "fine"
    MUST_TELL = "must_tell"
    SILENT = "silent"


def citizen_late(edition: Standard | None, minutes: int) -> Late:
    """What follows when the citizen comes this many minutes late; the limit itself is in time, unless the file includes it."""
    rule = edition.lateness.citizen if edition else None
    if rule is None or rule.over_minutes is None:
        return Late.SILENT
    limit = rule.over_minutes - (1 if rule.including else 0)
    return Late.MAY_CANCEL if minutes > limit else Late.HELD


def staff_late(edition: Standard | None, minutes: int) -> Late:
    """Whether the citizen must be told that staff are late."""
    rule = edition.lateness.staff if edition else None
    if rule is None or rule.at_most_minutes is None:
        return Late.SILENT
    return Late.MUST_TELL if minutes > rule.at_most_minutes else Late.FINE
