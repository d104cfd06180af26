"""A no-show or cancellation marked anywhere runs the same rules, and says what follows before it is saved."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.conftest import at
from trainer_desktop.models.centre import Centre
from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.entries import EntryKind, NewTime
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.reevaluation import Trigger
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import consequence, marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking, free_times
from trainer_desktop.services.booking import undo as history
from trainer_desktop.services.courses import endings, events, reevaluations, tasks
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.endings import Step
from trainer_desktop.services.courses.tasks import Group
from trainer_desktop.services.papers import writing
from trainer_desktop.services.papers.letter_about import Written
from trainer_desktop.services.record import closing
from trainer_desktop.services.waiting import freed_times


def look(store, query, *args, **kwargs):
    with store.read() as work:
        return query(work, *args, **kwargs)


def note(store, person, mark):
    with store.work("note") as work:
        marking.note(work, person, mark)
    return work.change


def test_a_no_show_shows_its_consequence_before_it_is_saved(store, small, book):
    person = book(at(9))

    card = look(store, consequence.consequence, person, Mark(State.MISSED))

    assert (card.used_before, card.used, card.left) == (0, 1, 9)
    assert card.entry.new_time is NewTime.NO
    [opened] = card.opened
    assert (opened.why, opened.number, opened.responsible) == (
        Trigger.NO_SHOW,
        1,
        "Dorthe Sørensen",
    )
    assert card.rule.place == "L382-386"
    assert look(store, courses.one, small.course).ledger.used == 0


def test_a_saved_no_show_charges_and_opens_a_task(store, small, book):
    note(store, book(at(9)), Mark(State.MISSED))

    assert look(store, courses.one, small.course).ledger.left == 9
    found = look(store, tasks.open_tasks, course_ids=[small.course])
    assert [t.reevaluation.why for t in found if t.reevaluation] == [Trigger.NO_SHOW]
    assert found[-1].due is None


def test_undo_takes_the_no_show_and_its_task_away(store, small, book):
    change = note(store, book(at(9)), Mark(State.MISSED))

    with store.work("undo") as work:
        history.revert(work, change)

    assert look(store, courses.one, small.course).ledger.left == 10
    assert not look(store, courses.one, small.course).open_reevaluations(date(2026, 11, 18))


@pytest.mark.parametrize(
    ("told", "kind"),
    [(at(9), EntryKind.CANCELLED_IN_TIME), (at(9, 1), EntryKind.CANCELLED_LATE)],
)
def test_a_sick_call_at_nine_is_in_time_and_a_minute_later_is_not(store, small, book, told, kind):
    person = book(at(12))

    card = look(store, consequence.consequence, person, Mark(State.CANCELLED, Why.ILLNESS, told))

    assert card.entry.kind is kind
    assert card.frees_time


def test_what_has_not_begun_cannot_be_attended(store, small, book):
    person = book(at(12))

    with pytest.raises(Refused) as no:
        note(store, person, Mark(State.ATTENDED))

    assert no.value.reason is Reason.NOT_YET


def test_a_cancellation_needs_its_reason(store, small, book):
    with pytest.raises(Refused) as no:
        note(store, book(at(12)), Mark(State.CANCELLED, None, at(9)))

    assert no.value.reason is Reason.NEEDS_REASON


def test_a_person_can_decide_that_it_shall_not_count(store, small, book):
    note(store, book(at(9)), Mark(State.MISSED, excused="Var indlagt"))

    facts = look(store, courses.one, small.course)
    assert (facts.ledger.used, facts.ledger.restored) == (0, 1)
    assert not facts.open_reevaluations(date(2026, 11, 18))


def test_a_cancelled_time_is_free_for_another(store, small, book):
    note(store, book(at(12), room=small.box), Mark(State.CANCELLED, Why.ILLNESS, at(8)))

    book(at(12), course=small.other_course, room=small.box)

    assert look(store, courses.one, small.other_course).ledger.booked == 1


def test_taking_a_cancellation_back_is_refused_when_the_time_is_taken(store, small, book):
    change = note(store, book(at(12)), Mark(State.CANCELLED, Why.ILLNESS, at(8)))
    book(at(12), course=small.other_course)

    with pytest.raises(Refused) as no, store.work("undo") as work:
        history.revert(work, change)

    assert no.value.reason is Reason.THERAPIST_BUSY
    assert no.value.facts["other"] == "Søren Ågård"


def test_who_noted_it_and_when_is_kept(store, small, book, clock):
    from trainer_desktop.models.training import Participant

    person = book(at(9))
    note(store, person, Mark(State.ATTENDED))

    with store.read() as work:
        row = work.get_one(Participant, person)
        assert (row.noted_by, row.noted_at) == ("DOS", clock())


def test_the_centres_cancellation_costs_nobody(store, small, book):
    person = book(at(12))
    with store.work("cancel") as work:
        from trainer_desktop.models.training import Participant

        session = work.get_one(Participant, person).session_id
        marking.cancel_by_centre(work, session, "terapeut syg")

    account = look(store, courses.one, small.course).ledger
    assert (account.used, account.left, account.restored) == (0, 10, 1)


def the_open(work, course):
    """What opened the one re-evaluation that is open."""
    day = work.now.date()
    [one] = courses.one(work, course).open_reevaluations(day)
    return one.opened_by


def test_ending_on_a_re_evaluation_releases_the_later_trainings(store, small, book):
    note(store, book(at(9)), Mark(State.MISSED))
    for day in (19, 20, 23):
        book(datetime(2026, 11, day, 9))

    with store.work("decide") as work:
        reevaluations.decide(
            work, small.course, the_open(work, small.course), Outcome.END, "Aftalt", release=True
        )
    decided = work.change

    facts = look(store, courses.one, small.course)
    assert facts.course.ended is None  # the end falls with the decision
    assert facts.ledger.booked == 0
    assert look(store, endings.endings)[small.course].step is Step.HEARING
    freed = look(store, freed_times.freed)
    assert [slot.starts.day for slot in freed] == [19, 20, 23]
    book(datetime(2026, 11, 19, 9), course=small.other_course)

    with pytest.raises(Refused), store.work("undo") as work:
        history.revert(work, decided)


def test_a_course_ends_step_by_step_and_never_before_it_begins(store, small, book):
    note(store, book(at(9)), Mark(State.MISSED))
    with store.work("decide") as work:
        opened_by = the_open(work, small.course)
        reevaluations.decide(work, small.course, opened_by, Outcome.END, "Aftalt", release=True)

    steps = []
    for _time in range(3):
        card = look(store, endings.endings)[small.course]
        steps.append(card.step)
        if (
            card.step is Step.HEARING
        ):  # a press is no hearing: that is a letter, or the citizen agrees
            with pytest.raises(Refused) as no, store.work("hear") as work:
                closing.take(work, small.course, card.step)
            assert no.value.reason is Reason.HEARING_FIRST
            card = replace(card, step=Step.DECISION)
        with store.work("step") as work:
            closing.take(work, small.course, card.step, agreed=True)

    assert steps == [Step.HEARING, Step.LETTER, Step.STATUS]
    assert look(store, courses.one, small.course).course.ended == date(2026, 11, 18)
    with pytest.raises(Refused) as no, store.work("again") as work:
        reevaluations.end_course(work, small.course, "igen")
    assert no.value.reason is Reason.ALREADY_ENDED
    with pytest.raises(Refused) as no, store.work("crossed") as work:
        events.set_event(work, small.course, "course_start", date(2026, 12, 1))
    assert no.value.reason is Reason.CROSSED


def test_a_course_that_was_to_start_later_ends_without_ever_beginning(store, small):
    with store.work("plan") as work:
        events.set_event(work, small.course, "course_start", date(2026, 12, 21))
    with store.work("end") as work:
        reevaluations.end_course(work, small.course, "Borgeren fravælger")
    ended = work.change
    facts = look(store, courses.one, small.course)
    assert facts.course.ended == date(2026, 11, 18)
    assert "course_start" not in facts.course.events
    with store.work("undo") as work:
        history.revert(work, ended)
    again = look(store, courses.one, small.course).course
    assert (again.ended, again.events["course_start"]) == (None, date(2026, 12, 21))


def test_a_course_that_a_decision_ended_waits_for_its_letter(store, small):
    with store.work("end") as work:
        closing.close(work, small.course, "declined", "Borgeren fravælger")
    [card] = look(store, endings.endings).values()
    assert (card.step, card.letter) == (Step.LETTER, None)
    said = Written("Du har valgt det fra.")
    with store.work("letter") as work:
        letter, _pdf = writing.make(work, small.course, "end", said)
    assert look(store, endings.endings)[small.course].letter == letter
    [task] = [t for t in look(store, tasks.open_tasks) if t.ending]
    assert task.course_id == small.course
    with store.work("sent") as work:
        writing.mark_sent_as_written(work, letter)
    assert not look(store, endings.endings)


def test_undoing_a_decision_brings_everything_back(store, small, book):
    note(store, book(at(9)), Mark(State.MISSED))
    book(datetime(2026, 11, 19, 9))
    with store.work("decide") as work:
        reevaluations.decide(
            work, small.course, the_open(work, small.course), Outcome.END, "Aftalt", release=True
        )

    with store.work("undo") as undo:
        history.revert(undo, work.change)

    facts = look(store, courses.one, small.course)
    assert facts.course.ended is None
    assert facts.ledger.booked == 1
    assert [r.why for r in facts.open_reevaluations(date(2026, 11, 18))] == [Trigger.NO_SHOW]


def test_an_outcome_answers_what_came_before_it_and_not_what_comes_after(store, small, book, clock):
    note(store, book(at(9)), Mark(State.MISSED))
    with store.work("decide") as work:
        reevaluations.decide(
            work,
            small.course,
            the_open(work, small.course),
            Outcome.CONTINUE,
            "Var syg",
            release=False,
        )
    assert not look(store, courses.one, small.course).open_reevaluations(date(2026, 11, 18))

    person = book(datetime(2026, 11, 19, 9))
    clock.wall = datetime(2026, 11, 19, 10)
    note(store, person, Mark(State.MISSED))

    [again] = look(store, courses.one, small.course).open_reevaluations(date(2026, 11, 19))
    assert again.number == 2


def test_a_decision_needs_a_reason(store, small, book):
    note(store, book(at(9)), Mark(State.MISSED))

    with pytest.raises(Refused) as no, store.work("decide") as work:
        reevaluations.decide(
            work, small.course, the_open(work, small.course), Outcome.CONTINUE, " ", release=False
        )

    assert no.value.reason is Reason.NEEDS_REASON


def test_the_centres_own_deadline_is_used_only_when_it_is_set(store, small, book):
    note(store, book(at(9)), Mark(State.MISSED))
    with store.work("settings") as work:
        work.get_one(Centre, small.centre).settings = {"reevaluate_within": "5 hverdage"}

    [task] = [t for t in look(store, tasks.open_tasks) if t.reevaluation]

    assert task.due == date(2026, 11, 25)
    assert task.group is Group.SOON


def test_a_package_that_is_used_is_not_booked_beyond(store, small, book):
    with store.work("set up") as work:
        from trainer_desktop.models.course import Course

        work.get_one(Course, small.course).package_trainings = 1
    book(at(9))

    with pytest.raises(Refused) as no:
        book(at(11))

    assert no.value.reason is Reason.PACKAGE_USED


@pytest.mark.parametrize(
    ("starts", "reason"),
    [
        (datetime(2026, 11, 18, 7), Reason.OUTSIDE_HOURS),
        (datetime(2026, 11, 21, 9), Reason.OUTSIDE_HOURS),
        (datetime(2026, 12, 24, 9), Reason.CLOSED),
        (datetime(2026, 12, 25, 9), Reason.CLOSED),
    ],
)
def test_closed_times_are_refused_with_the_reason(store, small, book, starts, reason):
    with pytest.raises(Refused) as no:
        book(starts)

    assert no.value.reason is reason


def test_free_times_are_offered_nearest_first(store, small, book):
    book(at(12))
    wish = booking.Wish(small.other_course, small.dos, None, at(12, 15), 45)

    offered = look(store, free_times.colleagues, wish)

    assert ("OSM", at(12, 15)) in offered
    assert ("DOS", at(12, 45)) in offered
