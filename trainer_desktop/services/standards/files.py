"""Reads standards from files: every mistake of a file is told at once, in words a manager understands."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from trainer_desktop import paths
from trainer_desktop.rules.standard import Standard
from trainer_desktop.services.standards import mistakes, words
from trainer_desktop.services.standards.words import Problem

LARGEST = 1 << 20  # bytes: a standard is some thousand words


class BadStandard(Exception):
    """A file cannot be used; the text says where and why, in Danish, a line for each mistake."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(one) for one in problems))
        self.problems = problems


@dataclass(frozen=True)
class Read:
    """What came of reading a file: the standard, unless there are problems."""

    name: str
    text: str
    standard: Standard | None
    problems: tuple[Problem, ...] = ()


@dataclass
class Loaded:
    """Standards by id, editions in the order in which they took effect; and what could not be used."""

    editions: dict[str, tuple[Standard, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def shipped() -> list[Path]:
    """The standards that come with the program."""
    return sorted((paths.resources() / "standards").glob("*.toml"))


def read_file(file: Path) -> Read:
    """Read one file."""
    try:
        raw = file.read_bytes()
    except OSError:
        return Read(
            file.name,
            "",
            None,
            (Problem(str(file), said="filen findes ikke eller kan ikke læses"),),
        )
    if len(raw) > LARGEST:
        return Read(
            file.name, "", None, (Problem(file.name, said="filen er for stor til en standard"),)
        )
    try:
        return read_text(raw.decode("utf-8-sig"), file.name)
    except UnicodeDecodeError:
        return Read(file.name, "", None, (Problem(file.name, said="filen skal gemmes som UTF-8"),))


def read_text(text: str, name: str) -> Read:
    """Read a standard as its author wrote it."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        return Read(name, text, None, (words.toml_problem(name, str(wrong)),))
    except RecursionError:
        return Read(
            name, text, None, (Problem(name, said="der er for mange parenteser i hinanden"),)
        )
    widen(raw)
    standard, problems = mistakes.convert(raw, name, text)
    if standard is not None:
        problems = mistakes.mistakes(standard, name, text)
    return Read(name, text, standard if not problems else None, tuple(problems))


def widen(raw: dict[str, Any]) -> None:
    """A single `[absence.repeated]` is a list of one."""
    absence = raw.get("absence")
    if isinstance(absence, dict) and isinstance(absence.get("repeated"), dict):
        absence["repeated"] = [absence["repeated"]]


def load_standard(file: Path) -> Standard:
    """Read one file; raises BadStandard."""
    found = read_file(file)
    if found.standard is None:
        raise BadStandard(list(found.problems))
    return found.standard


def load_all(files: list[Path] | None = None) -> dict[str, tuple[Standard, ...]]:
    """Every standard by id, its editions in the order in which they took effect; raises BadStandard."""
    loaded = together([read_file(file) for file in (shipped() if files is None else files)])
    if loaded.problems:
        raise BadStandard(loaded.problems)
    return loaded.editions


def together(reads: list[Read]) -> Loaded:
    """Put editions that build on others together, and standards by id; what clashes is left out and told."""
    loaded = Loaded(problems=[problem for one in reads for problem in one.problems])
    sound = based_on_others(reads, loaded)
    by_id: dict[str, list[tuple[Read, Standard]]] = {}
    for one, standard in sound:
        by_id.setdefault(standard.id, []).append((one, standard))
    for name, editions in by_id.items():
        kept: list[Standard] = []
        for one, standard in sorted(editions, key=_since):
            said = _clash(standard, kept)
            if said:
                loaded.problems.append(
                    Problem(
                        one.name,
                        "standard",
                        line=words.line_of(one.text, ["standard"]),
                        said=said,
                    )
                )
            else:
                kept.append(standard)
        if kept:
            loaded.editions[name] = tuple(kept)
    return loaded


def _since(one: tuple[Read, Standard]) -> date:
    return one[1].standard.valid_from or date.min


def _clash(new: Standard, kept: list[Standard]) -> str:
    about = new.standard
    for other in (s.standard for s in kept):
        if other.valid_from == about.valid_from:
            return f"«{about.id}» har allerede en udgave, der gælder fra samme dag"
        if other.version == about.version:
            return f"«{about.id}» har allerede en udgave med navnet «{about.version}»"
        if other.valid_from is None:
            return f"«{about.id}» har en udgave uden dato; skriv, fra hvilken dag den gælder"
        if other.bases != about.bases:
            return f"«{about.id}» har en udgave for andre lovgrundlag"
    return ""


def based_on_others(reads: list[Read], loaded: Loaded) -> list[tuple[Read, Standard]]:
    """Editions that say only what differs are made whole from the one they name; raw tables are merged by key."""
    by_version = {
        (one.standard.id, one.standard.standard.version): one for one in reads if one.standard
    }
    sound: list[tuple[Read, Standard]] = []
    for one in reads:
        if one.standard is None:
            continue
        if not one.standard.standard.based_on:
            sound.append((one, one.standard))
            continue
        whole, said = _whole(one, by_version, frozenset())
        made = None
        if whole is not None:
            made, problems = mistakes.convert(whole, one.name, one.text)
            problems = problems or (mistakes.mistakes(made, one.name, one.text) if made else [])
            loaded.problems += problems
            made = None if problems else made
        else:
            loaded.problems.append(Problem(one.name, "standard", "based_on", said=said))
        if made is not None:
            sound.append((one, made))
    return sound


def _whole(
    one: Read, by_version: dict[tuple[str, str], Read], seen: frozenset[str]
) -> tuple[dict[str, Any] | None, str]:
    assert one.standard
    about = one.standard.standard
    own = tomllib.loads(one.text)
    widen(own)
    if not about.based_on:
        return own, ""
    before = by_version.get((about.id, about.based_on))
    if before is None:
        return None, f"udgaven «{about.based_on}» af «{about.id}» er der ikke"
    if about.version in seen:
        return None, "udgaverne bygger på hinanden i ring"
    base, said = _whole(before, by_version, seen | {about.version})
    if base is None:
        return None, said
    return _merged(base, own, set(about.removed)), ""


def _merged(
    base: dict[str, Any], own: dict[str, Any], removed: set[str], key: str = ""
) -> dict[str, Any]:
    """What the newer says over what the older said; examples are never inherited."""
    made = {k: v for k, v in base.items() if f"{key}{k}" not in removed and k != "example"}
    for name, value in own.items():
        before = made.get(name)
        if isinstance(value, dict) and isinstance(before, dict) and "text" not in value:
            made[name] = _merged(before, value, removed, f"{key}{name}.")
        elif isinstance(value, list) and isinstance(before, list) and name != "example":
            made[name] = _lists(before, value, removed, f"{key}{name}")
        else:
            made[name] = value
    for name, value in list(made.items()):
        if isinstance(value, list):
            made[name] = [v for v in value if f"{key}{name}.{_name(v)}" not in removed]
    return made


def _lists(base: list[Any], own: list[Any], removed: set[str], key: str) -> list[Any]:
    names = {_name(one) for one in own if _name(one)}
    kept = [one for one in base if _name(one) and _name(one) not in names]
    if not all(isinstance(one, dict) for one in (*base, *own)):
        return own
    return [*(one for one in kept if f"{key}.{_name(one)}" not in removed), *own]


def _name(one: Any) -> str:
    if not isinstance(one, dict):
        return ""
    return str(one.get("id") or one.get("situation") or one.get("topic") or one.get("name") or "")
