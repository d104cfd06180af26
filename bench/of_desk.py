"""The desk: (g) the next week, (h) dragging, (i) scrolling, (j, k, l) planning, (m) a keystroke, (n) the peer."""

import json
import random
import shutil
import statistics
import subprocess
from datetime import datetime, time, timedelta
from pathlib import Path

from desk_centre import A_DAY, Desk, make_desk
from made_centre import MONDAY
from of_planning import _against_cp_sat, _illness, _planning
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication
from timing import Line, Pairs, few, in_turn, seconds

from trainer_desktop import app as program
from trainer_desktop.services.calendar import days
from trainer_desktop.settings import Settings
from trainer_desktop.ui.app_context import AppContext
from trainer_desktop.ui.calendar.grid.column_plan import ColumnPlan
from trainer_desktop.ui.calendar.grid.item_model import CalendarItemModel
from trainer_desktop.ui.calendar.grid.view import CalendarView
from trainer_desktop.ui.calendar.page import CalendarPage
from trainer_desktop.ui.calendar.shown import View
from trainer_desktop.ui.collecting import Collector
from trainer_desktop.ui.main_window import MainWindow
from trainer_desktop.ui.parts.day_words import day_meant

SIZE = (1440, 900)
SMALL, LARGE = (12, 600), (20, 1_000)
TURNS = few(15)
PEERS = "/usr/bin/python3"  # the system's own: GooCalendar comes from there


def measure(folder: Path, wanted: set[str]) -> list[Line]:
    """What is asked for."""
    app = program.application()
    program.dress(app, Settings())
    Collector(app)  # as the program itself does
    lines: list[Line] = []
    if wanted & set("gh"):
        small = make_desk(folder, *SMALL, weeks=3)
        if "g" in wanted:
            lines.append(_next_week(small, SMALL))
        if "h" in wanted:
            lines.append(_dragging(small))
        small.store.close()
    if wanted & set("gi"):
        large = make_desk(folder, *LARGE, weeks=3)
        if "g" in wanted:
            lines.append(_next_week(large, LARGE))
        if "i" in wanted:
            lines.append(_scrolling(large))
        large.store.close()
    if "j" in wanted or "k" in wanted:
        full = make_desk(folder, *SMALL, weeks=11, full=0.9)
        if "j" in wanted:
            lines += _planning(full)
        if "k" in wanted:
            lines += _illness(full)
        full.store.close()
    if "l" in wanted:
        lines.append(_against_cp_sat())
    if "n" in wanted:
        lines.append(_peer(folder))
    return lines


def _settle(context: AppContext) -> None:
    for _ in range(3):
        QApplication.processEvents()
    context._background.wait()
    for _ in range(3):
        QApplication.processEvents()


def _page(desk: Desk) -> tuple[MainWindow, CalendarPage]:
    window = MainWindow(AppContext(desk.store, Settings()))
    window.resize(*SIZE)
    window.show()
    _settle(window.app)
    return window, window.calendar


def close(window: MainWindow) -> None:
    """Let nothing read on after the window: the store goes away with its folder."""
    window._news.stop()
    _settle(window.app)
    window.calendar.reading.stop()
    _settle(window.app)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # its clocks stop now


# ---- g: the next week


def _next_week(desk: Desk, size: tuple[int, int]) -> Line:
    """From the key to the painted week; the floor paints a week that is there already."""
    window, page = _page(desk)
    page.choose_view(View.WEEK.value)
    _settle(window.app)
    steps = [1, 1, -1, -1] * TURNS
    first, again = [], []
    for by in steps:
        page.reading.stop()
        page.reading.read_ahead()
        _settle(window.app)  # somebody looks at the week; meanwhile the next one is read

        def step(by: int = by) -> None:
            page.step(by)
            page.view.viewport().repaint()

        first.append(seconds(step))
        again.append(seconds(page.view.viewport().repaint))
    page.reading.forget()
    page.reading.stop()
    cold = seconds(lambda: (page.step(1), page.view.viewport().repaint()))
    count = len(page.view.blocks())
    close(window)
    pairs = Pairs(tuple(again), tuple(first))
    worst = sorted(first)[int(len(first) * 0.95)] * 1000
    details = (
        f"median {pairs.ours_ms:.1f} ms, 95th percentile {worst:.1f} ms, not read ahead {cold * 1000:.0f} ms;"
        f" floor: repainting what is there, {pairs.floor_ms:.1f} ms"
    )
    what = f"next week, {size[0]} therapists, {count} trainings"
    return Line("g", what, f"{worst:.0f} ms, {pairs.ratio:.1f}×", "≤ 50 ms", worst <= 50, details)


# ---- h, i: dragging and scrolling


def _mouse(view: CalendarView, kind: QEvent.Type, at: QPoint) -> None:
    port, down = view.viewport(), Qt.MouseButton.LeftButton
    where = QPointF(at), QPointF(port.mapToGlobal(at))
    QApplication.sendEvent(
        port, QMouseEvent(kind, *where, down, down, Qt.KeyboardModifier.NoModifier)
    )


def _dragging(desk: Desk) -> Line:
    """A training carried across the day; the floor moves the same pointer and paints the same picture."""
    window, page = _page(desk)
    page.look_at(page.shown.on(MONDAY + timedelta(days=7)).as_view(View.DAY))
    _settle(window.app)
    view = page.view
    block = view.blocks()[len(view.blocks()) // 2]
    start = view.box_of(block.id).center()
    _mouse(view, QEvent.Type.MouseButtonPress, start)
    _mouse(view, QEvent.Type.MouseMove, start + QPoint(15, 15))
    QApplication.processEvents()
    picture = QPixmap(view.viewport().size())
    ours, floor = [], []
    chance = random.Random(3)
    for number in range(few(300, 8)):
        at = QPoint(120 + number * 3, 140 + chance.randrange(600))

        def move(at: QPoint = at) -> None:
            _mouse(view, QEvent.Type.MouseMove, at)
            view.viewport().repaint()

        ours.append(seconds(move))
        floor.append(seconds(lambda: view.viewport().render(picture)))
        if number % 10 == 0:
            QApplication.processEvents()
    view.drop_nothing()
    close(window)
    worst = sorted(ours)[int(len(ours) * 0.95)] * 1000
    pairs = Pairs(tuple(floor), tuple(ours))
    details = f"median {pairs.ours_ms:.2f} ms, longest {max(ours) * 1000:.1f} ms; floor: painting the same, {pairs.floor_ms:.2f} ms"
    figure = f"{worst:.1f} ms, {pairs.ratio:.1f}×"
    return Line(
        "h", "a mouse move while dragging, 95th percentile", figure, "≤ 8 ms", worst <= 8, details
    )


def _scrolling(desk: Desk) -> Line:
    """Twenty therapists side by side, scrolled across and down; the floor copies a ready picture."""
    items = CalendarItemModel()
    view = CalendarView(items, ColumnPlan())
    view.resize(*SIZE)
    view.show()
    with desk.store.read() as work:
        items.show_calendar(days.day_by_therapist(work, MONDAY + timedelta(days=7)))
    QApplication.processEvents()
    view.viewport().repaint()
    ready = QPixmap(view.viewport().size())
    view.viewport().render(ready)
    blank = QPixmap(view.viewport().size())
    ours, floor = [], []
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    for number in range(few(240, 8)):

        def scroll(number: int = number) -> None:
            across.setValue(number * 29 % max(1, across.maximum()))
            down.setValue(number * 13 % max(1, down.maximum()))
            view.viewport().repaint()

        ours.append(seconds(scroll))
        floor.append(seconds(lambda: _copy(ready, blank)))
    view.close()
    pairs = Pairs(tuple(floor), tuple(ours))
    longest = max(ours[5:]) * 1000
    details = f"median {pairs.ours_ms:.1f} ms, longest {longest:.1f} ms; floor: copying a picture, {pairs.floor_ms:.2f} ms"
    figure = f"{longest:.1f} ms, {pairs.ratio:.0f}×"
    return Line(
        "i", "the longest frame, 20 columns scrolled", figure, "≤ 16 ms", longest <= 16, details
    )


def _copy(ready: QPixmap, onto: QPixmap) -> None:
    from PySide6.QtGui import QPainter

    p = QPainter(onto)
    p.drawPixmap(0, 0, ready)
    p.end()


# ---- j, k, l: planning


# ---- m: a keystroke


def keystrokes(window: MainWindow, words: list[str]) -> list[float]:
    """What each key costs in the open palette, painted; the first word only warms up."""
    palette = window.open_palette()
    taken = []
    for place, word in enumerate(words):
        palette.words.clear()
        for end in range(1, len(word) + 1):

            def key(text: str = word[:end]) -> None:
                palette.words.setText(text)
                palette.repaint()

            spent = seconds(key)
            if place:
                taken.append(spent)
    palette.dismiss()
    assert day_meant("uge 3", MONDAY)
    return taken


# ---- n: the peer


def _peer(folder: Path) -> Line:
    """GooCalendar paints the next day of eight therapists, we the next day of twenty, in turn."""
    what = "the next day: 20 therapists here, 8 in GooCalendar"
    script = Path(__file__).with_name("goo_peer.py")
    if not shutil.which("xvfb-run") or not _has_goo():
        return Line(
            "n", what, "–", "faster", None, "python3-goocalendar and xvfb are not installed"
        )
    events = [
        [
            f"Borger {n}",
            (
                datetime.combine(MONDAY + timedelta(days=day), time(8))
                + timedelta(minutes=30 * half)
            ).isoformat(),
        ]
        for day in range(4)
        for n in range(8)
        for half in range(A_DAY)
    ]
    given = json.dumps(
        {"events": events, "size": SIZE, "monday": MONDAY.isoformat(), "turns": TURNS}
    )
    done = subprocess.run(
        ["xvfb-run", "-a", PEERS, str(script)],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return Line(
            "n", what, "–", "faster", None, f"GooCalendar did not run: {done.stderr[-200:]}"
        )
    theirs = json.loads(done.stdout.splitlines()[-1])
    desk = make_desk(folder, *LARGE, weeks=2)
    items = CalendarItemModel()
    view = CalendarView(items, ColumnPlan())
    view.resize(*SIZE)
    view.show()
    picture = QPixmap(view.viewport().size())
    cards = []
    with desk.store.read() as work:
        cards += [days.day_by_therapist(work, MONDAY + timedelta(days=n)) for n in range(4)]
    turns = iter(range(10_000))

    def ours() -> None:
        items.show_calendar(cards[next(turns) % 4])
        view.viewport().render(picture)

    pairs = in_turn(lambda: None, ours, len(theirs))
    view.close()
    desk.store.close()
    ratios = [t / o for t, o in zip(theirs, pairs.ours, strict=True)]
    ratio = statistics.median(ratios)
    details = f"ours {pairs.ours_ms:.1f} ms for {20 * A_DAY} trainings, GooCalendar {statistics.median(theirs) * 1000:.0f} ms for {8 * A_DAY}; both from ready events to a picture"
    return Line("n", what, f"{ratio:.1f}× faster", "faster", ratio > 1, details)


def _has_goo() -> bool:
    known = subprocess.run([PEERS, "-c", "import goocalendar"], capture_output=True, check=False)
    return known.returncode == 0
