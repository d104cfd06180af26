"""`python -m trainer_desktop` opens the program; with words after it, it runs a command."""

import sys


def main() -> int:
    """Choose between window and command, so that neither loads the other's libraries."""
    if sys.argv[1:2] in (["morning"], ["screenshots"]):
        from trainer_desktop import app

        play = app.morning if sys.argv[1] == "morning" else app.screenshots
        return play(sys.argv[2:])
    if sys.argv[1:]:
        from trainer_desktop import cli

        return cli.main(sys.argv[1:])
    from trainer_desktop import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
