"""The citizen's schedule letter: asks for the centre's telephone before it prints «call us» without one."""

import uuid

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.services.papers import letters
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.printing.preview_dialog import PreviewDialog, preview
from trainer_desktop.ui.theme import theme


def preview_letter(parent: QWidget, app: AppContext, citizen: uuid.UUID) -> QDialog:
    """Preview the letter, or first ask for what it would lack."""
    centre = app.ask(letters.without_phone, citizen)
    if centre is None:
        return _preview(parent, app, citizen)
    dialog = ContactDialog(app, centre, citizen, parent)
    dialog.open()
    return dialog


def _preview(parent: QWidget, app: AppContext, citizen: uuid.UUID) -> PreviewDialog:
    title = QCoreApplication.translate("CalendarPage", "Schedule letter")
    return preview(parent, title, app, letters.schedule_letter, citizen)


class ContactDialog(QDialog):
    """The telephone and address that stand on every letter of a centre; asked for once."""

    def __init__(
        self, app: AppContext, centre: uuid.UUID, citizen: uuid.UUID, parent: QWidget
    ) -> None:
        super().__init__(parent.window())
        self.app = app
        self._centre, self._citizen, self._page = centre, citizen, parent
        self.setWindowTitle(self.tr("The centre's telephone"))
        self.phone, self.address = QLineEdit(), QLineEdit()
        self._go = Button(self.tr("Save and show the letter"), "primary", key="↵")
        self._go.setDefault(True)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        parts: list[QWidget] = [
            Text(self.tr("What number should citizens call?"), "heading"),
            Text(
                self.tr("It stands on every letter from this centre."), "body", "text-2", wrap=True
            ),
        ]
        parts += labelled(self.tr("&Telephone"), self.phone)
        parts += labelled(self.tr("&Address"), self.address)
        col(*parts, 8, row(None, cancel, self._go), gap=6, margins=(20, 20, 20, 16), on=self)
        self.setMinimumWidth(theme.px(420))
        cancel.clicked.connect(self.reject)
        self._go.clicked.connect(self._save)
        self.phone.textChanged.connect(self._enable)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        digits = sum(c.isdigit() for c in self.phone.text())
        self._go.setEnabled(digits >= 3)

    @Slot()
    def _save(self) -> None:
        text = self.tr("The centre's telephone noted")
        phone, address = self.phone.text(), self.address.text()
        if self.app.do(text, letters.set_contact, self._centre, phone, address):
            self.accept()
            _preview(self._page, self.app, self._citizen)
