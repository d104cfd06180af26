"""A citizen's tests: a new result in one row, and each test with its curve, what changed and what counts."""

import uuid

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLayout, QLineEdit, QWidget

from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.record import measuring, points
from trainer_desktop.services.record.measuring import Measured, ResultCard, SeriesCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Icon, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, DateField, all_read, labelled
from trainer_desktop.ui.record.curve import Curve
from trainer_desktop.ui.record.result_dialog import ResultDialog
from trainer_desktop.ui.record.test_words import (
    POINTS,
    language,
    tr_asked,
    tr_change,
    tr_norm,
    tr_point,
    written,
)
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.theme import theme

SHOWN = 6  # results below a curve, the latest first


@guarded
class TestsPanel(QWidget):
    """The tests of one course."""

    __test__ = False
    measured = Signal()

    def __init__(self, app: AppContext, course: uuid.UUID, *, ended: bool) -> None:
        super().__init__()
        self._app, self.course = app, course
        self._doubt: Measured | None = None  # what was asked about last: the same again is meant so
        tests = measuring.tests()
        self._keys = list(tests)
        self.test, self.point, self.aid = Choice(), Choice(), Choice()
        self.test.addItems([one.name(language()) for one in tests.values()])
        self.point.addItems([tr_point(one) for one in POINTS])
        self.value = QLineEdit()
        self.day = DateField(app.now().date())
        self.save = Button(self.tr("Save"), "primary", key="↵")
        self._said = Text("", "small", "warn-text", wrap=True)
        self._said.hide()
        self._due = Text("", "small", "warn-text", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(12))
        entry = Card()
        fields = row(
            (_field(self.tr("&Test"), self.test), 3),
            (_field(self.tr("&Result"), self.value), 2),
            (_field(self.tr("A&id"), self.aid), 1),
            (_field(self.tr("When in the co&urse"), self.point), 2),
            (_field(self.tr("&Day"), self.day), 2),
            col(Text(" ", "label"), self.save, gap=4),
            gap=8,
        )
        col(self._due, fields, self._said, gap=8, margins=(16, 12, 16, 12), on=entry)
        if ended:
            entry.hide()
        col(entry, self._grid, None, gap=12, on=self)
        self.test.currentIndexChanged.connect(self._show_test)
        self.value.textEdited.connect(self._forget_doubt)
        self.value.setAccessibleName(self.tr("Result"))
        self.value.returnPressed.connect(self.add)
        self.save.clicked.connect(self.add)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self, self.add)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_test()
        self.refresh()

    def refresh(self) -> None:
        """Read the results again; what is being typed stays."""
        clear(self._grid)
        self._show_due()
        every = self._app.ask(measuring.series, self.course)
        for number, one in enumerate(every):
            self._grid.addWidget(self._card(one), number // 2, number % 2)
        if not every:
            self._grid.addWidget(
                Text(self.tr("Nothing has been measured on this course yet."), "body", "text-2"),
                0,
                0,
            )
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def _show_due(self) -> None:
        """Say which of the centre's own tests are due, and offer the first of them."""
        waiting = self._app.ask(points.due, self.course)
        tests = measuring.tests()
        names = [f"{tests[key].name(language())} ({tr_point(point)})" for point, key in waiting]
        said = self.tr("Due: {tests}").format(tests=", ".join(names))
        self._due.setText(said if names else "")
        self._due.setVisible(bool(names))
        if waiting and not self.value.text():
            point, key = waiting[0]
            self.test.setCurrentIndex(self._keys.index(key))
            self.point.setCurrentIndex(POINTS.index(point))

    def _card(self, series: SeriesCard) -> QWidget:
        box = Card()
        last = series.results[-1]
        said, icon, tone = tr_change(series)
        head = row(
            (Text(series.test.name(language()), "heading", wrap=True), 1),
            Text(written(series, last.value), "title", figures=True),
            Text(series.test.in_unit(language()), "small", "text-2"),
            gap=6,
        )
        lines: list[QWidget] = [Curve(series)]
        norm = tr_norm(series)
        if norm:
            lines.append(Text(norm, "small", "text-2", wrap=True))
        results = col(gap=2)
        for one in list(reversed(series.results))[:SHOWN]:
            results.addLayout(self._result(series, one))
        change = row(Icon(icon, tone, 15), (Text(said, "small", tone, wrap=True), 1), gap=6)
        col(head, change, *lines, results, gap=6, margins=(16, 12, 16, 12), on=box)
        return box

    def _result(self, series: SeriesCard, one: ResultCard) -> QLayout:
        said = f"{dates.short_date(one.day)}: {written(series, one.value)}"
        said += "".join(f" · {p}" for p in (one.detail, one.aid, one.tested_by, one.note) if p)
        button = Button(self.tr("Correct …"), "link", small=True)
        button.setAccessibleName(f"{button.text()} {series.test.name(language())}, {said}")
        button.clicked.connect(lambda: ResultDialog(self._app, series, one, self).open())
        return row((Text(said, "small", "text-3", wrap=True), 1), button, gap=8)

    @property
    def _key(self) -> str:
        return self._keys[max(0, self.test.currentIndex())]

    @Slot()
    def _show_test(self) -> None:
        test = measuring.tests()[self._key]
        self.aid.clear()
        self.aid.addItems([aid or self.tr("None") for aid in test.aids or [""]])
        self.aid.setEnabled(len(test.aids) > 1)
        hint = test.in_unit(language())
        if test.raw:
            hint = self.tr("raw score, 0-{most}").format(most=len(test.raw) - 1)
        elif test.metres:
            hint = self.tr("seconds for {n} m").format(n=test.metres)
        elif test.tries > 1:
            hint = self.tr("{unit}, up to {n} tries").format(unit=hint, n=test.tries)
        self.value.setPlaceholderText(hint)
        self.value.setAccessibleDescription(hint)
        self._forget_doubt()

    @Slot()
    def _forget_doubt(self) -> None:
        self._doubt = None
        self._said.hide()

    @Slot()
    def add(self) -> None:
        """Save the result; an unusual one is asked about first, and the same again is meant so."""
        if not all_read(self):
            return
        at = self.aid.currentIndex()
        aids = measuring.tests()[self._key].aids or [""]
        measured = Measured(
            self._key,
            self.value.text(),
            self.day.day(),
            aids[at] if at >= 0 else "",
            POINTS[max(0, self.point.currentIndex())],
        )
        try:
            asked = self._app.ask(measuring.question, self.course, measured)
        except Refused as no:
            self._say(". ".join(part.rstrip(".") for part in tr_refused(no) if part))
            return
        if asked and measured != self._doubt:
            self._doubt = measured
            again = self.tr("Press Enter once more if it is right.")
            self._say(f"{tr_asked(asked)} {again}")
            return
        said = self.tr("Measured: {test}").format(test=self.test.currentText())
        if self._app.do(said, measuring.add, self.course, measured, sure=True):
            self.value.clear()
            self._forget_doubt()
            self.refresh()
            self.measured.emit()
        self.value.setFocus()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
        self.value.setAccessibleDescription(words)
        self.value.setFocus()
        self.value.selectAll()


def _field(word: str, widget: QWidget) -> QWidget:
    box = QWidget()
    col(*labelled(word, widget), gap=4, on=box)
    return box
