"""Decides once for each file how its letters are written; what is not certain is refused, never guessed a letter at a time."""

import codecs
import re
from dataclasses import dataclass

MAGIC = (
    (b"PK\x03\x04", "er en Excel-fil (xlsx), ikke CSV; gem den som «CSV UTF-8»"),
    (b"\xd0\xcf\x11\xe0", "er en gammel Excel-fil (xls), ikke CSV; gem den som «CSV UTF-8»"),
    (b"%PDF", "er en PDF, ikke CSV"),
    (b"\x1f\x8b", "er pakket (gzip); pak den ud først"),
    (b"SQLite format 3", "er en database, ikke CSV"),
)
MARKUP = re.compile(rb"\s*<(!doctype|html|\?xml|table|head|meta)", re.IGNORECASE)
BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
TWO_BYTES = re.compile(rb"[\xc3\xc5\xe2][\x80-\xbf]")
TWICE = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
DANISH = frozenset("æøåÆØÅ")
# What a Danish cp1252 export may hold beside ASCII: western letters and ordinary punctuation.
WESTERN = frozenset("éèêëáàâäãíìîïóòôöõúùûüýÿçñšžœðþÉÈÊËÁÀÂÄÃÍÌÎÏÓÒÔÖÕÚÙÛÜÝÇÑŠŽŒÐÞß")
SIGNS = frozenset("§°½¼¾´`¨«»–—‘’“”‚„•…€£·²³µ®©±×÷¿¡ª\u00a0\u00ad") | DANISH | WESTERN
OLD = {"cp850": "DOS (cp850)", "mac_roman": "Mac (Mac Roman)"}


class Undecided(ValueError):
    """How a file is written cannot be told; the text says what it is, after the file's name."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the codec that it was read with, and a sentence where somebody should know of it."""

    text: str
    codec: str
    said: str = ""


def decide(raw: bytes, words: frozenset[str]) -> Decoded:
    """Decode a whole file; `words` are the headings that may be expected, in lower case.

    A file in UTF-8 with single bad bytes is read with those as surrogates, so that only their
    rows are refused. Raises Undecided.
    """
    for start, what in MAGIC:
        if raw.startswith(start):
            raise Undecided(what)
    if MARKUP.match(raw[:200]):
        raise Undecided("er en webside eller XML, ikke CSV; gem den som «CSV UTF-8»")
    for mark, codec in BOMS:
        if raw.startswith(mark):
            return _certain(raw, codec)
    if raw[:4096].count(b"\0") * 8 > len(raw[:4096]):  # single ones cost their rows only
        return _without_mark(raw, words)
    if raw.isascii():
        return Decoded(raw.decode("ascii"), "ascii")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(raw, words)
    _refuse_twice(text)
    return Decoded(text, "utf-8")


def _certain(raw: bytes, codec: str) -> Decoded:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as wrong:
        if codec != "utf-8-sig":
            raise Undecided(
                f"siger, at den er {codec.upper()}, men er det ikke hele vejen"
            ) from wrong
        text = raw.decode(codec, errors="surrogateescape")
    _refuse_twice(text)
    return Decoded(text, codec)


def _without_mark(raw: bytes, words: frozenset[str]) -> Decoded:
    """UTF-16 or UTF-32 that does not say so: certain only when the headings can be read."""
    for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _headings(text, words):
            said = f"er læst som {codec[:6].upper()}, selv om den ikke siger det"
            return Decoded(text, codec, said)
    raise Undecided("har nul-bytes og er ikke en tekstfil; gem den som «CSV UTF-8»")


def _one_byte(raw: bytes, words: frozenset[str]) -> Decoded:
    """Not UTF-8 all the way: nearly so, or a code page with a byte a letter."""
    loose = raw.decode("utf-8", errors="surrogateescape")
    bad = sum("\udc80" <= c <= "\udcff" for c in loose)
    good = len(TWO_BYTES.findall(raw))
    if good > bad:
        said = "er UTF-8, men har bytes, der ikke er det; de rækker er sat til side"
        return Decoded(loose, "utf-8", said)
    readings: dict[str, str] = {}
    for codec in ("cp1252", "cp850", "mac_roman"):
        try:
            readings[codec] = raw.decode(codec)
        except UnicodeDecodeError:
            continue
    named = [c for c, text in readings.items() if _has_danish_heading(text, words)]
    if named:
        codec = named[0]
        return Decoded(readings[codec], codec, f"er læst som {OLD[codec]}" if codec in OLD else "")
    if "cp1252" in readings and _plausible(readings["cp1252"]):
        return Decoded(readings["cp1252"], "cp1252")
    raise Undecided(
        "er hverken UTF-8, UTF-16 eller cp1252, så æ, ø og å kan ikke læses sikkert; gem den som «CSV UTF-8»"
    )


def _headings(text: str, words: frozenset[str]) -> set[str]:
    """The expected headings in the first lines."""
    lines = text[:20000].splitlines()[:10]
    cells = (c.strip().strip('"').casefold() for line in lines for c in re.split("[;,\t|]", line))
    return set(cells) & words


def _has_danish_heading(text: str, words: frozenset[str]) -> bool:
    return any(not heading.isascii() for heading in _headings(text, words))


def _plausible(text: str) -> bool:
    """Whether what is not ASCII is what Danes write, the Danish letters first."""
    odd = [c for c in text if not c.isascii()]
    letters = [c for c in odd if c in DANISH]
    return all(c in SIGNS for c in odd) and (
        len(letters) * 2 >= len(odd) or all(c in WESTERN for c in odd)
    )


def _refuse_twice(text: str) -> None:
    """UTF-8 that was taken for cp1252 and written as UTF-8 again."""
    if TWICE.search(text) and not any(c in DANISH for c in text):
        raise Undecided("er kodet to gange (Ã¦ i stedet for æ); hent udtrækket igen")
