"""Fields show what they hold."""

from datetime import date, time

import pytest

from trainer_desktop.ui.parts.fields import DateField, NumberField, TimeField


@pytest.mark.parametrize(
    "make",
    [
        lambda: TimeField(time(9, 15)),
        lambda: DateField(date(2026, 11, 18)),
        lambda: NumberField(5, 600, 45, "min."),
    ],
    ids=["time", "date", "number"],
)
def test_the_whole_text_has_room(dressed, qtbot, make):
    field = make()
    qtbot.addWidget(field)
    field.resize(field.sizeHint())
    field.show()

    line = field.lineEdit()
    edges = line.textMargins()
    assert line.text()
    room = line.width() - edges.left() - edges.right()
    assert room >= line.fontMetrics().horizontalAdvance(line.text())
