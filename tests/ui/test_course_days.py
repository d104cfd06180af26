"""The days of a course and what its standard gives, by a clumsy hand; extra trainings by every verdict."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.rules.extra import ExtraAnswer, ExtraVerdict
from trainer_desktop.services.courses import events, extras, history, rights
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.courses.rights_cards import Right
from trainer_desktop.services.store import news
from trainer_desktop.ui import dates
from trainer_desktop.ui.citizens.course_days import CourseDaysDialog
from trainer_desktop.ui.citizens.extra_dialog import ExtraDialog
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.parts.fields import Check
from trainer_desktop.ui.record.decision_dialog import DecisionDialog


@pytest.fixture
def course(context):
    with context._store.read() as work:
        row = work.scalars(select(Course).where(Course.ended.is_(None))).first()
        return course_card(work, row.id)


@pytest.fixture
def dialog(qtbot, window, context, course):
    made = CourseDaysDialog(context, course, "Tim Johnsen", window)
    qtbot.addWidget(made)
    made.open()
    return made


def noted(context, course, event):
    with context._store.read() as work:
        query = select(CourseEvent.day).where(
            CourseEvent.course_id == course.id, CourseEvent.event == event
        )
        return work.scalar(query)


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, text)


def test_a_day_typed_and_entered_is_noted_and_others_are_left_alone(qtbot, dialog, context, course):
    before = noted(context, course, "grant")
    type_into(qtbot, dialog._fields["decision_received"], "16/11")
    qtbot.keyClick(dialog._fields["decision_received"], Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert noted(context, course, "decision_received") == date(2026, 11, 16)
    assert noted(context, course, "grant") == before


def test_what_cannot_be_read_is_not_saved_and_an_emptied_day_is_taken_away(
    qtbot, dialog, context, course
):
    type_into(qtbot, dialog._fields["decision"], "snart")
    dialog._save()
    assert dialog.isVisible()

    type_into(qtbot, dialog._fields["decision"], "")
    type_into(qtbot, dialog._fields["grant"], "")
    dialog._save()
    assert dialog.isVisible()  # a day that was noted is corrected with a reason
    dialog._why.setText("forkert forløb")
    dialog._save()
    assert not dialog.isVisible()
    [was] = context.ask(history.corrections, course.id)
    assert (was.why, was.changes[0][0]) == ("forkert forløb", "grant")
    assert noted(context, course, "decision") is None
    assert noted(context, course, "grant") is None


def test_a_day_that_a_colleague_has_noted_meanwhile_is_not_written_over(
    qtbot, dialog, context, course
):
    with context._store.work("other") as work:
        events.set_event(work, course.id, "application_received", date(2026, 10, 1))
    told = []
    context.refused.connect(told.append)
    type_into(qtbot, dialog._fields["application_received"], "2. okt. 2026")
    dialog._why.setText("tastefejl")
    dialog._save()

    assert told
    assert told[0].reason.name == "CHANGED_SINCE"
    assert dialog.isVisible()
    assert noted(context, course, "application_received") == date(2026, 10, 1)


def test_what_the_standard_gives_is_read_with_its_last_day(dialog, context, course):
    due = next(
        line.day
        for line in context.ask(rights.rights, course.id).lines
        if line.right is Right.COMPLAINT
    )
    said = [label.text() for label in dialog.findChildren(Text)]
    assert any(dates.date_year(due) in one for one in said)


def extend(dialog, context, reason):
    """As a person does, who says until when."""
    dialog._extend()
    [decision] = dialog.findChildren(DecisionDialog)
    decision.reasons.setPlainText(reason)
    decision.until.take_day(context.now().date() + timedelta(days=200))
    decision.save.click()


@pytest.mark.parametrize(("reason", "kept"), [("  ", 0), ("Næsten i mål", 1)])
def test_an_extension_is_kept_with_its_reason_and_without_one_there_is_none(
    qtbot, window, context, course, monkeypatch, reason, kept
):
    with context._store.work("another standard") as work:
        row = work.get_one(Course, course.id)
        row.standard, row.version = "soenderborg-86", "2022-08"
    context.look_for_news()
    made = CourseDaysDialog(context, course, "Tim Johnsen", window)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: context.saw() == context.ask(news.latest))
    extend(made, context, reason)
    with context._store.read() as work:
        extended = work.get_one(Course, course.id).extended or []
    assert len(extended) == kept
    assert all(one.endswith(reason) for one in extended)


def test_after_an_extension_a_colleagues_day_is_still_not_written_over(
    qtbot, dialog, context, course, monkeypatch
):
    with context._store.work("other") as work:
        events.set_event(work, course.id, "application_received", date(2026, 10, 1))
    extend(dialog, context, "Næsten")
    type_into(qtbot, dialog._fields["application_received"], "2. okt. 2026")
    dialog._why.setText("tastefejl")
    dialog._save()

    assert noted(context, course, "application_received") == date(2026, 10, 1)


def test_a_past_day_is_meant_where_something_has_happened_and_a_coming_one_is_refused(
    qtbot, dialog, context, course
):
    type_into(qtbot, dialog._fields["decision_received"], "17")
    dialog._save()
    assert noted(context, course, "decision_received") == date(2026, 11, 17)

    told = []
    context.refused.connect(told.append)
    context.do("x", events.set_event, course.id, "decision", date(2026, 12, 1))
    assert [one.reason.name for one in told] == ["NOT_COME"]


def test_a_tick_leaves_the_keyboard_where_it_is(qtbot, window, context, course):
    with context._store.work("after hospital") as work:
        row = work.get_one(Course, course.id)
        row.standard, row.version, row.basis = "aalborg-140", "2022", "SUL140"
        events.set_event(work, course.id, "discharge", date(2026, 11, 16))
    made = CourseDaysDialog(context, course, "Tim Johnsen", window)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    tick = made.findChildren(Check)[0]
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    qtbot.wait(50)

    assert tick.isChecked()
    assert made.focusWidget() is tick


def test_nobody_is_said_to_have_complained_too_late(qtbot, window, context, course):
    with context._store.work("long ago") as work:
        events.set_event(work, course.id, "decision", date(2026, 1, 5))
    made = CourseDaysDialog(context, course, "Tim Johnsen", window)
    qtbot.addWidget(made)
    said = " ".join(label.text() for label in made.findChildren(Text))
    assert "intet er noteret" in said or "nothing is noted" in said
    assert "ikke i tide" not in said
    assert "not come in time" not in said


@pytest.mark.parametrize("answer", list(ExtraAnswer))
def test_every_verdict_on_extra_trainings_has_its_sentence(
    qtbot, window, context, course, monkeypatch, answer
):
    monkeypatch.setattr(extras, "verdict", lambda *_a, **_k: ExtraVerdict(answer))
    made = ExtraDialog(context, course, window)
    qtbot.addWidget(made)
    assert made._verdict.text().strip()
