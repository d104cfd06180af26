import json
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from trainer_desktop.models.base import new_key, table_of
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Goal
from trainer_desktop.models.journal import ChangeSet, Me, digest
from trainer_desktop.models.plain import from_plain, to_plain
from trainer_desktop.models.training import Participant
from trainer_desktop.models.work import BypassesJournal
from trainer_desktop.rules.course import State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.booking import undo


def change_sets(store):
    with store.read() as work:
        return list(work.scalars(select(ChangeSet).order_by(ChangeSet.seq)))


def add_goal(store, small, words="Gå 400 m"):
    with store.work("new goal") as work:
        work.add(Goal(course_id=small.course, text=words, set_on=date(2026, 11, 1)))
    return work.change


def test_one_change_set_for_each_commit_without_gaps(store, small):
    add_goal(store, small)
    add_goal(store, small)

    sets = change_sets(store)
    assert [s.seq for s in sets] == list(range(1, len(sets) + 1))
    assert sets[-1].actor == "DOS"
    assert sets[-1].action == "new goal"


def test_the_chain_of_hashes_is_whole(store, small):
    add_goal(store, small)

    prev = ""
    for s in change_sets(store):
        assert s.prev == prev
        assert s.hash == digest(
            prev, s.site, s.seq, s.stamp, s.actor, s.action, s.schema, s.ops, s.place
        )
        prev = s.hash
    with store.read() as work:
        assert work.scalar(select(Me.hash)) == prev


def test_stamps_grow_even_when_the_clock_goes_back(store, small, clock):
    add_goal(store, small)
    clock.wall -= timedelta(hours=3)
    add_goal(store, small)

    stamps = [s.stamp for s in change_sets(store)]
    assert stamps == sorted(stamps)


def test_a_refused_commit_takes_no_number(store, small):
    before = len(change_sets(store))

    with pytest.raises(RuntimeError, match="stop"), store.work("half") as work:
        work.add(Goal(course_id=small.course, text="x", set_on=date(2026, 1, 1)))
        work.flush()
        raise RuntimeError("stop")

    add_goal(store, small)
    assert [s.seq for s in change_sets(store)][-1] == before + 1


def test_reading_writes_nothing(store, small):
    before = len(change_sets(store))

    with store.work("look") as work:
        assert work.get_one(Citizen, small.citizen).family_name == "Jeppesen"

    assert len(change_sets(store)) == before
    assert not work.change


def test_bulk_changes_past_the_journal_raise(store, small):
    for statement in (update(Citizen).values(note="x"), delete(Citizen)):
        with pytest.raises(BypassesJournal), store.work("bulk") as work:
            work.execute(statement)


def test_rows_are_never_deleted(store, small):
    table = Citizen.__table__
    for statement in (
        update(table).values(note="x"),
        delete(table),
        insert(table).values(id=new_key()),
    ):
        with pytest.raises(BypassesJournal), store.work("past it") as work:
            work.connection().execute(statement)
    with pytest.raises(BypassesJournal), store.work("delete") as work:
        work.delete(work.get_one(Citizen, small.citizen))


def test_the_journal_itself_cannot_be_changed(store, small):
    for sql in ("update change_set set actor = 'x'", "delete from change_set"):
        with pytest.raises(DatabaseError, match="append_only"), store.engine.begin() as connection:
            connection.execute(text(sql))


def test_undo_puts_back_and_redo_again(store, small):
    with store.work("rename") as work:
        work.get_one(Citizen, small.citizen).family_name = "Jepsen"
    renamed = work.change

    with store.work("undo") as work:
        undo.revert(work, renamed)
    undone = work.change
    with store.read() as work:
        assert work.get_one(Citizen, small.citizen).family_name == "Jeppesen"

    with store.work("redo") as work:
        undo.revert(work, undone)
    with store.read() as work:
        assert work.get_one(Citizen, small.citizen).family_name == "Jepsen"


def test_undo_of_something_new_withdraws_it(store, small):
    made = add_goal(store, small)

    with store.work("undo") as work:
        undo.revert(work, made)

    with store.read() as work:
        assert work.scalars(select(Goal)).all() == []
        hidden = select(Goal).execution_options(with_withdrawn=True)
        assert [g.withdrawn for g in work.scalars(hidden)] == [True]


def test_undo_is_refused_when_somebody_changed_it_since(store, small):
    with store.work("rename") as work:
        work.get_one(Citizen, small.citizen).family_name = "Jepsen"
    renamed = work.change
    with store.work("again") as work:
        work.get_one(Citizen, small.citizen).family_name = "Jensen"

    with pytest.raises(Refused) as no, store.work("undo") as work:
        undo.revert(work, renamed)

    assert no.value.reason is Reason.CHANGED_SINCE


def test_a_registers_heads_hold_what_the_writer_saw(store, small):
    for name in ("Jepsen", "Jensen"):
        with store.work("rename") as work:
            work.get_one(Citizen, small.citizen).family_name = name

    [*_, first, second] = change_sets(store)
    [_table, _row, kind, noted] = second.ops[0]
    new, seen, old = noted["family_name"]
    assert (kind, new, old) == ("u", ["Jensen"], ["Jepsen"])
    assert seen == [first.stamp]


def test_every_value_comes_back_from_the_journal_as_it_went_in():
    """A moment, a key, a day, a time, an enum: what undo and redo put back."""
    values = {
        "noted_at": datetime(2026, 11, 18, 10, 10, tzinfo=UTC),
        "told": datetime(2026, 11, 18, 9, 14),
        "session_id": uuid.UUID(int=7),
        "state": State.MISSED,
        "late_minutes": 12,
        "why": None,
    }
    for name, value in values.items():
        column = table_of(Participant).c[name]
        assert from_plain(column, json.loads(json.dumps(to_plain(value)))) == value
