"""Every table, imported in one place, so that the metadata is whole."""

from trainer_desktop.models import (
    centre,
    citizen,
    course,
    journal,
    message,
    occupancy,
    package,
    record,
    standard_file,
    training,
    user,
    waiting,
)
from trainer_desktop.models.base import Base, Synced

__all__ = [
    "centre",
    "citizen",
    "course",
    "journal",
    "message",
    "occupancy",
    "package",
    "record",
    "standard_file",
    "training",
    "user",
    "waiting",
]

TABLES: dict[str, type[Synced]] = {
    str(mapper.local_table): mapper.class_
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Synced)
}
