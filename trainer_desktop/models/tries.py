"""How often somebody has tried a wrong password lately, beside the store, so that a restart forgives nothing.

The first five cost nothing; then each wait doubles, from half a minute to a quarter of an hour. A clock that is set
back forgives nothing either: then the whole wait begins anew.
"""

import json
import os
import secrets
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FREE = 5
FIRST, LONGEST = 30.0, 900.0  # seconds
FORGOTTEN = 24 * 3600.0  # after a day without a try nothing is held against anybody


class Waits(Exception):
    """Too many wrong passwords: `seconds` must pass first."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"{seconds:.0f}")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Try:
    """One that has begun: it counts as wrong from the start, so that whoever is killed in its middle has tried."""

    database: Path
    login: str

    def failed(self) -> None:
        """It was wrong: it stays counted."""

    def succeeded(self) -> None:
        """It was right: nothing is held against them."""
        forget(self.database, self.login)


def tries_file(database: Path) -> Path:
    """Where they are counted."""
    return database.with_name(f"{database.name}.tries.json")


def wait_for(database: Path, login: str, now: float | None = None) -> float:
    """Seconds until somebody may try again; 0 when at once."""
    count, last = _read(database).get(login, (0, 0.0))
    if count < FREE:
        return 0.0
    whole = min(LONGEST, FIRST * 2.0 ** min(count - FREE, 10))
    gone = (time.time() if now is None else now) - last
    return whole if gone < 0 else max(0.0, whole - gone)


def begin(database: Path, login: str) -> Try:
    """Begin a try. Raises Waits."""
    left = wait_for(database, login)
    if left > 0:
        raise Waits(left)
    found = _read(database)
    count, last = found.get(login, (0, 0.0))
    now = time.time()
    if now - last > FORGOTTEN:
        count = 0
    found[login] = (count + 1, now)
    _write(database, found)
    return Try(database, login)


def forget(database: Path, login: str) -> None:
    """Hold nothing against somebody."""
    found = _read(database)
    if found.pop(login, None) is not None:
        _write(database, found)


def _read(database: Path) -> dict[str, tuple[int, float]]:
    try:
        raw = json.loads(tries_file(database).read_text(encoding="utf-8"))
        return {str(k): (int(v[0]), float(v[1])) for k, v in raw.items()}
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return {}


def _write(database: Path, found: dict[str, tuple[int, float]]) -> None:
    target = tries_file(database)
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    with suppress(OSError):  # a folder that cannot be written: the password itself still holds
        part.write_text(json.dumps({k: list(v) for k, v in found.items()}), encoding="ascii")
        part.chmod(0o600)
        os.replace(part, target)
