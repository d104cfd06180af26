"""A verified copy of a database's file, with its key slots, before something risky is done to it."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from trainer_desktop.models import engine, keys


class CopyFailed(Exception):
    """The copy could not be made, or is not what it should be; nothing was changed. The text is its path."""


def copy(file: Path, key: bytes, name: str) -> Path:
    """Copy a database beside itself as `centre.before-0002.db` and open the copy; raises CopyFailed.

    An older copy of that name stays. The caller holds the write lock, so the log beside the file is copied as it stands.
    """
    names = (f"{file.stem}.{name}{again}{file.suffix}" for again in ("", *range(-2, -100, -1)))
    target = next(t for t in map(file.with_name, names) if not t.exists())
    try:
        _copy_parts(file, target)
        _open(target, key)
    except (OSError, DBAPIError) as trouble:
        _clear(target)
        raise CopyFailed(str(target)) from trouble
    return target


def _copy_parts(file: Path, target: Path) -> None:
    for source in (file, file.with_name(f"{file.name}-wal")):
        if source.exists():
            into = target.with_name(source.name.replace(file.name, target.name, 1))
            shutil.copyfile(source, into)
            into.chmod(0o600)
            with into.open("rb") as done:
                os.fsync(done.fileno())
    slots = keys.key_file(target)
    shutil.copyfile(keys.key_file(file), slots)
    slots.chmod(0o600)


def _open(target: Path, key: bytes) -> None:
    """Read every page of the copy, and bring its log into it."""
    opened = engine.open_file(target, key)
    try:
        with opened.connect() as connection:
            connection.exec_driver_sql("commit")
            connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
            if connection.exec_driver_sql("pragma cipher_integrity_check").all():
                raise CopyFailed(str(target))
            connection.exec_driver_sql("select count(*) from alembic_version").one()
    finally:
        opened.dispose()


def _clear(target: Path) -> None:
    parts = [target.with_name(f"{target.name}{name}") for name in ("", "-wal", "-shm")]
    with suppress(OSError):
        for part in (*parts, keys.key_file(target)):
            part.unlink(missing_ok=True)
