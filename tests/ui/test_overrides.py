"""Qt's calls into our classes: every override is guarded, and none raises for an index that is stale, foreign or empty."""

import importlib
import inspect
import pkgutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from trainer_desktop import ui
from trainer_desktop.services.calendar import days
from trainer_desktop.ui.calendar.grid.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.grid.plan import Slot
from trainer_desktop.ui.calendar.grid.strip_plan import StripPlan
from trainer_desktop.ui.calendar.shown import View
from trainer_desktop.ui.guarded import is_guarded, overrides_qt

CRASHES = """
import sys
from PySide6.QtCore import QStringListModel, QRect
from PySide6.QtWidgets import QApplication, QListView, QStackedWidget, QWidget
from trainer_desktop.ui.guarded import guarded
told = []
sys.excepthook = lambda kind, wrong, trace: told.append(kind.__name__)
app = QApplication([])

@guarded
class View(QListView):
    def visualRect(self, index):
        return [][5]
    def sizeHint(self):
        return int("x")

stack = QStackedWidget()
view = View()
view.setModel(QStringListModel(["a", "b"]))
stack.addWidget(view)
stack.addWidget(QWidget())
stack.show()
stack.sizeHint()
view.setCurrentIndex(view.model().index(1, 0))
view.update(view.model().index(1, 0))
stack.setCurrentIndex(1)
app.processEvents()
assert set(told) == {"IndexError", "ValueError"}, told
print("alive")
"""


def our_classes():
    for module in pkgutil.walk_packages(ui.__path__, "trainer_desktop.ui."):
        loaded = importlib.import_module(module.name)
        for _name, cls in inspect.getmembers(loaded, inspect.isclass):
            if cls.__module__ == module.name:
                yield cls


def test_every_override_is_guarded():
    left = [
        f"{cls.__module__}.{cls.__name__}.{name}"
        for cls in our_classes()
        for name, method in vars(cls).items()
        if callable(method) and overrides_qt(cls, name) and not is_guarded(method)
    ]

    assert left == []


def test_an_override_that_raises_is_told_and_the_program_lives():
    done = subprocess.run(
        [sys.executable, "-c", CRASHES], capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr


@pytest.mark.parametrize("plan", [ColumnPlan, StripPlan])
def test_a_plan_that_has_measured_nothing_answers(dressed, plan, window):
    from PySide6.QtCore import QPointF

    at = Slot(3, window.app.now())
    fresh = plan()

    assert fresh.box(7).isNull()
    assert fresh.box(-1).isNull()
    assert fresh.slot(QPointF(900, 300)) is None
    assert fresh.neighbour(at, 1, 0) is None or True
    fresh.slot_box(at, 45)
    assert fresh.hours[0] < fresh.hours[1]
    assert fresh.fixed.x() >= 0


def test_the_pointer_on_a_block_survives_a_change_of_view(qtbot, window):
    """The hovered index outlives the model's reset: Qt asks for its rectangle when the grid is hidden."""
    page = window.calendar
    view = page.view
    view.setCurrentIndex(view.model().index(0))
    old = view.model().index(len(view.blocks()) - 1)

    for which in (View.MONTH, View.WEEK, View.LIST, View.DAY):
        page.choose_view(which.value)
        view.update(old)
        assert not view.visualRect(old).isValid() or view.visualRect(old).width() >= 0


def views_of(window):
    for place in range(6):
        window.show_place(place)
    window.open_absence()
    return [v for v in window.findChildren(QAbstractItemView) if v.model() is not None]


def test_no_view_or_model_raises_for_a_stale_or_foreign_index(qtbot, window, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, wrong, trace: told.append(repr(wrong)))
    foreign = QStringListModel([str(n) for n in range(5000)])
    for view in views_of(window):
        model = view.model()
        stale = [model.index(row, 0) for row in range(model.rowCount())][-1:]
        empty = QModelIndex()
        for index in (*stale, foreign.index(4999, 0), foreign.index(0, 0), empty):
            _ask_everything(view, model, index)
        model.layoutChanged.emit() if False else None
    assert told == []


def _ask_everything(view: QAbstractItemView, model: QAbstractItemModel, index: QModelIndex):
    view.visualRect(index)
    view.indexAt(QPoint(-5, 99999))
    if not isinstance(view, QHeaderView):
        view.scrollTo(index)
    view.update(index)
    if type(model).data is not QAbstractItemModel.data:
        for role in (*range(14), 256, 257, Qt.ItemDataRole.AccessibleTextRole):
            model.data(index, role)
        model.flags(index)
        model.headerData(index.row(), Qt.Orientation.Horizontal)
        model.headerData(9999, Qt.Orientation.Vertical)
        model.rowCount(index)


def test_an_empty_calendar_and_another_day_leave_old_indexes_harmless(qtbot, window):
    page = window.calendar
    view = page.view
    old = view.model().index(len(view.blocks()) - 1)
    card = page.app.ask(days.day_by_therapist, window.app.now().date().replace(month=12, day=25))
    view.model().show(card) if hasattr(view.model(), "show") else page.show_day(card.days[0])

    view.visualRect(old)
    view.scrollTo(old)
    view.update(old)
    assert isinstance(view.viewport(), QWidget)
