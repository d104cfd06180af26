"""Keeps what is half typed in a form as a draft in the store, so that it outlives the window, a crash and a power cut."""

from collections.abc import Mapping
from threading import Lock

from PySide6.QtCore import QCoreApplication, QDate, QObject, QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from trainer_desktop.services import Store
from trainer_desktop.services.store import drafts
from trainer_desktop.services.store.drafts import Kept, Texts
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.fields import OptionalDateField
from trainer_desktop.ui.parts.form_field import FormField
from trainer_desktop.ui.parts.one_of import Segments

translate = QCoreApplication.translate
EVERY = 1500  # milliseconds between two looks at what is typed
Editors = Mapping[str, QWidget]


@guarded
class Keeper(QObject):
    """Watches the editors of one form; `begin` when the form is shown empty, `done` when it is saved or given up."""

    def __init__(self, app: AppContext, form: str, editors: Editors, owner: QWidget) -> None:
        super().__init__(owner)
        self._app, self._form, self._editors = app, form, editors
        self._about = ""
        self._wanted: dict[str, Texts] = {}  # what is to be written, by what it is about
        self._last: dict[str, Texts] = {}  # what was written last, by what it is about
        self._writing, self._lock = False, Lock()
        self._empty: Texts = {}
        self._known: Texts = {}
        self._look = QTimer(self, interval=EVERY)
        self._look.timeout.connect(self.look)

    def begin(self, about: str = "", *, anew: bool = False) -> Kept | None:
        """Watch from what stands in the form now; puts back what was typed before (unless `anew`), and answers it."""
        self._about = about
        self._empty = self._known = self._texts()
        kept = None if anew else self._kept(about)
        if kept:
            for name, text in kept.texts.items():
                if name in self._editors:
                    put(self._editors[name], text)
            self._known = self._texts()
        self._look.start()
        return kept

    def _kept(self, about: str) -> Kept | None:
        """The draft; while one is being written, that one, for the store does not have it yet."""
        with self._lock:
            texts = self._last.get(about) if self._writing else None
        if texts is not None:
            return Kept(texts, self._app.now()) if texts else None
        return self._app.ask(drafts.kept, self._form, about)

    def done(self) -> None:
        """It is saved, or given up: there is no draft any more."""
        self._look.stop()
        if self._known != self._empty:
            self._write({})
        self._known = self._empty

    def rest(self) -> None:
        """Keep what is typed, and watch no more until `begin`: the form is about to show something else."""
        self.look()
        self._look.stop()

    @property
    def typed(self) -> bool:
        """Whether something stands in the form that is not saved."""
        return self._look.isActive() and self._texts() != self._empty

    @Slot()
    def look(self) -> None:
        """Keep what is typed, when it is not what was kept last."""
        now = self._texts()
        if now == self._known or not self._look.isActive():
            return
        self._known = now
        self._write({name: text for name, text in now.items() if text != self._empty[name]})

    def _write(self, texts: Texts) -> None:
        """Only what was typed: the rest may be changed by others meanwhile."""
        with self._lock:
            self._wanted[self._about] = self._last[self._about] = texts
            if self._writing:
                return
            self._writing = True
        self._app.run_later(self, self._tell, self._drain)

    def _drain(self, store: Store) -> bool:
        """On a worker, one after the other: an older draft never comes after the one that replaces it."""
        done = True
        while True:
            with self._lock:
                if not self._wanted:
                    self._writing = False
                    return done
                about = next(iter(self._wanted))
                texts = self._wanted.pop(about)
            done = drafts.keep_quietly(store, self._form, texts, about) and done

    def _tell(self, done: bool) -> None:
        if not done:
            self._known = {"": "not kept"}  # the next look tries again

    def _texts(self) -> Texts:
        return {name: value_of(editor) for name, editor in self._editors.items()}


def draft_words(kept: Kept | None, *, stays: bool = False) -> str:
    """What a form says of a draft that is here again; nothing for none. `stays`: Esc does not give it up."""
    if kept is None:
        return ""
    at = f"{dates.short_date(kept.at.date())} {dates.at_clock(kept.at)}"
    if stays:
        return translate("Keeper", "Your draft of {when} is here again").format(when=at)
    said = translate("Keeper", "Your draft of {when} is here again; Esc gives it up")
    return said.format(when=at)


def value_of(editor: QWidget) -> str:
    """What stands in an editor, as text."""
    match editor:
        case FormField():
            return editor.text()
        case OptionalDateField():
            day = editor.chosen()
            return day.isoformat() if day else ""
        case QLineEdit():
            return editor.text()
        case QPlainTextEdit():
            return editor.toPlainText()
        case QCheckBox():
            return "x" if editor.isChecked() else ""
        case QComboBox():
            return editor.currentText()
        case QSpinBox():
            return str(editor.value())
        case Segments():
            return str(editor.active)
    raise AssertionError(editor)


def put(editor: QWidget, text: str) -> None:
    """Let a text stand in an editor, as if somebody had typed it; what it cannot hold is left out."""
    match editor:
        case FormField():
            editor.take_text(text)
        case OptionalDateField():
            day = QDate.fromString(text, "yyyy-MM-dd")
            editor.take_day(day.toPython()) if day.isValid() else editor.clear_day()  # type: ignore[arg-type]
        case QLineEdit():
            editor.setText(text)
        case QPlainTextEdit():
            editor.setPlainText(text)
        case QCheckBox():
            editor.setChecked(bool(text))
        case QComboBox():
            at = editor.findText(text)
            if at >= 0 or not editor.isEditable():
                editor.setCurrentIndex(at)
            else:
                editor.setCurrentText(text)
        case QSpinBox():
            editor.setValue(int(text) if text.lstrip("-").isdigit() else editor.minimum())
        case Segments():
            if text.isdigit():
                editor.choose(int(text))
