"""`python -m trainer_desktop` opens the program; with words after it, it runs a command."""

import sys


def main() -> int:
    """Choose between window and command, so that neither loads the other's libraries."""
    if sys.argv[1:]:
        from trainer_desktop import cli

        return cli.main(sys.argv[1:])
    from trainer_desktop import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
