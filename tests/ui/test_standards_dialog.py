"""A municipality's own standard is taken into use in the window, and a bad file is told with its lines."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from sqlalchemy import select

from trainer_desktop.models.centre import Centre
from trainer_desktop.services.standards import catalogue
from trainer_desktop.ui.parts.basics import Text
from trainer_desktop.ui.parts.button import Button
from trainer_desktop.ui.standards_dialog import StandardsDialog

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def dialog(qtbot, window, context):
    made = StandardsDialog(context, window)
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.fixture
def exercise(tmp_path):
    """The whole standard that docs/standards.md ends with."""
    text = (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")
    [found] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    file = tmp_path / "example.toml"
    file.write_text(found, encoding="utf-8")
    return file


def own(context):
    return context.ask(catalogue.own)


def test_a_file_that_holds_is_kept_and_can_be_taken_out_and_put_back(dialog, context, exercise):
    dialog.take(exercise)
    assert own(context) == {("example-86-1", "2026-01")}
    assert "example-86-1" in context.ask(catalogue.standards_here)
    assert any("example-86-1" in label.text() for label in dialog.findChildren(Text))

    [out] = [b for b in dialog.findChildren(Button) if "2026-01" in b.accessibleName()]
    out.click()
    assert own(context) == set()
    context.undo_stack.undo()
    assert own(context) == {("example-86-1", "2026-01")}


def test_a_file_with_mistakes_is_told_whole_and_nothing_is_kept(dialog, context, exercise):
    text = exercise.read_text(encoding="utf-8")
    broken = text.replace('within = "1 uge"', 'within = "14 dage"').replace(
        "replaced =", "repalced ="
    )
    exercise.write_text(broken, encoding="utf-8")
    dialog.take(exercise)

    said = dialog.said.toPlainText()
    assert "14 dage" in said
    assert "repalced" in said
    assert re.search(r"linje \d+", said)
    assert own(context) == set()


def test_an_example_that_does_not_hold_is_told_and_nothing_is_kept(dialog, context, exercise):
    text = exercise.read_text(encoding="utf-8")
    exercise.write_text(text.replace("days_before = 2", "days_before = 3"), encoding="utf-8")
    dialog.take(exercise)

    assert "Torsdag er to hverdage" in dialog.said.toPlainText()
    assert own(context) == set()


def test_a_file_that_is_not_there_or_no_text_is_told(dialog, context, tmp_path):
    dialog.take(tmp_path / "nowhere.toml")
    assert dialog.said.toPlainText()
    binary = tmp_path / "picture.toml"
    binary.write_bytes(bytes(range(256)))
    dialog.take(binary)
    assert "picture.toml" in dialog.said.toPlainText()
    assert own(context) == set()


def test_taking_the_same_file_again_keeps_its_first_day_and_one_the_centre_goes_by_stays(
    dialog, context, exercise
):
    dialog.since.show_day(date(2027, 3, 1))
    dialog.since._keep(date(2027, 3, 1))
    dialog.take(exercise)
    fresh = StandardsDialog(context, dialog.parentWidget())
    fresh.take(exercise)
    edition = context.ask(catalogue.standards_here)["example-86-1"][0]
    assert edition.standard.valid_from == date(2027, 3, 1)

    with context._store.work("go by it") as work:
        centre = work.scalars(select(Centre).where(Centre.parent_id.is_(None))).one()
        centre.standards = {**centre.standards, "SEL86.1": "example-86-1"}
    told = []
    context.refused.connect(told.append)
    fresh._remove("example-86-1", "2026-01")
    assert [one.reason.name for one in told] == ["STANDARD_IN_USE"]
    assert own(context) == {("example-86-1", "2026-01")}


def test_a_no_is_told_over_the_dialog_and_not_behind_it(qtbot, window, context, dialog, exercise):
    dialog.take(exercise)
    with context._store.work("go by it") as work:
        centre = work.scalars(select(Centre).where(Centre.parent_id.is_(None))).one()
        centre.standards = {**centre.standards, "SEL86.1": "example-86-1"}
    dialog._remove("example-86-1", "2026-01")
    over = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    [told] = [w for w in over if w is not dialog]

    assert told.parentWidget() is dialog
    assert told.accessibleDescription()
    assert window.notices.card is None
    told.accept()
    assert dialog.isVisible()


@pytest.mark.parametrize("name", ["aalborg-86", "aalborg-140", "soenderborg-86"])
def test_a_standard_as_long_as_a_real_one_is_taken(dialog, context, tmp_path, name):
    text = (ROOT / "resources" / "standards" / f"{name}.toml").read_text(encoding="utf-8")
    file = tmp_path / "long.toml"
    file.write_text(text.replace(f'id = "{name}"', 'id = "vores-lange"', 1), encoding="utf-8")
    dialog.take(file)
    assert {one for one, _version in own(context)} == {"vores-lange"}
