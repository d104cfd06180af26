"""A colleague's working hours: the weeks there are, and a new one from a day on, written as one says it."""

import uuid

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from trainer_desktop.rules.fields import Field, Kind
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.registers import hours
from trainer_desktop.services.registers.hours import WeekCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Pill, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import DateField, all_read, labelled
from trainer_desktop.ui.parts.form_field import FormField

ORDINARY = "ma-fr 8-15.30"


@guarded
class HoursPanel(QWidget):
    """Beneath a colleague's fields."""

    changed = Signal()

    def __init__(self, app: AppContext, staff: uuid.UUID, name: str) -> None:
        super().__init__()
        self._app, self._staff, self._name = app, staff, name
        self._weeks = col(gap=6)
        self.week = FormField(
            Field("week", Kind.TEXT), self.tr("&Week"), hint=self.tr("mo-fr 8-15.30; we 9-15")
        )
        self.since = DateField(app.now().date())
        self._read = Text("", "small", "text-2", wrap=True)
        ordinary = Button(ORDINARY, "plain", small=True)
        ordinary.setAccessibleName(self.tr("Ordinary week: {week}").format(week=ORDINARY))
        self.save = Button(self.tr("Use from this day"), "plain", icon="calendar")
        col(
            Rule(),
            Text(self.tr("Working hours"), "heading"),
            self._weeks,
            self.week,
            self._read,
            row(ordinary, None),
            row((self._since_box(), 1), None),
            row(self.save, None),
            gap=10,
            margins=(24, 0, 24, 20),
            on=self,
        )
        ordinary.clicked.connect(lambda: self._take(ORDINARY))
        self.week.changed.connect(self._check)
        self.week.entered.connect(self.save.click)
        self.save.clicked.connect(self.use)
        self.refresh()

    def _since_box(self) -> QWidget:
        box = QWidget()
        col(*labelled(self.tr("&From"), self.since), gap=4, on=box)
        return box

    def refresh(self) -> None:
        """Read the weeks again."""
        self._seen = self._app.saw()
        clear(self._weeks)
        today = self._app.now().date()
        weeks = self._app.ask(hours.weeks, self._staff)
        for one in weeks:
            self._weeks.addWidget(Text(self._words(one), "body", figures=True, wrap=True))
            if one.since and one.since > today:
                pill = Pill(self.tr("From {day}").format(day=dates.short_date(one.since)), "accent")
                self._weeks.addLayout(row(pill, None))
        if not weeks:
            self._weeks.addWidget(
                Text(self.tr("No working hours yet: cannot be booked."), "body", "warn-text")
            )
            self._take(ORDINARY)

    def _words(self, one: WeekCard) -> str:
        said = [one.text]
        if one.since:
            said.append(self.tr("from {day}").format(day=dates.date_year(one.since)))
        if one.until:
            said.append(self.tr("until {day}").format(day=dates.date_year(one.until)))
        whole, part = divmod(one.minutes, 60)
        said.append(self.tr("{h} h {m} min. a week").format(h=whole, m=f"{part:02}"))
        return " · ".join(said)

    def _take(self, text: str) -> None:
        self.week.show_text(text)
        self._check()

    @Slot()
    def _check(self) -> None:
        text = self.week.text()
        try:
            shifts = hours.read(text) if text.strip() else ()
        except Refused as no:
            self.week.say(no)
            self._read.setText("")
            self.save.setEnabled(False)
            return
        self.week.say(None)
        self._read.setText(hours.WeekCard(None, None, shifts).text if shifts else "")
        self.save.setEnabled(bool(shifts))

    @Slot()
    def use(self) -> None:
        """Let the week hold from its day on."""
        if not all_read(self):
            return
        staff, text = self._staff, self.week.text()
        first = not self._app.ask(hours.weeks, staff)
        since = self.since.day()
        if first and since <= self._app.now().date():
            since = None  # type: ignore[assignment]  # nobody has worked here before: it holds from the start
        said = self.tr("Working hours: {who}").format(who=self._name)
        outside: list[hours.Outside] = []
        done = self._app.do_as_seen(
            self._seen, said, lambda work: outside.append(hours.set_week(work, staff, text, since))
        )
        if done:
            self.week.show_text(text)  # nothing is half-typed any more
            self.refresh()
            if outside[0].trainings:
                left = self.tr(
                    "%n training(s) now lie(s) outside the hours.", "", outside[0].trainings
                )
                self._read.setText(left)
            self.changed.emit()
