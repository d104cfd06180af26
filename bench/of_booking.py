"""(a) What a booking costs, and (b) whether the ten-thousandth costs more than the first."""

import itertools
import sqlite3
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from made_centre import MINUTES, Made, make, open_plain, spot
from timing import Line, Pairs, few, line, seconds

from trainer_desktop.models.base import new_key
from trainer_desktop.services.booking import booking
from trainer_desktop.services.booking.wish import Wish

FIRST, ALL, THOUSAND, BLOCK = few(2_000, 100), few(10_000, 300), few(1_000, 100), 100
SERIES = 10  # trainings in a row for a citizen, the same time each week
FIRST_MONDAY = date(2027, 1, 11)  # ten weeks without a holiday follow
LOOK_UP = "select id from booking where {} = ? and starts < ? and ends > ? and starts >= ?"
TABLE = """create table booking (id blob primary key, therapist blob, citizen blob, starts text, ends text)
without rowid"""


def measure(folder: Path, wanted: set[str]) -> list[Line]:
    """Book, in blocks of a hundred, in turn with the floor; 10,000 only when (b) is asked for."""
    made = make(folder, 1_000, 1_000)
    plain = open_plain(folder / "floor.db")
    plain.execute(TABLE)
    for who in ("therapist", "citizen"):
        plain.execute(f"create index by_{who} on booking ({who}, starts, ends)")
    wishes = _wishes(made)
    taken = []
    for start in range(0, FIRST, BLOCK):
        some = wishes[start : start + BLOCK]
        floor = seconds(partial(_floor, plain, some))
        taken.append((floor / BLOCK, seconds(partial(_book, made, some)) / BLOCK))
    lines = []
    if "a" in wanted:
        pairs = Pairs(tuple(f for f, _ in taken), tuple(o for _, o in taken))
        lines.append(line("a", "a booking: rules, journal, commit", pairs, 25))
    if "b" in wanted:
        _book(made, wishes[FIRST:-THOUSAND])
        lines.append(_growth(folder, made, wishes[-THOUSAND:]))
    plain.close()
    made.store.close()
    return lines


def _growth(folder: Path, full: Made, last: list[Wish]) -> Line:
    """The last thousand, in turn with the first thousand of a new store, so that both meet the same moments."""
    (folder / "new").mkdir()
    new = make(folder / "new", 1_000, 1_000)
    first = _wishes(new)[:THOUSAND]
    taken = []
    for start in range(0, THOUSAND, BLOCK):
        early, late = first[start : start + BLOCK], last[start : start + BLOCK]
        begun = seconds(partial(_book, new, early)) / BLOCK
        taken.append((begun, seconds(partial(_book, full, late)) / BLOCK))
    new.store.close()
    pairs = Pairs(tuple(f for f, _ in taken), tuple(o for _, o in taken))
    low, high = pairs.spread
    details = f"{pairs.floor_ms:.2f} ms, then {pairs.ours_ms:.2f} ms, turns {low:.2f}–{high:.2f}×"
    what = "bookings 9,001–10,000 against 1–1,000"
    return Line("b", what, f"{pairs.ratio:.2f}×", "≤ 1.2", pairs.ratio <= 1.2, details)


def _wishes(made: Made) -> list[Wish]:
    """A thousand citizens' series of ten, booked citizen by citizen, so that all weeks fill evenly."""
    found = []
    for number, week in itertools.product(range(ALL // SERIES), range(SERIES)):
        place = spot(number, FIRST_MONDAY + timedelta(weeks=week))
        therapist, room = made.staff[place.person], made.rooms[place.person]
        found.append(Wish(made.courses[number], therapist, room, place.starts, MINUTES))
    return found


def _book(made: Made, wishes: list[Wish]) -> None:
    for wish in wishes:
        with made.store.work("Book") as work:
            booking.book(work, wish)


def _floor(plain: sqlite3.Connection, wishes: list[Wish]) -> None:
    """Two overlap look-ups and an insert, committed."""
    therapist, citizen = LOOK_UP.format("therapist"), LOOK_UP.format("citizen")
    for wish in wishes:
        assert wish.course_id
        starts, ends = _text(wish.starts), _text(wish.ends)
        span = (ends, starts, _text(wish.starts - timedelta(days=1)))
        who, whom = wish.therapist_id.bytes, wish.course_id.bytes
        plain.execute("begin immediate")
        taken = plain.execute(therapist, (who, *span)).fetchone()
        taken = taken or plain.execute(citizen, (whom, *span)).fetchone()
        assert taken is None
        row = (new_key().bytes, who, whom, starts, ends)
        plain.execute("insert into booking values (?, ?, ?, ?, ?)", row)
        plain.execute("commit")


def _text(moment: datetime) -> str:
    return moment.isoformat(" ")
