"""Beside the roster: who takes part, who covers, when the team meets, who waits."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Panel, Rule, Text, col, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, DateField, NumberField, labelled
from trainer_desktop.ui.parts.find_course import FindCourse
from trainer_desktop.ui.theme import theme


class TeamSide(Panel):
    """The fields and buttons; the page does what they say."""

    def __init__(self, app: AppContext) -> None:
        super().__init__("surface", "l")
        self.setFixedWidth(theme.size("inspector"))
        inner = QWidget()
        self._box = col(margins=(16, 14, 16, 14), gap=10, on=inner)
        col(scrolling(inner), margins=(1, 0, 0, 0), on=self)
        self.who = FindCourse(app, self.tr("&Citizen"))
        self.times = NumberField(0, 60, 0, self.tr("times"))
        self.times.setSpecialValueText(self.tr("Until further notice"))
        self.join = Button(self.tr("Join the team from this meeting"), wide=True)
        self.drop_in = Button(self.tr("Drop in, this time only"), wide=True)
        self.wait = Button(self.tr("Wait for a place"), wide=True)
        self.leave = Button(self.tr("Leave the team"), "quiet")
        self.colleague = Choice()
        self.cover = Button(self.tr("Let this colleague take the meeting"), wide=True)
        self.waiting = col(gap=4)
        self.until = DateField(app.now().date() + timedelta(weeks=12))
        self.hold = Button(self.tr("Put the meetings in the calendar"), wide=True)
        self.held = Text("", "small", "text-2", wrap=True)
        box = self._box
        box.addWidget(Text(self.tr("Who takes part"), "heading"))
        box.addWidget(self.who)
        for widget in labelled(self.tr("Num&ber of times"), self.times):
            box.addWidget(widget)
        for button in (self.join, self.drop_in, self.wait, self.leave):
            box.addWidget(button)
        box.addWidget(Rule())
        box.addWidget(Text(self.tr("Cover"), "heading"))
        for widget in labelled(self.tr("C&olleague"), self.colleague):
            box.addWidget(widget)
        box.addWidget(self.cover)
        box.addWidget(Rule())
        box.addWidget(Text(self.tr("Meetings"), "heading"))
        for widget in labelled(self.tr("Thr&ough"), self.until):
            box.addWidget(widget)
        box.addWidget(self.hold)
        box.addWidget(self.held)
        box.addWidget(Rule())
        box.addWidget(Text(self.tr("Waiting for a place"), "heading"))
        box.addLayout(self.waiting)
        box.addStretch(1)
