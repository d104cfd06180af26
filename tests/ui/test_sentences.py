"""What a rule wants is said as what it is: a call is no re-evaluation, and no number is no decision."""

from dataclasses import replace
from datetime import date

import pytest

from trainer_desktop.rules.entries import Entry, EntryKind, Ground, NewTime
from trainer_desktop.rules.reevaluation import Effect, Reevaluation, Trigger
from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.ui.rule_words import tr_effect_done, tr_ground, tr_trigger

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
