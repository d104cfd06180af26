"""Putting a store under lock: its first user, the recovery code, a data key that has lain nowhere in the clear."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from trainer_desktop.models import engine, keys, rekeying
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.keys import Unlocked
from trainer_desktop.models.store import Store
from trainer_desktop.models.user import AppUser
from trainer_desktop.rules.rights import Right, UserRole
from trainer_desktop.services.store import backups, opening, users
from trainer_desktop.services.store.backups import Backup


@dataclass(frozen=True, slots=True)
class Protected:
    """What became of it: who opens it now, the recovery code to print, and the copy that was taken first."""

    unlocked: Unlocked
    code: str
    copy: Backup
    closed: tuple[
        str, ...
    ] = ()  # other copies of it that were open, and are under the same lock now


def protect(
    file: Path, clock: opening.Clock, login: str, name: str, password: str, folder: Path
) -> Protected:
    """Give an open store its first user, an administrator; nobody may have it open meanwhile.

    A verified copy is taken first. Killed anywhere, the store opens either without a password as before, or with this one.
    Raises Refused WEAK_PASSWORD, CopyFailed, OSError.
    """
    login = users.plain_login(login)
    users.refuse_weak(password, login, name)
    store = opening.open_store(file, clock, login)
    try:
        copy = backups.take(store, folder)
    finally:
        store.close()
    old = keys.read_key(file)
    unlocked, code = keys.protect(file, login, password)
    unlocked = rekeying.rekey(file, unlocked)
    assert unlocked.vault
    closed = _close_copies(file, folder, unlocked.vault, old)
    ensure_user(file, clock, unlocked, name)
    others = tuple(one.name for one in closed if one != copy.file)
    return Protected(unlocked, code, copy, others)


def _close_copies(file: Path, folder: Path, vault: bytes, old: bytes) -> list[Path]:
    """The copies from before have the old key in the clear beside them: they get the store's own slots."""
    closed = []
    for place in {file.parent, folder}:
        for slots in place.glob("*.keys.json"):
            copy = slots.with_name(slots.name.removesuffix(".keys.json"))
            try:
                same = keys.read_key(copy) == old
            except keys.NoKey:
                continue
            if same and copy != file:
                keys.write_beside(file, copy, vault, old)
                closed.append(copy)
    return closed


def ensure_user(file: Path, clock: opening.Clock, unlocked: Unlocked, name: str = "") -> None:
    """Whoever opened a store in which nobody is a user becomes its administrator."""
    store = opening.open_store(file, clock, unlocked=unlocked)
    try:
        first(store, name)
    finally:
        store.close()


def first(store: Store, name: str = "") -> None:
    """As `ensure_user`, of a store that is open."""
    with store.read() as work:
        if work.scalar(select(AppUser.id).limit(1)) is not None:
            return
    with store.work("Første bruger") as work:
        users.add(work, store.actor, name or store.actor, UserRole.ADMINISTRATOR)


def reset_password(file: Path, code: str, login: str, password: str) -> tuple[Unlocked, str]:
    """A forgotten password: the recovery code gives a user a new one, and a new code is made, for that one is used.

    Raises WrongPassword and Waits for another code, Refused WEAK_PASSWORD.
    """
    login = users.plain_login(login)
    users.refuse_weak(password, login)
    unlocked = keys.unlock_with_code(file, code, login)
    assert unlocked.vault
    keys.set_password(file, unlocked.vault, login, password)
    return unlocked, keys.renew_code(file, unlocked.vault)


def leads_over(file: Path) -> bool:
    """Whether a store that is there is to be put under lock at this start: it is open, and there are citizens in it."""
    if keys.needs_password(file) or opening.is_demo(file):
        return False
    opened = engine.open_file(file, keys.read_key(file))
    try:
        with opened.connect() as connection:
            return connection.execute(select(Citizen.id).limit(1)).first() is not None
    except DBAPIError:
        return False  # what is wrong with it is told when it is opened
    finally:
        opened.dispose()


def offer_code(store: Store) -> str:
    """A recovery code that is nothing yet: the old one holds until `use_code`. Raises Refused NOT_ALLOWED."""
    with store.read() as work:
        work.ask(Right.USERS)
    return keys.new_code()


def use_code(store: Store, code: str) -> None:
    """Let a code that is on paper hold, and the old one no more. Raises Refused NOT_ALLOWED."""
    assert store.file
    assert store.unlocked
    assert store.unlocked.vault
    with store.read() as work:
        work.ask(Right.USERS)
    keys.set_code(store.file, store.unlocked.vault, code)


def rekey(file: Path, clock: opening.Clock, unlocked: Unlocked | None, folder: Path) -> Unlocked:
    """A new data key, after a verified copy; nobody else may have the store open. Raises NoKey when it is not protected, Refused NOT_ALLOWED."""
    if unlocked is None:
        raise keys.NoKey(str(keys.key_file(file)))
    store = opening.open_store(file, clock, unlocked=unlocked)
    try:
        with store.read() as work:
            work.ask(Right.USERS)
        backups.take(store, folder)
    finally:
        store.close()
    return rekeying.rekey(file, unlocked)
