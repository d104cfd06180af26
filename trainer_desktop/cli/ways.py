"""A command with several ways: `note add`, `note list`; each with what all commands take."""

import argparse
from collections.abc import Callable
from typing import Any

from trainer_desktop.cli.arguments import text
from trainer_desktop.cli.store import common

Run = Callable[[argparse.Namespace], int]


class Ways:
    """The ways of one command."""

    def __init__(self, commands: Any, name: str, said: str) -> None:
        made = commands.add_parser(name, help=said)
        self._ways = made.add_subparsers(dest="way", required=True, metavar="HVAD")

    @classmethod
    def on(cls, ways: Any) -> "Ways":
        """The ways of a command that has others beside them."""
        made = cls.__new__(cls)
        made._ways = ways
        return made

    def add(self, name: str, said: str, run: Run, *whose: str) -> argparse.ArgumentParser:
        """One way; `whose` are its first words: «number», a course, or «who», a citizen."""
        made: argparse.ArgumentParser = self._ways.add_parser(name, parents=[common()], help=said)
        made.set_defaults(run=run)
        if "number" in whose:
            made.add_argument("number", metavar="NUMMER", help="forløbets nummer")
        if "who" in whose:
            made.add_argument("who", metavar="BORGER", type=text(200), help="CPR, id eller navn")
        return made
