"""The pages of the window: each is made when somebody first goes there; and the ways from one to another."""

from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.page import CalendarPage
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.notices import Notices
from trainer_desktop.ui.parts.float_card import dismiss_cards
from trainer_desktop.ui.rail import Rail

if TYPE_CHECKING:
    from trainer_desktop.ui.absence.absence_page import AbsencePage
    from trainer_desktop.ui.citizens.citizens_page import CitizensPage
    from trainer_desktop.ui.my_day.my_day_page import MyDayPage
    from trainer_desktop.ui.planner.planner_page import PlannerPage
    from trainer_desktop.ui.tasks.tasks_page import TasksPage
    from trainer_desktop.ui.teams.teams_page import TeamsPage
    from trainer_desktop.ui.waiting_list.waiting_page import WaitingPage

P = TypeVar("P", bound=QWidget)
CALENDAR, MY_DAY, CITIZENS, TASKS, TEAMS, WAITING = range(6)


@guarded
class Places(QMainWindow):
    """A window of pages beside a rail; `calendar` is there from the beginning."""

    app: AppContext
    notices: Notices
    calendar: CalendarPage

    def __init__(self) -> None:
        super().__init__()
        self._stack = QStackedWidget()
        self._stack.currentChanged.connect(self._came_to)
        self._place_before = CALENDAR
        self._rail: Rail

    @Slot(int)
    def _came_to(self) -> None:
        page = self._stack.currentWidget()
        self.calendar.actions_of_calendar.on_page(page is self.calendar)

    def give_focus(self) -> None:
        """Hand the keyboard to the page that is shown."""
        page = self._stack.currentWidget()
        _page, focus = self._page(self._rail.place)
        (focus if page is _page else page or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else wanted closes what floats above the page."""
        if event.key() == Qt.Key.Key_Escape and dismiss_cards(self):
            return
        super().keyPressEvent(event)

    def show_place(self, number: int) -> None:
        """Go to a page."""
        self.notices.leave()
        page, focus = self._page(number)
        self._stack.setCurrentWidget(page)
        self._rail.show_place(number)
        focus.setFocus()

    @cached_property
    def my_day(self) -> "MyDayPage":
        """The day of one therapist."""
        from trainer_desktop.ui.my_day.my_day_page import MyDayPage

        page = self._added(MyDayPage(self.app))
        page.tasks_wished.connect(partial(self.show_place, TASKS))
        return page

    @cached_property
    def citizens(self) -> "CitizensPage":
        """Finding citizens, and the page of one."""
        from trainer_desktop.ui.citizens.citizens_page import CitizensPage

        return self._added(CitizensPage(self.app))

    @cached_property
    def tasks(self) -> "TasksPage":
        """Re-evaluations and deadlines."""
        from trainer_desktop.ui.tasks.tasks_page import TasksPage

        return self._added(TasksPage(self.app))

    @cached_property
    def teams(self) -> "TeamsPage":
        """Teams and rosters."""
        from trainer_desktop.ui.teams.teams_page import TeamsPage

        return self._added(TeamsPage(self.app))

    @cached_property
    def waiting(self) -> "WaitingPage":
        """Free times and the waiting list."""
        from trainer_desktop.ui.waiting_list.waiting_page import WaitingPage

        return self._added(WaitingPage(self.app))

    @cached_property
    def planner(self) -> "PlannerPage":
        """Booking a whole course."""
        from trainer_desktop.ui.planner.planner_page import PlannerPage

        page = self._added(PlannerPage(self.app))
        page.closed.connect(self._leave)
        return page

    @cached_property
    def absence(self) -> "AbsencePage":
        """An ill therapist, a closed room or day."""
        from trainer_desktop.ui.absence.absence_page import AbsencePage

        page = self._added(AbsencePage(self.app))
        page.closed.connect(self._leave)
        return page

    @Slot(object)
    def plan(self, course_id: UUID) -> None:
        """Plan a whole course."""
        self._leave_for(self.planner)
        self.planner.begin(course_id)

    @Slot()
    def open_absence(self, staff: UUID | None = None) -> None:
        """Somebody is ill, or something is closed."""
        self._leave_for(self.absence)
        self.absence.begin(staff)

    @Slot()
    def book_new(self) -> None:
        """Begin a booking for nobody yet, from wherever one is."""
        self.show_place(CALENDAR)
        self.calendar.book_anew()

    @Slot(object)
    def open_roster(self, session_id: UUID) -> None:
        """Go to a team's meeting."""
        self.show_place(TEAMS)
        self.teams.show_meeting(session_id)

    @Slot(object)
    def open_slot(self, session_id: UUID) -> None:
        """Go to the free time that a cancellation left."""
        self.show_place(WAITING)
        self.waiting.show_slot(session_id)

    def _leave_for(self, page: QWidget) -> None:
        self.notices.leave()
        self._place_before = self._rail.place
        self._stack.setCurrentWidget(page)
        self._rail.show_place(CALENDAR)

    @Slot()
    def _leave(self) -> None:
        self.show_place(self._place_before)

    def _added(self, page: P) -> P:
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._stack.addWidget(page)  # no page makes the window larger than the screen
        return page

    def _page(self, number: int) -> tuple[QWidget, QWidget]:
        """A page, and what on it takes the keyboard."""
        match number:
            case 0:
                return self.calendar, self.calendar.keyboard()
            case 1:
                return self.my_day, self.my_day.list
            case 2:
                return self.citizens, self.citizens.words
            case 3:
                return self.tasks, self.tasks.table
            case 4:
                return self.teams, self.teams.names
            case _:
                return self.waiting, self.waiting.keyboard()

    @Slot(object)
    def _open_citizen(self, citizen_id: UUID) -> None:
        self.show_place(CITIZENS)
        self.citizens.open_citizen(citizen_id)

    @Slot(object, object, object)
    def _open_day(self, day: date, session_id: UUID | None, citizen_id: UUID | None) -> None:
        self.show_place(CALENDAR)
        self.calendar.show_day(day, session_id)
        if citizen_id:
            self.calendar.doing.choose_citizen(citizen_id)
