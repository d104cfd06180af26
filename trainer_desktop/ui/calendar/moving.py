"""Moving and stretching trainings, with the mouse or by keys: refused with what stands in the way and what is free."""

import uuid
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, Slot

from trainer_desktop.services import booking, free_times, roster
from trainer_desktop.services.booking import ObstacleCard, Wish
from trainer_desktop.services.cards import BlockCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.calendar_view import CalendarView
from trainer_desktop.ui.calendar.plan import Slot as Place
from trainer_desktop.ui.calendar.refusal_card import RefusalPanel
from trainer_desktop.ui.refusals import tr_obstacle

Target = tuple[uuid.UUID | None, uuid.UUID | None]
Way = tuple[str, str, str, Callable[[], object]]  # icon, words, note, what it does


class Moving(QObject):
    """Listens to a calendar's drags, and saves what can be."""

    def __init__(
        self,
        app: AppContext,
        view: CalendarView,
        target: Callable[[Place], Target],
        where: Callable[[], QPoint],
    ) -> None:
        """`target` answers the therapist and the room that a column stands for, `where` a point for cards."""
        super().__init__(view)
        self.app, self._view, self._target, self._where = app, view, target, where
        view.hovering.connect(self._hover)
        view.move_wished.connect(self._drop)
        view.stretch_wished.connect(self._stretch)

    @Slot()
    def by_keys(self) -> None:
        """Ask for day, time and therapist."""
        from trainer_desktop.ui.calendar.move_dialog import MoveDialog

        block = self._view.current()
        if block is None:
            return
        dialog = MoveDialog(self.app, block, self._view)
        dialog.wished.connect(self.to)
        dialog.open()

    def to(self, session_id: uuid.UUID, starts: datetime, therapist: uuid.UUID) -> None:
        """Move, or show what stands in the way, with what can be done."""
        text = self.tr("Moved to {day} {time}").format(
            day=dates.short_day(starts.date()), time=dates.clock(starts)
        )
        go = partial(booking.move, starts=starts, therapist_id=therapist)
        block = self._block(session_id)
        if block is None:
            return
        wish = Wish(None, therapist, block.room_id, starts, block.minutes, block.form)
        found = self._obstacles(block, wish)
        if not found:
            self.app.do(text, go, session_id)
            return
        said = (tr_obstacle(o.reason, dict(o.facts)) for o in found)
        lines = [note or title for title, note in said]
        panel = RefusalPanel(
            self._view.window(),
            self.tr("The training cannot be moved there"),
            lines,
            self._ways(block, wish),
            lambda why: self.app.do(text, go, session_id, override=why),
        )
        panel.place(self._where())

    def _ways(self, block: BlockCard, wish: Wish) -> list[Way]:
        """The nearest free times the same day, each to press, and another time."""
        staff = {s.short: s for s in self.app.ask(roster.therapists)}
        ways: list[Way] = []
        for who, when in self._free(block, wish):
            words = self.tr("Move to {who} {time}").format(who=who, time=dates.at_clock(when))
            go = partial(self.to, block.id, when, staff[who].id)
            ways.append(("calendar", words, staff[who].name, go))
        other = self.tr("Choose another time")
        note = self.tr("Another day, or another therapist")
        return [*ways, ("repeat", other, note, self.by_keys)]

    def _free(self, block: BlockCard, wish: Wish) -> list[tuple[str, datetime]]:
        """Two free times; where it lies already is no other place."""
        found = self.app.ask(free_times.colleagues, wish, block.id, 3)
        return [one for one in found if one != (block.therapist, block.starts)][:2]

    def _block(self, session_id: uuid.UUID) -> BlockCard | None:
        return next((b for b in self._view.blocks() if b.id == session_id), None)

    def _obstacles(self, block: BlockCard, wish: Wish) -> list[ObstacleCard]:
        return self.app.ask(booking.obstacles, wish, block.id)

    @Slot(object, object)
    def _hover(self, session_id: uuid.UUID, wished: tuple[Place, int]) -> None:
        place, minutes = wished
        block = self._block(session_id)
        if block is None:
            return
        therapist, room = self._target(place)
        wish = Wish(
            None,
            therapist or block.therapist_id,
            room or block.room_id,
            place.starts,
            minutes,
            block.form,
        )
        found = self._obstacles(block, wish)
        self._view.refuse_drag(self._reasons(block, wish, found) if found else ())

    def _reasons(self, block: BlockCard, wish: Wish, found: list[ObstacleCard]) -> tuple[str, ...]:
        lines = [self.tr("Cannot be laid here")]
        for obstacle in found[:2]:
            title, note = tr_obstacle(obstacle.reason, dict(obstacle.facts))
            lines.append(note or title)
        free = self._free(block, wish)
        if free:
            times = ", ".join(f"{who} {dates.at_clock(when)}" for who, when in free)
            lines.append(self.tr("Free: {times}.").format(times=times))
        stays = self.tr("Let go, and the training stays {time}.")
        lines.append(stays.format(time=dates.at_clock(block.starts)))
        return tuple(lines)

    @Slot(object, object)
    def _drop(self, session_id: uuid.UUID, place: Place) -> None:
        therapist, room = self._target(place)
        block = self._block(session_id)
        text = self.tr("Moved: {who} to {day} {time}").format(
            who=block.title if block else "",
            day=dates.short_day(place.starts.date()),
            time=dates.clock(place.starts),
        )
        self.app.do(
            text,
            booking.move,
            session_id,
            starts=place.starts,
            therapist_id=therapist,
            room_id=room,
        )

    @Slot(object, int)
    def _stretch(self, session_id: uuid.UUID, minutes: int) -> None:
        text = self.tr("Length changed to {n} minutes").format(n=minutes)
        self.app.do(text, booking.move, session_id, minutes=minutes)
