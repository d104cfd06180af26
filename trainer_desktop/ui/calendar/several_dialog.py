"""Choosing several therapists to stand side by side."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.services.centre.cards import NamedKey
from trainer_desktop.ui.parts.basics import Text, col, row, scrolling
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.fields import Check
from trainer_desktop.ui.theme import theme


class SeveralDialog(QDialog):
    """A tick for each colleague; `chosen` is who was ticked when it was accepted."""

    def __init__(
        self, staff: list[NamedKey], ticked: tuple[NamedKey, ...], parent: QWidget
    ) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(self.tr("Several therapists"))
        self._staff = staff
        before = {one.id for one in ticked}
        inner = QWidget()
        column = col(gap=6, margins=(0, 0, 8, 0), on=inner)
        self.ticks: list[Check] = []
        for one in staff:
            tick = Check(f"{one.short} · {one.name}")
            tick.setChecked(one.id in before)
            tick.toggled.connect(self._ticked)
            self.ticks.append(tick)
            column.addWidget(tick)
        column.addStretch(1)
        scroll = scrolling(inner)
        scroll.setAccessibleName(self.tr("Therapists"))
        self._show = Button(self.tr("Show them"), "primary", key="↵")
        self._show.setDefault(True)
        self._show.clicked.connect(self.accept)
        cancel = Button(self.tr("Cancel"), "plain", key="Esc")
        cancel.clicked.connect(self.reject)
        col(
            Text(self.tr("Several therapists"), "heading"),
            (scroll, 1),
            row(None, cancel, self._show, gap=8),
            gap=10,
            margins=(20, 20, 20, 16),
            on=self,
        )
        self.resize(theme.px(360), theme.px(480))
        self._ticked()

    @property
    def chosen(self) -> tuple[NamedKey, ...]:
        """Who is ticked, in their order."""
        pairs = zip(self._staff, self.ticks, strict=True)
        return tuple(one for one, tick in pairs if tick.isChecked())

    @Slot()
    def _ticked(self) -> None:
        self._show.setEnabled(bool(self.chosen))
