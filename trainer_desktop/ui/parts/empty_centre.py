"""What stands where a page has nothing yet, because the centre has nobody who works there: what to do first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Icon, Panel, Text, col, row
from trainer_desktop.ui.parts.button import Button


@guarded
class EmptyCentre(Panel):
    """One button leads to the set-up."""

    setup_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface")
        if parent:
            self.setParent(parent)
        self.go = Button(self.tr("Go to the set-up"), "primary", icon="setup")
        self.go.clicked.connect(self.setup_wished)
        col(
            None,
            row(None, Icon("calendar", "text-3", 40), None),
            row(None, Text(self.tr("Nobody works here yet"), "title"), None),
            row(
                None,
                Text(
                    self.tr(
                        "The calendar, teams and waiting list fill as soon as there is a colleague with hours."
                    ),
                    "body",
                    "text-2",
                ),
                None,
            ),
            row(None, self.go, None),
            None,
            gap=12,
            margins=(24, 24, 24, 24),
            on=self,
        )
