"""The recovery code: printed, and read back from the paper before anybody goes on."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.services.store.keys import plain_code
from trainer_desktop.services.store.recovery import recovery_pdf
from trainer_desktop.ui.guarded import guarded
from trainer_desktop.ui.parts.basics import Card, Icon, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import labelled
from trainer_desktop.ui.printing.preview_dialog import PreviewDialog
from trainer_desktop.ui.printing.sheet_view import SheetView
from trainer_desktop.ui.theme import theme


@guarded
class CodePanel(QWidget):
    """The paper at the right; at the left print it, and type its two last groups."""

    done = Signal()

    def __init__(self, code: str, day: date, place: str = "") -> None:
        super().__init__()
        self._groups = code.split("-")
        self._pdf = recovery_pdf(code, place, day)
        self.print = Button(self.tr("Print it …"), "plain", icon="print", key="Ctrl+P")
        self.print.setShortcut("Ctrl+P")
        self.five, self.six = QLineEdit(), QLineEdit()
        self._wrong = Text("", "small", "bad-text", wrap=True)
        self.go = Button(self.tr("Go on"), "primary", key="↵")
        view = SheetView()
        view.setFixedWidth(theme.px(420))
        self._view = view
        self._build()

    def _build(self) -> None:
        why = self.tr(
            "When everybody has forgotten their password, the paper is the only way in. Keep it in the municipality's safe, not beside the computer."
        )
        boxes = row(
            col(*labelled(self.tr("Group &5"), self.five), gap=4),
            col(*labelled(self.tr("Group &6"), self.six), gap=4),
            gap=12,
        )
        once = self.tr("The code is kept nowhere: the program can only make a new one.")
        left = QWidget()
        col(
            None,
            Text(self.tr("Print the recovery code"), "display", wrap=True),
            Text(why, "body", "text-2", wrap=True),
            10,
            row(self.print, None),
            14,
            Text(self.tr("Can the paper be read?"), "strong"),
            Text(self.tr("Type its last two groups from it."), "small", "text-2"),
            boxes,
            self._wrong,
            10,
            row(Icon("lock", "text-2", 16), (Text(once, "small", "text-2", wrap=True), 1), gap=8),
            16,
            row(None, self.go),
            None,
            gap=6,
            on=left,
        )
        left.setFixedWidth(theme.px(440))
        card = Card()
        col((self._view, 1), on=card)
        row(None, left, 48, card, None, margins=(24, 24, 24, 24), on=self)
        self.print.clicked.connect(self.print_it)
        self.go.clicked.connect(self.try_it)
        self.five.returnPressed.connect(self.six.setFocus)
        self.six.returnPressed.connect(self.try_it)
        for field in (self.five, self.six):
            field.textEdited.connect(self._wrong.clear)

    def begin(self) -> None:
        """Show the paper."""
        self._view.show_pdf(self._pdf)
        self.print.setFocus()

    @Slot()
    def print_it(self) -> None:
        """Preview it; from there it goes to the printer or a file."""
        dialog = PreviewDialog(self.tr("Recovery code"), self)
        dialog.show_pdf(self._pdf)
        dialog.open()

    @Slot()
    def try_it(self) -> None:
        """Go on when the two groups are right."""
        for field, group in ((self.five, self._groups[4]), (self.six, self._groups[5])):
            if plain_code(field.text()) != group:
                self._wrong.setText(self.tr("That is not what stands on the paper."))
                field.setFocus()
                field.selectAll()
                return
        self.done.emit()
