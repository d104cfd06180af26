"""Logging in, and the lock: initials, a password, Enter; with the lock, who was here last comes first."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services.store import keys
from trainer_desktop.services.store.keys import Unlocked
from trainer_desktop.services.store.trouble import trouble_of
from trainer_desktop.ui import dates
from trainer_desktop.ui.background import Background
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.troubles import tr_trouble

CLOCK = 5_000  # milliseconds between two looks at the clock
MOST = 5  # names in the list of the lock

Answer = Unlocked | Exception


@guarded
class LoginPage(QWidget):
    """Opens a protected file. `opened` says with what; nothing of anybody is seen here."""

    opened = Signal(object)  # Unlocked
    forgotten = Signal()
    closed = Signal()

    def __init__(
        self,
        file: Path,
        now: Callable[[], datetime],
        *,
        place: str = "",
        login: str = "",
        here: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """`place` is the centre's name, when it is known; `here` the login and name of whoever has a window, the last first."""
        super().__init__()
        self._file, self._now, self._here = file, now, here[:MOST]
        self._locked = bool(here)
        self.setWindowTitle("Trainer Desktop")
        self.login = QLineEdit(login)
        self.login.setMaxLength(40)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(1000)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        words = self.tr("Unlock") if self._locked else self.tr("Log in")
        self.enter = Button(words, "primary", key="↵")
        self.enter.setDefault(True)
        self.forgot = Button(self.tr("Forgotten password?"), "link", small=True)
        self._time = Text("", "display")
        self._day = Text("", "body", "text-2")
        self._background = Background(self)
        self._background.failed.connect(self._failed)
        self._build(place)
        self._connect()
        self._tick()
        self._say_wait()
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(1440), room.width()), min(theme.px(900), room.height() - 40))
        (self.password if self.login.text() else self.login).setFocus()

    def _build(self, place: str) -> None:
        self._time.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._day.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = place or "Trainer Desktop"
        form = col(
            Text(title, "heading", wrap=True),
            8,
            *labelled(self.tr("&Initials"), self.login),
            *labelled(self.tr("&Password"), self.password),
            self._wrong,
            4,
            self.enter,
            row(self.forgot, None),
            gap=6,
        )
        self._wrong.setMinimumHeight(theme.px(20))
        parts: list[QWidget] = []
        if self._here:
            parts.append(self._names())
        inner = QWidget()
        inner.setLayout(form)
        parts.append(inner)
        card = Card()
        line = row(*parts, gap=32, margins=(28, 24, 28, 24), on=card)
        line.setStretch(len(parts) - 1, 1)
        card.setFixedWidth(theme.px(760 if self._here else 400))
        foot = self.tr("Locked. No citizen can be seen, and everything is saved.")
        said = Text(foot if self._locked else "Trainer Desktop", "small", "text-3")
        middle = row(None, card, None)
        whole = col(
            None,
            self._time,
            self._day,
            20,
            middle,
            12,
            row(None, said, None),
            None,
            gap=4,
            on=self,
        )
        whole.setContentsMargins(24, 24, 24, 24)

    def _names(self) -> QWidget:
        box = QWidget()
        lines: list[QWidget] = [Text(self.tr("Who sits down?"), "heading")]
        for number, (login, name) in enumerate(self._here, 1):
            one = Button(f"{login} · {name}", "plain", key=f"Alt+{number}")
            one.clicked.connect(partial(self.take, login))
            QShortcut(QKeySequence(f"Alt+{number}"), self, partial(self.take, login))
            lines.append(one)
        col(*lines, None, gap=8, on=box)
        return box

    def _connect(self) -> None:
        self.enter.clicked.connect(self.try_it)
        self.forgot.clicked.connect(self.forgotten)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.try_it)
        self.login.textEdited.connect(self._wrong.clear)
        self.password.textEdited.connect(self._wrong.clear)
        self.password.installEventFilter(self)
        self._clock = QTimer(self, interval=CLOCK)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    @Slot(str)
    def take(self, login: str) -> None:
        """Be somebody of the list."""
        self.login.setText(login)
        self.password.clear()
        self.password.setFocus()
        self._say_wait()

    @Slot()
    def try_it(self) -> None:
        """Try the password, off the GUI thread: it is made to be slow."""
        login = "".join(self.login.text().split()).upper()
        secret = self.password.text()
        if not login or not secret:
            (self.login if not login else self.password).setFocus()
            self._wrong.setText(self.tr("Write both."))
            return
        if not self.enter.isEnabled():
            return
        self.enter.setEnabled(False)
        self._background.run(self, self._tried, partial(_unlock, self._file, login, secret))

    def _tried(self, answer: Answer) -> None:
        self.enter.setEnabled(True)
        if isinstance(answer, Unlocked):
            self.password.clear()
            self.opened.emit(answer)
            return
        known = trouble_of(answer)
        if known is None:
            raise answer
        title, said = tr_trouble(*known)
        self._wrong.setText(f"{title}. {said}")
        self._say_wait()  # the one that was too many says so at once
        self.password.selectAll()
        self.password.setFocus()

    def _failed(self, wrong: Exception) -> None:
        self.enter.setEnabled(True)
        raise wrong

    def _say_wait(self) -> None:
        login = self.login.text().strip().upper()
        left = keys.wait_for(self._file, login) if login else 0.0
        if left > 0:
            said = self.tr("Too many wrong passwords: wait {n} seconds.")
            self._wrong.setText(said.format(n=round(left)))

    @Slot()
    def _tick(self) -> None:
        now = self._now()
        self._time.setText(dates.clock(now))
        self._day.setText(dates.long_day_year(now.date()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say when capitals are on, as far as what is typed shows it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if text.isalpha() and len(text) == 1 and text.isupper() != shift:
                self._wrong.setText(self.tr("Caps Lock is on."))
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(1000), theme.px(680))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that nobody logged in."""
        super().closeEvent(event)
        self.closed.emit()


def _unlock(file: Path, login: str, secret: str) -> Answer:
    try:
        return keys.unlock(file, login, secret)
    except (keys.WrongPassword, keys.Waits, keys.NoKey, OSError) as wrong:
        return wrong
