"""What a room has in it, for the planner to find it by."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.services.centre import equipment
from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.theme import theme


class EquipmentDialog(QDialog):
    """One line of words, parted by commas."""

    def __init__(self, app: AppContext, room: NamedKey, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._room = app, room
        self.setWindowTitle(self.tr("Equipment"))
        self.words = QLineEdit(", ".join(app.ask(equipment.equipment, room.id)))
        self.words.setPlaceholderText(self.tr("bars, plinth, treadmill"))
        save = Button(self.tr("Save"), "primary", key="↵")
        save.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        note = Text(
            self.tr("The planner finds rooms by these words."), "small", "text-2", wrap=True
        )
        parts: list[QWidget] = [Text(room.short, "heading")]
        parts += labelled(self.tr("&What is in the room, parted by commas"), self.words)
        buttons = row(None, cancel, save)
        col(*parts, note, 8, buttons, gap=4, margins=(20, 20, 20, 16), on=self)
        self.setMinimumWidth(theme.px(380))
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.reject)

    @Slot()
    def _save(self) -> None:
        text = self.tr("Equipment: {room}").format(room=self._room.short)
        if self._app.do(text, equipment.set_equipment, self._room.id, self.words.text()):
            self.accept()
