"""A forgotten password: the recovery code, a new password, and then a new code, for the old one is used."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.store import guarding
from trainer_desktop.services.store.keys import Unlocked
from trainer_desktop.ui.background import Background
from trainer_desktop.ui.gate.attempts import attempt, fit, in_the_middle, said_of, secret_field
from trainer_desktop.ui.gate.code_panel import CodePanel
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled

Answer = tuple[Unlocked, str] | Exception


@guarded
class ForgottenPage(QWidget):
    """Who, the code from the paper, and a new password twice."""

    opened = Signal(object)  # Unlocked
    back = Signal()
    closed = Signal()

    def __init__(self, file: Path, now: Callable[[], datetime], login: str = "") -> None:
        super().__init__()
        self._file, self._now = file, now
        self._unlocked: Unlocked | None = None
        self.setWindowTitle("Trainer Desktop")
        self.login, self.code = QLineEdit(login), QLineEdit()
        self.first, self.again = secret_field(), secret_field()
        for field in (self.login, self.code):
            field.setMaxLength(1000)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self.go = Button(self.tr("Go on"), "primary", key="↵")
        self.leave = Button(self.tr("Back"), "plain", key="Esc")
        self._background = Background(self)
        self._background.failed.connect(self._failed)
        self._stack = QStackedWidget()
        self._build()
        fit(self)
        self.login.setFocus()

    def _build(self) -> None:
        told = self.tr(
            "An administrator can give you a new password. When there is nobody: the six groups on the paper from the municipality's safe."
        )
        page = in_the_middle(
            Text(self.tr("Forgotten password"), "title", wrap=True),
            Text(told, "body", "text-2", wrap=True),
            6,
            *labelled(self.tr("&Initials"), self.login),
            *labelled(self.tr("The &code's six groups"), self.code),
            *labelled(self.tr("New &password"), self.first),
            *labelled(self.tr("The password a&gain"), self.again),
            self._wrong,
            8,
            row(self.leave, None, self.go, gap=8),
        )
        self._stack.addWidget(page)
        col((self._stack, 1), on=self)
        self.go.clicked.connect(self.try_it)
        self.leave.clicked.connect(self.back)
        for field, then in (
            (self.login, self.code.setFocus),
            (self.code, self.first.setFocus),
            (self.first, self.again.setFocus),
            (self.again, self.try_it),
        ):
            field.returnPressed.connect(then)
            field.textEdited.connect(self._wrong.clear)
        shortcut = QShortcut(QKeySequence("Esc"), self, self._esc)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    @Slot()
    def _esc(self) -> None:
        if self._unlocked is None and self.go.isEnabled():
            self.back.emit()

    @Slot()
    def try_it(self) -> None:
        """Try the code, when everything is there."""
        if not self.go.isEnabled() or self._unlocked:
            return
        for field in (self.login, self.code, self.first):
            if not field.text().strip():
                self._wrong.setText(self.tr("Something is missing here."))
                field.setFocus()
                return
        if self.first.text() != self.again.text():
            self._wrong.setText(self.tr("The two passwords are not the same."))
            self.again.setFocus()
            return
        self.go.setEnabled(False)
        args = self.code.text(), self.login.text(), self.first.text()
        self._background.run(self, self._tried, partial(_reset, self._file, *args))

    def _tried(self, answer: Answer) -> None:
        self.go.setEnabled(True)
        if isinstance(answer, tuple):
            self._unlocked, code = answer
            for field in (self.code, self.first, self.again):
                field.clear()
            panel = CodePanel(code, self._now().date())
            panel.done.connect(self._done)
            self._stack.addWidget(panel)
            self._stack.setCurrentWidget(panel)
            panel.begin()
            return
        self._wrong.setText(said_of(answer))
        (self.first if isinstance(answer, Refused) else self.code).setFocus()

    def _failed(self, wrong: Exception) -> None:
        self.go.setEnabled(True)
        raise wrong

    @Slot()
    def _done(self) -> None:
        self.opened.emit(self._unlocked)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nobody went on."""
        super().closeEvent(event)
        self.closed.emit()


def _reset(file: Path, code: str, login: str, password: str) -> Answer:
    return attempt(lambda: guarding.reset_password(file, code, login, password))
