"""Who may do what: one table of roles and rights, and which right each change of a register needs.

A right is given by a role only. «Own» is a responsible therapist's own courses. Source: product notes, roles; SUL § 42 a
(only who needs it for the treatment reads it), GDPR art. 5 (1) (f).
"""

from enum import Enum


class UserRole(Enum):
    """What somebody who logs in is here; a colleague's title is another thing."""

    FRONT_DESK = "front_desk"
    THERAPIST = "therapist"
    RESPONSIBLE = "responsible"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"
    READER = "reader"


class Right(Enum):
    """One thing that somebody may do or not."""

    SEE_CALENDAR = "see_calendar"
    BOOK = "book"
    MARK = "mark"
    OVERRIDE = "override"
    SEE_CITIZENS = "see_citizens"
    CHANGE_CITIZENS = "change_citizens"
    READ_CLINICAL = "read_clinical"
    WRITE_CLINICAL = "write_clinical"
    DECIDE = "decide"
    SEND_STATUS = "send_status"
    ACCESS_LOG = "access_log"
    SET_UP = "set_up"
    USERS = "users"
    BACKUP = "backup"


class May(Enum):
    """Whether a role has a right."""

    NO = 0
    OWN = 1  # in the courses that one is responsible for
    YES = 2


_F, _T, _R, _M, _A, _L = UserRole
_DESK = (_F, _T, _R, _M)


def _row(*roles: UserRole, own: tuple[UserRole, ...] = ()) -> dict[UserRole, May]:
    return {
        role: May.YES if role in roles else May.OWN if role in own else May.NO for role in UserRole
    }


RIGHTS: dict[Right, dict[UserRole, May]] = {
    Right.SEE_CALENDAR: _row(*_DESK, _L),
    Right.BOOK: _row(*_DESK),
    Right.MARK: _row(*_DESK),
    Right.OVERRIDE: _row(_M, own=(_R,)),
    Right.SEE_CITIZENS: _row(*_DESK, _L),
    Right.CHANGE_CITIZENS: _row(*_DESK),
    Right.READ_CLINICAL: _row(_T, _R, _M),
    Right.WRITE_CLINICAL: _row(_T, _R),
    Right.DECIDE: _row(_M, own=(_R,)),
    Right.SEND_STATUS: _row(_M, own=(_R,)),
    Right.ACCESS_LOG: _row(_M),
    Right.SET_UP: _row(_M, _A),
    Right.USERS: _row(_A),
    Right.BACKUP: _row(_M, _A),
}

# The right that a change of each register needs; «table.field» and «table+» (a new row) before the table itself.
CHANGES: dict[str, Right] = {
    "app_user": Right.USERS,
    "access_seen": Right.ACCESS_LOG,
    "training_session.override": Right.OVERRIDE,
    **dict.fromkeys(
        (
            *("centre", "room", "staff", "working_hours", "closing_day", "gp_clinic", "package"),
            *("letter_text", "standard_file"),
        ),
        Right.SET_UP,
    ),
    **dict.fromkeys(
        (
            *("citizen", "kin", "look", "consent", "course", "course_event", "course_pause"),
            *("loan", "ride_grant", "fare", "letter", "complaint"),
        ),
        Right.CHANGE_CITIZENS,
    ),
    **dict.fromkeys(
        (
            *("training_session", "team", "team_series", "team_member", "waiting_entry"),
            *("staff_absence", "room_closure", "call", "call_list", "late_reason"),
        ),
        Right.BOOK,
    ),
    **dict.fromkeys(("participant", "correction", "door_call", "reply"), Right.MARK),
    **dict.fromkeys(("measurement", "course_text", "note", "goal"), Right.WRITE_CLINICAL),
    **dict.fromkeys(("decision", "reevaluation", "course.ended", "extra_trainings"), Right.DECIDE),
    **dict.fromkeys(("end_status", "message", "status_record"), Right.SEND_STATUS),
}


def may(role: UserRole | None, right: Right) -> May:
    """Whether a role has a right; nobody known has none."""
    return RIGHTS[right][role] if role else May.NO


def needed(table: str, *, new: bool, fields: frozenset[str] = frozenset()) -> set[Right]:
    """The rights that a change needs; raises KeyError for a register that has none, which no register may."""
    if new:
        return {CHANGES.get(f"{table}+") or CHANGES[table]}
    return {CHANGES.get(f"{table}.{name}") or CHANGES[table] for name in fields or {""}}
