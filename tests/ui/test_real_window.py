"""The real process on a real X server with a window manager: the pointer lies on the calendar while views and pages change."""

import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from trainer_desktop.services import stores

NEEDED = ("Xvfb", "openbox", "xdotool")
NOW = "2026-11-18T11:10"
PLACES = ((700, 450), (420, 300), (500, 95), (900, 640))  # blocks, empty ground, a header
VIEWS = ("ctrl+3", "ctrl+1", "ctrl+2", "ctrl+4", "ctrl+1")
PAGES = ("alt+2", "alt+3", "alt+4", "alt+5", "alt+6", "alt+1")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not all(map(shutil.which, NEEDED)),
    reason="`dev.py test` installs xvfb, openbox and xdotool where it may",
)


@pytest.fixture(scope="module")
def screen():
    """A screen of its own with a window manager; answers its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        display = f":{said.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL
    )
    yield display
    manager.terminate()
    server.terminate()
    manager.wait(10)
    server.wait(10)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home in which the demo centre exists already."""
    folder = tmp_path_factory.mktemp("home")
    clock = datetime.fromisoformat(NOW).replace(tzinfo=stores.COPENHAGEN).astimezone(UTC)
    stores.open_demo(folder / "demo.db", lambda: clock).close()
    return folder


class Desk:
    """The running program, and hands on its keyboard and mouse."""

    def __init__(self, display, home):
        self.env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.env["TRAINER_DESKTOP_HOME"] = str(home)
        command = [sys.executable, "-m", "trainer_desktop", "--demo", "--now", NOW]
        self.program = subprocess.Popen(
            command, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        until = time.monotonic() + 60
        while not (found := self.do("search", "--onlyvisible", "--name", "^Trainer Desktop$")):
            assert self.program.poll() is None, self.program.communicate()[0]
            assert time.monotonic() < until, "no window came"
            time.sleep(0.2)
        self.window = found.split()[0]

    def do(self, *words):
        done = subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def point(self, x, y):
        self.do("mousemove", "--sync", str(x), str(y))

    def press(self, key, pause=0.15):
        self.do("key", key)
        time.sleep(pause)
        assert self.program.poll() is None, f"it died at {key}: {self.program.communicate()[0]}"

    def size(self, wide, high):
        self.do("windowsize", self.window, str(wide), str(high))
        time.sleep(0.2)


def test_the_pointer_on_the_calendar_ends_nothing(screen, home):
    desk = Desk(screen, home)
    for wide, high in ((1440, 860), (1024, 660)):
        desk.size(wide, high)
        for place in PLACES:
            desk.point(*place)
            for key in VIEWS:
                desk.press(key)
        for key in PAGES:
            desk.press(key)
        for _more in range(2):
            desk.press("ctrl+plus", 0.6)
        desk.press("ctrl+3")
        for _less in range(2):
            desk.press("ctrl+minus", 0.6)
    desk.press("ctrl+1")

    desk.do("key", "ctrl+q")
    said, _nothing = desk.program.communicate(timeout=20)

    assert desk.program.returncode == 0, said
    assert "Traceback" not in said
    logs = [one.read_text(encoding="utf-8") for one in Path(home).rglob("*.log")]
    assert not any("ERROR" in text for text in logs), logs
