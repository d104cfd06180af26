"""A course in one line of a list, so that two of one citizen can be told apart."""

from PySide6.QtCore import QCoreApplication

from trainer_desktop.services.citizens.page import CourseChoice
from trainer_desktop.ui import dates
from trainer_desktop.ui.rule_words import tr_basis


def course_words(choice: CourseChoice) -> str:
    """Name, birthday, basis, since when, who is responsible."""
    parts = [choice.name, choice.number[:6], tr_basis(choice.basis)]
    if choice.started:
        said = QCoreApplication.translate("Course", "from {day}")
        parts.append(said.format(day=dates.date_year(choice.started)))
    return " · ".join(part for part in (*parts, choice.responsible) if part)
