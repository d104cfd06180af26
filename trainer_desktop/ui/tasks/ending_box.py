"""The next step towards the end of a course: the hearing, the decision, the letter, the status."""

import uuid

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from trainer_desktop.services.courses.endings import LETTERS, EndingCard, Step
from trainer_desktop.services.courses.tasks import TaskCard
from trainer_desktop.services.papers import writing
from trainer_desktop.services.record import closing
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Rule, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.record.letter_words import tr_letter
from trainer_desktop.ui.rule_words import tr_step, tr_step_done
from trainer_desktop.ui.theme import theme


@guarded
class EndingBox(QWidget):
    """What is known, and what can be done now; a letter that is marked sent takes its step by itself."""

    def __init__(self, app: AppContext, task: TaskCard, ending: EndingCard) -> None:
        super().__init__()
        self._app, self._task, self._ending = app, task, ending
        self._course: uuid.UUID = task.course_id
        facts = [(self.tr("Proposed"), ending.since)]
        facts += [(self.tr("Heard"), ending.heard)] if ending.heard else []
        facts += [(self.tr("Ended"), ending.ended)] if ending.ended else []
        said = [
            row(Text(word, "small", "text-3"), None, Text(dates.date_year(day), "small"))
            for word, day in facts
            if day
        ]
        body = col(
            Text(tr_step(ending.step), "strong", wrap=True),
            *said,
            Text(ending.reason, "small", "text-2", wrap=True),
            gap=4,
            margins=(20, 14, 20, 14),
        )
        col(body, Rule(), self._buttons(), on=self)

    def _buttons(self) -> QWidget:
        step = self._ending.step
        buttons: list[Button] = []
        if step in (Step.HEARING, Step.DECISION):
            agrees = Button(self.tr("The citizen agrees: end today"), "plain")
            agrees.clicked.connect(self._agreed)
            buttons.append(agrees)
        first = step is Step.HEARING and self._ending.letter is None
        if step in LETTERS:
            kind = "primary" if first else "plain"
            write = Button(self.tr("Write the letter …"), kind, icon="mail")
            write.clicked.connect(self._write)
            buttons.append(write)
        if not first:  # a hearing is a letter with a day to answer by
            done = Button(tr_step_done(step), "primary")
            done.clicked.connect(self._done)
            buttons.append(done)
        box = QWidget()
        col(
            *(row(None, b) for b in buttons),
            gap=8,
            margins=(20, 12, 20, 16),
            on=box,
        )
        self.setMinimumWidth(theme.px(300))
        return box

    @Slot()
    def _write(self) -> None:
        kind = LETTERS[self._ending.step]
        dialog = LetterDialog(self._app, self._course, kind, self)
        dialog.begin(self._ending.reason)
        dialog.open()

    @Slot()
    def _agreed(self) -> None:
        self._take(Step.DECISION, agreed=True)

    @Slot()
    def _done(self) -> None:
        ending = self._ending
        if ending.step is Step.STATUS:
            self._app.open_citizen.emit(self._task.citizen_id)
        elif ending.step in LETTERS and ending.letter:
            self._app.do(self._sent(), writing.mark_sent_as_written, ending.letter)
        else:
            self._take(self._ending.step, agreed=False)

    def _sent(self) -> str:
        said = self.tr("Sent to {name}: {letter}")
        letter = tr_letter(LETTERS[self._ending.step])
        return said.format(name=self._task.citizen, letter=letter)

    def _take(self, step: Step, *, agreed: bool) -> None:
        ended = self.tr("The course is ended: {name}").format(name=self._task.citizen)
        text = ended if step is Step.DECISION else self._sent()
        self._app.do(text, closing.take, self._course, step, agreed=agreed)
