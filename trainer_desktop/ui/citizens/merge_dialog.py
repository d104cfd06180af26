"""Two records of one person made one: each field that differs, with what is kept; the other stays readable."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.citizens import same, search
from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.services.citizens.same import Difference
from trainer_desktop.services.citizens.search import CitizenCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.citizens.citizen_words import tr_citizen_field
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, clear, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Choice, labelled
from trainer_desktop.ui.parts.one_of import Segments
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.theme import theme

MOST = 12


@guarded
class MergeDialog(QDialog):
    """The citizen who is kept is the one whose page is open."""

    def __init__(self, app: AppContext, card: CitizenPageCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._card = app, card
        self._seen = app.saw()
        self._found: list[CitizenCard] = []
        self._take: dict[str, Segments] = {}
        self.setWindowTitle(self.tr("Merge"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Name, CPR or phone"))
        self.who = Choice(self.tr("The other record"))
        self._said = Text("", "small", "text-2", wrap=True)
        inner = QWidget()
        self._lines = col(gap=8)
        col(self._lines, None, on=inner)
        self.save = Button(self.tr("Merge"), "primary", key="Ctrl+↵")
        self.save.setShortcut("Ctrl+Return")
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        keeps = self.tr(
            "{name} is kept. The other record stays readable, and its number finds this one."
        )
        whole = col(
            Text(self.tr("Merge with another record"), "heading"),
            Text(keeps.format(name=card.name), "body", "text-2", wrap=True),
            col(*labelled(self.tr("&Find the other record"), self.words), self.who, gap=4),
            self._said,
            (scrolling(inner), 1),
            row(None, cancel, self.save),
            gap=12,
            margins=(20, 20, 20, 16),
            on=self,
        )
        whole.setStretch(4, 1)
        self.resize(theme.px(640), theme.px(560))
        self.words.textChanged.connect(self._search)
        self.who.currentIndexChanged.connect(self._show)
        self.save.clicked.connect(self._merge)
        cancel.clicked.connect(self.reject)
        self.words.setText(card.name)

    @Slot()
    def _search(self) -> None:
        found = self._app.ask(search.find, self.words.text(), MOST) if self.words.text() else []
        self._found = [one for one in found if one.id != self._card.id]
        self.who.blockSignals(True)
        self.who.clear()
        self.who.addItems([f"{one.name} · {one.number or '–'}" for one in self._found])
        self.who.leave_open()  # nobody is merged because he came first in a list
        self.who.blockSignals(False)
        self.who.setVisible(bool(self._found))
        self._show()

    def _other(self) -> CitizenCard | None:
        at = self.who.currentIndex()
        return self._found[at] if 0 <= at < len(self._found) else None

    @Slot()
    def _show(self) -> None:
        clear(self._lines)
        self._take = {}
        other = self._other()
        self.save.setEnabled(other is not None)
        if other is None:
            none = self.tr("Nobody else is found.")
            self._said.setText(self.tr("Choose the other record.") if self._found else none)
            return
        try:
            shown = self._app.ask(same.preview, self._card.id, other.id)
        except Refused as no:
            self._said.setText(". ".join(part for part in tr_refused(no) if part))
            self.save.setEnabled(False)
            return
        along = self.tr("%n course(s) come(s) along.", "", shown.courses)
        self._said.setText(along)
        if not self._alike(other):
            warn = self.tr("Neither the name nor the birthday is the same: is it one person?")
            self._lines.addWidget(Text(warn, "body", "warn-text", wrap=True))
        self._lines.addWidget(
            Text(self.tr("At the left what is kept, at the right the other's"), "label")
        )
        for one in shown.differences:
            if one.field == "protected":
                stays = self.tr("The address stays protected.")
                self._said.setText(f"{along} {stays}")
                continue
            self._lines.addLayout(row((self._line(one), 1)))

    def _alike(self, other: CitizenCard) -> bool:
        mine = search.search_fold(self._card.name).split()
        same_name = sorted(mine) == sorted(search.search_fold(other.name).split())
        return same_name or (other.number[:6] == self._card.number[:6] != "")

    def _line(self, one: Difference) -> QWidget:
        word = tr_citizen_field(one.field).replace("&", "")
        box = QWidget()
        chosen = 0 if one.kept or one.field == same.STANDING else 1
        pick = Segments([one.kept or "–", one.other or "–"], word, chosen)
        self._take[one.field] = pick
        col(Text(word, "label", "text-2"), row(pick, None), gap=4, on=box)
        return box

    @Slot()
    def _merge(self) -> None:
        other = self._other()
        if other is None:
            return
        take = frozenset(name for name, pick in self._take.items() if pick.active == 1)
        said = self.tr("Merged: {name}").format(name=self._card.name)
        merge = partial(same.merge, keep=self._card.id, gone=other.id, take=take)
        if self._app.do_as_seen(self._seen, said, merge):
            self.accept()
