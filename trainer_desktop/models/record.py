"""What is written down on a course: tests, texts, notes, decisions, complaints, letters, loans and rides."""

import uuid
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced


class Measurement(Synced, Base):
    """A test as it was measured; `key` is the test's in `resources/tests.toml`, `value` in thousandths of its unit.

    `detail` are the tries or parts that the value is worked out from («12,3; 11,8»), `point` where in the course
    it belongs («start», «middle», «end» or nothing).
    """

    __tablename__ = "measurement"
    __groups__ = {"value": "result", "detail": "result"}  # noqa: RUF012
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    key: Mapped[str] = mapped_column(String(24))
    day: Mapped[date]
    value: Mapped[int]
    detail: Mapped[str] = mapped_column(default="")
    aid: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    point: Mapped[str] = mapped_column(String(8), default="")
    tested_by: Mapped[str]
    noted_at: Mapped[Moment]


class CourseText(Synced, Base):
    """A first talk, a start or end examination, or a plan for own training; the latest of a kind holds.

    `function` is the level of functioning of Fælles Sprog III: 0 (no limitation) to 4 (total), 9 not relevant.
    """

    __tablename__ = "course_text"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    day: Mapped[date]
    text: Mapped[str]
    function: Mapped[int | None]
    written_by: Mapped[str]
    written_at: Mapped[Moment]


class Note(Synced, Base):
    """A note of the record; what was wrong is corrected by a new one that names it (`corrects`), never written over."""

    __tablename__ = "note"
    citizen_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("citizen.id"), index=True)
    course_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("course.id"))
    text: Mapped[str]
    written_by: Mapped[str]
    written_at: Mapped[Moment]
    corrects: Mapped[uuid.UUID | None]


class Decision(Synced, Base):
    """A decision on a course: what, by whom, when, why, on what facts; `criteria` are those of the standard that were weighed, `why` KL's reason where a course ends."""

    __tablename__ = "decision"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    day: Mapped[date]
    decided_by: Mapped[str]
    reason: Mapped[str]
    facts: Mapped[str] = mapped_column(default="")
    criteria: Mapped[list[Any]] = mapped_column(default=list)
    rule_place: Mapped[str] = mapped_column(default="")
    noted_at: Mapped[Moment]
    why: Mapped[str] = mapped_column(String(32), default="")


class Complaint(Synced, Base):
    """A complaint: about the decision or service level, the professional content, or a ride (§ 117, which has no appeal)."""

    __tablename__ = "complaint"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    received: Mapped[date]
    text: Mapped[str]
    outcome: Mapped[str] = mapped_column(String(24), default="")
    answered: Mapped[date | None]
    noted_by: Mapped[str]


class Letter(Synced, Base):
    """A letter that was made on a course, and how it was sent; its pages lie in LetterCopy.

    `post` is the way its complaint deadline was counted for, `answer_by` until when a hearing may be answered.
    `sent_how` is «digital», «letter» or «handed_over», empty until a person has said that it was sent.
    """

    __tablename__ = "letter"
    __groups__ = {"sent_how": "sent", "sent_on": "sent", "sent_by": "sent"}  # noqa: RUF012
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    title: Mapped[str]
    language: Mapped[str] = mapped_column(String(2))
    made_by: Mapped[str]
    made_at: Mapped[Moment]
    digest: Mapped[str] = mapped_column(String(64))
    post: Mapped[str] = mapped_column(String(16), default="")
    answer_by: Mapped[date | None]
    sent_how: Mapped[str] = mapped_column(String(16), default="")
    sent_on: Mapped[date | None]
    sent_by: Mapped[str] = mapped_column(default="")


class LetterCopy(Base):
    """A letter's pages exactly as they were made (a PDF, compressed); found by its digest."""

    __tablename__ = "letter_copy"
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)


class LetterText(Synced, Base):
    """A centre's own wording of a letter, from the moment it was saved; an empty text goes back to ours."""

    __tablename__ = "letter_text"
    kind: Mapped[str] = mapped_column(String(24), index=True)
    language: Mapped[str] = mapped_column(String(2))
    text: Mapped[str]
    written_by: Mapped[str]
    written_at: Mapped[Moment]


class Loan(Synced, Base):
    """Something lent to the citizen: what, since when, and when it came back."""

    __tablename__ = "loan"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    what: Mapped[str]
    lent: Mapped[date]
    back: Mapped[date | None]


class RideGrant(Synced, Base):
    """A ride to the trainings: from a day, until it lapsed and why; what the driver must know."""

    __tablename__ = "ride_grant"
    __groups__ = {"until": "end", "why_ended": "end"}  # noqa: RUF012
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    since: Mapped[date]
    until: Mapped[date | None]
    why_ended: Mapped[str] = mapped_column(default="")
    given_by: Mapped[str]
    reason: Mapped[str]
    door: Mapped[str] = mapped_column(default="")
    aid: Mapped[str] = mapped_column(default="")
    companion: Mapped[bool] = mapped_column(default=False)
    shared: Mapped[bool] = mapped_column(default=True)
    minutes: Mapped[int | None]


class Fare(Synced, Base):
    """What the citizen's own transport to one day's training cost, for reimbursement (SUL § 140, § 172)."""

    __tablename__ = "fare"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    day: Mapped[date]
    amount: Mapped[int]  # øre
    km: Mapped[int] = mapped_column(default=0)
    pensioner: Mapped[bool] = mapped_column(default=False)
    can_use_public: Mapped[bool] = mapped_column(default=True)
    noted_by: Mapped[str]


class LateReason(Synced, Base):
    """Why a deadline was not met, as a person says it; `code` is one of KL's reasons, or «other» with a text."""

    __tablename__ = "late_reason"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    deadline: Mapped[str]
    code: Mapped[str] = mapped_column(String(24))
    text: Mapped[str] = mapped_column(default="")
    noted_by: Mapped[str]


class Draft(Base):
    """A form that is half filled in, kept for whoever was typing; no register, so it is neither journalled nor undone."""

    __tablename__ = "draft"
    actor: Mapped[str] = mapped_column(primary_key=True)
    form: Mapped[str] = mapped_column(String(40), primary_key=True)
    about: Mapped[str] = mapped_column(String(40), primary_key=True)
    texts: Mapped[dict[str, Any]]
    kept_at: Mapped[Moment]
