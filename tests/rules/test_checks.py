"""What a check does depends on role and setting; two in one place is always refused."""

import pytest

from trainer_desktop.rules.checks import Level, Role, level_of, role_of
from trainer_desktop.rules.local_settings import BadSetting, LocalSettings, read_settings
from trainer_desktop.rules.needs import Need, needs_in
from trainer_desktop.rules.refusal import Reason


def test_a_centre_chooses_by_role():
    chosen = read_settings({"checks": {"outside_hours": {"manager": "warn", "all": "refuse"}}})

    assert level_of(Reason.OUTSIDE_HOURS, Role.MANAGER, chosen) is Level.WARN
    assert level_of(Reason.OUTSIDE_HOURS, Role.DESK, chosen) is Level.REFUSE
    assert level_of(Reason.LONGEST_PASSED, Role.DESK, LocalSettings()) is Level.WARN


def test_no_setting_makes_a_double_booking_a_warning():
    chosen = read_settings({"checks": {"therapist_busy": {"all": "note"}}})

    assert level_of(Reason.THERAPIST_BUSY, Role.MANAGER, chosen) is Level.REFUSE


def test_a_level_that_does_not_exist_is_told():
    with pytest.raises(BadSetting, match="ignore"):
        read_settings({"checks": {"ride": {"all": "ignore"}}})


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Fysioterapeut", Role.THERAPIST),
        ("Teamleder, ergoterapeut", Role.MANAGER),
        ("Sekretær", Role.DESK),
        ("", Role.DESK),
    ],
)
def test_a_job_title_gives_the_role(title, role):
    assert role_of(title) is role


def test_needs_are_read_from_the_note():
    assert needs_in("Rollator; ring på 2 gange") == (Need.WALKER,)
    assert needs_in("hører dårligt, hund i hjemmet") == (Need.HEARING, Need.DOG)
    assert needs_in("kalder sig Musse") == ()
