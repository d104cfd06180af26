"""The keyboard never goes astray: not to a toast that passes by, not to the navigation when a button goes by its own act."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from trainer_desktop.ui.places import TASKS


def on_page(window):
    window.show_place(TASKS)
    page = window._stack.currentWidget()
    button = QPushButton("Afgør", page)
    button.show()
    button.setFocus()
    QApplication.processEvents()
    assert button.hasFocus()
    return page, button


def astray(window):
    now = QApplication.focusWidget()
    return now is None or window._rail.isAncestorOf(now)


def test_a_button_that_goes_by_its_own_act_leaves_the_keyboard_on_the_page(qtbot, window):
    page, button = on_page(window)
    window.notices.done("Afgjort", "Fortryd  Ctrl+Z")
    button.hide()
    qtbot.waitUntil(lambda: not astray(window), timeout=5000)
    assert page.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget() is not window.notices.toast.undo


def test_a_dialog_whose_opener_is_gone_gives_the_keyboard_to_the_page(qtbot, window):
    page, button = on_page(window)
    dialog = QDialog(page)
    dialog.open()
    QApplication.processEvents()
    button.hide()
    button.setParent(None)
    button.deleteLater()
    dialog.accept()
    QApplication.processEvents()
    window.activateWindow()
    qtbot.waitUntil(lambda: not astray(window), timeout=5000)


def test_who_walks_to_the_navigation_comes_there(window):
    _page, button = on_page(window)
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        if window._rail.isAncestorOf(QApplication.focusWidget()):
            break
    assert window._rail.isAncestorOf(QApplication.focusWidget())
    assert button.isVisible()
