"""(p) What being safe costs: logging in, the access log on a citizen's page, a verified copy and whom it holds up."""

import shutil
import threading
from pathlib import Path
from time import perf_counter

from made_centre import wednesday
from nacl.pwhash import argon2id
from sqlalchemy import select
from timing import Line, few, in_turn

from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models import keys
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.store import Store
from trainer_desktop.services.citizens import page
from trainer_desktop.services.store import backups, guarding, opening

PASSWORD = "four quiet green horses"
TURNS = few(9)


def measure(folder: Path, _wanted: set[str]) -> list[Line]:
    """Each against what cannot be left out: the key's own work, the page itself, the bytes' own copying."""
    file = folder / "safe.db"
    demo_centre.open_demo(file, wednesday).close()
    guarding.protect(file, wednesday, "ITD", "It", PASSWORD, folder / "copies")
    store = opening.open_store(file, wednesday, unlocked=keys.unlock(file, "ITD", PASSWORD))
    store.actor = "ITD"
    try:
        with store.work("for measuring", actor="ITD") as work:
            work.trusted = True
        return [_login(file), _page(store), _copy(store, file, folder)]
    finally:
        store.close()


def _login(file: Path) -> Line:
    salt = b"0" * 16
    pairs = in_turn(
        lambda: argon2id.kdf(32, b"x", salt, opslimit=keys.OPS, memlimit=keys.MEMORY),
        lambda: keys.unlock(file, "ITD", PASSWORD),
        TURNS,
    )
    ratio = pairs.ratio
    return Line(
        "p",
        "Log in, or come back from the lock",
        f"{pairs.ours_ms:.0f} ms, {ratio:.2f}×",
        "≤ 1,000 ms",
        pairs.ours_ms <= 1000,
        f"argon2id alone {pairs.floor_ms:.0f} ms; turns {pairs.spread[0]:.2f}–{pairs.spread[1]:.2f}",
    )


def _page(store: Store) -> Line:
    with store.read() as work:
        whom = list(work.scalars(select(Course.citizen_id).limit(few(40, 2))))
    usual = store.on_look

    def read() -> None:
        for citizen in whom:
            with store.read() as work:
                work.trusted = True
                page.page(work, citizen)

    def without() -> None:
        store.on_look = lambda _looks: None
        read()

    def handed_over() -> None:
        store.on_look = waiting.append
        read()

    waiting: list[object] = []
    pairs = in_turn(without, handed_over, TURNS)
    store.on_look = usual
    begun = perf_counter()
    read()
    written = (perf_counter() - begun) / len(whom) * 1000
    return Line(
        "p",
        "A citizen's page with its line in the access log",
        f"{pairs.ratio:.2f}×",
        "≤ 1.10×",
        pairs.ratio <= 1.10,
        f"{pairs.floor_ms / len(whom):.1f} ms a page; the line is written off the GUI thread; both after each other {written:.1f} ms",
    )


def _copy(store: Store, file: Path, folder: Path) -> Line:
    stop, slowest = threading.Event(), [0.0]

    def write() -> None:
        while not stop.is_set():
            begun = perf_counter()
            with store.work("meanwhile") as work:
                work.trusted = True
                row = work.scalars(select(Citizen).limit(1)).one()
                row.phone = "74000000" if row.phone == "74000001" else "74000001"
            slowest[0] = max(slowest[0], perf_counter() - begun)
            stop.wait(0.01)

    def copy() -> None:
        backups.take(store, folder / "copies").file.unlink()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        pairs = in_turn(lambda: shutil.copyfile(file, folder / "plain copy"), copy, few(3))
    finally:
        stop.set()
        writer.join()
    size = file.stat().st_size / 1e6
    return Line(
        "p",
        f"A verified copy of {size:.0f} MB while somebody writes",
        f"{pairs.ours_ms / 1000:.1f} s",
        "commit ≤ 1 s",
        slowest[0] <= 1,
        f"the bytes alone {pairs.floor_ms:.0f} ms; slowest commit meanwhile {slowest[0] * 1000:.0f} ms",
    )
