"""What came back: receipts and answers read from a folder, each once, and put to the message that they are about.

The files are read before anybody's turn to write (`arrived`); what they say is then put down in one (`take`).
"""

import hashlib
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, and_, select

from trainer_desktop.medcom import oioxml, receipts
from trainer_desktop.medcom.receipts import Received
from trainer_desktop.medcom.values import Ids
from trainer_desktop.models.centre import Centre
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course
from trainer_desktop.models.message import EndStatus, Message, Reply
from trainer_desktop.models.work import Work
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.store.moments import wall_time
from trainer_desktop.services.store.trouble import os_words

MOST = 100_000_000  # bytes of a file that is looked at
LATEST = timedelta(days=400)  # after this nothing is answered any more
PARTS = ("mail envelope", "mail letter", "file envelope", "file letter")


@dataclass(frozen=True, slots=True)
class ReplyCard:
    """A receipt, an answer, or a letter of the same citizen that names no message; `accepted` None but for a receipt.

    `from_clinic` is whether it says that it comes from the clinic the message was made for.
    """

    id: uuid.UUID
    message_id: uuid.UUID | None
    kind: str
    accepted: bool | None
    said: str
    sender: str
    read_at: datetime
    seen_by: str
    from_clinic: bool


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that is new: its name, digest, and what it says; None when it is no receipt and no answer."""

    name: str
    digest: str
    found: Received | None


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at the folder came to: what is new, and the names of files that could not be read."""

    new: int
    unknown: tuple[str, ...]
    unreadable: tuple[str, ...]


def known(work: Work) -> set[str]:
    """The digests of what has been read before."""
    return set(work.scalars(select(Reply.digest)))


def arrived(folder: Path, known: Collection[str]) -> list[Arrived]:
    """Read what is new in the folder; the files stay where they are. Raises Refused FOLDER when it cannot be read."""
    try:
        files = sorted(folder.iterdir())
    except OSError as wrong:
        raise Refused(Reason.FOLDER, folder=str(folder), text=os_words(wrong)) from wrong
    new: dict[str, Arrived] = {}
    for file in files:
        if file.name.startswith(".") or not file.is_file():
            continue
        try:
            content = file.read_bytes() if file.stat().st_size <= MOST else b""
        except OSError:
            new[file.name] = Arrived(file.name, "", None)
            continue
        digest = hashlib.sha256(content).hexdigest()
        if digest not in known and digest not in new:
            found = _read(content) if content else None
            new[digest if found else file.name] = Arrived(file.name, digest, found)
    return list(new.values())


def take(work: Work, files: list[Arrived]) -> Looked:
    """Put down what the files say, each once, whoever reads them at the same time."""
    new, unknown, unreadable = 0, [], []
    digests = [file.digest for file in files]
    there = set(work.scalars(select(Reply.digest).where(Reply.digest.in_(digests))))
    ours = {number for number in work.scalars(select(Centre.gln)) if number}
    for file in files:
        found = file.found
        if found is None or found.sender in ours:  # what went out from here answers nothing
            unreadable.append(file.name)
            continue
        if file.digest in there:
            continue
        message, kind = _about(work, found)
        work.add(
            Reply(
                message_id=message,
                kind=kind,
                accepted=found.accepted,
                said=_clean(found.said)[:20_000],
                sender=_clean(found.sender)[:13],
                digest=file.digest,
                read_at=work.now,
            )
        )
        new += 1
        if message is None:
            unknown.append(file.name)
    return Looked(new, tuple(unknown), tuple(unreadable))


def _read(content: bytes) -> Received | None:
    try:
        return receipts.read(content)
    except (TypeError, ValueError, AttributeError, LookupError, SyntaxError, RecursionError):
        return None  # one file that is no receipt stops none of the others


def _clean(words: str) -> str:
    """Without what cannot be kept or shown: others' signs stop none of the other files."""
    plain = words.encode("utf-8", "ignore").decode("utf-8")
    return "".join(sign for sign in plain if sign.isprintable() or sign in "\n\t ")


def _about(work: Work, found: Received) -> tuple[uuid.UUID | None, str]:
    """Which message of ours it names, and what it is to it.

    A letter that names none is put beside the last one for that citizen and clinic, and is no answer to it.
    """
    m = Message
    wanted = {name.casefold() for name in found.about if name}
    query = select(m.id, m.kind, m.ids).where(m.made_at >= work.now - LATEST)
    for key, kind, raw in work.execute(query.order_by(m.id.desc())):
        ids = Ids(**{name: str(raw[name]) for name in Ids.__slots__})
        names = {ids.header, ids.bundle}
        if found.kind == "answer":
            names.add(ids.thread)
        if kind == "oioxml":
            names = {oioxml.letter_number(ids, part) for part in PARTS}
        if wanted & {name.casefold() for name in names}:
            return uuid.UUID(str(key)), found.kind
    if found.kind != "answer":
        return None, found.kind
    if not found.number:
        return None, "letter"
    beside = (
        select(m.id)
        .join(EndStatus, EndStatus.id == m.end_status_id)
        .join(Course, Course.id == EndStatus.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .join(GpClinic, GpClinic.id == m.clinic_id)
        .where(Citizen.number == found.number, GpClinic.gln == found.sender)
        .where(m.made_at >= work.now - LATEST)
        .order_by(m.id.desc())
    )
    return work.scalars(beside.limit(1)).first(), "letter"


def see(work: Work, reply_id: uuid.UUID) -> None:
    """Somebody has looked at it, and does what is to be done."""
    row = work.get_one(Reply, reply_id)
    work.rely_on(row)
    row.seen_by = work.actor


def replies(work: Work, message_ids: list[uuid.UUID]) -> list[ReplyCard]:
    """Those of some messages; the newest first."""
    return _cards(work, Reply.message_id.in_(message_ids))


def strays(work: Work) -> list[ReplyCard]:
    """What belongs to no message, until somebody has seen it; the newest first."""
    return _cards(work, and_(Reply.message_id.is_(None), Reply.seen_by == ""))


def _cards(work: Work, which: ColumnElement[bool]) -> list[ReplyCard]:
    r = Reply
    query = (
        select(r, GpClinic.gln)
        .outerjoin(Message, Message.id == r.message_id)
        .outerjoin(GpClinic, GpClinic.id == Message.clinic_id)
        .where(which)
        .order_by(r.id.desc())
    )
    found = []
    for row, gln in work.execute(query):
        at = wall_time(row.read_at)
        assert at is not None
        found.append(
            ReplyCard(
                *(row.id, row.message_id, row.kind, row.accepted, row.said, row.sender, at),
                row.seen_by,
                bool(row.sender) and row.sender == gln,
            )
        )
    return found
