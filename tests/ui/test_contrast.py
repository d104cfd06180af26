"""Every colour on every ground it is painted on can be told apart: text 4.5 to 1, marks 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest

from trainer_desktop.ui.theme import tokens

ALL = "surface raised sunken chrome"
TEXT = {
    "text": f"{ALL} hover pressed accent-tint accent-tint-2 warn-tint bad-tint",
    "text-2": f"{ALL} hover pressed shade hatch done-tint accent-tint accent-tint-2 warn-tint bad-tint",
    "text-3": f"{ALL} hover pressed shade hatch done-tint accent-tint accent-tint-2 bad-tint",
    "accent-text": f"{ALL} hover pressed accent-tint accent-tint-2 done-tint",
    "good-text": "surface raised sunken accent-tint accent-tint-2 good-tint done-tint",
    "warn-text": f"{ALL} accent-tint accent-tint-2 warn-tint done-tint bad-tint",
    "bad-text": "surface raised sunken accent-tint bad-tint",
    "done-text": "surface raised accent-tint accent-tint-2 done-tint",
    "on-accent": "accent accent-hover",
    "surface": "text",
}
MARKS = {
    "mark": f"{ALL} accent-tint accent-tint-2 line-soft hover",
    "good": "surface chrome done-tint accent-tint-2",
    "warn": "surface warn-tint done-tint accent-tint-2 line-soft",
    "bad": "surface raised bad-tint",
    "done": "surface chrome accent-tint-2 done-tint",
    "control-line": f"{ALL} accent-tint accent-tint-2",
    "strike": "surface warn-tint accent-tint-2 hatch",
    "now": "surface shade",
    "accent-line": "surface accent-tint accent-tint-2",
    "accent": "surface chrome raised",
}


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (MARKS, 3.0)])
def test_what_is_painted_can_be_told_from_its_ground(mode, pairs, least):
    colours = tokens()[mode]

    weak = {
        (role, ground): round(ratio(colours[role], colours[ground]), 2)
        for role, grounds in pairs.items()
        for ground in grounds.split()
        if ratio(colours[role], colours[ground]) < least
    }

    assert weak == {}
