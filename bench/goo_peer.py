"""GooCalendar's day, painted: run with the system's Python under Xvfb by of_desk.py; reads JSON, answers seconds a turn."""

import json
import sys
import time
from datetime import date, datetime, timedelta

import goocalendar
from gi.repository import Gtk


def settle():
    """Let GTK lay out and paint."""
    while Gtk.events_pending():
        Gtk.main_iteration()


def main():
    """Step from day to day, and paint each."""
    import cairo

    given = json.load(sys.stdin)
    wide, high = given["size"]
    store = goocalendar.EventStore()
    calendar = goocalendar.Calendar(store, view="day")
    window = Gtk.Window()
    window.set_default_size(wide, high)
    window.add(calendar)
    window.show_all()
    settle()
    monday = date.fromisoformat(given["monday"])
    calendar.select(monday)
    made = []
    for caption, starts in given["events"]:
        begins = datetime.fromisoformat(starts)
        made.append(goocalendar.Event(caption, begins, begins + timedelta(minutes=30)))
    store.add_events(made)
    settle()
    taken = []
    for turn in range(given["turns"] + 1):
        begun = time.perf_counter()
        calendar.select(monday + timedelta(days=(turn + 1) % 4))
        surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, wide, high)
        calendar.render(cairo.Context(surface), None, 1.0)
        spent = time.perf_counter() - begun
        settle()
        if turn:
            taken.append(spent)
    print(json.dumps(taken))


main()
