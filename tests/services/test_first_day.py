"""Which day the calendar opens on."""

from datetime import date, timedelta

from tests.conftest import WEDNESDAY, at
from trainer_desktop.services.calendar import days

SATURDAY = WEDNESDAY + timedelta(days=3)


def test_an_open_day_is_shown(store, small):
    with store.read() as work:
        assert days.day_to_show(work, WEDNESDAY) == WEDNESDAY


def test_a_closed_day_gives_way_to_the_next_open_one(store, small):
    with store.read() as work:
        assert days.day_to_show(work, SATURDAY) == SATURDAY + timedelta(days=2)
        assert days.day_to_show(work, date(2026, 12, 24)) == date(2026, 12, 28)


def test_a_closed_day_with_a_training_is_shown(store, small, book):
    book(at(9, day=SATURDAY), override="lørdagstræning")

    with store.read() as work:
        assert days.day_to_show(work, SATURDAY) == SATURDAY
