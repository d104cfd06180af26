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

from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import Right
from trainer_desktop.services import Change
from trainer_desktop.services.absence.outage import Cause
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.page import CalendarPage
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.notices import Notices
from trainer_desktop.ui.parts.empty_centre import EmptyCentre
from trainer_desktop.ui.parts.float_card import dismiss_cards
from trainer_desktop.ui.parts.keeper import Keeper
from trainer_desktop.ui.rail import Rail

if TYPE_CHECKING:
    from trainer_desktop.ui.absence.absence_page import AbsencePage
    from trainer_desktop.ui.citizens.citizen_form import CitizenForm
    from trainer_desktop.ui.citizens.citizens_page import CitizensPage
    from trainer_desktop.ui.citizens.intake_form import IntakeForm
    from trainer_desktop.ui.deadlines.deadlines_page import DeadlinesPage
    from trainer_desktop.ui.messages.messages_page import MessagesPage
    from trainer_desktop.ui.messages.status_page import StatusPage
    from trainer_desktop.ui.my_day.my_day_page import MyDayPage
    from trainer_desktop.ui.planner.planner_page import PlannerPage
    from trainer_desktop.ui.setup.setup_page import SetupPage
    from trainer_desktop.ui.tasks.reevaluation_page import ReevaluationPage
    from trainer_desktop.ui.tasks.tasks_page import TasksPage
    from trainer_desktop.ui.teams.teams_page import TeamsPage
    from trainer_desktop.ui.waiting_list.waiting_page import WaitingPage

_CALENDAR, _CITIZENS = (Right.SEE_CALENDAR,), (Right.SEE_CITIZENS,)
NEEDED = (  # what one of is needed to see each page of the rail
    *(_CALENDAR, _CALENDAR, _CITIZENS, _CITIZENS, _CALENDAR, _CALENDAR),
    (Right.SET_UP, Right.USERS, Right.BACKUP, Right.ACCESS_LOG),
)
P = TypeVar("P", bound=QWidget)
REGISTERS = ("centre", "room", "staff", "package", "gp_clinic")
MADE_ANEW = (
    *("my_day", "citizens", "tasks", "teams", "waiting", "planner", "absence"),
    *("citizen_form", "intake", "deadlines", "reevaluation", "status", "messages"),
)
CALENDAR, MY_DAY, CITIZENS, TASKS, TEAMS, WAITING, SETUP = range(7)


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
        self._registers_changed = self._somebody = False
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
        if not self.allowed(number):
            number = next((n for n in range(len(NEEDED)) if self.allowed(n)), SETUP)
        if number != SETUP:
            self._freshen()
        page, focus = self._page(number)
        if number not in (CITIZENS, SETUP) and not self._staffed():
            page, focus = self.nobody_yet, self.nobody_yet.go
        self._stack.setCurrentWidget(page)
        self._rail.show_place(number)
        focus.setFocus()

    def allowed(self, number: int) -> bool:
        """Whether whoever sits here may see a page at all."""
        return any(self.app.may(right) for right in NEEDED[number])

    def _staffed(self) -> bool:
        """Whether somebody works here; once so, it is not asked any more."""
        if not self._somebody:
            self._somebody = bool(self.app.ask(roster.therapists))
        return self._somebody

    @cached_property
    def nobody_yet(self) -> EmptyCentre:
        """What a page says while nobody works here."""
        page = self._added(EmptyCentre())
        page.setup_wished.connect(partial(self.show_place, SETUP))
        return page

    def hear_of_registers(self, change: Change | None) -> None:
        """Remember that rooms, colleagues or centres are others now: pages that list them are made anew."""
        self._registers_changed |= change is None or change.touches(*REGISTERS)

    def half_filled(self) -> bool:
        """Whether a form has something that is not saved."""
        return self._half_filled_form() is not None

    def keep_drafts(self) -> None:
        """Let what is half typed be kept now: the window is about to be made anew."""
        for keeper in self.findChildren(Keeper):
            keeper.look()

    def whereabouts(self) -> tuple[str, object]:
        """Where one is, for a window made anew: a page, a form, or a part of the set-up."""
        page, there = self._stack.currentWidget(), self.__dict__
        for name in ("citizen_form", "intake"):
            if page is there.get(name):
                return name, there[name].citizen
        if page is there.get("setup"):
            return "setup", there["setup"].part
        if page is there.get("deadlines"):
            return "deadlines", None
        return "place", self._rail.place

    def go_to(self, where: tuple[str, object]) -> None:
        """Go where one was."""
        name, about = where
        if name == "citizen_form":
            self.change_citizen(about) if isinstance(about, UUID) else self.new_citizen()
        elif name == "intake" and isinstance(about, UUID):
            self.new_course(about)
        elif name == "setup" and isinstance(about, str):
            self.show_place(SETUP)
            self.setup.show_part(about)
        elif name == "deadlines":
            self.open_deadlines()
        elif isinstance(about, int) and about != CALENDAR:
            self.show_place(about)

    def _half_filled_form(self) -> QWidget | None:
        for name in ("citizen_form", "intake"):
            form = self.__dict__.get(name)
            if form and form.touched:
                return form  # type: ignore[no-any-return]  # a page of ours
        setup: SetupPage | None = self.__dict__.get("setup")
        return setup if setup and setup.form and setup.form.touched else None

    def show_half_filled(self) -> None:
        """Go to the form that is not saved."""
        form = self._half_filled_form()
        if form and form is not self.__dict__.get("setup"):
            self._leave_for(form, CITIZENS)
        elif form:
            self.show_place(SETUP)

    def _freshen(self) -> None:
        """Make anew what lists rooms, colleagues or centres, when those are others now."""
        if not self._registers_changed:
            return
        self._registers_changed = False
        for name in MADE_ANEW:
            page = self.__dict__.pop(name, None)
            if page is not None:
                self._stack.removeWidget(page)
                page.deleteLater()
        self.calendar.read_registers()

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

        page = self._added(TasksPage(self.app))
        page.deadlines_wished.connect(self.open_deadlines)
        page.reevaluation_wished.connect(self.open_reevaluation)
        return page

    @cached_property
    def reevaluation(self) -> "ReevaluationPage":
        """One re-evaluation with everything it rests on."""
        from trainer_desktop.ui.tasks.reevaluation_page import ReevaluationPage

        page = self._added(ReevaluationPage(self.app))
        page.closed.connect(self._back_to_tasks)
        return page

    @Slot()
    def _back_to_tasks(self) -> None:
        """The list stands on the one that was looked at last."""
        shown = self.reevaluation.shown
        if shown:
            self.tasks.choose(*shown)
        self.show_place(TASKS)

    @Slot(object, object)
    def open_reevaluation(self, every: list[TaskCard], chosen: TaskCard) -> None:
        """One of a list, from where one can step to the others; it rests on tests and notes, so who may not read them stays."""
        if not self.app.may(Right.READ_CLINICAL):
            right = Right.READ_CLINICAL.value
            self.app.refused.emit(Refused(Reason.NOT_ALLOWED, right=right))
            return
        self._leave_for(self.reevaluation, TASKS)
        self.reevaluation.begin(every, chosen)
        self.reevaluation.panel.take_keyboard()

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
    def setup(self) -> "SetupPage":
        """What the centre is made of."""
        from trainer_desktop.ui.setup.setup_page import SetupPage

        page = self._added(SetupPage(self.app))
        page.citizen_wished.connect(self.new_citizen)
        page.absence_wished.connect(self.move_from)
        return page

    @cached_property
    def citizen_form(self) -> "CitizenForm":
        """A new citizen, or one corrected."""
        from trainer_desktop.ui.citizens.citizen_form import CitizenForm

        page = self._added(CitizenForm(self.app))
        page.closed.connect(self._leave)
        page.opened.connect(self._open_citizen)
        page.saved.connect(self._citizen_saved)
        return page

    @cached_property
    def intake(self) -> "IntakeForm":
        """A new course."""
        from trainer_desktop.ui.citizens.intake_form import IntakeForm

        page = self._added(IntakeForm(self.app))
        page.closed.connect(self._leave)
        page.saved.connect(self._course_saved)
        return page

    @Slot(object, object, object, object)
    def move_from(self, cause: Cause, key: UUID | None, first: date, last: date) -> None:
        """Move what stands with a colleague who leaves, or in what closes."""
        self._freshen()
        self._leave_for(self.absence, SETUP)
        self.absence.begin(key, first, last, cause)

    @Slot(str)
    def new_citizen(self, words: str = "") -> None:
        """Take somebody in; what is half-filled already stays, unless other words come along."""
        self._freshen()
        form = self.citizen_form
        self._leave_for(form, CITIZENS)
        if words or not form.touched or form.citizen:
            form.begin(words)

    @Slot(object)
    def change_citizen(self, citizen_id: UUID) -> None:
        """Correct a citizen's fields."""
        self._leave_for(self.citizen_form, CITIZENS)
        self.citizen_form.change(citizen_id)

    @Slot(object)
    def new_course(self, citizen_id: UUID) -> None:
        """Begin a course for somebody."""
        self._freshen()
        self._leave_for(self.intake, CITIZENS)
        self.intake.begin(citizen_id)

    @Slot(object, bool)
    def _citizen_saved(self, citizen_id: UUID, course: bool) -> None:
        if course:
            self.new_course(citizen_id)
        else:
            self._open_citizen(citizen_id)

    @Slot(object, object, str)
    def _course_saved(self, course_id: UUID, citizen_id: UUID, then: str) -> None:
        self._open_citizen(citizen_id)
        if then == "plan":
            self.plan(course_id)
        elif then == "wait":
            self.show_place(WAITING)
            self.waiting.begin_for(course_id)

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

    @cached_property
    def deadlines(self) -> "DeadlinesPage":
        """The board of deadlines."""
        from trainer_desktop.ui.deadlines.deadlines_page import DeadlinesPage

        page = self._added(DeadlinesPage(self.app))
        page.closed.connect(self._leave)
        return page

    @cached_property
    def status(self) -> "StatusPage":
        """The end status of a course."""
        from trainer_desktop.ui.messages.status_page import StatusPage

        page = self._added(StatusPage(self.app))
        page.closed.connect(self._leave)
        return page

    @cached_property
    def messages(self) -> "MessagesPage":
        """The courses without an end status, and the messages."""
        from trainer_desktop.ui.messages.messages_page import MessagesPage

        page = self._added(MessagesPage(self.app))
        page.closed.connect(partial(self.show_place, TASKS))
        return page

    @Slot()
    def open_messages(self) -> None:
        """Whom an end status is missing for, and what came back; from a citizen's page it stands on hers."""
        self._freshen()
        front = self._stack.currentWidget()
        whom = self.citizens.shown() if front is self.__dict__.get("citizens") else None
        self.messages.begin(whom)
        self._leave_for(self.messages, TASKS)
        self.messages.table.setFocus()

    @Slot(object, object, str, str)
    def open_status(self, course: UUID, citizen: UUID, name: str, number: str) -> None:
        """Write the end status of a course, or see the one that was signed."""
        self._freshen()
        self._leave_for(self.status, CITIZENS)
        self.status.begin(course, citizen, name, number)

    @Slot()
    def open_deadlines(self) -> None:
        """Every deadline, over and to come."""
        self._freshen()
        self._leave_for(self.deadlines, TASKS)
        self.deadlines.refresh()
        self.deadlines.table.setFocus()

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

    def _leave_for(self, page: QWidget, place: int = CALENDAR) -> None:
        self.notices.leave()
        self._place_before = self._rail.place
        self._stack.setCurrentWidget(page)
        self._rail.show_place(place)

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
            case 5:
                return self.waiting, self.waiting.keyboard()
            case _:
                return self.setup, self.setup.parts

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
