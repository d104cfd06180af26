"""What the calendar shows: columns with their hours and absences, and a card for every training."""

import uuid
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Centre, Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.daybits import minute_of, span, stretches_in
from trainer_desktop.rules.needs import Need, needs_in
from trainer_desktop.services.attendance.look import GONE, Look, look_of, with_people
from trainer_desktop.services.calendar.cards import BlockCard, CalendarCard, Mark, PersonCard
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
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now

WORK_WEEK = (0, 1, 2, 3, 4)
NEED_MARKS = {
    Need.HEARING: Mark.HEARING,
    Need.WALKER: Mark.WALKER,
    Need.WHEELCHAIR: Mark.WHEELCHAIR,
}


def day_by_therapist(
    work: Work, day: date, centre: uuid.UUID | None = None, only: frozenset[uuid.UUID] = frozenset()
) -> CalendarCard:
    """A day with the therapists of a centre (or all) side by side; `only` narrows to some."""
    staff = [s for s in therapists(work, centre) if not only or s.id in only]
    columns = staff_columns(work, staff, [day])
    return _card(work, columns, [day], lambda row: row.therapist_id, marks=True)


FEW = 200  # trainings: asked for by key rather than by day


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
        for r in rooms(work, centre)
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
    staff = [one for one in therapists(work, centre) if not only or one.id in only]
    where = TrainingSession.therapist_id.in_(only) if only else None
    columns = staff_columns(work, staff, days)
    return _card(work, columns, days, lambda row: row.therapist_id, marks=False, where=where)


def block(work: Work, session_id: uuid.UUID) -> BlockCard | None:
    """One training, wherever it is shown; None when it is not there any more."""
    starts = work.scalar(select(TrainingSession.starts).where(TrainingSession.id == session_id))
    if starts is None:
        return None
    day = starts.date()
    row = work.execute(_session_rows(day, day).where(TrainingSession.id == session_id)).one()
    people = _people(work, [day], {session_id}, marks=True)
    return _block(row, 0, people.get(session_id, ()))


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


def _session_rows(first: date, last: date) -> Any:
    s = TrainingSession
    return (
        select(
            s.id,
            s.starts,
            s.ends,
            s.form,
            s.therapist_id,
            s.room_id,
            s.team_id,
            s.override,
            s.series_id,
            Staff.initials.label("therapist"),
            Room.name.label("place"),
            Team.name.label("team"),
            Team.capacity.label("capacity"),
        )
        .join(Staff, Staff.id == s.therapist_id)
        .outerjoin(Room, Room.id == s.room_id)
        .outerjoin(Team, Team.id == s.team_id)
        .where(
            s.starts >= datetime.combine(first, time()),
            s.starts < datetime.combine(last + timedelta(days=1), time()),
        )
        .order_by(s.starts, s.id)
    )


def _card(
    work: Work,
    columns: list[ColumnCard],
    days: list[date],
    column_of: Any,
    *,
    marks: bool,
    where: Any = None,
) -> CalendarCard:
    query = _session_rows(days[0], days[-1])
    if where is not None:
        query = query.where(where)
    rows = work.execute(query).all()
    places = {(c.key, c.day): number for number, c in enumerate(columns)}

    def place_of(row: Any) -> tuple[Any, date]:
        return column_of(row), row.starts.date()

    rows = [r for r in rows if place_of(r) in places]
    people = _people(work, days, {r.id for r in rows}, marks=marks)
    blocks = [_block(r, places[place_of(r)], people.get(r.id, ())) for r in rows]
    minutes: dict[int, int] = defaultdict(int)
    for block in blocks:
        if block.look not in GONE:
            minutes[block.column] += block.minutes
    counted = [
        replace(c, booked_minutes=minutes[n]) if minutes[n] else c for n, c in enumerate(columns)
    ]
    return CalendarCard(tuple(counted), tuple(blocks), wall_now(work), tuple(days))


def _people(
    work: Work, days: list[date], sessions: set[uuid.UUID], *, marks: bool
) -> dict[uuid.UUID, tuple[PersonCard, ...]]:
    query = _on(days)
    if len(sessions) <= FEW:
        query = query.where(Participant.session_id.in_(list(sessions)))
    rows = [r for r in work.execute(query) if r.session_id in sessions]
    facts, ends = courses.briefs(work, {r.course_id for r in rows}) if marks else ({}, {})
    asked = _asked(facts, wall_now(work).date())
    books, now = rulebooks(work), wall_now(work)
    found: dict[uuid.UUID, list[PersonCard]] = defaultdict(list)
    for row in rows:
        first, last = ends.get(row.course_id, (None, None))
        shown: list[Mark] = []
        if first == row.starts:
            shown.append(Mark.FIRST)
        account = facts[row.course_id].ledger if marks else None
        if last == row.starts and last != first and not (account and (account.free or 0) > 0):
            shown.append(Mark.LAST)  # with trainings left it is only the last that is booked
        if row.ride:
            shown.append(Mark.RIDE)
        shown += [NEED_MARKS[need] for need in needs_in(row.note) if need in NEED_MARKS]
        if row.course_id in asked and row.ends >= now.replace(hour=0, minute=0):
            shown.append(Mark.REEVALUATION)
        found[row.session_id].append(
            PersonCard(
                row.id,
                row.course_id,
                row.citizen_id,
                f"{row.given_name} {row.family_name}".strip(),
                look_of(row, books, now),
                row.told,
                row.why,
                row.late_minutes,
                tuple(shown),
            )
        )
    return {session: tuple(cards) for session, cards in found.items()}


def _on(days: list[date]) -> Any:
    """Every place in the trainings of a stretch of days, by name."""
    p, s, c = Participant, TrainingSession, Course
    return (
        with_people(
            p.id,
            p.session_id,
            p.course_id,
            p.state,
            p.why,
            p.told,
            p.late_minutes,
            p.centre_cancelled_at,
            s.starts,
            s.ends,
            c.citizen_id,
            c.basis,
            c.standard,
            Citizen.given_name,
            Citizen.family_name,
            Citizen.ride,
            Citizen.note,
        )
        .where(
            s.starts >= datetime.combine(days[0], time()),
            s.starts < datetime.combine(days[-1] + timedelta(days=1), time()),
        )
        .order_by(Citizen.sort_key)
    )


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


def _asked(facts: dict[uuid.UUID, Facts], day: date) -> set[uuid.UUID]:
    """The courses that somebody must look at because of an absence or a used-up package."""
    return {
        key
        for key, one in facts.items()
        if any(r.why.value not in ("periodic", "longest") for r in one.open_reevaluations(day))
    }


def _look_of_all(people: tuple[PersonCard, ...], *, team: bool) -> Look:
    """How the whole training stands: what is left to do first; a team that met is simply over."""
    looks = {p.look for p in people}
    if not team:
        return people[0].look if people else Look.PLANNED
    for waiting in (Look.NEEDS_MARK, Look.PLANNED):
        if waiting in looks or not looks:
            return waiting
    return Look.CENTRE if looks == {Look.CENTRE} else Look.CAME


def _block(row: Any, column: int, people: tuple[PersonCard, ...]) -> BlockCard:
    look = _look_of_all(people, team=row.team_id is not None)
    title = row.team or (people[0].name if people else "")
    marks = people[0].marks if people and not row.team_id else ()
    return BlockCard(
        row.id,
        column,
        row.starts,
        row.ends,
        title,
        row.form,
        look,
        row.place or "",
        row.therapist,
        row.therapist_id,
        row.room_id,
        people,
        row.capacity or 0,
        marks,
        row.override,
        row.team_id,
        row.series_id,
    )
