"""Beside the calendar: one of inspector, booking and waiting list."""

from PySide6.QtWidgets import QStackedWidget

from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.side.booking_panel import BookingPanel
from trainer_desktop.ui.calendar.side.inspector import Inspector
from trainer_desktop.ui.calendar.side.waiting_drawer import WaitingDrawer


class SidePanel(QStackedWidget):
    """The inspector, unless somebody books or looks at who waits."""

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self.inspector, self.booking = Inspector(app), BookingPanel(app)
        self.drawer = WaitingDrawer(app)
        for panel in (self.inspector, self.booking, self.drawer):
            self.addWidget(panel)
        self.setFixedWidth(self.inspector.width())

    @property
    def books(self) -> bool:
        """Whether somebody is at a booking."""
        return self.currentWidget() is self.booking

    @property
    def busy(self) -> bool:
        """Whether it shows something else than the inspector."""
        return self.currentWidget() is not self.inspector

    def inspect(self) -> None:
        """Go back to the inspector."""
        self.setCurrentWidget(self.inspector)

    def open_booking(self) -> None:
        """Show the booking, wherever there is room or not."""
        self.setCurrentWidget(self.booking)
        self.setVisible(True)

    def open_waiting(self) -> None:
        """Show who waits, as it is now, with the keyboard on it."""
        self.drawer.refresh()
        self.setCurrentWidget(self.drawer)
        self.setVisible(True)
        self.drawer.setFocus()
