"""A course's goals: set with the citizen, how far each is, and what became of it."""

import uuid

from PySide6.QtWidgets import QInputDialog, QLayout, QWidget

from trainer_desktop.rules.rights import Right
from trainer_desktop.services.courses import events
from trainer_desktop.services.courses.card import CourseCard, GoalCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Icon, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.record.goal_dialog import GoalDialog


@guarded
class GoalsCard(Card):
    """One course's."""

    def __init__(self, app: AppContext, course: CourseCard) -> None:
        super().__init__()
        self.app = app
        add = Button(self.tr("New goal …"), "quiet", icon="plus", small=True)
        add.clicked.connect(lambda: self._add(course.id))
        if not app.may(Right.WRITE_CLINICAL):
            add.hide()
        lines: list[QWidget | QLayout] = [row(Text(self.tr("Goals"), "heading"), None, add)]
        lines += [self._goal(goal) for goal in course.goals]
        if not course.goals:
            lines.append(Text(self.tr("No goal is noted yet."), "body", "text-2"))
        col(*lines, gap=8, margins=(16, 12, 16, 14), on=self)

    def _goal(self, goal: GoalCard) -> QLayout:
        reached = goal.steps >= 4
        state = (
            self.tr("Reached {day}").format(day=dates.short_date(goal.reached_on))
            if goal.reached_on
            else ""
        )
        button = Button(
            self.tr("Take back") if reached else self.tr("Reached"), "plain", small=True
        )
        button.setAccessibleName(f"{button.text()}: {goal.text}")
        text = self.tr("Goal: {text}").format(text=goal.text)
        steps = 0 if reached else 4
        button.clicked.connect(lambda: self.app.do(text, events.reach, goal.id, steps))
        mark = Icon(
            "came-circle" if reached else "target", "good-text" if reached else "text-3", 16
        )
        judge = Button(self.tr("Judge …"), "quiet", small=True)
        judge.setAccessibleName(f"{judge.text()} {goal.text}")
        judge.clicked.connect(lambda: GoalDialog(self.app, goal.id, goal.text, self).open())
        words = f"{goal.text} «{goal.own_words}»" if goal.own_words else goal.text
        if goal.outcome in ("partly", "not") and not goal.reached_on:
            state = self.tr("In part") if goal.outcome == "partly" else self.tr("Not reached")
        said = (Text(words, "body", wrap=True), 1)
        return row(mark, said, Text(state, "small", "good-text"), judge, button)

    def _add(self, course: uuid.UUID) -> None:
        text, ok = QInputDialog.getText(
            self, self.tr("New goal"), self.tr("The goal, in the citizen's own words")
        )
        if ok and text.strip():
            self.app.do(self.tr("New goal"), events.set_goal, course, text)
