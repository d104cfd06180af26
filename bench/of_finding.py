"""(f) Finding a citizen among 24,000 by part of the name, by CPR number and by telephone."""

import sqlite3
from pathlib import Path

from made_centre import Made, make, plain_copy
from of_desk import close, keystrokes
from timing import Line, Pairs, few, in_turn, line, seconds

from trainer_desktop import app as program
from trainer_desktop.services.citizens import search
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.main_window import MainWindow

CITIZENS, COURSES, TURNS, WORDS = few(24_000, 600), few(1_000, 300), few(7), 20
LIKE = """select id, given_name, family_name, number, mobile, phone, town from citizen
  where search like ? and not withdrawn limit 60"""
WAYS = {"name": "part of the name", "number": "CPR number", "mobile": "telephone"}


def measure(folder: Path, wanted: set[str]) -> list[Line]:
    """Twenty different look-ups of each kind."""
    made = make(folder, CITIZENS, COURSES)
    plain = plain_copy(made, folder / "plain.db")
    lines = [_finding(made, plain, way) for way in WAYS] if "f" in wanted else []
    if "m" in wanted:
        lines.append(_keys(made, plain))
    plain.close()
    made.store.close()
    return lines


def _keys(made: Made, plain: sqlite3.Connection) -> Line:
    """Typing in Ctrl+K, each key painted; the floor is the bare look-up that each key needs."""
    app = program.application()
    program.dress(app, Settings())
    window = MainWindow(AppContext(made.store, Settings()))
    window.resize(1440, 900)
    window.show()
    app.processEvents()
    words = ["holm", *(word for word in _words(plain, "name")[:8]), "22 33", "uge 3", "jens mik"]
    ours = keystrokes(window, words)
    floor = [
        seconds(lambda w=word[:end]: plain.execute(LIKE, (f"%{w}%",)).fetchall())
        for word in words[1:]
        for end in range(1, len(word) + 1)
    ]
    close(window)
    worst = sorted(ours)[int(len(ours) * 0.95)] * 1000
    pairs = Pairs(tuple(floor), tuple(ours))
    details = f"median {pairs.ours_ms:.1f} ms, longest {max(ours) * 1000:.0f} ms over {len(ours)} keys; floor {pairs.floor_ms:.2f} ms"
    figure = f"{worst:.0f} ms, {pairs.ratio:.0f}×"
    return Line(
        "m",
        f"a key in Ctrl+K among {CITIZENS:,}, 95th percentile",
        figure,
        "≤ 30 ms",
        worst <= 30,
        details,
    )


def _finding(made: Made, plain: sqlite3.Connection, way: str) -> Line:
    words = _words(plain, way)

    def ours() -> None:
        for word in words:
            with made.store.read() as work:
                assert search.find(work, word)

    def floor() -> None:
        for word in words:
            assert plain.execute(LIKE, (f"%{word}%",)).fetchall()

    pairs = in_turn(floor, ours, TURNS, per=len(words))
    made_line = line("f", f"find among {CITIZENS:,} by {WAYS[way]}", pairs, 0)
    holds = pairs.ours_ms <= 10
    figure = f"{pairs.ours_ms:.1f} ms, {pairs.ratio:.1f}×"
    return Line("f", made_line.what, figure, "≤ 10 ms", holds, made_line.details)


def _words(plain: sqlite3.Connection, way: str) -> list[str]:
    """What somebody would type: four letters from inside a family name, or a whole number."""
    column = "substr(search, length(given_name) + 4, 4)" if way == "name" else way
    rows = plain.execute(
        f"select {column} from citizen where length({column}) >= 4 order by id limit ?", (500,)
    ).fetchall()
    found = [row[0] for row in rows if " " not in row[0]]
    return found[:: len(found) // WORDS][:WORDS]
