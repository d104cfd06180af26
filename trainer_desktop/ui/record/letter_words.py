"""What letters and decisions are called."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def tr_letter(kind: str) -> str:
    """A letter's name."""
    return {
        "grant": translate("Letters", "Grant"),
        "refusal": translate("Letters", "Refusal"),
        "hearing": translate("Letters", "Hearing"),
        "reevaluation": translate("Letters", "Re-evaluation"),
        "end": translate("Letters", "End of the course"),
        "ride_grant": translate("Letters", "Rides granted"),
        "ride_refusal": translate("Letters", "Rides refused"),
        "ride_end": translate("Letters", "Rides end"),
        "own_plan": translate("Letters", "Plan for own training"),
        "summary": translate("Letters", "Summary of the course"),
        "reimbursement": translate("Letters", "Reimbursement of travel"),
    }[kind]


def tr_how(how: str) -> str:
    """How a letter was sent."""
    return {
        "digital": translate("Letters", "Digital post"),
        "letter": translate("Letters", "By letter"),
        "handed_over": translate("Letters", "Handed over"),
    }[how]


def tr_decision(kind: str) -> str:
    """A decision's name."""
    return {
        "grant": translate("Letters", "Grant"),
        "change": translate("Letters", "Other package"),
        "extra": translate("Letters", "Extra trainings"),
        "extension": translate("Letters", "Extension"),
        "refusal": translate("Letters", "Refusal"),
        "end": translate("Letters", "End"),
    }[kind]
