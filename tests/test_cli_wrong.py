"""What a command does not take: each is said in Danish, at once, and nothing is written."""

import os
import time

import pytest

from tests.conftest import STANDARDS
from trainer_desktop import cli
from trainer_desktop.models.journal import ChangeSet
from trainer_desktop.services import importing
from trainer_desktop.services.standards.catalogue import shipped
from trainer_desktop.services.store import opening

WRONG = [
    ["book", "1", "--at", "1900-01-02T10:00"],
    ["book", "1", "--at", "2199-01-02T10:00"],
    ["book", "1", "--at", "2026-12-09T10:30:33"],
    ["book", "1", "--at", "2026-12-09"],
    ["book", "1", "--at", "2026-12-09T10:30", "--minutes", "-45"],
    ["book", "1", "--at", "2026-12-09T10:30", "--minutes", "0"],
    ["book", "1", "--at", "2026-12-09T10:30", "--minutes", "99999999999"],
    ["book", "1", "--at", "2026-12-09T10:30", "--minutes", "9" * 40],
    ["book", "1", "--at", "2026-12-09T10:30", "--override", "  "],
    ["book", "1", "--at", "2026-12-09T10:30", "--override", "x" * 200_000],
    ["book", "1", "--at", "2026-12-09T10:30", "--therapist", ""],
    ["book", "1", "--at", "2026-12-09T10:30", "--room", ""],
    ["book", "\udcff", "--at", "2026-12-09T10:30"],
    ["book", "1", "--at", "2026-12-09T10:30", "--actor", "\udcff"],
    ["book", "1", "--at", "2026-12-09T10:30", "--actor", " "],
    ["attend", "11", "--late", "-1"],
    ["attend", "11", "--late", "1" + "0" * 20],
    ["attend", "11", "--excused", "grund"],
    ["cancel", "11", "--told", "1926-11-03T08:00"],
    ["cancel", "11", "--told", "08:00+02:00"],
    ["cancel", "11", "--told", "08:00:59"],
    ["cancel", "11", "--told", "24:00"],
    ["cancel", "11", "--by-centre", " "],
    ["cancel", "11", "--by-centre", "strøm", "--why", "illness"],
    ["cancel", "11", "--by-centre", "strøm", "--told", "8:00"],
    ["cancel", "11", "--by-centre", "strøm", "--excused", "grund"],
    ["consent", "1", "given", "--form", ""],
    ["consent", "1", "given", "--form", "     "],
    ["plan", "1", "--per-week", "0"],
    ["plan", "1", "--per-week", "1000"],
    ["plan", "1", "--minutes", "0"],
    ["plan", "1", "--minutes", "-45"],
    ["plan", "1", "--count", "2000"],
    ["plan", "1", "--count", "-3"],
    ["plan", "1", "--count", "1" + "0" * 20],
    ["plan", "1", "--hours", "-"],
    ["plan", "1", "--hours", "12-8"],
    ["plan", "1", "--hours", "8-8"],
    ["plan", "1", "--hours", "08:00+02:00-12"],
    ["plan", "1", "--first", "2026-12-09", "--last", "2026-12-01"],
    ["away", "--who", "", "--first", "2026-12-09"],
    ["away", "--who", "DOS", "--first", "1900-01-01", "--do"],
    ["away", "--who", "DOS", "--first", "2199-01-01", "--do"],
    ["away", "--centre", "alle", "--first", "2026-12-09", "--last", "2199-01-01", "--do"],
    ["away", "--who", "DOS", "--first", "2026-12-09", "--last", "2026-12-01"],
    ["tasks", "--who", ""],
    ["day", "--room", ""],
    ["find", ""],
    ["find", "x" * 100_000],
    ["find", "\0"],
    ["gp-status", "1"],
]
ENGLISH = ("expected", "argument ", "unrecognized", "invalid", "required", "usage", "error", "must")


@pytest.fixture
def centre(tmp_path, small_export):
    file = tmp_path / "centre.db"
    store = opening.open_store(file, make=True)
    importing.run_import(store, small_export, STANDARDS, shipped().editions)
    store.close()
    return file


def said(centre, words, capsys):
    begun = time.perf_counter()
    command = [*words, "--database", str(centre), "--now", "2026-12-01T10:00"]
    try:
        status = cli.main(command, lambda _options: 0)
    except SystemExit as end:
        status = end.code
    return status, capsys.readouterr().err, time.perf_counter() - begun


def changes(centre):
    store = opening.open_store(centre)
    with store.read() as work:
        found = work.query(ChangeSet).count()
    store.close()
    return found


def test_each_wrong_word_is_said_and_nothing_is_written(centre, capsys):
    before = changes(centre)
    for words in WRONG:
        status, told, took = said(centre, words, capsys)

        assert status in (2, 3), words
        assert told.splitlines()[-1].startswith(("FEJL", "AFVIST")), (words, told)
        assert not any(word in told.splitlines()[-1] for word in ENGLISH), (words, told)
        assert took < 3, words
    assert changes(centre) == before + 1  # that no status was made is on record


@pytest.mark.parametrize("where", ["/", "postgresql+foo://x/y", "postgres:", "{folder}"])
def test_a_database_that_is_none(tmp_path, capsys, where):
    place = where.replace("{folder}", str(tmp_path))

    status, told, _took = said(place, ["tasks"], capsys)

    assert status == 2
    assert told.startswith("FEJL")


@pytest.mark.parametrize("text", ["[]", '{"open": []}', '{"open": {"key": 5}}', "nøgle", ""])
def test_a_key_file_that_is_none(centre, capsys, text):
    key = centre.with_name(f"{centre.name}.keys.json")
    os.chmod(key, 0o600)
    key.write_text(text, encoding="utf-8")

    status, told, _took = said(centre, ["tasks"], capsys)

    assert status == 2
    assert told.startswith("FEJL")
