"""Rounds of kill -9: `python -m tests.safety.soak ROUNDS FOLDER`. Each acknowledged act must be there, each other wholly absent.

A child does the desk's real acts on a protected store and says each that was acknowledged; it is killed at a random moment;
then the store is opened and verified: pages, chain, access log, guards, and that occupancy is what the bookings say.
"""

import os
import random
import select as select_
import signal
import sys
import time
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from tests.conftest import Clock, at, make_small
from trainer_desktop.models import keys
from trainer_desktop.models.journal import ChangeSet
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.verifying import verify
from trainer_desktop.rules.course import State
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.citizens import page
from trainer_desktop.services.store import guarding, opening, users

PASSWORD = "tolv grønne heste"
PATIENCE = 30  # seconds for a child's first act
LONGEST = 0.06  # seconds that a child lives after its first act


def one_act(store, small, rng):
    """Book, mark, or look at somebody; answers the number of the change set, 0 for a look."""
    kind = rng.random()
    course = rng.choice([small.course, small.other_course])
    if kind < 0.2:
        with store.read() as work:
            page.page(work, rng.choice([small.citizen, small.other]))
        return 0
    with store.work("soak") as work:
        if kind < 0.8:
            day = at(8) + timedelta(days=rng.randrange(1, 700), minutes=15 * rng.randrange(24))
            booking.book(work, Wish(course, rng.choice([small.dos, small.osm]), None, day, 45))
        else:
            rows = list(
                work.scalars(select(Participant.id).where(Participant.state == State.PLANNED))
            )
            if rows:
                marking.note(work, rng.choice(rows), Mark(State.ATTENDED))
    return work.change.seq


def child(file, small, seed, said):
    """Act until killed."""
    rng = random.Random(seed)
    unlocked = keys.unlock(file, "ITD", PASSWORD)
    store = opening.open_store(file, Clock(), unlocked=unlocked)
    store.actor = "DOS"
    while True:
        try:
            seq = one_act(store, small, rng)
        except Refused:
            continue
        if seq:
            os.write(said, f"{seq}\n".encode())


def look(file, acknowledged):
    """Open what is left, and hold it against what was acknowledged."""
    store = opening.open_store(file, Clock(), unlocked=keys.unlock(file, "ITD", PASSWORD))
    try:
        found = verify(store)
        assert not found, found
        with store.read() as work:
            there = set(work.scalars(select(ChangeSet.seq)))
            orphans = work.scalars(
                select(Participant.id).where(
                    Participant.session_id.not_in(select(TrainingSession.id))
                )
            ).all()
        lost = acknowledged - there
        assert not lost, f"lost: {sorted(lost)}"
        assert not orphans
        return len(there)
    finally:
        store.close()


def main(rounds, folder):
    """All rounds; raises AssertionError at the first that lost something."""
    keys.MEMORY, keys.OPS = 8 * 1024 * 1024, 1
    file = Path(folder) / "centre.db"
    store = opening.open_store(file, Clock(), "DOS", make=True)
    small = make_small(store, trainings=20_000)
    store.close()
    guarding.protect(file, Clock(), "ITD", "It-drift", PASSWORD, Path(folder) / "kopi")
    store = opening.open_store(file, Clock(), unlocked=keys.unlock(file, "ITD", PASSWORD))
    with store.work("roles") as work:
        users.add(work, "DOS", "Dorthe Sørensen", UserRole.MANAGER)
    store.close()
    rng, acknowledged = random.Random(rounds), set()
    for number in range(rounds):
        hear, said = os.pipe()
        who = os.fork()
        if who == 0:
            os.close(hear)
            try:
                child(file, small, number, said)
            finally:
                os._exit(1)
        os.close(said)
        assert select_.select([hear], [], [], PATIENCE)[0], "the child did nothing in time"
        first = os.read(hear, 1 << 16)
        assert first, "the child did nothing"
        time.sleep(rng.random() * LONGEST)
        os.kill(who, signal.SIGKILL)
        os.waitpid(who, 0)
        rest = first
        while more := os.read(hear, 1 << 16):
            rest += more
        os.close(hear)
        acknowledged |= {int(line) for line in rest.split(b"\n")[:-1]}
        if number % 10 == 9 or number == rounds - 1:
            there = look(file, acknowledged)
            said_ = f"{number + 1}: {len(acknowledged)} acknowledged, {there} there\n"
            sys.stdout.write(said_)
            sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
