"""No page reads the whole of what grows with the years: each statement's plan is read from SQLite itself."""

import re
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event, select

from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import State
from trainer_desktop.services.absence import desk
from trainer_desktop.services.absence.outage import Cause, Outage
from trainer_desktop.services.attendance import consequence, marking
from trainer_desktop.services.booking import booking, free_times, planning
from trainer_desktop.services.booking.openings import Wishes
from trainer_desktop.services.booking.wish import Wish
from trainer_desktop.services.calendar import days, inspecting, month, session_list
from trainer_desktop.services.calls import lists
from trainer_desktop.services.citizens import finding
from trainer_desktop.services.citizens import page as citizens
from trainer_desktop.services.courses import rights, tasks
from trainer_desktop.services.papers import letters, sheets
from trainer_desktop.services.store import news
from trainer_desktop.services.teams import cards
from trainer_desktop.services.waiting import freed_times, waiting_list

DAY = date(2026, 11, 18)
GROWS = {
    "occupancy",
    "participant",
    "training_session",
    "change_set",
    "imported_row",
    "course_event",
}
WEEK = [DAY + timedelta(days=n) for n in range(-2, 3)]


MEETING = select(TrainingSession.id).where(TrainingSession.team_id.is_not(None))


def some(work):
    """A person on a training to come, with course, training and therapist."""
    query = (
        select(Participant, TrainingSession, Course)
        .join(TrainingSession, TrainingSession.id == Participant.session_id)
        .join(Course, Course.id == Participant.course_id)
        .where(
            TrainingSession.starts > datetime(2026, 11, 18, 12), Participant.state == State.PLANNED
        )
        .where(TrainingSession.team_id.is_(None))
    )
    row = work.execute(query.order_by(TrainingSession.starts)).first()
    return (*row, work.scalars(MEETING).first())


def wish(row):
    _person, session, course, _meeting = row
    return Wish(course.id, session.therapist_id, session.room_id, session.starts, 45)


PAGES = {
    "day": lambda w, r: days.day_by_therapist(w, DAY),
    "week": lambda w, r: days.week_of_therapist(w, DAY, r[1].therapist_id),
    "centre": lambda w, r: days.week_of_centre(w, DAY),
    "rooms": lambda w, r: days.day_by_room(w, DAY),
    "month": lambda w, r: month.month(w, DAY),
    "list": lambda w, r: session_list.lines(w, WEEK[0], WEEK[-1]),
    "behind": lambda w, r: session_list.behind(w, r[1].therapist_id, DAY),
    "tasks": lambda w, r: tasks.open_tasks(w),
    "count": lambda w, r: lists.count_waiting(w, r[1].therapist_id),
    "calls": lambda w, r: lists.open_lists(w),
    "inspector": lambda w, r: inspecting.inspect(w, r[0].id),
    "consequence": lambda w, r: consequence.consequence(w, r[0].id, marking.Mark(State.CANCELLED)),
    "check": lambda w, r: booking.check(w, wish(r)),
    "nearest": lambda w, r: free_times.nearest(w, wish(r)),
    "soonest": lambda w, r: free_times.soonest(w, wish(r)),
    "planner": lambda w, r: planning.propose(w, Wishes(r[2].id, 4, 45, DAY)),
    "absence": lambda w, r: desk.hits(
        w,
        Outage(Cause.STAFF, r[1].therapist_id, datetime(2026, 11, 19), datetime(2026, 11, 20)),
    ),
    "freed": lambda w, r: freed_times.freed(w),
    "waiting": lambda w, r: waiting_list.entries(w),
    "citizen": lambda w, r: citizens.page(w, r[2].citizen_id),
    "rights": lambda w, r: rights.rights(w, r[2].id),
    "found": lambda w, r: finding.find(w, "jensen"),
    "teams": lambda w, r: cards.teams(w),
    "roster": lambda w, r: cards.roster(w, r[3]),
    "sheet": lambda w, r: sheets.day_sheet(w, r[1].therapist_id, DAY),
    "letter": lambda w, r: letters.schedule_letter(w, r[2].citizen_id),
    "news": lambda w, r: news.since(w, news.latest(w) - 1),
}


def plans(work, statements):
    """Each statement with the tables that its plan walks through whole."""
    for sql, given in statements:
        rows = work.connection().exec_driver_sql(f"explain query plan {sql}", given).all()
        names = {
            alias or table: table
            for table, alias in re.findall(r"(?:from|join) (\w+)(?: as (\w+))?", sql, re.IGNORECASE)
        }
        for row in rows:
            walked = re.match(r"SCAN (\w+)", row[3])
            if walked:
                yield names.get(walked[1], walked[1]), sql


@pytest.mark.parametrize("page", PAGES)
def test_no_statement_walks_through_all_of_what_grows(demo_seen, page):
    heard = []

    def hear(_connection, _cursor, sql, given, _context, many):
        if sql.lstrip().upper().startswith("SELECT") and not many:
            heard.append((sql, given))

    with demo_seen.read() as work:
        row = some(work)
        event.listen(demo_seen.engine, "before_cursor_execute", hear)
        try:
            PAGES[page](work, row)
        finally:
            event.remove(demo_seen.engine, "before_cursor_execute", hear)
        assert heard
        walked = {(table, sql) for table, sql in plans(work, heard) if table in GROWS}

    assert walked == set()


def test_a_walk_through_everything_is_seen(demo_seen):
    sql = "SELECT p.id FROM participant AS p JOIN training_session ON p.session_id = training_session.id"
    with demo_seen.read() as work:
        assert {table for table, _sql in plans(work, [(sql, ())])} & GROWS
