"""Trainings in the calendar, the teams they belong to, and who takes part."""

import uuid
from datetime import date, time
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced, WallTime, words
from trainer_desktop.rules.course import Form, State, Why


class Team(Synced, Base):
    """A team with its usual room and therapist; `capacity` is how many citizens."""

    __tablename__ = "team"
    centre_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("centre.id"))
    name: Mapped[str]
    capacity: Mapped[int]
    room_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("room.id"))
    therapist_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("staff.id"))
    ended: Mapped[date | None]


class TeamSeries(Synced, Base):
    """When a team meets: weekday (Monday is 0) and wall time, from a day to a day."""

    __tablename__ = "team_series"
    __groups__ = {"weekday": "time", "starts": "time", "minutes": "time"}  # noqa: RUF012
    team_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("team.id"), index=True)
    weekday: Mapped[int]
    starts: Mapped[time]
    minutes: Mapped[int]
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]


class TrainingSession(Synced, Base):
    """One training in the calendar, at Danish wall time. `override` is why it may clash with another.

    Trainings that were booked together have the same `series_id`.
    """

    __tablename__ = "training_session"
    __groups__ = {"starts": "time", "ends": "time"}  # noqa: RUF012
    __table_args__ = (
        CheckConstraint("ends > starts", name="ends_after_start"),
        Index("ix_training_session_calendar", "starts", "therapist_id", "ends", "room_id", "id"),
        Index("ix_training_session_team", "team_id", "starts"),
        Index("ix_training_session_therapist", "therapist_id", "starts"),
    )
    centre_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("centre.id"))
    team_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("team.id"))
    therapist_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("staff.id"))
    room_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("room.id"))
    starts: Mapped[WallTime]
    ends: Mapped[WallTime]
    form: Mapped[Form] = mapped_column(words(Form))
    override: Mapped[str] = mapped_column(default="")
    series_id: Mapped[uuid.UUID | None] = mapped_column(index=True)


class TeamMember(Synced, Base):
    """A citizen on a team from a day: until a day, for a number of times, or until further notice."""

    __tablename__ = "team_member"
    team_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("team.id"), index=True)
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    since: Mapped[date]
    until: Mapped[date | None]
    times: Mapped[int | None]


class Participant(Synced, Base):
    """One citizen's place in a training and how it went; who noted it, and when.

    `told` is wall time; the cost follows from the rules and is not stored. `late_entry`:
    typed from paper afterwards. `centre_cancelled_at`: that the centre called it off, beside what the
    citizen did, and when that was noted. `released`: it was given up when the course was to end.
    """

    __tablename__ = "participant"
    __groups__ = dict.fromkeys(
        (
            *("state", "why", "told", "late_minutes", "staff_late_minutes"),
            *("excused", "centre_reason", "noted_by", "noted_at", "late_entry"),
            "centre_cancelled_at",
        ),
        "attendance",
    )
    __table_args__ = (
        Index(
            "uq_participant_place",
            "session_id",
            "course_id",
            unique=True,
            sqlite_where=text("NOT withdrawn"),
            postgresql_where=text("NOT withdrawn"),
        ),
        Index("ix_participant_course", "course_id", "state", "withdrawn", "session_id"),
    )
    session_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("training_session.id"), index=True)
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"))
    number: Mapped[str] = mapped_column(default="", index=True)
    state: Mapped[State] = mapped_column(words(State), default=State.PLANNED)
    why: Mapped[Why | None] = mapped_column(words(Why))
    told: Mapped[WallTime | None]
    late_minutes: Mapped[int] = mapped_column(default=0)
    staff_late_minutes: Mapped[int] = mapped_column(default=0)
    excused: Mapped[str] = mapped_column(default="")
    centre_reason: Mapped[str] = mapped_column(default="")
    noted_by: Mapped[str] = mapped_column(default="")
    noted_at: Mapped[Moment | None]
    late_entry: Mapped[bool] = mapped_column(default=False)
    centre_cancelled_at: Mapped[Moment | None]
    released: Mapped[bool] = mapped_column(default=False)


class Correction(Synced, Base):
    """A mark that somebody changed on a later day: `was` is the old one, which stays readable."""

    __tablename__ = "correction"
    participant_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    was: Mapped[dict[str, Any]]
    reason: Mapped[str]
    corrected_by: Mapped[str]
    corrected_at: Mapped[Moment]
