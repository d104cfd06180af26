"""A field that finds a citizen's running course: type, arrow, done."""

import uuid
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services.citizens import page
from trainer_desktop.services.citizens.page import CourseChoice
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import col
from trainer_desktop.ui.parts.course_words import course_words
from trainer_desktop.ui.parts.fields import Choice, labelled


class FindCourse(QWidget):
    """Name, CPR or phone; the courses that were found stand below."""

    changed = Signal()

    def __init__(self, app: AppContext, word: str) -> None:
        super().__init__()
        self.app = app
        self._found: list[CourseChoice] = []
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Name, CPR or phone"))
        self._which = Choice(self.tr("Citizen and course"))
        col(*labelled(word, self.words), self._which, gap=4, on=self)
        self.setFocusProxy(self.words)
        for key, step in (("Down", 1), ("Up", -1)):
            walk = QShortcut(QKeySequence(key), self.words, partial(self._walk, step))
            walk.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.words.textChanged.connect(self._search)
        self._which.currentIndexChanged.connect(self.changed)
        self._search()

    def choice(self) -> CourseChoice | None:
        """Whoever is chosen."""
        place = self._which.currentIndex()
        return self._found[place] if 0 <= place < len(self._found) else None

    def choose(self, course_id: uuid.UUID) -> None:
        """Choose a course that is known already."""
        found = self.app.ask(page.course_choice, course_id)
        if found:
            with QSignalBlocker(self.words):
                self.words.setText(found.name)
            self._offer([found])

    def clear(self) -> None:
        """Begin again."""
        self.words.setFocus()
        self.words.clear()

    @Slot()
    def _search(self) -> None:
        words = self.words.text()
        self._offer(self.app.ask(page.course_choices, words, 20) if words else [])

    def _offer(self, found: list[CourseChoice]) -> None:
        self._found = found
        with QSignalBlocker(self._which):
            self._which.clear()
            self._which.addItems([course_words(c) for c in found])
            if not found:
                nobody = self.tr("Nobody in a course by that name")
                self._which.addItem(nobody if self.words.text() else self.tr("Write a name first"))
        self._which.setEnabled(bool(found))
        self.changed.emit()

    def _walk(self, step: int) -> None:
        place = self._which.currentIndex() + step
        if 0 <= place < len(self._found):
            self._which.setCurrentIndex(place)
