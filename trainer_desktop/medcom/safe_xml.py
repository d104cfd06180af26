"""Reading XML that others wrote: no entities, no network, nothing deep or huge."""

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
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=len(content) > 9_000_000,  # a file of some megabytes inside is allowed
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as wrong:
        raise Unsafe("xml", str(wrong)) from None
    if root.getroottree().docinfo.doctype:
        raise Unsafe("doctype")
    if _depth(root) > DEEP:
        raise Unsafe("deep")
    return root


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
    """Whether the bytes are of the character set that they declare: not UTF-8 under ISO-8859-1."""
    declared = re.match(rb"""\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)""", content)
    name = declared.group(1).decode("ascii", "replace").casefold() if declared else "utf-8"
    if name not in ("iso-8859-1", "latin-1", "latin1"):
        return True
    if not re.search(rb"[\x80-\xff]", content):
        return True
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False  # Danish letters in ISO-8859-1 are no UTF-8: these bytes are
