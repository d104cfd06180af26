"""The standards that a centre can go by: those that come with the program, those in a folder beside the store, and its own."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from trainer_desktop.models.centre import Centre
from trainer_desktop.models.course import Course
from trainer_desktop.models.prepared import key_param, standing
from trainer_desktop.models.standard_file import StandardFile
from trainer_desktop.models.store import Store
from trainer_desktop.models.work import Work
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services.standards import files as standard_files
from trainer_desktop.services.standards.files import Read
from trainer_desktop.services.standards.words import Problem

if TYPE_CHECKING:
    from trainer_desktop.services.standards.checking import Checked

_KEPT = standing(select(StandardFile.id, StandardFile.digest, StandardFile.valid_from))
_TEXTS = select(
    StandardFile.name, StandardFile.version, StandardFile.text, StandardFile.valid_from
).where(StandardFile.id.in_(key_param("ids", many=True)))


@dataclass(frozen=True)
class Catalogue:
    """Standards by id, each with its editions; `left_out` are the files that cannot be used, and why."""

    editions: dict[str, tuple[Standard, ...]]
    left_out: tuple[Problem, ...] = ()


_NAMED: dict[tuple[str, str], Standard] = {}


@lru_cache(maxsize=1)
def shipped() -> Catalogue:
    """Those that come with the program, read once."""
    return _made([standard_files.read_file(file) for file in standard_files.shipped()])


_MADE: dict[tuple[object, ...], Catalogue] = {}


def catalogue(work: Work) -> Catalogue:
    """Those that this store can go by; what stands in the store goes before the folder, and that before the program's."""
    kept = work.rows(_KEPT)
    folder = beside(work)
    files = sorted(folder.glob("*.toml")) if folder and folder.is_dir() else []
    if not kept and not files:
        return shipped()
    key = (
        tuple(sorted((row.digest, row.valid_from) for row in kept)),
        tuple((file, file.stat().st_mtime_ns) for file in files),
    )
    if key not in _MADE:
        rows = work.rows(_TEXTS, ids=[row.id for row in kept])
        own = [_own(row.text, f"{row.name}-{row.version}.toml", row.valid_from) for row in rows]
        own += [standard_files.read_file(file) for file in files]
        ours = {_edition(one) for one in own}
        every = [standard_files.read_file(file) for file in standard_files.shipped()]
        _MADE[key] = _made([*own, *(one for one in every if _edition(one) not in ours)])
    return _MADE[key]


def standards_here(work: Work) -> dict[str, tuple[Standard, ...]]:
    """The standards that can be chosen in this store, by id."""
    return catalogue(work).editions


def known_to(store: Store) -> dict[str, tuple[Standard, ...]]:
    """The same, of a store that nobody is asking yet."""
    with store.read() as work:
        return standards_here(work)


def beside(work: Work) -> Path | None:
    """The folder beside a store's file in which standards are found; None on a server."""
    name = work.connection().engine.url.database
    sqlite = work.connection().dialect.name == "sqlite"
    return Path(f"{name}.standards") if sqlite and name else None


def _own(text: str, name: str, since: date | None) -> Read:
    """One of the store's own, in use from a later day where the centre has said so."""
    read = standard_files.read_text(text, name)
    if read.standard is None or since is None:
        return read
    about = msgspec.structs.replace(read.standard.standard, valid_from=since)
    return replace(read, standard=msgspec.structs.replace(read.standard, standard=about))


def _edition(one: Read) -> tuple[str, date | None] | None:
    about = one.standard.standard if one.standard else None
    return (about.id, about.valid_from) if about else None


def _made(reads: list[Read]) -> Catalogue:
    loaded = standard_files.together(reads)
    for editions in loaded.editions.values():
        for edition in editions:
            _NAMED[edition.id, edition.standard.version] = edition
    return Catalogue(loaded.editions, tuple(loaded.problems))


def named(standard: str, version: str) -> Standard | None:
    """An edition by its name, of those that have been read."""
    if (standard, version) not in _NAMED:
        shipped()
    return _NAMED.get((standard, version))


def add(work: Work, text: str, name: str, since: date | None = None) -> "Checked":
    """Keep a municipality's own standard in the store, from a day; nothing is kept while something is wrong with it.

    Raises Refused ALREADY_NOTED when the store has this edition with other words.
    """
    from trainer_desktop.services.standards.checking import check  # a start does not need it

    read = standard_files.read_text(text, name)
    checked = check([read], _others(work, read))
    if checked.problems or any(not one.holds for one in checked.examples) or read.standard is None:
        return checked
    about = read.standard.standard
    digest = hashlib.sha256(text.encode()).hexdigest()
    same = select(StandardFile).where(
        StandardFile.name == about.id, StandardFile.version == about.version
    )
    for row in work.scalars(same):
        if row.digest != digest:
            raise Refused(Reason.ALREADY_NOTED, what=f"{about.id} {about.version}")
        row.valid_from = since or row.valid_from
        return checked
    work.add(
        StandardFile(
            name=about.id,
            version=about.version,
            valid_from=since,
            text=text,
            digest=digest,
            added_by=work.actor,
            added_at=work.now,
        )
    )
    return checked


def _others(work: Work, read: Read) -> list[Read]:
    """The other editions of a standard that this store knows: an example of an earlier day goes by them."""
    about = read.standard.standard if read.standard else None
    every = [standard_files.read_file(file) for file in standard_files.shipped()]
    rows = work.scalars(select(StandardFile)).all()
    every += [_own(row.text, f"{row.name}-{row.version}.toml", row.valid_from) for row in rows]
    return [
        one
        for one in every
        if about
        and one.standard
        and one.standard.standard.id == about.id
        and one.standard.standard.version != about.version
    ]


def own(work: Work) -> set[tuple[str, str]]:
    """The editions that are kept in the store, by id and version."""
    rows = work.execute(select(StandardFile.name, StandardFile.version))
    return {(row.name, row.version) for row in rows}


def remove(work: Work, name: str, version: str) -> None:
    """Take an own standard out; raises Refused GONE, or STANDARD_IN_USE while a course or the centre goes by it."""
    query = select(StandardFile).where(StandardFile.name == name, StandardFile.version == version)
    row = work.scalars(query).first()
    if row is None:
        raise Refused(Reason.GONE)
    used = work.scalar(select(func.count()).where(Course.standard == name)) or 0
    named = work.scalars(select(Centre.standards)).all()
    if used or any(name in (standards or {}).values() for standards in named):
        raise Refused(Reason.STANDARD_IN_USE, courses=used)
    row.withdrawn = True
