"""A file inside a message: its type, its title, and whether its bytes are what they say."""

import base64
import binascii
import re

from trainer_desktop.medcom import codes
from trainer_desktop.medcom.finding import Findings
from trainer_desktop.medcom.message import Resource, said

SLOT = "Communication.payload:attachment.content[x]"
PDF = b"%PDF"
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*", b"MM\x00*", b"BM")  # how pictures begin
ENDING = re.compile(
    r"\.(pdf|gif|jpe?g|png|tiff?|bmp|docx?|txt|rtf|xml|json|exe|zip|html?|js)\s*$", re.IGNORECASE
)


def whole_pdf(content: bytes) -> bool:
    """Whether it begins and ends as a PDF does (ISO 32000-1, 7.5)."""
    return content.startswith(PDF) and b"%%EOF" in content[-1024:]


def decoded(text: str) -> bytes | None:
    """The bytes of base64; None for what is none. Line breaks between are allowed."""
    plain = re.sub(r"\s", "", text)
    try:
        return base64.b64decode(plain, validate=True)
    except (binascii.Error, ValueError):
        return None


def check_file(attachment: Resource, where: str, found: Findings, *, whole: bool) -> None:
    """Note every fault of one attachment; not `whole` is one of an earlier message, whose bytes may be left out."""
    kind, title = said(attachment.get("contentType")), said(attachment.get("title"))
    if kind not in codes.FILE_TYPES and (kind or attachment.get("data") is not None):
        found.note(f"{SLOT}.contentType", f"{where}.contentType", kind)
    if not title.strip():
        found.note(f"{SLOT}.title", f"{where}.title")
    elif ENDING.search(title):
        found.note("title-extension", f"{where}.title", title)
    data = attachment.get("data")
    if data is None and (attachment.get("url") or not whole):
        return
    content = decoded(said(data))
    if not content:
        found.note("attachment-data", f"{where}.data")
    elif (kind == "application/pdf" and not whole_pdf(content)) or (
        kind.startswith("image/") and not content.startswith(IMAGES)
    ):
        found.note("attachment-pdf", f"{where}.data")
    size = attachment.get("size")
    if content and size is not None and size != len(content):
        found.note("object-size", f"{where}.size", size)
