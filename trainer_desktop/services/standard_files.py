"""Reads standards from files; a mistake is told with file, table and key, in words a manager understands."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from trainer_desktop import paths
from trainer_desktop.rules.examples import ANSWERS, BadExample, Failure, run_example
from trainer_desktop.rules.history import BadHistory, BadPackage
from trainer_desktop.rules.local_settings import BadSetting
from trainer_desktop.rules.notice import parse_time
from trainer_desktop.rules.rulebook import parse_closing
from trainer_desktop.rules.span import Span
from trainer_desktop.rules.standard import By, Example, Standard

TYPES = {
    "str": "en tekst i anførselstegn",
    "int": "et helt tal",
    "bool": "true eller false",
    "array": "en liste i [ ]",
    "object": "en tabel",
    "date": "en dato som 2026-03-01",
    "decimal": "et beløb",
    "float": "et tal",
    "null": "ingenting",
}
BAD_SPAN = "«{0}» er ikke en længde. Skriv for eksempel «10 hverdage», «7 kalenderdage», «1 uge» eller «3 måneder»; «dage» alene er ikke nok."
BAD_TIME = (
    "«{0}» er ikke et klokkeslæt. Skriv for eksempel «09:00», eller «24:00» for dagens slutning."
)


class BadStandard(Exception):
    """A file cannot be used; the text says where and why, in Danish."""


@dataclass(frozen=True)
class CheckedExample:
    """An example with what did not hold, or why it could not be run."""

    file: str
    example: Example
    failures: tuple[Failure, ...] = ()
    trouble: str = ""

    @property
    def holds(self) -> bool:
        """Whether everything that was expected came out."""
        return not self.failures and not self.trouble


def shipped() -> list[Path]:
    """The standards that come with the program."""
    return sorted((paths.resources() / "standards").glob("*.toml"))


def load_standard(file: Path) -> Standard:
    """Read one file; raises BadStandard."""
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as trouble:
        raise BadStandard(f"{file}: filen findes ikke eller kan ikke læses.") from trouble
    except UnicodeDecodeError as trouble:
        raise BadStandard(f"{file.name}: filen skal gemmes som UTF-8.") from trouble
    except tomllib.TOMLDecodeError as wrong:
        raise BadStandard(f"{file.name}: {_toml_words(str(wrong))}") from wrong
    try:
        standard = msgspec.convert(raw, Standard)
    except msgspec.ValidationError as wrong:
        raise BadStandard(f"{file.name}: {_schema_words(str(wrong), raw)}") from wrong
    for where, what in _mistakes(standard):
        raise BadStandard(f"{file.name}: {where}: {what}")
    return standard


def load_all(files: list[Path] | None = None) -> dict[str, tuple[Standard, ...]]:
    """Every standard by id, its editions in the order in which they took effect."""
    found: dict[str, list[Standard]] = {}
    for file in files if files is not None else shipped():
        standard = load_standard(file)
        same = found.setdefault(standard.id, [])
        if any(s.standard.valid_from == standard.standard.valid_from for s in same):
            raise BadStandard(
                f"{file.name}: [standard]: «{standard.id}» har allerede en udgave, der gælder fra samme dag."
            )
        same.append(standard)
    return {
        name: tuple(sorted(editions, key=lambda e: e.standard.valid_from or date.min))
        for name, editions in found.items()
    }


def check_files(files: list[Path]) -> Iterator[CheckedExample]:
    """Run the examples of each file, with the other files' editions of the same standard beside it."""
    loaded = [(file, load_standard(file)) for file in files]
    load_all(files)
    for file, standard in loaded:
        others = tuple(s for _, s in loaded if s.id == standard.id and s is not standard)
        for example in standard.example:
            yield _checked(file.name, example, (standard, *others))


def _checked(file: str, example: Example, editions: tuple[Standard, ...]) -> CheckedExample:
    try:
        return CheckedExample(file, example, tuple(run_example(example, editions)))
    except BadHistory as line:
        return CheckedExample(file, example, trouble=f"history: linjen «{line}» kan ikke læses")
    except BadPackage as text:
        said = (
            f"package: «{text}» kan ikke læses; skriv «10 x 45 min», «12 trainings» eller «600 min»"
        )
        return CheckedExample(file, example, trouble=said)
    except BadSetting as wrong:
        said = _schema_words(str(wrong), {"settings": example.settings})
        return CheckedExample(file, example, trouble=f"settings: {said}")
    except BadExample as wrong:
        return CheckedExample(file, example, trouble=_example_words(str(wrong)))
    except (ValueError, TypeError) as wrong:
        return CheckedExample(file, example, trouble=_value_words(str(wrong)))


def _example_words(wrong: str) -> str:
    if not wrong.startswith("expect."):
        return wrong
    name = wrong.removeprefix("expect.")
    if ": " in name:
        key, missing = name.split(": ", 1)
        return f"«expect.{key}» mangler oplysningen «{missing}»"
    return f"«expect.{name}» kendes ikke. Der kan ventes: {', '.join(ANSWERS)}"


def _toml_words(wrong: str) -> str:
    found = re.search(r"\(at line (\d+), column (\d+)\)", wrong)
    place = f"linje {found[1]}, tegn {found[2]}" if found else "slutningen af filen"
    if "Cannot overwrite" in wrong or "Cannot declare" in wrong:
        return f"{place}: nøglen eller tabellen er skrevet to gange."
    return f"{place}: her kan filen ikke læses. Mangler der et anførselstegn, et lighedstegn eller en parentes, findes datoen, og er nøglen uden æ, ø og å?"


def _schema_words(wrong: str, raw: dict[str, Any]) -> str:
    what, _, path = wrong.partition(" - at `")
    where = _place(path.rstrip("`"), raw)
    if found := re.search(r"unknown field `(.+?)`", what):
        return f"{where}: nøglen «{found[1]}» kendes ikke. Er den stavet rigtigt, og står den i den rette tabel?"
    if found := re.search(r"missing required field `(.+?)`", what):
        return f"{where}: nøglen «{found[1]}» mangler."
    if found := re.search(r"Invalid enum value (.+)", what):
        allowed = _allowed(path.rstrip("`"))
        can = f": {', '.join(allowed)}" if allowed else " (se docs/standards.md)"
        return f"{where}: {found[1]} er ikke en af de værdier, der kan stå her{can}."
    if found := re.search(r"Expected `(.+?)`, got `(.+?)`", what):
        wanted = " eller ".join(TYPES.get(t.strip(), t.strip()) for t in found[1].split("|"))
        return f"{where}: der skal stå {wanted}, men der står {TYPES.get(found[2], found[2])}."
    if "date" in what:
        return f"{where}: en dato skrives som 2026-01-31, uden anførselstegn."
    if "decimal" in what:
        return f'{where}: et beløb skrives med punktum, som "44.00".'
    return f"{where}: {what}."


def _allowed(path: str) -> list[str]:
    """The words that may stand at `$.deadline[0].kind`, by the schema."""
    at: Any = msgspec.inspect.type_info(Standard)
    for name, _number in re.findall(r"\.?([\w$]+)|\[(\d+|\.\.\.)\]", path.removeprefix("$")):
        kinds = at.types if isinstance(at, msgspec.inspect.UnionType) else (at,)
        for kind in kinds:
            if isinstance(kind, msgspec.inspect.StructType) and name:
                at = next((f.type for f in kind.fields if f.encode_name == name), None)
            elif isinstance(kind, msgspec.inspect.ListType) and not name:
                at = kind.item_type
            elif isinstance(kind, msgspec.inspect.DictType):
                at = kind.value_type
    kinds = at.types if isinstance(at, msgspec.inspect.UnionType) else (at,)
    literals = [k for k in kinds if isinstance(k, msgspec.inspect.LiteralType)]
    return [str(value) for literal in literals for value in literal.values]


def _value_words(wrong: str) -> str:
    if "out of range" in wrong or "isoformat" in wrong:
        return "en dato eller et klokkeslæt findes ikke; skriv som 2026-03-31 10:00"
    if found := re.search(r"'(.+?)' is not a valid (\w+)", wrong):
        return f"«{found[1]}» er ikke en af de værdier, der kan stå der"
    return f"en værdi kan ikke læses: {wrong}"


def _place(path: str, raw: dict[str, Any]) -> str:
    """Say `$.deadline[0].within` as a person would: table, number, name and key."""
    value: Any = raw
    said: list[str] = []
    for name, number in re.findall(r"\.?([\w$]+)|\[(\d+|\.\.\.)\]", path):
        if name == "$":
            continue
        if name:
            said.append(name)
            value = value.get(name, {}) if isinstance(value, dict) else {}
        elif number.isdigit() and isinstance(value, list) and int(number) < len(value):
            value = value[int(number)]
            title = value.get("id") or value.get("name") if isinstance(value, dict) else ""
            said[-1] += f" nr. {int(number) + 1}" + (f" («{title}»)" if title else "")
    if not said:
        return "yderst i filen"
    *tables, key = said
    if isinstance(value, dict) or not tables:
        return f"[{' · '.join(said)}]"
    return f"[{' · '.join(tables)}] {key}"


def _mistakes(standard: Standard) -> Iterator[tuple[str, str]]:
    """What the types cannot see; the first one found is told."""
    for key, rule in standard.rules():
        if not rule.text.strip():
            yield f"[{key}] text", "reglen skal stå med ord."
        if not rule.place.strip():
            yield f"[{key}] place", "stedet i kilden mangler."
        odd = set(rule.bases) - set(standard.standard.bases)
        if odd:
            yield f"[{key}] bases", f"{', '.join(odd)} er ikke blandt standardens egne bases."
    try:
        parse_closing(standard.days.closing)
    except ValueError:
        yield "[days] closing", "skriv «06-05» for hvert år eller «2026-05-15» for en enkelt dag."
    yield from _spans(standard)
    yield from _twice(standard)
    for reason, notice in standard.absence.notice.items():
        yield from _by(f"[absence.notice.{reason}] by", notice.by)
    repeated = standard.absence.repeated
    if repeated and isinstance(repeated.threshold, int) and repeated.threshold < 1:
        yield "[absence.repeated] threshold", "tallet skal være mindst 1, eller «unset»."


def _spans(standard: Standard) -> Iterator[tuple[str, str]]:
    lengths = [(f"[[deadline]] «{d.id}» within", d.within) for d in standard.deadline]
    lengths += [
        (f"[[reevaluation]] «{r.id}» at_latest", r.at_latest) for r in standard.reevaluation
    ]
    lengths += [
        (f"[[eligibility]] «{c.id}» within", c.within) for c in standard.eligibility if c.within
    ]
    if standard.duration.longest:
        lengths.append(("[duration.longest] at_most", standard.duration.longest.at_most))
    if standard.complaint:
        lengths.append(("[complaint] within", standard.complaint.within))
    if standard.choice and standard.choice.within:
        lengths.append(("[choice] within", standard.choice.within))
    repeated = standard.absence.repeated
    if repeated and repeated.within != "course":
        lengths.append(("[absence.repeated] within", repeated.within))
    for where, length in lengths:
        try:
            if Span.parse(length).count < 1:
                yield where, "længden skal være mindst 1."
        except ValueError:
            yield where, BAD_SPAN.format(length)


def _twice(standard: Standard) -> Iterator[tuple[str, str]]:
    groups = {
        "deadline": [(d.id, tuple(d.bases), d.supplier) for d in standard.deadline],
        "eligibility": [(c.id, tuple(c.bases), "") for c in standard.eligibility],
        "reevaluation": [(r.id, tuple(r.bases), "") for r in standard.reevaluation],
    }
    for table, ids in groups.items():
        for one in ids:
            if ids.count(one) > 1:
                yield f"[[{table}]] «{one[0]}»", "der er to med samme id for det samme."


def _by(where: str, by: By) -> Iterator[tuple[str, str]]:
    ways = [bool(by.same_day), bool(by.day_before), bool(by.days_before), by.as_soon_as_possible]
    if sum(ways) != 1:
        yield where, "vælg netop én: same_day, day_before, days_before eller as_soon_as_possible."
    for clock in (by.same_day, by.day_before, by.at, by.opens):
        if not clock or clock == "24:00":
            continue
        try:
            parse_time(clock)
        except ValueError:
            yield where, BAD_TIME.format(clock)
