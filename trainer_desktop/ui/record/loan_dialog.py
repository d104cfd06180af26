"""What is lent to the citizen, and what came back."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.record import loans
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import DateField, labelled


@guarded
class LoanDialog(CourseDialog):
    """Lend one thing at a time; each that is out can come back."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        self.what, self.day = QLineEdit(), DateField(app.now().date())
        self._wrong = Text("", "small", "bad-text", wrap=True)
        there = QWidget()
        listed = col(gap=6, on=there)
        for one in app.ask(loans.loans, course.id):
            span = f"{dates.date_year(one.lent)} – {dates.date_year(one.back) if one.back else ''}"
            line = row((Text(f"{one.what} · {span}", "body", wrap=True), 1))
            if one.back is None:
                back = Button(self.tr("Back today"), "link", small=True)
                back.setAccessibleName(f"{back.text()}: {one.what}")
                back.clicked.connect(lambda _=False, key=one.id: self._bring_back(key))
                line.addWidget(back)
            listed.addLayout(line)
        self.lay_out(
            self.tr("Lent things"),
            there,
            col(*labelled(self.tr("&What"), self.what), gap=4),
            col(*labelled(self.tr("&Day"), self.day), gap=4),
            self._wrong,
        )
        self.save.setText(self.tr("Lend"))

    def _bring_back(self, key: uuid.UUID) -> None:
        said = self.tr("Back from {name}").format(name=self.name)
        if self.app.do(said, loans.bring_back, key):
            self.accept()

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Lend it."""
        what = self.what.text().strip()
        if not what:
            self._wrong.setText(self.tr("What is missing."))
            self.what.setFocus()
            return None
        said = self.tr("Lent: {what}").format(what=what)
        return said, partial(loans.lend, course_id=self.course.id, what=what, day=self.day.day())
