"""Opgaver: re-evaluations and deadlines, overdue first, by person and centre."""

import uuid
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_desktop.services.calls import lists
from trainer_desktop.services.calls.lists import CallListCard
from trainer_desktop.services.centre import roster
from trainer_desktop.services.courses import tasks
from trainer_desktop.services.courses.tasks import Group, Kind, TaskCard
from trainer_desktop.services.papers import reevaluations
from trainer_desktop.services.store.opening import COPENHAGEN
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.cells import Cell, CellItemModel, CellKind, Column, Line
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.table import Shape, Table
from trainer_desktop.ui.parts.top_bar import TopBar, menu_for
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.rule_words import tr_counted, tr_deadline, tr_step, tr_task_kind, tr_trigger
from trainer_desktop.ui.tasks.task_panel import TaskPanel
from trainer_desktop.ui.theme import theme


@guarded
class TasksPage(Page):
    """The list and, beside it, the facts and the outcome of the chosen one."""

    deadlines_wished = Signal()
    reevaluation_wished = Signal(object, object)  # the tasks of the list, and the chosen one

    shows = (
        *("course", "course_event", "participant", "training_session", "reevaluation"),
        *("goal", "extra_trainings", "citizen", "staff", "call_list", "call", "status_record"),
        "reply",
    )

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self._person: uuid.UUID | None = None
        self._centre: uuid.UUID | None = None
        self._kind: Kind | None = None
        self._found: list[TaskCard] = []
        self._lists: list[CallListCard] = []
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read again what is shown."""
        self._lists = self.app.ask(lists.open_lists)
        self.app.ask_later(
            self, self._show_tasks, tasks.open_tasks, responsible=self._person, centre=self._centre
        )

    @property
    def table(self) -> Table:
        """The list."""
        return self._table

    @property
    def panel(self) -> TaskPanel:
        """The chosen task."""
        return self._panel

    def _build(self) -> None:
        staff = self.app.ask(roster.therapists)
        places = self.app.ask(roster.centres)
        self._by = Drop(self.tr("Everyone's"), self.tr("Whose tasks"))
        self._place = Drop(self.tr("All centres"), self.tr("Centre"))
        people: list[tuple[str, object]] = [(self.tr("Everyone's"), None)]
        each: list[tuple[str, object]] = [(f"{s.short} · {s.name}", s.id) for s in staff]
        menu_for(self._by, [people, each], self._choose_person)
        centres: list[tuple[str, object]] = [(self.tr("All centres"), None)]
        where: list[tuple[str, object]] = [(c.name, c.id) for c in places]
        menu_for(self._place, [centres, where], self._choose_centre)
        self._kinds = Drop(self.tr("All kinds"), self.tr("Kind of task"))
        every: list[tuple[str, object]] = [(self.tr("All kinds"), None)]
        kinds: list[tuple[str, object]] = [(tr_task_kind(kind), kind) for kind in Kind]
        menu_for(self._kinds, [every, kinds], self._choose_kind)
        self._board = Button(self.tr("All deadlines …"), "plain", icon="calendar")
        self._board.clicked.connect(self.deadlines_wished)
        self._print = Button(self.tr("Re-evaluations on paper"), "plain", icon="print")
        self._bar = TopBar(
            [self._kinds, self._by, self._place, self._print, self._board],
            folds=[self._print, self._place, self._by, self._kinds, self._board],
        )
        columns = [
            Column(self.tr("Deadline"), 176),
            Column(self.tr("Task"), 0),
            Column(self.tr("Why"), 270),
            Column(self.tr("With"), 64),
            Column(self.tr("Left"), 110),
        ]
        shape = Shape(row=48, head=28, pad=24)
        self._table = Table(CellItemModel(columns, self), self.tr("Tasks"), shape)
        self._empty = Panel("surface")
        note = Text(
            self.tr("No deadline is near, and no course waits to be looked at."), "body", "text-2"
        )
        col(
            None,
            row(None, Text(self.tr("Nothing waits"), "heading"), None),
            row(None, note, None),
            None,
            gap=6,
            on=self._empty,
        )
        self._empty.hide()
        self._panel = TaskPanel(self.app, offers_whole=True)
        left = QWidget()
        col((self._table, 1), (self._empty, 1), on=left)
        body = row((left, 1), self._panel, gap=0)
        whole = col(self._bar, body, on=self)
        whole.setStretch(1, 1)

    def _connect(self) -> None:
        self._table.selectionModel().currentRowChanged.connect(self._selected)
        self._table.activated.connect(lambda *_: self._open_whole(self._panel.task))
        self._panel.whole_wished.connect(self._open_whole)
        self._print.clicked.connect(self.print_page)

    @Slot(object)
    def _open_whole(self, task: TaskCard | None) -> None:
        """A re-evaluation with everything it rests on; of another task the citizen's page."""
        if task and task.reevaluation:
            lines = [line.thing for line in self._table.cells().lines]
            every = [t for t in lines if isinstance(t, TaskCard) and t.reevaluation]
            self.reevaluation_wished.emit(every, task)
        elif task:
            self.app.open_citizen.emit(task.citizen_id)

    @Slot()
    def print_page(self) -> None:
        """The re-evaluations that wait, on paper, as the page is filtered."""
        paper = partial(reevaluations.waiting_list, centre=self._centre, responsible=self._person)
        preview(self, self.tr("Re-evaluations"), self.app, paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the names keep their room; why it was opened stands in the panel, too."""
        super().resizeEvent(event)
        self._table.setColumnHidden(2, self.width() < theme.px(1080))
        self._table.share_out()

    @Slot(object)
    def _show_tasks(self, found: list[TaskCard]) -> None:
        self._found = found
        found = [one for one in found if self._kind in (None, one.kind)]
        chosen = self._panel.task
        lines: list[Line] = [self._calls_line(card) for card in self._lists]
        if lines:
            words = self.tr("To be called")
            lines.insert(0, Line((Cell(words, CellKind.GROUP, str(len(lines)), "warn"),)))
        for group in Group:
            some = [t for t in found if t.group is group]
            if some:
                lines.append(self._heading(group, len(some)))
                lines += [self._line(t) for t in some]
        with QSignalBlocker(self._table.selectionModel()):
            self._table.cells().show_lines(lines)
        over = sum(t.group is Group.OVER for t in found)
        said = self.tr("%n open", "", len(found) + len(self._lists))
        if over:
            said = self.tr("{open}, {over} over the deadline").format(open=said, over=over)
        self._bar.say(self.tr("Tasks"), said)
        self._empty.setVisible(not lines)
        self._table.setVisible(bool(lines))
        self._choose_again(lines, chosen)

    def choose(self, course: uuid.UUID, opened_by: str) -> None:
        """Stand on a re-evaluation, if it is in the list."""
        for number, line in enumerate(self._table.cells().lines):
            task = line.thing
            if not isinstance(task, TaskCard) or not task.reevaluation:
                continue
            if (task.course_id, task.reevaluation.opened_by) == (course, opened_by):
                self._table.selectRow(number)

    def _choose_again(self, lines: list[Line], chosen: TaskCard | None) -> None:
        first = next((n for n, x in enumerate(lines) if x.thing), -1)
        before = self._panel.calls
        wanted = next(
            (
                n
                for n, x in enumerate(lines)
                if (isinstance(x.thing, TaskCard) and _same(x.thing, chosen))
                or (isinstance(x.thing, CallListCard) and before and x.thing.id == before.id)
            ),
            first,
        )
        if wanted >= 0:
            self._table.selectRow(wanted)
        self._selected()

    def _heading(self, group: Group, count: int) -> Line:
        words = {
            Group.OVER: self.tr("Over the deadline"),
            Group.SOON: self.tr("Now and the next five working days"),
            Group.NO_DATE: self.tr("No deadline, the oldest first"),
            Group.LATER: self.tr("Later"),
        }
        tone = "bad" if group is Group.OVER else "done"
        return Line((Cell(words[group], CellKind.GROUP, str(count), tone),))

    def _line(self, task: TaskCard) -> Line:
        item, deadline = task.reevaluation, task.deadline
        if task.ending:
            title = tr_step(task.ending.step)
            why = self.tr("End proposed {day}").format(day=dates.date_year(task.ending.since))
        elif task.rejected:
            title = self.tr("The clinic did not get the end status")
            why = f"{task.rejected.clinic}: {task.rejected.said}"
        elif item:
            title = tr_trigger(item)
            seen = ", ".join(dates.short_date(t.starts.date()) for t in item.evidence[-3:])
            why = self.tr("Absent {days}").format(days=seen) if seen else self._since(task)
        else:
            assert deadline
            title, why = tr_deadline(deadline), tr_counted(deadline)
        age = self.tr("%n day(s) old", "", task.age)
        due = Cell(self.tr("No deadline set"), CellKind.TWO_LINES, age)
        if task.due:
            day = dates.short_day(task.due)
            due = Cell(day[:1].upper() + day[1:], CellKind.TWO_LINES, self._distance(task))
        cells = (
            due,
            Cell(title, CellKind.TWO_LINES, task.citizen),
            Cell(why, CellKind.SOFT),
            Cell(task.responsible),
            self._left(task),
        )
        return Line(cells, task)

    def _calls_line(self, card: CallListCard) -> Line:
        when = dates.short_date(card.made_at.astimezone(COPENHAGEN).date())
        left = self.tr("%n left", "", card.left)
        cells = (
            Cell(self.tr("Call list"), CellKind.TWO_LINES, self.tr("made {day}").format(day=when)),
            Cell(card.what, CellKind.TWO_LINES, ", ".join(p.name for p in card.people if p.left)),
            Cell(self.tr("They must be told"), CellKind.SOFT),
            Cell(card.made_by),
            Cell(left, CellKind.STATE, tone="warn", icon="phone"),
        )
        return Line(cells, card)

    def _since(self, task: TaskCard) -> str:
        assert task.reevaluation
        return self.tr("Since {day}").format(day=dates.date_year(task.reevaluation.since))

    def _distance(self, task: TaskCard) -> str:
        days = task.hverdage or 0
        if days == 0:
            return self.tr("today") if task.group is not Group.OVER else self.tr("just over")
        if days < 0:
            return self.tr("%n working day(s) ago", "", -days)
        return self.tr("in %n working day(s)", "", days)

    def _left(self, task: TaskCard) -> Cell:
        if task.due is None:
            return Cell(self.tr("Open"), CellKind.STATE, tone="warn", icon="reeval")
        if task.group is Group.OVER:
            return Cell(self.tr("Over"), CellKind.STATE, tone="bad", icon="warning")
        days = task.hverdage or 0
        if days == 0:
            return Cell(self.tr("Today"), CellKind.STATE, tone="warn", icon="late")
        words = self.tr("%n day(s)", "", days)
        soon = days <= 2
        return Cell(
            words,
            CellKind.STATE,
            tone="warn" if soon else "good",
            icon="late" if soon else "calendar",
        )

    # ---- slots

    def _choose_person(self, person: uuid.UUID | None) -> None:
        self._person = person
        self.refresh()

    def _choose_kind(self, kind: Kind | None) -> None:
        self._kind = kind
        self._show_tasks(self._found)

    def _choose_centre(self, centre: uuid.UUID | None) -> None:
        self._centre = centre
        self.refresh()

    @Slot()
    def _selected(self) -> None:
        thing = self._table.cells().thing(self._table.currentIndex())
        if isinstance(thing, CallListCard):
            self._panel.show_calls(thing)
        else:
            self._panel.show_task(thing if isinstance(thing, TaskCard) else None)


def _same(one: TaskCard, other: TaskCard | None) -> bool:
    if other is None or one.course_id != other.course_id:
        return False
    if (one.ending and other.ending) or (one.rejected and other.rejected):
        return True
    if one.reevaluation and other.reevaluation:
        return one.reevaluation.opened_by == other.reevaluation.opened_by
    return bool(one.deadline and other.deadline and one.deadline.id == other.deadline.id)
