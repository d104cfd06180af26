"""An export of any size: read, written and journalled in parts, with the same outcome as in one."""

from contextlib import closing

import pytest
from sqlalchemy import func, select

from tests.conftest import EXPORT
from tests.services.test_import import count, run, written
from trainer_desktop.models.journal import ChangeSet, ImportedRow
from trainer_desktop.models.occupancy import Occupancy
from trainer_desktop.models.standard_file import StandardFile
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.services.importing import Stopped, known
from trainer_desktop.services.importing.reading import read_folder
from trainer_desktop.services.store import opening, verifying


def stood(store):
    """What an import has left in the tables, without keys."""
    with store.read() as work:
        people = work.execute(
            select(
                Participant.number,
                Participant.state,
                TrainingSession.starts,
                TrainingSession.ends,
                TrainingSession.override,
            ).join(TrainingSession, TrainingSession.id == Participant.session_id)
        ).all()
        taken = work.execute(
            select(Occupancy.kind, Occupancy.starts, Occupancy.places, Occupancy.blocking)
        ).all()
        rows = work.execute(select(ImportedRow.source, ImportedRow.key, ImportedRow.fields)).all()
    return sorted(map(str, people)), sorted(map(str, taken)), sorted(map(str, rows))


def test_an_export_read_in_parts_comes_to_the_same_and_its_journal_is_whole(
    store, tmp_path, monkeypatch, clock
):
    twice = EXPORT["aftaler.csv"] + "11;5001;;20-11-2026;9.00;45;DOS;Boks A;Prøve;Booket;;\n"
    folder = written(tmp_path, "x", aftaler=twice)
    whole = run(store, folder)
    expected = stood(store)

    monkeypatch.setattr(known, "PART", 1)
    with closing(opening.open_store(tmp_path / "parts.db", clock, actor="DOS", make=True)) as other:
        parts = run(other, folder)
        assert stood(other) == expected
        assert parts.as_json() == whole.as_json()
        with other.read() as work:
            assert work.scalar(select(func.count()).select_from(ChangeSet)) > 5
        assert verifying.verify(other) == []
        again = run(other, folder)
        assert again.counts.unchanged == {**again.counts.unchanged, "bookings": 3}
        assert stood(other) == expected


def test_a_stop_in_the_middle_of_the_parts_leaves_nothing(store, tmp_path, monkeypatch):
    monkeypatch.setattr(known, "PART", 1)
    told = []

    def stop(what, done, of):
        told.append(what)
        return told.count("bookings") < 2

    with pytest.raises(Stopped):
        run(store, written(tmp_path, "x"), progress=stop)

    assert count(store, Participant) == 0
    assert count(store, ChangeSet) == 0
    assert verifying.verify(store) == []


def test_rows_are_understood_when_they_are_walked_through_and_not_kept(tmp_path):
    sheet = read_folder(written(tmp_path, "x"))["aftaler"]

    first, again = list(sheet.rows), list(sheet.rows)
    assert first == again
    assert first[0] is not again[0]
    assert len(sheet.rows) == len(first)


def test_a_standard_named_with_an_import_is_kept_with_it_or_not_at_all(store, tmp_path):
    def keep(work):
        text = "not looked at here"
        row = StandardFile(name="vores", version="1", valid_from=None, text=text, digest="x")
        row.added_by, row.added_at = work.actor, work.now
        work.add(row)

    folder = written(tmp_path, "x")
    with pytest.raises(Stopped):
        run(store, folder, with_it=keep, progress=lambda what, _done, _of: what != "occupancy")
    assert count(store, StandardFile) == 0
    run(store, folder, with_it=keep, dry_run=True)
    assert count(store, StandardFile) == 0
    run(store, folder, with_it=keep)
    assert count(store, StandardFile) == 1
