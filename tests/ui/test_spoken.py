"""The tree a screen reader walks: menus in it, choices with the role they are, nothing shown that is not."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QComboBox

ROLE = QAccessible.Role


def walk(node):
    yield node
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None:
            yield from walk(child)


def name(node):
    return node.text(QAccessible.Text.Name)


@pytest.fixture
def tree(window):
    return lambda: list(walk(QAccessible.queryAccessibleInterface(window)))


def test_every_action_of_the_menu_is_in_the_tree_before_it_is_opened(window, tree):
    said = {name(node) for node in tree() if node.role() == ROLE.MenuItem}
    wanted = {a.text().replace("&", "") for a in window._main_actions if a.isVisible()}

    assert wanted
    assert wanted <= said


def test_what_is_one_of_several_is_a_radio_button(window, tree):
    radios = {name(node).split(",")[0] for node in tree() if node.role() == ROLE.RadioButton}
    rail = {button.text() for button in window._rail.buttons}
    views = {b.text().replace("&", "") for b in window.calendar._bar.views.group.buttons()}

    assert rail | views <= radios


def test_a_page_that_was_left_shows_no_rows(qtbot, window):
    window.show_place(3)
    window.show_place(4)
    for view in window.findChildren(QAbstractItemView):
        inside_combo = any(
            view in box.findChildren(QAbstractItemView) for box in window.findChildren(QComboBox)
        )
        if view.isVisible() or inside_combo:
            continue
        for node in walk(QAccessible.queryAccessibleInterface(view)):
            cell = node.role() in (ROLE.ListItem, ROLE.Cell)
            assert not cell or node.state().offscreen or node.state().invisible, name(node)


def test_a_press_that_is_dragged_off_chooses_nothing(qtbot, window):
    day, week = window.calendar._bar.views.group.buttons()[:2]
    assert day.isChecked()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(week, left)
    qtbot.mouseMove(week, QPoint(week.width() + 40, 80))
    qtbot.mouseRelease(week, left, pos=QPoint(week.width() + 40, 80))
    assert day.isChecked()
    qtbot.mouseClick(week, left, pos=QPoint(week.width() - 3, 3))
    assert week.isChecked()
