"""The bar above the calendar: steps, view, whose, which rooms, printing and the new training."""

import uuid
from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal

from trainer_desktop.services.calendar.cards import CalendarCard
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.shown import Across, Shown, View
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.top_bar import TopBar, menu_for
from trainer_desktop.ui.theme import theme

translate = QCoreApplication.translate
Change = Callable[[Shown], Shown]


class CalendarBar(TopBar):
    """Each choice is a function from what is shown to what shall be."""

    changed = Signal(object)  # Change
    view_wished = Signal(object)  # View
    several_wished = Signal()

    def __init__(self, app: AppContext, centres: list[NamedKey]) -> None:
        self._app, self._centres = app, centres
        words = [
            translate("CalendarPage", "Day"),
            translate("CalendarPage", "Week"),
            translate("CalendarPage", "Month"),
            translate("CalendarPage", "List"),
        ]
        self.views = Segments(words, translate("CalendarPage", "View"))
        self.names = words
        self.few = Drop(words[0], translate("CalendarPage", "View"))
        narrow = theme.scale >= 1.75  # at large text the views are one choice
        (self.views if narrow else self.few).hide()
        self.whose = Drop("", translate("CalendarPage", "Centre and therapists"))
        self.rooms = Drop("", translate("CalendarPage", "Rooms"))
        self.print = Button("", "quiet", icon="print", spoken=translate("CalendarPage", "Print"))
        self.new = Button(translate("CalendarPage", "New training"), "primary", icon="plus")
        steps = (
            translate("CalendarPage", "Back"),
            translate("CalendarPage", "Today"),
            translate("CalendarPage", "On"),
        )
        right = [
            self.few if narrow else self.views,
            self.whose,
            self.rooms,
            self.print,
            self.new,
        ]
        super().__init__(right, steps=steps, folds=[self.print, self.rooms, self.whose])
        self._make_menus()

    def read_registers(self) -> None:
        """Offer the rooms and colleagues that there are now."""
        self._centres = self._app.ask(roster.centres)
        self._make_menus()

    def _make_menus(self) -> None:
        """Each choice is a function from what is shown to what shall be."""
        places: list[tuple[str, Change]] = [
            (c.name, partial(Shown.of_centre, centre=c)) for c in self._centres
        ]
        places.append((self.tr("All centres"), partial(Shown.of_centre, centre=None)))
        across: list[tuple[str, Change]] = [
            (
                self.tr("Therapists side by side"),
                partial(Shown.with_across, across=Across.THERAPISTS),
            ),
            (self.tr("Teams side by side"), partial(Shown.with_across, across=Across.TEAMS)),
        ]
        people: list[tuple[str, Change]] = [
            (f"{t.short} · {t.name}", partial(Shown.of_therapist, therapist=t))
            for t in self._app.ask(roster.therapists)
        ]
        menu_for(self.whose, [places, across, people], self.changed.emit)
        some = self.whose.menu().addAction(self.tr("Several therapists …"))
        some.triggered.connect(self.several_wished)
        ways: list[tuple[str, Change]] = [
            (self.tr("All rooms"), Shown.with_any_room),
            (self.tr("Rooms side by side"), Shown.with_rooms_across),
        ]
        rooms: list[tuple[str, Change]] = [
            (
                r.short if len(self._centres) < 2 else f"{r.short} · {r.centre}",
                partial(Shown.of_room, room=r),
            )
            for r in self._app.ask(roster.rooms)
        ]
        menu_for(self.rooms, [ways, rooms], self.changed.emit)
        menu_for(self.few, [list(zip(self.names, View, strict=True))], self.view_wished.emit)

    def say_days(self, shown: Shown, first: date, last: date, now: datetime) -> None:
        """Title and note for a day or a week."""
        week = self.tr("Week {n}").format(n=dates.week_number(first))
        hidden = "" if shown.cancelled else self.tr(" · cancelled hidden")
        if shown.view is View.DAY:
            short = dates.short_day(first)
            this_year = first.year == now.year
            long = dates.long_day(first) if this_year else dates.long_day_year(first)
            self.say(long, week + hidden, short[:1].upper() + short[1:])
            return
        same = first.month == last.month
        start = dates.day_number(first) if same else dates.day_month(first)
        self.say(week, f"{start}–{dates.day_month(last)} {last.year}{hidden}")

    def say_choices(self, shown: Shown, card: CalendarCard | None) -> None:
        """What is chosen, in the words of the two choices: who, and where."""
        keys = {c.key for c in card.columns if isinstance(c.key, uuid.UUID)} if card else set()
        centre = shown.centre.name if shown.centre else self.tr("All centres")
        if shown.therapist:
            whose = f"{shown.therapist.short} · {shown.therapist.name}"
        elif shown.several and len(shown.several) <= 3:
            whose = ", ".join(one.short for one in shown.several)
        elif shown.room:
            whose = shown.room.centre
        elif shown.rooms_across or card is None:
            whose = centre
        elif shown.columns_are_teams:
            whose = self.tr("%n team(s)", "", len(keys))
        else:
            whose = self.tr("%n therapist(s)", "", len(keys))
        where = shown.room.short if shown.room else self.tr("All rooms")
        if shown.rooms_across:
            where = self.tr("%n room(s)", "", len(keys))
        self.whose.say(whose)
        self.rooms.say(where)
