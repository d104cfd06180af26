"""Who asks for a course, and what a check has to say."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.eligibility import Finding

translate = QCoreApplication.translate


def tr_source(source: str) -> str:
    """Who asks."""
    return {
        "citizen": translate("Intake", "The citizen"),
        "kin": translate("Intake", "Kin"),
        "gp": translate("Intake", "The GP"),
        "home_care": translate("Intake", "Home care"),
        "nursing_home": translate("Intake", "Nursing home"),
        "caseworker": translate("Intake", "The assessment office"),
        "therapist": translate("Intake", "A therapist"),
        "hospital": translate("Intake", "Hospital"),
    }[source]


def tr_finding(finding: Finding) -> str:
    """What a check says; the program never decides."""
    return {
        Finding.FINE: translate("Intake", "Nothing against it"),
        Finding.REFUSAL_MAY_BE_PROPOSED: translate("Intake", "A refusal may be proposed"),
        Finding.WARNING: translate("Intake", "Warning"),
        Finding.WEIGH: translate("Intake", "To be weighed"),
        Finding.ASK: translate("Intake", "A person answers"),
    }[finding]


def tr_situation(name: str) -> str:
    """What excepts from a choice; what a municipality's own file calls otherwise is shown as it is."""
    return {
        "leg_amputation": translate("Intake", "Leg amputation"),
        "care_home": translate("Intake", "Lives in a care home"),
        "temporary_stay": translate("Intake", "Temporary stay"),
    }.get(name, name.replace("_", " ").capitalize())
