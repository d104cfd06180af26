"""Letters as text with fields: what is left out, what is told, and that nothing in one can run."""

from hypothesis import given
from hypothesis import strategies as st

from trainer_desktop.rules.template import BlockKind, filled, unknown_fields
from trainer_desktop.services.papers import letter_texts
from trainer_desktop.services.papers.letter_names import KINDS, names


def kinds(blocks):
    return [(block.kind, block.lines) for block in blocks]


def test_fields_are_filled_in_and_a_paragraph_without_its_field_is_left_out():
    text = "# Hej {navn}\n\nDu får {pakke}.\n\nRing på {telefon}."
    assert kinds(filled(text, {"navn": "Åse", "pakke": "12 træninger", "telefon": ""})) == [
        (BlockKind.TITLE, ("Hej Åse",)),
        (BlockKind.TEXT, ("Du får 12 træninger.",)),
    ]


def test_a_heading_with_nothing_under_it_goes_too():
    text = "## Mål\n\n{mål}\n\n## Test\n\n{test}"
    assert kinds(filled(text, {"mål": (), "test": ("TUG\t12,6 sek.",)})) == [
        (BlockKind.HEADING, ("Test",)),
        (BlockKind.ROWS, ("TUG\t12,6 sek.",)),
    ]


def test_a_field_of_several_lines_is_a_list():
    [block] = filled("{mål}", {"mål": ("Gå til Brugsen", "Komme op fra gulvet")})
    assert (block.kind, len(block.lines)) == (BlockKind.LIST, 2)


def test_a_field_that_does_not_exist_is_told_with_the_one_that_was_meant():
    [one] = unknown_fields("Hej\n{fornvan}", ["fornavn", "navn"])
    assert (one.name, one.line, one.like) == ("fornvan", 1, "fornavn")
    assert unknown_fields("en { der står åben", ["navn"])


def test_what_stands_in_a_field_is_no_template():
    [block] = filled("Hej {navn}", {"navn": "{telefon}", "telefon": "70100000"})
    assert block.lines == ("Hej {telefon}",)


def test_every_letter_of_ours_names_only_fields_that_exist():
    for kind in KINDS:
        for language in letter_texts.LANGUAGES:
            text = letter_texts.original(kind, language)
            assert unknown_fields(text, names(language)) == []
            assert text.startswith("# ")


@given(st.text(max_size=300))
def test_whatever_is_written_is_a_letter_and_runs_nothing(text):
    blocks = filled(text, {"navn": "Åse"})
    assert all(isinstance(line, str) for block in blocks for line in block.lines)
    unknown_fields(text, ["navn"])
