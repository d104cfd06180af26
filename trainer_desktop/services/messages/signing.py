"""An end status signed by a therapist: only with a consent that holds, never written over, corrected by a new one."""

import hashlib
import uuid
import zlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select

from trainer_desktop.documents.paper import unwritable
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, StatusRecord
from trainer_desktop.models.message import EndStatus, Message
from trainer_desktop.models.record import LetterCopy
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.messages.consents import ConsentStanding, consent
from trainer_desktop.services.messages.contents import (
    LIMITS,
    OUTCOMES,
    PARTS,
    StatusFacts,
    status_facts,
    summary,
)
from trainer_desktop.services.messages.pages import pages
from trainer_desktop.services.store.moments import wall_time

CHOICES = ("outcome", "curves", "own_plan", "xref15")


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
    answer = consent(work, course_id)
    return pages(work, facts, answer, texts, choices, language, draft=True)


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

    What the message says is settled with it, so that a later look at the course changes nothing of what was signed.
    Raises Refused: NO_LETTER for one who has died, SIGNED_ALREADY for a second one that corrects none, CHANGED_SINCE for a correction of one that is corrected, NOTHING_WRITTEN without a conclusion, TOO_LONG for a part beyond its limit, UNREADABLE for signs that
    no paper of ours can show.
    """
    citizen = work.get_one(Citizen, work.get_one(Course, course_id).citizen_id)
    work.rely_on(citizen)  # the paper is for the clinic that was seen
    if citizen.standing == DECEASED:
        raise Refused(Reason.NO_LETTER)
    answer = consent(work, course_id)
    if answer.standing is not Standing.HOLDS:
        record_try(work, course_id, made=False, why=answer.standing.value)
        return None, None
    said = _read(texts)
    if corrects is None and statuses(work, course_id):
        raise Refused(Reason.SIGNED_ALREADY)
    chosen = {key: (choices or {}).get(key, "") for key in CHOICES}
    if chosen["outcome"] not in OUTCOMES:
        raise Refused(Reason.UNREADABLE, field="outcome", text=str(chosen["outcome"])[:40])
    before = _standing(work, course_id, corrects) if corrects else None
    facts = status_facts(work, course_id, language)
    sent = last_ready(work, before.id) if before else None
    sent_at = wall_time(sent.signed_at) if sent else None
    day = sent_at.date() if sent_at else None  # the clinic knows only of what was made ready for it
    pdf = pages(work, facts, answer, said, chosen, language, day)
    digest = keep_pages(work, pdf)
    row = EndStatus(
        course_id=course_id,
        texts=said,
        choices=chosen
        | {"settled": _settled(work, citizen, facts, said, chosen, corrects) | given(answer)},
        digest=digest,
        signed_by=work.actor,
        signed_at=work.now,
        corrects=corrects,
    )
    work.add(row)
    record_try(work, course_id, made=True, why="", digest=digest)
    work.flush()
    return row.id, pdf


def _settled(
    work: Work,
    citizen: Citizen,
    facts: StatusFacts,
    said: dict[str, str],
    chosen: dict[str, Any],
    corrects: uuid.UUID | None,
) -> dict[str, str]:
    """Whom it is to and about, who wrote it, and the message's own text (in Danish, as its receivers are)."""
    before = last_ready(work, corrects)
    day = wall_time(before.signed_at) if before else None
    danish = status_facts(work, facts.course_id)
    text = summary(danish, said, str(chosen["outcome"]), earlier=f"{day:%d.%m.%Y}" if day else "")
    return whom(citizen) | {
        "therapist": danish.therapist,
        "profession": danish.profession,
        "phone": danish.phone,
        "text": text,
    }


def whom(citizen: Citizen) -> dict[str, str]:
    """What a signed status rests on of the citizen: when it is another now, the paper is not this one's any more."""
    return {
        "clinic": str(citizen.gp_clinic_id),
        "number": citizen.number,
        "family": citizen.family_name,
        "given": citizen.given_name,
    }


def given(answer: ConsentStanding) -> dict[str, str]:
    """The consent that stands on the paper."""
    return {"consent": f"{answer.day} {answer.form} {answer.taken_by}"}


def last_ready(work: Work, status_id: uuid.UUID | None) -> EndStatus | None:
    """The newest, from one back through those it corrects, that was made ready for sending."""
    while status_id is not None:
        row = work.get_one(EndStatus, status_id)
        if work.scalars(select(Message.id).where(Message.end_status_id == row.id).limit(1)).first():
            return row
        status_id = row.corrects
    return None


def _read(texts: dict[str, str]) -> dict[str, str]:
    said = {part: limits.plain_text(texts.get(part, "").strip(), 20_000) for part in PARTS}
    if not said["conclusion"]:
        raise Refused(Reason.NOTHING_WRITTEN, field="conclusion")
    for part, words in said.items():
        if len(words) > LIMITS[part]:
            raise Refused(Reason.TOO_LONG, field=part, value=len(words), most=LIMITS[part])
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
