"""The same models on a real PostgreSQL that the tests start."""

import json
import threading
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from tests.conftest import Clock, at
from tests.models.test_double_booking import raw_session, raw_uses, team_wish
from tests.models.test_migrations import same_type
from trainer_desktop import cli
from trainer_desktop.demo import centre as demo_centre
from trainer_desktop.models import guards
from trainer_desktop.models.base import Base
from trainer_desktop.models.occupancy import Occupancy
from trainer_desktop.models.training import TrainingSession
from trainer_desktop.rules.course import Form
from trainer_desktop.rules.refusal import Refused
from trainer_desktop.services import importing
from trainer_desktop.services.absence import desk
from trainer_desktop.services.absence.outage import Cause, Outage
from trainer_desktop.services.booking import booking, planning, undo
from trainer_desktop.services.booking.openings import Wishes
from trainer_desktop.services.calendar import month
from trainer_desktop.services.standards.catalogue import shipped
from trainer_desktop.services.store import opening
from trainer_desktop.services.teams import cards, members
from trainer_desktop.services.waiting import waiting_list


@pytest.fixture
def store(server):
    opened = opening.open_server(server.empty_centre(), Clock(), "DOS")
    yield opened
    opened.close()


def test_models_and_migrations_agree(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": same_type})
        left = [
            d for d in compare_metadata(context, Base.metadata) if "no_double_booking" not in str(d)
        ]
        assert left == []
        assert guards.missing(connection) == set()


def test_booking_and_refusal_work(store, small, book):
    book(at(9), room=small.box)

    with pytest.raises(Refused):
        book(at(9, 30), course=small.other_course)


def test_the_exclusion_constraint_refuses(store, small, book):
    book(at(9))
    row = raw_session(small)

    with pytest.raises(IntegrityError, match="no_double_booking"), store.engine.begin() as c:
        c.execute(TrainingSession.__table__.insert().values(**row))
        c.execute(Occupancy.__table__.insert().values(**raw_uses(small, row["id"])))


def test_the_room_is_not_overfilled(store, small):
    with pytest.raises(IntegrityError, match="room_full"), store.engine.begin() as c:
        for row in [raw_session(small) for _ in range(4)]:
            c.execute(TrainingSession.__table__.insert().values(**row))
            uses = raw_uses(small, row["id"], "R", small.gym)
            c.execute(Occupancy.__table__.insert().values(**uses))


def test_two_who_press_at_once_get_one_booking(store, small):
    outcomes: list[str] = []
    gate = threading.Barrier(6)

    def press():
        gate.wait()
        try:
            with store.work("book") as work:
                booking.book(work, team_wish(small, at(12)))
            outcomes.append("booked")
        except Refused:
            outcomes.append("refused")

    threads = [threading.Thread(target=press) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["booked"] + ["refused"] * 5


def test_an_import_fits_there_too(store, small_export):
    report = importing.run_import(
        store, small_export, demo_centre.DEMO_STANDARDS, shipped().editions
    )

    assert report.counts.taken["bookings"] == 3


def test_the_commands_take_a_servers_address(store, server, small_export, capsys):
    database = f"--database={server.centre()}"
    chosen = [f"--standard={basis}={name}" for basis, name in demo_centre.DEMO_STANDARDS.items()]

    assert cli.main(["import", str(small_export), database, *chosen], pytest.fail) == 0
    capsys.readouterr()
    assert cli.main(["course", "1", "--json", database], pytest.fail) == 0

    assert json.loads(capsys.readouterr().out)["used"] == 1


def test_the_desk_works_there_too(store, small, book):
    thursday = date(2026, 11, 19)
    with store.read() as work:
        wishes = Wishes(small.course, 4, 45, thursday, per_week=2, therapist_id=small.dos)
        plan = planning.propose(work, wishes)
    with store.work("plan") as work:
        planning.book(work, [card.wish for card in plan.dates])
    first = plan.dates[0].wish.starts
    midnight = datetime.combine(first.date(), time())
    ill = Outage(Cause.STAFF, small.dos, midnight, midnight + timedelta(days=1))
    with store.read() as work:
        hits = desk.hits(work, ill)
    with store.work("ill") as work:
        desk.carry_out(work, ill, {hit.session_id: hit.place for hit in hits})
    absent = work.change
    with store.work("team") as work:
        wish = booking.Wish(None, small.dos, small.gym, at(13, day=thursday), 60, Form.TEAM)
        session = booking.book(work, replace(wish, team_id=small.team, therapist_id=small.osm))
        work.flush()
        joined = members.join(work, small.team, small.other_course, thursday)
        waiting_list.add(work, small.course, Form.TEAM, 60, team_id=small.team)
    with store.work("undo") as work:
        undo.revert(work, absent)

    with store.read() as work:
        assert hits[0].place.therapist == "OSM"
        assert joined == [thursday]
        assert [team.waiting for team in cards.teams(work)] == [1]
        assert cards.roster(work, session).seats[0].name == "Søren Ågård"
        assert len(month.month(work, thursday)) % 7 == 0
        assert work.scalar(select(TrainingSession.therapist_id).limit(1)) == small.dos
