"""Use cases and queries: what the program can do, without a window."""

from trainer_desktop.models.store import Store
from trainer_desktop.models.work import Change, Work

__all__ = ["Change", "Store", "Work"]
