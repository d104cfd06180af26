"""Somebody has died or moved away: since when, and what follows; the trainings to come are released with one press."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.rules.kinds import DECEASED
from trainer_desktop.services import Work
from trainer_desktop.services.citizens import standing
from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check, DateField, all_read, labelled
from trainer_desktop.ui.theme import theme


@guarded
class StateDialog(QDialog):
    """One act; one undo takes it back, the released trainings with it."""

    def __init__(self, app: AppContext, card: CitizenPageCard, state: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._card, self._state = app, card, state
        self._seen = app.saw()
        dead = state == DECEASED
        title = self.tr("{name} has died") if dead else self.tr("{name} has moved away")
        self.setWindowTitle(title.format(name=card.name))
        today = app.now().date()
        self.since = DateField(today, today if dead else None)
        later = app.ask(standing.card, card.id).later
        self.release = Check(self.tr("Release %n training(s) to come", "", later))
        self.release.setVisible(bool(later))
        follows = (
            self.tr("No letter goes out any more. The courses are ended by a person.")
            if dead
            else self.tr("The courses go on until a person ends them.")
        )
        self.save = Button(self.tr("Save"), "primary", key="↵")
        self.save.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        col(
            Text(title.format(name=card.name), "heading", wrap=True),
            col(*labelled(self.tr("&Since"), self.since), gap=4),
            self.release,
            Text(follows, "small", "text-2", wrap=True),
            row(None, cancel, self.save),
            gap=12,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(380))
        self.save.clicked.connect(self._write)
        cancel.clicked.connect(self.reject)

    @Slot()
    def _write(self) -> None:
        if not all_read(self):
            return
        card, state, since, release = (
            self._card,
            self._state,
            self.since.day(),
            self.release.isChecked(),
        )

        def write(work: Work) -> None:
            standing.set_standing(work, card.id, state, since)
            if release:
                standing.release(work, card.id)

        if self._app.do_as_seen(self._seen, self.windowTitle(), write):
            self.accept()
