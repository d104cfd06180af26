"""The day's pack in a folder at a set time: what a centre works from when everything is down."""

import time as clock
from datetime import date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from trainer_desktop.paths import write_whole
from trainer_desktop.rules.passwords import weakness
from trainer_desktop.services import Store
from trainer_desktop.services.papers import pack, pack_lock
from trainer_desktop.services.store.folders import outside
from trainer_desktop.services.store.news import site_of
from trainer_desktop.services.store.trouble import os_words
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import TimeField, all_read, labelled
from trainer_desktop.ui.right_words import tr_weakness
from trainer_desktop.ui.theme import theme

KEPT = 3  # packs in the folder, this one among them: they name people
NAME = "dagens-pakke-{day}.pdf"
AGAIN = timedelta(minutes=10)  # after which what went wrong is tried again
STALE = 3600  # seconds after which half a pack of a program that was ended is cleared away
Trouble = tuple[str, str]


class PackClock(QObject):
    """Writes it once a day, when its time has come, while the program runs; a missed one when it starts.

    It belongs to the centre whose window set it: no other store's people come into its folder.
    """

    failed = Signal(str, str)  # where, and why

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self._app = app
        self._done: date | None = None
        self._told: date | None = None
        self._next: datetime | None = None
        self._running = False
        app.minute.connect(self.look)

    @property
    def ours(self) -> bool:
        """Whether the folder was chosen for the centre that is open."""
        return bool(self._app.settings.pack_of == self._app.with_store(site_of))

    def again(self) -> None:
        """Try today's anew: the folder or the time is another now."""
        self._done = self._next = self._told = None
        self.look()

    @Slot()
    def look(self) -> None:
        """Write today's where it is due; nothing is asked of the folder on this thread."""
        settings, now = self._app.settings, self._app.now()
        if not settings.pack_folder or self._running or not self.ours:
            return
        early = now.time() < time.fromisoformat(settings.pack_at)
        if early or self._done == now.date() or (self._next and now < self._next):
            return
        self._running, self._next = True, now + AGAIN
        day, language = now.date(), settings.language
        folder = settings.pack_folder
        self._app.run_later(
            self, self._written, lambda store: (day, write(store, folder, day, language))
        )

    def _written(self, answer: tuple[date, Trouble | None]) -> None:
        self._running = False
        day, trouble = answer
        if trouble is None:
            self._done = day
        elif self._told != day:
            self._told = day
            self.failed.emit(*trouble)


def write(store: Store, folder: str, day: date, language: str) -> Trouble | None:
    """Write a day's and take away older ones; where it went wrong and why, in words."""
    try:
        file = Path(folder) / NAME.format(day=day)
        if file.is_file() and file.stat().st_size:
            return None
        with store.read() as work:
            pdf = pack_lock.lock(work, pack.pack(work, day, language))
        write_whole(file, pdf)
        _clear(file, day)
    except (OSError, ValueError) as wrong:
        return folder, os_words(wrong) if isinstance(wrong, OSError) else str(wrong)
    return None


def _clear(file: Path, day: date) -> None:
    """Keep the last three up to a day, and nothing half written; what lies ahead is somebody's own."""
    packs = [
        one for one in file.parent.glob(NAME.format(day="????-??-??")) if one.name <= file.name
    ]
    for one in sorted(packs)[:-KEPT]:
        one.unlink()
    for part in file.parent.glob(f".{NAME.format(day='*')}.*.part"):
        if clock.time() - part.stat().st_mtime > STALE:
            part.unlink()


@guarded
class PackDialog(QDialog):
    """The folder and the time, for this computer and the centre that is open."""

    def __init__(self, app: AppContext, pack_clock: PackClock, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._clock = app, pack_clock
        self.setWindowTitle(self.tr("The day's pack at a set time"))
        chosen = app.settings.pack_folder if pack_clock.ours else ""
        self.folder = QLineEdit(chosen)
        self.at = TimeField(time.fromisoformat(app.settings.pack_at))
        choose = Button(self.tr("Choose …"), "plain")
        choose.clicked.connect(self._choose)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self.save = Button(self.tr("Save"), "primary", key="↵")
        self.save.setDefault(True)
        self.stop = Button(self.tr("Do not save it any more"), "plain")
        self.stop.setEnabled(bool(chosen))
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        told = self.tr(
            "Every therapist's sheet, every roster and the driver's list of today and the next three working days, in one file: to work from when everything is down. It names people, so choose a folder that only the centre can read; the last three are kept."
        )
        self.password = QLineEdit(app.ask(pack_lock.password))
        self.password.setMaxLength(1000)
        locks = self.tr("&Password that opens it; on a stick it needs one that a colleague knows")
        folder, at, lock = QWidget(), QWidget(), QWidget()
        col(*labelled(locks, self.password), gap=4, on=lock)
        col(*labelled(self.tr("&Folder"), self.folder), gap=4, on=folder)
        col(*labelled(self.tr("&At"), self.at), gap=4, on=at)
        col(
            Text(self.tr("The day's pack at a set time"), "heading"),
            Text(told, "body", "text-2", wrap=True),
            row((folder, 1), col(Text(" ", "label"), choose, gap=4), gap=8),
            row(at, None),
            lock,
            self._wrong,
            row(self.stop, None, cancel, self.save),
            gap=12,
            margins=(20, 18, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(560))
        self.save.clicked.connect(self._save)
        self.stop.clicked.connect(self._stop)
        cancel.clicked.connect(self.reject)
        self.folder.textEdited.connect(self._wrong.clear)

    @Slot()
    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(
            self, self.tr("Where the day's pack is saved"), self.folder.text()
        )
        if found:
            self.folder.setText(found)

    @Slot()
    def _save(self) -> None:
        if not all_read(self):
            return
        folder = _folder(self.folder.text().strip())
        if folder is None:
            self._wrong.setText(self.tr("There is no such folder."))
            self.folder.setFocus()
            return
        said = self.password.text()
        if outside(folder) and not said:
            self._wrong.setText(self.tr("On a stick or in a cloud folder it needs a password."))
            self.password.setFocus()
            return
        if said != self._app.ask(pack_lock.password):
            weak = weakness(said) if said else None
            if weak:
                self._wrong.setText(tr_weakness(weak.value))
                self.password.setFocus()
                return
            self._app.make(self.tr("The pack's password"), pack_lock.set_password, said)
        self._keep(str(folder))

    @Slot()
    def _stop(self) -> None:
        self._keep("")

    def _keep(self, folder: str) -> None:
        settings = self._app.settings
        settings.pack_folder, settings.pack_at = folder, f"{self.at.at():%H:%M}"
        settings.pack_of = self._app.with_store(site_of) if folder else ""
        self._app.keep_settings()
        self._clock.again()
        self.accept()


def _folder(words: str) -> Path | None:
    """A folder as it was typed; None where there is none, or one may not look."""
    try:
        folder = Path(words).expanduser() if words else None
        there = folder is not None and folder.is_absolute() and folder.is_dir()
    except (OSError, RuntimeError, ValueError):
        return None
    return folder if there else None
