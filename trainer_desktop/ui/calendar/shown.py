"""What the calendar shows, as one value: a day or a week, and whose. Every choice makes a new one."""

import uuid
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from trainer_desktop.services import calendar
from trainer_desktop.services.cards import CalendarCard, NamedKey
from trainer_desktop.services.moments import monday_of
from trainer_desktop.ui.app_context import AppContext


@dataclass(frozen=True, slots=True)
class Shown:
    """A therapist, a room, the rooms side by side, or else the therapists of a centre (None: of all)."""

    day: date
    week: bool = False
    centre: NamedKey | None = None
    therapist: NamedKey | None = None
    room: NamedKey | None = None
    rooms_across: bool = False

    @property
    def strips(self) -> bool:
        """Whether it is drawn as a row for each therapist."""
        return self.week and not self.therapist and not self.room

    @property
    def columns_are_rooms(self) -> bool:
        """Whether a column is a room, and not a therapist or a day."""
        return not self.week and (self.rooms_across or self.room is not None)

    def on(self, day: date) -> Self:
        """The same on another day."""
        return replace(self, day=day)

    def as_week(self, week: bool) -> Self:
        """Day or week; rooms side by side are a day's."""
        return replace(self, week=week, rooms_across=self.rooms_across and not week)

    def of_therapist(self, therapist: NamedKey) -> Self:
        """One therapist's."""
        return replace(self, therapist=therapist, room=None, rooms_across=False)

    def of_centre(self, centre: NamedKey | None) -> Self:
        """A centre's, by therapist or, if they are shown so, by room."""
        return replace(self, centre=centre, therapist=None, room=None)

    def of_room(self, room: NamedKey) -> Self:
        """One room's."""
        return replace(self, room=room, therapist=None, rooms_across=False)

    def with_rooms_across(self) -> Self:
        """The centre's rooms side by side, on the day."""
        return replace(self, week=False, room=None, therapist=None, rooms_across=True)

    def with_any_room(self) -> Self:
        """No room in particular."""
        return replace(self, room=None, rooms_across=False)

    def read(self, app: AppContext) -> CalendarCard:
        """What there is to show."""
        monday = monday_of(self.day)
        centre = self.centre.id if self.centre else None
        if self.columns_are_rooms:
            only = _only(self.room)
            return app.ask(calendar.day_by_room, self.day, None if only else centre, only)
        if not self.week:
            only = _only(self.therapist)
            return app.ask(calendar.day_by_therapist, self.day, None if only else centre, only)
        if self.room:
            return app.ask(calendar.week_of_room, monday, self.room.id)
        if self.therapist:
            return app.ask(calendar.week_of_therapist, monday, self.therapist.id)
        return app.ask(calendar.week_of_centre, monday, centre)


def _only(key: NamedKey | None) -> frozenset[uuid.UUID]:
    return frozenset([key.id]) if key else frozenset()
