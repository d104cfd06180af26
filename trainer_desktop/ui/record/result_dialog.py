"""A test's result that was noted wrongly: another value or day, or taken away; with a reason."""

import uuid
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.record import measuring
from trainer_desktop.services.record.measuring import Measured, ResultCard, SeriesCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, DateField, all_read, labelled
from trainer_desktop.ui.record.test_words import language, tr_asked, written
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.theme import theme


@guarded
class ResultDialog(QDialog):
    """The old value stays in the journal."""

    def __init__(
        self, app: AppContext, series: SeriesCard, result: ResultCard, parent: QWidget
    ) -> None:
        super().__init__(parent.window())
        self._app, self._test, self._result = app, series.test, result
        self._seen = app.saw()
        self._doubt: Measured | None = None
        self.setWindowTitle(self.tr("Correct a result"))
        name = series.test.name(language())
        was = self.tr("{test}, {day}: {value}").format(
            test=name, day=dates.date_year(result.day), value=written(series, result.value)
        )
        self._about = was
        self.value = QLineEdit(result.detail or written(series, result.value))
        self.day = DateField(result.day, latest=app.now().date())
        self.aid = Choice()
        self._aids = list(dict.fromkeys([*(series.test.aids or [""]), result.aid]))
        self.aid.addItems([aid or self.tr("None") for aid in self._aids])
        if result.aid in self._aids:
            self.aid.setCurrentIndex(self._aids.index(result.aid))
        self.aid.setEnabled(len(self._aids) > 1)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Why, in a few words"))
        self._wrong = Text("", "small", "warn-text", wrap=True)
        self.save = Button(self.tr("Correct"), "primary", key="↵")
        self.save.setDefault(True)
        self.gone = Button(self.tr("Take it away"), "plain")
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        value, day, aid, why = QWidget(), QWidget(), QWidget(), QWidget()
        col(*labelled(self.tr("&Result"), self.value), gap=4, on=value)
        col(*labelled(self.tr("&Day"), self.day), gap=4, on=day)
        col(*labelled(self.tr("A&id"), self.aid), gap=4, on=aid)
        col(*labelled(self.tr("&Why it is corrected"), self.why), gap=4, on=why)
        col(
            Text(self.tr("Correct a result"), "heading"),
            Text(was, "body", "text-2", wrap=True),
            row((value, 2), (aid, 1), (day, 2), gap=10),
            why,
            self._wrong,
            row(self.gone, None, cancel, self.save),
            gap=12,
            margins=(20, 18, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(520))
        self.save.clicked.connect(self._correct)
        self.gone.clicked.connect(self._take_away)
        cancel.clicked.connect(self.reject)
        for one, other in ((self.why, self.save), (self.save, cancel), (cancel, self.gone)):
            self.setTabOrder(one, other)
        self._was_typed = self.value.text()
        self.value.setFocus()
        self.value.selectAll()

    def _measured(self) -> Measured:
        at = self.aid.currentIndex()
        aid = self._aids[at] if at >= 0 else self._result.aid
        return Measured(self._test.key, self.value.text(), self.day.day(), aid, self._result.point)

    def _reasoned(self) -> bool:
        if self.why.text().strip():
            return True
        self._wrong.setText(self.tr("Why it is corrected is missing."))
        self.why.setFocus()
        return False

    @Slot()
    def _correct(self) -> None:
        if not all_read(self) or not self._reasoned():
            return
        measured = self._measured()
        course, key = self._result.course_id, self._result.id
        try:
            asked = self._app.ask(measuring.question, course, measured, key)
        except Refused as no:
            self._wrong.setText(". ".join(part.rstrip(".") for part in tr_refused(no) if part))
            self.value.setFocus()
            return
        if asked and measured != self._doubt:
            self._doubt = measured
            again = self.tr("Press Enter once more if it is right.")
            self._wrong.setText(f"{tr_asked(asked)} {again}")
            return
        now = self.value.text().strip()
        said = self.tr("Result corrected: {what}, now {value}").format(what=self._about, value=now)
        why = self.why.text().strip()
        self._do(said, partial(measuring.correct, measured=measured, reason=why, sure=True), key)

    @Slot()
    def _take_away(self) -> None:
        if self.value.text() != self._was_typed:
            self._was_typed = self.value.text()
            said = self.tr(
                "You have typed a new value. Press «Take it away» once more to take the result away all the same."
            )
            self._wrong.setText(said)
            return
        if self._reasoned():
            said = self.tr("Result taken away: {what}").format(what=self._about)
            act = partial(measuring.take_away, reason=self.why.text().strip())
            self._do(said, act, self._result.id)

    def _do(self, said: str, act: Callable[..., object], key: uuid.UUID) -> None:
        if self._app.do_as_seen(self._seen, said, act, result_id=key):
            self.accept()
