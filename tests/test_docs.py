"""What the documents say is so: commands exist, links lead somewhere, keys are keys."""

import argparse
import re
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QKeySequence

from trainer_desktop import cli
from trainer_desktop.rules import standard, standard_absences, standard_base, standard_rights
from trainer_desktop.rules.example_answers import ANSWERS
from trainer_desktop.rules.local_settings import LocalSettings
from trainer_desktop.ui.parts.day_words import day_meant

ROOT = Path(__file__).resolve().parents[1]
PARTS = (standard, standard_absences, standard_rights)  # the schema
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


def told(text, *, within):
    """The words in backticks and headings of a part of the page."""
    part = text.split(f"\n## {within}\n")[1].split("\n## ")[0]
    part = re.sub(r"```.*?```", "", part, flags=re.DOTALL)
    named = re.findall(r"`([^`]+)`", part) + re.findall(r"^### (.+)$", part, re.MULTILINE)
    return set(re.findall(r"\w+(?:\.\d)?", " ".join(named)))


def choices(kind):
    """Every word that may stand at a place."""
    if isinstance(kind, msgspec.inspect.LiteralType):
        return {v for v in kind.values if isinstance(v, str) and v}
    inner = [getattr(kind, name, None) for name in ("item_type", "value_type", "key_type", "type")]
    many = [*inner, *getattr(kind, "types", ())]
    return set().union(*(choices(one) for one in many if isinstance(one, msgspec.inspect.Type)))


def tables():
    for table in [t for part in PARTS for t in vars(part).values()]:
        if isinstance(table, type) and issubclass(table, standard_base.Table):
            yield table


def test_every_key_and_every_choice_of_a_standard_is_in_its_page():
    text = (ROOT / "docs/standards.md").read_text(encoding="utf-8")
    known = told(text, within="The tables") | told(text, within="Examples")
    missing = set()
    for table in tables():
        for field in msgspec.inspect.type_info(table).fields:
            missing |= ({field.encode_name} | choices(field.type)) - known
    holders = {"deadline", "absence", "lateness", "package", "duration", "reevaluation", "days"}
    holders |= {"frequency", "eligibility", "transport", "example", "exception", "notice", "text"}

    assert missing - holders == set()


def test_every_setting_of_a_centre_is_in_the_page_and_every_answer_of_an_example():
    text = (ROOT / "docs/standards.md").read_text(encoding="utf-8")

    assert (
        set(LocalSettings.__struct_fields__) - told(text, within="The centre's own choices")
        == set()
    )
    assert set(ANSWERS) - told(text, within="Examples") == set()
    assert ".py" not in text.replace("dev.py", "")


def test_no_key_in_the_pages_tables_is_made_up():
    text = (ROOT / "docs/standards.md").read_text(encoding="utf-8")
    part = text.split("## The tables\n")[1].split("\n## ")[0]
    keys = {field.encode_name for t in tables() for field in msgspec.inspect.type_info(t).fields}
    named = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", part, re.MULTILINE)

    assert named
    assert {key for cell in named for key in re.findall(r"`(\w+)`", cell)} - keys == set()
