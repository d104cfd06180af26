"""The parts of a citizen's page that hold the record: tests, notes and letters, each of the course that runs."""

import uuid

from PySide6.QtWidgets import QWidget

from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, clear, col, row
from trainer_desktop.ui.parts.fields import Choice
from trainer_desktop.ui.record.letters_panel import LettersPanel
from trainer_desktop.ui.record.notes_panel import NotesPanel
from trainer_desktop.ui.record.tests_panel import TestsPanel
from trainer_desktop.ui.rule_words import tr_basis_name


@guarded
class Record(QWidget):
    """One part of a citizen's record; with several courses one chooses of which."""

    def __init__(self, app: AppContext, card: CitizenPageCard, part: str) -> None:
        super().__init__()
        self._app, self._part, self._citizen = app, part, card.id
        self._courses = sorted(card.courses, key=lambda c: c.ended is not None)
        self.which = Choice(self.tr("Course"))
        self.which.addItems([_called(course) for course in self._courses])
        self.which.setMinimumContentsLength(28)
        if len(self._courses) < 2 or part == "notes":
            self.which.hide()
        self._box = col()
        col(row(self.which, None), self._box, None, gap=10, on=self)
        self.panel: TestsPanel | NotesPanel | LettersPanel | None = None
        self.which.currentIndexChanged.connect(self._show)
        self._show()

    def _show(self) -> None:
        clear(self._box)
        at = self.which.currentIndex()
        course = self._courses[at] if 0 <= at < len(self._courses) else None
        self.panel = self._made(course)
        if self.panel:
            self._box.addWidget(self.panel)
        else:
            said = self.tr("There is no course yet to write this on.")
            self._box.addWidget(Text(said, "body", "text-2"))

    def _made(self, course: CourseCard | None) -> TestsPanel | NotesPanel | LettersPanel | None:
        if self._part == "notes":
            key: uuid.UUID | None = course.id if course and not course.ended else None
            return NotesPanel(self._app, self._citizen, key)
        if course is None:
            return None
        if self._part == "tests":
            return TestsPanel(self._app, course.id, ended=course.ended is not None)
        return LettersPanel(self._app, course.id)

    def refresh(self) -> None:
        """Read again; what is being written stays."""
        if self.panel:
            self.panel.refresh()


def _called(course: CourseCard) -> str:
    parts = (course.number, tr_basis_name(course.basis), course.responsible)
    return " · ".join(part for part in parts if part)


CLINICAL = (2, 3)  # the tabs of tests and notes
RECORDS = {
    2: lambda app, card: Record(app, card, "tests"),
    3: lambda app, card: Record(app, card, "notes"),
    4: lambda app, card: Record(app, card, "letters"),
}
