"""What is tried with the store itself, off the GUI thread: done, refused, or a trouble that has a sentence."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services.store.trouble import trouble_of
from trainer_desktop.ui.parts.basics import Card, col, row
from trainer_desktop.ui.refusals import tr_refused
from trainer_desktop.ui.theme import theme
from trainer_desktop.ui.troubles import tr_trouble

T = TypeVar("T")


def attempt(act: Callable[[], T]) -> T | Exception:
    """What it comes to; a refusal or a known trouble is answered, anything else is a bug and raised."""
    try:
        return act()
    except Exception as wrong:
        if not isinstance(wrong, Refused) and trouble_of(wrong) is None:
            raise
        return wrong


def said_of(wrong: Exception) -> str:
    """A refusal or a known trouble as words."""
    if isinstance(wrong, Refused):
        return ". ".join(part for part in tr_refused(wrong) if part)
    known = trouble_of(wrong)
    assert known
    return ". ".join(part for part in tr_trouble(*known) if part)


def secret_field() -> QLineEdit:
    """A field for a password."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(1000)
    return field


def in_the_middle(*lines: object) -> QWidget:
    """A card in the middle of a page of the gate."""
    card, page = Card(), QWidget()
    col(*lines, gap=6, margins=(32, 26, 32, 24), on=card)  # type: ignore[arg-type]
    card.setFixedWidth(theme.px(520))
    col(None, row(None, card, None), None, on=page)
    return page


def fit(page: QWidget) -> None:
    """As large as a page of the gate is, and no larger than the screen."""
    room = page.screen().availableGeometry()
    page.resize(min(theme.px(1200), room.width()), min(theme.px(820), room.height() - 40))
