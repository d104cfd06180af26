"""A complaint and its clock; those that wait for an answer get it here."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.record import complaints
from trainer_desktop.services.record.complaints import (
    APPEALED,
    KINDS,
    OUTCOMES,
    RIDE,
    ComplaintCard,
)
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import DateField, labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.theme import theme


@guarded
class ComplaintDialog(CourseDialog):
    """What it is over is chosen by a person."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        self.kinds = Segments([self._word(kind) for kind in KINDS], self.tr("Over what"), -1)
        self.day, self.text = DateField(app.now().date()), QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(96))
        self._wrong = Text("", "small", "bad-text", wrap=True)
        there = QWidget()
        listed = col(gap=8, on=there)
        for one in app.ask(complaints.complaints, course.id):
            listed.addWidget(self._line(one))
        self.lay_out(
            self.tr("Complaint"),
            there,
            row(self.kinds, None),
            col(*labelled(self.tr("&Received"), self.day), gap=4),
            col(*labelled(self.tr("&What the citizen says"), self.text), gap=4),
            self._wrong,
        )
        self.setMinimumWidth(theme.px(560))

    def _line(self, one: ComplaintCard) -> QWidget:
        box = QWidget()
        said = f"{dates.date_year(one.received)} · {self._word(one.kind)}: {one.text}"
        parts: list[QWidget] = [Text(said, "body", wrap=True)]
        if one.answered:
            done = f"{self._outcome(one.outcome)} {dates.date_year(one.answered)}"
            parts.append(Text(done, "small", "text-2"))
            col(*parts, gap=2, on=box)
            return box
        if one.due:
            due = self.tr("Answer by {day}").format(day=dates.date_year(one.due.due))
            parts.append(Text(due, "small", "warn-text"))
        if one.goes_to:
            parts.append(Text(self.tr("Heard by {who}").format(who=one.goes_to), "small", "text-2"))
        buttons = []
        for outcome in OUTCOMES:
            if one.kind == RIDE and outcome == APPEALED:
                continue  # nobody hears an appeal of it
            button = Button(self._outcome(outcome), "link", small=True)
            button.clicked.connect(lambda _=False, o=outcome: self._answer(one.id, o))
            buttons.append(button)
        col(*parts, row(*buttons, None), gap=2, on=box)
        return box

    def _answer(self, key: uuid.UUID, outcome: str) -> None:
        said = self.tr("Complaint answered: {name}").format(name=self.name)
        if self.app.do(said, complaints.answer, key, outcome):
            self.accept()

    def _word(self, kind: str) -> str:
        return {
            "service_level": self.tr("The decision or service"),
            "professional": self.tr("The professional content"),
            "ride_117": self.tr("Rides (§ 117)"),
        }[kind]

    def _outcome(self, outcome: str) -> str:
        return {
            "upheld": self.tr("Upheld"),
            "changed": self.tr("Changed"),
            "forwarded": self.tr("Sent on"),
        }[outcome]

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Note it."""
        at, text = self.kinds.active, self.text.toPlainText()
        if at < 0 or not text.strip():
            self._wrong.setText(self.tr("What it is over, and what is said, are missing."))
            (self.kinds.group.buttons()[0] if at < 0 else self.text).setFocus()
            return None
        said = self.tr("Complaint noted: {name}").format(name=self.name)
        note = partial(
            complaints.receive,
            course_id=self.course.id,
            kind=KINDS[at],
            text=text,
            day=self.day.day(),
        )
        return said, note
