"""Writes what was set aside, so that nothing is lost: each row's cells as they stood, with the reason before them."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from trainer_desktop.services.importing.reading import MARKS
from trainer_desktop.services.importing.row_facts import SetAside

# What Excel would reckon with, or change by itself: formulas, and numbers that are names.
RECKONED = re.compile(r"[=+\-@\t\r']|0\d|\d{12}")


def guarded(cell: str) -> str:
    """A cell that Excel shows as it stands; `reading.bare` gives the cell back."""
    return f"'{cell}" if RECKONED.match(cell) else cell


def as_csv(rows: Sequence[SetAside]) -> bytes:
    """A file that Excel opens: reason, file and line, then the row's own cells; `import` reads it back."""
    lines: list[str] = []
    columns: tuple[str, ...] | None = None
    for one in rows:
        if one.columns != columns:
            columns = one.columns
            lines.append(_line([*MARKS, *map(guarded, columns)]))
        line = [guarded(one.reason), one.row.file, str(one.row.line)]
        lines.append(_line([*line, *map(guarded, one.row.raw)]))
    text = "".join(f"{line}\r\n" for line in lines)
    return b"\xef\xbb\xbf" + text.encode("utf-8", errors="surrogateescape")


def _line(cells: Sequence[str]) -> str:
    return ";".join('"{}"'.format(cell.replace('"', '""')) for cell in cells)


def is_aside(file: Path) -> bool:
    """Whether a file was written here, and may be followed by a newer one."""
    with file.open("rb") as read:
        return read.read(40).startswith(b'\xef\xbb\xbf"' + MARKS[0].encode())


def write_part(file: Path, rows: Sequence[SetAside]) -> Path | None:
    """Write what was set aside beside its place, safe on the disk; None when nothing was. Raises OSError."""
    if not rows:
        return None
    part = file.with_name(f"{file.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        out.write(as_csv(rows))
        out.flush()
        os.fsync(out.fileno())
    return part
