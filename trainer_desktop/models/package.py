"""The packages that a municipality grants."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Synced, words
from trainer_desktop.rules.course import Form


class Package(Synced, Base):
    """So many trainings of so many minutes each; granted no more after the day `ended`."""

    __tablename__ = "package"
    name: Mapped[str]
    trainings: Mapped[int]
    minutes: Mapped[int]
    form: Mapped[Form] = mapped_column(words(Form))
    ended: Mapped[date | None]
