"""Killed with -9 at 200 random moments, on the real services and a protected store."""

import subprocess
import sys

ROUNDS = 200


def test_nothing_that_was_acknowledged_is_lost_and_nothing_else_is_there(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety.soak", str(ROUNDS), str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-400:] + done.stderr[-2000:]
    last = done.stdout.splitlines()[-1]
    assert last.startswith(f"{ROUNDS}:")
    assert int(last.split()[1]) >= ROUNDS  # each child did something before it died
