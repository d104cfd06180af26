"""Logging in to a store's file, for those above the services."""

from trainer_desktop.models.keys import (
    GROUP,
    GROUPS,
    NeedsPassword,
    NoKey,
    Unlocked,
    WrongPassword,
    key_file,
    logins,
    needs_password,
    plain_code,
    unlock,
    unlock_with_code,
)
from trainer_desktop.models.tries import Waits, wait_for

__all__ = [
    "GROUP",
    "GROUPS",
    "NeedsPassword",
    "NoKey",
    "Unlocked",
    "Waits",
    "WrongPassword",
    "key_file",
    "logins",
    "needs_password",
    "plain_code",
    "unlock",
    "unlock_with_code",
    "wait_for",
]
