"""Seeing what is masked, on purpose: a reason is asked, kept in the journal, and the address is shown in this window alone."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from trainer_desktop.services.citizens import standing, taking_in
from trainer_desktop.services.citizens.page import CitizenPageCard
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.theme import theme


@guarded
class LookDialog(QDialog):
    """Closed, it is masked again."""

    def __init__(self, app: AppContext, card: CitizenPageCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._app, self._card = app, card
        self.setWindowTitle(self.tr("Protected address"))
        self.why = QLineEdit()
        self.said = Text("", "strong", wrap=True)
        self.show_ = Button(self.tr("Show"), "primary", key="↵")
        self.show_.setDefault(True)
        close = Button(self.tr("Close"), "plain", key="Esc")
        kept = self.tr("Your name, the time and the reason are kept.")
        col(
            Text(
                self.tr("Protected address of {name}").format(name=card.name), "heading", wrap=True
            ),
            col(*labelled(self.tr("&Why must you see it?"), self.why), gap=4),
            Text(kept, "small", "text-2", wrap=True),
            self.said,
            row(None, close, self.show_),
            gap=12,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.setMinimumWidth(theme.px(400))
        self.why.textChanged.connect(self._enable)
        self.show_.clicked.connect(self._look)
        close.clicked.connect(self.reject)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.show_.setEnabled(bool(self.why.text().strip()))

    @Slot()
    def _look(self) -> None:
        text = self.tr("Looked at the protected address: {name}").format(name=self._card.name)
        if not self._app.do(text, standing.note_look, self._card.id, self.why.text()):
            return
        texts = self._app.ask(taking_in.texts_of, self._card.id).texts
        town = f"{texts['postcode']} {texts['town']}".strip()
        self.said.setText(", ".join(p for p in (texts["address"], town) if p) or "–")
