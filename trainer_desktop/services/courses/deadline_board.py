"""The board of deadlines: over, today, this week, later, missed this year; by cause and by centre. Nothing of it is stored."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from sqlalchemy import or_, select

from trainer_desktop.models.centre import Centre, Staff
from trainer_desktop.models.citizen import Citizen
from trainer_desktop.models.course import Course
from trainer_desktop.models.record import LateReason
from trainer_desktop.models.work import Work
from trainer_desktop.rules import limits
from trainer_desktop.rules.deadlines import ANSWERED, Deadline, Standing, deadlines
from trainer_desktop.rules.refusal import Reason, Refused
from trainer_desktop.services.courses import facts as courses
from trainer_desktop.services.courses.facts import Facts, unanswered
from trainer_desktop.services.standards.rulebooks import short_name
from trainer_desktop.services.store.moments import today

WEEK = 7  # days that «this week» looks ahead
KL = ("other_municipality", "postponed", "free_choice", "free_choice_declined", "error")
CODES = (*KL, "centre_cancelled", "no_time", "plan_late", "citizen_wished", "other")


class When(Enum):
    """A part of the board."""

    OVER = "over"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    MISSED = "missed"  # met too late, or not until the course ended, with its last day this year


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One deadline of one course. `offered` is the first day offered, kept when it was called off; `held` the first held."""

    course_id: uuid.UUID
    citizen_id: uuid.UUID
    citizen: str
    number: str
    responsible: str
    centre: str
    when: When
    deadline: Deadline
    hverdage: int
    offered: date | None
    held: date | None
    cause: str
    cause_text: str
    standard: str  # what its rule's standard is called


@dataclass(frozen=True, slots=True)
class Board:
    """Every line by its last day, and how this year's went: met in time, of how many that are past and noted; causes of the missed."""

    lines: tuple[BoardLine, ...]
    met: int
    whole: int
    causes: tuple[tuple[str, int], ...]
    by_centre: tuple[tuple[str, int], ...]

    def of(self, when: When) -> list[BoardLine]:
        """The lines of one part."""
        return [line for line in self.lines if line.when is when]


def board(work: Work, centre: uuid.UUID | None = None) -> Board:
    """The board of all centres or of one."""
    now = today(work)
    year = date(now.year, 1, 1)
    c = Course
    query = (
        select(
            c.id,
            c.citizen_id,
            Citizen.given_name,
            Citizen.family_name,
            Citizen.digital_post,
            c.number,
            Staff.initials,
            Centre.name,
        )
        .join(Citizen, Citizen.id == c.citizen_id)
        .join(Centre, Centre.id == c.centre_id)
        .outerjoin(Staff, Staff.id == c.responsible_id)
        .where(or_(c.ended.is_(None), c.ended >= year, c.id.in_(unanswered())))
    )
    if centre:
        query = query.where(c.centre_id == centre)
    rows = work.execute(query).all()
    known, _ends = courses.briefs(work, [row.id for row in rows])
    said = {
        (one.course_id, one.deadline): one
        for one in work.scalars(select(LateReason).order_by(LateReason.id))
    }
    lines, met, whole = [], 0, 0
    for row in rows:
        facts = known[row.id]
        for one in deadlines(facts.course, facts.book, now, digital_post=row.digital_post):
            if year <= one.due < now and one.standing is not Standing.NOT_NOTED:
                whole += 1
                met += one.standing is Standing.MET
            when = _when(one, facts, now, year)
            if when is None:
                continue
            reason = said.get((row.id, one.id))
            events = facts.course.events
            lines.append(
                BoardLine(
                    row.id,
                    row.citizen_id,
                    f"{row.given_name} {row.family_name}".strip(),
                    row.number,
                    row.initials or "",
                    row.name,
                    when,
                    one,
                    facts.book.work.between(now, one.due),
                    events.get("start_offered"),
                    events.get("first_visit") or facts.course.started,
                    reason.code if reason else "",
                    reason.text if reason else "",
                    short_name(one.rule.standard, one.rule.version),
                )
            )
    lines.sort(key=lambda line: (line.deadline.due, line.citizen))
    missed = [line for line in lines if line.when is When.MISSED]
    causes = Counter(line.cause for line in missed)
    centres = Counter(line.centre for line in missed)
    return Board(
        tuple(lines), met, whole, tuple(causes.most_common()), tuple(centres.most_common())
    )


def _when(one: Deadline, facts: Facts, now: date, year: date) -> When | None:
    ended = facts.course.ended is not None and facts.course.ended <= now
    ended = ended and one.met_by != ANSWERED  # a complaint is answered after the end, too
    match one.standing:
        case Standing.OVER:
            if ended:
                return When.MISSED if year <= one.due else None
            return When.OVER
        case Standing.WAITING if not ended:
            if one.due == now:
                return When.TODAY
            return When.WEEK if one.due <= now + timedelta(days=WEEK) else When.LATER
        case Standing.MET_LATE if year <= one.due:
            return When.MISSED
    return None


def say_why(work: Work, course_id: uuid.UUID, deadline: str, code: str, text: str = "") -> None:
    """A person says why a deadline was not met; said again, it is corrected. Raises Refused UNREADABLE or NEEDS_REASON."""
    if code not in CODES:
        raise Refused(Reason.UNREADABLE, field="code", text=code[:40])
    if code == "other":
        limits.reason_given(text)
    course = work.get_one(Course, course_id)
    r = LateReason
    query = select(r).where(r.course_id == course.id, r.deadline == deadline).order_by(r.id.desc())
    row = work.scalars(query.limit(1)).first()
    plain = limits.plain_text(text.strip(), 1000)
    if row is None:
        work.add(
            LateReason(
                course_id=course.id, deadline=deadline, code=code, text=plain, noted_by=work.actor
            )
        )
        return
    work.rely_on(row)
    row.code, row.text, row.noted_by = code, plain, work.actor
