"""From a citizen to a booking and a cancellation: her own therapist's next free time, and her own place on a team."""

from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import State
from trainer_desktop.ui.parts.one_of import Pick


@pytest.fixture
def panel(window):
    return window.calendar.booking_panel


def running(context):
    with context._store.read() as work:
        return work.scalars(
            select(Course).where(Course.ended.is_(None), Course.responsible_id.is_not(None))
        ).all()


def test_a_booking_begins_with_ones_own_therapist_at_a_time_that_is_free(window, context, panel):
    for course in running(context)[:8]:
        window.calendar.book_for(course.id)
        wish = panel.wish()

        assert wish.course_id == course.id
        assert wish.therapist_id == course.responsible_id
        assert wish.starts >= context.now()
        assert not panel._refusing or panel._citizen().free == 0
        panel.closed.emit()


def test_a_day_said_by_hand_stays_when_another_citizen_is_found(qtbot, window, context, panel):
    first, second = running(context)[:2]
    window.calendar.book_for(first.id)
    field = panel._day
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3/12")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    panel.choose_course(second.id)

    assert panel.wish().starts.date() == datetime(2026, 12, 3).date()


def test_cancelling_from_the_page_of_one_of_a_team_is_for_that_one(qtbot, window, context):
    with context._store.read() as work:
        now = context.now()
        query = (
            select(Participant, TrainingSession, Course)
            .join(TrainingSession, TrainingSession.id == Participant.session_id)
            .join(Course, Course.id == Participant.course_id)
            .where(TrainingSession.team_id.is_not(None), TrainingSession.starts > now)
            .where(Participant.state == State.PLANNED)
            .order_by(TrainingSession.starts, Participant.id.desc())
        )
        person, session, course = work.execute(query).first()
        day, key = session.starts.date(), session.id
    context.cancel_wished.emit(day, key, course.citizen_id)

    card = window.calendar._inspector.card
    assert card.citizen_id == course.citizen_id
    assert card.participant_id == person.id
    assert window.calendar.marking.card is not None


def test_b_on_the_citizens_page_books_for_the_citizen(qtbot, window, context, panel):
    course = running(context)[0]
    context.open_citizen.emit(course.citizen_id)
    page = window.citizens.currentWidget() if hasattr(window.citizens, "currentWidget") else None
    target = page or window.citizens
    qtbot.keyClick(target, Qt.Key.Key_B)

    assert panel.isVisible()
    assert panel.wish().course_id in {
        c.id for c in running(context) if c.citizen_id == course.citizen_id
    }
    assert time(7) <= panel.wish().starts.time() <= time(17)


def test_the_proposal_does_not_depend_on_whom_was_looked_at_before(window, context, panel):
    """Each citizen's next free time is looked for from where the booking began, not from another's."""
    some = running(context)[:6]
    alone = {}
    for course in some:
        window.calendar.book_for(course.id)
        alone[course.id] = panel.wish().starts
        panel.closed.emit()
    window.calendar.book_for(some[0].id)
    for course in some[1:]:
        panel.choose_course(course.id)
        assert panel.wish().starts == alone[course.id]


def test_an_arrow_key_walks_the_names_of_a_team_and_presses_none(qtbot, window):
    view = window.calendar.view
    block = next(b for b in view.calendar().blocks if b.capacity and len(b.people) > 2)
    view.select_session(block.id)
    first, second, third = window.calendar._inspector.findChildren(Pick)[:3]
    qtbot.waitUntil(third.isVisible)
    shown = window.calendar._inspector.card.participant_id
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    qtbot.keyClick(second, Qt.Key.Key_Down)

    assert window.focusWidget() is third
    assert window.calendar._inspector.card.participant_id == shown
