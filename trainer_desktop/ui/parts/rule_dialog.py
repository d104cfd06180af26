"""Where a conclusion rests: the standard, its version, the rule in plain words and its place in the source."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from trainer_desktop.rules.rulebook import RuleRef
from trainer_desktop.services.standards.rulebooks import about
from trainer_desktop.ui.parts.basics import Text, col, row
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.rule_words import tr_place
from trainer_desktop.ui.theme import theme


def show_rule(parent: QWidget, rule: RuleRef) -> None:
    """Open the rule over a window."""
    translate = QCoreApplication.translate
    dialog = QDialog(parent.window())
    dialog.setWindowTitle(translate("RuleDialog", "The rule and its place"))
    title, municipality, source = about(rule.standard, rule.version)
    where = translate("RuleDialog", "Version {version} · {place} in {source}").format(
        version=rule.version, place=tr_place(rule.place), source=source
    )
    if not rule.version:  # a law
        where = translate("RuleDialog", "{place} of {law}").format(place=rule.place, law=title)
    close = Button(translate("RuleDialog", "Close"), "primary", key="Esc")
    close.clicked.connect(dialog.accept)
    lines = [
        Text(rule.text, "heading", wrap=True),
        Text(title, "body", "text-2", wrap=True),
        Text(municipality, "small", "text-3"),
        Text(where, "small", "text-2", wrap=True),
        Text(
            translate("RuleDialog", "Key in the standard's file: {key}").format(key=rule.key),
            "small",
            "text-3",
        ),
    ]
    col(*lines, 8, row(None, close), gap=6, margins=(20, 20, 20, 16), on=dialog)
    dialog.setMinimumWidth(theme.px(420))
    dialog.open()
