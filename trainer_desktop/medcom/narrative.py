"""What each resource says in words, for a receiver that only shows text: Danish first, the element's name beside it."""

from collections.abc import Iterable
from html import escape

Lines = Iterable[tuple[str, str]]


def narrative(lines: Lines, *, extensions: bool = False) -> dict[str, str]:
    """A FHIR Narrative of «label: words» lines; those without words are left out. Everything is escaped."""
    said = "".join(
        f"<p><b>{escape(label)}</b>: {_words(words)}</p>" for label, words in lines if words
    )
    div = f'<div xmlns="http://www.w3.org/1999/xhtml">{said}</div>'
    return {"status": "extensions" if extensions else "generated", "div": div}


def _words(words: str) -> str:
    return escape(words).replace("\n", "<br/>")
