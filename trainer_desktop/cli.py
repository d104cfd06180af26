"""Commands without a window; they speak Danish, like the people who run them."""

import argparse
import sys
from pathlib import Path

from trainer_desktop.services import standard_files
from trainer_desktop.services.standard_files import BadStandard, CheckedExample


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="trainer-desktop", description="Et træningscenters dag.")
    commands = top.add_subparsers(dest="command")
    standards = commands.add_parser("standards", help="kvalitetsstandarderne")
    actions = standards.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="kør eksemplerne i standardernes filer")
    check.add_argument("file", nargs="*", type=Path, help="filer; uden: de medfølgende")
    check.set_defaults(run=check_standards)
    return top


def main(arguments: list[str]) -> int:
    """Run a command; the exit status is 0 only when all went well."""
    options = parser().parse_args(arguments)
    return int(options.run(options))


def check_standards(options: argparse.Namespace) -> int:
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
        print(f"FEJL  {wrong}", file=sys.stderr)
        print(f"{held} eksempler holdt, {failed} holdt ikke, og en fil kunne ikke læses.")
        return 2
    print(f"{held} eksempler holdt, {failed} holdt ikke ({held + failed} i {len(files)} filer).")
    return 1 if failed else 0


def _tell(one: CheckedExample) -> None:
    name = f"{one.example.id} {one.example.name}".strip()
    print(f"HOLDT IKKE  {one.file}: {name}")
    if one.trouble:
        print(f"    {one.trouble}")
    for failure in one.failures:
        print(f"    {failure.key}: ventet {failure.expected!r}, fik {failure.got!r}")
        for rule in failure.rules:
            print(f"        regel {rule}")
