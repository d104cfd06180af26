"""A closed course opened again, with a reason."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.record import closing
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import labelled


@guarded
class ReopenDialog(CourseDialog):
    """What was released stays released, and is booked anew."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        self.why = QLineEdit()
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self.lay_out(
            self.tr("Open the course again"),
            col(*labelled(self.tr("&Why"), self.why), gap=4),
            Text(
                self.tr("Times that were released when it ended are booked anew."),
                "small",
                "text-2",
                wrap=True,
            ),
            self._wrong,
        )
        self.save.setText(self.tr("Open again"))

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Open it."""
        why = self.why.text().strip()
        if not why:
            self._wrong.setText(self.tr("Why is missing."))
            self.why.setFocus()
            return None
        said = self.tr("Open again: {name}").format(name=self.name)
        return said, partial(closing.reopen, course_id=self.course.id, reason=why)
