"""Opening and making stores: the user's own, and the demo centre."""

import platform
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from trainer_desktop import paths
from trainer_desktop.models import (
    copying,
    engine,
    keys,
    permits,
    rekeying,
    seen,
    tries,
    upgrade,
    verifying,
)
from trainer_desktop.models.centre import Centre
from trainer_desktop.models.journal import Me
from trainer_desktop.models.keys import Unlocked, WrongPassword
from trainer_desktop.models.record import Draft
from trainer_desktop.models.store import Store
from trainer_desktop.models.verifying import Damage, Damaged

SKEW = timedelta(minutes=5)  # of a clock, that is not worth a word
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class OnNetwork(Exception):
    """A file on a drive of the network, where two machines would damage it; the text is its folder."""


Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment, aware."""
    return datetime.now(UTC)


def open_store(
    file: Path,
    clock: Clock = now,
    actor: str = "",
    *,
    make: bool = False,
    unlocked: Unlocked | None = None,
) -> Store:
    """Open a store's file, brought up to date when needed; one that is not there is made only when asked for.

    A protected one needs who has logged in (`unlocked`), who is then the actor. Raises Damaged when it is gone, empty or
    older than what it has acknowledged, NoKey when the key file is gone or not this store's, NeedsPassword, NewerSchema when a
    newer program made it, CopyFailed when it cannot be copied first, and OnNetwork when it lies in a folder of the network.
    """
    if paths.on_network(file):
        raise OnNetwork(str(file.parent))
    whole = file.exists() and file.stat().st_size > 0
    if make:
        file.parent.mkdir(parents=True, exist_ok=True)
    if not whole and (not make or seen.newest(file)):
        raise Damaged(Damage.EMPTY if file.exists() else Damage.GONE, str(file))
    known = whole or keys.key_file(file).exists()
    if unlocked:
        key, actor = rekeying.working_key(file, unlocked), unlocked.login
    else:
        key = keys.read_key(file) if known else keys.make_key(file)
    opened = engine.open_file(file, key)
    try:
        upgrade.upgrade(opened, lambda revision: copying.copy(file, key, f"before-{revision}"))
        if whole:
            verifying.quick(opened, file)
    except BaseException:
        opened.dispose()
        raise
    store = Store(opened, clock, actor, file)
    store.place, store.unlocked = platform.node()[:100], unlocked
    if unlocked and not _is_user(store):
        store.close()
        raise WrongPassword(
            unlocked.login
        )  # an old key file may still have the slot of somebody who was closed
    if not whole:
        with suppress(OSError):
            file.chmod(0o600)  # citizens are in it: its owner's alone
        seen.begin(file, 0, "")
    seen.shorten(file)
    return store


def was_there(file: Path) -> bool:
    """Whether a store has been at a place, whatever has become of its file."""
    return seen.newest(file) is not None or keys.key_file(file).exists()


def _is_user(store: Store) -> bool:
    """Whether whoever opened it is a user in it still; where nobody is one yet, it is whoever has the password."""
    with store.read() as work:
        found = permits.permit(work)
    return found.everything or found.role is not None


def clock_behind(store: Store) -> timedelta:
    """How far this computer's clock is behind the newest thing in the store; nothing under five minutes."""
    with store.read() as work:
        newest = int(work.connection().scalar(select(Me.clock)) or 0) >> 16
    gone = timedelta(milliseconds=newest - int(store.clock().timestamp() * 1000))
    return gone if gone > SKEW else timedelta(0)


def accept(file: Path, unlocked: Unlocked | None = None) -> int:
    """Let a file hold as it is, though it is older than what it has acknowledged; answers its newest number."""
    key = rekeying.working_key(file, unlocked) if unlocked else keys.read_key(file)
    opened = engine.open_file(file, key)
    try:
        return verifying.accept(Store(opened, now, file=file))
    finally:
        opened.dispose()


def open_server(url: str, clock: Clock = now, actor: str = "") -> Store:
    """Open a PostgreSQL database; its copies are the server's. Raises BadAddress."""
    opened = engine.open_postgres(url)
    upgrade.upgrade(opened)
    return Store(opened, clock, actor)


def demo_file() -> Path:
    """Where the demo centre lies."""
    return paths.data_folder() / "demo.db"


def own_file() -> Path:
    """Where the user's own centre lies."""
    return paths.data_folder() / "centre.db"


def is_demo(file: Path | None) -> bool:
    """Whether a file is the demo centre's."""
    return file is not None and file.absolute() == demo_file().absolute()


def forget_if_empty(file: Path) -> None:
    """Take away a store that was made to move in to, when nothing has been moved in."""
    if keys.needs_password(file):
        return  # somebody is a user in it
    opened = engine.open_file(file, keys.read_key(file))
    with Store(opened, now).read() as work:
        used = any(
            work.scalar(select(table).limit(1)) is not None for table in (Centre.id, Draft.form)
        )
    opened.dispose()
    if not used:
        forget(file)


def forget(file: Path) -> None:
    """Take away a store's files."""
    for part in (file, *(file.with_name(f"{file.name}{end}") for end in ("-wal", "-shm"))):
        part.unlink(missing_ok=True)
    seen.seen_file(file).unlink(missing_ok=True)
    tries.tries_file(file).unlink(missing_ok=True)
    keys.key_file(file).unlink(missing_ok=True)
