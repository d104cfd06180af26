"""One run of the program: which centre is open, the window on it, and what happens when it closes."""

import getpass
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from trainer_desktop import paths
from trainer_desktop.demo import DEMO_USER
from trainer_desktop.settings import Settings
from trainer_desktop.ui.first_start import FirstStart, Start, StartTrouble, Waiting
from trainer_desktop.ui.reporting import Reporter

if TYPE_CHECKING:
    from trainer_desktop.services import Store
    from trainer_desktop.ui.app_context import AppContext
    from trainer_desktop.ui.main_window import MainWindow

AT_ONCE = 100_000_000  # bytes of a store that opens before anybody would look for a sign


@dataclass(frozen=True, slots=True)
class Opening:
    """What a start is to open, as it was typed: nothing means one's own centre, or the question."""

    demo: bool = False
    database: str = ""
    actor: str = ""
    now: datetime | None = None


class Running(QObject):
    """Opens a centre, keeps its window, and opens it anew after a change of look, language or centre."""

    def __init__(
        self,
        app: QApplication,
        wanted: Opening,
        settings: Settings,
        bad_settings: tuple[str, ...],
        reporter: Reporter,
        dress: Callable[[QApplication, Settings], None],
    ) -> None:
        super().__init__(app)
        self._app, self._wanted, self._settings = app, wanted, settings
        self._bad, self._reporter, self._dress = bad_settings, reporter, dress
        self._store: Store | None = None
        self._context: AppContext | None = None
        self._window: MainWindow | None = None
        self._front: QWidget | None = None
        self._demo = self._made = False

    def begin(self) -> None:
        """Open what the start names: the demo, a file, one's own centre, or ask."""
        if self._wanted.demo:
            self._open(Start.DEMO, None)
        elif self._wanted.database:
            self._open(Start.FILE, Path(self._wanted.database))
        else:
            self._open_own()

    def _open_own(self) -> None:
        from trainer_desktop.services.store import opening

        try:
            there = opening.own_file().exists() or opening.was_there(opening.own_file())
        except OSError as wrong:
            self._tell(wrong, self._open_own)
            return
        if there:
            self._open(Start.FILE, opening.own_file())
        else:
            self._ask()

    def _wait(self) -> Waiting:
        waiting = Waiting()
        self._show(waiting)
        self._app.processEvents()
        return waiting

    def _ask(self) -> None:
        first = FirstStart()
        first.chosen.connect(self._open)
        first.closed.connect(self._end)
        self._show(first)

    def _show(self, widget: QWidget) -> None:
        if self._front is not None:
            self._front.blockSignals(True)
            self._front.hide()
            self._front.deleteLater()
        self._front = widget
        widget.show()

    @Slot(object, object)
    def _open(self, start: Start, file: Path | None) -> None:
        from trainer_desktop.demo import centre as demo_centre
        from trainer_desktop.services.store import opening

        if start is Start.DEMO_ANEW:
            opening.forget(opening.demo_file())
            start = Start.DEMO
        place = opening.demo_file() if start is Start.DEMO else file or opening.own_file()
        makes = start in (Start.MOVE_IN, Start.OWN)
        waiting = None if _opens_at_once(place) else self._wait()
        progress = waiting.step if waiting else _unseen
        fixed = self._wanted.now
        clock = (lambda: fixed.astimezone(UTC)) if fixed else opening.now
        try:
            if start is Start.DEMO:
                self._store = demo_centre.open_demo(clock=clock, progress=progress)
            else:
                self._made = makes and not opening.own_file().exists()
                self._store = opening.open_store(file or opening.own_file(), clock, make=makes)
            self._demo = start is Start.DEMO or opening.is_demo(file)
            self._take_up(start)
        except Exception as wrong:  # noqa: BLE001 - told in the window, which is not there yet
            self._let_go()
            self._tell(wrong, partial(self._open, start, file))

    def _take_up(self, start: Start) -> None:
        assert self._store
        self._store.actor = (
            self._wanted.actor or self._settings.user or (DEMO_USER if self._demo else _login())
        )
        from trainer_desktop.ui.collecting import Collector

        if self.findChild(Collector) is None:
            Collector(self)
        self._look_out(moving_in=start is Start.MOVE_IN)

    def _look_out(
        self, *, moving_in: bool = False, place: object = None, draft: object = None
    ) -> None:
        """Make the window on the store that is open."""
        from trainer_desktop.ui.app_context import AppContext
        from trainer_desktop.ui.main_window import MainWindow

        assert self._store
        self._context = AppContext(self._store, self._settings)
        window = MainWindow(self._context, demo=self._demo)
        self._window = window
        self._reporter.wrong.connect(window.notices.fail)
        window.closed.connect(self._closed)
        if place:
            window.calendar.look_at(place)  # type: ignore[arg-type]
        self._show(window)
        if draft:
            window.calendar.booking_way.take_up(draft)  # type: ignore[arg-type]
        if self._bad:
            window.notices.tell_settings(self._bad)
            self._bad = ()
        if moving_in:
            QTimer.singleShot(0, window, window.move_in)

    @Slot()
    def _closed(self) -> None:
        window, context = self._window, self._context
        assert window
        assert context
        with_look, other = window.restyle_wished, window.centre_wished
        where = window.whereabouts()
        shown, draft = window.calendar.shown, window.calendar.booking_way.draft()
        self._settings.write(paths.data_folder() / "settings.json")
        self._reporter.wrong.disconnect(window.notices.fail)
        self._window = None
        if with_look:
            context.stop()
            self._dress(self._app, self._settings)
            self._look_out(place=shown, draft=draft)
            made: MainWindow | None = self._window  # by `_look_out`
            assert made
            made.go_to(where)
            context.deleteLater()
            return
        context.close()
        self._context = None
        if other is not None:
            self._open(other, None)
        else:
            self._end()

    def _let_go(self) -> None:
        if self._context:
            self._context.close()
        elif self._store:
            self._store.close()
        self._store = self._context = None

    def _tell(self, wrong: Exception, again: Callable[[], object]) -> None:
        from trainer_desktop.services.store.trouble import Trouble, trouble_of
        from trainer_desktop.ui.reporting import as_text, fault_of, log
        from trainer_desktop.ui.troubles import tr_trouble

        known = trouble_of(wrong)
        if known is None and isinstance(wrong, _refused()):
            known = Trouble.BUSY, ""
        if known:
            log.warning("start: %s", known[0].name)
            words = tr_trouble(*known)
        else:
            fault = fault_of(wrong)
            log.error("start: %s", as_text(fault))
            words = self.tr("The program could not start"), as_text(fault)
        card = StartTrouble(*words, again, self._ask)
        card.closed.connect(self._end)
        self._show(card)

    @Slot()
    def _end(self) -> None:
        if self._made and self._store and self._store.file:
            from trainer_desktop.services.store import opening

            opening.forget_if_empty(self._store.file)
        self._app.quit()


def _login() -> str:
    """The name that the machine knows whoever sits here by, until users have names of their own."""
    try:
        return getpass.getuser()
    except OSError:  # a machine that knows nobody
        return ""


def _opens_at_once(file: Path) -> bool:
    """Whether a store is there and small enough that nobody needs to be asked to wait."""
    with suppress(OSError):
        return 0 < file.stat().st_size < AT_ONCE
    return False


def _unseen(_what: str, _done: int, _of: int) -> bool:
    return True


def _refused() -> type[Exception]:
    from trainer_desktop.rules.refusal import Refused

    return Refused
