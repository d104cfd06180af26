"""Everything that `dev.py help` lists runs, in its smallest form."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TRIED = {  # each command, and where it is tried
    "run": "test_a_morning_is_played_without_a_display",
    "test": "this is it",
    "fast": "the first steps of `test`",
    "screenshots": "test_the_pictures_show_the_same_scene_on_another_day",
    "bench": "test_every_measurement_runs_once",
    "bundle": "test_the_bundle_is_described",
    "words": "tests/ui/test_guards.py",
    "soak": "tests/safety/test_kill.py",
    "rules": "a step of `test`",
    "lock": "test_the_lock_holds_what_the_project_asks_for",
    "cli": "a step of `test`",
}


def dev():
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tried(*command, **env):
    ours = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **env}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=ours,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_command_of_the_help_is_tried():
    listed = set(re.findall(r"^  (\w+)", dev().HELP, re.MULTILINE))

    assert listed == set(TRIED) == set(dev().COMMANDS)


def test_every_measurement_runs_once():
    said = tried("bench/run.py", "--once")

    assert set(re.findall(r"^([a-z])  ", said, re.MULTILINE)) == set("abcdefghijklmnop")


def test_a_measured_child_that_fails_is_told(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    import of_start  # bench has no package

    with pytest.raises(RuntimeError, match="No module named 'gone'"):
        of_start._start("import gone", dict(os.environ))


DRAW = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from trainer_desktop import app
from trainer_desktop.settings import Settings
app.draw_pages(Path(sys.argv[1]), [Settings()], lambda: datetime.fromisoformat(sys.argv[2]))
"""


def test_the_pictures_show_the_same_scene_on_another_day(tmp_path):
    scenes = []
    for day in ("2026-11-18T10:10+00:00", "2027-02-11T10:10+00:00"):
        folder = tmp_path / day[:10]
        tried("-c", DRAW, str(folder), day)
        scenes.append({one.name for one in folder.iterdir()})

    assert scenes[0] == scenes[1]
    assert {"absence-light.png", "absence-calls-light.png", "planner-light.png"} <= scenes[0]


def test_a_morning_is_played_without_a_display(tmp_path):
    said = tried("-m", "trainer_desktop", "morning", str(tmp_path), "--now", "2027-03-01T08:00")

    assert "dagsseddel.pdf" in said
    assert (tmp_path / "day-light.png").stat().st_size > 10_000


def test_the_bundle_is_described():
    """The spec names what there is; PyInstaller itself takes minutes."""

    class Collected:
        def __init__(self, *given, **_named):
            self.given = given
            self.binaries = self.datas = self.pure = self.scripts = []

    names = dict.fromkeys(("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE"), Collected)

    text = (ROOT / "build.spec").read_text(encoding="utf-8")
    exec(compile(text, "build.spec", "exec"), {**names, "SPECPATH": str(ROOT)})

    for path in re.findall(r'"((?:resources|trainer_desktop)/[\w/.]+)"', text):
        assert (ROOT / path).exists(), path


def locked(file):
    """What a lock holds: name and version."""
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)==(\S+)", text, re.M)
    return {name.lower().replace("_", "-"): version for name, version in found}


def test_the_lock_holds_what_the_project_asks_for():
    runs, tested = locked("requirements.lock"), locked("tests/requirements.lock")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]

    def names(asked):
        texts = (one for one in asked if isinstance(one, str))
        return {re.match(r"[\w.-]+", one)[0].lower().replace("_", "-") for one in texts}

    assert names([*project["project"]["dependencies"], *groups["build"]]) <= set(runs)
    assert names(groups["dev"]) <= set(tested)
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & set(runs)
    assert runs.items() <= tested.items()  # one version of each
