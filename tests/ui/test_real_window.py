"""The real process on a real X server with a window manager: the pointer lies on the calendar while views and pages change."""

import itertools
import os
import shutil
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.services.store import opening

NEEDED = ("Xvfb", "openbox", "xdotool")
NOW = "2026-11-18T11:10"
PLACES = ((700, 450), (420, 300), (500, 95), (900, 640))  # blocks, empty ground, a header
SIZES = ((1024, 700), (1366, 768), (1920, 1080), (2560, 1440))
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
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "2560x1440x24", "-nolisten", "tcp"]
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
    clock = datetime.fromisoformat(NOW).replace(tzinfo=opening.COPENHAGEN).astimezone(UTC)
    demo_centre.open_demo(folder / "demo.db", lambda: clock).close()
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
        while not self.do("search", "--onlyvisible", "--name", "^Trainer Desktop$"):
            assert self.program.poll() is None, self.program.communicate()[0]
            assert time.monotonic() < until, "no window came"
            time.sleep(0.2)

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
        found = self.do("search", "--onlyvisible", "--name", "^Trainer Desktop$").split()
        self.do("windowsize", found[-1], str(wide), str(high))
        time.sleep(0.2)

    def end(self):
        """Quit, and say what it said."""
        self.do("key", "ctrl+q")
        said, _nothing = self.program.communicate(timeout=20)
        assert self.program.returncode == 0, said
        assert "Traceback" not in said


class Colleague(threading.Thread):
    """Somebody at another desk who changes a training of today three times a second."""

    def __init__(self, home):
        super().__init__()
        self.store = opening.open_store(home / "demo.db", lambda: datetime.now(UTC), actor="OSM")
        self.changes = 0
        self._done = threading.Event()

    def run(self):
        p, s, day = Participant, TrainingSession, datetime.fromisoformat(NOW)
        with self.store.read() as work:
            query = select(p.id).join(s, s.id == p.session_id)
            today = list(
                work.scalars(query.where(s.starts >= day, s.starts < day.replace(hour=16)))
            )
        while not self._done.wait(0.3):
            with self.store.work("late") as work:
                person = work.get_one(p, today[self.changes % len(today)])
                person.late_minutes = (person.late_minutes + 1) % 5
            self.changes += 1
        self.store.close()

    def stop(self):
        self._done.set()
        self.join(10)


def test_pages_views_sizes_and_text_with_the_pointer_on_them_and_a_colleague_at_work(screen, home):
    desk, colleague = Desk(screen, home), Colleague(home)
    colleague.start()
    places = itertools.cycle(PLACES)
    for larger in (0, 2, 2):  # 100, 150 and 200 %
        for _step in range(larger):
            desk.press("ctrl+plus", 0.5)
        for wide, high in SIZES if larger == 0 else SIZES[::3]:
            desk.size(wide, high)
            for _place in range(1 if larger else 2):
                x, y = next(places)
                desk.point(x * wide // 1440, y * high // 900)
                for key in VIEWS:
                    desk.press(key, 0.1)
            for key in PAGES:
                desk.press(key, 0.1)
    for _step in range(4):
        desk.press("ctrl+minus", 0.5)
    colleague.stop()
    desk.end()

    assert colleague.changes > 20
    logs = [one.read_text(encoding="utf-8") for one in Path(home).rglob("*.log")]
    assert not any("ERROR" in text for text in logs), logs
