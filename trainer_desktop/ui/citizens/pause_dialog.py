"""A pause: from, to and why; the trainings in between are released when somebody says so."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses import pausing
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Check, DateField, labelled


@guarded
class PauseDialog(CourseDialog):
    """Also shows the pauses there are, each to be taken back."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        today = app.now().date()
        self.first, self.last = DateField(today), DateField(today + timedelta(days=7))
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Hospital, holiday …"))
        self.release = Check("")
        self._missing = Text("", "small", "bad-text", wrap=True)
        self._there = col(gap=6)
        for one in app.ask(pausing.pauses, course.id):
            span = f"{dates.date_year(one.first)} – {dates.date_year(one.last)} · {one.reason}"
            back = Button(self.tr("Take back"), "link", small=True)
            back.setAccessibleName(f"{back.text()}: {span}")
            back.clicked.connect(lambda _=False, key=one.id: self._take_back(key))
            self._there.addLayout(row((Text(span, "body", wrap=True), 1), back))
        self.lay_out(
            self.tr("Pause"),
            self._there,
            row(
                col(*labelled(self.tr("&From"), self.first), gap=4),
                col(*labelled(self.tr("&Through"), self.last), gap=4),
            ),
            col(*labelled(self.tr("&Why"), self.why), gap=4),
            self.release,
            self._missing,
            Text(
                self.tr("The standard does not say that a pause moves deadlines or the duration."),
                "small",
                "text-2",
                wrap=True,
            ),
        )
        for day in (self.first, self.last):
            day.dateChanged.connect(self._count)
        self._count()

    @Slot()
    def _count(self) -> None:
        there = self.app.ask(pausing.between, self.course.id, self.first.day(), self.last.day())
        self.release.setText(self.tr("Release %n training(s) in between", "", len(there)))
        self.release.setVisible(bool(there))

    def _take_back(self, key: object) -> None:
        said = self.tr("Pause taken back: {name}").format(name=self.name)
        if self.app.do(said, pausing.take_back, key):  # type: ignore[arg-type]
            self.accept()

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Note the pause, and release when that is ticked."""
        if not self.why.text().strip():
            self._missing.setText(self.tr("Why is missing."))
            self.why.setFocus()
            return None
        key, first, last, why = self.course.id, self.first.day(), self.last.day(), self.why.text()
        release = self.release.isChecked()

        def write(work: Work) -> None:
            pausing.pause(work, key, first, last, why)
            if release:
                pausing.release(work, key, first, last)

        return self.tr("Pause: {name}").format(name=self.name), write
