"""The trainings of some days as blocks with their people: how each stands, and the small facts beside a name."""

import uuid
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select

from trainer_desktop.models.centre import Room, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.training import Participant, Team, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules.needs import Need, needs_in
from trainer_desktop.services.attendance.look import Look, look_of, with_people
from trainer_desktop.services.calendar.cards import BlockCard, Mark, PersonCard
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.standards.rulebooks import rulebooks
from trainer_desktop.services.store.moments import wall_now

NEED_MARKS = {
    Need.HEARING: Mark.HEARING,
    Need.WALKER: Mark.WALKER,
    Need.WHEELCHAIR: Mark.WHEELCHAIR,
}


FEW = 200  # trainings: asked for by key rather than by day


def session_rows(first: date, last: date) -> Any:
    """The trainings from a day to a day, by time."""
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


def people_of(
    work: Work, days: list[date], sessions: set[uuid.UUID], *, marks: bool
) -> dict[uuid.UUID, tuple[PersonCard, ...]]:
    """Those on some trainings, by training; `marks`: with the small facts beside a name."""
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


def block_of(row: Any, column: int, people: tuple[PersonCard, ...]) -> BlockCard:
    """A training as a block in a column."""
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
