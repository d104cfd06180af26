"""One field of a form: its label, its editor by kind, and what is wrong with it, said beneath at once."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from trainer_desktop.rules.fields import REFERS, Field, Kind
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col
from trainer_desktop.ui.parts.fields import Check, Choice, OptionalDateField, labelled
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.theme import theme

YES, NO = "ja", "nej"
Options = list[tuple[str, str]]  # the text that is kept, and the words that are shown


@guarded
class FormField(QWidget):
    """A field; `text` is what a register reads, whatever it is edited with."""

    changed = Signal()
    entered = Signal()  # Enter in a line

    def __init__(
        self, field: Field, word: str, options: Options | None = None, hint: str = ""
    ) -> None:
        super().__init__()
        self.field = field
        self._options = options or []
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self._wrong.hide()
        self._touched = False
        self.editor = self._made(word)
        plain = word.replace("&", "")
        if isinstance(self.editor, Check):
            self.editor.setText(word)
            col(self.editor, self._wrong, gap=2, on=self)
        else:
            col(*labelled(word, self.editor), self._wrong, gap=4, on=self)
        self.editor.setAccessibleName(plain)
        if hint and isinstance(self.editor, QLineEdit):
            self.editor.setPlaceholderText(hint)
        self.show_text(field.default)

    def _made(self, _word: str) -> QWidget:
        kind = self.field.kind
        if kind is Kind.YES_NO:
            check = Check()
            check.toggled.connect(self._edited)
            return check
        if kind is Kind.CHOICE or kind in REFERS:
            choice = Choice()
            if not self.field.required:
                self._options = [("", "–"), *self._options]
            choice.addItems([words for _text, words in self._options])
            choice.currentIndexChanged.connect(self._edited)
            return choice
        if kind is Kind.DAY:
            day = OptionalDateField(None)
            day.dateChanged.connect(self._edited)
            return day
        if kind is Kind.LINES:
            lines = QPlainTextEdit()
            lines.setTabChangesFocus(True)
            lines.setFixedHeight(theme.px(64))
            lines.textChanged.connect(self._edited)
            return lines
        line = QLineEdit()
        line.textEdited.connect(self._edited)
        line.returnPressed.connect(self.entered)
        return line

    @Slot()
    def _edited(self) -> None:
        self._touched = True
        self.changed.emit()

    def text(self) -> str:
        """What stands in it, as a register reads it."""
        match self.editor:
            case Check():
                return YES if self.editor.isChecked() else NO
            case Choice():
                at = self.editor.currentIndex()
                return self._options[at][0] if at >= 0 else ""
            case OptionalDateField():
                day = self.editor.chosen()
                return day.isoformat() if day else ""
            case QPlainTextEdit():
                return self.editor.toPlainText()
            case QLineEdit():
                return self.editor.text()
        raise AssertionError(self.editor)

    def show_text(self, text: str) -> None:
        """Let this stand in it, as if nobody had touched it yet."""
        with QSignalBlocker(self.editor):
            match self.editor:
                case Check():
                    self.editor.setChecked(text == YES)
                case Choice():
                    kept = [one.casefold() for one, _words in self._options]
                    if (
                        text and text.casefold() not in kept
                    ):  # out of use by now: it stays until another is chosen
                        self._options.append((text, text))
                        self.editor.addItem(text)
                        kept.append(text.casefold())
                    found = kept.index(text.casefold()) if text.casefold() in kept else -1
                    self.editor.setCurrentIndex(found)
                case OptionalDateField():
                    self._show_day(self.editor, text)
                case QPlainTextEdit():
                    self.editor.setPlainText(text)
                case QLineEdit():
                    self.editor.setText(text)
        self._touched = False
        self.say(None)

    def take_text(self, text: str) -> None:
        """Let this stand in it as somebody had typed it: a draft."""
        same = text == self.text()
        self.show_text(text)
        self._touched = not same

    def _show_day(self, editor: OptionalDateField, text: str) -> None:
        editor.clear_day()
        if text:
            editor.take_day(date.fromisoformat(text))

    @property
    def touched(self) -> bool:
        """Whether somebody has typed in it since it was shown."""
        return self._touched

    def say(self, no: Refused | None) -> None:
        """Say what is wrong with it, beneath; None takes it away."""
        words = ". ".join(part.rstrip(".") for part in tr_refused(no) if part) if no else ""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.editor.setProperty("unread", bool(words))
        self.editor.setAccessibleDescription(words)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    @property
    def said(self) -> str:
        """What is said beneath."""
        return self._wrong.text()

    def setFocus(self) -> None:  # type: ignore[override]
        """Hand the keyboard to the editor."""
        self.editor.setFocus()
        if isinstance(self.editor, QLineEdit):
            self.editor.selectAll()
