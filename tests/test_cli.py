"""The commands, as they are typed."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import STANDARDS
from trainer_desktop import cli

CHOSEN = [f"--standard={basis}={standard}" for basis, standard in STANDARDS.items()]


def run(*words):
    """Run a command as it is typed; the ones that draw are not run here."""
    return cli.main([str(word) for word in words], lambda options: pytest.fail(options.command))


def test_the_shipped_standards_hold(capsys):
    assert run("standards", "check") == 0

    last = capsys.readouterr().out.strip().splitlines()[-1]
    assert "0 holdt ikke" in last


def test_a_failing_example_gives_a_status_and_says_why(tmp_path, capsys):
    from trainer_desktop.services.standards.files import shipped

    text = shipped()[0].read_text(encoding="utf-8")
    file = tmp_path / "egen.toml"
    file.write_text(
        text
        + '\n[[example]]\nname = "forkert"\nhistory = ["2026-03-03 10:00 attended"]\nexpect.used = 7\n',
        encoding="utf-8",
    )

    assert run("standards", "check", file) == 1
    out = capsys.readouterr().out
    assert "egen.toml: forkert" in out
    assert "ventet 7, fik 1" in out


def test_a_file_that_cannot_be_read_gives_a_status(tmp_path, capsys):
    file = tmp_path / "egen.toml"
    file.write_text("[standard]\nid = 3\n", encoding="utf-8")

    assert run("standards", "check", file) == 2
    assert "egen.toml" in capsys.readouterr().err


def load(folder, tmp_path, *more):
    return run("import", folder, f"--database={tmp_path / 'c.db'}", *CHOSEN, *more)


def test_the_import_answers_in_json(small_export, tmp_path, capsys):
    assert load(small_export, tmp_path, "--json", "--dry-run") == 0
    would = json.loads(capsys.readouterr().out)
    assert load(small_export, tmp_path, "--json") == 0
    did = json.loads(capsys.readouterr().out)
    assert load(small_export, tmp_path, "--json") == 0
    again = json.loads(capsys.readouterr().out)

    assert would == did
    assert did["taken"]["bookings"] == again["unchanged"]["bookings"] == 3
    assert again["taken"]["citizens"] == 0
    assert set(did) == {
        *("said", "taken", "updated", "unchanged", "gone", "set_aside", "clashes", "conflicts"),
    }


@pytest.mark.parametrize(
    "wrong", ["SEL86.1=findes-ikke", "SEL86.1", "SUL140=ishoj-vallensbaek-86-1"]
)
def test_a_wrong_standard_is_told_before_anything_is_made(small_export, tmp_path, capsys, wrong):
    status = run("import", small_export, f"--database={tmp_path / 'c.db'}", "--standard", wrong)

    assert status == 2
    assert wrong.split("=")[0] in capsys.readouterr().err
    assert not (tmp_path / "c.db").exists()


def test_a_killed_import_leaves_the_store_as_it_was(tmp_path):
    """kill -9 in the middle of the whole centre; the next try takes it all."""
    import signal
    import time

    from sqlalchemy import func, select

    from trainer_desktop import paths
    from trainer_desktop.models.citizen import Citizen
    from trainer_desktop.services.store import opening

    command = [
        sys.executable,
        "-m",
        "trainer_desktop",
        "import",
        str(paths.resources() / "demo"),
        f"--database={tmp_path / 'c.db'}",
        *CHOSEN,
    ]
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=tmp_path)
    while not (tmp_path / "c.db-wal").exists() or (tmp_path / "c.db-wal").stat().st_size < 300_000:
        assert started.poll() is None
        time.sleep(0.05)
    started.send_signal(signal.SIGKILL)
    started.wait()

    store = opening.open_store(tmp_path / "c.db", make=True)
    with store.read() as work:
        assert work.scalar(select(func.count()).select_from(Citizen)) == 0
    store.close()
    assert (
        subprocess.run(command, stdout=subprocess.DEVNULL, cwd=tmp_path, check=False).returncode
        == 0
    )


def test_a_centre_may_let_its_old_standard_hold_under_the_elder_law(small_export, tmp_path, capsys):
    assert load(small_export, tmp_path, "--dry-run", "--standard", "AEL=aalborg-86") == 0


def test_a_reader_who_leaves_early_is_no_fault():
    command = f"{sys.executable} -m trainer_desktop standards list --json"
    shell = f"set -o pipefail; {command} | head -c 1 > /dev/null"
    ended = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a screen")
def test_a_window_without_a_screen_says_so_and_does_not_abort():
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    bare.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "trainer_desktop", "--demo"]
    ended = subprocess.run(command, env=bare, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "ingen skærm" in ended.stderr
