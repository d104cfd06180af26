"""Runs the worked examples of standards' files, and tells every mistake of every file in one go."""

from dataclasses import dataclass, field
from pathlib import Path

from trainer_desktop.rules.example_answers import ANSWERS
from trainer_desktop.rules.example_case import BadExample
from trainer_desktop.rules.examples import Failure, run_example
from trainer_desktop.rules.history import BadHistory, BadPackage
from trainer_desktop.rules.local_settings import BadSetting, LocalSettings
from trainer_desktop.rules.standard import Standard
from trainer_desktop.rules.standard_facts import Example
from trainer_desktop.services.standards import files as standard_files
from trainer_desktop.services.standards.files import Read
from trainer_desktop.services.standards.words import Problem, line_of, nearest


@dataclass(frozen=True)
class CheckedExample:
    """An example with what did not hold."""

    file: str
    example: Example
    failures: tuple[Failure, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether everything that was expected came out."""
        return not self.failures


@dataclass
class Checked:
    """What came of checking files: the examples that could be run, every mistake, and files without an example."""

    examples: list[CheckedExample] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    without: list[str] = field(default_factory=list)


def check_files(files: list[Path]) -> Checked:
    """Check some files (of a folder, those that end in .toml), with the editions of the same standard beside each."""
    every = [
        f for file in files for f in (sorted(file.glob("*.toml")) if file.is_dir() else [file])
    ]
    return check([standard_files.read_file(file) for file in every])


def check(reads: list[Read], beside: list[Read] | None = None) -> Checked:
    """Check what was read; `beside` are other editions that its examples may go by (else the program's, if it builds on one)."""
    checked = Checked()
    own = {r.standard.id for r in reads if r.standard}
    if beside is None:
        every = [standard_files.read_file(file) for file in standard_files.shipped()]
        beside = every if _bases_on(reads) else []
    needed = [r for r in beside if r.standard and r.standard.id in own]
    given = {r.text for r in reads}
    loaded = standard_files.together([*reads, *(r for r in needed if r.text not in given)])
    checked.problems = list(dict.fromkeys(loaded.problems))
    for one in reads:
        if one.standard is None:
            continue
        about = one.standard.standard
        editions = loaded.editions.get(about.id, ())
        mine = next((e for e in editions if e.standard.version == about.version), None)
        if mine is None:
            continue
        if not mine.example:
            checked.without.append(one.name)
        others = tuple(e for e in editions if e is not mine)
        for number, example in enumerate(mine.example):
            _run(checked, one, number, example, (mine, *others))
    return checked


def _bases_on(reads: list[Read]) -> bool:
    return any(r.standard and r.standard.standard.based_on for r in reads)


def _run(
    checked: Checked, one: Read, number: int, example: Example, editions: tuple[Standard, ...]
) -> None:
    try:
        failures = run_example(example, editions)
    except (ValueError, TypeError, ArithmeticError, LookupError) as wrong:
        key, said = _example_words(wrong)
        line = line_of(one.text, ["example", number, *([key] if key else [])])
        checked.problems.append(
            Problem(one.name, f"example nr. {number + 1}", key, line, said, example.name)
        )
        return
    checked.examples.append(CheckedExample(one.name, example, tuple(failures)))


def _example_words(wrong: Exception) -> tuple[str, str]:
    """The key that an example's mistake is in, and what is said of it."""
    text = str(wrong)
    match wrong:
        case BadHistory():
            return "history", f"linjen «{text}» kan ikke læses"
        case BadPackage():
            said = f"«{text}» kan ikke læses; skriv «10 x 45 min», «12 trainings» eller «600 min»"
            return "package", said
        case BadSetting():
            return "settings", _setting_words(text)
        case BadExample():
            key, colon, said = text.partition(": ")
            name = key.removeprefix("expect.")
            if not colon and key.startswith("expect."):
                can = ", ".join(ANSWERS)
                return (
                    "expect",
                    f"«{name}» kendes ikke{nearest(name, ANSWERS)}. Der kan ventes: {can}",
                )
            return ("expect" if key.startswith("expect.") else key.split()[0]), text
    return "", "en dato, et tal eller en værdi kan ikke bruges"


def _setting_words(text: str) -> str:
    known = LocalSettings.__struct_fields__
    for word in text.replace("`", " ").replace("'", " ").split():
        if word in known:
            return f"«{word}» har en værdi, der ikke kan stå der"
    word = text.split("`")[1] if text.count("`") > 1 else text
    return f"indstillingen «{word}» kendes ikke{nearest(word, known)}"
