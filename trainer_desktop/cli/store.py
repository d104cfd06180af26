"""What every command shares: the database, the moment, the answer and the exit status."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from trainer_desktop import paths
from trainer_desktop.cli.arguments import NOTHING, text
from trainer_desktop.services import Store, importing
from trainer_desktop.services.store import keys, opening
from trainer_desktop.services.store.keys import Unlocked
from trainer_desktop.settings import Settings

DONE, WRONG_USE, REFUSED = 0, 2, 3
PASSWORD = "TRAINER_DESKTOP_PASSWORD"


class WrongUse(Exception):
    """A command that cannot be carried out as it was written; the message says why in Danish."""


def common(*, answers: bool = True) -> argparse.ArgumentParser:
    """The options that every command on a database has."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database",
        metavar="URL",
        help="databasens fil, sqlite:///fil eller postgresql://…; uden: ens eget center, ellers democentret",
    )
    shared.add_argument(
        "--now",
        type=moment,
        metavar="TIDSPUNKT",
        help="regn med dette tidspunkt i stedet for uret, f.eks. 2026-11-20T08:00",
    )
    shared.add_argument(
        "--actor",
        type=text(100),
        default=NOTHING,
        metavar="INITIALER",
        help="hvem der gør det; uden: brugernavnet",
    )
    shared.add_argument(
        "--password-file",
        type=Path,
        metavar="FIL",
        help=f"adgangskoden til en beskyttet database; ellers {PASSWORD}, eller der spørges",
    )
    if answers:
        shared.add_argument("--json", action="store_true", help="svar som JSON")
    return shared


def moment(text: str) -> datetime:
    """A moment; without an offset it is Danish wall time."""
    try:
        read = datetime.fromisoformat(text)
        if not 1900 <= read.year <= 2200:
            raise ValueError(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"«{text}» er ikke et tidspunkt; skriv f.eks. 2026-11-20T08:00"
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=opening.COPENHAGEN)


def day(text: str) -> date:
    """A date, as an export may write it."""
    try:
        return importing.a_date("", text)
    except importing.BadCell:
        raise argparse.ArgumentTypeError(
            f"«{text}» er ikke en dato; skriv f.eks. 2026-11-20"
        ) from None


def clock(options: argparse.Namespace) -> opening.Clock:
    """The clock that the command goes by."""
    fixed: datetime | None = options.now
    return (lambda: fixed.astimezone(UTC)) if fixed else opening.now


def file_of(url: str) -> Path:
    """The file that a path or an sqlite address names."""
    for scheme in ("sqlite:///", "sqlite+pysqlcipher:///"):
        url = url.removeprefix(scheme)
    file = Path(url)
    if not file.name or file.is_dir():
        raise WrongUse(f"{file} er en mappe; en database er en fil")
    return file


def target(options: argparse.Namespace) -> Path | str:
    """The chosen database: a server's address, or a file; raises WrongUse where there is none."""
    chosen: str | None = options.database
    if chosen and chosen.startswith("postgres"):
        return chosen
    if chosen:
        file = file_of(chosen)
        if not file.exists() and not opening.was_there(file):
            raise WrongUse(f"databasen {file} findes ikke")
        return file
    for file in (opening.own_file(), opening.demo_file()):
        if file.exists() or opening.was_there(file):
            return file
    raise WrongUse("der er ingen database endnu; lav democentret med «trainer-desktop demo»")


def kept_settings() -> Settings:
    """What this computer prefers, as the window left it."""
    return Settings.read(paths.data_folder() / "settings.json")[0]


def unlock(file: Path, options: argparse.Namespace) -> Unlocked | None:
    """Log in to a protected file; None for one that nobody has protected, or that is not there."""
    if not keys.key_file(file).exists() or not keys.needs_password(file):
        return None
    login = options.actor or getpass.getuser()
    return keys.unlock(file, login, password(options, f"Adgangskode for {login}: "))


def password(options: argparse.Namespace, ask: str) -> str:
    """A password: from a file, the environment, or asked for; raises WrongUse where nobody can be asked."""
    file: Path | None = getattr(options, "password_file", None)
    if file:
        try:
            return file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, ValueError) as wrong:
            raise WrongUse(f"{file} kan ikke læses") from wrong
    known = os.environ.get(PASSWORD)
    if known is not None:
        return known
    if not sys.stdin.isatty():
        raise WrongUse(f"adgangskoden mangler: sæt {PASSWORD}, eller nævn --password-file")
    return getpass.getpass(ask)


@contextmanager
def opened(
    where: Path | str, options: argparse.Namespace, *, make: bool = False
) -> Iterator[Store]:
    """Open a database for one command; a file is made only by a command that moves a centre in."""
    actor = options.actor or getpass.getuser()
    if isinstance(where, Path):
        unlocked = unlock(where, options)
        store = opening.open_store(where, clock(options), actor, make=make, unlocked=unlocked)
    else:
        store = opening.open_server(where, clock(options), actor)
    try:
        yield store
    finally:
        store.close()


def answer(options: argparse.Namespace, value: Any, tell: Callable[[], Iterator[str]]) -> int:
    """Print the answer as JSON, or as lines of Danish."""
    if options.json:
        out(as_json(value))
    else:
        for line in tell():
            out(line)
    return DONE


def as_json(value: Any) -> str:
    """JSON with stable keys, ISO days and moments."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def out(line: str) -> None:
    """A line of the answer."""
    sys.stdout.write(line + "\n")


def trouble(line: str) -> None:
    """A line on what went wrong."""
    sys.stderr.write(f"FEJL  {line}\n")
