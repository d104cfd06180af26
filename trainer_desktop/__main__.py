"""`python -m trainer_desktop` opens the program; with words after it, it runs a command."""

import argparse
import os
import sys
from datetime import datetime

NO_SCREEN = (
    "Her er ingen skærm at åbne vinduet på. Åbn det fra et skrivebord, "
    "eller brug kommandoerne: trainer-desktop --help\n"
)


def draw(options: argparse.Namespace) -> int:
    """The two commands that draw the window's pages; only they load Qt."""
    from trainer_desktop import app

    now: datetime | None = options.now
    if options.command == "morning":
        return app.morning(options.folder, now.date() if now else None)
    return app.screenshots(options.folder, (lambda: now) if now else None)


def window(words: list[str]) -> int:
    """Open the window, as its options say."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, screens)):
        sys.stderr.write(NO_SCREEN)
        return 1
    from trainer_desktop import app
    from trainer_desktop.ui.running import Opening

    if not words:
        return app.main()
    from trainer_desktop.cli.store import moment

    options = argparse.ArgumentParser(
        prog="trainer-desktop",
        usage="trainer-desktop [--demo | --database FIL] [--actor INITIALER] [--now TIDSPUNKT]",
        description="Åbn vinduet; «trainer-desktop --help» viser kommandoerne uden vindue.",
    )
    which = options.add_mutually_exclusive_group()
    which.add_argument("--demo", action="store_true", help="åbn democentret")
    which.add_argument("--database", default="", metavar="FIL", help="åbn denne database")
    options.add_argument("--actor", default="", metavar="INITIALER", help="hvem der sidder her")
    options.add_argument("--now", type=moment, metavar="TIDSPUNKT", help="i stedet for uret")
    said = options.parse_args(words)
    return app.main(Opening(said.demo, said.database, said.actor, said.now))


def main() -> int:
    """Choose between window and command, so that neither loads the other's libraries."""
    words = sys.argv[1:]
    if words and (not words[0].startswith("-") or words[0] in ("-h", "--help")):
        from trainer_desktop import cli

        return cli.main(words, draw)
    return window(words)


if __name__ == "__main__":
    sys.exit(main())
