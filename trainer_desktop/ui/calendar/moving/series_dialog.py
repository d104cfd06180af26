"""Changing a series: this one, this and the following, or all; every date shown with what stands in its way first."""

from datetime import datetime, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.rules.course import State
from trainer_desktop.services.booking import series
from trainer_desktop.services.booking.series import Change, Scope, StepCard
from trainer_desktop.services.calendar.cards import BlockCard
from trainer_desktop.services.centre import roster
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.moving.many_dialog import ManyDialog
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.fields import Choice, DateField, NumberField, TimeField, labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.refusals import tr_obstacle
from trainer_desktop.ui.theme import theme

SCOPES = (Scope.THIS, Scope.FOLLOWING, Scope.ALL)


class SeriesDialog(QDialog):
    """What has been attended is never touched; all or nothing is changed."""

    def __init__(self, app: AppContext, block: BlockCard, parent: QWidget) -> None:
        super().__init__(parent.window())
        self._app, self._block = app, block
        self._staff, self._rooms = app.ask(roster.therapists), app.ask(roster.rooms)
        self._steps: list[StepCard] = []
        self.setWindowTitle(self.tr("Change the series"))
        self.resize(theme.px(800), theme.px(640))
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        sizes = self._app.ask(series.size, self._block.id)
        words = [
            self.tr("This one"),
            self.tr("This and following ({n})").format(n=sizes[Scope.FOLLOWING]),
            self.tr("All ({n})").format(n=sizes[Scope.ALL]),
        ]
        self._scope = Segments(words, self.tr("How many"), SCOPES.index(Scope.THIS))
        block = self._block
        self._day = DateField(block.starts.date())
        self._time = TimeField(block.starts.time())
        self._minutes = NumberField(5, 300, block.minutes, self.tr("min."))
        self._who, self._room = Choice(), Choice()
        self._who.addItems([f"{s.short} · {s.name}" for s in self._staff])
        self._who.setCurrentIndex([s.id for s in self._staff].index(block.therapist_id))
        self._room.addItems([self.tr("As it is"), *(r.short for r in self._rooms)])
        columns = [
            Column(self.tr("Was"), 150),
            Column(self.tr("Becomes")),
            Column(self.tr("In the way")),
        ]
        self._items = CellItemModel(columns, self)
        self._table = Table(self._items, self.tr("Dates of the series"), Shape(row=46))
        self._verdict = Text("", "body", "text-2", wrap=True)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(self.tr("Why it is booked all the same"))
        self._reason.setAccessibleName(self.tr("Why it is booked all the same"))
        self._gone = Button(self.tr("The citizen cancels"), "plain")
        self._centre = Button(self.tr("The centre cancels"), "plain")
        self._cancel = Button(self.tr("Close"), key="Esc")
        self._save = Button(self.tr("Change"), "primary", key="↵")
        self._save.setDefault(True)

        fields = row(gap=8)
        for word, widget, share in (
            (self.tr("&Day of this one"), self._day, 2),
            (self.tr("&Time"), self._time, 1),
            (self.tr("&Length"), self._minutes, 1),
            (self.tr("T&herapist"), self._who, 2),
            (self.tr("&Room"), self._room, 2),
        ):
            fields.addLayout(col(*labelled(word, widget), gap=4), share)
        whole = col(
            Text(self._block.title, "heading"),
            row(self._scope, None),
            fields,
            self._table,
            self._verdict,
            self._reason,
            row(self._gone, self._centre, None, self._cancel, self._save),
            gap=12,
            margins=(20, 18, 20, 16),
            on=self,
        )
        whole.setStretch(3, 1)

    def _connect(self) -> None:
        self._scope.group.idToggled.connect(self._show)
        self._day.dateChanged.connect(self._show)
        self._time.timeChanged.connect(self._show)
        self._minutes.valueChanged.connect(self._show)
        self._who.currentIndexChanged.connect(self._show)
        self._room.currentIndexChanged.connect(self._show)
        self._reason.textChanged.connect(self._enable)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._change)
        self._gone.clicked.connect(lambda: self._cancel_all(State.CANCELLED))
        self._centre.clicked.connect(lambda: self._cancel_all(State.CENTRE_CANCELLED))

    @property
    def scope(self) -> Scope:
        """How many are meant."""
        return SCOPES[max(0, self._scope.active)]

    def wanted(self) -> Change:
        """What shall be different; the step is the same for each, in wall time."""
        wall = datetime.combine(self._day.day(), self._time.at())
        by = wall - self._block.starts
        room = self._room.currentIndex() - 1
        who = self._staff[max(0, self._who.currentIndex())].id
        return Change(
            by if by != timedelta() else None,
            self._minutes.value() if self._minutes.value() != self._block.minutes else None,
            who if who != self._block.therapist_id else None,
            self._rooms[room].id if room >= 0 else None,
        )

    @Slot()
    def _show(self) -> None:
        self._steps = self._app.ask(series.preview, self._block.id, self.scope, self.wanted())
        lines = []
        for step in self._steps:
            said = ""
            stands = [o for o in step.obstacles if o.level.value == "refuse"]
            stands = stands or [o for o in step.obstacles if o.level.value == "warn"]
            if stands:
                title, note = tr_obstacle(stands[0].reason, dict(stands[0].facts))
                said = note or title
            tone = "bad" if step.refused else "warn"
            when = (
                f"{dates.short_day(step.starts.date())} {dates.clock_range(step.starts, step.ends)}"
            )
            where = " · ".join(p for p in (step.therapist, step.room) if p)
            before = f"{dates.short_day(step.before.date())} {dates.clock(step.before)}"
            state = CellKind.STATE if said else CellKind.SOFT
            lines.append(
                Line(
                    (
                        Cell(before, CellKind.SOFT),
                        Cell(when, CellKind.TWO_LINES, second=where),
                        Cell(said or self.tr("Free"), state, tone=tone, icon="refused"),
                    ),
                    step,
                )
            )
        self._items.show_lines(lines)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        clashes = sum(step.refused for step in self._steps)
        changed = self.wanted() != Change()
        if not self._steps:
            said = self.tr(
                "What has been held is not changed; nothing of this series is left to change."
            )
        elif clashes:
            said = self.tr(
                "%n of them cannot be laid there and stay where they are, unless you say why.",
                "",
                clashes,
            )
        else:
            said = self.tr("All %n can be laid there.", "", len(self._steps))
        self._verdict.setText(said)
        self._reason.setVisible(clashes > 0)
        stated = bool(self._reason.text().strip())
        moved = len(self._steps) if stated else len(self._steps) - clashes
        self._save.setEnabled(moved > 0 and changed)
        self._save.setText(self.tr("Change %n", "", moved))
        for button in (self._gone, self._centre):
            button.setEnabled(bool(self._steps))

    @Slot()
    def _change(self) -> None:
        text = self.tr("Series changed: {who}").format(who=self._block.title)
        why = self._reason.text().strip()
        skip = frozenset(s.session_id for s in self._steps if s.refused and not why)
        if self._app.do(text, series.change, self._block.id, self.scope, self.wanted(), why, skip):
            self.accept()

    def _cancel_all(self, state: State) -> None:
        """Ask why, and show what it leads to, before so many are called off at once."""
        asked = ManyDialog(self._app, self._block.id, self.scope, state, self._block.title, self)
        asked.done_with.connect(self.accept)
        asked.open()
