"""What happens with what Ctrl+K finds, and what was opened last."""

import uuid
from collections import OrderedDict
from datetime import date
from typing import Protocol

from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.course import State
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.citizens import finding
from trainer_desktop.services.citizens.finding import FoundCitizen
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.page import CalendarPage
from trainer_desktop.ui.palette_list import Hit

KEPT = 6


class Places(Protocol):
    """The window, as far as the palette goes."""

    app: AppContext
    calendar: CalendarPage

    def show_place(self, number: int) -> None:
        """Go to a page of the rail."""

    def plan(self, course_id: uuid.UUID) -> None:
        """Plan a whole course."""

    def open_absence(self, staff: uuid.UUID | None = None) -> None:
        """Somebody is away."""

    def open_roster(self, session_id: uuid.UUID) -> None:
        """Go to a team's meeting."""


class PaletteWays:
    """Goes to places in a window; the recent things live as long as it does, for they name citizens."""

    def __init__(self, window: Places) -> None:
        self._window = window
        self.app = window.app
        self._recent: OrderedDict[tuple[str, uuid.UUID | None], Hit] = OrderedDict()

    def open_citizen(self, one: FoundCitizen) -> None:
        """Go to the citizen's next training, or to the page when there is none."""
        if one.next_session and one.next_time:
            self.app.open_day.emit(one.next_time.date(), one.next_session, one.card.id)
        else:
            self.app.open_citizen.emit(one.card.id)

    def cancel(self, one: FoundCitizen) -> None:
        """Note a cancellation of the next training."""
        if one.next_session and one.next_time:
            self.cancel_at(one.next_time.date(), one.next_session, one.card.id)
        else:
            self.app.open_citizen.emit(one.card.id)

    def cancel_at(self, day: date, session_id: uuid.UUID, citizen_id: uuid.UUID) -> None:
        """Note a citizen's cancellation of one training."""
        self.app.open_day.emit(day, session_id, citizen_id)
        self._window.calendar.doing.mark_citizen(citizen_id, State.CANCELLED)

    def book(self, course_id: uuid.UUID) -> None:
        """Begin a booking."""
        self._window.show_place(0)
        self._window.calendar.book_for(course_id)

    def plan(self, course_id: uuid.UUID) -> None:
        """Plan a whole course."""
        self._window.plan(course_id)

    def letter(self, citizen_id: uuid.UUID) -> None:
        """Preview the schedule."""
        from trainer_desktop.ui.printing.letter import preview_letter

        window = self._window
        assert isinstance(window, QWidget)
        preview_letter(window, self.app, citizen_id)

    def page(self, citizen_id: uuid.UUID) -> None:
        """Open the citizen's page."""
        self.app.open_citizen.emit(citizen_id)

    def week_of(self, staff: NamedKey) -> None:
        """Show a colleague's week."""
        self._window.show_place(0)
        self._window.calendar.show_week(self.app.now().date(), staff)

    def ill(self, staff_id: uuid.UUID) -> None:
        """A colleague is away."""
        self._window.open_absence(staff_id)

    def room(self, room: NamedKey) -> None:
        """Show a room."""
        self._window.show_place(0)
        self._window.calendar.show_room(room)

    def equipment(self, room: NamedKey) -> None:
        """Say what is in a room."""
        from trainer_desktop.ui.equipment_dialog import EquipmentDialog

        window = self._window
        assert isinstance(window, QWidget)
        EquipmentDialog(self.app, room, window).open()

    def team(self, team_id: uuid.UUID) -> None:
        """Show a team's next meeting."""
        meeting = self.app.ask(finding.next_meeting, team_id)
        if meeting:
            self._window.open_roster(meeting)

    def recent(self) -> list[Hit]:
        """What was opened last, the latest first."""
        return list(reversed(self._recent.values()))

    def lately(self) -> list[uuid.UUID]:
        """Whom somebody here had open lately."""
        return [whom for _title, whom in self._recent if whom]

    def remember(self, hit: Hit) -> None:
        """Keep it among the recent things."""
        if hit.icon == "enter":
            return  # an action is not a thing
        thing = (hit.title, hit.found.card.id if hit.found else None)
        self._recent.pop(thing, None)
        self._recent[thing] = hit
        while len(self._recent) > KEPT:
            self._recent.popitem(last=False)
