"""What the registers, their fields and their choices are called."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.rules.course import Form
from trainer_desktop.rules.kinds import AbsenceKind, RoomKind
from trainer_desktop.services.registers.every import Missing
from trainer_desktop.services.registers.sheet import Lack, NotATable
from trainer_desktop.ui.words import tr_absence, tr_form

translate = QCoreApplication.translate


def tr_register(key: str) -> str:
    """A register's name."""
    return {
        "centres": translate("Register", "Centres"),
        "rooms": translate("Register", "Rooms"),
        "staff": translate("Register", "Colleagues"),
        "choices": translate("Register", "Standards and choices"),
        "absences": translate("Register", "Absences"),
        "closing": translate("Register", "Closing days"),
        "packages": translate("Register", "Packages"),
        "teams": translate("Register", "Teams"),
        "clinics": translate("Register", "GP clinics"),
        "letters": translate("Register", "Letters"),
        "check": translate("Register", "Check at the end"),
        "users": translate("Register", "Users"),
        "access": translate("Register", "Access log"),
        "backups": translate("Register", "Backups"),
    }[key]


def tr_new(key: str) -> str:
    """What a new row is called."""
    return {
        "centres": translate("Register", "New centre"),
        "rooms": translate("Register", "New room"),
        "staff": translate("Register", "New colleague"),
        "absences": translate("Register", "New absence"),
        "closing": translate("Register", "New closing day"),
        "packages": translate("Register", "New package"),
        "teams": translate("Register", "New team"),
        "clinics": translate("Register", "New GP clinic"),
    }[key]


def tr_empty(key: str) -> tuple[str, str]:
    """What an empty register says: what to do, and what follows."""
    return {
        "centres": (
            translate("Register", "Begin with your centre"),
            translate(
                "Register", "Only its name is needed. Satellites are entered in the same way."
            ),
        ),
        "rooms": (
            translate("Register", "Where do you train?"),
            translate("Register", "The places are how many citizens a room holds at once."),
        ),
        "staff": (
            translate("Register", "Who works here?"),
            translate("Register", "With working hours they can be booked at once."),
        ),
        "absences": (
            translate("Register", "Nobody is away from now on"),
            translate(
                "Register", "Holidays and courses are entered here; whom they hit is moved first."
            ),
        ),
        "closing": (
            translate("Register", "No closing days to come"),
            translate(
                "Register", "The holidays come by themselves; your own days are entered here."
            ),
        ),
        "packages": (
            translate("Register", "What does the municipality grant?"),
            translate("Register", "A course can have a package from the list, or free figures."),
        ),
        "teams": (
            translate("Register", "No teams yet"),
            translate("Register", "A team with its meetings is made on the page Teams."),
        ),
        "clinics": (
            translate("Register", "No GP clinics yet"),
            translate("Register", "They are needed for the end status."),
        ),
    }[key]


def tr_field(name: str) -> str:
    """A field's label; the letter after & jumps to it."""
    return {
        "name": translate("Register", "&Name"),
        "municipality": translate("Register", "&Municipality"),
        "parent_id": translate("Register", "&Satellite of"),
        "address": translate("Register", "&Address"),
        "phone": translate("Register", "&Phone"),
        "opening": translate("Register", "&Opening hours"),
        "sor": translate("Register", "SO&R code"),
        "gln": translate("Register", "&GLN number"),
        "staff_id": translate("Register", "&Who"),
        "first": translate("Register", "&From"),
        "last": translate("Register", "Thr&ough"),
        "note": translate("Register", "No&te"),
        "kind": translate("Register", "&Kind"),
        "capacity": translate("Register", "P&laces"),
        "equipment": translate("Register", "&Equipment, with commas between"),
        "centre_id": translate("Register", "&Centre"),
        "initials": translate("Register", "&Initials"),
        "title": translate("Register", "&Job title"),
        "day": translate("Register", "&Day"),
        "trainings": translate("Register", "N&umber of trainings"),
        "minutes": translate("Register", "Mi&nutes each"),
        "form": translate("Register", "&Form"),
        "room_id": translate("Register", "&Room"),
        "therapist_id": translate("Register", "&Therapist"),
        "ydernummer": translate("Register", "P&ractice number"),
        "takes_fhir": translate("Register", "Takes messages as F&HIR"),
    }[name]


def tr_room_kind(kind: RoomKind) -> str:
    """What sort of room."""
    return {
        RoomKind.GYM: translate("Register", "Gym"),
        RoomKind.BOX: translate("Register", "Treatment room"),
        RoomKind.POOL: translate("Register", "Pool"),
        RoomKind.KITCHEN: translate("Register", "Kitchen"),
        RoomKind.OTHER: translate("Register", "Other"),
    }[kind]


def tr_choice(register: str, value: str) -> str:
    """One value of the field that is chosen in a register."""
    if register == "absences":
        return tr_absence(AbsenceKind(value))
    if register == "rooms":
        return tr_room_kind(RoomKind(value))
    return tr_form(Form(value))


def tr_missing(what: Missing, names: tuple[str, ...]) -> str:
    """What a centre lacks."""
    return {
        Missing.CENTRE: translate("Register", "Your centre's name"),
        Missing.ROOM: translate("Register", "Rooms"),
        Missing.STAFF: translate("Register", "Colleagues"),
        Missing.HOURS: translate("Register", "Working hours: {who}"),
        Missing.STANDARD: translate("Register", "A quality standard"),
        Missing.PACKAGE: translate("Register", "Packages"),
        Missing.CITIZEN: translate("Register", "The first citizen"),
        Missing.COURSE: translate("Register", "The first course"),
    }[what].format(who=", ".join(names))


def tr_lack(wrong: NotATable) -> str:
    """Why a file is no table of a register."""
    column = wrong.lack is Lack.COLUMN
    name = tr_field(wrong.field).replace("&", "") if column else wrong.field
    return {
        Lack.TOO_LARGE: translate("Register", "the file is too large"),
        Lack.EMPTY: translate("Register", "the file is empty"),
        Lack.NO_TABLE: translate("Register", "the file cannot be read as a table"),
        Lack.COLUMN: translate("Register", "the column «{name}» is missing").format(name=name),
        Lack.UNKNOWN: translate("Register", "the column «{name}» is not known").format(name=name),
        Lack.TWICE: translate("Register", "the column «{name}» is there twice").format(name=name),
        Lack.LONG_ROW: translate(
            "Register", "line {n} has more fields than the heading, or a quotation mark is missing"
        ).format(n=wrong.field),
        Lack.UNDECIDED: wrong.field,
    }[wrong.lack]
