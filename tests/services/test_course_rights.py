"""What a standard gives on a course: choice, a late start, extension, complaint; and the days it counts from."""

from datetime import date, timedelta

import pytest

from tests.conftest import add_course
from trainer_desktop.models.course import Course
from trainer_desktop.rules.choice import InTime
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import rights
from trainer_desktop.services.courses.rights_cards import Right, Said


def see(store, course, *args):
    with store.read() as work:
        card = rights.rights(work, course, *args)
    return {line.right: line for line in card.lines}, card.days


@pytest.fixture
def after_hospital(store, small):
    """A course by § 140 under Aalborg's standard, discharged on 10 March."""
    with store.work("set up") as work:
        key = add_course(
            work, (small.centre, small.dos), small.other, basis="SUL140", started=False
        )
        row = work.get_one(Course, key)
        row.standard, row.version = "aalborg-140", "2022"
        rights.set_events(work, key, {"discharge": date(2026, 11, 16)})
    return key


def test_a_choice_that_rests_on_the_ward_asks_for_it_before_it_says_no(store, after_hospital):
    unasked, _days = see(store, after_hospital)
    chosen, _days = see(store, after_hospital, "ortopædkirurgi")
    another, _days = see(store, after_hospital, "")
    excepted, _days = see(store, after_hospital, "ortopædkirurgi", frozenset(["leg_amputation"]))

    assert unasked[Right.CHOICE].said is Said.ASK
    assert chosen[Right.CHOICE].said is Said.YES
    assert chosen[Right.CHOICE].day == date(2026, 11, 18)
    assert chosen[Right.CHOICE].came is InTime.NOT_NOTED
    assert another[Right.CHOICE].said is Said.NO
    assert excepted[Right.CHOICE].said is Said.NO


def test_a_choice_noted_after_its_last_day_is_said_to_be_late(store, after_hospital):
    with store.work("choice") as work:
        rights.set_events(
            work,
            after_hospital,
            {"discharge": date(2026, 11, 10), "choice_made": date(2026, 11, 18)},
        )

    found, days = see(store, after_hospital, "ortopædkirurgi")

    assert found[Right.CHOICE].came is InTime.NO
    assert found[Right.CHOICE].noted
    assert days["choice_made"] == date(2026, 11, 18)


def test_a_late_start_gives_the_national_choice_with_the_day_it_should_have_been(
    store, after_hospital
):
    before, _days = see(store, after_hospital)
    with store.work("plan") as work:
        rights.set_events(
            work,
            after_hospital,
            {"discharge": date(2026, 10, 1), "plan_received": date(2026, 10, 1)},
        )
    late, _days = see(store, after_hospital)

    with store.work("nothing noted") as work:
        rights.set_events(work, after_hospital, dict.fromkeys(("discharge", "plan_received"), None))
    unknown, _days = see(store, after_hospital)

    assert unknown[Right.NATIONAL_CHOICE].said is Said.ASK
    assert unknown[Right.NATIONAL_CHOICE].waits_for
    assert before[Right.NATIONAL_CHOICE].said is Said.NO
    assert before[Right.NATIONAL_CHOICE].day > date(2026, 11, 18)
    assert late[Right.NATIONAL_CHOICE].said is Said.YES
    assert late[Right.NATIONAL_CHOICE].day < date(2026, 11, 18)
    assert late[Right.NATIONAL_CHOICE].rule.place


def test_the_last_day_to_complain_follows_the_post_and_the_day_it_was_received(store, small):
    found, _days = see(store, small.course)
    assert found[Right.COMPLAINT].day == date(2026, 11, 23)  # granted on 26 October, four weeks

    with store.work("received") as work:
        rights.set_events(work, small.course, {"decision_received": date(2026, 10, 28)})
    found, _days = see(store, small.course)
    assert found[Right.COMPLAINT].day == date(2026, 11, 25)


def test_a_course_is_extended_by_a_person_and_only_where_the_standard_lets_it(store, small):
    with store.work("set up") as work:
        key = add_course(work, (small.centre, small.dos), small.other)
        row = work.get_one(Course, key)
        row.standard, row.version = "soenderborg-86", "2022-08"
    found, _days = see(store, key)
    assert found[Right.EXTENSION].said is Said.YES

    end = found[Right.LONGEST].day
    with pytest.raises(Refused) as no, store.work("extend") as work:
        rights.extend(work, key, "Næsten i mål")  # the standard gives no length: until when?
    assert no.value.reason is Reason.NOTHING_WRITTEN
    with pytest.raises(Refused) as no, store.work("extend") as work:
        rights.extend(work, key, "Næsten i mål", end - timedelta(days=1))
    assert no.value.reason is Reason.CROSSED
    later = end + timedelta(days=30)
    with store.work("extend") as work:
        rights.extend(work, key, "Næsten i mål", later)
    found, _days = see(store, key)
    said = f"DOS til {later}: Næsten i mål"
    assert found[Right.EXTENSION].extended == ((date(2026, 11, 18), said),)
    assert found[Right.LONGEST].day == later

    with pytest.raises(Refused) as no, store.work("extend") as work:
        rights.extend(work, small.course, "Næsten i mål")
    assert no.value.reason is Reason.NO_EXTENSION


def test_the_end_of_a_course_is_no_day_to_be_typed(store, small):
    _lines, days = see(store, small.course)
    assert "course_end" not in days
    assert days["course_start"] == date(2026, 11, 2)


def test_a_deadline_of_one_supplier_is_there_once_somebody_says_who_delivers(store, small):
    with store.work("set up") as work:
        key = add_course(work, (small.centre, small.dos), small.other, started=False)
        row = work.get_one(Course, key)
        row.standard, row.version = "soenderborg-86", "2022-08"
        rights.set_events(work, key, {"grant_received": date(2026, 10, 26)})
    with store.read() as work:
        before = rights.rights(work, key)
    with store.work("who") as work:
        rights.set_events(work, key, {}, "unit")
    with store.read() as work:
        after = rights.rights(work, key)

    assert before.suppliers == ("homecare", "unit")
    assert [one.id for one in before.deadlines] == []
    assert [one.id for one in after.deadlines] == ["start"]
    assert after.supplier == "unit"
