"""A store gets its first user, its backup folder and the recovery code: three short steps before the window opens."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QLineEdit, QStackedWidget, QWidget

from trainer_desktop.rules.passwords import weakness
from trainer_desktop.services.store import backups, guarding
from trainer_desktop.services.store.guarding import Protected
from trainer_desktop.ui.background import Background
from trainer_desktop.ui.gate.attempts import attempt, fit, in_the_middle, said_of, secret_field
from trainer_desktop.ui.gate.code_panel import CodePanel
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.right_words import tr_weakness

Answer = Protected | Exception


@guarded
class FirstUserPage(QWidget):
    """Who is to open it, under which password, and where copies go; then the code, read back from the paper."""

    protected = Signal(object)  # Unlocked
    later = Signal()
    closed = Signal()
    folder_chosen = Signal(str)

    def __init__(
        self,
        file: Path,
        now: Callable[[], datetime],
        clock: Callable[[], datetime],
        login: str = "",
    ) -> None:
        super().__init__()
        self._file, self._now, self._clock = file, now, clock
        self._made: Protected | None = None
        self.setWindowTitle("Trainer Desktop")
        self.login, self.name = QLineEdit(login.upper()), QLineEdit()
        self.login.setMaxLength(40)
        self.name.setMaxLength(200)
        self.first, self.again = secret_field(), secret_field()
        self.folder = QLineEdit(str(backups.folder_of(file)))
        self._strength = Text("", "small", "text-2", wrap=True)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self.go = Button(self.tr("Protect"), "primary", key="↵")
        self.wait = Button(self.tr("Later"), "plain", key="Esc")
        self._background = Background(self)
        self._background.failed.connect(self._failed)
        self._stack = QStackedWidget()
        self._build()
        fit(self)
        self.login.setFocus()

    def _build(self) -> None:
        choose = Button(self.tr("Choose …"), "plain")
        choose.clicked.connect(self._choose)
        told = self.tr(
            "Whoever has this computer can read everything in it. With users and passwords only they can; a copy is taken first. It takes two minutes."
        )
        where = row((self.folder, 1), choose, gap=8)
        page = in_the_middle(
            Text(self.tr("Protect the centre's data"), "title", wrap=True),
            Text(told, "body", "text-2", wrap=True),
            6,
            *labelled(self.tr("Your &initials"), self.login),
            *labelled(self.tr("Your &name"), self.name),
            *labelled(self.tr("&Password: at least 12 signs, four words will do"), self.first),
            self._strength,
            *labelled(self.tr("The password a&gain"), self.again),
            labelled(self.tr("&Backups lie in"), self.folder)[0],
            where,
            self._wrong,
            8,
            row(self.wait, None, self.go, gap=8),
        )
        self._stack.addWidget(page)
        col((self._stack, 1), on=self)
        self.go.clicked.connect(self.try_it)
        self.wait.clicked.connect(self.later)
        self.first.textChanged.connect(self._judge)
        for field, then in (
            (self.login, self.name.setFocus),
            (self.name, self.first.setFocus),
            (self.first, self.again.setFocus),
            (self.again, self.try_it),
            (self.folder, self.try_it),
        ):
            field.returnPressed.connect(then)
            field.textEdited.connect(self._wrong.clear)
        shortcut = QShortcut(QKeySequence("Esc"), self, self._esc)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    @Slot()
    def _esc(self) -> None:
        if self._made is None and self.go.isEnabled():
            self.later.emit()

    @Slot()
    def _choose(self) -> None:
        found = QFileDialog.getExistingDirectory(
            self, self.tr("Where backups lie"), self.folder.text()
        )
        if found:
            self.folder.setText(found)

    @Slot()
    def _judge(self) -> None:
        text = self.first.text()
        weak = weakness(text, (self.login.text(), self.name.text())) if text else None
        good = self.tr("That will do.") if text and not weak else ""
        self._strength.setText(tr_weakness(weak.value) if weak else good)

    @Slot()
    def try_it(self) -> None:
        """Protect, when everything is there."""
        if not self.go.isEnabled() or self._made:
            return
        for field in (self.login, self.name, self.first, self.folder):
            if not field.text().strip():
                self._wrong.setText(self.tr("Something is missing here."))
                field.setFocus()
                return
        weak = weakness(self.first.text(), (self.login.text(), self.name.text()))
        if weak:
            self._wrong.setText(tr_weakness(weak.value))
            self.first.setFocus()
            return
        if self.first.text() != self.again.text():
            self._wrong.setText(self.tr("The two passwords are not the same."))
            self.again.setFocus()
            self.again.selectAll()
            return
        self.go.setEnabled(False)
        self.wait.setEnabled(False)
        self._wrong.setText(self.tr("A copy is being taken first …"))
        args = self.login.text(), self.name.text(), self.first.text()
        folder = Path(self.folder.text().strip())
        run = partial(_protect, self._file, self._clock, *args, folder)
        self._background.run(self, self._tried, run)

    def _tried(self, answer: Answer) -> None:
        self.go.setEnabled(True)
        self.wait.setEnabled(True)
        if isinstance(answer, Protected):
            self._made = answer
            self.first.clear()
            self.again.clear()
            self.folder_chosen.emit(self.folder.text().strip())
            self._show_code(answer)
            return
        self._wrong.setText(said_of(answer))
        self.first.setFocus()

    def _failed(self, wrong: Exception) -> None:
        self.go.setEnabled(True)
        self.wait.setEnabled(True)
        raise wrong

    def _show_code(self, made: Protected) -> None:
        panel = CodePanel(made.code, self._now().date())
        panel.done.connect(self._done)
        self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        panel.begin()

    @Slot()
    def _done(self) -> None:
        assert self._made
        self.protected.emit(self._made.unlocked)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nobody went on."""
        super().closeEvent(event)
        self.closed.emit()


def _protect(
    file: Path, clock: Callable[[], datetime], login: str, name: str, password: str, folder: Path
) -> Answer:
    return attempt(lambda: guarding.protect(file, clock, login, name, password, folder))
