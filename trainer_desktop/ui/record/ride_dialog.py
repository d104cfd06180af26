"""Rides of a course: granted with what the driver must know, or lapsed."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.record import rides
from trainer_desktop.services.record.rides import Asked, RideCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Check, DateField, NumberField, labelled
from trainer_desktop.ui.theme import theme


@guarded
class RideDialog(CourseDialog):
    """One that runs can only lapse; else one is granted."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        every = app.ask(rides.rides, course.id)
        self._running: uuid.UUID | None = next((r.id for r in every if r.until is None), None)
        self.day, self.why = DateField(app.now().date()), QLineEdit()
        self.door, self.aid = QLineEdit(), QLineEdit()
        self.companion = Check(self.tr("Has a companion along"))
        self.alone = Check(self.tr("Cannot ride with others"))
        self.minutes = NumberField(0, 600, 0, self.tr("min."))
        self.minutes.setSpecialValueText(self.tr("Not known"))
        self._wrong = Text("", "small", "bad-text", wrap=True)
        there = Text("\n".join(self._said(one) for one in every), "small", "text-2", wrap=True)
        if not every:
            there.hide()
        day = self.tr("&Last day") if self._running else self.tr("&From")
        driver = QWidget()
        col(
            col(*labelled(self.tr("&Door and stairs"), self.door), gap=4),
            col(*labelled(self.tr("&Aid (rollator, wheelchair)"), self.aid), gap=4),
            row(self.companion, self.alone, None, gap=20),
            col(*labelled(self.tr("&Minutes each way, waiting included"), self.minutes), gap=4),
            gap=10,
            on=driver,
        )
        if self._running:
            driver.hide()
        self.lay_out(
            self.tr("Rides"),
            there,
            col(*labelled(day, self.day), gap=4),
            col(*labelled(self.tr("&Why"), self.why), gap=4),
            driver,
            self._wrong,
        )
        self.setMinimumWidth(theme.px(480))
        self.save.setText(self.tr("Let it lapse") if self._running else self.tr("Grant rides"))

    def _said(self, one: RideCard) -> str:
        until = dates.date_year(one.until) if one.until else ""
        said = f"{dates.date_year(one.since)} – {until} · {one.given_by}: {one.reason}"
        if one.over_target:
            longer = self.tr("longer than the target of the standard")
            said = f"{said} · {longer}"
        return said

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Grant, or let lapse."""
        why = self.why.text().strip()
        if not why:
            self._wrong.setText(self.tr("Why is missing."))
            self.why.setFocus()
            return None
        if self._running:
            said = self.tr("Rides lapse: {name}").format(name=self.name)
            return said, partial(rides.end, ride_id=self._running, reason=why, last=self.day.day())
        asked = Asked(
            why,
            self.day.day(),
            self.door.text(),
            self.aid.text(),
            self.companion.isChecked(),
            not self.alone.isChecked(),
            self.minutes.value() or None,
        )
        said = self.tr("Rides granted: {name}").format(name=self.name)
        return said, partial(rides.grant, course_id=self.course.id, asked=asked)
