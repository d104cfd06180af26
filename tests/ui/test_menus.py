"""No two lines of a menu that changes a citizen, a course or the file answer to the same letter: one press, one thing."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from trainer_desktop import app as program
from trainer_desktop.services.citizens import page, search
from trainer_desktop.settings import Settings
from trainer_desktop.ui.citizens.citizen_menu import CitizenMenu
from trainer_desktop.ui.citizens.course_menu import CourseMenu
from trainer_desktop.ui.main_window import MainWindow


def letters(menu):
    found = [re.search(r"(?<!&)&([^&\s])", action.text()) for action in menu.actions()]
    return [one[1].casefold() for one in found if one]


def doubled(widget):
    menus = widget.findChildren(QMenu)
    assert menus
    return {
        menu.title() or menu.accessibleName(): sorted(said)
        for menu in menus
        if len(said := letters(menu)) != len(set(said))
    }


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_line_of_a_menu_has_its_own_letter(qtbot, context, language):
    program.dress(QApplication.instance(), Settings(language=language))
    try:
        window = MainWindow(context, demo=True)
        qtbot.addWidget(window)
        assert not [name for name in doubled(window) if "Fil" in name]
        found = context.ask(search.find, "jensen", 50)
        card = next(c for c in (context.ask(page.page, one.id) for one in found) if c.courses)
        course = card.courses[0]
        for made in (
            CitizenMenu(context, card, window),
            CourseMenu(context, course, card.name, window),
        ):
            qtbot.addWidget(made)
            assert doubled(made) == {}
    finally:
        program.dress(QApplication.instance(), Settings())
