"""Trainings beyond the package: how many and why, checked against the standard's rule."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.rules.extra import ExtraAnswer
from trainer_desktop.services.courses import extras
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import NumberField, labelled
from trainer_desktop.ui.theme import theme


class ExtraDialog(QDialog):
    """The responsible therapist gives; the rule is shown before it is saved."""

    def __init__(self, app: AppContext, course: CourseCard, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.app = app
        self._course = course
        self.setWindowTitle(self.tr("Extra trainings"))
        self._count = NumberField(0, 40, 0)
        self._count.setSpecialValueText(" ")
        self._reason = QLineEdit()
        self._authority = QLineEdit()
        self._authority_label, _field = labelled(
            self.tr("&Who at the authority has decided it"), self._authority
        )
        self._verdict = Text("", "body", "text-2", wrap=True)
        self._give = Button(self.tr("Give the trainings"), "primary", key="↵")
        self._give.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        parts: list[QWidget] = [
            Text(self.tr("Trainings beyond the package"), "heading"),
            self._verdict,
        ]
        parts += labelled(self.tr("&Trainings"), self._count)
        parts += labelled(self.tr("&Reason"), self._reason)
        parts += [self._authority_label, self._authority]
        col(*parts, 8, row(None, cancel, self._give), gap=6, margins=(20, 20, 20, 16), on=self)
        self.setMinimumWidth(theme.px(420))
        cancel.clicked.connect(self.reject)
        self._give.clicked.connect(self._save)
        self._count.valueChanged.connect(self._check)
        self._reason.textChanged.connect(self._check)
        self._authority.textChanged.connect(self._check)
        self._check()

    @Slot()
    def _check(self) -> None:
        count = self._count.value()
        if not count:  # nobody has said how many
            self._verdict.setText(self.tr("How many trainings?"))
            self._give.setEnabled(False)
            self._authority_label.hide()
            self._authority.hide()
            return
        authority = self._authority.text().strip()
        verdict = self.app.ask(extras.verdict, self._course.id, count, authority)
        asks = bool(authority) or verdict.answer is ExtraAnswer.NOT_AUTHORITY
        self._authority_label.setVisible(asks)
        self._authority.setVisible(asks)
        said = {
            ExtraAnswer.MAY: self.tr("The standard lets the responsible therapist give them."),
            ExtraAnswer.SILENT: self.tr(
                "The standard says nothing of extra trainings; your reason is recorded."
            ),
            ExtraAnswer.NOT_RESPONSIBLE: self.tr(
                "Only the responsible therapist, {who}, can give them."
            ).format(who=self._course.responsible),
            ExtraAnswer.GOAL_IS_MET: self.tr(
                "The goals are reached, so there is no ground for more."
            ),
            ExtraAnswer.NO_POTENTIAL: self.tr(
                "No potential is noted, so there is no ground for more."
            ),
            ExtraAnswer.OVER_CAP: self.tr("That is more than the standard allows."),
            ExtraAnswer.OVER_MINUTES: self.tr("That is more than the standard allows."),
            ExtraAnswer.NOT_A_THERAPIST: self.tr("Only a therapist can give them."),
            ExtraAnswer.NOT_AUTHORITY: self.tr("Only the authority can give them."),
            ExtraAnswer.GIVEN_ALREADY: self.tr("They have been given as often as may be."),
        }[verdict.answer]
        rule = f" {verdict.rule.text}" if verdict.rule else ""
        self._verdict.setText(said + rule)
        may = verdict.answer in (ExtraAnswer.MAY, ExtraAnswer.SILENT)
        self._give.setEnabled(may and bool(self._reason.text().strip()))

    @Slot()
    def _save(self) -> None:
        count = self._count.value()
        text = self.tr("%n extra training(s) given", "", count)
        reason, authority = self._reason.text().strip(), self._authority.text().strip()
        if self.app.do(text, extras.give, self._course.id, count, reason, authority):
            self.accept()
