"""Who waits for a time, and whom somebody has called about one."""

import uuid
from datetime import date, time
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced, WallTime, words
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.kinds import CallOutcome, DoorStep


class WaitingEntry(Synced, Base):
    """A citizen who waits for a training, or for a place on a team.

    `weekdays` (Monday is 0) empty: any day. `ended` is the day on which it was fulfilled or given up.
    """

    __tablename__ = "waiting_entry"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    team_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("team.id"), index=True)
    therapist_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("staff.id"))
    form: Mapped[Form] = mapped_column(words(Form))
    minutes: Mapped[int]
    weekdays: Mapped[list[Any]] = mapped_column(default=list)
    earliest: Mapped[time | None]
    latest: Mapped[time | None]
    since: Mapped[date]
    ended: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class Call(Synced, Base):
    """An attempt to reach a citizen, about a time (`starts` is its wall time) or a course: how, and who answered.

    `course_id` is the course that it was about, where somebody said so. `how` is «phone», «sms», «letter» or «visit»; `whom` is nothing for the citizen, else who it was («datter»).
    """

    __tablename__ = "call"
    citizen_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("citizen.id"), index=True)
    session_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("training_session.id"), index=True
    )
    starts: Mapped[WallTime | None]
    outcome: Mapped[CallOutcome] = mapped_column(words(CallOutcome))
    note: Mapped[str] = mapped_column(default="")
    how: Mapped[str] = mapped_column(String(12), default="phone")
    whom: Mapped[str] = mapped_column(default="")
    course_id: Mapped[uuid.UUID | None]
    called_by: Mapped[str]
    called_at: Mapped[Moment]


class CallList(Synced, Base):
    """Those who must be told of something that was carried out: participants' keys; `done` once somebody closed it.

    `what` says what it was about; the names, numbers and new times are read from the trainings.
    """

    __tablename__ = "call_list"
    centre_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("centre.id"))
    what: Mapped[str]
    people: Mapped[list[Any]]
    made_by: Mapped[str]
    made_at: Mapped[Moment]
    done: Mapped[bool] = mapped_column(default=False, index=True)


class DoorCall(Synced, Base):
    """One step taken when the door was not opened, at a wall time."""

    __tablename__ = "door_call"
    participant_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    step: Mapped[DoorStep] = mapped_column(words(DoorStep))
    at: Mapped[WallTime]
    note: Mapped[str] = mapped_column(default="")
    noted_by: Mapped[str]
