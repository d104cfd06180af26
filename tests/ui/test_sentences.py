"""What a rule wants is said as what it is: a call is no re-evaluation, and no number is no decision."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

import trainer_desktop
from trainer_desktop import paths
from trainer_desktop.rules.entries import Entry, EntryKind, Ground, NewTime
from trainer_desktop.rules.reevaluation import Effect, Reevaluation, Trigger
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services.waiting.fitting import Misfit
from trainer_desktop.ui.ledger_words import tr_ground
from trainer_desktop.ui.rule_words import tr_effect_done, tr_trigger
from trainer_desktop.ui.words import tr_misfit

RULE = RuleRef("vores", "2026", "absence.repeated.call", "Der ringes.", "side 4")
ASKED = Reevaluation(Trigger.REPEATED, date(2026, 11, 18), None, Effect.REEVALUATE, RULE, 2)


@pytest.mark.parametrize("effect", [Effect.CALL, Effect.LETTER, Effect.NOTE])
def test_a_call_a_letter_and_a_note_are_named_as_that_and_have_one_answer(dressed, effect):
    said = tr_trigger(replace(ASKED, effect=effect))
    assert "evaluering" not in said.casefold()
    assert "2" in said
    assert tr_effect_done(effect)


@pytest.mark.parametrize("effect", [Effect.REEVALUATE, Effect.PROPOSE_END])
def test_a_reevaluation_has_its_outcomes(dressed, effect):
    assert tr_effect_done(effect) == ""
    assert tr_trigger(replace(ASKED, effect=effect)) == tr_trigger(ASKED)


def test_not_repeated_is_said_only_where_a_number_is_set(dressed):
    entry = Entry(date(2026, 11, 18), EntryKind.CANCELLED_IN_TIME, Ground.NOT_YET_REPEATED)
    silent = tr_ground(replace(entry, new_time=NewTime.SILENT))
    promised = tr_ground(replace(entry, new_time=NewTime.YES))
    assert silent != promised
    assert "tal" in silent or "number" in silent


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_is_counted_has_a_form_for_one_and_one_for_many(language):
    """A sentence with %n that is not asked for by an object's `tr` would be shown as it is written, bar and all."""
    root = ElementTree.parse(paths.resources() / "i18n" / f"{language}.ts").getroot()
    counted = [m for m in root.iter("message") if "%n" in m.findtext("source")]
    assert counted
    for message in counted:
        forms = [form.text for form in message.iter("numerusform")]
        assert len(forms) == 2, message.findtext("source")
        assert not any("|" in form for form in forms), forms


def test_a_misfit_is_said_for_one_and_for_many(dressed):
    assert tr_misfit(Misfit.FORM, 1) == "1 vil have en anden form"
    assert "|" not in tr_misfit(Misfit.TEAM, 2)


def test_no_sentence_hides_in_a_formatted_text():
    """`lupdate` does not look into them: such a word would stay English."""
    hidden = [
        f"{path.name}:{number}"
        for path in (Path(trainer_desktop.__file__).parent / "ui").rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"""f(['"]).*\{(?:self\.tr|translate)\(""", line)
    ]
    assert hidden == []
