"""Every form by a clumsy hand: far, empty, crossed, pasted, twice. Nothing raises, and nothing impossible is kept."""

import random
from contextlib import suppress
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)
from sqlalchemy import select

from trainer_desktop.models.centre import ClosingDay, RoomClosure, StaffAbsence
from trainer_desktop.models.course import Course, CourseEvent
from trainer_desktop.models.training import Team, TeamSeries, TrainingSession
from trainer_desktop.rules.course import State
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses.card import course_card
from trainer_desktop.services.store import verifying
from trainer_desktop.ui.calendar.moving.move_dialog import MoveDialog
from trainer_desktop.ui.calendar.moving.series_dialog import SeriesDialog
from trainer_desktop.ui.citizens.course_days import CourseDaysDialog
from trainer_desktop.ui.citizens.extra_dialog import ExtraDialog
from trainer_desktop.ui.equipment_dialog import EquipmentDialog
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check, DateField, TimeField
from trainer_desktop.ui.parts.one_of import Pick
from trainer_desktop.ui.teams.team_dialog import TeamDialog

DAYS = (
    *("", "i morgen", "5/1", "1/1-1900", "31-12-2199", "næste fredag", "uge 53", "29/2", "24/12"),
    *("i går", "20. nov. 2026", "18/11", "32/13", "18. nov. 202619. nov"),
)
TIMES = ("8", "08.30", "14.15", "16", "7.45", "23.55", "25.00", "")
TYPED = (
    *("", " ", "tim", "jensen", "Gå 400 m", "Aftalt i telefonen", "Læge Ågård", "0", "-5"),
    *("x" * 300, "linje\nskift\tog tabulator", "'; drop table citizen; --", "👵🏽", "\u200b", "\0"),
)
ROUNDS = 2
AWAY = ("print", "udskriv", "gem", "save", "pdf", "luk", "close", "fil", "file", "mødeplan")


@pytest.fixture
def nobody_waits(monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(
        QInputDialog, "getText", lambda *_a, **_k: (random.choice(TYPED), random.random() < 0.5)
    )


def running(context):
    with context._store.read() as work:
        row = work.scalars(select(Course).where(Course.ended.is_(None))).first()
        return course_card(work, row.id)


def chosen(window):
    view = window.calendar.view
    block = next(b for b in view.calendar().blocks if b.look is Look.PLANNED and not b.capacity)
    view.select_session(block.id)
    return block


def page(place):
    def go(window, _context):
        window.show_place(place)
        return window._stack.currentWidget()

    return go


def booking(window, context):
    window.show_place(0)
    window.calendar.book_for(running(context).id)
    return window.calendar.booking_panel


def cancelling(window, context):
    window.show_place(0)
    window.calendar.show_day(context.now().date(), None)  # the hand may have gone elsewhere
    chosen(window)
    window.calendar.doing.mark(State.CANCELLED)
    return window


def end_status(window, context):
    course = running(context)
    window.open_status(course.id, None, "Tim", "1")
    return window.status


def planning(window, context):
    window.plan(running(context).id)
    return window.planner


def absence(window, _context):
    window.open_absence()
    return window.absence


def dialog(make):
    def go(window, context):
        made = make(window, context)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        made.open()
        return made

    return go


FORMS = {
    "booking": booking,
    "cancelling": cancelling,
    "planning": planning,
    "absence": absence,
    "citizens": page(2),
    "tasks": page(3),
    "teams": page(4),
    "waiting": page(5),
    "moving": dialog(lambda w, c: MoveDialog(c, chosen(w), w.calendar.view)),
    "series": dialog(lambda w, c: SeriesDialog(c, chosen(w), w.calendar)),
    "extra": dialog(lambda w, c: ExtraDialog(c, running(c), w)),
    "days": dialog(lambda w, c: CourseDaysDialog(c, running(c), "Tim", w)),
    "status": end_status,
    "team": dialog(lambda w, c: TeamDialog(c, w)),
    "equipment": dialog(lambda w, c: EquipmentDialog(c, c.ask(roster.rooms)[0], w)),
}


def fill(form, dice):
    for box in form.findChildren(QComboBox):
        if box.isVisible() and box.isEnabled() and box.count() and dice.random() < 0.5:
            box.setCurrentIndex(dice.randrange(box.count()))
    for box in form.findChildren(QSpinBox):
        if box.isVisible() and dice.random() < 0.4:
            box.setValue(dice.choice((box.minimum(), box.maximum(), 0, 7)))
    for tick in form.findChildren(Check):
        if tick.isVisible() and dice.random() < 0.5:
            tick.toggle()
    for field in form.findChildren(QLineEdit):
        if not field.isVisible() or isinstance(field.parent(), QAbstractSpinBox):
            continue
        if dice.random() < 0.4 and field.text():
            continue
        texts = DAYS if isinstance(field, DateField) else TYPED
        field.setText(dice.choice(TIMES if isinstance(field, TimeField) else texts))
        field.textEdited.emit(field.text())
        field.editingFinished.emit()
    for field in form.findChildren(QPlainTextEdit):
        if field.isVisible() and not field.isReadOnly():
            field.setPlainText(dice.choice(TYPED))


def act(qtbot, form, dice):
    fields = [f for f in form.findChildren(QLineEdit) if f.isVisible()]
    if fields:
        qtbot.keyClick(dice.choice(fields), Qt.Key.Key_Return)
    if not form.isVisible():
        return
    buttons = [
        b
        for kind in (Button, Pick)
        for b in form.findChildren(kind)
        if b.isVisible() and b.isEnabled() and not any(w in b.text().casefold() for w in AWAY)
    ]
    buttons = dice.sample(buttons, min(4, len(buttons)))
    for button in sorted(buttons, key=lambda b: getattr(b, "kind", "") != "primary"):
        with suppress(RuntimeError):  # the one before took it away
            button.click()
        QApplication.processEvents()


def impossible(store):
    """What no form may have left behind."""
    found = [str(one) for one in verifying.verify(store)]
    with store.read() as work:
        for model in (StaffAbsence, RoomClosure, TrainingSession):
            found += [
                f"{model.__name__} crossed"
                for r in work.scalars(select(model))
                if r.ends <= r.starts
            ]
        for one in work.scalars(select(TrainingSession)):
            if not datetime(2024, 1, 1) < one.starts < datetime(2031, 1, 1):
                found.append(f"a training on {one.starts}")
        for one in work.scalars(select(ClosingDay)):
            if not 2024 <= one.day.year <= 2031:
                found.append(f"a closing day on {one.day}")
        for one in work.scalars(select(TeamSeries)):
            if one.valid_to and one.valid_to < one.valid_from:
                found.append("a team's series is crossed")
        for one in work.scalars(select(Team)):
            if not one.name.strip() or one.capacity < 1:
                found.append("a team without name or places")
        days = {}
        for one in work.scalars(select(CourseEvent)):
            days.setdefault(one.course_id, {})[one.event] = one.day
        for of in days.values():
            if "course_end" in of and of["course_end"] < of.get("course_start", of["course_end"]):
                found.append("a course ends before it begins")
    return found


@pytest.mark.parametrize("name", FORMS)
def test_a_clumsy_hand(qtbot, window, context, nobody_waits, name):
    dice = random.Random(name)
    random.seed(name)
    for _round in range(ROUNDS):
        form = FORMS[name](window, context)
        for _twice in range(2):
            if not form.isVisible():
                break
            fill(form, dice)
            act(qtbot, form, dice)
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()
        window.notices.leave()
        QApplication.processEvents()

    assert impossible(context._store) == []
