"""Amounts as people write them."""

from decimal import Decimal

import pytest

from trainer_desktop.rules.transport import read_kroner


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("48", "48"),
        ("48,50", "48.50"),
        ("48.50", "48.50"),
        ("48,5", "48.5"),
        ("1.248", "1248"),
        ("1.248,50", "1248.50"),
        (" 48,50 kr. ", "48.50"),
        ("48,-", "48"),
        ("48 kroner", "48"),
    ],
)
def test_an_amount_is_read_as_it_is_meant(written, amount):
    assert read_kroner(written) == Decimal(amount)


@pytest.mark.parametrize(
    "written",
    ["", "meget", "-4", "1e9", "1.24.8", "48,505", "12.4567", "NaN", "४८", "4 8", "1,248.50"],
)
def test_what_is_no_amount_is_none(written):
    assert read_kroner(written) is None
