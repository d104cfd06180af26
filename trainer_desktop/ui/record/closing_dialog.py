"""Closing a course: the checklist with what is missing, why it ends, and what follows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from trainer_desktop.services import Work
from trainer_desktop.services.courses.card import CourseCard
from trainer_desktop.services.courses.reevaluations import count_later
from trainer_desktop.services.courses.rights import rights
from trainer_desktop.services.courses.rights_cards import Right
from trainer_desktop.services.record import closing
from trainer_desktop.services.record.closing import WHY, CheckLine, Item, Tick
from trainer_desktop.services.record.decisions import END, Decided
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Icon, Rule, Text, col, row, scrolling
from trainer_desktop.ui.parts.course_dialog import CourseDialog
from trainer_desktop.ui.parts.fields import Check, Choice, labelled
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.record.wish import Wish
from trainer_desktop.ui.theme import theme


@guarded
class ClosingDialog(CourseDialog):
    """Nothing of the list is demanded: what is missing is said, and a person closes with a reason."""

    def __init__(self, app: AppContext, course: CourseCard, name: str, parent: QWidget) -> None:
        super().__init__(app, course, name, parent)
        lines = app.ask(closing.checklist, course.id)
        counted = [line for line in lines if line.tick is not Tick.NOT_RELEVANT]
        done = [line for line in counted if line.tick is Tick.DONE]
        self.why, self.reason = Choice(), QLineEdit()
        self.why.addItems([self._word(why) for why in WHY])
        self.why.leave_open()
        self.wish = Wish(app)
        self.letter = Check(self.tr("Write the letter afterwards"))
        self.letter.setChecked(True)
        self._page = parent
        self._wrong = Text("", "small", "bad-text", wrap=True)
        listed = QWidget()
        box = col(gap=6, on=listed)
        for line in lines:
            box.addLayout(self._line(line))
            box.addWidget(Rule("line-soft"))
        self._checked = scrolling(listed)
        self._checked.setMinimumHeight(theme.px(120))
        self._checked.setMaximumHeight(listed.sizeHint().height())
        later = app.ask(count_later, course.id)
        follows = self.tr("%n later training(s) is (are) released.", "", later) if later else ""
        there = self.tr("{n} of {of} are in place").format(n=len(done), of=len(counted))
        why, reason = QWidget(), QWidget()
        col(*labelled(self.tr("&Ends because"), self.why), gap=4, on=why)
        col(*labelled(self.tr("In your own &words"), self.reason), gap=4, on=reason)
        said = self._standard_says()
        self.lay_out(
            self.tr("Close the course"),
            Text(there, "strong"),
            self._checked,
            why,
            reason,
            self.wish,
            *([Text(follows, "body", wrap=True)] if follows else []),
            *([Text(said, "small", "text-2", wrap=True)] if said else []),
            self.letter,
            self._wrong,
        )
        self.wish.hide()
        self.accepted.connect(self._closed)
        self.why.currentIndexChanged.connect(self._look)
        self.wish.answered.connect(self._look)
        self.wish.hearing.connect(self._write_hearing)
        self.setMinimumWidth(theme.px(560))
        self.save.setText(self.tr("Close the course"))

    def _standard_says(self) -> str:
        """What the standard says of an end before the package is used."""
        lines = self.app.ask(rights, self.course.id).lines
        rule = next((line.rule for line in lines if line.right is Right.EARLY_END), None)
        if rule:
            return rule.text
        if self.course.package.left:
            return self.tr("The standard says nothing of ending with trainings left.")
        return ""

    @property
    def _chosen(self) -> str:
        at = self.why.currentIndex()
        return WHY[at] if at >= 0 else ""

    @Slot()
    def _look(self) -> None:
        """Ask what the citizen says where that is not in the reason itself."""
        against = bool(self._chosen) and self.app.ask(
            closing.against, self.course.id, self._chosen, agreed=False
        )
        self.wish.setVisible(against)
        decided = Decided(END, "", against=against and not self.wish.agrees, known=self.wish.knows)
        first = self.wish.judge(self.course.id, decided)
        self._wrong.setText(first)
        self.save.setEnabled(not first)
        self._fit()

    def _fit(self) -> None:
        """As high as all of it, or as the screen; the list scrolls then."""
        room = self.screen().availableGeometry().height() - theme.px(60)
        self.setMaximumHeight(room)
        self.adjustSize()
        need = self.sizeHint().height() - self._checked.sizeHint().height()
        whole = need + self._checked.maximumHeight()
        self.resize(self.width(), min(room, whole))

    @Slot()
    def _write_hearing(self) -> None:
        self.reject()
        dialog = LetterDialog(self.app, self.course.id, "hearing", self._page)
        dialog.begin(self.reason.text().strip() or self._word(self._chosen))
        dialog.open()

    @Slot()
    def _closed(self) -> None:
        """The letter, once the course is closed."""
        if self.letter.isChecked():
            dialog = LetterDialog(self.app, self.course.id, "end", self._page)
            dialog.begin(self.reason.text().strip() or self._word(self._chosen))
            dialog.open()

    def _line(self, line: CheckLine) -> QLayout:
        icon, tone = {
            Tick.DONE: ("came-circle", "good-text"),
            Tick.MISSING: ("warning", "warn-text"),
            Tick.NOT_RELEVANT: ("info", "text-3"),
        }[line.tick]
        words = self._item(line.item)
        if line.names:
            words = f"{words}: {', '.join(line.names)}"
        state = {
            Tick.DONE: "",
            Tick.MISSING: self.tr("Missing"),
            Tick.NOT_RELEVANT: self.tr("Not relevant"),
        }[line.tick]
        faint = "text-3" if line.tick is Tick.NOT_RELEVANT else "text"
        return row(
            Icon(icon, tone, 16),
            (Text(words, "body", faint, wrap=True), 1),
            Text(state, "small", tone),
        )

    def _item(self, item: Item) -> str:
        return {
            Item.SETTLED: self.tr("Every training has its mark"),
            Item.END_TEST: self.tr("Tests at the end"),
            Item.GOALS: self.tr("Goals judged with the citizen"),
            Item.OWN_PLAN: self.tr("Plan for own training"),
            Item.CONSENT: self.tr("Consent to the GP asked"),
            Item.STATUS: self.tr("End status made"),
            Item.LOANS: self.tr("Lent things back"),
            Item.RIDE: self.tr("Rides stopped"),
            Item.LATER: self.tr("No later times stand"),
            Item.OTHERS: self.tr("No other open courses"),
        }[item]

    def _word(self, why: str) -> str:
        return {
            "event": self.tr("Something happened that ends it"),
            "no_need_citizen": self.tr("No further need, as the citizen sees it"),
            "no_need_professional": self.tr("No further need, as the professional sees it"),
            "not_heard_from": self.tr("The citizen was not heard from, or stayed away"),
            "declined": self.tr("The citizen declines"),
            "declined_illness": self.tr("Declines: other illness"),
            "declined_cost": self.tr("Declines: the cost of transport"),
            "declined_ride": self.tr("Declines: the transport itself"),
            "declined_other_training": self.tr("Declines: other training"),
        }[why]

    def act(self) -> tuple[str, Callable[[Work], object]] | None:
        """Close."""
        at = self.why.currentIndex()
        if at < 0:
            self._wrong.setText(self.tr("Why it ends is missing."))
            self.why.setFocus()
            return None
        said = self.tr("Course closed: {name}").format(name=self.name)
        if not self.wish.isHidden() and self.wish.open:
            self._wrong.setText(self.tr("Does the citizen agree?"))
            self.wish.against.group.buttons()[0].setFocus()
            return None
        key, why = self.course.id, WHY[at]
        reason = self.reason.text().strip() or self._word(why)
        asked = not self.wish.isHidden()
        agreed, known = asked and self.wish.agrees, asked and self.wish.knows
        return said, partial(
            closing.close, course_id=key, why=why, reason=reason, agreed=agreed, known=known
        )
