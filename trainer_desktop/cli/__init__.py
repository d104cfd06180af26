"""Commands without a window; they speak Danish, like the people who run them."""

import argparse
import io
import os
import sys
from collections.abc import Callable

from trainer_desktop.cli import (
    changing,
    choosing,
    citizens,
    courses,
    deciding,
    desk,
    guarding,
    keeping,
    letters,
    messages,
    moving_in,
    papers,
    reading,
    record,
    reevaluating,
    registers,
    serving,
    standards,
)
from trainer_desktop.cli.arguments import readable, speak_danish
from trainer_desktop.cli.store import DONE, REFUSED, WRONG_USE, WrongUse, as_json, out, trouble
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.spoken import refusal
from trainer_desktop.services.store.lookup import Unknown
from trainer_desktop.services.store.trouble import trouble_words

Pages = Callable[[argparse.Namespace], int]


def parser(pages: Pages) -> argparse.ArgumentParser:
    """The commands and their options; `pages` draws the window's pages, for the commands that do."""
    top = argparse.ArgumentParser(
        prog="trainer-desktop",
        description="Et træningscenters dag. Uden en kommando åbnes vinduet.",
        epilog="Svarer 0, når det er gjort, 2 ved forkert brug, 3 når en regel sagde nej.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    moving_in.add_to(commands)
    standards.add_to(commands)
    reading.add_to(commands)
    changing.add_to(commands)
    desk.add_to(commands)
    papers.add_to(commands, pages)
    keeping.add_to(commands)
    guarding.add_to(commands)
    serving.add_to(commands)
    registers.add_to(commands)
    choosing.add_to(commands)
    citizens.add_to(commands)
    courses.add_to(commands)
    record.add_to(commands)
    deciding.add_to(commands)
    letters.add_to(commands)
    reevaluating.add_to(commands)
    messages.add_to(commands)
    return top


def main(arguments: list[str], pages: Pages) -> int:
    """Run a command; answers the exit status: 0 done, 1 examples do not hold, 2 wrong use, 3 refused by a rule."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows pipe may not know an emoji
    if not readable(arguments):
        trouble("Der står bytes i kommandoen, som ikke er tekst.")
        return WRONG_USE
    speak_danish()
    options = parser(pages).parse_args(courses.shown_by_number(arguments))
    try:
        status = int(options.run(options))
        sys.stdout.flush()
        return status
    except Refused as no:
        if getattr(options, "json", False):
            facts = {name: value for name, value in no.facts.items() if value is not None}
            said = {"refused": no.reason.name, "why": refusal(no), "facts": facts}
            out(as_json(said))
        sys.stderr.write(f"AFVIST  {no.reason.name}  {refusal(no)}\n")
        return REFUSED
    except (WrongUse, Unknown) as wrong:
        trouble(f"{wrong}.")
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())  # the reader of our answer has gone; say nothing more
        return DONE
    except Exception as wrong:
        words = trouble_words(wrong)
        if words is None:
            raise
        trouble(f"{words} Intet er skrevet.")
    return WRONG_USE
