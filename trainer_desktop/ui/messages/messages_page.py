"""Slutstatus over the house: the courses that ended without one, and the messages with how each stands."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_desktop.medcom.checking import check
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services import Store, Work
from trainer_desktop.services.messages import inbox, outbox, overview
from trainer_desktop.services.messages.inbox import Arrived, ReplyCard
from trainer_desktop.services.messages.overview import Group, MessageCard, MissingCard, State
from trainer_desktop.services.store.trouble import os_words
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.messages.consent_strip import ConsentStrip
from trainer_desktop.ui.messages.message_words import TONES, tr_reply, tr_state
from trainer_desktop.ui.parts.basics import Panel, Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.theme import theme

MOST = 100_000_000  # bytes of a file that is checked


@guarded
class MessagesPage(Page):
    """Two lists, and beside them what can be done with the chosen line."""

    shows = ("course", "consent", "citizen", "gp_clinic", "end_status", "message", "reply")
    closed = Signal()

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._whom: UUID | None = None
        self._missing: list[MissingCard] = []
        self._messages: list[MessageCard] = []
        self._strays: list[ReplyCard] = []
        self._check = Button(self.tr("Check a file …"), "plain", icon="search")
        self._look = Button(self.tr("Look in the inbox"), "plain", icon="sync", key="F5")
        self._bar = TopBar([self._check, self._look], folds=[self._check, self._look])
        self.parts = Segments(
            [self.tr("Without end status"), self.tr("Messages")], self.tr("Which list"), 0
        )
        self._said = Text("", "small", "text-2", wrap=True)
        head = Panel("surface", "b")
        row(self.parts, (self._said, 1), gap=16, margins=(16, 10, 16, 10), on=head)
        columns = [
            Column(self.tr("When"), 150),
            Column(self.tr("Citizen"), 0),
            Column(self.tr("Clinic"), 210),
            Column(self.tr("How it stands"), 260),
            Column(self.tr("With"), 70),
        ]
        self.table = Table(CellItemModel(columns, self), self.tr("End statuses"), Shape(row=48))
        self.consent = ConsentStrip(app)
        self._side = col(gap=8, margins=(20, 14, 20, 14))
        inner = QWidget()
        col(self.consent, self._side, None, on=inner)
        side = Panel("surface", "l")
        side.setFixedWidth(theme.beside(400))
        col((scrolling(inner), 1), on=side).setContentsMargins(1, 0, 0, 0)
        listing = QWidget()
        col(head, (self.table, 1), on=listing)
        whole = col(self._bar, row((listing, 1), side, gap=0), on=self)
        whole.setStretch(1, 1)
        self.parts.group.idToggled.connect(self._fill)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._moved())
        self.table.activated.connect(lambda *_: self._open())
        self.consent.noted.connect(self.refresh)
        self._look.clicked.connect(self.look)
        self._check.clicked.connect(self._check_file)
        for key, run in (("F5", self.look), ("Esc", self.closed.emit)):
            shortcut = QShortcut(QKeySequence(key), self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self, whom: UUID | None) -> None:
        """Stand on somebody's line when there is one, and then on nobody else's."""
        self._whom = whom

    @Slot()
    def refresh(self) -> None:
        """Read both lists, off the GUI thread."""
        self.app.ask_later(self, self._take, _lists, self.app.settings.outbox)

    def _take(self, found: tuple[list[MissingCard], list[MessageCard], list[ReplyCard]]) -> None:
        self._missing, self._messages, self._strays = found
        note = self.tr("%n course(s) ended without", "", len(self._missing))
        self._bar.say(self.tr("End statuses to GPs"), note)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        chosen = self._key()
        lines = self._missing_lines() if self.parts.active == 0 else self._message_lines()
        with QSignalBlocker(self.table.selectionModel()):
            self.table.cells().show_lines(lines)
            at = [n for n, line in enumerate(lines) if line.thing is not None]
            same = [n for n in at if _key_of(lines[n].thing) == chosen]
            if self._whom:
                same = [n for n in at if _whose(lines[n].thing) == self._whom]
            if same or (at and not self._whom):
                self.table.selectRow((same or at)[0])
            else:
                self.table.clearSelection()
                self.table.setCurrentIndex(QModelIndex())
        self._show_side()

    def _missing_lines(self) -> list[Line]:
        words = {
            Group.SIGNED: self.tr("Signed, not made ready"),
            Group.READY: self.tr("Can be made now"),
            Group.ASK: self.tr("Without consent"),
            Group.NO_CLINIC: self.tr("Without a clinic"),
            Group.NOT_SENT: self.tr("Is not to be sent"),
        }
        lines = []
        for group in Group:
            some = [one for one in self._missing if one.group is group]
            if some:
                head = Cell(words[group], CellKind.GROUP, str(len(some)), "done")
                lines += [Line((head,)), *(self._missing_line(one) for one in some)]
        return lines

    def _missing_line(self, one: MissingCard) -> Line:
        tried = self.tr("%n try(tries) noted", "", one.tries) if one.tries else ""
        takes = self.tr("takes FHIR") if one.takes_fhir else self.tr("takes XDIS91")
        tone, icon = (
            ("good", "came") if one.group in (Group.SIGNED, Group.READY) else ("warn", "warning")
        )
        if one.group is Group.NOT_SENT:
            tone, icon = "done", "stop"
        return Line(
            (
                Cell(dates.short_date(one.ended), CellKind.TWO_LINES, tried),
                Cell(one.citizen, CellKind.STRONG),
                Cell(one.clinic or "–", CellKind.TWO_LINES, takes if one.clinic else ""),
                Cell(self._standing(one), CellKind.STATE, tone=tone, icon=icon),
                Cell(one.responsible),
            ),
            one,
        )

    def _standing(self, one: MissingCard) -> str:
        if one.deceased:
            return self.tr("Has died")
        return {
            Standing.HOLDS: self.tr("Consent given"),
            Standing.NOT_ASKED: self.tr("Not asked"),
            Standing.REFUSED: self.tr("Said no"),
            Standing.WITHDRAWN: self.tr("Withdrawn"),
            Standing.OTHER_CLINIC: self.tr("Was for another clinic"),
            Standing.NO_CLINIC: self.tr("No clinic"),
        }[one.consent.standing]

    def _message_lines(self) -> list[Line]:
        words = {
            State.STOPPED: self.tr("Take out of the outbox"),
            State.REJECTED: self.tr("Needs somebody"),
            State.READY: self.tr("Outbox"),
            State.ACCEPTED: self.tr("Received"),
            State.ANSWERED: self.tr("Answered"),
        }
        lines = []
        if self._strays:
            head = self.tr("Belongs to no message")
            lines.append(Line((Cell(head, CellKind.GROUP, str(len(self._strays)), "bad"),)))
            lines += [self._stray_line(one) for one in self._strays]
        for state, said in words.items():
            some = [one for one in self._messages if one.state is state]
            if some:
                tone = "bad" if state in (State.REJECTED, State.STOPPED) else "done"
                lines.append(Line((Cell(said, CellKind.GROUP, str(len(some)), tone),)))
                lines += [self._message_line(one) for one in some]
        return lines

    def _stray_line(self, one: ReplyCard) -> Line:
        when = f"{dates.date_year(one.read_at.date())} {dates.clock(one.read_at)}"
        which, said, _tone = tr_reply(one)
        sender = self.tr("From {gln}").format(gln=one.sender or "–")
        return Line(
            (
                Cell(when),
                Cell("–"),
                Cell(sender),
                Cell(said.partition("\n")[0], CellKind.TWO_LINES, which.partition(" · ")[0]),
                Cell(""),
            ),
            one,
        )

    def _message_line(self, one: MessageCard) -> Line:
        tone, icon = TONES[one.state]
        when = f"{dates.short_date(one.made_at.date())} {dates.clock(one.made_at)}"
        kind = "CareCommunication" if one.kind == "fhir" else "XDIS91, XBIN01"
        what = self.tr("Correction") if one.corrects else self.tr("End status")
        return Line(
            (
                Cell(when, CellKind.TWO_LINES, what),
                Cell(one.citizen, CellKind.STRONG),
                Cell(one.clinic, CellKind.TWO_LINES, kind),
                Cell(tr_state(one.state), CellKind.STATE, tone=tone, icon=icon),
                Cell(one.made_by),
            ),
            one,
        )

    def _thing(self) -> MissingCard | MessageCard | ReplyCard | None:
        thing = self.table.cells().thing(self.table.currentIndex())
        return thing if isinstance(thing, MissingCard | MessageCard | ReplyCard) else None

    def _key(self) -> UUID | None:
        return _key_of(self._thing())

    def _moved(self) -> None:
        self._whom = None  # somebody else is looked at now
        self._show_side()

    def _show_side(self) -> None:
        clear(self._side)
        one = self._thing()
        ask = isinstance(one, MissingCard) and not one.deceased
        self.consent.setVisible(ask)
        if one is None:
            self._side.addWidget(Text(self.tr("Nothing here."), "body", "text-2"))
            return
        if isinstance(one, ReplyCard):
            self._say_stray(one)
            return
        self._side.addWidget(Text(one.citizen, "heading", wrap=True))
        if isinstance(one, MissingCard):
            if ask:
                self.consent.show_course(one.course_id, one.citizen)
        else:
            self._say_message(one)
        there = Button(self.tr("Open the status"), "primary")
        there.clicked.connect(self._open)
        person = Button(self.tr("Open the citizen"), "link", small=True)
        person.clicked.connect(lambda: self.app.open_citizen.emit(one.citizen_id))
        self._side.addWidget(Rule())
        self._side.addLayout(row(person, None, there))

    def _say_stray(self, one: ReplyCard) -> None:
        which, said, tone = tr_reply(one)
        self._side.addWidget(Text(which, "label", "text-2", wrap=True))
        self._side.addWidget(Text(said, "body", tone, wrap=True))
        seen = Button(self.tr("Seen"), "primary")
        seen.clicked.connect(lambda: self.app.do(self.tr("Message seen"), inbox.see, one.id))
        self._side.addLayout(row(None, seen))

    def _say_message(self, one: MessageCard) -> None:
        for name, size in one.files:
            kilo = self.tr("{n} kB").format(n=max(1, size // 1000))
            called = Text(name, "small", "text-2", wrap=True)
            self._side.addLayout(row((called, 1), Text(kilo, "small", figures=True)))
        for reply in one.replies:
            which, said, tone = tr_reply(reply)
            self._side.addWidget(Text(which, "label", "text-2"))
            self._side.addWidget(Text(said, "body", tone, wrap=True))
        if one.state is State.READY:
            said = self.tr("The municipality's system fetches the files; nobody here sees them go.")
            self._side.addWidget(Text(said, "small", "text-2", wrap=True))

    @Slot()
    def _open(self) -> None:
        one = self._thing()
        if isinstance(one, MissingCard | MessageCard):
            self.app.status_wished.emit(one.course_id, one.citizen_id, one.citizen, one.number)

    @Slot()
    def look(self) -> None:
        """Read what came back, off the GUI thread; the folder is asked for once."""
        settings = self.app.settings
        folder = Path(settings.inbox) if settings.inbox else None
        if folder is None or not folder.is_dir():
            title = self.tr("The inbox, where the municipality's system puts what comes back")
            chosen = QFileDialog.getExistingDirectory(self, title)
            if not chosen:
                return
            settings.inbox = chosen
            self.app.keep_settings()
            folder = Path(chosen)
        self._look.setEnabled(False)
        self.app.run_later(self, self._arrived, partial(_read, folder))

    def _arrived(self, files: list[Arrived] | Refused) -> None:
        self._look.setEnabled(True)
        if isinstance(files, Refused):
            self.app.refused.emit(files)
            return
        found = self.app.make(self.tr("The inbox was read"), inbox.take, files)
        if found is None:
            return
        said = [self.tr("%n new", "", found.new)]
        said += [self.tr("{name}: belongs to no message").format(name=n) for n in found.unknown]
        said += [self.tr("{name}: cannot be read").format(name=n) for n in found.unreadable]
        self._said.setText(". ".join(said))
        self.refresh()

    @Slot()
    def _check_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Check a message"), "", "JSON, XML (*.json *.xml)"
        )
        if not chosen:
            return
        file = Path(chosen)
        try:
            content = file.read_bytes() if file.stat().st_size <= MOST else b""
        except OSError as wrong:
            self._said.setText(os_words(wrong))
            return
        self.app.run_later(self, self._tell_check, lambda _store: (file.name, check(content)))

    def _tell_check(self, answer: tuple[str, object]) -> None:
        name, checked = answer
        findings = getattr(checked, "findings", [])
        if not findings:
            self._said.setText(self.tr("{name}: sound").format(name=name))
            return
        said = "\n".join(f"{one.where}: {one.said}" for one in findings[:6])
        count = self.tr("%n fault(s)", "", len(findings))
        self._said.setText(f"{name}: {count}\n{said}")


def _lists(work: Work, folder: str) -> tuple[list[MissingCard], list[MessageCard], list[ReplyCard]]:
    if folder:
        with suppress(OSError):
            outbox.settle(work, Path(folder))  # what a crash left lies ready now
    return overview.missing(work), overview.messages(work), inbox.strays(work)


def _read(folder: Path, store: Store) -> list[Arrived] | Refused:
    with store.read() as work:
        known = inbox.known(work)
    try:
        return inbox.arrived(folder, known)
    except Refused as no:
        return no


def _whose(thing: object) -> UUID | None:
    return thing.citizen_id if isinstance(thing, MessageCard | MissingCard) else None


def _key_of(thing: object) -> UUID | None:
    if isinstance(thing, MessageCard | ReplyCard):
        return thing.id
    return thing.course_id if isinstance(thing, MissingCard) else None
