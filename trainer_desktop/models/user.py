"""Who may log in, and who has looked at whom."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced, words
from trainer_desktop.rules.rights import UserRole


class AppUser(Synced, Base):
    """Somebody who logs in: `login` names the key slot and stands in the journal; tied to a colleague, or to none.

    `last_day` is the last day that lets them in; a password is nowhere but in its slot.
    """

    __tablename__ = "app_user"
    login: Mapped[str] = mapped_column(String(40), index=True)
    name: Mapped[str]
    role: Mapped[UserRole] = mapped_column(words(UserRole))
    staff_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("staff.id"))
    last_day: Mapped[date | None]


class Access(Base):
    """Somebody saw something of a citizen: append only, each line chained to the one before it by its hash."""

    __tablename__ = "access"
    __table_args__ = (
        Index("ix_access_citizen_id_at", "citizen_id", "at"),
        Index("ix_access_at", "at"),
    )
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[Moment]
    actor: Mapped[str] = mapped_column(String(100))
    place: Mapped[str] = mapped_column(String(100))
    citizen_id: Mapped[uuid.UUID]
    what: Mapped[str] = mapped_column(String(24))
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AccessSeen(Synced, Base):
    """A manager has looked at a look-up that was out of the ordinary, and why it was in order."""

    __tablename__ = "access_seen"
    access_seq: Mapped[int]
    said: Mapped[str]
    seen_by: Mapped[str]
    seen_at: Mapped[Moment]
