"""The day's pack in a folder at a set time: what a centre works from when everything is down."""

from datetime import date, time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget

from trainer_desktop.paths import write_whole
from trainer_desktop.services.papers import pack
from trainer_desktop.services.store.trouble import os_words
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import TimeField, all_read, labelled
from trainer_desktop.ui.theme import theme

KEPT = 3  # packs in the folder, this one among them: they name people
NAME = "dagens-pakke-{day}.pdf"


class PackClock(QObject):
    """Writes it once a day, when its time has come, while the program runs; a missed one when it starts."""

    failed = Signal(str, str)  # where, and why

    def __init__(self, app: AppContext) -> None:
        super().__init__(app)
        self._app = app
        self._tried: date | None = None
        app.minute.connect(self.look)

    def again(self) -> None:
        """Try today's anew: the folder or the time is another now."""
        self._tried = None
        self.look()

    @Slot()
    def look(self) -> None:
        """Write today's where it is due and not there."""
        settings, now = self._app.settings, self._app.now()
        if not settings.pack_folder or now.time() < time.fromisoformat(settings.pack_at):
            return
        today = now.date()
        file = Path(settings.pack_folder) / NAME.format(day=today)
        if self._tried == today or file.exists():
            return
        self._tried = today
        language = settings.language
        self._app.run_later(
            self, self._written, lambda store: _write(store.read, file, today, language)
        )

    def _written(self, trouble: tuple[str, str] | None) -> None:
        if trouble:
            self.failed.emit(*trouble)


def _write(read: object, file: Path, day: date, language: str) -> tuple[str, str] | None:
    """Write it and take away older ones; where it went wrong and why, in words."""
    try:
        with read() as work:  # type: ignore[operator]
            pdf = pack.pack(work, day, language)
        write_whole(file, pdf)
        older = sorted(file.parent.glob(NAME.format(day="????-??-??")))[:-KEPT]
        for one in older:
            one.unlink()
    except OSError as wrong:
        return str(file), os_words(wrong)
    return None


@guarded
class PackDialog(QDialog):
    """The folder and the time, for this computer."""

    def __init__(self, app: AppContext, clock: PackClock, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._clock = app, clock
        self.setWindowTitle(self.tr("The day's pack at a set time"))
        self.folder = QLineEdit(app.settings.pack_folder)
        self.at = TimeField(time.fromisoformat(app.settings.pack_at))
        choose = Button(self.tr("Choose …"), "plain")
        choose.clicked.connect(self._choose)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self.save = Button(self.tr("Save"), "primary", key="↵")
        self.save.setDefault(True)
        self.stop = Button(self.tr("Do not save it any more"), "plain")
        self.stop.setEnabled(bool(app.settings.pack_folder))
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        told = self.tr(
            "Every therapist's sheet, every roster and the driver's list of today and the next three working days, in one file: to work from when everything is down. It names people, so choose a folder that only the centre can read; the last three are kept."
        )
        folder, at = QWidget(), QWidget()
        col(*labelled(self.tr("&Folder"), self.folder), gap=4, on=folder)
        col(*labelled(self.tr("&At"), self.at), gap=4, on=at)
        col(
            Text(self.tr("The day's pack at a set time"), "heading"),
            Text(told, "body", "text-2", wrap=True),
            row((folder, 1), col(Text(" ", "label"), choose, gap=4), gap=8),
            row(at, None),
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
        folder = Path(self.folder.text().strip()).expanduser()
        if not self.folder.text().strip() or not folder.is_absolute() or not folder.is_dir():
            self._wrong.setText(self.tr("There is no such folder."))
            self.folder.setFocus()
            return
        self._keep(str(folder))

    @Slot()
    def _stop(self) -> None:
        self._keep("")

    def _keep(self, folder: str) -> None:
        settings = self._app.settings
        settings.pack_folder, settings.pack_at = folder, f"{self.at.at():%H:%M}"
        self._app.keep_settings()
        self._clock.again()
        self.accept()
