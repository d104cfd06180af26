"""An end status signed by a therapist: only with a consent that holds, never written over, corrected by a new one."""

import hashlib
import uuid
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select

from trainer_desktop.documents.paper import unwritable
from trainer_desktop.models.course import StatusRecord
from trainer_desktop.models.message import EndStatus
from trainer_desktop.models.record import LetterCopy
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.messages.consents import consent
from trainer_desktop.services.messages.contents import LIMITS, OUTCOMES, PARTS, status_facts
from trainer_desktop.services.messages.pages import pages
from trainer_desktop.services.store.moments import wall_time

CHOICES = ("outcome", "curves", "own_plan")


@dataclass(frozen=True, slots=True)
class EndStatusCard:
    """One that was signed; `corrected` when a newer one names it."""

    id: uuid.UUID
    texts: dict[str, str]
    choices: dict[str, Any]
    signed_by: str
    signed_at: datetime
    corrects: uuid.UUID | None
    corrected: bool


def preview(
    work: Work, course_id: uuid.UUID, texts: dict[str, str], choices: dict[str, Any], language: str
) -> bytes:
    """The paper as it would be; nothing is kept, and no consent is asked for."""
    facts = status_facts(work, course_id, language)
    return pages(work, facts, consent(work, course_id), texts, choices, language)


def sign(
    work: Work,
    course_id: uuid.UUID,
    texts: dict[str, str],
    choices: dict[str, Any] | None = None,
    *,
    language: str = "da",
    corrects: uuid.UUID | None = None,
) -> tuple[uuid.UUID | None, bytes | None]:
    """Sign an end status, and keep its pages; without a consent that holds the try is recorded and nothing is made.

    Raises Refused: NOTHING_WRITTEN without a conclusion, TOO_LONG for a part beyond its limit, UNREADABLE for signs that
    no paper of ours can show.
    """
    answer = consent(work, course_id)
    if answer.standing is not Standing.HOLDS:
        record_try(work, course_id, made=False, why=answer.standing.value)
        return None, None
    said = _read(texts)
    chosen = {key: (choices or {}).get(key, "") for key in CHOICES}
    if chosen["outcome"] not in OUTCOMES:
        raise Refused(Reason.UNREADABLE, field="outcome", text=str(chosen["outcome"])[:40])
    before = _standing(work, course_id, corrects) if corrects else None
    facts = status_facts(work, course_id, language)
    day = before.signed_at.date() if before else None
    pdf = pages(work, facts, answer, said, chosen, language, day)
    digest = keep_pages(work, pdf)
    row = EndStatus(
        course_id=course_id,
        texts=said,
        choices=chosen,
        digest=digest,
        signed_by=work.actor,
        signed_at=work.now,
        corrects=corrects,
    )
    work.add(row)
    record_try(work, course_id, made=True, why="", digest=digest)
    work.flush()
    return row.id, pdf


def _read(texts: dict[str, str]) -> dict[str, str]:
    said = {part: limits.plain_text(texts.get(part, "").strip(), 20_000) for part in PARTS}
    if not said["conclusion"]:
        raise Refused(Reason.NOTHING_WRITTEN, field="conclusion")
    for part, words in said.items():
        if len(words) > LIMITS[part]:
            raise Refused(Reason.NOT_SO, field=part, value=len(words), least=0, most=LIMITS[part])
        if signs := unwritable(words):
            raise Refused(Reason.UNREADABLE, field=part, text=signs[:40])
    return said


def _standing(work: Work, course_id: uuid.UUID, status_id: uuid.UUID) -> EndStatusCard:
    found = [one for one in statuses(work, course_id) if one.id == status_id]
    if not found or found[0].corrected:
        raise Refused(Reason.CHANGED_SINCE)
    return found[0]


def record_try(work: Work, course_id: uuid.UUID, *, made: bool, why: str, digest: str = "") -> None:
    """Note that a status was made, or that it was tried without a consent that holds."""
    work.add(
        StatusRecord(
            course_id=course_id,
            made=made,
            why=why,
            made_by=work.actor,
            made_at=work.now,
            digest=digest,
        )
    )


def keep_pages(work: Work, pdf: bytes) -> str:
    """Keep a paper by its digest, beside the letters."""
    digest = hashlib.sha256(pdf).hexdigest()
    if work.scalar(select(LetterCopy.digest).where(LetterCopy.digest == digest)) is None:
        kept = {"digest": digest, "pdf": zlib.compress(pdf, 9)}
        work.connection().execute(insert(LetterCopy), kept)
    return digest


def copy(work: Work, status_id: uuid.UUID) -> bytes:
    """The paper exactly as it was signed; raises Refused GONE when its pages are not here, or not whole."""
    row = work.get_one(EndStatus, status_id)
    kept = work.scalar(select(LetterCopy.pdf).where(LetterCopy.digest == row.digest))
    pdf = zlib.decompress(kept) if kept else b""
    if hashlib.sha256(pdf).hexdigest() != row.digest:
        raise Refused(Reason.GONE)
    return pdf


def statuses(work: Work, course_id: uuid.UUID) -> list[EndStatusCard]:
    """A course's, the latest first."""
    s = EndStatus
    rows = list(work.scalars(select(s).where(s.course_id == course_id).order_by(s.id.desc())))
    corrected = {row.corrects for row in rows}
    found = []
    for row in rows:
        at = wall_time(row.signed_at)
        assert at is not None
        found.append(
            EndStatusCard(
                *(row.id, dict(row.texts), dict(row.choices), row.signed_by, at, row.corrects),
                row.id in corrected,
            )
        )
    return found


def signed_on(work: Work, course_id: uuid.UUID) -> date | None:
    """The day of the newest; None when there is none."""
    every = statuses(work, course_id)
    return every[0].signed_at.date() if every else None
