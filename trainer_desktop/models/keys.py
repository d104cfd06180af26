"""The data key of a store and the slots that hold it, in a file beside the database.

Each slot seals the same vault key: one for each user under a password (argon2id, 64 MiB), and one under the recovery code
that was printed. The vault key seals the data key,
so that a new data key needs nobody else's password; while a store is rekeyed both are there. A store that nobody has
protected yet has the slot «open», whose data key lies in the file in the clear, and the program says so.
"""

import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer_desktop.models import tries

OPEN_SLOT = "open"
RECOVERY = "recovery"
VAULT = "vault"
USER = "user:"
KEY_BYTES = 32
MOST_OPS, MOST_MEMORY = 20, 1 << 30  # a slot that asks for more is damaged, or hostile
OPS, MEMORY = 3, 64 * 1024 * 1024  # argon2id: passes, bytes
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that is read as something else
GROUPS, GROUP = 6, 5  # of a recovery code: 150 bits
WARNING = "This slot needs no password: whoever has this file and the database can read it."


class NoKey(Exception):
    """The key file is missing or damaged, so the database cannot be opened."""


class NeedsPassword(NoKey):
    """The database is protected: somebody must log in."""


class WrongPassword(Exception):
    """Neither a password of this user nor the code; the same for an unknown user."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data keys to try, the newest first; `vault` is None when the store is not protected. `login` is who opened it."""

    data: tuple[bytes, ...]
    vault: bytes | None = None
    login: str = ""

    def __repr__(self) -> str:
        """Never the keys."""
        return f"Unlocked({self.login!r})"


def key_file(database: Path) -> Path:
    """Where a database's slots are."""
    return database.with_name(f"{database.name}.keys.json")


def make_key(database: Path) -> bytes:
    """Make a new key and its open slot, or read the one that somebody made at the same moment.

    The file is whole or not there at all, and one that is there is never overwritten.
    """
    key = secrets.token_bytes(KEY_BYTES)
    target = key_file(database)
    part = _written(target, {OPEN_SLOT: {"kdf": "none", "warning": WARNING, "key": key.hex()}})
    try:
        os.link(part, target)  # refuses when it is there, unlike a rename
    except FileExistsError:
        return read_key(database)
    finally:
        part.unlink(missing_ok=True)
    return key


def read_key(database: Path) -> bytes:
    """Read the key from its open slot; raises NeedsPassword when there is none, NoKey when nothing can be read."""
    slots = _slots(database)
    if OPEN_SLOT not in slots:
        raise NeedsPassword(str(key_file(database)))
    try:
        key = bytes.fromhex(slots[OPEN_SLOT]["key"])
        if len(key) != KEY_BYTES:
            raise ValueError("length")
        return key
    except (ValueError, KeyError, TypeError) as trouble:
        raise NoKey(str(key_file(database))) from trouble


def needs_password(database: Path) -> bool:
    """Whether somebody must log in to open it; raises NoKey when its slots cannot be read."""
    return OPEN_SLOT not in _slots(database)


def logins(database: Path) -> list[str]:
    """Who has a slot."""
    return sorted(n.removeprefix(USER) for n in _slots(database) if n.startswith(USER))


def protect(database: Path, login: str, password: str) -> tuple[Unlocked, str]:
    """Give an open store its first user and a recovery code, which is answered; the open slot goes.

    The data key stays the same: it has lain in the clear, so `rekeying.rekey` follows.
    """
    data = read_key(database)
    vault = secrets.token_bytes(KEY_BYTES)
    code = new_code()
    slots = {
        VAULT: {"keys": [_seal(vault, VAULT, data)]},
        USER + login: _slot(USER + login, password, vault),
        RECOVERY: _slot(RECOVERY, plain_code(code), vault),
    }
    _replace(database, slots)
    return Unlocked((data,), vault, login), code


def unlock(database: Path, login: str, password: str) -> Unlocked:
    """Open with a user's password. Raises WrongPassword, tries.Waits after too many, NoKey."""
    wait = tries.begin(database, login)
    name = USER + login
    slots = _slots(database)
    vault = _judged(database, slots, name, password, wait)
    if vault is None:
        wait.failed()
        raise WrongPassword(login)
    wait.succeeded()
    return Unlocked(_data(database, slots, vault), vault, login)


def unlock_with_code(database: Path, code: str, login: str = "") -> Unlocked:
    """Open with the recovery code, however it is written. Raises WrongPassword, tries.Waits, NoKey."""
    wait = tries.begin(database, RECOVERY)
    slots = _slots(database)
    vault = _judged(database, slots, RECOVERY, plain_code(code), wait)
    if vault is None:
        wait.failed()
        raise WrongPassword(RECOVERY)
    wait.succeeded()
    return Unlocked(_data(database, slots, vault), vault, login)


def set_password(database: Path, vault: bytes, login: str, password: str) -> None:
    """Give a user a slot, or a new password; the database is not touched."""
    slots = _slots(database)
    slots[USER + login] = _slot(USER + login, password, vault)
    _replace(database, slots)
    tries.forget(database, login)


def close_slot(database: Path, login: str) -> None:
    """Take a user's slot away; the last one stays, for then only the code would open it."""
    slots = _slots(database)
    if [name for name in slots if name.startswith(USER)] == [USER + login]:
        raise ValueError("the last user's slot")
    slots.pop(USER + login, None)
    _replace(database, slots)


def renew_code(database: Path, vault: bytes) -> str:
    """A new recovery code; the old one opens nothing any more."""
    code = new_code()
    set_code(database, vault, code)
    return code


def set_code(database: Path, vault: bytes, code: str) -> None:
    """Let this be the recovery code."""
    slots = _slots(database)
    slots[RECOVERY] = _slot(RECOVERY, plain_code(code), vault)
    _replace(database, slots)


def keep_data_keys(database: Path, vault: bytes, *data: bytes) -> None:
    """Write which data keys the vault holds, the newest first."""
    slots = _slots(database)
    slots[VAULT] = {"keys": [_seal(vault, VAULT, key) for key in data]}
    _replace(database, slots)


def data_keys(database: Path, vault: bytes) -> tuple[bytes, ...]:
    """The data keys that a vault key opens in a file's slots; raises NoKey."""
    return _data(database, _slots(database), vault)


def write_beside(database: Path, copy: Path, vault: bytes, data: bytes) -> None:
    """Give a copy the same slots as the store, with the data key that the copy has."""
    slots = _slots(database)
    slots[VAULT] = {"keys": [_seal(vault, VAULT, data)]}
    _replace(copy, slots)


def new_code() -> str:
    """Six groups of five signs."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def plain_code(code: str) -> str:
    """A code without blanks, dashes and small letters."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def _slots(database: Path) -> dict[str, Any]:
    try:
        slots = json.loads(key_file(database).read_text(encoding="utf-8"))
        if not isinstance(slots, dict) or not slots:
            raise ValueError("slots")
        return slots
    except (OSError, ValueError, RecursionError) as trouble:
        raise NoKey(str(key_file(database))) from trouble


def _kdf(secret: str, salt: bytes, ops: int, memory: int) -> bytes:
    from nacl.pwhash import argon2id

    return bytes(argon2id.kdf(KEY_BYTES, secret.encode(), salt, opslimit=ops, memlimit=memory))


def _slot(name: str, secret: str, vault: bytes) -> dict[str, Any]:
    salt = secrets.token_bytes(16)
    key = _kdf(secret, salt, OPS, MEMORY)
    sealed = _seal(key, name, vault)
    return {"kdf": "argon2id", "ops": OPS, "memory": MEMORY, "salt": salt.hex(), "sealed": sealed}


def _opened(slot: Any, name: str, secret: str) -> bytes | None:
    """The vault key of a slot; None when it is another secret. An unknown slot takes as long as a wrong one."""
    try:
        salt = bytes.fromhex(slot["salt"]) if slot else hashlib.sha256(name.encode()).digest()[:16]
        ops, memory = (int(slot["ops"]), int(slot["memory"])) if slot else (OPS, MEMORY)
        if not (1 <= ops <= MOST_OPS and 8 * 1024 <= memory <= MOST_MEMORY):
            raise ValueError("cost")
        key = _kdf(secret, salt, ops, memory)
        return _unseal(key, name, slot["sealed"]) if slot else None
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as trouble:
        raise NoKey(name) from trouble  # the slot is damaged: no password would open it


def _judged(
    database: Path, slots: dict[str, Any], name: str, secret: str, wait: tries.Try
) -> bytes | None:
    """As `_opened`; a damaged slot is nobody's wrong try."""
    try:
        return _opened(slots.get(name), name, secret)
    except NoKey as trouble:
        wait.succeeded()
        raise NoKey(str(key_file(database))) from trouble


def _data(database: Path, slots: dict[str, Any], vault: bytes) -> tuple[bytes, ...]:
    try:
        found = tuple(_unseal(vault, VAULT, sealed) for sealed in slots[VAULT]["keys"])
    except (KeyError, TypeError, ValueError) as trouble:
        raise NoKey(str(key_file(database))) from trouble
    whole = tuple(key for key in found if key is not None)
    if not whole:
        raise NoKey(str(key_file(database)))
    return whole


def _seal(key: bytes, name: str, value: bytes) -> str:
    from nacl.secret import Aead

    return bytes(Aead(key).encrypt(value, aad=name.encode())).hex()


def _unseal(key: bytes, name: str, sealed: str) -> bytes | None:
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        return bytes(Aead(key).decrypt(bytes.fromhex(sealed), aad=name.encode()))
    except CryptoError:
        return None


def _replace(database: Path, slots: dict[str, Any]) -> None:
    """Write the slots: the file is as it was or as it is to be, whenever the power goes."""
    target = key_file(database)
    _written(target, slots).replace(target)
    _settle(target.parent)


def _written(target: Path, slots: dict[str, Any]) -> Path:
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(slots, file, indent=2)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return part


def _settle(folder: Path) -> None:
    """Let the folder's own entries reach the disk, where a system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
