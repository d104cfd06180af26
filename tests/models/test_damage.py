"""A file that was emptied, torn, flipped or put back is found, said, and never worked on in silence."""

import shutil
import sqlite3

import pytest
from sqlalchemy import text

from tests.conftest import Clock, at
from trainer_desktop import cli
from trainer_desktop.models import guards, keys, seen, upgrade, verifying
from trainer_desktop.models.store import Store
from trainer_desktop.models.verifying import Damage, Damaged, verify
from trainer_desktop.services.store import opening
from trainer_desktop.services.store.trouble import SAID, Trouble, trouble_of, trouble_words


def run(*words):
    return cli.main([str(w) for w in words], lambda options: pytest.fail(options.command))


@pytest.fixture(autouse=True)
def nowhere(monkeypatch):
    """At no named place: an older program knew of none, and its chain holds without."""
    monkeypatch.setattr(opening.platform, "node", lambda: "")


@pytest.fixture
def file(store, small, book, tmp_path):
    book(at(9), room=small.box)
    store.close()
    return tmp_path / "centre.db"


def damage_of(file):
    with pytest.raises(Damaged) as no:
        opening.open_store(file, Clock()).close()
    return no.value.damage


def test_an_emptied_file_does_not_become_a_new_centre(file):
    file.write_bytes(b"")

    assert damage_of(file) is Damage.EMPTY
    with pytest.raises(Damaged):
        opening.open_store(file, Clock(), make=True)
    assert file.stat().st_size == 0


def test_a_file_that_is_gone_is_told(file, capsys):
    file.unlink()

    assert damage_of(file) is Damage.GONE
    assert run("day", f"--database={file}") == 2
    assert "findes ikke, men den har været der" in capsys.readouterr().err


def test_nothing_is_made_unasked(tmp_path):
    assert damage_of(tmp_path / "new" / "x.db") is Damage.GONE
    assert not (tmp_path / "new").exists()


def test_commits_that_a_torn_log_lost_are_missed(file, tmp_path):
    """The chain of what is left is whole; only what was acknowledged beside the file tells."""
    old = tmp_path / "old.db"
    shutil.copy(file, old)
    store = opening.open_store(file, Clock())
    with store.work("more") as work:
        work.get_one(_citizen(), _first(store)).phone = "12345678"
    store.close()
    file.with_name("centre.db-wal").unlink(missing_ok=True)
    shutil.copy(old, file)

    assert damage_of(file) is Damage.LOST
    assert run("verify", f"--database={file}") == 1
    assert run("verify", f"--database={file}", "--accept") == 0
    opening.open_store(file, Clock()).close()


def _citizen():
    from trainer_desktop.models.citizen import Citizen

    return Citizen


def _first(store):
    from sqlalchemy import select

    with store.read() as work:
        return work.scalars(select(_citizen().id)).first()


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_flipped_byte_anywhere_is_found(file, part, capsys):
    raw = bytearray(file.read_bytes())
    raw[int(len(raw) * part)] ^= 0x40
    file.write_bytes(raw)

    assert run("verify", f"--database={file}") == 1
    assert "beskadiget" in capsys.readouterr().out


def test_a_changed_journal_is_found(file):
    store = opening.open_store(file, Clock())
    with store.engine.connect() as connection:
        connection.execute(text("drop trigger append_only_update"))
        connection.execute(text("update change_set set actor = 'X' where seq = 1"))
        connection.commit()
    found = verify(store)
    store.close()

    assert (Damage.CHAIN, "1") in [(f.damage, f.where) for f in found]


def test_occupancy_that_says_other_than_the_trainings_is_found(file):
    store = opening.open_store(file, Clock())
    with store.engine.connect() as connection:
        connection.execute(text("delete from occupancy where kind = 'T'"))
        connection.commit()
    found = verify(store)
    store.close()

    assert [f.damage for f in found] == [Damage.OCCUPANCY]


def test_a_whole_store_is_whole(file, capsys):
    assert run("verify", f"--database={file}") == 0
    assert "hel" in capsys.readouterr().out


def test_a_guard_without_a_body_is_put_back(file):
    store = opening.open_store(file, Clock())
    with store.engine.connect() as connection:
        connection.execute(text("drop trigger room_full_insert"))
        connection.execute(
            text("create trigger room_full_insert before insert on occupancy begin select 1; end")
        )
        connection.commit()
        assert guards.missing(connection) == {"room_full_insert"}

    upgrade.upgrade(store.engine)

    with store.engine.connect() as connection:
        assert guards.missing(connection) == set()
    store.close()


@pytest.mark.parametrize(
    "slots", ["[]", "{}", '{"open": 3}', '{"open": {"key": "ab"}}', "x", "[" * 9999]
)
def test_a_damaged_key_file_is_told(file, slots):
    keys.key_file(file).write_text(slots, encoding="utf-8")

    with pytest.raises(keys.NoKey):
        opening.open_store(file, Clock())
    assert run("day", f"--database={file}") == 2


def back_to(store, revision):
    """Make it the store of an older program, and close it."""
    from alembic import command

    settings = upgrade.config()
    with store.engine.connect() as connection:
        settings.attributes["connection"] = connection
        command.downgrade(settings, revision)
        connection.commit()
    store.close()


def test_an_older_store_is_copied_before_it_is_upgraded(file):
    store = opening.open_store(file, Clock())
    back_to(store, "0002")

    opening.open_store(file, Clock()).close()

    copy = file.with_name("centre.before-0002.db")
    opened = opening.engine.open_file(copy, keys.read_key(copy))
    with opened.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from citizen").scalar() == 2
        assert (
            connection.exec_driver_sql("select version_num from alembic_version").scalar() == "0002"
        )
    opened.dispose()


def test_where_no_copy_can_be_made_nothing_is_upgraded(file, monkeypatch):
    store = opening.open_store(file, Clock())
    back_to(store, "0002")
    real = shutil.copyfile

    def full(source, target):
        real(source, target)
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(opening.copying.shutil, "copyfile", full)
        with pytest.raises(opening.copying.CopyFailed) as no:
            opening.open_store(file, Clock())

    assert trouble_of(no.value)[0] is Trouble.NO_COPY
    assert list(file.parent.glob("*before*")) == []
    opened = opening.engine.open_file(file, keys.read_key(file))
    assert upgrade.revision(opened) == "0002"
    opened.dispose()


def test_a_held_write_keeps_no_reader_out(file):
    store = opening.open_store(file, Clock())
    with store.work("holds"):
        other = opening.open_store(file, Clock())
        with other.read() as work:
            assert work.scalar(text("select count(*) from citizen")) == 2
        other.close()
    store.close()


def test_a_folder_that_cannot_be_written_is_read(file, tmp_path):
    """Run as somebody else than root, who may write everywhere."""
    import os
    import subprocess
    import sys

    folder = tmp_path / "sealed"
    folder.mkdir()
    for one in file.parent.glob("centre.db*"):
        shutil.copy(one, folder / one.name)
        (folder / one.name).chmod(0o444)
    folder.chmod(0o555)
    code = (
        "import sys; from trainer_desktop import cli\n"
        f"sys.exit(cli.main(['find', 'jeppesen', '--database={folder / 'centre.db'}'], print))"
    )
    as_nobody = {"user": 65534, "group": 65534} if os.geteuid() == 0 else {}
    for parent in (tmp_path, *tmp_path.parents):
        if os.geteuid() == 0 and parent.stat().st_uid == 0:
            parent.chmod(parent.stat().st_mode | 0o055)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, **as_nobody
    )
    folder.chmod(0o755)

    assert "Jeppesen" in done.stdout, done.stderr


def test_every_trouble_has_its_words():
    assert set(SAID) == set(Trouble)
    assert trouble_words(ValueError("a bug")) is None
    assert "{" not in trouble_words(OSError(28, "No space left on device", "/x/y"))


def test_the_note_of_what_was_acknowledged_stays_short(file, monkeypatch):
    monkeypatch.setattr(seen, "KEEP", 10)
    seen.note(file, 90, "a" * 64)
    seen.note(file, 89, "b" * 64)
    seen.shorten(file)

    assert seen.newest(file) == (90, "a" * 64)
    assert seen.seen_file(file).read_text().count("\n") == 1


def test_a_plain_database_is_no_store(tmp_path):
    file = tmp_path / "plain.db"
    sqlite3.connect(file).executescript("create table x (y); insert into x values (1)")
    keys.make_key(file)

    with pytest.raises(Exception) as wrong:  # noqa: PT011 - the database's own
        opening.open_store(file)
    assert trouble_of(wrong.value)[0] is Trouble.NOT_A_DATABASE
    assert isinstance(Store, type)


def test_what_is_committed_while_one_opens_is_no_loss(tmp_path, clock, monkeypatch):
    """The note beside the file may already tell of a change that was committed after one began to read."""
    file = tmp_path / "centre.db"
    opening.open_store(file, clock, make=True).close()
    look = verifying._chain

    def meanwhile(rows, prev):
        seen.note(file, 1_000, "0" * 64)
        return look(rows, prev)

    monkeypatch.setattr(verifying, "_chain", meanwhile)
    opening.open_store(file, clock).close()


def test_a_new_store_is_its_owners_alone(tmp_path, clock):
    file = tmp_path / "centre.db"
    opening.open_store(file, clock, make=True).close()
    assert file.stat().st_mode & 0o077 == 0


def test_a_witness_that_is_gone_is_told_and_the_next_act_makes_one(file, capsys):
    seen.seen_file(file).unlink()

    assert run("verify", f"--database={file}") == 1
    assert "bevidner" in capsys.readouterr().out
    assert run("verify", f"--database={file}", "--accept") == 0
    assert run("verify", f"--database={file}") == 0


def test_a_damaged_page_is_named_by_its_number_and_not_in_english(file, capsys, monkeypatch):
    from trainer_desktop.models.verifying import _places

    assert (
        _places("*** in database main ***\nTree 5 page 17 cell 3: Rowid 9 out of order") == "17, 9"
    )
    assert _places("file is not a database") == ""
    with file.open("r+b") as raw:  # far from the pages that a start reads
        raw.seek(file.stat().st_size // 4096 // 2 * 4096 + 100)
        raw.write(b"\x00" * 64)
    assert run("verify", f"--database={file}") == 1
    said = capsys.readouterr().out
    assert "beskadiget" in said
    assert not {"page", "database main", "HMAC"} & set(said.split())
