"""The door is not opened: the standard's steps as a checklist, each stamped with its time."""

import uuid

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from trainer_desktop.rules.kinds import DoorStep
from trainer_desktop.rules.phone import spaced_phone
from trainer_desktop.services.attendance import door
from trainer_desktop.services.attendance.door import StepCard
from trainer_desktop.services.standards.rulebooks import short_name
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Icon, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.float_card import SourceStrip
from trainer_desktop.ui.rule_words import tr_place
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.words import tr_door


class DoorDialog(QDialog):
    """One button for each step; the citizen stays planned until somebody says how it went."""

    gave_up = Signal()

    def __init__(self, app: AppContext, participant_id: uuid.UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._participant = app, participant_id
        self.setWindowTitle(self.tr("The door is not opened"))
        self.setMinimumWidth(theme.px(460))
        self._body = col(gap=0)
        close = Button(self.tr("Close"), key="Esc")
        close.clicked.connect(self.reject)
        missed = Button(self.tr("Note a no-show …"), "primary")
        missed.clicked.connect(self._give_up)
        col(
            self._body,
            row(None, close, missed, margins=(20, 12, 20, 16)),
            on=self,
        )
        self._show()

    def _show(self) -> None:
        clear(self._body)
        card = self._app.ask(door.steps, self._participant)
        when = f"{dates.long_day(card.starts.date())} {dates.at_clock(card.starts)}"
        self._body.addLayout(
            col(
                Text(card.citizen, "heading"),
                Text(when, "small", "text-2", figures=True),
                gap=2,
                margins=(20, 18, 20, 12),
            )
        )
        self._body.addWidget(Rule())
        if not card.steps:
            said = self.tr("The standard says nothing of a closed door. Do what your centre does.")
            self._body.addLayout(
                col(Text(said, "body", "text-2", wrap=True), margins=(20, 12, 20, 12))
            )
        for step in card.steps:
            self._body.addLayout(self._line(step))
        if card.rule:
            place = (
                f"{short_name(card.rule.standard, card.rule.version)} · {tr_place(card.rule.place)}"
            )
            self._body.addWidget(SourceStrip(card.rule.text, place, ""))

    def _line(self, step: StepCard) -> QLayout:
        done = step.at is not None
        icon = Icon("came-circle" if done else "phone", "good" if done else "text-2", 18)
        note = " · ".join(p for p in (step.who, spaced_phone(step.phone)) if p)
        if step.at:
            note = self.tr("{time} by {who}").format(
                time=dates.at_clock(step.at), who=step.noted_by
            )
        words = col(Text(tr_door(step.step), "strong"), gap=1)
        if note:
            words.addWidget(Text(note, "small", "text-2", figures=True))
        now = Button(self.tr("Done now"), "plain", small=True)
        word = self.tr("Done now")
        now.setAccessibleName(f"{tr_door(step.step)}: {word}")
        now.setEnabled(not done)
        now.clicked.connect(lambda: self._did(step.step))
        line = row(icon, words, None, now, gap=12, margins=(20, 10, 20, 10))
        line.setStretch(1, 1)
        return line

    def _did(self, step: DoorStep) -> None:
        self._app.do(tr_door(step), door.tried, self._participant, step)
        self._show()

    def _give_up(self) -> None:
        self.accept()
        self.gave_up.emit()
