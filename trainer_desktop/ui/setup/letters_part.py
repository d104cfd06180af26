"""Breve: the wording of each letter, with the fields that may be named, what is wrong with it, its versions, and how it looks."""

from PySide6.QtCore import QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from trainer_desktop.services.papers import letter_texts, writing
from trainer_desktop.services.papers.letter_names import KINDS, names
from trainer_desktop.services.papers.letter_texts import Version
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, labelled
from trainer_desktop.ui.parts.keeper import Keeper, draft_words
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.record.letter_words import tr_letter
from trainer_desktop.ui.theme import theme

LANGUAGES = ("da", "en")
PAUSE = 200  # milliseconds of rest before the fields are checked


@guarded
class LettersPart(QWidget):
    """Letters that were made do not change with their wording."""

    changed = Signal()

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        self._saved = ""
        self.kind = Choice(self.tr("Letter"))
        self.kind.addItems([tr_letter(kind) for kind in KINDS])
        self.language = Segments(["Dansk", "English"], self.tr("Language"), 0)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Wording"))
        self.text.setStyleSheet(f"QPlainTextEdit {{ min-height: {theme.px(400)}px; }}")
        self.text.setTabChangesFocus(True)
        self._field = Drop(self.tr("Field"), self.tr("Put in a field"))
        self._said = Text("", "small", "bad-text", wrap=True)
        self._draft, self._own = Text("", "small", "text-2", wrap=True), False
        self._see = Button(self.tr("See it"), "plain", icon="eye")
        self._ours = Button(self.tr("Back to ours"), "plain", icon="undo")
        self.save = Button(self.tr("Use from now on"), "primary", key="Ctrl+↵")
        self._versions = col(gap=4)
        how = self.tr(
            "# begins the title, ## a heading, > the box, - a list. A field stands in braces; a paragraph whose"
            " field has nothing to say is left out."
        )
        col(
            Text(self.tr("The wording of letters"), "title", wrap=True),
            Text(how, "small", "text-2", wrap=True),
            row((_box(self.tr("&Letter"), self.kind), 1), self.language, self._field, None),
            self.text,
            self._draft,
            self._said,
            row(self._see, self._ours, None, self.save),
            Rule(),
            Text(self.tr("Versions"), "label", "text-2"),
            self._versions,
            None,
            gap=10,
            margins=(24, 20, 24, 20),
            on=self,
        )
        self._keeper = Keeper(app, "wording", {"text": self.text}, self)
        self._look = QTimer(self, interval=PAUSE, singleShot=True)
        self._look.timeout.connect(self._check)
        self.text.textChanged.connect(self._look.start)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.language.group.idToggled.connect(self.refresh)
        self._see.clicked.connect(self._preview)
        self._ours.clicked.connect(self._back)
        self.save.clicked.connect(lambda: self._keep(self.text.toPlainText()))

    @property
    def _which(self) -> tuple[str, str]:
        return KINDS[max(0, self.kind.currentIndex())], LANGUAGES[max(0, self.language.active)]

    @Slot()
    def refresh(self) -> None:
        """Read the wording in use; what was half written is put back."""
        self._keeper.look()
        kind, language = self._which
        every = self._app.ask(letter_texts.versions, kind, language)
        with QSignalBlocker(self.text):
            self.text.setPlainText(every[0].text)
        self._saved = every[0].text
        kept = self._keeper.begin(f"{kind}-{language}")
        self._draft.setText(draft_words(kept, stays=True))
        self._draft.setVisible(bool(kept))
        self._own = not every[0].ours
        menu = QMenu(self._field)
        for name in sorted(names(language)):
            menu.addAction(f"{{{name}}}").triggered.connect(
                lambda _=False, name=name: self._put(name)
            )
        self._field.use_menu(menu)
        clear(self._versions)
        for number, one in enumerate(every):
            self._versions.addWidget(Text(self._called(one, in_use=number == 0), "small", "text-2"))
        self._check()

    def _called(self, one: Version, *, in_use: bool) -> str:
        words = self.tr("Ours, as it came with the program")
        if one.written_at:
            at = f"{dates.date_year(one.written_at.date())} {dates.at_clock(one.written_at)}"
            words = self.tr("{when} by {who}").format(when=at, who=one.written_by)
        return self.tr("In use: {what}").format(what=words) if in_use else words

    def _put(self, name: str) -> None:
        self.text.insertPlainText(f"{{{name}}}")
        self.text.setFocus()

    @Slot()
    def _check(self) -> None:
        """Say which fields do not exist, and what may have been meant."""
        text, (_kind, language) = self.text.toPlainText(), self._which
        lines = []
        for one in letter_texts.mistakes(text, language):
            said = self.tr("Line {n}: there is no field «{name}».")
            said = said.format(n=one.line + 1, name=one.name)
            meant = self.tr("Was {name} meant?").format(name=one.like) if one.like else ""
            lines.append(f"{said} {meant}".strip())
        self._said.setText("\n".join(lines))
        self._said.setVisible(bool(lines))
        self.text.setAccessibleDescription("\n".join(lines))
        typed = text.strip() != self._saved.strip()
        self.save.setEnabled(not lines and typed)
        self._ours.setEnabled(typed or self._own)

    @Slot()
    def _preview(self) -> None:
        kind, language = self._which
        course = self._app.ask(writing.some_course)
        if course is None:
            self._said.setText(self.tr("There is no course yet to show it for."))
            self._said.show()
            return
        args = course, kind, None, language, self.text.toPlainText()
        preview(self, tr_letter(kind), self._app, writing.preview, *args)

    @Slot()
    def _back(self) -> None:
        """What was typed is given up; a wording of the centre's own goes back to ours."""
        self._keeper.done()
        if self._own:
            self._keep("")
        else:
            self.refresh()

    def _keep(self, text: str) -> None:
        kind, language = self._which
        said = self.tr("Wording: {letter}").format(letter=tr_letter(kind))
        if self._app.do(said, letter_texts.save, kind, language, text):
            self._keeper.done()
            self.refresh()
            self.changed.emit()


def _box(word: str, field: QWidget) -> QWidget:
    box = QWidget()
    col(*labelled(word, field), gap=4, on=box)
    return box
