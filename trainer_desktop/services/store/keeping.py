"""The daily copies: at a start when yesterday's is missing, at the close of a day, and in the second place."""

import logging
from datetime import datetime
from pathlib import Path

from trainer_desktop.services import Store
from trainer_desktop.services.store import backups, opening
from trainer_desktop.services.store.backups import Backup
from trainer_desktop.services.store.trouble import trouble_of
from trainer_desktop.settings import Settings

log = logging.getLogger("trainer_desktop")


def folder(store: Store, settings: Settings) -> Path:
    """Where copies lie."""
    assert store.file
    return Path(settings.backup_folder) if settings.backup_folder else backups.folder_of(store.file)


def there(store: Store, settings: Settings) -> list[Backup]:
    """The copies in the first place, the newest first."""
    if store.file is None:
        return []  # a server's copies are its own
    return backups.backups(folder(store, settings), store.file)


def wall(store: Store) -> datetime:
    """Now, as the clock on the wall shows it."""
    return store.clock().astimezone(opening.COPENHAGEN).replace(tzinfo=None)


def daily_copy(store: Store, settings: Settings, *, closing: bool = False) -> Backup | None:
    """Take today's at the close of the day when there is none, and at a start when yesterday's is missing; None when none was due.

    A copy that cannot be taken stops nothing: it is noted, and the red mark says so when it gets too old.
    """
    if store.file is None:
        return None
    every = there(store, settings)
    today = wall(store)
    todays = bool(every) and every[0].at.date() == today.date()
    if todays if closing else not backups.due(every, today):
        return None
    try:
        return take(store, settings)
    except Exception as wrong:
        if trouble_of(wrong) is None:
            raise
        log.warning("backup: %s", type(wrong).__name__)
        return None


def take(store: Store, settings: Settings) -> Backup:
    """Take one now, in the first place and in the second. Raises CopyFailed, OSError, DBAPIError."""
    assert store.file
    made = backups.take(store, folder(store, settings))
    if settings.backup_second and Path(settings.backup_second).is_dir():
        backups.copy_on(made, Path(settings.backup_second), store.file)
    return made


def copy_before(store: Store, settings: Settings) -> Backup | None:
    """A copy before something large, such as an import; None where there is nothing to lose. Raises as `take` does."""
    if store.file is None:
        return None  # a server's copies are its own
    with store.read() as work:
        if backups.is_empty(work):
            return None
    return take(store, settings)
