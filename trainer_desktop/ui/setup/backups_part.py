"""Sikkerhedskopi: the last good copy, where copies lie, what is kept, and a restore drill of one button."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_desktop.rules.rights import Right
from trainer_desktop.services import Store
from trainer_desktop.services.store import backups, keeping, verifying
from trainer_desktop.services.store.backups import Backup, Drill
from trainer_desktop.services.store.verifying import Finding
from trainer_desktop.settings import Settings
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.gate.attempts import attempt, said_of
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Icon, Panel, Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.theme import theme

Taken = Backup | Exception
Drilled = Drill | Exception


@guarded
class BackupsPart(QWidget):
    """Copies of this store; each is read through before it counts."""

    taken = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        self.now = Button(self.tr("Take a copy now"), "primary", icon="plus")
        self.drill = Button(self.tr("Drill now"), "plain", icon="came")
        self.verify = Button(self.tr("Look through the data"), "plain", icon="search")
        self._asked: Path | None = None  # the copy whose «Restore» was pressed once
        self._first = Button(self.tr("Choose the folder …"), "plain", small=True)
        self._second = Button(self.tr("Choose a second place …"), "plain", small=True)
        self._head, self._list = row(gap=32), col(gap=6)
        self._proof = col(gap=6)
        self._said = Text("", "small", "text-2", wrap=True)
        left, right = QWidget(), Panel("surface", "l")
        encrypted = self.tr(
            "Copies are encrypted like the data. Without a password or the recovery code they are worth nothing."
        )
        col(
            row(None, self.now),
            self._head,
            Rule(),
            Text(self.tr("Where copies lie"), "heading"),
            self._list,
            row(self._first, self._second, None, gap=8),
            Rule(),
            row(
                Icon("lock", "text-2", 16),
                (Text(encrypted, "small", "text-2", wrap=True), 1),
                gap=8,
            ),
            self._said,
            None,
            gap=12,
            margins=(24, 16, 24, 20),
            on=left,
        )
        how = self.tr(
            "Opens a copy beside the data, and proves what it holds. Your data is not touched."
        )
        col(
            Text(self.tr("Drill a restore"), "heading"),
            Text(how, "small", "text-2", wrap=True),
            row(self.drill, self.verify, None, gap=8),
            Rule(),
            self._proof,
            None,
            gap=10,
            margins=(20, 18, 20, 20),
            on=right,
        )
        right.setFixedWidth(theme.beside(360))
        row((scrolling(left), 1), right, gap=0, on=self).setContentsMargins(0, 0, 0, 0)
        self.now.clicked.connect(self.take)
        self.drill.clicked.connect(self.try_restore)
        self.verify.clicked.connect(self.look_through)
        self._first.clicked.connect(partial(self._choose, "backup_folder"))
        self._second.clicked.connect(partial(self._choose, "backup_second"))

    def refresh(self) -> None:
        """Look at the folders again."""
        settings = self._app.settings
        every = self._app.with_store(partial(_there, settings=settings))
        mine = self._app.may(Right.BACKUP)
        for button in (self.now, self.drill, self.verify, self._first, self._second):
            button.setEnabled(mine)
        clear(self._head)
        now = self._app.now()
        newest = every[0] if every else None
        old = backups.old(every, now, settings.backup_days)
        when = _when(newest.at, now.date() == newest.at.date()) if newest else self.tr("None yet")
        size = (
            self.tr("{n} MB, read through afterwards").format(n=round(newest.size / 1e6))
            if newest
            else ""
        )
        drilled = settings.drilled or self.tr("Never")
        for word, said, note, tone in (
            (self.tr("Last good copy"), when, size, "bad-text" if old else "text"),
            (self.tr("Last drill"), drilled, "", "text"),
            (self.tr("Kept"), str(len(every)), self.tr("7 days, 4 weeks, 12 months"), "text"),
        ):
            self._head.addLayout(
                col(
                    Text(word, "small", "text-2"),
                    Text(said, "title", tone),
                    Text(note, "small", "text-2"),
                    gap=2,
                )
            )
        self._head.addStretch(1)
        clear(self._list)
        place = self._app.with_store(partial(keeping.folder, settings=settings))
        self._list.addWidget(Text(str(place), "body", wrap=True))
        second = settings.backup_second
        self._list.addWidget(
            Text(
                second or self.tr("No second place: a fire takes both."),
                "body",
                "text" if second else "warn-text",
                wrap=True,
            )
        )
        for one in every[:24]:
            said = f"{dates.short_day(one.at.date())} {dates.clock(one.at)}"
            mega = self.tr("{n} MB").format(n=round(one.size / 1e6))
            back = Button(self.tr("Restore …"), "link", small=True)
            back.setAccessibleName(f"{back.text()} {said}")
            back.clicked.connect(partial(self.restore, one.file))
            back.setEnabled(mine)
            large = Text(mega, "small", "text-2")
            when_ = Text(said, "body", figures=True)
            self._list.addLayout(row(Icon("came", "good", 14), when_, None, large, back, gap=8))

    def restore(self, copy: Path) -> None:
        """Put a copy back, when it is pressed twice: what is here now is laid aside."""
        if self._asked != copy:
            self._asked = copy
            said = self.tr(
                "Press «Restore» once more: the window closes, what is here now is laid aside beside it, and {name} takes its place."
            )
            self._said.setText(said.format(name=copy.name))
            return
        self._asked = None
        self._app.restore_wished.emit(copy)

    @Slot()
    def look_through(self) -> None:
        """Whether the data itself is whole: pages, chains, guards, off the GUI thread."""
        self.verify.setEnabled(False)
        clear(self._proof)
        self._proof.addWidget(Text(self.tr("Reading every page …"), "body", "text-2"))
        self._app.run_later(self, self._looked, verifying.verify)

    def _looked(self, findings: list[Finding]) -> None:
        self.verify.setEnabled(True)
        clear(self._proof)
        if not findings:
            good = self.tr("The data is whole: pages, journal, access log, guards")
            self._proof.addLayout(
                row(
                    Icon("came-circle", "good-text", 18),
                    (Text(good, "strong", wrap=True), 1),
                    gap=8,
                )
            )
            return
        bad = self.tr("The data is damaged. Leave it as it is, and put a copy back.")
        self._proof.addWidget(Text(bad, "strong", "bad-text", wrap=True))
        for one in findings[:10]:
            self._proof.addWidget(Text(f"{one.damage.value}: {one.where}", "small", wrap=True))

    def _choose(self, which: str) -> None:
        found = QFileDialog.getExistingDirectory(self, self.tr("Where copies lie"))
        if found:
            setattr(self._app.settings, which, found)
            self._app.keep_settings()
            self.refresh()

    @Slot()
    def take(self) -> None:
        """Take a copy, off the GUI thread."""
        self.now.setEnabled(False)
        self._said.setText(self.tr("A copy is being taken and read through …"))
        self._app.run_later(self, self._taken, partial(_take, settings=self._app.settings))

    def _taken(self, answer: Taken) -> None:
        self.now.setEnabled(True)
        if isinstance(answer, Backup):
            self._said.setText(self.tr("{name} is whole.").format(name=answer.file.name))
            self.taken.emit()
        else:
            self._said.setText(said_of(answer))
        self.refresh()

    @Slot()
    def try_restore(self) -> None:
        """Prove that the newest copy can be used, off the GUI thread."""
        self.drill.setEnabled(False)
        clear(self._proof)
        self._proof.addWidget(Text(self.tr("Trying …"), "body", "text-2"))
        self._app.run_later(self, self._drilled, partial(_drill, settings=self._app.settings))

    def _drilled(self, answer: Drilled | None) -> None:
        self.drill.setEnabled(True)
        clear(self._proof)
        if not isinstance(answer, Drill):
            said = said_of(answer) if answer else self.tr("There is no copy yet.")
            self._proof.addWidget(Text(said, "body", "bad-text", wrap=True))
            return
        good = self.tr("Everything came back") if answer.whole else self.tr("The copy is damaged")
        icon, tone = ("came-circle", "good-text") if answer.whole else ("warning", "bad-text")
        seconds = self.tr("{n} s").format(n=round(answer.seconds, 1))
        self._proof.addLayout(
            row(
                Icon(icon, tone, 18),
                Text(good, "strong"),
                None,
                Text(seconds, "small", "text-2"),
                gap=8,
            )
        )
        if answer.whole:
            for said in (
                self.tr("Every page is whole"),
                self.tr("The journal's chain is whole, to line {n}").format(n=answer.newest),
            ):
                self._proof.addLayout(
                    row(Icon("came", "good", 14), Text(said, "small"), None, gap=8)
                )
        for name, there, here in answer.counts:
            newer = self.tr("{n} newer").format(n=here - there) if here > there else ""
            self._proof.addLayout(
                row(
                    Text(self._counted(name), "body"),
                    None,
                    Text(str(there), "body", figures=True),
                    Text(newer, "small", "text-2"),
                    gap=10,
                )
            )
        self._app.settings.drilled = _when(self._app.now(), False)
        self._app.keep_settings()
        self.refresh()

    def _counted(self, name: str) -> str:
        return {
            "citizens": self.tr("Citizens"),
            "courses": self.tr("Courses"),
            "trainings": self.tr("Trainings"),
            "notes": self.tr("Notes"),
            "changes": self.tr("Lines of the journal"),
        }[name]


def _when(at: datetime, today: bool) -> str:
    return dates.clock(at) if today else f"{dates.short_date(at.date())} {dates.clock(at)}"


def _there(store: Store, settings: Settings) -> list[Backup]:
    return keeping.there(store, settings)


def _take(store: Store, settings: Settings) -> Taken:
    return attempt(lambda: keeping.take(store, settings))


def _drill(store: Store, settings: Settings) -> Drilled | None:
    every = keeping.there(store, settings)
    return attempt(lambda: backups.drill(store, every[0])) if every else None
