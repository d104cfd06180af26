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
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from trainer_desktop import paths
from trainer_desktop.demo import DEMO_USER
from trainer_desktop.settings import Settings
from trainer_desktop.ui.first_start import FirstStart, Start, StartTrouble, Waiting
from trainer_desktop.ui.gate.idle import Idle
from trainer_desktop.ui.reporting import Reporter

if TYPE_CHECKING:
    from trainer_desktop.services import Store
    from trainer_desktop.services.store.keys import Unlocked
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


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's window, waiting behind the lock."""

    store: "Store"
    context: "AppContext"
    window: "MainWindow"
    name: str


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
        self._demo = self._made = self._later = False
        self._restores: tuple[Path, Path, Unlocked | None] | None = None
        self._protects: Path | None = None  # what is to be put under lock when its window is closed
        self._seats: dict[str, Seat] = {}  # whose window waits behind the lock
        self._idle = Idle(self)
        self._idle.idle.connect(self.lock)

    def begin(self) -> None:
        """Open what the start names: the demo, a file, one's own centre, or ask."""
        if self._wanted.demo:
            self._open(Start.DEMO, None)
        elif self._wanted.database.startswith("postgres"):
            self._open_server()
        elif self._wanted.database:
            self._open(Start.FILE, Path(self._wanted.database))
        else:
            self._open_own()

    def _open_server(self) -> None:
        """A PostgreSQL server: who may is the server's own to say, and so are its copies."""
        from trainer_desktop.services.store import opening

        self._wait()
        try:
            self._store = opening.open_server(self._wanted.database, self._clock())
            self._take_up(Start.FILE)
        except Exception as wrong:  # noqa: BLE001 - told in the window, which is not there yet
            self._let_go()
            self._tell(wrong, self._open_server)

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
        before, self._front = self._front, widget
        if before is not None and before is not widget:
            before.hide()
            if all(before is not seat.window for seat in self._seats.values()):
                before.blockSignals(True)
                before.deleteLater()
        widget.show()

    @Slot(object, object)
    def _open(self, start: Start, file: Path | None) -> None:
        from trainer_desktop.services.store import opening

        if start is Start.DEMO_ANEW:
            opening.forget(opening.demo_file())
            start = Start.DEMO
        place = opening.demo_file() if start is Start.DEMO else file or opening.own_file()
        if self._gate(start, file, place):
            return
        self._open_now(start, file, None)

    def _gate(self, start: Start, file: Path | None, place: Path) -> bool:
        """Ask who it is, or put an open store under lock, before anything of it is shown; False where neither is needed."""
        from trainer_desktop.services.store import guarding, keys

        try:
            if not place.exists() or not keys.key_file(place).exists():
                return False
            if keys.needs_password(place):
                self._log_in(start, file, place)
                return True
            if start is Start.DEMO or self._later or not guarding.leads_over(place):
                return False
        except Exception as wrong:  # noqa: BLE001 - told as any trouble of a start
            self._tell(wrong, partial(self._open, start, file))
            return True
        self._lead_over(start, file, place)
        return True

    def _log_in(self, start: Start, file: Path | None, place: Path) -> None:
        from trainer_desktop.ui.gate.login_page import LoginPage

        page = LoginPage(place, self._wall, login=self._wanted.actor or self._settings.user)
        page.opened.connect(partial(self._open_now, start, file))
        page.forgotten.connect(lambda: self._forgotten(start, file, place, page.login.text()))
        page.closed.connect(self._end)
        self._show(page)

    def _forgotten(self, start: Start, file: Path | None, place: Path, login: str) -> None:
        from trainer_desktop.ui.gate.forgotten_page import ForgottenPage

        page = ForgottenPage(place, self._wall, login)
        page.opened.connect(partial(self._open_now, start, file))
        page.back.connect(partial(self._open, start, file))
        page.closed.connect(self._end)
        self._show(page)

    def _lead_over(self, start: Start, file: Path | None, place: Path) -> None:
        from trainer_desktop.ui.gate.first_user_page import FirstUserPage

        login = self._wanted.actor or self._settings.user
        page = FirstUserPage(place, self._wall, self._clock(), login)
        page.protected.connect(partial(self._open_now, start, file))
        page.folder_chosen.connect(self._keep_backup_folder)
        page.later.connect(partial(self._open_later, start, file))
        page.closed.connect(self._end)
        self._show(page)

    @Slot(str)
    def _keep_backup_folder(self, folder: str) -> None:
        self._settings.backup_folder = folder

    def _open_later(self, start: Start, file: Path | None) -> None:
        self._later = True  # asked again at the next start
        self._open(start, file)

    def _clock(self) -> Callable[[], datetime]:
        from trainer_desktop.services.store import opening

        fixed = self._wanted.now
        return (lambda: fixed.astimezone(UTC)) if fixed else opening.now

    def _wall(self) -> datetime:
        from trainer_desktop.services.store import opening

        return self._clock()().astimezone(opening.COPENHAGEN).replace(tzinfo=None)

    def _open_now(self, start: Start, file: Path | None, unlocked: "Unlocked | None") -> None:
        from trainer_desktop.demo import centre as demo_centre
        from trainer_desktop.services.store import guarding, opening

        place = opening.demo_file() if start is Start.DEMO else file or opening.own_file()
        makes = start in (Start.MOVE_IN, Start.OWN)
        waiting = None if _opens_at_once(place) else self._wait()
        progress = waiting.step if waiting else _unseen
        clock = self._clock()
        try:
            if unlocked:
                self._store = opening.open_store(place, clock, unlocked=unlocked)
                guarding.first(self._store)
            elif start is Start.DEMO:
                self._store = demo_centre.open_demo(clock=clock, progress=progress)
            else:
                self._made = makes and not opening.own_file().exists()
                self._store = opening.open_store(file or opening.own_file(), clock, make=makes)
            self._demo = start is Start.DEMO or opening.is_demo(file)
            self._take_up(start)
        except Exception as wrong:  # noqa: BLE001 - told in the window, which is not there yet
            self._let_go()
            self._tell(wrong, partial(self._open, start, file))

    @Slot()
    def _protect_now(self) -> None:
        """Set-up asked for it: the window closes, and the store is put under lock."""
        assert self._window
        assert self._store
        self._protects = self._store.file
        self._window.close()

    @Slot(object)
    def _restore_now(self, copy: Path) -> None:
        """A copy is to take the store's place: the window closes first."""
        assert self._window
        assert self._store
        file = self._store.file
        assert file
        self._restores = copy, file, self._store.unlocked
        self._window.close()

    def _put_back(self, copy: Path, file: Path, unlocked: "Unlocked | None") -> None:
        from trainer_desktop.services.store import backups

        try:
            backups.restore(copy, file, backups.unlocked_for(copy, unlocked))
        except Exception as wrong:  # noqa: BLE001 - told as any trouble of a start
            self._tell(wrong, partial(self._open, Start.FILE, file))
            return
        self._open(Start.FILE, file)

    def _choose_copy(self, file: Path) -> None:
        """From a start that cannot go on: a copy is chosen, and put where the store was."""
        name, _kind = QFileDialog.getOpenFileName(
            None, self.tr("The copy that is put back"), str(file.parent), "*.db"
        )
        if not name:
            return
        copy = Path(name)
        from trainer_desktop.services.store import keys
        from trainer_desktop.ui.gate.login_page import LoginPage

        try:
            locked = keys.needs_password(copy)
        except keys.NoKey as wrong:
            self._tell(wrong, partial(self._open, Start.FILE, file))
            return
        if not locked:
            self._put_back(copy, file, None)
            return
        page = LoginPage(copy, self._wall, login=self._settings.user)
        page.opened.connect(lambda unlocked: self._put_back(copy, file, unlocked))
        page.forgotten.connect(partial(self._tell_code_first, file))
        page.closed.connect(self._end)
        self._show(page)

    def _tell_code_first(self, file: Path) -> None:
        """A copy's forgotten password is replaced once the copy is where the store was."""
        self._open(Start.FILE, file)

    @Slot()
    def lock(self) -> None:
        """Hide everything behind the question who sits down; each finds the own window again."""
        store, window, context = self._store, self._window, self._context
        if not (store and store.unlocked and store.file and window and context):
            return
        from trainer_desktop.ui.gate.login_page import LoginPage

        self._idle.stop()
        window.keep_drafts()
        login = store.unlocked.login
        self._seats.pop(login, None)
        self._seats[login] = Seat(store, context, window, self._name_of(store))
        here = tuple((who, seat.name) for who, seat in reversed(self._seats.items()))
        page = LoginPage(store.file, self._wall, login=login, here=here)
        page.opened.connect(self._sit_down)
        page.forgotten.connect(self._forgotten_behind_the_lock)
        page.closed.connect(self._end)
        self._store = self._context = self._window = None
        self._show(page)

    def _name_of(self, store: "Store") -> str:
        from trainer_desktop.services.store import users

        with store.read() as work:
            card = users.me(work)
        return card.name if card else store.actor

    def _sit_down(self, unlocked: "Unlocked") -> None:
        seat = self._seats.get(unlocked.login)
        first = next(iter(self._seats.values()))
        if seat is None:
            assert first.store.file
            self._open_now(Start.FILE, first.store.file, unlocked)
            return
        self._store, self._context, self._window = seat.store, seat.context, seat.window
        self._seats.pop(unlocked.login)
        self._show(seat.window)
        seat.window.activateWindow()
        seat.context.look_for_news()
        self._count_idleness()

    @Slot()
    def _forgotten_behind_the_lock(self) -> None:
        from trainer_desktop.ui.gate.forgotten_page import ForgottenPage

        first = next(iter(self._seats.values()))
        assert first.store.file
        page = ForgottenPage(first.store.file, self._wall)
        page.opened.connect(self._sit_down)
        page.back.connect(self._lock_again)
        page.closed.connect(self._end)
        self._show(page)

    @Slot()
    def _lock_again(self) -> None:
        login, seat = next(reversed(self._seats.items()))
        self._store, self._context, self._window = seat.store, seat.context, seat.window
        self._seats.pop(login)
        self.lock()

    def _count_idleness(self) -> None:
        if self._store and self._store.unlocked:
            self._idle.start(self._settings.idle_minutes)
        else:
            self._idle.stop()

    def _take_up(self, start: Start) -> None:
        assert self._store
        if self._store.unlocked:
            self._settings.user = self._store.actor  # whose initials stand there next time
        else:
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
        from trainer_desktop.services.store import opening
        from trainer_desktop.ui.app_context import AppContext
        from trainer_desktop.ui.main_window import MainWindow

        assert self._store
        self._context = AppContext(self._store, self._settings)
        window = MainWindow(self._context, demo=self._demo)
        self._window = window
        self._reporter.wrong.connect(window.notices.fail)
        window.closed.connect(self._closed)
        window.lock_wished.connect(self.lock)
        self._context.protect_wished.connect(self._protect_now)
        self._context.restore_wished.connect(self._restore_now)
        self._count_idleness()
        if place:
            window.calendar.look_at(place)  # type: ignore[arg-type]
        self._show(window)
        if draft:
            window.calendar.booking_way.take_up(draft)  # type: ignore[arg-type]
        if self._bad:
            window.notices.tell_settings(self._bad)
            self._bad = ()
        if self._wanted.now is None and not self._demo:
            window.tell_of_clock(opening.clock_behind(self._store))
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
        self._back_up(context)
        context.close()
        self._context = None
        back, self._restores = self._restores, None
        file, self._protects = self._protects, None
        if back is not None:
            self._put_back(*back)
        elif file is not None:
            self._lead_over(Start.FILE, file, file)
        elif other is not None:
            self._open(other, None)
        else:
            self._end()

    def _back_up(self, context: "AppContext") -> None:
        """The day's copy, at its close; what keeps it from being taken is in the log, and told at the next start."""
        if not self._demo and self._store and self._store.file:
            from trainer_desktop.services.store.keeping import daily_copy

            context.stop()
            daily_copy(self._store, self._settings, closing=True)

    def _let_go(self) -> None:
        if self._context:
            self._context.close()
        elif self._store:
            self._store.close()
        self._store = self._context = None

    def _tell(self, wrong: Exception, again: Callable[[], object]) -> None:
        from trainer_desktop.services.store.trouble import Trouble, trouble_of
        from trainer_desktop.ui.reporting import as_text, fault_of, log
        from trainer_desktop.ui.troubles import PUT_BACK, tr_trouble

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
        broken = known is not None and known[0] in PUT_BACK
        from trainer_desktop.services.store import opening

        place = Path(self._wanted.database) if self._wanted.database else opening.own_file()
        card = StartTrouble(
            *words, again, self._ask, partial(self._choose_copy, place) if broken else None
        )
        card.closed.connect(self._end)
        self._show(card)

    @Slot()
    def _end(self) -> None:
        self._idle.stop()
        for seat in self._seats.values():
            seat.window.blockSignals(True)
            seat.context.close()
        self._seats.clear()
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
