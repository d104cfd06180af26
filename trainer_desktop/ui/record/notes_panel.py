"""A citizen's notes: found by their words, read, corrected by a new one; the one being written is kept as a draft."""

import uuid

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_desktop.rules.rights import Right
from trainer_desktop.services.record import notes
from trainer_desktop.services.record.notes import NoteCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Icon, Pill, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.keeper import Keeper, draft_words
from trainer_desktop.ui.theme import theme

LINES = 9  # of text that a new note shows


@guarded
class NotesPanel(QWidget):
    """Notes at the left, the new one at the right."""

    def __init__(self, app: AppContext, citizen: uuid.UUID, course: uuid.UUID | None) -> None:
        super().__init__()
        self._app, self._citizen, self._course = app, citizen, course
        self._corrects: NoteCard | None = None
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the notes"))
        self.words.setAccessibleName(self.tr("Find in the notes"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(theme.px(240))
        self._count = Text("", "small", "text-2")
        self._list = col(gap=10)
        listing = Card()
        col(
            row(self.words, self._count, None, gap=12),
            self._list,
            gap=12,
            margins=(16, 12, 16, 14),
            on=listing,
        )
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * LINES + theme.px(20))
        self.text.setAccessibleName(self.tr("New note"))
        self._title = Text(self.tr("New note"), "heading")
        self._quote = Text("", "small", "text-2", wrap=True)
        self._said = Text("", "small", "text-3", wrap=True)
        self.sign = Button(self.tr("Sign as {who}").format(who=app.user), "primary", key="Ctrl+↵")
        self._drop = Button(self.tr("Throw away"), "quiet")
        rule = self.tr("Signed, it cannot be changed: it is corrected by a new note.")
        new = Card()
        new.setFixedWidth(theme.px(380))
        col(
            self._title,
            self._quote,
            self.text,
            self._said,
            row(Icon("lock", "text-3", 14), (Text(rule, "small", "text-2", wrap=True), 1), gap=6),
            row(self._drop, None, self.sign),
            gap=10,
            margins=(16, 12, 16, 14),
            on=new,
        )
        whole = row(gap=12, on=self)
        whole.addLayout(col(listing, None), 1)
        whole.addLayout(col(new, None))
        if not app.may(Right.WRITE_CLINICAL):
            new.hide()
        self._keeper = Keeper(app, "note", {"text": self.text}, self)
        self.sign.clicked.connect(self.write)
        self._drop.clicked.connect(self._throw_away)
        self.words.textChanged.connect(self.refresh)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, self.write)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._begin()
        self.refresh()

    @property
    def touched(self) -> bool:
        """Whether a note has been begun."""
        return self._keeper.typed

    def _begin(self) -> None:
        self._corrects = None
        self._quote.hide()
        self._title.setText(self.tr("New note"))
        kept = self._keeper.begin(str(self._citizen))
        self._said.setText(draft_words(kept, stays=True))
        self._said.setVisible(bool(kept))

    @Slot()
    def refresh(self) -> None:
        """Read the notes again; the one being written stays."""
        clear(self._list)
        found = self._app.ask(notes.notes, self._citizen, self.words.text())
        self._count.setText(self.tr("%n note(s)", "", len(found)))
        for note in found:
            self._list.addWidget(self._note(note))
            self._list.addWidget(Rule("line-soft"))
        if not found:
            nothing = self.tr("No note has these words.") if self.words.text() else ""
            said = nothing or self.tr("Nothing has been noted yet.")
            self._list.addWidget(Text(said, "body", "text-2"))

    def _note(self, note: NoteCard) -> QWidget:
        box = QWidget()
        at = f"{dates.date_year(note.written_at.date())} {dates.at_clock(note.written_at)}"
        head = row(Text(at, "strong"), Text(note.written_by, "small", "text-2"), gap=8)
        if note.corrected_at:
            when = dates.short_date(note.corrected_at.date())
            head.addWidget(Pill(self.tr("Corrected {when}, see above").format(when=when), "warn"))
        head.addStretch(1)
        if not note.corrected_at:
            correct = Button(self.tr("Correct …"), "link", small=True)
            correct.setAccessibleName(self.tr("Correct the note of {when}").format(when=at))
            correct.clicked.connect(lambda: self._correct(note))
            head.addWidget(correct)
        parts: list[QWidget] = []
        if note.corrects_at:
            said = self.tr("Corrects the note of {when}: «{text}»")
            when = dates.short_date(note.corrects_at.date())
            parts.append(
                Text(said.format(when=when, text=note.quote), "small", "text-2", wrap=True)
            )
        faint = "text-3" if note.corrected_at else "text"
        col(head, *parts, Text(note.text, "body", faint, wrap=True), gap=4, on=box)
        return box

    def _correct(self, note: NoteCard) -> None:
        self._corrects = note
        when = dates.short_date(note.written_at.date())
        self._title.setText(self.tr("Correction of the note of {when}").format(when=when))
        self._quote.setText(f"«{note.text}»")
        self._quote.show()
        self.text.setFocus()

    @Slot()
    def _throw_away(self) -> None:
        self.text.clear()
        self._keeper.done()
        self._begin()
        self.text.setFocus()

    @Slot()
    def write(self) -> None:
        """Sign it."""
        text, corrects = self.text.toPlainText(), self._corrects
        key = corrects.id if corrects else None
        if not text.strip():
            self._said.setText(self.tr("Nothing is written yet."))
            self._said.show()
            self.text.setFocus()
            return
        said = self.tr("Note signed")
        if self._app.do(said, notes.write, self._citizen, text, self._course, key):
            self.text.clear()
            self._keeper.done()
            self._begin()
            self.refresh()
