"""Calling off many trainings at once: who calls off, why, and what it leads to, before anything is noted."""

import uuid

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.rules.course import State, Why
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import series
from trainer_desktop.services.booking.series import ManyCard, Scope
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.theme import theme

REASONS = (Why.ILLNESS, Why.OTHER, Why.HOLIDAY, Why.HOSPITAL)


class ManyDialog(QDialog):
    """Asks why, and says how many are called off and how many of them the package pays for."""

    done_with = Signal()

    def __init__(
        self,
        app: AppContext,
        session_id: uuid.UUID,
        scope: Scope,
        state: State,
        who: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._app, self._session, self._scope, self._state = app, session_id, scope, state
        self._who, self._saw = who, app.saw()
        self._told = app.now().replace(second=0, microsecond=0)
        citizen = state is State.CANCELLED
        self._title = (
            self.tr("The citizen cancels {n} trainings")
            if citizen
            else self.tr("The centre cancels {n} trainings")
        )
        self.setWindowTitle(self.tr("Call off"))
        self._heading = Text("", "heading", wrap=True)
        self._note = Text("", "body", "text-2", wrap=True)
        words = [
            *(self.tr("Illness"), self.tr("Other")),
            *(self.tr("Holiday"), self.tr("In hospital")),
        ]
        self._reasons = Segments(words, self.tr("Reason"), -1)
        self._reasons.setVisible(citizen)
        self._reason = QLineEdit()
        label, _field = labelled(self.tr("&Reason"), self._reason)
        for widget in (label, self._reason):
            widget.setVisible(not citizen)
        self._save = Button(self.tr("Call them off"), "primary", key="↵")
        self._save.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        col(
            self._heading,
            Text(who, "body", "text-2"),
            row(self._reasons, None),
            label,
            self._reason,
            self._note,
            8,
            row(None, cancel, self._save),
            gap=8,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(460))
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._call_off)
        self._reasons.group.idToggled.connect(self._show)
        self._reason.textChanged.connect(self._show)
        self._show()

    def mark(self) -> Mark:
        """What is noted on each."""
        if self._state is State.CANCELLED:
            return Mark(self._state, REASONS[max(0, self._reasons.active)], self._told)
        return Mark(self._state, centre_reason=self._reason.text().strip())

    @Slot()
    def _show(self) -> None:
        card = self._app.ask(series.consequence, self._session, self._scope, self.mark())
        self._heading.setText(self._title.format(n=card.count))
        citizen = self._state is State.CANCELLED
        answered = self._reasons.active >= 0 if citizen else bool(self._reason.text().strip())
        said = self._said(card) if answered else self.tr("First the reason.")
        self._note.setText(said)
        self._save.setEnabled(answered and card.count > 0)
        self._save.setAccessibleDescription(f"{self._heading.text()}. {said}")

    def _said(self, card: ManyCard) -> str:
        if not card.count or card.first is None or card.last is None:
            return ""
        span = self.tr("{first} to {last}.").format(
            first=dates.short_day(card.first.date()), last=dates.short_day(card.last.date())
        )
        pays = self.tr("The package pays for none of them.")
        if card.lost:
            pays = self.tr("The package pays for %n of them.", "", card.lost)
        return f"{span} {pays}"

    @Slot()
    def _call_off(self) -> None:
        text = f"{self._heading.text()}: {self._who}"
        done = self._app.do_as_seen(
            self._saw, text, series.cancel, self._session, self._scope, self.mark()
        )
        if done:
            self.accept()
            self.done_with.emit()
