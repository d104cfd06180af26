"""Danish telephone numbers, however they were typed."""

import re
from unicodedata import normalize


def normal_phone(text: str) -> str:
    """Digits only, without +45; a foreign number keeps its plus. Raises ValueError when it is no number."""
    if re.search(r"\.\d?(\D|$)", text):
        raise ValueError(text)  # a point parts pairs; 62527601.0 is a spreadsheet's number
    plain = re.sub(r"[\s.()-]", "", normalize("NFKC", text))
    plain = re.sub(r"^(\+45|0045)(?=\d{8}$)", "", plain)
    if not re.fullmatch(r"\+?[0-9]{3,15}", plain):
        raise ValueError(text)
    return plain


def spaced_phone(digits: str) -> str:
    """Eight digits in pairs, as they are read aloud."""
    if len(digits) != 8 or not digits.isdigit():
        return digits
    return " ".join(digits[n : n + 2] for n in range(0, 8, 2))
