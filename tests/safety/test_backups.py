"""Copies: whole or none, while others write, kept by the rule, restored on another computer."""

import random
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.safety.conftest import PASSWORD
from trainer_desktop import paths
from trainer_desktop.models import keys
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.copying import CopyFailed
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services.store import backups, keeping, opening, users, verifying
from trainer_desktop.services.store.backups import Backup
from trainer_desktop.services.store.trouble import Trouble, trouble_of
from trainer_desktop.settings import Settings


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kopier"


def test_a_copy_is_whole_and_opens_with_the_stores_own_password(locked, tmp_path, folder, clock):
    store = opening.open_store(tmp_path / "centre.db", clock, unlocked=locked.unlocked)
    made = backups.take(store, folder)
    store.close()
    opened = opening.open_store(made.file, clock, unlocked=keys.unlock(made.file, "ITD", PASSWORD))
    with opened.read() as work:
        assert len(work.connection().scalars(select(Citizen.id)).all()) == 2
    opened.close()
    assert [one.file for one in backups.backups(folder, tmp_path / "centre.db")] == [made.file]


def test_while_a_copy_is_taken_others_write_on(store, small, folder):
    """Held against a copy in small steps, which begins anew at each write, this ends and holds nobody up."""
    stop, slowest, written = threading.Event(), [0.0], [0]

    def write():
        while not stop.is_set():
            began = time.monotonic()
            with store.work("note") as work:
                work.get_one(Citizen, small.citizen).phone = f"7400{written[0] % 10000:04}"
            written[0] += 1
            slowest[0] = max(slowest[0], time.monotonic() - began)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        before = written[0]
        for _copy in range(3):
            made = backups.take(store, folder)
            made.file.unlink()
        during = written[0] - before
    finally:
        stop.set()
        writer.join()
    assert during > 0
    assert slowest[0] < 5


def test_a_copy_that_is_not_whole_gets_no_name(store, small, folder, monkeypatch):
    real = backups._copy_pages

    def torn(of, part, key):
        real(of, part, key)
        content = bytearray(part.read_bytes())
        content[len(content) // 2] ^= 0xFF
        part.write_bytes(bytes(content))

    backups.take(store, folder)
    monkeypatch.setattr(backups, "_copy_pages", torn)
    store.clock.wall += timedelta(days=1)
    with pytest.raises(CopyFailed):
        backups.take(store, folder)
    assert len(backups.backups(folder, store.file)) == 1  # the last good one is there
    assert not list(folder.glob("*.part*"))


def test_a_full_disk_leaves_no_half_copy(store, small, folder, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "_write_slots", full)
    with pytest.raises(OSError, match="No space"):
        backups.take(store, folder)
    assert not list(folder.iterdir())


def test_seven_days_four_weeks_and_twelve_months_are_kept(tmp_path):
    every, day = [], datetime(2025, 1, 1, 17)
    for number in range(400):
        every.append(Backup(tmp_path / f"{number}", day + timedelta(days=number), 1))
        every = backups.kept(every)
    assert every[0].at == day + timedelta(days=399)
    assert len(every) <= 7 + 4 + 12
    days = {one.at.date() for one in every}
    assert {(day + timedelta(days=399 - n)).date() for n in range(7)} <= days
    assert len({(one.at.year, one.at.month) for one in every}) == 12


def test_journey_ten_the_laptop_is_gone(locked, tmp_path, folder, clock):
    """On a new computer: the copy and the code from the safe, and all is there; the thief has nothing."""
    store = opening.open_store(tmp_path / "centre.db", clock, unlocked=locked.unlocked)
    stick = tmp_path / "stik"
    made = backups.copy_on(backups.take(store, folder), stick, store.file)
    store.close()
    new = tmp_path / "ny maskine" / "centre.db"
    unlocked = keys.unlock_with_code(made.file, locked.code, "ITD")
    assert backups.restore(made.file, new, unlocked) is None
    opened = opening.open_store(new, clock, unlocked=keys.unlock(new, "ITD", PASSWORD))
    with opened.read() as work:
        assert len(work.connection().scalars(select(Citizen.id)).all()) == 2
    opened.close()


def test_a_restore_lays_what_was_there_aside(store, small, tmp_path, folder, clock):
    made = backups.take(store, folder)
    with store.work("later") as work:
        work.get_one(Citizen, small.citizen).phone = "74112233"
    store.close()
    aside = backups.restore(made.file, tmp_path / "centre.db")
    back = opening.open_store(tmp_path / "centre.db", clock)
    with back.read() as work:
        assert work.get_one(Citizen, small.citizen).phone != "74112233"
    back.close()
    kept = opening.open_store(aside, clock)
    with kept.read() as work:
        assert work.get_one(Citizen, small.citizen).phone == "74112233"
    kept.close()


def test_a_damaged_copy_is_not_restored_and_the_store_stays(store, small, tmp_path, folder, clock):
    made = backups.take(store, folder)
    store.close()
    content = bytearray(made.file.read_bytes())
    content[len(content) // 2] ^= 1
    made.file.write_bytes(bytes(content))
    before = (tmp_path / "centre.db").read_bytes()
    with pytest.raises(CopyFailed):
        backups.restore(made.file, tmp_path / "centre.db")
    assert (tmp_path / "centre.db").read_bytes() == before


def test_a_drill_says_what_the_copy_holds_and_what_is_newer(store, small, folder):
    made = backups.take(store, folder)
    with store.work("later") as work:
        work.get_one(Citizen, small.citizen).phone = "74112233"
    proof = backups.drill(store, made)
    assert proof.whole
    counts = {name: (there, here) for name, there, here in proof.counts}
    assert counts["citizens"] == (2, 2)
    assert counts["changes"][1] == counts["changes"][0] + 1
    assert [one.name for one in folder.iterdir() if "drill" in one.name] == []


def test_a_drill_of_a_damaged_copy_says_so(store, small, folder):
    made = backups.take(store, folder)
    content = bytearray(made.file.read_bytes())
    content[-2000] ^= 1
    made.file.write_bytes(bytes(content))
    assert _told(lambda: backups.drill(store, made).findings)


def test_bit_rot_in_a_hundred_places_is_told_and_never_read_as_good(store, small, tmp_path, clock):
    store.close()
    file = tmp_path / "centre.db"
    whole, rng = file.read_bytes(), random.Random(13)
    told = 0
    for _place in range(100):
        content = bytearray(whole)
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
        file.write_bytes(bytes(content))
        for end in ("-wal", "-shm"):
            file.with_name(file.name + end).unlink(missing_ok=True)
        told += _told(lambda: _looked_at(file, clock))
    assert told == 100


def _looked_at(file, clock):
    opened = opening.open_store(file, clock)
    try:
        return verifying.verify(opened)
    finally:
        opened.close()


def _told(look):
    """Whether something is found, or it cannot be opened at all; each kind of that has a sentence."""
    try:
        return bool(look())
    except Exception as wrong:
        if trouble_of(wrong) is None:
            raise
        return True


def test_a_day_without_a_copy_is_made_good_at_the_next_start(store, small, clock, folder):
    settings = Settings(backup_folder=str(folder))
    assert keeping.daily_copy(store, settings)  # there was none at all
    assert keeping.daily_copy(store, settings) is None
    assert keeping.daily_copy(store, settings, closing=True) is None  # today's is there
    clock.wall += timedelta(days=1)
    assert keeping.daily_copy(store, settings) is None  # yesterday's is there
    assert keeping.daily_copy(store, settings, closing=True)
    clock.wall += timedelta(days=3)
    assert keeping.daily_copy(store, settings)
    assert not backups.old(keeping.there(store, settings), clock.wall, 3)
    assert backups.old(keeping.there(store, settings), clock.wall + timedelta(days=4), 3)


def test_a_second_place_that_is_gone_stops_nothing(store, small, folder, tmp_path):
    settings = Settings(backup_folder=str(folder), backup_second=str(tmp_path / "intet stik"))
    assert keeping.take(store, settings).file.exists()
    stick = tmp_path / "stik"
    stick.mkdir()
    settings.backup_second = str(stick)
    store.clock.wall += timedelta(minutes=1)
    made = keeping.take(store, settings)
    assert (stick / made.file.name).read_bytes() == made.file.read_bytes()


def test_who_may_not_does_not_drill(locked, tmp_path, clock, folder):
    store = opening.open_store(tmp_path / "centre.db", clock, unlocked=locked.unlocked)
    made = backups.take(store, folder)
    with store.work("new") as work:
        users.add(work, "JEM", "Jesper Madsen", UserRole.FRONT_DESK)
    store.actor = "JEM"
    with pytest.raises(Refused) as no:
        backups.drill(store, made)
    assert no.value.reason is Reason.NOT_ALLOWED
    store.close()


def test_a_network_drive_is_refused_with_the_way_out(tmp_path, monkeypatch, clock):
    monkeypatch.setattr(paths, "on_network", lambda _file: True)
    with pytest.raises(opening.OnNetwork) as no:
        opening.open_store(tmp_path / "centre.db", clock, make=True)
    assert trouble_of(no.value)[0] is Trouble.ON_NETWORK
    assert not (tmp_path / "centre.db").exists()


def test_mounts_of_the_network_are_known_by_their_kind(tmp_path, monkeypatch):
    real = Path.read_text

    def mounts(self, *args, **kwargs):
        if str(self) == "/proc/mounts":
            return f"x / ext4 rw 0 0\n//fil01/t {tmp_path} cifs rw 0 0\n"
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "read_text", mounts)
    assert paths.on_network(tmp_path / "centre.db")
    assert not paths.on_network(Path("/var/centre.db"))
