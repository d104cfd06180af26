"""The day's pack in a folder: once a day when its time has come, the last three, and told when it cannot be."""

from datetime import date, timedelta

import pikepdf
import pytest

from trainer_desktop.services.papers import pack_lock
from trainer_desktop.services.store.folders import Outside
from trainer_desktop.services.store.news import site_of
from trainer_desktop.ui.printing import pack_clock
from trainer_desktop.ui.printing.pack_clock import PackDialog


@pytest.fixture
def clock(window, context):
    """The clock of a centre; the window of the tests shows the demo, which has none of its own."""
    context.settings.pack_of = context.with_store(site_of)
    return window._pack_clock


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "pakken"
    made.mkdir()
    return made


def files(folder):
    return sorted(one.name for one in folder.iterdir())


def test_it_is_saved_once_a_day_and_the_last_three_are_kept(qtbot, window, context, clock, folder):
    dialog = PackDialog(context, clock, window)
    dialog.open()
    dialog.folder.setText(str(folder / "findes ikke"))
    dialog.save.click()
    assert dialog.isVisible()
    for n in (13, 14, 15):
        (folder / f"dagens-pakke-2026-11-{n}.pdf").write_bytes(b"%PDF")
    (folder / "andet.pdf").write_bytes(b"%PDF")
    dialog.folder.setText(str(folder))
    dialog.save.click()
    assert not dialog.isVisible()
    made = "dagens-pakke-2026-11-18.pdf"
    kept = ["andet.pdf", "dagens-pakke-2026-11-14.pdf", "dagens-pakke-2026-11-15.pdf", made]
    qtbot.waitUntil(lambda: files(folder) == kept, timeout=20_000)
    assert (folder / made).read_bytes().startswith(b"%PDF")

    (folder / made).unlink()
    clock.look()  # it was made today: nobody gets it back who has thrown it away
    context._background.wait()
    assert made not in files(folder)
    context._store.clock.wall += timedelta(days=1)
    clock.look()
    qtbot.waitUntil(lambda: "dagens-pakke-2026-11-19.pdf" in files(folder), timeout=20_000)


def test_before_its_time_nothing_is_saved(window, context, clock, folder):
    context.settings.pack_folder, context.settings.pack_at = str(folder), "23:59"
    clock.again()
    context._background.wait()
    assert files(folder) == []


def test_no_other_centres_people_come_into_its_folder(window, context, clock, folder):
    context.settings.pack_folder, context.settings.pack_of = str(folder), "another"
    clock.again()
    context._background.wait()
    assert files(folder) == []


def test_a_pack_of_a_later_day_stays_and_todays_is_kept(qtbot, window, context, clock, folder):
    later = [f"dagens-pakke-2026-11-{n}.pdf" for n in (19, 20, 23)]
    for name in later:
        (folder / name).write_bytes(b"%PDF")
    context.settings.pack_folder = str(folder)
    clock.again()
    made = "dagens-pakke-2026-11-18.pdf"
    qtbot.waitUntil(lambda: files(folder) == [made, *later], timeout=20_000)


def test_it_is_tried_again_until_it_is_there(qtbot, window, context, clock, folder):
    context.settings.pack_folder = str(folder / "delt")
    with qtbot.waitSignal(clock.failed, timeout=20_000):
        clock.again()
    (folder / "delt").mkdir()
    context._store.clock.wall += timedelta(minutes=11)
    clock.look()
    qtbot.waitUntil(lambda: len(files(folder / "delt")) == 1, timeout=20_000)


def test_a_folder_that_is_gone_is_told(qtbot, window, context, clock, folder):
    context.settings.pack_folder = str(folder / "væk")
    with qtbot.waitSignal(clock.failed, timeout=20_000) as told:
        clock.again()
    assert told.args[0].endswith("væk")
    assert told.args[1]


def test_on_a_stick_the_pack_opens_with_a_password_only(context, tmp_path):
    context.make("password", pack_lock.set_password, "otte gule cykler")
    day = date(2026, 11, 18)
    assert context.with_store(lambda s: pack_clock.write(s, str(tmp_path), day, "da")) is None
    [file] = tmp_path.glob("dagens-pakke-*.pdf")
    assert b"Dorthe" not in file.read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file)
    with pikepdf.open(file, password="otte gule cykler") as opened:
        assert opened.encryption.R == 6  # AES-256
        assert opened.encryption.bits == 256


def test_a_stick_without_a_password_is_not_chosen(qtbot, window, context, tmp_path, monkeypatch):
    monkeypatch.setattr(pack_clock, "outside", lambda _folder: Outside.STICK)
    dialog = pack_clock.PackDialog(context, window._pack_clock, window)
    dialog.folder.setText(str(tmp_path))
    dialog._save()
    assert dialog._wrong.text()
    dialog.password.setText("1234")
    dialog._save()
    assert not context.settings.pack_folder
    dialog.password.setText("otte gule cykler")
    dialog._save()
    assert context.settings.pack_folder == str(tmp_path)
    dialog.deleteLater()
