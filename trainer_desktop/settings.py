"""What this computer prefers: language, light or dark, text size, who sits here. No health data."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import time
from pathlib import Path
from typing import Any

from trainer_desktop import paths

LANGUAGES = ("da", "en")
MODES = ("light", "dark", "contrast")
GRIDS = (5, 10, 15, 30, 60)


@dataclass
class Settings:
    """The preferences, with what a new computer begins with.

    `scale` is the text's size, 1.0 to 2.0; `grid` the calendar's zoom in minutes; `work_week` its weekdays (Monday is 0).
    Messages to GPs are written to `outbox`, what comes back is read from `inbox`. The day's pack is saved in `pack_folder` at the time `pack_at`; nowhere while there is no folder.
    Copies of the store lie in `backup_folder` (beside it where none is chosen) and in `backup_second`; one older than `backup_days` is told in red.
    After `idle_minutes` without a hand on it a protected store is locked; `drilled` is when a restore was last tried, and with what.
    """

    language: str = "da"
    mode: str = "light"
    scale: float = 1.0
    user: str = ""
    grid: int = 15
    work_week: str = "01234"
    pack_folder: str = ""
    pack_at: str = "06:30"
    pack_of: str = ""  # the store whose window chose it
    outbox: str = ""
    inbox: str = ""
    backup_folder: str = ""
    backup_second: str = ""
    backup_days: int = 3
    idle_minutes: int = 10
    drilled: str = ""

    @classmethod
    def read(cls, file: Path) -> tuple["Settings", tuple[str, ...]]:
        """Read them, and the names of those that could not be read: each of these is as on a new computer."""
        found = cls()
        try:
            raw: Any = json.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return found, ()
        except (OSError, ValueError, RecursionError):
            return found, (file.name,)
        if not isinstance(raw, dict):
            return found, (file.name,)
        bad = [name for name in _TYPES if name in raw and not found._take(name, raw[name])]
        return found, tuple(bad)

    def _take(self, name: str, value: Any) -> bool:
        """Take one value, when it is of its type and may be; whether it was."""
        import msgspec

        try:
            value = msgspec.convert(value, _TYPES[name])
        except msgspec.ValidationError:
            return False
        if not _ALLOWED.get(name, _anything)(value):
            return False
        setattr(self, name, value)
        return True

    def write(self, file: Path) -> None:
        """Write them; the file is whole or as it was, and one that cannot be written costs nothing else."""
        with suppress(OSError):
            paths.write_whole(file, json.dumps(asdict(self), indent=2).encode())


_TYPES: dict[str, Any] = {f.name: f.type for f in fields(Settings)}


def _is_time(words: str) -> bool:
    try:
        return time.fromisoformat(words).tzinfo is None
    except ValueError:
        return False


_ALLOWED: dict[str, Callable[[Any], bool]] = {
    "language": LANGUAGES.__contains__,
    "mode": MODES.__contains__,
    "scale": lambda scale: 1.0 <= scale <= 2.0,
    "grid": GRIDS.__contains__,
    "pack_at": _is_time,
    "backup_days": lambda days: 1 <= days <= 60,
    "idle_minutes": lambda minutes: 1 <= minutes <= 240,
    "work_week": lambda days: bool(days) and days == "".join(sorted(set(days) & set("0123456"))),
}


def _anything(_value: object) -> bool:
    return True
