"""Whether a citizen agrees to what is decided; where one does not, the hearing that comes first."""

import uuid

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_desktop.services.record import decisions
from trainer_desktop.services.record.decisions import Decided
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check
from trainer_desktop.ui.parts.one_of import Segments


@guarded
class Wish(QWidget):
    """Nothing is chosen beforehand; `answered` is emitted with every choice, `hearing` when one is to be written."""

    answered = Signal()
    hearing = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        self.against = Segments(
            [self.tr("Agrees"), self.tr("Does not agree")], self.tr("The citizen"), -1
        )
        self.known = Check(self.tr("The citizen knows these facts already"))
        self.write = Button(self.tr("Write the hearing …"), "plain", icon="mail")
        col(
            Text(self.tr("The citizen"), "label", "text-2"),
            row(self.against, None),
            self.known,
            row(self.write, None),
            gap=8,
            on=self,
        )
        self.known.hide()
        self.write.hide()
        self.against.group.idToggled.connect(self.answered)
        self.known.toggled.connect(self.answered)
        self.write.clicked.connect(self._wished)

    @property
    def open(self) -> bool:
        """Whether nobody has answered yet."""
        return self.against.active < 0

    @property
    def knows(self) -> bool:
        """Whether the citizen does not agree, but knows the facts: what is hidden says nothing."""
        return self.disagrees and self.known.isChecked()

    @property
    def agrees(self) -> bool:
        """Whether the citizen agrees."""
        return self.against.active == 0

    @property
    def disagrees(self) -> bool:
        """Whether the citizen does not agree."""
        return self.against.active == 1

    def judge(self, course_id: uuid.UUID, decided: Decided) -> str:
        """Show what an answer needs; what must be done first in words, nothing where nothing must."""
        needs = self._app.ask(decisions.needs_hearing, course_id, decided)
        self.known.setVisible(self.disagrees)
        self.write.setVisible(needs)
        if needs and self.disagrees:
            return self.tr(
                "The citizen must be heard first: write the hearing, and say when it is sent."
            )
        return ""

    @Slot()
    def _wished(self) -> None:
        self.hearing.emit()
