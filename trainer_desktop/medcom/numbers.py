"""The numbers of a message: CPR and eCPR by their form (dk-core 3.4.0), GLN with its check digit (GS1), SOR."""

import re

from trainer_desktop.medcom import codes
from trainer_desktop.rules.identifiers import BadNumber, is_gln, parse_personal_number

_DAY = (
    r"(?:(?:(?:0[1-9]|[12][0-9]|3[01])(?:01|03|05|07|08|10|12))"
    r"|(?:(?:0[1-9]|[12][0-9]|30)(?:04|06|09|11))|(?:(?:0[1-9]|[12][0-9])02))"
)
FORMS = {
    codes.CPR: re.compile(rf"{_DAY}[0-9]{{6}}", re.ASCII),
    codes.X_ECPR: re.compile(rf"{_DAY}[0-9]{{2}}[17][A-Z]{{2}}[0-9]", re.ASCII),
    codes.D_ECPR: re.compile(rf"{_DAY}[0-9]{{2}}[056][A-Z]{{2}}[0-9]", re.ASCII),
}


def ecpr_system(number: str) -> str:
    """The system of a number: a CPR's, or that of the eCPR whose form it has."""
    for system in (codes.X_ECPR, codes.D_ECPR):
        if FORMS[system].fullmatch(number):
            return system
    return codes.CPR


def cpr_holds(number: str) -> bool:
    """Whether its first six digits are a day of the century that its seventh names; no modulus 11, which not every number holds since 2007."""
    if not FORMS[codes.CPR].fullmatch(number):
        return False
    try:
        parse_personal_number(number)
    except BadNumber:
        return False
    return True


def gln_holds(number: str) -> bool:
    """Whether it has 13 digits and the check digit that they give (modulus 10, GS1)."""
    return is_gln(number)


def sor_holds(number: str) -> bool:
    """Whether it has at least 11 digits."""
    return re.fullmatch(r"[0-9]{11,20}", number, re.ASCII) is not None


def yder_holds(number: str) -> bool:
    """Whether a ydernummer has its six digits."""
    return re.fullmatch(r"[0-9]{6}", number, re.ASCII) is not None


def phone_holds(number: str) -> bool:
    """Whether a phone number is digits alone, with a plus before them or not."""
    return re.fullmatch(r"\+?[0-9]{8,14}", number, re.ASCII) is not None
