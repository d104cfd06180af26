"""`python -m trainer_desktop` opens the program; with words after it, it runs a command."""

import argparse
import sys
from datetime import datetime


def draw(options: argparse.Namespace) -> int:
    """The two commands that draw the window's pages; only they load Qt."""
    from trainer_desktop import app

    now: datetime | None = options.now
    if options.command == "morning":
        return app.morning(options.folder, now.date() if now else None)
    return app.screenshots(options.folder, (lambda: now) if now else None)


def main() -> int:
    """Choose between window and command, so that neither loads the other's libraries."""
    if sys.argv[1:]:
        from trainer_desktop import cli

        return cli.main(sys.argv[1:], draw)
    from trainer_desktop import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
