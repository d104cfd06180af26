"""Several therapists stand side by side, on the day and in the week."""

import pytest
from PySide6.QtWidgets import QApplication

from trainer_desktop.ui.calendar.several_dialog import SeveralDialog
from trainer_desktop.ui.calendar.shown import View


@pytest.fixture
def chosen(qtbot, window):
    """Tick two colleagues of the menu's list, and show them."""
    window.calendar._choose_several()
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, SeveralDialog)]
    for tick in dialog.ticks[1:3]:
        tick.setChecked(True)
    keys = [one.id for one in dialog.chosen]
    dialog._show.click()
    return keys


def keys(window):
    return list(dict.fromkeys(c.key for c in window.calendar.view.calendar().columns))


def test_two_who_were_ticked_are_shown_and_nobody_else(window, chosen):
    assert keys(window) == chosen
    card = window.calendar.view.calendar()
    assert {b.therapist_id for b in card.blocks} <= set(chosen)
    assert "," in window.calendar._bar.whose.text()


def test_they_stay_in_the_week_and_a_centre_takes_them_away(window, chosen):
    window.calendar.choose_view(View.WEEK.value)
    assert keys(window) == chosen
    assert {b.therapist_id for b in window.calendar.view.calendar().blocks} <= set(chosen)

    window.calendar.look_at(window.calendar._shown.of_centre(None))
    assert len(keys(window)) > 2


def test_nobody_ticked_shows_nobody(qtbot, window):
    window.calendar._choose_several()
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, SeveralDialog)]
    assert not dialog._show.isEnabled()
    dialog.reject()
