"""Marking attendance, the same from calendar, Min dag and inspector: routine at once, the rest with its consequence."""

import uuid
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.course import State, Why
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.attendance import consequence, marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.marking.consequence_card import ConsequencePanel
from trainer_desktop.ui.words import tr_state, translate


class Marking(QObject):
    """Shows the consequence card beside what is marked, and saves what is confirmed."""

    saved = Signal(object, object)  # participant id, the Mark

    def __init__(self, app: AppContext, page: QWidget) -> None:
        super().__init__(page)
        self.app = app
        self._page = page
        self._card: ConsequencePanel | None = None
        self._where: Callable[[], QPoint] = QPoint
        self.from_paper = False  # what is noted now was written on paper first

    def place_at(self, where: Callable[[], QPoint]) -> None:
        """Where a card goes: a point on the window."""
        self._where = where

    def mark(self, participant_id: uuid.UUID, state: State) -> None:
        """Note a state: attendance at once, everything else with its consequence first."""
        now = self.app.now().replace(second=0, microsecond=0)
        if state is State.ATTENDED:
            self._at_once(participant_id, Mark(state))
        elif state is State.CANCELLED:
            self._ask(participant_id, Mark(state, Why.ILLNESS, now))
        else:
            self._ask(participant_id, Mark(state))

    def late(self, participant_id: uuid.UUID) -> None:
        """Note that somebody came late, with the minutes."""
        stands = self.app.ask(marking.whole_mark, participant_id)
        self._ask(participant_id, replace(stands, late_minutes=self._since_start(participant_id)))

    def staff_late(self, participant_id: uuid.UUID) -> None:
        """Note that the staff came late, with the minutes and what the citizen is owed."""
        stands = self.app.ask(marking.whole_mark, participant_id)
        self._ask(
            participant_id,
            replace(stands, staff_late_minutes=self._since_start(participant_id)),
            staff=True,
        )

    def _since_start(self, participant_id: uuid.UUID) -> int:
        """The minutes since it began, for one who has just come; a usual number for what was long ago."""
        card = self.app.ask(marking.when, participant_id)
        minutes = int((self.app.now() - card[0]).total_seconds()) // 60
        return max(1, minutes) if self.app.now() < card[1] else 10

    def door(self, participant_id: uuid.UUID) -> None:
        """Go through the standard's steps when the door is not opened."""
        from trainer_desktop.ui.marking.door_dialog import DoorDialog

        dialog = DoorDialog(self.app, participant_id, self._page.window())
        dialog.gave_up.connect(lambda: self.mark(participant_id, State.MISSED))
        dialog.open()

    def unmark(self, participant_id: uuid.UUID) -> None:
        """Take a mark away."""
        self._at_once(participant_id, Mark(State.PLANNED))

    def _at_once(self, participant_id: uuid.UUID, mark: Mark) -> None:
        """Save what is routine; what stands already is not written over without asking."""
        stands = self.app.ask(marking.standing_mark, participant_id)
        if stands is mark.state and not mark.late_minutes and stands is not State.ATTENDED:
            return
        over = State.PLANNED not in (stands, mark.state)
        if over or self.app.ask(marking.needs_correction, participant_id):
            self._ask(participant_id, mark)
        else:
            self.save(participant_id, mark)

    def save(self, participant_id: uuid.UUID, mark: Mark, why: str = "") -> None:
        """Save a mark as one step to undo; `why` an earlier day's mark is corrected."""
        shown = self._card.told if self._card else None
        told = shown is not None and (shown.participant_id, shown.mark) == (participant_id, mark)
        name = (
            shown if told and shown else self.app.ask(consequence.consequence, participant_id, mark)
        )
        mark = replace(mark, late_entry=self.from_paper)
        text = self.tr("{what}: {who}").format(what=_mark_words(mark), who=name.name)
        seen = self._card.seen if self._card else self.app.saw()
        if self.app.do_as_seen(seen, text, marking.note, participant_id, mark, why):
            if self._card:
                self._card.dismiss()
            if name.granted is not None and mark.state is not State.PLANNED:
                # Only now: the undo has the name without a number that it makes untrue.
                said = self.tr("{text}. {used} of {whole} used")
                self.app.done.emit(said.format(text=text, used=name.used, whole=name.granted))
            self.saved.emit(participant_id, mark)

    @property
    def card(self) -> ConsequencePanel | None:
        """The open card."""
        return self._card

    def _ask(self, participant_id: uuid.UUID, mark: Mark, *, staff: bool = False) -> None:
        if self._card:
            self._card.dismiss()
        if mark.state in (State.ATTENDED, State.MISSED) and not self._begun(participant_id):
            return
        card = ConsequencePanel(self.app, participant_id, mark, self._page.window(), staff=staff)
        card.confirmed.connect(self.save)
        card.closed.connect(self._forget)
        self._card = card
        card.place(self._where())

    def _begun(self, participant_id: uuid.UUID) -> bool:
        starts, _ends = self.app.ask(marking.when, participant_id)
        begun = starts <= self.app.now()
        if not begun:
            self.app.refused.emit(Refused(Reason.NOT_YET, starts=starts))
        return begun

    def _forget(self) -> None:
        self._card = None
        if self._page.isVisible():
            self._page.setFocus()


def _mark_words(mark: Mark) -> str:
    if mark.late_minutes:
        return translate("Marking", "{n} min. late").format(n=mark.late_minutes)
    return tr_state(mark.state)
