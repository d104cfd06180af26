"""Working hours: a whole week from a day on, so that what was stays readable."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from trainer_desktop.models.centre import Staff, WorkingHours
from trainer_desktop.models.training import Participant, TrainingSession
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.course import State
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.rules.week import BadWeek, Shift, read_week, say_week
from trainer_desktop.services.centre.roster import weeks_of
from trainer_desktop.services.store.moments import today


@dataclass(frozen=True, slots=True)
class WeekCard:
    """A colleague's week from a day to a day (None: from the start, until further notice)."""

    since: date | None
    until: date | None
    shifts: tuple[Shift, ...]

    @property
    def text(self) -> str:
        """As it is written: «ma-fr 8-15.30»."""
        return say_week(self.shifts)

    @property
    def minutes(self) -> int:
        """Minutes of work in a week; of two kinds of week the mean."""
        whole = sum(_minutes(s) * (2 if s.weeks == 0 else 1) for s in self.shifts)
        return whole // 2


def _minutes(shift: Shift) -> int:
    first, last = (datetime.combine(date.min, at) for at in (shift.starts, shift.ends))
    return int((last - first).total_seconds()) // 60


def weeks(work: Work, staff_id: uuid.UUID) -> list[WeekCard]:
    """Every week that somebody has had or is to have, the earliest first."""
    found: dict[tuple[date | None, date | None], list[Shift]] = defaultdict(list)
    for row in work.scalars(select(WorkingHours).where(WorkingHours.staff_id == staff_id)):
        shift = Shift(row.weekday, row.starts, row.ends, row.weeks)
        found[row.valid_from, row.valid_to].append(shift)
    every = [WeekCard(since, until, tuple(sorted(s))) for (since, until), s in found.items()]
    return sorted(every, key=lambda one: (one.since or date.min, one.until or date.max))


def week_on(work: Work, staff_id: uuid.UUID, day: date) -> WeekCard | None:
    """The week that holds on a day."""
    shifts: list[Shift] = []
    since, until = None, None
    for one in weeks(work, staff_id):
        if (one.since or date.min) <= day <= (one.until or date.max):
            shifts += one.shifts
            since, until = one.since, one.until
    return WeekCard(since, until, tuple(sorted(shifts))) if shifts else None


def read(text: str) -> tuple[Shift, ...]:
    """A week as it was written; raises Refused BAD_WEEK."""
    limits.plain_text(text, 1000)
    try:
        return read_week(text)
    except BadWeek as bad:
        raise Refused(
            Reason.BAD_WEEK, field="week", text=bad.part[:60], overlap=bad.overlap
        ) from None


@dataclass(frozen=True, slots=True)
class Outside:
    """Trainings that a new week would leave outside working hours."""

    trainings: int
    first: date | None = None


def set_week(work: Work, staff_id: uuid.UUID, text: str, since: date | None = None) -> Outside:
    """Let a week hold from a day on (None: from the first day there is); what held before ends the day before.

    Answers how many planned trainings lie outside the new hours: they stay, and the calendar shows them.
    Raises Refused BAD_WEEK, NOTHING_WRITTEN or TOO_FAR.
    """
    staff = work.get_one(Staff, staff_id)
    shifts = read(text)
    if not shifts:
        raise Refused(Reason.NOTHING_WRITTEN, field="week")
    if since:
        limits.day_within(since, today(work))
    if staff.ended and (since or today(work)) > staff.ended:
        raise Refused(Reason.NOT_IN_USE, field="since", text=staff.name)
    there = work.scalars(select(WorkingHours).where(WorkingHours.staff_id == staff.id)).all()
    work.rely_on(staff, *there)
    for row in there:
        if since is None or (row.valid_from and row.valid_from >= since):
            row.withdrawn = True
        elif row.valid_to is None or row.valid_to >= since:
            row.valid_to = since - timedelta(days=1)
    for one in shifts:
        work.add(
            WorkingHours(
                staff_id=staff.id,
                weekday=one.weekday,
                starts=one.starts,
                ends=one.ends,
                valid_from=since,
                valid_to=staff.ended,
                weeks=one.weeks,
            )
        )
    work.flush()
    return _outside(work, staff.id, shifts, max(since or today(work), today(work)))


def _outside(work: Work, staff_id: uuid.UUID, shifts: tuple[Shift, ...], since: date) -> Outside:
    s, p = TrainingSession, Participant
    query = (
        select(s.starts, s.ends)
        .join(p, p.session_id == s.id)
        .where(
            s.therapist_id == staff_id,
            p.state == State.PLANNED,
            s.starts >= datetime.combine(since, time()),
        )
        .distinct()
        .order_by(s.starts)
    )
    left = [starts for starts, ends in work.execute(query) if not _within(starts, ends, shifts)]
    return Outside(len(left), left[0].date() if left else None)


def _within(starts: datetime, ends: datetime, shifts: tuple[Shift, ...]) -> bool:
    weeks = weeks_of(starts.date())
    return any(
        s.weekday == starts.weekday()
        and s.weeks in (0, weeks)
        and s.starts <= starts.time()
        and ends.time() <= s.ends
        for s in shifts
    )
