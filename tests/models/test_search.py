"""Names are found however they are typed."""

import pytest

from tests.conftest import STANDARDS
from trainer_desktop.models import search
from trainer_desktop.services import importing
from trainer_desktop.services.citizens.search import find, one_mistake, parts_of
from trainer_desktop.services.standards.catalogue import shipped


@pytest.mark.parametrize(
    ("given", "family", "typed"),
    [
        ("Anne-Marie", "Holm", "annemarie"),
        ("Anne-Marie", "Holm", "anne-marie holm"),
        ("Anne-Marie", "Holm", "anne marie"),
        ("Sean", "O’Brien", "o'brien"),
        ("Sean", "O'Brien", "obrien"),
        ("Łukasz", "Þórsson", "lukasz thorsson"),
        ("Göran", "Åkesson", "gøran aakesson"),
        ("Gøran", "Ågård", "göran aagaard"),
        ("Işıl", "Demır", "isil demir"),
        ("Đorđe", "Ðuric", "dorde duric"),
        ("René", "Müller", "rene muller"),
        ("Søren", "Kjær", "soeren kjaer"),
    ],
)
def test_a_name_is_found_however_it_is_typed(given, family, typed):
    there = search.search_text({"given_name": given, "family_name": family})

    assert all(part in there for part in parts_of(typed))


def test_swedish_letters_are_sorted_with_the_danish():
    names = ["Åberg", "Öberg", "Ærø", "Zar", "Østergård"]

    assert sorted(names, key=lambda n: search.sort_key(n, "")) == [
        *("Zar", "Ærø", "Öberg", "Østergård", "Åberg"),
    ]


@pytest.mark.parametrize(
    ("word", "name", "near"),
    [
        ("sonnja", "sonja", True),
        ("mariane", "marianne", True),
        ("jeppsen", "jeppesen", True),
        ("hlom", "holm", True),
        ("holk", "holm", True),
        ("hansen", "jensen", False),
        ("bach", "bach", True),
        ("bachs", "bechs", True),
        ("holm", "hlmo", False),
    ],
)
def test_one_typing_mistake(word, name, near):
    assert one_mistake(word, name) is near


def test_a_slip_of_the_finger_and_a_relatives_number_find_the_citizen(store, small_export):
    importing.run_import(store, small_export, STANDARDS, shipped().editions)

    with store.read() as work:
        for typed in ("ingelise jepesen", "Ingleise", "61403729", "61 40 37 29"):
            assert [c.name for c in find(work, typed)] == ["Ingelise Jeppesen"], typed
        assert find(work, "helt anden") == []
