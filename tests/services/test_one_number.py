"""«Ledig» is said only of what is free, and «n af m» is one number wherever it stands."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

from pypdf import PdfReader
from sqlalchemy import select

from tests.conftest import WEDNESDAY, at
from trainer_desktop.models.centre import ClosingDay, StaffAbsence, WorkingHours
from trainer_desktop.rules.course import State
from trainer_desktop.rules.daybits import span, stretches_in
from trainer_desktop.rules.kinds import AbsenceKind
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.calendar import days
from trainer_desktop.services.calendar.cards import Mark as CardMark
from trainer_desktop.services.courses import allowance, facts
from trainer_desktop.services.papers import sheets

LEAST = timedelta(minutes=30)


def free(store, small, day=WEDNESDAY):
    with store.read() as work:
        card = days.day_by_therapist(work, day, only=frozenset([small.dos]))
        return [(s.time(), e.time()) for s, e in days.free_stretches(card, LEAST)]


def test_stretches_are_what_was_set():
    bits = span(480, 600) | span(610, 700) | span(1430, 1440)
    assert list(stretches_in(bits)) == [(480, 600), (610, 700), (1430, 1440)]
    assert list(stretches_in(0)) == []


def test_absence_lunch_and_trainings_are_not_free_and_what_was_called_off_is(store, small, book):
    held = book(at(9))
    gone = book(at(14), course=small.other_course)
    with store.work("day") as work:
        for row in work.scalars(select(WorkingHours).where(WorkingHours.staff_id == small.dos)):
            row.ends = time(11)
        work.add(WorkingHours(staff_id=small.dos, weekday=2, starts=time(12), ends=time(16)))
        work.add(
            StaffAbsence(
                staff_id=small.dos,
                starts=datetime(2026, 11, 18, 12),
                ends=datetime(2026, 11, 18, 13),
                kind=AbsenceKind.MEETING,
            )
        )
    with store.work("call off") as work:
        marking.note(work, gone, Mark(State.CENTRE_CANCELLED, centre_reason="syg"))

    assert free(store, small) == [
        (time(8), time(9)),
        (time(9, 45), time(11)),
        (time(13), time(16)),
    ]
    assert held


def test_nothing_is_free_on_a_closed_day_or_when_one_is_not_at_work(store, small):
    with store.work("close") as work:
        work.add(ClosingDay(day=WEDNESDAY, name="Kursusdag"))
    assert free(store, small) == []
    assert free(store, small, date(2026, 11, 22)) == []


def test_which_training_it_is_counts_what_is_used_and_booked_before_it(store, small, book):
    first = book(at(8, day=date(2026, 11, 16)))
    second = book(at(8, day=date(2026, 11, 17)))
    third, fourth = book(at(14)), book(at(14, day=date(2026, 11, 19)))
    with store.work("marks") as work:
        marking.note(work, first, Mark(State.ATTENDED))
        marking.note(work, second, Mark(State.CENTRE_CANCELLED, centre_reason="syg"))
    people = dict.fromkeys((first, second, third, fourth), small.course)
    with store.read() as work:
        found = allowance.numbers(work, people)

    assert found == {first: (1, 10), third: (2, 10), fourth: (3, 10)}


def test_what_somebody_excused_is_listed_as_not_counted(store, small, book):
    person = book(at(8, day=date(2026, 11, 16)))
    with store.work("marks") as work:
        marking.note(work, person, Mark(State.MISSED, excused="indlagt"))
    with store.read() as work:
        pack = allowance.package_now(work, facts.one(work, small.course))

    assert (pack.used, pack.spared, pack.lost) == (0, 1, 0)


def test_the_last_that_is_booked_is_not_the_last_time_while_trainings_are_left(store, small, book):
    book(at(9, day=date(2026, 11, 16)))
    last = book(at(14))
    with store.read() as work:
        card = days.day_by_therapist(work, WEDNESDAY)
        [person] = [p for b in card.blocks for p in b.people if p.id == last]
    assert CardMark.LAST not in person.marks


def test_a_day_sheet_shows_what_is_noted_already_instead_of_boxes(store, small, book):
    first, second = book(at(8)), book(at(9), course=small.other_course)
    with store.work("marks") as work:
        marking.note(work, first, Mark(State.ATTENDED))
        marking.note(work, second, Mark(State.MISSED))
    with store.read() as work:
        pdf = sheets.day_sheet(work, small.dos, WEDNESDAY)
    words = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "Mødt" in words
    assert "Udeblevet" in words
