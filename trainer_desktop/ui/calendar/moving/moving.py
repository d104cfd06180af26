"""Moving, copying and stretching trainings, by mouse or keys: refused with what stands in the way and what is free."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot

from trainer_desktop.rules.checks import Level
from trainer_desktop.services.booking import booking, free_times, series
from trainer_desktop.services.booking.wish import ObstacleCard, Wish
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.centre import roster
from trainer_desktop.services.waiting import waiting_list
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.dragging import Carried, Hold
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.parts.refusal_card import RefusalPanel
from trainer_desktop.ui.refusals import tr_obstacle

Target = tuple[uuid.UUID | None, uuid.UUID | None]
Way = tuple[str, str, str, Callable[[], object]]  # icon, words, note, what it does
REST = 70  # milliseconds over a place until the reasons against it are looked up


class Moving(QObject):
    """Listens to a calendar's drags and keys, and saves what can be."""

    moved = Signal(object)  # session id

    def __init__(
        self,
        app: AppContext,
        view: CalendarView,
        target: Callable[[Place], Target],
        where: Callable[[], QPoint],
        chosen: Callable[[], BlockCard | None],
    ) -> None:
        """`target` answers who and which room a column stands for, `where` a point for cards, `chosen` what keys are for."""
        super().__init__(view)
        self.app, self._view, self._target, self._where = app, view, target, where
        self._chosen = chosen
        self._seen = app.saw()  # what the store held when something was taken in the hand
        self.pinned_at: dict[uuid.UUID, int] = {}  # and when each pinned training was cut out
        self._resting = QTimer(self, interval=REST, singleShot=True)
        self._resting.timeout.connect(self.explain)
        view.carried.connect(self._follow)
        view.dropped.connect(self._drop)
        view.nudged.connect(self._nudge)
        view.stretched.connect(self._stretch_by)

    @Slot()
    def by_keys(self) -> None:
        """Ask for day, time and therapist."""
        block = self._chosen()
        if block:
            self._ask_where(block)

    def _ask_where(self, block: BlockCard) -> None:
        from trainer_desktop.ui.calendar.moving.move_dialog import MoveDialog

        dialog = MoveDialog(self.app, block, self._view)
        seen = self.app.saw()

        def go(starts: datetime, therapist: uuid.UUID) -> None:
            dialog.accept()
            self.to(block, starts, therapist, seen=seen)

        dialog.wished.connect(go)
        dialog.open()

    def to(
        self,
        block: BlockCard,
        starts: datetime,
        therapist: uuid.UUID | None,
        room: uuid.UUID | None = None,
        *,
        seen: int | None = None,
    ) -> None:
        """Move, or show what stands in the way, with what can be done; who and where None: as now.

        `seen` is what the store held when the block was taken in the hand.
        """
        seen = self.app.saw() if seen is None else seen
        therapist, room = therapist or block.therapist_id, room or block.room_id
        go = partial(booking.move, starts=starts, therapist_id=therapist, room_id=room)
        wish = Wish(None, therapist, room, starts, block.minutes, block.form)
        text = self._moved_words(block, starts, therapist)

        def do(override: str = "") -> None:
            if self.app.do_as_seen(seen, text, go, block.id, override=override):
                self.moved.emit(block.id)

        found = self._obstacles(block, wish)
        if not found:
            do()
            return
        said = (tr_obstacle(o.reason, dict(o.facts)) for o in found)
        lines = [note or title for title, note in said]
        panel = RefusalPanel(
            self._view.window(),
            self.tr("The training cannot be moved there"),
            lines,
            self._ways(block, wish),
            do,
        )
        panel.place(self._where())

    def _moved_words(self, block: BlockCard, starts: datetime, therapist: uuid.UUID) -> str:
        said = self.tr("Moved: {who} to {day} {time}").format(
            who=block.title, day=dates.short_day(starts.date()), time=dates.clock(starts)
        )
        staff = {s.id: s.short for s in self.app.ask(roster.therapists)}
        short = staff.get(therapist, block.therapist)
        return said if short == block.therapist else f"{said}, {short}"

    def _ways(self, block: BlockCard, wish: Wish) -> list[Way]:
        """The nearest free times the same day, each to press, and another time."""
        staff = {s.short: s for s in self.app.ask(roster.therapists)}
        ways: list[Way] = []
        for who, when in self._free(block, wish):
            words = self.tr("Move to {who} {time}").format(who=who, time=dates.at_clock(when))
            go = partial(self.to, block, when, staff[who].id)
            ways.append(("calendar", words, staff[who].name, go))
        other = self.tr("Choose another time")
        note = self.tr("Another day, or another therapist")
        return [*ways, ("repeat", other, note, partial(self._ask_where, block))]

    def _free(self, block: BlockCard, wish: Wish) -> list[tuple[str, datetime]]:
        """Two free times; where it lies already is no other place."""
        found = self.app.ask(free_times.colleagues, wish, block.id, 3)
        return [one for one in found if one != (block.therapist, block.starts)][:2]

    def _obstacles(self, block: BlockCard, wish: Wish) -> list[ObstacleCard]:
        found = self.app.ask(booking.obstacles, wish, block.id)
        return [o for o in found if o.level is Level.REFUSE]

    # ---- in the hand

    def _seen_of(self, session_id: uuid.UUID) -> int:
        """What the store held when a training was taken up, or cut out earlier."""
        return self.pinned_at.get(session_id, self._seen)

    @Slot(object)
    def _follow(self, carried: Carried) -> None:
        """Show where it may land as soon as it is taken up; say why not once it rests over a place."""
        if carried.landing is None:
            self._seen = self.app.saw()  # taken up just now
        if carried.landing is None and carried.hold is not Hold.STRETCH:
            self._view.show_landing(self._landing(carried))
        if carried.hold is Hold.STRETCH or carried.may_land() is False:
            self._resting.start()
        else:
            self._resting.stop()

    def _landing(self, carried: Carried) -> list[int]:
        card = self._view.calendar()
        columns = card.columns if card else ()
        places = [
            (*self._target(Place(n, carried.block.starts)), c.day) for n, c in enumerate(columns)
        ]
        session = carried.block.id if carried.hold is Hold.MOVE else booking.NOBODY
        return self.app.ask(free_times.landings, self._wish_of(carried), places, session)

    def _wish_of(self, carried: Carried, place: Place | None = None) -> Wish:
        therapist, room = self._target(place) if place else (None, None)
        block = carried.block
        course = (
            block.people[0].course_id if carried.hold is not Hold.MOVE and block.people else None
        )
        return Wish(
            course,
            therapist or block.therapist_id,
            room or block.room_id,
            place.starts if place else block.starts,
            carried.minutes,
            block.form,
        )

    @Slot()
    def explain(self) -> None:
        """Say why what is in the hand cannot be laid where it is held."""
        carried = self._view.in_hand
        if carried is None:
            return
        place = carried.slot or Place(carried.block.column, carried.block.starts)
        wish = self._wish_of(carried, place)
        session = carried.block.id if carried.hold in (Hold.MOVE, Hold.STRETCH) else booking.NOBODY
        found = [
            o for o in self.app.ask(booking.obstacles, wish, session) if o.level is Level.REFUSE
        ]
        self._view.refuse_drag(self._reasons(carried, wish, found) if found else ())

    def _reasons(self, carried: Carried, wish: Wish, found: list[ObstacleCard]) -> tuple[str, ...]:
        lines = [self.tr("Cannot be laid here")]
        for obstacle in found[:2]:
            title, note = tr_obstacle(obstacle.reason, dict(obstacle.facts))
            lines.append(note or title)
        free = self._free(carried.block, wish)
        if free:
            times = ", ".join(f"{who} {dates.at_clock(when)}" for who, when in free)
            lines.append(self.tr("Free: {times}.").format(times=times))
        if carried.hold in (Hold.MOVE, Hold.STRETCH):
            stays = self.tr("Let go, and the training stays {time}.")
            lines.append(stays.format(time=dates.at_clock(carried.block.starts)))
        return tuple(lines)

    @Slot(object)
    def _drop(self, carried: Carried) -> None:
        self._resting.stop()
        block, place = carried.block, carried.slot
        if carried.refused or carried.may_land() is False:
            return
        if carried.hold is Hold.STRETCH:
            self._stretch(block, carried.minutes)
            return
        if place is None:
            return
        therapist, room = self._target(place)
        when = {"day": dates.short_day(place.starts.date()), "time": dates.clock(place.starts)}
        if carried.hold is Hold.COPY:
            text = self.tr("Copied: {who} to {day} {time}").format(who=block.title, **when)
            self.app.do(text, series.copy, block.id, place.starts, therapist)
        elif carried.hold is Hold.BOOK:
            text = self.tr("Booked: {who}, {day} {time}").format(who=block.title, **when)
            wish = self._wish_of(carried, place)
            if wish.room_id is None:
                wish = replace(wish, room_id=self.app.ask(free_times.free_room, wish))
            self.app.do(text, waiting_list.book_waiting, carried.thing, wish)
        else:
            self.to(block, place.starts, therapist, room, seen=self._seen_of(block.id))

    # ---- by keys

    @Slot(object, int, int)
    def _nudge(self, block: BlockCard, across: int, down: int) -> None:
        """Ctrl and an arrow: one step of time, or the next column."""
        plan = self._view.plan
        there = plan.neighbour(Place(block.column, block.starts), across, down)
        if there:
            therapist, room = self._target(there)
            self.to(block, there.starts, therapist, room)

    @Slot(object, int)
    def _stretch_by(self, block: BlockCard, steps: int) -> None:
        minutes = block.minutes + steps * self._view.plan.step
        if minutes >= 5:
            self._stretch(block, minutes)

    def _stretch(self, block: BlockCard, minutes: int) -> None:
        text = self.tr("Length changed to {n} minutes").format(n=minutes)
        self.app.do(text, booking.move, block.id, minutes=minutes)
