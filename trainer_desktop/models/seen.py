"""What a database has acknowledged, kept beside it: a file that lost its newest changes cannot know that itself.

One line for each commit, `number hash`; only the highest counts. A line too few does no harm, since
it only asks for less than there is.
"""

import os
from contextlib import suppress
from pathlib import Path

KEEP = 1 << 16  # bytes; a longer file begins anew with its last line


def seen_file(database: Path) -> Path:
    """Where a database's acknowledged changes are noted."""
    return database.with_name(f"{database.name}.seen")


def note(database: Path, seq: int, chained: str) -> None:
    """Note a change set that was committed; a folder that cannot be written only watches less."""
    with suppress(OSError):
        line = f"{seq} {chained}\n".encode()
        where = os.open(seen_file(database), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(where, line)
        finally:
            os.close(where)


def newest(database: Path) -> tuple[int, str] | None:
    """The highest number noted, with its hash; None when none was."""
    try:
        lines = seen_file(database).read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    found = [(int(n), h) for n, _, h in (line.partition(" ") for line in lines) if _whole(n, h)]
    return max(found, default=None)


def shorten(database: Path) -> None:
    """Begin a long file anew."""
    with suppress(OSError):
        file = seen_file(database)
        if file.stat().st_size > KEEP and (last := newest(database)):
            begin(database, *last)


def begin(database: Path, seq: int, chained: str) -> None:
    """Note that this is what there is now, whatever was noted before."""
    file = seen_file(database)
    part = file.with_name(f"{file.name}.part")
    with suppress(OSError):
        part.write_text(f"{seq} {chained}\n", encoding="ascii")
        part.chmod(0o600)
        os.replace(part, file)


def _whole(number: str, chained: str) -> bool:
    return number.isdecimal() and (len(chained) == 64 or chained == "")
