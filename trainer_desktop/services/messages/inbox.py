"""What came back: receipts and answers read from a folder, each once, and put to the message that they are about."""

import hashlib
import uuid
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from trainer_desktop.medcom import oioxml, receipts
from trainer_desktop.medcom.receipts import Received
from trainer_desktop.medcom.values import Ids
from trainer_desktop.models.citizen import Citizen, GpClinic
from trainer_desktop.models.course import Course
from trainer_desktop.models.message import EndStatus, Message, Reply
from trainer_desktop.models.work import Work
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.store.moments import wall_time
from trainer_desktop.services.store.trouble import os_words

MOST = 100_000_000  # bytes of a file that is looked at
PARTS = ("mail envelope", "mail letter", "file envelope", "file letter")


@dataclass(frozen=True, slots=True)
class ReplyCard:
    """A receipt or an answer; `accepted` None for an answer."""

    id: uuid.UUID
    message_id: uuid.UUID | None
    kind: str
    accepted: bool | None
    said: str
    sender: str
    read_at: datetime
    seen_by: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look at the folder came to: what is new, and the names of files that could not be read."""

    new: int
    unknown: tuple[str, ...]
    unreadable: tuple[str, ...]


def look(work: Work, folder: Path) -> Looked:
    """Read what is new in the folder; the files stay where they are. Raises Refused FOLDER when it cannot be read."""
    try:
        files = sorted(folder.iterdir())
    except OSError as wrong:
        raise Refused(Reason.FOLDER, folder=str(folder), text=os_words(wrong)) from wrong
    known = set(work.scalars(select(Reply.digest)))
    new, unknown, unreadable = 0, [], []
    for file in files:
        if file.name.startswith(".") or not file.is_file():
            continue
        try:
            content = file.read_bytes() if file.stat().st_size <= MOST else b""
        except OSError:
            unreadable.append(file.name)
            continue
        digest = hashlib.sha256(content).hexdigest()
        if digest in known:
            continue
        found = _read(content) if content else None
        if found is None:
            unreadable.append(file.name)
            continue
        known.add(digest)
        message = _about(work, found)
        work.add(
            Reply(
                message_id=message,
                kind=found.kind,
                accepted=found.accepted,
                said=found.said[:20_000],
                sender=found.sender[:13],
                digest=digest,
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
    except (TypeError, ValueError, AttributeError, LookupError):
        return None  # one file that is no receipt stops none of the others


def _about(work: Work, found: Received) -> uuid.UUID | None:
    """Which message of ours it names; an answer that names none is put to the last one for that citizen and clinic."""
    wanted = {name.casefold() for name in found.about}
    for key, kind, raw in work.execute(
        select(Message.id, Message.kind, Message.ids).order_by(Message.id.desc())
    ):
        ids = Ids(**{name: str(raw[name]) for name in Ids.__slots__})
        names = {ids.header, ids.bundle}
        if found.kind == "answer":
            names.add(ids.thread)
        if kind == "oioxml":
            names = {oioxml.letter_number(ids, part) for part in PARTS}
        if wanted & {name.casefold() for name in names}:
            return uuid.UUID(str(key))
    if found.kind != "answer" or not found.number:
        return None
    m = Message
    query = (
        select(m.id)
        .join(EndStatus, EndStatus.id == m.end_status_id)
        .join(Course, Course.id == EndStatus.course_id)
        .join(Citizen, Citizen.id == Course.citizen_id)
        .join(GpClinic, GpClinic.id == m.clinic_id)
        .where(Citizen.number == found.number, GpClinic.gln == found.sender)
        .order_by(m.id.desc())
    )
    return work.scalars(query.limit(1)).first()


def see(work: Work, reply_id: uuid.UUID) -> None:
    """Somebody has looked at it, and does what is to be done."""
    row = work.get_one(Reply, reply_id)
    work.rely_on(row)
    row.seen_by = work.actor


def replies(work: Work, message_ids: list[uuid.UUID] | None = None) -> list[ReplyCard]:
    """Those of some messages, or all; the newest first."""
    r = Reply
    query = select(r).order_by(r.id.desc())
    if message_ids is not None:
        query = query.where(r.message_id.in_(message_ids))
    found = []
    for row in work.scalars(query):
        at = wall_time(row.read_at)
        assert at is not None
        found.append(
            ReplyCard(
                *(row.id, row.message_id, row.kind, row.accepted, row.said, row.sender, at),
                row.seen_by,
            )
        )
    return found
