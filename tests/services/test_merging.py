"""Two records made one: nobody dead, protected or with another's number by the way."""

from datetime import date

from tests.conftest import add_citizen
from tests.services.test_living_in import refused, take_in
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.rules.refusal import Reason
from trainer_desktop.services.citizens import same, standing, taking_in


def test_a_merge_shows_who_is_dead_and_takes_it_only_when_chosen(store, small):
    keep = take_in(store)
    with store.work("two") as work:
        gone = add_citizen(work, "6101500007", "Olsen", "Kirsten")
        standing.set_standing(work, gone, "deceased", date(2026, 11, 1))
    with store.read() as work:
        shown = {one.field: one for one in same.preview(work, keep, gone).differences}
    assert (shown["standing"].kept, shown["standing"].other) == ("", "deceased 01-11-2026")
    with store.work("merge") as work:
        same.merge(work, keep, gone, frozenset(["standing"]))
    with store.read() as work:
        assert work.get_one(Citizen, keep).standing == "deceased"


def test_a_protected_address_is_not_shown_by_a_merge(store, small):
    keep = take_in(store)
    with store.work("two") as work:
        gone = add_citizen(work, "6101500007", "Olsen", "Kirsten")
        work.get_one(Citizen, gone).address = "Hemmeligvej 77"
        standing.protect(work, gone, on=True)
    with store.read() as work:
        shown = same.preview(work, keep, gone)
    assert "Hemmeligvej" not in str(shown)


def test_the_number_of_a_merged_record_is_taken_and_finds_the_one_that_is_kept(store, small):
    keep = take_in(store)
    with store.work("two") as work:
        gone = add_citizen(work, "6101500007", "Olsen", "Kirsten")
        same.merge(work, keep, gone)
    no = refused(store, taking_in.add, {"given_name": "Ny", "number": "610150-0007"})
    assert (no.reason, no.facts["citizen"]) == (Reason.SAME_PERSON, keep)
    with store.read() as work:
        [card] = same.alike(work, {"given_name": "Ny", "number": "610150-0007"})
    assert card.id == keep


def test_one_number_is_one_number_in_whatever_digits_it_is_typed(store, small):
    with store.work("first") as work:
        taking_in.add(work, {"given_name": "A", "number": "６１０１５００００７"})
    no = refused(store, taking_in.add, {"given_name": "B", "number": "610150–0007"})
    assert no.reason is Reason.SAME_PERSON
