"""What the fields of a citizen are called, and the words that a note keeps a need or a warning by."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.citizens.same import Alike

translate = QCoreApplication.translate
NEEDS = ("rollator", "kørestol", "hører dårligt", "ledsager")  # as the note keeps them, in Danish
ALERTS = ("hund i hjemmet", "nøgleboks", "to personer")


def tr_citizen_field(name: str) -> str:
    """A field's label; the letter after & jumps to it."""
    return {
        "given_name": translate("CitizenForm", "&First name"),
        "family_name": translate("CitizenForm", "&Last name"),
        "number": translate("CitizenForm", "&CPR number"),
        "address": translate("CitizenForm", "&Address"),
        "postcode": translate("CitizenForm", "P&ostcode"),
        "town": translate("CitizenForm", "&Town"),
        "mobile": translate("CitizenForm", "&Mobile"),
        "phone": translate("CitizenForm", "&Phone"),
        "email": translate("CitizenForm", "&E-mail"),
        "digital_post": translate("CitizenForm", "Letters by &digital post"),
        "language": translate("CitizenForm", "&Interpreter, language"),
        "gp_clinic_id": translate("CitizenForm", "&GP clinic"),
        "ride": translate("CitizenForm", "&Ride"),
        "note": translate("CitizenForm", "&Note"),
        "kin": translate("CitizenForm", "&Kin"),
        "kin_phone": translate("CitizenForm", "Kin's p&hone"),
        "relation": translate("CitizenForm", "I&s the citizen's"),
        "may_act": translate("CitizenForm", "Ma&y agree on times"),
        "guardian": translate("CitizenForm", "Is g&uardian"),
        "protected": translate("CitizenForm", "Name and address are protected"),
    }[name]


def tr_need(need: str) -> str:
    """A need or a warning."""
    return {
        "rollator": translate("CitizenForm", "Walking frame"),
        "kørestol": translate("CitizenForm", "Wheelchair"),
        "hører dårligt": translate("CitizenForm", "Hard of hearing"),
        "ledsager": translate("CitizenForm", "Companion"),
        "hund i hjemmet": translate("CitizenForm", "Dog in the home"),
        "nøgleboks": translate("CitizenForm", "Key box"),
        "to personer": translate("CitizenForm", "Two people"),
    }[need]


def tr_alike(why: Alike) -> str:
    """Why somebody may be the same person."""
    return {
        Alike.NUMBER: translate("CitizenForm", "The same number"),
        Alike.NAME_AND_BIRTHDAY: translate("CitizenForm", "The same name and birthday"),
        Alike.PHONE: translate("CitizenForm", "The same telephone"),
    }[why]
