"""Citizens, their kin, their GP and their consents."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced, words
from trainer_desktop.rules.gp_status import Consent as ConsentAnswer


class GpClinic(Synced, Base):
    """A general practice, as the GP's letters are addressed."""

    __tablename__ = "gp_clinic"
    ydernummer: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    gln: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    sor: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    takes_fhir: Mapped[bool] = mapped_column(default=False)
    ended: Mapped[date | None]


class Citizen(Synced, Base):
    """Someone who trains. `search` and `sort_key` are worked out from the rest.

    `standing` is "", "deceased" or "moved" (away from the municipality), since a day; `protected` that name and
    address are (CPR-lovens § 28). `merged_into` is the record in which this one's history goes on.
    """

    __tablename__ = "citizen"
    number: Mapped[str] = mapped_column(index=True)
    family_name: Mapped[str]
    given_name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    town: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    mobile: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    digital_post: Mapped[bool] = mapped_column(default=True)
    ride: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    gp_clinic_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("gp_clinic.id"))
    language: Mapped[str] = mapped_column(default="")
    standing: Mapped[str] = mapped_column(default="")
    standing_since: Mapped[date | None]
    protected: Mapped[bool] = mapped_column(default=False)
    merged_into: Mapped[uuid.UUID | None]
    search: Mapped[str] = mapped_column(default="", info={"derived": True})
    sort_key: Mapped[str] = mapped_column(default="", index=True, info={"derived": True})


class Kin(Synced, Base):
    """A relative to call, or a guardian (værge); `may_act`: may agree on times for the citizen."""

    __tablename__ = "kin"
    citizen_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("citizen.id"), index=True)
    name: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    relation: Mapped[str] = mapped_column(default="")
    guardian: Mapped[bool] = mapped_column(default=False)
    may_act: Mapped[bool] = mapped_column(default=False)


class Look(Synced, Base):
    """Somebody looked at what is masked of a citizen (the number, a protected address), and why."""

    __tablename__ = "look"
    citizen_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("citizen.id"), index=True)
    reason: Mapped[str]
    seen_by: Mapped[str]
    seen_at: Mapped[Moment]


class Consent(Synced, Base):
    """A citizen's answer on sending the end status to one clinic; the latest one holds, for that clinic and this course.

    `taken_by` is who asked, `what` it is about in the words that were said; nothing for what has always been meant.
    """

    __tablename__ = "consent"
    course_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("course.id"), index=True)
    answer: Mapped[ConsentAnswer] = mapped_column(words(ConsentAnswer))
    day: Mapped[date]
    form: Mapped[str]
    noted_by: Mapped[str]
    noted_at: Mapped[Moment]
    clinic_id: Mapped[uuid.UUID | None]
    taken_by: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
