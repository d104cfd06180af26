"""A whole store moved to a server and back: every row, the journal's chain, nothing half."""

import pytest
from sqlalchemy import func, select

from tests.conftest import Clock, at
from trainer_desktop.models.base import Base
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.verifying import verify
from trainer_desktop.services.citizens import page
from trainer_desktop.services.store import moving, opening
from trainer_desktop.services.store import server as servers
from trainer_desktop.services.store.server import Point


def counts(store):
    with store.engine.connect() as connection:
        return {
            t.name: connection.execute(select(func.count()).select_from(t)).scalar()
            for t in Base.metadata.sorted_tables
        }


@pytest.fixture
def moved(store, small, book, server):
    book(at(9), room=small.box)
    with store.read() as work:
        page.page(work, small.citizen)
    there = opening.open_server(server.empty_centre(), Clock(), "DOS")
    made = moving.move(store, there)
    yield store, there, made
    there.close()


def test_every_row_arrives_and_the_journal_goes_on(moved, small):
    old, new, made = moved
    assert counts(old) == counts(new) == made.rows
    assert made.rows["access"] == 1
    assert not verify(new)
    with new.work("there") as work:
        work.get_one(Citizen, small.citizen).phone = "74112233"
    assert not verify(new)


def test_and_back_again_to_a_file(moved, tmp_path):
    _old, new, made = moved
    back = opening.open_store(tmp_path / "tilbage.db", Clock(), make=True)
    again = moving.move(new, back)
    assert again == made
    assert not verify(back)
    back.close()
    opening.open_store(tmp_path / "tilbage.db", Clock()).close()


def test_nothing_is_moved_where_something_is(moved):
    old, new, _made = moved
    before = counts(new)
    with pytest.raises(moving.NotEmpty):
        moving.move(old, new)
    assert counts(new) == before


def test_broken_off_nothing_is_there_and_it_is_begun_anew(store, small, server):
    there = opening.open_server(server.empty_centre(), Clock(), "DOS")
    with pytest.raises(InterruptedError):
        moving.move(store, there, lambda _name, number, _of: number < 8)
    assert not counts(there)["citizen"]
    assert moving.move(store, there).rows["citizen"] == 2
    there.close()


def test_a_row_that_is_altered_on_the_way_is_found(store, small, server, monkeypatch):
    there = opening.open_server(server.empty_centre(), Clock(), "DOS")
    real = moving._copy

    def altered(old, new, table):
        count = real(old, new, table)
        if table.name == "citizen":
            new.exec_driver_sql("update citizen set phone = '1' where true")
        return count

    monkeypatch.setattr(moving, "_copy", altered)
    with pytest.raises(moving.NotTheSame, match="citizen"):
        moving.move(store, there)
    assert not counts(there)["citizen"]
    there.close()


def test_a_server_says_how_it_stands(server):
    url = server.empty_centre()
    empty = {one.point: one.good for one in servers.check(url)}
    assert empty[Point.VERSION]
    assert not empty[Point.SCHEMA]
    made = {one.point: one for one in servers.prepare(url)}
    for point in (Point.ENCODING, Point.EXTENSION, Point.SCHEMA, Point.GUARDS):
        assert made[point].good, made[point]
    assert not made[Point.TLS].good  # the tests' own server has none, and it is said
