"""What the parts of a task share: a fact with its word, the pill with its last day, and the edges around a part."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLayout

from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.parts.basics import Pill, Text, row
from trainer_desktop.ui.theme import theme

translate = QCoreApplication.translate


def padded(layout: QLayout, top: int = 14, bottom: int = 14) -> QLayout:
    """A part with the panel's edges."""
    layout.setContentsMargins(theme.px(20), theme.px(top), theme.px(20), theme.px(bottom))
    return layout


def fact(word: str, value: str) -> QLayout:
    """A fact: its word at the left, its value at the right."""
    label, said = Text(word, "small", "text-3"), Text(value, "small", figures=True)
    return row(label, None, said, gap=8, margins=(0, 3, 0, 3))


def due_pill(task: TaskCard) -> Pill:
    """Until when."""
    if task.due is None:
        return Pill(translate("TaskPanel", "No deadline"), "warn", "reeval")
    said = translate("TaskPanel", "By {day}").format(day=dates.short_date(task.due))
    return Pill(said, "bad" if task.group.value == "over" else "warn", "late")
