"""The access log in words."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.unusual import Unusual

translate = QCoreApplication.translate


def tr_unusual(why: Unusual) -> str:
    """Why a look-up is shown."""
    return {
        Unusual.OWN_NAME: translate("Access", "Own name"),
        Unusual.COLLEAGUE: translate("Access", "A colleague"),
        Unusual.FAMILY_NAME: translate("Access", "The same family name"),
        Unusual.NO_COURSE: translate("Access", "No course here"),
    }[why]


def tr_seen(what: str) -> str:
    """What was looked at."""
    return {
        "page": translate("Access", "Saw the citizen's page"),
        "notes": translate("Access", "Saw notes"),
    }.get(what, what)
