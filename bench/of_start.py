"""(e) From starting the program to a usable week of the demo centre, as processes of their own."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Timer
from time import perf_counter

from timing import Line, Pairs, few, line

from trainer_desktop.demo import centre as demo_centre

TURNS = few(7)
PATIENCE = 60.0  # seconds until a child that says nothing is given up
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
import os, traceback
from PySide6.QtCore import QTimer
from trainer_desktop import app as program
from trainer_desktop.ui.running import Opening
app = program.application()

def look():
    try:
        look_once()
    except BaseException:  # Qt would only print it and wait
        traceback.print_exc()
        os._exit(1)

def look_once():
    from trainer_desktop.ui.calendar.shown import View
    from trainer_desktop.ui.main_window import MainWindow
    window = next((w for w in app.topLevelWidgets() if isinstance(w, MainWindow)), None)
    if window is None or not window.isVisible():
        QTimer.singleShot(0, look)
        return
    window.calendar.choose_view(View.WEEK.value)
    app.processEvents()  # what waits, such as counting the tasks, is part of the start
    window.repaint()
    assert window.calendar.view.calendar().blocks
    print("{READY}", flush=True)
    app.quit()

QTimer.singleShot(0, look)
raise SystemExit(program.main(Opening(demo=True)))
"""


def measure(folder: Path, _wanted: set[str]) -> list[Line]:
    """Make the demo centre once; then start an empty window and the program in turn."""
    home = folder / "home"
    demo_centre.open_demo(home / "demo.db").close()
    env = {**os.environ, "TRAINER_DESKTOP_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # a computer in use keeps its compiled files
    turns = [(_start(EMPTY_WINDOW, env), _start(OUR_WEEK, env)) for _ in range(TURNS + 1)]
    floor, ours = zip(*turns[1:], strict=True)  # the first of each only warms
    return [line("e", "start to a usable week", Pairs(floor, ours), 2.5)]


def _start(program: str, env: dict[str, str]) -> float:
    """Seconds from starting a process until it says that it is ready."""
    begun = perf_counter()
    command, pipe = [sys.executable, "-c", program], subprocess.PIPE
    with subprocess.Popen(
        command, env=env, text=True, stdout=pipe, stderr=subprocess.STDOUT
    ) as child:
        watch = Timer(PATIENCE, child.kill)
        watch.start()
        said: list[str] = []
        assert child.stdout
        for told in child.stdout:  # ends when the child does, however it ends
            if told.strip() == READY:
                taken = perf_counter() - begun
                break
            said.append(told)
        rest = child.stdout.read()
        watch.cancel()
    if child.returncode:
        raise RuntimeError(
            f"the measured program ended with {child.returncode}:\n{''.join(said)}{rest}"
        )
    return taken
