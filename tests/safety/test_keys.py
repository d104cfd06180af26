"""Key slots: who opens a store, with what, how often one may try, and what a thief has."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.conftest import Clock
from tests.safety.conftest import PASSWORD
from trainer_desktop.models import keys, rekeying, tries
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services.store import backups, guarding, opening, users


@pytest.fixture
def file(locked, tmp_path):
    return tmp_path / "centre.db"


def names(file, unlocked):
    store = opening.open_store(file, Clock(), unlocked=unlocked)
    with store.read() as work:
        found = sorted(work.connection().scalars(select(Citizen.given_name)))
    store.close()
    return found


def test_a_protected_store_opens_with_the_password_and_with_nothing_else(file):
    assert len(names(file, keys.unlock(file, "ITD", PASSWORD))) == 2
    with pytest.raises(keys.NeedsPassword):
        opening.open_store(file, Clock())
    for login, password in (("ITD", PASSWORD + "x"), ("ITD", ""), ("DOS", PASSWORD)):
        with pytest.raises(keys.WrongPassword):
            keys.unlock(file, login, password)


def test_the_recovery_code_opens_it_however_it_is_written(file, locked):
    for code in (locked.code, locked.code.lower(), locked.code.replace("-", "  ")):
        assert names(file, keys.unlock_with_code(file, code, "ITD"))
    with pytest.raises(keys.WrongPassword):
        keys.unlock_with_code(file, locked.code[:-1] + ("A" if locked.code[-1] != "A" else "B"))


def test_a_forgotten_password_costs_a_slot_and_a_new_code_and_no_data(file, locked):
    unlocked, code = guarding.reset_password(file, locked.code, "itd", "helt nye sorte køer")
    assert len(names(file, unlocked)) == 2
    assert names(file, keys.unlock(file, "ITD", "helt nye sorte køer"))
    with pytest.raises(keys.WrongPassword):
        keys.unlock(file, "ITD", PASSWORD)
    with pytest.raises(keys.WrongPassword):
        keys.unlock_with_code(file, locked.code)
    assert names(file, keys.unlock_with_code(file, code, "ITD"))


def test_a_new_code_holds_from_when_it_was_read_back_and_the_old_one_until_then(
    file, locked, clock
):
    store = opening.open_store(file, clock, unlocked=locked.unlocked)
    code = guarding.offer_code(store)
    assert keys.unlock_with_code(file, locked.code, "ITD")
    guarding.use_code(store, code)
    store.close()
    assert keys.unlock_with_code(file, code, "ITD")
    with pytest.raises(keys.WrongPassword):
        keys.unlock_with_code(file, locked.code, "ITD")


def test_after_five_wrong_ones_one_waits_and_a_restart_forgives_nothing(file):
    for _try in range(tries.FREE):
        with pytest.raises(keys.WrongPassword):
            keys.unlock(file, "ITD", "forkert")
    with pytest.raises(tries.Waits) as no:
        keys.unlock(file, "ITD", PASSWORD)
    assert 20 < no.value.seconds <= tries.FIRST
    said = subprocess.run(
        [
            *(sys.executable, "-c"),
            "import sys,pathlib;from trainer_desktop.models import tries;"
            "print(tries.wait_for(pathlib.Path(sys.argv[1]),'ITD'))",
            str(file),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(said.stdout) > 15
    later = time.time() + tries.FIRST + 1
    assert tries.wait_for(file, "ITD", later) == 0
    assert tries.wait_for(file, "ITD", time.time() - 9999) == tries.FIRST  # a clock set back


def test_the_real_cost_of_a_password_is_64_mib(store, small, tmp_path, clock, monkeypatch):
    monkeypatch.undo()
    store.close()
    file = tmp_path / "centre.db"
    keys.protect(file, "ITD", PASSWORD)
    slot = json.loads(keys.key_file(file).read_text())["user:ITD"]
    assert (slot["kdf"], slot["memory"], slot["ops"]) == ("argon2id", 64 * 2**20, 3)
    assert keys.unlock(file, "ITD", PASSWORD).vault


def test_a_new_data_key_needs_nobody_elses_password(file, locked, clock):
    store = opening.open_store(file, clock, unlocked=locked.unlocked)
    with store.work("new") as work:
        users.add(work, "DOS", "Dorthe Sørensen", UserRole.THERAPIST)
    users.set_password(store, "DOS", "otte gule cykler")
    store.close()
    before = keys.unlock(file, "DOS", "otte gule cykler").data
    rekeying.rekey(file, locked.unlocked)
    after = keys.unlock(file, "DOS", "otte gule cykler")
    assert after.data != before
    assert len(names(file, after)) == 2
    with pytest.raises(Exception, match="not a database"):
        names(file, keys.Unlocked(before, after.vault, "DOS"))


KILLED = """
import pathlib, sys
from trainer_desktop.models import keys, rekeying
keys.MEMORY, keys.OPS = 8 * 1024 * 1024, 1
file = pathlib.Path(sys.argv[1])
unlocked = keys.unlock(file, "ITD", sys.argv[2])
print("begun", flush=True)
while True:
    unlocked = rekeying.rekey(file, unlocked)
"""


def test_killed_while_it_is_rekeyed_it_opens_with_the_same_password(file):
    for round_ in range(12):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(file), PASSWORD], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout.readline() == "begun\n"
        time.sleep(0.004 * (round_ + 1))
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
        assert len(names(file, keys.unlock(file, "ITD", PASSWORD))) == 2


KILLED_PROTECTING = """
import pathlib, sys
from tests.conftest import Clock
from trainer_desktop.models import keys
from trainer_desktop.services.store import guarding
keys.MEMORY, keys.OPS = 8 * 1024 * 1024, 1
print("begun", flush=True)
guarding.protect(pathlib.Path(sys.argv[1]), Clock(), "ITD", "It", sys.argv[2], pathlib.Path(sys.argv[3]))
print("done", flush=True)
"""


def test_killed_while_it_is_protected_it_opens_as_before_or_with_the_password(
    store, small, tmp_path
):
    store.close()
    file, whole = tmp_path / "centre.db", tmp_path / "hel"
    whole.mkdir()
    for part in tmp_path.glob("centre.db*"):
        (whole / part.name).write_bytes(part.read_bytes())
    for round_ in range(10):
        for part in tmp_path.glob("centre.db*"):
            part.unlink()
        for part in whole.iterdir():
            (tmp_path / part.name).write_bytes(part.read_bytes())
        args = [sys.executable, "-c", KILLED_PROTECTING, str(file), PASSWORD, str(tmp_path / "k")]
        child = subprocess.Popen(args, stdout=subprocess.PIPE, text=True)
        assert child.stdout.readline() == "begun\n"
        time.sleep(0.05 * round_)
        os.kill(child.pid, signal.SIGKILL)
        child.communicate()
        unlocked = keys.unlock(file, "ITD", PASSWORD) if keys.needs_password(file) else None
        assert len(names(file, unlocked)) == 2


def test_copies_from_before_are_closed_with_it(locked, tmp_path, clock):
    assert not [
        one for one in tmp_path.rglob("*.keys.json") if "open" in json.loads(one.read_text())
    ]
    copy = locked.copy.file
    assert names(copy, keys.unlock(copy, "ITD", PASSWORD))


@pytest.mark.parametrize(
    ("password", "login"),
    [
        ("kort", "ITD"),
        ("password1234", "ITD"),
        ("adgangskode2026!", "ITD"),
        ("aaaaaaaaaaaaaa", "ITD"),
        ("123456789012345", "ITD"),
        ("sommer2026sommer", "ITD"),
        ("dorthe-sørensen", "DOS"),
        ("", "ITD"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(
    store, small, tmp_path, clock, password, login
):
    store.close()
    with pytest.raises(Refused) as no:
        guarding.protect(
            tmp_path / "centre.db", clock, login, "Dorthe Sørensen", password, tmp_path / "k"
        )
    assert no.value.reason is Reason.WEAK_PASSWORD
    opening.open_store(tmp_path / "centre.db", clock).close()  # it is as it was


def test_the_last_administrator_stays_and_a_login_is_given_once(file, locked, clock):
    store = opening.open_store(file, clock, unlocked=locked.unlocked)
    with store.read() as work:
        [me] = users.users(work)
    for wrong in (
        lambda w: users.change(w, me.id, role=UserRole.READER),
        lambda w: users.add(w, " itd ", "En anden", UserRole.READER),
    ):
        with pytest.raises(Refused), store.work("wrong") as work:
            wrong(work)
    with pytest.raises(Refused):
        users.close(store, me.id)
    store.close()
    assert names(file, keys.unlock(file, "ITD", PASSWORD))


def test_who_is_closed_does_not_come_in_any_more(file, locked, clock):
    store = opening.open_store(file, clock, unlocked=locked.unlocked)
    with store.work("new") as work:
        key = users.add(work, "KAA", "Karl Andersen", UserRole.THERAPIST)
    users.set_password(store, "KAA", "otte gule cykler")
    assert keys.unlock(file, "KAA", "otte gule cykler")
    users.close(store, key)
    with pytest.raises(keys.WrongPassword):
        keys.unlock(file, "KAA", "otte gule cykler")
    store.close()


def test_the_thief_has_nothing(locked, small, tmp_path, clock):
    """Every file that is written: database, log, copies, slots, tries; not one word of the citizens."""
    file = tmp_path / "centre.db"
    store = opening.open_store(file, clock, unlocked=locked.unlocked)
    with store.work("a manager") as work:
        users.add(work, "LEH", "Lene Hald", UserRole.MANAGER)
    with store.work("look at Thea", actor="LEH") as work:
        row = work.query(Citizen).first()
        row.phone, row.address = "70112233", "Hemmeligvej 17"
    with store.read() as work:
        secrets = [
            part
            for c in work.query(Citizen)
            for part in (c.given_name, c.family_name, c.number, "Hemmeligvej", "70112233")
            if len(part) > 3
        ]
    backups.take(store, tmp_path / "kopi")
    words = [w.encode(code) for w in secrets for code in ("utf-8", "utf-16-le")]
    words += [PASSWORD.encode(), b"CREATE TABLE", b"SQLite format"]
    words += [
        locked.code.encode(),
        *locked.unlocked.data,
        *(k.hex().encode() for k in locked.unlocked.data),
    ]
    scanned = 0
    for one in tmp_path.rglob("*"):
        if one.is_file():
            content = one.read_bytes()
            scanned += 1
            assert not [w for w in words if w in content], one.name
    assert scanned >= 7
    store.close()


def test_an_old_key_file_lets_nobody_in_who_was_closed(file, locked, clock):
    store = opening.open_store(file, clock, unlocked=locked.unlocked)
    with store.work("new") as work:
        key = users.add(work, "KAA", "Karl Andersen", UserRole.THERAPIST)
    users.set_password(store, "KAA", "otte gule cykler")
    old = keys.key_file(file).read_bytes()
    clock.wall += timedelta(days=1)
    users.close(store, key)
    store.close()
    keys.key_file(file).write_bytes(old)
    with pytest.raises(keys.WrongPassword):
        opening.open_store(file, clock, unlocked=keys.unlock(file, "KAA", "otte gule cykler"))


@pytest.mark.parametrize(
    "spoil",
    [
        {"ops": 400_000},
        {"memory": 1 << 40},
        {"memory": float("inf")},
        {"ops": 0},
        {"memory": -1},
        {"salt": "x"},
        {"sealed": 5},
    ],
)
def test_a_damaged_slot_is_said_at_once_and_is_nobodys_wrong_try(file, spoil):
    slots = json.loads(keys.key_file(file).read_text())
    slots["user:ITD"] |= spoil
    keys.key_file(file).write_text(json.dumps(slots))
    for _try in range(tries.FREE + 2):
        with pytest.raises(keys.NoKey):
            keys.unlock(file, "ITD", PASSWORD)
    assert tries.wait_for(file, "ITD") == 0
