"""What this computer prefers: language, light or dark, text size, who sits here. No health data."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

LANGUAGES = ("da", "en")
MODES = ("light", "dark", "contrast")
GRIDS = (5, 10, 15, 30, 60)


@dataclass
class Settings:
    """The preferences, with what a new computer begins with.

    `scale` is the text's size, 1.0 to 2.0; `grid` the calendar's zoom in minutes; `work_week` its weekdays (Monday is 0).
    """

    language: str = "da"
    mode: str = "light"
    scale: float = 1.0
    user: str = ""
    grid: int = 15
    work_week: str = "01234"

    @classmethod
    def read(cls, file: Path) -> "Settings":
        """Read them; a missing or damaged file gives the beginning's."""
        try:
            raw: Any = json.loads(file.read_text(encoding="utf-8"))
            known = {f.name: raw[f.name] for f in fields(cls) if f.name in raw}
            found = cls(**known)
        except (OSError, ValueError, TypeError):
            return cls()
        found.language = found.language if found.language in LANGUAGES else "da"
        found.mode = found.mode if found.mode in MODES else "light"
        found.scale = min(2.0, max(1.0, float(found.scale)))
        found.grid = found.grid if found.grid in GRIDS else 15
        days = sorted({one for one in str(found.work_week) if one in "0123456"})
        found.work_week = "".join(days) or "01234"
        return found

    def write(self, file: Path) -> None:
        """Write them; the file is whole or as it was."""
        part = file.with_suffix(".part")
        part.write_text(json.dumps(asdict(self), indent=2), encoding="utf-8")
        os.replace(part, file)
