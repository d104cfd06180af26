"""What the calendar shows, as one value: a day, week, month or list, and whose. Every choice makes a new one."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Self

from trainer_desktop.services import Work
from trainer_desktop.services.attendance.look import GONE
from trainer_desktop.services.calendar import days
from trainer_desktop.services.calendar.cards import CalendarCard
from trainer_desktop.services.calendar.days import WORK_WEEK
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.store.moments import monday_of


class View(Enum):
    """How much time is shown, and how."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    LIST = 3


class Across(Enum):
    """What stands side by side on a day."""

    THERAPISTS = "therapists"
    ROOMS = "rooms"
    TEAMS = "teams"


@dataclass(frozen=True, slots=True)
class Shown:
    """A therapist, a room, `several` therapists, or else what stands side by side of a centre (None: of all).

    `grid` is the zoom in minutes, `weekdays` the work week (Monday is 0), `cancelled` whether those are shown.
    """

    day: date
    view: View = View.DAY
    centre: NamedKey | None = None
    therapist: NamedKey | None = None
    room: NamedKey | None = None
    several: tuple[NamedKey, ...] = ()
    across: Across = Across.THERAPISTS
    grid: int = 15
    weekdays: tuple[int, ...] = WORK_WEEK
    cancelled: bool = True

    @property
    def week(self) -> bool:
        """Whether a week is shown."""
        return self.view is View.WEEK

    @property
    def rooms_across(self) -> bool:
        """Whether rooms stand side by side."""
        return self.across is Across.ROOMS

    @property
    def strips(self) -> bool:
        """Whether it is drawn as a row for each therapist."""
        return self.week and not self.therapist and not self.room

    @property
    def columns_are_rooms(self) -> bool:
        """Whether a column is a room, and not a therapist or a day."""
        return self.view is View.DAY and (self.rooms_across or self.room is not None)

    @property
    def columns_are_teams(self) -> bool:
        """Whether a column is a team."""
        return self.view is View.DAY and self.across is Across.TEAMS and not self.room

    def on(self, day: date) -> Self:
        """The same on another day."""
        return replace(self, day=day)

    def stepped(self, by: int) -> Self:
        """One on or back: a day at work, a week, four weeks or a month."""
        match self.view:
            case View.WEEK | View.LIST:
                return self.on(self.day + timedelta(weeks=by))
            case View.MONTH:
                first = self.day.replace(day=1)
                other = first + timedelta(days=32) if by > 0 else first - timedelta(days=1)
                return self.on(other.replace(day=1))
            case View.DAY:
                day = self.day + timedelta(days=by)
                while day.weekday() not in self.weekdays:
                    day += timedelta(days=by)
                return self.on(day)

    def as_view(self, view: View) -> Self:
        """Another view; what stands side by side is a day's."""
        across = self.across if view is View.DAY else Across.THERAPISTS
        several = self.several if view in (View.DAY, View.WEEK) else ()
        return replace(self, view=view, across=across, several=several)

    def of_therapist(self, therapist: NamedKey) -> Self:
        """One therapist's."""
        here = Across.THERAPISTS
        return replace(self, therapist=therapist, room=None, several=(), across=here)

    def of_several(self, several: tuple[NamedKey, ...]) -> Self:
        """Some therapists side by side, of whatever centre; on the day or in the week."""
        view = self.view if self.view is View.WEEK else View.DAY
        some = replace(self, view=view, several=several, therapist=None, room=None)
        return replace(some, across=Across.THERAPISTS)

    def of_centre(self, centre: NamedKey | None) -> Self:
        """A centre's, by therapist or, if they are shown so, by room or team."""
        return replace(self, centre=centre, therapist=None, room=None, several=())

    def of_room(self, room: NamedKey) -> Self:
        """One room's."""
        return replace(self, room=room, therapist=None, several=(), across=Across.THERAPISTS)

    def with_across(self, across: Across) -> Self:
        """The centre's rooms, teams or therapists side by side, on the day."""
        alone = replace(self, room=None, therapist=None, several=())
        return replace(alone, view=View.DAY, across=across)

    def with_rooms_across(self) -> Self:
        """The centre's rooms side by side, on the day."""
        return self.with_across(Across.ROOMS)

    def with_any_room(self) -> Self:
        """No room in particular."""
        return replace(self, room=None, across=Across.THERAPISTS)

    def zoomed(self, grid: int) -> Self:
        """The same, closer or from farther away."""
        return replace(self, grid=grid)

    def with_cancelled(self, shown: bool) -> Self:
        """With or without what was cancelled."""
        return replace(self, cancelled=shown)

    def on_weekdays(self, weekdays: tuple[int, ...]) -> Self:
        """Another work week."""
        return replace(self, weekdays=weekdays or WORK_WEEK)

    def read(self, work: Work) -> CalendarCard:
        """What there is to show of a day or a week."""
        card = self._read(work)
        if self.cancelled:
            return card
        return replace(card, blocks=tuple(b for b in card.blocks if b.look not in GONE))

    def _read(self, work: Work) -> CalendarCard:
        monday = monday_of(self.day)
        centre = self.centre.id if self.centre else None
        if self.columns_are_teams:
            return days.day_by_team(work, self.day, centre)
        if self.columns_are_rooms:
            only = _only(self.room)
            return days.day_by_room(work, self.day, None if only else centre, only)
        if not self.week:
            only = _only(self.therapist) or self._several
            return days.day_by_therapist(work, self.day, None if only else centre, only)
        if self.room:
            return days.week_of_room(work, monday, self.room.id, self.weekdays)
        if self.therapist:
            return days.week_of_therapist(work, monday, self.therapist.id, self.weekdays)
        some = self._several
        return days.week_of_centre(work, monday, None if some else centre, self.weekdays, some)

    @property
    def _several(self) -> frozenset[uuid.UUID]:
        return frozenset(one.id for one in self.several)


def _only(key: NamedKey | None) -> frozenset[uuid.UUID]:
    return frozenset([key.id]) if key else frozenset()
