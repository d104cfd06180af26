"""Roles, rights, and why a password is refused, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.passwords import LEAST, Weakness
from trainer_desktop.rules.rights import Right, UserRole

translate = QCoreApplication.translate


def tr_role(role: UserRole) -> str:
    """What a role is called."""
    return {
        UserRole.FRONT_DESK: translate("Rights", "Front desk"),
        UserRole.THERAPIST: translate("Rights", "Therapist"),
        UserRole.RESPONSIBLE: translate("Rights", "Responsible"),
        UserRole.MANAGER: translate("Rights", "Manager"),
        UserRole.ADMINISTRATOR: translate("Rights", "Administrator"),
        UserRole.READER: translate("Rights", "Reader"),
    }[role]


def tr_role_short(role: UserRole) -> str:
    """What a role is called at the head of a narrow column."""
    if role is UserRole.ADMINISTRATOR:
        return translate("Rights", "Admin.")
    return tr_role(role)


def tr_right(right: Right) -> str:
    """What a right lets one do."""
    return {
        Right.SEE_CALENDAR: translate("Rights", "See the calendar and teams"),
        Right.BOOK: translate("Rights", "Book, move and cancel"),
        Right.MARK: translate("Rights", "Note attendance and cancellations"),
        Right.OVERRIDE: translate("Rights", "Book against a rule, with a reason"),
        Right.SEE_CITIZENS: translate("Rights", "See citizens, transport and packages"),
        Right.CHANGE_CITIZENS: translate(
            "Rights", "Take citizens and courses in, and correct them"
        ),
        Right.READ_CLINICAL: translate("Rights", "Read notes, tests and goals"),
        Right.WRITE_CLINICAL: translate("Rights", "Write notes and tests"),
        Right.DECIDE: translate("Rights", "Decide and answer a re-evaluation"),
        Right.SEND_STATUS: translate("Rights", "Send the end status to the GP"),
        Right.ACCESS_LOG: translate("Rights", "See the access log"),
        Right.SET_UP: translate("Rights", "Standards, rooms and closing days"),
        Right.USERS: translate("Rights", "Users, roles and keys"),
        Right.BACKUP: translate("Rights", "Backups and the database"),
    }[right]


def tr_right_refused(facts: Mapping[str, object]) -> str:
    """Which right it would need."""
    said = str(facts.get("right", ""))
    needed = next((tr_right(right) for right in Right if right.value == said), said)
    text = translate("Rights", "It needs the right «{right}». An administrator gives roles.")
    return text.format(right=needed)


def tr_weakness(weakness: str) -> str:
    """Why a password is refused."""
    said = {
        Weakness.TOO_SHORT.value: translate(
            "Rights", "It needs at least {n} signs: four words will do."
        ),
        Weakness.TOO_LONG.value: translate("Rights", "It is too long."),
        Weakness.COMMON.value: translate("Rights", "Everybody tries that first."),
        Weakness.NAMES.value: translate("Rights", "It is made of your own name."),
        Weakness.SAME_SIGNS.value: translate("Rights", "It repeats itself, or counts."),
    }.get(weakness, "")
    return said.format(n=LEAST)
