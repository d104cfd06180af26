"""(e) From starting the program to a usable week of the demo centre, as processes of their own."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from timing import Line, Pairs, line

from trainer_desktop.services import stores

TURNS = 7
READY = "ready"
EMPTY_WINDOW = f"""
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1440, 900)
window.show()
app.processEvents()
window.repaint()
print("{READY}", flush=True)
"""
OUR_WEEK = f"""
from PySide6.QtCore import QTimer
from trainer_desktop import app as program
app = program.application()

def look():
    from trainer_desktop.ui.calendar.calendar_page import WEEK
    from trainer_desktop.ui.main_window import MainWindow
    window = next((w for w in app.topLevelWidgets() if isinstance(w, MainWindow)), None)
    if window is None or not window.isVisible():
        QTimer.singleShot(0, look)
        return
    window.calendar.choose_view(WEEK)
    app.processEvents()  # what waits, such as counting the tasks, is part of the start
    window.repaint()
    assert window.calendar.view.calendar().blocks
    print("{READY}", flush=True)
    app.quit()

QTimer.singleShot(0, look)
raise SystemExit(program.main())
"""


def measure(folder: Path, _wanted: set[str]) -> list[Line]:
    """Make the demo centre once; then start an empty window and the program in turn."""
    home = folder / "home"
    stores.open_demo(home / "demo.db").close()
    env = {**os.environ, "TRAINER_DESKTOP_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # a computer in use keeps its compiled files
    turns = [(_start(EMPTY_WINDOW, env), _start(OUR_WEEK, env)) for _ in range(TURNS + 1)]
    floor, ours = zip(*turns[1:], strict=True)  # the first of each only warms
    return [line("e", "start to a usable week", Pairs(floor, ours), 2.5)]


def _start(program: str, env: dict[str, str]) -> float:
    """Seconds from starting a process until it says that it is ready."""
    begun = perf_counter()
    command, pipe = [sys.executable, "-c", program], subprocess.PIPE
    with subprocess.Popen(command, env=env, text=True, stdout=pipe, stderr=pipe) as child:
        assert child.stdout
        assert child.stderr
        said = child.stdout.readline()
        taken = perf_counter() - begun
        assert said.strip() == READY, child.stderr.read()
    assert child.returncode == 0
    return taken
