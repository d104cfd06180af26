"""Verified copies of a store: taken while others work, read through before they count, kept 7 days, 4 weeks, 12 months."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from trainer_desktop.models import engine, keys, rekeying, seen, verifying
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.copying import CopyFailed
from trainer_desktop.models.course import Course
from trainer_desktop.models.journal import ChangeSet, Me
from trainer_desktop.models.keys import Unlocked
from trainer_desktop.models.record import Note
from trainer_desktop.models.store import Store
from trainer_desktop.models.training import TrainingSession
from trainer_desktop.models.verifying import Finding
from trainer_desktop.models.work import Work
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.store import opening

DAYS, WEEKS, MONTHS = 7, 4, 12
STALE = 3600  # seconds after which half a copy is nobody's any more
NAME = re.compile(r"(?P<of>.+)-(?P<at>\d{4}-\d{2}-\d{2}T\d{6})\.backup\.db")
COUNTED = {
    "citizens": Citizen,
    "courses": Course,
    "trainings": TrainingSession,
    "notes": Note,
    "changes": ChangeSet,
}


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy: where it lies, when it was taken (Danish wall time), how large it is in bytes."""

    file: Path
    at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Drill:
    """What a restore drill proved: what the copy holds beside what the store holds, and what was found wrong in it."""

    backup: Backup
    seconds: float
    counts: tuple[tuple[str, int, int], ...]  # name, in the copy, in the store
    findings: tuple[Finding, ...]
    newest: int  # the copy's newest change set

    @property
    def whole(self) -> bool:
        """Whether everything in it can be trusted."""
        return not self.findings


def folder_of(store_file: Path) -> Path:
    """Where copies lie when nobody has chosen a place: beside the store."""
    return store_file.parent / "sikkerhedskopi"


def backups(folder: Path, store_file: Path) -> list[Backup]:
    """The whole copies of a store in a folder, the newest first; a part of one is none."""
    found = []
    with suppress(OSError):
        for file in folder.iterdir():
            said = NAME.fullmatch(file.name)
            if said and said["of"] == store_file.stem:
                at = datetime.fromisoformat(said["at"])
                found.append(Backup(file, at, file.stat().st_size))
    return sorted(found, key=lambda one: one.at, reverse=True)


def take(store: Store, folder: Path) -> Backup:
    """Take a copy, read it through, and only then give it its name; old ones go by the rule.

    It holds nobody up: one picture of the store is read while others write. Raises CopyFailed when the copy is not
    what it should be, OSError, DBAPIError; what was there before is untouched.
    """
    assert store.file
    folder.mkdir(parents=True, exist_ok=True)
    at = store.clock().astimezone(opening.COPENHAGEN).replace(tzinfo=None, microsecond=0)
    target = folder / f"{store.file.stem}-{at:%Y-%m-%dT%H%M%S}.backup.db"
    part = target.with_name(f"{target.name}.part")
    key = _key(store)
    try:
        _copy_pages(store, part, key)
        _prove(part, key)
        _write_slots(store, part)
        keys.key_file(part).replace(keys.key_file(target))
        part.replace(target)
    finally:
        for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)
        keys.key_file(part).unlink(missing_ok=True)
    sweep(folder, store.file)
    return Backup(target, at, target.stat().st_size)


def _key(store: Store) -> bytes:
    assert store.file
    if store.unlocked:
        return rekeying.working_key(store.file, store.unlocked)
    return keys.read_key(store.file)


def _copy_pages(store: Store, part: Path, key: bytes) -> None:
    """All pages in one step: a copy in small steps begins anew whenever somebody writes, and never ends."""
    import sqlcipher3.dbapi2

    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    into = sqlcipher3.dbapi2.connect(str(part))
    raw = store.engine.raw_connection()
    try:
        into.execute("pragma cipher_log_level=NONE")
        into.execute(f"pragma key=\"x'{key.hex()}'\"")
        source: Any = raw.driver_connection
        source.backup(into, pages=-1)
        into.commit()
    finally:
        into.close()
        raw.close()
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _prove(file: Path, key: bytes) -> None:
    """Read every page of a copy and ask whether it holds together; raises CopyFailed."""
    opened = engine.open_file(file, key)
    try:
        with opened.connect() as connection:
            for pragma in ("cipher_integrity_check", "quick_check(3)", "foreign_key_check"):
                rows = connection.exec_driver_sql(f"pragma {pragma}").all()
                if [row for row in rows if row[0] != "ok"]:
                    raise CopyFailed(str(file))
            connection.exec_driver_sql("select count(*) from alembic_version").one()
            connection.exec_driver_sql("commit")
            connection.exec_driver_sql("pragma journal_mode=delete").all()
    finally:
        opened.dispose()


def _write_slots(store: Store, copy: Path) -> None:
    assert store.file
    shutil.copyfile(keys.key_file(store.file), keys.key_file(copy))
    keys.key_file(copy).chmod(0o600)


def sweep(folder: Path, store_file: Path) -> list[Path]:
    """Take away what the rule does not keep; the newest always stays."""
    every = backups(folder, store_file)
    keep = {one.file for one in kept(every)}
    gone = [one.file for one in every if one.file not in keep]
    for part in folder.glob(
        f"{store_file.stem}-*.backup.db.part*"
    ):  # of one that was ended in its middle
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE:
                part.unlink()
    for file in gone:
        file.unlink(missing_ok=True)
        keys.key_file(file).unlink(missing_ok=True)
    return gone


def kept(every: Iterable[Backup]) -> list[Backup]:
    """The newest of each of the last 7 days, 4 weeks and 12 months that have one, and whatever is the very newest."""
    newest = sorted(every, key=lambda one: one.at, reverse=True)
    keep: dict[Path, Backup] = {one.file: one for one in newest[:1]}
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAYS, lambda at: at.date()),
        (WEEKS, lambda at: at.isocalendar()[:2]),
        (MONTHS, lambda at: (at.year, at.month)),
    )
    for most, period in rules:
        periods: dict[object, Backup] = {}
        for one in newest:
            periods.setdefault(period(one.at), one)
        for one in list(periods.values())[:most]:
            keep[one.file] = one
    return sorted(keep.values(), key=lambda one: one.at, reverse=True)


def copy_on(backup: Backup, folder: Path, store_file: Path) -> Backup:
    """Lay a copy in a second place, such as a stick: byte by byte, then compared. Raises OSError, CopyFailed."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / backup.file.name
    part = target.with_name(f"{target.name}.part")
    try:
        shutil.copyfile(backup.file, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if not _same(backup.file, part):
            raise CopyFailed(str(target))
        shutil.copyfile(keys.key_file(backup.file), keys.key_file(target))
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sweep(folder, store_file)
    return Backup(target, backup.at, target.stat().st_size)


def _same(one: Path, other: Path) -> bool:
    with one.open("rb") as a, other.open("rb") as b:
        while True:
            first, second = a.read(1 << 20), b.read(1 << 20)
            if first != second:
                return False
            if not first:
                return True


def due(every: list[Backup], now: datetime) -> bool:
    """Whether yesterday's is missing: no copy since the day before began. `now` is Danish wall time."""
    return not every or every[0].at.date() < now.date() - timedelta(days=1)


def old(every: list[Backup], now: datetime, days: int) -> bool:
    """Whether the newest is older than so many days."""
    return not every or every[0].at < now - timedelta(days=days)


def drill(store: Store, backup: Backup) -> Drill:
    """Open a copy beside the store, prove that it is whole, and count what it holds; nothing is changed. Raises as opening does."""
    began = time.monotonic()
    with store.read() as work:
        work.ask(Right.BACKUP)
    beside = backup.file.with_name(f"{backup.file.name}.drill")
    try:
        shutil.copyfile(backup.file, beside)
        shutil.copyfile(keys.key_file(backup.file), keys.key_file(beside))
        key = _key_of_copy(store, backup.file)
        opened = engine.open_file(beside, key)
        copy = Store(opened, store.clock, store.actor, beside)
        try:
            findings = [f for f in verifying.verify(copy) if f.where != seen.seen_file(beside).name]
            counts = tuple(
                (name, _count(copy, model), _count(store, model)) for name, model in COUNTED.items()
            )
            with copy.read() as work:
                newest = int(work.connection().scalar(select(Me.seq)) or 0)
        finally:
            copy.close()
    finally:
        for left in (beside, *(beside.with_name(beside.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)
        keys.key_file(beside).unlink(missing_ok=True)
    return Drill(backup, time.monotonic() - began, counts, tuple(findings), newest)


def _key_of_copy(store: Store, file: Path) -> bytes:
    """The copy's own data key: it may have been taken before a new one was made."""
    if not keys.needs_password(file):
        return keys.read_key(file)
    held = unlocked_for(file, store.unlocked)
    if held is None:
        raise keys.NeedsPassword(str(keys.key_file(file)))
    return rekeying.working_key(file, held)


def is_empty(work: Work) -> bool:
    """Whether nobody would miss anything: no citizen is in it."""
    return work.connection().scalar(select(Citizen.id).limit(1)) is None


def _count(store: Store, model: Any) -> int:
    with store.read() as work:
        # what is counted is not read: also by who may not see citizens
        return int(work.connection().scalar(select(func.count()).select_from(model)) or 0)


def unlocked_for(copy: Path, unlocked: Unlocked | None) -> Unlocked | None:
    """Whoever has the store open has its copies open, too: they hold their own data key under the same vault key."""
    if unlocked is None or unlocked.vault is None or not keys.needs_password(copy):
        return None
    return Unlocked(keys.data_keys(copy, unlocked.vault), unlocked.vault, unlocked.login)


def restore(copy: Path, target: Path, unlocked: Unlocked | None = None) -> Path | None:
    """Lay a copy where a store is to be. What is there is laid aside, never written over; answers where it lies now.

    `unlocked` is who has logged in to the copy. Raises CopyFailed when the copy is not whole, and as opening does.
    """
    key = rekeying.working_key(copy, unlocked) if unlocked else keys.read_key(copy)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.restore")
    shutil.copyfile(copy, part)
    try:
        _prove(part, key)
        aside = _lay_aside(target)
        shutil.copyfile(keys.key_file(copy), keys.key_file(target))
        keys.key_file(target).chmod(0o600)
        part.chmod(0o600)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    opened = engine.open_file(target, key)
    try:
        with opened.connect() as connection:
            row = connection.execute(select(Me.seq, Me.hash)).one()
    finally:
        opened.dispose()
    seen.begin(target, row.seq, row.hash)
    return aside


def _lay_aside(target: Path) -> Path | None:
    parts = ["", "-wal", "-shm", ".keys.json", ".seen"]
    there = [end for end in parts if target.with_name(target.name + end).exists()]
    if not there:
        return None
    stamp = time.strftime("%Y%m%dT%H%M%S")
    names = (f"{target.stem}.replaced-{stamp}{n}{target.suffix}" for n in ("", *range(-2, -99, -1)))
    aside = next(a for a in map(target.with_name, names) if not a.exists())
    for end in there:
        target.with_name(target.name + end).replace(aside.with_name(aside.name + end))
    return aside
