"""Marks from paper and corrections, the closed door, checks by role, the month, the list, news, and finding."""

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from tests.conftest import add_course, at
from trainer_desktop.models.centre import Centre, ClosingDay, RoomClosure, Staff
from trainer_desktop.models.citizen import Citizen, Kin
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant
from trainer_desktop.rules.checks import Level
from trainer_desktop.rules.course import Form, State, Why
from trainer_desktop.rules.kinds import DoorStep
from trainer_desktop.rules.lateness import Late
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import consequence, door, marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, undo
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calendar import month, session_list
from trainer_desktop.services.calendar.session_list import Which
from trainer_desktop.services.citizens import finding
from trainer_desktop.services.courses import facts
from trainer_desktop.services.store import news
from trainer_desktop.services.waiting import fitting, freed_times


def look(store, query, *args, **kwargs):
    with store.read() as work:
        return query(work, *args, **kwargs)


def note(store, person, mark, why=""):
    with store.work("note") as work:
        marking.note(work, person, mark, why)
    return work.change


# ---- attendance


def test_a_sheet_of_paper_is_stamped_as_typed_later_and_is_all_or_nothing(store, small, book):
    first, second = book(at(9)), book(at(9), course=small.other_course, therapist=small.osm)
    ahead = book(at(14))

    with pytest.raises(Refused), store.work("sheet") as work:
        marking.note_batch(work, [(first, Mark(State.ATTENDED)), (ahead, Mark(State.ATTENDED))])
    with store.work("sheet") as work:
        marking.note_batch(work, [(first, Mark(State.ATTENDED)), (second, Mark(State.MISSED))])

    with store.read() as work:
        rows = {p.id: p for p in work.scalars(select(Participant))}
    assert rows[first].late_entry
    assert rows[second].late_entry
    assert rows[ahead].state is State.PLANNED


def test_the_same_day_a_mark_is_simply_changed(store, small, book):
    person = book(at(9))
    note(store, person, Mark(State.MISSED))

    note(store, person, Mark(State.ATTENDED))

    assert look(store, marking.corrections, person) == []


def test_a_day_later_a_correction_needs_a_reason_and_the_old_mark_stays_readable(
    store, small, book, clock
):
    person = book(at(9))
    note(store, person, Mark(State.MISSED))
    clock.wall = datetime(2026, 11, 19, 9)

    with pytest.raises(Refused) as no:
        note(store, person, Mark(State.ATTENDED))
    change = note(store, person, Mark(State.ATTENDED), "Var på et andet hold")

    assert no.value.reason is Reason.NEEDS_REASON
    [old] = look(store, marking.corrections, person)
    assert (old.state, old.noted_by, old.reason) == (State.MISSED, "DOS", "Var på et andet hold")
    assert look(store, facts.one, small.course).ledger.entries[-1].kind.value == "attended"

    with store.work("undo") as work:
        undo.revert(work, change)
    assert look(store, marking.corrections, person) == []


@pytest.mark.parametrize(("minutes", "late"), [(30, Late.FINE), (31, Late.MUST_TELL)])
def test_staff_who_are_late_cost_the_citizen_nothing_and_tell_what_is_owed(
    store, small, book, minutes, late
):
    with store.work("Aalborg") as work:
        course = work.get_one(Course, small.course)
        course.standard, course.version = "aalborg-86", "2023"
    person = book(at(9), minutes=60)

    card = look(
        store,
        consequence.consequence,
        person,
        Mark(State.ATTENDED, staff_late_minutes=minutes),
    )

    assert card.staff_late is late
    assert card.rule.place == "L111"


def test_a_closed_door_follows_the_standards_steps_with_times(store, small, book):
    with store.work("Aalborg") as work:
        course = work.get_one(Course, small.course)
        course.standard, course.version = "aalborg-86", "2023"
        work.add(Kin(citizen_id=small.citizen, name="Bo Jeppesen", phone="61403729"))
    person = book(at(10), form=Form.HOME)

    before = look(store, door.steps, person)
    with store.work("kin") as work:
        door.tried(work, person, DoorStep.KIN)
    after = look(store, door.steps, person)

    assert [s.step for s in before.steps] == [
        DoorStep.KIN,
        DoorStep.HOME_CARE,
        DoorStep.LOCKSMITH,
    ]
    assert (before.steps[0].who, before.steps[0].phone) == ("Bo Jeppesen", "61403729")
    assert after.steps[0].at == at(11, 10)
    assert after.rule.place == "L127"


def test_a_standard_that_says_nothing_of_the_door_gives_no_steps(store, small, book):
    card = look(store, door.steps, book(at(10), form=Form.HOME))

    assert (card.steps, card.rule) == ((), None)


# ---- checks


def levels(store, wish):
    return {o.reason: o.level for o in look(store, booking.obstacles, wish)}


def test_a_parallel_course_warns_where_the_standard_excludes_it(store, small):
    with store.work("§ 140") as work:
        add_course(work, (small.centre, small.dos), small.citizen, basis="SUL140")

    found = levels(store, Wish(small.course, small.dos, small.box, at(14), 45))

    assert found == {Reason.PARALLEL_COURSE: Level.WARN}


def test_a_warning_does_not_stop_a_booking_and_a_refusal_does(store, small):
    with store.work("ride and settings") as work:
        work.get_one(Citizen, small.citizen).ride = True
        add_course(work, (small.centre, small.dos), small.citizen, basis="SUL140")
    wish = Wish(small.course, small.osm, None, at(14), 45)

    assert levels(store, wish)[Reason.RIDE] is Level.NOTE
    assert levels(store, wish)[Reason.OTHER_THERAPIST] is Level.NOTE
    with store.work("book") as work:
        booking.book(work, wish)

    with store.work("stricter") as work:
        work.get_one(Centre, small.centre).settings = {
            "checks": {"parallel_course": {"all": "refuse"}}
        }
    with pytest.raises(Refused) as no, store.work("book") as work:
        booking.book(work, Wish(small.course, small.dos, None, at(15), 45))
    assert no.value.reason is Reason.PARALLEL_COURSE


def test_beyond_the_longest_duration_is_told_with_the_day(store, small):
    with store.work("Sønderborg") as work:
        course = work.get_one(Course, small.course)
        course.standard, course.version = "soenderborg-86", "2022"

    wish = Wish(small.course, small.dos, None, datetime(2027, 3, 1, 9), 45)
    [found] = [o for o in look(store, booking.obstacles, wish) if o.reason is Reason.LONGEST_PASSED]

    assert (found.level, dict(found.facts)["day"]) == (Level.WARN, date(2027, 2, 2))


def test_a_manager_may_be_warned_where_others_are_refused(store, small):
    with store.work("roles") as work:
        work.get_one(Staff, small.osm).title = "Leder"
        work.get_one(Centre, small.centre).settings = {
            "checks": {"outside_hours": {"manager": "warn"}}
        }
    wish = Wish(small.course, small.dos, None, at(17), 45)

    assert levels(store, wish)[Reason.OUTSIDE_HOURS] is Level.REFUSE
    with store.work("as manager", actor="OSM") as work:
        found = {o.reason: o.level for o in booking.obstacles(work, wish)}
    assert found[Reason.OUTSIDE_HOURS] is Level.WARN


def test_overrides_are_listed_with_their_reason(store, small, book):
    book(at(12))
    book(at(12), course=small.other_course, override="Fælles test")

    found = look(store, session_list.lines, at(9).date(), at(9).date(), Which.OVERRIDDEN)

    assert [(line.name, line.override) for line in found] == [("Søren Ågård", "Fælles test")]


# ---- month and list


def test_the_month_tells_load_free_times_and_what_is_closed(store, small, book):
    book(at(8, day=date(2026, 11, 20)), minutes=480)
    with store.work("closures") as work:
        work.add(ClosingDay(day=date(2026, 11, 27), name="Personaledag"))
        work.add(
            RoomClosure(
                room_id=small.gym, starts=datetime(2026, 11, 23, 8), ends=datetime(2026, 11, 23, 12)
            )
        )

    cards = {card.day: card for card in look(store, month.month, date(2026, 11, 18))}

    assert min(cards) == date(2026, 10, 26)
    assert max(cards) == date(2026, 12, 6)
    friday = cards[date(2026, 11, 20)]
    assert (friday.load, friday.free, friday.trainings) == (50, 10, 1)
    assert cards[date(2026, 11, 27)].closed == "Personaledag"
    assert [room for room, _a, _b in cards[date(2026, 11, 23)].rooms] == ["Sal 1"]
    assert cards[date(2026, 11, 17)].past


def test_what_has_no_mark_from_earlier_days_is_found(store, small, book):
    book(datetime(2026, 11, 16, 9))
    marked = book(datetime(2026, 11, 17, 9))
    note(store, marked, Mark(State.ATTENDED))
    book(at(9))

    assert look(store, session_list.behind, small.dos, date(2026, 11, 18)) == [date(2026, 11, 16)]


# ---- news and finding


def test_what_another_changes_is_heard_of_with_who(store, small, book):
    seen = look(store, news.latest)
    assert look(store, news.since, seen) is None

    with store.work("a colleague", actor="OSM") as work:
        booking.book(work, Wish(small.course, small.osm, None, at(14), 45))

    heard = look(store, news.since, seen)
    assert heard.actors == ("OSM",)
    assert heard.change.touches("training_session")
    assert not heard.change.touches("room")


@pytest.mark.parametrize("words", ["jepp inge", "0201609995", "020160-9995", "9127 4763", "1007"])
def test_a_citizen_is_found_by_names_in_any_order_numbers_phones_and_case(
    store, small, book, words
):
    with store.work("numbers") as work:
        citizen = work.get_one(Citizen, small.citizen)
        citizen.phone, citizen.mobile = "62527601", "91274763"
        work.get_one(Course, small.course).number = "1007"
    book(at(14))

    found = look(store, finding.find, words)

    assert [one.card.name for one in found.citizens] == ["Ingelise Jeppesen"]
    assert (found.citizens[0].next_time, found.citizens[0].booked) == (at(14), 1)
    assert not found.more


def test_that_there_are_more_is_told(store, small):
    assert look(store, finding.find, "2016", 1).more


def test_a_late_cancellation_cannot_free_what_is_over(store, small, book):

    person = book(at(9))
    note(store, person, Mark(State.CANCELLED, Why.ILLNESS, at(9, 30)))

    assert look(store, freed_times.freed) == []
    assert time(9) == look(store, fitting.would_free, person).starts.time()
