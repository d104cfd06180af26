"""The data key of a store and the slots that hold it, in a file beside the database.

Passwords and recovery come with users; until then there is one slot, «open», whose
key lies in the file unprotected, and the program says so.
"""

import json
import os
import secrets
from pathlib import Path

OPEN_SLOT = "open"
KEY_BYTES = 32
WARNING = "This slot needs no password: whoever has this file and the database can read it."


class NoKey(Exception):
    """The key file is missing or damaged, so the database cannot be opened."""


def key_file(database: Path) -> Path:
    """Where a database's slots are."""
    return database.with_name(f"{database.name}.keys.json")


def make_key(database: Path) -> bytes:
    """Make a new key and its open slot, or read the one that somebody made at the same moment.

    The file is whole or not there at all, and one that is there is never overwritten.
    """
    key = secrets.token_bytes(KEY_BYTES)
    slots = {OPEN_SLOT: {"kdf": "none", "warning": WARNING, "key": key.hex()}}
    target = key_file(database)
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("w", encoding="utf-8") as file:
            json.dump(slots, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o600)
        os.link(part, target)  # refuses when it is there, unlike a rename
    except FileExistsError:
        return read_key(database)
    finally:
        part.unlink(missing_ok=True)
    return key


def read_key(database: Path) -> bytes:
    """Read the key from its open slot; raises NoKey."""
    try:
        slots = json.loads(key_file(database).read_text(encoding="utf-8"))
        key = bytes.fromhex(slots[OPEN_SLOT]["key"])
        if len(key) != KEY_BYTES:
            raise ValueError("length")
        return key
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as trouble:
        raise NoKey(str(key_file(database))) from trouble


def needs_password(database: Path) -> bool:
    """Whether somebody must type something to open it."""
    try:
        read_key(database)
    except NoKey:
        return True
    return False
