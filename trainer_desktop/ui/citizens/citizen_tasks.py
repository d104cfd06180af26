"""What waits on a citizen: re-evaluations and deadlines, each with its rule."""

from PySide6.QtWidgets import QLayout, QWidget

from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Icon, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.rule_words import tr_deadline, tr_step, tr_trigger


@guarded
class CitizenTasks(Card):
    """Beside the courses."""

    def __init__(self, card: CitizenPageCard) -> None:
        super().__init__()
        head = row(
            Text(self.tr("Tasks"), "heading"), None, Text(str(len(card.tasks)), "small", "text-3")
        )
        lines: list[QWidget | QLayout] = [head]
        for task in card.tasks:
            item = task.reevaluation
            title = _title(task)
            if task.rejected:
                title = self.tr("The clinic did not get the end status")
            due = dates.short_day(task.due) if task.due else self.tr("no deadline set")
            late = task.group.value == "over"
            who = col(
                Text(title, "body"),
                Text(" · ".join(p for p in (task.responsible, due) if p), "small", "text-3"),
                gap=1,
            )
            rule = item.rule if item else task.deadline.rule if task.deadline else None
            place = Button(self.tr("Rule"), "link", small=True)
            place.setAccessibleName(self.tr("The rule for: {what}").format(what=title))
            place.clicked.connect(lambda _=False, r=rule: show_rule(self, r) if r else None)
            icon = Icon("reeval" if item else "late", "bad-text" if late else "warn-text", 16)
            place.setVisible(rule is not None)
            lines.append(row(col(2, icon, None), who, None, place, gap=10))
        if not card.tasks:
            lines.append(Text(self.tr("Nothing waits."), "body", "text-2"))
        col(*lines, gap=10, margins=(16, 12, 12, 14), on=self)


def _title(task: TaskCard) -> str:
    if task.reevaluation:
        return tr_trigger(task.reevaluation)
    if task.ending:
        return tr_step(task.ending.step)
    return tr_deadline(task.deadline) if task.deadline else ""
