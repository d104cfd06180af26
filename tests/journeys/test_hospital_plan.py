"""Journey 3: a hospital's plan over Easter: the days watched, the series booked, the schedule printed."""

from datetime import date, datetime
from io import BytesIO

import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import Clock
from tests.journeys.test_empty_centre import Hands, empty, set_up  # noqa: F401  # a fixture
from trainer_desktop.services.citizens import search
from trainer_desktop.services.courses import deadline_board, facts
from trainer_desktop.services.courses.deadline_board import When
from trainer_desktop.services.papers import letters
from trainer_desktop.services.registers import choices


@pytest.fixture
def clock():
    return Clock(datetime(2026, 4, 1, 14, 0))  # the Wednesday before Easter


def test_a_plan_that_comes_before_easter_is_watched_booked_and_printed(qtbot, empty, clock):  # noqa: F811
    window, hands = empty, Hands(empty)
    set_up(window, hands)
    app = window.app
    app.do("standard", choices.choose_standard, "SUL140", "aalborg-140")
    window.new_citizen("kirsten olesen")
    window.citizen_form.save(course=True)
    intake = window.intake
    intake.kind.choose(1)
    for name in ("discharge", "plan_received"):
        intake.days[name].take_day(date(2026, 4, 1))
    intake.bases.choose(2)
    intake.area.setCurrentText("ortopædkirurgi")
    intake.trainings.setValue(6)
    intake.who.setCurrentIndex(1)
    intake._check()
    due = {one.id: one.due for one in intake.app.ask(rights_of, intake)}
    assert due["contact"] == date(2026, 4, 5)  # four calendar days, Easter or not
    assert due["start"] == date(2026, 4, 8)  # and seven
    intake.save(then="plan")
    planner = window.planner
    qtbot.waitUntil(lambda: planner._book.isEnabled(), timeout=30_000)
    planner._book.click()
    QApplication.processEvents()

    [person] = app.ask(search.find, "Olesen")
    one = app.ask(facts.one, person.course_id)
    starts = sorted(t.starts for t in one.course.trainings)
    assert len(starts) == 6
    closed = {date(2026, 4, day) for day in (2, 3, 5, 6)}  # Maundy Thursday to Easter Monday
    assert not closed & {at.date() for at in starts}

    clock.wall = datetime(2026, 4, 9, 9, 0)
    board = app.ask(deadline_board.board)
    late = {line.deadline.id: line.when for line in board.lines}
    first = starts[0].date()
    if first > date(2026, 4, 8):
        assert late["start"] in (When.OVER, When.MISSED)
    else:
        assert "start" not in late
    pdf = app.ask(letters.schedule_letter, person.id)
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    assert "Kære Kirsten" in text


def rights_of(work, intake):
    from trainer_desktop.services.courses import intake as service

    return service.preview(work, intake.draft()).deadlines
