"""Courses of training: the grant, the days that deadlines count from, goals, extra trainings and decisions."""

import uuid
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced, words
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.reevaluation import Trigger


class Course(Synced, Base):
    """One citizen's course under one legal basis, standard and version (the version in force at the grant).

    `ended` is the day of its event `course_end`, kept beside it so that the running ones are found at once.
    `extended` are the extensions beyond the longest duration: «2026-11-18 DOS: why». `source` is who asked for it
    (an application's seven kinds, or "hospital"); `area`, `level` and `diagnosis` are as a hospital's plan writes them.
    """

    __tablename__ = "course"
    __groups__ = {"package_trainings": "package", "package_minutes": "package"}  # noqa: RUF012
    __table_args__ = (
        Index(
            "ix_course_running",
            "citizen_id",
            "responsible_id",
            "centre_id",
            "id",
            sqlite_where=text("ended IS NULL"),
            postgresql_where=text("ended IS NULL"),
        ),
    )
    citizen_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("citizen.id"), index=True)
    centre_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("centre.id"))
    responsible_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    number: Mapped[str] = mapped_column(default="", index=True)
    basis: Mapped[str]
    standard: Mapped[str] = mapped_column(default="")
    version: Mapped[str] = mapped_column(default="")
    supplier: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    area: Mapped[str] = mapped_column(default="")
    level: Mapped[str] = mapped_column(default="")
    diagnosis: Mapped[str] = mapped_column(default="")
    package_trainings: Mapped[int | None]
    package_minutes: Mapped[int | None]
    potential: Mapped[bool | None]
    declined: Mapped[bool] = mapped_column(default=False)
    extended: Mapped[list[Any]] = mapped_column(default=list)
    ended: Mapped[date | None] = mapped_column(info={"derived": True})
    end_reason: Mapped[str] = mapped_column(default="")


class CourseEvent(Synced, Base):
    """The day on which something happened that a deadline counts from, or that meets one."""

    __tablename__ = "course_event"
    __table_args__ = (UniqueConstraint("course_id", "event"),)
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    event: Mapped[str]
    day: Mapped[date]


class CoursePause(Synced, Base):
    """Days on which a course rests, both included, and why (a stay in hospital, a holiday)."""

    __tablename__ = "course_pause"
    __groups__ = {"first": "days", "last": "days"}  # noqa: RUF012
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    first: Mapped[date]
    last: Mapped[date]
    reason: Mapped[str]


class Goal(Synced, Base):
    """A goal set with the citizen; `steps` of four are reached.

    `own_words` is how the citizen says it; `outcome` is «reached», «partly» or «not», empty until it is judged.
    """

    __tablename__ = "goal"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    text: Mapped[str]
    set_on: Mapped[date]
    steps: Mapped[int] = mapped_column(default=0)
    reached_on: Mapped[date | None]
    own_words: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    outcome_note: Mapped[str] = mapped_column(default="")


class ExtraTrainings(Synced, Base):
    """Trainings given beyond the package, by whom and why."""

    __tablename__ = "extra_trainings"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    day: Mapped[date]
    trainings: Mapped[int]
    minutes: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str]
    given_by: Mapped[str]


class ReevaluationOutcome(Synced, Base):
    """A person's decision on one re-evaluation: the one that `opened_by` names.

    The re-evaluation itself is not stored: it follows from what happened. `covers` are the trainings that
    were looked at; both are empty in what an older program wrote, where `why` and `since` name it.
    """

    __tablename__ = "reevaluation"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    why: Mapped[Trigger] = mapped_column(words(Trigger))
    since: Mapped[date]
    rule_standard: Mapped[str]
    rule_version: Mapped[str]
    rule_key: Mapped[str]
    rule_place: Mapped[str]
    evidence: Mapped[str]
    outcome: Mapped[Outcome] = mapped_column(words(Outcome))
    reason: Mapped[str]
    released: Mapped[int] = mapped_column(default=0)
    decided_by: Mapped[str]
    decided_at: Mapped[Moment]
    opened_by: Mapped[str] = mapped_column(default="")
    covers: Mapped[list[Any]] = mapped_column(default=list)


class StatusRecord(Synced, Base):
    """That an end status was made, or was not because consent was missing."""

    __tablename__ = "status_record"
    __table_args__ = (Index(None, "course_id"),)
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"))
    made: Mapped[bool]
    why: Mapped[str]
    made_by: Mapped[str]
    made_at: Mapped[Moment]
    digest: Mapped[str] = mapped_column(default="")
