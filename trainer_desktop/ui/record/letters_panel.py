"""A course's letters: what was made, when, by whom and how it was sent; each can be printed again as it was."""

import uuid

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from trainer_desktop.services.papers import letter_names, writing
from trainer_desktop.services.papers.writing import LetterCard
from trainer_desktop.ui import dates
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Pill, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.printing.preview_dialog import preview
from trainer_desktop.ui.record.letter_dialog import LetterDialog
from trainer_desktop.ui.record.letter_words import tr_how, tr_letter
from trainer_desktop.ui.rule_words import capital, tr_event


@guarded
class LettersPanel(QWidget):
    """The letters of one course."""

    def __init__(self, app: AppContext, course: uuid.UUID) -> None:
        super().__init__()
        self._app, self._course = app, course
        self._new = Drop(self.tr("New letter"), self.tr("New letter"))
        menu = QMenu(self._new)
        for kind in letter_names.KINDS:
            menu.addAction(tr_letter(kind)).triggered.connect(
                lambda _=False, kind=kind: self.begin(kind)
            )
        self._new.use_menu(menu)
        self._list = col(gap=8)
        box = Card()
        title = row(Text(self.tr("Letters of the course"), "heading"), None, self._new)
        col(title, self._list, gap=10, margins=(16, 12, 16, 14), on=box)
        col(box, None, on=self)
        self.refresh()

    @Slot(str)
    def begin(self, kind: str) -> None:
        """Write a letter."""
        dialog = LetterDialog(self._app, self._course, kind, self)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def refresh(self) -> None:
        """Read the letters again."""
        focus = QApplication.focusWidget()
        if focus and self.isAncestorOf(focus):
            self._new.setFocus()
        clear(self._list)
        every = self._app.ask(writing.letters, self._course)
        for one in every:
            self._list.addWidget(self._line(one))
            self._list.addWidget(Rule("line-soft"))
        hidden: bool = self._app.ask(writing.protected_now, self._course)
        if every and hidden:
            said = self.tr(
                "The address is protected now. A letter that was made before may show it: make it anew before you send it."
            )
            self._list.insertWidget(0, Text(said, "body", "warn-text", wrap=True))
        if not every:
            said = self.tr("No letter has been made on this course yet.")
            self._list.addWidget(Text(said, "body", "text-2"))

    def _line(self, one: LetterCard) -> QWidget:
        box = QWidget()
        at = f"{dates.date_year(one.made_at.date())} {dates.at_clock(one.made_at)} · {one.made_by}"
        again = Button(self.tr("Print again"), "quiet", icon="print", small=True)
        again.setAccessibleName(f"{again.text()}: {one.title}, {at}")
        again.clicked.connect(lambda: preview(self, one.title, self._app, writing.copy, one.id))
        about = col(Text(one.title, "strong"), Text(at, "small", "text-2"), gap=2)
        line = row(on=box)
        line.addLayout(about, 1)
        if one.sent_on:
            sent = f"{tr_how(one.sent_how)} {dates.date_year(one.sent_on)} · {one.sent_by}"
            line.addWidget(Pill(sent, "good", "send"))
        else:
            line.addWidget(Pill(self.tr("Not sent"), "warn"))
            line.addWidget(self._send(one))
            away = Button(self.tr("Take away"), "quiet", small=True)
            away.setAccessibleName(f"{away.text()}: {one.title}, {at}")
            away.clicked.connect(lambda: self._take_away(one))
            line.addWidget(away)
        line.addWidget(again)
        return box

    def _send(self, one: LetterCard) -> QWidget:
        """A person says that it was sent."""
        sent = Drop(self.tr("Mark as sent"), self.tr("Sent: {title}").format(title=one.title))
        if one.meets in ("decision", "hearing_sent"):
            sent.setToolTip(capital(tr_event(one.meets)))
        menu = QMenu(sent)
        for how in writing.HOW:
            menu.addAction(tr_how(how)).triggered.connect(
                lambda _=False, how=how: self._mark(one, how)
            )
        sent.use_menu(menu)
        return sent

    def _take_away(self, one: LetterCard) -> None:
        said = self.tr("Letter taken away: {title}").format(title=one.title)
        if self._app.do(said, writing.take_away, one.id):
            self.refresh()

    def _mark(self, one: LetterCard, how: str) -> None:
        said = self.tr("Sent: {title}").format(title=one.title)
        if self._app.do(said, writing.mark_sent, one.id, how):
            self.refresh()
