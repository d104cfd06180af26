"""What the window tells that nobody asked for: a no, trouble, a fault, and what was just done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.store.trouble import trouble_of
from trainer_desktop.ui.parts.basics import Icon, Panel, Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.parts.float_card import FloatCard, Scrim, Toast, dismiss_cards, padded
from trainer_desktop.ui.parts.refusal_card import RefusalPanel
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.reporting import Fault, as_text, fault_of, log
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.troubles import tr_trouble


class Notices(QObject):
    """One card and one toast at a time, above the window."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._card: FloatCard | None = None
        self._toast: Toast | None = None

    @property
    def card(self) -> FloatCard | None:
        """The card that is up, if any."""
        return self._card if self._card and isValid(self._card) else None

    @Slot(object)
    def refuse(self, refusal: Refused) -> None:
        """Tell a no."""
        title, note = tr_refused(refusal)
        self._say(title, note)

    @Slot(object)
    def fail(self, wrong: Exception) -> None:
        """Tell what went wrong: a no, trouble with what to do, or a fault with its report."""
        if isinstance(wrong, Refused):
            self.refuse(wrong)
            return
        found = trouble_of(wrong)
        if found:
            log.warning("trouble %s", found[0].name)
            self._say(*tr_trouble(*found))
            return
        fault = fault_of(wrong)
        log.error("%s", as_text(fault))
        self._report(fault)

    def tell_settings(self, names: tuple[str, ...]) -> None:
        """Tell which settings of this computer could not be read."""
        title = self.tr("Some settings of this computer could not be read")
        note = self.tr("These are as on a new computer: {names}.").format(names=", ".join(names))
        self._say(title, note)

    def tell(self, title: str, note: str) -> None:
        """Tell something that went wrong in the background."""
        self._say(title, note)

    def ask_to_save(self) -> None:
        """Ask what is to become of a form that is half filled in."""
        title = self.tr("Something is not saved")
        note = self.tr("Save it here, or close once more to leave it.")
        self._say(title, note)

    def leave(self) -> None:
        """Take every card away: the page that it spoke of is not shown any more."""
        dismiss_cards(self._over)

    def done(self, text: str, back: str = "", go_back: Callable[[], object] | None = None) -> None:
        """Tell what was done, with the way back if there is one."""
        self.forget_done()
        toast = Toast(self._over, text, back)
        if go_back:
            toast.undo_wished.connect(go_back)
        toast.closed.connect(partial(self._toast_gone, toast))
        self._toast = toast
        wide, high = self._over.width(), self._over.height()
        toast.place(QPoint((wide - toast.wide) // 2, high - theme.px(96)))

    def forget_done(self) -> None:
        """Take the toast away: it speaks of what is so no more."""
        if self._toast and isValid(self._toast):
            self._toast.dismiss()

    @property
    def toast(self) -> Toast | None:
        """The toast that is up, if any."""
        return self._toast

    def _toast_gone(self, toast: Toast) -> None:
        if self._toast is toast:
            self._toast = None

    def _say(self, title: str, note: str) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):  # a card in the window would lie behind it
            _tell(dialog, title, note)
            return
        self._show(RefusalPanel(self._over, title, [note] if note else [], []))

    def _report(self, fault: Fault) -> None:
        card = FaultCard(self._over, fault)
        self._show(card)
        Scrim(self._over, card)

    def _show(self, card: FloatCard) -> None:
        self.leave()
        self._card = card
        card.place(QPoint((self._over.width() - card.wide) // 2, self._over.height() // 3))


def _tell(over: QDialog, title: str, note: str) -> None:
    """Tell something over a dialog that is open; the keyboard goes back to where it was."""
    box = QDialog(over)
    box.setWindowTitle(title)
    box.setAccessibleName(title)
    box.setAccessibleDescription(note)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    good = Button(QCoreApplication.translate("Notices", "Close"), "primary", key="↵")
    good.setDefault(True)
    good.clicked.connect(box.accept)
    lines: list[QWidget] = [Text(title, "heading", wrap=True)]
    lines += [Text(note, "body", "text-2", wrap=True)] if note else []
    col(*lines, 8, row(None, good), gap=6, margins=(20, 20, 20, 16), on=box)
    box.setMinimumWidth(theme.px(380))
    before = over.focusWidget()
    if before:
        box.finished.connect(lambda _how: before.setFocus() if isValid(before) else None)
    box.open()


class FaultCard(FloatCard):
    """A fault of the program: what is safe, what the report holds, and a button that copies it."""

    def __init__(self, over: QWidget, fault: Fault) -> None:
        super().__init__(over, 540)
        self._text = as_text(fault)
        title = self.tr("Something in the program is wrong")
        self.setAccessibleName(title)
        said = self.tr(
            "It is a fault in the program, not something you did. What was saved is saved."
        )
        self.setAccessibleDescription(said)
        head = col(
            Text(title, "heading", wrap=True), Text(said, "body", "text-2", wrap=True), gap=2
        )
        top = row(col(1, Icon("refused", "bad", 20), None), head, gap=12)
        top.setStretch(1, 1)
        self.box.addLayout(padded(top, 20, 18, 14))
        facts = Panel("sunken", "tb")
        col(
            Text(self.tr("This is in the report, and nothing else"), "small", "text-2"),
            Text(fault.kind.rpartition(".")[2], "body"),
            *(Text(place, "small", "text-2", wrap=True) for place in fault.places[-3:]),
            Text(self.tr("No names, numbers or texts"), "small", "good-text"),
            gap=4,
            margins=(20, 12, 20, 12),
            on=facts,
        )
        self.box.addWidget(facts)
        close = Button(self.tr("Close"), "plain", key="Esc")
        close.clicked.connect(self.dismiss)
        self._copy = Button(self.tr("Copy the report"), "primary")
        self._copy.clicked.connect(self._copied)
        self.box.addLayout(padded(row(None, close, self._copy, gap=8), 20, 12, 16))

    def place(self, at: QPoint) -> None:
        """Put it at a point, with the keyboard on what is pressed most."""
        super().place(at)
        self._copy.setFocus()

    @Slot()
    def _copied(self) -> None:
        QApplication.clipboard().setText(self._text)
        self.dismiss()
