"""Min dag: today's trainings top to bottom, one key a person, and the re-evaluations that wait."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QListView,
    QStackedWidget,
    QWidget,
)

from trainer_desktop.rules.course import State
from trainer_desktop.services import Work
from trainer_desktop.services.attendance.look import Look
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.calendar import days, session_list
from trainer_desktop.services.centre import roster
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.services.courses import allowance, tasks
from trainer_desktop.services.papers import sheets
from trainer_desktop.services.record import measuring, points
from trainer_desktop.services.store.moments import today
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.side.inspector import Inspector
from trainer_desktop.ui.marking.marking import Marking
from trainer_desktop.ui.my_day.day_item_model import DayItemModel
from trainer_desktop.ui.my_day.day_list import DayDelegate, DayList
from trainer_desktop.ui.paint import (
    chip_width,
    draw_chip,
    draw_text,
)
from trainer_desktop.ui.parts.basics import Painted, Panel, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.parts.page import Page
from trainer_desktop.ui.parts.rule_dialog import show_rule
from trainer_desktop.ui.parts.top_bar import TopBar, menu_for
from trainer_desktop.ui.printing.letter import preview_letter
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.record.test_words import language
from trainer_desktop.ui.theme import theme, width


@dataclass(frozen=True, slots=True)
class Waits:
    """What waits for a therapist besides the day: days with something unmarked, and re-evaluations."""

    behind: tuple[date, ...]
    reevaluations: int


def waits_for(work: Work, staff: uuid.UUID) -> Waits:
    """Read it."""
    behind = session_list.behind(work, staff, today(work))
    mine = tasks.open_tasks(work, responsible=staff)
    return Waits(tuple(behind), sum(task.reevaluation is not None for task in mine))


class MyDayPage(Page):
    """Min dag."""

    tasks_wished = Signal()

    shows = (
        "training_session",
        "participant",
        "course",
        "citizen",
        "reevaluation",
        "goal",
        "measurement",
        "centre",
    )

    def __init__(self, app: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(app, parent)
        self.day = app.now().date()
        self._behind: tuple[date, ...] = ()
        self._staff = app.ask(roster.therapists)
        self._me = next((s for s in self._staff if s.short == app.user), None)
        self._build()
        self._connect()
        app.minute.connect(self._minute)
        app.day_changed.connect(self._new_day)

    def show_day(self, day: date) -> None:
        """Go to a day."""
        self.day = day
        self.refresh()

    def show_person(self, staff: NamedKey) -> None:
        """Show somebody else's day."""
        self._me = staff
        self.refresh()

    @Slot()
    def _minute(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot(object, object)
    def _new_day(self, before: date, today: date) -> None:
        """Go over midnight with the clock, unless another day is looked at."""
        if self.day == before:
            self.day = today
        self.refresh()

    def refresh(self) -> None:
        """Read again what is shown."""
        week = self.tr("week {n}").format(n=dates.week_number(self.day))
        self._bar.say(self.tr("My day"), f"{dates.long_day(self.day)} · {week}")
        if self._me is None:
            self._stack.setCurrentIndex(1)
            return
        card = self.app.ask(days.day_by_therapist, self.day, None, frozenset([self._me.id]))
        chosen = self._chosen()
        people = {one.id: one.course_id for block in card.blocks for one in block.people}
        due = self.app.ask(points.due_on, people.values())
        tests = {key: self._due(some) for key, some in due.items()}
        self._items.show_day(card, self.app.ask(allowance.numbers, people), tests)
        self._stack.setCurrentIndex(0 if self._items.rowCount() else 1)
        self._count.setText(self._items.summary())
        self._empty_title.setText(self.tr("No trainings this day"))
        self._restore(chosen)
        self.app.ask_later(self, self._show_waiting, waits_for, self._me.id)

    def _due(self, some: points.Due) -> str:
        """The tests that are due, by name; where there are several, the first and how many more."""
        first = measuring.tests()[some[0][1]].name(language())
        if len(some) == 1:
            return first
        return self.tr("{test} and %n more", "", len(some) - 1).format(test=first)

    def _show_waiting(self, waits: Waits) -> None:
        """What is left from earlier days, and the re-evaluations that are hers."""
        behind, asked = waits.behind, waits.reevaluations
        self._earlier.setText(self.tr("%n from earlier days without a mark", "", len(behind)))
        self._earlier.setVisible(bool(behind))
        self._behind = behind
        self._asked.setText(self.tr("%n re-evaluation(s) that are yours", "", asked))
        self._asked.setVisible(bool(asked))
        self._waits.setVisible(bool(behind or asked))

    @property
    def list(self) -> DayList:
        """The trainings."""
        return self._list

    @property
    def marking(self) -> Marking:
        """What notes attendance."""
        return self._marking

    def _build(self) -> None:
        self._who = Drop(self._me.short if self._me else self.tr("Choose"), self.tr("Whose day"))
        choices: list[tuple[str, object]] = [(f"{s.short} · {s.name}", s) for s in self._staff]
        menu_for(self._who, [choices], self.show_person)
        self._paper = Button(self.tr("Day sheet"), "plain", icon="print")
        self._test = Button(self.tr("Tests"), "plain", icon="target", key="P")
        self._note = Button(self.tr("Note"), "plain", icon="note", key="N")
        steps = (self.tr("Back"), self.tr("Today"), self.tr("On"))
        self._bar = TopBar(
            [self._who, self._test, self._note, self._paper],
            steps=steps,
            folds=[self._paper, self._note, self._test],
        )
        self._items = DayItemModel(self)
        self._list = DayList()
        self._list.setModel(self._items)
        self._list.setItemDelegate(DayDelegate(self._list))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Trainings of the day"))
        self._count = Text("", "strong")
        head = Panel("surface", "b")
        keys = Painted(self._paint_hints, high=30)
        row(self._count, (keys, 1), gap=16, margins=(24, 8, 24, 8), on=head)
        self._waits = Panel("sunken", "b")
        self._earlier = Button("", "link", icon="needs-mark", small=True)
        self._asked = Button("", "link", icon="reeval", small=True)
        row(self._earlier, self._asked, None, gap=16, margins=(20, 6, 20, 6), on=self._waits)
        self._waits.hide()
        listing = QWidget()
        col(head, (self._list, 1), on=listing)
        self._empty_title = Text(self.tr("No trainings this day"), "heading")
        empty = Panel("surface")
        note = Text(self.tr("Step to another day, or choose whose day to see."), "body", "text-2")
        col(None, row(None, self._empty_title, None), row(None, note, None), None, gap=6, on=empty)
        self._stack = QStackedWidget()
        self._stack.addWidget(listing)
        self._stack.addWidget(empty)
        self._inspector = Inspector(self.app)
        self._inspector.setFixedWidth(theme.px(384))
        self._marking = Marking(self.app, self._list)
        self._marking.place_at(self._beside)
        body = row((self._stack, 1), self._inspector, gap=0)
        whole = col(self._bar, self._waits, body, on=self)
        whole.setStretch(2, 1)
        self._make_actions()

    def _paint_hints(self, p: QPainter, rect: QRectF) -> None:
        x, keys = rect.right(), list(self._items.keys())
        apart, gap = theme.px(16), theme.px(6)
        takes = [width(word, "small") + chip_width(key) + gap + apart for key, word in keys]
        while (
            keys and sum(takes) - apart > rect.width()
        ):  # the mark of a training that was held comes first
            keys.pop(), takes.pop()
        for key, word in reversed(keys):
            wide = width(word, "small")
            x -= wide
            draw_text(p, QRectF(x, 0, wide + 2, rect.height()), word, "small", "text-3")
            x -= chip_width(key) + theme.px(6)
            cap = QRectF(x, rect.center().y() - theme.px(9), chip_width(key), theme.px(18))
            draw_chip(p, cap, key)
            x -= theme.px(16)

    def _make_actions(self) -> None:
        for key, state in (("M", State.ATTENDED), ("A", State.CANCELLED), ("U", State.MISSED)):
            self._key(key, lambda state=state: self._mark(state))
        self._key("F", self._late)
        self._key("C", partial(self._mark, State.CENTRE_CANCELLED))
        self._key("T", self._open_in_calendar)
        self._key("P", partial(self.open_record, "tests"))
        self._key("N", partial(self.open_record, "notes"))
        self._key("Backspace", self._unmark)

    def _key(self, key: str, act: object) -> None:
        action = QAction(self._list)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        assert callable(act)
        action.triggered.connect(lambda: act())
        self._list.addAction(action)

    def _connect(self) -> None:
        for key, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            step = QShortcut(QKeySequence(key), self, partial(self._step, by))
            step.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._bar.back.clicked.connect(lambda: self._step(-1))
        self._bar.on.clicked.connect(lambda: self._step(1))
        self._bar.today.clicked.connect(lambda: self.show_day(self.app.now().date()))
        self._paper.clicked.connect(self.print_page)
        self._test.clicked.connect(lambda: self.open_record("tests"))
        self._note.clicked.connect(lambda: self.open_record("notes"))
        self._earlier.clicked.connect(self._go_behind)
        self._asked.clicked.connect(self.tasks_wished)
        self._list.selectionModel().currentChanged.connect(self._selected)
        self._marking.saved.connect(self._marked)
        side = self._inspector
        side.mark_wished.connect(self._marking.mark)
        side.late_wished.connect(self._marking.late)
        side.unmark_wished.connect(self._marking.unmark)
        side.staff_late_wished.connect(self._marking.staff_late)
        side.door_wished.connect(self._marking.door)
        side.citizen_wished.connect(self.app.open_citizen)
        side.rule_wished.connect(lambda rule: show_rule(self, rule))
        side.letter_wished.connect(self._print_letter)
        side.move_wished.connect(self._open_in_calendar)
        side.closed.connect(self._list.clearSelection)

    # ---- slots

    @Slot()
    def _go_behind(self) -> None:
        """Go to the earliest day that has something without a mark."""
        if self._behind:
            self.show_day(self._behind[0])

    def _step(self, by: int) -> None:
        self.day += timedelta(days=by)
        while self.day.weekday() >= 5:
            self.day += timedelta(days=by)
        self.refresh()

    def _chosen(self) -> uuid.UUID | None:
        index = self._list.currentIndex()
        line = self._items.row(index) if index.isValid() else None
        return line.card.id if line and line.card else None

    def open_record(self, part: str) -> None:
        """The tests or the notes of the chosen citizen."""
        index = self._list.currentIndex()
        line = self._items.row(index) if index.isValid() else None
        if line is None or line.card is None:
            return
        from trainer_desktop.ui.record.record_dialog import RecordDialog

        one = line.card
        RecordDialog(self.app, one.citizen_id, one.course_id, one.name, part, self).open()

    def _restore(self, chosen: uuid.UUID | None) -> None:
        number = self._items.find(chosen)
        if number < 0 or chosen is None:
            number = self._items.next_to_mark()
        self._list.setCurrentIndex(self._items.index(number) if number >= 0 else QModelIndex())
        self._selected()

    @Slot()
    def _selected(self) -> None:
        index = self._list.currentIndex()
        line = self._items.row(index) if index.isValid() else None
        if line is None or line.card is None or line.block is None:
            self._inspector.show_block(None)
            return
        self._inspector.show_block(line.block, line.card.id)

    def _mark(self, state: State) -> None:
        chosen = self._chosen()
        if chosen:
            self._marking.mark(chosen, state)

    @Slot(object, object)
    def _marked(self, participant: uuid.UUID, mark: Mark) -> None:
        """Go on to the next who waits for a mark."""
        follow = self._items.after(participant)
        if mark.state is not State.PLANNED and follow:
            self._restore(follow)

    def _late(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._marking.late(chosen)

    def _unmark(self) -> None:
        card = self._inspector.card
        if card and card.look not in (Look.PLANNED, Look.NEEDS_MARK):
            self._marking.unmark(card.participant_id)

    def _open_in_calendar(self) -> None:
        card = self._inspector.card
        if card:
            self.app.open_day.emit(card.starts.date(), card.session_id, card.citizen_id)

    @Slot()
    def print_page(self) -> None:
        """Preview the day sheet."""
        if self._me:
            preview(self, self.tr("Day sheet"), self.app, sheets.day_sheet, self._me.id, self.day)

    def _print_letter(self, citizen_id: uuid.UUID) -> None:
        preview_letter(self, self.app, citizen_id)

    def _beside(self) -> QPoint:
        window = self.window()
        box = self._list.visualRect(self._list.currentIndex())
        corner = self._list.viewport().mapTo(window, box.bottomLeft())
        return QPoint(corner.x() + theme.px(240), corner.y() + 4)
