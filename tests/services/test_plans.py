"""No page reads the whole of what grows with the years: each statement's plan is read from SQLite itself."""

import re
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event, select

from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.rules.course import State
from trainer_desktop.services import (
    absence_desk,
    attendance,
    booking,
    calendar,
    call_lists,
    citizens,
    course_rights,
    finding,
    free_times,
    freed_times,
    inspecting,
    month,
    news,
    planning,
    printing,
    session_list,
    tasks,
    team_cards,
    waiting_list,
)
from trainer_desktop.services.booking import Wish
from trainer_desktop.services.openings import Wishes
from trainer_desktop.services.outage import Cause, Outage

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
    "day": lambda w, r: calendar.day_by_therapist(w, DAY),
    "week": lambda w, r: calendar.week_of_therapist(w, DAY, r[1].therapist_id),
    "centre": lambda w, r: calendar.week_of_centre(w, DAY),
    "rooms": lambda w, r: calendar.day_by_room(w, DAY),
    "month": lambda w, r: month.month(w, DAY),
    "list": lambda w, r: session_list.lines(w, WEEK[0], WEEK[-1]),
    "behind": lambda w, r: session_list.behind(w, r[1].therapist_id, DAY),
    "tasks": lambda w, r: tasks.open_tasks(w),
    "count": lambda w, r: tasks.count_waiting(w, r[1].therapist_id),
    "calls": lambda w, r: call_lists.open_lists(w),
    "inspector": lambda w, r: inspecting.inspect(w, r[0].id),
    "consequence": lambda w, r: attendance.consequence(
        w, r[0].id, attendance.Mark(State.CANCELLED)
    ),
    "check": lambda w, r: booking.check(w, wish(r)),
    "nearest": lambda w, r: free_times.nearest(w, wish(r)),
    "soonest": lambda w, r: free_times.soonest(w, wish(r)),
    "planner": lambda w, r: planning.propose(w, Wishes(r[2].id, 4, 45, DAY)),
    "absence": lambda w, r: absence_desk.hits(
        w,
        Outage(Cause.STAFF, r[1].therapist_id, datetime(2026, 11, 19), datetime(2026, 11, 20)),
    ),
    "freed": lambda w, r: freed_times.freed(w),
    "waiting": lambda w, r: waiting_list.entries(w),
    "citizen": lambda w, r: citizens.page(w, r[2].citizen_id),
    "rights": lambda w, r: course_rights.rights(w, r[2].id),
    "found": lambda w, r: finding.find(w, "jensen"),
    "teams": lambda w, r: team_cards.teams(w),
    "roster": lambda w, r: team_cards.roster(w, r[3]),
    "sheet": lambda w, r: printing.day_sheet(w, r[1].therapist_id, DAY),
    "letter": lambda w, r: printing.schedule_letter(w, r[2].citizen_id),
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
