"""Draws every page to PNG: for looking at, and for a machine without a display."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from trainer_desktop.rules.course import Form, State
from trainer_desktop.services import Store
from trainer_desktop.services.attendance import consequence, door, marking
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.calendar import session_list
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.centre import roster
from trainer_desktop.services.citizens import page as citizens
from trainer_desktop.services.citizens.page import CourseChoice
from trainer_desktop.services.courses import facts
from trainer_desktop.services.store.moments import monday_of
from trainer_desktop.services.teams import cards
from trainer_desktop.services.waiting import waiting_list
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.emphasis import Emphasis
from trainer_desktop.ui.calendar.grid.plan import Slot
from trainer_desktop.ui.calendar.moving.move_dialog import MoveDialog
from trainer_desktop.ui.calendar.moving.series_dialog import SeriesDialog
from trainer_desktop.ui.calendar.shown import Across, View
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.marking.door_dialog import DoorDialog
from trainer_desktop.ui.parts.refusal_card import RefusalPanel
from trainer_desktop.ui.pictures_gate import draw as draw_gate
from trainer_desktop.ui.pictures_setup import draw as draw_setup
from trainer_desktop.ui.places import CALENDAR, CITIZENS, MY_DAY, TASKS, TEAMS, WAITING

SIZE = (1440, 900)
MOMENT = datetime(2026, 11, 18, 10, 10, tzinfo=UTC)  # a Wednesday, 11.10 at the centre


def screenshot_clock() -> datetime:
    """The moment at which the pictures are taken."""
    return MOMENT


def looks() -> list[Settings]:
    """The ways in which every page is drawn: Danish light and dark, English, large text, high contrast."""
    return [
        Settings(),
        Settings(mode="dark"),
        Settings(language="en"),
        Settings(scale=1.5),
        Settings(mode="contrast"),
    ]


def suffix(settings: Settings) -> str:
    """What a picture's name tells of its look."""
    parts = [settings.language] if settings.language != "da" else []
    parts += [f"{round(settings.scale * 100)}"] if settings.scale != 1 else []
    return "-".join([*parts, settings.mode])


class Pictures:
    """One window, taken through its pages; whatever is changed for a picture is undone after it."""

    def __init__(self, store: Store, settings: Settings, folder: Path) -> None:
        self.folder = folder
        self.app = AppContext(store, settings)
        self.window = MainWindow(self.app, demo=True)
        self.window.resize(*SIZE)
        QCursor.setPos(-50, -50)  # nothing is under the pointer
        self.window.show()
        self.taken: list[Path] = []
        self._choices = self._with_room_left()

    def take(self, name: str, of: QWidget | None = None) -> None:
        """Save what the window shows, or one dialog of it."""
        self._settle()
        file = self.folder / f"{name}-{suffix(self.app.settings)}.png"
        (of or self.window).grab().save(str(file))
        self.taken.append(file)

    def every_page(self) -> list[Path]:
        """Take them all."""
        self._waiting_people()
        planned = self._calendar()
        self._views()
        self._hands(planned)
        self._booking()
        self._planner()
        self._boards()
        self._absence()
        citizen = planned.people[0].citizen_id if planned else None
        self._others(citizen)
        draw_setup(self.window, self.app, self.take, citizen)
        draw_gate(self.app, self.take, "Træningscenter Åsø")
        self._undo_all()
        return self.taken

    # ---- the calendar

    def _calendar(self) -> BlockCard | None:
        page = self.window.calendar
        self.take("day")
        blocks = list(page.view.blocks())
        coming = [b for b in blocks if b.look is Look.PLANNED and b.starts > self.app.now()]
        alone = [b for b in coming if b.people and not b.capacity]
        planned = max(alone, key=lambda b: len(b.marks), default=None)
        if planned:
            page.view.select_session(planned.id)
            self.take("day-selected")
            page.marking.mark(planned.people[0].id, State.CANCELLED)
            self.take("card-cancellation")
            self._dismiss()
            beside = next((b for b in coming if b.column == planned.column + 1), None)
            if beside:
                self._drag(planned, beside)
        waiting = [b for b in blocks if not b.capacity and b.people and self._begun(b)]
        begun = max(waiting, key=self._opened, default=None)
        if begun:
            page.view.select_session(begun.id)
            page.marking.mark(begun.people[0].id, State.MISSED)
            self.take("card-no-show")
            self._dismiss()
            page.marking.staff_late(begun.people[0].id)
            self.take("card-staff-late")
            self._dismiss()
        return planned

    def _views(self) -> None:
        page = self.window.calendar
        shown = page.shown
        page.look_at(shown.with_rooms_across())
        self.take("day-rooms")
        page.look_at(shown.with_across(Across.TEAMS))
        self.take("day-teams")
        page.look_at(shown.of_centre(None))
        page.view.select_session(None)
        page.choose_view(View.WEEK.value)
        self.take("week-centre")
        me = next(t for t in self.app.ask(roster.therapists) if t.short == self.app.user)
        page.show_week(shown.day, me)
        self.take("week-one")
        page.look_at(shown.as_view(View.MONTH).on(self.app.now().date() + timedelta(weeks=3)))
        self.take("month")
        page.look_at(shown.as_view(View.LIST))
        self.take("list")
        page.look_at(shown)

    def _hands(self, planned: BlockCard | None) -> None:
        """What the keyboard and the hand do: the cell, the pinboard, the waiting list, bringing out, the dialogs."""
        page = self.window.calendar
        page.view.setFocus()
        page.view.stand_on(Slot(2, datetime.combine(page.shown.day, time(11, 15))))
        self.take("cell")
        if planned is None:
            return
        page.view.select_session(planned.id)
        page.doing.bring_out(Emphasis.THERAPIST)
        self.take("bring-out")
        page.doing.bring_out(None)
        page.doing.cut()
        self.take("pinboard")
        page.pinboard.clear()
        page.show_waiting()
        self.take("waiting-drawer")
        page.booking_way.end()
        page.view.select_session(planned.id)
        page.doing.series()
        self._dialog("series", SeriesDialog)
        page.moving.by_keys()
        self._dialog("move", MoveDialog)
        page.marking.door(self._at_home() or planned.people[0].id)
        self._dialog("door", DoorDialog)
        page.zoom(5)
        self.take("zoom-5")
        page.zoom(15)

    def _at_home(self) -> UUID | None:
        """Somebody whose standard has steps for a closed door; trained at home, if anybody is."""
        today = self.app.now().date()
        lines = self.app.ask(session_list.lines, today, today + timedelta(days=7))
        for line in sorted(lines, key=lambda one: one.form is not Form.HOME):
            if self.app.ask(door.steps, line.participant_id).steps:
                return line.participant_id
        return None

    def _drag(self, block: BlockCard, onto: BlockCard) -> None:
        """A training in the hand, over a time that is taken."""
        view = self.window.calendar.view
        port, down = view.viewport(), Qt.MouseButton.LeftButton
        start, end = (view.box_of(b.id).topLeft() + QPoint(20, 14) for b in (block, onto))
        for kind, at in (
            (QEvent.Type.MouseButtonPress, start),
            (QEvent.Type.MouseMove, start + QPoint(12, 12)),
            (QEvent.Type.MouseMove, end),
        ):
            where = QPointF(at), QPointF(port.mapToGlobal(at))
            event = QMouseEvent(kind, *where, down, down, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(port, event)
        self.window.calendar.moving.explain()
        self.take("day-drag")
        view.drop_nothing()
        self.window.calendar.moving.to(block, onto.starts, onto.therapist_id)
        self.take("card-refusal")
        for card in self.window.findChildren(RefusalPanel):
            card.dismiss()

    # ---- booking and planning

    def _booking(self) -> None:
        page, day = self.window.calendar, self.window.calendar.shown.day
        page.booking_way.at(Slot(5, datetime.combine(day, time(12, 15))))
        page.booking_panel._words.setText("tim j")
        self.take("booking-refused")
        if page.booking_panel._nearest:
            page.booking_panel._take(page.booking_panel._nearest[0])
            self.take("booking")
        page.booking_way.end()
        palette = self.window.open_palette()
        palette.words.setText("jep")
        self.take("palette")
        palette.words.setText("om 2 uger")
        self.take("palette-day")
        palette.dismiss()

    def _planner(self) -> None:
        long = max(self._choices, key=self._room_and_nothing_booked, default=None)
        if long is None:
            return
        self.window.plan(long.course_id)
        planner = self.window.planner
        planner.wishes._days[1].setChecked(True)
        planner.wishes._days[3].setChecked(True)
        planner.wishes._span.setCurrentIndex(1)
        planner._search()
        self.take("planner")
        planner.wishes._only_days.setChecked(True)
        planner.wishes._until.setChecked(True)
        planner.wishes._last_day._keep(self.app.now().date() + timedelta(days=12))
        planner._search()
        self.take("planner-nothing")
        planner.closed.emit()

    # ---- boards

    def _boards(self) -> None:
        self.window.show_place(TEAMS)
        self.take("teams")
        self.window.show_place(WAITING)
        page = self.window.calendar
        cancelled = [b for b in page.view.blocks() if b.look in (Look.IN_TIME, Look.LATE_CANCEL)]
        coming = [b for b in cancelled if b.starts > self.app.now()]
        if coming:
            self.window.open_slot(coming[0].id)
        self.take("freed-times")
        self.window.waiting.show_list()
        self.take("waiting-list")

    def _absence(self) -> None:
        staff = next(s for s in self.app.ask(roster.therapists) if s.short == "OSM")
        self.window.open_absence(staff.id)
        page = self.window.absence
        monday = monday_of(self.app.now().date())
        page._from_day._keep(monday + timedelta(days=3))
        page._to_day._keep(monday + timedelta(days=8))
        page._search()
        self._settle()
        if page.hits:
            page._choose(page.hits[0], None)
        self.take("absence")
        page._carry_out()
        if page._carried_out:
            self.take("absence-calls")
            self.app.undo_stack.undo()
        page.closed.emit()

    def _others(self, citizen: object) -> None:
        self.window.show_place(MY_DAY)
        self.take("my-day")
        self.window.show_place(CITIZENS)
        self.take("citizens")
        if citizen:
            self.app.open_citizen.emit(citizen)
            self.take("citizen")
        self.window.show_place(TASKS)
        self.take("tasks")
        lines = self.window.tasks.table.cells().lines
        asked = [n for n, x in enumerate(lines) if x.thing and x.thing.reevaluation]
        row = max(asked, key=lambda n: len(lines[n].thing.reevaluation.evidence), default=None)
        if row is not None:
            self.window.tasks.table.selectRow(row)
            self.take("task-reevaluation")
            box = self.window.tasks.panel.box
            assert box
            box.whole.click()
            self.take("reevaluation")
        self.window.show_place(CALENDAR)

    # ---- what is needed for them

    def _with_room_left(self) -> list[CourseChoice]:
        """Running courses whose package holds some more."""
        found: dict[object, CourseChoice] = {}
        for letters in ("mik", "jen", "sør", "han", "lau"):
            for one in self.app.ask(citizens.course_choices, letters, 20):
                if (one.free or 0) >= 4:
                    found.setdefault(one.citizen_id, one)
        return list(found.values())

    def _room_and_nothing_booked(self, one: CourseChoice) -> tuple[int, int]:
        booked = self.app.ask(facts.account, one.course_id).ledger.booked
        return -booked, min(12, one.free or 0)

    def _waiting_people(self) -> None:
        """Some who wait; the demo's export knows of no waiting list."""
        wishes = ((45, ()), (30, (1, 3)), (45, (0, 2, 4)), (60, ()), (30, ()))
        for one, (minutes, days) in zip(self._choices, wishes, strict=False):
            text = one.name
            add = waiting_list.add
            self.app.do(text, add, one.course_id, Form.INDIVIDUAL, minutes, weekdays=days)
        team = next((t for t in self.app.ask(cards.teams)), None)
        if team and len(self._choices) > 5:
            course = self._choices[5].course_id
            self.app.do("team", waiting_list.add, course, Form.TEAM, 60, team_id=team.id)
        self._dismiss_toast()

    def _undo_all(self) -> None:
        while self.app.undo_stack.canUndo():
            self.app.undo_stack.undo()
        self._dismiss_toast()

    def _dialog(self, name: str, kind: type[QDialog]) -> None:
        for dialog in self.window.findChildren(kind):
            if dialog.isVisible():
                self.take(name, dialog)
                dialog.reject()
                dialog.deleteLater()

    def _dismiss_toast(self) -> None:
        if self.window.notices.toast:
            self.window.notices.toast.dismiss()

    def _begun(self, block: BlockCard) -> bool:
        now = self.app.now()
        waiting = block.look in (Look.PLANNED, Look.NEEDS_MARK)
        return waiting and block.starts <= now

    def _opened(self, block: BlockCard) -> int:
        """How many re-evaluations a no-show would open: the picture shows one that does."""
        mark = marking.Mark(State.MISSED)
        return len(self.app.ask(consequence.consequence, block.people[0].id, mark).opened)

    def _dismiss(self) -> None:
        card = self.window.calendar.marking.card
        if card:
            card.dismiss()

    def _settle(self) -> None:
        for _ in range(2):
            for _ in range(4):
                QApplication.processEvents()
            self.app._background.wait()
        for _ in range(4):
            QApplication.processEvents()

    def close(self) -> None:
        """Let go of the window."""
        self.window._news.stop()
        self.window.calendar.reading.stop()
        self._settle()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
