"""Slutstatus: mostly written already, the rest with its limits, and the paper beside it as it will be."""

import uuid
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from trainer_desktop.medcom import checking
from trainer_desktop.rules.gp_status import Standing
from trainer_desktop.services.citizens import taking_in
from trainer_desktop.services.messages import consents, contents, outbox, overview, signing
from trainer_desktop.services.messages.contents import LIMITS, OUTCOMES, PARTS
from trainer_desktop.services.messages.overview import MessageCard, State
from trainer_desktop.services.messages.signing import EndStatusCard
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.services.store.folders import outside
from trainer_desktop.services.store.trouble import os_words
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.messages.consent_strip import ConsentStrip
from trainer_desktop.ui.messages.message_words import TONES, tr_outside, tr_reply, tr_state
from trainer_desktop.ui.parts.basics import Icon, Panel, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check, labelled
from trainer_desktop.ui.parts.keeper import Keeper, draft_words
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.top_bar import TopBar
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.printing.sheet_view import SheetView
from trainer_desktop.ui.rule_words import tr_place
from trainer_desktop.ui.theme import theme

LANGUAGE = (
    "da"  # of the paper and the message: the reader is a Danish clinic, whatever the window speaks
)
PAUSE = 400  # milliseconds of rest before the paper is drawn anew


@guarded
class StatusPage(Page):
    """One course's; `begin` shows it. What is typed is kept as a draft until it is signed."""

    shows = (
        *("consent", "citizen", "gp_clinic", "end_status", "message", "reply"),
        *("goal", "measurement", "participant"),
    )
    closed = Signal()

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self.course: uuid.UUID | None = None
        self._name = ""
        self._number = ""
        self._citizen: uuid.UUID | None = None
        self._signed: EndStatusCard | None = None
        self._correcting = self._again = False
        self.leave = Button(self.tr("Back"), "plain", key="Esc")
        self.sign = Button(self.tr("Sign"), "primary", key="Ctrl+↵")
        self.ready = Button(self.tr("Make ready for sending …"), "primary", icon="send")
        self.correct = Button(self.tr("Correct"), "plain")
        self.paper = Button(self.tr("Print"), "plain", icon="print", key="Ctrl+P")
        self._bar = TopBar(
            [self.leave, self.paper, self.correct, self.ready, self.sign], folds=[self.leave]
        )
        self.consent = ConsentStrip(app)
        self.clinic = QLineEdit()
        self.clinic.setPlaceholderText(self.tr("part of its name or number"))
        self._clinic_note = Text("", "small", "text-2", wrap=True)
        self.fields: dict[str, QPlainTextEdit] = {}
        self._counts: dict[str, Text] = {}
        self.outcome = Segments(
            [self._outcome(one) for one in OUTCOMES[1:]], self.tr("The condition"), -1
        )
        self.curves = Check(self.tr("Take the curves of the tests along"))
        self.own_plan = Check(self.tr("Take the plan for own training along"))
        self.xref15 = Check(self.tr("The course was referred with XREF15"))
        self._xref15_note = Text(
            self.tr(
                "The answer to an XREF15 is an XDIS15, and the system that took the referral in writes it. This status is not that answer."
            ),
            *("small", "warn-text"),
            wrap=True,
        )
        self._running = Text(
            self.tr("The course is still running: this status says how far it has come."),
            *("small", "warn-text"),
            wrap=True,
        )
        self._draft = Text("", "small", "text-2", wrap=True)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self._rule = Text("", "small", "text-2", wrap=True)
        self.view = SheetView()
        self._pages = Text("", "small", "text-2")
        self._build()
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._draw)
        editors: dict[str, QWidget] = {**self.fields, "outcome": self.outcome}
        self._keeper = Keeper(app, "end-status", editors, self)
        self._connect()

    def _build(self) -> None:
        parts: list[QWidget] = []
        for part in PARTS:
            field = QPlainTextEdit()
            field.setTabChangesFocus(True)
            field.setFixedHeight(theme.px(64 if LIMITS[part] <= 400 else 84))
            count = Text("", "small", "text-3")
            label, _field = labelled(self._part(part), field)
            box = QWidget()
            col(row(label, None, count), field, gap=4, on=box)
            self.fields[part], self._counts[part] = field, count
            parts.append(box)
        clinic, chosen = QWidget(), QWidget()
        col(*labelled(self.tr("&Receiver"), self.clinic), self._clinic_note, gap=4, on=clinic)
        outcome = Text(self.tr("The condition (Fælles Sprog III)"), "label", "text-2")
        col(outcome, row(self.outcome, None), gap=4, on=chosen)
        first, *rest = parts
        form, self._history = QWidget(), QWidget()
        self._came = col(gap=4, on=self._history)
        col(
            self._history,
            clinic,
            self._running,
            self._draft,
            first,
            chosen,
            *rest,
            row(self.curves, self.own_plan, None, gap=20),
            self.xref15,
            self._xref15_note,
            self._rule,
            None,
            gap=12,
            margins=(24, 14, 24, 20),
            on=form,
        )
        left, right = Panel("surface"), Panel("sunken", "l")
        told = row(self._wrong, margins=(24, 6, 24, 0))  # above what scrolls: it must be seen
        col(self.consent, told, (scrolling(form), 1), on=left)
        shown = Text(self.tr("How it will look"), "label", "text-2")
        head = row(shown, None, self._pages, margins=(20, 10, 20, 4))
        col(head, (self.view, 1), on=right).setContentsMargins(1, 0, 0, 0)
        body = row((left, 1), (right, 1), gap=0)
        whole = col(self._bar, body, on=self)
        whole.setStretch(1, 1)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.textChanged.connect(self._typed)
        self.outcome.group.idToggled.connect(self._typed)
        self.curves.toggled.connect(self._typed)
        self.own_plan.toggled.connect(self._typed)
        self.xref15.toggled.connect(self._xref15_note.setVisible)
        self.consent.noted.connect(self.refresh)
        self.clinic.editingFinished.connect(self._choose_clinic)
        self.leave.clicked.connect(self.closed)
        self.sign.clicked.connect(self.sign_it)
        self.ready.clicked.connect(self.make_ready)
        self.correct.clicked.connect(self._correct)
        self.paper.clicked.connect(self.print_page)
        for key, run in (("Esc", self.closed.emit), ("Ctrl+Return", self.sign.click)):
            shortcut = QShortcut(QKeySequence(key), self, run)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self, course: uuid.UUID, citizen: uuid.UUID, name: str, number: str) -> None:
        """Show a course's status: the signed one, or a new one that is mostly written already."""
        self._keeper.rest()
        self.app.run_later(self, lambda _none: None, lambda _store: checking.load())
        self.course, self._citizen, self._name, self._number = course, citizen, name, number
        self._correcting = self._again = False
        every = self.app.ask(signing.statuses, course)
        self._signed = every[0] if every else None
        facts = self.app.ask(contents.status_facts, course)
        texts = self._signed.texts if self._signed else contents.suggested(facts)
        chosen: dict[str, object] = {"curves": bool(facts.tests)}
        if self._signed:
            chosen = dict(self._signed.choices)
        self._put(texts, chosen)
        complete(self.clinic, [one.title for one in self.app.ask(REGISTERS["clinics"].rows)])
        self.own_plan.setEnabled(bool(facts.own_plan))
        self.curves.setEnabled(bool(facts.tests))
        kept = None
        if self._signed is None:
            kept = self._keeper.begin(str(course))
        self._draft.setText(draft_words(kept, stays=True) if kept else "")
        self._draft.setVisible(bool(kept))
        self.refresh()
        self.fields["conclusion"].setFocus()

    def _put(self, texts: dict[str, str], chosen: dict[str, object]) -> None:
        for part, field in self.fields.items():
            with QSignalBlocker(field):
                field.setPlainText(texts.get(part, ""))
        outcome = str(chosen.get("outcome", ""))
        self.outcome.clear()
        if outcome:
            self.outcome.choose(OUTCOMES.index(outcome) - 1)
        self.curves.setChecked(bool(chosen.get("curves")))
        self.own_plan.setChecked(bool(chosen.get("own_plan")))
        self.xref15.setChecked(bool(chosen.get("xref15")))
        self._xref15_note.setVisible(self.xref15.isChecked())

    @Slot()
    def refresh(self) -> None:
        """Read what is around the words: the consent, the clinic, whether it is signed."""
        if self.course is None:
            return
        about = " · ".join(part for part in (self._name, self._number) if part)
        self._bar.say(self.tr("End status to the GP"), about)
        found = self.consent.show_course(self.course, self._name)
        facts = self.app.ask(contents.status_facts, self.course)
        if not self.clinic.hasFocus():
            self.clinic.setText(facts.clinic)
        rule = facts.rule
        self._rule.setText(f"«{rule.text}» ({tr_place(rule.place)})" if rule else "")
        takes = self.tr("takes FHIR") if facts.clinic_takes_fhir else self.tr("takes XDIS91")
        note = self.tr("Practice number {n}").format(n=facts.clinic_number)
        self._clinic_note.setText(f"{note} · {takes}" if facts.clinic else "")
        every = self.app.ask(signing.statuses, self.course)
        if every and self._signed is None and self._citizen:
            # signed meanwhile, here or at another desk: its words are shown, mine stay a draft
            self.begin(self.course, self._citizen, self._name, self._number)
            return
        self._signed = every[0] if every else None
        writing = self._signed is None or self._correcting
        holds = found.standing is Standing.HOLDS
        for field in self.fields.values():
            field.setReadOnly(not writing)
        for box in (self.outcome, self.curves, self.own_plan, self.xref15):
            box.setEnabled(writing)
        self.clinic.setReadOnly(not writing)
        self.sign.setVisible(writing)
        self.ready.setVisible(not writing)
        self.ready.setEnabled(holds)
        self.correct.setVisible(not writing)
        if self._signed and not writing:
            at = f"{dates.date_year(self._signed.signed_at.date())} {dates.at_clock(self._signed.signed_at)}"
            said = self.tr("Signed {when} by {who}.").format(when=at, who=self._signed.signed_by)
            self._draft.setText(said)
            self._draft.show()
        self._running.setVisible(facts.ended is None)
        self._show_history(self.app.ask(overview.messages, self.course))
        self._typed()

    def _show_history(self, messages: list[MessageCard]) -> None:
        """What lies ready or has come back, the newest first."""
        clear(self._came)
        self._history.setVisible(bool(messages))
        for one in messages:
            when = f"{dates.date_year(one.made_at.date())} {dates.clock(one.made_at)}"
            tone, icon = TONES[one.state]
            said = Text(f"{tr_state(one.state)} · {one.clinic} · {when}", "body", wrap=True)
            self._came.addLayout(row(Icon(icon, f"{tone}-text", 16), (said, 1), gap=8))
            for reply in one.replies:
                which, words, ink = tr_reply(reply)
                self._came.addWidget(Text(f"{which}: {words}", "small", ink, wrap=True))

    def _texts(self) -> dict[str, str]:
        return {part: field.toPlainText().strip() for part, field in self.fields.items()}

    def _choices(self) -> dict[str, object]:
        at = self.outcome.active
        return {
            "outcome": OUTCOMES[at + 1] if at >= 0 else "",
            "curves": self.curves.isChecked(),
            "own_plan": self.own_plan.isChecked(),
            "xref15": self.xref15.isChecked(),
        }

    @Slot()
    def _typed(self) -> None:
        long = False
        for part, field in self.fields.items():
            n, most = len(field.toPlainText().strip()), LIMITS[part]
            self._counts[part].setText(f"{n} / {most}")
            self._counts[part].set_role("bad-text" if n > most else "text-3")
            long = long or n > most
        self._wrong.setText(self.tr("A part is too long for the page.") if long else "")
        self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves finds the draft again, however soon."""
        self._keeper.look()
        super().hideEvent(event)

    @Slot()
    def _draw(self) -> None:
        if self.course is None:
            return
        if self._signed and not self._correcting:
            self.app.ask_later(self, self._show_pages, signing.copy, self._signed.id)
            return
        args = self.course, self._texts(), self._choices(), LANGUAGE
        self.app.ask_later(self, self._show_pages, signing.preview, *args)

    def _show_pages(self, pdf: bytes) -> None:
        self.view.show_pdf(pdf)
        self._pages.setText(self.tr("%n page(s) · A4", "", self.view.count))

    @Slot()
    def _choose_clinic(self) -> bool:
        """A clinic by part of its name or number; one that is certain becomes the citizen's. False where none is."""
        words = self.clinic.text().strip().casefold()
        rows = self.app.ask(REGISTERS["clinics"].rows)
        found = [one for one in rows if words and words in f"{one.title} {one.second}".casefold()]
        exact = [one for one in found if one.title.casefold() == words]
        if len(exact or found) != 1 or self._citizen is None:
            self._clinic_note.setText(
                self.tr("Several clinics match.") if found else self.tr("No such clinic.")
            )
            return False
        chosen = (exact or found)[0]
        facts = self.app.ask(contents.status_facts, self.course) if self.course else None
        if facts is None or chosen.id == facts.clinic_id:
            return True
        said = self.tr("GP clinic of {name}: {clinic}").format(name=self._name, clinic=chosen.title)
        self.app.do(said, taking_in.change, self._citizen, {"gp_clinic_id": str(chosen.id)})
        self.refresh()
        return False  # another clinic: the consent was for the one before, and the paper is looked at again

    def _lacks(self) -> bool:
        """Whether something must be written or shortened first; it is told, and has the keyboard."""
        texts = self._texts()
        long = next((part for part, said in texts.items() if len(said) > LIMITS[part]), "")
        if texts["conclusion"] and not long:
            return False
        if not texts["conclusion"]:
            self._wrong.setText(self.tr("The conclusion is missing."))
        self.fields[long if texts["conclusion"] else "conclusion"].setFocus()
        return True

    @Slot()
    def sign_it(self) -> None:
        """Sign; without a consent the try is recorded, and nothing is made."""
        if self.course is None or not self.sign.isVisible() or self._lacks():
            return
        if not self._choose_clinic():
            self.clinic.setFocus()  # what was typed there is not what is on the paper
            return
        corrects = self._signed.id if self._signed and self._correcting else None
        said = self.tr("End status signed: {name}").format(name=self._name)
        args = self.course, self._texts(), self._choices()
        made = self.app.make(said, signing.sign, *args, language=LANGUAGE, corrects=corrects)
        if made is None:
            return
        if made[0] is None:
            self._say_no_consent()
            return
        self._keeper.done()
        self._correcting = False
        self.refresh()
        self.ready.setFocus()

    @Slot()
    def _correct(self) -> None:
        """Write a new one that names the signed one."""
        if self.course is None:
            return
        self._correcting = True
        kept = self._keeper.begin(uuid.uuid5(self.course, "correct").hex)
        said = self.tr("A correction: the signed one stays, and the new one names it.")
        self._draft.setText(f"{said} {draft_words(kept, stays=True)}" if kept else said)
        self.refresh()
        self.fields["conclusion"].setFocus()

    @Slot()
    def make_ready(self) -> None:
        """Write the messages to the outbox; the folder is asked for once."""
        if self._signed is None or self.course is None:
            return
        if self._is_ready() and not self._again:
            self._again = True
            self._wrong.setText(
                self.tr("It lies ready already. Press once more to make the same letter again.")
            )
            return
        again, self._again = self._again, False
        settings = self.app.settings
        folder = Path(settings.outbox) if settings.outbox else None
        if folder is None or not folder.is_dir():
            chosen = QFileDialog.getExistingDirectory(
                self, self.tr("The outbox, from where the municipality's system fetches")
            )
            if not chosen:
                return
            settings.outbox = chosen
            self.app.keep_settings()
            folder = Path(chosen)
        said = self.tr("Ready for sending: {name}").format(name=self._name)
        try:
            made = self.app.make(said, outbox.make_ready, self._signed.id, folder, again=again)
            if made:
                outbox.publish(made)
        except OSError as wrong:
            words = self.tr("The outbox could not be written: {why}.").format(why=os_words(wrong))
            self._wrong.setText(words)
            return
        if made:
            done = self.tr("Ready for sending. The municipality's system fetches the files.")
            lost = self.tr("XDIS91 cannot hold: {signs}").format(signs=made.lost)
            self._draft.setText(f"{done} {lost}" if made.lost else done)
            where = outside(folder)
            self._wrong.setText(tr_outside(where) if where else "")
            self._draft.show()
            self.leave.setFocus()  # a second Enter makes no second letter
        elif self.app.ask(consents.consent, self.course).standing is not Standing.HOLDS:
            self._say_no_consent()  # it was taken back at another desk

    def _is_ready(self) -> bool:
        every = self.app.ask(overview.messages, self.course)
        signed = self._signed.id if self._signed else None
        return any(one.status_id == signed and one.state is State.READY for one in every)

    def _say_no_consent(self) -> None:
        self._wrong.setText(
            self.tr("Nothing was made: there is no consent for this clinic. The try is noted.")
        )

    @Slot()
    def print_page(self) -> None:
        """The paper: the signed one as it was, else as it would be."""
        title = self.tr("End status to the GP")
        if self._signed and not self._correcting:
            preview(self, title, self.app, signing.copy, self._signed.id)
        elif self.course:
            args = self.course, self._texts(), self._choices(), LANGUAGE
            preview(self, title, self.app, signing.preview, *args)

    def _part(self, part: str) -> str:
        return {
            "conclusion": self.tr(
                "&Conclusion: reached, partly or not, and what is asked of the GP"
            ),
            "purpose": self.tr("Rea&son and goals"),
            "course": self.tr("The cours&e"),
            "result": self.tr("Res&ult"),
            "observations": self.tr("&Medical observations: falls, pain, dizziness"),
            "plan": self.tr("Recommendation and &next step"),
        }[part]

    def _outcome(self, outcome: str) -> str:
        return {
            "forsvundet": self.tr("Gone"),
            "mindsket": self.tr("Less"),
            "uændret": self.tr("Unchanged"),
            "forværret": self.tr("Worse"),
        }[outcome]


def complete(edit: QLineEdit, names: list[str]) -> None:
    """Offer names while one types, wherever in them it stands."""
    completer = QCompleter(names, edit)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    edit.setCompleter(completer)
