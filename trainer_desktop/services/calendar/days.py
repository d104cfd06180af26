"""What the calendar shows: columns with their hours and absences, and a card for every training."""

import uuid
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre
from trainer_desktop.models.training import Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.daybits import minute_of, span, stretches_in
from trainer_desktop.rules.rights import Right
from trainer_desktop.services.attendance.look import GONE
from trainer_desktop.services.calendar.blocks import block_of, people_of, session_rows
from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard
from trainer_desktop.services.centre.availability import closed_rooms
from trainer_desktop.services.centre.cards import AwayCard, ColumnCard
from trainer_desktop.services.centre.roster import (
    absences,
    breaks_of,
    closed_name,
    homes,
    hours,
    rooms,
    staff_columns,
    therapists,
    whole_of,
)
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now

WORK_WEEK = (0, 1, 2, 3, 4)


def day_by_therapist(
    work: Work, day: date, centre: uuid.UUID | None = None, only: frozenset[uuid.UUID] = frozenset()
) -> CalendarCard:
    """A day with the therapists of a centre (or all) side by side; `only` narrows to some."""
    staff = [s for s in therapists(work, centre, day) if not only or s.id in only]
    columns = staff_columns(work, staff, [day])
    return _card(work, columns, [day], lambda row: row.therapist_id, marks=True)


def day_to_show(work: Work, day: date) -> date:
    """The day itself when something is held or the centre is open; else the next day on which it is open."""
    midnight = datetime.combine(day, time())
    held = select(TrainingSession.id).where(
        TrainingSession.starts >= midnight, TrainingSession.starts < midnight + timedelta(days=1)
    )
    if work.scalar(held.limit(1)):
        return day
    return rulebooks(work).work_days.on_or_after(day)


def day_by_room(
    work: Work, day: date, centre: uuid.UUID | None = None, only: frozenset[uuid.UUID] = frozenset()
) -> CalendarCard:
    """A day with the rooms side by side."""
    books, shut, home = rulebooks(work), _room_away(work, [day]), homes(work)
    columns = [
        ColumnCard(
            r.id,
            r.short,
            r.name,
            day,
            (time(7), time(17)),
            tuple(shut.get((r.id, day), ())),
            closed=closed_name(books, day, home.get(r.id)),
            centre=r.centre,
        )
        for r in rooms(work, centre, day)
        if not only or r.id in only
    ]
    return _card(work, columns, [day], lambda row: row.room_id, marks=True)


def day_by_team(work: Work, day: date, centre: uuid.UUID | None = None) -> CalendarCard:
    """A day with the teams side by side, each with who leads it that day."""
    query = (
        select(Team.id, Team.name, Team.capacity, Centre.name, Team.centre_id)
        .join(Centre, Centre.id == Team.centre_id)
        .order_by(Centre.parent_id.is_not(None), Centre.name.desc(), Team.name)
    )
    if centre:
        query = query.where(Team.centre_id == centre)
    books, there = rulebooks(work), (time(7), time(17))
    columns = [
        ColumnCard(
            key, name, str(size), day, there, centre=where, closed=closed_name(books, day, home)
        )
        for key, name, size, where, home in work.execute(query)
    ]
    return _card(work, columns, [day], lambda row: row.team_id, marks=True)


def week_of_therapist(
    work: Work, monday: date, staff_id: uuid.UUID, weekdays: tuple[int, ...] = WORK_WEEK
) -> CalendarCard:
    """The work week of one therapist; other days too when something is booked there."""
    return _week(work, monday, TrainingSession.therapist_id == staff_id, staff_id, weekdays)


def week_of_room(
    work: Work, monday: date, room_id: uuid.UUID, weekdays: tuple[int, ...] = WORK_WEEK
) -> CalendarCard:
    """The work week of one room."""
    return _week(work, monday, TrainingSession.room_id == room_id, None, weekdays, room_id)


def _week(
    work: Work,
    monday: date,
    where: Any,
    staff_id: uuid.UUID | None,
    weekdays: tuple[int, ...],
    room_id: uuid.UUID | None = None,
) -> CalendarCard:
    starts = work.scalars(
        select(TrainingSession.starts).where(
            where,
            TrainingSession.starts >= datetime.combine(monday, time()),
            TrainingSession.starts < datetime.combine(monday + timedelta(days=7), time()),
        )
    )
    shown = {*weekdays, *(at.weekday() for at in starts)}
    days = [monday + timedelta(days=n) for n in sorted(shown)]
    books, home = rulebooks(work), homes(work)
    work_hours = hours(work, days, staff_id)
    away = absences(work, days) if staff_id else _room_away(work, days)
    whose = staff_id or room_id
    columns = [
        ColumnCard(
            day,
            f"{day:%A}",
            "",
            day,
            whole_of(work_hours.get((staff_id, day))) if staff_id else (time(7), time(17)),
            tuple(away.get((whose, day), ())) if whose else (),
            closed=closed_name(books, day, home.get(whose) if whose else None),
            breaks=breaks_of(work_hours.get((staff_id, day))) if staff_id else (),
        )
        for day in days
    ]
    return _card(work, columns, days, lambda row: row.starts.date(), marks=True, where=where)


def week_of_centre(
    work: Work,
    monday: date,
    centre: uuid.UUID | None = None,
    weekdays: tuple[int, ...] = WORK_WEEK,
    only: frozenset[uuid.UUID] = frozenset(),
) -> CalendarCard:
    """Every therapist's work week (or only some's): a column for each therapist and day, therapist by therapist."""
    days = [monday + timedelta(days=n) for n in weekdays]
    staff = [one for one in therapists(work, centre, days[0]) if not only or one.id in only]
    where = TrainingSession.therapist_id.in_(only) if only else None
    columns = staff_columns(work, staff, days)
    return _card(work, columns, days, lambda row: row.therapist_id, marks=False, where=where)


def block(work: Work, session_id: uuid.UUID) -> BlockCard | None:
    """One training, wherever it is shown; None when it is not there any more."""
    starts = work.scalar(select(TrainingSession.starts).where(TrainingSession.id == session_id))
    if starts is None:
        return None
    day = starts.date()
    row = work.execute(session_rows(day, day).where(TrainingSession.id == session_id)).one()
    people = people_of(work, [day], {session_id}, marks=True)
    return block_of(row, 0, people.get(session_id, ()))


def _room_away(work: Work, days: list[date]) -> dict[tuple[uuid.UUID, date], list[AwayCard]]:
    """Closed rooms as stretches of each day that cannot be used."""
    found: dict[tuple[uuid.UUID, date], list[AwayCard]] = defaultdict(list)
    for row in closed_rooms(work, days):
        for day in days:
            starts = max(row.starts, datetime.combine(day, time()))
            ends = min(row.ends, datetime.combine(day, time(23, 59)))
            if starts < ends:
                away = AwayCard(starts.time(), ends.time(), None, row.note or "Lukket")
                found[row.room_id, day].append(away)
    return found


def _card(
    work: Work,
    columns: list[ColumnCard],
    days: list[date],
    column_of: Any,
    *,
    marks: bool,
    where: Any = None,
) -> CalendarCard:
    query = session_rows(days[0], days[-1])
    if where is not None:
        query = query.where(where)
    rows = work.execute(query).all() if work.may(Right.SEE_CALENDAR) else []
    places = {(c.key, c.day): number for number, c in enumerate(columns)}

    def place_of(row: Any) -> tuple[Any, date]:
        return column_of(row), row.starts.date()

    rows = [r for r in rows if place_of(r) in places]
    people = people_of(work, days, {r.id for r in rows}, marks=marks)
    blocks = [block_of(r, places[place_of(r)], people.get(r.id, ())) for r in rows]
    minutes: dict[int, int] = defaultdict(int)
    for block in blocks:
        if block.look not in GONE:
            minutes[block.column] += block.minutes
    counted = [
        replace(c, booked_minutes=minutes[n]) if minutes[n] else c for n, c in enumerate(columns)
    ]
    return CalendarCard(tuple(counted), tuple(blocks), wall_now(work), tuple(days))


def free_stretches(card: CalendarCard, least: timedelta) -> list[tuple[datetime, datetime]]:
    """When the one of a single column is at work and has nothing, in stretches of at least so long.

    Not the breaks, not an absence, nothing on a closed day; what was called off takes no time.
    """
    column = card.columns[0] if card.columns else None
    if column is None or column.hours is None or column.closed:
        return []
    free = span(*(minute_of(at) for at in column.hours))
    for starts, ends in column.breaks:
        free &= ~span(minute_of(starts), minute_of(ends))
    for away in column.away:
        free &= ~span(minute_of(away.starts), minute_of(away.ends))
    for block in card.blocks:
        if block.look not in GONE:
            free &= ~span(minute_of(block.starts), minute_of(block.ends))
    midnight = datetime.combine(column.day, time())
    found = []
    for first, last in stretches_in(free):
        stretch = midnight + timedelta(minutes=first), midnight + timedelta(minutes=last)
        if stretch[1] - stretch[0] >= least:
            found.append(stretch)
    return found
