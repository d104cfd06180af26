"""What every page is handed: a way to ask, a way to do, and the news."""

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from trainer_desktop import paths
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import May, Right, may
from trainer_desktop.services import Change, Store, Work
from trainer_desktop.services.booking import undo as history
from trainer_desktop.services.store import access, news, users
from trainer_desktop.services.store.access import Looks
from trainer_desktop.services.store.opening import COPENHAGEN
from trainer_desktop.services.store.trouble import trouble_of
from trainer_desktop.settings import Settings
from trainer_desktop.ui.background import Background
from trainer_desktop.ui.guarded import guarded

P = ParamSpec("P")
T = TypeVar("T")
CLOCK = 20_000  # milliseconds
FOR_GOOD = (Reason.CHANGED_SINCE, Reason.GONE, Reason.IN_USE)  # what can never be taken back
PATIENCE = 0.08  # seconds: the window never waits longer for its turn to write; it says so instead


class AppContext(QObject):
    """Runs use cases and tells the pages what changed."""

    changed = Signal(object)  # Change
    done = Signal(str)  # what was just done, in the user's words
    refused = Signal(object)  # Refused
    failed = Signal(object)  # Exception
    open_citizen = Signal(object)  # citizen id
    open_day = Signal(object, object, object)  # day, session id or None, citizen id or None
    book_wished = Signal(object)  # course id
    citizen_wished = Signal(str)  # a new one, with what was typed already
    change_wished = Signal(object)  # citizen id
    course_wished = Signal(object)  # a new course, for this citizen
    cancel_wished = Signal(object, object, object)  # day, session id, citizen id
    others = Signal(object)  # the initials of those who changed something meanwhile
    contact = Signal(bool)  # whether the store answers
    day_changed = Signal(object, object)  # the day that has passed, and today
    status_wished = Signal(
        object, object, str, str
    )  # course, citizen, the name, the course's number
    protect_wished = Signal()  # the store is to be put under lock
    restore_wished = Signal(object)  # the copy that is to be put back
    copied = Signal()  # a copy of the store was taken
    minute = Signal()  # the clock has moved on

    def __init__(self, store: Store, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.settings = settings
        self.undo_stack = QUndoStack(self)
        self._background = Background(self)
        self._background.failed.connect(self.failed)
        self._writing_looks = threading.Lock()
        store.on_look = self._note_looks
        self._heard_to = self.ask(news.latest)
        self.rights: frozenset[Right] = self.ask(users.rights)
        self._role = self.ask(users.role)
        self._listening = False
        self._refused: Reason | None = None  # why the last act was refused
        self._closed = False
        self._in_contact = True
        self._day = self.now().date()
        self._clock = QTimer(self, interval=CLOCK)
        self._clock.timeout.connect(self.tick)
        self._clock.start()

    @property
    def user(self) -> str:
        """Who sits here: initials."""
        return self._store.actor

    @property
    def protected(self) -> bool:
        """Whether the store is under lock, so that somebody has logged in."""
        return self._store.unlocked is not None

    @property
    def embedded(self) -> bool:
        """Whether the store is a file of this computer, whose copies and keys are the program's own to keep."""
        return self._store.file is not None

    def may(self, right: Right) -> bool:
        """Whether whoever sits here may, at least in courses of their own: what the window shows."""
        return right in self.rights

    def may_in(self, right: Right, responsible: str) -> bool:
        """As `may`, in the course of a responsible therapist, named by initials."""
        own = self._role is not None and may(self._role, right) is May.OWN
        return self.may(right) and (not own or responsible == self.user)

    def _note_looks(self, looks: Looks) -> None:
        """Write down off the GUI thread who was looked at."""
        if self._closed:
            access.write_looks(self._store, looks)
            return
        self._background.run(self, lambda _done: None, partial(self._write_looks, looks))

    def _write_looks(self, looks: Looks) -> None:
        with self._writing_looks:
            access.write_looks(self._store, looks)

    def keep_settings(self) -> None:
        """Write down now what this computer prefers."""
        self.settings.write(paths.data_folder() / "settings.json")

    def clock(self) -> datetime:
        """The present moment, aware, as the store counts it."""
        return self._store.clock()

    def now(self) -> datetime:
        """The centre's wall time."""
        return self._store.clock().astimezone(COPENHAGEN).replace(tzinfo=None)

    def ask(self, query: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query."""
        with self._store.read() as work:
            return query(work, *args, **kwargs)

    @Slot()
    def tick(self) -> None:
        """Look at the clock: pages follow it over midnight."""
        before, self._day = self._day, self.now().date()
        if before != self._day:
            self.day_changed.emit(before, self._day)
        else:
            self.minute.emit()

    def saw(self) -> int:
        """What the user sees now; an act that is prepared for long hands it to `do` as `seen`."""
        return self._heard_to

    def do(
        self,
        text: str,
        use_case: Callable[Concatenate[Work, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Run a use case and offer to undo it; False when a rule refused.

        What somebody has changed since the pages were read is not written over.
        """
        return self.do_as_seen(self._heard_to, text, use_case, *args, **kwargs)

    def do_as_seen(
        self,
        seen: int,
        text: str,
        use_case: Callable[Concatenate[Work, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """As `do`, for an act that rests on what was seen earlier: a card, or a training in the hand."""
        change = self._run(seen, text, use_case, *args, **kwargs)
        if change is not None and change:
            self.undo_stack.push(_Done(self, text, change))
            self.done.emit(text)
        return change is not None

    def make(
        self,
        text: str,
        use_case: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        """Run a use case whose answer is wanted, such as a paper that is put on record; it is not undone."""
        made: list[T] = []

        def keeping(work: Work) -> None:
            made.append(use_case(work, *args, **kwargs))

        return made[0] if self._run(self._heard_to, text, keeping) is not None else None

    def ask_later(
        self,
        owner: QObject,
        then: Callable[[T], object],
        query: Callable[Concatenate[Work, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Run a slow query off the GUI thread, and hand `then` the answer."""
        self._background.run(owner, then, lambda: self.ask(query, *args, **kwargs))

    def run_later(
        self, owner: QObject, then: Callable[[T], object], work: Callable[[Store], T]
    ) -> None:
        """Hand a long job, such as an import, the store on a worker."""
        self._background.run(owner, then, lambda: work(self._store))

    def with_store(self, ask: Callable[[Store], T]) -> T:
        """Ask something of the store itself."""
        return ask(self._store)

    def with_store_refusing(self, act: Callable[[Store], object]) -> bool:
        """Do something with the store itself; what is refused or fails is told, and False answered."""
        try:
            act(self._store)
        except Refused as no:
            self.refused.emit(no)
            return False
        except Exception as wrong:
            if trouble_of(wrong) is None:
                raise
            self.failed.emit(wrong)
            return False
        return True

    def look_for_news(self) -> None:
        """Ask, off the GUI thread, what others have changed; pages hear of it as of one's own changes."""
        if self._listening or self._closed:
            return
        self._listening = True
        self._background.run(self, self._take_news, lambda: self._news_since(self._heard_to))

    def _news_since(self, seq: int) -> news.News | Exception | None:
        try:
            return self.ask(news.since, seq)
        except Exception as wrong:  # noqa: BLE001 - told on the GUI thread; the next look must come
            return wrong

    def _take_news(self, found: news.News | Exception | None) -> None:
        self._listening = False
        if isinstance(found, Exception):
            if isinstance(found, Refused) or trouble_of(found):
                self._say_contact(False)  # it is asked again, quietly
            else:
                self.failed.emit(found)
            return
        self._say_contact(True)
        if found is None or found.seq <= self._heard_to:
            return
        self._heard_to = found.seq
        self.changed.emit(found.change)
        self.others.emit(found.actors)

    def _say_contact(self, there: bool) -> None:
        if there is not self._in_contact:
            self._in_contact = there
            self.contact.emit(there)

    def heard(self) -> None:
        """Everything may have changed: an import was read."""
        self.undo_stack.clear()
        self._heard_to = self.ask(news.latest)
        self.changed.emit(None)

    def revert(self, text: str, change: Change) -> Change | None:
        """Take a change back; None when a rule refused."""
        return self._run(None, f"undo: {text}", history.revert, change)

    def keep_in_line(self, text: str, change: Change) -> None:
        """What could not be taken back now stays the next to be taken back: no older act goes in its place."""
        if self._refused in FOR_GOOD:
            return
        QTimer.singleShot(0, self, lambda: self.undo_stack.push(_Done(self, text, change)))

    def stop(self) -> None:
        """Finish what runs; the store stays open for another window."""
        self._closed = True
        self._background.wait()

    def close(self) -> None:
        """Finish what runs, and let go of the store."""
        self.stop()
        self._store.close()

    def _run(
        self,
        seen: int | None,
        text: str,
        use_case: Callable[Concatenate[Work, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Change | None:
        try:
            with (
                self._writing_looks,  # what is looked at here keeps nobody here from acting
                self._store.work(text, patience=PATIENCE, saw=seen) as work,
            ):
                use_case(work, *args, **kwargs)
        except Refused as refusal:
            self._refused = refusal.reason
            self.refused.emit(refusal)
            return None
        except Exception as wrong:
            if trouble_of(wrong) is None:
                raise
            self.failed.emit(wrong)
            return None
        change = work.change
        if change:
            if change.seq == self._heard_to + 1:
                self._heard_to = change.seq
                self.changed.emit(change)
            else:  # somebody else's lies between: what is shown must be of all of them
                self._take_news(self._news_since(self._heard_to))
        return change


@guarded
class _Done(QUndoCommand):
    """A use case that has been run, and how to take it back."""

    def __init__(self, app: AppContext, text: str, change: Change) -> None:
        super().__init__(text)
        self._app = app
        self._change = change
        self._pushed = False

    def redo(self) -> None:
        if self._pushed:
            self.undo()
        self._pushed = True  # push() calls redo() once, when the work is already done

    def undo(self) -> None:
        reverted = self._app.revert(self.text(), self._change)
        if reverted is None:
            self.setObsolete(True)
            self._app.keep_in_line(self.text(), self._change)
        else:
            self._change = reverted
