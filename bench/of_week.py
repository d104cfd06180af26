"""(c) Reading a full week of 960 trainings, and (d) painting it."""

import sqlite3
from datetime import datetime, time, timedelta
from pathlib import Path

from made_centre import FULL_WEEK, MONDAY, fill_week, make, plain_copy
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from timing import Line, few, in_turn, line

from trainer_desktop import app as program
from trainer_desktop.models.store import Store
from trainer_desktop.services.calendar import days
from trainer_desktop.services.calendar.cards import CalendarCard
from trainer_desktop.settings import Settings
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.small_block import forget_pictures
from trainer_desktop.ui.calendar.grid.strip_plan import StripPlan
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.paint import initials
from trainer_desktop.ui.theme import font, theme

TURNS = few(25)
WIDE, HIGH = 1440, 1240  # tall enough for all 24 rows: every training is painted
SESSIONS = """select s.id, s.starts, s.ends, s.form, s.therapist_id, s.room_id, s.team_id, s.override,
  st.initials, r.name, t.name, t.capacity from training_session s join staff st on st.id = s.therapist_id
  left join room r on r.id = s.room_id left join team t on t.id = s.team_id
  where s.starts >= ? and s.starts < ? and not s.withdrawn order by s.starts, s.id"""
PEOPLE = """select p.id, p.session_id, p.course_id, p.state, p.why, p.told, p.late_minutes, s.starts, s.ends,
  c.citizen_id, c.basis, c.standard, z.given_name, z.family_name, z.ride from participant p
  join training_session s on s.id = p.session_id join course c on c.id = p.course_id
  join citizen z on z.id = c.citizen_id
  where s.starts >= ? and s.starts < ? and not p.withdrawn order by z.sort_key"""


def measure(folder: Path, wanted: set[str]) -> list[Line]:
    """Fill a week, and read and paint it."""
    made = make(folder, 1_000, 1_000)
    fill_week(made)
    plain = plain_copy(made, folder / "plain.db")
    lines = []
    if "c" in wanted:
        lines.append(_reading(made.store, plain))
    if "d" in wanted:
        lines += _painting(_read(made.store))
    plain.close()
    made.store.close()
    return lines


def _reading(store: Store, plain: sqlite3.Connection) -> Line:
    items = CalendarItemModel()

    def ours() -> None:
        items.show_calendar(_read(store))

    pairs = in_turn(lambda: _floor_rows(plain), ours, TURNS)
    assert len(items.blocks) == FULL_WEEK
    return line("c", f"read a week of {FULL_WEEK}, ready to paint", pairs, 8)


def _read(store: Store) -> CalendarCard:
    with store.read() as work:
        return days.week_of_centre(work, MONDAY)


def _floor_rows(plain: sqlite3.Connection) -> None:
    """The same rows as tuples: trainings, and who takes part in them."""
    span = tuple(
        datetime.combine(day, time()).isoformat(" ") for day in (MONDAY, MONDAY + timedelta(days=5))
    )
    sessions = plain.execute(SESSIONS, span).fetchall()
    people = plain.execute(PEOPLE, span).fetchall()
    assert len(sessions) == len(people) == FULL_WEEK


def _painting(card: CalendarCard) -> list[Line]:
    app = program.application()
    program.dress(app, Settings())
    items = CalendarItemModel()
    view = CalendarView(items, StripPlan())
    view.resize(WIDE, HIGH)
    items.show_calendar(card)
    view.show()
    app.processEvents()
    port = view.viewport()
    boxes = [QRectF(view.visualRect(items.index(row))) for row in range(FULL_WEEK)]
    assert all(QRectF(port.rect()).contains(box) for box in boxes)
    ours, bare = QPixmap(port.size()), QPixmap(port.size())
    texts = [initials(block.title) for block in items.blocks]

    def floor() -> None:
        _bare(bare, boxes, texts)

    def first() -> None:
        forget_pictures()
        items.show_calendar(card)
        port.render(ours)

    again = in_turn(floor, lambda: port.render(ours), TURNS)
    anew = in_turn(floor, first, TURNS)
    view.close()
    size = f"{port.width()}×{port.height()} pixels"
    return [
        line("d", f"paint that week, {size}", again, 3, 16),
        line("d", "… laid out and painted for the first time", anew),
    ]


def _bare(onto: QPixmap, boxes: list[QRectF], texts: list[str]) -> None:
    """A plain rectangle and a plain text for each training."""
    p = QPainter(onto)
    p.fillRect(onto.rect(), theme["surface"])
    p.setFont(font("block-meta"))
    p.setPen(theme["text"])
    fill = theme["accent-tint"]
    for box, text in zip(boxes, texts, strict=True):
        p.fillRect(box, fill)
        p.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    p.end()
