"""The main window: rail, page, status line, menus, and what floats above them."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QMenu,
    QWidget,
)

from trainer_desktop.rules.rights import Right
from trainer_desktop.services import Change
from trainer_desktop.services.calls import lists
from trainer_desktop.services.centre import roster
from trainer_desktop.services.store import backups, keeping
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.page import CalendarPage
from trainer_desktop.ui.first_start import Start
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.help_dialog import HelpDialog
from trainer_desktop.ui.keyboard import Keyboard
from trainer_desktop.ui.notices import Notices
from trainer_desktop.ui.palette import Palette
from trainer_desktop.ui.palette_ways import PaletteWays
from trainer_desktop.ui.parts.basics import Icon, Panel, Text, col, row
from trainer_desktop.ui.parts.fields import use_clock
from trainer_desktop.ui.parts.float_card import Scrim
from trainer_desktop.ui.parts.menu_button import FindButton
from trainer_desktop.ui.places import CALENDAR, SETUP, TASKS, Places
from trainer_desktop.ui.printing.pack_clock import PackClock, PackDialog
from trainer_desktop.ui.rail import Rail
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.undoing import Undoing

if TYPE_CHECKING:
    pass

SECOND_THOUGHT = 30_000  # milliseconds in which a second close leaves what is half-filled
TITLE = 36  # pixels that the window manager takes above the window
LATER = 3_000  # milliseconds after the start, when nobody waits for the first page any more
NEWS_EVERY = 2_000  # milliseconds between looks at what others have changed


@guarded
class MainWindow(Places):
    """Everything on the screen."""

    closed = Signal()
    lock_wished = Signal()

    def __init__(self, app: AppContext, *, demo: bool = False) -> None:
        super().__init__()
        self.app = app
        self._demo = demo
        use_clock(lambda: app.now().date())
        self.notices = Notices(self)
        self._undoing = Undoing(app, self.notices)
        self._ways = PaletteWays(self)
        self._told = False
        self.restyle_wished = False
        self.centre_wished: Start | None = None
        self.setWindowTitle("Trainer Desktop")
        self._build()
        self._make_menus()
        self._connect()
        staffed = bool(app.ask(roster.therapists))
        for number, button in enumerate(self._rail.buttons):
            button.setVisible(self.allowed(number))
        self.show_place(CALENDAR if staffed else SETUP)  # an empty centre says what to do next
        QTimer.singleShot(0, self, self._count_tasks)

    # ---- what others call

    # ---- pages: each is made when somebody first goes there

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
                ("setup", self.tr("Set-up"), "Alt+7"),
            ],
            ("list", self.tr("Menu"), "F10"),
        )
        self.calendar = CalendarPage(self.app)
        self._added(self.calendar)
        top = row(self._rail, (self._stack, 1), gap=0)
        whole = QWidget()
        column = col(top, self._status_line(), on=whole)
        column.setStretch(0, 1)
        self.setCentralWidget(whole)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(1440), room.width()), min(theme.px(900), room.height() - TITLE))

    def _status_line(self) -> Panel:
        ground, ink, soft = (
            ("accent", "on-accent", "on-accent") if self._demo else ("chrome", "text-2", "text-3")
        )
        line = Panel(ground, "t")
        line.setFixedHeight(theme.size("status-line"))
        staff = self.app.ask(roster.therapists)
        me = next((s for s in staff if s.short == self.app.user), None)
        self._me = me.id if me else None
        who = f"{me.short} · {me.name}" if me else self.app.user
        self._find = FindButton(self.tr("Find or do something"), "Ctrl+K")
        self._find.clicked.connect(self.open_palette)
        self._saved = Text(self.tr("Saved"), "small", ink)
        self._where = Text(self._place_name(), "small", ink)
        right: list[QWidget] = []
        self._open_text: Text | None = None
        if self._demo:
            right.append(Text(self.tr("Demo centre: opened without a password"), "small", ink))
        elif self.app.embedded and not self.app.protected:
            self._open_text = Text(self.tr("Opened without a password"), "small", "warn-text")
            right.append(self._open_text)
            # a hint that does not fit must not widen the window
            self._open_text.setHidden(self.screen().availableGeometry().width() < theme.px(1100))
        self._copied = Text("", "small", "bad-text")
        right.append(self._copied)
        right += [Icon("sync", ink if self._demo else "good", 15), self._saved]
        row(
            self._where,
            Text("·", "small", soft),
            Text(who, "small", ink),
            None,
            self._find,
            None,
            *right,
            gap=8,
            margins=(16, 0, 16, 0),
            on=line,
        )
        return line

    @Slot()
    def _copy_of_yesterday(self) -> None:
        """A start takes the copy that the last close did not take, off the GUI thread."""
        job = partial(keeping.daily_copy, settings=self.app.settings)
        self.app.run_later(self, lambda _made: self.say_copied(), job)

    @Slot(str, str)
    def _pack_failed(self, where: str, why: str) -> None:
        title = self.tr("The day's pack could not be saved")
        self.notices.tell(title, f"{where}: {why}")

    def _place_name(self) -> str:
        """Which centre is open; the demo says so."""
        places = self.app.ask(roster.centres)
        return places[0].name if places else self.tr("No centre yet")

    def _make_menus(self) -> None:
        bar = QMenu(self)
        bar.setAccessibleName(self.tr("Menu"))
        self._rail.menu.use_menu(bar)
        self._main_actions: list[QAction] = []
        file = bar.addMenu(self.tr("&File"))
        if self.app.may(Right.CHANGE_CITIZENS):
            self._add(file, self.tr("&New citizen …"), "Ctrl+Shift+N", self.new_citizen)
        if self.app.may(Right.SET_UP):
            self._add(file, self.tr("&Import from the old system …"), "", self._import)
        self._add(file, self.tr("&Standards …"), "", self.open_standards)
        self._add(file, self.tr("&Print …"), "Ctrl+P", self._print)
        self._add(file, self.tr("The d&ay's pack …"), "", self.print_pack)
        if not self._demo:  # made-up people lie in nobody's folder
            self._add(file, self.tr("The pack at a set ti&me …"), "", self.set_pack_clock)
        self._add(file, self.tr("Dri&ver's list …"), "", self.print_driver_list)
        if not self._demo:
            open_demo = partial(self._change_centre, Start.DEMO)
            self._add(file, self.tr("Open the &demo centre"), "", open_demo)
        else:
            own, anew = (partial(self._change_centre, s) for s in (Start.OWN, Start.DEMO_ANEW))
            self._add(file, self.tr("Open our &own centre"), "", own)
            self._add(file, self.tr("&Throw the demo away and make it again"), "", anew)
        file.addSeparator()
        if self.app.protected:
            self._add(file, self.tr("&Lock, or somebody else sits down"), "Ctrl+L", self._lock)
        self._add(file, self.tr("&Quit"), "Ctrl+Q", self.close)
        edit = bar.addMenu(self.tr("&Edit"))
        stack = self.app.undo_stack
        undo = self._add(edit, self.tr("&Undo"), "Ctrl+Z", self._undoing.undo)
        redo = self._add(edit, self.tr("&Redo"), "Ctrl+Y", self._undoing.redo)
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        # Never disabled: a disabled action's key is mute, and nothing left to undo is to be said.
        self._undo_action, self._redo_action = undo, redo
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        self._add(edit, self.tr("&Find …"), "Ctrl+K", self.open_palette)
        training = bar.addMenu(self.tr("&Training"))
        if self.app.may(Right.BOOK):
            self._add(training, self.tr("&New training …"), "Ctrl+N", self.book_new)
        training.addActions(self.calendar.training_actions)
        training.addSeparator()
        self._add(training, self.tr("&Ill, away or closed …"), "Ctrl+Shift+I", self.open_absence)
        view = bar.addMenu(self.tr("&View"))
        names = (
            *(self.tr("&Calendar"), self.tr("&My day"), self.tr("Ci&tizens")),
            *(self.tr("&Tasks"), self.tr("T&eams"), self.tr("&Waiting list and free times")),
            self.tr("&Set-up"),
        )
        for number, name in enumerate(names):
            self._add(view, name, f"Alt+{number + 1}", partial(self.show_place, number))
        self._add(view, self.tr("De&adlines"), "Alt+8", self.open_deadlines)
        self._add(view, self.tr("End statuses to &GPs"), "Alt+9", self.open_messages)
        view.addSeparator()
        view.addActions(self.calendar.view_actions)
        self.calendar.actions_of_calendar.fill_view_menu(view)
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
        self._keyboard = Keyboard(self._rail, self.give_focus)
        QShortcut(QKeySequence("F10"), self, self.open_menu)
        self._pack_clock = PackClock(self.app)
        self._pack_clock.failed.connect(self._pack_failed)
        if not self._demo:
            QTimer.singleShot(0, self._pack_clock, self._pack_clock.look)
            QTimer.singleShot(LATER, self, self._copy_of_yesterday)
        self.app.refused.connect(self.notices.refuse)
        self.app.failed.connect(self.notices.fail)
        self.app.copied.connect(self.say_copied)
        self.app.contact.connect(self._show_contact)
        self.app.changed.connect(self._hear)
        self.app.open_citizen.connect(self._open_citizen)
        self.app.book_wished.connect(self._ways.book)
        self.app.citizen_wished.connect(self.new_citizen)
        self.app.change_wished.connect(self.change_citizen)
        self.app.course_wished.connect(self.new_course)
        self.app.cancel_wished.connect(self._ways.cancel_at)
        self.app.status_wished.connect(self.open_status)
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
    def _tell_of_others(self, actors: tuple[str, ...]) -> None:
        who = ", ".join(a for a in actors if a and a != self.app.user)
        if who:
            self._saved.setText(self.tr("Changed by {who} just now").format(who=who))

    @Slot(object)
    def _hear(self, change: Change | None) -> None:
        self.hear_of_registers(change)
        self._where.setText(self._place_name())
        self._saved.setText(self.tr("Saved"))
        self._count_tasks()

    def _count_tasks(self) -> None:
        self.app.ask_later(self, self._show_count, lists.count_waiting, self._me)

    @Slot(object)
    def _show_count(self, count: int) -> None:
        self._rail.buttons[TASKS].show_count(count)

    @Slot(bool)
    def _show_contact(self, there: bool) -> None:
        self._saved.setText(
            self.tr("Saved")
            if there
            else self.tr("No contact with the database since {time}").format(
                time=dates.clock(self.app.now())
            )
        )

    def tell_of_clock(self, behind: timedelta) -> None:
        """Say that this computer's clock was set back: what is noted would seem older than it is."""
        if behind:
            hours = behind.total_seconds() / 3600
            note = self.tr(
                "The newest change here is {n} hours ahead of this computer's clock. Set the clock right before you go on."
            )
            self.notices.tell(self.tr("The clock is behind"), note.format(n=round(hours, 1)))

    @Slot()
    def say_copied(self) -> None:
        """The red mark: no good copy for longer than was set."""
        if self._demo or not self.app.embedded:
            return
        every = self.app.with_store(partial(keeping.there, settings=self.app.settings))
        now = self.app.now()
        if not backups.old(every, now, self.app.settings.backup_days):
            self._copied.setText("")
        elif every:
            said = self.tr("Last backup {day}")
            self._copied.setText(said.format(day=dates.short_date(every[0].at.date())))
        else:
            self._copied.setText(self.tr("No backup yet"))

    @Slot()
    def _lock(self) -> None:
        self.lock_wished.emit()

    @Slot()
    def _print(self) -> None:
        page = self._stack.currentWidget()
        if page is self.calendar:
            self.calendar.print_page()
        else:
            for name in (
                "my_day",
                "teams",
                "absence",
                "deadlines",
                "tasks",
                "reevaluation",
                "status",
            ):
                if page is self.__dict__.get(name):
                    getattr(self, name).print_page()

    @Slot()
    def print_pack(self) -> None:
        """Every paper of today and the next working days, in one."""
        from trainer_desktop.services.papers import pack
        from trainer_desktop.ui.printing.preview_dialog import preview

        preview(self, self.tr("The day's pack"), self.app, pack.pack, self.app.now().date())

    @Slot()
    def set_pack_clock(self) -> None:
        """Where the day's pack is saved every day, and when."""
        PackDialog(self.app, self._pack_clock, self).open()

    @Slot()
    def print_driver_list(self) -> None:
        """Whom to fetch on the day that the calendar shows."""
        from trainer_desktop.services.papers import pack
        from trainer_desktop.ui.printing.preview_dialog import preview

        preview(self, self.tr("Driver's list"), self.app, pack.driver_list, self.calendar.shown.day)

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
        """Say that it is closed, when it may be; something half-filled is shown first, and a second close leaves it."""
        self.keep_drafts()
        if self.half_filled() and not self._told and not self.restyle_wished:
            event.ignore()
            self.centre_wished = None
            self._told = True
            QTimer.singleShot(SECOND_THOUGHT, self, self._forget_told)
            self.show_half_filled()
            self.notices.ask_to_save()
            return
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()

    @Slot()
    def _forget_told(self) -> None:
        self._told = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the search field where the bar has no room for it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(1100)
        self._find.setVisible(not narrow)
        if self._open_text:
            self._open_text.setVisible(not narrow)
