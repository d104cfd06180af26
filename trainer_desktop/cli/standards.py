"""`standards list`, `check`, `add` and `remove`: what a centre goes by."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from trainer_desktop.cli.store import (
    DONE,
    WRONG_USE,
    WrongUse,
    answer,
    common,
    day,
    opened,
    out,
    target,
    trouble,
)
from trainer_desktop.services.standards import catalogue, checking
from trainer_desktop.services.standards import files as standard_files
from trainer_desktop.services.standards.catalogue import Catalogue
from trainer_desktop.services.standards.checking import Checked, CheckedExample

NOT_HELD = 1


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    top = commands.add_parser("standards", help="kvalitetsstandarderne")
    actions = top.add_subparsers(dest="action", required=True, metavar="HANDLING")
    shown = actions.add_parser(
        "list", parents=[common()], help="vis de standarder, programmet og databasen kender"
    )
    shown.set_defaults(run=show)
    check = actions.add_parser("check", help="kør eksemplerne i standardernes filer")
    check.add_argument(
        "file", nargs="*", type=Path, help="filer eller mapper; uden: de medfølgende"
    )
    check.set_defaults(run=check_files)
    add = actions.add_parser(
        "add", parents=[common(answers=False)], help="tag kommunens egen standard i brug"
    )
    add.add_argument("file", type=Path, metavar="FIL")
    add.add_argument("--from", dest="since", type=day, metavar="DATO", help="fra en senere dag")
    add.set_defaults(run=add_file)
    gone = actions.add_parser(
        "remove", parents=[common(answers=False)], help="tag en af databasens egne standarder ud"
    )
    gone.add_argument("id")
    gone.add_argument("version", metavar="UDGAVE")
    gone.set_defaults(run=remove)


@contextmanager
def known(options: argparse.Namespace) -> Iterator[Catalogue]:
    """What the chosen database knows; without any database, what comes with the program."""
    try:
        where = target(options)
    except WrongUse:
        if options.database:
            raise
        yield catalogue.shipped()
        return
    with opened(where, options) as store, store.read() as work:
        yield catalogue.catalogue(work)


def show(options: argparse.Namespace) -> int:
    """The standards, one line for each edition; and the files that were left out, with why."""
    with known(options) as there:
        found: list[dict[str, Any]] = [
            {
                "id": edition.standard.id,
                "version": edition.standard.version,
                "title": edition.standard.title,
                "municipality": edition.standard.municipality,
                "bases": edition.standard.bases,
                "valid_from": edition.standard.valid_from,
                "source": edition.standard.source,
                "rules": len(list(edition.rules())),
                "examples": len(edition.example),
            }
            for editions in there.editions.values()
            for edition in editions
        ]

    def tell() -> Iterator[str]:
        for one in found:
            since = f"fra {one['valid_from']:%d-%m-%Y}" if one["valid_from"] else "uden dato"
            bases = ", ".join(one["bases"])
            yield f"{one['id']:<26} {one['version']:<10} {since:<14} {bases:<18} {one['title']}"
        for problem in there.left_out:
            yield f"IKKE BRUGT  {problem}"

    return answer(options, found, tell)


def check_files(options: argparse.Namespace) -> int:
    """Run the worked examples: every mistake, and each failure with what was expected, what came, and the rules."""
    files = options.file or standard_files.shipped()
    return _report(checking.check_files(files), f"i {len(files)} filer")


def add_file(options: argparse.Namespace) -> int:
    """Check a standard and keep it in the database, from a day."""
    read = standard_files.read_file(options.file)
    if read.problems:
        return _report(Checked(problems=list(read.problems)), "")
    with opened(target(options), options) as store, store.work("Standard taget i brug") as work:
        checked = catalogue.add(work, read.text, read.name, options.since)
    status = _report(checked, f"i {read.name}")
    if status == DONE and read.standard:
        about = read.standard.standard
        out(f"«{about.id}», udgave {about.version}, kan nu vælges for {', '.join(about.bases)}.")
    return status


def remove(options: argparse.Namespace) -> int:
    """Take one of the database's own standards out."""
    with opened(target(options), options) as store, store.work("Standard taget ud") as work:
        catalogue.remove(work, options.id, options.version)
    out(f"«{options.id}», udgave {options.version}, er taget ud.")
    return DONE


def _report(checked: Checked, where: str) -> int:
    """Tell what came of a check; the exit status is 2 for a bad file, 1 for an example that does not hold."""
    failed = [one for one in checked.examples if not one.holds]
    for problem in checked.problems:
        trouble(str(problem).rstrip("."))
    for one in failed:
        _tell(one)
    for name in checked.without:
        out(f"INGEN EKSEMPLER  {name}: der er intet, der viser, at tallene er rigtige.")
    held = len(checked.examples) - len(failed)
    bad = f", {len(checked.problems)} fejl" if checked.problems else ""
    out(f"{held} eksempler holdt, {len(failed)} holdt ikke{bad} ({len(checked.examples)} {where}).")
    if checked.problems:
        return WRONG_USE
    return NOT_HELD if failed else DONE


def _tell(one: CheckedExample) -> None:
    name = f"{one.example.id} {one.example.name}".strip()
    out(f"HOLDT IKKE  {one.file}: {name}")
    for failure in one.failures:
        out(f"    {failure.key}: ventet {failure.expected!r}, fik {failure.got!r}")
        for rule in failure.rules:
            out(f"        regel {rule}")
