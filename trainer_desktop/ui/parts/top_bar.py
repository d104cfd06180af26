"""The bar above a page: steps, title, note, and what can be chosen or done."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Panel, Text, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.menu_button import Drop
from trainer_desktop.ui.theme import theme


@guarded
class TopBar(Panel):
    """Steps back and on when the page has them; whatever else is handed over stands at the right.

    Where there is no room, what `folds` names goes first, in that order, after the note: into one fold-out.
    """

    def __init__(
        self,
        right: Sequence[QWidget],
        *,
        steps: tuple[str, str, str] | None = None,
        folds: Sequence[QWidget] = (),
    ) -> None:
        super().__init__("surface", "b")
        self.setFixedHeight(theme.size("top-bar"))
        self.title, self.note = Text("", "title"), Text("", "body", "text-3", figures=True)
        left: list[QWidget | int] = []
        if steps:
            back, today, on = steps
            self.back = Button("", icon="prev", spoken=back)
            self.today = Button(today)
            self.on = Button("", icon="next", spoken=on)
            left = [self.back, self.today, self.on, 8]
        self._away: set[QWidget] = set()
        self._folded_out = [*folds, *([self.today] if steps else [])]
        self._folds = [self.note, *self._folded_out]
        self.more = Button("", "quiet", icon="filter", spoken=self.tr("More choices"))
        self.more.clicked.connect(self._open_more)
        self.more.hide()
        self._buttons = [b for b in right if isinstance(b, Button) and b.kind == "primary"]
        self._full = self._short = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row(
            *left,
            self.title,
            self.note,
            None,
            self.more,
            *right,
            gap=6,
            margins=(16, 0, 16, 0),
            on=self,
        )

    def say(self, title: str, note: str = "", short: str = "") -> None:
        """Change title and note; `short` is the title where there is no room for more."""
        self._full, self._short = title, short or title
        self.title.setText(title)
        self.note.setText(note)
        self._fold()

    def offer(self, widget: QWidget, *, there: bool) -> None:
        """Let a choice that folds be there, or not at all."""
        self._away.discard(widget) if there else self._away.add(widget)
        widget.setVisible(there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        self.title.setText(self._full)
        for button in self._buttons:
            button.show_words(True)
        self.more.hide()
        folds = [widget for widget in self._folds if widget not in self._away]
        for widget in folds:
            widget.show()
        for widget in folds:
            layout.activate()
            if layout.minimumSize().width() <= self.width():
                return
            widget.hide()
            self.more.setVisible(widget is not self.note)
        layout.activate()
        if layout.minimumSize().width() > self.width():
            self.title.setText(self._short)
            for button in self._buttons:
                button.show_words(False)

    @Slot()
    def _open_more(self) -> None:
        """Everything that had no room, as one menu: a choice as its own menu, a button as a line."""
        menu = QMenu(self.more)
        menu.setAccessibleName(self.more.accessibleName())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for widget in self._folded_out:
            if not widget.isHidden() or widget in self._away:
                continue
            if isinstance(widget, Drop):
                menu.addMenu(widget.menu()).setText(widget.accessibleName())
            elif isinstance(widget, Button):
                line = menu.addAction(widget.text() or widget.accessibleName())
                line.setEnabled(widget.isEnabled())
                line.triggered.connect(widget.click)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def showEvent(self, event: QShowEvent) -> None:
        """Fold what has no room."""
        super().showEvent(event)
        self._fold()


def menu_for(
    drop: Drop, groups: Sequence[Sequence[tuple[str, object]]], choose: Callable[[Any], object]
) -> None:
    """Give a choice its menu, with a line between groups; `choose` is called with the chosen thing."""
    menu = QMenu(drop)
    for number, group in enumerate(groups):
        if number:
            menu.addSeparator()
        for word, thing in group:
            action = menu.addAction(word)
            action.triggered.connect(lambda _=False, w=word, t=thing: _chosen(drop, w, t, choose))
    drop.use_menu(menu)


def _chosen(drop: Drop, word: str, thing: object, choose: Callable[[Any], object]) -> None:
    drop.say(word)
    choose(thing)
