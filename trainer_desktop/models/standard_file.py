"""A municipality's own standard, as its author wrote it, kept inside the store."""

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from trainer_desktop.models.base import Base, Moment, Synced

LONGEST_FILE = 1_000_000  # letters


class StandardFile(Synced, Base):
    """One edition of a standard: `name` is its id, `text` the whole TOML file, `digest` that text's SHA-256.

    `valid_from` is the day from which this centre goes by it, when that is later than the file says.
    """

    __tablename__ = "standard_file"
    name: Mapped[str]
    version: Mapped[str]
    valid_from: Mapped[date | None]
    text: Mapped[str] = mapped_column(info={"longest": LONGEST_FILE})
    digest: Mapped[str] = mapped_column(String(64))
    added_by: Mapped[str]
    added_at: Mapped[Moment]
