"""`standards list` and `standards check`."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trainer_desktop.cli.store import DONE, WRONG_USE, answer, out, trouble
from trainer_desktop.services import rulebooks, standard_files
from trainer_desktop.services.standard_files import BadStandard, CheckedExample


def add_to(commands: Any) -> None:
    """Add the commands to the parser."""
    top = commands.add_parser("standards", help="kvalitetsstandarderne")
    actions = top.add_subparsers(dest="action", required=True, metavar="HANDLING")
    shown = actions.add_parser("list", help="vis de standarder, programmet kender")
    shown.add_argument("--json", action="store_true", help="svar som JSON")
    shown.set_defaults(run=show)
    check = actions.add_parser("check", help="kør eksemplerne i standardernes filer")
    check.add_argument("file", nargs="*", type=Path, help="filer; uden: de medfølgende")
    check.set_defaults(run=check_files)


def show(options: argparse.Namespace) -> int:
    """The standards, one line for each edition."""
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
        for editions in rulebooks.editions().values()
        for edition in editions
    ]

    def tell() -> Iterator[str]:
        for one in found:
            since = f"fra {one['valid_from']:%d-%m-%Y}" if one["valid_from"] else "uden dato"
            bases = ", ".join(one["bases"])
            yield f"{one['id']:<26} {one['version']:<10} {since:<14} {bases:<18} {one['title']}"

    return answer(options, found, tell)


def check_files(options: argparse.Namespace) -> int:
    """Run the worked examples; each failure with what was expected, what came, and the rules."""
    files = options.file or standard_files.shipped()
    held = failed = 0
    try:
        for one in standard_files.check_files(files):
            held += one.holds
            failed += not one.holds
            if not one.holds:
                _tell(one)
    except BadStandard as wrong:
        trouble(str(wrong))
        out(f"{held} eksempler holdt, {failed} holdt ikke, og en fil kunne ikke læses.")
        return WRONG_USE
    out(f"{held} eksempler holdt, {failed} holdt ikke ({held + failed} i {len(files)} filer).")
    return 1 if failed else DONE


def _tell(one: CheckedExample) -> None:
    name = f"{one.example.id} {one.example.name}".strip()
    out(f"HOLDT IKKE  {one.file}: {name}")
    if one.trouble:
        out(f"    {one.trouble}")
    for failure in one.failures:
        out(f"    {failure.key}: ventet {failure.expected!r}, fik {failure.got!r}")
        for rule in failure.rules:
            out(f"        regel {rule}")
