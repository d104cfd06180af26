"""What may stand in a command: whole numbers within bounds, texts, days and times; said in Danish when it may not."""

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime, time

from trainer_desktop.rules import limits
from trainer_desktop.services.store.opening import COPENHAGEN

SAID = {  # argparse's own sentences
    "usage: ": "brug: ",
    "positional arguments": "det, der skal nævnes",
    "options": "tilvalg",
    "optional arguments": "tilvalg",
    "subcommands": "kommandoer",
    "show this help message and exit": "vis denne hjælp",
    "unrecognized arguments: %s": "det her kendes ikke: %s",
    "the following arguments are required: %s": "der mangler: %s",
    "one of the arguments %s is required": "et af disse skal nævnes: %s",
    "expected one argument": "her skal stå én ting efter",
    "expected at most one argument": "her må højst stå én ting efter",
    "expected at least one argument": "her skal stå mindst én ting efter",
    "not allowed with argument %s": "kan ikke bruges sammen med %s",
    "ignored explicit argument %r": "«%s» hører ikke til her",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "%(prog)s: error: %(message)s\n": "FEJL  %(message)s\n",
    "invalid %(type)s value: %(value)r": "«%(value)s» kan ikke bruges her",
    "invalid choice: %(value)r (choose from %(choices)s)": "«%(value)s» kendes ikke; vælg mellem %(choices)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyde %(matches)s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "«%(parser_name)s» kendes ikke; vælg mellem %(choices)s",
}


def speak_danish() -> None:
    """Let argparse say what it says in Danish, like everything else here."""
    argparse._ = lambda text: SAID.get(text, text)  # type: ignore[attr-defined]  # its own hook


def readable(arguments: Sequence[str]) -> bool:
    """Whether every argument is text: bytes that are none reach a program as surrogates."""
    try:
        "".join(arguments).encode()
    except UnicodeEncodeError:
        return False
    return all("\0" not in one for one in arguments)


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number within bounds."""

    def read(text: str) -> int:
        plain = text.strip()
        number = int(plain) if len(plain) < 12 and plain.lstrip("-").isdecimal() else None
        if number is None or not least <= number <= most:
            raise argparse.ArgumentTypeError(
                f"«{text[:40]}» er ikke et helt tal fra {least} til {most}"
            )
        return number

    return read


class _Nothing(str):
    """What stands where nothing was typed, unlike an empty word that was."""

    __slots__ = ()


NOTHING = _Nothing()


def text(most: int = 2000, *, empty: bool = False) -> Callable[[str], str]:
    """A text that says something; `empty`: also one that takes away what is there."""

    def read(given: str) -> str:
        plain = given.strip()
        if isinstance(given, _Nothing):
            return ""  # argparse hands its default through here, too
        if not plain and not empty:
            raise argparse.ArgumentTypeError("her skal stå noget")
        if len(plain) > most:
            raise argparse.ArgumentTypeError(f"teksten er over {most} tegn lang")
        return plain

    return read


def wall(given: str) -> datetime:
    """A moment as the clock on the centre's wall shows it, to the minute."""
    try:
        read = datetime.fromisoformat(given)
    except ValueError:
        read = None
    if (
        read is None
        or read.second
        or read.microsecond
        or ":" not in given
        or not 1900 <= read.year <= 2200
    ):
        raise argparse.ArgumentTypeError(
            f"«{given[:40]}» er ikke en dag med klokkeslæt; skriv f.eks. 2026-11-20T08:00"
        )
    return read.astimezone(COPENHAGEN).replace(tzinfo=None) if read.tzinfo else read


def time_of_day(given: str) -> time:
    """A time of day: 8, 8:30, 8.30."""
    hour, _, minute = given.strip().replace(".", ":").partition(":")
    whole_time = hour.isdecimal() and (not minute or (minute.isdecimal() and len(minute) == 2))
    if not whole_time or len(hour) > 2 or int(hour) > 23 or int(minute or 0) > 59:
        raise argparse.ArgumentTypeError(f"«{given[:40]}» er ikke et klokkeslæt; skriv f.eks. 8:30")
    return time(int(hour), int(minute or 0))


def day_or_wall(given: str) -> datetime | time:
    """A moment of wall time, or a time of day."""
    return wall(given) if "T" in given or "-" in given or " " in given else time_of_day(given)


MINUTES = whole(*limits.MINUTES)
COUNT = whole(*limits.COUNT)
PER_WEEK = whole(*limits.PER_WEEK)


def wish(parser: argparse.ArgumentParser) -> None:
    """What the citizen says of a decision."""
    parser.add_argument("--agreed", action="store_true", help="borgeren er enig")
    parser.add_argument("--known", action="store_true", help="borgeren kender oplysningerne")
