"""Own transport: what a day cost, what comes of it, and the sum; a day that is wrong is taken away with a reason."""

import uuid
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QInputDialog, QLayout, QLineEdit, QWidget

from trainer_desktop.rules.transport import Answer, Reimbursed, read_kroner
from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.record import rides
from trainer_desktop.services.record.rides import FareCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Rule, Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Check, DateField, NumberField, labelled
from trainer_desktop.ui.theme import theme


def kroner(amount: Decimal) -> str:
    """«48,50»: as it is written in Danish."""
    return f"{amount:.2f}".replace(".", ",")


@guarded
class FareDialog(CourseDialog):
    """One day after the other: the dialog stays open, ready for the next."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        today = app.now().date()
        self.day, self.amount = DateField(today, latest=today), QLineEdit()
        self.km = NumberField(0, 1000, 0, "km")
        self.km.setSpecialValueText(self.tr("Not noted"))
        self.pensioner = Check(self.tr("Gets a pension"))
        self.cannot = Check(self.tr("Cannot use public transport"))
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self._sum = Text("", "strong", wrap=True)
        there = QWidget()
        self._listed = col(gap=6, margins=(0, 0, 8, 0), on=there)
        listed = scrolling(there)
        listed.setMinimumHeight(theme.px(120))
        day, amount, km = QWidget(), QWidget(), QWidget()
        col(*labelled(self.tr("&Day"), self.day), gap=4, on=day)
        col(*labelled(self.tr("A&mount in kroner"), self.amount), gap=4, on=amount)
        col(*labelled(self.tr("&Kilometres"), self.km), gap=4, on=km)
        self.lay_out(
            self.tr("Own transport"),
            listed,
            self._sum,
            Rule(),
            row((day, 2), (amount, 2), (km, 1), gap=10),
            row(self.pensioner, self.cannot, None, gap=20),
            self._wrong,
        )
        self.setMinimumWidth(theme.px(560))
        self.save.setText(self.tr("Note the day"))
        self.cancel.setText(self.tr("Close"))
        self._show()
        self.day.setFocus()

    def _show(self) -> None:
        clear(self._listed)
        every = self.app.ask(rides.fares, self.course.id)
        for one in every:
            self._listed.addLayout(self._line(one))
        if not every:
            self._listed.addWidget(Text(self.tr("Nothing is noted yet."), "body", "text-2"))
        self._listed.addStretch(1)
        paid = sum((f.amount for f in every if f.answer.answer is Answer.YES), Decimal(0))
        said = self.tr("Reimbursed: {amount} kr. of {all} kr.")
        whole = sum((f.amount for f in every), Decimal(0))
        self._sum.setText(said.format(amount=kroner(paid), all=kroner(whole)) if every else "")
        if every:
            self.pensioner.setChecked(every[-1].pensioner)

    def _line(self, one: FareCard) -> QLayout:
        take = Button(self.tr("Take away …"), "link", small=True)
        when = dates.date_year(one.day)
        take.setAccessibleName(f"{take.text()} {when}")
        take.clicked.connect(lambda: self._take(one.id, when))
        said, tone = self._answer(one.answer)
        return row(
            Text(when, "body", figures=True),
            Text(f"{kroner(one.amount)} kr.", "strong", figures=True),
            (Text(said, "small", tone, wrap=True), 1),
            take,
            gap=12,
        )

    def _answer(self, found: Reimbursed) -> tuple[str, str]:
        match found.answer:
            case Answer.YES:
                over = kroner(found.threshold or Decimal(0))
                said = self.tr("Reimbursed: over {threshold} kr.").format(threshold=over)
                return said, "good-text"
            case Answer.NO_THRESHOLD:
                return self.tr("The year's threshold is missing: enter it in Set-up."), "warn-text"
            case Answer.SILENT:
                return self.tr("The standard says nothing of reimbursement."), "text-2"
            case _:
                return self.tr("Not reimbursed"), "text-2"

    def _take(self, key: uuid.UUID, when: str) -> None:
        why, ok = QInputDialog.getText(
            self, self.tr("Take away"), self.tr("Why is the fare of {day} wrong?").format(day=when)
        )
        if ok and why.strip():
            said = self.tr("Fare taken away: {name}").format(name=self.name)
            if self.app.do(said, rides.take_fare_away, key, why):
                self._show()

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Note the day."""
        amount = read_kroner(self.amount.text())
        if not amount:
            self._wrong.setText(self.tr("The amount is missing, or it is no amount: write 48,50."))
            self.amount.setFocus()
            self.amount.selectAll()
            return None
        self._wrong.clear()
        said = self.tr("Own transport: {name}").format(name=self.name)
        return said, partial(
            rides.note_fare,
            course_id=self.course.id,
            day=self.day.day(),
            amount=amount,
            km=self.km.value(),
            pensioner=self.pensioner.isChecked(),
            can_use_public=not self.cannot.isChecked(),
        )

    def accept(self) -> None:
        """Stay, ready for the next day."""
        self.amount.clear()
        self._show()
        self._seen = self.app.saw()
        self.day.setFocus()
        self.day.selectAll()
