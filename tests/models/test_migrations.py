import json
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from tests.conftest import Clock, at
from trainer_desktop.models import guards, journal, keys, upgrade
from trainer_desktop.models.base import Base, Key
from trainer_desktop.models.engine import open_file
from trainer_desktop.models.training import Participant
from trainer_desktop.rules.course import State, Why
from trainer_desktop.services.attendance import marking
from trainer_desktop.services.attendance.marking import Mark
from trainer_desktop.services.store import opening


def same_type(_context, _column, _metadata, _inspected, own):
    return False if isinstance(own, Key) else None


def test_there_is_one_head():
    assert len(ScriptDirectory.from_config(upgrade.config()).get_heads()) == 1


def test_change_sets_carry_the_newest_schema():
    assert int(upgrade.NEWEST) == journal.SCHEMA


def test_models_and_migrations_agree(store):
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": same_type})
        assert compare_metadata(context, Base.metadata) == []


def test_every_guard_is_there_and_comes_back(store):
    with store.engine.begin() as connection:
        assert guards.missing(connection) == set()
        connection.execute(text("drop trigger no_double_booking_insert"))
        assert guards.missing(connection) == {"no_double_booking_insert"}

    upgrade.upgrade(store.engine)

    with store.engine.begin() as connection:
        assert guards.missing(connection) == set()


def test_a_database_of_a_newer_program_is_refused(tmp_path):
    file = tmp_path / "a.db"
    opened = opening.open_store(file, Clock(), make=True)
    with opened.engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    opened.close()

    with pytest.raises(upgrade.NewerSchema, match="9999"):
        opening.open_store(file, Clock())


def test_foreign_keys_hold_on_connections_after_an_upgrade(store):
    with store.engine.connect() as connection:
        assert connection.execute(text("pragma foreign_keys")).scalar() == 1
        assert connection.execute(text("pragma synchronous")).scalar() == 2


def test_the_file_is_encrypted_from_the_first_byte(store, small, tmp_path):
    store.close()

    for file in tmp_path.glob("centre.db*"):
        raw = file.read_bytes()
        for plain in (b"SQLite format", b"Jeppesen", b"citizen", b"0201609995"):
            assert plain not in raw


def test_another_key_does_not_open_it(store, tmp_path):
    from sqlalchemy.exc import DatabaseError

    other = open_file(tmp_path / "centre.db", b"x" * 32)
    with pytest.raises(DatabaseError), other.connect() as connection:
        connection.execute(text("select 1 from citizen"))
    other.dispose()


def test_a_missing_key_file_is_told(store, tmp_path):
    keys.key_file(tmp_path / "centre.db").unlink()

    with pytest.raises(keys.NoKey):
        opening.open_store(tmp_path / "centre.db")


def test_the_key_slot_says_that_it_needs_no_password(store, tmp_path):
    assert keys.WARNING in keys.key_file(tmp_path / "centre.db").read_text(encoding="utf-8")
    assert not keys.needs_password(tmp_path / "centre.db")


def test_the_newest_revision_is_known_without_alembic():
    """A start does not load Alembic, so the number stands in the program, too."""
    scripts = ScriptDirectory.from_config(upgrade.config())

    assert scripts.get_current_head() == upgrade.NEWEST


def test_versions_nobody_has_seen_past_get_the_new_field(store, small, book):
    person = book(at(10, day=date(2026, 11, 19)))
    with store.work("mark") as work:
        marking.note(work, person, Mark(State.CANCELLED, Why.OTHER, at(11)))
    with store.engine.begin() as connection:
        [heads] = connection.scalars(text("select heads from participant where heads is not null"))
        before = {k: [[s, v[:-2]] for s, v in rows] for k, rows in json.loads(heads).items()}
        connection.execute(text("update participant set heads = :h"), {"h": json.dumps(before)})
        context = MigrationContext.configure(connection)
        with Operations.context(context):
            scripts = ScriptDirectory.from_config(upgrade.config())
            for revision in ("0002", "0003"):
                scripts.get_revision(revision).module._widen_heads()

    with store.work("mark") as work:
        marking.note(work, person, Mark(State.CANCELLED, Why.ILLNESS, at(11)))

    with store.read() as work:
        assert len(work.get_one(Participant, person).heads["attendance"]) == 1
