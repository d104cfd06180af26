"""What keys and menus do with the chosen training."""

import uuid
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Slot

from trainer_desktop.rules.course import State
from trainer_desktop.services.attendance.look import TO_MARK
from trainer_desktop.services.booking import booking
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.emphasis import Emphasis, brought_out
from trainer_desktop.ui.calendar.grid.plan import Slot as Place
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.calendar.moving.moving import Moving, Target
from trainer_desktop.ui.calendar.side.pinboard import Pinboard
from trainer_desktop.ui.calendar.side.side_panel import SidePanel
from trainer_desktop.ui.marking.marking import Marking
from trainer_desktop.ui.parts.refusal_card import RefusalPanel


class Chosen(Protocol):
    """The calendar's page, as far as the chosen training goes."""

    def chosen_block(self) -> BlockCard | None:
        """The chosen training."""

    def choose_person(self, participant_id: uuid.UUID) -> None:
        """Choose one of a team's people."""

    def beside_selected(self) -> QPoint:
        """A point beside the chosen training, for a card."""

    def target(self, place: Place) -> Target:
        """The therapist and the room that a column stands for."""


class Doing(QObject):
    """Marks, moves out and in, removes, and brings out."""

    def __init__(
        self,
        app: AppContext,
        page: Chosen,
        view: CalendarView,
        side: SidePanel,
        marking: Marking,
        moving: Moving,
        pinboard: Pinboard,
    ) -> None:
        super().__init__(view)
        self._app, self._page, self._view, self._side = app, page, view, side
        self._marking, self._moving, self._pinboard = marking, moving, pinboard
        self._emphasis: Emphasis | None = None
        inspector = side.inspector
        inspector.mark_wished.connect(marking.mark)
        inspector.late_wished.connect(marking.late)
        inspector.unmark_wished.connect(marking.unmark)
        inspector.staff_late_wished.connect(marking.staff_late)
        inspector.door_wished.connect(marking.door)
        inspector.move_wished.connect(moving.by_keys)
        pinboard.lay_wished.connect(self._lay_pinned)
        moving.moved.connect(self._moved)

    def mark(self, state: State) -> None:
        """Note how the chosen training went."""
        card = self._side.inspector.card
        if card:
            self._marking.mark(card.participant_id, state)

    def choose_citizen(self, citizen_id: uuid.UUID) -> uuid.UUID | None:
        """Choose one citizen of the chosen training, who may be one of a team; answers the place, None when there is none."""
        block = self._view.current()
        people = block.people if block else ()
        person = next((one.id for one in people if one.citizen_id == citizen_id), None)
        if person:
            self._page.choose_person(person)
        return person

    def mark_citizen(self, citizen_id: uuid.UUID, state: State) -> None:
        """Note how the chosen training went for one citizen, who may be one of a team."""
        person = self.choose_citizen(citizen_id)
        if person:
            self._marking.mark(person, state)

    def late(self) -> None:
        """Note that the citizen came late."""
        card = self._side.inspector.card
        if card and card.look in TO_MARK:
            self._marking.late(card.participant_id)

    def unmark(self) -> None:
        """Take the mark away."""
        card = self._side.inspector.card
        if card and card.look not in TO_MARK:
            self._marking.unmark(card.participant_id)

    def remove(self) -> None:
        """Take back a booking made by mistake."""
        block = self._page.chosen_block()
        if not block or block.look not in TO_MARK or block.capacity:
            return
        when = f"{dates.short_day(block.starts.date())} {dates.clock(block.starts)}"
        title = self.tr("Remove {who}, {when}?").format(who=block.title, when=when)
        said = self.tr("It leaves the calendar and the package, as if it had never been booked.")
        seen = self._app.saw()

        def go() -> None:
            text = self.tr("Removed: {who}").format(who=block.title)
            self._app.do_as_seen(seen, text, booking.remove, block.id)

        way = ("undo", self.tr("Remove it"), self.tr("It was booked by mistake"), go)
        panel = RefusalPanel(self._view.window(), title, [said], [way])
        panel.place(self._page.beside_selected())

    def series(self) -> None:
        """Change or cancel this one, this and the following, or all."""
        from trainer_desktop.ui.calendar.moving.series_dialog import SeriesDialog

        block = self._page.chosen_block()
        if block:
            SeriesDialog(self._app, block, self._view).open()

    def cut(self) -> None:
        """Take the chosen training out onto the pinboard."""
        block = self._page.chosen_block()
        if block and block.look in TO_MARK:
            self._moving.pinned_at[block.id] = self._app.saw()
            self._pinboard.pin(block)

    def paste(self) -> None:
        """Lay what was pinned first on the keyboard's cell."""
        block = self._pinboard.first()
        if block:
            self._lay_pinned(block)

    @Slot(object)
    def _lay_pinned(self, block: BlockCard) -> None:
        cell = self._view.cell
        if cell is None:
            return
        seen = self._moving.pinned_at.get(block.id)
        self._moving.to(block, cell.starts, *self._page.target(cell), seen=seen)

    @Slot(object)
    def _moved(self, session_id: uuid.UUID) -> None:
        self._pinboard.unpin(session_id)
        self._moving.pinned_at.pop(session_id, None)
        self._view.select_session(session_id)

    def bring_out(self, kind: Emphasis | None) -> None:
        """Bring some trainings out; the same key again shows all alike."""
        self._bring_out(None if kind is self._emphasis else kind)

    def stay_out(self) -> None:
        """Bring out the same for another chosen training."""
        self._bring_out(self._emphasis, keep=True)

    def _bring_out(self, kind: Emphasis | None, *, keep: bool = False) -> None:
        """Bring out what goes with the chosen training; `keep`: what is out stays when nothing does."""
        found = brought_out(kind, self._view.current()) if kind else None
        if keep and kind and found is None:
            return
        self._emphasis = kind if found else None
        self._view.bring_out(found[0] if found else None)
