"""What waits for somebody: re-evaluations and deadlines, overdue first."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial

from sqlalchemy import or_, select

from trainer_desktop.models.centre import Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course, ReevaluationOutcome
from trainer_desktop.models.message import EndStatus, Message, Reply
from trainer_desktop.models.work import Work
from trainer_desktop.rules.deadlines import ANSWERED, Deadline, Standing, deadlines, owed_times
from trainer_desktop.rules.kinds import Outcome
from trainer_desktop.rules.reevaluation import Reevaluation
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.endings import EndingCard, endings, untold
from trainer_desktop.services.courses.facts import Facts
from trainer_desktop.services.courses.rejections import Rejected, rejected
from trainer_desktop.services.standards.rulebooks import short_name
from trainer_desktop.services.store.moments import wall_now

LOOK_AHEAD = 45  # days: a re-evaluation by the calendar is shown this long before its date


class Group(Enum):
    """Where a task stands in the list."""

    OVER = "over"
    SOON = "soon"  # by the fifth hverdag from today
    NO_DATE = "no_date"  # nobody has set one: the oldest first
    LATER = "later"


class Kind(Enum):
    """What sort of task it is."""

    REEVALUATION = "reevaluation"
    DEADLINE = "deadline"
    ENDING = "ending"
    OWED = "owed"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class TaskCard:
    """One task of a course; exactly one of `reevaluation`, `deadline`, `ending` and `rejected` is there.

    `since` is the day it arose, `age` how many days ago that was.
    """

    course_id: uuid.UUID
    citizen_id: uuid.UUID
    citizen: str
    due: date | None
    group: Group
    hverdage: int | None
    responsible: str
    responsible_id: uuid.UUID | None
    centre_id: uuid.UUID
    standard: str
    reevaluation: Reevaluation | None = None
    deadline: Deadline | None = None
    ending: EndingCard | None = None
    rejected: Rejected | None = None
    since: date = date.max
    age: int = 0

    @property
    def kind(self) -> Kind:
        """What sort of task it is."""
        if self.reevaluation:
            return Kind.REEVALUATION
        if self.ending:
            return Kind.ENDING
        if self.rejected:
            return Kind.MESSAGE
        owed = self.deadline is not None and self.deadline.id.startswith("owed_time:")
        return Kind.OWED if owed else Kind.DEADLINE


def open_tasks(
    work: Work,
    *,
    responsible: uuid.UUID | None = None,
    centre: uuid.UUID | None = None,
    course_ids: list[uuid.UUID] | None = None,
) -> list[TaskCard]:
    """The open tasks of running courses, by person, centre or course; overdue first, then by date."""
    rows = _rows(work, responsible, centre, course_ids)
    known, _ends = courses.briefs(work, [row[0] for row in rows])
    today = wall_now(work).date()
    ending, refused = endings(work, known), rejected(work, known)
    found: list[TaskCard] = []
    for course, citizen, name, initials, staff, where, standard, version, digital in rows:
        short = short_name(standard, version)
        facts = known[course]
        card = partial(
            TaskCard,
            course,
            citizen,
            name,
            responsible=initials or "",
            responsible_id=staff,
            centre_id=where,
            standard=short,
        )
        for item in _reevaluations(facts, today):
            group, days = _when(facts, item.by, today)
            age = max(0, (today - item.since).days)
            found.append(card(item.by, group, days, reevaluation=item, since=item.since, age=age))
        for one in _deadlines(facts, today, digital):
            group, days = _when(facts, one.due, today)
            found.append(card(one.due, group, days, deadline=one, since=one.counted_from))
        if course in refused:
            no = refused[course]
            age = max(0, (today - no.since).days)
            found.append(card(None, Group.NO_DATE, None, rejected=no, since=no.since, age=age))
        if course in ending:
            end = ending[course]
            age = (today - end.since).days
            found.append(card(None, Group.NO_DATE, None, ending=end, since=end.since, age=age))
    order = list(Group)
    return sorted(found, key=lambda t: (order.index(t.group), t.due or t.since, t.citizen))


def _rows(
    work: Work,
    responsible: uuid.UUID | None,
    centre: uuid.UUID | None,
    course_ids: list[uuid.UUID] | None,
) -> list[
    tuple[uuid.UUID, uuid.UUID, str, str | None, uuid.UUID | None, uuid.UUID, str, str, bool]
]:
    c = Course
    query = (
        select(
            c.id,
            c.citizen_id,
            Citizen.given_name,
            Citizen.family_name,
            Staff.initials,
            c.responsible_id,
            c.centre_id,
            c.standard,
            c.version,
            Citizen.digital_post,
        )
        .join(Citizen, Citizen.id == c.citizen_id)
        .outerjoin(Staff, Staff.id == c.responsible_id)
        .where(
            or_(
                c.ended.is_(None),
                c.id.in_(courses.unanswered()),
                c.id.in_(
                    select(EndStatus.course_id)
                    .join(Message, Message.end_status_id == EndStatus.id)
                    .join(Reply, Reply.message_id == Message.id)
                    .where(Reply.accepted.is_(False), Reply.seen_by == "")
                ),
                c.id.in_(untold()),
                c.id.in_(
                    select(ReevaluationOutcome.course_id).where(
                        ReevaluationOutcome.outcome == Outcome.END
                    )
                ),
            )
        )
    )
    if responsible:
        query = query.where(c.responsible_id == responsible)
    if centre:
        query = query.where(c.centre_id == centre)
    if course_ids is not None:
        query = query.where(c.id.in_(course_ids))
    return [(r[0], r[1], f"{r[2]} {r[3]}".strip(), *r[4:]) for r in work.execute(query)]


def _reevaluations(facts: Facts, today: date) -> Iterable[Reevaluation]:
    for item in facts.open_reevaluations(today):
        far = item.why.value in ("periodic", "longest") and item.by is not None
        if not far or (item.by and (item.by - today).days <= LOOK_AHEAD):
            yield item


def _deadlines(facts: Facts, today: date, digital_post: bool) -> Iterable[Deadline]:
    ended = facts.course.ended is not None and facts.course.ended <= today
    found = deadlines(facts.course, facts.book, today, digital_post=digital_post)
    for one in (*found, *owed_times(facts.course, facts.book, today)):
        if ended and one.met_by != ANSWERED:
            continue
        if one.standing in (Standing.WAITING, Standing.OVER):
            yield one


def _when(facts: Facts, due: date | None, today: date) -> tuple[Group, int | None]:
    if due is None:
        return Group.NO_DATE, None
    days = facts.book.work.between(today, due)
    if due < today:
        return Group.OVER, days
    return (Group.SOON if days <= 5 else Group.LATER), days
