"""The bar above a page: steps, title, note, and what can be chosen or done."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from trainer_desktop.ui.parts.basics import Panel, Text, row
from trainer_desktop.ui.parts.button import Button, Drop
from trainer_desktop.ui.theme import theme


class TopBar(Panel):
    """Steps back and on when the page has them; whatever else is handed over stands at the right."""

    def __init__(
        self, right: Sequence[QWidget], *, steps: tuple[str, str, str] | None = None
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
        row(*left, self.title, self.note, None, *right, gap=6, margins=(16, 0, 16, 0), on=self)

    def say(self, title: str, note: str = "") -> None:
        """Change title and note."""
        self.title.setText(title)
        self.note.setText(note)


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
    drop.clicked.connect(lambda: menu.popup(drop.mapToGlobal(drop.rect().bottomLeft())))


def _chosen(drop: Drop, word: str, thing: object, choose: Callable[[Any], object]) -> None:
    drop.say(word)
    choose(thing)
