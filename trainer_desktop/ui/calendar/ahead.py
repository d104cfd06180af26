"""The days or weeks beside what is shown, read ahead on a worker, so that a step only has to be painted."""

from PySide6.QtCore import QObject

from trainer_desktop.services.calendar.cards import CalendarCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.shown import Shown, View


class Ahead(QObject):
    """Keeps what was read ahead until anything changes."""

    def __init__(self, app: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.app = app
        self._kept: dict[Shown, CalendarCard] = {}
        self._round = 0

    def take(self, shown: Shown) -> CalendarCard | None:
        """What was read ahead; handed over once, for the next look must be fresh."""
        return self._kept.pop(shown, None)

    def forget(self) -> None:
        """Something has changed: what was read, or is being read, does not hold any more."""
        self._round += 1
        self._kept.clear()

    def read_beside(self, shown: Shown) -> None:
        """Read one step on and one back."""
        if shown.view not in (View.DAY, View.WEEK):
            return
        beside = (shown.stepped(1), shown.stepped(-1))
        self._kept = {one: card for one, card in self._kept.items() if one in beside}
        for one in beside:
            if one not in self._kept:
                number = self._round

                def keep(card: CalendarCard, one: Shown = one, number: int = number) -> None:
                    if number == self._round:
                        self._kept[one] = card

                self.app.ask_later(self, keep, one.read)
