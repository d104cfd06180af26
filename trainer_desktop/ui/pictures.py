"""Draws every page to PNG: for looking at, and for a machine without a display."""

from datetime import UTC, date, datetime, time
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication

from trainer_desktop.rules.course import State
from trainer_desktop.services import Store, attendance, roster
from trainer_desktop.services.cards import BlockCard, Look
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.plan import Slot
from trainer_desktop.ui.calendar.refusal_card import RefusalPanel
from trainer_desktop.ui.main_window import CITIZENS, MY_DAY, TASKS, MainWindow

SIZE = (1440, 900)
MOMENT = datetime(2026, 11, 18, 10, 10, tzinfo=UTC)  # a Wednesday, 11.10 at the centre


def screenshot_clock() -> datetime:
    """The moment at which the pictures are taken."""
    return MOMENT


class Pictures:
    """One window, taken through its pages."""

    def __init__(self, store: Store, settings: Settings, folder: Path) -> None:
        self.folder = folder
        self.app = AppContext(store, settings)
        self.window = MainWindow(self.app, demo=True)
        self.window.resize(*SIZE)
        QCursor.setPos(-50, -50)  # nothing is under the pointer
        self.window.show()
        self.taken: list[Path] = []

    def take(self, name: str) -> None:
        """Save what the window shows."""
        self._settle()
        file = self.folder / f"{name}-{self.app.settings.mode}.png"
        self.window.grab().save(str(file))
        self.taken.append(file)

    def every_page(self) -> list[Path]:
        """Take them all."""
        page = self.window.calendar
        self.take("day")
        blocks = page.view._items().blocks
        coming = [b for b in blocks if b.look is Look.PLANNED and b.starts > self.app.now()]
        alone = [b for b in coming if b.people and not b.capacity]
        planned = max(alone, key=lambda b: len(b.marks), default=None)
        if planned:
            page.view.select_session(planned.id)
            self.take("day-selected")
            page.marking.mark(planned.people[0].id, State.CANCELLED)
            self.take("card-cancellation")
            self._dismiss()
            self._drag(planned, next(b for b in coming if b.column == planned.column + 1))
        waiting = [b for b in blocks if not b.capacity and b.people and self._begun(b)]
        begun = max(waiting, key=self._opened, default=None)
        if begun:
            page.view.select_session(begun.id)
            page.marking.mark(begun.people[0].id, State.MISSED)
            self.take("card-no-show")
            self._dismiss()
        page.look_at(page.shown.with_rooms_across())
        self.take("day-rooms")
        page.look_at(page.shown.with_any_room())
        page.view.select_session(None)
        page.look_at(page.shown.of_centre(None))
        page.choose_view(1)
        self.take("week-centre")
        me = next(t for t in self.app.ask(roster.therapists) if t.short == self.app.user)
        page.show_week(page.shown.day, me)
        self.take("week-one")
        page.look_at(page.shown.of_centre(page._centres[0]))
        page.choose_view(0)
        self._booking(page.shown.day)
        self._others(planned.people[0].citizen_id if planned else None)
        return self.taken

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
        self.take("day-drag")
        view.drop_nothing()
        self.window.calendar.moving.to(block.id, onto.starts, onto.therapist_id)
        self.take("card-refusal")
        for card in self.window.findChildren(RefusalPanel):
            card.dismiss()

    def _booking(self, day: date) -> None:
        page = self.window.calendar
        page._book_at(Slot(5, datetime.combine(day, time(12, 15))))
        page._booking._words.setText("tim j")
        self.take("booking")
        page._end_booking()
        palette = self.window.open_palette()
        palette.words.setText("jep")
        self.take("palette")
        palette.dismiss()

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
        row = next((n for n, x in enumerate(lines) if x.thing and x.thing.reevaluation), None)
        if row is not None:
            self.window.tasks.table.selectRow(row)
            self.take("task-reevaluation")

    def _begun(self, block: BlockCard) -> bool:
        now = self.app.now()
        waiting = block.look in (Look.PLANNED, Look.NEEDS_MARK)
        return waiting and block.starts <= now

    def _opened(self, block: BlockCard) -> int:
        """How many re-evaluations a no-show would open: the picture shows one that does."""
        mark = attendance.Mark(State.MISSED)
        return len(self.app.ask(attendance.consequence, block.people[0].id, mark).opened)

    def _dismiss(self) -> None:
        card = self.window.calendar.marking.card
        if card:
            card.dismiss()

    def _settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
        self.app._background.wait()
        for _ in range(4):
            QApplication.processEvents()

    def close(self) -> None:
        """Let go of the window."""
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
