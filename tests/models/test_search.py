"""Names are found however they are typed."""

import pytest

from trainer_desktop.models import search
from trainer_desktop.services.citizens import _parts


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

    assert all(part in there for part in _parts(typed))


def test_swedish_letters_are_sorted_with_the_danish():
    names = ["Åberg", "Öberg", "Ærø", "Zar", "Østergård"]

    assert sorted(names, key=lambda n: search.sort_key(n, "")) == [
        *("Zar", "Ærø", "Öberg", "Østergård", "Åberg"),
    ]
