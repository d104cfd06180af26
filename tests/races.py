"""A race: `python -m tests.races WHERE ACT RACERS START-FILE SAID-FILE KEYS` is so many processes, each saying what came of it."""

import os
import sys
import time
import uuid
from datetime import date, datetime, timedelta
from datetime import time as wall
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from tests.conftest import Clock, at
from trainer_desktop.models.training import TrainingSession
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.rules.rights import UserRole
from trainer_desktop.services.absence import desk
from trainer_desktop.services.absence.outage import Cause, Outage
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.citizens import taking_in
from trainer_desktop.services.courses import intake, pausing
from trainer_desktop.services.papers import writing
from trainer_desktop.services.record import closing, loans, rides
from trainer_desktop.services.registers.every import REGISTERS
from trainer_desktop.services.store import opening, users
from trainer_desktop.services.teams import members
from trainer_desktop.services.waiting import waiting_list

TODAY, TOMORROW = date(2026, 11, 18), date(2026, 11, 19)


def act(work, name, keys, n):
    """Do the act of this name; `n` is the racer's number."""
    courses = [uuid.UUID(k) for k in keys["courses"].split(",")]
    staff = [uuid.UUID(k) for k in keys["staff"].split(",")]
    mine, who = courses[n % len(courses)], staff[n % len(staff)]
    match name:
        case "package":  # one citizen with a package of one
            booking.book(work, Wish(courses[0], who, None, at(8 + n, day=TOMORROW), 45))
        case "team":
            booking.join_team(work, uuid.UUID(keys["meeting"]), mine)
        case "same meeting":
            booking.join_team(work, uuid.UUID(keys["meeting"]), courses[0])
        case "room":
            room = uuid.UUID(keys["box"])
            booking.book(work, Wish(mine, who, room, at(9, day=TOMORROW), 45))
        case "absence":
            if n == 0:
                away = Outage(Cause.STAFF, staff[0], at(8, day=TOMORROW), at(16, day=TOMORROW))
                desk.carry_out(work, away, dict.fromkeys(_hit(work, staff[0])))
            else:
                booking.book(work, Wish(mine, staff[0], None, at(8 + n, day=TOMORROW), 45))
        case "closing day":
            day = Outage(Cause.DAY, None, at(8, day=TOMORROW), at(16, day=TOMORROW), note="Lukket")
            desk.carry_out(work, day, dict.fromkeys(_hit(work, None)))
        case "waiting list":
            waiting_list.add(work, courses[0], Form.INDIVIDUAL, 45)
        case "waiting entry":
            wish = Wish(courses[0], who, None, at(8 + n, day=TOMORROW), 45)
            waiting_list.book_waiting(work, uuid.UUID(keys["entry"]), wish)
        case "team member":
            members.join(work, uuid.UUID(keys["team"]), courses[0], TOMORROW)
        case "same number":
            texts = {"given_name": f"Prøve{n}", "number": "721257-1840"}
            taking_in.add(work, texts)
        case "same initials":
            REGISTERS["staff"].add(work, {"initials": "NYE", "name": f"Ny {n}"})
        case "last day":
            if n == 0:
                REGISTERS["staff"].end(work, staff[0], TODAY)
            else:
                booking.book(work, Wish(mine, staff[0], None, at(8 + n, day=TOMORROW), 45))
        case "new course":
            intake.add(work, intake.Draft(uuid.UUID(keys["citizen"]), "SEL86.1", trainings=5))
        case "login":
            users.add(work, "NYE", f"Ny {n}", UserRole.READER)
        case "administrator":
            mine_ = uuid.UUID(keys["admins"].split(",")[n % 8])
            users.change(work, mine_, role=UserRole.READER)
        case "pause":
            pausing.pause(work, courses[0], TOMORROW, TOMORROW, f"Sygehus {n}")
        case "ride":
            rides.grant(work, courses[0], rides.Asked(f"Grund {n}"))
        case "fare":
            rides.note_fare(work, courses[0], TODAY, Decimal(60 + n))
        case "letter sent":
            writing.mark_sent(work, uuid.UUID(keys["letter"]), "digital")
        case "loan back":
            loans.bring_back(work, uuid.UUID(keys["loan"]))
        case "closed":
            closing.close(work, courses[1], "no_need_citizen", f"Grund {n}")
        case _:
            raise ValueError(name)


def _hit(work, staff):
    query = select(TrainingSession.id).where(
        TrainingSession.starts >= datetime.combine(TOMORROW, wall()),
        TrainingSession.starts < datetime.combine(TOMORROW + timedelta(days=1), wall()),
    )
    if staff:
        query = query.where(TrainingSession.therapist_id == staff)
    return list(work.scalars(query))


def main():
    """Import once, then be as many processes as race; each says what came of it in a file of its own."""
    where, name, racers, start, said, *pairs = sys.argv[1:]
    keys = dict(pair.split("=", 1) for pair in pairs)
    children = []
    for number in range(int(racers)):
        child = os.fork()  # before any database is opened: nothing is shared but code
        if child == 0:
            status = 1
            try:
                Path(f"{said}.{number}").write_text(run(where, name, number, start, keys))
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


def run(where, name, number, start, keys):
    """One racer's acts, from the moment the start file is there."""
    me = f"A{number}" if name == "administrator" else f"D{number}"
    opened = (
        opening.open_server(where, Clock(), me)
        if where.startswith("postgres")
        else opening.open_store(Path(where), Clock(), me)
    )
    Path(f"{start}.{number}").touch()
    while not Path(start).exists():
        time.sleep(0.001)
    said = []
    for one in name.split("+"):  # several acts one after the other: starting costs the most
        try:
            with opened.work(one) as work:
                act(work, one, keys, number)
                time.sleep(0.01)  # a check that came before the lock would be overtaken here
            said.append("done")
        except Refused as no:
            said.append(no.reason.name)
    opened.close()
    return "+".join(said)


if __name__ == "__main__":
    main()
