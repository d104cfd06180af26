"""The main window: rail, page, status line, menus, and what floats above them."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)
from shiboken6 import isValid

from trainer_desktop.services.calls import lists
from trainer_desktop.services.centre import roster
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.page import CalendarPage
from trainer_desktop.ui.first_start import Start
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.help_dialog import HelpDialog
from trainer_desktop.ui.notices import Notices
from trainer_desktop.ui.palette import Palette
from trainer_desktop.ui.palette_ways import PaletteWays
from trainer_desktop.ui.parts.basics import Icon, Panel, Text, col, row
from trainer_desktop.ui.parts.button import FindButton
from trainer_desktop.ui.parts.fields import use_clock
from trainer_desktop.ui.parts.float_card import Scrim, dismiss_cards
from trainer_desktop.ui.parts.undo_keys import UndoKeys
from trainer_desktop.ui.rail import Rail
from trainer_desktop.ui.theme import theme

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
NEWS_EVERY = 2_000  # milliseconds between looks at what others have changed


@guarded
class MainWindow(QMainWindow):
    """Everything on the screen."""

    closed = Signal()

    def __init__(self, app: AppContext, *, demo: bool = False) -> None:
        super().__init__()
        self.app = app
        self._demo = demo
        use_clock(lambda: app.now().date())
        self.notices = Notices(self)
        self._place_before = CALENDAR
        self._ways = PaletteWays(self)
        self._typed_in: QLineEdit | QPlainTextEdit | None = None
        self._undo_keys = UndoKeys(self, lambda: self._typed_in is not None)
        self.restyle_wished = False
        self.centre_wished: Start | None = None
        self.setWindowTitle("Trainer Desktop")
        self._build()
        self._make_menus()
        self._connect()
        self.show_place(CALENDAR)
        QTimer.singleShot(0, self, self._count_tasks)

    # ---- what others call

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

    # ---- pages: each is made when somebody first goes there

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

    @Slot()
    def open_palette(self) -> Palette:
        """Open Ctrl+K."""
        palette = Palette(self._ways, self._every_action(), self)
        palette.place(QPoint((self.width() - theme.px(640)) // 2, self.height() // 8))
        Scrim(self, palette)
        return palette

    # ---- building

    def _build(self) -> None:
        self._rail = Rail(
            [
                ("calendar", self.tr("Calendar"), "Alt+1"),
                ("day", self.tr("My day"), "Alt+2"),
                ("citizens", self.tr("Citizens"), "Alt+3"),
                ("tasks", self.tr("Tasks"), "Alt+4"),
                ("teams", self.tr("Teams"), "Alt+5"),
                ("waitlist", self.tr("Waiting"), "Alt+6"),
            ],
            ("list", self.tr("Menu"), "F10"),
        )
        self.calendar = CalendarPage(self.app)
        self._stack = QStackedWidget()
        self._added(self.calendar)
        top = row(self._rail, (self._stack, 1), gap=0)
        whole = QWidget()
        column = col(top, self._status_line(), on=whole)
        column.setStretch(0, 1)
        self.setCentralWidget(whole)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(1440), room.width()), min(theme.px(900), room.height()))

    def _status_line(self) -> Panel:
        line = Panel("chrome", "t")
        line.setFixedHeight(theme.size("status-line"))
        places = self.app.ask(roster.centres)
        staff = self.app.ask(roster.therapists)
        me = next((s for s in staff if s.short == self.app.user), None)
        self._me = me.id if me else None
        where = places[0].name if places else self.tr("No centre yet")
        who = f"{me.short} · {me.name}" if me else self.app.user
        self._find = FindButton(self.tr("Find or do something"), "Ctrl+K")
        self._find.clicked.connect(self.open_palette)
        self._saved = Text(self.tr("Saved"), "small", "text-2")
        right: list[QWidget] = []
        if self._demo:
            right.append(
                Text(self.tr("Demo centre: opened without a password"), "small", "warn-text")
            )
        right += [Icon("sync", "good", 15), self._saved]
        row(
            Text(where, "small", "text-2"),
            Text("·", "small", "text-3"),
            Text(who, "small", "text-2"),
            None,
            self._find,
            None,
            *right,
            gap=8,
            margins=(16, 0, 16, 0),
            on=line,
        )
        return line

    def _make_menus(self) -> None:
        bar = QMenu(self)
        bar.setAccessibleName(self.tr("Menu"))
        self._rail.menu.use_menu(bar)
        self._main_actions: list[QAction] = []
        file = bar.addMenu(self.tr("&File"))
        self._add(file, self.tr("&Import from the old system …"), "", self._import)
        self._add(file, self.tr("&Standards …"), "", self.open_standards)
        self._add(file, self.tr("&Print …"), "Ctrl+P", self._print)
        if not self._demo:
            open_demo = partial(self._change_centre, Start.DEMO)
            self._add(file, self.tr("Open the &demo centre"), "", open_demo)
        file.addSeparator()
        self._add(file, self.tr("&Quit"), "Ctrl+Q", self.close)
        edit = bar.addMenu(self.tr("&Edit"))
        stack = self.app.undo_stack
        undo = self._add(edit, self.tr("&Undo"), "Ctrl+Z", self._undo)
        redo = self._add(edit, self.tr("&Redo"), "Ctrl+Y", self._redo)
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        for action, possible, changed in (
            (undo, stack.canUndo, stack.canUndoChanged),
            (redo, stack.canRedo, stack.canRedoChanged),
        ):
            action.setEnabled(possible())
            changed.connect(action.setEnabled)
        self._undo_action, self._redo_action = undo, redo
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self._add(edit, self.tr("&Find …"), "Ctrl+K", self.open_palette)
        training = bar.addMenu(self.tr("&Training"))
        self._add(training, self.tr("&New training …"), "Ctrl+N", self.book_new)
        training.addActions(self.calendar.training_actions)
        training.addSeparator()
        self._add(training, self.tr("&Ill, away or closed …"), "Ctrl+Shift+I", self.open_absence)
        view = bar.addMenu(self.tr("&View"))
        names = (
            *(self.tr("&Calendar"), self.tr("&My day"), self.tr("Ci&tizens")),
            *(self.tr("&Tasks"), self.tr("T&eams"), self.tr("&Waiting list and free times")),
        )
        for number, name in enumerate(names):
            self._add(view, name, f"Alt+{number + 1}", partial(self.show_place, number))
        view.addSeparator()
        view.addActions(self.calendar.view_actions)
        self.calendar.fill_view_menu(view)
        view.addSeparator()
        self._add(view, self.tr("&Light"), "", partial(self._restyle, mode="light"))
        self._add(view, self.tr("&Dark"), "", partial(self._restyle, mode="dark"))
        self._add(view, self.tr("&High contrast"), "", partial(self._restyle, mode="contrast"))
        self._add(view, self.tr("L&arger text"), "Ctrl++", partial(self._rescale, 0.25))
        self._add(view, self.tr("&Smaller text"), "Ctrl+-", partial(self._rescale, -0.25))
        view.addSeparator()
        self._add(view, self.tr("Da&nsk"), "", partial(self._restyle, language="da"))
        self._add(view, self.tr("&English"), "", partial(self._restyle, language="en"))
        assist = bar.addMenu(self.tr("&Help"))
        self._add(assist, self.tr("&Keys"), "F1", self.open_help)

    @Slot()
    def open_standards(self) -> None:
        """Show the standards, and take a file of one's own into use."""
        from trainer_desktop.ui.standards_dialog import StandardsDialog

        StandardsDialog(self.app, self).open()

    @Slot()
    def open_help(self) -> None:
        """Show every key."""
        groups = [
            (self.tr("Everywhere"), self._main_actions),
            (self.tr("The calendar"), self.calendar.view_actions),
            (self.tr("The chosen training"), self.calendar.training_actions),
        ]
        HelpDialog(groups, self).open()

    @Slot(str)
    def _name_undo(self, what: str) -> None:
        self._undo_action.setText(self._named(self.tr("&Undo"), what))

    @Slot(str)
    def _name_redo(self, what: str) -> None:
        self._redo_action.setText(self._named(self.tr("&Redo"), what))

    def _named(self, verb: str, what: str) -> str:
        """Undo with the name of what it takes back."""
        return f"{verb}: {what.replace('&', '&&')}" if what else verb

    def _add(self, menu: QMenu, text: str, key: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        self.addAction(action)
        self._main_actions.append(action)
        return action

    @Slot()
    def open_menu(self) -> None:
        """Open the menu that has every action."""
        self._rail.menu.open_menu()

    def _every_action(self) -> list[QAction]:
        return [*self._main_actions, *self.calendar.view_actions, *self.calendar.training_actions]

    def _connect(self) -> None:
        self._rail.chosen.connect(self.show_place)
        QShortcut(QKeySequence("F10"), self, self.open_menu)
        self.app.refused.connect(self.notices.refuse)
        self.app.failed.connect(self.notices.fail)
        self.app.contact.connect(self._show_contact)
        self.app.done.connect(self._show_toast)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.app.undo_stack.indexChanged.connect(self._steps_changed)
        self.app.changed.connect(self._hear)
        self.app.open_citizen.connect(self._open_citizen)
        self.app.book_wished.connect(self._ways.book)
        self.app.cancel_wished.connect(self._ways.cancel_at)
        self.app.open_day.connect(self._open_day)
        self.calendar.plan_wished.connect(self.plan)
        self.calendar.roster_wished.connect(self.open_roster)
        self.calendar.slot_wished.connect(self.open_slot)
        self._news = QTimer(self, interval=NEWS_EVERY)
        self._news.timeout.connect(self.app.look_for_news)
        self._news.start()
        self.app.others.connect(self._tell_of_others)

    # ---- slots

    @Slot(object)
    def _open_citizen(self, citizen_id: UUID) -> None:
        self.show_place(CITIZENS)
        self.citizens.open_citizen(citizen_id)

    @Slot(object, object)
    def _open_day(self, day: date, session_id: UUID | None) -> None:
        self.show_place(CALENDAR)
        self.calendar.show_day(day, session_id)

    @Slot(object)
    def _tell_of_others(self, actors: tuple[str, ...]) -> None:
        who = ", ".join(a for a in actors if a and a != self.app.user)
        if who:
            self._saved.setText(self.tr("Changed by {who} just now").format(who=who))

    @Slot(object)
    def _hear(self, _change: object) -> None:
        self._saved.setText(self.tr("Saved"))
        self._count_tasks()

    def _count_tasks(self) -> None:
        self.app.ask_later(self, self._show_count, lists.count_waiting, self._me)

    @Slot(object)
    def _show_count(self, count: int) -> None:
        self._rail.buttons[TASKS].show_count(count)

    @Slot(str)
    def _show_toast(self, text: str) -> None:
        self.notices.done(text, self.tr("Undo  Ctrl+Z"), self._take_back)

    @Slot()
    def _undo(self) -> None:
        """Undo the typing in a field that somebody has typed in since they came to it; else the last thing done."""
        if self._typed_in is None:
            self._take_back()
        else:
            self._typed_in.undo()

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Nothing has been typed yet in the field one comes to; what the program fills in does not count."""
        self._typed_in = None
        if isinstance(now, (QAbstractSpinBox, QLineEdit, QPlainTextEdit)):
            self._undo_keys.watch(now)
        field = now.lineEdit() if isinstance(now, QAbstractSpinBox) else now
        if isinstance(field, QLineEdit) and not field.property("watched"):
            field.setProperty("watched", True)
            field.textEdited.connect(partial(self._typing, field))
        elif isinstance(field, QPlainTextEdit):
            self._typed_in = field if field.document().isUndoAvailable() else None

    def _typing(self, field: QLineEdit, _text: str) -> None:
        self._typed_in = field

    @Slot()
    def _take_back(self) -> None:
        """Undo the last thing done, and say so, for it may be out of sight."""
        stack, what = self.app.undo_stack, self.app.undo_stack.undoText()
        stack.undo()
        if stack.canRedo() and stack.redoText() == what:
            said = self.tr("Undone: {what}").format(what=what)
            self.notices.done(said, self.tr("Redo  Ctrl+Y"), self._redo)

    @Slot()
    def _redo(self) -> None:
        if self._typed_in is not None:
            self._typed_in.redo()
            return
        stack, what = self.app.undo_stack, self.app.undo_stack.redoText()
        stack.redo()
        if stack.canUndo() and stack.undoText() == what:
            self._show_toast(what)

    @Slot(int)
    def _steps_changed(self, step: int) -> None:
        """Take the toast away when what it tells of is undone."""
        stack = self.app.undo_stack
        if isValid(stack) and step < stack.count():
            self.notices.forget_done()

    @Slot(bool)
    def _show_contact(self, there: bool) -> None:
        self._saved.setText(
            self.tr("Saved")
            if there
            else self.tr("No contact with the database since {time}").format(
                time=dates.clock(self.app.now())
            )
        )

    @Slot()
    def _print(self) -> None:
        page = self._stack.currentWidget()
        if page is self.calendar:
            self.calendar.print_page()
        else:
            for name in ("my_day", "teams", "absence"):
                if page is self.__dict__.get(name):
                    getattr(self, name).print_page()

    @Slot()
    def _import(self) -> None:
        """Move in; never into the demo: one's own centre is opened for it."""
        if self._demo:
            self._change_centre(Start.MOVE_IN)
        else:
            self.move_in()

    def move_in(self) -> None:
        """Choose what to move in from."""
        from trainer_desktop.ui.import_dialog import ImportDialog

        ImportDialog(self.app, self).open()

    def _change_centre(self, start: Start) -> None:
        self.centre_wished = start
        self.close()

    def _restyle(self, *, mode: str = "", language: str = "") -> None:
        settings = self.app.settings
        settings.mode, settings.language = mode or settings.mode, language or settings.language
        self._start_anew()

    def _rescale(self, by: float) -> None:
        settings = self.app.settings
        settings.scale = min(2.0, max(1.0, settings.scale + by))
        self._start_anew()

    def _start_anew(self) -> None:
        self.restyle_wished = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(1100)
        self._find.setVisible(not narrow)
