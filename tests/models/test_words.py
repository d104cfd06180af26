"""Every table has its Danish word."""

from pathlib import Path

from trainer_desktop.models.schema import TABLES

WORDS = Path(__file__).resolve().parents[2] / "docs" / "words.md"


def test_each_table_stands_in_the_list_of_words():
    text = WORDS.read_text(encoding="utf-8")
    assert [m.__name__ for m in TABLES.values() if f"`{m.__name__}" not in text] == []
