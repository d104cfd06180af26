"""A dressed application, the demo centre's window, and no dialog that waits for nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox

from tests.models.postgres import server  # noqa: F401 - a fixture
from trainer_desktop import app as program
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.main_window import MainWindow


@pytest.fixture(scope="session")
def qapp_cls():
    return QApplication


@pytest.fixture
def dressed(qapp):
    from trainer_desktop.ui import theme

    theme.load_fonts()
    program.dress(qapp, Settings())
    return qapp


@pytest.fixture(autouse=True)
def no_dialog_waits(monkeypatch):
    def fail(*_args, **_kwargs):
        raise AssertionError("a modal dialog opened and nobody answers it")

    for box, names in (
        (QMessageBox, ("exec", "question", "warning", "critical", "information")),
        (QFileDialog, ("getSaveFileName", "getOpenFileName", "getExistingDirectory")),
        (QInputDialog, ("getText",)),
    ):
        for name in names:
            monkeypatch.setattr(box, name, fail)


@pytest.fixture
def context(qtbot, dressed, demo):
    made = AppContext(demo, Settings())
    yield made
    made._background.wait()


@pytest.fixture
def window(qtbot, context):
    made = MainWindow(context, demo=True)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def press(qtbot):
    """Press keys on whatever has the keyboard."""

    def do(widget, *keys):
        for key in keys:
            if isinstance(key, str):
                qtbot.keyClicks(widget, key)
            else:
                qtbot.keyClick(widget, key)

    return do


CONTROL = Qt.KeyboardModifier.ControlModifier
