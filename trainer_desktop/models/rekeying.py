"""A new data key for a store, safe whenever the power goes: until it is done the vault holds both."""

import secrets
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from trainer_desktop.models import engine, keys
from trainer_desktop.models.keys import NoKey, Unlocked


def working_key(file: Path, unlocked: Unlocked) -> bytes:
    """The data key that opens the file, of those that the vault holds; raises NoKey when none does."""
    if len(unlocked.data) == 1:
        return unlocked.data[0]
    for key in unlocked.data:
        if _opens(file, key):
            if unlocked.vault:
                keys.keep_data_keys(file, unlocked.vault, key)  # what was broken off is over
            return key
    raise NoKey(str(keys.key_file(file)))


def rekey(file: Path, unlocked: Unlocked) -> Unlocked:
    """Encrypt the file anew under a new data key; nobody else may have it open. Raises NoKey, DBAPIError."""
    if unlocked.vault is None:
        raise NoKey(str(keys.key_file(file)))
    old, new = working_key(file, unlocked), secrets.token_bytes(keys.KEY_BYTES)
    keys.keep_data_keys(file, unlocked.vault, new, old)
    opened = engine.open_file(file, old)
    try:
        with opened.connect() as connection:
            connection.exec_driver_sql("commit")
            connection.exec_driver_sql("pragma wal_checkpoint(truncate)").all()
            connection.exec_driver_sql(f"pragma rekey=\"x'{new.hex()}'\"").all()
    finally:
        opened.dispose()
    both = Unlocked((new, old), unlocked.vault, unlocked.login)
    return Unlocked((working_key(file, both),), unlocked.vault, unlocked.login)


def _opens(file: Path, key: bytes) -> bool:
    opened = engine.open_file(file, key)
    try:
        with opened.connect() as connection:
            connection.exec_driver_sql("select count(*) from sqlite_master").one()
    except DBAPIError:
        return False
    finally:
        opened.dispose()
    return True
