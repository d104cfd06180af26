"""What can be done in the calendar: each with its key, in the menus and under the right button."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from trainer_desktop.rules.course import State
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.calendar.doing import Doing
from trainer_desktop.ui.calendar.grid.column_plan import GRIDS
from trainer_desktop.ui.calendar.grid.emphasis import Emphasis
from trainer_desktop.ui.calendar.moving.moving import Moving
from trainer_desktop.ui.calendar.shown import Across, Shown, View

Does = Callable[[], object]
STEPS = 7  # of the view's actions go to another day


class Calendar(Protocol):
    """The calendar's page, as far as its actions go; each method is what an action's words say."""

    @property
    def shown(self) -> Shown:
        """What is shown."""

    @property
    def moving(self) -> Moving:
        """What moves trainings."""

    def look_at(self, shown: Shown) -> None:
        """Show something else."""

    def book_here(self) -> None:
        """Begin a booking after what is chosen."""

    def today(self) -> None:
        """Go to the present day."""

    def show_waiting(self) -> None:
        """Open the waiting list beside the grid."""

    def step(self, by: int) -> None:
        """Go so many of what is shown ahead or back."""

    def step_days(self, by: int) -> None:
        """Go so many days ahead or back."""

    def choose_view(self, kind: int) -> None:
        """Show it as day, week, month or list."""

    def show_cancelled(self, shown: bool) -> None:
        """Show or hide what was cancelled."""

    def zoom(self, grid: int) -> None:
        """Set the grid's minutes."""

    def set_work_week(self, weekdays: tuple[int, ...]) -> None:
        """Set which weekdays a week shows."""


class CalendarActions(QObject):
    """Makes the calendar's actions; `training` are for the chosen training, `view` for what is shown."""

    def __init__(
        self, page: Calendar, doing: Doing, owner: QWidget, surfaces: list[QWidget]
    ) -> None:
        """`surfaces` are where the training's keys hold: the grid and the list."""
        super().__init__(owner)
        self._page, self._doing = page, doing
        self._owner, self._surfaces = owner, surfaces
        self.training = [self._key(*one) for one in self._of_training()]
        self.view = [self._plain(*one) for one in self._of_view()]
        self._steps = self.view[:STEPS]
        self._cancelled = self._plain(
            self.tr("Show &cancelled"), "Ctrl+Shift+H", self._toggle_cancelled
        )
        self._cancelled.setCheckable(True)
        self._cancelled.setChecked(True)
        self.view.append(self._cancelled)
        self.view += [self._key(*one) for one in self._of_emphasis()]
        self._zooms = {grid: self._zoom(grid) for grid in GRIDS}
        self._days = [self._work_day(day) for day in range(7)]

    def on_page(self, here: bool) -> None:
        """Step only while the calendar is what one looks at: other pages have the same keys for their own steps."""
        for action in self._steps:
            action.setEnabled(here)

    # ---- the lists

    def _of_training(self) -> tuple[tuple[str, str, Does], ...]:
        page, doing = self._page, self._doing
        return (
            (self.tr("&Came"), "M", partial(doing.mark, State.ATTENDED)),
            (self.tr("C&ancelled …"), "A", partial(doing.mark, State.CANCELLED)),
            (self.tr("&Stayed away …"), "U", partial(doing.mark, State.MISSED)),
            (self.tr("&Late …"), "F", doing.late),
            (self.tr("Centre &cancels …"), "C", partial(doing.mark, State.CENTRE_CANCELLED)),
            (self.tr("&Take the mark away"), "Backspace", doing.unmark),
            (self.tr("&Move …"), "T", page.moving.by_keys),
            (self.tr("S&eries …"), "S", doing.series),
            (self.tr("Take out to the &pinboard"), "Ctrl+X", doing.cut),
            (self.tr("Lay down from the p&inboard"), "Ctrl+V", doing.paste),
            (self.tr("&Book …"), "B", page.book_here),
            (self.tr("&Remove a booking made by mistake"), "Del", doing.remove),
        )

    def _of_view(self) -> tuple[tuple[str, str, Does], ...]:
        page = self._page
        return (
            (self.tr("Step &back"), "Alt+Left", partial(page.step, -1)),
            (self.tr("Step &on"), "Alt+Right", partial(page.step, 1)),
            (self.tr("A week back"), "Alt+Up", partial(page.step_days, -7)),
            (self.tr("A week on"), "Alt+Down", partial(page.step_days, 7)),
            (self.tr("Four weeks back"), "Alt+Shift+Up", partial(page.step_days, -28)),
            (self.tr("Four weeks on"), "Alt+Shift+Down", partial(page.step_days, 28)),
            (self.tr("To&day"), "Ctrl+D", page.today),
            (self.tr("Day &view"), "Ctrl+1", partial(page.choose_view, View.DAY.value)),
            (self.tr("&Week view"), "Ctrl+2", partial(page.choose_view, View.WEEK.value)),
            (self.tr("&Month view"), "Ctrl+3", partial(page.choose_view, View.MONTH.value)),
            (self.tr("&List view"), "Ctrl+4", partial(page.choose_view, View.LIST.value)),
            (self.tr("Therapists side by side"), "Ctrl+Shift+1", self._across(Across.THERAPISTS)),
            (self.tr("Rooms side by side"), "Ctrl+Shift+2", self._across(Across.ROOMS)),
            (self.tr("Teams side by side"), "Ctrl+Shift+3", self._across(Across.TEAMS)),
            (self.tr("Waiting list beside the calendar"), "Ctrl+Shift+W", page.show_waiting),
            (self.tr("Closer"), "Ctrl+Shift++", partial(self._zoom_by, -1)),
            (self.tr("Farther"), "Ctrl+Shift+-", partial(self._zoom_by, 1)),
        )

    def _of_emphasis(self) -> tuple[tuple[str, str, Does], ...]:
        out = self._doing.bring_out
        return (
            (self.tr("Bring out what has no mark"), "1", partial(out, Emphasis.UNMARKED)),
            (self.tr("Bring out the course"), "2", partial(out, Emphasis.COURSE)),
            (self.tr("Bring out the therapist"), "3", partial(out, Emphasis.THERAPIST)),
            (self.tr("Bring out the form"), "4", partial(out, Emphasis.FORM)),
            (self.tr("Show all alike"), "0", partial(out, None)),
        )

    def fill_view_menu(self, menu: QMenu) -> None:
        """Add the zoom and the work week to a menu."""
        zoom = menu.addMenu(self.tr("&Zoom"))
        zoom.addActions(list(self._zooms.values()))
        week = menu.addMenu(self.tr("Work week"))
        week.addActions(self._days)
        week.aboutToShow.connect(self._check_days)
        zoom.aboutToShow.connect(self._check_zoom)

    def menu(self, block: BlockCard | None) -> QMenu:
        """What can be done here: with a training, or on a free cell."""
        menu = QMenu(self._owner)
        menu.setAccessibleName(block.title if block else self.tr("Free time"))
        if block is None:
            wanted = ("B", "Ctrl+V")
            menu.addActions([a for a in self.training if a.shortcut().toString() in wanted])
        else:
            for action in self.training:
                menu.addAction(action)
                if action.shortcut().toString() in ("Backspace", "Ctrl+V"):
                    menu.addSeparator()
        menu.addSeparator()
        bring_out = ("1", "2", "3", "4", "0") if block else ("1", "0")  # 2 to 4 go by a training
        menu.addActions([a for a in self.view if a.shortcut().toString() in bring_out])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    # ---- making

    def _key(self, text: str, key: str, act: Does) -> QAction:
        """An action whose key is for the calendar alone: letters are letters elsewhere."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: act())
        for surface in self._surfaces:
            surface.addAction(action)
        return action

    def _plain(self, text: str, key: str, act: Does) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False: act())
        self._owner.addAction(action)
        return action

    def _across(self, across: Across) -> Does:
        page = self._page
        return lambda: page.look_at(page.shown.with_across(across))

    def _toggle_cancelled(self) -> None:
        self._page.show_cancelled(self._cancelled.isChecked())

    def _zoom(self, grid: int) -> QAction:
        action = self._plain(self.tr("%n minutes", "", grid), "", partial(self._page.zoom, grid))
        action.setCheckable(True)
        return action

    def _zoom_by(self, step: int) -> None:
        grids = list(GRIDS)
        place = grids.index(self._page.shown.grid) + step
        if 0 <= place < len(grids):
            self._page.zoom(grids[place])

    def _check_zoom(self) -> None:
        for grid, action in self._zooms.items():
            action.setChecked(grid == self._page.shown.grid)

    def _work_day(self, day: int) -> QAction:
        action = self._plain(dates.weekday_name(day), "", partial(self._toggle_day, day))
        action.setCheckable(True)
        return action

    def _toggle_day(self, day: int) -> None:
        days = set(self._page.shown.weekdays) ^ {day}
        self._page.set_work_week(tuple(sorted(days)))

    def _check_days(self) -> None:
        for day, action in enumerate(self._days):
            action.setChecked(day in self._page.shown.weekdays)
