"""First talk, examinations and the plan for own training: what stood before stays readable."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.record import texts
from trainer_desktop.services.record.texts import KINDS, LEVELS
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Choice, labelled
from trainer_desktop.ui.parts.keeper import Keeper
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.theme import theme


@guarded
class TextDialog(CourseDialog):
    """One text at a time."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        self.kinds = Segments([self._word(kind) for kind in KINDS], self.tr("What"), 0)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(160))
        self.level = Choice()
        self.level.addItems([self.tr("Not said"), *(self._level(n) for n in LEVELS)])
        self._before = Text("", "small", "text-2", wrap=True)
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self._functioning = QWidget()
        col(*labelled(self.tr("&Functioning"), self.level), gap=4, on=self._functioning)
        self.lay_out(
            self.tr("Examinations and plan"),
            row(self.kinds, None),
            self._before,
            col(*labelled(self.tr("&Text"), self.text), gap=4),
            self._functioning,
            self._wrong,
        )
        self.setMinimumWidth(theme.px(600))
        self._keeper = Keeper(app, "text", {"text": self.text}, self)
        self.kinds.group.idToggled.connect(self._show)
        self.accepted.connect(self._keeper.done)
        self._show()

    @property
    def kind(self) -> str:
        """Which text."""
        return KINDS[self.kinds.active]

    @Slot()
    def _show(self) -> None:
        self._keeper.look()
        self.text.clear()
        self._keeper.begin(f"{self.course.id.hex[-20:]}-{self.kind}")
        self._functioning.setVisible(self.kind != "own_plan")
        there = self.app.ask(texts.latest, self.course.id, self.kind)
        said = f"{dates.date_year(there.day)} · {there.written_by}: {there.text}" if there else ""
        self._before.setText(said)
        self._before.setVisible(bool(said))

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Write it."""
        text, at = self.text.toPlainText(), self.level.currentIndex() - 1
        level = LEVELS[at] if at >= 0 and self.kind != "own_plan" else None
        if not text.strip() and level is None:
            self._wrong.setText(self.tr("Nothing is written yet."))
            self.text.setFocus()
            return None
        write = partial(
            texts.write, course_id=self.course.id, kind=self.kind, text=text, function=level
        )
        return f"{self._word(self.kind)}: {self.name}", write

    def _word(self, kind: str) -> str:
        return {
            "first_talk": self.tr("First talk"),
            "start_examination": self.tr("Start examination"),
            "end_examination": self.tr("End examination"),
            "own_plan": self.tr("Own training"),
        }[kind]

    def _level(self, number: int) -> str:
        word = {
            0: self.tr("no limitations"),
            1: self.tr("slight limitations"),
            2: self.tr("moderate limitations"),
            3: self.tr("severe limitations"),
            4: self.tr("total limitations"),
            9: self.tr("not relevant"),
        }[number]
        return f"{number} · {word}"
