"""Reads what the calendar shows into grid, month and list, and what lies beside it ahead."""

from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, QTimer, Slot

from trainer_desktop.services.calendar import month, session_list
from trainer_desktop.services.calendar.cards import CalendarCard
from trainer_desktop.services.store.moments import monday_of
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.ahead import Ahead
from trainer_desktop.ui.calendar.calendar_bar import CalendarBar
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.calendar.list_view import ListView
from trainer_desktop.ui.calendar.month_view import MonthView
from trainer_desktop.ui.calendar.shown import Shown, View

translate = QCoreApplication.translate


class Looked(Protocol):
    """The calendar's page, as far as reading goes."""

    @property
    def shown(self) -> Shown:
        """What is shown."""

    def show_selected(self) -> None:
        """Show what is chosen."""

    def show_line(self) -> None:
        """Show the line that is chosen in the list."""


class Reading(QObject):
    """One of three views at a time; the days and weeks beside it while nobody does anything."""

    def __init__(
        self,
        app: AppContext,
        page: Looked,
        bar: CalendarBar,
        views: tuple[CalendarView, MonthView, ListView],
        items: CalendarItemModel,
    ) -> None:
        super().__init__(bar)
        self._app, self._page, self._bar, self._items = app, page, bar, items
        self._view, self._month, self._list = views
        self._ahead = Ahead(app, self)
        self._soon = QTimer(self, interval=120, singleShot=True)
        self._soon.timeout.connect(self.read_ahead)
        self._list.which_changed.connect(self._read_list)

    def stop(self) -> None:
        """Read nothing ahead: a picture is taken."""
        self._soon.stop()

    def forget(self) -> None:
        """Nothing that was read ahead holds any more."""
        self._ahead.forget()

    def read(self) -> None:
        """Read what is shown."""
        match self._page.shown.view:
            case View.MONTH:
                self._read_month()
            case View.LIST:
                self._read_list()
            case _:
                self._read_grid()

    def _read_grid(self) -> None:
        chosen, cell = self._view.current(), self._view.cell
        card = self._ahead.take(self._page.shown) or self._app.ask(self._page.shown.read)
        with QSignalBlocker(self._view.selectionModel()):
            self._items.show_calendar(card)
            self._view.select_session(chosen.id if chosen else None)
            if chosen is None and cell and self._fits(cell, card):
                self._view.stand_on(Place(cell.column, self._same_time(cell, card)))
        self._bar.say_days(self._page.shown, card.days[0], card.days[-1], self._app.now())
        self._bar.say_choices(self._page.shown, card)
        self._page.show_selected()
        self._soon.start()

    def read_ahead(self) -> None:
        """Read what lies before and after."""
        self._ahead.read_beside(self._page.shown)

    def _fits(self, cell: Place, card: CalendarCard) -> bool:
        return cell.column < len(card.columns) and self._view.hasFocus()

    def _same_time(self, cell: Place, card: CalendarCard) -> datetime:
        return datetime.combine(card.columns[cell.column].day, cell.starts.time())

    def _read_month(self) -> None:
        shown, today = self._page.shown, self._app.now().date()
        centre = shown.centre.id if shown.centre else None
        self._bar.say(dates.month_year(shown.day), "")
        self._app.ask_later(self._month, self._show_month, month.month, shown.day, centre)
        self._bar.say_choices(self._page.shown, None)
        self._month.setProperty("today", today)

    def _show_month(self, days: list[month.MonthDayCard]) -> None:
        if not days or self._page.shown.view is not View.MONTH:
            return
        self._month.show_days(days, self._page.shown.day, self._app.now().date())
        weeks = f"{dates.week_number(days[0].day)}–{dates.week_number(days[-1].day)}"
        note = translate("CalendarPage", "week {n}").format(n=weeks)
        self._bar.say(dates.month_year(self._page.shown.day), note)

    @Slot()
    def _read_list(self) -> None:
        shown = self._page.shown
        monday = monday_of(shown.day)
        lines = self._app.ask(
            session_list.lines,
            monday,
            monday + timedelta(days=6),
            self._list.which,
            centre=shown.centre.id if shown.centre and not shown.therapist else None,
            therapist=shown.therapist.id if shown.therapist else None,
            room=shown.room.id if shown.room else None,
        )
        self._list.show_lines(lines)
        self._bar.say_days(self._page.shown, monday, monday + timedelta(days=6), self._app.now())
        self._bar.say_choices(self._page.shown, None)
        self._page.show_line()
