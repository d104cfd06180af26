"""The end status to the GP: signed, written as messages, and what came back."""

import uuid
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced


class EndStatus(Synced, Base):
    """An end status as a therapist signed it; never written over, corrected by a new one that names it (`corrects`).

    `texts` are the therapist's words by the part's name, `choices` what was chosen (outcome, next step, curves). Its pages lie
    in `letter_copy` under their `digest`.
    """

    __tablename__ = "end_status"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    texts: Mapped[dict[str, Any]]
    choices: Mapped[dict[str, Any]]
    digest: Mapped[str] = mapped_column(String(64))
    signed_by: Mapped[str]
    signed_at: Mapped[Moment]
    corrects: Mapped[uuid.UUID | None]


class Message(Synced, Base):
    """What was written for one clinic, in one form («fhir» or «oioxml»): its ids, and each file's name, digest and size."""

    __tablename__ = "message"
    end_status_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("end_status.id"), index=True)
    clinic_id: Mapped[uuid.UUID]
    kind: Mapped[str] = mapped_column(String(12))
    ids: Mapped[dict[str, Any]]
    files: Mapped[list[Any]]
    made_by: Mapped[str]
    made_at: Mapped[Moment]


class Reply(Synced, Base):
    """A receipt or an answer that was read: `accepted` None for an answer; `seen_by` who has looked at it.

    `message_id` is None for what belongs to no message of ours.
    """

    __tablename__ = "reply"
    message_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("message.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    accepted: Mapped[bool | None]
    said: Mapped[str]
    sender: Mapped[str] = mapped_column(String(13), default="")
    digest: Mapped[str] = mapped_column(String(64))
    read_at: Mapped[Moment]
    seen_by: Mapped[str] = mapped_column(default="")
