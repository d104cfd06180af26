"""What the documents say is so: commands exist, links lead somewhere, keys are keys."""

import argparse
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

from trainer_desktop import cli
from trainer_desktop.ui.parts.day_words import day_meant

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


def commands():
    parser = cli.parser(lambda _options: 0)
    [sub] = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    return sub.choices


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_is_there(page):
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_command_of_the_readme_exists_with_its_options():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    known = commands()
    for row in re.findall(r"^\| (`.*?) \| ", text, re.MULTILINE):
        for command in re.findall(r"`([^`]+)`", row):
            name, *rest = command.split()
            assert name in known, command
            said = known[name].format_help()
            for word in rest:
                for option in re.findall(r"--[a-z-]+", word):
                    assert option in said, command


def test_every_command_is_in_the_readme():
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert all(re.search(rf"`{name}[ `]", text) for name in commands())


def test_days_can_be_said_as_the_pages_say():
    from datetime import date

    today = date(2026, 11, 18)
    for said in re.findall(
        r"«((?:om|onsdag|i|uge)[^»]*)»", (ROOT / "docs/desk.md").read_text("utf-8")
    ):
        assert day_meant(said, today) is not None, said


def test_every_key_of_the_desks_tables_is_one_that_qt_knows():
    text = (ROOT / "docs/desk.md").read_text(encoding="utf-8")
    keys = re.findall(r"`((?:Ctrl|Alt|Shift|F\d)[^`←→↑↓ ]*)`", text)

    assert keys
    for key in keys:
        assert not QKeySequence(key).isEmpty() or key in ("Ctrl",), key
