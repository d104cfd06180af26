"""Use cases and queries: what the program can do, without a window."""

from trainer_desktop.models.store import Change, Store, Work

__all__ = ["Change", "Store", "Work"]
