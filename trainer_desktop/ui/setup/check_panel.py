"""What a centre still lacks before the first training can be booked, each with the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from trainer_desktop.services.registers.every import Missing, MissingCard, missing
from trainer_desktop.services.store import opening
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Icon, Rule, Text, clear, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.setup.register_words import tr_missing

PLACES = {
    Missing.CENTRE: "centres",
    Missing.ROOM: "rooms",
    Missing.STAFF: "staff",
    Missing.HOURS: "staff",
    Missing.STANDARD: "choices",
    Missing.PACKAGE: "packages",
    Missing.CITIZEN: "citizen",
    Missing.COURSE: "citizen",
}


@guarded
class CheckPanel(QWidget):
    """A line for each; what cannot wait stands first."""

    wished = Signal(str)  # where to go

    def __init__(self, app: AppContext) -> None:
        super().__init__()
        self._app = app
        self._box = col(gap=10)
        col(self._box, None, margins=(24, 20, 24, 20), on=self)
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        clear(self._box)
        found = self._app.ask(missing)
        needed = [one for one in found if one.needed]
        title = (
            self.tr("What is missing") if needed else self.tr("The first training can be booked")
        )
        self._box.addWidget(Text(title, "title"))
        self._add_safety()
        groups = (
            (self.tr("Needed before a training can be booked"), needed, "warning", "bad"),
            (self.tr("Can wait"), [one for one in found if not one.needed], "info", "text-3"),
        )
        for word, some, icon, tone in groups:
            if not some:
                continue
            self._box.addWidget(Text(word, "label", "text-2"))
            for one in some:
                self._box.addLayout(self._line(one, icon, tone))
                self._box.addWidget(Rule("line-soft"))
        if not found:
            said = Text(self.tr("Everything is there."), "body", "text-2")
            self._box.addLayout(row(Icon("came", "good", 16), said, None))

    def _add_safety(self) -> None:
        """The last steps of a new centre: who may log in, and where copies lie."""
        demo = self._app.with_store(lambda store: opening.is_demo(store.file))
        if self._app.protected or demo or not self._app.embedded:
            return
        said = self.tr(
            "Nobody needs a password yet: users, backup folder and recovery code are made in one go"
        )
        there = Button(self.tr("Protect"), "link", small=True)
        there.setAccessibleName(f"{said}: {there.text()}")
        there.clicked.connect(lambda: self.wished.emit("users"))
        self._box.addWidget(Text(self.tr("Before there are citizens in it"), "label", "text-2"))
        self._box.addLayout(
            row(Icon("lock", "warn", 16), (Text(said, "body", wrap=True), 1), there)
        )
        self._box.addWidget(Rule("line-soft"))

    def _line(self, one: MissingCard, icon: str, tone: str) -> QLayout:
        there = Button(self.tr("Fill in"), "link", small=True)
        said = tr_missing(one.what, one.names)
        there.setAccessibleName(f"{said}: {there.text()}")
        there.clicked.connect(lambda: self.wished.emit(PLACES[one.what]))
        return row(Icon(icon, tone, 16), (Text(said, "body", wrap=True), 1), there)
