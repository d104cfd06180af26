"""The way of a booking beside the calendar: where it begins, which place it holds, and the way back."""

import uuid
from datetime import datetime, time, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot

from trainer_desktop.services.calendar.cards import BlockCard, PersonCard
from trainer_desktop.services.store.moments import monday_of
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.calendar.moving.moving import Target
from trainer_desktop.ui.calendar.shown import Shown
from trainer_desktop.ui.calendar.side.draft import Draft
from trainer_desktop.ui.calendar.side.side_panel import SidePanel


class Where(Protocol):
    """The calendar's page, as far as a booking goes."""

    person: uuid.UUID | None
    plan_wished: SignalInstance

    @property
    def shown(self) -> Shown:
        """What is shown."""

    def look_at(self, shown: Shown) -> None:
        """Show something else."""

    def read_anew(self, shown: Shown) -> None:
        """Show another day in the same way."""

    def show_selected(self) -> None:
        """Show what is chosen."""

    def target(self, place: Place) -> Target:
        """The therapist and the room that a column stands for."""


class BookingWay(QObject):
    """Begins a booking from a cell, a training, a citizen or nothing, and ends it."""

    def __init__(self, app: AppContext, page: Where, view: CalendarView, side: SidePanel) -> None:
        super().__init__(view)
        self._app, self._page, self._view, self._side = app, page, view, side
        self._booking = side.booking
        self._before_booking: tuple[Shown, uuid.UUID | None] | None = None
        self._booking.closed.connect(self._give_up)
        self._booking.booked.connect(self._booked)
        self._booking.place_changed.connect(self._hold)
        self._booking.plan_wished.connect(self._plan)
        side.drawer.closed.connect(self.end)

    @Slot()
    def here(self) -> None:
        """Begin a booking after what is chosen, or on the keyboard's cell."""
        block, shown, cell = self._view.current(), self._page.shown, self._view.cell
        if block is None and cell and not shown.columns_are_teams:
            self.at(cell)
            return
        person = self._chosen_person(block)
        if block and person:  # the next one for whoever is chosen, from now on
            self.begin(self._next_quarter(), None, None, placed=False)
            self._booking.choose_course(person.course_id)
            return
        starts = block.ends if block else self._next_quarter()
        mine = shown.therapist.id if shown.therapist else None
        room = shown.room.id if shown.room else None
        whose = block.therapist_id if block else mine
        self.begin(starts, whose, room, placed=bool(whose or room))

    def anew(self) -> None:
        """Begin a booking that nothing is known of yet, at the next quarter."""
        self._booking.forget()
        self.begin(self._next_quarter(), None, None, placed=False)

    def for_course(self, course_id: uuid.UUID) -> None:
        """Begin a booking for a course, at its own therapist's next free time."""
        self._booking.forget()
        self.begin(self._next_quarter(), None, None, placed=False)
        self._booking.choose_course(course_id)

    def draft(self) -> Draft | None:
        """What has been filled in, while somebody is at a booking."""
        return self._booking.draft() if self._side.books else None

    def take_up(self, draft: Draft) -> None:
        """Go on with a booking that had been begun in a window of another look."""
        self._side.open_booking()
        self._booking.take_up(draft)

    def _chosen_person(self, block: BlockCard | None) -> PersonCard | None:
        """Whom a chosen training is for: its one citizen, or the one chosen on a team."""
        people = block.people if block else ()
        chosen = next((one for one in people if one.id == self._page.person), None)
        return chosen or (people[0] if len(people) == 1 and block and not block.capacity else None)

    def _next_quarter(self) -> datetime:
        """The next quarter-hour of the day that is open; on another day, or after closing, when it opens."""
        card, day = self._view.calendar(), self._page.shown.day
        hours = [c.hours for c in card.columns if c.hours] if card else []
        opens = datetime.combine(day, min((h[0] for h in hours), default=time(8)))
        closes = datetime.combine(day, max((h[1] for h in hours), default=time(16)))
        now = self._app.now().replace(second=0, microsecond=0)
        at = now + timedelta(minutes=-now.minute % 15)
        return at if opens <= at < closes else opens

    @Slot(object)
    def at(self, place: Place) -> None:
        """Begin a booking at a place in the grid."""
        shown = self._page.shown
        if shown.columns_are_teams:
            return  # a team's column is no place for one citizen
        therapist, room = self._page.target(place)
        mine = shown.therapist.id if shown.therapist else None
        there = shown.room.id if shown.room else None
        self.begin(place.starts, therapist or mine, room or there)

    def begin(
        self,
        starts: datetime,
        therapist: uuid.UUID | None,
        room: uuid.UUID | None,
        *,
        placed: bool = True,
    ) -> None:
        """Begin a booking, or let the one that is begun go along; not `placed`: it looks for a time itself."""
        if self._side.books and self._booking.in_use:
            self._booking.move_to(starts, therapist, room)  # the proposal goes along with the click
            return
        block = self._view.current()
        self._before_booking = (self._page.shown, block.id if block else None)
        self._side.open_booking()
        self._booking.begin(starts, therapist, room, placed=placed)

    @Slot()
    def _give_up(self) -> None:
        """Go back to where the booking began."""
        before, self._before_booking = self._before_booking, None
        self.end()
        if before and before[0] != self._page.shown:
            self._page.look_at(before[0])
            self._view.select_session(before[1])

    @Slot(object)
    def _booked(self, session_id: uuid.UUID) -> None:
        """Go on from what was booked."""
        self.end()
        self._view.select_session(session_id)

    @Slot()
    def end(self) -> None:
        """Go back to the inspector."""
        self._view.hold(None)
        self._side.inspect()
        self._page.show_selected()
        self._view.setFocus()

    @Slot(object)
    def _plan(self, course_id: uuid.UUID) -> None:
        self.end()
        self._page.plan_wished.emit(course_id)

    @Slot(object)
    def _hold(self, starts: datetime) -> None:
        """Draw the place that is being booked, on the day or in the week where it is."""
        day, shown = starts.date(), self._page.shown
        far = monday_of(day) != monday_of(shown.day) if shown.week else day != shown.day
        if far:
            self._page.read_anew(shown.on(day))
        card, wish = self._view.calendar(), self._booking.wish()
        if card is None or wish is None:
            return
        for number, column in enumerate(card.columns):
            mine = column.key in (wish.therapist_id, wish.room_id, column.day)
            if mine and column.day == day:
                self._view.hold(self._booking.held(Place(number, starts)))
                return
        self._view.hold(None)
