"""Correcting a course's figures or legal basis, with a reason; ledger and deadlines follow."""

from collections.abc import Callable
from functools import partial
from typing import get_args

from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from trainer_desktop.rules.standard_base import Event
from trainer_desktop.services import Work
from trainer_desktop.services.courses import correcting, history
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.registers.choices import BASES
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Choice, NumberField, labelled
from trainer_desktop.ui.rule_words import tr_basis, tr_event


@guarded
class CorrectDialog(CourseDialog):
    """The old values stay in the journal, with the reason."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        self.basis = Choice()
        self.basis.addItems([tr_basis(one) for one in BASES])
        self.basis.setCurrentIndex(BASES.index(course.basis) if course.basis in BASES else 0)
        self.trainings = NumberField(0, 200, course.package.granted or 0)
        self.trainings.setSpecialValueText(self.tr("Not set"))
        self.minutes = NumberField(5, 600, course.minutes_each or 45, self.tr("min."))
        self.why = QLineEdit()
        self._missing = Text("", "small", "bad-text", wrap=True)
        self.lay_out(
            self.tr("Correct the course"),
            col(*labelled(self.tr("&Legal basis"), self.basis), gap=4),
            row(
                col(*labelled(self.tr("&Trainings"), self.trainings), gap=4),
                col(*labelled(self.tr("&Minutes each"), self.minutes), gap=4),
            ),
            col(*labelled(self.tr("&Why it is corrected"), self.why), gap=4),
            self._missing,
            self._before(app),
        )

    def _before(self, app: AppContext) -> QLayout:
        """What stood here before, and why it was corrected."""
        lines = col(gap=4)
        for was in app.ask(history.corrections, self.course.id):
            day = dates.date_year(was.day) if was.day else ""
            for name, old, new in was.changes:
                what = self._field(name)
                if what:
                    said = self.tr("{day}, {who}: {what} was {old}, became {new} ({why})")
                    words = said.format(
                        day=day, who=was.by, what=what, old=old or "–", new=new or "–", why=was.why
                    )
                    lines.addWidget(Text(words, "small", "text-2", wrap=True))
        return lines

    def _field(self, name: str) -> str:
        words = {
            "basis": self.tr("legal basis"),
            "package_trainings": self.tr("trainings"),
            "package_minutes": self.tr("minutes in all"),
        }
        return tr_event(name) if name in get_args(Event) else words.get(name, "")

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Write what differs."""
        why = self.why.text().strip()
        if not why:
            self._missing.setText(self.tr("Why is missing."))
            self.why.setFocus()
            return None
        texts = {"basis": BASES[self.basis.currentIndex()]}
        if self.trainings.value():
            texts["trainings"] = str(self.trainings.value())
            texts["minutes"] = str(self.minutes.value())
        said = self.tr("Corrected: {name} ({why})").format(name=self.name, why=why)
        return said, partial(correcting.correct, course_id=self.course.id, texts=texts, reason=why)
