"""A new team: who, where, when it meets, and until when its meetings are put in the calendar."""

from datetime import time, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.services.centre import roster
from trainer_desktop.services.teams import meetings
from trainer_desktop.services.teams.meetings import HeldCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import (
    Choice,
    DateField,
    NumberField,
    TimeField,
    all_read,
    labelled,
)
from trainer_desktop.ui.theme import theme

AHEAD = 12  # weeks of meetings that are proposed


class TeamDialog(QDialog):
    """Asks for everything at once; one undo takes the team and its meetings away."""

    made = Signal(object)  # HeldCard

    def __init__(self, app: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._app = app
        self._staff, self._rooms = app.ask(roster.therapists), app.ask(roster.room_cards)
        self.setWindowTitle(self.tr("New team"))
        today = app.now().date()
        self.name = QLineEdit()
        self.capacity = NumberField(1, 60, 8)
        self.minutes = NumberField(15, 240, 60, self.tr("min."))
        self.who, self.where, self.weekday = Choice(), Choice(), Choice()
        self.who.addItems([f"{s.short} · {s.name}" for s in self._staff])
        self.where.addItems([r.name for r in self._rooms])
        self.weekday.addItems([dates.weekday_name(n) for n in range(7)])
        for box in (self.who, self.where, self.weekday):
            box.leave_open()
        self.at = TimeField(time(10))
        self.first, self.until = DateField(today), DateField(today + timedelta(weeks=AHEAD))
        self._save = Button(self.tr("Make the team"), "primary", key="↵")
        self._save.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        col(
            Text(self.tr("New team"), "heading"),
            self._field(self.tr("&Name"), self.name),
            self._beside((self.tr("&Places"), self.capacity), (self.tr("&Length"), self.minutes)),
            self._field(self.tr("&Therapist"), self.who),
            self._field(self.tr("&Room"), self.where),
            self._beside((self.tr("&Day"), self.weekday), (self.tr("T&ime"), self.at)),
            self._beside((self.tr("&First day"), self.first), (self.tr("Thr&ough"), self.until)),
            row(None, cancel, self._save),
            gap=10,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(380))
        self.name.textChanged.connect(self._enable)
        for box in (self.who, self.where, self.weekday):
            box.currentIndexChanged.connect(self._enable)
        self._save.clicked.connect(self._make)
        cancel.clicked.connect(self.reject)
        self._enable()

    def _field(self, word: str, widget: QWidget) -> QWidget:
        box = QWidget()
        col(*labelled(word, widget), gap=4, on=box)
        return box

    def _beside(self, *fields: tuple[str, QWidget]) -> QWidget:
        box = QWidget()
        row(*((self._field(*one), 1) for one in fields), gap=8, on=box)
        return box

    @Slot()
    def _enable(self) -> None:
        chosen = all(box.currentIndex() >= 0 for box in (self.who, self.where, self.weekday))
        ready = bool(self.name.text().strip()) and chosen
        self._save.setEnabled(ready)

    @Slot()
    def _make(self) -> None:
        if not all_read(self):
            return
        made: list[HeldCard] = []
        team = meetings.NewTeam(
            self.name.text().strip(),
            self._staff[self.who.currentIndex()].id,
            self._rooms[self.where.currentIndex()].id,
            self.capacity.value(),
            self.weekday.currentIndex(),
            self.at.at(),
            self.minutes.value(),
            self.first.day(),
        )
        until = self.until.day()
        text = self.tr("Team made: {team}").format(team=team.name)
        if self._app.do(text, lambda work: made.append(meetings.make(work, team, until))):
            self.accept()
            self.made.emit(made[0])
