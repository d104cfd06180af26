"""Reading XML that others wrote: no entities, no network, nothing deep or huge."""

import codecs
import re
from typing import Any

MOST = 98_000_000  # bytes; MedCom takes 100 MB with the envelope
DEEP = 60


class Unsafe(ValueError):
    """The XML cannot be read, or must not be; the first argument is the key of the finding."""


def parse(content: bytes) -> Any:
    """The root element. Raises Unsafe with «size», «doctype», «xml» or «deep»."""
    from lxml import etree

    if len(content) > MOST:
        raise Unsafe("size")
    if re.search(rb"<!\s*(DOCTYPE|ENTITY)", content[:100_000], re.IGNORECASE):
        raise Unsafe("doctype")
    try:
        root = etree.fromstring(content, parser(len(content)))
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise Unsafe("xml", str(wrong)) from None
    if root.getroottree().docinfo.doctype:
        raise Unsafe("doctype")
    if _depth(root) > DEEP:
        raise Unsafe("deep")
    return root


def parser(size: int) -> Any:
    """One that resolves nothing and fetches nothing; a file of some megabytes inside is allowed."""
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=size > 9_000_000,
        remove_comments=True,
        remove_pis=True,
    )


def _depth(root: Any) -> int:
    from lxml import etree

    deepest = depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        if deepest > DEEP:
            break
    return deepest


def encoding_holds(content: bytes) -> bool:
    """Whether the bytes are of the character set that they declare: not UTF-8 under a Latin one, no mark before it, no C1 signs."""
    declared = re.match(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)""", content)
    name = declared.group(1).decode("ascii", "replace").casefold() if declared else "utf-8"
    if not _latin(name):
        return True
    if content.startswith(b"\xef\xbb\xbf"):
        return False
    if not re.search(rb"[\x80-\xff]", content):
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return re.search(rb"[\x80-\x9f]", content) is None or not name.startswith("iso")
    return False  # Danish letters in ISO-8859-1 are no UTF-8: these bytes are


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _latin(name: str) -> bool:
    return _codec(name).startswith(("iso8859", "cp125"))
