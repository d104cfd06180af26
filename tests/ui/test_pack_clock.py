"""The day's pack in a folder: once a day when its time has come, the last three, and told when it cannot be."""

from datetime import timedelta

import pytest

from trainer_desktop.services.store.news import site_of
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
