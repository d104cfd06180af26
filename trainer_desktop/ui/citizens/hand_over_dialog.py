"""Giving a course to another responsible therapist, and another centre, with its trainings or without."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.booking import handing_over
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Check, Choice, labelled


@guarded
class HandOverDialog(CourseDialog):
    """Nobody is chosen beforehand."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        self._staff = [s for s in app.ask(roster.therapists) if s.short != course.responsible]
        self._centres = app.ask(roster.centres)
        self.who, self.where = Choice(), Choice()
        self.who.addItems([f"{s.short} · {s.name}" for s in self._staff])
        self.who.leave_open()
        self.where.addItems([c.name for c in self._centres])
        names = [c.name for c in self._centres]
        self.where.setCurrentIndex(names.index(course.centre) if course.centre in names else 0)
        self.along = Check(self.tr("Also the trainings to come that are no team's"))
        self.lay_out(
            self.tr("Hand over"),
            col(*labelled(self.tr("&To"), self.who), gap=4),
            col(*labelled(self.tr("&Centre"), self.where), gap=4),
            self.along,
            Text(
                self.tr("A time at which she is busy is refused, and nothing is done."),
                "small",
                "text-2",
            ),
        )
        self.who.currentIndexChanged.connect(lambda at: self.save.setEnabled(at >= 0))
        self.save.setEnabled(False)

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Give it over."""
        staff = self._staff[self.who.currentIndex()]
        centre = self._centres[self.where.currentIndex()]
        said = self.tr("Handed over to {who}: {name}").format(who=staff.short, name=self.name)
        return said, partial(
            handing_over.hand_over,
            course_id=self.course.id,
            staff_id=staff.id,
            centre_id=centre.id,
            trainings=self.along.isChecked(),
        )
