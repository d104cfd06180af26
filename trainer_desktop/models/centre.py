"""The centre: its places, rooms, staff, working hours, absences and closing days."""

import uuid
from datetime import date, time
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Synced, WallTime, words
from trainer_desktop.rules.kinds import AbsenceKind, RoomKind


class Centre(Synced, Base):
    """The centre itself, or one of its satellites. `settings` are LocalSettings that differ from the defaults.

    `ended`, here and in what is below: the last day of use; from then on nothing new is booked.
    """

    __tablename__ = "centre"
    name: Mapped[str]
    parent_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("centre.id"))
    address: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    municipality: Mapped[str] = mapped_column(default="")
    opening: Mapped[str] = mapped_column(default="")
    sor: Mapped[str] = mapped_column(default="")
    gln: Mapped[str] = mapped_column(default="")
    ended: Mapped[date | None]
    standards: Mapped[dict[str, Any]] = mapped_column(default=dict)
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Room(Synced, Base):
    """A room; `capacity` is how many citizens may train in it at once, `equipment` what is in it (bars, plinth)."""

    __tablename__ = "room"
    centre_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("centre.id"))
    name: Mapped[str]
    capacity: Mapped[int]
    kind: Mapped[RoomKind] = mapped_column(words(RoomKind))
    equipment: Mapped[list[Any]] = mapped_column(default=list)
    ended: Mapped[date | None]


class Staff(Synced, Base):
    """Somebody who works at the centre."""

    __tablename__ = "staff"
    centre_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("centre.id"))
    initials: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    title: Mapped[str]
    ended: Mapped[date | None]


class WorkingHours(Synced, Base):
    """One weekday's hours (Monday is 0), valid from and to a day; None: from the start, until further notice.

    `weeks`: 0 every week, 1 the odd weeks of the year, 2 the even ones.
    """

    __tablename__ = "working_hours"
    __groups__ = {"starts": "hours", "ends": "hours", "weekday": "hours"}  # noqa: RUF012
    staff_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    weekday: Mapped[int]
    starts: Mapped[time]
    ends: Mapped[time]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    weeks: Mapped[int] = mapped_column(default=0)


class StaffAbsence(Synced, Base):
    """Somebody is away, in wall time."""

    __tablename__ = "staff_absence"
    __groups__ = {"starts": "time", "ends": "time"}  # noqa: RUF012
    staff_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    starts: Mapped[WallTime]
    ends: Mapped[WallTime] = mapped_column(index=True)
    kind: Mapped[AbsenceKind] = mapped_column(words(AbsenceKind))
    note: Mapped[str] = mapped_column(default="")


class ClosingDay(Synced, Base):
    """A day on which a centre, or with no centre named all of them, is shut."""

    __tablename__ = "closing_day"
    centre_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("centre.id"))
    day: Mapped[date] = mapped_column(index=True)
    name: Mapped[str]


class RoomClosure(Synced, Base):
    """A room cannot be used, in wall time, and why."""

    __tablename__ = "room_closure"
    __groups__ = {"starts": "time", "ends": "time"}  # noqa: RUF012
    room_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("room.id"), index=True)
    starts: Mapped[WallTime]
    ends: Mapped[WallTime] = mapped_column(index=True)
    note: Mapped[str] = mapped_column(default="")
