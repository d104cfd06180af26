"""Text for ISO-8859-1: what does not fit is written another way, and what cannot be is told, never dropped."""

import unicodedata

WRITTEN = str.maketrans(
    {
        **dict.fromkeys("–—‐‑‒―−", "-"),
        **dict.fromkeys("’‘‛′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **{"…": "...", "≥": ">=", "≤": "<=", "→": "til", "•": "-", "·": "-", "№": "nr."},
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2003\u2002\u200a", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\ufe0f", ""),
        **{"€": "EUR", "™": "(TM)", "Œ": "OE", "œ": "oe", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d"},
        **{"ı": "i", "ẞ": "SS", "ƒ": "f", "×": "x", "≈": "ca.", "≠": "ikke lig med"},
    }
)
KEPT = "«»´·×"  # these are in the character set


def fit(text: str) -> tuple[str, str]:
    """The text as ISO-8859-1 holds it, and the characters that became «?», each once.

    An accented letter that the set does not have loses its accent («Łukasz Nowák» keeps á, ś becomes s).
    """
    written, lost = [], []
    for sign in unicodedata.normalize("NFC", text):
        if sign in KEPT or (ord(sign) < 256 and sign not in "\u00a0\u00ad"):
            written.append(sign)
            continue
        other = sign.translate(WRITTEN)
        if other == sign:
            other = "".join(c for c in unicodedata.normalize("NFKD", sign) if ord(c) < 256)
        if not other and sign.translate(WRITTEN) == sign:
            lost.append(sign)
            other = "?"
        written.append(other)
    return "".join(written), "".join(dict.fromkeys(lost))
