"""Numbers that name people and places: CPR, replacement CPR, GLN, ydernummer. Source: domain notes section 11."""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from unicodedata import normalize

CPR_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
REPLACEMENT_DAY = 60  # erstatnings-CPR: the first digit is 6 higher


class NumberKind(Enum):
    """What sort of personal number it is."""

    CPR = "cpr"
    REPLACEMENT = "replacement"  # erstatnings-CPR, day 61-91
    X_ECPR = "x-ecpr"
    D_ECPR = "d-ecpr"


class Sex(Enum):
    """What the last digit says."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A parsed number. `modulus_11` is a hint only: valid numbers fail it since 1 October 2007."""

    digits: str
    kind: NumberKind
    born: date
    sex: Sex
    modulus_11: bool

    @property
    def masked(self) -> str:
        """The form for screens and lists: the last four are hidden."""
        return f"{self.digits[:6]}-••••"

    def age_on(self, day: date) -> int:
        """Whole years lived on a day."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


class BadNumber(ValueError):
    """The text is no personal number."""


def parse_personal_number(text: str) -> PersonalNumber:
    """Read a CPR, erstatnings-CPR, X-eCPR or D-eCPR, with or without a dash.

    Raises BadNumber when the form or the date is impossible; never because of modulus 11.
    """
    digits = re.sub(r"[\s–-]", "", normalize("NFKC", text)).upper()
    if re.fullmatch(r"[0-9]{10}", digits):
        return _cpr(digits)
    if re.fullmatch(r"[0-9]{6}[01567][A-Z]{2}[0-9]", digits):
        kind = NumberKind.X_ECPR if digits[6] in "17" else NumberKind.D_ECPR
        century = 1900 if digits[6] in "01" else 2000
        born = _date(int(digits[:2]), int(digits[2:4]), century + int(digits[4:6]))
        return PersonalNumber(digits, kind, born, _sex(digits), False)
    raise BadNumber(text)


def _cpr(digits: str) -> PersonalNumber:
    day, month, two = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    kind = NumberKind.REPLACEMENT if day > REPLACEMENT_DAY else NumberKind.CPR
    if kind is NumberKind.REPLACEMENT:
        day -= REPLACEMENT_DAY
    born = _date(day, month, _century(int(digits[6]), two) + two)
    total = sum(int(d) * w for d, w in zip(digits, CPR_WEIGHTS, strict=True))
    return PersonalNumber(digits, kind, born, _sex(digits), total % 11 == 0)


def _century(seventh: int, two: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if two <= 36 else 1900
    return 2000 if two <= 57 else 1800


def _date(day: int, month: int, year: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as wrong:
        raise BadNumber(f"{day}-{month}-{year}") from wrong


def _sex(digits: str) -> Sex:
    return Sex.MALE if int(digits[-1]) % 2 else Sex.FEMALE


def is_gln(text: str) -> bool:
    """Whether a GLN/EAN has 13 digits and its check digit (weights 1, 3, 1, 3 …) holds."""
    if not re.fullmatch(r"[0-9]{13}", text):
        return False
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(text[:12]))
    return (10 - total % 10) % 10 == int(text[12])


def parse_ydernummer(text: str) -> str:
    """Six digits with leading zeros kept; raises BadNumber. There is no check digit."""
    digits = normalize("NFKC", text).strip()
    if not re.fullmatch(r"[0-9]{1,6}", digits):
        raise BadNumber(text)
    return digits.zfill(6)
